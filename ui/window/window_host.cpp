// SPDX-License-Identifier: GPL-3.0-or-later
// Owns the window and makes it anew.
#include "ui/window/window_host.h"

#include "ui/history/run_keeper.h"
#include "ui/text/language.h"
#include "ui/window/banner.h"

#include <utility>

namespace halfopen {

WindowHost::WindowHost(const WindowParts& parts, RunKeeper& keeper) : m_parts(parts), m_keeper(keeper), m_window(makeWindow())
{
    // Queued: the wish comes out of a menu of the window that is about to go.
    if (m_parts.speech != nullptr)
        connect(m_parts.speech, &Speech::languageChanged, this, [this] {
            m_next.reset(); // it would speak the language before
            m_last.reset();
            m_turn.start();
        }, Qt::QueuedConnection);
    m_turn.setSingleShot(true);
    m_turn.setInterval(0);
    connect(&m_turn, &QTimer::timeout, this, &WindowHost::rebuildInTurns);
}

WindowHost::~WindowHost() = default;

std::unique_ptr<MainWindow> WindowHost::makeWindow()
{
    auto window = std::make_unique<MainWindow>(m_parts);
    auto* shown = window.get();
    connect(&m_keeper, &RunKeeper::listChanged, shown, &MainWindow::refreshHistory);
    connect(&m_keeper, &RunKeeper::failed, shown, [shown](const QString& message) { shown->showMessage(message); });
    return window;
}

void WindowHost::rebuild()
{
    makeNext();
    showNext();
    m_last.reset();
}

void WindowHost::rebuildInTurns()
{
    if (m_next)
        showNext();
    else if (m_last)
        m_last.reset();
    else
        makeNext();
    if (m_next || m_last)
        m_turn.start();
}

void WindowHost::makeNext()
{
    const auto* focus = m_window->focusWidget();
    const QString focused = focus == nullptr ? QString{} : focus->objectName();
    const QString message = m_window->banner()->isVisible() ? m_window->banner()->text() : QString{};
    m_window->leaveDesk();
    m_next = makeWindow();
    if (!message.isEmpty())
        m_next->showMessage(message);
    if (auto* again = focused.isEmpty() ? nullptr : m_next->findChild<QWidget*>(focused))
        again->setFocus();
}

void WindowHost::showNext()
{
    // The new one is there before the old one goes: the program ends with its last window.
    if (m_window->isVisible())
        m_next->show();
    m_next->setProjector(m_parts.desk.projector);
    m_last = std::exchange(m_window, std::move(m_next));
    m_last->hide();
}

} // namespace halfopen
