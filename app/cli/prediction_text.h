// SPDX-License-Identifier: GPL-3.0-or-later
// Predictions for a terminal and as JSON.
#pragma once

#include <string>
#include <vector>

#include "core/experiment.h"
#include "core/prediction.h"

namespace halfopen {

/// "5.060 - 5.312 s".
[[nodiscard]] std::string intervalText(const Interval& interval);

/// Per end: when, which call, errno, what decides, why, and the packets expected.
[[nodiscard]] std::string predictionText(const Experiment& experiment, const std::vector<Prediction>& predictions);

/// One JSON object a line, one an end.
[[nodiscard]] std::string predictionJsonLines(const Experiment& experiment, const std::vector<Prediction>& predictions);

} // namespace halfopen
