// SPDX-License-Identifier: GPL-3.0-or-later
// One end at work.
#include "agent/host/endpoint_run.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <poll.h>
#include <sys/socket.h>
#include <utility>
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
    last = CallReturn{.result = result, .errorNumber = code, .bytes = std::max<ssize_t>(result, 0)};
    received = last.bytes;
    teller.leave(returned, last);
    if (answers && result > 0)
        return answer(room.first(static_cast<std::size_t>(result)));
    return result > 0 || code == EINTR;
}

/// Where the buffer has no room the answer is left out: whoever asks asks again.
bool EndpointRun::answer(std::span<const char> bytes)
{
    const std::int64_t asked = m_questions.add(bytes);
    if (asked == 0)
        return true;
    const std::vector<char> message(static_cast<std::size_t>(asked * kHeartbeatBytes), kAnswerByte);
    return sendOnce(message, Blocking::No);
}

bool EndpointRun::sendOnce(std::span<const char> message, Blocking blocking)
{
    const int flags = MSG_NOSIGNAL | (blocking == Blocking::No ? MSG_DONTWAIT : 0);
    teller.enter(Call::Send, now());
    const ssize_t result = ::send(socket.get(), message.data(), message.size(), flags);
    const RunTime returned = now();
    const int code = result < 0 ? errno : 0;
    last = CallReturn{.result = result,
                      .errorNumber = code,
                      .bytes = std::max<ssize_t>(result, 0),
                      .isOrdinary = blocking == Blocking::No && code == EAGAIN};
    teller.leave(returned, last);
    return result >= 0 || code == EINTR || last.isOrdinary;
}

int EndpointRun::waitFor(short events, std::optional<RunTime> atMost)
{
    pollfd wait{socket.get(), events, 0};
    timespec limit{};
    if (atMost) {
        const auto whole = std::chrono::floor<std::chrono::seconds>(std::max(*atMost, RunTime{0}));
        limit = timespec{static_cast<time_t>(whole.count()),
                         static_cast<long>((std::max(*atMost, RunTime{0}) - whole).count())};
    }
    teller.enter(Call::Poll, now());
    const int result = ::ppoll(&wait, 1, atMost ? &limit : nullptr, nullptr);
    const RunTime returned = now();
    const int code = result < 0 ? errno : 0;
    last = CallReturn{
        .result = result, .errorNumber = code, .readiness = result > 0 ? wait.revents : 0, .isOrdinary = result == 0};
    teller.leave(returned, last);
    return result < 0 ? -1 : last.readiness;
}

void EndpointRun::askAgain()
{
    const bool isOver = (last.result == 0 && !last.isOrdinary) || (last.result < 0 && last.errorNumber != EAGAIN &&
                                             last.errorNumber != EINPROGRESS && last.errorNumber != EINTR);
    if (!isOver)
        return;
    const bool livesOn = last.result == 0; // the peer's FIN: a send() would go out
    int error = 0;
    socklen_t length = sizeof error;
    ::getsockopt(socket.get(), SOL_SOCKET, SO_ERROR, &error, &length);
    std::array<char, 1> byte{};
    for (const Call call : {Call::Recv, Call::Recv, Call::Send, Call::Send}) {
        if (call == Call::Send && livesOn)
            return;
        const RunTime began = now();
        const ssize_t result = call == Call::Recv
                                   ? ::recv(socket.get(), byte.data(), byte.size(), MSG_DONTWAIT)
                                   : ::send(socket.get(), byte.data(), byte.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
        const RunTime returned = now();
        const int code = result < 0 ? errno : 0;
        teller.report(call, began, returned,
                      {.result = result,
                       .errorNumber = code,
                       .bytes = std::max<ssize_t>(result, 0),
                       .socketError = std::exchange(error, 0)});
    }
}

} // namespace halfopen
