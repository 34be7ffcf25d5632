// SPDX-License-Identifier: GPL-3.0-or-later
// Runs cells of a sweep, one run after the other.
#pragma once

#include <QObject>

#include <vector>

#include "core/sweep_plan.h"
#include "session/run_controller.h"

namespace halfopen {

/// Hands planned runs to a controller and gathers what came of each cell. Not the plan: that is `planRuns()`. It ends
/// early where the place cannot run them, where a run fails, or when it is cancelled, here or at the controller.
class SweepRunner final : public QObject
{
    Q_OBJECT

public:
    /// The controller starts nothing else meanwhile.
    explicit SweepRunner(RunController& controller, QObject* parent = nullptr);

    /// Only when not running.
    void start(std::vector<SweepRun> runs);
    /// Breaks the run off that goes on; what has been seen of it counts.
    void cancel();

    [[nodiscard]] bool isRunning() const { return m_running; }
    [[nodiscard]] const std::vector<SweepMeasurement>& measurements() const { return m_measurements; }

Q_SIGNALS:
    /// That run, counted from 0, is over; the controller tells how.
    void runDone(int run);
    /// Nothing more comes.
    void ended();

private:
    void onRunEnded();

    RunController& m_controller;
    std::vector<SweepRun> m_runs;
    std::vector<SweepMeasurement> m_measurements;
    std::size_t m_run = 0;
    bool m_running = false;
    bool m_cancelled = false;
};

} // namespace halfopen
