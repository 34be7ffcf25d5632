// SPDX-License-Identifier: GPL-3.0-or-later
// Ethernet frames as bytes: what TCP segment is inside, and how a router hands one on.
#include "agent/cable/frame.h"

#include "agent/cable/header_layout.h"

#include <algorithm>

namespace halfopen {

namespace {

using Bytes = std::span<const std::uint8_t>;
using header::longWord;
using header::word;

constexpr int kMaxExtensionHeaders = 8; // more than any sender of ours makes; bounds the walk

/// The TCP length and payload inside an IPv4 packet; empty where it holds something else.
Bytes tcpOfIpv4(Bytes packet)
{
    if (packet.size() < 20 || packet[0] >> 4 != 4)
        return {};
    const std::size_t length = (packet[0] & 0x0fU) * 4U;
    const std::size_t total = word(packet, 2);
    const bool isFragment = (word(packet, 6) & 0x3fffU) != 0; // offset or "more fragments"
    if (length < 20 || total < length || total > packet.size() || isFragment || packet[9] != header::kProtocolTcp)
        return {};
    return packet.subspan(length, total - length);
}

/// The same for IPv6, past hop-by-hop, routing and destination options.
Bytes tcpOfIpv6(Bytes packet)
{
    if (packet.size() < header::kIpv6Bytes || packet[0] >> 4 != 6)
        return {};
    const std::size_t payload = word(packet, 4);
    if (payload > packet.size() - header::kIpv6Bytes)
        return {};
    std::uint8_t next = packet[6];
    Bytes rest = packet.subspan(header::kIpv6Bytes, payload);
    for (int i = 0; i < kMaxExtensionHeaders; ++i) {
        if (next == header::kProtocolTcp)
            return rest;
        if ((next != 0 && next != 43 && next != 60) || rest.size() < 8)
            return {};
        const std::size_t length = (rest[1] + 1U) * 8U;
        if (length > rest.size())
            return {};
        next = rest[0];
        rest = rest.subspan(length);
    }
    return {};
}

std::optional<std::uint8_t> windowScaleOf(Bytes options)
{
    constexpr std::uint8_t kEnd = 0;
    constexpr std::uint8_t kNothing = 1;
    constexpr std::uint8_t kWindowScale = 3;
    constexpr std::uint8_t kMaxScale = 14; // RFC 7323 section 2.3
    std::size_t at = 0;
    while (at < options.size() && options[at] != kEnd) {
        if (options[at] == kNothing) {
            ++at;
            continue;
        }
        if (at + 1 >= options.size() || options[at + 1] < 2 || at + options[at + 1] > options.size())
            return {};
        if (options[at] == kWindowScale && options[at + 1] == 3)
            return std::min(options[at + 2], kMaxScale);
        at += options[at + 1];
    }
    return {};
}

} // namespace

std::optional<Segment> parseSegment(std::span<const std::uint8_t> frame)
{
    if (frame.size() < header::kEthernetBytes)
        return {};
    const std::uint16_t type = word(frame, 12);
    const Bytes packet = frame.subspan(header::kEthernetBytes);
    const Bytes tcp = type == header::kEtherIpv4 ? tcpOfIpv4(packet) : type == header::kEtherIpv6 ? tcpOfIpv6(packet) : Bytes{};
    if (tcp.size() < 20)
        return {};
    const std::size_t length = (tcp[12] >> 4) * 4U;
    if (length < 20 || length > tcp.size())
        return {};
    Segment segment;
    segment.sourcePort = word(tcp, 0);
    segment.destinationPort = word(tcp, 2);
    segment.sequence = longWord(tcp, 4);
    segment.acknowledgement = longWord(tcp, 8);
    segment.flags = tcp[13];
    segment.window = word(tcp, 14);
    segment.length = static_cast<int>(tcp.size() - length);
    if ((segment.flags & tcp_flag::kSyn) != 0)
        segment.windowScale = windowScaleOf(tcp.subspan(20, length - 20));
    return segment;
}

RouteStep routeFrame(std::span<std::uint8_t> frame, const std::array<std::uint8_t, 6>& self,
                     const std::array<std::uint8_t, 6>& source, const std::array<std::uint8_t, 6>& destination)
{
    if (frame.size() < header::kEthernetBytes || !std::equal(self.begin(), self.end(), frame.begin()))
        return RouteStep::NotOurs;
    const std::uint16_t type = word(frame, 12);
    const std::span<std::uint8_t> packet = frame.subspan(header::kEthernetBytes);
    if (type == header::kEtherIpv4 && packet.size() >= 20) {
        if (packet[8] <= 1)
            return RouteStep::Expired;
        --packet[8];
        // The TTL is the high byte of its 16-bit word: one less there is 0x0100 more in the ones' complement sum.
        const std::uint32_t sum = word(packet, 10) + 0x0100U;
        const std::uint32_t folded = sum + (sum >> 16);
        packet[10] = static_cast<std::uint8_t>(folded >> 8);
        packet[11] = static_cast<std::uint8_t>(folded);
    } else if (type == header::kEtherIpv6 && packet.size() >= header::kIpv6Bytes) {
        if (packet[7] <= 1)
            return RouteStep::Expired;
        --packet[7];
    } else {
        return RouteStep::NotOurs;
    }
    std::ranges::copy(destination, frame.begin());
    std::ranges::copy(source, frame.begin() + 6);
    return RouteStep::Ready;
}

RouteStep passFrame(std::span<const std::uint8_t> frame, const std::array<std::uint8_t, 6>& destination)
{
    if (frame.size() < header::kEthernetBytes || !std::equal(destination.begin(), destination.end(), frame.begin()))
        return RouteStep::NotOurs;
    const std::uint16_t type = word(frame, 12);
    return type == header::kEtherIpv4 || type == header::kEtherIpv6 ? RouteStep::Ready : RouteStep::NotOurs;
}

} // namespace halfopen
