// SPDX-License-Identifier: GPL-3.0-or-later
// What the answer depends on in the kernel: version, tick rate and sysctls.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>

#include "core/result.h"

namespace halfopen {

/// One sysctl that an experiment may set, net.ipv4.* without the prefix.
struct SysctlSpec final
{
    std::string_view name;
    std::int64_t minimum;
    std::int64_t maximum;
    std::int64_t kernelDefault;
    std::string_view since; // kernel version that brought it, "" if older than 4.8
};

[[nodiscard]] std::span<const SysctlSpec> sysctlSpecs();
[[nodiscard]] const SysctlSpec* findSysctl(std::string_view name);

/// The kernel under a run. The default is a current kernel with its own defaults; the agent tells the real one.
struct KernelProfile final
{
    std::string release = "6.12";
    int major = 6;
    int minor = 12;
    int hz = 250;                               // jiffies a second (CONFIG_HZ)
    std::map<std::string, std::int64_t> sysctl; // in force in the hosts; missing: the kernel's default

    [[nodiscard]] std::int64_t value(std::string_view sysctlName) const;
    [[nodiscard]] bool atLeast(int wantedMajor, int wantedMinor) const;
    bool operator==(const KernelProfile&) const = default;
};

/// Takes "6.1.0-18-amd64" apart. Fails where it does not begin with two numbers.
[[nodiscard]] Result<KernelProfile> profileForRelease(std::string_view release, int hz);

} // namespace halfopen
