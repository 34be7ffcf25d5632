// SPDX-License-Identifier: GPL-3.0-or-later
// The hull of many simulated chains: one mode a step of the staircase.
#pragma once

#include <limits>
#include <map>
#include <optional>
#include <span>
#include <vector>

#include "core/prediction.h"
#include "core/timer_chain.h"

namespace halfopen {

/// Phases of the kernel's jiffy counter that together show every answer the timer wheel can give to a chain
/// which begins with a timer of `firstDelta` jiffies armed at `armedAt` and uses timers up to `largestDelta`.
[[nodiscard]] std::vector<double> wheelPhases(int hz, double armedAt, std::int64_t firstDelta, std::int64_t largestDelta);

class ChainHull final
{
public:
    /// `withSchedule`: its segments belong to the expected schedule.
    void add(const ChainResult& result, bool withSchedule);

    /// All that the other one holds.
    void add(const ChainHull& other);

    [[nodiscard]] bool anyDeath() const { return !m_deaths.empty(); }
    [[nodiscard]] bool anySurvival() const { return m_survivals > 0; }
    /// Every chain has died, the last of them after so many expiries; empty where one has not.
    [[nodiscard]] std::optional<int> deadAfter() const;
    /// Times of death, one interval a step; those that touch are joined.
    [[nodiscard]] std::vector<Interval> deaths() const;
    /// `inEvery`: only those that every chain has come to, for chains of so many kinds that the last ones of the fastest
    /// say nothing of the others.
    [[nodiscard]] std::vector<ExpectedPacket> schedule(PacketKind kind, bool inEvery = false) const;
    /// The probes after the first fault that are answered, and the RST that the last of them may bring.
    [[nodiscard]] std::vector<ExpectedPacket> answeredProbes() const;
    /// When the segment that got through was sent.
    [[nodiscard]] Interval answered() const { return m_answered; }
    [[nodiscard]] bool anyReset() const { return !m_resets.empty(); }
    /// When a RST came back, one interval a step.
    [[nodiscard]] std::vector<Interval> resets() const;

private:
    std::map<int, Interval> m_deaths;
    std::map<std::size_t, Interval> m_resets;
    std::vector<Interval> m_sent;
    std::vector<Interval> m_replied; // the probes that were answered
    std::optional<Interval> m_lossProbe; // before them
    std::size_t m_fewestSent = std::numeric_limits<std::size_t>::max(); // by one chain
    Interval m_answered{RunTime::max(), RunTime::min()};
    int m_survivals = 0;
};

} // namespace halfopen
