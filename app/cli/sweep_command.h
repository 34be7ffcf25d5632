// SPDX-License-Identifier: GPL-3.0-or-later
// halfopen-cli sweep: predicts a grid of experiments, and runs chosen cells of it.
#pragma once

#include <memory>
#include <optional>

#include "cli/arguments.h"
#include "cli/command.h"
#include "cli/progress_line.h"
#include "cli/run_recorder.h"
#include "core/sweep.h"
#include "session/run_controller.h"
#include "session/sweep_runner.h"

namespace halfopen {

class SweepCommand final : public Command
{
    Q_OBJECT

public:
    SweepCommand(SweepArguments arguments, const QString& agentProgram);

    void start() override;
    void interrupt() override;

private:
    [[nodiscard]] Result<Sweep> readSweep() const;
    [[nodiscard]] Result<std::vector<SweepRun>> readCells() const;
    void refuse(const Error& error);
    void measure(std::vector<SweepRun> runs);
    void onRunDone(int run);
    void report();
    void writeCsv();

    SweepArguments m_arguments;
    RunController m_controller;
    SweepRunner m_runner;
    std::unique_ptr<SweepGrid> m_grid;
    std::unique_ptr<RunRecorder> m_recorder;
    std::unique_ptr<ProgressLine> m_progress;
    int m_runs = 0;
    ExitStatus m_status = ExitStatus::AsPredicted;
};

} // namespace halfopen
