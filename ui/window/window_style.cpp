// SPDX-License-Identifier: GPL-3.0-or-later
// Dresses the window in the colours of its palette.
#include "ui/window/window_style.h"

#include <QChildEvent>
#include <QDialog>
#include <QDockWidget>
#include <QMainWindow>
#include <QStatusBar>
#include <QToolBar>

#include "ui/window/style.h"

namespace halfopen {

WindowStyle::WindowStyle(QMainWindow& window) : QObject(&window), m_window(window)
{
    m_turn.setInterval(0);
    connect(&m_turn, &QTimer::timeout, this, &WindowStyle::dressNext);
    window.installEventFilter(this);
}

QList<QWidget*> WindowStyle::parts() const
{
    QList<QWidget*> found;
    for (auto* child : m_window.findChildren<QWidget*>(Qt::FindDirectChildrenOnly)) {
        const bool bar = qobject_cast<QToolBar*>(child) != nullptr || qobject_cast<QStatusBar*>(child) != nullptr;
        if (bar || child == m_window.centralWidget() || qobject_cast<QDockWidget*>(child) != nullptr || qobject_cast<QDialog*>(child) != nullptr)
            found << child;
    }
    return found;
}

void WindowStyle::apply()
{
    m_sheet = partStyleSheet(m_window);
    for (auto* part : parts())
        part->setStyleSheet(m_sheet);
}

void WindowStyle::applyInTurns()
{
    // A style sheet sends a change of palette of its own.
    const auto sheet = partStyleSheet(m_window);
    if (sheet == m_sheet)
        return;
    m_sheet = sheet;
    m_waiting.clear();
    for (auto* part : parts())
        m_waiting << part;
    m_window.setUpdatesEnabled(false);
    m_turn.start();
}

void WindowStyle::dressNext()
{
    if (!m_waiting.isEmpty()) {
        if (auto* part = m_waiting.takeFirst().data())
            part->setStyleSheet(m_sheet);
        return;
    }
    m_turn.stop();
    m_window.setUpdatesEnabled(true);
}

bool WindowStyle::eventFilter(QObject* watched, QEvent* event)
{
    // A dialog is a part that comes later.
    if (event->type() == QEvent::ChildPolished) {
        if (auto* dialog = qobject_cast<QDialog*>(static_cast<QChildEvent*>(event)->child()))
            dialog->setStyleSheet(m_sheet);
    }
    return QObject::eventFilter(watched, event);
}

} // namespace halfopen
