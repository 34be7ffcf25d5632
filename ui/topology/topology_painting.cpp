// SPDX-License-Identifier: GPL-3.0-or-later
// How the hosts and their cable are drawn.
#include "ui/topology/topology_painting.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

#include "ui/theme/colours.h"
#include "ui/theme/quantity_text.h"
#include "ui/timeline/lane_painting.h"
#include "ui/timeline/lane_text.h"
#include "ui/timeline/timeline_picture.h"

namespace halfopen {

namespace {

struct TopologyPen final
{
    QPainter& painter;
    const TopologyScene& scene;
    const TopologyLayout& layout;
    const Colours& colours;
    QFont font;
    QFont bold;
    QFont small;
    QFont large;
    double line;   // px, height of a line of text
    double spread; // the hosts' rows are this much further apart than a line
    double streamPhase;

    [[nodiscard]] double wireWidth() const { return std::max(line * 0.3, 3.0); }
    [[nodiscard]] QColor wire() const { return mixed(colours.panel, colours.text, colours.dark ? 0.55 : 0.60); }
    void text(const QRectF& area, const QStringList& wordings, const QFont& textFont, const QColor& colour,
              Qt::Alignment alignment = Qt::AlignCenter) const
    {
        paintFitting(painter, area, wordings, textFont, colour, alignment);
    }
    void stroke(const QPointF& from, const QPointF& to, const QColor& colour, double width,
                Qt::PenCapStyle cap = Qt::FlatCap) const
    {
        painter.setPen(QPen(colour, width, Qt::SolidLine, cap));
        painter.drawLine(from, to);
    }

    void paintMachine() const;
    void paintHost(const HostScene& host, const QRectF& box) const;
    void paintFate(const HostScene& host, const QRectF& box) const;
    void paintRouter() const;
    void paintCable() const;
    void paintFarPiece(double from, double to) const;
    void paintOneWay(double from, double to, double y, const std::optional<double>& cutFor, bool rightwards) const;
    void paintPlug(const QRectF& box, double direction, double since) const;
    void paintStream(const WayScene& way, bool rightwards) const;
    void paintPackets() const;
    void paintPacket(const FlyingPacket& packet) const;
    void paintWireLabels() const;
    void paintFoot() const;
};

void TopologyPen::paintMachine() const
{
    if (layout.machine.isEmpty())
        return;
    painter.setPen(QPen(colours.border, 1, Qt::DashLine));
    painter.setBrush(colours.lane);
    painter.drawRoundedRect(layout.machine, 8, 8);
    text({layout.machine.left() + line * 0.6, layout.machine.top(), layout.machine.width() - line, line * 1.3},
         {LaneText::tr("this machine: both programs on one network stack"), LaneText::tr("this machine")}, small,
         colours.mutedText, Qt::AlignLeft | Qt::AlignVCenter);
}

void TopologyPen::paintHost(const HostScene& host, const QRectF& box) const
{
    QColor ground = colours.panel;
    if (host.frozen)
        ground = colours.frozen;
    if (host.killed)
        ground = mixed(colours.panel, colours.grey, 0.25);
    painter.setPen(QPen(host.frozen ? colours.skyBlue : mixed(colours.panel, colours.text, 0.32), 1.6));
    painter.setBrush(ground);
    painter.drawRoundedRect(box.adjusted(0.8, 0.8, -0.8, -0.8), 7, 7);

    const QColor main = host.killed ? colours.mutedText : colours.text;
    const QRectF inside = box.adjusted(line * 0.5, line * 0.35 * spread, -line * 0.5, -line * 0.35 * spread);
    double y = inside.top();
    const auto row = [&](double height) {
        const QRectF area(inside.left(), y, inside.width(), height * spread);
        y += height * spread;
        return area;
    };
    text(row(line * 1.15), {hostText(host.host)}, large, main);
    if (layout.showsAddress)
        text(row(line * 0.9), {host.address}, small, colours.mutedText);
    y += line * 0.15;
    const QRectF pill = row(line * 1.25).adjusted(0, line * (spread - 1) * 0.3, 0, -line * (spread - 1) * 0.3);
    QColor pillGround = host.failed                  ? withAlpha(colours.failure, colours.dark ? 0.30 : 0.14)
                        : host.waits && !host.killed ? withAlpha(colours.blocked, colours.dark ? 0.25 : 0.20)
                                                     : colours.lane;
    painter.setPen(QPen(host.failed ? colours.failure : colours.border, 1));
    painter.setBrush(pillGround);
    painter.drawRoundedRect(pill.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    if (host.waits && !host.killed && !host.frozen)
        fillBox(painter, pill.adjusted(1, 1, -1, -1), hatching(withAlpha(colours.text, 0.07)), 3);
    text(pill.adjusted(4, 0, -4, 0), host.doing, host.failed ? bold : font,
         host.failed ? (colours.dark ? colours.vermillion : colours.vermillion.darker(120)) : main);
    y += line * 0.1;
    const QColor stateColour = host.gone                                                    ? colours.failure
                               : host.state == QLatin1String("ESTABLISHED") && !host.killed ? colours.alive
                                                                                            : colours.mutedText;
    text(row(line * 1.1), {host.state}, bold, stateColour);
    if (layout.showsBelief)
        text(row(line * 0.95), host.belief, small, colours.mutedText);
    paintFate(host, box);
}

void TopologyPen::paintFate(const HostScene& host, const QRectF& box) const
{
    if (host.killed) {
        // Crossed out at the corner: the words stay readable.
        const QRectF cross(box.right() - line * 1.5, box.top() + line * 0.4, line * 1.0, line * 1.0);
        stroke(cross.topLeft(), cross.bottomRight(), colours.failure, 3, Qt::RoundCap);
        stroke(cross.bottomLeft(), cross.topRight(), colours.failure, 3, Qt::RoundCap);
    } else if (host.frozen) {
        const QPointF centre(box.right() - line * 1.0, box.top() + line * 0.9);
        for (int i = 0; i < 3; ++i) {
            const double angle = i * 3.14159265358979 / 3;
            const QPointF arm(std::cos(angle) * line * 0.5, std::sin(angle) * line * 0.5);
            stroke(centre - arm, centre + arm, colours.dark ? colours.skyBlue : colours.blue, 2, Qt::RoundCap);
        }
    }
}

void TopologyPen::paintRouter() const
{
    const QRectF& box = layout.router;
    painter.setPen(QPen(mixed(colours.panel, colours.text, 0.32), 1.3));
    painter.setBrush(colours.panel);
    painter.drawRoundedRect(box, 6, 6);
    const QRectF inside = box.adjusted(3, line * 0.3, -3, -line * 0.3);
    const QString name = scene.onLoopback ? QStringLiteral("lo") : LaneText::tr("router");
    if (!scene.isCut()) {
        text(inside, {name}, bold, colours.text);
        return;
    }
    const bool both = scene.toServer.cutFor && scene.toClient.cutFor;
    const QString ways = both                    ? LaneText::tr("both ways")
                         : scene.toServer.cutFor ? LaneText::tr("to server")
                                                 : LaneText::tr("to client");
    const double height = inside.height() / 3;
    text({inside.left(), inside.top(), inside.width(), height}, {name}, bold, colours.text);
    text({inside.left(), inside.top() + height, inside.width(), height},
         {scene.onLoopback ? LaneText::tr("deaf") : LaneText::tr("drops")}, bold, colours.failure);
    text({inside.left(), inside.top() + 2 * height, inside.width(), height}, {ways, both ? LaneText::tr("both") : ways},
         small, colours.failure);
}

void TopologyPen::paintOneWay(double from, double to, double y, const std::optional<double>& cutFor,
                              bool rightwards) const
{
    const double width = std::max(wireWidth() * 0.6, 2.0);
    if (!cutFor) {
        stroke({from, y}, {to, y}, wire(), width);
        const double tip = rightwards ? to - 4 : from + 4;
        const double back = rightwards ? -line * 0.5 : line * 0.5;
        stroke({tip, y}, {tip + back, y - line * 0.3}, wire(), width);
        stroke({tip, y}, {tip + back, y + line * 0.3}, wire(), width);
        return;
    }
    const double third = (to - from) / 3;
    stroke({from, y}, {from + third, y}, wire(), width);
    stroke({to - third, y}, {to, y}, wire(), width);
    const double middle = (from + to) / 2;
    const double arm = line * 0.35;
    stroke({middle - arm, y - arm}, {middle + arm, y + arm}, colours.failure, width, Qt::RoundCap);
    stroke({middle - arm, y + arm}, {middle + arm, y - arm}, colours.failure, width, Qt::RoundCap);
}

void TopologyPen::paintFarPiece(double from, double to) const
{
    const double y = layout.wireY;
    const double width = to - from;
    if (!scene.isCut()) {
        stroke({from, y}, {to, y}, wire(), wireWidth());
        return;
    }
    if (scene.toServer.cutFor && scene.toClient.cutFor) {
        // Two open ends, bent apart.
        const double bend = line * 0.75;
        const double stub = width * 0.24;
        const double reach = width * 0.20;
        stroke({from, y}, {from + stub, y}, wire(), wireWidth());
        stroke({to - stub, y}, {to, y}, wire(), wireWidth());
        stroke({from + stub, y}, {from + stub + reach, y - bend}, colours.failure, wireWidth(), Qt::RoundCap);
        stroke({to - stub, y}, {to - stub - reach, y + bend}, colours.failure, wireWidth(), Qt::RoundCap);
        return;
    }
    paintOneWay(from, to, y - line * 0.45, scene.toServer.cutFor, true);
    paintOneWay(from, to, y + line * 0.45, scene.toClient.cutFor, false);
}

/// A plug pulled out of that host: `direction` points from the host to the cable.
void TopologyPen::paintPlug(const QRectF& box, double direction, double since) const
{
    const double y = layout.wireY;
    const double edge = direction > 0 ? box.right() : box.left();
    const double gap = line * 1.6;
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.panel);
    painter.drawRect(QRectF(std::min(edge, edge + direction * gap), y - wireWidth() - 1, gap, wireWidth() * 2 + 2));
    const double plug = edge + direction * gap;
    fillBox(painter, QRectF(std::min(plug, plug + direction * line * 0.8), y - line * 0.4, line * 0.8, line * 0.8),
            colours.failure, 2);
    stroke({plug, y - line * 0.18}, {plug - direction * line * 0.4, y - line * 0.18}, colours.failure, 2);
    stroke({plug, y + line * 0.18}, {plug - direction * line * 0.4, y + line * 0.18}, colours.failure, 2);
    fillBox(painter, QRectF(std::min(edge, edge + direction * 4), y - line * 0.45, 4, line * 0.9), wire(), 1);
    const double room = (direction > 0 ? layout.router.left() - edge : edge - layout.router.right()) - 8;
    const QRectF words(direction > 0 ? edge + 4 : edge - 4 - room, y + line * 0.7, room, line);
    text(words, {LaneText::tr("cable out for %1", "time").arg(clockText(since)), LaneText::tr("cable out")}, small,
         colours.failure);
}

void TopologyPen::paintCable() const
{
    stroke({layout.client.right(), layout.wireY}, {layout.router.left(), layout.wireY}, wire(), wireWidth());
    paintFarPiece(layout.router.right(), layout.server.left());
    if (scene.hosts[0].cableOutFor)
        paintPlug(layout.client, 1, *scene.hosts[0].cableOutFor);
    if (scene.hosts[1].cableOutFor)
        paintPlug(layout.server, -1, *scene.hosts[1].cableOutFor);
}

void TopologyPen::paintStream(const WayScene& way, bool rightwards) const
{
    if (way.stream.isEmpty())
        return;
    const double y = layout.wireY + (rightwards ? -1 : 1) * wireWidth() * 0.28;
    const double gap = line * 1.1;
    const double dash = line * 0.5;
    const double stop = way.cutFor ? (rightwards ? layout.router.left() : layout.server.left()) : layout.server.left();
    const double start = way.cutFor && !rightwards ? layout.router.right() : layout.client.right();
    painter.setPen(QPen(colours.done, std::max(wireWidth() * 0.45, 2.0), Qt::SolidLine, Qt::RoundCap));
    const double shift = (rightwards ? streamPhase : 1 - streamPhase) * gap;
    for (double x = start + shift; x + dash < stop; x += gap)
        painter.drawLine(QPointF(x, y), QPointF(x + dash, y));
    const QRectF words(layout.client.right() + 6, rightwards ? layout.wireY - line * 1.9 : layout.wireY + line * 0.8,
                       layout.router.left() - layout.client.right() - 12, line);
    text(words, {rightwards ? way.stream + QStringLiteral(" →") : QStringLiteral("← ") + way.stream, way.stream}, small,
         colours.dark ? colours.done : colours.done.darker(115));
}

void TopologyPen::paintPacket(const FlyingPacket& packet) const
{
    const double from = packet.from == Host::Client ? layout.client.right() : layout.server.left();
    const double to = packet.from == Host::Client ? layout.server.left() : layout.client.right();
    const double y = layout.wireY;
    const double radius = std::max(line * 0.34, 3.0);
    const QColor colour = colours.of(packet.kind);
    if (packet.lost) {
        // It ends at the router's side, and a cross stays for a while.
        const double side =
            packet.from == Host::Client ? layout.router.left() - radius * 1.6 : layout.router.right() + radius * 1.6;
        const double x = from + (side - from) * std::min(packet.way * 2, 1.0);
        if (packet.way < 0.5) {
            fillBox(painter, QRectF(x - radius, y - radius, 2 * radius, 2 * radius), colour, radius);
            return;
        }
        const double arm = line * 0.55;
        const QColor cross = withAlpha(colours.failure, 1 - packet.fading * packet.fading);
        stroke({side - arm, y - arm}, {side + arm, y + arm}, cross, 3, Qt::RoundCap);
        stroke({side - arm, y + arm}, {side + arm, y - arm}, cross, 3, Qt::RoundCap);
        return;
    }
    const double x = from + (to - from) * packet.way;
    painter.setPen(QPen(colours.panel, 1.2));
    painter.setBrush(withAlpha(colour, 1 - packet.fading));
    painter.drawEllipse(QPointF(x, y), radius, radius);
}

void TopologyPen::paintPackets() const
{
    for (const FlyingPacket& packet : scene.packets)
        paintPacket(packet);
}

void TopologyPen::paintWireLabels() const
{
    const QRectF near(layout.client.right() + 6, layout.wireY - line * 1.9,
                      layout.router.left() - layout.client.right() - 12, line);
    const QRectF far(layout.router.right() + 6, near.top(), layout.server.left() - layout.router.right() - 12, line);
    // The newest packet of each side is named; a stream's rate or the cut's words have its place otherwise.
    for (const Host host : {Host::Client, Host::Server}) {
        const auto newest = std::find_if(scene.packets.rbegin(), scene.packets.rend(),
                                         [&](const FlyingPacket& packet) { return packet.from == host; });
        const bool fromClient = host == Host::Client;
        if (newest == scene.packets.rend() || !(fromClient ? scene.toServer : scene.toClient).stream.isEmpty())
            continue;
        if (!fromClient && scene.isCut())
            continue;
        const QString name = newest->lost && newest->way >= 0.5
                                 ? LaneText::tr("%1 lost", "a packet's name").arg(newest->label)
                                 : newest->label;
        const QColor colour = newest->kind == PacketKind::Answer || newest->kind == PacketKind::Ack
                                  ? colours.mutedText
                                  : colours.of(newest->kind);
        text(fromClient ? near : far, {fromClient ? name + QStringLiteral(" →") : QStringLiteral("← ") + name, name},
             bold, colours.dark ? colour : colour.darker(112));
    }
    if (!scene.isCut())
        return;
    const double since = std::max(scene.toServer.cutFor.value_or(0), scene.toClient.cutFor.value_or(0));
    text(far.translated(0, -line * 0.1),
         {LaneText::tr("cut %1 ago", "time").arg(clockText(since)), LaneText::tr("cut")}, bold, colours.failure);
    if (scene.canAct)
        text(far.translated(0, line * 2.95), {LaneText::tr("click to plug back")}, small, colours.mutedText);
}

void TopologyPen::paintFoot() const
{
    QRectF area = layout.foot;
    const QFontMetricsF metrics(bold);
    QStringList told;
    if (!scene.countdown.isEmpty())
        told << scene.clock + QStringLiteral(" · ") + scene.countdown;
    told << (scene.countdown.isEmpty() ? scene.clock : scene.countdown) << scene.clock;
    if (!scene.clock.isEmpty()) {
        const bool whole = metrics.horizontalAdvance(told.first()) < area.width() * 0.62;
        const QString chosen = whole ? told.first() : told.value(1);
        const double width = std::min(metrics.horizontalAdvance(chosen) + 2, area.width());
        text({area.right() - width, area.top(), width, area.height()}, {chosen, told.last()}, bold, colours.text,
             Qt::AlignRight | Qt::AlignVCenter);
        area.setRight(area.right() - width - line);
    }
    if (area.width() > line * 4)
        text(area, scene.hint, small, colours.mutedText, Qt::AlignLeft | Qt::AlignVCenter);
}

void paintMark(QPainter& painter, const QRectF& box, const Colours& colours, bool focused)
{
    painter.setBrush(focused ? Qt::NoBrush : QBrush(withAlpha(colours.focus, 0.07)));
    painter.setPen(focused ? QPen(colours.focus, 2) : QPen(withAlpha(colours.focus, 0.45), 1));
    painter.drawRoundedRect(box.adjusted(-3, -3, 3, 3), 9, 9);
}

} // namespace

void paintTopology(QPainter& painter, const QRectF& area, const TopologyScene& scene, const QPalette& palette,
                   const QFont& font, double streamPhase, TopologyPart focused, TopologyPart hovered)
{
    const Colours colours = Colours::from(palette);
    const TopologyLayout layout = TopologyLayout::of(area, font, scene.onLoopback);
    QFont large = boldFont(font);
    if (font.pointSizeF() > 0)
        large.setPointSizeF(font.pointSizeF() * 1.1);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(area, colours.panel);
    const TopologyPen pen{painter,         scene,      layout,
                          colours,         font,       boldFont(font),
                          smallFont(font), large,      QFontMetricsF(font).height(),
                          layout.spread,   streamPhase};
    pen.paintMachine();
    if (hovered != TopologyPart::None && scene.canAct)
        paintMark(painter, layout.rectOf(hovered), colours, false);
    pen.paintCable();
    pen.paintStream(scene.toServer, true);
    pen.paintStream(scene.toClient, false);
    pen.paintPackets();
    pen.paintRouter();
    pen.paintHost(scene.hosts[0], layout.client);
    pen.paintHost(scene.hosts[1], layout.server);
    pen.paintWireLabels();
    pen.paintFoot();
    if (focused != TopologyPart::None)
        paintMark(painter, layout.rectOf(focused), colours, true);
    painter.restore();
}

} // namespace halfopen
