// SPDX-License-Identifier: GPL-3.0-or-later
// The learner's guess on the time line.
#pragma once

#include <optional>

#include "ui/timeline/lane_painting.h"
#include "ui/view_state.h"

namespace halfopen {

/// Where the flag stands: at the guess; for never at the right edge; while there is none yet, in the middle of what
/// follows the fault, to be dragged from there. Empty where no flag is wanted.
[[nodiscard]] std::optional<double> guessX(const TimeAxis& axis, const RunFacts& facts, const std::optional<Guess>& guess, bool guessing);

/// What stands at it.
[[nodiscard]] QString guessText(const std::optional<Guess>& guess, bool brief = false);

/// A line, with a grip at its upper end while it may be moved.
void paintGuess(const LanePen& pen, const QRectF& plot, const std::optional<Guess>& guess, bool guessing);

} // namespace halfopen
