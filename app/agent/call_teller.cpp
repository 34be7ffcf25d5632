// SPDX-License-Identifier: GPL-3.0-or-later
// Tells the director of one end's calls.
#include "agent/call_teller.h"

#include "agent/event_batch.h"

namespace halfopen {

void CallTeller::enter(Call call, RunTime now)
{
    const std::lock_guard lock{m_mutex};
    m_folder.enter(call, now, m_told);
    send();
}

void CallTeller::leave(RunTime now, std::int64_t result, int errorNumber, std::int64_t bytes)
{
    const std::lock_guard lock{m_mutex};
    m_folder.leave(now, result, errorNumber, bytes, m_told);
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
    if (m_told.empty())
        return;
    EventBatch batch{m_channel};
    for (const Event& event : m_told)
        batch.add(event);
    m_told.clear();
}

} // namespace halfopen
