// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/machine_kernel.h"

#include <ctime>

#include <sys/utsname.h>

namespace halfopen {

KernelProfile machineKernel()
{
    constexpr long kNanosecondsPerSecond = 1'000'000'000;
    const KernelProfile fallback;
    int hz = fallback.hz;
    // The coarse clock goes on with the tick (kernel/time/posix-timers.c, posix_get_coarse_res): 4 ms at HZ=250.
    timespec resolution{};
    if (clock_getres(CLOCK_MONOTONIC_COARSE, &resolution) == 0 && resolution.tv_sec == 0 && resolution.tv_nsec > 0)
        hz = static_cast<int>((kNanosecondsPerSecond + resolution.tv_nsec / 2) / resolution.tv_nsec);
    utsname names{};
    if (uname(&names) != 0)
        return fallback;
    const Result<KernelProfile> profile = profileForRelease(names.release, hz);
    return profile ? *profile : fallback;
}

} // namespace halfopen
