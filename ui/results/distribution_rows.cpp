// SPDX-License-Identifier: GPL-3.0-or-later
// Groups of outcomes as curves of a distribution.
#include "ui/results/distribution_rows.h"

#include <QCoreApplication>

#include <algorithm>

#include "ui/text/format.h"

namespace halfopen {

namespace {

constexpr std::size_t kMostGroupCurves = 8; // of one run

struct SpreadText final
{
    Q_DECLARE_TR_FUNCTIONS(halfopen::SpreadText)
};

/// All ends of a run as if they were one condition; without a band, since each has its own.
ResultGroup merged(const RunResult& run, std::vector<Host>& ends)
{
    ResultGroup all;
    std::vector<std::pair<GroupMember, Host>> members;
    for (const auto& group : run.groups) {
        all.ends += group.ends;
        for (const auto& member : group.members)
            members.emplace_back(member, group.end);
    }
    std::ranges::stable_sort(members, {}, [](const auto& each) { return each.first.elapsedSeconds; });
    std::vector<double> values;
    for (const auto& [member, end] : members) {
        all.members.push_back(member);
        ends.push_back(end);
        values.push_back(member.elapsedSeconds);
    }
    all.elapsedSeconds = spreadOf(values);
    all.elapsedMiddle = middleHalfOf(values);
    return all;
}

void addCurve(DistributionRows& rows, const std::vector<RunResult>& runs, std::size_t run, const ResultGroup& group, const QString& label, std::vector<Host> ends)
{
    DistributionCurve curve;
    curve.label = runs.size() > 1 ? SpreadText::tr("%1, run %2", "condition, time and title of the run").arg(label, runName(runs[run])) : label;
    curve.words = spreadWords(group);
    curve.ends = group.ends;
    curve.earlier = false;
    curve.bandFrom = group.predictedFromSeconds;
    curve.bandTo = group.predictedToSeconds;
    for (const auto& member : group.members)
        curve.seconds.push_back(member.elapsedSeconds);
    rows.curves.push_back(std::move(curve));
    rows.sources.push_back({run, group.members, std::move(ends)});
}

} // namespace

DistributionRows distributionRows(const std::vector<RunResult>& runs)
{
    DistributionRows rows;
    for (std::size_t run = 0; run < runs.size(); ++run) {
        const auto& groups = runs[run].groups;
        const auto failed = std::ranges::count_if(groups, [](const ResultGroup& group) { return !group.members.empty(); });
        if (static_cast<std::size_t>(failed) > kMostGroupCurves) {
            std::vector<Host> ends;
            const auto all = merged(runs[run], ends);
            addCurve(rows, runs, run, all, SpreadText::tr("all ends"), std::move(ends));
            continue;
        }
        for (const auto& group : groups) {
            if (!group.members.empty())
                addCurve(rows, runs, run, group, fromCore(group.label), std::vector<Host>(group.members.size(), group.end));
        }
    }
    return rows;
}

QString spreadWords(const ResultGroup& group)
{
    if (!group.elapsedSeconds)
        return SpreadText::tr("none has failed");
    const auto& spread = *group.elapsedSeconds;
    const auto failed = static_cast<int>(group.members.size());
    if (group.ends == 1)
        return SpreadText::tr("failed after %1").arg(secondsText(spread.median));
    QString words = failed == group.ends ? SpreadText::tr("%n end(s)", "all of them have failed", group.ends)
                                         : SpreadText::tr("%1 of %n end(s) failed", nullptr, group.ends).arg(failed);
    words = SpreadText::tr("%1: median %2, from %3 to %4", "how many ends, three times").arg(words, secondsText(spread.median), secondsText(spread.minimum), secondsText(spread.maximum));
    if (!group.elapsedMiddle)
        return words;
    return SpreadText::tr("%1; half of them between %2 and %3", "the sentence so far, two times").arg(words, secondsText(group.elapsedMiddle->from), secondsText(group.elapsedMiddle->to));
}

int largestGroup(const RunResult& run)
{
    std::size_t most = 0;
    for (const auto& group : run.groups)
        most = std::max(most, group.members.size());
    return static_cast<int>(most);
}

} // namespace halfopen
