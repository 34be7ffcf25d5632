// SPDX-License-Identifier: GPL-3.0-or-later
// Stored lines back into a run: the same decoder and the same fold as live.
#pragma once

#include <QByteArray>

#include <vector>

#include "core/experiment.h"
#include "core/outcome.h"
#include "core/result.h"
#include "core/timeline.h"

namespace halfopen {

/// A run as it was, with the prediction made from what was measured at its first fault.
struct ReplayedRun final
{
    Timeline timeline;
    std::vector<Prediction> predictions;
    std::vector<Outcome> outcomes;
};

/// The prediction of a run from its timeline: planned before the first fault, measured after it.
[[nodiscard]] std::vector<Prediction> predictRun(const Timeline& timeline);

/// With its prediction and what came of it.
[[nodiscard]] ReplayedRun judgedRun(Timeline timeline);

/// Fails with the line number where a line is refused.
[[nodiscard]] Result<ReplayedRun> replay(const Experiment& experiment, const QByteArray& lines);

} // namespace halfopen
