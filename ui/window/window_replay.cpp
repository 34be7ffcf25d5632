// SPDX-License-Identifier: GPL-3.0-or-later
// How the window opens runs of the history and plays them again.
#include <QMenu>
#include <QStatusBar>

#include "ui/experiment/typing_guard.h"
#include "ui/history/run_loader.h"
#include "ui/replay/replay_wiring.h"
#include "ui/replay/transport_bar.h"
#include "ui/timeline/timeline_view.h"
#include "ui/topology/topology_view.h"
#include "ui/window/banner.h"
#include "ui/window/main_actions.h"
#include "ui/window/main_window.h"

namespace halfopen {

void MainWindow::buildReplay()
{
    m_replay = new ReplayWiring({m_parts.desk.replay, m_run, m_parts.store, *m_transport, *m_timeline, {m_timeline, m_topology}}, this);
    connect(m_replay, &ReplayWiring::lookWanted, this, &MainWindow::refreshSlowly);
    connect(m_replay, &ReplayWiring::failed, this, [this](const QString& message) { showMessage(message); });
    auto* menu = new QMenu(tr("Repla&y"), this);
    menu->setObjectName(QStringLiteral("replayMenu"));
    m_replay->fillMenu(menu);
    m_actions->viewMenu()->addMenu(menu);
    m_opening = new RunLoader(m_parts.store, this);
    connect(m_opening, &RunLoader::progressed, this, [this](double part) {
        statusBar()->showMessage(tr("Opening the run, %1 %").arg(static_cast<int>(part * 100)));
    });
    connect(m_opening, &RunLoader::failed, this, [this](const QString&, const QString& message) {
        statusBar()->clearMessage();
        showMessage(message);
    });
    connect(m_opening, &RunLoader::loaded, this, &MainWindow::showOpenedRun);
}

void MainWindow::openStoredRun(const QString& runId) { loadStoredRun(runId, false); }

void MainWindow::playStoredRun(const QString& runId)
{
    if (!m_parts.controller.isActive() && m_run.isOver() && m_run.runId() == runId)
        m_replay->playFromStart();
    else
        loadStoredRun(runId, true);
}

void MainWindow::loadStoredRun(const QString& runId, bool play)
{
    if (m_parts.store == nullptr)
        return;
    if (m_parts.controller.isActive()) {
        showMessage(tr("A run is going on. Stop it before you open another."));
        return;
    }
    m_playsOpened = play;
    m_opening->loadAlone(runId);
}

void MainWindow::showOpenedRun(const QString& runId, const std::shared_ptr<const ReplayedRun>& run)
{
    statusBar()->clearMessage();
    if (m_parts.controller.isActive())
        return; // the user has begun a run while it was being read
    commitTyping();
    m_parts.desk.course.end();
    m_banner->hide();
    showSweep(false);
    m_view.setPair(0);
    m_run.showStored(runId, run);
    m_draft.load(run->timeline.experiment(), tr("Open a run of the history"));
    if (m_playsOpened)
        m_replay->playFromStart();
}

void MainWindow::showRefoldedRun()
{
    const auto* timeline = &m_run.timeline();
    for (RunView* view : {static_cast<RunView*>(m_timeline), static_cast<RunView*>(m_topology)}) {
        view->setPredictions(m_run.predictions());
        view->setRefolded(timeline);
        view->setLive(m_run.isRunning());
    }
    if (!m_run.isRunning())
        tellNow();
}

} // namespace halfopen
