// SPDX-License-Identifier: GPL-3.0-or-later
// Groups of outcomes as rows of charts and tables.
#pragma once

#include <optional>
#include <vector>

#include "ui/charts/chart_row.h"
#include "ui/results/run_result.h"

namespace halfopen {

/// The verdict on a group, or that the run ended before there was one.
[[nodiscard]] QString groupVerdictText(const ResultGroup& group);
/// Instead of the predicted time where no end is predicted: "never", or "lives on".
[[nodiscard]] QString neverText(const ResultGroup& group);

/// One row a group; `earlier` marks those of runs before the shown one.
[[nodiscard]] ChartRows residualRows(const RunResult& run, bool earlier);
[[nodiscard]] ChartRows elapsedRows(const RunResult& run, bool earlier);

/// Which run and which of its groups a row of the charts shows; a heading has no group.
struct RowSource final
{
    std::size_t run = 0;
    std::optional<std::size_t> group;
};

enum class RowsOf { Residuals, Elapsed };

/// The rows of several runs, the first being the one that is shown; the others are dimmed, or, with headings, follow
/// the name of their run.
[[nodiscard]] ChartRows rowsOf(RowsOf what, const std::vector<RunResult>& runs, bool headings);
/// Where the rows of rowsOf() come from, in the same order.
[[nodiscard]] std::vector<RowSource> rowSources(const std::vector<RunResult>& runs, bool headings);

} // namespace halfopen
