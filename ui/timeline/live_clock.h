// SPDX-License-Identifier: GPL-3.0-or-later
// How late it is in a live run, for the eye.
#pragma once

#include <QElapsedTimer>

#include <optional>

#include "core/run_time.h"

namespace halfopen {

/// Carries the agent's time on between two events, so that "now" moves evenly. For display only: nothing is measured
/// with it. It never runs behind an event that has been heard, and never backwards but in a
/// replay.
class LiveClock final
{
public:
    /// A live run has been heard up to `lastTime` (since hello).
    void heard(RunTime lastTime);
    /// The run is over, or none is live: now() stays at the last event.
    void stop(RunTime lastTime);
    /// A replay is at that instant and goes on from there at so many times the run's speed; 0: it stands.
    void keep(RunTime instant, double speed);
    [[nodiscard]] bool isRunning() const { return m_wall.isValid(); }
    [[nodiscard]] RunTime now() const;

private:
    QElapsedTimer m_wall;
    RunTime m_ahead{0}; // run time minus wall time, the largest seen: the event with the shortest way here
    RunTime m_stopped{0};
    double m_speed = 1;
};

} // namespace halfopen
