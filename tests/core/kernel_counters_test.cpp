// SPDX-License-Identifier: GPL-3.0-or-later
// The counters out of /proc/net/netstat, and what a run makes of three readings.
#include "core/kernel_counters.h"

#include <limits>

#include <gtest/gtest.h>

#include "core/timeline.h"

namespace halfopen {
namespace {

using namespace std::chrono_literals;

TEST(KernelCounters, AreReadByNameFromBothFiles)
{
    KernelCounters counters;
    addCounters("TcpExt: SyncookiesSent TCPKeepAlive TCPTimeouts OutOfWindowIcmps\n"
                "TcpExt: 5 3 18446744073709551615 2\n"
                "IpExt: InNoRoutes TCPKeepAlive\n"
                "MPTcpExt: 9 9\n",
                counters);
    addCounters("Ip: Forwarding OutNoRoutes\nIp: 2 7\nTcp: MaxConn OutRsts\nTcp: -1 4\n", counters);
    const KernelCounters expected{{"TCPKeepAlive", 3}, {"OutOfWindowIcmps", 2}, {"OutNoRoutes", 7}, {"OutRsts", 4}};
    EXPECT_EQ(counters, expected) << "not: others, numbers beyond 63 bits, lines that do not belong together";
}

TEST(KernelCounters, SurviveHalfATable)
{
    KernelCounters counters;
    addCounters("", counters);
    addCounters("TcpExt: TCPKeepAlive TCPTimeouts", counters);
    addCounters("TcpExt: TCPKeepAlive TCPTimeouts\nTcpExt: 1", counters);
    addCounters("TcpExt: TCPTimeouts\nTcpExt: 1x\n\n\n", counters);
    EXPECT_EQ(counters, (KernelCounters{{"TCPKeepAlive", 1}}));
}

TEST(KernelCounters, TellWhatMovedAndTheTwoThatEverybodyAsksFor)
{
    const KernelCounters before{{"TCPKeepAlive", 10}, {"TCPTimeouts", 5}, {"OutRsts", 1}, {"RetransSegs", 4}};
    const KernelCounters after{{"TCPKeepAlive", 13}, {"TCPTimeouts", 5}, {"OutRsts", 2}, {"RetransSegs", 4}, {"TCPWinProbe", 9}};
    EXPECT_EQ(counterText(countedBetween(before, after)), "OutRsts +1, TCPKeepAlive +3, TCPTimeouts +0");
    const KernelCounters least{{"OutRsts", std::numeric_limits<std::int64_t>::min()}};
    const KernelCounters most{{"OutRsts", std::numeric_limits<std::int64_t>::max()}};
    EXPECT_EQ(countedBetween(least, most).size(), 1U);
}

Timeline counted(bool withFault)
{
    Timeline timeline{Experiment{.pairs = {Pair{}}}};
    timeline.append({1ms, CountersEvent{Host::Client, CountersEvent::At::Start, {{"TCPKeepAlive", 1}}}});
    if (withFault)
        timeline.append({2ms, CountersEvent{Host::Client, CountersEvent::At::Fault, {{"TCPKeepAlive", 4}}}});
    timeline.append({9ms, CountersEvent{Host::Client, CountersEvent::At::End, {{"TCPKeepAlive", 9}}}});
    return timeline;
}

TEST(KernelCounters, CountFromTheFaultElseFromTheStart)
{
    EXPECT_EQ(counted(true).countedSinceFault(Host::Client).at("TCPKeepAlive"), 5);
    EXPECT_EQ(counted(false).countedSinceFault(Host::Client).at("TCPKeepAlive"), 8);
    EXPECT_TRUE(counted(true).countedSinceFault(Host::Server).empty());
    ASSERT_EQ(counted(true).log().size(), 1U);
    EXPECT_EQ(counted(true).log().front().text, "The client's kernel counted since the fault: TCPKeepAlive +5");
}

TEST(KernelCounters, TellWhatWasCountedByTheTimeOfTheOutcome)
{
    Timeline timeline = counted(true);
    EXPECT_TRUE(timeline.countedUntilOutcome(Host::Client).empty());
    timeline.append({7ms, CountersEvent{Host::Client, CountersEvent::At::Outcome, {{"TCPKeepAlive", 7}}}});
    EXPECT_EQ(timeline.countedUntilOutcome(Host::Client).at("TCPKeepAlive"), 3);
    EXPECT_EQ(timeline.countedSinceFault(Host::Client).at("TCPKeepAlive"), 5) << "to the end, as before";
    EXPECT_EQ(timeline.log().back().text, "From the fault to this end the client's kernel counted: TCPKeepAlive +3");
}

} // namespace
} // namespace halfopen
