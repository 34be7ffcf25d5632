// SPDX-License-Identifier: GPL-3.0-or-later
// What the chart library cannot draw: row labels, bands, whiskers, hatched bars and values in words.
#pragma once

#include <QGraphicsItem>

#include "ui/charts/chart_row.h"
#include "ui/charts/result_chart.h"
#include "ui/theme/colours.h"

namespace halfopen {

/// Where things are, in the chart's own coordinates.
struct OverlayGeometry final
{
    QRectF plot;
    double from = 0;
    double to = 1;
    double step = 1;
    bool hasScale = true; // something stands on the axis; else numbers on it would be invented
    QString title; // of the axis, with its unit
    double width = 300; // of the whole chart
    double rowHeight = 24;
    double barHeight = 15;
    double labelWidth = 100; // 0: labels stand above their rows
    int current = -1;        // the row that is marked
    bool focused = false;    // the keyboard moves the mark

    [[nodiscard]] double x(double value) const;
    [[nodiscard]] double y(std::size_t row) const; // middle of the row
};

/// Two layers: behind the series (bands) and before them (everything else).
class RowOverlay final : public QGraphicsItem
{
public:
    enum class Layer { Behind, Before };

    RowOverlay(Layer layer, ResultChart::Kind kind, QGraphicsItem* parent);

    void show(const ChartRows& rows, const OverlayGeometry& geometry, const Colours& colours, const QFont& font);

    [[nodiscard]] QRectF boundingRect() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    [[nodiscard]] int ticks() const;
    void paintGrid(QPainter& painter) const;
    void paintCurrent(QPainter& painter) const;
    void paintHeading(QPainter& painter, std::size_t number) const;
    void paintBand(QPainter& painter, std::size_t number) const;
    void paintLabel(QPainter& painter, std::size_t number) const;
    void paintWhisker(QPainter& painter, std::size_t number) const;
    void paintPending(QPainter& painter, std::size_t number) const;
    void paintText(QPainter& painter, std::size_t number) const;
    void paintInstead(QPainter& painter, std::size_t number) const;
    void paintAxis(QPainter& painter) const;
    void paintZero(QPainter& painter, std::size_t number) const;
    [[nodiscard]] double clamped(double value) const;
    [[nodiscard]] QColor groundOf(std::size_t number) const;
    [[nodiscard]] QString insteadWords(const ChartRow& row) const;

    Layer m_layer;
    ResultChart::Kind m_kind;
    ChartRows m_rows;
    OverlayGeometry m_geometry;
    Colours m_colours;
    QFont m_font;
};

} // namespace halfopen
