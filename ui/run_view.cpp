// SPDX-License-Identifier: GPL-3.0-or-later
// A widget that shows one run, planned, live or over.
#include "ui/run_view.h"

namespace halfopen {

RunView::RunView(QWidget* parent) : QWidget(parent) {}

RunFacts RunView::facts() const
{
    const bool runs = m_timeline && m_timeline->eventCount() > 0;
    return RunFacts::of(m_timeline, runs ? m_timeline->experiment() : m_experiment, m_predictions, m_clock.now(),
                        m_live);
}

void RunView::setTimeline(const Timeline* timeline)
{
    m_timeline = timeline;
    m_clock.stop(timeline ? timeline->lastTime() : RunTime{0});
    runReplaced();
    refresh();
}

void RunView::setExperiment(const Experiment& experiment)
{
    if (m_experiment == experiment)
        return;
    m_experiment = experiment;
    runChanged();
}

void RunView::setPredictions(const std::vector<Prediction>& predictions)
{
    if (m_predictions == predictions)
        return;
    m_predictions = predictions;
    runChanged();
}

void RunView::setLive(bool live)
{
    if (m_live == live)
        return;
    m_live = live;
    refresh();
}

void RunView::refresh()
{
    const bool runs = m_live && m_timeline && m_timeline->eventCount() > 0 && !m_timeline->finished();
    if (runs) {
        m_clock.heard(m_timeline->lastTime());
    } else {
        const bool ran = m_clock.isRunning();
        m_clock.stop(m_timeline ? m_timeline->lastTime() : RunTime{0});
        if (ran)
            runStopped();
    }
    runChanged();
}

} // namespace halfopen
