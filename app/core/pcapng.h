// SPDX-License-Identifier: GPL-3.0-or-later
// Blocks of a capture file that Wireshark and tshark read: pcapng, draft-ietf-opsawg-pcapng.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/run_time.h"

namespace halfopen::pcapng {

using Bytes = std::vector<std::uint8_t>;

enum class Way { Inbound, Outbound }; // as seen from the interface

/// The beginning of a file: who wrote it, on what system.
[[nodiscard]] Bytes section(std::string_view application, std::string_view system);
/// The next interface (numbers count from 0): Ethernet, whole frames, time stamps in nanoseconds.
[[nodiscard]] Bytes interface(std::string_view name, std::string_view description);
/// Names to show instead of IP addresses (text form).
[[nodiscard]] Bytes names(std::span<const std::pair<std::string, std::string>> addressesAndNames);
/// One frame. `time` since 1970-01-01 UTC. An empty comment is left out.
[[nodiscard]] Bytes packet(std::uint32_t interface, RunTime time, std::span<const std::uint8_t> frame, Way way, std::string_view comment);

} // namespace halfopen::pcapng
