// SPDX-License-Identifier: GPL-3.0-or-later
// A sweep as CSV and as JSON lines: the same fields, the same names, one row an end that looks, cell by cell.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/sweep.h"
#include "core/sweep_plan.h"
#include "core/sweep_view.h"

namespace halfopen {

/// The axes stand under their keys, what is also a column of the outcomes under the same name as there. Cells are counted
/// from 1. What was measured is empty in cells that were not run.
[[nodiscard]] std::string sweepCsvHeading(const Sweep& sweep);
/// Which of the rows.
struct SweepCsvPart final
{
    std::size_t from = 0;      // cells
    std::size_t to = SIZE_MAX; // not with it
    std::optional<SweepEnd> end{}; // empty: all
};

/// Of the cells that have been worked out. `measured` in any order.
[[nodiscard]] std::string sweepCsvRows(const SweepGrid& grid, const std::vector<SweepMeasurement>& measured, const SweepCsvPart& part = {});
[[nodiscard]] std::string sweepJsonLines(const SweepGrid& grid, const std::vector<SweepMeasurement>& measured);

} // namespace halfopen
