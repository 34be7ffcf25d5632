// SPDX-License-Identifier: GPL-3.0-or-later
// The counters of a host's kernel that tell who decided.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>

namespace halfopen {

/// By the kernel's own names (net/ipv4/proc.c): TCPKeepAlive, OutRsts …
using KernelCounters = std::map<std::string, std::int64_t>;

/// Those that are told of a run.
[[nodiscard]] std::span<const std::string_view> toldCounters();

/// Adds those of toldCounters() that the text of /proc/net/netstat or /proc/net/snmp has: a line of names and a line of
/// as many numbers for each protocol. Lines of another form are left out.
void addCounters(std::string_view text, KernelCounters& counters);

/// What was counted between two readings. Of those that stood still only keepalive probes and timeouts, the first
/// question of everybody.
[[nodiscard]] KernelCounters countedBetween(const KernelCounters& before, const KernelCounters& after);

/// "TCPKeepAlive +3, TCPTimeouts +0"
[[nodiscard]] std::string counterText(const KernelCounters& counted);

} // namespace halfopen
