// SPDX-License-Identifier: GPL-3.0-or-later
// Many predictions one after the other, for experiments that differ in a few values.
#pragma once

#include <memory>
#include <vector>

#include "core/experiment.h"
#include "core/kernel_profile.h"
#include "core/prediction.h"

namespace halfopen {

class ChainMemory;

/// Says of each experiment what `predict()` says of it before a run, without schedule and reason, and remembers what it
/// has worked out for the next. Each thread needs one of its own.
class PredictionSeries final
{
public:
    explicit PredictionSeries(KernelProfile kernel);
    PredictionSeries(PredictionSeries&&) noexcept;
    PredictionSeries& operator=(PredictionSeries&&) noexcept;
    PredictionSeries(const PredictionSeries&) = delete;
    PredictionSeries& operator=(const PredictionSeries&) = delete;
    ~PredictionSeries();

    [[nodiscard]] const KernelProfile& kernel() const { return m_kernel; }
    [[nodiscard]] std::vector<Prediction> outcomes(const Experiment& experiment);

private:
    KernelProfile m_kernel;
    std::unique_ptr<ChainMemory> m_memory;
};

} // namespace halfopen
