// SPDX-License-Identifier: GPL-3.0-or-later
// The status bar's parts: what runs, how far, and a way to break it off.
#pragma once

#include <QObject>

#include <chrono>

class QLabel;
class QProgressBar;
class QStatusBar;
class QToolButton;

namespace halfopen {

class RunController;
struct RunProgress;
class ShownRun;

/// Words and a bar; asked to look again by the window's slow clock.
class RunStatus final : public QObject
{
    Q_OBJECT

public:
    RunStatus(ShownRun& run, RunController& controller, QStatusBar* bar);

    [[nodiscard]] QString text() const;
    /// Why what is planned cannot be run on this machine; empty where it can.
    void setObstacle(const QString& obstacle);
    /// The sweep's map is in sight, and not the experiment's run.
    void setSweeping(bool sweeping);

public Q_SLOTS:
    /// `now` since hello.
    void refresh(std::chrono::nanoseconds now);

private:
    [[nodiscard]] QString sentence(const RunProgress& progress) const;

    ShownRun& m_run;
    RunController& m_controller;
    QString m_obstacle;
    bool m_sweeping = false;
    std::chrono::nanoseconds m_lastInstant{0};
    QLabel* m_text = nullptr;
    QProgressBar* m_bar = nullptr;
    QToolButton* m_cancel = nullptr;
};

} // namespace halfopen
