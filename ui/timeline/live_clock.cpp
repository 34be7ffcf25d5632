// SPDX-License-Identifier: GPL-3.0-or-later
// How late it is in a live run, for the eye.
#include "ui/timeline/live_clock.h"

#include <algorithm>

namespace halfopen {

void LiveClock::heard(RunTime lastTime)
{
    if (!m_wall.isValid() || m_speed != 1) {
        m_speed = 1;
        m_wall.start();
        m_ahead = lastTime;
        return;
    }
    m_ahead = std::max(m_ahead, lastTime - RunTime{m_wall.nsecsElapsed()});
}

void LiveClock::stop(RunTime lastTime)
{
    m_wall.invalidate();
    m_stopped = lastTime;
    m_speed = 1;
}

void LiveClock::keep(RunTime instant, double speed)
{
    stop(instant);
    m_speed = speed;
    m_ahead = instant;
    if (speed > 0)
        m_wall.start();
}

RunTime LiveClock::now() const
{
    if (!m_wall.isValid())
        return m_stopped;
    return RunTime{static_cast<std::int64_t>(static_cast<double>(m_wall.nsecsElapsed()) * m_speed)} + m_ahead;
}

} // namespace halfopen
