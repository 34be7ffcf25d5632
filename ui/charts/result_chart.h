// SPDX-License-Identifier: GPL-3.0-or-later
// The result charts: plain rows in, a widget out. Nothing outside this folder knows a chart type.
#pragma once

#include <memory>

#include "ui/charts/chart_frame.h"
#include "ui/charts/chart_row.h"

namespace halfopen {

class ResultPlot;
struct OverlayGeometry;

/// Horizontal rows over one axis with a unit: residuals as dots with whiskers over the allowed band, or elapsed times
/// as bars with the predicted interval. Labels are its own: those of the chart library are elided beyond recognition.
class ResultChart final : public ChartFrame
{
    Q_OBJECT

public:
    enum class Kind {
        Residual, // milliseconds around 0
        Elapsed,  // seconds from 0
    };

    explicit ResultChart(Kind kind, QWidget* parent = nullptr);
    ~ResultChart() override;

    /// More bars than this take longer to lay out than a refresh may (a bar series of 1000 takes 180 ms on a small machine).
    static constexpr std::size_t kMostRows = 200;

    /// The first of them, if there are more than can be drawn.
    void setRows(ChartRows rows);
    [[nodiscard]] const ChartRows& rows() const { return m_rows; }
    /// Labels take this width to the left of their rows; 0: they stand above them.
    void setLabelWidth(int pixels);
    /// What they need, in their short form where only that fits; 0 where neither does within so many pixels.
    [[nodiscard]] int labelWidthWithin(double most) const;

    /// The row that is marked as the selected one, or -1.
    void setCurrentRow(int row);
    [[nodiscard]] int currentRow() const { return m_current; }
    /// In this widget's coordinates; empty for no such row.
    [[nodiscard]] QRectF rowArea(int row) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// A row with a value was clicked, or entered by key.
    void rowChosen(int row);

protected:
    void layOut() override;
    [[nodiscard]] QRectF plotArea() const override;
    [[nodiscard]] QString tipAt(const QPointF& position) const override;
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void applyColours();
    void step(int by);
    [[nodiscard]] int rowAt(double y) const;
    [[nodiscard]] double rowHeight() const;
    [[nodiscard]] double leastRowHeight() const;
    [[nodiscard]] int heightOf(double row) const;
    [[nodiscard]] double plotTop() const;

    Kind m_kind;
    ChartRows m_rows;
    int m_current = -1;
    int m_labelWidth = 110;
    std::unique_ptr<OverlayGeometry> m_geometry;
    std::unique_ptr<ResultPlot> m_plot;
};

} // namespace halfopen
