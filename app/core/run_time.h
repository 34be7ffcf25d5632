// SPDX-License-Identifier: GPL-3.0-or-later
// The one unit of measured time.
#pragma once

#include <chrono>
#include <cstdint>

namespace halfopen {

/// Nanoseconds of the agent's CLOCK_MONOTONIC since its hello event. Signed: differences may be negative.
using RunTime = std::chrono::nanoseconds;

/// Seconds as written in an experiment file (fractions allowed) to nanoseconds, rounded to nearest.
[[nodiscard]] constexpr RunTime fromSeconds(double seconds)
{
    return RunTime{static_cast<std::int64_t>(seconds * 1e9 + (seconds < 0 ? -0.5 : 0.5))};
}

[[nodiscard]] constexpr double toSeconds(RunTime time)
{
    return static_cast<double>(time.count()) / 1e9;
}

} // namespace halfopen
