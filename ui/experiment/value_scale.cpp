// SPDX-License-Identifier: GPL-3.0-or-later
// Where a value stands on a slider whose range spans decades.
#include "ui/experiment/value_scale.h"

#include <algorithm>
#include <cmath>

namespace halfopen {

namespace {

double decadeOf(double value) { return std::pow(10.0, std::floor(std::log10(value) + 1e-9)); }

} // namespace

ValueScale::ValueScale(double minimum, double maximum, bool hasOff, double resolution, double off)
    : m_minimum(std::max(minimum, resolution)), m_maximum(std::max(maximum, 2 * m_minimum)), m_hasOff(hasOff),
      m_resolution(resolution), m_off(off)
{
}

int ValueScale::positionOf(double value) const
{
    if (m_hasOff && value < m_minimum / 2)
        return 0;
    const double clamped = std::clamp(value, m_minimum, m_maximum);
    const int first = m_hasOff ? 1 : 0;
    const double share = std::log(clamped / m_minimum) / std::log(m_maximum / m_minimum);
    return first + static_cast<int>(std::lround(share * (kSteps - first)));
}

double ValueScale::valueAt(int position) const
{
    if (m_hasOff && position <= 0)
        return m_off;
    const int first = m_hasOff ? 1 : 0;
    if (position >= kSteps)
        return m_maximum;
    if (position <= first)
        return m_minimum;
    const double share = static_cast<double>(position - first) / (kSteps - first);
    return rounded(m_minimum * std::pow(m_maximum / m_minimum, share));
}

double ValueScale::stepped(double value, int direction) const
{
    if (m_hasOff && value < m_minimum)
        return direction > 0 ? m_minimum : m_off;
    // A step down from the start of a decade uses the finer step of the decade below.
    const double reference = direction > 0 ? value : value - m_resolution / 2;
    const double decade = decadeOf(std::max(reference, m_resolution));
    const double step = std::max(decade >= 10 * m_resolution ? decade / 2 : decade, m_resolution);
    const double next = direction > 0 ? (std::floor(value / step + 1e-9) + 1) * step : (std::ceil(value / step - 1e-9) - 1) * step;
    if (next < m_minimum)
        return m_hasOff ? m_off : m_minimum;
    return std::min(next, m_maximum);
}

double ValueScale::rounded(double value) const
{
    const double grain = std::max(decadeOf(value) / 10, m_resolution);
    return std::clamp(std::round(value / grain) * grain, m_minimum, m_maximum);
}

} // namespace halfopen
