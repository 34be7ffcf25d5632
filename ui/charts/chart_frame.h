// SPDX-License-Identifier: GPL-3.0-or-later
// What all charts of the results have in common: a view of the chart library in a widget of our own.
#pragma once

#include <QWidget>

class QChart;
class QChartView;

namespace halfopen {

/// The view shows; keys, clicks, focus and the words of a tool tip are the widget's. A chart is laid out anew whenever its
/// size, focus, font or colours have changed.
class ChartFrame : public QWidget
{
    Q_OBJECT

public:
    /// Draws the chart into that area at its own scale. For a chart that is not in a window: it takes the area's size.
    void paintInto(QPainter& painter, const QRectF& area);

protected:
    explicit ChartFrame(QWidget* parent);

    [[nodiscard]] QChartView& view() const { return *m_view; }
    [[nodiscard]] QChart& chart() const { return *m_chart; }

    /// With the widget's size, colours and font.
    virtual void layOut() = 0;
    /// Where the last layout has put the plot.
    [[nodiscard]] virtual QRectF plotArea() const = 0;
    /// What a tool tip says there; empty: none.
    [[nodiscard]] virtual QString tipAt(const QPointF& position) const = 0;

    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    QChartView* m_view;
    QChart* m_chart; // the view's; it owns axes and series
};

} // namespace halfopen
