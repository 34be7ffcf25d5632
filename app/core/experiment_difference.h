// SPDX-License-Identifier: GPL-3.0-or-later
// In what experiments differ, setting by setting.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/experiment.h"

namespace halfopen {

/// One setting that is not the same in all of them.
struct SettingDifference final
{
    std::string what;                // "TCP_USER_TIMEOUT", "server's TCP_KEEPIDLE", "“reader” TCP_KEEPIDLE", "tcp_retries2"
    std::vector<std::string> values; // of each experiment: "6 s", "off"
    bool operator==(const SettingDifference&) const = default;
};

/// In the order of the file. Pairs are the same that have the same name, or that are alone; titles and names are no settings.
[[nodiscard]] std::vector<SettingDifference> differencesOf(std::span<const Experiment* const> experiments);

} // namespace halfopen
