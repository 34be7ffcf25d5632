// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers of an experiment by their names, for sweeps.
#include "core/sweep_axis.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>

#include <fmt/format.h>

#include "core/axis_numbers.h"
#include "core/kernel_profile.h"
#include "core/sweep_values.h"
#include "core/words.h"

namespace halfopen {

namespace {

using TargetKind = AxisTarget::Kind;

Error unknownKey(std::string_view key)
{
    return {0, fmt::format(words("core", "'{}' cannot be swept: name an option or another number of an end (client.TCP_KEEPIDLE, server.send_bytes), "
                                         "a sysctl (tcp_retries2), a number of a fault (fault.at_s, faults[1].heal_after_s) or time_limit_s."),
                           quotedPart(key))};
}

AxisTarget targetOf(TargetKind kind, const AxisNumber& number)
{
    AxisTarget target;
    target.kind = kind;
    target.name = number.name;
    target.unit = number.unit;
    target.minimum = number.minimum;
    target.maximum = number.maximum;
    target.whole = number.whole;
    return target;
}

Result<AxisTarget> endTarget(Host host, std::string_view name, std::string_view key, const Experiment& experiment)
{
    if (const OptionSpec* const spec = findOption(name)) {
        AxisTarget target = targetOf(TargetKind::Option, {spec->name, spec->unit, spec->minimum, spec->maximum, spec->kind != OptionSpec::Kind::Seconds});
        target.host = host;
        return target;
    }
    const AxisNumber* const number = findNumber(endNumbers(), name);
    if (!number)
        return unknownKey(key);
    if (std::ranges::none_of(experiment.pairs, [&](const Pair& pair) { return hasNumber(pair.end(host), name); }))
        return Error{0, fmt::format(words("core", "'{}' cannot be swept: no {} of this experiment has an activity with {}."), quotedPart(key), halfopen::name(host), name)};
    AxisTarget target = targetOf(TargetKind::EndNumber, *number);
    target.host = host;
    return target;
}

Result<AxisTarget> faultTarget(std::optional<std::size_t> index, std::string_view name, std::string_view key, const Experiment& experiment)
{
    const AxisNumber* const number = findNumber(faultNumbers(), name);
    if (!number)
        return unknownKey(key);
    const auto& faults = experiment.faults;
    if (index && *index >= faults.size())
        return Error{0, fmt::format(words("core", "'{}' cannot be swept: the experiment has {} faults, counted from 0."), quotedPart(key), faults.size())};
    const auto first = std::ranges::find_if(faults, [&](const Fault& fault) { return hasNumber(fault, name); });
    const std::size_t at = index.value_or(static_cast<std::size_t>(first - faults.begin()));
    if (at >= faults.size())
        return Error{0, fmt::format(words("core", "'{}' cannot be swept: no fault of this experiment has {}."), quotedPart(key), name)};
    if (!hasNumber(faults[at], name))
        return Error{0, fmt::format(words("core", "'{}' cannot be swept: {} does not belong to fault '{}'."), quotedPart(key), name, halfopen::name(faults[at].kind))};
    AxisTarget target = targetOf(TargetKind::FaultNumber, *number);
    target.fault = at;
    return target;
}

std::string inUnit(double value, std::string_view unit)
{
    return unit.empty() ? fmt::format("{:.10g}", value) : fmt::format("{:.10g} {}", value, unit);
}

/// "faults[2]" or "fault": the place in the script, empty for the first that fits.
struct FaultName
{
    bool isOne = false;
    std::optional<std::size_t> index;
};

FaultName faultName(std::string_view owner)
{
    if (owner == "fault")
        return {true, std::nullopt};
    if (!owner.starts_with("faults[") || !owner.ends_with(']'))
        return {};
    const auto index = readWhole(owner.substr(7, owner.size() - 8));
    return {index.has_value(), index};
}

} // namespace

std::string AxisTarget::key() const
{
    switch (kind) {
    case TargetKind::Option:
    case TargetKind::EndNumber:
        return fmt::format("{}.{}", halfopen::name(host), name);
    case TargetKind::Sysctl:
        return fmt::format("sysctl.{}", name);
    case TargetKind::FaultNumber:
        return fmt::format("faults[{}].{}", fault, name);
    case TargetKind::TimeLimit:
        break;
    }
    return std::string{name};
}

Result<AxisTarget> axisTarget(std::string_view key, const Experiment& experiment)
{
    const std::size_t dot = key.find('.');
    const std::string_view owner = dot == std::string_view::npos ? std::string_view{} : key.substr(0, dot);
    const std::string_view name = dot == std::string_view::npos ? key : key.substr(dot + 1);
    if (const auto host = hostFromName(owner))
        return endTarget(*host, name, key, experiment);
    if (const FaultName fault = faultName(owner); fault.isOne)
        return faultTarget(fault.index, name, key, experiment);
    if (owner.empty() && name == kTimeLimitNumber.name)
        return targetOf(TargetKind::TimeLimit, kTimeLimitNumber);
    const SysctlSpec* const spec = owner.empty() || owner == "sysctl" ? findSysctl(name) : nullptr;
    if (!spec)
        return unknownKey(key);
    return targetOf(TargetKind::Sysctl, {spec->name, "", static_cast<double>(spec->minimum), static_cast<double>(spec->maximum), true});
}

void setAxisValue(Experiment& experiment, const AxisTarget& target, double value)
{
    switch (target.kind) {
    case TargetKind::Option:
        for (Pair& pair : experiment.pairs)
            setOptionValue(pair.end(target.host).options, target.name, value);
        break;
    case TargetKind::EndNumber:
        for (Pair& pair : experiment.pairs)
            setNumber(pair.end(target.host), target.name, value);
        break;
    case TargetKind::Sysctl:
        experiment.sysctl[std::string{target.name}] = static_cast<std::int64_t>(value);
        break;
    case TargetKind::FaultNumber:
        setNumber(experiment.faults[target.fault], target.name, value);
        break;
    case TargetKind::TimeLimit:
        experiment.timeLimitSeconds = value;
        break;
    }
}

Result<void> checkAxisValue(const AxisTarget& target, double value)
{
    if (!(value >= target.minimum && value <= target.maximum))
        return Error{0, fmt::format(words("core", "{}: {} is out of range; it has to be {:.10g} to {}."), target.key(), fmt::format("{:.10g}", value), target.minimum,
                                    inUnit(target.maximum, target.unit))};
    if (target.whole && std::trunc(value) != value)
        return Error{0, fmt::format(words("core", "{}: {} is no whole number."), target.key(), fmt::format("{:.10g}", value))};
    return {};
}

Result<AxisTarget> checkedTarget(const SweepAxis& axis, const Experiment& experiment)
{
    Result<AxisTarget> target = axisTarget(axis.key, experiment);
    if (!target)
        return target;
    if (axis.values.empty() || axis.values.size() > kMaxAxisValues)
        return Error{0, fmt::format(words("core", "{}: an axis has 1 to {} values."), target->key(), kMaxAxisValues)};
    std::set<double> seen;
    for (const double value : axis.values) {
        if (const Result<void> good = checkAxisValue(*target, value); !good)
            return good.error();
        if (!seen.insert(value).second)
            return Error{0, fmt::format(words("core", "{}: {} is named twice."), target->key(), fmt::format("{:.10g}", value))};
    }
    return target;
}

Result<SweepAxis> parseSweepAxis(std::string_view text, const Experiment& experiment)
{
    const std::size_t equals = text.find('=');
    if (equals == std::string_view::npos)
        return Error{0, fmt::format(words("core", "'{}' is no axis; write what is to change, '=' and its values, as client.TCP_KEEPIDLE=5,10,30."), quotedPart(text))};
    const Result<AxisTarget> target = axisTarget(text.substr(0, equals), experiment);
    if (!target)
        return target.error();
    Result<std::vector<double>> values = readSweepValues(text.substr(equals + 1), target->key(), target->whole);
    if (!values)
        return values.error();
    SweepAxis axis{target->key(), *std::move(values)};
    if (const Result<AxisTarget> checked = checkedTarget(axis, experiment); !checked)
        return checked.error();
    return axis;
}

} // namespace halfopen
