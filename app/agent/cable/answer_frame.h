// SPDX-License-Identifier: GPL-3.0-or-later
// What a router says by itself: resets in a peer's name, and ICMP errors.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/fault.h"

namespace halfopen {

/// Addresses of one direction of a TCP connection, in network byte order.
struct FlowEnds final
{
    bool isIpv6 = false;
    std::array<std::uint8_t, 16> source{};      // the first 4 for IPv4
    std::array<std::uint8_t, 16> destination{};
    std::uint16_t sourcePort = 0;
    std::uint16_t destinationPort = 0;
};

/// The link addresses that a frame of the router carries.
struct LinkEnds final
{
    std::array<std::uint8_t, 6> router{}; // of the interface that sends it
    std::array<std::uint8_t, 6> host{};   // that receives it
};

/// The ends of the TCP segment inside that frame; empty where there is none.
[[nodiscard]] std::optional<FlowEnds> flowOf(std::span<const std::uint8_t> frame);

/// A RST as if `flow.source` had sent it. `acknowledgement` empty: the ACK flag is not set (RFC 9293 section 3.10.7.1).
[[nodiscard]] std::vector<std::uint8_t> resetFrame(const LinkEnds& links, const FlowEnds& flow, std::uint32_t sequence,
                                                   std::optional<std::uint32_t> acknowledgement);

/// The reset with which nobody home answers that segment (RFC 9293 section 3.5.2, group 1), to its sender.
/// Empty for a RST (never answered) and for what is no TCP.
[[nodiscard]] std::optional<std::vector<std::uint8_t>> resetAnswering(const LinkEnds& links, std::span<const std::uint8_t> frame);

/// "Destination unreachable" about that IP packet to its sender, from `router` (an address of the packet's family, as
/// in FlowEnds), quoting as much of the packet as the minimum MTU allows (RFC 1812 section 4.3.2.3, RFC 4443 section
/// 3.1). Empty where the frame holds no IP packet, or `answer` is no ICMP error.
[[nodiscard]] std::optional<std::vector<std::uint8_t>> unreachableFrame(const LinkEnds& links, std::span<const std::uint8_t> frame,
                                                                       RouterAnswer answer,
                                                                       const std::array<std::uint8_t, 16>& router);

/// Whether that frame holds an ICMP or ICMPv6 error: errors about errors are never sent (RFC 1122 section 3.2.2).
[[nodiscard]] bool isIcmpError(std::span<const std::uint8_t> frame);

} // namespace halfopen
