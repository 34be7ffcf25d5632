// SPDX-License-Identifier: GPL-3.0-or-later
// What people are shown of a sweep: whose prediction, and how far apart times are.
#pragma once

#include <cstddef>
#include <vector>

#include "core/sweep.h"

namespace halfopen {

/// An end whose program can notice.
struct SweepEnd final
{
    int pair = 0;
    Host end = Host::Client;
    bool operator==(const SweepEnd&) const = default;
};

[[nodiscard]] std::vector<SweepEnd> sweepEnds(const Experiment& experiment);

/// nullptr where it has not been worked out.
[[nodiscard]] const Prediction* predictionAt(const SweepGrid& grid, std::size_t cell, const SweepEnd& end);

/// In the middle of its interval, and never 0: what comes at once, or before the fault, is a millisecond.
[[nodiscard]] double middleSeconds(const Prediction& prediction);

/// From the shortest to the longest of the predicted times. 0 to 0 where there is none.
struct SweepScale final
{
    double least = 0;
    double most = 0;
    bool operator==(const SweepScale&) const = default;

    [[nodiscard]] bool isEmpty() const { return most <= 0; }
    void add(double seconds);
    /// So far apart that even steps would show little but the longest.
    [[nodiscard]] bool spansDecades() const;
    /// 0 … 1, evenly in the logarithm or in the seconds.
    [[nodiscard]] double shareOf(double seconds, bool logarithmic) const;
    [[nodiscard]] double at(double share, bool logarithmic) const;
};

[[nodiscard]] SweepScale scaleOf(const SweepGrid& grid, const SweepEnd& end);

} // namespace halfopen
