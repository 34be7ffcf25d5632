// SPDX-License-Identifier: GPL-3.0-or-later
// A sweep for a terminal: tables of numbers, heat maps of characters, and what was measured.
#pragma once

#include <string>
#include <vector>

#include "core/sweep.h"
#include "core/sweep_plan.h"

namespace halfopen {

/// For each end that looks: the cells with the first axis down and the second across, once for every value of a third. As
/// numbers, in seconds after the first fault, or as characters from 0 (soonest) to 9 (latest).
[[nodiscard]] std::string sweepTables(const SweepGrid& grid);
[[nodiscard]] std::string sweepHeatMaps(const SweepGrid& grid);

/// Characters of the widest line of that text.
[[nodiscard]] std::size_t widestLine(const std::string& text);

/// One line a measured end: its cell, what was predicted and what came of it; what was not as predicted comes with its
/// verdict in the last place. Ends that nobody looks at are left out.
[[nodiscard]] std::string measurementTable(const SweepGrid& grid, const std::vector<SweepMeasurement>& measured);

} // namespace halfopen
