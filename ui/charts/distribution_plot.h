// SPDX-License-Identifier: GPL-3.0-or-later
// The series of a distribution: step curves, and what is drawn behind and before them.
#pragma once

#include <vector>

#include "ui/charts/distribution_overlay.h"

class QChart;
class QLineSeries;
class QValueAxis;

namespace halfopen {

/// Feeds curves to the chart library. The chart owns what is made here.
class DistributionPlot final
{
public:
    explicit DistributionPlot(QChart& chart);

    void show(const DistributionCurves& curves, const DistributionGeometry& geometry, const Colours& colours, const QFont& font);

private:
    void feed(const DistributionCurves& curves, const DistributionGeometry& geometry, const Colours& colours);

    QChart& m_chart;
    QValueAxis* m_across;
    QValueAxis* m_up;
    std::vector<QLineSeries*> m_lines;
    DistributionOverlay* m_behind;
    DistributionOverlay* m_before;
};

} // namespace halfopen
