// SPDX-License-Identifier: GPL-3.0-or-later
// Sleeping until a moment of the run.
#include "agent/host/pause.h"

#include <cerrno>

namespace halfopen {

void sleepUntil(const RunClock& clock, RunTime at)
{
    const RunTime absolute = clock.zero() + at;
    const auto whole = std::chrono::floor<std::chrono::seconds>(absolute);
    const timespec when{static_cast<time_t>(whole.count()), static_cast<long>((absolute - whole).count())};
    while (::clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &when, nullptr) == EINTR) {
    }
}

} // namespace halfopen
