// SPDX-License-Identifier: GPL-3.0-or-later
// What the chart library cannot draw: row labels, bands, whiskers, hatched bars and values in words.
#include "ui/charts/row_overlay.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

#include "ui/charts/value_place.h"

namespace halfopen {

namespace {

constexpr double kCurrentShare = 0.10; // of the focus' colour, on the selected row
constexpr double kPlateAir = 5;        // px of the plate beside words on it
constexpr double kLeastHatching = 16;  // px of a hatched bar beside that plate

} // namespace

double OverlayGeometry::x(double value) const
{
    const double share = std::isfinite(value) && to > from ? (value - from) / (to - from) : 0;
    return plot.left() + std::clamp(share, -1.0, 2.0) * plot.width();
}

double OverlayGeometry::y(std::size_t row) const { return plot.top() + (static_cast<double>(row) + 0.5) * rowHeight; }

RowOverlay::RowOverlay(Layer layer, ResultChart::Kind kind, QGraphicsItem* parent) : QGraphicsItem(parent), m_layer(layer), m_kind(kind)
{
    // The plot area's series are at 4 and 5 (QtCharts, chartconfig: ChartPresenter::ZValues).
    setZValue(layer == Layer::Behind ? 2 : 20);
}

void RowOverlay::show(const ChartRows& rows, const OverlayGeometry& geometry, const Colours& colours, const QFont& font)
{
    prepareGeometryChange();
    m_rows = rows;
    m_geometry = geometry;
    m_colours = colours;
    m_font = font;
    update();
}

QRectF RowOverlay::boundingRect() const
{
    return m_geometry.plot.adjusted(-m_geometry.labelWidth - 40, -40, 200, 80);
}

double RowOverlay::clamped(double value) const
{
    return std::clamp(m_geometry.x(value), m_geometry.plot.left(), m_geometry.plot.right());
}

void RowOverlay::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*)
{
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setFont(m_font);
    if (m_layer == Layer::Behind) {
        paintGrid(*painter);
        paintCurrent(*painter);
    }
    for (std::size_t number = 0; number < m_rows.size(); ++number) {
        if (m_layer == Layer::Behind) {
            paintBand(*painter, number);
            continue;
        }
        if (m_rows[number].state == ChartRow::State::Heading) {
            paintHeading(*painter, number);
            continue;
        }
        paintZero(*painter, number);
        paintLabel(*painter, number);
        paintPending(*painter, number);
        paintWhisker(*painter, number);
        paintText(*painter, number);
    }
    if (m_layer == Layer::Before)
        paintAxis(*painter);
}

int RowOverlay::ticks() const { return std::clamp(static_cast<int>(std::lround((m_geometry.to - m_geometry.from) / m_geometry.step)), 0, 50); }

void RowOverlay::paintGrid(QPainter& painter) const
{
    const auto& plot = m_geometry.plot;
    painter.setPen(QPen(m_colours.grid, 1));
    for (int tick = 0; m_geometry.hasScale && tick <= ticks(); ++tick) {
        const double x = m_geometry.x(m_geometry.from + tick * m_geometry.step);
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
    }
    painter.setPen(QPen(m_colours.border, 1));
    painter.drawLine(plot.bottomLeft(), plot.bottomRight());
}

/// What the row's words stand on.
QColor RowOverlay::groundOf(std::size_t number) const
{
    return m_geometry.current == static_cast<int>(number) ? mixed(m_colours.panel, m_colours.focus, kCurrentShare) : m_colours.panel;
}

/// Beside the row's mark alone: it does not run through the names between the rows.
void RowOverlay::paintZero(QPainter& painter, std::size_t number) const
{
    if (m_kind != ResultChart::Kind::Residual || m_rows[number].state == ChartRow::State::Never)
        return;
    const double half = m_geometry.labelWidth > 0 ? m_geometry.rowHeight / 2 : m_geometry.barHeight * 0.62;
    painter.setPen(QPen(withAlpha(m_colours.mutedText, 0.6), 1));
    painter.drawLine(QPointF(m_geometry.x(0), m_geometry.y(number) - half), QPointF(m_geometry.x(0), m_geometry.y(number) + half));
}

void RowOverlay::paintCurrent(QPainter& painter) const
{
    if (m_geometry.current < 0 || static_cast<std::size_t>(m_geometry.current) >= m_rows.size()) {
        if (!m_geometry.focused)
            return;
        painter.setPen(QPen(m_colours.focus, 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(1, 1, m_geometry.width - 2, m_geometry.plot.bottom()), 4, 4);
        return;
    }
    const double y = m_geometry.y(static_cast<std::size_t>(m_geometry.current)) - (m_geometry.labelWidth > 0 ? 0 : m_geometry.barHeight * 0.65);
    painter.setPen(QPen(m_colours.focus, m_geometry.focused ? 2 : 1));
    painter.setBrush(withAlpha(m_colours.focus, kCurrentShare));
    painter.drawRoundedRect(QRectF(1, y - m_geometry.rowHeight / 2 + 1, m_geometry.width - 2, m_geometry.rowHeight - 2), 4, 4);
}

void RowOverlay::paintHeading(QPainter& painter, std::size_t number) const
{
    QFont bold = m_font;
    bold.setBold(true);
    const QFontMetricsF metrics(bold);
    const QRectF box(2, m_geometry.y(number) - m_geometry.rowHeight / 2, m_geometry.width - 4, m_geometry.rowHeight);
    painter.setFont(bold);
    painter.setPen(m_colours.text);
    painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter, metrics.elidedText(m_rows[number].label, Qt::ElideRight, box.width()));
    painter.setFont(m_font);
}

void RowOverlay::paintAxis(QPainter& painter) const
{
    const QFontMetricsF metrics(m_font);
    const double top = m_geometry.plot.bottom() + 3;
    painter.setPen(m_colours.mutedText);
    if (m_geometry.hasScale) {
        for (const AxisNumber& number : axisNumbers(m_geometry, m_kind, metrics))
            painter.drawText(QPointF(number.left, top + metrics.ascent()), number.words);
    }
    const double titleWidth = metrics.horizontalAdvance(m_geometry.title);
    const double wanted = std::min(m_geometry.plot.center().x() - titleWidth / 2, m_geometry.width - titleWidth - 2);
    const double centre = std::max(wanted, 2.0);
    painter.drawText(QPointF(centre, top + metrics.height() + metrics.ascent()), m_geometry.title);
}

void RowOverlay::paintBand(QPainter& painter, std::size_t number) const
{
    const auto& row = m_rows[number];
    if (m_kind == ResultChart::Kind::Elapsed || !row.bandFrom || !row.bandTo)
        return;
    const double half = m_geometry.barHeight * 0.58;
    const double left = clamped(*row.bandFrom);
    const double right = std::max(clamped(*row.bandTo), left + 2);
    painter.setPen(Qt::NoPen);
    painter.setBrush(withAlpha(m_colours.predicted, row.earlier ? 0.14 : 0.26));
    painter.drawRoundedRect(QRectF(QPointF(left, m_geometry.y(number) - half), QPointF(right, m_geometry.y(number) + half)), 3, 3);
}

void RowOverlay::paintLabel(QPainter& painter, std::size_t number) const
{
    const auto& row = m_rows[number];
    const QFontMetricsF metrics(m_font);
    const double y = m_geometry.y(number);
    const QRectF box = m_geometry.labelWidth > 0
                         ? QRectF(m_geometry.plot.left() - m_geometry.labelWidth, y - m_geometry.rowHeight / 2, m_geometry.labelWidth - 8, m_geometry.rowHeight)
                         : QRectF(2, y - m_geometry.barHeight * 0.65 - metrics.height() - 1, m_geometry.width - 4, metrics.height());
    const bool isShort = !row.shortLabel.isEmpty() && metrics.horizontalAdvance(row.label) > box.width();
    const QString label = isShort ? row.shortLabel : row.label;
    if (m_geometry.labelWidth <= 0) // it stands on the chart, and no grid line may run through it
        painter.fillRect(QRectF(box.left(), box.top() + 1, std::min(metrics.horizontalAdvance(label) + 4, box.width()), box.height() - 1), groundOf(number));
    painter.setPen(row.earlier ? m_colours.mutedText : m_colours.text);
    painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter, metrics.elidedText(label, Qt::ElideRight, box.width()));
}

void RowOverlay::paintPending(QPainter& painter, std::size_t number) const
{
    const auto& row = m_rows[number];
    if (m_kind != ResultChart::Kind::Elapsed || row.state == ChartRow::State::Measured)
        return;
    const double half = m_geometry.barHeight / 2;
    const bool never = row.state == ChartRow::State::Never;
    const double right = never ? m_geometry.plot.right() : clamped(row.value.value_or(0));
    const QRectF bar(QPointF(m_geometry.plot.left(), m_geometry.y(number) - half), QPointF(right, m_geometry.y(number) + half));
    if (bar.width() < 1)
        return;
    painter.setPen(QPen(m_colours.border, 1));
    painter.setBrush(hatching(never ? m_colours.grey : m_colours.skyBlue));
    painter.drawRoundedRect(bar, 2, 2);
}

void RowOverlay::paintWhisker(QPainter& painter, std::size_t number) const
{
    const auto& row = m_rows[number];
    const double y = m_geometry.y(number);
    if (m_kind == ResultChart::Kind::Elapsed) {
        if (!row.bandFrom || !row.bandTo)
            return;
        // The predicted interval: two feet and a line, in the colour of predictions.
        const double left = clamped(*row.bandFrom);
        const double right = std::max(clamped(*row.bandTo), left + 2);
        const double foot = m_geometry.barHeight * 0.65;
        painter.setPen(Qt::NoPen);
        painter.setBrush(withAlpha(m_colours.predicted, 0.45));
        painter.drawRect(QRectF(QPointF(left, y - foot), QPointF(right, y + foot)));
        painter.setPen(QPen(m_colours.predicted, 2));
        painter.drawLine(QPointF(left, y - foot), QPointF(left, y + foot));
        painter.drawLine(QPointF(right, y - foot), QPointF(right, y + foot));
        return;
    }
    if (row.minimum && row.maximum) {
        painter.setPen(QPen(row.good ? m_colours.blue : m_colours.vermillion, 2));
        painter.drawLine(QPointF(clamped(*row.minimum), y), QPointF(clamped(*row.maximum), y));
    }
    // Beyond the axis: an arrow head at the edge, so that nothing vanishes.
    if (row.value && (*row.value < m_geometry.from || *row.value > m_geometry.to)) {
        const bool right = *row.value > m_geometry.to;
        const double tip = right ? m_geometry.plot.right() : m_geometry.plot.left();
        const double back = right ? tip - 9 : tip + 9;
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_colours.vermillion);
        painter.drawPolygon(QPolygonF{QPointF(tip, y), QPointF(back, y - 6), QPointF(back, y + 6)});
    }
}

void RowOverlay::paintText(QPainter& painter, std::size_t number) const
{
    const auto& row = m_rows[number];
    if (row.text.isEmpty())
        return;
    const QFontMetricsF metrics(m_font);
    if (!isBeside(row, m_kind)) {
        paintInstead(painter, number);
        return;
    }
    const QString brief = row.shortText.isEmpty() ? row.text : row.shortText;
    const auto place = valuePlace(row, m_geometry, m_kind, metrics).value_or(ValuePlace{m_geometry.plot.right() + 6, brief});
    const QRectF box(place.left, m_geometry.y(number) - metrics.height() / 2, metrics.horizontalAdvance(place.words) + 2, metrics.height());
    // Nor does a line of the grid run through it.
    const bool within = row.bandFrom && row.bandTo && place.left > clamped(*row.bandFrom) && place.left < clamped(*row.bandTo);
    if (!within)
        painter.fillRect(box.adjusted(-1, 0, 0, 0), groundOf(number));
    painter.setPen(row.state == ChartRow::State::Unseen ? m_colours.mutedText : row.good ? m_colours.text : m_colours.ink(m_colours.vermillion));
    painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter, place.words);
}

/// Those that fit, on a bar so long that enough of it is left on both sides to be known as one.
QString RowOverlay::insteadWords(const ChartRow& row) const
{
    const QFontMetricsF metrics(m_font);
    const bool onBar = m_kind == ResultChart::Kind::Elapsed;
    const double most = m_geometry.plot.width() - (onBar ? 2 * (kLeastHatching + kPlateAir) : 4);
    return !row.shortText.isEmpty() && metrics.horizontalAdvance(row.text) > most ? row.shortText : row.text;
}

/// In the middle of the plot, where nothing has been or will be measured.
void RowOverlay::paintInstead(QPainter& painter, std::size_t number) const
{
    const auto& row = m_rows[number];
    const QFontMetricsF metrics(m_font);
    const double most = m_geometry.plot.width() - 4;
    const QString words = metrics.elidedText(insteadWords(row), Qt::ElideRight, most);
    const double used = metrics.horizontalAdvance(words) + 2 * kPlateAir;
    const QRectF box(m_geometry.plot.center().x() - used / 2, m_geometry.y(number) - metrics.height() / 2 - 1, used, metrics.height() + 2);
    painter.setPen(Qt::NoPen);
    painter.setBrush(groundOf(number));
    painter.drawRoundedRect(box, 3, 3);
    painter.setPen(m_colours.mutedText);
    painter.drawText(box, Qt::AlignCenter, words);
}

} // namespace halfopen
