// SPDX-License-Identifier: GPL-3.0-or-later
// Names each segment by its place in its connection.
#include "agent/cable/packet_naming.h"

#include <algorithm>

namespace halfopen {

namespace {

/// Sequence numbers wrap: the sign of the difference tells which comes first (RFC 9293 section 3.4).
constexpr bool isBefore(std::uint32_t left, std::uint32_t right) { return static_cast<std::int32_t>(left - right) < 0; }

} // namespace

PacketNaming::PacketNaming(std::uint16_t firstServerPort, int pairs)
    : m_firstServerPort(firstServerPort), m_connections(static_cast<std::size_t>(pairs < 0 ? 0 : pairs))
{
}

int PacketNaming::pairOf(Host from, const Segment& segment) const
{
    const int port = from == Host::Client ? segment.destinationPort : segment.sourcePort;
    const int pair = port - m_firstServerPort;
    return pair >= 0 && static_cast<std::size_t>(pair) < m_connections.size() ? pair : -1;
}

Packet PacketNaming::nameOf(Host from, const std::optional<Segment>& segment)
{
    Packet packet;
    packet.from = from;
    if (!segment)
        return packet;
    packet.pair = pairOf(from, *segment);
    packet.length = segment->length;
    packet.flags = segment->flags;
    packet.window = segment->window;
    if (packet.pair < 0) {
        packet.sequence = segment->sequence;
        packet.acknowledgement = segment->acknowledgement;
        return packet;
    }
    Connection& connection = m_connections[static_cast<std::size_t>(packet.pair)];
    Direction& own = connection.ends[slotOf(from)];
    Direction& peer = connection.ends[slotOf(otherHost(from))];
    connection.clientPort = from == Host::Client ? segment->sourcePort : segment->destinationPort;
    begin(own, peer, *segment);
    packet.kind = kindOf(own, peer, *segment);
    packet.sequence = segment->sequence - own.initial;
    own.acknowledgedBefore.reset();
    if ((segment->flags & tcp_flag::kAck) != 0) {
        packet.acknowledgement = segment->acknowledgement - peer.initial;
        peer.acknowledgedBefore = peer.hasAcknowledged ? std::optional{peer.acknowledged} : std::nullopt;
        noteAcknowledgement(peer, segment->acknowledgement);
        if (isBefore(peer.arrived, segment->acknowledgement)) // it says so itself
            peer.arrived = segment->acknowledgement;
    }
    // A window is scaled once both ends have offered to (RFC 7323 section 2.2); never in a SYN itself.
    if (own.windowScale && peer.windowScale && (segment->flags & tcp_flag::kSyn) == 0)
        packet.window = segment->window << *own.windowScale;
    return packet;
}

void PacketNaming::begin(Direction& own, Direction& peer, const Segment& segment)
{
    const bool syn = (segment.flags & tcp_flag::kSyn) != 0;
    const bool acks = (segment.flags & tcp_flag::kAck) != 0;
    if (syn && (!own.begun || own.initial != segment.sequence)) {
        own = Direction{};
        own.initial = segment.sequence;
        own.next = segment.sequence + 1U;
        own.arrived = segment.sequence;
        own.windowScale = segment.windowScale;
        own.begun = true;
        if (!acks)
            peer = Direction{}; // a new connection in the place of an old one
    } else if (!own.begun && (segment.flags & tcp_flag::kRst) == 0) {
        // Its SYN went by before the cable was there: count as if this were the first after it.
        own.initial = segment.sequence - 1U;
        own.next = segment.sequence;
        own.arrived = segment.sequence;
        own.begun = true;
    } else if (!own.begun) {
        own.initial = segment.sequence; // a RST for a port without a listener: begins nothing
    }
    if (acks && !peer.begun && !syn && (segment.flags & tcp_flag::kRst) == 0) {
        peer.initial = segment.acknowledgement - 1U;
        peer.next = segment.acknowledgement;
        peer.arrived = segment.acknowledgement;
        peer.begun = true;
    }
}

void PacketNaming::noteAcknowledgement(Direction& peer, std::uint32_t acknowledgement)
{
    if (!peer.hasAcknowledged || isBefore(peer.acknowledged, acknowledgement)) {
        peer.acknowledged = acknowledgement;
        peer.hasAcknowledged = true;
    }
}

PacketKind PacketNaming::kindOf(Direction& own, Direction& peer, const Segment& segment)
{
    if ((segment.flags & tcp_flag::kRst) != 0)
        return PacketKind::Rst;
    if ((segment.flags & tcp_flag::kSyn) != 0)
        return (segment.flags & tcp_flag::kAck) != 0 ? PacketKind::SynAck : PacketKind::Syn;

    const bool fin = (segment.flags & tcp_flag::kFin) != 0;
    const bool oneBelow = segment.sequence == own.next - 1U;
    const auto length = static_cast<std::uint32_t>(segment.length);
    // Probes are sent only when nothing is in flight. Linux sends them without payload (tcp_xmit_probe_skb()), others
    // with one byte that the peer has long had; a byte not yet acknowledged is data sent again.
    const bool nothingInFlight = own.hasAcknowledged ? own.acknowledged == own.next : length == 0;
    if (oneBelow && !fin && length <= 1 && nothingInFlight) {
        own.probeUnderWay = true;
        return PacketKind::Probe;
    }
    const std::uint32_t end = segment.sequence + length + (fin ? 1U : 0U);
    if (end == segment.sequence) {
        if (!peer.probeUnderWay)
            return PacketKind::Ack;
        peer.probeUnderWay = false;
        return PacketKind::Answer;
    }
    if (!isBefore(own.next, end))
        return fillsHole(own, segment.sequence, end) ? PacketKind::Data : PacketKind::Retransmission;
    advanceTo(own, segment.sequence, end);
    return fin ? PacketKind::Fin : PacketKind::Data;
}

void PacketNaming::advanceTo(Direction& own, std::uint32_t begin, std::uint32_t end)
{
    if (isBefore(own.next, begin)) {
        std::rotate(own.holes.begin(), own.holes.end() - 1, own.holes.end()); // the ranges form needs clang 16
        own.holes.front() = {own.next, begin};
    }
    own.next = end;
}

bool PacketNaming::fillsHole(Direction& own, std::uint32_t begin, std::uint32_t end)
{
    for (Hole& hole : own.holes) {
        if (hole.begin == hole.end || isBefore(begin, hole.begin) || isBefore(hole.end, end))
            continue;
        // Late segments come in order: what lies before this one in the hole is not expected any more.
        hole.begin = end;
        return true;
    }
    return false;
}

Packet PacketNaming::nameOfMade(Host from, const std::optional<Segment>& segment) const
{
    Packet packet;
    packet.from = from;
    if (!segment)
        return packet;
    packet.pair = pairOf(from, *segment);
    packet.kind = (segment->flags & tcp_flag::kRst) != 0 ? PacketKind::Rst : PacketKind::Other;
    packet.flags = segment->flags;
    packet.sequence = segment->sequence;
    packet.acknowledgement = segment->acknowledgement;
    if (packet.pair < 0)
        return packet;
    const Connection& connection = m_connections[static_cast<std::size_t>(packet.pair)];
    packet.sequence -= connection.ends[slotOf(from)].initial;
    packet.acknowledgement -= (segment->flags & tcp_flag::kAck) != 0 ? connection.ends[slotOf(otherHost(from))].initial : 0;
    return packet;
}

std::optional<PacketNaming::Expected> PacketNaming::expectedBy(int pair, Host receiver) const
{
    if (pair < 0 || static_cast<std::size_t>(pair) >= m_connections.size())
        return {};
    const Connection& connection = m_connections[static_cast<std::size_t>(pair)];
    const Direction& sender = connection.ends[slotOf(otherHost(receiver))];
    if (!sender.begun)
        return {};
    return Expected{sender.arrived, connection.clientPort};
}

void PacketNaming::delivered(const Packet& packet)
{
    if (packet.pair < 0)
        return;
    Direction& own = m_connections[static_cast<std::size_t>(packet.pair)].ends[slotOf(packet.from)];
    const std::uint32_t begin = own.initial + packet.sequence;
    const auto flags = packet.flags & (tcp_flag::kSyn | tcp_flag::kFin);
    const std::uint32_t end = begin + static_cast<std::uint32_t>(packet.length) + (flags != 0 ? 1U : 0U);
    if (!isBefore(own.arrived, begin) && isBefore(own.arrived, end))
        own.arrived = end;
}

void PacketNaming::undelivered(const Packet& packet)
{
    if (packet.pair < 0)
        return;
    Connection& connection = m_connections[static_cast<std::size_t>(packet.pair)];
    Direction& own = connection.ends[slotOf(packet.from)];
    Direction& peer = connection.ends[slotOf(otherHost(packet.from))];
    if (packet.kind == PacketKind::Probe)
        own.probeUnderWay = false;
    if ((packet.flags & tcp_flag::kAck) != 0) {
        peer.hasAcknowledged = peer.acknowledgedBefore.has_value();
        peer.acknowledged = peer.acknowledgedBefore.value_or(0);
    }
}

} // namespace halfopen
