// SPDX-License-Identifier: GPL-3.0-or-later
// When a tick that was answered late is told.
#include "agent/cable/tick_timer.h"

#include <gtest/gtest.h>
#include <poll.h>

namespace halfopen {

namespace {

using namespace std::chrono_literals;

TEST(TickTimerTest, TellsTheWorstLatenessOnceAndNotTooOften)
{
    TickTimer timer{RunClock{}};
    timer.arm(1s);
    timer.noteTick(1s + 50ms);
    EXPECT_EQ(timer.takeLate(1s + 50ms), std::nullopt); // the limit itself is not late
    timer.noteTick(1s + 90ms);
    timer.noteTick(1s + 70ms);
    EXPECT_EQ(timer.takeLate(1s + 90ms), RunTime{90ms});
    EXPECT_EQ(timer.takeLate(2s), std::nullopt);
    timer.arm(2s);
    timer.noteTick(2s + 60ms);
    EXPECT_EQ(timer.takeLate(2s + 60ms), RunTime{60ms});
    timer.noteTick(2s + 80ms);
    EXPECT_EQ(timer.takeLate(2s + 309ms), std::nullopt);
    EXPECT_EQ(timer.takeLate(2s + 310ms), RunTime{80ms});
    timer.noteTick(2s + 70ms);
    EXPECT_EQ(timer.takeLate(RunTime::max()), RunTime{70ms}); // at the end everything is told
}

TEST(TickTimerTest, IsReadableFromTheTickUntilItIsCleared)
{
    const RunClock clock;
    TickTimer timer{clock};
    timer.arm(clock.now() + 1ms);
    pollfd wait{timer.descriptor(), POLLIN, 0};
    ASSERT_EQ(::poll(&wait, 1, 5000), 1);
    EXPECT_GE(clock.now(), timer.next());
    timer.clear();
    EXPECT_EQ(::poll(&wait, 1, 0), 0);
    timer.clear(); // nothing to read, and that is no hang
}

} // namespace

} // namespace halfopen
