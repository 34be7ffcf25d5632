// SPDX-License-Identifier: GPL-3.0-or-later
// Which numbers of an experiment can be swept, what they are now, and which values are worth a look.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/experiment.h"
#include "core/kernel_profile.h"
#include "core/sweep_axis.h"

namespace halfopen {

/// All of them: the client's, the server's, the faults', the time limit, the sysctls.
[[nodiscard]] std::vector<AxisTarget> axisTargets(const Experiment& experiment);

/// Of the first pair that has it; where it is not set, what the kernel takes instead. Empty where nothing takes its place.
[[nodiscard]] std::optional<double> presentValue(const Experiment& experiment, const KernelProfile& kernel, const AxisTarget& target);

/// What the kernel takes where that option is not set; 0 is none.
[[nodiscard]] double kernelDefault(std::string_view option, const KernelProfile& kernel);

/// Evenly from … to, so many values; rounded where only whole ones are possible.
struct ValueSpan final
{
    double from = 1;
    double to = 10;
    int count = 10;
    bool logarithmic = false;
    bool operator==(const ValueSpan&) const = default;

    /// As an axis of the command line has it: "1..40/40", "75..600/log25".
    [[nodiscard]] std::string text() const;
};

/// Around what it is now, which is one of the values. `few`: five of them, for an axis that has a picture each.
[[nodiscard]] ValueSpan spanAround(const AxisTarget& target, std::optional<double> present, bool few = false);

/// An axis as somebody has asked for it, with the values that the experiment cannot have: they are part of the picture.
struct AskedAxis final
{
    AxisTarget target;
    std::vector<double> values;     // in their order, each once
    std::vector<bool> refused;      // of them
    std::vector<double> accepted;   // the others: an axis of a `Sweep`
    bool operator==(const AskedAxis&) const = default;
};

/// `values` as behind the '=' of `parseSweepAxis()`. Fails with a sentence where they cannot be read, where the experiment
/// has no such number, where that kernel does not know it, and where none of the values is possible.
[[nodiscard]] Result<AskedAxis> askedAxis(std::string_view key, std::string_view values, const Experiment& experiment, const KernelProfile& kernel);

} // namespace halfopen
