// SPDX-License-Identifier: GPL-3.0-or-later
// Inks of the heat map.
#pragma once

#include <QColor>

#include "core/prediction.h"
#include "ui/theme/colours.h"

namespace halfopen {

/// 0 … 1 from dark to light: viridis (bids.github.io/colormap), even to the eye, also to one that tells no red from green,
/// and in grey. The same on light and dark ground.
[[nodiscard]] QColor heatColour(double share);

/// Of the limit that decides: told apart by their letters too.
[[nodiscard]] QColor deciderColour(DecidedBy decidedBy, const Colours& colours);

/// Black or white: on every ground one of them reads.
[[nodiscard]] QColor readableOn(const QColor& ground);

} // namespace halfopen
