// SPDX-License-Identifier: GPL-3.0-or-later
// How far a run has come, for the status bar.
#include "ui/window/run_progress.h"

#include <algorithm>

#include "session/run_summary.h"

namespace halfopen {

RunProgress progressOf(const Timeline& timeline, const std::vector<Prediction>& predictions, const std::vector<Outcome>& outcomes, RunTime now)
{
    RunProgress progress;
    const auto started = timeline.startedAt();
    const auto origin = timeline.origin();
    if (!started)
        return progress;
    const double limit = timeline.experiment().timeLimitSeconds;
    const double planned = firstFaultSeconds(timeline.experiment()).value_or(0);
    const double base = origin ? toSeconds(*origin - *started) : planned; // of the predictions, since t = 0
    const double time = toSeconds(now - *started);
    if (origin)
        progress.sinceFault = std::max(0.0, toSeconds(now - *origin));
    const Noticing noticing = noticingOf(outcomes); // the same numbers as when the run is over
    progress.waiting = static_cast<int>(noticing.waiting);
    progress.noticed = static_cast<int>(noticing.detections.size());
    progress.livingOn = static_cast<int>(noticing.livingOn);
    double last = 0;
    bool lives = false;
    for (std::size_t number = 0; number < predictions.size(); ++number) {
        const auto& prediction = predictions[number];
        if (!prediction.applicable)
            continue;
        const bool detected = number < outcomes.size() && outcomes[number].detection.has_value();
        if (prediction.never()) {
            lives = true;
            continue;
        }
        ++progress.expected;
        const auto hull = prediction.hull();
        last = std::max(last, base + toSeconds(hull.latest));
        // In the order of the predictions (judge()); a search for each would be felt with a thousand pairs.
        if (detected) {
            ++progress.ended;
            continue;
        }
        const double middle = base + (toSeconds(hull.earliest) + toSeconds(hull.latest)) / 2;
        if (!progress.nextEnd || middle - time < *progress.nextEnd) {
            progress.nextEnd = middle - time;
            progress.next = number;
            progress.limitFirst = base + toSeconds(hull.earliest) > limit ? std::optional{std::max(0.0, limit - time)} : std::nullopt;
        }
    }
    // The run ends with the last predicted failure; with nothing to wait for it goes on to its limit.
    const double whole = std::min(limit, progress.expected > 0 && !(lives && last <= 0) ? last : limit);
    progress.part = whole > 0 ? std::clamp(time / whole, 0.0, 1.0) : 0;
    return progress;
}

} // namespace halfopen
