// SPDX-License-Identifier: GPL-3.0-or-later
// The window for a room: large, bare, full of contrast.
#include "ui/window/projector_mode.h"

#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QLabel>
#include <QMainWindow>
#include <QMenuBar>
#include <QScreen>
#include <QShortcut>
#include <QSplitter>
#include <QStatusBar>
#include <QToolBar>

#include "ui/run_view.h"
#include "ui/theme/colours.h"
#include "ui/window/next_step.h"
#include "ui/window/projector_panel.h"
#include "ui/window/projector_why.h"
#include "ui/window/shown_run.h"

namespace halfopen {

namespace {

// As often as the tenths of the countdown change.
constexpr std::chrono::milliseconds kCountdownStep{100};

} // namespace

ProjectorMode::ProjectorMode(const ProjectorParts& parts, std::function<RunTime()> now, QObject* parent)
    : QObject(parent), m_parts(parts), m_now(std::move(now))
{
    m_parts.panel.hide();
    m_clock.setInterval(kCountdownStep);
    connect(&m_clock, &QTimer::timeout, this, [this] {
        if (m_parts.run.hasManyPairs())
            return; // follow() comes with the window's own slow look
        m_parts.panel.refresh(m_now());
        m_parts.nextStep.refresh(m_now());
    });
    m_escape = new QShortcut(Qt::Key_Escape, &m_parts.window);
    m_escape->setEnabled(false);
    connect(m_escape, &QShortcut::activated, this, [this] {
        if (auto* popup = QApplication::activePopupWidget())
            popup->close(); // a list that is open, and no more
        else if (!m_parts.why.close()) // likewise
            setOn(false);
    });
}

void ProjectorMode::follow(RunTime instant)
{
    if (m_on)
        m_parts.panel.refresh(instant);
}

void ProjectorMode::setOn(bool on)
{
    if (m_on == on)
        return;
    m_on = on;
    if (on)
        enter();
    else
        leave();
    Q_EMIT changed(on);
}

void ProjectorMode::enter()
{
    auto& window = m_parts.window;
    m_state = window.saveState();
    m_geometry = window.geometry();
    m_centre = m_parts.centre.saveState();
    m_windowState = window.windowState();
    m_stopKey = m_parts.stop.shortcut();
    m_parts.stop.setShortcut({});
    m_escape->setEnabled(true);
    m_wereVisible.clear();
    QList<QWidget*> all = m_parts.hidden;
    all << window.menuBar() << window.statusBar();
    for (auto* bar : window.findChildren<QToolBar*>())
        all << bar;
    for (auto* dock : window.findChildren<QDockWidget*>())
        all << dock;
    // On a low screen the large number has to do.
    if (isLow())
        all << &m_parts.nextStep;
    for (auto* each : all) {
        if (!each->isHidden())
            m_wereVisible << each;
        each->hide();
    }
    // The application's: a style sheet would give the window its old ground back.
    m_palette = QApplication::palette();
    QApplication::setPalette(strongPalette(isDark(m_palette)));
    for (auto* view : m_parts.views)
        view->setMagnification(kMagnification);
    auto type = window.font();
    type.setPointSizeF(type.pointSizeF() * kMagnification);
    setType(type);
    m_parts.nextStep.setPanelsHidden(true);
    m_parts.panel.refresh(m_now());
    m_parts.panel.show();
    m_clock.start();
    window.setWindowState(window.windowState() | Qt::WindowFullScreen);
    // The lanes get what the hosts do not need.
    m_parts.centre.setSizes({1, window.height()});
}

bool ProjectorMode::isLow() const { return m_parts.window.screen()->size().height() < m_parts.window.fontMetrics().height() * 42; }

void ProjectorMode::setType(const QFont& type)
{
    QList<QWidget*> rows{&m_parts.nextStep};
    // The room reads no knobs: where lines are scarce, the lanes have them.
    if (!isLow())
        rows << &m_parts.transport;
    for (auto* row : std::as_const(rows)) {
        for (auto* each : row->findChildren<QWidget*>(Qt::FindDirectChildrenOnly))
            each->setFont(type);
    }
}

void ProjectorMode::leave()
{
    auto& window = m_parts.window;
    m_clock.stop();
    m_parts.why.close();
    m_parts.nextStep.setPanelsHidden(false);
    m_parts.panel.hide();
    setType(QFont());
    for (auto* view : m_parts.views)
        view->setMagnification(1);
    QApplication::setPalette(m_palette);
    for (auto* each : m_wereVisible)
        each->show();
    window.setWindowState(m_windowState);
    // The least size of the large type would still hold the window open until the event loop comes round.
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    if (!(m_windowState & (Qt::WindowMaximized | Qt::WindowFullScreen)))
        window.setGeometry(m_geometry);
    window.restoreState(m_state);
    // The line above the hosts has its own height again before they get theirs.
    m_parts.nextStep.refresh(m_now());
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    m_parts.centre.restoreState(m_centre);
    m_escape->setEnabled(false);
    m_parts.stop.setShortcut(m_stopKey);
}

} // namespace halfopen
