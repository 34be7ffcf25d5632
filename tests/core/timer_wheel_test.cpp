// SPDX-License-Identifier: GPL-3.0-or-later
// The wheel's rounding, against the rule and against intervals seen on the wire.
#include "core/timer_wheel.h"

#include <gtest/gtest.h>

namespace halfopen {
namespace {

TEST(TimerWheel, LevelsBeginAtSixtyThreeSlots)
{
    EXPECT_EQ(wheelGranule(0), 1);
    EXPECT_EQ(wheelGranule(62), 1);
    EXPECT_EQ(wheelGranule(63), 8);
    EXPECT_EQ(wheelGranule(503), 8);
    EXPECT_EQ(wheelGranule(504), 64);
    EXPECT_EQ(wheelGranule(4031), 64);
    EXPECT_EQ(wheelGranule(4032), 512);
    EXPECT_EQ(wheelGranule(1'800'000), 32768); // 7200 s at HZ 250: up to 131 s late
}

TEST(TimerWheel, NeverEarlyNeverExactAtMostOneGranuleLate)
{
    for (const std::int64_t delta : {1, 62, 63, 250, 504, 1250, 7500, 18750, 1'800'000}) {
        for (std::int64_t now = 100'000; now < 100'000 + 3000; now += 7) {
            const std::int64_t late = wheelFires(now, delta) - (now + delta);
            EXPECT_GT(late, 0);
            EXPECT_LE(late, wheelGranule(delta));
        }
    }
}

struct ChainedRow
{
    int hz;
    int seconds;
    double chained; // measured or worked out: the constant distance of chained equal timers
};

TEST(TimerWheel, ChainedEqualIntervalsAreConstant)
{
    for (const ChainedRow row : {ChainedRow{1000, 1, 1.024}, {1000, 5, 5.12}, {1000, 75, 77.824}, {250, 1, 1.024}, {250, 2, 2.016},
                                 {250, 3, 3.072}, {250, 5, 5.12}, {250, 30, 30.72}, {250, 75, 75.776}, {100, 1, 1.04}, {100, 3, 3.04},
                                 {100, 75, 76.8}}) {
        const std::int64_t delta = std::int64_t{row.seconds} * row.hz;
        std::int64_t now = wheelFires(12345, delta);
        for (int i = 0; i < 5; ++i) {
            const std::int64_t next = wheelFires(now, delta);
            EXPECT_DOUBLE_EQ(static_cast<double>(next - now) / row.hz, row.chained) << row.hz << " " << row.seconds;
            now = next;
        }
    }
}

} // namespace
} // namespace halfopen
