// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/run_result.h"

#include <algorithm>

#include "core/outcome.h"
#include "session/run_summary.h"

namespace halfopen {

ExitStatus exitStatusOf(const RunController& controller)
{
    switch (controller.state()) {
    case RunController::State::Refused:
        return ExitStatus::CannotRun;
    case RunController::State::Finished:
        break;
    case RunController::State::Idle:
    case RunController::State::Starting:
    case RunController::State::Running:
    case RunController::State::Finishing:
    case RunController::State::Failed:
        return ExitStatus::RunFailed;
    }
    if (controller.wasCancelled())
        return ExitStatus::Interrupted;
    return std::ranges::all_of(controller.outcomes(), isAsPredicted) ? ExitStatus::AsPredicted : ExitStatus::Otherwise;
}

StoredStatus storedStatusOf(const RunController& controller)
{
    switch (exitStatusOf(controller)) {
    case ExitStatus::AsPredicted:
    case ExitStatus::Otherwise:
        break;
    case ExitStatus::CannotRun:
        return StoredStatus::Refused;
    case ExitStatus::Interrupted:
        return StoredStatus::Cancelled;
    case ExitStatus::Usage:
    case ExitStatus::RunFailed:
        return StoredStatus::Failed;
    }
    return StoredStatus::Finished;
}

QString summaryOf(const RunController& controller)
{
    if (controller.state() == RunController::State::Finished)
        return QString::fromStdString(runSummary(controller.outcomes()));
    return controller.message();
}

} // namespace halfopen
