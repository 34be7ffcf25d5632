// SPDX-License-Identifier: GPL-3.0-or-later
// When a forgetful middlebox has forgotten a pair's connection, on the axis.
#pragma once

#include <vector>

#include "ui/timeline/run_facts.h"

namespace halfopen {

struct Forgetting final
{
    double at = 0; // s since t = 0
    bool planned = false; // predicted; else the packets that went by tell it
    bool operator==(const Forgetting&) const = default;
};

/// In order of time. What is predicted is left out as soon as it has gone by: then it came, or the rhythm was another.
[[nodiscard]] std::vector<Forgetting> forgettingsOf(const RunFacts& facts, int pair, Host end);

} // namespace halfopen
