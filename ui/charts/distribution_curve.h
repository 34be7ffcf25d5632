// SPDX-License-Identifier: GPL-3.0-or-later
// One curve of a distribution chart.
#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace halfopen {

/// The ends of one condition, by the time after which they failed.
struct DistributionCurve final
{
    QString label;
    QString words;               // median and spread
    std::vector<double> seconds; // of those that failed, in order
    int ends = 0;                // all of them: the curve stops below 100 % where some did not fail
    std::optional<double> bandFrom; // predicted
    std::optional<double> bandTo;
    bool earlier = false; // of a run before the shown one

    bool operator==(const DistributionCurve&) const = default;
};

using DistributionCurves = std::vector<DistributionCurve>;

} // namespace halfopen
