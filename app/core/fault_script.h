// SPDX-License-Identifier: GPL-3.0-or-later
// An experiment's faults as seen from one end.
#pragma once

#include <limits>
#include <optional>
#include <vector>

#include "core/experiment.h"

namespace halfopen {

/// When the way to the peer's kernel and back is broken, and when programs die or stop. Times in seconds since
/// the first fault.
class FaultScript final
{
public:
    static constexpr double kForever = std::numeric_limits<double>::infinity();

    struct Span final
    {
        double from = 0;
        double to = kForever;
    };

    /// For the end on `end`.
    FaultScript(const Experiment& experiment, Host end);

    /// Whether a segment sent at that time comes back answered: both ways open.
    [[nodiscard]] bool isReachable(double seconds) const;
    /// Whether what the peer sends at that time arrives here.
    [[nodiscard]] bool hearsPeer(double seconds) const;
    /// From the first outage on nothing of the peer arrives here any more.
    [[nodiscard]] bool isCutOffForEver() const;
    /// No round trip changes after this time (0 where nothing is ever healed).
    [[nodiscard]] double settledAfter() const;
    /// Spans in which no round trip works, merged and in order.
    [[nodiscard]] const std::vector<Span>& outages() const { return m_outages; }

    /// When the peer's program is killed first, its own program is killed, and so on.
    [[nodiscard]] std::optional<double> peerKilled() const { return m_peerKilled; }
    [[nodiscard]] bool ownProgramGone() const { return m_ownProgramGone; }
    /// When the peer's program is frozen first.
    [[nodiscard]] std::optional<double> peerFrozen() const { return m_peerFrozen; }
    /// When that first stop is over, kForever where it lasts.
    [[nodiscard]] double peerThawed() const { return m_peerThawed; }
    /// t = 0 in this time: minus the first fault's time; 0 without faults.
    [[nodiscard]] double startSeconds() const { return m_start; }
    [[nodiscard]] bool empty() const { return m_empty; }

private:
    std::vector<Span> m_outages;
    std::vector<Span> m_deaf; // what the peer sends does not arrive
    std::optional<double> m_peerKilled;
    std::optional<double> m_peerFrozen;
    double m_peerThawed = kForever;
    bool m_ownProgramGone = false;
    bool m_empty = true;
    double m_start = 0;
};

} // namespace halfopen
