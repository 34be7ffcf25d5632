// SPDX-License-Identifier: GPL-3.0-or-later
// What the results dock keeps of one run.
#include "ui/results/run_result.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QTimeZone>

#include <algorithm>
#include <iterator>

#include "core/outcome_csv.h"
#include "ui/export/figure_frame.h"
#include "ui/text/call_words.h"
#include "ui/text/core_words.h"
#include "ui/text/format.h"

namespace halfopen {

namespace {

struct RunResultText final
{
    Q_DECLARE_TR_FUNCTIONS(RunResult)
};

/// The call that was going on when the end was told, else the last one.
const CallSpan* lastCall(const Timeline& timeline, const Outcome& outcome)
{
    const auto index = static_cast<std::size_t>(outcome.pair);
    if (index >= timeline.pairs().size())
        return nullptr;
    const auto& calls = timeline.pairs()[index].end(outcome.end).calls;
    const auto told = std::find_if(calls.rbegin(), calls.rend(), [&](const CallSpan& call) { return outcome.detection && call.ended == outcome.detection->at; });
    if (told != calls.rend())
        return &*told;
    return calls.empty() ? nullptr : &calls.back();
}

/// When the program began to wait for that end: a call that fails at once tells what the one before it has waited for.
RunTime waitBegan(const Pages<CallSpan>& calls, const CallSpan& last)
{
    constexpr RunTime kAtOnce = std::chrono::milliseconds(20);
    const auto place = std::find_if(calls.rbegin(), calls.rend(), [&](const CallSpan& call) { return &call == &last; });
    if (place == calls.rend() || std::next(place) == calls.rend() || !last.ended || *last.ended - last.began > kAtOnce)
        return last.began;
    const auto& before = *std::next(place);
    return before.count == 1 && before.ended && last.began - *before.ended < kAtOnce ? before.began : last.began;
}

EndLane laneOf(const Timeline& timeline, const Outcome& outcome, RunTime origin)
{
    EndLane lane;
    lane.index = outcome.pair;
    lane.end = outcome.end;
    lane.pair = verbatim(pairName(timeline.experiment(), outcome.pair));
    if (const auto* call = lastCall(timeline, outcome)) {
        lane.call = verbatim(call->call);
        lane.began = toSeconds(waitBegan(timeline.pairs()[static_cast<std::size_t>(outcome.pair)].end(outcome.end).calls, *call) - origin);
    }
    if (outcome.detection) {
        const auto& detection = *outcome.detection;
        lane.call = verbatim(detection.call);
        lane.ended = toSeconds(detection.elapsed);
        lane.endedAt = detection.at;
        lane.failed = detection.result < 0;
        lane.told = callResultText(detection.call, detection.result, detection.errorNumber);
        lane.result = lane.failed ? verbatim(errnoName(detection.errorNumber)) : QString::number(detection.result);
    }
    lane.good = isAsPredicted(outcome) || (outcome.cutShort && outcome.flagged.empty());
    lane.livesOn = outcome.prediction.livesOn();
    if (!outcome.prediction.never()) {
        lane.predictedFrom = toSeconds(outcome.prediction.hull().earliest);
        lane.predictedTo = toSeconds(outcome.prediction.hull().latest);
    }
    return lane;
}

} // namespace

RunResult resultOf(const QString& runId, const Timeline& timeline, const std::vector<Outcome>& outcomes, bool over, RunTime now)
{
    RunResult result;
    const auto& experiment = timeline.experiment();
    result.runId = runId;
    result.title = verbatim(experiment.title);
    result.over = over;
    result.groups = timeline.eventCount() > 0 ? groupOutcomes(timeline, outcomes) : groupOutcomes(experiment, outcomes);
    result.origin = originText(timeline);
    if (const auto& hello = timeline.hello()) {
        result.kernel = verbatim(hello->kernelRelease);
        result.hz = hello->hz;
        result.startedAt = verbatim(hello->startedAt);
    }
    result.experiment = experiment;
    const auto origin = timeline.origin();
    if (!origin)
        return result;
    result.secondsSinceOrigin = std::max(0.0, toSeconds(std::max(now, timeline.lastTime()) - *origin));
    for (const auto& outcome : outcomes) {
        if (outcome.verdict != Verdict::NotApplicable)
            result.lanes.push_back(laneOf(timeline, outcome, *origin));
    }
    return result;
}

QString runClock(const QString& runId)
{
    auto started = QDateTime::fromString(runId.left(15), QStringLiteral("yyyyMMdd'T'HHmmss"));
    if (!started.isValid())
        return runId;
    started.setTimeZone(QTimeZone::utc());
    return momentText(started.toLocalTime());
}

QString runName(const RunResult& run)
{
    if (run.runId.isEmpty())
        return run.title.isEmpty() ? RunResultText::tr("planned") : RunResultText::tr("planned · %1").arg(fromCore(run.title.toStdString()));
    return run.title.isEmpty() ? runClock(run.runId) : RunResultText::tr("%1 · %2").arg(runClock(run.runId), fromCore(run.title.toStdString()));
}

bool isSettled(const RunResult& run, const ResultGroup& group) { return run.over || group.waiting == 0; }

QString groupName(const ResultGroup& group)
{
    if (group.name.empty())
        return fromCore(group.label);
    return group.end == Host::Server ? RunResultText::tr("%1 (server)", "name of a pair").arg(fromCore(group.name)) : fromCore(group.name);
}

QString groupText(const ResultGroup& group)
{
    return group.name.empty() || group.name == group.label ? fromCore(group.label) : RunResultText::tr("%1 · %2", "name of a pair, what its end does").arg(fromCore(group.name), fromCore(group.label));
}

QString pairText(const RunResult& run, int pair)
{
    return verbatim(pairName(run.experiment, pair));
}

} // namespace halfopen
