// SPDX-License-Identifier: GPL-3.0-or-later
// The line that says what to do or wait for next.
#pragma once

#include <QFrame>

#include "core/run_time.h"

class QLabel;
class QPushButton;

namespace halfopen {

class RunController;
class ShownRun;

/// One sentence for whoever does not know the program: press Run, cut the cable, wait so long, read why. `now` since hello.
[[nodiscard]] QString nextStepText(const ShownRun& run, const RunController& controller, RunTime now);

/// Shows that sentence over the hosts; asked to look again by the window's slow clock.
class NextStep final : public QFrame
{
    Q_OBJECT

public:
    NextStep(const ShownRun& run, const RunController& controller, QWidget* parent = nullptr);

    [[nodiscard]] QString text() const;

public Q_SLOTS:
    void refresh(halfopen::RunTime now);

Q_SIGNALS:
    void whyWanted();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void reserveLines();

    const ShownRun& m_run;
    const RunController& m_controller;
    QLabel* m_text = nullptr;
    QPushButton* m_why = nullptr; // there when a run is over
};

} // namespace halfopen
