// SPDX-License-Identifier: GPL-3.0-or-later
// Events on their way from one thread to another.
#pragma once

#include <mutex>
#include <vector>

#include "agent/base/fd.h"
#include "core/event.h"

namespace halfopen {

/// A host's threads that wake together, because a hundred connections die in one tick, must take their stamps one right
/// after another, and the cable must carry on: writing and sending the lines is left to whoever takes them. Safe for
/// threads.
class EventQueue final
{
public:
    EventQueue();

    /// Takes the events over and leaves `events` empty, with its memory.
    void push(std::vector<Event>& events);
    /// As if something had been pushed.
    void wake();
    /// Everything pushed so far, in that order.
    [[nodiscard]] std::vector<Event> take();
    /// Readable from a push or wake-up to the next take().
    [[nodiscard]] int readyDescriptor() const { return m_ready.get(); }

private:
    std::mutex m_mutex;
    std::vector<Event> m_events;
    Fd m_ready;
};

} // namespace halfopen
