// SPDX-License-Identifier: GPL-3.0-or-later
// One fault as JSON: the same form in experiment files, commands and events.
#pragma once

#include <span>
#include <string_view>

#include <nlohmann/json.hpp>

#include "core/fault.h"
#include "core/json_reader.h"

namespace halfopen {

/// Complaints end up in `reader`. Unknown keys are refused.
[[nodiscard]] Fault readFault(json::ObjectReader& reader);

[[nodiscard]] nlohmann::ordered_json faultToJson(const Fault& fault);

/// Every key that a fault may have.
[[nodiscard]] std::span<const std::string_view> faultKeys();

} // namespace halfopen
