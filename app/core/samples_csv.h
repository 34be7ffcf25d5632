// SPDX-License-Identifier: GPL-3.0-or-later
// What the sockets said over time as CSV (RFC 4180): one row a sample of an end.
#pragma once

#include <string>
#include <string_view>

#include "core/timeline.h"

namespace halfopen {

/// The heading line with CRLF.
[[nodiscard]] std::string samplesCsvHeading();

/// All samples of that pair, the client's before the server's, each end's in order of time; CRLF, '.' decimals. A row a
/// change of TCP_INFO or of the end's line in /proc/net/tcp; what the other of the two said last stands beside it. Empty
/// where the pairs were never armed: there is no t = 0 to count from. Pair by pair, so that nobody has to hold the text
/// of thousands.
[[nodiscard]] std::string samplesCsvRows(std::string_view runId, const Timeline& timeline, std::size_t pair);

} // namespace halfopen
