// SPDX-License-Identifier: GPL-3.0-or-later
// Keys that go from panel to panel.
#include "ui/window/panel_focus.h"

#include <QAction>
#include <QDockWidget>
#include <QMainWindow>
#include <QMenu>
#include <QTimer>

#include <algorithm>

namespace halfopen {

namespace {

bool takesFocus(const QWidget* widget)
{
    return (widget->focusPolicy() & Qt::TabFocus) != 0 && widget->isEnabled() && widget->isVisible();
}

/// Where the focus was in there, else the first that takes it; nullptr if none does.
QWidget* placeIn(QWidget* panel)
{
    if (takesFocus(panel))
        return panel;
    if (auto* last = panel->focusWidget(); last != nullptr && takesFocus(last))
        return last;
    for (auto* next = panel->nextInFocusChain(); next != nullptr && next != panel; next = next->nextInFocusChain()) {
        if (panel->isAncestorOf(next) && takesFocus(next))
            return next;
    }
    return nullptr;
}

} // namespace

PanelFocus::PanelFocus(QMainWindow* window, const QList<QDockWidget*>& docks, const QList<QWidget*>& others)
    : QObject(window), m_menu(new QMenu(tr("&Go to"), window)), m_floating(new QMenu(tr("Float or doc&k"), window)),
      m_panels(others)
{
    m_menu->setObjectName(QStringLiteral("goToMenu"));
    m_floating->setObjectName(QStringLiteral("floatMenu"));
    const auto add = [this](const QString& name, const QString& text, const QKeySequence& key) {
        auto* action = m_menu->addAction(text);
        action->setObjectName(name);
        action->setShortcut(key);
        return action;
    };
    auto* next = add(QStringLiteral("nextPanel"), tr("&Next panel"), Qt::Key_F6);
    auto* previous = add(QStringLiteral("previousPanel"), tr("&Previous panel"), QKeySequence(Qt::SHIFT | Qt::Key_F6));
    connect(next, &QAction::triggered, this, [this] { step(1); });
    connect(previous, &QAction::triggered, this, [this] { step(-1); });
    m_menu->addSeparator();
    int number = 1;
    for (auto* dock : docks) {
        m_panels << dock->widget();
        auto* action = add(QStringLiteral("goTo.") + dock->objectName(), dock->windowTitle(), QKeySequence(QStringLiteral("Alt+%1").arg(number++)));
        connect(action, &QAction::triggered, this, [this, dock] { show(dock); });
        addFloating(dock);
    }
}

void PanelFocus::addFloating(QDockWidget* dock)
{
    auto* action = m_floating->addAction(dock->windowTitle());
    action->setObjectName(QStringLiteral("float.") + dock->objectName());
    action->setCheckable(true);
    action->setChecked(dock->isFloating());
    connect(dock, &QDockWidget::topLevelChanged, action, &QAction::setChecked);
    connect(action, &QAction::triggered, this, [this, dock](bool floats) {
        dock->setFloating(floats);
        show(dock);
    });
}

void PanelFocus::step(int direction)
{
    const auto* window = m_menu->parentWidget();
    const auto* focus = window->focusWidget();
    const auto holds = [focus](const QWidget* panel) { return focus != nullptr && (panel == focus || panel->isAncestorOf(focus)); };
    const auto count = m_panels.size();
    const auto here = std::distance(m_panels.begin(), std::ranges::find_if(m_panels, holds));
    for (qsizetype tried = 1; tried <= count; ++tried) {
        // From outside all panels the first step leads to the first, or backwards to the last.
        const auto from = here == count && direction > 0 ? -1 : here;
        auto* panel = m_panels[((from + direction * tried) % count + count) % count];
        // A dock behind a tab is visible to Qt, but not to people.
        auto* place = panel->visibleRegion().isEmpty() ? nullptr : placeIn(panel);
        if (place != nullptr) {
            place->setFocus(direction > 0 ? Qt::TabFocusReason : Qt::BacktabFocusReason);
            return;
        }
    }
}

void PanelFocus::show(QDockWidget* dock)
{
    const auto focus = [dock] {
        if (dock->isFloating())
            dock->activateWindow(); // else the keyboard stays in the main window
        if (auto* place = placeIn(dock->widget()))
            place->setFocus(Qt::TabFocusReason);
    };
    // A dock behind a tab comes to sight later, some of them after an animation.
    if (dock->visibleRegion().isEmpty())
        connect(dock, &QDockWidget::visibilityChanged, dock, [dock, focus] { QTimer::singleShot(0, dock, focus); }, Qt::SingleShotConnection);
    else
        focus();
    dock->show();
    dock->raise();
}

} // namespace halfopen
