// SPDX-License-Identifier: GPL-3.0-or-later
// Small questions to a prediction.
#include "core/prediction.h"

#include <algorithm>

namespace halfopen {

Interval Prediction::hull() const
{
    Interval hull;
    if (modes.empty())
        return hull;
    hull = modes.front().at;
    for (const PredictionMode& mode : modes) {
        hull.earliest = std::min(hull.earliest, mode.at.earliest);
        hull.latest = std::max(hull.latest, mode.at.latest);
    }
    return hull;
}

} // namespace halfopen
