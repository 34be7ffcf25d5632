// SPDX-License-Identifier: GPL-3.0-or-later
// Socket options as JSON, under their kernel names.
#pragma once

#include <nlohmann/json.hpp>

#include "core/json_reader.h"
#include "core/socket_options.h"

namespace halfopen {

/// Takes every option that the object has; complains of values that are out of range.
void readOptions(json::ObjectReader& reader, SocketOptions& options);
/// Adds those that are set.
void writeOptions(nlohmann::ordered_json& object, const SocketOptions& options);

/// A whole number where it is one: 5, not 5.0.
[[nodiscard]] nlohmann::ordered_json plainNumber(double value);

} // namespace halfopen
