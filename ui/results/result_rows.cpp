// SPDX-License-Identifier: GPL-3.0-or-later
// Groups of outcomes as rows of charts and tables.
#include "ui/results/result_rows.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include "ui/text/format.h"
#include "ui/theme/quantity_text.h"

namespace halfopen {

namespace {

QString rowWords(const char* text) { return QCoreApplication::translate("ResultRows", text); }

QString predictedWords(const ResultGroup& group)
{
    if (!group.predictedFromSeconds)
        return rowWords("never");
    return intervalText({fromSeconds(*group.predictedFromSeconds), fromSeconds(*group.predictedToSeconds)});
}

QString tip(const RunResult& run, const ResultGroup& group)
{
    QStringList lines{fromCore(group.label)};
    if (!run.runId.isEmpty())
        lines.first() += QStringLiteral(" · ") + rowWords("run at %1").arg(runClock(run.runId));
    lines << rowWords("predicted: %1").arg(predictedWords(group));
    if (group.elapsedSeconds) {
        lines << rowWords("measured: %1 (%2)").arg(secondsText(group.elapsedSeconds->median), fromCore(group.result));
        if (group.ends > 1) {
            lines << rowWords("%1 ends, %2 … %3").arg(group.ends).arg(secondsText(group.elapsedSeconds->minimum), secondsText(group.elapsedSeconds->maximum));
        }
    }
    if (group.residualMs)
        lines << rowWords("measured − predicted: %1").arg(residualText(group.residualMs->median));
    if (run.over)
        lines << verdictText(group.verdict);
    if (!group.flagged.empty())
        lines << rowWords("flagged: %1").arg(fromCore(group.flagged));
    return lines.join(u'\n');
}

ChartRow startRow(const RunResult& run, const ResultGroup& group, bool earlier)
{
    ChartRow row;
    row.label = fromCore(group.label);
    if (group.ends > 1)
        row.label += QStringLiteral(" ×%1").arg(group.ends);
    if (!group.flagged.empty())
        row.label += QStringLiteral(" ⚑");
    row.earlier = earlier;
    row.good = group.asPredicted || !run.over;
    row.toolTip = tip(run, group);
    if (group.elapsedSeconds)
        row.state = ChartRow::State::Measured;
    else if (group.predictedNever || run.over)
        row.state = ChartRow::State::Never;
    return row;
}

QString neverWords(const RunResult& run, const ResultGroup& group)
{
    if (!group.predictedNever)
        return run.runId.isEmpty() ? QString{} : rowWords("not ended in time");
    return rowWords("never · %1").arg(fromCore(group.neverBecause));
}

} // namespace

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
            row.text = row.state == ChartRow::State::Waiting ? QString{} : neverWords(run, group);
            if (row.state == ChartRow::State::Measured)
                row.text = rowWords("ended, though never was predicted");
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
            row.text = durationText(group.elapsedSeconds->median);
        } else if (row.state == ChartRow::State::Waiting && !run.runId.isEmpty()) {
            row.value = run.secondsSinceOrigin;
        } else {
            row.text = neverWords(run, group);
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

QString runClock(const QString& runId)
{
    auto started = QDateTime::fromString(runId.left(15), QStringLiteral("yyyyMMdd'T'HHmmss"));
    if (!started.isValid())
        return runId;
    started.setTimeZone(QTimeZone::utc());
    return QLocale().toString(started.toLocalTime().time(), QStringLiteral("HH:mm:ss"));
}

} // namespace halfopen
