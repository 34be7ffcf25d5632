// SPDX-License-Identifier: GPL-3.0-or-later
// Which option sets are warned of, and what the correction makes of them.
#include "core/option_warnings.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include <nlohmann/json.hpp>

#include "core/experiment_codec.h"
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

/// All that an advice about options may do to the end it is given for.
void expectGoodAdvice(const Experiment& experiment, const std::string& what)
{
    const KernelProfile kernel;
    const auto predictions = predict(experiment, kernel);
    for (const OptionWarning& warning : warnings(experiment, kernel, predictions)) {
        const Prediction& before = *findPrediction(predictions, warning.pair, warning.end);
        const auto told = what + ": " + warning.text;
        if (warning.rule == Rule::KeepaliveInFlight) {
            EXPECT_FALSE(before.never()) << told;
            EXPECT_TRUE(before.decidedBy == DecidedBy::RetransmissionLimit || before.decidedBy == DecidedBy::WindowProbes || before.decidedBy == DecidedBy::OrphanLimit) << told;
        }
        const bool mendsUnit = warning.rule == Rule::MillisecondsAsSeconds || warning.rule == Rule::SecondsAsMilliseconds;
        if (!warning.correction || mendsUnit)
            continue;
        const auto better = corrected(experiment, warning);
        EXPECT_NE(better, experiment) << told;
        const Prediction after = predict(better, kernel)[static_cast<std::size_t>(2 * warning.pair) + (warning.end == Host::Client ? 0 : 1)];
        const auto in = keepaliveInForce(better.pairs[static_cast<std::size_t>(warning.pair)].end(warning.end).options, kernel);
        // Whoever wants the count to count gets what it promises; all other advice brings the end nearer.
        const RunTime promised = fromSeconds(in.idleSeconds + 1.1 * in.intervalSeconds * in.count + 10);
        if (before.never() || warning.rule == Rule::BeyondTimeLimit)
            continue;
        if (after.livesOn()) // saved altogether
            continue;
        ASSERT_FALSE(after.never()) << told;
        EXPECT_LE(after.hull().latest, warning.rule == Rule::CountIgnored ? promised : before.hull().latest) << told;
    }
}

TEST(OptionWarnings, adviceBringsTheEndNearerAndAgreesWithThePrediction)
{
    Fault healed;
    healed.healAfterSeconds = 6;
    Fault forgets{.kind = FaultKind::NatForget};
    forgets.idleSeconds = 4;
    const std::vector<Fault> faults{Fault{}, healed, forgets, {.kind = FaultKind::Freeze}, {.kind = FaultKind::Kill}};
    for (const Fault& fault : faults) {
        for (const Activity activity : {Activity::Recv, Activity::Poll, Activity::Request, Activity::Heartbeat}) {
            for (const int idle : {0, 2, 7200}) {
                for (const int userTimeout : {0, 30, 5000}) {
                    auto experiment = idle == 7200 ? reader(7200, 75, 9) : reader(2, 1, 3);
                    auto& client = experiment.pairs.front().client;
                    client.activity = activity;
                    client.options.keepAlive = idle > 0;
                    if (userTimeout > 0)
                        client.options.userTimeoutMs = userTimeout;
                    client.requestAtSeconds = 6;
                    experiment.faults = {fault};
                    expectGoodAdvice(experiment, std::string{name(fault.kind)} + " " + std::string{name(activity)} + " " + std::to_string(idle) + " " + std::to_string(userTimeout));
                }
            }
        }
    }
}

std::string resourceText(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

TEST(OptionWarnings, adviceToLessonsAndPresetsIsGood)
{
    const std::filesystem::path resources{HALFOPEN_RESOURCES};
    int lessons = 0;
    for (const auto& file : std::filesystem::directory_iterator{resources / "lessons"}) {
        if (file.path().extension() != ".json")
            continue;
        const auto lesson = parseExperiment(resourceText(file.path()));
        ASSERT_TRUE(lesson.ok()) << file.path();
        expectGoodAdvice(lesson.value(), file.path().filename());
        ++lessons;
    }
    EXPECT_GE(lessons, 25);
    const auto presets = nlohmann::json::parse(resourceText(resources / "presets.json"));
    for (const auto& preset : presets.at("presets")) {
        for (const Activity activity : {Activity::Recv, Activity::Request}) {
            auto experiment = reader(5, 3, 3);
            experiment.pairs.front().client.activity = activity;
            for (const auto& [key, value] : preset.items()) {
                if (value.is_number())
                    setOptionValue(clientOptions(experiment), key, value.get<double>());
            }
            expectGoodAdvice(experiment, preset.at("title").get<std::string>());
        }
    }
}

TEST(OptionWarnings, noAdviceBesideAConnectionThatLivesOn)
{
    auto experiment = reader(2, 1, 3);
    experiment.pairs.front().client.activity = Activity::Request;
    experiment.pairs.front().client.requestAtSeconds = 6;
    Fault forgets{.kind = FaultKind::NatForget};
    forgets.idleSeconds = 4;
    experiment.faults = {forgets};
    const auto predictions = predict(experiment, KernelProfile{});
    ASSERT_TRUE(predictions.front().livesOn());
    EXPECT_EQ(warnings(experiment, KernelProfile{}, predictions), std::vector<OptionWarning>{});
}

TEST(OptionWarnings, aRequestBeforeTheNatForgetsPasses)
{
    auto experiment = reader(2, 1, 3);
    experiment.pairs.front().client = {.activity = Activity::Request};
    Fault forgets{.kind = FaultKind::NatForget};
    forgets.idleSeconds = 4;
    experiment.faults = {forgets};
    const auto found = warnings(experiment, KernelProfile{}, predict(experiment, KernelProfile{}));
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].rule, Rule::RequestTooEarly);
    const auto later = corrected(experiment, found[0]);
    EXPECT_EQ(later.pairs.front().client.requestAtSeconds, 6);
    EXPECT_FALSE(predict(later, KernelProfile{}).front().never());
}

TEST(OptionWarnings, theTimeLimitNamesThePairItIsTooShortFor)
{
    auto experiment = reader(5, 3, 3);
    experiment.timeLimitSeconds = 15;
    experiment.pairs.push_back(experiment.pairs.front());
    experiment.pairs.push_back(experiment.pairs.front());
    experiment.pairs[1].name = "patient";
    experiment.pairs[1].client.options.keepIdleSeconds = 30;
    experiment.pairs[2].name = "very patient";
    experiment.pairs[2].client.options.keepIdleSeconds = 60;
    const auto found = warnings(experiment, KernelProfile{}, predict(experiment, KernelProfile{}));
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].pair, 1);
    EXPECT_EQ(found[0].text, "The run ends at 15 s, before the predicted failure of “patient”.");
    EXPECT_EQ(found[1].text, "The run ends at 15 s, before the predicted failure of “very patient”.");
    // One click is enough for both.
    const auto better = corrected(experiment, found[0]);
    EXPECT_EQ(warnings(better, KernelProfile{}, predict(better, KernelProfile{})), std::vector<OptionWarning>{});
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
