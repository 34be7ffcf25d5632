// SPDX-License-Identifier: GPL-3.0-or-later
// The line that says what to do or wait for next.
#pragma once

#include <QFrame>

#include <functional>

#include "core/run_time.h"

class QLabel;
class QPushButton;

namespace halfopen {

struct Experiment;
class RunController;
class ShownRun;

/// What of a plan cannot be had where there is loopback alone, and what to do; empty where it all can.
[[nodiscard]] QString loopbackObstacle(const Experiment& experiment);

/// One sentence for whoever does not know the program: press Run, cut the cable, wait so long, read why. `now` since hello;
/// `obstacle`: why the plan cannot be run on this machine, and what can be done; empty where it can.
[[nodiscard]] QString nextStepText(const ShownRun& run, const RunController& controller, RunTime now, const QString& obstacle = {});
/// The same where the panels are hidden: without what can be done in them.
[[nodiscard]] QString nextStepWithoutPanels(const ShownRun& run, const RunController& controller, RunTime now, const QString& obstacle = {});

/// Its own name, cut for a line that says more, or "pair 3".
[[nodiscard]] QString shortPairName(const Experiment& experiment, int pair);

/// As many of the sentences, from the first, as there is room for; at least one.
[[nodiscard]] QString sentencesThatFit(const QString& words, const std::function<bool(const QString&)>& fits);

/// Shows that sentence over the hosts; asked to look again by the window's slow clock.
class NextStep final : public QFrame
{
    Q_OBJECT

public:
    NextStep(const ShownRun& run, const RunController& controller, QWidget* parent = nullptr);

    [[nodiscard]] QString text() const;
    /// Why what is planned cannot be run on this machine; empty where it can.
    void setObstacle(const QString& obstacle);
    /// In the projector.
    void setPanelsHidden(bool hidden);

public Q_SLOTS:
    void refresh(halfopen::RunTime now);

Q_SIGNALS:
    void whyWanted();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void reserveLines();
    [[nodiscard]] int textWidth() const;

    const ShownRun& m_run;
    const RunController& m_controller;
    QString m_words; // all of them
    QString m_obstacle;
    bool m_panelsHidden = false;
    RunTime m_lastInstant{0};
    QLabel* m_sign = nullptr;
    QLabel* m_text = nullptr;
    QPushButton* m_why = nullptr; // there when a run is over
};

} // namespace halfopen
