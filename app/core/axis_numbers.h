// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers of an end and of a fault that are no socket options, by their names in the experiment file.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "core/experiment.h"

namespace halfopen {

/// One of them, with its range as the experiment file's reader takes it.
struct AxisNumber final
{
    std::string_view name; // lives for ever
    std::string_view unit;
    double minimum = 0;
    double maximum = 0;
    bool whole = false; // only whole numbers
};

inline constexpr AxisNumber kTimeLimitNumber{"time_limit_s", "s", 0.1, kMaxTimeLimitSeconds, false};

[[nodiscard]] std::span<const AxisNumber> endNumbers();
[[nodiscard]] std::span<const AxisNumber> faultNumbers();
/// The one of that name, or nullptr.
[[nodiscard]] const AxisNumber* findNumber(std::span<const AxisNumber> numbers, std::string_view name);

/// Whether that number means something for it.
[[nodiscard]] bool hasNumber(const Endpoint& endpoint, std::string_view name);
[[nodiscard]] bool hasNumber(const Fault& fault, std::string_view name);

/// Empty where it is not set and there is no value that takes its place.
[[nodiscard]] std::optional<double> numberOf(const Endpoint& endpoint, std::string_view name);
[[nodiscard]] std::optional<double> numberOf(const Fault& fault, std::string_view name);

/// Does nothing where the endpoint has no such number.
void setNumber(Endpoint& endpoint, std::string_view name, double value);
void setNumber(Fault& fault, std::string_view name, double value);

} // namespace halfopen
