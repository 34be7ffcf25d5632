// SPDX-License-Identifier: GPL-3.0-or-later
// How cells of a sweep are run for real, side by side where they can be.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "core/outcome.h"
#include "core/sweep.h"

namespace halfopen {

inline constexpr std::size_t kMaxMeasuredPairs = 10'000; // of all runs together

/// One run of some cells: the pairs of the first, then those of the second … Its hosts, sysctls and faults are those of
/// each of the cells.
struct SweepRun final
{
    Experiment experiment;
    std::vector<std::size_t> cells;

    [[nodiscard]] std::size_t pairsEach() const { return experiment.pairs.size() / cells.size(); }
    bool operator==(const SweepRun&) const = default;
};

/// What came of one end of one cell.
struct SweepMeasurement final
{
    std::size_t cell = 0;
    std::string runId;
    Outcome outcome; // its pair is that of the cell's own experiment
    bool operator==(const SweepMeasurement&) const = default;
};

/// As few runs as the cells allow, in the order of the cells. Cells that differ in more than their pairs cannot share a run;
/// full-speed senders and ends that share what a router says by ICMP get few neighbours. Fails with a sentence on a cell
/// that there is none of or that is named twice, and on too many pairs.
[[nodiscard]] Result<std::vector<SweepRun>> planRuns(const Sweep& sweep, std::span<const std::size_t> cells);

/// How long after t = 0 the last of that cell's ends is predicted to fail, of those that are predicted to; 0 where none is.
[[nodiscard]] double secondsOf(const SweepGrid& grid, std::size_t cell);
/// Whether the run of that cell would last until then. A cell that is predicted to need more would only be cut short.
[[nodiscard]] bool fitsTimeLimit(const SweepGrid& grid, std::size_t cell);
/// The sentence names the first cell of those that does not fit.
[[nodiscard]] Result<void> checkTimeLimit(const SweepGrid& grid, std::span<const std::size_t> cells);

/// About so many cells that fit, spread evenly over the grid, in its order. The same for the same grid.
[[nodiscard]] std::vector<std::size_t> sampleCells(const SweepGrid& grid, std::size_t count);

/// The outcomes of that run, cell by cell.
[[nodiscard]] std::vector<SweepMeasurement> measurementsOf(const SweepRun& run, const std::string& runId, const std::vector<Outcome>& outcomes);

} // namespace halfopen
