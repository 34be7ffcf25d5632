// SPDX-License-Identifier: GPL-3.0-or-later
// What the chart library cannot draw of a distribution: band, numbers, letters on the curves, legend in words.
#pragma once

#include <QFont>
#include <QGraphicsItem>

#include "ui/charts/distribution_curve.h"
#include "ui/theme/colours.h"

namespace halfopen {

/// Where things are, in the chart's own coordinates.
struct DistributionGeometry final
{
    QRectF plot;
    QRectF legend;
    double from = 0;
    double to = 1;
    double step = 1;
    bool hasScale = true; // something stands on the axis; else numbers on it would be invented
    std::optional<QPointF> mark; // seconds and share of the chosen point
    bool focused = false;

    [[nodiscard]] double x(double seconds) const;
    [[nodiscard]] double y(double share) const;
};

/// Letter by which a curve is found again in the legend: A, B … Z, then numbers.
[[nodiscard]] QString curveLetter(std::size_t number);
/// Colours by turns; the letters tell curves of one colour apart.
[[nodiscard]] QColor curveColour(const Colours& colours, const DistributionCurve& curve, std::size_t number);

class DistributionOverlay final : public QGraphicsItem
{
public:
    enum class Layer { Behind, Before };

    DistributionOverlay(Layer layer, QGraphicsItem* parent);

    void show(const DistributionCurves& curves, const DistributionGeometry& geometry, const Colours& colours, const QFont& font);
    /// Height that the legend takes at that width.
    [[nodiscard]] static double legendHeight(const DistributionCurves& curves, double width, const QFont& font);

    [[nodiscard]] QRectF boundingRect() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    [[nodiscard]] int ticks() const;
    void paintGrid(QPainter& painter) const;
    void paintBands(QPainter& painter) const;
    void paintAxes(QPainter& painter) const;
    void paintLetters(QPainter& painter) const;
    void paintMark(QPainter& painter) const;
    void paintLegend(QPainter& painter) const;

    Layer m_layer;
    DistributionCurves m_curves;
    DistributionGeometry m_geometry;
    Colours m_colours;
    QFont m_font;
};

} // namespace halfopen
