// SPDX-License-Identifier: GPL-3.0-or-later
// Sysctls of the calling thread's network namespace.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "core/result.h"

namespace halfopen {

/// `name` with dots and without "net.", as in "ipv4.tcp_sack". /proc/sys/net follows the calling thread's namespace.
[[nodiscard]] bool hasSysctl(std::string_view name);
/// Writes, reads back, and fails if the kernel holds something else (numbers are compared one by one).
[[nodiscard]] Result<void> setSysctl(std::string_view name, std::string_view value);
[[nodiscard]] Result<std::string> readSysctl(std::string_view name);

/// Fails, naming the first one, if `wanted` (net.ipv4.*, without prefix) holds a sysctl that this kernel lacks.
[[nodiscard]] Result<void> checkSysctlsExist(const std::map<std::string, std::int64_t>& wanted);

/// Fails, naming it and those that there are, if this kernel lacks that congestion control or keeps it from this user.
/// In the namespace that is to use it; an empty name is always there.
[[nodiscard]] Result<void> checkCongestionControl(std::string_view wanted);

/// A host's whole TCP stack: `wanted` where given, else kernel defaults, nothing inherited from the machine.
/// Returns what is in force of `sysctlSpecs()`, read back.
[[nodiscard]] Result<std::map<std::string, std::int64_t>> setHostStack(const std::map<std::string, std::int64_t>& wanted,
                                                                       std::string_view congestionControl = {});
/// IPv6 on (silent: no solicitations, no autoconfiguration, no duplicate detection) or off, for present and future interfaces.
[[nodiscard]] Result<void> setIpv6(bool on);
/// Kernel defaults for asking for neighbours (ARP, NDP) on that interface, nothing inherited from the machine.
[[nodiscard]] Result<void> setNeighbourTimes(std::string_view link, bool ipv6);
/// The router's kernel must not forward, answer or filter: the cable is the router.
[[nodiscard]] Result<void> setRouterStack();

} // namespace halfopen
