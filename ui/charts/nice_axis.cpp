// SPDX-License-Identifier: GPL-3.0-or-later
// Round numbers for an axis.
#include "ui/charts/nice_axis.h"

#include <algorithm>
#include <cmath>

namespace halfopen {

NiceAxis NiceAxis::covering(double from, double to, int ticks)
{
    if (!std::isfinite(from) || !std::isfinite(to) || to - from <= 0)
        return {};
    const double raw = (to - from) / std::max(1, ticks);
    const double decade = std::pow(10.0, std::floor(std::log10(raw)));
    NiceAxis axis;
    for (const double factor : {1.0, 2.0, 5.0, 10.0, 20.0}) {
        axis.step = factor * decade;
        axis.minimum = std::floor(from / axis.step + 1e-9) * axis.step;
        axis.maximum = std::ceil(to / axis.step - 1e-9) * axis.step;
        if ((axis.maximum - axis.minimum) / axis.step <= ticks + 0.5)
            break;
    }
    return axis;
}

} // namespace halfopen
