// SPDX-License-Identifier: GPL-3.0-or-later
// The sweep in the place of hosts and time line.
#include <QAction>
#include <QMenu>
#include <QSplitter>
#include <QStackedWidget>

#include <algorithm>

#include "ui/sweep/sweep_page.h"
#include "ui/sweep/sweep_study.h"
#include "ui/timeline/timeline_view.h"
#include "ui/view_state.h"
#include "ui/window/main_actions.h"
#include "ui/window/main_window.h"
#include "ui/window/next_step.h"
#include "ui/window/projector_mode.h"
#include "ui/window/run_status.h"
#include "ui/window/window_exports.h"

namespace halfopen {

void MainWindow::buildSweep()
{
    auto& study = m_parts.desk.sweep;
    connect(m_actions->sweep, &QAction::triggered, this, [this](bool on) {
        leaveWelcome();
        showSweep(on);
        if (on)
            m_sweep->focusMap();
        else
            m_timeline->setFocus();
    });
    // A run of other settings that never began would be told as one without a fault.
    connect(&study, &SweepStudy::cameToNothing, this, [this] { m_run.showPlan(); });
    // The pair that is looked at elsewhere is looked at here too, if anybody in it can notice something.
    connect(&m_view, &ViewState::pairChanged, this, [this, &study](int pair) {
        const auto ends = sweepEnds(study.experiment());
        const auto found = std::ranges::find(ends, pair, &SweepEnd::pair);
        SweepWish wish = study.wish();
        const bool isOfPlan = m_run.experiment() == study.experiment(); // a run of cells has other pairs
        if (!isOfPlan || found == ends.end() || wish.across.key.empty() || wish.end.pair == pair)
            return;
        wish.end = *found;
        study.setWish(wish);
    });
}

void MainWindow::showSweep(bool on)
{
    m_parts.desk.sweeps = on;
    showPage();
    // It speaks of the run that is not in sight.
    if (!m_parts.desk.welcomes && !isProjector())
        m_next->setVisible(!on);
}

void MainWindow::showPage()
{
    const bool on = m_parts.desk.sweeps;
    m_actions->sweep->setChecked(on);
    m_status->setSweeping(on && !m_parts.desk.welcomes);
    if (on && m_sweep == nullptr) {
        m_sweep = new SweepPage(m_parts.desk.sweep, m_pages);
        m_pages->addWidget(m_sweep);
        if (const auto folds = m_parts.settings.value(QStringLiteral("window/folds")).toMap(); folds.contains(QStringLiteral("sweep.axes")))
            m_sweep->setAxesOpen(folds.value(QStringLiteral("sweep.axes")).toBool());
        connect(m_sweep, &SweepPage::closed, m_actions->sweep, &QAction::trigger);
        connect(m_sweep, &SweepPage::failed, this, [this](const QString& message) { showMessage(message); });
        connect(m_sweep, &SweepPage::menuOpening, m_exports, &WindowExports::addSweep);
    }
    if (m_sweep != nullptr)
        m_sweep->setMagnification(isProjector() ? ProjectorMode::kMagnification : 1);
    if (!m_parts.desk.welcomes)
        m_pages->setCurrentWidget(on ? static_cast<QWidget*>(m_sweep) : m_centre);
}

} // namespace halfopen
