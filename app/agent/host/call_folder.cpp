// SPDX-License-Identifier: GPL-3.0-or-later
// What is told of one end's calls: slow ones one by one, quick ones folded into bursts.
#include "agent/host/call_folder.h"

namespace halfopen {

namespace {

constexpr std::array kAllCalls{Call::Recv, Call::Send, Call::Select, Call::Poll, Call::EpollWait,
                                Call::Connect, Call::Close, Call::Heartbeat};

constexpr std::size_t callIndex(Call call)
{
    return static_cast<std::size_t>(call);
}

} // namespace

std::string_view name(Call call)
{
    switch (call) {
    case Call::Recv:
        return "recv";
    case Call::Send:
        return "send";
    case Call::Select:
        return "select";
    case Call::Poll:
        return "poll";
    case Call::EpollWait:
        return "epoll_wait";
    case Call::Connect:
        return "connect";
    case Call::Close:
        return "close";
    case Call::Heartbeat:
        return "heartbeat";
    }
    return "";
}

void CallFolder::enter(Call call, RunTime now, std::vector<Event>& told)
{
    m_inside = call;
    m_began = now;
    m_told = !m_quick[callIndex(call)];
    if (m_told)
        told.push_back(begin());
}

void CallFolder::leave(RunTime now, const CallReturn& returned, std::vector<Event>& told)
{
    if (!m_inside)
        return;
    const Call call = *m_inside;
    const bool quick = (returned.result > 0 || returned.isOrdinary) && now - m_began < kShortCall;
    m_quick[callIndex(call)] = quick;
    if (quick && !m_told) {
        Burst& burst = m_bursts[callIndex(call)];
        if (burst.count == 0)
            burst.first = m_began;
        burst.last = now;
        ++burst.count;
        burst.bytes += returned.bytes;
        if (now - burst.first >= kBurstSpan)
            flush(call, told);
    } else {
        flushAll(told);
        if (!m_told)
            told.push_back(begin());
        told.push_back(end(call, m_began, now, returned));
    }
    m_inside.reset();
}

void CallFolder::report(Call call, RunTime began, RunTime now, const CallReturn& returned, std::vector<Event>& told)
{
    flushAll(told);
    told.push_back(end(call, began, now, returned));
}

void CallFolder::look(RunTime now, std::vector<Event>& told)
{
    if (m_inside && !m_told && now - m_began > kShortCall) {
        flushAll(told);
        told.push_back(begin());
        m_told = true;
    }
    for (const Call call : kAllCalls) {
        const Burst& burst = m_bursts[callIndex(call)];
        if (burst.count > 0 && now - burst.first >= kBurstSpan)
            flush(call, told);
    }
}

Event CallFolder::begin() const
{
    return Event{m_began, CallEvent{.pair = m_pair,
                                    .end = m_end,
                                    .what = CallEvent::What::Begin,
                                    .call = std::string{name(*m_inside)},
                                    .began = m_began}};
}

Event CallFolder::end(Call call, RunTime began, RunTime now, const CallReturn& returned) const
{
    return Event{now, CallEvent{.pair = m_pair,
                                .end = m_end,
                                .what = CallEvent::What::End,
                                .call = std::string{name(call)},
                                .began = began,
                                .result = returned.result,
                                .errorNumber = returned.errorNumber,
                                .bytes = returned.bytes,
                                .readiness = returned.readiness,
                                .socketError = returned.socketError}};
}

void CallFolder::flush(Call call, std::vector<Event>& told)
{
    Burst& burst = m_bursts[callIndex(call)];
    if (burst.count == 0)
        return;
    told.push_back(Event{burst.last, CallEvent{.pair = m_pair,
                                               .end = m_end,
                                               .what = CallEvent::What::Burst,
                                               .call = std::string{name(call)},
                                               .began = burst.first,
                                               .bytes = burst.bytes,
                                               .count = burst.count}});
    burst = Burst{};
}

void CallFolder::flushAll(std::vector<Event>& told)
{
    for (const Call call : kAllCalls)
        flush(call, told);
}

} // namespace halfopen
