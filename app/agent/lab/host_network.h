// SPDX-License-Identifier: GPL-3.0-or-later
// One host's interface, address, way to the peer, neighbour and output queue, and how each is taken away.
#pragma once

#include <string>

#include "agent/base/fd.h"
#include "agent/lab/links.h"
#include "core/fault.h"
#include "core/result.h"

namespace halfopen {

/// What a host's kernel is to be told.
struct HostNetworkPlan final
{
    std::string link;      // name of its interface, which exists
    int index = 0;         // of that interface
    IpAddress own;
    int prefixLength = 24;
    IpAddress nextHop;     // the router, or on the direct path the peer
    MacAddress nextHopMac{};
    bool routed = true;    // false: the peer is in the same subnet, the connected route leads to it
    bool pinned = true;    // the neighbour is told once and for all; else it is asked for (ARP, NDP)
};

/// Sets a host's network up and, as a fault, takes parts of it away. It knows what is missing: giving one part back
/// leaves out what another fault still takes. Works from within any namespace after make(). Not the cable: the carrier
/// is the router's business.
class HostNetwork final
{
public:
    /// In the network namespace of the calling thread. The interface comes up with address, neighbour and route.
    [[nodiscard]] static Result<HostNetwork> make(const HostNetworkPlan& plan);

    [[nodiscard]] const Fd& control() const { return m_control; }
    /// InterfaceDown: `ip link set down`; the kernel drops the routes, and IPv6 the address as well.
    /// RouteRemoved: the default route, on the direct path the connected one.
    /// AddressRemoved: the kernel drops the routes that need it.
    /// NeighbourLost: the entry of the next hop; that nobody answers for it is the cable's part.
    /// LocalDrop: a root qdisc without room (pfifo of limit 0) throws every packet away and says so (NET_XMIT_DROP),
    /// which TCP takes for local congestion: it tries again after 0.5 s and counts no keepalive probe
    /// (tcp_write_wakeup() > 0 in tcp_keepalive_timer()).
    /// The other kinds are refused (EINVAL).
    [[nodiscard]] Result<void> take(FaultKind kind);
    /// Gives it back, with all that went with it.
    [[nodiscard]] Result<void> giveBack(FaultKind kind);

private:
    struct Missing
    {
        bool interface = false;
        bool route = false;
        bool address = false;
        bool neighbour = false;
        bool queue = false;
    };

    HostNetwork() = default;
    [[nodiscard]] bool* missing(FaultKind kind);
    [[nodiscard]] Result<void> removeRoute() const;
    [[nodiscard]] Result<void> removeNeighbour() const;
    /// Everything that is not missing, whether or not it is there already.
    [[nodiscard]] Result<void> restore() const;

    HostNetworkPlan m_plan;
    Missing m_missing;
    Fd m_control;
    NetlinkSocket m_route;
};

} // namespace halfopen
