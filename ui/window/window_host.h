// SPDX-License-Identifier: GPL-3.0-or-later
// Owns the window and makes it anew.
#pragma once

#include <QObject>
#include <QTimer>

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
    // In three turns of the event loop, none of which is felt: make the new window, show it, let the old one go.
    void rebuildInTurns();
    void makeNext();
    void showNext();
    [[nodiscard]] std::unique_ptr<MainWindow> makeWindow();

    WindowParts m_parts;
    RunKeeper& m_keeper;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<MainWindow> m_next; // made, not yet shown
    std::unique_ptr<MainWindow> m_last; // shown no more
    QTimer m_turn;
};

} // namespace halfopen
