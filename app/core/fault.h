// SPDX-License-Identifier: GPL-3.0-or-later
// How the peer dies.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "core/fault_kind.h"
#include "core/host.h"
#include "core/result.h"

namespace halfopen {

/// Which packets a fault on the way takes.
enum class PacketChoice { Any, Data, Ack, KeepaliveProbe };

/// What a middlebox says to the sender of a packet that it does not hand on.
enum class RouterAnswer {
    Silent,
    Rst,       // TCP reset in the name of the peer
    IcmpHost,  // destination unreachable: host (code 1); in IPv6 address unreachable (code 3)
    IcmpNet,   // network (code 0); no route (code 0)
    IcmpPort,  // port (code 3); port (code 4)
    IcmpAdmin, // communication administratively prohibited (code 13); (code 1)
};

inline constexpr int kMaxFaultNth = 1'000'000;
inline constexpr double kMaxFaultDelayMs = 600'000;    // ten minutes
inline constexpr double kShortestFaultSeconds = 0.001; // until it is healed, or a host is back

/// One fault of an experiment's script, or one made by hand while the run goes on. A plan, not the act.
struct Fault final
{
    FaultKind kind = FaultKind::Drop;
    double atSeconds = 1.0;                   // from the moment all pairs are armed
    std::optional<double> healAfterSeconds{}; // since it was applied; empty: it stays
    Host host = Host::Server;                 // of faults at a host
    Direction direction = Direction::Both;    // of faults on the way: the packets' own direction
    double percent = 100;                     // Drop: of the packets that match, 0 to 100
    PacketChoice only = PacketChoice::Any;    // Drop
    std::optional<int> nth{};                 // Drop: only the n-th match of each pair and direction, from 1
    double delayMs = 100;                     // Delay
    RouterAnswer with = RouterAnswer::Silent; // Reject: anything but Silent; NatForget: Silent or Rst
    double idleSeconds = 0;                   // NatForget: silence after which a connection is forgotten
    double backAfterSeconds = 1;              // Reboot: from the fault to the first answer

    bool operator==(const Fault&) const = default;
};

/// A fault of that kind with the values that a file without them means.
[[nodiscard]] Fault defaultFault(FaultKind kind);

[[nodiscard]] std::string_view name(FaultKind kind); // drop, delay, reset, reject, nat-forget, cable-out …
[[nodiscard]] std::optional<FaultKind> faultKindFromName(std::string_view text);
[[nodiscard]] std::span<const FaultKind> allFaultKinds();
[[nodiscard]] std::string_view name(PacketChoice choice); // any, data, ack, keepalive-probe
[[nodiscard]] std::optional<PacketChoice> packetChoiceFromName(std::string_view text);
[[nodiscard]] std::string_view name(RouterAnswer answer); // silent, rst, icmp-host, icmp-net, icmp-port, icmp-admin
[[nodiscard]] std::optional<RouterAnswer> routerAnswerFromName(std::string_view text);

/// What a middlebox can say with a fault of that kind, first what it says by itself; empty where it says nothing.
[[nodiscard]] std::span<const RouterAnswer> answersOf(FaultKind kind);

/// A drop of every packet that comes its way.
[[nodiscard]] inline bool dropsAll(const Fault& fault)
{
    return fault.kind == FaultKind::Drop && fault.percent >= 100 && fault.only == PacketChoice::Any && !fault.nth;
}
/// Whether packets that travel that one way are among those that it acts on.
[[nodiscard]] inline bool actsOn(const Fault& fault, Direction oneWay)
{
    return fault.direction == Direction::Both || fault.direction == oneWay;
}
/// Whether the loopback place can make it; the error is a sentence that says why not.
[[nodiscard]] Result<void> worksOnLoopback(const Fault& fault);

} // namespace halfopen
