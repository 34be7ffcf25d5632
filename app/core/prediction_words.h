// SPDX-License-Identifier: GPL-3.0-or-later
// The reason of a prediction in one sentence.
#pragma once

#include <string>

#include "core/end_model.h"
#include "core/prediction.h"

namespace halfopen {

[[nodiscard]] std::string explain(const EndModel& model, const Prediction& prediction);

} // namespace halfopen
