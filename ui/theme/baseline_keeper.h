// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps Chinese words in a spin box on the line that digits stand on.
#pragma once

class QAbstractSpinBox;

namespace halfopen {

/// Qt's line edit takes the higher ascent of a fallback font off twice, so that its letters stand too high.
void keepBaseline(QAbstractSpinBox& box);

} // namespace halfopen
