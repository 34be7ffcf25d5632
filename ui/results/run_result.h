// SPDX-License-Identifier: GPL-3.0-or-later
// What the results dock keeps of one run.
#pragma once

#include <QString>

#include <optional>
#include <vector>

#include "core/result_groups.h"
#include "core/timeline.h"

namespace halfopen {

/// One end's call around the fault, for runs laid over each other. Seconds count from the fault.
struct EndLane final
{
    QString pair; // its name, the same in runs that are compared
    int index = 0;
    Host end = Host::Client;
    QString call;
    double began = 0;
    std::optional<double> ended;
    QString result;  // "ETIMEDOUT"; for files
    QString told;    // the same in words, of a heartbeat too
    bool good = true;
    bool failed = false; // an error, not an orderly end
    bool livesOn = false; // no end is predicted, because the connection lives on
    std::optional<double> predictedFrom; // both or none
    std::optional<double> predictedTo;
    RunTime endedAt{0}; // since hello

    bool operator==(const EndLane&) const = default;
};

/// Groups and lanes of one run, and where it comes from. A value: the run itself may be gone.
struct RunResult final
{
    QString runId; // empty: the plan
    QString title;
    bool heldBack = false; // a plan whose prediction is not told yet
    bool over = true; // no outcome will change any more
    double secondsSinceOrigin = 0; // how long the ends that wait have been waiting
    std::vector<ResultGroup> groups;
    std::vector<EndLane> lanes;
    QString origin; // kernel, HZ, start, version, as figures tell it
    QString kernel;
    int hz = 0;
    QString startedAt; // ISO 8601 UTC
    Experiment experiment;

    bool operator==(const RunResult&) const = default;
};

/// `now`: how far the run has come, since hello.
[[nodiscard]] RunResult resultOf(const QString& runId, const Timeline& timeline, const std::vector<Outcome>& outcomes, bool over, RunTime now);

/// "HH:mm:ss" of a run id such as 20261122T103059.123Z-4f2a, in local time; with the date where that is not today's; the
/// id itself if it is none.
[[nodiscard]] QString runClock(const QString& runId);

/// "10:30:59 · Idle reader": by which the user tells runs apart. "planned" for a plan.
[[nodiscard]] QString runName(const RunResult& run);

/// Whether nothing of that group will change any more: the run is over, or all its ends have ended.
[[nodiscard]] bool isSettled(const RunResult& run, const ResultGroup& group);

/// By which the user knows it: "reader", "reader (server)"; of several pairs what they do.
[[nodiscard]] QString groupName(const ResultGroup& group);

/// The same with what it does: "reader · recv 5/3/3".
[[nodiscard]] QString groupText(const ResultGroup& group);

/// "reader", or "pair 3" for one without a name; as files have it.
[[nodiscard]] QString pairText(const RunResult& run, int pair);

} // namespace halfopen
