// SPDX-License-Identifier: GPL-3.0-or-later
// How many ends had failed after which time.
#include "ui/charts/distribution_chart.h"

#include <QChart>
#include <QChartView>
#include <QGraphicsLayout>
#include <QGraphicsScene>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLineSeries>
#include <QLocale>
#include <QMouseEvent>
#include <QToolTip>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

#include "ui/charts/distribution_overlay.h"
#include "ui/charts/nice_axis.h"
#include "ui/theme/picture_accessible.h"

namespace halfopen {

namespace {

// More curves than this no eye can tell apart; the table has all of them.
constexpr std::size_t kMostCurves = 12;
// Points a curve: what a chart series takes at a refresh without being felt.
constexpr std::size_t kMostSteps = 500;
constexpr double kCatch = 14; // pixels around a point

/// Every end has its step; of too many only each so-manieth, and the last.
QList<QPointF> stepsOf(const DistributionCurve& curve, double from, double to)
{
    QList<QPointF> points{{from, 0}};
    const std::size_t every = curve.seconds.size() / kMostSteps + 1;
    double share = 0;
    for (std::size_t rank = 0; rank < curve.seconds.size(); ++rank) {
        if (rank % every != 0 && rank + 1 != curve.seconds.size())
            continue;
        points.append({curve.seconds[rank], share});
        share = 100.0 * static_cast<double>(rank + 1) / std::max(curve.ends, 1);
        points.append({curve.seconds[rank], share});
    }
    points.append({to, share});
    return points;
}

} // namespace

class DistributionChart::Chart final
{
public:
    explicit Chart(QWidget* owner) : view(new QChartView(owner)), chart(new QChart)
    {
        // The view owns the chart; the chart owns axes and series.
        view->setChart(chart);
        chart->legend()->hide();
        chart->setMargins({});
        chart->layout()->setContentsMargins(0, 0, 0, 0);
        chart->setBackgroundRoundness(0);
        chart->setAnimationOptions(QChart::NoAnimation);
        chart->addAxis(across, Qt::AlignBottom);
        chart->addAxis(up, Qt::AlignLeft);
        // The overlay draws the grid: the library lays its own out for itself, whatever the plot area that was asked for.
        across->setVisible(false);
        up->setVisible(false);
        up->setRange(0, 100);
        behind = new DistributionOverlay(DistributionOverlay::Layer::Behind, chart);
        before = new DistributionOverlay(DistributionOverlay::Layer::Before, chart);
        view->setRenderHint(QPainter::Antialiasing);
        view->setFrameShape(QFrame::NoFrame);
        view->setFocusPolicy(Qt::NoFocus);
        view->setAlignment(Qt::AlignLeft | Qt::AlignTop);
        view->setAttribute(Qt::WA_TransparentForMouseEvents);
        view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        view->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    }

    QChartView* view;
    QChart* chart;
    QValueAxis* across = new QValueAxis;
    QValueAxis* up = new QValueAxis;
    std::vector<QLineSeries*> lines;
    DistributionOverlay* behind = nullptr;
    DistributionOverlay* before = nullptr;
    DistributionGeometry geometry;
};

DistributionChart::DistributionChart(QWidget* parent) : QWidget(parent), m_chart(std::make_unique<Chart>(this))
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Distribution: share of ends whose call has failed, over seconds after the fault"));
    m_chart->view->setObjectName(QStringLiteral("distributionPlot"));
    m_chart->view->setAccessibleName(accessibleName());
    tellAsPicture(*this);
    auto policy = sizePolicy();
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    layOut();
}

DistributionChart::~DistributionChart() = default;

void DistributionChart::setCurves(const DistributionCurves& curves)
{
    if (m_curves == curves)
        return;
    m_curves = curves;
    if (m_curves.size() > kMostCurves)
        m_curves.resize(kMostCurves);
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

void DistributionChart::feed()
{
    auto& lines = m_chart->lines;
    while (lines.size() > m_curves.size()) {
        m_chart->chart->removeSeries(lines.back());
        delete lines.back(); // removeSeries() gives the series back to the caller
        lines.pop_back();
    }
    while (lines.size() < m_curves.size()) {
        auto* line = new QLineSeries; // the chart owns it
        m_chart->chart->addSeries(line);
        line->attachAxis(m_chart->across);
        line->attachAxis(m_chart->up);
        lines.push_back(line);
    }
    const auto colours = Colours::from(palette());
    for (std::size_t number = 0; number < lines.size(); ++number) {
        lines[number]->setPen(QPen(curveColour(colours, m_curves[number], number), m_curves[number].earlier ? 1.5 : 2.2));
        lines[number]->replace(stepsOf(m_curves[number], m_chart->geometry.from, m_chart->geometry.to));
    }
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

void DistributionChart::layOut()
{
    auto& geometry = m_chart->geometry;
    const double line = fontMetrics().height();
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
    if (low > high) {
        low = 0;
        high = 1;
    }
    const double air = std::max((high - low) * 0.05, 0.005);
    const double left = fontMetrics().horizontalAdvance(QStringLiteral("100 % ")) + 4;
    geometry.plot = QRectF(left, line * 1.5, std::max(60.0, width() - left - line), 0);
    const double legend = DistributionOverlay::legendHeight(m_curves, width() - 8, font());
    geometry.plot.setHeight(std::max(40.0, height() - legend - line * 4.6));
    geometry.legend = QRectF(4, geometry.plot.bottom() + line * 2.8, width() - 8, legend);
    const int ticks = std::clamp(static_cast<int>(geometry.plot.width() / (line * 4)), 2, 8);
    const auto axis = NiceAxis::covering(std::max(0.0, low - air), high + air, ticks);
    geometry.from = axis.minimum;
    geometry.to = axis.maximum;
    geometry.step = axis.step;
    geometry.focused = hasFocus();
    geometry.mark.reset();
    if (m_current) {
        const auto& curve = m_curves[m_current->curve];
        geometry.mark = QPointF(curve.seconds[m_current->rank], static_cast<double>(m_current->rank + 1) / std::max(curve.ends, 1));
    }
    m_chart->view->setGeometry(0, 0, width(), height());
    m_chart->across->setRange(axis.minimum, axis.maximum);
    feed();
    m_chart->chart->resize(size());
    m_chart->chart->scene()->setSceneRect(QRectF(QPointF(0, 0), size()));
    m_chart->chart->setPlotArea(geometry.plot);
    const auto colours = Colours::from(palette());
    m_chart->chart->setBackgroundBrush(colours.panel);
    m_chart->view->setBackgroundBrush(colours.panel);
    m_chart->behind->show(m_curves, geometry, colours, font());
    m_chart->before->show(m_curves, geometry, colours, font());
}

void DistributionChart::paintInto(QPainter& painter, const QRectF& area)
{
    resize(area.size().toSize());
    layOut();
    const QRectF whole(QPointF(0, 0), area.size());
    m_chart->chart->setGeometry(whole);
    m_chart->chart->setPlotArea(m_chart->geometry.plot);
    m_chart->chart->scene()->setSceneRect(whole);
    // Its own ground may still have the size of an earlier layout and would cover what stands around the figure. Clipping
    // would not help: QSvgGenerator of Qt 6.4 does not write it.
    m_chart->chart->setBackgroundVisible(false);
    m_chart->chart->scene()->render(&painter, area, whole);
}

QPointF DistributionChart::position(const Point& point) const
{
    if (point.curve >= m_curves.size() || point.rank >= m_curves[point.curve].seconds.size())
        return {};
    const auto& curve = m_curves[point.curve];
    return {m_chart->geometry.x(curve.seconds[point.rank]), m_chart->geometry.y(static_cast<double>(point.rank + 1) / std::max(curve.ends, 1))};
}

QString DistributionChart::wordsAt(const Point& point) const
{
    if (point.curve >= m_curves.size() || point.rank >= m_curves[point.curve].seconds.size())
        return {};
    const auto& curve = m_curves[point.curve];
    return tr("%1: after %2 s, %3 of %n end(s) had failed.", nullptr, curve.ends)
        .arg(curve.label, QLocale().toString(curve.seconds[point.rank], 'f', 3), QLocale().toString(static_cast<qulonglong>(point.rank + 1)));
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
}

void DistributionChart::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    layOut();
}

void DistributionChart::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        updateGeometry();
        layOut();
    }
}

void DistributionChart::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    layOut();
}

void DistributionChart::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    layOut();
}

bool DistributionChart::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const auto hit = nearest(help->pos());
    QToolTip::showText(help->globalPos(), hit ? wordsAt(*hit) : QString{}, this);
    return true;
}

} // namespace halfopen
