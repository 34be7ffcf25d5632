// SPDX-License-Identifier: GPL-3.0-or-later
// What can be set at an endpoint, by its name in the experiment file.
#include "ui/experiment/endpoint_fields.h"

#include "core/axis_choice.h"

namespace halfopen {

namespace {

std::optional<double> unlessDefault(double value, double standard)
{
    return value == standard ? std::nullopt : std::optional{value};
}

/// Whether that activity hands over messages of a length that can be chosen.
bool sendsMessages(Activity activity)
{
    return sendsInLoop(activity) || activity == Activity::Request || activity == Activity::Close;
}

bool isField(const QString& key, const char* field) { return key == QLatin1String(field); }

} // namespace

std::optional<double> fieldValue(const Endpoint& endpoint, const QString& key)
{
    if (isField(key, kSendBytesField))
        return endpoint.sendBytes ? std::optional<double>{*endpoint.sendBytes} : std::nullopt;
    if (isField(key, kSendIntervalField))
        return endpoint.sendIntervalSeconds;
    if (isField(key, kRequestAtField))
        return unlessDefault(endpoint.requestAtSeconds, Endpoint{}.requestAtSeconds);
    if (isField(key, kHeartbeatIntervalField))
        return unlessDefault(endpoint.heartbeatIntervalSeconds, Endpoint{}.heartbeatIntervalSeconds);
    if (isField(key, kHeartbeatTimeoutField))
        return unlessDefault(endpoint.heartbeatTimeoutSeconds, Endpoint{}.heartbeatTimeoutSeconds);
    return optionValue(endpoint.options, key.toStdString());
}

double fieldDefault(const QString& key, const Endpoint& endpoint, const KernelProfile& kernel)
{
    if (isField(key, kSendBytesField))
        return effectiveSendBytes(endpoint);
    if (isField(key, kRequestAtField))
        return Endpoint{}.requestAtSeconds;
    if (isField(key, kHeartbeatIntervalField))
        return Endpoint{}.heartbeatIntervalSeconds;
    if (isField(key, kHeartbeatTimeoutField))
        return Endpoint{}.heartbeatTimeoutSeconds;
    return kernelDefault(key.toStdString(), kernel);
}

Endpoint withField(Endpoint endpoint, const QString& key, std::optional<double> value)
{
    if (isField(key, kSendBytesField)) {
        endpoint.sendBytes = value ? std::optional<int>{static_cast<int>(*value)} : std::nullopt;
    } else if (isField(key, kSendIntervalField)) {
        endpoint.sendIntervalSeconds = value && *value > 0 ? value : std::nullopt;
    } else if (isField(key, kRequestAtField)) {
        endpoint.requestAtSeconds = value.value_or(Endpoint{}.requestAtSeconds);
    } else if (isField(key, kHeartbeatIntervalField)) {
        endpoint.heartbeatIntervalSeconds = value.value_or(Endpoint{}.heartbeatIntervalSeconds);
    } else if (isField(key, kHeartbeatTimeoutField)) {
        endpoint.heartbeatTimeoutSeconds = value.value_or(Endpoint{}.heartbeatTimeoutSeconds);
    } else if (key == u"SO_LINGER") {
        endpoint.options.lingerSeconds = value && *value >= 0 ? std::optional{static_cast<int>(*value)} : std::nullopt;
    } else {
        const auto name = key.toStdString();
        const auto* spec = findOption(name);
        // Off is "not set" where zero would be out of the option's range.
        const bool unset = value && *value == 0 && spec != nullptr && spec->minimum > 0;
        setOptionValue(endpoint.options, name, unset ? std::nullopt : value);
    }
    return endpoint;
}

bool hasField(Activity activity, const QString& key)
{
    if (isField(key, kSendBytesField))
        return sendsMessages(activity);
    if (isField(key, kSendIntervalField))
        return sendsInLoop(activity);
    if (isField(key, kRequestAtField))
        return activity == Activity::Request;
    if (isField(key, kHeartbeatIntervalField) || isField(key, kHeartbeatTimeoutField))
        return activity == Activity::Heartbeat;
    return true;
}

Endpoint withActivity(Endpoint endpoint, Activity activity)
{
    endpoint.activity = activity;
    for (const char* field : {kSendBytesField, kSendIntervalField, kRequestAtField, kHeartbeatIntervalField, kHeartbeatTimeoutField}) {
        const QString key = QLatin1String(field);
        if (!hasField(activity, key))
            endpoint = withField(std::move(endpoint), key, std::nullopt);
    }
    return endpoint;
}

} // namespace halfopen
