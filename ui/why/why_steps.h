// SPDX-License-Identifier: GPL-3.0-or-later
// An explanation's steps, and what did not happen.
#pragma once

#include <QStringList>

#include <vector>

#include "ui/why/explanation.h"

namespace halfopen {

/// The prediction's packets beside those that were sent, and the call's return. Of long rows the middle is left out.
[[nodiscard]] std::vector<ExplainedStep> stepsOf(const Timeline& timeline, const Prediction& prediction, const Outcome* outcome);

/// Which other limits could have ruled, and why they did not.
[[nodiscard]] QStringList absentOf(const Timeline& timeline, const Prediction& prediction);

} // namespace halfopen
