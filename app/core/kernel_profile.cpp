// SPDX-License-Identifier: GPL-3.0-or-later
// Sysctls with their kernel defaults, and kernel versions.
#include "core/kernel_profile.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "core/words.h"

#include <fmt/format.h>

namespace halfopen {

namespace {

// Defaults: Documentation/networking/ip-sysctl.rst and tcp_sk_init() in net/ipv4/tcp_ipv4.c.
// tcp_orphan_retries 0 means 8 (tcp_orphan_retries()); ranges: net/ipv4/sysctl_net_ipv4.c.
constexpr std::array<SysctlSpec, 15> kSysctls{{
    {"tcp_keepalive_time", 1, 32767, 7200, ""},
    {"tcp_keepalive_intvl", 1, 32767, 75, ""},
    {"tcp_keepalive_probes", 1, 127, 9, ""},
    {"tcp_retries1", 0, 255, 3, ""},
    {"tcp_retries2", 0, 255, 15, ""},
    {"tcp_syn_retries", 1, 127, 6, ""},
    {"tcp_synack_retries", 0, 255, 5, ""},
    {"tcp_syn_linear_timeouts", 0, 127, 4, "6.5"},
    {"tcp_orphan_retries", 0, 255, 0, ""},
    {"tcp_fin_timeout", 1, 120, 60, ""},
    {"tcp_early_retrans", 0, 4, 3, ""},
    {"tcp_sack", 0, 1, 1, ""},
    {"tcp_thin_linear_timeouts", 0, 1, 0, ""},
    {"tcp_rto_max_ms", 1000, 120'000, 120'000, "6.15"},
    {"tcp_rto_min_us", 1, 200'000, 200'000, "6.11"},
}};

} // namespace

std::span<const SysctlSpec> sysctlSpecs() { return kSysctls; }

const SysctlSpec* findSysctl(std::string_view name)
{
    const auto found = std::ranges::find(kSysctls, name, &SysctlSpec::name);
    return found == kSysctls.end() ? nullptr : &*found;
}

std::int64_t KernelProfile::value(std::string_view sysctlName) const
{
    constexpr std::int64_t kLimit = 1'000'000'000; // beyond every range in the kernel; what was read may be anything
    if (const auto set = sysctl.find(std::string{sysctlName}); set != sysctl.end())
        return std::clamp<std::int64_t>(set->second, 0, kLimit);
    const SysctlSpec* spec = findSysctl(sysctlName);
    return spec ? spec->kernelDefault : 0;
}

bool KernelProfile::atLeast(int wantedMajor, int wantedMinor) const
{
    return major != wantedMajor ? major > wantedMajor : minor >= wantedMinor;
}

Result<KernelProfile> profileForRelease(std::string_view release, int hz)
{
    KernelProfile profile;
    profile.release = std::string{release};
    profile.hz = hz;
    const char* const end = release.data() + release.size();
    const auto first = std::from_chars(release.data(), end, profile.major);
    if (first.ec != std::errc{} || first.ptr == end || *first.ptr != '.')
        return Error{0, fmt::format(words("core", "'{}' is no kernel version; it has to begin like 6.12."), release)};
    const auto second = std::from_chars(first.ptr + 1, end, profile.minor);
    if (second.ec != std::errc{} || profile.major < 0 || profile.minor < 0)
        return Error{0, fmt::format(words("core", "'{}' is no kernel version; it has to begin like 6.12."), release)};
    if (hz < 24 || hz > 10'000)
        return Error{0,
                     fmt::format(words("core", "HZ {} is out of range; kernels tick 24 to 10000 times a second."), hz)};
    return profile;
}

} // namespace halfopen
