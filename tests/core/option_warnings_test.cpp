// SPDX-License-Identifier: GPL-3.0-or-later
// Which option sets are warned of, and what the correction makes of them.
#include "core/option_warnings.h"

#include <gtest/gtest.h>

#include "core/predictor.h"

using namespace halfopen;
using Rule = OptionWarning::Rule;

namespace {

Experiment reader(int idle, int interval, int count)
{
    Experiment experiment;
    Pair pair;
    pair.client.activity = Activity::Recv;
    pair.client.options.keepAlive = true;
    pair.client.options.keepIdleSeconds = idle;
    pair.client.options.keepIntervalSeconds = interval;
    pair.client.options.keepCount = count;
    experiment.pairs.push_back(pair);
    experiment.faults.push_back({});
    return experiment;
}

SocketOptions& clientOptions(Experiment& experiment) { return experiment.pairs.front().client.options; }

std::vector<Rule> rulesOf(const Experiment& experiment)
{
    std::vector<Rule> rules;
    for (const auto& warning : warnings(experiment, KernelProfile{}))
        rules.push_back(warning.rule);
    return rules;
}

TEST(OptionWarnings, nothingAgainstAnHonestReader) { EXPECT_EQ(rulesOf(reader(5, 3, 3)), std::vector<Rule>{}); }

TEST(OptionWarnings, userTimeoutReplacesTheCount)
{
    // KERNEL: 5/2/3 with 4 s dies after one lost probe.
    auto experiment = reader(5, 2, 3);
    clientOptions(experiment).userTimeoutMs = 4000;
    const auto found = warnings(experiment, KernelProfile{});
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].rule, Rule::CountIgnored);
    EXPECT_EQ(found[0].text, "With a user timeout of 4 s the count of 3 is ignored: one lost probe ends the connection.");
    ASSERT_TRUE(found[0].correction);
    EXPECT_EQ(found[0].correction->text, "Set it to 11 s instead");
    const auto better = corrected(experiment, found[0]);
    EXPECT_EQ(better.pairs.front().client.options.userTimeoutMs, 11000);
    EXPECT_EQ(rulesOf(better), std::vector<Rule>{});
}

TEST(OptionWarnings, countOfProbesUnderAUserTimeout)
{
    // 20 s with 2/1/3: nominally 18 probes.
    auto experiment = reader(2, 1, 3);
    clientOptions(experiment).userTimeoutMs = 20000;
    EXPECT_EQ(keepaliveInForce(clientOptions(experiment), KernelProfile{}).probes(), 18);
    EXPECT_EQ(rulesOf(experiment), std::vector<Rule>{Rule::CountIgnored});
}

TEST(OptionWarnings, userTimeoutAloneIsBlind)
{
    auto experiment = reader(5, 3, 3);
    clientOptions(experiment) = {};
    clientOptions(experiment).userTimeoutMs = 7000;
    EXPECT_EQ(rulesOf(experiment), std::vector<Rule>{Rule::UserTimeoutOnIdle});
    const auto better = corrected(experiment, warnings(experiment, KernelProfile{}).front());
    EXPECT_EQ(better.pairs.front().client.options.keepAlive, true);
}

TEST(OptionWarnings, keepaliveIsPutOffInFlight)
{
    auto experiment = reader(5, 3, 3);
    experiment.pairs.front().client.activity = Activity::Send;
    EXPECT_EQ(rulesOf(experiment), std::vector<Rule>{Rule::KeepaliveInFlight});
    EXPECT_EQ(warnings(experiment, KernelProfile{}).front().correction->value, 14'000);
    clientOptions(experiment).userTimeoutMs = 14000;
    EXPECT_EQ(rulesOf(experiment), std::vector<Rule>{});
}

TEST(OptionWarnings, noAdviceDelaysTheEnd)
{
    auto experiment = reader(7200, 75, 9); // the kernel's defaults: 7875 s
    experiment.pairs.front().client.activity = Activity::Request;
    const auto latest = [](const Experiment& each) { return predict(each, KernelProfile{}).front().hull().latest; };
    ASSERT_EQ(rulesOf(experiment), std::vector<Rule>{Rule::KeepaliveInFlight});
    EXPECT_LT(latest(corrected(experiment, warnings(experiment, KernelProfile{}).front())), latest(experiment));
    // tcp_retries2 ends it sooner than any usual user timeout would: there is nothing to correct.
    experiment.sysctl["tcp_retries2"] = 3;
    EXPECT_FALSE(warnings(experiment, KernelProfile{}).front().correction.has_value());
}

TEST(OptionWarnings, valuesWithoutTheSwitch)
{
    auto experiment = reader(5, 3, 3);
    clientOptions(experiment).keepAlive = false;
    EXPECT_EQ(rulesOf(experiment), std::vector<Rule>{Rule::KeepaliveOff});
}

TEST(OptionWarnings, units)
{
    auto experiment = reader(15000, 3, 3);
    EXPECT_EQ(rulesOf(experiment), std::vector<Rule>{Rule::MillisecondsAsSeconds});
    experiment = reader(5, 3, 3);
    clientOptions(experiment).userTimeoutMs = 30;
    EXPECT_EQ(rulesOf(experiment), (std::vector<Rule>{Rule::CountIgnored, Rule::SecondsAsMilliseconds}));
    // Never set: the kernel's 7200 s are nobody's mistake.
    experiment = reader(5, 3, 3);
    clientOptions(experiment).keepIdleSeconds.reset();
    EXPECT_EQ(rulesOf(experiment), std::vector<Rule>{});
}

TEST(OptionWarnings, callTimeoutsOfOtherCalls)
{
    auto experiment = reader(5, 3, 3);
    experiment.pairs.front().client.activity = Activity::Poll;
    clientOptions(experiment).receiveTimeoutSeconds = 3;
    EXPECT_EQ(rulesOf(experiment), std::vector<Rule>{Rule::CallTimeoutUnused});
    experiment.pairs.front().client.activity = Activity::Recv;
    EXPECT_EQ(rulesOf(experiment), std::vector<Rule>{});
}

TEST(OptionWarnings, runTooShortForItsPrediction)
{
    auto experiment = reader(5, 3, 3);
    experiment.timeLimitSeconds = 10;
    const auto found = warnings(experiment, KernelProfile{}, predict(experiment, KernelProfile{}));
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].rule, Rule::BeyondTimeLimit);
    const auto better = corrected(experiment, found[0]);
    EXPECT_EQ(warnings(better, KernelProfile{}, predict(better, KernelProfile{})), std::vector<OptionWarning>{});
}

TEST(Formula, namesTheSum)
{
    const auto experiment = reader(5, 3, 3);
    const auto predictions = predict(experiment, KernelProfile{});
    EXPECT_EQ(formula(experiment.pairs.front().client, KernelProfile{}, predictions.front()), "5 s silence + 3 × 3 s probes − 1 s silent before the fault");
    EXPECT_NE(predictions.front().why.find("Of that silence 1 s is over when the fault comes."), std::string::npos) << predictions.front().why;
    // The sum comes out, but for what the timers round up: never by more than a tenth.
    const Interval hull = predictions.front().hull();
    EXPECT_GE(toSeconds(hull.earliest), 13.0);
    EXPECT_LE(toSeconds(hull.latest), 14.3);
}

TEST(Formula, namesNoSilenceThatIsNotKnown)
{
    auto experiment = reader(5, 3, 3);
    experiment.faults.front().atSeconds = 8; // a probe was answered before: the timer began anew
    EXPECT_EQ(formula(experiment.pairs.front().client, KernelProfile{}, predict(experiment, KernelProfile{}).front()), "5 s silence + 3 × 3 s probes");
    experiment.faults.front().atSeconds = 0;
    EXPECT_EQ(formula(experiment.pairs.front().client, KernelProfile{}, predict(experiment, KernelProfile{}).front()), "5 s silence + 3 × 3 s probes");
}

/// A pupil adds up what stands there, and comes to what is predicted. Sent at 6.000 to 6.002 s; loss probe and RTO of 204 ms each,
/// which the timer wheel rounds up by at most 8 ms: 6.408 to 6.426 s.
TEST(Formula, countsFromARetransmissionByItsNumberInTheTable)
{
    auto experiment = reader(5, 3, 3);
    auto& client = experiment.pairs.front().client;
    client = {.activity = Activity::Request};
    client.requestAtSeconds = 6;
    client.options.userTimeoutMs = 20'000;
    experiment.timeLimitSeconds = 100;
    const auto prediction = predict(experiment, KernelProfile{}).front();
    EXPECT_EQ(formula(client, KernelProfile{}, prediction), "retransmission 1 at 6.42 s + 20 s user timeout");
    EXPECT_NE(prediction.why.find("20 s after retransmission 1 at 6.42 s"), std::string::npos) << prediction.why;
    const auto first = std::ranges::find_if(prediction.schedule, [](const ExpectedPacket& packet) { return packet.kind == PacketKind::Retransmission && packet.number == 1; });
    ASSERT_NE(first, prediction.schedule.end());
    EXPECT_GE(toSeconds(prediction.hull().earliest), toSeconds(first->at.earliest) + 20 - 0.01);
    EXPECT_LE(toSeconds(prediction.hull().earliest), toSeconds(first->at.latest) + 20.3);
}

TEST(Formula, speaksOfKeepaliveOnlyWhereItIsOn)
{
    auto experiment = reader(5, 3, 3);
    auto& client = experiment.pairs.front().client;
    client.activity = Activity::Request;
    EXPECT_NE(predict(experiment, KernelProfile{}).front().why.find("keepalive is put off"), std::string::npos);
    client.options = {};
    const auto why = predict(experiment, KernelProfile{}).front().why;
    EXPECT_EQ(why.find("keepalive"), std::string::npos) << why;
    EXPECT_NE(why.find("since retransmission 1 at 0.47 s"), std::string::npos) << why;
}

TEST(Formula, sysctlOfTheExperiment)
{
    Experiment experiment = reader(5, 3, 3);
    experiment.sysctl["tcp_retries2"] = 5;
    Prediction prediction;
    prediction.decidedBy = DecidedBy::RetransmissionLimit;
    EXPECT_EQ(formula(experiment.pairs.front().client, kernelUnder(experiment, KernelProfile{}), prediction),
              "retransmissions at doubling intervals, tcp_retries2 = 5");
}

TEST(Formula, NeverSaysWhoAnswersOrThatNobodyAsks)
{
    Endpoint endpoint{.activity = Activity::Recv};
    EXPECT_EQ(neverBecause(endpoint, {}), "no timer is armed");
    Prediction living;
    living.afterlife = Afterlife::Healed;
    EXPECT_EQ(neverBecause(endpoint, living), "the way is whole again in time");
    living.afterlife = Afterlife::Unbroken;
    EXPECT_EQ(neverBecause(endpoint, living), "nothing is lost for good");
    endpoint.options.keepAlive = true;
    EXPECT_EQ(neverBecause(endpoint, {}), "the probes are answered");
    EXPECT_EQ(formula(endpoint, KernelProfile{}, Prediction{}), "the probes are answered");
    EXPECT_EQ(neverBecause({.activity = Activity::Send}, {}), "what is sent is acknowledged");
    EXPECT_EQ(neverBecause({}, {}), "nobody looks");
}

} // namespace
