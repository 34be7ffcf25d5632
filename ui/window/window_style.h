// SPDX-License-Identifier: GPL-3.0-or-later
// Dresses the window anew when its palette changes.
#pragma once

#include <QList>
#include <QObject>
#include <QPointer>
#include <QTimer>

class QMainWindow;
class QWidget;

namespace halfopen {

/// What wears a look (ui/theme/looks.h) was dressed when it was made. Another palette dresses it again, a few widgets in a
/// turn of the event loop; the window is painted again when the last one has been dressed.
class WindowStyle final : public QObject
{
    Q_OBJECT

public:
    explicit WindowStyle(QMainWindow& window);

    void dressAll();

private:
    void dressSome();

    QMainWindow& m_window;
    QList<QPointer<QWidget>> m_waiting;
    QTimer m_turn;
};

} // namespace halfopen
