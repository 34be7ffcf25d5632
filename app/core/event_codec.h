// SPDX-License-Identifier: GPL-3.0-or-later
// Events as JSON lines, both ways.
#pragma once

#include <string>
#include <string_view>

#include "core/event.h"
#include "core/result.h"

namespace halfopen {

inline constexpr std::size_t kMaxEventLineBytes = 64 * 1024;

/// One flat JSON object without a line feed; keys in fixed order, times as integer nanoseconds.
[[nodiscard]] std::string writeEvent(const Event& event);

/// Reads one line. An unknown kind becomes an UnknownEvent. Fails on what is no JSON object, on missing or
/// wrongly typed keys of a known kind, on lines over the limit, and on a newer protocol number in hello.
[[nodiscard]] Result<Event> parseEvent(std::string_view line);

} // namespace halfopen
