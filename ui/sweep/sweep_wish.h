// SPDX-License-Identifier: GPL-3.0-or-later
// What the sweep page is to show, as the user has chosen it.
#pragma once

#include <optional>
#include <string>

#include "core/axis_choice.h"
#include "core/sweep_view.h"

namespace halfopen {

/// One axis: which number, and its values as a range or a typed list.
struct AxisWish final
{
    enum class Spacing { Even, Logarithmic, List };

    std::string key;      // as AxisTarget::key(); empty: no such axis
    ValueSpan span{};     // Even, Logarithmic: its `logarithmic` follows the spacing
    std::string list{};   // List
    Spacing spacing = Spacing::Even;
    bool operator==(const AxisWish&) const = default;

    [[nodiscard]] std::string text() const;
};

enum class SweepFigure {
    Time,    // after the fault, until it is noticed
    Decider, // which limit it is that ends it
};

struct SweepWish final
{
    AxisWish across;
    AxisWish down;
    AxisWish sheets; // a small map for each value; usually none
    SweepEnd end;
    SweepFigure figure = SweepFigure::Time;
    bool operator==(const SweepWish&) const = default;
};

/// That number around what it is now.
[[nodiscard]] AxisWish axisAround(const AxisTarget& target, const Experiment& experiment, const KernelProfile& kernel);

/// The same with so few values that each can have a map.
[[nodiscard]] AxisWish sheetsAround(const AxisTarget& target, const Experiment& experiment, const KernelProfile& kernel);

/// What a first look at that experiment shows: idle time over interval of the end that looks, or what decides there
/// instead.
[[nodiscard]] SweepWish firstWish(const Experiment& experiment, const KernelProfile& kernel, const SweepEnd& end);

/// The same with all its ranges anew, around the values of that experiment.
[[nodiscard]] SweepWish wishAround(SweepWish wish, const Experiment& experiment, const KernelProfile& kernel);

} // namespace halfopen
