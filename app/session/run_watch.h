// SPDX-License-Identifier: GPL-3.0-or-later
// Knows when a run has shown all that it can show.
#pragma once

#include <array>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "core/event.h"
#include "core/prediction.h"
#include "core/timeline.h"

namespace halfopen {

/// Follows which ends have failed and which faults of the script are still to come. Decides nothing by a clock:
/// it names the moment, in the agent's time, from which the run may be finished.
class RunWatch final
{
public:
    explicit RunWatch(const Experiment& experiment);

    /// Every event, after it was appended to the timeline.
    void note(const Event& event);

    /// From when on nothing more is to be expected. Empty: the run is to go on to its time limit, or it cannot be said
    /// yet. The moment may have passed already.
    [[nodiscard]] std::optional<RunTime> endsAt(const Timeline& timeline, const std::vector<Prediction>& predictions);

private:
    [[nodiscard]] bool hasFailed(const Prediction& prediction) const;
    void noteFailed(int pair, Host end);

    std::set<int> m_faultsToCome; // ids of the script that fall before the time limit
    std::set<std::pair<int, Host>> m_returned; // ends with a call that came back since the last question
    std::array<std::vector<bool>, 2> m_failed; // by host and pair: asked about every end, thirty times a second
    RunTime m_lastFault{0};
};

} // namespace halfopen
