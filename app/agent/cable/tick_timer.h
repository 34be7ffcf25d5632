// SPDX-License-Identifier: GPL-3.0-or-later
// The cable's timer, and how late it ran.
#pragma once

#include <optional>

#include "agent/base/fd.h"
#include "agent/base/run_clock.h"

namespace halfopen {

/// One moment at a time to wake up at. Remembers the worst lateness until it is told; does not judge anything else.
/// Not safe for threads.
class TickTimer final
{
public:
    explicit TickTimer(const RunClock& clock);

    /// Readable from the tick to clear(); −1 where the kernel gave no timer.
    [[nodiscard]] int descriptor() const { return m_timer.get(); }
    void arm(RunTime at);
    [[nodiscard]] RunTime next() const { return m_next; }
    void clear();

    /// The tick is answered at `now`.
    void noteTick(RunTime now);
    /// The worst lateness beyond 50 ms since the last one told, at most every 250 ms: then the machine was starved.
    [[nodiscard]] std::optional<RunTime> takeLate(RunTime now);

private:
    const RunClock m_clock;
    Fd m_timer;
    RunTime m_next{0};
    RunTime m_worstLate{0};
    RunTime m_nextReport{0};
};

} // namespace halfopen
