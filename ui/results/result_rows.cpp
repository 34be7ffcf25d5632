// SPDX-License-Identifier: GPL-3.0-or-later
// Groups of outcomes as rows of charts and tables.
#include "ui/results/result_rows.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

#include "ui/text/format.h"
#include "ui/theme/quantity_text.h"

namespace halfopen {

namespace {

struct ResultRowText final
{
    Q_DECLARE_TR_FUNCTIONS(ResultRows)
};

QString predictedWords(const ResultGroup& group)
{
    if (!group.predictedFromSeconds)
        return neverText(group);
    return intervalText({fromSeconds(*group.predictedFromSeconds), fromSeconds(*group.predictedToSeconds)});
}

QString tip(const RunResult& run, const ResultGroup& group)
{
    QStringList lines{groupText(group)};
    if (!run.runId.isEmpty())
        lines.first() = ResultRowText::tr("%1, run %2").arg(lines.first(), runName(run));
    lines << ResultRowText::tr("predicted: %1").arg(predictedWords(group));
    if (group.elapsedSeconds) {
        lines << ResultRowText::tr("measured: %1 (%2)").arg(secondsText(group.elapsedSeconds->median), fromCore(group.result));
        if (group.ends > 1)
            lines << ResultRowText::tr("%n ends, the first after %1, the last after %2", "", group.ends).arg(secondsText(group.elapsedSeconds->minimum), secondsText(group.elapsedSeconds->maximum));
        if (group.elapsedMiddle)
            lines << ResultRowText::tr("half of them between %1 and %2").arg(secondsText(group.elapsedMiddle->from), secondsText(group.elapsedMiddle->to));
    }
    if (group.residualMs)
        lines << ResultRowText::tr("measured − predicted: %1").arg(residualText(group.residualMs->median));
    if (isSettled(run, group)) {
        lines << groupVerdictText(group) << fromCore(group.flagWhy);
        lines.removeAll(QString{});
    }
    return lines.join(u'\n');
}

ChartRow startRow(const RunResult& run, const ResultGroup& group, bool earlier)
{
    ChartRow row;
    row.label = groupText(group);
    if (group.ends > 1)
        row.label += QStringLiteral(" ×%1").arg(group.ends);
    row.shortLabel = group.name.empty() ? QString{} : groupName(group);
    if (isSettled(run, group) && !group.flagged.empty()) { // before the name, of which the end may be cut
        row.label.prepend(QStringLiteral("⚑ "));
        if (!row.shortLabel.isEmpty())
            row.shortLabel.prepend(QStringLiteral("⚑ "));
    }
    row.earlier = earlier;
    row.good = group.asPredicted || !isSettled(run, group);
    row.toolTip = tip(run, group);
    if (group.elapsedSeconds)
        row.state = ChartRow::State::Measured;
    else if (group.predictedNever)
        row.state = ChartRow::State::Never;
    else if (run.over)
        row.state = ChartRow::State::Unseen;
    return row;
}

/// Of a row without a value.
void tellWhyNone(ChartRow& row, const RunResult& run, const ResultGroup& group)
{
    if (group.predictedNever) {
        row.text = ResultRowText::tr("%1 · %2", "never, why never").arg(neverText(group), fromCore(group.neverBecause));
        row.shortText = neverText(group);
    } else if (!run.runId.isEmpty()) {
        const bool stillWaits = group.asPredicted && group.cutShort > 0;
        row.text = stillWaits ? stillWaitingText() : ResultRowText::tr("no end seen");
        row.shortText = stillWaits ? ResultRowText::tr("waiting", "when the run ended; as short as possible") : ResultRowText::tr("no end", "of a call, seen; as short as possible");
    }
}

} // namespace

QString groupVerdictText(const ResultGroup& group)
{
    if (!group.asPredicted || group.cutShort == 0)
        return verdictText(group.verdict, group.livesOn);
    if (group.cutShort == group.ends)
        return stillWaitingText();
    return ResultRowText::tr("%1 of %2 still waiting when the run ended", "of the ends of a group").arg(group.cutShort).arg(group.ends);
}

QString neverText(const ResultGroup& group)
{
    return group.livesOn ? ResultRowText::tr("lives on", "a connection") : ResultRowText::tr("never");
}

ChartRows residualRows(const RunResult& run, bool earlier)
{
    ChartRows rows;
    for (const auto& group : run.groups) {
        auto row = startRow(run, group, earlier);
        if (group.bandMs) {
            row.bandFrom = -*group.bandMs;
            row.bandTo = *group.bandMs;
        } else if (group.predictedFromSeconds) {
            const double half = (*group.predictedToSeconds - *group.predictedFromSeconds) * 500;
            row.bandFrom = -half;
            row.bandTo = half;
        }
        if (group.residualMs) {
            row.value = group.residualMs->median;
            row.minimum = group.residualMs->minimum;
            row.maximum = group.residualMs->maximum;
            row.text = residualText(group.residualMs->median);
        } else {
            if (row.state == ChartRow::State::Measured)
                row.text = ResultRowText::tr("ended, though never was predicted");
            else if (row.state != ChartRow::State::Waiting)
                tellWhyNone(row, run, group);
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

ChartRows elapsedRows(const RunResult& run, bool earlier)
{
    ChartRows rows;
    for (const auto& group : run.groups) {
        auto row = startRow(run, group, earlier);
        row.bandFrom = group.predictedFromSeconds;
        row.bandTo = group.predictedToSeconds;
        if (group.elapsedSeconds) {
            row.value = group.elapsedSeconds->median;
            row.minimum = group.elapsedSeconds->minimum;
            row.maximum = group.elapsedSeconds->maximum;
            row.text = measuredText(group.elapsedSeconds->median);
        } else {
            const bool waits = row.state == ChartRow::State::Waiting;
            if (row.state != ChartRow::State::Never && !run.runId.isEmpty())
                row.value = run.secondsSinceOrigin;
            if (!waits)
                tellWhyNone(row, run, group);
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

ChartRows rowsOf(RowsOf what, const std::vector<RunResult>& runs, bool headings)
{
    ChartRows rows;
    for (std::size_t number = 0; number < runs.size(); ++number) {
        const auto& run = runs[number];
        if (headings) {
            ChartRow heading;
            heading.state = ChartRow::State::Heading;
            heading.label = runName(run);
            heading.toolTip = run.origin.isEmpty() ? heading.label : heading.label + u'\n' + run.origin;
            rows.push_back(std::move(heading));
        }
        const bool earlier = number > 0 && !headings;
        std::ranges::move(what == RowsOf::Residuals ? residualRows(run, earlier) : elapsedRows(run, earlier), std::back_inserter(rows));
    }
    return rows;
}

std::vector<RowSource> rowSources(const std::vector<RunResult>& runs, bool headings)
{
    std::vector<RowSource> sources;
    for (std::size_t number = 0; number < runs.size(); ++number) {
        if (headings)
            sources.push_back({number, std::nullopt});
        for (std::size_t group = 0; group < runs[number].groups.size(); ++group)
            sources.push_back({number, group});
    }
    return sources;
}

} // namespace halfopen
