// SPDX-License-Identifier: GPL-3.0-or-later
// Packets on their way, slowed down for the eye.
#pragma once

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

#include "core/packet.h"
#include "ui/timeline/run_facts.h"

namespace halfopen {

struct FlyingPacket final
{
    PacketKind kind = PacketKind::Data;
    Host from = Host::Client;
    double way = 0; // 0 at the sender … 1 at the receiver; a lost one stops at lostAt
    bool lost = false;
    double lostAt = 0.5; // the router; near 1: the receiver's plug, which is out
    double fading = 0;   // 0 … 1 after its way has ended
    QStringList labels; // long to short
    PacketFate fate = PacketFate::Delivered;
    bool isMade = false; // by the router: its way begins there
    bool operator==(const FlyingPacket&) const = default;

    [[nodiscard]] bool hasEnded() const { return way >= (lost ? lostAt : 1.0); }
};

struct PacketsOnTheWay final
{
    std::vector<FlyingPacket> packets;
    std::optional<PacketKind> handshake; // which one of SYN, SYN-ACK and the ACK after it is the next to arrive; empty: all have
};

/// Those that are on their way at `seconds` since t = 0 or have just ended it, newest last. Their real way takes
/// microseconds; on the screen it takes most of a second. One that was there before a fault is not seen to travel after
/// it, and none passes where the way is closed at that instant.
[[nodiscard]] PacketsOnTheWay packetsOnTheWay(const RunFacts& facts, const PairTrack& track, double seconds);

/// "1,203 packets/s" and shorter, where a flow is too dense for single packets; else empty.
[[nodiscard]] QStringList streamTexts(const RunFacts& facts, const PairTrack& track, Host from, double seconds);

} // namespace halfopen
