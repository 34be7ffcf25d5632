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
    const auto waits = [](const Outcome& outcome) { return outcome.verdict != Verdict::NotApplicable; };
    const bool anyProgram = std::ranges::any_of(outcomes, [&](const Outcome& outcome) { return waits(outcome) && !isOrphan(outcome); });
    Noticing noticing;
    for (const Outcome& outcome : outcomes) {
        if (!waits(outcome))
            continue;
        if (anyProgram && isOrphan(outcome)) {
            noticing.besideOrphans = true;
            continue;
        }
        ++noticing.waiting;
        if (outcome.prediction.livesOn() && !outcome.detection)
            ++noticing.livingOn;
        if (!outcome.detection)
            continue;
        if (isOwnLimit(outcome.detection->result, outcome.detection->errorNumber))
            noticing.gaveUp.push_back(&*outcome.detection);
        else
            noticing.detections.push_back(&*outcome.detection);
    }
    std::ranges::sort(noticing.detections, {}, &Detection::elapsed);
    std::ranges::sort(noticing.gaveUp, {}, &Detection::elapsed);
    return noticing;
}

namespace {

/// Of several programs, or of one that has noticed nothing.
std::string manyText(const Noticing& noticing)
{
    const auto& detections = noticing.detections;
    if (detections.empty() && noticing.livingOn == noticing.waiting)
        return noticing.waiting == 1 ? words("core", "the connection lived on") : words("core", "all connections lived on");
    if (detections.empty())
        return words("core", "nobody noticed");
    if (detections.size() == 1)
        return fmt::format(words("core", "1 of {} waiting programs noticed: {}"), noticing.waiting, detectionText(*detections.front()));
    return fmt::format(words("core", "{} of {} waiting programs noticed, the first: {}, the last after {:.3f} s"), detections.size(), noticing.waiting,
                       detectionText(*detections.front()), toSeconds(detections.back()->elapsed));
}

} // namespace

std::string runSummary(const std::vector<Outcome>& outcomes)
{
    const auto noticing = noticingOf(outcomes);
    std::size_t otherwise = 0;
    std::size_t cutShort = 0;
    for (const Outcome& outcome : outcomes) {
        if (outcome.verdict == Verdict::NotApplicable)
            continue;
        if (contradicts(outcome)) // what is flagged says nothing against the prediction
            ++otherwise;
        cutShort += outcome.cutShort ? 1 : 0;
    }

    std::string text;
    if (noticing.waiting == 0)
        text = words("core", "nobody looked");
    else if (noticing.waiting == 1 && !noticing.detections.empty())
        text = detectionText(*noticing.detections.front());
    else if (noticing.waiting == 1 && !noticing.gaveUp.empty())
        text = detectionText(*noticing.gaveUp.front());
    else
        text = manyText(noticing);
    if (!noticing.gaveUp.empty() && noticing.waiting > 1)
        text = fmt::format(words("core", "{}; {} gave up waiting"), text, noticing.gaveUp.size());
    if (cutShort == 1 && noticing.waiting == 1)
        text = words("core", "still waiting when the run ended");
    else if (cutShort > 0)
        text = fmt::format(words("core", "{}; {} still waiting when the run ended"), text, cutShort);
    if (otherwise > 0)
        text = fmt::format(words("core", "{} ({} not as predicted)"), text, otherwise);
    if (const std::string flagged = flagSummary(outcomes); !flagged.empty())
        text = fmt::format(words("core", "{} (flagged: {})"), text, flagged);
    return text;
}

} // namespace halfopen
