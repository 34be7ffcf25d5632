// SPDX-License-Identifier: GPL-3.0-or-later
// Runs laid over each other: which lane stands under which.
#pragma once

#include <optional>
#include <vector>

#include "ui/results/run_result.h"

namespace halfopen {

/// A heading (the end that the next rows are of), or one run's lane of that end.
struct OverlayRow final
{
    QString heading; // not empty: a heading
    std::size_t run = 0;
    std::optional<std::size_t> lane; // in the run's lanes; a heading has none

    bool operator==(const OverlayRow&) const = default;
};

/// Ends of the same name and side stand under one another, in the order of the first run that has them; a run
/// without such an end has no row there. At most
/// `mostRows`.
[[nodiscard]] std::vector<OverlayRow> overlayRows(const std::vector<RunResult>& runs, std::size_t mostRows = 300);

/// A lane in a sentence or two.
[[nodiscard]] QString laneWords(const RunResult& run, const EndLane& lane);

} // namespace halfopen
