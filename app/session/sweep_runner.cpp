// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/sweep_runner.h"

namespace halfopen {

SweepRunner::SweepRunner(RunController& controller, QObject* parent) : QObject(parent), m_controller(controller)
{
    // Queued: whoever keeps the run hears of its end before the next begins.
    connect(&m_controller, &RunController::runEnded, this, &SweepRunner::onRunEnded, Qt::QueuedConnection);
}

void SweepRunner::start(std::vector<SweepRun> runs)
{
    if (m_running || runs.empty())
        return;
    m_runs = std::move(runs);
    m_measurements.clear();
    m_run = 0;
    m_running = true;
    m_cancelled = false;
    m_controller.start(m_runs.front().experiment);
}

void SweepRunner::cancel()
{
    m_cancelled = true; // it may come between two runs
    m_controller.cancel();
}

void SweepRunner::onRunEnded()
{
    if (!m_running)
        return;
    const bool finished = m_controller.state() == RunController::State::Finished;
    if (finished && m_controller.timeline().startedAt()) {
        const std::vector<SweepMeasurement> more = measurementsOf(m_runs[m_run], m_controller.runId().toStdString(), m_controller.outcomes());
        m_measurements.insert(m_measurements.end(), more.begin(), more.end());
    }
    Q_EMIT runDone(static_cast<int>(m_run));
    ++m_run;
    if (finished && !m_cancelled && !m_controller.wasCancelled() && m_run < m_runs.size()) {
        m_controller.start(m_runs[m_run].experiment);
        return;
    }
    m_running = false;
    Q_EMIT ended();
}

} // namespace halfopen
