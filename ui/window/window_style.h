// SPDX-License-Identifier: GPL-3.0-or-later
// Dresses the window in the colours of its palette.
#pragma once

#include <QList>
#include <QObject>
#include <QPointer>
#include <QString>
#include <QTimer>

class QMainWindow;
class QWidget;

namespace halfopen {

/// A style sheet is matched against every widget below it, more than a thousand in all. So each part of the window, tool bar,
/// centre, every dock, has it by itself, and another palette dresses them in as many turns of the event loop.
class WindowStyle final : public QObject
{
    Q_OBJECT

public:
    explicit WindowStyle(QMainWindow& window);

    /// At once: a window that has not been shown.
    void apply();
    /// The window is painted again when the last part has been dressed.
    void applyInTurns();

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] QList<QWidget*> parts() const;
    void dressNext();

    QMainWindow& m_window;
    QString m_sheet;
    QList<QPointer<QWidget>> m_waiting;
    QTimer m_turn;
};

} // namespace halfopen
