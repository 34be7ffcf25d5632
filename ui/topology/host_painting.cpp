// SPDX-License-Identifier: GPL-3.0-or-later
// A host: its program and its kernel, and what each of them knows.
#include <QFontMetricsF>
#include <QPolygonF>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "ui/timeline/lane_painting.h"
#include "ui/timeline/lane_text.h"
#include "ui/topology/topology_pen.h"

namespace halfopen {

namespace {

void letterInLamp(const TopologyPen& pen, const QPointF& centre, double radius, const QString& letter, const QColor& ink)
{
    QFont font = pen.bold;
    font.setPixelSize(std::max(static_cast<int>(radius * 1.55), 6));
    pen.painter.setFont(font);
    pen.painter.setPen(ink);
    pen.painter.drawText(QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius), Qt::AlignCenter,
                         letter);
}

void snowflake(const TopologyPen& pen, const QPointF& centre, double radius, const QColor& colour)
{
    for (int i = 0; i < 3; ++i) {
        const double angle = i * std::numbers::pi / 3;
        const QPointF arm(std::cos(angle) * radius, std::sin(angle) * radius);
        pen.stroke(centre - arm, centre + arm, colour, std::max(radius * 0.28, 1.5), Qt::RoundCap);
    }
}

QPolygonF diamond(const QPointF& centre, double radius)
{
    const double reach = radius * 1.2;
    return QPolygonF({centre + QPointF(0, -reach), centre + QPointF(reach, 0), centre + QPointF(0, reach),
                      centre + QPointF(-reach, 0)});
}

QPolygonF triangle(const QPointF& centre, double radius)
{
    return QPolygonF({centre + QPointF(0, -radius * 1.25), centre + QPointF(radius * 1.25, radius),
                      centre + QPointF(-radius * 1.25, radius)});
}

QColor compartmentGround(const Colours& colours, Knowing knowing)
{
    switch (knowing) {
    case Knowing::Nothing:
    case Knowing::Believes:
        break;
    case Knowing::Doubts:
        return mixed(colours.panel, colours.orange, colours.dark ? 0.16 : 0.10);
    case Knowing::Knows:
        return mixed(colours.panel, colours.failure, colours.dark ? 0.20 : 0.10);
    case Knowing::Stopped:
        return colours.frozen;
    case Knowing::Gone:
        return mixed(colours.panel, colours.grey, 0.25);
    }
    return colours.lane;
}

/// What it is and what it does, on one line: the caption gives way before the words do.
void captionedLine(const TopologyPen& pen, const QRectF& row, const QString& caption, const QStringList& doing,
                   const QFont& font, const QColor& colour)
{
    const double captionWidth = QFontMetricsF(pen.small).horizontalAdvance(caption) + pen.line() * 0.4;
    const double room = row.width() - captionWidth;
    // Smaller type first, then fewer words, then no caption.
    for (const QString& wording : doing) {
        const bool large = QFontMetricsF(font).horizontalAdvance(wording) <= room;
        if (!large && QFontMetricsF(pen.small).horizontalAdvance(wording) > room)
            continue;
        pen.text(row, {caption}, pen.small, pen.colours.mutedText, Qt::AlignLeft | Qt::AlignVCenter);
        pen.text(row.adjusted(captionWidth, 0, 0, 0), {wording}, large ? font : pen.small, colour,
                 Qt::AlignLeft | Qt::AlignVCenter);
        return;
    }
    pen.text(row, doing, pen.small, colour, Qt::AlignLeft | Qt::AlignVCenter);
}

void paintCompartment(const TopologyPen& pen, const QRectF& box, const QString& caption, const Knower& knower)
{
    const Colours& colours = pen.colours;
    const double line = pen.line();
    const bool absent = knower.knowing == Knowing::Gone || knower.knowing == Knowing::Nothing;
    const QColor sign = lampColour(colours, knower.knowing);
    const bool stands = knower.knowing == Knowing::Doubts || knower.knowing == Knowing::Knows
                        || knower.knowing == Knowing::Stopped;
    pen.painter.setPen(QPen(stands ? sign : colours.border, 1, absent ? Qt::DashLine : Qt::SolidLine));
    pen.painter.setBrush(compartmentGround(colours, knower.knowing));
    pen.painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    const double radius = line * 0.36;
    paintLamp(pen, {box.left() + line * 0.72, box.center().y()}, radius, knower.knowing);

    const QRectF words = box.adjusted(line * 1.4, line * 0.08, -line * 0.25, -line * 0.08);
    // One size for both lines: the larger one only where it costs no word that the smaller one has room for.
    const QFontMetricsF narrow(pen.smallBold);
    const auto fitting = std::ranges::find_if(knower.knows, [&](const QString& wording) { return narrow.horizontalAdvance(wording) <= words.width(); });
    const QString longest = fitting == knower.knows.end() ? QString{} : *fitting;
    const bool roomy = box.width() >= line * 12 && QFontMetricsF(pen.bold).horizontalAdvance(longest) <= words.width();
    const QFont& plain = roomy ? pen.font : pen.small;
    const QFont& strong = roomy ? pen.bold : pen.smallBold;
    const QColor main = absent ? colours.mutedText : colours.text;
    const QColor told = absent ? colours.mutedText : pen.ink(sign);
    if (!pen.layout.twoLines || knower.knows.isEmpty()) {
        if (knower.knows.isEmpty())
            captionedLine(pen, words, caption, knower.doing, plain, main);
        else
            pen.text(words, knower.knows, strong, told, Qt::AlignLeft | Qt::AlignVCenter);
        return;
    }
    const double half = words.height() / 2;
    captionedLine(pen, {words.left(), words.top(), words.width(), half}, caption, knower.doing, plain, main);
    pen.text({words.left(), words.top() + half, words.width(), half}, knower.knows, strong, told,
             Qt::AlignLeft | Qt::AlignVCenter);
}

} // namespace

QColor lampColour(const Colours& colours, Knowing knowing)
{
    switch (knowing) {
    case Knowing::Nothing:
    case Knowing::Gone:
        break;
    case Knowing::Believes:
        return colours.alive;
    case Knowing::Doubts:
        return colours.dark ? colours.orange : colours.orange.darker(112);
    case Knowing::Knows:
        return colours.failure;
    case Knowing::Stopped:
        return colours.dark ? colours.skyBlue : colours.blue;
    }
    return colours.grey;
}

void paintLamp(const TopologyPen& pen, const QPointF& centre, double radius, Knowing knowing)
{
    const QColor colour = lampColour(pen.colours, knowing);
    QPainter& painter = pen.painter;
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    switch (knowing) {
    case Knowing::Nothing:
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colour, 1.4, Qt::DotLine));
        painter.drawEllipse(centre, radius, radius);
        break;
    case Knowing::Believes: {
        painter.drawEllipse(centre, radius, radius);
        const std::array tick{centre + QPointF(-radius * 0.45, 0), centre + QPointF(-radius * 0.1, radius * 0.38),
                              centre + QPointF(radius * 0.5, -radius * 0.38)};
        pen.stroke(tick[0], tick[1], Qt::white, std::max(radius * 0.28, 1.4), Qt::RoundCap);
        pen.stroke(tick[1], tick[2], Qt::white, std::max(radius * 0.28, 1.4), Qt::RoundCap);
        break;
    }
    case Knowing::Doubts:
        painter.drawPolygon(diamond(centre, radius));
        letterInLamp(pen, centre, radius, QStringLiteral("?"), textOn(colour));
        break;
    case Knowing::Knows:
        painter.drawPolygon(triangle(centre, radius));
        letterInLamp(pen, centre + QPointF(0, radius * 0.15), radius * 0.95, QStringLiteral("!"), textOn(colour));
        break;
    case Knowing::Stopped:
        snowflake(pen, centre, radius * 1.15, colour);
        break;
    case Knowing::Gone:
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colour, 1.4));
        painter.drawEllipse(centre, radius, radius);
        pen.cross(centre, radius * 0.62, pen.colours.failure, std::max(radius * 0.3, 1.6));
        break;
    }
}

void TopologyPen::paintHost(Host host) const
{
    const HostScene& shown = scene.host(host);
    const HostLayout& place = layout.host(host);
    painter.setPen(QPen(mixed(colours.panel, colours.text, 0.32), 1.4));
    painter.setBrush(colours.panel);
    painter.drawRoundedRect(place.box.adjusted(0.7, 0.7, -0.7, -0.7), 7, 7);
    const QRectF title = place.title.adjusted(line() * 0.2, 0, -line() * 0.2, 0);
    const double used = text(title, {hostText(host)}, large, colours.text, Qt::AlignLeft | Qt::AlignVCenter);
    // The address is the one thing here that is said elsewhere too: it may go without.
    const QRectF rest = title.adjusted(used + line() * 0.5, 0, 0, 0);
    const QFontMetricsF strong(smallBold);
    const QStringList fate = shown.fates.empty() ? QStringList{} : shown.fates.front().what;
    const auto fits = std::ranges::find_if(fate, [&](const QString& wording) { return strong.horizontalAdvance(wording) <= rest.width(); });
    if (fits != fate.end())
        text(rest, {*fits}, smallBold, shown.fates.front().isOver ? colours.mutedText : ink(colours.failure), Qt::AlignRight | Qt::AlignVCenter);
    else if (fate.isEmpty() && QFontMetricsF(small).horizontalAdvance(shown.address) <= rest.width())
        text(rest, {shown.address}, small, colours.mutedText, Qt::AlignRight | Qt::AlignVCenter);
    paintCompartment(*this, place.program, LaneText::tr("program"), shown.program);
    paintCompartment(*this, place.kernel, LaneText::tr("kernel"), shown.kernel);
}

} // namespace halfopen
