// SPDX-License-Identifier: GPL-3.0-or-later
// Owns the window and makes it anew.
#include "ui/window/window_host.h"

#include "ui/history/run_keeper.h"
#include "ui/text/language.h"
#include "ui/window/banner.h"

namespace halfopen {

WindowHost::WindowHost(const WindowParts& parts, RunKeeper& keeper) : m_parts(parts), m_keeper(keeper), m_window(makeWindow())
{
    // Queued: the wish comes out of a menu of the window that is about to go.
    if (m_parts.speech != nullptr)
        connect(m_parts.speech, &Speech::languageChanged, this, &WindowHost::rebuild, Qt::QueuedConnection);
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
    const auto* focus = m_window->focusWidget();
    const QString focused = focus == nullptr ? QString{} : focus->objectName();
    const QString message = m_window->banner()->isVisible() ? m_window->banner()->text() : QString{};
    const bool visible = m_window->isVisible();
    m_window->leaveDesk();
    auto next = makeWindow();
    if (!message.isEmpty())
        next->showMessage(message);
    if (auto* again = focused.isEmpty() ? nullptr : next->findChild<QWidget*>(focused))
        again->setFocus();
    // The new one is there before the old one goes: the program ends with its last window.
    if (visible)
        next->show();
    next->setProjector(m_parts.desk.projector);
    m_window.swap(next);
}

} // namespace halfopen
