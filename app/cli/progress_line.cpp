// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/progress_line.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

#include <sys/ioctl.h>
#include <unistd.h>

#include "cli/output.h"
#include "cli/prediction_text.h"
#include "core/outcome.h"

namespace halfopen {

namespace {

constexpr std::chrono::milliseconds kRedraw{250};

std::size_t terminalWidth()
{
    constexpr std::size_t kFallback = 80;
    winsize size{};
    return ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 1 ? size.ws_col : kFallback;
}

} // namespace

bool ProgressLine::isPossible()
{
    return ::isatty(STDERR_FILENO) == 1;
}

ProgressLine::ProgressLine(const RunController& controller, int runs, QObject* parent)
    : QObject(parent), m_controller(controller), m_runs(runs)
{
    m_tick.setInterval(kRedraw);
    connect(&m_tick, &QTimer::timeout, this, &ProgressLine::draw);
    connect(&controller, &RunController::stateChanged, this, &ProgressLine::onStateChanged);
}

void ProgressLine::onStateChanged()
{
    switch (m_controller.state()) {
    case RunController::State::Starting:
        ++m_run;
        m_tick.start();
        break;
    case RunController::State::Running:
        m_sinceStart.start();
        break;
    case RunController::State::Finishing:
        break;
    case RunController::State::Idle:
    case RunController::State::Finished:
    case RunController::State::Refused:
    case RunController::State::Failed:
        m_tick.stop();
        wipe();
        return;
    }
    draw();
}

std::string ProgressLine::text() const
{
    const std::string run = m_runs > 1 ? fmt::format("Run {} of {}: ", m_run, m_runs) : std::string();
    if (m_controller.state() == RunController::State::Starting)
        return run + "building the hosts and connecting";
    if (m_controller.state() == RunController::State::Finishing)
        return run + "cleaning up";
    std::size_t looking = 0;
    std::size_t failed = 0;
    Interval next{RunTime::max(), RunTime{0}};
    for (const Outcome& outcome : m_controller.outcomes()) {
        looking += outcome.prediction.applicable ? 1u : 0u;
        failed += outcome.detection ? 1u : 0u;
        if (!outcome.detection && outcome.prediction.applicable && !outcome.prediction.never())
            next = std::min(next, outcome.prediction.hull(), [](const Interval& a, const Interval& b) { return a.earliest < b.earliest; });
    }
    std::string line = fmt::format("{}{:.1f} s of {:g} s, {} of {} noticed", run,
                                   static_cast<double>(m_sinceStart.elapsed()) / 1000.0,
                                   m_controller.timeline().experiment().timeLimitSeconds, failed, looking);
    if (next.earliest != RunTime::max())
        line += fmt::format(", next at {}", intervalText(next));
    return line;
}

void ProgressLine::draw()
{
    complain("\r\033[K" + text().substr(0, terminalWidth() - 1)); // a line that wraps could not be wiped
    m_drawn = true;
}

void ProgressLine::wipe()
{
    if (m_drawn)
        complain("\r\033[K");
    m_drawn = false;
}

} // namespace halfopen
