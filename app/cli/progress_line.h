// SPDX-License-Identifier: GPL-3.0-or-later
// One line on the terminal that says how far the run is.
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <string>

#include "session/run_controller.h"

namespace halfopen {

/// Draws on standard error, and only where that is a terminal. Its clock is for display only.
class ProgressLine final : public QObject
{
    Q_OBJECT

public:
    ProgressLine(const RunController& controller, int runs, QObject* parent = nullptr);

    [[nodiscard]] static bool isPossible();

private:
    void onStateChanged();
    void draw();
    void wipe();
    [[nodiscard]] std::string text() const;

    const RunController& m_controller;
    int m_runs;
    int m_run = 0;
    bool m_drawn = false;
    QElapsedTimer m_sinceStart;
    QTimer m_tick;
};

} // namespace halfopen
