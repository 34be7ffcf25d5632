// SPDX-License-Identifier: GPL-3.0-or-later
// Owns the window and makes it anew.
#include "ui/window/window_host.h"

#include "ui/history/run_keeper.h"
#include "ui/text/language.h"
#include "ui/window/banner.h"

#include <utility>

namespace halfopen {

namespace {

constexpr int kExportPause = 20; // ms between two looks at whether it is done

} // namespace

WindowHost::WindowHost(const WindowParts& parts, RunKeeper& keeper)
    : m_parts(parts), m_keeper(keeper), m_window(std::make_unique<MainWindow>(m_parts))
{
    introduce(*m_window);
    // Queued: the wish comes out of a menu of the window that is about to go.
    if (m_parts.speech != nullptr)
        connect(m_parts.speech, &Speech::languageChanged, this, [this] {
            startAnew(); // one under way would speak the language before
            m_turn.start(0);
        }, Qt::QueuedConnection);
    m_turn.setSingleShot(true);
    connect(&m_turn, &QTimer::timeout, this, &WindowHost::turn);
}

WindowHost::~WindowHost() = default;

void WindowHost::turn()
{
    // What is exported is the window's: it is written first, however long that takes.
    const bool takesAway = m_stage == Stage::Begin || m_stage == Stage::TakeOver;
    if (takesAway && m_window->isExporting())
        m_turn.start(kExportPause);
    else if (advance())
        m_turn.start(0);
}

void WindowHost::introduce(MainWindow& window)
{
    connect(&m_keeper, &RunKeeper::listChanged, &window, &MainWindow::refreshHistory);
    connect(&m_keeper, &RunKeeper::failed, &window, [&window](const QString& message) { window.showMessage(message); });
}

void WindowHost::rebuild()
{
    startAnew();
    while (advance()) { }
}

void WindowHost::startAnew()
{
    m_next.reset();
    m_last.reset();
    m_stage = Stage::Begin;
}

bool WindowHost::advance()
{
    switch (m_stage) {
    case Stage::Begin:
        // What it says from now on would be of both languages.
        m_window->setUpdatesEnabled(false);
        m_known = kept();
        m_next = std::make_unique<MainWindow>(m_parts, MainWindow::Making::InSteps);
        m_stage = Stage::Build;
        return true;
    case Stage::Build:
        if (!m_next->buildMore())
            m_stage = Stage::TakeOver;
        return true;
    case Stage::TakeOver:
        if (kept() != m_known) {
            startAnew(); // parts that are there already have not heard of the wish
            return true;
        }
        takeOver();
        m_stage = Stage::Show;
        return true;
    case Stage::Show:
        showNext();
        m_stage = Stage::LetGo;
        return true;
    case Stage::LetGo:
        startAnew();
        break;
    }
    return false;
}

QVariantMap WindowHost::kept() const
{
    QVariantMap all;
    for (const auto& key : m_parts.settings.allKeys())
        all.insert(key, m_parts.settings.value(key));
    return all;
}

void WindowHost::takeOver()
{
    const auto* focus = m_window->focusWidget();
    const QString focused = focus == nullptr ? QString{} : focus->objectName();
    const QString message = m_window->banner()->isVisible() ? m_window->banner()->text() : QString{};
    m_window->leaveDesk();
    m_next->takeOver();
    introduce(*m_next);
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
