// SPDX-License-Identifier: GPL-3.0-or-later
// The facts in the visible piece of a time line as CSV.
#pragma once

#include <QByteArray>

#include "ui/timeline/run_facts.h"
#include "ui/timeline/timeline_picture.h"

namespace halfopen {

/// One row a fact of what is shown between `from` and `to` (seconds since t = 0), in order of time: faults, calls, changes
/// of the socket's row, packets and folded flows of the selected pair, or those of the compared lane of all pairs; a fault
/// is told once there, without a pair. Empty of rows before a run.
[[nodiscard]] QByteArray timelineCsv(const RunFacts& facts, const TimelineLook& look, double from, double to);

} // namespace halfopen
