// SPDX-License-Identifier: GPL-3.0-or-later
// The window for a room: large, bare, full of contrast.
#pragma once

#include <QByteArray>
#include <QFont>
#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QPalette>
#include <QRect>
#include <QTimer>

#include <functional>

#include "core/run_time.h"

class QAction;
class QMainWindow;
class QShortcut;
class QSplitter;
class QWidget;

namespace halfopen {

class NextStep;
class ProjectorPanel;
class ProjectorWhy;
class RunView;
class ShownRun;

/// What the mode changes; all live as long as the window.
struct ProjectorParts final
{
    QMainWindow& window;
    QSplitter& centre;
    ProjectorPanel& panel;
    NextStep& nextStep;
    QWidget& transport;
    QList<RunView*> views;
    QList<QWidget*> hidden; // besides docks, tool bars, menu and status bar
    QAction& stop;          // Esc belongs to the mode while it lasts
    const ShownRun& run;
    ProjectorWhy& why;
};

/// Enters and leaves; leaving brings back every dock, size and place as it was. Larger letters and lines (150 %), docks
/// away, black on white or white on black, and the number that matters in large type.
class ProjectorMode final : public QObject
{
    Q_OBJECT

public:
    static constexpr double kMagnification = 1.5;

    /// `now` tells the run's time since hello.
    ProjectorMode(const ProjectorParts& parts, std::function<RunTime()> now, QObject* parent);

    [[nodiscard]] bool isOn() const { return m_on; }
    /// The other views have moved on to that instant since hello: the large number does too.
    void follow(RunTime instant);

public Q_SLOTS:
    void setOn(bool on);

Q_SIGNALS:
    void changed(bool on);

private:
    void enter();
    void leave();
    [[nodiscard]] bool isLow() const;
    void setType(const QFont& type);

    ProjectorParts m_parts;
    std::function<RunTime()> m_now;
    QTimer m_clock;
    bool m_on = false;
    QByteArray m_state;
    QRect m_geometry; // of the window that is neither full screen nor maximised
    QByteArray m_centre;
    Qt::WindowStates m_windowState;
    QPalette m_palette;
    QList<QWidget*> m_wereVisible;
    QKeySequence m_stopKey;
    QShortcut* m_escape = nullptr;
};

} // namespace halfopen
