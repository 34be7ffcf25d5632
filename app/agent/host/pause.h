// SPDX-License-Identifier: GPL-3.0-or-later
// Sleeping until a moment of the run.
#pragma once

#include "agent/base/run_clock.h"

namespace halfopen {

/// Returns at once if that moment is over. Signals do not cut it short.
void sleepUntil(const RunClock& clock, RunTime at);

} // namespace halfopen
