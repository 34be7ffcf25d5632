// SPDX-License-Identifier: GPL-3.0-or-later
// Round numbers for an axis.
#pragma once

namespace halfopen {

/// Ends and step of an axis: multiples of 1, 2 or 5 times a power of ten.
struct NiceAxis final
{
    double minimum = 0;
    double maximum = 1;
    double step = 1;

    /// Covers from … to with at most `ticks` steps. Always a usable axis, whatever comes in.
    [[nodiscard]] static NiceAxis covering(double from, double to, int ticks);
    bool operator==(const NiceAxis&) const = default;
};

} // namespace halfopen
