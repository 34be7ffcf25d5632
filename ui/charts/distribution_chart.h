// SPDX-License-Identifier: GPL-3.0-or-later
// How many ends had failed after which time.
#pragma once

#include <memory>
#include <optional>
#include <utility>

#include "ui/charts/chart_frame.h"
#include "ui/charts/distribution_curve.h"

namespace halfopen {

class DistributionPlot;
struct DistributionGeometry;

/// Step curves over one axis of seconds, a letter on each, and below them a legend that says median and spread in words.
/// The left and right keys go from one end to the next along a curve, up and down to another curve.
class DistributionChart final : public ChartFrame
{
    Q_OBJECT

public:
    /// The how-manieth end of which curve.
    struct Point final
    {
        std::size_t curve = 0;
        std::size_t rank = 0;
        bool operator==(const Point&) const = default;
    };

    explicit DistributionChart(QWidget* parent = nullptr);
    ~DistributionChart() override;

    /// More curves than this no eye can tell apart.
    static constexpr std::size_t kMostCurves = 12;

    /// The first of them, if there are more than can be drawn.
    void setCurves(DistributionCurves curves);
    [[nodiscard]] const DistributionCurves& curves() const { return m_curves; }
    [[nodiscard]] std::optional<Point> current() const { return m_current; }
    void setCurrent(std::optional<Point> point);
    /// Where a point stands, in this widget's coordinates.
    [[nodiscard]] QPointF position(const Point& point) const;
    [[nodiscard]] QString wordsAt(const Point& point) const;
    [[nodiscard]] double heightFor(double width) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

Q_SIGNALS:
    void pointChosen(const halfopen::DistributionChart::Point& point);

protected:
    void layOut() override;
    [[nodiscard]] QRectF plotArea() const override;
    [[nodiscard]] QString tipAt(const QPointF& position) const override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    /// What the axis covers: the first and the last of all that is shown.
    [[nodiscard]] std::optional<std::pair<double, double>> times() const; // of the first and the last end
    void choose(const Point& point);
    [[nodiscard]] std::optional<Point> nearest(const QPointF& position) const;
    void tellAll();

    DistributionCurves m_curves;
    std::optional<Point> m_current;
    std::unique_ptr<DistributionGeometry> m_geometry;
    std::unique_ptr<DistributionPlot> m_plot;
};

} // namespace halfopen
