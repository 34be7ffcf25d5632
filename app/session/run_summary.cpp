// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/run_summary.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/outcome_csv.h"

namespace halfopen {

namespace {

std::string secondsText(RunTime time)
{
    return fmt::format("{:.3f} s", toSeconds(time)); // '.' whatever the locale
}

} // namespace

std::string resultText(const Detection& detection)
{
    // A wake-up only says that there is something to read; the result is that of the recv() that follows.
    const bool isWakeUp = detection.call == "select" || detection.call == "poll" || detection.call == "epoll_wait";
    const std::string what = detection.result < 0 ? errnoName(detection.errorNumber) : fmt::format("returned {}", detection.result);
    return fmt::format("{}{} {}", detection.call, isWakeUp ? ", recv" : "", what);
}

std::string detectionText(const Detection& detection)
{
    if (detection.elapsed < RunTime{0})
        return resultText(detection) + " " + secondsText(-detection.elapsed) + " before the fault";
    return resultText(detection) + " after " + secondsText(detection.elapsed);
}

std::string runSummary(const std::vector<Outcome>& outcomes)
{
    std::vector<const Detection*> detections;
    std::size_t looking = 0;
    std::size_t otherwise = 0;
    for (const Outcome& outcome : outcomes) {
        if (outcome.verdict == Verdict::NotApplicable)
            continue;
        ++looking;
        if (!isAsPredicted(outcome))
            ++otherwise;
        if (outcome.detection)
            detections.push_back(&*outcome.detection);
    }
    std::ranges::sort(detections, {}, &Detection::elapsed);

    std::string text;
    if (looking == 0)
        text = "nobody looked";
    else if (detections.empty())
        text = "nobody noticed";
    else if (looking == 1)
        text = detectionText(*detections.front());
    else if (detections.size() == 1)
        text = "1 of " + std::to_string(looking) + " ends failed: " + detectionText(*detections.front());
    else
        text = std::to_string(detections.size()) + " of " + std::to_string(looking) + " ends failed, the first: "
            + detectionText(*detections.front()) + ", the last after " + secondsText(detections.back()->elapsed);
    if (otherwise > 0)
        text += " (" + std::to_string(otherwise) + " not as predicted)";
    return text;
}

} // namespace halfopen
