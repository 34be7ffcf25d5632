// SPDX-License-Identifier: GPL-3.0-or-later
// An experiment in which one to three numbers take many values: a grid of experiments.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/experiment.h"
#include "core/prediction.h"
#include "core/prediction_series.h"
#include "core/result.h"
#include "core/sweep_axis.h"

namespace halfopen {

inline constexpr std::size_t kMaxSweepAxes = 3;
inline constexpr std::size_t kMaxSweepCells = 100'000;
inline constexpr std::size_t kMaxSweepPairs = 1'000'000; // of all cells together

/// Bytes that an experiment file takes for a title or a pair's name.
inline constexpr std::size_t kLongestSweepName = 200;
/// At most so many bytes of UTF-8, no character cut in two.
[[nodiscard]] std::string_view cutText(std::string_view text, std::size_t bytes);

/// A value: the experiment and its axes. Cells are counted from 0, the last axis running fastest. Not their predictions:
/// those are a `SweepGrid`.
class Sweep final
{
public:
    /// Fails with a sentence where an axis is none of this experiment, is named twice, or the grid would be too large.
    [[nodiscard]] static Result<Sweep> make(Experiment base, std::vector<SweepAxis> axes);

    [[nodiscard]] const Experiment& base() const { return m_base; }
    [[nodiscard]] const std::vector<SweepAxis>& axes() const { return m_axes; }
    /// The unit of that axis, "" where it has none.
    [[nodiscard]] std::string_view unit(std::size_t axis) const { return m_targets[axis].unit; }
    [[nodiscard]] std::size_t cellCount() const { return m_cellCount; }
    /// Which value of each axis that cell has, and the other way round.
    [[nodiscard]] std::vector<std::size_t> placeOf(std::size_t cell) const;
    [[nodiscard]] std::size_t cellAt(std::span<const std::size_t> place) const;
    [[nodiscard]] std::vector<double> valuesAt(std::size_t cell) const;
    /// "TCP_KEEPIDLE 5 s, TCP_KEEPCNT 3".
    [[nodiscard]] std::string wordsAt(std::size_t cell) const;
    /// That cell as an experiment of its own, with the values in its title: it can be saved, predicted and run.
    [[nodiscard]] Experiment experimentAt(std::size_t cell) const;
    /// Gives a copy of the base that cell's values; quicker than `experimentAt()`, and the title stays.
    void setTo(Experiment& experiment, std::size_t cell) const;

    bool operator==(const Sweep&) const = default;

private:
    Sweep() = default;

    Experiment m_base;
    std::vector<SweepAxis> m_axes;
    std::vector<AxisTarget> m_targets; // of the axes
    std::size_t m_cellCount = 0;
};

/// Works out cells, one after the other. Each thread needs one of its own.
class SweepWorker final
{
public:
    SweepWorker(const Sweep& sweep, KernelProfile kernel) : m_sweep(sweep), m_experiment(sweep.base()), m_series(std::move(kernel)) {}

    /// What `predict()` says of `experimentAt(cell)`, without schedule and reason: two a pair, client first.
    [[nodiscard]] std::vector<Prediction> predictionsAt(std::size_t cell);

private:
    const Sweep& m_sweep;
    Experiment m_experiment; // with the last cell's values
    PredictionSeries m_series;
};

/// A sweep's predictions, filled in a slice at a time: between two slices whoever asked may show them, or lose interest.
class SweepGrid final
{
public:
    SweepGrid(Sweep sweep, KernelProfile kernel);
    SweepGrid(const SweepGrid&) = delete;
    SweepGrid& operator=(const SweepGrid&) = delete;

    [[nodiscard]] const Sweep& sweep() const { return m_sweep; }
    [[nodiscard]] const KernelProfile& kernel() const { return m_kernel; }
    /// nullptr where it has not been worked out.
    [[nodiscard]] const std::vector<Prediction>* at(std::size_t cell) const;
    [[nodiscard]] std::size_t filledCount() const { return m_filledCount; }
    [[nodiscard]] bool isComplete() const { return m_filledCount == m_sweep.cellCount(); }

    /// Works out the next cells in their order, at most so many. Returns how many it were.
    std::size_t fill(std::size_t most);
    /// Works out that cell now, because it is looked at.
    const std::vector<Prediction>& fillCell(std::size_t cell);

    /// For whoever works out many at once: the next that are not, and where each goes. What is there already stays.
    [[nodiscard]] std::vector<std::size_t> missing(std::size_t most) const;
    void put(std::size_t cell, std::vector<Prediction> predictions);

private:
    Sweep m_sweep;
    KernelProfile m_kernel;
    SweepWorker m_worker;
    std::vector<std::vector<Prediction>> m_cells; // empty: not worked out
    std::size_t m_next = 0;                       // none before it is empty
    std::size_t m_filledCount = 0;
};

} // namespace halfopen
