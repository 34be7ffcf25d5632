// SPDX-License-Identifier: GPL-3.0-or-later
// Events on their way from one thread to another.
#include "agent/base/event_queue.h"

#include <iterator>
#include <sys/eventfd.h>
#include <utility>

namespace halfopen {

EventQueue::EventQueue() : m_ready(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {}

void EventQueue::push(std::vector<Event>& events)
{
    const std::lock_guard lock{m_mutex};
    const bool wasEmpty = m_events.empty();
    m_events.insert(m_events.end(), std::make_move_iterator(events.begin()), std::make_move_iterator(events.end()));
    events.clear();
    if (wasEmpty && !m_events.empty())
        wake();
}

void EventQueue::wake()
{
    ::eventfd_write(m_ready.get(), 1);
}

std::vector<Event> EventQueue::take()
{
    const std::lock_guard lock{m_mutex};
    eventfd_t count = 0;
    ::eventfd_read(m_ready.get(), &count);
    return std::exchange(m_events, {});
}

} // namespace halfopen
