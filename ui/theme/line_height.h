// SPDX-License-Identifier: GPL-3.0-or-later
// How high a line of text needs to be.
#pragma once

class QFont;

namespace halfopen {

/// The font's own height, but not more than its letters need: fonts for Chinese leave so much room between the lines of a
/// book that a window full of single lines would not fit a projector.
[[nodiscard]] double lineHeight(const QFont& font);

} // namespace halfopen
