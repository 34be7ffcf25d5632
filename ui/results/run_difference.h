// SPDX-License-Identifier: GPL-3.0-or-later
// What tells compared runs apart, in a line.
#pragma once

#include <vector>

#include "ui/results/run_result.h"

namespace halfopen {

/// "TCP_USER_TIMEOUT: 6 s | off", the values in the order of the experiments and with that between them; of many settings
/// the first few and how many more there are. Empty where they are alike.
[[nodiscard]] QString differenceLine(const std::vector<const Experiment*>& experiments, const QString& between = QStringLiteral(" | "));

/// The same of runs, as a sentence; also that they are alike.
[[nodiscard]] QString differenceSentence(const std::vector<RunResult>& runs);

} // namespace halfopen
