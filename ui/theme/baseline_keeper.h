// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps Chinese words in a spin box on the line that digits stand on.
#pragma once

class QAbstractSpinBox;

namespace halfopen {

/// Qt's line edit centres the higher line of a fallback font as a whole, so that its letters, and digits beside them, stand
/// too high by half the difference. Here to one pixel, which is what rounding leaves.
void keepBaseline(QAbstractSpinBox& box);

} // namespace halfopen
