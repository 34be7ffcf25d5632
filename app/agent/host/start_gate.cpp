// SPDX-License-Identifier: GPL-3.0-or-later
// What the threads of a host's program wait for before they act.
#include "agent/host/start_gate.h"

namespace halfopen {

void StartGate::arm()
{
    {
        const std::lock_guard lock{m_mutex};
        m_armed = true;
    }
    m_changed.notify_all();
}

void StartGate::waitArmed()
{
    std::unique_lock lock{m_mutex};
    m_changed.wait(lock, [this] { return m_armed; });
}

void StartGate::setOrigin(RunTime origin)
{
    {
        const std::lock_guard lock{m_mutex};
        if (!m_origin)
            m_origin = origin;
    }
    m_changed.notify_all();
}

RunTime StartGate::waitOrigin()
{
    std::unique_lock lock{m_mutex};
    m_changed.wait(lock, [this] { return m_origin.has_value(); });
    return *m_origin;
}

} // namespace halfopen
