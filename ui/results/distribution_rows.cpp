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
ResultGroup merged(const RunResult& run, CurveSource& source)
{
    ResultGroup all;
    std::vector<std::pair<GroupMember, std::size_t>> members;
    for (std::size_t number = 0; number < run.groups.size(); ++number) {
        all.ends += run.groups[number].ends;
        for (const auto& member : run.groups[number].members)
            members.emplace_back(member, number);
    }
    std::ranges::stable_sort(members, {}, [](const auto& each) { return each.first.elapsedSeconds; });
    std::vector<double> values;
    for (const auto& [member, group] : members) {
        all.members.push_back(member);
        source.ends.push_back(run.groups[group].end);
        source.groups.push_back(group);
        values.push_back(member.elapsedSeconds);
    }
    source.merged = true;
    all.elapsedSeconds = spreadOf(values);
    all.elapsedMiddle = middleHalfOf(values);
    return all;
}

void addCurve(DistributionRows& rows, const std::vector<RunResult>& runs, std::size_t run, const ResultGroup& group, const QString& label, CurveSource source)
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
    source.run = run;
    source.members = group.members;
    source.all = group.ends;
    rows.sources.push_back(std::move(source));
}

} // namespace

DistributionRows distributionRows(const std::vector<RunResult>& runs)
{
    DistributionRows rows;
    for (std::size_t run = 0; run < runs.size(); ++run) {
        const auto& groups = runs[run].groups;
        const auto failed = std::ranges::count_if(groups, [](const ResultGroup& group) { return !group.members.empty(); });
        if (static_cast<std::size_t>(failed) > kMostGroupCurves) {
            CurveSource source;
            const auto all = merged(runs[run], source);
            addCurve(rows, runs, run, all, SpreadText::tr("all ends"), std::move(source));
            continue;
        }
        for (std::size_t number = 0; number < groups.size(); ++number) {
            const auto& group = groups[number];
            const auto failedEnds = group.members.size();
            if (failedEnds > 0)
                addCurve(rows, runs, run, group, groupText(group), {.ends = std::vector<Host>(failedEnds, group.end), .groups = std::vector<std::size_t>(failedEnds, number)});
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
