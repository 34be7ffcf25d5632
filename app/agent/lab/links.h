// SPDX-License-Identifier: GPL-3.0-or-later
// Interfaces, addresses, routes and neighbours by rtnetlink; offloads and flags by ioctl.
#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "agent/base/fd.h"
#include "agent/lab/netlink.h"
#include "core/result.h"

namespace halfopen {

using MacAddress = std::array<std::uint8_t, 6>;

/// One end of a veth pair.
struct LinkEnd final
{
    std::string name;
    int index = 0; // wanted interface index; both ends' must differ, see createVethPair()
    MacAddress mac{};
};

/// An address with its family, as netlink takes it.
struct IpAddress final
{
    int family = 0;                     // AF_INET, AF_INET6
    std::array<std::uint8_t, 16> bytes{}; // the first 4 for AF_INET

    [[nodiscard]] std::size_t size() const;
    /// `text` must be a literal of that family.
    [[nodiscard]] static IpAddress parse(int family, const std::string& text);
};

/// Makes both ends with one request: `here` in the socket's namespace, `there` in the namespace of that descriptor.
/// Different indexes make the kernel treat a carrier change as urgent (linkwatch_urgent_event() compares
/// an interface's index with its peer's); with equal ones it may take a second.
[[nodiscard]] Result<void> createVethPair(const NetlinkSocket& route, const LinkEnd& here, const LinkEnd& there, int thereNetns);
[[nodiscard]] Result<void> setLinkUp(const NetlinkSocket& route, int index, bool up, const std::string& what);
/// Without duplicate address detection.
[[nodiscard]] Result<void> addAddress(const NetlinkSocket& route, int index, const IpAddress& address, int prefixLength);
[[nodiscard]] Result<void> removeAddress(const NetlinkSocket& route, int index, const IpAddress& address, int prefixLength);
[[nodiscard]] Result<void> addDefaultRoute(const NetlinkSocket& route, int index, const IpAddress& gateway);
[[nodiscard]] Result<void> removeDefaultRoute(const NetlinkSocket& route, int index, const IpAddress& gateway);
/// The way to the subnet of `address`, as the kernel makes it when the address is added.
[[nodiscard]] Result<void> addConnectedRoute(const NetlinkSocket& route, int index, const IpAddress& address, int prefixLength);
[[nodiscard]] Result<void> removeConnectedRoute(const NetlinkSocket& route, int index, const IpAddress& address,
                                                int prefixLength);
/// A neighbour that is never asked for nor forgotten (NUD_PERMANENT).
[[nodiscard]] Result<void> addPermanentNeighbour(const NetlinkSocket& route, int index, const IpAddress& address, const MacAddress& mac);
[[nodiscard]] Result<void> removeNeighbour(const NetlinkSocket& route, int index, const IpAddress& address);

/// A root qdisc that takes no packet: pfifo with a limit of 0. It is part of every kernel with CONFIG_NET_SCHED.
[[nodiscard]] Result<void> addClosedQueue(const NetlinkSocket& route, int index);
/// The interface's own queue is back.
[[nodiscard]] Result<void> removeClosedQueue(const NetlinkSocket& route, int index);

/// A datagram socket for interface ioctls, bound to the network namespace of the calling thread.
[[nodiscard]] Result<Fd> openControlSocket();
/// Transmit checksums, TSO, GSO and GRO: frames on the cable must be whole, with real checksums.
[[nodiscard]] Result<void> switchOffloadsOff(const Fd& control, const std::string& link);
[[nodiscard]] Result<void> setLinkFlagUp(const Fd& control, const std::string& link, bool up);
/// IFF_RUNNING: up, with a carrier that the kernel has acted on.
[[nodiscard]] bool isRunning(const Fd& control, const std::string& link);

} // namespace halfopen
