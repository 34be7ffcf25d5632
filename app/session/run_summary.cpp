// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/run_summary.h"

#include <algorithm>

#include "core/flag_words.h"
#include "core/outcome_csv.h"
#include "core/words.h"

#include <fmt/format.h>

namespace halfopen {

std::string resultText(const Detection& detection)
{
    if (detection.call == detectingCall(Activity::Heartbeat))
        return words("core", "heartbeat unanswered");
    if (detection.call == detectingCall(Activity::Close))
        return words("core", "orphan gone");
    if (detection.result < 0 && detection.errorNumber == 0) // a QTcpSocket keeps the errno to itself
        return fmt::format(words("core", "{} failed"), detection.call);
    // A wake-up only says that there is something to read; the result is that of the recv() that follows.
    const bool isWakeUp = detection.call == "select" || detection.call == "poll" || detection.call == "epoll_wait";
    const std::string call = isWakeUp ? fmt::format("{}, recv", detection.call) : detection.call;
    return detection.result < 0 ? fmt::format("{} {}", call, errnoName(detection.errorNumber))
                                : fmt::format(words("core", "{} returned {:d}"), call, detection.result);
}

std::string detectionText(const Detection& detection)
{
    if (detection.elapsed < RunTime{0})
        return fmt::format(words("core", "{} {:.3f} s before the fault"), resultText(detection),
                           toSeconds(-detection.elapsed));
    return fmt::format(words("core", "{} after {:.3f} s"), resultText(detection), toSeconds(detection.elapsed));
}

namespace {

bool isOrphan(const Outcome& outcome)
{
    if (outcome.detection)
        return outcome.detection->call == detectingCall(Activity::Close);
    return !outcome.prediction.never() && outcome.prediction.modes.front().call == detectingCall(Activity::Close);
}

} // namespace

Noticing noticingOf(const std::vector<Outcome>& outcomes)
{
    const auto noticed = [](const Outcome& outcome) { return outcome.verdict != Verdict::NotApplicable && outcome.detection && !isOrphan(outcome); };
    const bool anyNoticed = std::ranges::any_of(outcomes, noticed);
    Noticing noticing;
    for (const Outcome& outcome : outcomes) {
        if (outcome.verdict == Verdict::NotApplicable)
            continue;
        if (anyNoticed && isOrphan(outcome)) {
            noticing.besideOrphans = true;
            continue;
        }
        ++noticing.looking;
        if (outcome.detection)
            noticing.detections.push_back(&*outcome.detection);
    }
    std::ranges::sort(noticing.detections, {}, &Detection::elapsed);
    return noticing;
}

std::string runSummary(const std::vector<Outcome>& outcomes)
{
    const auto noticing = noticingOf(outcomes);
    const auto& detections = noticing.detections;
    const std::size_t looking = noticing.looking;
    std::size_t otherwise = 0;
    std::size_t waiting = 0;
    for (const Outcome& outcome : outcomes) {
        if (outcome.verdict == Verdict::NotApplicable)
            continue;
        if (contradicts(outcome)) // what is flagged says nothing against the prediction
            ++otherwise;
        waiting += outcome.cutShort ? 1 : 0;
    }

    std::string text;
    if (looking == 0)
        text = words("core", "nobody looked");
    else if (detections.empty())
        text = words("core", "nobody noticed");
    else if (looking == 1)
        text = detectionText(*detections.front());
    else if (detections.size() == 1)
        text = fmt::format(words("core", "1 of {} ends failed: {}"), looking, detectionText(*detections.front()));
    else
        text = fmt::format(words("core", "{} of {} ends failed, the first: {}, the last after {:.3f} s"),
                           detections.size(), looking, detectionText(*detections.front()),
                           toSeconds(detections.back()->elapsed));
    if (waiting == 1 && looking == 1)
        text = words("core", "still waiting when the run ended");
    else if (waiting > 0)
        text = fmt::format(words("core", "{}; {} still waiting when the run ended"), text, waiting);
    if (otherwise > 0)
        text = fmt::format(words("core", "{} ({} not as predicted)"), text, otherwise);
    if (const std::string flagged = flagSummary(outcomes); !flagged.empty())
        text = fmt::format(words("core", "{} (flagged: {})"), text, flagged);
    return text;
}

} // namespace halfopen
