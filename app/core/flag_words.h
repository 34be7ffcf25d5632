// SPDX-License-Identifier: GPL-3.0-or-later
// Why an outcome is flagged, in sentences for people.
#pragma once

#include <string>
#include <vector>

#include "core/event.h"
#include "core/outcome.h"

namespace halfopen {

/// What disturbed the run by how much, and what that means for this number. Empty where nothing did.
[[nodiscard]] std::string flagText(const Outcome& outcome);

/// The same of a whole run in a few words, "the machine was busy, times may be 86 ms late". Empty where nothing is flagged.
[[nodiscard]] std::string flagSummary(const std::vector<Outcome>& outcomes);

/// The log's line for a timer that ran late; `counts`: since the fault, so that outcomes are flagged for it.
[[nodiscard]] std::string lateText(const LateEvent& event, bool counts);

} // namespace halfopen
