// SPDX-License-Identifier: GPL-3.0-or-later
// The window's ways around the work: welcome, next step, projector, copying, the keyboard.
#include <QAction>
#include <QDockWidget>
#include <QMenu>
#include <QMenuBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>
#include <QToolBar>
#include <QUndoStack>

#include "ui/replay/transport_bar.h"
#include "ui/timeline/timeline_view.h"
#include "ui/topology/topology_view.h"
#include "ui/window/copy_menu.h"
#include "ui/window/keyboard_page.h"
#include "ui/window/main_actions.h"
#include "ui/window/main_window.h"
#include "ui/window/next_step.h"
#include "ui/window/panel_focus.h"
#include "ui/window/projector_mode.h"
#include "ui/window/projector_panel.h"
#include "ui/window/projector_why.h"
#include "ui/window/timeline_header.h"
#include "ui/window/welcome_page.h"

namespace halfopen {

namespace {

constexpr int kCopiedSentenceMilliseconds = 6000;

void collectShortcuts(const QMenu& menu, QList<QAction*>& found)
{
    for (auto* action : menu.actions()) {
        if (auto* inner = action->menu())
            collectShortcuts(*inner, found);
        else if (!action->shortcut().isEmpty())
            found << action;
    }
}

} // namespace

void MainWindow::buildModes()
{
    buildCopying();
    auto* why = new ProjectorWhy(*m_pages, m_run, m_view, this);
    m_projector = new ProjectorMode({*this, *m_centre, *m_projectorPanel, *m_next, *m_transport, {m_topology, m_timeline}, {m_header}, *m_actions->stop, m_run, *why},
                                    [this] { return now(); }, this);
    connect(m_actions->projector, &QAction::toggled, this, [this](bool on) {
        leaveWelcome();
        m_projector->setOn(on);
    });
    connect(m_projector, &ProjectorMode::changed, m_actions->projector, &QAction::setChecked);
    connect(m_projector, &ProjectorMode::changed, this, [this](bool on) {
        showPage();
        if (!on && !m_parts.desk.welcomes)
            m_next->setVisible(!m_parts.desk.sweeps);
    });
    connect(m_actions->welcome, &QAction::triggered, this, &MainWindow::showWelcome);
    connect(m_next, &NextStep::whyWanted, this, [this, why] {
        if (isProjector())
            return why->toggle(ProjectorMode::kMagnification);
        m_docks.value(QStringLiteral("why"))->show();
        m_docks.value(QStringLiteral("why"))->raise();
    });
    connect(m_draft.undoStack(), &QUndoStack::indexChanged, this, &MainWindow::leaveWelcome);
    // A step is in the stack only after the experiment has changed with it: now the way back is known.
    connect(m_draft.undoStack(), &QUndoStack::indexChanged, m_next, [this] { m_next->refresh(now()); });
    connect(&m_run, &ShownRun::replaced, this, [this] {
        if (m_run.hasRun())
            leaveWelcome();
    });
    QList<QDockWidget*> docks;
    for (const char* name : {"experiment", "results", "sockets", "log", "history", "why", "lesson"})
        docks << m_docks.value(QLatin1String(name));
    auto* going = new PanelFocus(this, docks, {findChild<QToolBar*>(QStringLiteral("mainToolBar")), m_pages});
    m_actions->viewMenu()->insertMenu(m_actions->resetLayout, going->menu());
    m_actions->viewMenu()->insertMenu(m_actions->resetLayout, going->floating());
    // Keys work too while the menu bar is hidden.
    QList<QAction*> keys;
    for (const auto* action : menuBar()->actions()) {
        if (const auto* menu = action->menu())
            collectShortcuts(*menu, keys);
    }
    addActions(keys);
}

void MainWindow::buildCopying()
{
    auto* copying = new CopyMenu(m_draft, m_view, this);
    m_actions->editMenu()->addSeparator();
    m_actions->editMenu()->addMenu(copying->menu());
    m_actions->editMenu()->addAction(copying->paste());
    connect(copying, &CopyMenu::copied, this, [this](const QString& sentence) { statusBar()->showMessage(sentence, kCopiedSentenceMilliseconds); });
    connect(copying, &CopyMenu::failed, this, [this](const QString& message) { showMessage(message); });
    connect(copying, &CopyMenu::pasted, this, [this](const Experiment& experiment) { loadDraft(experiment, tr("Paste an experiment")); });
}

void MainWindow::showWelcome()
{
    m_projector->setOn(false);
    if (m_welcome == nullptr) {
        m_welcome = new WelcomePage(m_parts.lessons, m_pages);
        m_pages->addWidget(m_welcome);
        connect(m_welcome, &WelcomePage::lessonChosen, this, [this](const Lesson& lesson) {
            if (openLesson(lesson))
                leaveWelcome();
        });
        connect(m_welcome, &WelcomePage::lessonWantedAtOnce, this, [this](const Lesson& lesson) {
            if (!openLesson(lesson))
                return; // its message says why; what lies there is not what was asked for
            leaveWelcome();
            startRun();
        });
        connect(m_welcome, &WelcomePage::ownSettingsChosen, this, &MainWindow::leaveWelcome);
    }
    m_parts.desk.welcomes = true;
    m_pages->setCurrentWidget(m_welcome);
    m_next->hide();
    m_welcome->focusFirst();
}

void MainWindow::leaveWelcome()
{
    if (!m_parts.desk.welcomes)
        return;
    m_parts.desk.welcomes = false;
    m_parts.settings.setValue(QStringLiteral("welcome/seen"), true);
    showSweep(m_parts.desk.sweeps);
    if (auto* button = findChild<QWidget*>(QStringLiteral("runButton")); button->isEnabled())
        button->setFocus();
    else
        m_timeline->setFocus();
}

bool MainWindow::isProjector() const { return m_projector->isOn(); }

void MainWindow::setProjector(bool on) { m_projector->setOn(on); }

void MainWindow::showKeyboard()
{
    auto* page = findChild<KeyboardPage*>(QStringLiteral("keyboardPage"));
    if (page == nullptr)
        page = new KeyboardPage(this);
    page->show();
    page->activateWindow();
}

} // namespace halfopen
