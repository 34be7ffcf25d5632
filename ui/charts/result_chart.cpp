// SPDX-License-Identifier: GPL-3.0-or-later
// The result charts: plain rows in, a widget out. Nothing outside this folder knows a chart type.
#include "ui/charts/result_chart.h"

#include <QChart>
#include <QChartView>
#include <QEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/charts/keep_in_sight.h"
#include "ui/charts/result_plot.h"
#include "ui/theme/colours.h"

namespace halfopen {

namespace {

constexpr double kAxisLines = 2.35; // numbers and the axis title, in lines of text

} // namespace

ResultChart::ResultChart(Kind kind, QWidget* parent)
    : ChartFrame(parent), m_kind(kind), m_geometry(std::make_unique<OverlayGeometry>()), m_plot(std::make_unique<ResultPlot>(kind, chart()))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(&view());
    setAccessibleName(kind == Kind::Residual ? tr("Measured minus predicted, in milliseconds") : tr("Time until the call failed, in seconds"));
    view().setAccessibleName(accessibleName());
    view().setObjectName(kind == Kind::Residual ? QStringLiteral("residualChart") : QStringLiteral("elapsedChart"));
    applyColours();
    layOut();
}

ResultChart::~ResultChart() = default;

void ResultChart::setRows(ChartRows rows)
{
    if (rows.size() > kMostRows)
        rows.resize(kMostRows);
    if (m_rows == rows)
        return;
    const bool resized = m_rows.size() != rows.size();
    m_rows = std::move(rows);
    QStringList spoken;
    for (const auto& row : m_rows)
        spoken << row.toolTip;
    view().setAccessibleDescription(spoken.mid(0, 20).join(u'\n'));
    setAccessibleDescription(view().accessibleDescription());
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

int ResultChart::labelWidthWithin(double most) const
{
    const auto wanted = [this](bool brief) {
        int width = fontMetrics().horizontalAdvance(QStringLiteral("recv 5/3/3"));
        for (const auto& row : m_rows) {
            if (row.state != ChartRow::State::Heading)
                width = std::max(width, fontMetrics().horizontalAdvance(brief && !row.shortLabel.isEmpty() ? row.shortLabel : row.label));
        }
        return width + 10;
    };
    if (wanted(false) <= most)
        return wanted(false);
    // Rows of earlier runs have the same names: what their ends did tells them apart.
    const bool alike = std::ranges::any_of(m_rows, &ChartRow::earlier);
    return !alike && wanted(true) <= most ? wanted(true) : 0;
}

double ResultChart::rowHeight() const { return m_labelWidth == 0 ? fontMetrics().height() * 2 + 8 : fontMetrics().height() + 9; }

/// Where all of them would not be in sight otherwise.
double ResultChart::leastRowHeight() const { return rowHeight() - (m_labelWidth == 0 ? 6 : 5); }

int ResultChart::heightOf(double row) const
{
    const double rows = static_cast<double>(std::max<std::size_t>(1, m_rows.size())) * row;
    return static_cast<int>(std::ceil(plotTop() + rows + fontMetrics().height() * kAxisLines));
}

double ResultChart::plotTop() const { return m_labelWidth == 0 ? 4 + fontMetrics().height() / 2.0 : 4; }

QSize ResultChart::sizeHint() const { return {fontMetrics().height() * 20, heightOf(rowHeight())}; }

QSize ResultChart::minimumSizeHint() const { return {fontMetrics().height() * 10, heightOf(leastRowHeight())}; }

void ResultChart::layOut()
{
    const double line = fontMetrics().height();
    const double right = line * (m_kind == Kind::Elapsed ? 4.0 : 1.6); // the last number, or the value beside a full bar
    const bool above = m_labelWidth == 0;
    auto& geometry = *m_geometry;
    geometry.width = width();
    const double room = (height() - plotTop() - line * kAxisLines) / static_cast<double>(std::max<std::size_t>(1, m_rows.size()));
    geometry.rowHeight = std::clamp(room, leastRowHeight(), rowHeight());
    geometry.barHeight = above ? line * 0.8 : rowHeight() * 0.62;
    geometry.labelWidth = m_labelWidth;
    // A label above moves its row down by half a line.
    geometry.plot = QRectF(m_labelWidth + 4 + (above ? line : 0), plotTop(), std::max(40.0, width() - m_labelWidth - 4 - right - (above ? line : 0)),
                           geometry.rowHeight * static_cast<double>(std::max<std::size_t>(1, m_rows.size())));
    geometry.title = m_kind == Kind::Residual ? tr("measured − predicted [ms]") : tr("after the fault [s]");
    if (fontMetrics().horizontalAdvance(geometry.title) > geometry.width - 4) // the headline above says it too
        geometry.title = m_kind == Kind::Residual ? tr("difference [ms]") : tr("time [s]");
    geometry.current = m_current;
    geometry.focused = hasFocus();
    view().setFixedHeight(std::max(height(), static_cast<int>(geometry.plot.bottom() + line * kAxisLines)));
    m_plot->show(m_rows, geometry, Colours::from(palette()), font());
}

QRectF ResultChart::plotArea() const { return m_geometry->plot; }

QString ResultChart::tipAt(const QPointF& position) const
{
    const int row = rowAt(position.y());
    return row >= 0 ? m_rows[static_cast<std::size_t>(row)].toolTip : QString{};
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
    const auto& geometry = *m_geometry;
    return {0, geometry.plot.top() + row * geometry.rowHeight, static_cast<double>(width()), geometry.rowHeight};
}

int ResultChart::rowAt(double y) const
{
    const double row = std::floor((y - m_geometry->plot.top()) / m_geometry->rowHeight);
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
    keepInSight(*this, rowArea(row));
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

void ResultChart::applyColours()
{
    const auto colours = Colours::from(palette());
    chart().setBackgroundBrush(colours.panel);
    chart().setPlotAreaBackgroundVisible(false);
    view().setBackgroundBrush(colours.panel);
    m_plot->setColours(colours);
}

void ResultChart::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        applyColours();
    ChartFrame::changeEvent(event);
}

} // namespace halfopen
