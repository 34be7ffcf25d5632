// SPDX-License-Identifier: GPL-3.0-or-later
// halfopen-cli run: runs an experiment, once or several times, and tells what came of it.
#pragma once

#include <QByteArray>

#include <memory>
#include <string>

#include "cli/arguments.h"
#include "cli/command.h"
#include "cli/output.h"
#include "cli/progress_line.h"
#include "cli/run_recorder.h"
#include "session/nameless_file.h"
#include "session/run_controller.h"

namespace halfopen {

class RunExperimentCommand final : public Command
{
    Q_OBJECT

public:
    RunExperimentCommand(RunArguments arguments, const QString& agentProgram);

    void start() override;
    void interrupt() override;

private:
    [[nodiscard]] Result<void> checkArguments() const;
    [[nodiscard]] Result<void> prepareCapture();
    void passCaptureOn();
    void record();
    void startNext();
    void onRunEnded();
    void reportRows();
    void reportSamples();
    void reportTrouble();
    void finish();
    [[nodiscard]] bool isTableForPeople() const; // on standard error, because standard output is for a program

    RunArguments m_arguments;
    Experiment m_experiment;
    RunController m_controller;
    std::unique_ptr<RunRecorder> m_recorder;
    std::unique_ptr<ProgressLine> m_progress;
    QString m_capture; // path for the agent; empty: none
    std::unique_ptr<NamelessFile> m_captureOnItsWay; // to standard output
    std::string m_csv;
    std::unique_ptr<PartedOutput> m_samples;
    QByteArray m_events;
    int m_runsDone = 0;
    bool m_interrupted = false;
    ExitStatus m_status = ExitStatus::AsPredicted;
};

} // namespace halfopen
