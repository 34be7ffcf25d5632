// SPDX-License-Identifier: GPL-3.0-or-later
// What all lanes paint with.
#include "ui/timeline/lane_painting.h"

#include "ui/theme/line_height.h"
#include "ui/timeline/timeline_layout.h"

#include <algorithm>

namespace halfopen {

bool LabelStrip::isFree(double from, double to) const
{
    return std::ranges::none_of(
        m_taken, [&](const auto& taken) { return from < taken.second + m_gap && to > taken.first - m_gap; });
}

bool LabelStrip::take(double from, double to)
{
    if (!isFree(from, to))
        return false;
    m_taken.emplace_back(from, to);
    return true;
}

QRectF LanePen::span(double from, double to, const QRectF& lane) const
{
    const double left = std::clamp(axis.x(from), lane.left(), lane.right());
    const double right = std::clamp(axis.x(to), lane.left(), lane.right());
    return {left, lane.top(), std::max(right - left, 0.0), lane.height()};
}

QRectF LanePen::clearPiece(const QRectF& area, const QStringList& wordings, const QFont& textFont) const
{
    std::vector<QRectF> pieces;
    double left = area.left();
    for (const double line : lines) {
        if (line < area.left() - 5 || line > area.right() + 3)
            continue;
        pieces.emplace_back(left, area.top(), line - 6 - left, area.height());
        left = line + 7;
    }
    pieces.emplace_back(left, area.top(), area.right() - left, area.height());
    if (pieces.size() > 1) // what happened before the first fault is the least interesting
        std::rotate(pieces.begin(), pieces.begin() + 1, pieces.end());
    const QFontMetricsF metrics(textFont);
    for (const QString& wording : wordings) {
        const double wanted = metrics.horizontalAdvance(wording);
        const auto fits = std::ranges::find_if(pieces, [&](const QRectF& piece) { return piece.width() >= wanted; });
        if (fits != pieces.end())
            return *fits;
    }
    return *std::ranges::max_element(pieces, {}, &QRectF::width);
}

QColor LanePen::ground(double atX) const
{
    const bool inFault =
        std::ranges::any_of(tinted, [&](const auto& span) { return atX >= span.first && atX <= span.second; });
    return inFault ? mixed(colours.lane, colours.failure, colours.afterFault.alphaF()) : colours.lane;
}

namespace {

constexpr double kSmallestPart = 0.75; // of its size, to which a font gives way in a thin bar

/// A font that is not cut above and below: Chinese characters fill their line from end to end.
QFont fittedFont(const QFont& font, double height)
{
    const double part = height / lineHeight(font);
    if (part >= 1)
        return font;
    QFont fitted(font);
    if (font.pointSizeF() > 0)
        fitted.setPointSizeF(font.pointSizeF() * std::max(part, kSmallestPart));
    else
        fitted.setPixelSize(std::max(static_cast<int>(font.pixelSize() * std::max(part, kSmallestPart)), 6));
    return fitted;
}

} // namespace

bool paintFitting(QPainter& painter, const QRectF& area, const QStringList& wordings, const QFont& wanted,
                  const QColor& colour, Qt::Alignment alignment)
{
    if (wordings.isEmpty() || area.height() < std::min(QFontMetricsF(wanted).ascent(), lineHeight(wanted) * kSmallestPart))
        return false;
    QFont font = fittedFont(wanted, area.height());
    const QFont smaller = smallFont(font);
    const QString& shortest = wordings.last();
    if (QFontMetricsF(font).horizontalAdvance(shortest) > area.width() && QFontMetricsF(smaller).horizontalAdvance(shortest) <= area.width())
        font = smaller;
    const QFontMetricsF metrics(font);
    QString chosen;
    for (const QString& wording : wordings) {
        if (metrics.horizontalAdvance(wording) <= area.width()) {
            chosen = wording;
            break;
        }
    }
    if (chosen.isEmpty()) {
        // Four characters and the dots are the least that still tells something.
        if (area.width() < metrics.averageCharWidth() * 6)
            return false;
        chosen = metrics.elidedText(wordings.last(), Qt::ElideRight, area.width());
    }
    painter.setFont(font);
    painter.setPen(colour);
    // Mixed scripts make a line higher than the font's own: what hangs below it, as an underscore, is not to be cut.
    painter.drawText(area, static_cast<int>(alignment | Qt::TextSingleLine | Qt::TextDontClip), chosen);
    return true;
}

bool LanePen::text(const QRectF& area, const QStringList& wordings, const QFont& textFont, const QColor& colour,
                   Qt::Alignment alignment) const
{
    return paintFitting(painter, area, wordings, textFont, colour, alignment);
}

bool LanePen::clearText(const QRectF& area, const QStringList& wordings, const QFont& textFont, const QColor& colour) const
{
    const QRectF piece = clearPiece(area, wordings, textFont);
    if (width(wordings.last(), textFont) <= piece.width())
        return text(piece, wordings, textFont, colour);
    return plate(area, wordings, textFont, colour, ground(area.center().x()), Qt::AlignVCenter | Qt::AlignLeft) ||
           text(piece, wordings, textFont, colour);
}

bool LanePen::plate(const QRectF& area, const QStringList& wordings, const QFont& textFont, const QColor& colour,
                    const QColor& ground, Qt::Alignment alignment) const
{
    const QFontMetricsF metrics(textFont);
    const double line = lineHeight(textFont);
    for (const QString& wording : wordings) {
        const double width = metrics.horizontalAdvance(wording);
        if (width + 8 > area.width() || line * 0.8 > area.height() + 1)
            continue;
        QRectF box(0, 0, width + 8, line);
        box.moveTop(alignment & Qt::AlignTop      ? area.top()
                    : alignment & Qt::AlignBottom ? area.bottom() - box.height()
                                                  : area.center().y() - box.height() / 2);
        box.moveLeft(alignment & Qt::AlignRight     ? area.right() - box.width()
                     : alignment & Qt::AlignHCenter ? area.center().x() - box.width() / 2
                                                    : area.left());
        fillBox(painter, box, withAlpha(ground, 0.86));
        painter.setFont(textFont);
        painter.setPen(colour);
        painter.drawText(box, Qt::AlignCenter | Qt::TextSingleLine, wording);
        return true;
    }
    return false;
}

void LanePen::besideCurve(const QRectF& lane, double x, const QStringList& wordings, const QColor& colour) const
{
    const double left = std::clamp(x, lane.left(), lane.right()) + 7;
    const QRectF behind(left, lane.center().y() - lineHeight(small) / 2, lane.right() - 3 - left, lineHeight(small));
    for (const QString& wording : wordings) {
        // On a plate: the predicted band may be there.
        if (width(wording, small) <= behind.width() && plate(behind.adjusted(-4, 0, 4, 0), {wording}, small, colour, ground(left), Qt::AlignVCenter | Qt::AlignLeft))
            return;
    }
    const QRectF whole(lane.left() + 4, behind.top(), lane.width() - 8, behind.height());
    const QRectF piece = clearPiece(whole, {wordings.last()}, small);
    plate(piece, wordings, small, colour, ground(piece.center().x()), Qt::AlignVCenter | Qt::AlignLeft);
}

void LanePen::ghostBox(const QRectF& box, const QColor& colour) const
{
    if (box.width() < 2)
        return;
    painter.setPen(QPen(colour, 1, Qt::DashLine));
    painter.setBrush(withAlpha(colour, 0.06));
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
}

void fillBox(QPainter& painter, const QRectF& box, const QBrush& brush, double radius)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(brush);
    if (box.width() < 2 * radius || radius <= 0)
        painter.drawRect(box);
    else
        painter.drawRoundedRect(box, radius, radius);
}

} // namespace halfopen
