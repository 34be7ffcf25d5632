// SPDX-License-Identifier: GPL-3.0-or-later
// Groups of outcomes as rows of charts and tables.
#pragma once

#include <QString>

#include <vector>

#include "core/result_groups.h"
#include "ui/charts/chart_row.h"

namespace halfopen {

/// What the results dock keeps of one run.
struct RunResult final
{
    QString runId;  // empty: the plan
    QString title;
    bool over = true; // no outcome will change any more
    double secondsSinceOrigin = 0; // how long the ends that wait have been waiting
    std::vector<ResultGroup> groups;

    bool operator==(const RunResult&) const = default;
};

/// One row a group; `earlier` marks those of runs before the shown one.
[[nodiscard]] ChartRows residualRows(const RunResult& run, bool earlier);
[[nodiscard]] ChartRows elapsedRows(const RunResult& run, bool earlier);

/// "HH:mm:ss" of a run id such as 20261122T103059.123Z-4f2a, in local time; the id itself if it is none.
[[nodiscard]] QString runClock(const QString& runId);

} // namespace halfopen
