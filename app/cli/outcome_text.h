// SPDX-License-Identifier: GPL-3.0-or-later
// Outcomes for a terminal.
#pragma once

#include <string>
#include <vector>

#include "core/outcome.h"
#include "core/timeline.h"

namespace halfopen {

/// "Idle reader: namespaces, Linux 6.12.48, HZ 250, run 20261122T…".
[[nodiscard]] std::string runHeading(std::string_view runId, const Timeline& timeline);

/// One line an end, with a heading line.
[[nodiscard]] std::string outcomeTable(const Timeline& timeline, const std::vector<Outcome>& outcomes);

/// What forbids calling the run clean, in a sentence; empty where nothing does.
[[nodiscard]] std::string flagText(const Timeline& timeline, const std::vector<Outcome>& outcomes);

/// A sentence where ends were watched for less time than they were predicted to need; empty where none was.
[[nodiscard]] std::string beyondTimeLimitText(const Timeline& timeline, const std::vector<Outcome>& outcomes);

/// "reader client": the pair's name and the end.
[[nodiscard]] std::string endName(const Experiment& experiment, int pair, Host end);

} // namespace halfopen
