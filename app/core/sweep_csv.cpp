// SPDX-License-Identifier: GPL-3.0-or-later
// A sweep as CSV and as JSON lines.
#include "core/sweep_csv.h"

#include <algorithm>
#include <functional>
#include <map>
#include <tuple>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "core/csv_field.h"
#include "core/outcome_csv.h"

namespace halfopen {

namespace {

/// A text, or a number already written down (JSON shows it without quotes), or empty.
struct SweepField
{
    std::string text;
    bool isNumber = false;
};

using SweepRow = std::vector<std::pair<std::string, SweepField>>;
using Measured = std::map<std::tuple<std::size_t, int, Host>, const SweepMeasurement*>;

SweepField sweepWord(std::string_view text) { return {std::string{text}, false}; }

SweepField sweepSeconds(RunTime time) { return {fmt::format("{:.6f}", toSeconds(time)), true}; }

/// "4.000000..4.500000 -1 ETIMEDOUT|never": from, to, result and errno of each way in which it may end.
std::string waysOf(const Prediction& prediction)
{
    std::string ways;
    for (const PredictionMode& mode : prediction.modes) {
        ways += fmt::format("{}{:.6f}..{:.6f} {}", ways.empty() ? "" : "|", toSeconds(mode.at.earliest), toSeconds(mode.at.latest), mode.result);
        if (mode.errorNumber != 0)
            ways += ' ' + errnoName(mode.errorNumber);
    }
    const bool mayLive = prediction.applicable && (prediction.never() || prediction.mayBeNever);
    return mayLive ? ways + (ways.empty() ? "never" : "|never") : ways;
}

void addInterval(SweepRow& row, std::string_view prefix, const Prediction* prediction)
{
    const bool has = prediction && prediction->applicable && !prediction->never();
    row.emplace_back(fmt::format("{}_min_s", prefix), has ? sweepSeconds(prediction->hull().earliest) : SweepField{});
    row.emplace_back(fmt::format("{}_max_s", prefix), has ? sweepSeconds(prediction->hull().latest) : SweepField{});
}

void addMeasured(SweepRow& row, const SweepMeasurement* measured)
{
    const Outcome* const outcome = measured ? &measured->outcome : nullptr;
    const Detection* const detection = outcome && outcome->detection ? &*outcome->detection : nullptr;
    row.emplace_back("run_id", sweepWord(measured ? measured->runId : ""));
    row.emplace_back("call", sweepWord(detection ? detection->call : ""));
    row.emplace_back("result", detection ? SweepField{fmt::format("{}", detection->result), true} : SweepField{});
    row.emplace_back("errno", sweepWord(detection ? errnoName(detection->errorNumber) : ""));
    row.emplace_back("elapsed_s", detection ? sweepSeconds(detection->elapsed) : SweepField{});
    row.emplace_back("elapsed_error_s", detection ? sweepSeconds(detection->error) : SweepField{});
    addInterval(row, "judged", outcome ? &outcome->prediction : nullptr);
    row.emplace_back("verdict", sweepWord(outcome ? name(outcome->verdict) : ""));
    row.emplace_back("flagged", sweepWord(outcome ? outcome->flagged : ""));
}

SweepRow sweepRowOf(const Sweep& sweep, const KernelProfile& kernel, std::size_t cell, const Prediction& prediction, const SweepMeasurement* measured)
{
    const Pair& pair = sweep.base().pairs[static_cast<std::size_t>(prediction.pair)];
    const std::vector<double> values = sweep.valuesAt(cell);
    SweepRow row;
    row.emplace_back("cell", SweepField{fmt::format("{}", cell + 1), true});
    for (std::size_t axis = 0; axis < values.size(); ++axis)
        row.emplace_back(sweep.axes()[axis].key, SweepField{fmt::format("{:.15g}", values[axis]), true});
    row.emplace_back("pair", sweepWord(pair.name));
    row.emplace_back("end", sweepWord(name(prediction.end)));
    row.emplace_back("activity", sweepWord(name(pair.end(prediction.end).activity)));
    row.emplace_back("kernel", sweepWord(kernel.release));
    row.emplace_back("hz", SweepField{fmt::format("{}", kernel.hz), true});
    row.emplace_back("predicted", sweepWord(!prediction.applicable ? "" : prediction.never() ? "never" : "time"));
    addInterval(row, "predicted", &prediction);
    row.emplace_back("predicted_modes", sweepWord(waysOf(prediction)));
    row.emplace_back("decided_by", sweepWord(name(prediction.decidedBy)));
    addMeasured(row, measured);
    return row;
}

void forEveryRow(const SweepGrid& grid, const std::vector<SweepMeasurement>& measured, const SweepCsvPart& part, const std::function<void(const SweepRow&)>& use)
{
    Measured found;
    for (const SweepMeasurement& each : measured)
        found[{each.cell, each.outcome.pair, each.outcome.end}] = &each;
    for (std::size_t cell = part.from; cell < std::min(part.to, grid.sweep().cellCount()); ++cell) {
        const std::vector<Prediction>* const predictions = grid.at(cell);
        if (!predictions)
            continue;
        for (const Prediction& prediction : *predictions) {
            if (!isDetector(grid.sweep().base().pairs[static_cast<std::size_t>(prediction.pair)].end(prediction.end).activity))
                continue;
            if (part.end && !(*part.end == SweepEnd{prediction.pair, prediction.end}))
                continue;
            const auto at = found.find({cell, prediction.pair, prediction.end});
            use(sweepRowOf(grid.sweep(), grid.kernel(), cell, prediction, at == found.end() ? nullptr : at->second));
        }
    }
}

std::string csvLine(const SweepRow& row, bool heading)
{
    std::string line;
    for (const auto& [name, field] : row)
        line += (line.empty() ? "" : ",") + csvQuoted(heading ? name : field.text);
    return line + "\r\n";
}

} // namespace

std::string sweepCsvHeading(const Sweep& sweep)
{
    return csvLine(sweepRowOf(sweep, {}, 0, Prediction{}, nullptr), true);
}

std::string sweepCsvRows(const SweepGrid& grid, const std::vector<SweepMeasurement>& measured, const SweepCsvPart& part)
{
    std::string rows;
    forEveryRow(grid, measured, part, [&](const SweepRow& row) { rows += csvLine(row, false); });
    return rows;
}

std::string sweepJsonLines(const SweepGrid& grid, const std::vector<SweepMeasurement>& measured)
{
    std::string lines;
    forEveryRow(grid, measured, {}, [&](const SweepRow& row) {
        nlohmann::ordered_json object;
        for (const auto& [name, field] : row) {
            auto& value = object[name];
            if (field.isNumber)
                value = nlohmann::ordered_json::parse(field.text);
            else if (!field.text.empty())
                value = field.text;
        }
        lines += object.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
    });
    return lines;
}

} // namespace halfopen
