// SPDX-License-Identifier: GPL-3.0-or-later
// A sweep as a heat map.
#include "ui/sweep/heat_picture.h"

#include <QFontMetricsF>
#include <QImage>
#include <QPaintEngine>

#include <algorithm>
#include <cmath>

#include "ui/theme/heat_colours.h"
#include "ui/sweep/sweep_words.h"
#include "ui/theme/quantity_text.h"

namespace halfopen {

namespace {

constexpr double kLeastFrame = 9; // pixels: smaller cells are framed from farther out

QRectF grownTo(const QRectF& box, double least)
{
    const double wide = std::max(0.0, least - box.width()) / 2;
    const double high = std::max(0.0, least - box.height()) / 2;
    return box.adjusted(-wide, -high, wide, high);
}

/// A printer, or a file of shapes: a picture of one pixel a cell would be smoothed there.
bool wantsShapes(const QPainter& painter) { return painter.paintEngine() == nullptr || painter.paintEngine()->type() != QPaintEngine::Raster; }

} // namespace

HeatPicture::HeatPicture(const SweepMap& map, SweepFigure figure, const HeatMarks& marks, const QRectF& area, const QFont& font, const QPalette& palette)
    : m_map(map), m_figure(figure), m_marks(marks), m_font(font), m_palette(palette), m_colours(Colours::from(palette)), m_legend(map, figure, marks, font, palette),
      m_layout(map, area, font, m_legend.heightFor(area.width()))
{
}

QColor HeatPicture::inkOf(const MapCell& cell) const
{
    switch (cell.kind) {
    case MapCell::Kind::Time:
        return m_figure == SweepFigure::Decider ? deciderColour(cell.decidedBy, m_colours) : heatColour(m_map.scale.shareOf(cell.seconds, m_map.logarithmic));
    case MapCell::Kind::Never:
        return mixed(m_colours.panel, m_colours.text, 0.08);
    case MapCell::Kind::Refused:
        break;
    }
    return mixed(m_colours.panel, m_colours.text, 0.22);
}

void HeatPicture::paint(QPainter& painter) const
{
    painter.save();
    painter.setFont(m_font);
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (std::size_t sheet = 0; sheet < m_map.sheetCount(); ++sheet)
        paintPanel(painter, sheet);
    paintTitles(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    paintMarks(painter);
    paintPresent(painter);
    paintCursor(painter);
    painter.setRenderHint(QPainter::Antialiasing, false);
    m_legend.paint(painter, m_layout.legend());
    painter.restore();
}

void HeatPicture::paintPanel(QPainter& painter, std::size_t sheet) const
{
    const HeatPanel& panel = m_layout.panels()[sheet];
    paintCells(painter, sheet);
    paintHatching(painter, sheet);
    painter.setPen(m_colours.border);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(panel.cells.adjusted(-1, -1, 0, 0));
    if (m_figure == SweepFigure::Decider)
        paintLetters(painter, sheet);
    else
        paintNumbers(painter, sheet);
    const double line = m_layout.line();
    painter.setPen(m_colours.mutedText);
    for (const HeatTick& tick : panel.across)
        painter.drawText(QRectF(tick.at - line * 10, panel.cells.bottom() + 7, line * 20, line), Qt::AlignHCenter | Qt::AlignTop, tick.text);
    for (const HeatTick& tick : panel.down)
        painter.drawText(QRectF(panel.cells.left() - line * 20 - 11, tick.at - line / 2, line * 20, line), Qt::AlignRight | Qt::AlignVCenter, tick.text);
    if (!panel.heading.isEmpty()) {
        painter.setPen(m_colours.text);
        // Its end is the value, which tells the maps apart.
        const QString heading = QFontMetricsF(m_font).elidedText(panel.heading, Qt::ElideLeft, panel.cells.width());
        painter.drawText(QRectF(panel.cells.left(), panel.cells.top() - line * 1.2, panel.cells.width(), line * 1.2), Qt::AlignLeft | Qt::AlignVCenter, heading);
    }
}

void HeatPicture::paintCells(QPainter& painter, std::size_t sheet) const
{
    const QRectF& cells = m_layout.panels()[sheet].cells;
    if (wantsShapes(painter)) {
        for (std::size_t row = 0; row < m_map.rows(); ++row) {
            for (std::size_t column = 0; column < m_map.columns(); ++column)
                painter.fillRect(m_layout.cellRect({column, row, sheet}), inkOf(m_map.at({column, row, sheet})));
        }
        return;
    }
    const auto wide = static_cast<int>(m_map.columns());
    const auto high = static_cast<int>(m_map.rows());
    QImage image(wide, high, QImage::Format_RGB32);
    for (int y = 0; y < high; ++y) {
        auto* const line = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < wide; ++x)
            line[x] = inkOf(m_map.at({static_cast<std::size_t>(x), static_cast<std::size_t>(high - 1 - y), sheet})).rgb();
    }
    painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
    painter.drawImage(cells, image);
}

void HeatPicture::paintHatching(QPainter& painter, std::size_t sheet) const
{
    // Neighbours are one area: a hatching that begins anew in each cell would be noise.
    const auto hatch = [&](const QBrush& brush, auto is) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(brush);
        for (std::size_t row = 0; row < m_map.rows(); ++row) {
            for (std::size_t column = 0; column < m_map.columns();) {
                std::size_t end = column;
                while (end < m_map.columns() && is(m_map.at({end, row, sheet})))
                    ++end;
                if (end > column)
                    painter.drawRect(m_layout.cellRect({column, row, sheet}).united(m_layout.cellRect({end - 1, row, sheet})));
                column = std::max(end, column + 1);
            }
        }
    };
    hatch(QBrush(mixed(m_colours.panel, m_colours.text, 0.5), Qt::BDiagPattern), [](const MapCell& cell) { return cell.kind == MapCell::Kind::Never; });
    hatch(QBrush(mixed(m_colours.panel, m_colours.text, 0.65), Qt::DiagCrossPattern), [](const MapCell& cell) { return cell.kind == MapCell::Kind::Refused; });
    hatch(QBrush(withAlpha(m_colours.panel, 0.45), Qt::BDiagPattern), [](const MapCell& cell) { return cell.mayBeNever; });
}

void HeatPicture::paintNumbers(QPainter& painter, std::size_t sheet) const
{
    const QSizeF size = m_layout.cellSize();
    const double line = m_layout.line();
    if (size.height() < line * 1.15 || size.width() < line * 2)
        return;
    const QFontMetricsF metrics(m_font);
    for (std::size_t row = 0; row < m_map.rows(); ++row) {
        for (std::size_t column = 0; column < m_map.columns(); ++column) {
            const MapPlace place{column, row, sheet};
            const MapCell& cell = m_map.at(place);
            const QStringList texts = cell.kind == MapCell::Kind::Time ? cellTexts(cell.seconds) : QStringList{};
            const auto text = std::ranges::find_if(texts, [&](const QString& each) { return metrics.horizontalAdvance(each) + 4 <= size.width(); });
            if (text == texts.end())
                continue;
            painter.setPen(readableOn(inkOf(cell)));
            painter.drawText(m_layout.cellRect(place), Qt::AlignCenter, *text);
        }
    }
}

/// One for each ink, where most of it is.
void HeatPicture::paintLetters(QPainter& painter, std::size_t sheet) const
{
    struct Region
    {
        double column = 0;
        double row = 0;
        double count = 0;
    };
    std::map<DecidedBy, Region> regions;
    const auto each = [&](auto use) {
        for (std::size_t row = 0; row < m_map.rows(); ++row) {
            for (std::size_t column = 0; column < m_map.columns(); ++column) {
                if (const MapCell& cell = m_map.at({column, row, sheet}); cell.kind == MapCell::Kind::Time)
                    use(cell.decidedBy, MapPlace{column, row, sheet});
            }
        }
    };
    each([&](DecidedBy by, const MapPlace& place) {
        Region& region = regions[by];
        region.column += static_cast<double>(place.column);
        region.row += static_cast<double>(place.row);
        region.count += 1;
    });
    const auto far = [&](DecidedBy by, const MapPlace& place) {
        const Region& region = regions[by];
        return std::hypot(static_cast<double>(place.column) - region.column / region.count, static_cast<double>(place.row) - region.row / region.count);
    };
    std::map<DecidedBy, MapPlace> places; // the cell of that ink nearest to the middle of all its cells
    each([&](DecidedBy by, const MapPlace& place) {
        const auto known = places.find(by);
        if (known == places.end() || far(by, place) < far(by, known->second))
            places[by] = place;
    });
    const double line = m_layout.line();
    for (const auto& [by, place] : places) {
        const QColor ink = deciderColour(by, m_colours);
        // Inside the map, also where its ink is a thin line at the edge.
        const QRectF& cells = m_layout.panels()[sheet].cells;
        const double side = line * 1.2;
        const QPointF middle = m_layout.cellRect(place).center() - QPointF(side, side) / 2;
        const QRectF badge(std::clamp(middle.x(), cells.left(), std::max(cells.left(), cells.right() - side)),
                           std::clamp(middle.y(), cells.top(), std::max(cells.top(), cells.bottom() - side)), side, side);
        painter.setPen(readableOn(ink));
        painter.setBrush(ink);
        painter.drawRect(badge);
        painter.drawText(badge, Qt::AlignCenter, deciderLetter(by));
    }
}

QRectF HeatPicture::signBox(const MapPlace& place) const
{
    const QRectF cell = m_layout.cellRect(place);
    const double side = std::clamp(std::min(cell.width(), cell.height()) * 0.6, 8.0, m_layout.line() * 0.6);
    const bool hasNumber = m_figure == SweepFigure::Time && cell.height() >= m_layout.line() * 1.15 && cell.width() >= m_layout.line() * 2;
    // Beside the number, not upon it.
    const QPointF centre = hasNumber ? QPointF(cell.right() - side * 0.7, cell.top() + side * 0.7) : cell.center();
    return {centre.x() - side / 2, centre.y() - side / 2, side, side};
}

void HeatPicture::paintMarks(QPainter& painter) const
{
    for (const std::size_t index : m_marks.marked) {
        if (index >= m_map.cells.size())
            continue;
        const MapPlace place = m_map.placeOf(index);
        const QRectF box = signBox(place);
        const double around = m_map.measurement(place) != nullptr ? box.width() * 0.5 : 0; // a dot stands inside it
        paintSign(painter, box.adjusted(-around, -around, around, around), HeatSign::Marked, m_palette);
    }
    for (const auto& [cell, measurement] : m_map.measured) {
        if (const auto place = m_map.placeOfGridCell(cell))
            paintSign(painter, signBox(*place), measurement.isInside() ? HeatSign::MeasuredInside : HeatSign::MeasuredOutside, m_palette);
    }
    if (m_marks.band) {
        painter.setPen(QPen(m_colours.focus, 1.5, Qt::DashLine));
        painter.setBrush(withAlpha(m_colours.focus, 0.18));
        painter.drawRect(*m_marks.band);
    }
}

void HeatPicture::paintPresent(QPainter& painter) const
{
    if (!m_marks.present || !m_map.contains(m_marks.present->place))
        return;
    const QRectF cell = m_layout.cellRect(m_marks.present->place);
    paintSign(painter, grownTo(cell, kLeastFrame), m_marks.present->exact ? HeatSign::Present : HeatSign::Nearest, m_palette);
    // A pointer at each axis finds it in a large map.
    const QRectF& cells = m_layout.panels()[m_marks.present->place.sheet].cells;
    const QPointF below(cell.center().x(), cells.bottom() + 1);
    const QPointF beside(cells.left() - 2, cell.center().y());
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_colours.text);
    painter.drawPolygon(QPolygonF{below, below + QPointF(-4, 6), below + QPointF(4, 6)});
    painter.drawPolygon(QPolygonF{beside, beside + QPointF(-6, -4), beside + QPointF(-6, 4)});
}

void HeatPicture::paintCursor(QPainter& painter) const
{
    if (!m_marks.cursor || !m_map.contains(*m_marks.cursor))
        return;
    const QRectF frame = grownTo(m_layout.cellRect(*m_marks.cursor), kLeastFrame).adjusted(-2, -2, 2, 2);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(m_colours.panel, 4));
    painter.drawRect(frame);
    painter.setPen(QPen(m_colours.focus, 2));
    painter.drawRect(frame);
}

void HeatPicture::paintTitles(QPainter& painter) const
{
    const QFontMetricsF metrics(m_font);
    painter.setPen(m_colours.text);
    const auto write = [&](const QRectF& box, const QString& text, Qt::Alignment alignment) {
        painter.drawText(box, static_cast<int>(alignment | Qt::AlignVCenter), metrics.elidedText(text, Qt::ElideMiddle, box.width())); // its end is the unit
    };
    write(m_layout.downTitle(), downTitleText(m_map), Qt::AlignLeft);
    write(m_layout.acrossTitle(), acrossTitleText(m_map), Qt::AlignRight);
}

} // namespace halfopen
