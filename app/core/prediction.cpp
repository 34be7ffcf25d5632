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

const Prediction* findPrediction(const std::vector<Prediction>& predictions, int pair, Host end)
{
    const auto isIt = [&](const Prediction& each) { return each.pair == pair && each.end == end; };
    const std::size_t place = 2 * static_cast<std::size_t>(pair) + slotOf(end);
    if (pair >= 0 && place < predictions.size() && isIt(predictions[place]))
        return &predictions[place];
    const auto found = std::ranges::find_if(predictions, isIt);
    return found == predictions.end() ? nullptr : &*found;
}

} // namespace halfopen
