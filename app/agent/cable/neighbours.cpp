// SPDX-License-Identifier: GPL-3.0-or-later
// Neighbour discovery as bytes: ARP for IPv4, neighbour solicitations and advertisements (RFC 4861) for IPv6.
#include "agent/cable/neighbours.h"

#include <algorithm>
#include <cstddef>

namespace halfopen {

namespace {

using NeighbourBytes = std::span<const std::uint8_t>;

constexpr std::size_t kMacLength = 6;
constexpr std::size_t kAtEtherType = 12;
constexpr std::size_t kAtPacket = 14;

// RFC 826 with Ethernet and IPv4: what comes before the operation.
constexpr std::array<std::uint8_t, 6> kArpOfEthernet{0, 1, 0x08, 0x00, 6, 4};
constexpr std::size_t kArpLength = 28;
constexpr std::size_t kAtArpOperation = kAtPacket + 6;
constexpr std::size_t kAtArpSenderMac = kAtPacket + 8;
constexpr std::size_t kAtArpSenderIp = kAtPacket + 14;
constexpr std::size_t kAtArpTargetIp = kAtPacket + 24;
constexpr std::uint8_t kArpRequest = 1;
constexpr std::uint8_t kArpReply = 2;

constexpr std::size_t kAtIpv6NextHeader = kAtPacket + 6;
constexpr std::size_t kAtIpv6HopLimit = kAtPacket + 7;
constexpr std::size_t kAtIpv6Source = kAtPacket + 8;
constexpr std::size_t kAtIcmpv6 = kAtPacket + 40;
constexpr std::size_t kAtTarget = kAtIcmpv6 + 8;
constexpr std::size_t kSolicitationLength = 24; // without options
constexpr std::uint8_t kIcmpv6 = 58;
constexpr std::uint8_t kSolicitation = 135;
constexpr std::uint8_t kAdvertisement = 136;
constexpr std::uint8_t kOnLink = 255; // RFC 4861 section 7.1: any other hop limit has passed a router

bool isArp(NeighbourBytes frame)
{
    return frame.size() >= kAtPacket + kArpLength && frame[kAtEtherType] == 0x08 && frame[kAtEtherType + 1] == 0x06
           && std::ranges::equal(kArpOfEthernet, frame.subspan(kAtPacket, kArpOfEthernet.size()));
}

bool isDiscovery(NeighbourBytes frame)
{
    return frame.size() >= kAtIcmpv6 + kSolicitationLength && frame[kAtEtherType] == 0x86
           && frame[kAtEtherType + 1] == 0xdd && frame[kAtIpv6NextHeader] == kIcmpv6 && frame[kAtIpv6HopLimit] == kOnLink
           && (frame[kAtIcmpv6] == kSolicitation || frame[kAtIcmpv6] == kAdvertisement);
}

void append(std::vector<std::uint8_t>& frame, NeighbourBytes bytes)
{
    frame.insert(frame.end(), bytes.begin(), bytes.end());
}

std::vector<std::uint8_t> ethernet(NeighbourBytes to, NeighbourBytes from, std::uint16_t type)
{
    std::vector<std::uint8_t> frame;
    append(frame, to);
    append(frame, from);
    append(frame, std::array{static_cast<std::uint8_t>(type >> 8), static_cast<std::uint8_t>(type)});
    return frame;
}

std::vector<std::uint8_t> arpReply(NeighbourBytes request, const NeighbourSelf& self)
{
    const NeighbourBytes asker = request.subspan(kAtArpSenderMac, kMacLength);
    std::vector<std::uint8_t> frame = ethernet(asker, self.mac, 0x0806);
    append(frame, kArpOfEthernet);
    append(frame, std::array<std::uint8_t, 2>{0, kArpReply});
    append(frame, self.mac);
    append(frame, NeighbourBytes{self.ip}.first(4));
    append(frame, asker);
    append(frame, request.subspan(kAtArpSenderIp, 4));
    return frame;
}

/// Sum of the 16-bit words (RFC 1071); `bytes` has an even length.
std::uint32_t wordSum(NeighbourBytes bytes)
{
    std::uint32_t sum = 0;
    for (std::size_t at = 0; at + 1 < bytes.size(); at += 2)
        sum += static_cast<std::uint32_t>(bytes[at]) << 8 | bytes[at + 1];
    return sum;
}

std::vector<std::uint8_t> advertisement(NeighbourBytes solicitation, const NeighbourSelf& self)
{
    constexpr std::uint8_t kLength = kSolicitationLength + 8; // with the option that holds the MAC
    constexpr std::uint8_t kRouterSolicitedOverride = 0xe0;
    std::vector<std::uint8_t> frame = ethernet(solicitation.subspan(kMacLength, kMacLength), self.mac, 0x86dd);
    append(frame, std::array<std::uint8_t, 8>{0x60, 0, 0, 0, 0, kLength, kIcmpv6, kOnLink});
    append(frame, self.ip);
    append(frame, solicitation.subspan(kAtIpv6Source, 16));
    append(frame, std::array<std::uint8_t, 8>{kAdvertisement, 0, 0, 0, kRouterSolicitedOverride, 0, 0, 0});
    append(frame, self.ip);
    append(frame, std::array<std::uint8_t, 2>{2, 1}); // target link-layer address, in units of eight bytes
    append(frame, self.mac);
    // The pseudo header: both addresses, length and next header (RFC 8200 section 8.1).
    std::uint32_t sum = wordSum(NeighbourBytes{frame}.subspan(kAtIpv6Source)) + kLength + kIcmpv6;
    sum = (sum & 0xffffU) + (sum >> 16);
    sum = (sum & 0xffffU) + (sum >> 16);
    frame[kAtIcmpv6 + 2] = static_cast<std::uint8_t>(~sum >> 8);
    frame[kAtIcmpv6 + 3] = static_cast<std::uint8_t>(~sum);
    return frame;
}

} // namespace

bool isNeighbourFrame(std::span<const std::uint8_t> frame) { return isArp(frame) || isDiscovery(frame); }

std::vector<std::uint8_t> answerNeighbour(std::span<const std::uint8_t> frame, const NeighbourSelf& self)
{
    if (!self.ipv6) {
        const bool asks = isArp(frame) && frame[kAtArpOperation] == 0 && frame[kAtArpOperation + 1] == kArpRequest
                          && std::ranges::equal(NeighbourBytes{self.ip}.first(4), frame.subspan(kAtArpTargetIp, 4));
        return asks ? arpReply(frame, self) : std::vector<std::uint8_t>{};
    }
    const bool asks = isDiscovery(frame) && frame[kAtIcmpv6] == kSolicitation
                      && std::ranges::equal(self.ip, frame.subspan(kAtTarget, 16));
    if (!asks || std::ranges::all_of(frame.subspan(kAtIpv6Source, 16), [](std::uint8_t byte) { return byte == 0; }))
        return {};
    return advertisement(frame, self);
}

} // namespace halfopen
