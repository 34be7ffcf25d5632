// SPDX-License-Identifier: GPL-3.0-or-later
// Where an instant is on the screen, and what the axis writes below it.
#include "ui/timeline/time_axis.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace halfopen {

namespace {

constexpr double kShortest = 1e-5;  // s; nothing in a run is told finer than the microsecond
constexpr double kLongest = 2e6;    // s; twice the longest time limit
constexpr double kLinearPart = 0.1; // s to both sides of the fault that a logarithmic axis draws nearly even
constexpr double kFarAway = 20'000; // px; beyond every screen, and small enough for the raster engine

struct AxisText final
{
    Q_DECLARE_TR_FUNCTIONS(halfopen::TimeAxis)
};

double finiteOr(double value, double otherwise)
{
    return std::isfinite(value) ? value : otherwise;
}

/// The smallest round step that is not below `wanted` seconds: 1, 2, 5 × 10^n, above 30 s parts of minutes and hours.
double roundStep(double wanted)
{
    static constexpr std::array kLong{30.0,   60.0,   120.0,  300.0,   600.0,   1200.0,
                                      1800.0, 3600.0, 7200.0, 18000.0, 36000.0, 86400.0};
    if (wanted > 20) {
        for (const double step : kLong) {
            if (step >= wanted)
                return step;
        }
        return std::ceil(wanted / 86400.0) * 86400.0;
    }
    const double power = std::pow(10.0, std::floor(std::log10(std::max(wanted, 1e-9))));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (power * factor >= wanted * (1 - 1e-9))
            return power * factor;
    }
    return power * 10;
}

/// Values that people like to read on a stretched axis, both sides of 0.
std::vector<double> likedValues()
{
    std::vector<double> values;
    for (int exponent = -5; exponent <= 0; ++exponent) {
        for (const double factor : {1.0, 2.0, 5.0})
            values.push_back(std::pow(10.0, exponent) * factor);
    }
    for (const double value : {10.0,   15.0,   20.0,    30.0,    45.0,    60.0,    90.0,     120.0,    180.0,
                               240.0,  300.0,  450.0,   600.0,   900.0,   1200.0,  1800.0,   2700.0,   3600.0,
                               5400.0, 7200.0, 10800.0, 18000.0, 36000.0, 86400.0, 172800.0, 432000.0, 864000.0})
        values.push_back(value);
    return values;
}

/// The typographic minus: a hyphen before a digit is easily missed.
QString withMinus(QString number)
{
    if (number.startsWith(QLatin1Char('-')))
        number[0] = QChar(0x2212);
    return number;
}

/// The unit of all numbers of one axis.
enum class TickUnit { Second, Minute, Hour };

TickUnit unitOf(const std::vector<double>& values, double step)
{
    double longest = 0;
    for (const double value : values)
        longest = std::max(longest, std::abs(value));
    if (step >= 3600 && longest >= 3600)
        return TickUnit::Hour;
    return step >= 60 && longest >= 600 ? TickUnit::Minute : TickUnit::Second;
}

QString tickText(double value, double step, TickUnit unit)
{
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    const double size = std::abs(value);
    switch (unit) {
    case TickUnit::Hour:
        return AxisText::tr("%1 h", "hours").arg(withMinus(locale.toString(value / 3600, 'g', 6)));
    case TickUnit::Minute:
        return AxisText::tr("%1 min", "minutes").arg(withMinus(locale.toString(value / 60, 'g', 6)));
    case TickUnit::Second:
        break;
    }
    const int decimals = step >= 1 ? 0 : std::clamp(static_cast<int>(std::ceil(-std::log10(step) - 1e-9)), 0, 6);
    if (size < step / 1000)
        return AxisText::tr("0 s");
    return AxisText::tr("%1 s", "seconds").arg(withMinus(locale.toString(value, 'f', decimals)));
}

} // namespace

TimeAxis::TimeAxis(double fromSeconds, double toSeconds, TimeScale scale, double pivot, double left, double right)
    : m_from(std::clamp(finiteOr(fromSeconds, 0), -kLongest, kLongest)),
      m_to(std::clamp(finiteOr(toSeconds, 1), -kLongest, kLongest)), m_scale(scale),
      m_pivot(std::clamp(finiteOr(pivot, 0), -kLongest, kLongest)),
      m_left(std::clamp(finiteOr(left, 0), -kFarAway, kFarAway)),
      m_right(std::max(std::clamp(finiteOr(right, 1), -kFarAway, kFarAway), m_left + 1))
{
    if (m_to - m_from < kShortest) {
        m_from -= kShortest / 2;
        m_to = m_from + kShortest;
    }
}

double TimeAxis::bend(double seconds) const
{
    const double distance = seconds - m_pivot;
    switch (m_scale) {
    case TimeScale::Linear:
        break;
    case TimeScale::SquareRoot:
        return std::copysign(std::sqrt(std::abs(distance)), distance);
    case TimeScale::Logarithmic: // of 1 + t: it is defined at the fault and, mirrored, before it
        return std::copysign(std::log1p(std::abs(distance) / kLinearPart), distance);
    }
    return seconds;
}

double TimeAxis::unbend(double bent) const
{
    switch (m_scale) {
    case TimeScale::Linear:
        break;
    case TimeScale::SquareRoot:
        return m_pivot + std::copysign(bent * bent, bent);
    case TimeScale::Logarithmic: // e^25 times the linear part lies far beyond the longest run
        return m_pivot + std::copysign(kLinearPart * std::expm1(std::min(std::abs(bent), 25.0)), bent);
    }
    return bent;
}

double TimeAxis::x(double seconds) const
{
    if (std::isnan(seconds))
        return m_left;
    const double from = bend(m_from);
    const double part = (bend(std::clamp(seconds, -2 * kLongest, 2 * kLongest)) - from) / (bend(m_to) - from);
    return std::clamp(finiteOr(m_left + part * (m_right - m_left), m_left), m_left - kFarAway, m_right + kFarAway);
}

double TimeAxis::seconds(double x) const
{
    const double from = bend(m_from);
    const double part =
        (std::clamp(finiteOr(x, m_left), m_left - kFarAway, m_right + kFarAway) - m_left) / (m_right - m_left);
    return unbend(from + part * (bend(m_to) - from));
}

double TimeAxis::pixelsPerSecond(double atSeconds) const
{
    const double step = std::max((m_to - m_from) / 1000, kShortest);
    return (x(atSeconds + step) - x(atSeconds)) / step;
}

TimeRange TimeAxis::zoomed(double factor, double aroundX) const
{
    const double from = bend(m_from);
    const double to = bend(m_to);
    const double part = std::clamp((finiteOr(aroundX, m_left) - m_left) / (m_right - m_left), 0.0, 1.0);
    const double fixed = from + part * (to - from);
    const double width = (to - from) * std::clamp(finiteOr(factor, 1), 0.01, 100.0);
    const double newFrom = unbend(fixed - part * width);
    const double newTo = unbend(fixed + (1 - part) * width);
    if (newTo - newFrom < 20 * kShortest || newTo - newFrom > kLongest)
        return {fromSeconds(m_from), fromSeconds(m_to)};
    return {fromSeconds(newFrom), fromSeconds(newTo)};
}

TimeRange TimeAxis::moved(double pixels) const
{
    const double from = bend(m_from);
    const double shift = finiteOr(pixels, 0) / (m_right - m_left) * (bend(m_to) - from);
    const double newFrom = std::clamp(unbend(from - shift), -kLongest, kLongest);
    const double newTo = std::clamp(unbend(bend(m_to) - shift), -kLongest, kLongest);
    return {fromSeconds(newFrom), fromSeconds(newTo)};
}

std::vector<double> TimeAxis::tickValues(double zero, double minimumGap, double& step) const
{
    std::vector<double> values;
    const bool stretched = m_scale != TimeScale::Linear && m_from <= m_pivot + (m_to - m_pivot) / 4;
    const double gap = std::max(minimumGap, 20.0);
    if (!stretched) {
        // The axis is tightest at its late end; on a linear one it is the same everywhere.
        const double tightest = std::min(pixelsPerSecond(m_from), pixelsPerSecond(m_to - (m_to - m_from) / 500));
        step = roundStep(gap / std::max(tightest, 1e-6));
        const double first = std::ceil((m_from - zero) / step - 1e-9);
        const double count = std::min((m_right - m_left) / gap + 2, 500.0);
        for (int i = 0; i < count && (first + i) * step <= m_to - zero + step * 1e-6; ++i)
            values.push_back((first + i) * step);
        return values;
    }
    static const std::vector<double> kLiked = likedValues();
    values.push_back(0);
    step = m_to - zero;
    for (const double sign : {1.0, -1.0}) {
        double last = x(zero);
        double lastValue = 0;
        for (const double value : kLiked) {
            const double at = zero + sign * value;
            if (sign > 0 ? at > m_to : at < m_from)
                break;
            if (at < m_from || at > m_to || std::abs(x(at) - last) < gap)
                continue;
            values.push_back(sign * value);
            step = std::min(step, value - lastValue);
            last = x(at);
            lastValue = value;
        }
    }
    std::ranges::sort(values);
    return values;
}

std::vector<AxisTick> TimeAxis::ticks(double zero, double minimumGap) const
{
    double step = 1;
    const double from = std::clamp(finiteOr(zero, 0), -kLongest, kLongest);
    std::vector<AxisTick> ticks;
    const bool stretched = m_scale != TimeScale::Linear;
    const std::vector<double> values = tickValues(from, minimumGap, step);
    const TickUnit unit = stretched ? TickUnit::Second : unitOf(values, step);
    for (const double value : values) {
        const double at = from + value;
        if (at < m_from - kShortest || at > m_to + kShortest)
            continue;
        // On a stretched axis each number shows as many decimals as it has itself.
        const double size = std::abs(value);
        const double own = size > 0 && size < 1 ? std::pow(10.0, std::floor(std::log10(size) + 1e-9)) : 1.0;
        ticks.push_back({at, x(at), tickText(value, stretched ? own : step, unit)});
    }
    return ticks;
}

} // namespace halfopen
