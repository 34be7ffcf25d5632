// SPDX-License-Identifier: GPL-3.0-or-later
// Where a value stands on a slider whose range spans decades.
#pragma once

namespace halfopen {

/// Logarithmic positions from 0 to `kSteps`. With `hasOff` the leftmost position means off, which is the value `off`. Not a
/// widget.
class ValueScale final
{
public:
    static constexpr int kSteps = 1000;

    ValueScale(double minimum, double maximum, bool hasOff, double resolution, double off = 0);

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
    bool m_hasOff;
    double m_resolution;
    double m_off; // below m_minimum
};

} // namespace halfopen
