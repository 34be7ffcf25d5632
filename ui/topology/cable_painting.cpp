// SPDX-License-Identifier: GPL-3.0-or-later
// The cable's two halves, the router, and what runs along them.
#include <algorithm>

#include "ui/faults/fault_text.h"
#include "ui/theme/quantity_text.h"
#include "ui/timeline/lane_painting.h"
#include "ui/timeline/lane_text.h"
#include "ui/topology/topology_pen.h"

namespace halfopen {

namespace {

/// One half of the cable: from a host's edge to the router's.
struct CableHalf final
{
    double host;
    double router;

    [[nodiscard]] double length() const { return std::abs(router - host); }
    [[nodiscard]] double direction() const { return router > host ? 1 : -1; } // from the host to the router
    [[nodiscard]] double fromRouter(double distance) const { return router - direction() * distance; }
    [[nodiscard]] double fromHost(double distance) const { return host + direction() * distance; }
    // Where it is cut: short of the router, whose doing it is.
    [[nodiscard]] double gap() const { return length() * 0.28; }
    [[nodiscard]] double bend() const { return length() * 0.22; }
};

CableHalf halfOf(const TopologyLayout& layout, Host host)
{
    return host == Host::Client ? CableHalf{layout.host(host).box.right(), layout.router.left()}
                                : CableHalf{layout.host(host).box.left(), layout.router.right()};
}

double plugGap(const TopologyPen& pen, const CableHalf& half)
{
    return std::min(pen.line() * 1.5, half.length() * 0.4);
}

const WayScene& wayFrom(const TopologyScene& scene, Host host)
{
    return host == Host::Client ? scene.toServer : scene.toClient;
}

void paintHalf(const TopologyPen& pen, Host host)
{
    const CableHalf half = halfOf(pen.layout, host);
    const double y = pen.layout.wireY;
    if (!pen.scene.isCutBothWays()) {
        pen.stroke({half.host, y}, {half.router, y}, pen.wire(), pen.wireWidth());
        if (wayFrom(pen.scene, host).cutFor) { // what comes from here is stopped at the router's door
            const double x = half.fromRouter(3);
            pen.stroke({x, y - pen.line() * 0.75}, {x, y + pen.line() * 0.75}, pen.colours.failure, 4, Qt::RoundCap);
        }
        return;
    }
    const double bent = half.fromRouter(half.gap() + half.bend());
    const double up = host == Host::Client ? -pen.line() * 0.7 : pen.line() * 0.7;
    pen.stroke({half.host, y}, {bent, y}, pen.wire(), pen.wireWidth());
    pen.stroke({bent, y}, {half.fromRouter(half.gap()), y + up}, pen.colours.failure, pen.wireWidth(), Qt::RoundCap);
    pen.stroke({half.fromRouter(half.gap() * 0.4), y}, {half.router, y}, pen.wire(), pen.wireWidth());
}

/// A plug pulled out of that host.
void paintPlug(const TopologyPen& pen, Host host)
{
    const CableHalf half = halfOf(pen.layout, host);
    const double line = pen.line();
    const double y = pen.layout.wireY;
    const auto between = [y](double from, double to, double height) {
        return QRectF(std::min(from, to), y - height / 2, std::abs(to - from), height);
    };
    const double gap = plugGap(pen, half);
    pen.painter.setPen(Qt::NoPen);
    pen.painter.setBrush(pen.colours.panel);
    pen.painter.drawRect(between(half.host, half.fromHost(gap), pen.wireWidth() * 2 + 2));
    const double plug = half.fromHost(gap);
    const double body = std::min(line * 0.8, half.length() * 0.25);
    fillBox(pen.painter, between(plug, half.fromHost(gap + body), line * 0.8), pen.colours.failure, 2);
    for (const double offset : {-0.18, 0.18})
        pen.stroke({plug, y + line * offset}, {half.fromHost(gap * 0.7), y + line * offset}, pen.colours.failure, 2);
    fillBox(pen.painter, between(half.host, half.fromHost(4), line * 0.9), pen.wire(), 1);
}

/// The cable is in, but the host sends nothing into it, or nothing that arrives: a bar at its edge.
void paintStop(const TopologyPen& pen, Host host)
{
    const double x = halfOf(pen.layout, host).fromHost(4);
    const double y = pen.layout.wireY;
    pen.stroke({x, y - pen.line() * 0.75}, {x, y + pen.line() * 0.75}, pen.colours.failure, 4, Qt::RoundCap);
}

/// What takes packets is a failure; what only slows them or still remembers is not. The words say it too.
QColor colourOf(const TopologyPen& pen, const FaultWords& words)
{
    if (words.isOver)
        return pen.colours.mutedText;
    return pen.ink(words.harms ? pen.colours.failure : lampColour(pen.colours, Knowing::Doubts));
}

/// Of one fault its own wordings; of several the first of each, then how many there are.
QStringList wordingsOf(const std::vector<FaultWords>& faults)
{
    if (faults.size() == 1)
        return faults.front().over;
    QStringList all;
    for (const FaultWords& each : faults)
        all << each.over.value(std::min<qsizetype>(1, each.over.size() - 1));
    all.removeDuplicates();
    return QStringList{all.join(QStringLiteral(" · "))} << faults.front().over
           << LaneText::tr("%n fault(s)", "in force at one place", static_cast<int>(faults.size()));
}

/// Where a packet of that host ends that does not arrive.
double lossX(const TopologyPen& pen, const FlyingPacket& packet)
{
    if (packet.lostAt > 0.75) {
        const CableHalf far = halfOf(pen.layout, otherHost(packet.from));
        return far.fromHost(plugGap(pen, far) * 0.6);
    }
    const CableHalf own = halfOf(pen.layout, packet.from);
    return pen.scene.isCutBothWays() ? own.fromRouter(own.gap() + own.bend() * 0.4) : own.fromRouter(pen.line() * 0.5);
}

void paintPacket(const TopologyPen& pen, const FlyingPacket& packet)
{
    const double from = halfOf(pen.layout, packet.from).host;
    const double to = packet.lost ? lossX(pen, packet) : halfOf(pen.layout, otherHost(packet.from)).host;
    const double y = pen.layout.wireY;
    const double radius = std::max(pen.line() * 0.34, 3.0);
    if (packet.lost && packet.hasEnded()) { // a cross stays for a while
        pen.cross({to, y}, pen.line() * 0.55, withAlpha(pen.colours.failure, 1 - packet.fading * packet.fading), 3);
        return;
    }
    const double part = std::min(packet.way / (packet.lost ? packet.lostAt : 1.0), 1.0);
    pen.painter.setPen(QPen(pen.colours.panel, 1.2));
    pen.painter.setBrush(withAlpha(pen.colours.of(packet.kind), packet.lost ? 1 : 1 - packet.fading));
    pen.painter.drawEllipse(QPointF(from + (to - from) * part, y), radius, radius);
}

void paintStream(const TopologyPen& pen, Host host)
{
    const WayScene& way = wayFrom(pen.scene, host);
    if (way.stream.isEmpty())
        return;
    const bool rightwards = host == Host::Client;
    const double from = halfOf(pen.layout, host).host;
    const double to = way.cutFor ? halfOf(pen.layout, host).fromRouter(pen.line() * 0.5)
                                 : halfOf(pen.layout, otherHost(host)).host;
    const double y = pen.layout.wireY + (rightwards ? -1 : 1) * pen.wireWidth() * 0.28;
    const double gap = pen.line() * 1.1;
    const double dash = pen.line() * 0.5;
    const double shift = (rightwards ? pen.scene.streamPhase : 1 - pen.scene.streamPhase) * gap;
    pen.painter.setPen(
        QPen(pen.colours.done, std::max(pen.wireWidth() * 0.45, 2.0), Qt::SolidLine, Qt::RoundCap));
    for (double x = std::min(from, to) + shift; x + dash < std::max(from, to); x += gap)
        pen.painter.drawLine(QPointF(x, y), QPointF(x + dash, y));
}

QStringList arrowed(const QStringList& wordings, bool rightwards)
{
    QStringList texts;
    for (const QString& wording : wordings)
        texts << (rightwards ? LaneText::tr("%1 →", "words over something that runs to the right").arg(wording)
                             : LaneText::tr("← %1", "words over something that runs to the left").arg(wording));
    return texts + QStringList(wordings.last());
}

/// The newest packet of that host, or its stream's rate.
std::optional<StripWords> runningWords(const TopologyPen& pen, Host host)
{
    const bool rightwards = host == Host::Client;
    const Qt::Alignment side = rightwards ? Qt::AlignLeft : Qt::AlignRight;
    if (const WayScene& way = wayFrom(pen.scene, host); !way.stream.isEmpty())
        return StripWords{arrowed(way.stream, rightwards), side, pen.small, pen.ink(pen.colours.done)};
    const auto& packets = pen.scene.packets;
    const auto newest = std::find_if(packets.rbegin(), packets.rend(),
                                     [host](const FlyingPacket& packet) { return packet.from == host; });
    if (newest == packets.rend())
        return std::nullopt;
    QStringList names = newest->labels;
    if (newest->lost) { // while it is still drawn on its way: the lanes below have its cross already
        for (QString& name : names)
            name = newest->fate == PacketFate::Rejected ? LaneText::tr("%1 rejected", "a packet's name").arg(name)
                                                          : LaneText::tr("%1 lost", "a packet's name").arg(name);
        names << (newest->fate == PacketFate::Rejected ? LaneText::tr("rejected", "a packet")
                                                   : LaneText::tr("lost", "a packet"));
        return StripWords{names, side, pen.bold, pen.ink(pen.colours.failure)};
    }
    const bool quiet = newest->kind == PacketKind::Answer || newest->kind == PacketKind::Ack;
    return StripWords{arrowed(names, rightwards), side, pen.bold,
                      quiet ? pen.colours.mutedText : pen.ink(pen.colours.of(newest->kind))};
}

} // namespace

void TopologyPen::paintCable() const
{
    for (const Host host : {Host::Client, Host::Server}) {
        paintHalf(*this, host);
        if (scene.host(host).isCableOut())
            paintPlug(*this, host);
        else if (!scene.host(host).network.empty())
            paintStop(*this, host);
        paintStream(*this, host);
    }
}

void TopologyPen::paintPackets() const
{
    for (const FlyingPacket& packet : scene.packets)
        paintPacket(*this, packet);
}

void TopologyPen::paintRouter() const
{
    const QRectF& box = layout.router;
    const bool acts = !scene.router.empty() && !scene.router.front().isOver;
    painter.setPen(QPen(acts ? colourOf(*this, scene.router.front()) : mixed(colours.panel, colours.text, 0.32), acts ? 1.8 : 1.3));
    painter.setBrush(colours.panel);
    painter.drawRoundedRect(box, 6, 6);
    const QRectF inside = box.adjusted(2, line() * 0.1, -2, -line() * 0.1);
    const QStringList name{scene.isOnLoopback() ? QStringLiteral("lo") : middleText(scene.path)};
    if (scene.router.empty()) {
        text(inside, name, bold, colours.text);
        return;
    }
    const FaultWords& first = scene.router.front();
    const QColor shown = colourOf(*this, first);
    if (inside.height() < line() * 2.7) {
        text(inside, first.what, bold, shown);
        return;
    }
    const auto others = static_cast<int>(scene.router.size()) - 1;
    const QStringList detail = scene.isCutBothWays() ? QStringList{LaneText::tr("both ways"), LaneText::tr("both")}
                               : others > 0 ? QStringList{LaneText::tr("and %n more", "faults in the router", others), QStringLiteral("+%1").arg(others)}
                                          : first.detail;
    const double height = inside.height() / 3;
    text({inside.left(), inside.top(), inside.width(), height}, name, bold, colours.text);
    text({inside.left(), inside.top() + height, inside.width(), height}, first.what, bold, shown);
    text({inside.left(), inside.top() + 2 * height, inside.width(), height}, detail, small, shown);
}

void TopologyPen::paintWireWords() const
{
    std::vector<StripWords> broken;
    const auto atHost = [&](Host host, Qt::Alignment side) {
        const auto& faults = scene.host(host).network;
        if (!faults.empty())
            broken.push_back({wordingsOf(faults), side, bold, ink(colours.failure)});
    };
    atHost(Host::Client, Qt::AlignLeft);
    if (!scene.router.empty())
        broken.push_back({wordingsOf(scene.router), Qt::AlignHCenter, bold, colourOf(*this, scene.router.front())});
    atHost(Host::Server, Qt::AlignRight);
    if (broken.empty() && scene.isOnLoopback())
        broken.push_back({{LaneText::tr("this machine: both programs on one network stack"),
                           LaneText::tr("this machine, one network stack"), LaneText::tr("this machine")},
                          Qt::AlignHCenter,
                          small,
                          colours.mutedText});
    strip(layout.above, broken);

    std::vector<StripWords> running;
    for (const Host host : {Host::Client, Host::Server}) {
        if (auto words = runningWords(*this, host))
            running.push_back(std::move(*words));
    }
    strip(layout.below, running);
}

} // namespace halfopen
