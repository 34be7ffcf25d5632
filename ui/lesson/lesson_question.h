// SPDX-License-Identifier: GPL-3.0-or-later
// What a lesson asks before its run.
#pragma once

#include <QString>

#include "core/experiment.h"

namespace halfopen {

/// "When will recv() of “reader” tell that the peer is lost?" Empty for an experiment without pairs.
[[nodiscard]] QString lessonQuestion(const Experiment& experiment);

} // namespace halfopen
