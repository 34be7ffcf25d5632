// SPDX-License-Identifier: GPL-3.0-or-later
// What kinds of faults there are, what each takes hold of, how it ends and which values it has.
#pragma once

#include <array>
#include <cstddef>

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

/// What a fault takes hold of.
enum class FaultSite {
    Router,  // packets on the way
    Network, // what a host sends and hears with: carrier, interface, route, address, neighbour, queue
    Program, // a host's program; its kernel lives on
    Power,   // a host as a whole
    Sockets, // a host's sockets, through its kernel
};

/// How a fault ends.
enum class FaultCourse {
    UntilHealed,
    Momentary, // over as soon as it is made
    Final,     // what is dead stays dead
    ByItself,  // after a time of its own
};

/// Everything about a kind that is asked in more than one place.
struct FaultNature final
{
    FaultKind kind;
    FaultSite site;
    FaultCourse course;
    // Which values of a Fault mean something beside its times and, of faults at a host, the host.
    bool direction = false;
    bool choice = false; // percent, only, nth
    bool delay = false;
    bool idle = false;
    bool back = false;
};

/// One entry a kind, in the order of the enumeration.
inline constexpr std::array kFaultNatures{
    FaultNature{.kind = FaultKind::Drop, .site = FaultSite::Router, .course = FaultCourse::UntilHealed, .direction = true, .choice = true},
    FaultNature{.kind = FaultKind::Delay, .site = FaultSite::Router, .course = FaultCourse::UntilHealed, .direction = true, .delay = true},
    FaultNature{.kind = FaultKind::Reset, .site = FaultSite::Router, .course = FaultCourse::Momentary, .direction = true},
    FaultNature{.kind = FaultKind::Reject, .site = FaultSite::Router, .course = FaultCourse::UntilHealed, .direction = true},
    FaultNature{.kind = FaultKind::NatForget, .site = FaultSite::Router, .course = FaultCourse::UntilHealed, .idle = true},
    FaultNature{.kind = FaultKind::CableOut, .site = FaultSite::Network, .course = FaultCourse::UntilHealed},
    FaultNature{.kind = FaultKind::InterfaceDown, .site = FaultSite::Network, .course = FaultCourse::UntilHealed},
    FaultNature{.kind = FaultKind::RouteRemoved, .site = FaultSite::Network, .course = FaultCourse::UntilHealed},
    FaultNature{.kind = FaultKind::AddressRemoved, .site = FaultSite::Network, .course = FaultCourse::UntilHealed},
    FaultNature{.kind = FaultKind::NeighbourLost, .site = FaultSite::Network, .course = FaultCourse::UntilHealed},
    FaultNature{.kind = FaultKind::LocalDrop, .site = FaultSite::Network, .course = FaultCourse::UntilHealed},
    FaultNature{.kind = FaultKind::Kill, .site = FaultSite::Program, .course = FaultCourse::Final},
    FaultNature{.kind = FaultKind::Freeze, .site = FaultSite::Program, .course = FaultCourse::UntilHealed},
    FaultNature{.kind = FaultKind::PowerOff, .site = FaultSite::Power, .course = FaultCourse::Final},
    FaultNature{.kind = FaultKind::Reboot, .site = FaultSite::Power, .course = FaultCourse::ByItself, .back = true},
    FaultNature{.kind = FaultKind::Destroy, .site = FaultSite::Sockets, .course = FaultCourse::Momentary},
};

[[nodiscard]] constexpr const FaultNature& natureOf(FaultKind kind) { return kFaultNatures[static_cast<std::size_t>(kind)]; }

[[nodiscard]] constexpr FaultSite siteOf(FaultKind kind) { return natureOf(kind).site; }

/// Whether the fault acts at one host (and `host` means something) rather than on the way between.
[[nodiscard]] constexpr bool actsAtHost(FaultKind kind) { return siteOf(kind) != FaultSite::Router; }
/// Whether it ends or stops that host's program.
[[nodiscard]] constexpr bool actsOnProgram(FaultKind kind)
{
    return siteOf(kind) == FaultSite::Program || siteOf(kind) == FaultSite::Power;
}
/// Whether that host's program is dead after it.
[[nodiscard]] constexpr bool endsProgram(FaultKind kind)
{
    return actsOnProgram(kind) && natureOf(kind).course != FaultCourse::UntilHealed;
}
/// Whether it can be undone by hand or by the script.
[[nodiscard]] constexpr bool canHeal(FaultKind kind) { return natureOf(kind).course == FaultCourse::UntilHealed; }
/// Whether it acts once and is over: nothing of it is in force afterwards.
[[nodiscard]] constexpr bool isMomentary(FaultKind kind) { return natureOf(kind).course == FaultCourse::Momentary; }

} // namespace halfopen
