// SPDX-License-Identifier: GPL-3.0-or-later
// What is told of two experiments that are nearly alike.
#include "core/experiment_difference.h"

#include <gtest/gtest.h>

#include <array>

namespace halfopen {
namespace {

Experiment oneMessage()
{
    Experiment experiment;
    experiment.title = "One message";
    Pair pair;
    pair.name = "message";
    pair.client.activity = Activity::Request;
    experiment.pairs.push_back(pair);
    experiment.faults.push_back({});
    return experiment;
}

std::vector<SettingDifference> differenceBetween(const Experiment& first, const Experiment& second)
{
    const std::array<const Experiment*, 2> both{&first, &second};
    return differencesOf(both);
}

using ValueList = std::vector<std::string>;

TEST(ExperimentDifference, AlikeOnesHaveNone)
{
    Experiment other = oneMessage();
    EXPECT_TRUE(differenceBetween(oneMessage(), other).empty());
    other.title = "Another title";
    other.pairs[0].name = "another name";
    other.pairs[0].client.options.userTimeoutMs = 0; // as if it were not set
    EXPECT_TRUE(differenceBetween(oneMessage(), other).empty()) << "neither titles nor names are settings";
    const std::array<const Experiment*, 1> alone{&other};
    EXPECT_TRUE(differencesOf(alone).empty());
}

TEST(ExperimentDifference, TellsAnOptionInItsUnit)
{
    Experiment limited = oneMessage();
    limited.pairs[0].client.options.userTimeoutMs = 6000;
    EXPECT_EQ(differenceBetween(limited, oneMessage()), (std::vector<SettingDifference>{{"TCP_USER_TIMEOUT", ValueList{"6 s", "off"}}}));
    Experiment server = oneMessage();
    server.pairs[0].server.options.keepAlive = true;
    server.pairs[0].server.options.keepIdleSeconds = 5;
    EXPECT_EQ(differenceBetween(oneMessage(), server),
              (std::vector<SettingDifference>{{"server's SO_KEEPALIVE", ValueList{"off", "on"}}, {"server's TCP_KEEPIDLE", ValueList{"default", "5 s"}}}));
}

TEST(ExperimentDifference, NamesThePairAmongSeveral)
{
    Experiment two = oneMessage();
    two.pairs.push_back(two.pairs[0]);
    two.pairs[1].name = "reader";
    Experiment other = two;
    std::swap(other.pairs[0], other.pairs[1]); // found by its name
    other.pairs[0].client.options.receiveTimeoutSeconds = 2.5;
    EXPECT_EQ(differenceBetween(two, other), (std::vector<SettingDifference>{{"“reader” SO_RCVTIMEO", ValueList{"off", "2.5 s"}}}));
    EXPECT_EQ(differenceBetween(two, oneMessage()), (std::vector<SettingDifference>{{"pairs", ValueList{"2", "1"}}}));
}

TEST(ExperimentDifference, TellsFaultsSysctlsAndTheRest)
{
    Experiment other = oneMessage();
    other.sysctl["tcp_retries2"] = 5;
    other.timeLimitSeconds = 90;
    other.family = Family::Ipv6;
    other.faults[0].atSeconds = 2;
    EXPECT_EQ(differenceBetween(oneMessage(), other),
              (std::vector<SettingDifference>{{"fault at", ValueList{"1 s", "2 s"}},
                                              {"tcp_retries2", ValueList{"default", "5"}},
                                              {"time limit", ValueList{"60 s", "90 s"}},
                                              {"IP version", ValueList{"default", "ipv6"}}}));
    other = oneMessage();
    other.faults[0] = defaultFault(FaultKind::NatForget);
    EXPECT_EQ(differenceBetween(oneMessage(), other), (std::vector<SettingDifference>{{"fault", ValueList{"drop", "nat-forget"}}}));
    other.faults.clear();
    EXPECT_EQ(differenceBetween(oneMessage(), other), (std::vector<SettingDifference>{{"fault", ValueList{"drop", "none"}}}));
}

TEST(ExperimentDifference, OfThreeEachHasItsValue)
{
    Experiment second = oneMessage();
    second.pairs[0].client.requestAtSeconds = 6;
    Experiment third = second;
    third.pairs[0].client.activity = Activity::Recv;
    const Experiment first = oneMessage();
    const std::array<const Experiment*, 3> all{&first, &second, &third};
    const auto found = differencesOf(all);
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0], (SettingDifference{"program", ValueList{"request", "request", "recv"}}));
    EXPECT_EQ(found[1], (SettingDifference{"request after the fault", ValueList{"default", "6 s", "default"}}));
}

} // namespace
} // namespace halfopen
