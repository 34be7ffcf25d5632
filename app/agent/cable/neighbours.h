// SPDX-License-Identifier: GPL-3.0-or-later
// Neighbour discovery as bytes: ARP for IPv4, neighbour solicitations and advertisements (RFC 4861) for IPv6.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace halfopen {

/// Whose address is asked for. One of IPv4 in the first four bytes of `ip`, or of IPv6.
struct NeighbourSelf final
{
    bool ipv6 = false;
    std::array<std::uint8_t, 16> ip{};
    std::array<std::uint8_t, 6> mac{};
};

/// An ARP packet over Ethernet and IPv4, or a neighbour solicitation or advertisement. Any bytes may be given.
[[nodiscard]] bool isNeighbourFrame(std::span<const std::uint8_t> frame);

/// The frame with which `self` answers, if that frame asks for its address; else empty. Answers broadcast and unicast
/// questions alike, and no probe for a duplicate (RFC 4861: unspecified source), as nobody here makes one.
[[nodiscard]] std::vector<std::uint8_t> answerNeighbour(std::span<const std::uint8_t> frame, const NeighbourSelf& self);

} // namespace halfopen
