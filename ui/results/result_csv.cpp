// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers behind the result charts as CSV.
#include "ui/results/result_csv.h"

#include "ui/export/csv_text.h"
#include "ui/results/distribution_rows.h"
#include "ui/text/core_words.h"

namespace halfopen {

namespace {

QStringList columnNames(std::initializer_list<const char*> own)
{
    QStringList names{QStringLiteral("run_id"), QStringLiteral("started_at"), QStringLiteral("title"), QStringLiteral("kernel"), QStringLiteral("hz"),
                      QStringLiteral("program_version")};
    for (const auto* each : own)
        names << QLatin1String(each);
    return names;
}

QStringList runFields(const RunResult& run)
{
    return {run.runId, run.startedAt, run.title, run.kernel, run.hz > 0 ? QString::number(run.hz) : QString{}, QStringLiteral(HALFOPEN_VERSION)};
}

std::optional<double> part(const std::optional<Spread>& spread, double Spread::* member)
{
    return spread ? std::optional((*spread).*member) : std::nullopt;
}

} // namespace

QByteArray groupCsv(const std::vector<RunResult>& runs)
{
    CsvText text(columnNames({"what", "ends", "ended", "measured_median_s", "measured_min_s", "measured_max_s", "measured_quartile1_s", "measured_quartile3_s",
                              "predicted", "predicted_min_s", "predicted_max_s", "difference_median_ms", "difference_min_ms", "difference_max_ms", "allowed_ms",
                              "result", "verdict", "flagged", "pair", "end"}));
    for (const auto& run : runs) {
        for (const auto& group : run.groups) {
            auto fields = runFields(run);
            fields << verbatim(group.label) << QString::number(group.ends) << QString::number(group.ends - group.waiting)
                   << CsvText::number(part(group.elapsedSeconds, &Spread::median)) << CsvText::number(part(group.elapsedSeconds, &Spread::minimum))
                   << CsvText::number(part(group.elapsedSeconds, &Spread::maximum))
                   << CsvText::number(group.elapsedMiddle ? std::optional(group.elapsedMiddle->from) : std::nullopt)
                   << CsvText::number(group.elapsedMiddle ? std::optional(group.elapsedMiddle->to) : std::nullopt)
                   << (group.predictedNever ? QStringLiteral("never") : QStringLiteral("time")) << CsvText::number(group.predictedFromSeconds)
                   << CsvText::number(group.predictedToSeconds) << CsvText::number(part(group.residualMs, &Spread::median), 3)
                   << CsvText::number(part(group.residualMs, &Spread::minimum), 3) << CsvText::number(part(group.residualMs, &Spread::maximum), 3)
                   << CsvText::number(group.bandMs, 3) << verbatim(group.result) << (isSettled(run, group) ? verbatim(name(group.verdict)) : QString{})
                   << (isSettled(run, group) ? verbatim(group.flagged) : QString{}) << verbatim(group.name) << verbatim(name(group.end));
            text.add(fields);
        }
    }
    return text.bytes();
}

QByteArray distributionCsv(const std::vector<RunResult>& runs)
{
    CsvText text(columnNames({"what", "pair", "end", "elapsed_s", "failed_share", "ends", "predicted_min_s", "predicted_max_s", "curve"}));
    const auto rows = distributionRows(runs);
    for (const auto& curve : rows.sources) {
        const auto& run = runs[curve.run];
        for (std::size_t rank = 0; rank < curve.members.size(); ++rank) {
            const auto& member = curve.members[rank];
            const auto& group = run.groups[curve.groups[rank]];
            auto fields = runFields(run);
            fields << verbatim(group.label) << pairText(run, member.pair) << verbatim(name(group.end)) << CsvText::number(member.elapsedSeconds)
                   << CsvText::number(static_cast<double>(rank + 1) / curve.all) << QString::number(curve.all) << CsvText::number(group.predictedFromSeconds)
                   << CsvText::number(group.predictedToSeconds) << (curve.merged ? QStringLiteral("all") : verbatim(group.label));
            text.add(fields);
        }
    }
    return text.bytes();
}

QByteArray overlayCsv(const std::vector<RunResult>& runs)
{
    CsvText text(columnNames({"pair", "end", "call", "began_s", "ended_s", "result", "predicted_min_s", "predicted_max_s", "observed_until_s"}));
    for (const auto& run : runs) {
        for (const auto& lane : run.lanes) {
            auto fields = runFields(run);
            fields << lane.pair << verbatim(name(lane.end)) << lane.call << CsvText::number(lane.began) << CsvText::number(lane.ended) << lane.result
                   << CsvText::number(lane.predictedFrom) << CsvText::number(lane.predictedTo) << CsvText::number(run.secondsSinceOrigin);
            text.add(fields);
        }
    }
    return text.bytes();
}

} // namespace halfopen
