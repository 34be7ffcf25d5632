// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/sweep_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <sstream>

#include "cli/outcome_text.h"
#include "cli/prediction_text.h"
#include "cli/text_table.h"
#include "core/sweep_view.h"
#include "session/run_summary.h"

namespace halfopen {

namespace {

constexpr std::size_t kMostEnds = 8; // of which people are shown the cells; the CSV has all
constexpr char kSteps[] = "0123456789";
constexpr int kStepCount = 10;

std::string valueText(const Sweep& sweep, std::size_t axis, std::size_t value)
{
    return fmt::format("{:.10g}", sweep.axes()[axis].values[value]);
}

std::string axisTitle(const Sweep& sweep, std::size_t axis)
{
    const std::string_view unit = sweep.unit(axis);
    return unit.empty() ? sweep.axes()[axis].key : fmt::format("{} ({})", sweep.axes()[axis].key, unit);
}

std::string cellText(const Prediction* prediction)
{
    if (!prediction)
        return {};
    if (!prediction->applicable)
        return "nobody";
    if (prediction->never())
        return "never";
    const Interval hull = prediction->hull();
    return fmt::format("{:.2f}-{:.2f}{}", toSeconds(hull.earliest), toSeconds(hull.latest), prediction->mayBeNever ? " or never" : "");
}

std::size_t valuesOn(const Sweep& sweep, std::size_t axis) { return axis < sweep.axes().size() ? sweep.axes()[axis].values.size() : 1; }

std::size_t cellAtPlace(const Sweep& sweep, std::size_t row, std::size_t column, std::size_t sheet)
{
    std::vector<std::size_t> place{row, column, sheet};
    place.resize(sweep.axes().size());
    return sweep.cellAt(place);
}

/// Of every end that looks, every sheet (a value of the third axis) with its headline.
std::string everySheet(const SweepGrid& grid, const std::function<std::string(const SweepEnd&, std::size_t)>& sheetText)
{
    const Sweep& sweep = grid.sweep();
    const std::vector<SweepEnd> ends = sweepEnds(sweep.base());
    std::string text;
    for (std::size_t i = 0; i < std::min(ends.size(), kMostEnds); ++i) {
        for (std::size_t sheet = 0; sheet < valuesOn(sweep, 2); ++sheet) {
            text += fmt::format("{}{}", text.empty() ? "" : "\n", endName(sweep.base(), ends[i].pair, ends[i].end));
            if (sweep.axes().size() > 2)
                text += fmt::format(", {} {}", axisTitle(sweep, 2), valueText(sweep, 2, sheet));
            text += fmt::format(": {} down{}\n", axisTitle(sweep, 0), sweep.axes().size() > 1 ? ", " + axisTitle(sweep, 1) + " across" : "");
            text += sheetText(ends[i], sheet);
        }
    }
    if (ends.size() > kMostEnds)
        text += fmt::format("{} more ends look; --csv and --json have all of them.\n", ends.size() - kMostEnds);
    return text;
}

int stepOf(const SweepScale& scale, double seconds)
{
    return std::clamp(static_cast<int>(scale.shareOf(seconds, true) * kStepCount), 0, kStepCount - 1);
}

char characterOf(const Prediction* prediction, const SweepScale& scale)
{
    if (!prediction)
        return ' ';
    if (!prediction->applicable)
        return '-';
    return prediction->never() ? '.' : kSteps[stepOf(scale, middleSeconds(*prediction))];
}

std::string legend(const SweepScale& scale)
{
    std::string text = "'.' never";
    if (scale.most <= 0)
        return text + "\n";
    if (scale.most <= scale.least)
        return fmt::format("0 about {:.3g} s, {}\n", scale.least, text);
    for (int step = 0; step < kStepCount; ++step)
        text += fmt::format(", {} from {:.3g} s", kSteps[step], scale.at(static_cast<double>(step) / kStepCount, true));
    return text + "\n";
}

} // namespace

std::string sweepTables(const SweepGrid& grid)
{
    const Sweep& sweep = grid.sweep();
    return everySheet(grid, [&](const SweepEnd& end, std::size_t sheet) {
        std::vector<TextTable::Column> columns{{"", TextTable::Align::Right}};
        for (std::size_t column = 0; column < valuesOn(sweep, 1); ++column)
            columns.push_back({sweep.axes().size() > 1 ? valueText(sweep, 1, column) : "s after the fault", TextTable::Align::Right});
        TextTable table(columns);
        for (std::size_t row = 0; row < valuesOn(sweep, 0); ++row) {
            std::vector<std::string> cells{valueText(sweep, 0, row)};
            for (std::size_t column = 0; column < valuesOn(sweep, 1); ++column)
                cells.push_back(cellText(predictionAt(grid, cellAtPlace(sweep, row, column, sheet), end)));
            table.add(std::move(cells));
        }
        return table.text();
    });
}

std::string sweepHeatMaps(const SweepGrid& grid)
{
    const Sweep& sweep = grid.sweep();
    return everySheet(grid, [&](const SweepEnd& end, std::size_t sheet) {
        const SweepScale scale = scaleOf(grid, end);
        std::size_t width = 0;
        for (std::size_t row = 0; row < valuesOn(sweep, 0); ++row)
            width = std::max(width, valueText(sweep, 0, row).size());
        std::string text;
        for (std::size_t row = 0; row < valuesOn(sweep, 0); ++row) {
            std::string line = fmt::format("{:>{}} ", valueText(sweep, 0, row), width);
            for (std::size_t column = 0; column < valuesOn(sweep, 1); ++column)
                line += characterOf(predictionAt(grid, cellAtPlace(sweep, row, column, sheet), end), scale);
            text += line + "\n";
        }
        if (sweep.axes().size() > 1)
            text += fmt::format("across from {} to {}. ", valueText(sweep, 1, 0), valueText(sweep, 1, valuesOn(sweep, 1) - 1));
        return text + legend(scale);
    });
}

std::size_t widestLine(const std::string& text)
{
    std::istringstream lines(text);
    std::size_t widest = 0;
    for (std::string line; std::getline(lines, line);)
        widest = std::max(widest, line.size());
    return widest;
}

std::string measurementTable(const SweepGrid& grid, const std::vector<SweepMeasurement>& measured)
{
    using Align = TextTable::Align;
    TextTable table({{"cell", Align::Right}, {"values"}, {"end"}, {"predicted", Align::Right}, {"measured", Align::Right}, {"outcome"}, {"verdict"}, {"flagged"}});
    for (const SweepMeasurement& each : measured) {
        const Outcome& outcome = each.outcome;
        if (outcome.verdict == Verdict::NotApplicable)
            continue;
        const Prediction* const prediction = predictionAt(grid, each.cell, {outcome.pair, outcome.end});
        table.add({fmt::format("{}", each.cell + 1), grid.sweep().wordsAt(each.cell), endName(grid.sweep().base(), outcome.pair, outcome.end), cellText(prediction),
                   outcome.detection ? fmt::format("{:.3f}", toSeconds(outcome.detection->elapsed)) : std::string(),
                   outcome.detection ? resultText(*outcome.detection) : "noticed nothing", std::string(name(outcome.verdict)), outcome.flagged});
    }
    return table.isEmpty() ? std::string() : table.text();
}

} // namespace halfopen
