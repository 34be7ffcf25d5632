// SPDX-License-Identifier: GPL-3.0-or-later
// What the drawing of the hosts and their cable shows at one instant.
#pragma once

#include <QString>
#include <QStringList>

#include <array>
#include <optional>
#include <vector>

#include "core/packet.h"
#include "ui/timeline/run_facts.h"

namespace halfopen {

struct HostScene final
{
    Host host = Host::Client;
    QString address;
    QStringList doing;   // the program's call, wordings long to short
    bool failed = false; // the program has been told
    bool waits = false;
    QString state;      // of its socket
    bool gone = false;  // no row in the table
    QStringList belief; // what its kernel believes of the peer, wordings long to short
    bool killed = false;
    bool frozen = false;
    std::optional<double> cableOutFor; // s
};

struct FlyingPacket final
{
    PacketKind kind = PacketKind::Data;
    Host from = Host::Client;
    double way = 0; // 0 at the sender … 1 at the receiver; a lost one stops at 0.5, the router
    bool lost = false;
    double fading = 0; // 0 … 1 after its way has ended
    QString label;
};

/// One direction of the cable.
struct WayScene final
{
    std::optional<double> cutFor; // s since it was cut; empty: whole
    QString stream;               // "1,203 packets/s": a flow too dense for single packets
};

/// Words and states without a pixel. A value; made anew for every picture.
struct TopologyScene final
{
    bool hasPair = false;
    bool hasRun = false;
    bool canAct = false; // faults can be made now
    bool onLoopback = false;
    std::array<HostScene, 2> hosts; // client, server
    WayScene toServer;
    WayScene toClient;
    std::vector<FlyingPacket> packets;
    QString clock;     // how long since the fault, or since the start
    QString countdown; // when the program is expected to know
    QStringList hint;  // what the user can do, wordings long to short

    [[nodiscard]] bool isMoving() const
    {
        return !packets.empty() || !toServer.stream.isEmpty() || !toClient.stream.isEmpty();
    }
    [[nodiscard]] bool isCut() const { return toServer.cutFor || toClient.cutFor; }
    [[nodiscard]] const HostScene& host(Host host) const { return hosts[host == Host::Client ? 0 : 1]; }

    /// At `seconds` since t = 0. `end`: whose failing the countdown tells. `flightSeconds`: the instant of the packets,
    /// which are drawn slower than they are and so may still be on their way when the run is over.
    [[nodiscard]] static TopologyScene at(const RunFacts& facts, int pair, Host end, double seconds,
                                          double flightSeconds);
    [[nodiscard]] static TopologyScene at(const RunFacts& facts, int pair, Host end, double seconds)
    {
        return at(facts, pair, end, seconds, seconds);
    }
};

/// The made faults of that kind that are in force, as far as the timeline tells: newest last.
[[nodiscard]] std::vector<const FaultSpan*> faultsInForce(const Timeline& timeline, FaultKind kind,
                                                          std::optional<Host> host = {});

} // namespace halfopen
