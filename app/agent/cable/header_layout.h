// SPDX-License-Identifier: GPL-3.0-or-later
// Where things lie in Ethernet, IP and TCP headers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace halfopen::header {

inline constexpr std::size_t kEthernetBytes = 14;
inline constexpr std::size_t kIpv4Bytes = 20; // without options
inline constexpr std::size_t kIpv6Bytes = 40; // without extension headers
inline constexpr std::size_t kTcpBytes = 20;  // without options
inline constexpr std::size_t kIcmpBytes = 8;

inline constexpr std::uint16_t kEtherIpv4 = 0x0800;
inline constexpr std::uint16_t kEtherIpv6 = 0x86dd;

inline constexpr std::uint8_t kProtocolIcmp = 1;
inline constexpr std::uint8_t kProtocolTcp = 6;
inline constexpr std::uint8_t kProtocolIcmpv6 = 58;

/// 16 bits in network byte order at that place, which must exist.
[[nodiscard]] constexpr std::uint16_t word(std::span<const std::uint8_t> bytes, std::size_t at)
{
    return static_cast<std::uint16_t>(bytes[at] << 8 | bytes[at + 1]);
}

[[nodiscard]] constexpr std::uint32_t longWord(std::span<const std::uint8_t> bytes, std::size_t at)
{
    return static_cast<std::uint32_t>(word(bytes, at)) << 16 | word(bytes, at + 2);
}

} // namespace halfopen::header
