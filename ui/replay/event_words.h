// SPDX-License-Identifier: GPL-3.0-or-later
// What one event of a run says, in a few words.
#pragma once

#include <QString>

#include "core/event.h"
#include "core/experiment.h"

namespace halfopen {

/// The log's sentence; for events that would drown the log, what they told. Never empty.
[[nodiscard]] QString eventWords(const Event& event, const Experiment& experiment);

} // namespace halfopen
