// SPDX-License-Identifier: GPL-3.0-or-later
// Which numbers of an experiment can be swept, what they are now, and which values are worth a look.
#include "core/axis_choice.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include <fmt/format.h>

#include "core/axis_numbers.h"
#include "core/option_warnings.h"
#include "core/sweep_values.h"
#include "core/words.h"

namespace halfopen {

namespace {

using TargetKind = AxisTarget::Kind;

/// How far an axis goes from what it is now, and in how many steps.
struct AxisReach
{
    double times = 8; // from an eighth to eight times
    int each = 60;    // whole numbers that each have a column of their own, at most
    int count = 33;   // of others; odd: what it is now stands in the middle
};

constexpr AxisReach kFew{4, 5, 5};

void addTarget(std::vector<AxisTarget>& targets, const std::string& key, const Experiment& experiment)
{
    if (const Result<AxisTarget> target = axisTarget(key, experiment))
        targets.push_back(*target);
}

/// The version of "6.15" as two numbers.
std::optional<std::pair<int, int>> versionOf(std::string_view text)
{
    int major = 0;
    int minor = 0;
    const char* const end = text.data() + text.size();
    const auto first = std::from_chars(text.data(), end, major);
    if (first.ec != std::errc{} || first.ptr == end)
        return std::nullopt;
    const auto second = std::from_chars(first.ptr + 1, end, minor);
    return second.ec == std::errc{} ? std::optional{std::pair{major, minor}} : std::nullopt;
}

/// The kernel that brought it; empty where all have it.
std::string_view sinceOf(const AxisTarget& target)
{
    if (target.kind == TargetKind::Option)
        return target.name == "TCP_RTO_MAX_MS" ? "6.15" : "";
    const SysctlSpec* const spec = target.kind == TargetKind::Sysctl ? findSysctl(target.name) : nullptr;
    return spec ? spec->since : std::string_view{};
}

Result<void> isKnownTo(const KernelProfile& kernel, const AxisTarget& target)
{
    const auto since = versionOf(sinceOf(target));
    if (!since || kernel.atLeast(since->first, since->second))
        return {};
    return Error{0, fmt::format(words("core", "This kernel, {}, does not know {}: it came with Linux {}. Choose another axis."), kernel.release, target.name, sinceOf(target))};
}

/// Where there is nothing to go around.
double usualValue(const AxisTarget& target)
{
    if (target.unit == "ms")
        return 10'000;
    if (target.unit == "bytes")
        return 65'536;
    return target.unit == "%" ? 50 : 10;
}

ValueSpan roundedSpan(double from, double to, bool whole, const AxisReach& reach)
{
    if (whole && to - from < reach.each)
        return {from, to, static_cast<int>(to - from) + 1, false};
    return {from, to, reach.count, true};
}

} // namespace

std::vector<AxisTarget> axisTargets(const Experiment& experiment)
{
    std::vector<AxisTarget> targets;
    for (const Host host : {Host::Client, Host::Server}) {
        const std::string owner = std::string{name(host)} + '.';
        for (const OptionSpec& spec : optionSpecs())
            addTarget(targets, owner + std::string{spec.name}, experiment);
        for (const AxisNumber& number : endNumbers())
            addTarget(targets, owner + std::string{number.name}, experiment);
    }
    for (std::size_t fault = 0; fault < experiment.faults.size(); ++fault) {
        for (const AxisNumber& number : faultNumbers())
            addTarget(targets, fmt::format("faults[{}].{}", fault, number.name), experiment);
    }
    addTarget(targets, std::string{kTimeLimitNumber.name}, experiment);
    for (const SysctlSpec& spec : sysctlSpecs())
        addTarget(targets, "sysctl." + std::string{spec.name}, experiment);
    return targets;
}

double kernelDefault(std::string_view option, const KernelProfile& kernel)
{
    constexpr std::pair<std::string_view, std::string_view> kSysctlOf[] = {{"TCP_KEEPIDLE", "tcp_keepalive_time"},
                                                                           {"TCP_KEEPINTVL", "tcp_keepalive_intvl"},
                                                                           {"TCP_KEEPCNT", "tcp_keepalive_probes"},
                                                                           {"TCP_SYNCNT", "tcp_syn_retries"},
                                                                           {"TCP_RTO_MAX_MS", "tcp_rto_max_ms"}};
    for (const auto& [name, sysctl] : kSysctlOf) {
        if (name == option)
            return static_cast<double>(kernel.value(sysctl));
    }
    return 0;
}

std::optional<double> presentValue(const Experiment& experiment, const KernelProfile& kernel, const AxisTarget& target)
{
    switch (target.kind) {
    case TargetKind::Option: {
        if (experiment.pairs.empty())
            return std::nullopt;
        const auto set = optionValue(experiment.pairs.front().end(target.host).options, target.name);
        return set ? set : kernelDefault(target.name, kernelUnder(experiment, kernel));
    }
    case TargetKind::EndNumber:
        for (const Pair& pair : experiment.pairs) {
            if (hasNumber(pair.end(target.host), target.name))
                return numberOf(pair.end(target.host), target.name);
        }
        return std::nullopt;
    case TargetKind::Sysctl:
        return static_cast<double>(kernelUnder(experiment, kernel).value(target.name));
    case TargetKind::FaultNumber:
        return target.fault < experiment.faults.size() ? numberOf(experiment.faults[target.fault], target.name) : std::nullopt;
    case TargetKind::TimeLimit:
        break;
    }
    return experiment.timeLimitSeconds;
}

std::string ValueSpan::text() const { return fmt::format("{:.10g}..{:.10g}/{}{}", from, to, logarithmic ? "log" : "", count); }

ValueSpan spanAround(const AxisTarget& target, std::optional<double> present, bool few)
{
    const AxisReach reach = few ? kFew : AxisReach{};
    if (target.whole && target.maximum - target.minimum <= 1)
        return {target.minimum, target.maximum, 2, false};
    const double middle = present && *present > 0 && *present >= target.minimum && *present <= target.maximum ? *present : usualValue(target);
    const double least = target.whole ? std::max(1.0, target.minimum) : std::max(0.001, target.minimum);
    const double from = std::max(least, middle / reach.times);
    const double to = std::min(target.maximum, middle * reach.times);
    const ValueSpan span = roundedSpan(target.whole ? std::floor(from) : from, target.whole ? std::ceil(to) : to, target.whole, reach);
    if (!span.logarithmic)
        return span;
    // As far up as down, so that what it is now is the middle one; unless there is next to no room on one side.
    const double times = std::min(to / middle, middle / from);
    if (times < 2)
        return span;
    if (!target.whole)
        return {middle / times, middle * times, reach.count, true};
    const double first = std::max(least, std::round(middle / times));
    return {first, std::min(target.maximum, std::round(middle * middle / first)), reach.count, true};
}

Result<AskedAxis> askedAxis(std::string_view key, std::string_view values, const Experiment& experiment, const KernelProfile& kernel)
{
    const Result<AxisTarget> target = axisTarget(key, experiment);
    if (!target)
        return target.error();
    if (const Result<void> known = isKnownTo(kernel, *target); !known)
        return known.error();
    const Result<std::vector<double>> read = readSweepValues(values, target->key(), target->whole);
    if (!read)
        return read.error();
    AskedAxis axis;
    axis.target = *target;
    for (const double value : *read) {
        if (std::ranges::find(axis.values, value) != axis.values.end())
            continue;
        const bool refused = !checkAxisValue(*target, value).ok();
        axis.values.push_back(value);
        axis.refused.push_back(refused);
        if (!refused)
            axis.accepted.push_back(value);
    }
    if (axis.accepted.empty())
        return checkAxisValue(*target, axis.values.front()).error();
    return axis;
}

} // namespace halfopen
