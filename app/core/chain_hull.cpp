// SPDX-License-Identifier: GPL-3.0-or-later
// The hull of many simulated chains.
#include "core/chain_hull.h"

#include <algorithm>
#include <span>

#include "core/timer_wheel.h"

namespace halfopen {

namespace {

constexpr std::int64_t kExhaustive = 512; // up to this granule every phase is tried
constexpr int kGrid = 512;                // beyond it so many, and the edges
constexpr double kAlmostOne = 0.999;      // the end of a jiffy

void widen(Interval& interval, double seconds)
{
    const RunTime time = fromSeconds(seconds);
    interval.earliest = std::min(interval.earliest, time);
    interval.latest = std::max(interval.latest, time);
}

constexpr Interval kNothing{RunTime::max(), RunTime::min()};

/// Each of `times` in the interval of its place.
void widenEach(std::vector<Interval>& intervals, std::span<const double> times)
{
    if (intervals.size() < times.size())
        intervals.resize(times.size(), kNothing);
    for (std::size_t i = 0; i < times.size(); ++i)
        widen(intervals[i], times[i]);
}

void join(Interval& interval, const Interval& more)
{
    interval.earliest = std::min(interval.earliest, more.earliest);
    interval.latest = std::max(interval.latest, more.latest);
}

void joinEach(std::vector<Interval>& intervals, const std::vector<Interval>& more)
{
    intervals.resize(std::max(intervals.size(), more.size()), kNothing);
    for (std::size_t i = 0; i < more.size(); ++i)
        join(intervals[i], more[i]);
}

template<class Steps> std::vector<Interval> joinedSteps(const Steps& steps)
{
    constexpr RunTime kTouching = std::chrono::milliseconds{100};
    std::vector<Interval> sorted;
    sorted.reserve(steps.size());
    for (const auto& [step, interval] : steps)
        sorted.push_back(interval);
    std::ranges::sort(sorted, {}, &Interval::earliest);
    std::vector<Interval> joined;
    for (const Interval& interval : sorted) {
        if (!joined.empty() && interval.earliest <= joined.back().latest + kTouching)
            joined.back().latest = std::max(joined.back().latest, interval.latest);
        else
            joined.push_back(interval);
    }
    return joined;
}

} // namespace

std::vector<double> wheelPhases(int hz, double armedAt, std::int64_t firstDelta, std::int64_t largestDelta)
{
    const std::int64_t first = wheelGranule(firstDelta);
    const std::int64_t largest = std::max(first, wheelGranule(largestDelta));
    const double base = armedAt * hz;
    std::vector<double> phases;
    if (largest <= kExhaustive) {
        phases.reserve(static_cast<std::size_t>(2 * largest));
        for (std::int64_t slot = 0; slot < largest; ++slot) {
            phases.push_back(static_cast<double>(slot) - base);
            phases.push_back(static_cast<double>(slot) + kAlmostOne - base);
        }
        return phases;
    }
    for (int i = 0; i < kGrid; ++i)
        phases.push_back(static_cast<double>(largest) * i / kGrid - base);
    const std::int64_t stride = std::max<std::int64_t>(1, largest / first / kGrid);
    for (std::int64_t k = 0; k < largest / first; k += stride) {
        const auto aligned = static_cast<double>(k * first - firstDelta); // expires on a slot: a whole granule late
        phases.push_back(aligned - 1 + kAlmostOne - base); // expires just before it: in time
        phases.push_back(aligned - base);
    }
    return phases;
}

void ChainHull::add(const ChainResult& result, bool withSchedule)
{
    if (result.diedAt)
        widen(m_deaths.try_emplace(result.expiries, kNothing).first->second, *result.diedAt);
    else if (result.resetAt)
        widen(m_resets.try_emplace(result.sent.size(), kNothing).first->second, *result.resetAt);
    else
        ++m_survivals;
    if (result.answeredAt)
        widen(m_answered, *result.answeredAt);
    if (!withSchedule)
        return;
    const std::size_t uncounted = result.lossProbe && !result.sent.empty() ? 1 : 0;
    if (uncounted > 0) {
        if (!m_lossProbe)
            m_lossProbe = kNothing;
        widen(*m_lossProbe, result.sent.front());
    }
    const std::size_t sent = result.sent.size() - uncounted;
    m_fewestSent = std::min(m_fewestSent, sent);
    widenEach(m_sent, std::span{result.sent}.subspan(uncounted));
    widenEach(m_replied, result.answered);
}

void ChainHull::add(const ChainHull& other)
{
    for (const auto& [step, death] : other.m_deaths)
        join(m_deaths.try_emplace(step, kNothing).first->second, death);
    for (const auto& [step, reset] : other.m_resets)
        join(m_resets.try_emplace(step, kNothing).first->second, reset);
    joinEach(m_sent, other.m_sent);
    joinEach(m_replied, other.m_replied);
    if (other.m_lossProbe) {
        if (!m_lossProbe)
            m_lossProbe = kNothing;
        join(*m_lossProbe, *other.m_lossProbe);
    }
    m_fewestSent = std::min(m_fewestSent, other.m_fewestSent);
    join(m_answered, other.m_answered);
    m_survivals += other.m_survivals;
}

std::optional<int> ChainHull::deadAfter() const
{
    if (m_deaths.empty() || m_survivals > 0 || !m_resets.empty())
        return std::nullopt;
    return m_deaths.rbegin()->first;
}

std::vector<Interval> ChainHull::deaths() const { return joinedSteps(m_deaths); }

std::vector<Interval> ChainHull::resets() const { return joinedSteps(m_resets); }

std::vector<ExpectedPacket> ChainHull::schedule(PacketKind kind, bool inEvery) const
{
    std::vector<ExpectedPacket> packets;
    if (m_lossProbe)
        packets.push_back({kind, kLossProbe, *m_lossProbe});
    int number = 0;
    for (const Interval& at : m_sent) {
        if (!inEvery || static_cast<std::size_t>(number) < m_fewestSent)
            packets.push_back({kind, ++number, at});
    }
    return packets;
}

std::vector<ExpectedPacket> ChainHull::answeredProbes() const
{
    std::vector<ExpectedPacket> packets;
    for (const Interval& at : m_replied) {
        if (at.earliest >= RunTime{0})
            packets.push_back({PacketKind::Probe, 1, at}); // an answer begins the count anew: tcp_ack()
    }
    for (const Interval& reset : resets())
        packets.push_back({PacketKind::Rst, 1, reset, true});
    return packets;
}

} // namespace halfopen
