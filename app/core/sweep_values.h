// SPDX-License-Identifier: GPL-3.0-or-later
// The values of an axis as people write them: lists and ranges.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace halfopen {

/// Reads what stands behind the '=' of an axis. `whole`: only whole numbers are possible. Neither ranges of the number nor
/// values named twice are looked at here. Fails with one sentence that begins with the key.
[[nodiscard]] Result<std::vector<double>> readSweepValues(std::string_view text, std::string_view key, bool whole);

/// What people wrote, printable and short enough for a sentence.
[[nodiscard]] std::string quotedPart(std::string_view text);
/// All of it is a number from 0 on, or it is empty.
[[nodiscard]] std::optional<std::size_t> readWhole(std::string_view text);

} // namespace halfopen
