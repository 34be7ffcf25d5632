// SPDX-License-Identifier: GPL-3.0-or-later
// Ethernet frames as bytes: what TCP segment is inside, and how a router hands one on.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace halfopen {

namespace tcp_flag {
inline constexpr std::uint8_t kFin = 0x01;
inline constexpr std::uint8_t kSyn = 0x02;
inline constexpr std::uint8_t kRst = 0x04;
inline constexpr std::uint8_t kPsh = 0x08;
inline constexpr std::uint8_t kAck = 0x10;
} // namespace tcp_flag

/// The header fields of one TCP segment in host byte order. Not yet a Packet: nothing is known of its connection.
struct Segment final
{
    std::uint16_t sourcePort = 0;
    std::uint16_t destinationPort = 0;
    std::uint32_t sequence = 0;
    std::uint32_t acknowledgement = 0;
    std::uint16_t window = 0; // as in the header, unscaled
    std::uint8_t flags = 0;
    int length = 0;                          // payload bytes, by the IP header's length
    std::optional<std::uint8_t> windowScale; // option of a SYN, RFC 7323

    bool operator==(const Segment&) const = default;
};

/// Empty where the frame is no complete TCP segment over IPv4 or IPv6 (fragments are none). Any bytes may be given.
[[nodiscard]] std::optional<Segment> parseSegment(std::span<const std::uint8_t> frame);

enum class RouteStep {
    Ready,   // readdressed, one hop older
    NotOurs, // not an IP packet addressed to this router (on a wire: to the other host): none of a router's business
    Expired, // no hop left
};

/// Does to a frame what a router does: next hop's MAC in, own MAC as source, TTL or hop limit one less, IPv4 header
/// checksum updated (RFC 1624). `self` is the router's own address on the side where the frame came in.
[[nodiscard]] RouteStep routeFrame(std::span<std::uint8_t> frame, const std::array<std::uint8_t, 6>& self,
                                   const std::array<std::uint8_t, 6>& source, const std::array<std::uint8_t, 6>& destination);

/// The same where there is no router, only a wire: an IP packet for the host at the other end passes as it is.
[[nodiscard]] RouteStep passFrame(std::span<const std::uint8_t> frame, const std::array<std::uint8_t, 6>& destination);

} // namespace halfopen
