// SPDX-License-Identifier: GPL-3.0-or-later
// How the peer dies.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "core/host.h"
#include "core/result.h"

namespace halfopen {

enum class FaultKind {
    // On the way, in the router
    Drop,      // takes packets and says nothing; on loopback the sockets turn deaf (IP_MINTTL)
    Delay,     // hands packets on later
    Reset,     // injects a RST into every connection, once
    Reject,    // answers packets instead of handing them on, as a firewall's REJECT does
    NatForget, // forgets connections that are idle for too long, as a NAT or a stateful firewall does
    // At a host: its network
    CableOut,       // it loses its carrier
    InterfaceDown,  // its interface is switched off (ip link set down), which takes its routes along
    RouteRemoved,   // it has no way to the peer any more
    AddressRemoved, // it loses its address
    NeighbourLost,  // the next hop answers no ARP (NDP) any more
    LocalDrop,      // its own output queue throws away what it sends, and its kernel notices
    // At a host: its program and its kernel
    Kill,     // SIGKILL to its program; its kernel lives on and closes the sockets
    Freeze,   // SIGSTOP to its program; its kernel goes on answering
    PowerOff, // cut off first, then everything is gone: nobody hears a word
    Reboot,   // the same, and back after a while with the same address and no memory of any connection
    Destroy,  // SOCK_DESTROY, as `ss --kill`: its kernel aborts the socket and says so with a RST
};

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

/// Whether the fault acts at one host (and `host` means something) rather than on the way between.
[[nodiscard]] constexpr bool actsAtHost(FaultKind kind) { return kind >= FaultKind::CableOut; }
/// Whether it ends or stops that host's program.
[[nodiscard]] constexpr bool actsOnProgram(FaultKind kind)
{
    return kind == FaultKind::Kill || kind == FaultKind::Freeze || kind == FaultKind::PowerOff || kind == FaultKind::Reboot;
}
/// Whether that host's program is dead after it.
[[nodiscard]] constexpr bool endsProgram(FaultKind kind) { return actsOnProgram(kind) && kind != FaultKind::Freeze; }

/// Whether it can be undone. What is dead stays dead, a reset is over at once, and a reboot ends by itself.
[[nodiscard]] constexpr bool canHeal(FaultKind kind)
{
    return !endsProgram(kind) && kind != FaultKind::Reset && kind != FaultKind::Destroy;
}
/// A drop of every packet that comes its way.
[[nodiscard]] inline bool dropsAll(const Fault& fault)
{
    return fault.kind == FaultKind::Drop && fault.percent >= 100 && fault.only == PacketChoice::Any && !fault.nth;
}
/// Whether the loopback place can make it; the error is a sentence that says why not.
[[nodiscard]] Result<void> worksOnLoopback(const Fault& fault);

} // namespace halfopen
