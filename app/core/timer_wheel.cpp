// SPDX-License-Identifier: GPL-3.0-or-later
// The kernel's timer wheel: eight slots finer a level, 64 slots each.
#include "core/timer_wheel.h"

#include <algorithm>

namespace halfopen {

namespace {

constexpr int kLevels = 9;    // LVL_DEPTH for HZ > 100; HZ = 100 has 8, which reach beyond a day as well
constexpr int kLevelBits = 3; // LVL_CLK_SHIFT
constexpr std::int64_t kLevelSlots = 63;

int levelOf(std::int64_t delta)
{
    for (int level = 0; level < kLevels - 1; ++level) {
        if (delta < kLevelSlots << (kLevelBits * level))
            return level;
    }
    return kLevels - 1;
}

} // namespace

std::int64_t wheelGranule(std::int64_t delta) { return std::int64_t{1} << (kLevelBits * levelOf(delta)); }

std::int64_t wheelFires(std::int64_t now, std::int64_t delta)
{
    const std::int64_t ahead = std::max<std::int64_t>(delta, 0);
    const int shift = kLevelBits * levelOf(ahead);
    return (((now + ahead) >> shift) + 1) << shift;
}

} // namespace halfopen
