// SPDX-License-Identifier: GPL-3.0-or-later
// What is told of one end's calls: slow ones one by one, quick ones folded into bursts.
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "core/event.h"

namespace halfopen {

enum class Call { Recv, Send, Select, Poll, EpollWait, Connect, Close, Heartbeat }; // Heartbeat: the program's verdict
inline constexpr std::size_t kCallCount = 8;

/// What a call said when it returned.
struct CallReturn final
{
    std::int64_t result = 0;
    int errorNumber = 0;
    std::int64_t bytes = 0;      // moved by it
    int readiness = 0;           // select, poll, epoll_wait: bits as in poll(2)
    int socketError = 0;         // SO_ERROR where it was asked for
    bool isOrdinary = false;     // a result of 0 or less that belongs to a day's work: EAGAIN of a call that is not to block
};

[[nodiscard]] std::string_view name(Call call);

/// A call that lasts longer than this is told when it begins, not only when it ends.
inline constexpr RunTime kShortCall = std::chrono::milliseconds{50};
/// Quick calls are told together at least this often.
inline constexpr RunTime kBurstSpan = std::chrono::milliseconds{100};

/// Turns the calls of one end into events. It makes no calls, asks no clock and is not safe for threads by itself.
class CallFolder final
{
public:
    CallFolder(int pair, Host end) : m_pair(pair), m_end(end) {}

    /// The call is about to be made. It is told at once unless the last one of its kind was quick.
    void enter(Call call, RunTime now, std::vector<Event>& told);
    /// It has returned at `now`.
    void leave(RunTime now, const CallReturn& returned, std::vector<Event>& told);
    /// A call from `began` to `now` whose beginning nobody waits for. Always told, and by itself.
    void report(Call call, RunTime began, RunTime now, const CallReturn& returned, std::vector<Event>& told);
    /// Asked now and then from outside: tells of a call that has become slow, and of bursts that have waited long
    /// enough.
    void look(RunTime now, std::vector<Event>& told);

private:
    struct Burst final
    {
        RunTime first{0};
        RunTime last{0};
        std::int64_t count = 0;
        std::int64_t bytes = 0;
    };

    [[nodiscard]] Event begin() const;
    [[nodiscard]] Event end(Call call, RunTime began, RunTime now, const CallReturn& returned) const;
    void flush(Call call, std::vector<Event>& told);
    void flushAll(std::vector<Event>& told);

    int m_pair;
    Host m_end;
    std::optional<Call> m_inside;
    RunTime m_began{0};
    bool m_told = false;
    std::array<bool, kCallCount> m_quick{};
    std::array<Burst, kCallCount> m_bursts{};
};

} // namespace halfopen
