// SPDX-License-Identifier: GPL-3.0-or-later
// What the drawing of the hosts and their cable shows at one instant.
#pragma once

#include <QString>
#include <QStringList>

#include <array>
#include <optional>
#include <vector>

#include "ui/topology/fault_words.h"
#include "ui/topology/flying_packets.h"
#include "ui/topology/knower.h"

namespace halfopen {

struct HostScene final
{
    Host host = Host::Client;
    QString address;
    Knower program;
    Knower kernel;
    std::vector<FaultWords> network; // what keeps it from the cable
    std::vector<FaultWords> fates;   // what has become of its program and kernel, the weightiest first
    bool operator==(const HostScene&) const = default;

    [[nodiscard]] bool isCableOut() const;
};

/// One direction of the way.
struct WayScene final
{
    std::optional<double> cutFor; // s since it was cut, in tenths; empty: whole
    QStringList stream;           // "1,203 packets/s" and shorter: a flow too dense for single packets
    bool operator==(const WayScene&) const = default;
};

/// In place of the hint, where what is planned cannot be run; long to short.
[[nodiscard]] QStringList hindranceHint();

/// Words and states without a pixel. A value: two that are equal look alike.
struct TopologyScene final
{
    bool hasPair = false;
    bool hasRun = false;
    bool canAct = false; // faults can be made now
    PathKind path = PathKind::Routed;
    std::array<HostScene, 2> hosts; // client, server
    WayScene toServer;
    WayScene toClient;
    std::vector<FaultWords> router; // what it does to packets, the weightiest first
    std::vector<FlyingPacket> packets;
    double streamPhase = 0; // 0 … 1, where a stream's dashes are
    QString clock;          // how long since the fault, or since the start
    QString countdown;      // when the program is expected to know
    QStringList hint;       // what the user can do, wordings long to short
    bool operator==(const TopologyScene&) const = default;

    [[nodiscard]] bool isMoving() const
    {
        return !packets.empty() || !toServer.stream.isEmpty() || !toClient.stream.isEmpty();
    }
    [[nodiscard]] bool isOnLoopback() const { return path == PathKind::Loopback; }
    [[nodiscard]] bool isCut() const { return toServer.cutFor || toClient.cutFor; }
    [[nodiscard]] bool isCutBothWays() const { return toServer.cutFor && toClient.cutFor; }
    [[nodiscard]] const HostScene& host(Host host) const { return hosts[slotOf(host)]; }
    /// Whether the plug of either host is out.
    [[nodiscard]] bool isCableOut() const { return hosts[0].isCableOut() || hosts[1].isCableOut(); }
    /// Whether nothing differs but what runs along the cable.
    [[nodiscard]] bool differsInPacketsOnly(const TopologyScene& other) const;

    /// At `seconds` since t = 0. `end`: whose failing the countdown tells. `flightSeconds`: the instant of the packets,
    /// which are drawn slower than they are and so may still be on their way when the run is over.
    [[nodiscard]] static TopologyScene at(const RunFacts& facts, int pair, Host end, double seconds,
                                          double flightSeconds);
    [[nodiscard]] static TopologyScene at(const RunFacts& facts, int pair, Host end, double seconds)
    {
        return at(facts, pair, end, seconds, seconds);
    }
};

} // namespace halfopen
