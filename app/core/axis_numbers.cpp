// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers of an end and of a fault that are no socket options.
#include "core/axis_numbers.h"

#include <algorithm>
#include <array>

namespace halfopen {

namespace {

constexpr double kLeastAxisSeconds = 0.001;

constexpr std::array<AxisNumber, 5> kEndNumbers{{
    {"send_bytes", "bytes", 1, 4 * 1024 * 1024, true},
    {"send_interval_s", "s", kLeastAxisSeconds, kMaxTimeLimitSeconds, false},
    {"request_at_s", "s", 0, kMaxTimeLimitSeconds, false},
    {"heartbeat_interval_s", "s", kLeastAxisSeconds, kMaxTimeLimitSeconds, false},
    {"heartbeat_timeout_s", "s", kLeastAxisSeconds, kMaxTimeLimitSeconds, false},
}};

constexpr std::array<AxisNumber, 7> kFaultNumbers{{
    {"at_s", "s", 0, kMaxTimeLimitSeconds, false},
    {"heal_after_s", "s", kShortestFaultSeconds, kMaxTimeLimitSeconds, false},
    {"percent", "%", 0, 100, false},
    {"nth", "", 1, kMaxFaultNth, true},
    {"ms", "ms", 0, kMaxFaultDelayMs, false},
    {"idle_s", "s", 0, kMaxTimeLimitSeconds, false},
    {"back_after_s", "s", kShortestFaultSeconds, kMaxTimeLimitSeconds, false},
}};

} // namespace

std::span<const AxisNumber> endNumbers() { return kEndNumbers; }

std::span<const AxisNumber> faultNumbers() { return kFaultNumbers; }

const AxisNumber* findNumber(std::span<const AxisNumber> numbers, std::string_view name)
{
    const auto found = std::ranges::find(numbers, name, &AxisNumber::name);
    return found == numbers.end() ? nullptr : &*found;
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

std::optional<double> numberOf(const Endpoint& endpoint, std::string_view name)
{
    if (!hasNumber(endpoint, name))
        return std::nullopt;
    if (name == "send_bytes")
        return effectiveSendBytes(endpoint);
    if (name == "send_interval_s")
        return endpoint.sendIntervalSeconds;
    if (name == "request_at_s")
        return endpoint.requestAtSeconds;
    return name == "heartbeat_interval_s" ? endpoint.heartbeatIntervalSeconds : endpoint.heartbeatTimeoutSeconds;
}

std::optional<double> numberOf(const Fault& fault, std::string_view name)
{
    if (!hasNumber(fault, name))
        return std::nullopt;
    if (name == "at_s")
        return fault.atSeconds;
    if (name == "heal_after_s")
        return fault.healAfterSeconds;
    if (name == "percent")
        return fault.percent;
    if (name == "nth")
        return fault.nth ? std::optional<double>{*fault.nth} : std::nullopt;
    if (name == "ms")
        return fault.delayMs;
    return name == "idle_s" ? fault.idleSeconds : fault.backAfterSeconds;
}

void setNumber(Endpoint& endpoint, std::string_view name, double value)
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

void setNumber(Fault& fault, std::string_view name, double value)
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

} // namespace halfopen
