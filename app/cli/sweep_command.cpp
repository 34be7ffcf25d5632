// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/sweep_command.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <numeric>

#include "cli/experiment_source.h"
#include "cli/history_source.h"
#include "cli/machine_kernel.h"
#include "cli/outcome_text.h"
#include "cli/output.h"
#include "cli/run_result.h"
#include "cli/sweep_text.h"
#include "core/option_warnings.h"
#include "core/sweep_csv.h"
#include "session/sweep_filler.h"

namespace halfopen {

namespace {

constexpr std::size_t kTerminalWidth = 120; // a wider table is unreadable; a heat map takes its place
constexpr std::size_t kTableRows = 60;

std::optional<std::size_t> numberOf(std::string_view text)
{
    std::size_t number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    return read.ec == std::errc{} && read.ptr == text.data() + text.size() ? std::optional{number} : std::nullopt;
}

Error badCells(const std::string& part)
{
    return {0, "--measure '" + part.substr(0, 60) + "' names no cells: write all, or their numbers as 1,5,9..12."};
}

/// "1,5,9..12", counted from 1.
Result<std::vector<std::size_t>> cellsOf(const std::string& text, std::size_t cellCount)
{
    std::vector<std::size_t> cells;
    if (text == "all") {
        cells.resize(cellCount);
        std::iota(cells.begin(), cells.end(), std::size_t{0});
        return cells;
    }
    for (std::size_t from = 0; from <= text.size();) {
        const std::size_t comma = std::min(text.find(',', from), text.size());
        const std::string part = text.substr(from, comma - from);
        const std::size_t dots = part.find("..");
        const auto first = numberOf(part.substr(0, dots));
        const auto last = dots == std::string::npos ? first : numberOf(part.substr(dots + 2));
        if (!first || !last || *first < 1 || *last < *first)
            return badCells(part);
        if (*last > cellCount)
            return Error{0, fmt::format("There is no cell {}: they are counted from 1 to {}.", *last, cellCount)};
        for (std::size_t cell = *first; cell <= *last; ++cell)
            cells.push_back(cell - 1);
        if (cells.size() > cellCount)
            return Error{0, "--measure names cells twice."};
        from = comma + 1;
    }
    return cells;
}

} // namespace

SweepCommand::SweepCommand(SweepArguments arguments, const QString& agentProgram)
    : m_arguments(std::move(arguments)), m_controller(agentProgram), m_runner(m_controller)
{
    connect(&m_runner, &SweepRunner::runDone, this, &SweepCommand::onRunDone);
    connect(&m_runner, &SweepRunner::ended, this, &SweepCommand::report);
}

Result<Sweep> SweepCommand::readSweep() const
{
    if (m_arguments.measure && (m_arguments.hz || m_arguments.kernel))
        return Error{0, "--measure runs on this machine's kernel; leave --kernel and --hz out."};
    if (const Result<void> good = checkOutputs({m_arguments.csv}, m_arguments.json); !good)
        return good.error();
    Result<Experiment> experiment = loadExperiment(m_arguments.source, m_arguments.place);
    if (!experiment)
        return experiment.error();
    const bool anyLooks = std::ranges::any_of(experiment->pairs, [](const Pair& pair) { return isDetector(pair.client.activity) || isDetector(pair.server.activity); });
    if (!anyLooks)
        return Error{0, "No end of this experiment looks at its socket, so there is nothing to predict; give one an activity such as recv."};
    std::vector<SweepAxis> axes;
    for (const QString& text : m_arguments.axes) {
        Result<SweepAxis> axis = parseSweepAxis(text.toStdString(), *experiment);
        if (!axis)
            return axis.error();
        axes.push_back(*std::move(axis));
    }
    return Sweep::make(*std::move(experiment), std::move(axes));
}

Result<std::vector<SweepRun>> SweepCommand::readCells() const
{
    if (!m_arguments.measure)
        return std::vector<SweepRun>{};
    const Result<std::vector<std::size_t>> cells = cellsOf(m_arguments.measure->toStdString(), m_grid->sweep().cellCount());
    if (!cells)
        return cells.error();
    Result<std::vector<SweepRun>> runs = planRuns(m_grid->sweep(), *cells);
    if (!runs)
        return runs;
    if (const Result<void> fits = checkTimeLimit(*m_grid, *cells); !fits)
        return fits.error();
    return runs;
}

void SweepCommand::refuse(const Error& error)
{
    complainLine(error.message);
    Q_EMIT done(ExitStatus::Usage);
}

void SweepCommand::start()
{
    Result<Sweep> sweep = readSweep();
    if (!sweep)
        return refuse(sweep.error());
    KernelProfile kernel = m_arguments.kernel.value_or(machineKernel());
    kernel.hz = m_arguments.hz.value_or(machineKernel().hz);
    m_grid = std::make_unique<SweepGrid>(*std::move(sweep), std::move(kernel));
    fillOnThreads(*m_grid, m_grid->sweep().cellCount(), threadsHere());
    Result<std::vector<SweepRun>> runs = readCells();
    if (!runs)
        return refuse(runs.error());
    if (runs->empty())
        report();
    else
        measure(*std::move(runs));
}

void SweepCommand::measure(std::vector<SweepRun> runs)
{
    m_runs = static_cast<int>(runs.size());
    if (!m_arguments.noHistory) {
        Result<std::unique_ptr<RunStore>> store = openHistory(m_arguments.history);
        if (store) {
            m_recorder = std::make_unique<RunRecorder>(m_controller, std::move(*store));
            connect(m_recorder.get(), &RunRecorder::gaveUp, this, [](const QString& why) { complainLine(why.toStdString()); });
        } else {
            complainLine(store.error().message + " The runs are not kept.");
        }
    }
    if (!m_arguments.quiet && ProgressLine::isPossible())
        m_progress = std::make_unique<ProgressLine>(m_controller, m_runs);
    m_runner.start(std::move(runs));
}

void SweepCommand::interrupt()
{
    if (m_runner.isRunning())
        m_runner.cancel();
    else
        Q_EMIT done(ExitStatus::Interrupted);
}

void SweepCommand::onRunDone(int run)
{
    m_status = worseOf(m_status, exitStatusOf(m_controller));
    if (m_controller.wasCancelled())
        complainLine("The run was broken off.");
    if (!m_controller.message().isEmpty())
        complainLine(m_controller.message().toStdString());
    if (!m_controller.remedy().isEmpty())
        complain(m_controller.remedy().toStdString() + "\n");
    if (m_controller.state() == RunController::State::Finished && !m_arguments.quiet)
        complain(flagText(m_controller.timeline(), m_controller.outcomes()));
    if (m_runner.isRunning() && m_controller.wasCancelled() && run + 1 < m_runs)
        m_status = worseOf(m_status, ExitStatus::Interrupted);
}

void SweepCommand::report()
{
    const std::vector<SweepMeasurement>& measured = m_runner.measurements();
    const KernelProfile& kernel = m_grid->kernel();
    if (m_arguments.json)
        print(sweepJsonLines(*m_grid, measured));
    writeCsv();
    if (!m_arguments.quiet) {
        std::string text = fmt::format("{}: {} cells, Linux {}, HZ {}, seconds after the first fault\n", m_grid->sweep().base().title, m_grid->sweep().cellCount(), kernel.release, kernel.hz);
        std::string shown = m_arguments.view == SweepArguments::View::Heat ? sweepHeatMaps(*m_grid) : sweepTables(*m_grid);
        const bool tooLarge = widestLine(shown) > kTerminalWidth || static_cast<std::size_t>(std::ranges::count(shown, '\n')) > kTableRows;
        if (m_arguments.view == SweepArguments::View::Auto && tooLarge)
            shown = sweepHeatMaps(*m_grid);
        text += shown;
        if (const std::string table = measurementTable(*m_grid, measured); !table.empty())
            text += fmt::format("\nMeasured in {} {}:\n{}", m_runs, m_runs == 1 ? "run" : "runs", table);
        if (m_arguments.json || isStandardOutput(m_arguments.csv))
            complain(text);
        else
            print(text);
    }
    Q_EMIT done(m_status);
}

void SweepCommand::writeCsv()
{
    if (m_arguments.csv.isEmpty())
        return;
    const Result<void> written = writeOutput(m_arguments.csv, sweepCsvHeading(m_grid->sweep()) + sweepCsvRows(*m_grid, m_runner.measurements()));
    if (!written) {
        complainLine(written.error().message);
        m_status = worseOf(m_status, ExitStatus::Usage);
    }
}

} // namespace halfopen
