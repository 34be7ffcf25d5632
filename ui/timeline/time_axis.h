// SPDX-License-Identifier: GPL-3.0-or-later
// Where an instant is on the screen, and what the axis writes below it.
#pragma once

#include <QString>

#include <vector>

#include "ui/view_state.h"

namespace halfopen {

struct AxisTick final
{
    double seconds = 0; // since t = 0
    double x = 0;
    QString label;
};

/// Maps seconds since t = 0 to pixels and back. A value. Every coordinate it gives is finite and near the plot,
/// whatever it is asked: Qt 6.4's raster engine does not return from a polygon with a NaN in it.
class TimeAxis final
{
public:
    TimeAxis() = default;
    /// `pivot`: from where the bent scales spread, the fault. A range without length is widened.
    TimeAxis(double fromSeconds, double toSeconds, TimeScale scale, double pivot, double left, double right);

    [[nodiscard]] double x(double seconds) const;
    [[nodiscard]] double seconds(double x) const;
    [[nodiscard]] double from() const { return m_from; }
    [[nodiscard]] double to() const { return m_to; }
    [[nodiscard]] double left() const { return m_left; }
    [[nodiscard]] double right() const { return m_right; }
    [[nodiscard]] double pixelsPerSecond(double atSeconds) const;

    /// The range that shows `factor` times as much, with the instant under `aroundX` left where it is.
    [[nodiscard]] TimeRange zoomed(double factor, double aroundX) const;
    /// The range after the plot has been dragged by that many pixels.
    [[nodiscard]] TimeRange moved(double pixels) const;

    /// Ticks at round values counted from `zero`, at least `minimumGap` pixels apart, in order.
    [[nodiscard]] std::vector<AxisTick> ticks(double zero, double minimumGap) const;

private:
    [[nodiscard]] double bend(double seconds) const;
    [[nodiscard]] double unbend(double bent) const;
    [[nodiscard]] std::vector<double> tickValues(double zero, double minimumGap, double& step) const;

    double m_from = 0;
    double m_to = 1;
    TimeScale m_scale = TimeScale::Linear;
    double m_pivot = 0;
    double m_left = 0;
    double m_right = 1;
};

} // namespace halfopen
