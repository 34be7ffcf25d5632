// SPDX-License-Identifier: GPL-3.0-or-later
// Where the parts of a heat map are.
#include "ui/sweep/heat_layout.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/sweep/sweep_words.h"
#include "ui/theme/line_height.h"

namespace halfopen {

namespace {

constexpr double kBeforeCells = 11;   // pixels between numbers and cells; the triangle of the present value has its place there
constexpr double kBelowCells = 8;
constexpr double kBetweenNumbers = 8;
constexpr double kTitleLines = 1.35;  // an underscore is not to touch the number below it
constexpr double kLeastSide = 12;    // of a map in a widget that is far too small

std::size_t nextStride(std::size_t stride) { return stride < 10 ? stride + 1 : stride + stride / 4; }

/// Of each axis every n-th number is told, so that none touches the next.
std::size_t strideFor(std::size_t count, double step, double extent)
{
    std::size_t stride = 1;
    while (stride < count && step * static_cast<double>(stride) < extent)
        stride = nextStride(stride);
    return stride;
}

double widest(const AskedAxis& axis, const QFontMetricsF& metrics)
{
    double width = 0;
    for (const double value : axis.values)
        width = std::max(width, metrics.horizontalAdvance(axisNumberText(value)));
    return width;
}

/// Half of the width each; what one of them does not need the other may have.
std::pair<double, double> sharesOf(double width, double first, double second)
{
    const double half = width / 2;
    return {first > half ? std::max(half, width - second) : half, second > half ? std::max(half, width - first) : half};
}

std::size_t indexAt(double offset, double length, std::size_t count)
{
    const auto last = static_cast<double>(count) - 1;
    return static_cast<std::size_t>(std::clamp(std::floor(offset / length * static_cast<double>(count)), 0.0, last));
}

} // namespace

HeatLayout::HeatLayout(const SweepMap& map, const QRectF& area, const QFont& font, double legendHeight)
    : m_map(map), m_font(font), m_line(lineHeight(font))
{
    const QFontMetricsF metrics(font);
    const double margin = widest(map.down, metrics) + kBeforeCells + m_line * 0.3;
    // Both titles share a line: height is what a window has least of.
    const double wide = area.width() - m_line * 1.4;
    const auto [down, across] = sharesOf(wide, metrics.horizontalAdvance(downTitleText(map)) + 1, metrics.horizontalAdvance(acrossTitleText(map)) + 1);
    m_downTitle = QRectF(area.left(), area.top(), down, m_line * kTitleLines);
    m_acrossTitle = QRectF(area.right() - m_line * 0.4 - across, area.top(), across, m_line * kTitleLines);
    m_legend = QRectF(area.left(), area.bottom() - legendHeight, area.width(), legendHeight);
    placePanels(QRectF(area.left(), m_downTitle.bottom(), area.width(), std::max(m_legend.top() - m_line * 0.3 - m_downTitle.bottom(), kLeastSide)), margin);
}

std::size_t HeatLayout::panelsInRow(const QSizeF& room, double margin) const
{
    const auto count = m_map.sheetCount();
    std::size_t best = 1;
    double largest = 0;
    for (std::size_t inRow = 1; inRow <= count; ++inRow) {
        const auto rows = static_cast<double>((count + inRow - 1) / inRow);
        const double wide = (room.width() - margin) / static_cast<double>(inRow) - m_line;
        const double high = room.height() / rows - m_line * 2.6;
        const double side = std::min(wide, high * 1.4);
        if (side > largest) {
            largest = side;
            best = inRow;
        }
    }
    return best;
}

void HeatLayout::placePanels(const QRectF& room, double margin)
{
    const std::size_t count = m_map.sheetCount();
    const std::size_t inRow = panelsInRow(room.size(), margin);
    const auto rows = static_cast<double>((count + inRow - 1) / inRow);
    const double heading = m_map.sheets ? m_line * 1.2 : m_line * 0.2;
    const double foot = m_line * 1.2 + kBelowCells;
    const double wide = (room.width() - margin) / static_cast<double>(inRow);
    const double high = room.height() / rows;
    const double gap = inRow > 1 ? m_line * 0.8 : m_line * 0.4; // the last number of an axis stands out a little
    for (std::size_t sheet = 0; sheet < count; ++sheet) {
        const auto column = static_cast<double>(sheet % inRow);
        const auto row = static_cast<double>(sheet / inRow);
        HeatPanel panel;
        panel.cells = QRectF(std::round(room.left() + margin + column * wide), std::round(room.top() + row * high + heading),
                             std::max(std::floor(wide - gap), kLeastSide), std::max(std::floor(high - heading - foot), kLeastSide));
        addTicks(panel, sheet % inRow == 0);
        m_panels.push_back(std::move(panel));
    }
    if (m_map.sheets)
        addHeadings();
}

/// The value tells the maps apart; the name is as long as it can be above all of them.
void HeatLayout::addHeadings()
{
    const AskedAxis& axis = *m_map.sheets;
    const QString name = QString::fromUtf8(axis.target.name.data(), static_cast<qsizetype>(axis.target.name.size()));
    const QFontMetricsF metrics(m_font);
    for (const QString& shown : {name, name.startsWith(QStringLiteral("TCP_")) ? name.mid(4) : name, QString{}}) {
        bool fits = true;
        for (std::size_t sheet = 0; sheet < m_panels.size(); ++sheet) {
            const QString value = axisValueText(axis.target, axis.values[sheet]);
            m_panels[sheet].heading = shown.isEmpty() ? value : SweepWords::tr("%1 %2", "kernel name, value").arg(shown, value);
            fits = fits && metrics.horizontalAdvance(m_panels[sheet].heading) <= m_panels[sheet].cells.width();
        }
        if (fits)
            return;
    }
}

void HeatLayout::addTicks(HeatPanel& panel, bool leftmost) const
{
    const QFontMetricsF metrics(m_font);
    const double wide = panel.cells.width() / static_cast<double>(m_map.columns());
    const double high = panel.cells.height() / static_cast<double>(m_map.rows());
    const std::size_t across = strideFor(m_map.columns(), wide, widest(m_map.across, metrics) + kBetweenNumbers);
    for (std::size_t column = 0; column < m_map.columns(); column += across)
        panel.across.push_back({panel.cells.left() + (static_cast<double>(column) + 0.5) * wide, axisNumberText(m_map.across.values[column])});
    if (!leftmost)
        return;
    const std::size_t down = strideFor(m_map.rows(), high, m_line * 1.1);
    for (std::size_t row = 0; row < m_map.rows(); row += down)
        panel.down.push_back({panel.cells.bottom() - (static_cast<double>(row) + 0.5) * high, axisNumberText(m_map.down.values[row])});
}

QSizeF HeatLayout::cellSize() const
{
    const QRectF& cells = m_panels.front().cells;
    return {cells.width() / static_cast<double>(m_map.columns()), cells.height() / static_cast<double>(m_map.rows())};
}

QRectF HeatLayout::cellRect(const MapPlace& place) const
{
    const QRectF& cells = m_panels[place.sheet].cells;
    const QSizeF size = cellSize();
    return {cells.left() + static_cast<double>(place.column) * size.width(), cells.bottom() - static_cast<double>(place.row + 1) * size.height(), size.width(), size.height()};
}

std::optional<MapPlace> HeatLayout::placeAt(const QPointF& point) const
{
    for (std::size_t sheet = 0; sheet < m_panels.size(); ++sheet) {
        if (const QRectF& cells = m_panels[sheet].cells; cells.contains(point))
            return MapPlace{indexAt(point.x() - cells.left(), cells.width(), m_map.columns()), indexAt(cells.bottom() - point.y(), cells.height(), m_map.rows()), sheet};
    }
    return std::nullopt;
}

MapPlace HeatLayout::nearestTo(const QPointF& point) const
{
    const auto distance = [&](const HeatPanel& panel) {
        const double x = point.x() - std::clamp(point.x(), panel.cells.left(), panel.cells.right());
        const double y = point.y() - std::clamp(point.y(), panel.cells.top(), panel.cells.bottom());
        return x * x + y * y;
    };
    const auto panel = std::ranges::min_element(m_panels, {}, distance);
    const QRectF& cells = panel->cells;
    return {indexAt(point.x() - cells.left(), cells.width(), m_map.columns()), indexAt(cells.bottom() - point.y(), cells.height(), m_map.rows()),
            static_cast<std::size_t>(panel - m_panels.begin())};
}

} // namespace halfopen
