// SPDX-License-Identifier: GPL-3.0-or-later
// How a run's end counts: for the history and for the exit status.
#pragma once

#include <QString>

#include "cli/exit_status.h"
#include "session/run_controller.h"
#include "store/run_store.h"

namespace halfopen {

/// Of a run that has ended.
[[nodiscard]] ExitStatus exitStatusOf(const RunController& controller);
[[nodiscard]] StoredStatus storedStatusOf(const RunController& controller);
/// The line for the history: what came of it, or why nothing did.
[[nodiscard]] QString summaryOf(const RunController& controller);

} // namespace halfopen
