// SPDX-License-Identifier: GPL-3.0-or-later
// Axes as people write them: names, lists, ranges, and what is refused.
#include "core/sweep_axis.h"

#include <gtest/gtest.h>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace halfopen {
namespace {

Experiment base()
{
    Experiment experiment;
    Pair reader{"reader", {.activity = Activity::Recv}, {}};
    Pair asking{"asking", {.activity = Activity::Heartbeat}, {.activity = Activity::Recv}};
    experiment.pairs = {reader, asking};
    Fault drop = defaultFault(FaultKind::Drop);
    Fault forget = defaultFault(FaultKind::NatForget);
    Fault kill = defaultFault(FaultKind::Kill);
    experiment.faults = {kill, drop, forget};
    return experiment;
}

std::string shown(const std::string& text)
{
    const Result<SweepAxis> axis = parseSweepAxis(text, base());
    return axis ? fmt::format("{} = {:g}", axis->key, fmt::join(axis->values, " ")) : axis.error().message;
}

TEST(SweepAxis, TakesListsAndRanges)
{
    EXPECT_EQ(shown("client.TCP_KEEPIDLE=5,10,30"), "client.TCP_KEEPIDLE = 5 10 30");
    EXPECT_EQ(shown("client.TCP_KEEPIDLE=30,5"), "client.TCP_KEEPIDLE = 30 5") << "in the order in which they are written";
    EXPECT_EQ(shown("server.TCP_KEEPCNT=3..6"), "server.TCP_KEEPCNT = 3 4 5 6");
    EXPECT_EQ(shown("client.TCP_KEEPINTVL=10..45+10"), "client.TCP_KEEPINTVL = 10 20 30 40");
    EXPECT_EQ(shown("client.SO_RCVTIMEO=0..1+0.1"), "client.SO_RCVTIMEO = 0 0.1 0.2 0.3 0.4 0.5 0.6 0.7 0.8 0.9 1");
    EXPECT_EQ(shown("client.TCP_KEEPIDLE=1..32x2"), "client.TCP_KEEPIDLE = 1 2 4 8 16 32");
    EXPECT_EQ(shown("client.TCP_KEEPIDLE=1..4x1.5"), "client.TCP_KEEPIDLE = 1 2 3") << "1, 1.5, 2.25 and 3.375, rounded, each once";
    EXPECT_EQ(shown("client.TCP_KEEPIDLE=1..101/5"), "client.TCP_KEEPIDLE = 1 26 51 76 101");
    EXPECT_EQ(shown("client.TCP_KEEPIDLE=1..10000/log5"), "client.TCP_KEEPIDLE = 1 10 100 1000 10000");
    EXPECT_EQ(shown("time_limit_s=1..100/log4"), "time_limit_s = 1 4.642 21.54 100");
    EXPECT_EQ(shown("client.SO_KEEPALIVE=0,1"), "client.SO_KEEPALIVE = 0 1");
}

TEST(SweepAxis, KnowsTheNumbersOfAnExperiment)
{
    EXPECT_EQ(shown("tcp_retries2=5"), "sysctl.tcp_retries2 = 5");
    EXPECT_EQ(shown("sysctl.tcp_retries2=5"), "sysctl.tcp_retries2 = 5");
    EXPECT_EQ(shown("fault.at_s=1.5"), "faults[0].at_s = 1.5");
    EXPECT_EQ(shown("fault.heal_after_s=9"), "faults[1].heal_after_s = 9") << "what is killed stays dead: the first that can be healed";
    EXPECT_EQ(shown("fault.idle_s=60"), "faults[2].idle_s = 60");
    EXPECT_EQ(shown("faults[2].at_s=0"), "faults[2].at_s = 0");
    EXPECT_EQ(shown("client.heartbeat_interval_s=0.5,1"), "client.heartbeat_interval_s = 0.5 1");
}

struct Bad
{
    const char* text;
    const char* says;
};

class BadAxis : public testing::TestWithParam<Bad>
{
};

TEST_P(BadAxis, IsRefusedInOneSentence)
{
    const std::string said = shown(GetParam().text);
    EXPECT_NE(said.find(GetParam().says), std::string::npos) << said;
    EXPECT_EQ(said.find('\n'), std::string::npos);
    EXPECT_TRUE(said.ends_with('.')) << said;
    EXPECT_LT(said.size(), 400U);
}

INSTANTIATE_TEST_SUITE_P(Axes, BadAxis, testing::Values(
    Bad{"", "'' is no axis"},
    Bad{"client.TCP_KEEPIDLE", "'client.TCP_KEEPIDLE' is no axis"},
    Bad{"=5", "'' cannot be swept"},
    Bad{"client.TCP_KEEPALIVE=5", "'client.TCP_KEEPALIVE' cannot be swept"},
    Bad{"router.TCP_KEEPIDLE=5", "cannot be swept"},
    Bad{"client.activity=5", "cannot be swept"},
    Bad{"tcp_retries9=5", "'tcp_retries9' cannot be swept"},
    Bad{"faults[7].at_s=5", "has 3 faults, counted from 0"},
    Bad{"faults[-1].at_s=5", "cannot be swept"},
    Bad{"faults[0].heal_after_s=5", "heal_after_s does not belong to fault 'kill'"},
    Bad{"fault.back_after_s=5", "no fault of this experiment has back_after_s"},
    Bad{"client.send_bytes=5", "no client of this experiment has an activity with send_bytes"},
    Bad{"server.heartbeat_timeout_s=5", "no server of this experiment has an activity with heartbeat_timeout_s"},
    Bad{"client.TCP_KEEPIDLE=", "is no list and no range"},
    Bad{"client.TCP_KEEPIDLE=5,", "is no list and no range"},
    Bad{"client.TCP_KEEPIDLE=five", "'five' is no list and no range"},
    Bad{"client.TCP_KEEPIDLE=nan", "is no list and no range"},
    Bad{"client.TCP_KEEPIDLE=1..inf", "is no list and no range"},
    Bad{"client.TCP_KEEPIDLE=1e999", "is no list and no range"},
    Bad{"client.TCP_KEEPIDLE=5s", "is no list and no range"},
    Bad{"client.TCP_KEEPIDLE=1..2..3", "is no list and no range"},
    Bad{"client.TCP_KEEPIDLE=1..9/3.5", "is no list and no range"},
    Bad{"client.TCP_KEEPIDLE=9..1", "has to go up"},
    Bad{"client.TCP_KEEPIDLE=1..9+0", "needs a step above 0"},
    Bad{"client.TCP_KEEPIDLE=1..9+-1", "needs a step above 0"},
    Bad{"client.TCP_KEEPIDLE=1..9x1", "needs a factor above 1"},
    Bad{"client.SO_RCVTIMEO=0..9x2", "a beginning above 0"},
    Bad{"client.SO_RCVTIMEO=0..9/log3", "cannot begin at 0"},
    Bad{"client.TCP_KEEPIDLE=1..9/1", "needs 2 values or more"},
    Bad{"client.TCP_KEEPIDLE=0,5", "client.TCP_KEEPIDLE: 0 is out of range; it has to be 1 to 32767 s"},
    Bad{"client.TCP_KEEPIDLE=1..40000+1000", "33001 is out of range"},
    Bad{"client.TCP_KEEPIDLE=2.5", "2.5 is no whole number"},
    Bad{"client.TCP_KEEPIDLE=5,6,5", "5 is named twice"},
    Bad{"client.TCP_USER_TIMEOUT=0..1000000", "the range '0..1000000' would have more than 10000 values"},
    Bad{"client.SO_RCVTIMEO=0..1+0.000000001", "would have more than 10000 values"},
    Bad{"client.TCP_KEEPIDLE=1..2x1.0000000000001", "would have more than 10000 values"},
    Bad{"client.TCP_KEEPIDLE=1..2/4294967295", "would have more than 10000 values"},
    Bad{"client.TCP_KEEPIDLE=1e-300..1e300+1e-300", "would have more than 10000 values"}));

TEST(SweepAxis, ManyEvenValuesThatRoundToFewEndSoon)
{
    EXPECT_EQ(shown("client.TCP_KEEPIDLE=1..2/1000"), "client.TCP_KEEPIDLE = 1 2");
}

} // namespace
} // namespace halfopen
