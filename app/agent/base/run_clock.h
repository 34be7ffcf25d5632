// SPDX-License-Identifier: GPL-3.0-or-later
// The only source of measured time.
#pragma once

#include <ctime>

#include "core/run_time.h"

namespace halfopen {

/// CLOCK_MONOTONIC counted from one instant (hello). A copy in another process of the run reads the same time:
/// the clock is the machine's.
class RunClock final
{
public:
    /// Begins at the present instant.
    RunClock() : m_zero(monotonic()) {}

    [[nodiscard]] RunTime now() const { return monotonic() - m_zero; }
    /// CLOCK_MONOTONIC of run time 0, for absolute sleeps and timers.
    [[nodiscard]] RunTime zero() const { return m_zero; }
    /// Run time of a CLOCK_REALTIME stamp (packet stamps), given realtime − monotonic as sampled near it.
    [[nodiscard]] RunTime fromRealtime(RunTime stamp, RunTime offset) const { return stamp - offset - m_zero; }

    [[nodiscard]] static RunTime monotonic() { return read(CLOCK_MONOTONIC); }
    /// What the calling thread has cost so far, others' time not counted.
    [[nodiscard]] static RunTime threadCpu() { return read(CLOCK_THREAD_CPUTIME_ID); }
    /// CLOCK_REALTIME − CLOCK_MONOTONIC, from the tightest of a few readings.
    [[nodiscard]] static RunTime realtimeOffset()
    {
        RunTime best{0};
        RunTime bestSpan = RunTime::max();
        for (int i = 0; i < 5; ++i) {
            const RunTime before = monotonic();
            const RunTime wall = read(CLOCK_REALTIME);
            const RunTime after = monotonic();
            if (after - before < bestSpan) {
                bestSpan = after - before;
                best = wall - (before + (after - before) / 2);
            }
        }
        return best;
    }

private:
    [[nodiscard]] static RunTime read(clockid_t clock)
    {
        timespec now{};
        clock_gettime(clock, &now);
        return std::chrono::seconds{now.tv_sec} + std::chrono::nanoseconds{now.tv_nsec};
    }

    RunTime m_zero;
};

} // namespace halfopen
