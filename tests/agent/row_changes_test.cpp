// SPDX-License-Identifier: GPL-3.0-or-later
// A countdown is no change; everything else is.
#include "agent/director/row_changes.h"

#include <gtest/gtest.h>

namespace halfopen {

namespace {

using namespace std::chrono_literals;

SocketRow rowOf(std::uint16_t port, KernelTimer timer = KernelTimer::None, RunTime left = 0ms)
{
    SocketRow row;
    row.local = SocketAddress{"10.0.1.2", port};
    row.remote = SocketAddress{"10.0.2.2", 9000};
    row.timer = timer;
    row.timerLeft = left;
    return row;
}

/// How many rows are told as changed.
std::size_t changes(RowChanges& rows, RunTime now, const SocketRow& row)
{
    return rows.update(now, {row}).changed.size();
}

TEST(RowChanges, tellsANewRowOnce)
{
    RowChanges rows;
    EXPECT_EQ(changes(rows, 0ms, rowOf(1)), 1U);
    EXPECT_EQ(changes(rows, 50ms, rowOf(1)), 0U);
}

TEST(RowChanges, tellsARowThatIsGone)
{
    RowChanges rows;
    static_cast<void>(rows.update(0ms, {rowOf(1), rowOf(2)}));
    const RowChanges::Difference difference = rows.update(50ms, {rowOf(2)});
    EXPECT_TRUE(difference.changed.empty());
    ASSERT_EQ(difference.gone.size(), 1U);
    EXPECT_EQ(difference.gone.front().first.port, 1);
    EXPECT_TRUE(rows.update(100ms, {rowOf(2)}).gone.empty());
}

TEST(RowChanges, aCountdownIsNoChange)
{
    RowChanges rows;
    EXPECT_EQ(changes(rows, 0ms, rowOf(1, KernelTimer::Keepalive, 2000ms)), 1U);
    EXPECT_EQ(changes(rows, 1000ms, rowOf(1, KernelTimer::Keepalive, 990ms)), 0U);
    EXPECT_EQ(changes(rows, 1990ms, rowOf(1, KernelTimer::Keepalive, 20ms)), 0U);
}

TEST(RowChanges, aCountdownThatStandsAtZeroIsNoChange)
{
    RowChanges rows;
    EXPECT_EQ(changes(rows, 0ms, rowOf(1, KernelTimer::Keepalive, 1000ms)), 1U);
    EXPECT_EQ(changes(rows, 1010ms, rowOf(1, KernelTimer::Keepalive, 0ms)), 0U);
    EXPECT_EQ(changes(rows, 3000ms, rowOf(1, KernelTimer::Keepalive, 0ms)), 0U);
}

TEST(RowChanges, aTimerThatIsArmedAgainIsAChange)
{
    RowChanges rows;
    EXPECT_EQ(changes(rows, 0ms, rowOf(1, KernelTimer::Keepalive, 1000ms)), 1U);
    EXPECT_EQ(changes(rows, 1030ms, rowOf(1, KernelTimer::Keepalive, 990ms)), 1U);
    EXPECT_EQ(changes(rows, 1080ms, rowOf(1, KernelTimer::Keepalive, 940ms)), 0U);
}

TEST(RowChanges, aTimerThatIsArmedForSoonerIsAChange)
{
    RowChanges rows;
    EXPECT_EQ(changes(rows, 0ms, rowOf(1, KernelTimer::Keepalive, 7200s)), 1U);
    EXPECT_EQ(changes(rows, 100ms, rowOf(1, KernelTimer::Keepalive, 0ms)), 1U);
    EXPECT_EQ(changes(rows, 200ms, rowOf(1, KernelTimer::Keepalive, 900ms)), 1U);
}

TEST(RowChanges, anotherTimerOrFieldIsAChange)
{
    RowChanges rows;
    EXPECT_EQ(changes(rows, 0ms, rowOf(1, KernelTimer::Keepalive, 1000ms)), 1U);
    EXPECT_EQ(changes(rows, 10ms, rowOf(1, KernelTimer::Retransmit, 990ms)), 1U);
    SocketRow probed = rowOf(1, KernelTimer::Retransmit, 980ms);
    probed.probesOut = 1;
    EXPECT_EQ(changes(rows, 20ms, probed), 1U);
    EXPECT_EQ(changes(rows, 30ms, rowOf(1)), 1U);
}

TEST(RowChanges, tellsAgainWhatCouldNotBeTold)
{
    RowChanges rows;
    EXPECT_EQ(changes(rows, 0ms, rowOf(1)), 1U);
    rows.noteUntold(keyOf(rowOf(1)));
    EXPECT_EQ(changes(rows, 50ms, rowOf(1)), 1U);
    EXPECT_EQ(changes(rows, 100ms, rowOf(1)), 0U);
}

TEST(RowChanges, tellsThatARowIsGoneEvenIfItsLastChangeCouldNotBeTold)
{
    RowChanges rows;
    EXPECT_EQ(changes(rows, 0ms, rowOf(1)), 1U);
    rows.noteUntold(keyOf(rowOf(1)));
    EXPECT_EQ(rows.update(50ms, {}).gone.size(), 1U);
}

} // namespace

} // namespace halfopen
