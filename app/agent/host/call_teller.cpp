// SPDX-License-Identifier: GPL-3.0-or-later
// Tells of one end's calls.
#include "agent/host/call_teller.h"

namespace halfopen {

void CallTeller::enter(Call call, RunTime now)
{
    const std::lock_guard lock{m_mutex};
    m_folder.enter(call, now, m_told);
    send();
}

void CallTeller::leave(RunTime now, const CallReturn& returned)
{
    const std::lock_guard lock{m_mutex};
    m_folder.leave(now, returned, m_told);
    send();
}

void CallTeller::report(Call call, RunTime began, RunTime now, const CallReturn& returned)
{
    const std::lock_guard lock{m_mutex};
    m_folder.report(call, began, now, returned, m_told);
    send();
}

void CallTeller::look(RunTime now)
{
    const std::lock_guard lock{m_mutex};
    m_folder.look(now, m_told);
    send();
}

void CallTeller::send()
{
    if (!m_told.empty())
        m_queue.push(m_told);
}

} // namespace halfopen
