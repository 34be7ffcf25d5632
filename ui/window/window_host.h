// SPDX-License-Identifier: GPL-3.0-or-later
// Owns the window and makes it anew.
#pragma once

#include <QObject>
#include <QTimer>
#include <QVariantMap>

#include <memory>

#include "ui/window/main_window.h"

namespace halfopen {

class RunKeeper;

/// There is one window at a time. What it works on is the desk's, so a new one goes on where the old one was: run, draft,
/// undo steps, selection, layout, focus.
class WindowHost final : public QObject
{
    Q_OBJECT

public:
    WindowHost(const WindowParts& parts, RunKeeper& keeper);
    ~WindowHost() override;

    [[nodiscard]] MainWindow& window() { return *m_window; }

public Q_SLOTS:
    /// Builds all texts, menus and panels again; a run goes on meanwhile.
    void rebuild();

private:
    // Each in a turn of the event loop of its own, none of which is felt. The window before stands until Show.
    enum class Stage { Begin, Build, TakeOver, Show, LetGo };

    void turn();
    void startAnew();
    /// Whether there is more to do.
    bool advance();
    void takeOver();
    void showNext();
    void introduce(MainWindow& window);
    [[nodiscard]] QVariantMap kept() const;

    WindowParts m_parts;
    RunKeeper& m_keeper;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<MainWindow> m_next; // in the making, or made and not yet shown
    std::unique_ptr<MainWindow> m_last; // shown no more
    Stage m_stage = Stage::Begin;
    QVariantMap m_known; // the settings as they were when its making began
    QTimer m_turn;
};

} // namespace halfopen
