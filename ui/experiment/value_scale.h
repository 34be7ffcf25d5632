// SPDX-License-Identifier: GPL-3.0-or-later
// Where a value stands on a slider whose range spans decades.
#pragma once

namespace halfopen {

/// Logarithmic positions from 0 to `kSteps`. With `zeroIsOff` the leftmost position means 0 (off). Not a widget.
class ValueScale final
{
public:
    static constexpr int kSteps = 1000;

    ValueScale(double minimum, double maximum, bool zeroIsOff, double resolution);

    /// Nearest position of that value.
    [[nodiscard]] int positionOf(double value) const;
    /// A value with at most two significant digits, in multiples of the resolution and inside the range.
    [[nodiscard]] double valueAt(int position) const;
    /// The next value up or down that people would choose: 1 2 3 … 10 15 20 … 100 150 …
    [[nodiscard]] double stepped(double value, int direction) const;

private:
    [[nodiscard]] double rounded(double value) const;

    double m_minimum; // of the logarithmic part, > 0
    double m_maximum;
    bool m_zeroIsOff;
    double m_resolution;
};

} // namespace halfopen
