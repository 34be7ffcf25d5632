// SPDX-License-Identifier: GPL-3.0-or-later
// How late it is in a live run, for the eye.
#include "ui/timeline/live_clock.h"

#include <algorithm>

namespace halfopen {

void LiveClock::heard(RunTime lastTime)
{
    if (!m_wall.isValid()) {
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
}

RunTime LiveClock::now() const
{
    return m_wall.isValid() ? RunTime{m_wall.nsecsElapsed()} + m_ahead : m_stopped;
}

} // namespace halfopen
