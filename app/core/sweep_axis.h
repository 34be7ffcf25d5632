// SPDX-License-Identifier: GPL-3.0-or-later
// One number of an experiment that takes many values in turn.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/experiment.h"
#include "core/result.h"

namespace halfopen {

inline constexpr std::size_t kMaxAxisValues = 10'000;

/// A number of the experiment by its name, in the unit of the experiment file, and the values that it takes. Which numbers
/// there are depends on the experiment: see `axisTarget()`.
struct SweepAxis final
{
    std::string key; // client.TCP_KEEPIDLE, server.send_bytes, sysctl.tcp_retries2, faults[0].at_s, time_limit_s
    std::vector<double> values{};
    bool operator==(const SweepAxis&) const = default;
};

/// Where in an experiment an axis acts. Not the axis: it has no values.
struct AxisTarget final
{
    enum class Kind { Option, EndNumber, Sysctl, FaultNumber, TimeLimit };

    Kind kind = Kind::TimeLimit;
    Host host = Host::Client;    // Option, EndNumber: of all pairs
    std::size_t fault = 0;       // FaultNumber: the place in the script
    std::string_view name;       // within that: TCP_KEEPIDLE, at_s …; lives for ever
    std::string_view unit;
    double minimum = 0;
    double maximum = 0;
    bool whole = false;          // only whole numbers
    bool operator==(const AxisTarget&) const = default;

    /// As an axis names it.
    [[nodiscard]] std::string key() const;
};

/// Finds the number of that name: `client.` or `server.` with an option or another number of an end (of all pairs that
/// have it), `sysctl.` with a sysctl or the sysctl alone, `faults[N].` with a number of that fault, `fault.` with one of
/// the first fault that has it, `time_limit_s`. Fails with a sentence where there is none in this experiment.
[[nodiscard]] Result<AxisTarget> axisTarget(std::string_view key, const Experiment& experiment);

/// Gives it that value, which has to be in its range.
void setAxisValue(Experiment& experiment, const AxisTarget& target, double value);

/// Reads "client.TCP_KEEPIDLE=5,10,30". Values are a list, or a range: 1..10 by one, 10..100+10 by ten, 1..1024x2 each
/// twice the one before, 1..7200/25 twenty-five evenly, 1..7200/log25 evenly in the logarithm. What a range with a number
/// of values lands between is rounded, to whole numbers where only those are possible. Fails with one sentence.
[[nodiscard]] Result<SweepAxis> parseSweepAxis(std::string_view text, const Experiment& experiment);

/// Whether it can have that value; the sentence says why not.
[[nodiscard]] Result<void> checkAxisValue(const AxisTarget& target, double value);

/// Whether the axis is one of this experiment and all its values are in range; the sentence names the first that is not.
[[nodiscard]] Result<AxisTarget> checkedTarget(const SweepAxis& axis, const Experiment& experiment);

} // namespace halfopen
