// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps what is half typed into a number box from going astray.
#pragma once

#include <QObject>

class QWidget;

namespace halfopen {

/// Number boxes tell a typed value with Enter or when the focus goes. Whoever takes or replaces the experiment calls this
/// first, or the value would be missing, or come afterwards to something else.
void commitTyping();

/// In one window: a press elsewhere, a shortcut and the closing of the window commit what is typed, as none of them need
/// take the focus. Escape takes it back, and does nothing else then. Undo and redo are the experiment's where nothing is half typed.
class TypingGuard final : public QObject
{
    Q_OBJECT

public:
    /// Lives as long as the window.
    explicit TypingGuard(QWidget* window);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* m_window;
};

} // namespace halfopen
