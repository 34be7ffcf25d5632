// SPDX-License-Identifier: GPL-3.0-or-later
// The reason of a prediction in one sentence.
#pragma once

#include <string>

#include "core/end_model.h"
#include "core/prediction.h"

namespace halfopen {

/// From where a limit on unacknowledged data counts, with its number in the schedule: "retransmission 1 at 6.41 s" (the loss
/// probe before it does not count, tcp_retransmit_timer()); nameless where none is in the schedule.
[[nodiscard]] std::string countedFromText(const Prediction& prediction);

[[nodiscard]] std::string explain(const EndModel& model, const Prediction& prediction);

} // namespace halfopen
