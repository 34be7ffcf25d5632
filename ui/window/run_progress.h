// SPDX-License-Identifier: GPL-3.0-or-later
// How far a run has come, for the status bar.
#pragma once

#include <optional>
#include <vector>

#include "core/outcome.h"
#include "core/timeline.h"

namespace halfopen {

/// Seconds on the run's own axis; no words.
struct RunProgress final
{
    std::optional<double> sinceFault; // since the first fault; empty before it
    std::optional<double> nextEnd;    // until the middle of the next predicted failure; negative: it is late
    std::optional<std::size_t> next;  // which of the predictions that is
    std::optional<double> limitFirst; // until the time limit, where it ends the run before that failure
    int ended = 0;                    // ends of which the prediction has come true, or not
    int waiting = 0;                  // programs that wait for a word of their peer (noticingOf())
    int noticed = 0;                  // of these
    int livingOn = 0;                 // of these: there is nothing to notice
    int expected = 0;                 // ends that will notice by the rules
    double part = 0;                  // 0 … 1 of the time the run will take

    bool operator==(const RunProgress&) const = default;
};

/// `outcomes` in the order of `predictions`, or empty; `now` since hello.
[[nodiscard]] RunProgress progressOf(const Timeline& timeline, const std::vector<Prediction>& predictions,
                                     const std::vector<Outcome>& outcomes, RunTime now);

} // namespace halfopen
