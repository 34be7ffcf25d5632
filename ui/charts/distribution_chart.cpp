// SPDX-License-Identifier: GPL-3.0-or-later
// How many ends had failed after which time.
#include "ui/charts/distribution_chart.h"

#include <QChart>
#include <QChartView>
#include <QGraphicsScene>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>

#include <algorithm>
#include <cmath>

#include "ui/charts/distribution_plot.h"
#include "ui/charts/keep_in_sight.h"
#include "ui/charts/nice_axis.h"

namespace halfopen {

namespace {

constexpr double kCatch = 14; // pixels around a point

} // namespace

DistributionChart::DistributionChart(QWidget* parent)
    : ChartFrame(parent), m_geometry(std::make_unique<DistributionGeometry>()), m_plot(std::make_unique<DistributionPlot>(chart()))
{
    setAccessibleName(tr("Distribution: share of ends whose call has failed, over seconds after the fault"));
    view().setObjectName(QStringLiteral("distributionPlot"));
    view().setAccessibleName(accessibleName());
    view().setAlignment(Qt::AlignLeft | Qt::AlignTop);
    view().setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view().setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto policy = sizePolicy();
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    layOut();
}

DistributionChart::~DistributionChart() = default;

void DistributionChart::setCurves(DistributionCurves curves)
{
    if (curves.size() > kMostCurves)
        curves.resize(kMostCurves);
    if (m_curves == curves)
        return;
    m_curves = std::move(curves);
    if (m_current && (m_current->curve >= m_curves.size() || m_current->rank >= m_curves[m_current->curve].seconds.size()))
        m_current.reset();
    tellAll();
    updateGeometry();
    layOut();
}

void DistributionChart::tellAll()
{
    QStringList spoken;
    for (const auto& curve : m_curves)
        spoken << tr("%1: %2", "label of a curve: its median and spread").arg(curve.label, curve.words);
    setAccessibleDescription(spoken.join(u'\n'));
}

double DistributionChart::heightFor(double width) const
{
    const double line = fontMetrics().height();
    const double plot = std::clamp(width * 0.55, line * 8, line * 26);
    return plot + line * 4.6 + DistributionOverlay::legendHeight(m_curves, width - 8, font());
}

int DistributionChart::heightForWidth(int width) const { return static_cast<int>(std::ceil(heightFor(width))); }

QSize DistributionChart::sizeHint() const
{
    const int width = fontMetrics().height() * 20;
    return {width, heightForWidth(width)};
}

QSize DistributionChart::minimumSizeHint() const { return {fontMetrics().height() * 10, fontMetrics().height() * 14}; }

std::optional<std::pair<double, double>> DistributionChart::times() const
{
    double low = 1e18;
    double high = -1e18;
    for (const auto& curve : m_curves) {
        for (const auto& value : {curve.bandFrom, curve.bandTo, curve.seconds.empty() ? std::optional<double>{} : curve.seconds.front(),
                                  curve.seconds.empty() ? std::optional<double>{} : curve.seconds.back()}) {
            if (value && std::isfinite(*value)) {
                low = std::min(low, *value);
                high = std::max(high, *value);
            }
        }
    }
    return low > high ? std::nullopt : std::optional{std::pair{low, high}};
}

void DistributionChart::layOut()
{
    const auto span = times();
    const auto [low, high] = span.value_or(std::pair{0.0, 1.0});
    const double air = std::max((high - low) * 0.05, 0.005);
    const double line = fontMetrics().height();
    const double left = fontMetrics().horizontalAdvance(QStringLiteral("100 % ")) + 4;
    auto& geometry = *m_geometry;
    geometry.plot = QRectF(left, line * 1.5, std::max(60.0, width() - left - line), 0);
    const double legend = DistributionOverlay::legendHeight(m_curves, width() - 8, font());
    geometry.plot.setHeight(std::max(40.0, height() - legend - line * 4.6));
    geometry.legend = QRectF(4, geometry.plot.bottom() + line * 2.8, width() - 8, legend);
    const int ticks = std::clamp(static_cast<int>(geometry.plot.width() / (line * 4)), 2, 8);
    const auto axis = NiceAxis::covering(std::max(0.0, low - air), high + air, ticks);
    geometry.from = axis.minimum;
    geometry.to = axis.maximum;
    geometry.step = axis.step;
    geometry.hasScale = span.has_value();
    geometry.focused = hasFocus();
    geometry.mark.reset();
    if (m_current) {
        const auto& curve = m_curves[m_current->curve];
        geometry.mark = QPointF(curve.seconds[m_current->rank], static_cast<double>(m_current->rank + 1) / std::max(curve.ends, 1));
    }
    const auto colours = Colours::from(palette());
    view().setGeometry(0, 0, width(), height());
    chart().resize(size());
    chart().scene()->setSceneRect(QRectF(QPointF(0, 0), size()));
    chart().setBackgroundBrush(colours.panel);
    view().setBackgroundBrush(colours.panel);
    m_plot->show(m_curves, geometry, colours, font());
}

QRectF DistributionChart::plotArea() const { return m_geometry->plot; }

QString DistributionChart::tipAt(const QPointF& position) const
{
    const auto hit = nearest(position);
    return hit ? wordsAt(*hit) : QString{};
}

QPointF DistributionChart::position(const Point& point) const
{
    if (point.curve >= m_curves.size() || point.rank >= m_curves[point.curve].seconds.size())
        return {};
    const auto& curve = m_curves[point.curve];
    return {m_geometry->x(curve.seconds[point.rank]), m_geometry->y(static_cast<double>(point.rank + 1) / std::max(curve.ends, 1))};
}

QString DistributionChart::wordsAt(const Point& point) const
{
    if (point.curve >= m_curves.size() || point.rank >= m_curves[point.curve].seconds.size())
        return {};
    const auto& curve = m_curves[point.curve];
    return tr("%1: after %2 s, %3 of %n end(s) had failed.", nullptr, curve.ends)
        .arg(curve.label, QLocale().toString(curve.seconds[point.rank], 'f', 3), QLocale().toString(static_cast<qulonglong>(point.rank) + 1));
}

std::optional<DistributionChart::Point> DistributionChart::nearest(const QPointF& position) const
{
    std::optional<Point> best;
    double least = kCatch * kCatch;
    for (std::size_t curve = 0; curve < m_curves.size(); ++curve) {
        for (std::size_t rank = 0; rank < m_curves[curve].seconds.size(); ++rank) {
            const QPointF away = this->position({curve, rank}) - position;
            const double square = QPointF::dotProduct(away, away);
            if (square < least) {
                least = square;
                best = Point{curve, rank};
            }
        }
    }
    return best;
}

void DistributionChart::setCurrent(std::optional<Point> point)
{
    if (m_current == point || (point && (point->curve >= m_curves.size() || point->rank >= m_curves[point->curve].seconds.size())))
        return;
    m_current = point;
    layOut();
}

void DistributionChart::choose(const Point& point)
{
    setCurrent(point);
    setAccessibleDescription(wordsAt(point));
    Q_EMIT pointChosen(point);
}

void DistributionChart::mousePressEvent(QMouseEvent* event)
{
    const auto hit = nearest(event->position());
    if (event->button() == Qt::LeftButton && hit)
        choose(*hit);
    else
        QWidget::mousePressEvent(event);
}

void DistributionChart::keyPressEvent(QKeyEvent* event)
{
    const bool along = event->key() == Qt::Key_Left || event->key() == Qt::Key_Right;
    const bool across = event->key() == Qt::Key_Up || event->key() == Qt::Key_Down;
    if ((!along && !across) || m_curves.empty()) {
        QWidget::keyPressEvent(event);
        return;
    }
    const bool forward = event->key() == Qt::Key_Right || event->key() == Qt::Key_Down;
    auto point = m_current.value_or(Point{0, 0});
    if (m_current && along)
        point.rank = forward ? point.rank + 1 : point.rank - std::min<std::size_t>(point.rank, 1);
    if (m_current && across)
        point.curve = forward ? point.curve + 1 : point.curve - std::min<std::size_t>(point.curve, 1);
    if (point.curve >= m_curves.size() || m_curves[point.curve].seconds.empty())
        return;
    point.rank = std::min(point.rank, m_curves[point.curve].seconds.size() - 1);
    choose(point);
    const double line = fontMetrics().height();
    keepInSight(*this, QRectF(position(point) - QPointF(line, line), QSizeF(2 * line, 2 * line)));
}

} // namespace halfopen
