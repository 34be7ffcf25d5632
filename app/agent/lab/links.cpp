// SPDX-License-Identifier: GPL-3.0-or-later
// Interfaces, addresses, routes and neighbours by rtnetlink; offloads and flags by ioctl.
#include "agent/lab/links.h"

#include "agent/base/system_error.h"
#include "core/words.h"

#include <fmt/format.h>

#include <arpa/inet.h>
#include <linux/ethtool.h>
#include <linux/if_addr.h>
#include <linux/if_link.h>
#include <linux/neighbour.h>
#include <linux/pkt_sched.h>
#include <linux/rtnetlink.h>
#include <linux/sockios.h>
#include <linux/veth.h>
#include <net/if.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

#include <cassert>
#include <cerrno>
#include <cstring>

namespace halfopen {

namespace {

constexpr std::uint16_t kMake = NLM_F_REQUEST | NLM_F_ACK | NLM_F_CREATE | NLM_F_EXCL;
constexpr std::uint16_t kRemove = NLM_F_REQUEST | NLM_F_ACK;

std::span<const std::byte> bytesOf(const IpAddress& address)
{
    return std::as_bytes(std::span{address.bytes}.first(address.size()));
}

ifreq requestFor(const std::string& link)
{
    ifreq request{};
    std::strncpy(request.ifr_name, link.c_str(), IFNAMSIZ - 1);
    return request;
}

NetlinkMessage addressMessage(std::uint16_t type, std::uint16_t flags, int index, const IpAddress& address,
                              int prefixLength)
{
    NetlinkMessage message{type, flags};
    ifaddrmsg fixed{};
    fixed.ifa_family = static_cast<std::uint8_t>(address.family);
    fixed.ifa_prefixlen = static_cast<std::uint8_t>(prefixLength);
    fixed.ifa_flags = IFA_F_NODAD;
    fixed.ifa_index = static_cast<std::uint32_t>(index);
    message.append(fixed);
    message.attributeBytes(IFA_LOCAL, bytesOf(address));
    message.attributeBytes(IFA_ADDRESS, bytesOf(address));
    return message;
}

NetlinkMessage defaultRouteMessage(std::uint16_t type, std::uint16_t flags, int index, const IpAddress& gateway)
{
    NetlinkMessage message{type, flags};
    rtmsg fixed{};
    fixed.rtm_family = static_cast<std::uint8_t>(gateway.family);
    fixed.rtm_table = RT_TABLE_MAIN;
    fixed.rtm_protocol = RTPROT_STATIC;
    fixed.rtm_scope = RT_SCOPE_UNIVERSE;
    fixed.rtm_type = RTN_UNICAST;
    message.append(fixed);
    message.attributeBytes(RTA_GATEWAY, bytesOf(gateway));
    message.attribute(RTA_OIF, static_cast<std::uint32_t>(index));
    return message;
}

/// As fib_add_ifaddr() and addrconf_prefix_route() make it.
NetlinkMessage connectedRouteMessage(std::uint16_t type, std::uint16_t flags, int index, const IpAddress& address,
                                     int prefixLength)
{
    constexpr std::uint32_t kIpv6Metric = 256; // IP6_RT_PRIO_ADDRCONF
    const bool ipv4 = address.family == AF_INET;
    IpAddress subnet = address;
    for (std::size_t bit = static_cast<std::size_t>(prefixLength); bit < subnet.size() * 8; ++bit)
        subnet.bytes[bit / 8] &= static_cast<std::uint8_t>(~(0x80U >> bit % 8));
    NetlinkMessage message{type, flags};
    rtmsg fixed{};
    fixed.rtm_family = static_cast<std::uint8_t>(address.family);
    fixed.rtm_dst_len = static_cast<std::uint8_t>(prefixLength);
    fixed.rtm_table = RT_TABLE_MAIN;
    fixed.rtm_protocol = RTPROT_KERNEL;
    fixed.rtm_scope = ipv4 ? RT_SCOPE_LINK : RT_SCOPE_UNIVERSE;
    fixed.rtm_type = RTN_UNICAST;
    message.append(fixed);
    message.attributeBytes(RTA_DST, bytesOf(subnet));
    message.attribute(RTA_OIF, static_cast<std::uint32_t>(index));
    if (ipv4)
        message.attributeBytes(RTA_PREFSRC, bytesOf(address));
    else
        message.attribute(RTA_PRIORITY, kIpv6Metric);
    return message;
}

tcmsg rootQueue(int index)
{
    tcmsg fixed{};
    fixed.tcm_family = AF_UNSPEC;
    fixed.tcm_ifindex = index;
    fixed.tcm_parent = TC_H_ROOT;
    return fixed;
}

} // namespace

std::size_t IpAddress::size() const { return family == AF_INET ? 4 : 16; }

IpAddress IpAddress::parse(int family, const std::string& text)
{
    IpAddress address;
    address.family = family;
    [[maybe_unused]] const int understood = ::inet_pton(family, text.c_str(), address.bytes.data());
    assert(understood == 1);
    return address;
}

Result<void> createVethPair(const NetlinkSocket& route, const LinkEnd& here, const LinkEnd& there, int thereNetns)
{
    NetlinkMessage message{RTM_NEWLINK, kMake};
    ifinfomsg link{};
    link.ifi_index = here.index;
    message.append(link);
    message.attributeText(IFLA_IFNAME, here.name);
    message.attribute(IFLA_ADDRESS, here.mac);
    const std::size_t linkInfo = message.beginNest(IFLA_LINKINFO);
    message.attributeText(IFLA_INFO_KIND, "veth");
    const std::size_t veth = message.beginNest(IFLA_INFO_DATA);
    const std::size_t peer = message.beginNest(VETH_INFO_PEER);
    link.ifi_index = there.index;
    message.append(link);
    message.attributeText(IFLA_IFNAME, there.name);
    message.attribute(IFLA_ADDRESS, there.mac);
    message.attribute(IFLA_NET_NS_FD, static_cast<std::uint32_t>(thereNetns));
    message.endNest(peer);
    message.endNest(veth);
    message.endNest(linkInfo);
    return route.request(std::move(message), fmt::format(words("core", "make the veth pair {}"), here.name));
}

Result<void> setLinkUp(const NetlinkSocket& route, int index, bool up, const std::string& what)
{
    NetlinkMessage message{RTM_NEWLINK, NLM_F_REQUEST | NLM_F_ACK};
    ifinfomsg link{};
    link.ifi_index = index;
    link.ifi_change = IFF_UP;
    link.ifi_flags = up ? unsigned{IFF_UP} : 0U;
    message.append(link);
    return route.request(std::move(message), what);
}

Result<void> addAddress(const NetlinkSocket& route, int index, const IpAddress& address, int prefixLength)
{
    return route.request(addressMessage(RTM_NEWADDR, kMake, index, address, prefixLength),
                         words("core", "give a host its address"));
}

Result<void> removeAddress(const NetlinkSocket& route, int index, const IpAddress& address, int prefixLength)
{
    return route.request(addressMessage(RTM_DELADDR, kRemove, index, address, prefixLength),
                         words("core", "take a host's address away"));
}

Result<void> addDefaultRoute(const NetlinkSocket& route, int index, const IpAddress& gateway)
{
    return route.request(defaultRouteMessage(RTM_NEWROUTE, kMake, index, gateway),
                         words("core", "give a host its default route"));
}

Result<void> removeDefaultRoute(const NetlinkSocket& route, int index, const IpAddress& gateway)
{
    return route.request(defaultRouteMessage(RTM_DELROUTE, kRemove, index, gateway),
                         words("core", "take a host's default route away"));
}

Result<void> addConnectedRoute(const NetlinkSocket& route, int index, const IpAddress& address, int prefixLength)
{
    return route.request(connectedRouteMessage(RTM_NEWROUTE, kMake, index, address, prefixLength),
                         words("core", "give a host the route to its subnet"));
}

Result<void> removeConnectedRoute(const NetlinkSocket& route, int index, const IpAddress& address, int prefixLength)
{
    return route.request(connectedRouteMessage(RTM_DELROUTE, kRemove, index, address, prefixLength),
                         words("core", "take the route to a host's subnet away"));
}

Result<void> addPermanentNeighbour(const NetlinkSocket& route, int index, const IpAddress& address, const MacAddress& mac)
{
    NetlinkMessage message{RTM_NEWNEIGH, NLM_F_REQUEST | NLM_F_ACK | NLM_F_CREATE | NLM_F_REPLACE};
    ndmsg fixed{};
    fixed.ndm_family = static_cast<std::uint8_t>(address.family);
    fixed.ndm_ifindex = index;
    fixed.ndm_state = NUD_PERMANENT;
    message.append(fixed);
    message.attributeBytes(NDA_DST, bytesOf(address));
    message.attribute(NDA_LLADDR, mac);
    return route.request(std::move(message), words("core", "pin a host's neighbour"));
}

Result<void> removeNeighbour(const NetlinkSocket& route, int index, const IpAddress& address)
{
    NetlinkMessage message{RTM_DELNEIGH, kRemove};
    ndmsg fixed{};
    fixed.ndm_family = static_cast<std::uint8_t>(address.family);
    fixed.ndm_ifindex = index;
    message.append(fixed);
    message.attributeBytes(NDA_DST, bytesOf(address));
    return route.request(std::move(message), words("core", "take a host's neighbour away"));
}

Result<void> addClosedQueue(const NetlinkSocket& route, int index)
{
    NetlinkMessage message{RTM_NEWQDISC, NLM_F_REQUEST | NLM_F_ACK | NLM_F_CREATE | NLM_F_REPLACE};
    message.append(rootQueue(index));
    message.attributeText(TCA_KIND, "pfifo");
    message.attribute(TCA_OPTIONS, tc_fifo_qopt{0});
    return route.request(std::move(message), words("core", "close a host's output queue"));
}

Result<void> removeClosedQueue(const NetlinkSocket& route, int index)
{
    NetlinkMessage message{RTM_DELQDISC, kRemove};
    message.append(rootQueue(index));
    return route.request(std::move(message), words("core", "open a host's output queue"));
}

Result<Fd> openControlSocket()
{
    Fd control{::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0)};
    if (!control.isOpen())
        return systemError(errno, words("core", "open a socket for interface settings"));
    return control;
}

Result<void> switchOffloadsOff(const Fd& control, const std::string& link)
{
    for (const int command : {ETHTOOL_STXCSUM, ETHTOOL_STSO, ETHTOOL_SGSO, ETHTOOL_SGRO}) {
        ethtool_value value{static_cast<std::uint32_t>(command), 0};
        ifreq request = requestFor(link);
        request.ifr_data = reinterpret_cast<char*>(&value);
        if (::ioctl(control.get(), SIOCETHTOOL, &request) != 0)
            return systemError(errno, fmt::format(words("core", "switch the offloads of interface {} off"), link));
    }
    return {};
}

Result<void> setLinkFlagUp(const Fd& control, const std::string& link, bool up)
{
    ifreq request = requestFor(link);
    if (::ioctl(control.get(), SIOCGIFFLAGS, &request) != 0)
        return systemError(errno, fmt::format(words("core", "read the flags of interface {}"), link));
    request.ifr_flags = static_cast<short>(up ? request.ifr_flags | IFF_UP : request.ifr_flags & ~IFF_UP);
    if (::ioctl(control.get(), SIOCSIFFLAGS, &request) != 0)
        return systemError(errno, up ? fmt::format(words("core", "set interface {} up"), link)
                                     : fmt::format(words("core", "set interface {} down"), link));
    return {};
}

bool isRunning(const Fd& control, const std::string& link)
{
    ifreq request = requestFor(link);
    return ::ioctl(control.get(), SIOCGIFFLAGS, &request) == 0 && (request.ifr_flags & IFF_RUNNING) != 0;
}

} // namespace halfopen
