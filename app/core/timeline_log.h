// SPDX-License-Identifier: GPL-3.0-or-later
// One event in the words of the log.
#pragma once

#include <string>

#include "core/event.h"
#include "core/experiment.h"

namespace halfopen {

/// A line without time and line feed; empty for samples, options, flows and other things that would drown the log.
[[nodiscard]] std::string logText(const Event& event, const Experiment& experiment);

} // namespace halfopen
