// SPDX-License-Identifier: GPL-3.0-or-later
// Groups of outcomes as curves of a distribution.
#pragma once

#include <vector>

#include "core/host.h"
#include "ui/charts/distribution_curve.h"
#include "ui/results/run_result.h"

namespace halfopen {

/// Whose steps a curve has: the run and, rank by rank, its ends.
struct CurveSource final
{
    std::size_t run = 0;
    std::vector<GroupMember> members{}; // in the curve's order
    std::vector<Host> ends{};           // of the members
    std::vector<std::size_t> groups{};  // of the members, in the run's groups
    int all = 0;                        // ends that the curve counts, failed or not
    bool merged = false;                // of more than one group
};

struct DistributionRows final
{
    DistributionCurves curves;
    std::vector<CurveSource> sources; // one a curve
};

/// One curve a group that has failed; where a run has more groups than an eye can tell apart, one curve for all its ends.
[[nodiscard]] DistributionRows distributionRows(const std::vector<RunResult>& runs);

/// "100 ends: median 20.27 s, half of them between …": the curve in words.
[[nodiscard]] QString spreadWords(const ResultGroup& group);

/// The most ends that one group of that run has, failed ones only: from about a dozen a distribution says more than a row.
[[nodiscard]] int largestGroup(const RunResult& run);

} // namespace halfopen
