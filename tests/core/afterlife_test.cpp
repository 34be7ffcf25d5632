// SPDX-License-Identifier: GPL-3.0-or-later
// An end that is never told anything: whether its connection lives on or is dead without a word.
#include "core/predictor.h"

#include <gtest/gtest.h>

namespace halfopen {
namespace {

Endpoint idleReader(int idle = 0, int interval = 1, int count = 3)
{
    Endpoint endpoint{.activity = Activity::Recv};
    if (idle > 0) {
        endpoint.options.keepAlive = true;
        endpoint.options.keepIdleSeconds = idle;
        endpoint.options.keepIntervalSeconds = interval;
        endpoint.options.keepCount = count;
    }
    return endpoint;
}

Fault natOf(double idleSeconds)
{
    Fault fault{.kind = FaultKind::NatForget};
    fault.idleSeconds = idleSeconds;
    return fault;
}

Fault healedAfter(Fault fault, double after)
{
    fault.healAfterSeconds = after;
    return fault;
}

Prediction lastOf(const Endpoint& client, std::vector<Fault> faults, const Endpoint& server = {})
{
    Experiment experiment;
    experiment.pairs.push_back({"p", client, server});
    experiment.faults = std::move(faults);
    return predict(experiment, KernelProfile{}).front();
}

std::string_view afterlifeWord(const Prediction& prediction)
{
    if (!prediction.never())
        return "time";
    switch (prediction.afterlife) {
    case Afterlife::OutOfReach:
        return prediction.livesOn() ? "?" : "out of reach";
    case Afterlife::Healed:
        return prediction.livesOn() ? "healed" : "?";
    case Afterlife::Unbroken:
        break;
    }
    return prediction.livesOn() ? "unbroken" : "?";
}

TEST(Afterlife, ANatThatIsAskedInTimeLosesNothing)
{
    EXPECT_EQ(afterlifeWord(lastOf(idleReader(2), {natOf(4)})), "unbroken");
    EXPECT_EQ(afterlifeWord(lastOf(idleReader(8), {natOf(4)})), "time");
    EXPECT_EQ(afterlifeWord(lastOf(idleReader(), {natOf(4)})), "out of reach");
    EXPECT_EQ(afterlifeWord(lastOf(idleReader(), {natOf(4)}, idleReader(2))), "unbroken"); // the peer asks
    EXPECT_NE(lastOf(idleReader(2), {natOf(4)}).why.find("keeps its entry"), std::string::npos);
}

TEST(Afterlife, ARequestThatPassesTheNatSaysNothingOfLater)
{
    Endpoint client{.activity = Activity::Request};
    EXPECT_EQ(afterlifeWord(lastOf(client, {natOf(4)})), "out of reach");
    client.requestAtSeconds = 6;
    EXPECT_EQ(afterlifeWord(lastOf(client, {natOf(4)})), "time");
    client.options = idleReader(2).options;
    EXPECT_EQ(afterlifeWord(lastOf(client, {natOf(4)})), "unbroken");
}

TEST(Afterlife, AGapThatNobodyMissedIsHealed)
{
    EXPECT_EQ(afterlifeWord(lastOf(idleReader(), {healedAfter({}, 3)})), "healed");
    EXPECT_EQ(afterlifeWord(lastOf(idleReader(5, 3, 3), {healedAfter({}, 3)})), "healed");
    EXPECT_EQ(afterlifeWord(lastOf(idleReader(), {Fault{}})), "out of reach");
    // The server's kernel has given up meanwhile, and its RST was lost.
    EXPECT_EQ(afterlifeWord(lastOf(idleReader(), {healedAfter({}, 30)}, idleReader(3))), "out of reach");
    // A second cut stays.
    Fault second;
    second.atSeconds = 20;
    EXPECT_EQ(afterlifeWord(lastOf(idleReader(), {healedAfter({}, 3), second})), "out of reach");
}

TEST(Afterlife, AProgramThatStandsStillIsOutOfReach)
{
    EXPECT_EQ(afterlifeWord(lastOf(idleReader(5, 3, 3), {Fault{.kind = FaultKind::Freeze}})), "out of reach");
    EXPECT_EQ(afterlifeWord(lastOf(idleReader(5, 3, 3), {healedAfter({.kind = FaultKind::Freeze}, 3)})), "unbroken");
}

TEST(Afterlife, WhatIsLateOrLostOnceIsNotLost)
{
    Fault late{.kind = FaultKind::Delay};
    late.delayMs = 200;
    EXPECT_EQ(afterlifeWord(lastOf(idleReader(5, 3, 3), {late})), "unbroken");
    Fault chance;
    chance.percent = 30;
    EXPECT_EQ(afterlifeWord(lastOf(idleReader(), {chance})), "unbroken");
    Fault probes;
    probes.only = PacketChoice::KeepaliveProbe;
    EXPECT_EQ(afterlifeWord(lastOf(idleReader(), {probes})), "unbroken");
    Fault answers;
    answers.only = PacketChoice::Data;
    answers.direction = Direction::ToClient;
    EXPECT_EQ(afterlifeWord(lastOf(idleReader(5, 3, 3), {answers})), "out of reach");
    EXPECT_EQ(afterlifeWord(lastOf(idleReader(), {})), "unbroken");
}

TEST(Afterlife, WhoDoesNotLookIsNotSaidToLiveOn)
{
    const Prediction holder = lastOf({}, {});
    EXPECT_FALSE(holder.applicable);
    EXPECT_FALSE(holder.livesOn());
    EXPECT_EQ(holder.afterlife, Afterlife::Unbroken);
}

} // namespace
} // namespace halfopen
