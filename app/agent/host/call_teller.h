// SPDX-License-Identifier: GPL-3.0-or-later
// Tells of one end's calls.
#pragma once

#include <mutex>
#include <vector>

#include "agent/host/call_folder.h"
#include "agent/base/event_queue.h"

namespace halfopen {

/// The end's thread enters and leaves calls, the host's main thread looks on: the lock keeps a call's end behind
/// its beginning. It is never held while the end is inside its call.
class CallTeller final
{
public:
    CallTeller(EventQueue& queue, int pair, Host end) : m_queue(queue), m_folder(pair, end) {}

    void enter(Call call, RunTime now);
    void leave(RunTime now, const CallReturn& returned);
    void report(Call call, RunTime began, RunTime now, const CallReturn& returned);
    void look(RunTime now);

private:
    void send();

    EventQueue& m_queue;
    std::mutex m_mutex;
    CallFolder m_folder;
    std::vector<Event> m_told; // empty between the calls above; kept for its memory
};

} // namespace halfopen
