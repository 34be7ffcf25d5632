// SPDX-License-Identifier: GPL-3.0-or-later
// What people are shown of a sweep: whose prediction, and how far apart times are.
#include "core/sweep_view.h"

#include <algorithm>
#include <cmath>

namespace halfopen {

std::vector<SweepEnd> sweepEnds(const Experiment& experiment)
{
    std::vector<SweepEnd> ends;
    for (std::size_t pair = 0; pair < experiment.pairs.size(); ++pair) {
        for (const Host end : {Host::Client, Host::Server}) {
            if (isDetector(experiment.pairs[pair].end(end).activity))
                ends.push_back({static_cast<int>(pair), end});
        }
    }
    return ends;
}

const Prediction* predictionAt(const SweepGrid& grid, std::size_t cell, const SweepEnd& end)
{
    const std::vector<Prediction>* const predictions = grid.at(cell);
    return predictions ? findPrediction(*predictions, end.pair, end.end) : nullptr;
}

double middleSeconds(const Prediction& prediction)
{
    constexpr double kLeast = 0.001;
    const Interval hull = prediction.hull();
    return std::max(kLeast, (toSeconds(hull.earliest) + toSeconds(hull.latest)) / 2);
}

void SweepScale::add(double seconds)
{
    least = least > 0 ? std::min(least, seconds) : seconds;
    most = std::max(most, seconds);
}

bool SweepScale::spansDecades() const
{
    constexpr double kTimes = 10;
    return most > least * kTimes;
}

double SweepScale::shareOf(double seconds, bool logarithmic) const
{
    if (most <= least)
        return 0;
    const double inside = std::clamp(seconds, least, most);
    return logarithmic ? std::log(inside / least) / std::log(most / least) : (inside - least) / (most - least);
}

double SweepScale::at(double share, bool logarithmic) const
{
    return logarithmic ? least * std::pow(most / least, share) : least + (most - least) * share;
}

SweepScale scaleOf(const SweepGrid& grid, const SweepEnd& end)
{
    SweepScale scale;
    for (std::size_t cell = 0; cell < grid.sweep().cellCount(); ++cell) {
        const Prediction* const prediction = predictionAt(grid, cell, end);
        if (prediction && prediction->applicable && !prediction->never())
            scale.add(middleSeconds(*prediction));
    }
    return scale;
}

} // namespace halfopen
