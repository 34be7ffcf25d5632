// SPDX-License-Identifier: GPL-3.0-or-later
// One host's interface, address, way to the peer, neighbour and output queue, and how each is taken away.
#include "agent/lab/host_network.h"

#include "core/words.h"

#include <fmt/format.h>

#include <linux/netlink.h>

#include <cerrno>
#include <initializer_list>

namespace halfopen {

namespace {

constexpr int kLoopbackLink = 1;

/// Success where it is as wanted already: a fault that came before may have taken it along, or left it.
Result<void> unlessAlready(Result<void> done, std::initializer_list<int> already)
{
    for (const int code : already)
        if (!done && done.error().code == code)
            return {};
    return done;
}

} // namespace

Result<HostNetwork> HostNetwork::make(const HostNetworkPlan& plan)
{
    HostNetwork made;
    made.m_plan = plan;
    Result<Fd> control = openControlSocket();
    if (!control)
        return control.error();
    made.m_control = std::move(*control);
    Result<NetlinkSocket> route = NetlinkSocket::open(NETLINK_ROUTE);
    if (!route)
        return route.error();
    made.m_route = std::move(*route);
    if (const Result<void> off = switchOffloadsOff(made.m_control, plan.link); !off)
        return off.error();
    if (const Result<void> up =
            setLinkUp(made.m_route, kLoopbackLink, true, words("core", "set a host's loopback interface up"));
        !up)
        return up.error();
    // The address before the link: IPv6 would otherwise look for duplicates.
    if (const Result<void> added = addAddress(made.m_route, plan.index, plan.own, plan.prefixLength); !added)
        return added.error();
    if (const Result<void> restored = made.restore(); !restored)
        return restored.error();
    return made;
}

bool* HostNetwork::missing(FaultKind kind)
{
    switch (kind) {
    case FaultKind::InterfaceDown:
        return &m_missing.interface;
    case FaultKind::RouteRemoved:
        return &m_missing.route;
    case FaultKind::AddressRemoved:
        return &m_missing.address;
    case FaultKind::NeighbourLost:
        return &m_missing.neighbour;
    case FaultKind::LocalDrop:
        return &m_missing.queue;
    case FaultKind::Drop:
    case FaultKind::Delay:
    case FaultKind::Reset:
    case FaultKind::Reject:
    case FaultKind::NatForget:
    case FaultKind::CableOut:
    case FaultKind::Kill:
    case FaultKind::Freeze:
    case FaultKind::PowerOff:
    case FaultKind::Reboot:
    case FaultKind::Destroy:
        break;
    }
    return nullptr;
}

Result<void> HostNetwork::take(FaultKind kind)
{
    bool* const gone = missing(kind);
    if (gone == nullptr)
        return Error{EINVAL, fmt::format(words("core", "Fault '{}' does not act on a host's network."), name(kind))};
    Result<void> taken;
    if (kind == FaultKind::InterfaceDown)
        taken = setLinkUp(m_route, m_plan.index, false, words("core", "set a host's link down"));
    else if (kind == FaultKind::RouteRemoved)
        taken = removeRoute();
    else if (kind == FaultKind::AddressRemoved)
        taken = unlessAlready(removeAddress(m_route, m_plan.index, m_plan.own, m_plan.prefixLength), {EADDRNOTAVAIL});
    else if (kind == FaultKind::NeighbourLost)
        taken = removeNeighbour();
    else
        taken = addClosedQueue(m_route, m_plan.index);
    if (taken)
        *gone = true;
    return taken;
}

Result<void> HostNetwork::giveBack(FaultKind kind)
{
    bool* const gone = missing(kind);
    if (gone == nullptr)
        return Error{EINVAL, fmt::format(words("core", "Fault '{}' does not act on a host's network."), name(kind))};
    *gone = false;
    if (kind == FaultKind::LocalDrop)
        return unlessAlready(removeClosedQueue(m_route, m_plan.index), {ENOENT, EINVAL});
    return restore();
}

Result<void> HostNetwork::removeRoute() const
{
    // ESRCH: there is none; the interface is down or the address gone, and it went along.
    if (m_plan.routed)
        return unlessAlready(removeDefaultRoute(m_route, m_plan.index, m_plan.nextHop), {ESRCH, ENETUNREACH});
    return unlessAlready(removeConnectedRoute(m_route, m_plan.index, m_plan.own, m_plan.prefixLength),
                         {ESRCH, ENETUNREACH});
}

Result<void> HostNetwork::removeNeighbour() const
{
    return unlessAlready(halfopen::removeNeighbour(m_route, m_plan.index, m_plan.nextHop), {ENOENT});
}

Result<void> HostNetwork::restore() const
{
    if (m_missing.interface)
        return {}; // the kernel takes nothing for an interface that is down
    if (const Result<void> up = setLinkUp(m_route, m_plan.index, true, words("core", "set a host's link up")); !up)
        return up;
    if (!m_missing.address) {
        const Result<void> added = addAddress(m_route, m_plan.index, m_plan.own, m_plan.prefixLength);
        if (const Result<void> there = unlessAlready(added, {EEXIST}); !there)
            return there;
    }
    if (m_plan.pinned && !m_missing.neighbour) {
        if (const Result<void> pinned =
                addPermanentNeighbour(m_route, m_plan.index, m_plan.nextHop, m_plan.nextHopMac);
            !pinned)
            return pinned;
    }
    if (m_missing.address)
        return {}; // no way leads to a gateway in a subnet that the host is not in
    if (m_missing.route)
        return removeRoute(); // the address brought the connected one back
    const Result<void> added = m_plan.routed
                                   ? addDefaultRoute(m_route, m_plan.index, m_plan.nextHop)
                                   : addConnectedRoute(m_route, m_plan.index, m_plan.own, m_plan.prefixLength);
    return unlessAlready(added, {EEXIST});
}

} // namespace halfopen
