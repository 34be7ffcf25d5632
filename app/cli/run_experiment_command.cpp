// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/run_experiment_command.h"

#include <fmt/format.h>

#include <QFile>
#include <QFileInfo>

#include "cli/experiment_source.h"
#include "cli/history_source.h"
#include "cli/outcome_text.h"
#include "cli/output.h"
#include "cli/run_result.h"
#include "core/outcome_csv.h"
#include "core/samples_csv.h"

namespace halfopen {

RunExperimentCommand::RunExperimentCommand(RunArguments arguments, const QString& agentProgram)
    : m_arguments(std::move(arguments)), m_controller(agentProgram)
{
    // Queued: the recorder hears of the end before the next run begins.
    connect(&m_controller, &RunController::runEnded, this, &RunExperimentCommand::onRunEnded, Qt::QueuedConnection);
    if (!m_arguments.events.isEmpty())
        connect(&m_controller, &RunController::linesArrived, this, [this](const QString&, const QByteArray& lines) { m_events += lines; });
}

Result<void> RunExperimentCommand::checkArguments() const
{
    if (m_arguments.repeat > 1 && !m_arguments.events.isEmpty())
        return Error{0, "--events holds one run; with --repeat take them from the history: 'halfopen-cli export RUN --events FILE'."};
    if (m_arguments.repeat > 1 && !m_arguments.pcapng.isEmpty())
        return Error{0, "--pcapng holds one run; run them one by one to capture each."};
    return checkOutputs({m_arguments.csv, m_arguments.events, m_arguments.samplesCsv, m_arguments.pcapng}, m_arguments.json);
}

void RunExperimentCommand::start()
{
    if (const Result<void> good = checkArguments(); !good) {
        complainLine(good.error().message);
        Q_EMIT done(ExitStatus::Usage);
        return;
    }
    const Result<Experiment> experiment = loadExperiment(m_arguments.source, m_arguments.place);
    if (!experiment) {
        complainLine(experiment.error().message);
        Q_EMIT done(ExitStatus::Usage);
        return;
    }
    m_experiment = *experiment;
    if (const Result<void> prepared = prepareCapture(); !prepared) {
        complainLine(prepared.error().message);
        Q_EMIT done(ExitStatus::Usage);
        return;
    }
    if (!m_arguments.noHistory)
        record();
    if (!m_arguments.quiet && ProgressLine::isPossible())
        m_progress = std::make_unique<ProgressLine>(m_controller, m_arguments.repeat);
    if (!m_arguments.csv.isEmpty())
        m_csv = outcomeCsvHeading();
    if (!m_arguments.samplesCsv.isEmpty()) {
        m_samples = std::make_unique<PartedOutput>(m_arguments.samplesCsv);
        m_samples->write(samplesCsvHeading());
    }
    startNext();
}

/// The agent writes into a file: what is for standard output goes there by way of one without a name.
Result<void> RunExperimentCommand::prepareCapture()
{
    if (m_arguments.pcapng.isEmpty())
        return {};
    m_capture = QFileInfo(m_arguments.pcapng).absoluteFilePath();
    if (!isStandardOutput(m_arguments.pcapng))
        return {};
    Result<std::unique_ptr<NamelessFile>> made = NamelessFile::make();
    if (!made)
        return Error{0, "No temporary file can be made for the capture: " + made.error().message + '.'};
    m_captureOnItsWay = *std::move(made);
    m_capture = m_captureOnItsWay->path();
    return {};
}

void RunExperimentCommand::passCaptureOn()
{
    if (!m_captureOnItsWay)
        return;
    QFile written(m_captureOnItsWay->path());
    constexpr qint64 kAtOnce = 1024 * 1024;
    if (!written.open(QIODevice::ReadOnly))
        return;
    for (QByteArray part = written.read(kAtOnce); !part.isEmpty(); part = written.read(kAtOnce))
        print({part.constData(), static_cast<std::size_t>(part.size())});
}

void RunExperimentCommand::record()
{
    Result<std::unique_ptr<RunStore>> store = openHistory(m_arguments.history);
    if (!store) {
        complainLine(store.error().message + " The run is not kept.");
        return;
    }
    m_recorder = std::make_unique<RunRecorder>(m_controller, std::move(*store));
    connect(m_recorder.get(), &RunRecorder::gaveUp, this, [](const QString& why) { complainLine(why.toStdString()); });
}

void RunExperimentCommand::startNext()
{
    m_controller.start(m_experiment, m_capture);
}

void RunExperimentCommand::interrupt()
{
    m_interrupted = true; // it may come between two runs
    m_controller.cancel();
}

void RunExperimentCommand::onRunEnded()
{
    const ExitStatus status = exitStatusOf(m_controller);
    m_status = worseOf(m_status, status);
    ++m_runsDone;
    reportTrouble();
    if (m_controller.state() == RunController::State::Finished && m_controller.timeline().startedAt())
        reportRows();
    if (m_interrupted && m_runsDone < m_arguments.repeat)
        m_status = worseOf(m_status, ExitStatus::Interrupted);
    const bool goesOn = status != ExitStatus::CannotRun && !m_interrupted && !hasStandardOutputFailed() && m_runsDone < m_arguments.repeat;
    if (goesOn)
        startNext();
    else
        finish();
}

bool RunExperimentCommand::isTableForPeople() const
{
    return m_arguments.json || isStandardOutput(m_arguments.csv) || isStandardOutput(m_arguments.events) ||
           isStandardOutput(m_arguments.samplesCsv) || isStandardOutput(m_arguments.pcapng);
}

void RunExperimentCommand::reportRows()
{
    const Timeline& timeline = m_controller.timeline();
    const std::vector<Outcome> outcomes = m_controller.outcomes();
    const std::string id = m_controller.runId().toStdString();
    reportSamples();
    if (!m_arguments.csv.isEmpty())
        m_csv += outcomeCsvRows(id, HALFOPEN_VERSION, timeline, outcomes);
    if (isStandardOutput(m_arguments.csv)) {
        print(m_csv); // row by row: a reader at the other end of a pipe may be waiting
        m_csv.clear();
    }
    if (m_arguments.json)
        print(outcomeJsonLines(id, HALFOPEN_VERSION, timeline, outcomes));
    if (m_arguments.quiet)
        return;
    const std::string table = runHeading(id, timeline) + outcomeTable(timeline, outcomes) + flagText(timeline, outcomes)
        + beyondTimeLimitText(timeline, outcomes);
    if (isTableForPeople())
        complain(table);
    else
        print(table);
}

/// Pair by pair: the text of thousands is too much to hold.
void RunExperimentCommand::reportSamples()
{
    if (!m_samples)
        return;
    const Timeline& timeline = m_controller.timeline();
    for (std::size_t pair = 0; pair < timeline.pairs().size(); ++pair)
        m_samples->write(samplesCsvRows(m_controller.runId().toStdString(), timeline, pair));
}

void RunExperimentCommand::reportTrouble()
{
    if (m_controller.wasCancelled())
        complainLine("The run was broken off.");
    if (!m_controller.message().isEmpty())
        complainLine(m_controller.message().toStdString());
    if (!m_controller.remedy().isEmpty())
        complain(m_controller.remedy().toStdString() + "\n");
}

void RunExperimentCommand::finish()
{
    if (!m_csv.empty()) {
        if (const Result<void> written = writeOutput(m_arguments.csv, m_csv); !written) {
            complainLine(written.error().message);
            m_status = worseOf(m_status, ExitStatus::Usage);
        }
    }
    if (!m_events.isEmpty()) {
        const std::string_view events{m_events.constData(), static_cast<std::size_t>(m_events.size())};
        if (const Result<void> written = writeOutput(m_arguments.events, events); !written) {
            complainLine(written.error().message);
            m_status = worseOf(m_status, ExitStatus::Usage);
        }
    }
    if (m_samples) {
        if (const Result<void> written = m_samples->finish(); !written) {
            complainLine(written.error().message);
            m_status = worseOf(m_status, ExitStatus::Usage);
        }
    }
    passCaptureOn();
    Q_EMIT done(m_status);
}

} // namespace halfopen
