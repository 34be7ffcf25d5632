// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers of an experiment by their names, for sweeps.
#include "core/sweep_axis.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <set>

#include <fmt/format.h>

#include "core/kernel_profile.h"
#include "core/sweep_values.h"
#include "core/words.h"

namespace halfopen {

namespace {

using TargetKind = AxisTarget::Kind;

struct Number
{
    std::string_view name;
    std::string_view unit;
    double minimum;
    double maximum;
    bool whole;
};

constexpr double kLeastAxisSeconds = 0.001;

// As the experiment file's reader takes them.
constexpr std::array<Number, 5> kEndNumbers{{
    {"send_bytes", "bytes", 1, 4 * 1024 * 1024, true},
    {"send_interval_s", "s", kLeastAxisSeconds, kMaxTimeLimitSeconds, false},
    {"request_at_s", "s", 0, kMaxTimeLimitSeconds, false},
    {"heartbeat_interval_s", "s", kLeastAxisSeconds, kMaxTimeLimitSeconds, false},
    {"heartbeat_timeout_s", "s", kLeastAxisSeconds, kMaxTimeLimitSeconds, false},
}};

constexpr std::array<Number, 7> kFaultNumbers{{
    {"at_s", "s", 0, kMaxTimeLimitSeconds, false},
    {"heal_after_s", "s", kShortestFaultSeconds, kMaxTimeLimitSeconds, false},
    {"percent", "%", 0, 100, false},
    {"nth", "", 1, kMaxFaultNth, true},
    {"ms", "ms", 0, kMaxFaultDelayMs, false},
    {"idle_s", "s", 0, kMaxTimeLimitSeconds, false},
    {"back_after_s", "s", kShortestFaultSeconds, kMaxTimeLimitSeconds, false},
}};

constexpr Number kTimeLimit{"time_limit_s", "s", 0.1, kMaxTimeLimitSeconds, false};

template<class Numbers>
const Number* findNumber(const Numbers& numbers, std::string_view name)
{
    const auto found = std::ranges::find(numbers, name, &Number::name);
    return found == numbers.end() ? nullptr : &*found;
}

Error unknownKey(std::string_view key)
{
    return {0, fmt::format(words("core", "'{}' cannot be swept: name an option or another number of an end (client.TCP_KEEPIDLE, server.send_bytes), "
                                         "a sysctl (tcp_retries2), a number of a fault (fault.at_s, faults[1].heal_after_s) or time_limit_s."),
                           quotedPart(key))};
}

AxisTarget targetOf(TargetKind kind, const Number& number)
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

bool hasNumber(const Endpoint& endpoint, std::string_view name)
{
    const Activity activity = endpoint.activity;
    const bool sends = sendsInLoop(activity) || activity == Activity::Qt;
    if (name == "send_bytes")
        return sends || activity == Activity::Request || activity == Activity::Close;
    if (name == "send_interval_s")
        return sends;
    return activity == (name == "request_at_s" ? Activity::Request : Activity::Heartbeat);
}

bool hasNumber(const Fault& fault, std::string_view name)
{
    const FaultNature& nature = natureOf(fault.kind);
    if (name == "heal_after_s")
        return canHeal(fault.kind);
    if (name == "percent" || name == "nth")
        return nature.choice;
    if (name == "ms")
        return nature.delay;
    if (name == "idle_s")
        return nature.idle;
    return name == "back_after_s" ? nature.back : true;
}

Result<AxisTarget> endTarget(Host host, std::string_view name, std::string_view key, const Experiment& experiment)
{
    if (const OptionSpec* const spec = findOption(name)) {
        AxisTarget target = targetOf(TargetKind::Option, {spec->name, spec->unit, spec->minimum, spec->maximum, spec->kind != OptionSpec::Kind::Seconds});
        target.host = host;
        return target;
    }
    const Number* const number = findNumber(kEndNumbers, name);
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
    const Number* const number = findNumber(kFaultNumbers, name);
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

void setEndNumber(Endpoint& endpoint, std::string_view name, double value)
{
    if (!hasNumber(endpoint, name))
        return;
    if (name == "send_bytes")
        endpoint.sendBytes = static_cast<int>(value);
    else if (name == "send_interval_s")
        endpoint.sendIntervalSeconds = value;
    else if (name == "request_at_s")
        endpoint.requestAtSeconds = value;
    else if (name == "heartbeat_interval_s")
        endpoint.heartbeatIntervalSeconds = value;
    else
        endpoint.heartbeatTimeoutSeconds = value;
}

void setFaultNumber(Fault& fault, std::string_view name, double value)
{
    if (name == "at_s")
        fault.atSeconds = value;
    else if (name == "heal_after_s")
        fault.healAfterSeconds = value;
    else if (name == "percent")
        fault.percent = value;
    else if (name == "nth")
        fault.nth = static_cast<int>(value);
    else if (name == "ms")
        fault.delayMs = value;
    else if (name == "idle_s")
        fault.idleSeconds = value;
    else
        fault.backAfterSeconds = value;
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
    if (owner.empty() && name == kTimeLimit.name)
        return targetOf(TargetKind::TimeLimit, kTimeLimit);
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
            setEndNumber(pair.end(target.host), target.name, value);
        break;
    case TargetKind::Sysctl:
        experiment.sysctl[std::string{target.name}] = static_cast<std::int64_t>(value);
        break;
    case TargetKind::FaultNumber:
        setFaultNumber(experiment.faults[target.fault], target.name, value);
        break;
    case TargetKind::TimeLimit:
        experiment.timeLimitSeconds = value;
        break;
    }
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
        if (!(value >= target->minimum && value <= target->maximum))
            return Error{0, fmt::format(words("core", "{}: {} is out of range; it has to be {:.10g} to {}."), target->key(), fmt::format("{:.10g}", value), target->minimum,
                                        inUnit(target->maximum, target->unit))};
        if (target->whole && std::trunc(value) != value)
            return Error{0, fmt::format(words("core", "{}: {} is no whole number."), target->key(), fmt::format("{:.10g}", value))};
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
