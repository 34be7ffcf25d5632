// SPDX-License-Identifier: GPL-3.0-or-later
// The sweep that the user looks at: measured.
#include <algorithm>

#include "core/flag_words.h"
#include "core/sweep_plan.h"
#include "ui/experiment/experiment_draft.h"
#include "ui/sweep/sweep_study.h"
#include "ui/sweep/sweep_words.h"
#include "ui/text/core_words.h"

namespace halfopen {

Result<std::vector<SweepRun>> SweepStudy::plan(const std::vector<MapPlace>& places) const
{
    std::vector<std::size_t> cells;
    for (const MapPlace& place : places) {
        if (const auto cell = m_map->gridCell(place))
            cells.push_back(*cell);
    }
    std::ranges::sort(cells);
    if (cells.empty())
        return Error{0, SweepWords::tr("No cell is marked that can be run. Drag over the map, or press Space on a cell.").toStdString()};
    if (const Result<void> fits = checkTimeLimit(*m_map->grid, cells); !fits)
        return fits.error();
    // The grid's own knows no title.
    Experiment base = m_map->grid->sweep().base();
    base.title = m_draft.experiment().title;
    const Result<Sweep> sweep = Sweep::make(std::move(base), m_map->grid->sweep().axes());
    return sweep ? planRuns(*sweep, cells) : sweep.error();
}

Result<void> SweepStudy::measure(const std::vector<MapPlace>& places)
{
    if (m_controller.isActive() || isMeasuring())
        return Error{0, SweepWords::tr("A run is going on. Stop it, or wait for its end, and measure then.").toStdString()};
    if (!m_map || m_filled != m_asked)
        return Error{0, SweepWords::tr("The map is just being worked out. Measure when it is there.").toStdString()};
    Result<std::vector<SweepRun>> runs = plan(places);
    if (!runs)
        return runs.error();
    m_measuredSweep = m_map->grid->sweep();
    m_measuredEnd = m_map->end;
    m_measured.clear();
    m_runs = *runs;
    m_run = 0;
    m_expected.clear();
    for (const SweepRun& run : m_runs) {
        double last = 0;
        for (const std::size_t cell : run.cells)
            last = std::max(last, secondsOf(*m_map->grid, cell));
        m_expected.push_back(last > 0 ? last : run.experiment.timeLimitSeconds);
    }
    showMeasured();
    m_runner.start(*std::move(runs));
    Q_EMIT mapChanged();
    Q_EMIT measuringChanged();
    return {};
}

void SweepStudy::cancelMeasuring()
{
    if (isMeasuring())
        m_runner.cancel();
}

void SweepStudy::takeRun(int run)
{
    m_run = run + 1;
    m_measured = m_runner.measurements();
    showMeasured();
    const auto state = m_controller.state();
    if ((state == RunController::State::Refused || state == RunController::State::Failed) && !m_controller.timeline().startedAt())
        Q_EMIT cameToNothing();
    Q_EMIT mapChanged();
    Q_EMIT measuringChanged();
}

/// Of another map what was measured would say nothing.
bool SweepStudy::isOfMap() const
{
    return m_map && m_measuredSweep && m_map->grid->sweep() == *m_measuredSweep && m_map->end == m_measuredEnd;
}

std::vector<SweepMeasurement> SweepStudy::measured() const { return isOfMap() ? m_measured : std::vector<SweepMeasurement>{}; }

void SweepStudy::showMeasured()
{
    if (!m_map)
        return;
    m_map->measured.clear();
    if (!isOfMap())
        return;
    for (const SweepMeasurement& each : m_measured) {
        if (each.outcome.end != m_measuredEnd.end || each.outcome.verdict == Verdict::NotApplicable)
            continue;
        const Prediction& predicted = each.outcome.prediction;
        m_map->measured[each.cell] = {each.outcome.detection, predicted.never() ? Interval{} : predicted.hull(), each.outcome.verdict, each.outcome.flagged, flagText(each.outcome), each.runId};
    }
}

std::vector<MapPlace> SweepStudy::sample(int count) const
{
    std::vector<MapPlace> places;
    if (!m_map)
        return places;
    for (const std::size_t cell : sampleCells(*m_map->grid, static_cast<std::size_t>(std::max(count, 0)))) {
        if (const auto place = m_map->placeOfGridCell(cell))
            places.push_back(*place);
    }
    return places;
}

SweepStudy::Progress SweepStudy::progress() const
{
    Progress progress;
    if (!isMeasuring())
        return progress;
    progress.runs = static_cast<int>(m_runs.size());
    progress.run = std::min(m_run + 1, progress.runs);
    for (const SweepRun& run : m_runs)
        progress.cells += static_cast<int>(run.cells.size());
    progress.expected = m_expected[static_cast<std::size_t>(progress.run - 1)];
    const Timeline& timeline = m_controller.timeline();
    if (timeline.startedAt())
        progress.seconds = std::max(0.0, toSeconds(timeline.lastTime() - *timeline.startedAt()));
    return progress;
}

} // namespace halfopen
