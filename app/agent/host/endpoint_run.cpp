// SPDX-License-Identifier: GPL-3.0-or-later
// One end at work.
#include "agent/host/endpoint_run.h"

#include <algorithm>
#include <cerrno>
#include <sys/socket.h>
#include <vector>

namespace halfopen {

bool ArmedCount::add(RunTime at)
{
    const std::lock_guard lock{m_mutex};
    m_latest = std::max(m_latest, at);
    return --m_left == 0;
}

std::optional<RunTime> ArmedCount::complete()
{
    const std::lock_guard lock{m_mutex};
    return m_left == 0 ? std::optional{m_latest} : std::nullopt;
}

void EndpointRun::tellArmed()
{
    const RunTime at = now();
    std::vector<Event> told{Event{at, ArmedEvent{.pair = pair, .end = context.host, .established = established}}};
    context.queue.push(told);
    if (context.armed.add(at)) // after the event, which is to be told before t = 0
        context.queue.wake();
}

bool EndpointRun::receive(std::span<char> room)
{
    teller.enter(Call::Recv, now());
    const ssize_t result = ::recv(socket.get(), room.data(), room.size(), 0);
    const RunTime returned = now();
    const int code = result < 0 ? errno : 0;
    teller.leave(returned, result, code, std::max<ssize_t>(result, 0));
    return result > 0 || code == EINTR;
}

bool EndpointRun::sendOnce(std::span<const char> message)
{
    teller.enter(Call::Send, now());
    const ssize_t result = ::send(socket.get(), message.data(), message.size(), MSG_NOSIGNAL);
    const RunTime returned = now();
    const int code = result < 0 ? errno : 0;
    teller.leave(returned, result, code, std::max<ssize_t>(result, 0));
    return result >= 0 || code == EINTR;
}

} // namespace halfopen
