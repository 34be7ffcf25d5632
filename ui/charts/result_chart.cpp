// SPDX-License-Identifier: GPL-3.0-or-later
// The result charts: plain rows in, a widget out. Nothing outside this folder knows a chart type.
#include "ui/charts/result_chart.h"

#include <QBarSet>
#include <QChart>
#include <QChartView>
#include <QEvent>
#include <QGraphicsLayout>
#include <QGraphicsScene>
#include <QHelpEvent>
#include <QHorizontalStackedBarSeries>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScatterSeries>
#include <QToolTip>
#include <QVBoxLayout>
#include <QValueAxis>

#include <algorithm>
#include <ranges>
#include <cmath>

#include "ui/charts/nice_axis.h"
#include "ui/charts/row_overlay.h"
#include "ui/theme/colours.h"
#include "ui/theme/picture_accessible.h"

namespace halfopen {

namespace {

// More bars than this take longer to lay out than a refresh may (a bar series of 1000 takes 180 ms on a small machine).
constexpr std::size_t kMostRows = 200;

constexpr int kBarKinds = 3; // as predicted, not as predicted, earlier run

int barKind(const ChartRow& row)
{
    if (!row.good)
        return 1;
    return row.earlier ? 2 : 0;
}

NiceAxis axisFor(ResultChart::Kind kind, const ChartRows& rows, int ticks)
{
    double low = 0;
    double high = 0;
    double band = 0;
    for (const auto& row : rows) {
        for (const auto& value : {row.value, row.minimum, row.maximum, row.bandFrom, row.bandTo}) {
            if (value && std::isfinite(*value)) {
                low = std::min(low, *value);
                high = std::max(high, *value);
            }
        }
        band = std::max({band, std::abs(row.bandFrom.value_or(0)), std::abs(row.bandTo.value_or(0))});
    }
    if (kind == ResultChart::Kind::Elapsed)
        return NiceAxis::covering(0, high > 0 ? high : 1, ticks);
    // Around zero, at least ±50 ms; what lies far beyond the band gets an arrow instead of squeezing the rest.
    const double reach = std::min(std::max({std::abs(low), std::abs(high), 50.0}), std::max(10 * band, 1000.0));
    return NiceAxis::covering(-reach, reach, ticks < 4 ? 2 : 4);
}

} // namespace

class ResultChart::Chart final
{
public:
    Chart(Kind kind, QWidget* owner) : view(new QChartView(owner))
    {
        // The view owns the chart; the chart owns axes and series.
        auto* fresh = new QChart;
        chart = fresh;
        view->setChart(fresh);
        fresh->legend()->hide();
        fresh->setMargins({});
        fresh->layout()->setContentsMargins(0, 0, 0, 0);
        fresh->setBackgroundRoundness(0);
        fresh->setAnimationOptions(QChart::NoAnimation);
        fresh->addAxis(across, Qt::AlignBottom);
        fresh->addAxis(down, Qt::AlignLeft);
        // The overlay writes the numbers: the library's own are elided to dots in a narrow chart.
        across->setLabelsVisible(false);
        down->setVisible(false);
        if (kind == Kind::Residual)
            addDots();
        else
            addBars();
        behind = new RowOverlay(RowOverlay::Layer::Behind, kind, fresh);
        before = new RowOverlay(RowOverlay::Layer::Before, kind, fresh);
        // Some dozens of marks five times a second: smooth edges cost nothing here.
        view->setRenderHint(QPainter::Antialiasing);
        view->setFrameShape(QFrame::NoFrame);
        view->setFocusPolicy(Qt::NoFocus);
    }

    void addDots()
    {
        for (auto*& series : dots) {
            series = new QScatterSeries;
            series->setMarkerSize(13);
            chart->addSeries(series);
            series->attachAxis(across);
            series->attachAxis(down);
        }
        dots[1]->setMarkerShape(QScatterSeries::MarkerShapeRectangle);
    }

    void addBars()
    {
        bars = new QHorizontalStackedBarSeries;
        bars->setBarWidth(0.62);
        chart->addSeries(bars);
        bars->attachAxis(across);
        bars->attachAxis(down);
    }

    // A series counts upwards, rows are read downwards.
    void feedDots(const ChartRows& rows)
    {
        QList<QPointF> points[kBarKinds];
        for (std::size_t number = 0; number < rows.size(); ++number) {
            const auto& row = rows[number];
            if (row.state == ChartRow::State::Measured && row.value && std::isfinite(*row.value))
                points[barKind(row)].append({*row.value, static_cast<double>(rows.size() - 1 - number)});
        }
        for (int kind = 0; kind < kBarKinds; ++kind)
            dots[kind]->replace(points[kind]);
    }

    void feedBars(const ChartRows& rows)
    {
        // A set of its own for each colour; swapping in new sets is cheaper than changing values one by one.
        bars->clear();
        for (int kind = 0; kind < kBarKinds; ++kind) {
            auto* set = new QBarSet(QString::number(kind));
            set->setColor(barColours[kind]);
            set->setBorderColor(barColours[kind]);
            for (const auto& row : rows | std::views::reverse) {
                const bool mine = row.state == ChartRow::State::Measured && row.value && barKind(row) == kind;
                set->append(mine ? std::max(0.0, *row.value) : 0.0);
            }
            bars->append(set);
        }
    }

    QChartView* view;
    QChart* chart = nullptr;
    QValueAxis* across = new QValueAxis;
    QValueAxis* down = new QValueAxis;
    QScatterSeries* dots[kBarKinds] = {};
    QHorizontalStackedBarSeries* bars = nullptr;
    RowOverlay* behind = nullptr;
    RowOverlay* before = nullptr;
    QColor barColours[kBarKinds];
    OverlayGeometry geometry;
};

ResultChart::ResultChart(Kind kind, QWidget* parent) : QWidget(parent), m_kind(kind), m_chart(std::make_unique<Chart>(kind, this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_chart->view);
    m_chart->view->setAccessibleName(kind == Kind::Residual ? tr("Measured minus predicted, in milliseconds") : tr("Time until the call failed, in seconds"));
    m_chart->view->setObjectName(kind == Kind::Residual ? QStringLiteral("residualChart") : QStringLiteral("elapsedChart"));
    m_chart->view->setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(m_chart->view->accessibleName());
    tellAsPicture(*this);
    applyColours();
    layOut();
}

ResultChart::~ResultChart() = default;

void ResultChart::setRows(const ChartRows& rows)
{
    if (m_rows == rows)
        return;
    const bool resized = m_rows.size() != rows.size();
    m_rows = rows;
    if (m_rows.size() > kMostRows)
        m_rows.resize(kMostRows);
    QStringList spoken;
    for (const auto& row : m_rows)
        spoken << row.toolTip;
    m_chart->view->setAccessibleDescription(spoken.mid(0, 20).join(u'\n'));
    setAccessibleDescription(m_chart->view->accessibleDescription());
    if (m_current >= static_cast<int>(m_rows.size()))
        m_current = -1;
    if (resized)
        updateGeometry();
    layOut();
}

void ResultChart::setLabelWidth(int pixels)
{
    if (m_labelWidth == pixels)
        return;
    m_labelWidth = pixels;
    updateGeometry();
    layOut();
}

int ResultChart::wantedLabelWidth() const
{
    int wanted = fontMetrics().horizontalAdvance(QStringLiteral("recv 5/3/3"));
    for (const auto& row : m_rows) {
        if (row.state != ChartRow::State::Heading)
            wanted = std::max(wanted, fontMetrics().horizontalAdvance(row.label));
    }
    return wanted + 10;
}

double ResultChart::rowHeight() const { return m_labelWidth == 0 ? fontMetrics().height() * 2 + 8 : fontMetrics().height() + 9; }

QSize ResultChart::sizeHint() const
{
    const int line = fontMetrics().height();
    return {line * 20, static_cast<int>(static_cast<double>(m_rows.size()) * rowHeight()) + 3 * line + (m_labelWidth == 0 ? line / 2 : 0)};
}

QSize ResultChart::minimumSizeHint() const { return {fontMetrics().height() * 10, sizeHint().height()}; }

void ResultChart::layOut()
{
    auto& geometry = m_chart->geometry;
    const double line = fontMetrics().height();
    const double bottom = line * 2.6; // numbers and the axis title
    const double right = line * (m_kind == Kind::Elapsed ? 4.0 : 1.6); // the last number, or the value beside a full bar
    geometry.width = width();
    const bool above = m_labelWidth == 0;
    geometry.rowHeight = rowHeight();
    geometry.barHeight = above ? line * 0.8 : geometry.rowHeight * 0.62;
    geometry.labelWidth = m_labelWidth;
    // A label above moves its row down by half a line.
    geometry.plot = QRectF(m_labelWidth + 4 + (above ? line : 0), above ? 4 + line / 2 : 4, std::max(40.0, width() - m_labelWidth - 4 - right - (above ? line : 0)),
                           geometry.rowHeight * static_cast<double>(std::max<std::size_t>(1, m_rows.size())));
    m_chart->view->setFixedHeight(std::max(height(), static_cast<int>(geometry.plot.bottom() + bottom)));
    const double number = fontMetrics().horizontalAdvance(m_kind == Kind::Residual ? QStringLiteral("+0000 ") : QStringLiteral("0000 "));
    const auto axis = axisFor(m_kind, m_rows, std::clamp(static_cast<int>(geometry.plot.width() / number), 2, 4));
    geometry.from = axis.minimum;
    geometry.to = axis.maximum;
    m_chart->across->setRange(axis.minimum, axis.maximum);
    m_chart->across->setTickCount(static_cast<int>(std::lround((axis.maximum - axis.minimum) / axis.step)) + 1);
    geometry.step = axis.step;
    geometry.title = m_kind == Kind::Residual ? tr("measured − predicted [ms]") : tr("after the fault [s]");
    if (m_chart->bars != nullptr)
        m_chart->bars->setBarWidth(geometry.barHeight / geometry.rowHeight);
    m_chart->down->setRange(-0.5, static_cast<double>(std::max<std::size_t>(1, m_rows.size())) - 0.5);
    if (m_kind == Kind::Residual)
        m_chart->feedDots(m_rows);
    else
        m_chart->feedBars(m_rows);
    m_chart->chart->setPlotArea(geometry.plot);
    const auto colours = Colours::from(palette());
    geometry.current = m_current;
    geometry.focused = hasFocus();
    m_chart->behind->show(m_rows, geometry, colours, font());
    m_chart->before->show(m_rows, geometry, colours, font());
}

void ResultChart::paintInto(QPainter& painter, const QRectF& area)
{
    resize(area.size().toSize());
    applyColours();
    layOut();
    const QRectF whole(QPointF(0, 0), area.size());
    m_chart->view->resize(area.size().toSize());
    m_chart->chart->setGeometry(whole);
    m_chart->chart->setPlotArea(m_chart->geometry.plot);
    m_chart->chart->scene()->setSceneRect(whole);
    // Its own ground may still have the size of an earlier layout and would cover what stands around the figure. Clipping
    // would not help: QSvgGenerator of Qt 6.4 does not write it.
    m_chart->chart->setBackgroundVisible(false);
    m_chart->chart->scene()->render(&painter, area, whole);
}

void ResultChart::setCurrentRow(int row)
{
    if (m_current == row || row >= static_cast<int>(m_rows.size()))
        return;
    m_current = row;
    layOut();
}

QRectF ResultChart::rowArea(int row) const
{
    if (row < 0 || static_cast<std::size_t>(row) >= m_rows.size())
        return {};
    const auto& geometry = m_chart->geometry;
    return {0, geometry.plot.top() + row * geometry.rowHeight, static_cast<double>(width()), geometry.rowHeight};
}

int ResultChart::rowAt(double y) const
{
    const double row = std::floor((y - m_chart->geometry.plot.top()) / m_chart->geometry.rowHeight);
    return row >= 0 && row < static_cast<double>(m_rows.size()) ? static_cast<int>(row) : -1;
}

void ResultChart::step(int by)
{
    int row = m_current;
    do {
        row += by;
    } while (row >= 0 && row < static_cast<int>(m_rows.size()) && m_rows[static_cast<std::size_t>(row)].state == ChartRow::State::Heading);
    if (row < 0 || row >= static_cast<int>(m_rows.size()))
        return;
    setCurrentRow(row);
    setAccessibleDescription(m_rows[static_cast<std::size_t>(row)].toolTip);
    Q_EMIT rowChosen(row);
}

void ResultChart::mousePressEvent(QMouseEvent* event)
{
    const int row = rowAt(event->position().y());
    if (event->button() != Qt::LeftButton || row < 0 || m_rows[static_cast<std::size_t>(row)].state == ChartRow::State::Heading) {
        QWidget::mousePressEvent(event);
        return;
    }
    setCurrentRow(row);
    Q_EMIT rowChosen(row);
}

void ResultChart::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Down)
        step(1);
    else if (event->key() == Qt::Key_Up)
        step(-1);
    else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Space) && m_current >= 0)
        Q_EMIT rowChosen(m_current);
    else
        QWidget::keyPressEvent(event);
}

void ResultChart::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    layOut();
}

void ResultChart::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    layOut();
}

void ResultChart::applyColours()
{
    const auto colours = Colours::from(palette());
    m_chart->chart->setBackgroundBrush(colours.panel);
    m_chart->chart->setPlotAreaBackgroundVisible(false);
    m_chart->view->setBackgroundBrush(colours.panel);
    m_chart->barColours[0] = colours.blue;
    m_chart->barColours[1] = colours.vermillion;
    m_chart->barColours[2] = mixed(colours.panel, colours.blue, 0.55);
    auto* axis = m_chart->across;
    axis->setGridLineColor(colours.grid);
    axis->setLinePenColor(colours.border);
    for (int kind = 0; kind < kBarKinds; ++kind) {
        if (auto* series = m_chart->dots[kind]) {
            series->setColor(m_chart->barColours[kind]);
            series->setBorderColor(colours.panel);
        }
    }
}

void ResultChart::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    layOut();
}

void ResultChart::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        applyColours();
        layOut();
    }
}

bool ResultChart::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int row = rowAt(help->pos().y());
        QToolTip::showText(help->globalPos(), row >= 0 ? m_rows[static_cast<std::size_t>(row)].toolTip : QString{}, this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace halfopen
