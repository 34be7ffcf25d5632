// SPDX-License-Identifier: GPL-3.0-or-later
// Cells of a sweep as runs.
#include "core/sweep_plan.h"

#include <algorithm>
#include <cmath>
#include <set>

#include <fmt/format.h>

#include "core/words.h"

namespace halfopen {

namespace {

constexpr std::size_t kSideBySide = 400;  // pairs: all of them are armed within half a second
constexpr std::size_t kFullSpeedSide = 4; // pairs of senders that fill the cable

bool isAtFullSpeed(const Pair& pair)
{
    return std::ranges::any_of(std::initializer_list<const Endpoint*>{&pair.client, &pair.server}, [](const Endpoint* end) {
        return sendsInLoop(end->activity) && !end->sendIntervalSeconds;
    });
}

/// A router says only so much by ICMP, to all pairs together.
bool sharesIcmp(const Experiment& experiment)
{
    return std::ranges::any_of(experiment.faults, [](const Fault& fault) {
        return fault.kind == FaultKind::Reject && fault.with != RouterAnswer::Rst;
    });
}

std::size_t pairsAtMost(const Experiment& experiment)
{
    if (sharesIcmp(experiment))
        return 1;
    return std::ranges::any_of(experiment.pairs, isAtFullSpeed) ? kFullSpeedSide : kSideBySide;
}

/// Whether all but the pairs is equal.
bool isSameHosts(Experiment one, Experiment other)
{
    one.pairs.clear();
    other.pairs.clear();
    one.title = other.title;
    return one == other;
}

} // namespace

Result<std::vector<SweepRun>> planRuns(const Sweep& sweep, std::span<const std::size_t> cells)
{
    const std::size_t pairs = cells.size() * sweep.base().pairs.size();
    if (pairs > kMaxMeasuredPairs)
        return Error{0, fmt::format(words("core", "{} cells would be {} pairs, but at most {} are run: choose fewer cells."), cells.size(), pairs, kMaxMeasuredPairs)};
    std::vector<SweepRun> runs;
    std::set<std::size_t> seen;
    for (const std::size_t cell : cells) {
        if (cell >= sweep.cellCount())
            return Error{0, fmt::format(words("core", "There is no cell {}: they are counted from 1 to {}."), cell + 1, sweep.cellCount())};
        if (!seen.insert(cell).second)
            return Error{0, fmt::format(words("core", "Cell {} is named twice."), cell + 1)};
        Experiment experiment = sweep.base();
        sweep.setTo(experiment, cell);
        for (Pair& pair : experiment.pairs)
            pair.name = cutText(fmt::format("cell {} {}", cell + 1, pair.name), kLongestSweepName);
        const std::size_t most = std::max<std::size_t>(1, pairsAtMost(experiment) / experiment.pairs.size());
        const auto room = std::ranges::find_if(runs, [&](const SweepRun& run) { return run.cells.size() < most && isSameHosts(run.experiment, experiment); });
        if (room == runs.end()) {
            runs.push_back({std::move(experiment), {cell}});
        } else {
            room->cells.push_back(cell);
            room->experiment.pairs.insert(room->experiment.pairs.end(), experiment.pairs.begin(), experiment.pairs.end());
        }
    }
    for (SweepRun& run : runs) {
        if (run.cells.size() == 1)
            run.experiment.title = sweep.experimentAt(run.cells.front()).title;
        else
            run.experiment.title = fmt::format("{}: {} cells of a sweep", cutText(run.experiment.title, kLongestSweepName - 40), run.cells.size());
    }
    return runs;
}

double secondsOf(const SweepGrid& grid, std::size_t cell)
{
    const std::vector<Prediction>* const predictions = grid.at(cell);
    if (!predictions)
        return 0;
    Experiment experiment = grid.sweep().base();
    grid.sweep().setTo(experiment, cell);
    double last = 0;
    for (const Prediction& prediction : *predictions) {
        if (prediction.applicable && !prediction.never())
            last = std::max(last, firstFaultSeconds(experiment).value_or(0) + toSeconds(prediction.hull().latest));
    }
    return last;
}

bool fitsTimeLimit(const SweepGrid& grid, std::size_t cell)
{
    Experiment experiment = grid.sweep().base();
    grid.sweep().setTo(experiment, cell);
    return secondsOf(grid, cell) <= experiment.timeLimitSeconds;
}

Result<void> checkTimeLimit(const SweepGrid& grid, std::span<const std::size_t> cells)
{
    for (const std::size_t cell : cells) {
        if (fitsTimeLimit(grid, cell))
            continue;
        Experiment experiment = grid.sweep().base();
        grid.sweep().setTo(experiment, cell);
        return Error{0, fmt::format(words("core", "Cell {} ({}) may need {:.0f} s after the fault, but time_limit_s {:g} ends the run before: raise it, or measure other cells."),
                                    cell + 1, grid.sweep().wordsAt(cell), secondsOf(grid, cell) - firstFaultSeconds(experiment).value_or(0), experiment.timeLimitSeconds)};
    }
    return {};
}

std::vector<std::size_t> sampleCells(const SweepGrid& grid, std::size_t count)
{
    // Martin Roberts' low-discrepancy sequences: the powers of these roots of x^(d+1) = x + 1 never fall into step.
    constexpr double kRoots[kMaxSweepAxes] = {1.618033988749895, 1.324717957244746, 1.220744084605760};
    constexpr std::size_t kTries = 40; // for each cell that is wanted: others do not fit, or have been hit before
    const std::vector<SweepAxis>& axes = grid.sweep().axes();
    const double root = kRoots[axes.size() - 1];
    std::set<std::size_t> chosen;
    for (std::size_t turn = 1; turn <= count * kTries && chosen.size() < count; ++turn) {
        std::vector<std::size_t> place;
        double step = 1;
        for (const SweepAxis& axis : axes) {
            step /= root;
            const double at = 0.5 + static_cast<double>(turn) * step;
            place.push_back(static_cast<std::size_t>((at - std::floor(at)) * static_cast<double>(axis.values.size())));
        }
        const std::size_t cell = grid.sweep().cellAt(place);
        if (grid.at(cell) && fitsTimeLimit(grid, cell))
            chosen.insert(cell);
    }
    return {chosen.begin(), chosen.end()};
}

std::vector<SweepMeasurement> measurementsOf(const SweepRun& run, const std::string& runId, const std::vector<Outcome>& outcomes)
{
    std::vector<SweepMeasurement> measurements;
    const std::size_t each = run.pairsEach();
    for (const Outcome& outcome : outcomes) {
        const auto pair = static_cast<std::size_t>(outcome.pair);
        if (pair / each >= run.cells.size())
            continue; // an end that the plan does not know
        SweepMeasurement measurement{run.cells[pair / each], runId, outcome};
        measurement.outcome.pair = static_cast<int>(pair % each);
        measurements.push_back(std::move(measurement));
    }
    return measurements;
}

} // namespace halfopen
