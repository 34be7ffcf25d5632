// SPDX-License-Identifier: GPL-3.0-or-later
// Outcomes as CSV (RFC 4180) and as JSON objects with the same names.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/outcome.h"
#include "core/timeline.h"

namespace halfopen {

/// The heading line with CRLF.
[[nodiscard]] std::string outcomeCsvHeading();

/// One line an outcome, CRLF, '.' decimals, seconds with microseconds.
[[nodiscard]] std::string outcomeCsvRows(std::string_view runId, std::string_view programVersion, const Timeline& timeline,
                                         const std::vector<Outcome>& outcomes);

/// One JSON object a line with the CSV's names; numbers as numbers, empty fields as null.
[[nodiscard]] std::string outcomeJsonLines(std::string_view runId, std::string_view programVersion, const Timeline& timeline,
                                           const std::vector<Outcome>& outcomes);

/// ETIMEDOUT, ECONNRESET …; "errno 999" for one without a known name; empty for 0.
[[nodiscard]] std::string errnoName(int errorNumber);

} // namespace halfopen
