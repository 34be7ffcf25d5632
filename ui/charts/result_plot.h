// SPDX-License-Identifier: GPL-3.0-or-later
// The series of a result chart: dots or bars, and what is drawn behind and before them.
#pragma once

#include <QColor>

#include "ui/charts/row_overlay.h"

class QChart;
class QHorizontalStackedBarSeries;
class QScatterSeries;
class QValueAxis;

namespace halfopen {

/// Feeds rows to the chart library. The chart owns what is made here.
class ResultPlot final
{
public:
    ResultPlot(ResultChart::Kind kind, QChart& chart);

    void setColours(const Colours& colours);
    /// Finds the axis for the rows and puts it into the geometry.
    void show(const ChartRows& rows, OverlayGeometry& geometry, const Colours& colours, const QFont& font);

private:
    static constexpr int kBarKinds = 3; // as predicted, not as predicted, earlier run

    [[nodiscard]] static int barKind(const ChartRow& row);
    void addDots();
    void addBars();
    void feedDots(const ChartRows& rows);
    void feedBars(const ChartRows& rows);

    ResultChart::Kind m_kind;
    QChart& m_chart;
    QValueAxis* m_across;
    QValueAxis* m_down;
    QScatterSeries* m_dots[kBarKinds] = {};
    QHorizontalStackedBarSeries* m_bars = nullptr;
    RowOverlay* m_behind;
    RowOverlay* m_before;
    QColor m_barColours[kBarKinds];
};

} // namespace halfopen
