// SPDX-License-Identifier: GPL-3.0-or-later
// What can be set at an endpoint, by its name in the experiment file.
#pragma once

#include <QString>

#include <optional>

#include "core/experiment.h"
#include "core/kernel_profile.h"

namespace halfopen {

// Fields that are no socket options.
inline constexpr auto kSendBytesField = "send_bytes";
inline constexpr auto kSendIntervalField = "send_interval_s";
inline constexpr auto kRequestAtField = "request_at_s";
inline constexpr auto kHeartbeatIntervalField = "heartbeat_interval_s";
inline constexpr auto kHeartbeatTimeoutField = "heartbeat_timeout_s";

/// Empty where it is not set, or set to what it is anyway.
[[nodiscard]] std::optional<double> fieldValue(const Endpoint& endpoint, const QString& key);
/// What is in force where it is not set.
[[nodiscard]] double fieldDefault(const QString& key, const Endpoint& endpoint, const KernelProfile& kernel);
/// The endpoint with that field set, or unset.
[[nodiscard]] Endpoint withField(Endpoint endpoint, const QString& key, std::optional<double> value);
/// Whether the field means something for that activity; options do for all.
[[nodiscard]] bool hasField(Activity activity, const QString& key);
/// The endpoint with another activity, and without what only meant something for the one that was.
[[nodiscard]] Endpoint withActivity(Endpoint endpoint, Activity activity);

} // namespace halfopen
