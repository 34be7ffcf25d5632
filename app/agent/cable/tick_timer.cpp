// SPDX-License-Identifier: GPL-3.0-or-later
// The cable's timer, and how late it ran.
#include "agent/cable/tick_timer.h"

#include <algorithm>
#include <cstdint>
#include <sys/timerfd.h>
#include <unistd.h>
#include <utility>

namespace halfopen {

namespace {

constexpr RunTime kStarvedTick = std::chrono::milliseconds{50};
constexpr RunTime kReportGap = std::chrono::milliseconds{250};

} // namespace

TickTimer::TickTimer(const RunClock& clock)
    : m_clock(clock), m_timer(::timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC))
{}

void TickTimer::arm(RunTime at)
{
    m_next = at;
    const RunTime absolute = at + m_clock.zero();
    const auto whole = std::chrono::floor<std::chrono::seconds>(absolute);
    itimerspec when{};
    when.it_value = timespec{static_cast<time_t>(whole.count()), static_cast<long>((absolute - whole).count())};
    ::timerfd_settime(m_timer.get(), TFD_TIMER_ABSTIME, &when, nullptr);
}

void TickTimer::clear()
{
    std::uint64_t ticks = 0;
    [[maybe_unused]] const ssize_t got = ::read(m_timer.get(), &ticks, sizeof ticks); // armed anew meanwhile: nothing to read
}

void TickTimer::noteTick(RunTime now)
{
    m_worstLate = std::max(m_worstLate, now - m_next);
}

std::optional<RunTime> TickTimer::takeLate(RunTime now)
{
    if (m_worstLate <= kStarvedTick || now < m_nextReport)
        return std::nullopt;
    m_nextReport = now == RunTime::max() ? now : now + kReportGap;
    return std::exchange(m_worstLate, RunTime{0});
}

} // namespace halfopen
