// SPDX-License-Identifier: GPL-3.0-or-later
// What the agent says first.
#include "agent/director/greeting.h"

#include <chrono>
#include <ctime>
#include <fstream>
#include <sys/utsname.h>

#include <fmt/format.h>

#include "core/kernel_profile.h"

namespace halfopen {

namespace {

std::string nowAsText()
{
    const auto now = std::chrono::system_clock::now();
    const auto whole = std::chrono::floor<std::chrono::seconds>(now);
    const std::time_t seconds = std::chrono::system_clock::to_time_t(whole);
    std::tm utc{};
    ::gmtime_r(&seconds, &utc);
    const auto millis = std::chrono::duration_cast<std::chrono::milliseconds>(now - whole).count();
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}Z", utc.tm_year + 1900, utc.tm_mon + 1, utc.tm_mday,
                       utc.tm_hour, utc.tm_min, utc.tm_sec, millis);
}

/// The coarse clock ticks once a jiffy: its resolution is 1/CONFIG_HZ, which no other unprivileged call tells.
int ticksPerSecond()
{
    timespec resolution{};
    ::clock_getres(CLOCK_MONOTONIC_COARSE, &resolution);
    constexpr long kNanosPerSecond = 1'000'000'000;
    if (resolution.tv_sec != 0 || resolution.tv_nsec <= 0)
        return 0;
    return static_cast<int>((kNanosPerSecond + resolution.tv_nsec / 2) / resolution.tv_nsec);
}

} // namespace

HelloEvent helloOfThisMachine()
{
    utsname machine{};
    ::uname(&machine);
    return HelloEvent{.programVersion = HALFOPEN_VERSION,
                      .kernelRelease = static_cast<const char*>(machine.release),
                      .hz = ticksPerSecond(),
                      .startedAt = nowAsText()};
}

SysctlEvent sysctlsOfThisMachine()
{
    SysctlEvent event;
    for (const SysctlSpec& spec : sysctlSpecs()) {
        std::ifstream file{fmt::format("/proc/sys/net/ipv4/{}", spec.name)};
        std::int64_t value = 0;
        if (file >> value)
            event.values.emplace(spec.name, value);
    }
    return event;
}

} // namespace halfopen
