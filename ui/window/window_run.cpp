// SPDX-License-Identifier: GPL-3.0-or-later
// How the window starts a run and follows it.
#include <QElapsedTimer>

#include <algorithm>
#include <utility>

#include "core/experiment_codec.h"
#include "session/place_check.h"
#include "ui/experiment/experiment_panel.h"
#include "ui/experiment/prediction_box.h"
#include "ui/experiment/typing_guard.h"
#include "ui/faults/fault_panel.h"
#include "ui/log/log_panel.h"
#include "ui/replay/transport_bar.h"
#include "ui/results/results_panel.h"
#include "ui/sockets/socket_panel.h"
#include "ui/text/format.h"
#include "ui/timeline/timeline_view.h"
#include "ui/topology/topology_view.h"
#include "ui/why/why_panel.h"
#include "ui/window/banner.h"
#include "ui/window/main_actions.h"
#include "ui/window/main_window.h"
#include "ui/window/next_step.h"
#include "ui/window/projector_mode.h"
#include "ui/window/run_status.h"
#include "ui/window/window_packets.h"

namespace halfopen {

namespace {

// Charts and tables look again this often while a run goes on; the painted views follow by themselves.
constexpr std::chrono::milliseconds kSlowRefresh{200};
// With many pairs; with thousands it takes this share of the time.
constexpr std::chrono::milliseconds kSlowestRefresh{1000};
constexpr int kShareOfTime = 10; // one tenth

} // namespace

RunTime MainWindow::now() const
{
    if (m_run.isReplayed())
        return m_run.instant();
    // One moment for all that is in sight: that of the drawing of the hosts.
    return m_run.isRunning() && m_clock.isRunning() ? m_topology->instant().value_or(m_clock.now()) : m_run.timeline().lastTime();
}

void MainWindow::connectRun()
{
    auto& controller = m_parts.controller;
    m_slow.setTimerType(Qt::CoarseTimer);
    connect(&m_slow, &QTimer::timeout, this, &MainWindow::refreshSlowly);
    connect(&controller, &RunController::stateChanged, this, &MainWindow::showState);
    connect(&controller, &RunController::runEnded, this, &MainWindow::endRun);
    connect(&m_run, &ShownRun::replaced, this, &MainWindow::showReplacedRun);
    connect(&m_run, &ShownRun::refolded, this, &MainWindow::showRefoldedRun);
    connect(&m_run, &ShownRun::grew, this, [this] {
        if (m_run.isLive()) {
            m_clock.heard(m_run.timeline().lastTime());
        } else {
            m_timeline->setLive(m_run.isRunning());
            m_topology->setLive(m_run.isRunning());
            if (!m_run.isRunning()) // the end has no clock of the drawing's any more, which the words follow
                tellNow();
        }
        m_timeline->refresh();
        m_topology->refresh();
    });
    connect(&m_run, &ShownRun::predictionsChanged, this, [this] {
        m_timeline->setPredictions(m_run.predictions());
        m_topology->setPredictions(m_run.predictions());
        tellNow();
    });
    connect(m_topology, &TopologyView::instantShown, this, &MainWindow::followInstant);
    connect(&m_parts.places, &PlaceCheck::completed, this, &MainWindow::showPlaces);
}

void MainWindow::followInstant(RunTime instant)
{
    if (m_run.hasManyPairs())
        return;
    m_status->refresh(instant);
    m_next->refresh(instant);
    m_timeline->tellInstant(instant);
    m_transport->tellInstant(instant);
    m_sockets->refresh(instant);
    m_projector->follow(instant);
    m_experiment->faults().follow(instant);
}

void MainWindow::showReplacedRun()
{
    m_view.setPair(std::clamp(m_view.pair(), 0, std::max(0, static_cast<int>(m_run.experiment().pairs.size()) - 1)));
    m_view.forgetTimes();
    showRun();
}

void MainWindow::showRun()
{
    const bool running = m_run.isRunning();
    if (m_run.isLive())
        m_clock.heard(m_run.timeline().lastTime());
    else
        m_clock.stop(m_run.timeline().lastTime());
    const Timeline* timeline = m_run.hasRun() ? &m_run.timeline() : nullptr;
    m_timeline->setExperiment(m_run.experiment());
    m_timeline->setPredictions(m_run.predictions());
    m_timeline->setTimeline(timeline);
    m_timeline->setLive(running);
    m_topology->setExperiment(m_run.experiment());
    m_topology->setPredictions(m_run.predictions());
    m_topology->setTimeline(timeline);
    m_topology->setLive(running);
    if (m_run.isLive()) {
        m_timeline->setNow(m_clock.now());
        m_topology->setNow(m_clock.now());
    }
    refreshSlowly();
}

void MainWindow::showState()
{
    const bool active = m_parts.controller.isActive();
    m_actions->setRunning(active);
    m_experiment->prediction()->setRunning(active ? std::optional{m_run.experiment()} : std::nullopt);
    if (active) {
        m_slow.start(m_run.hasManyPairs() ? kSlowestRefresh : kSlowRefresh);
    } else {
        m_slow.stop();
        m_clock.stop(m_run.timeline().lastTime());
    }
    m_timeline->setLive(m_run.isRunning());
    m_topology->setLive(m_run.isRunning());
    tellNow();
}

void MainWindow::tellNow()
{
    m_status->refresh(now());
    m_next->refresh(now());
}

void MainWindow::refreshSlowly()
{
    QElapsedTimer clock;
    clock.start();
    m_sockets->refresh(now());
    m_results->refresh(now());
    m_why->refresh();
    m_log->refresh();
    tellNow();
    if (m_run.hasManyPairs())
        m_projector->follow(now());
    m_actions->setHasOutcomes(m_run.hasRun());
    const std::chrono::milliseconds rest{kShareOfTime * clock.elapsed()};
    if (m_slow.isActive() && rest > m_slow.intervalAsDuration())
        m_slow.setInterval(rest);
}

void MainWindow::endRun()
{
    showState();
    refreshSlowly();
    m_timeline->refresh();
    m_topology->refresh();
    const auto state = m_parts.controller.state();
    if (state == RunController::State::Refused || state == RunController::State::Failed)
        // The agent's own sentences come in English, the controller's in the window's language already.
        showMessage(fromCore(m_parts.controller.message().toStdString()),
                    m_parts.controller.remedy().isEmpty() ? tr("Press Run (F5) to try again. If it happens again, report it with what the panel Log says.")
                                                          : fromCore(m_parts.controller.remedy().toStdString()));
    // Once: where unsaved changes keep the window open after all, the next run has its own question.
    if (std::exchange(m_closing, false))
        close();
}

void MainWindow::startRun()
{
    if (m_parts.controller.isActive())
        return;
    commitTyping();
    // The same check as for a file: what the panel made is refused with the same sentence.
    const auto checked = parseExperiment(writeExperiment(m_draft.experiment()));
    if (!checked) {
        showMessage(fromCore(checked.error().message));
        return;
    }
    if (m_packets->waitsForCheck(m_draft.experiment())) {
        // The check takes less than a second and was begun with the first paint, unless the run is asked for before that.
        connect(&m_parts.places, &PlaceCheck::completed, this, &MainWindow::startRun,
                static_cast<Qt::ConnectionType>(Qt::SingleShotConnection | Qt::UniqueConnection));
        m_parts.places.start();
        return;
    }
    m_banner->hide();
    m_draft.endMerging();
    showSweep(false);
    // The button is about to be greyed and would hand the focus to whatever comes next.
    m_timeline->setFocus();
    m_packets->start(m_draft.experiment());
}

void MainWindow::toggleCable()
{
    if (!m_parts.controller.isActive())
        return;
    bool healed = false;
    for (const auto& span : m_parts.controller.timeline().faults()) {
        if (dropsAll(span.fault) && !span.healed) {
            m_parts.controller.healFault(span.id);
            healed = true;
        }
    }
    if (!healed)
        m_parts.controller.applyFault(Fault{});
}

} // namespace halfopen
