// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/window_style.h"

#include <QElapsedTimer>
#include <QMainWindow>

#include "ui/theme/looks.h"

namespace halfopen {

namespace {

constexpr qint64 kTurnMilliseconds = 8; // then the event loop has its turn: half a frame

} // namespace

WindowStyle::WindowStyle(QMainWindow& window) : QObject(&window), m_window(window)
{
    m_turn.setInterval(0);
    connect(&m_turn, &QTimer::timeout, this, &WindowStyle::dressSome);
}

void WindowStyle::dressAll()
{
    m_waiting.clear();
    for (auto* widget : m_window.findChildren<QWidget*>()) {
        if (isDressed(*widget))
            m_waiting << widget;
    }
    m_window.setUpdatesEnabled(false);
    m_turn.start();
}

void WindowStyle::dressSome()
{
    QElapsedTimer turn;
    turn.start();
    while (!m_waiting.isEmpty() && turn.elapsed() < kTurnMilliseconds) {
        if (auto* widget = m_waiting.takeFirst().data())
            dressAgain(*widget);
    }
    if (!m_waiting.isEmpty())
        return;
    m_turn.stop();
    m_window.setUpdatesEnabled(true);
    // Not update(): what asked for the whole window while nothing was painted is still noted as pending (Qt 6.4,
    // QWidgetRepaintManager::markDirty()), and the picture would stand still until the next change of size.
    m_window.repaint();
}

} // namespace halfopen
