// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers behind the result charts as CSV.
#pragma once

#include <QByteArray>

#include <vector>

#include "ui/results/run_result.h"

namespace halfopen {

/// One row a group of alike ends: what the charts of differences and times show.
[[nodiscard]] QByteArray groupCsv(const std::vector<RunResult>& runs);
/// One row an end that has failed, with the share of its curve's ends that had failed by then. `curve` is "all" where the chart
/// draws one for all groups of a run.
[[nodiscard]] QByteArray distributionCsv(const std::vector<RunResult>& runs);
/// One row a lane of the overlay.
[[nodiscard]] QByteArray overlayCsv(const std::vector<RunResult>& runs);

} // namespace halfopen
