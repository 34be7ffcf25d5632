// SPDX-License-Identifier: GPL-3.0-or-later
// How late the kernel's timers are, by rule.
#pragma once

#include <cmath>
#include <cstdint>

namespace halfopen {

/// Jiffies of a kernel whose counter stands at `phase` (with a fraction: how far into its jiffy) at time 0.
/// Nobody can know the phase from outside; a prediction is the hull over all of them.
class JiffyClock final
{
public:
    JiffyClock(int hz, double phase) : m_hz(hz), m_phase(phase) {}

    [[nodiscard]] std::int64_t jiffy(double seconds) const { return static_cast<std::int64_t>(std::floor(m_phase + seconds * m_hz)); }
    [[nodiscard]] double seconds(std::int64_t jiffy) const { return (static_cast<double>(jiffy) - m_phase) / m_hz; }
    [[nodiscard]] int hz() const { return m_hz; }

private:
    int m_hz;
    double m_phase;
};

/// Jiffies between two slots of the wheel level that a timer this far ahead falls into
/// (kernel/time/timer.c, calc_wheel_index(): LVL_START, LVL_GRAN; since 4.8).
[[nodiscard]] std::int64_t wheelGranule(std::int64_t delta);

/// The jiffy at which a timer armed at `now` for `now + delta` fires: the next slot after its expiry,
/// never early and never exactly on time (calc_index()).
[[nodiscard]] std::int64_t wheelFires(std::int64_t now, std::int64_t delta);

} // namespace halfopen
