// SPDX-License-Identifier: GPL-3.0-or-later
// Which outcomes are taken together, and what their numbers are.
#include "core/result_groups.h"

#include <gtest/gtest.h>

using namespace halfopen;
using namespace std::chrono_literals;

namespace {

Experiment readers(int number)
{
    Experiment experiment;
    for (int index = 0; index < number; ++index) {
        Pair pair;
        pair.client.activity = Activity::Recv;
        pair.client.options.keepAlive = true;
        pair.client.options.keepIdleSeconds = 5;
        pair.client.options.keepIntervalSeconds = 3;
        pair.client.options.keepCount = 3;
        experiment.pairs.push_back(pair);
    }
    return experiment;
}

Outcome outcome(int pair, RunTime elapsed, Interval predicted, Verdict verdict = Verdict::Inside)
{
    Outcome made;
    made.pair = pair;
    made.detection = Detection{"recv", -1, 110, 0s, elapsed, 0s};
    made.verdict = verdict;
    made.prediction.pair = pair;
    made.prediction.modes.push_back({predicted, "recv", -1, 110});
    return made;
}

TEST(Spread, ofNumbers)
{
    EXPECT_EQ(spreadOf({}), std::nullopt);
    EXPECT_EQ(spreadOf({3.0}), (Spread{3, 3, 3}));
    EXPECT_EQ(spreadOf({4.0, 1.0, 2.0}), (Spread{2, 1, 4}));
    EXPECT_EQ(spreadOf({4.0, 1.0, 2.0, 3.0}), (Spread{2.5, 1, 4}));
}

TEST(Spread, middleHalf)
{
    EXPECT_EQ(middleHalfOf({1, 2, 3}), std::nullopt);
    // Quartiles of 1 … 5 lie on the second and the fourth, whatever the order.
    EXPECT_EQ(middleHalfOf({5, 1, 4, 2, 3}), (MiddleHalf{2, 4}));
    // Of 1 … 4 three quarters of the way between neighbours: 1.75 and 3.25.
    EXPECT_EQ(middleHalfOf({1, 2, 3, 4}), (MiddleHalf{1.75, 3.25}));
}

TEST(ResultGroups, membersStandInOrderOfTime)
{
    const Interval predicted{13'200ms, 13'400ms};
    const auto groups = groupOutcomes(readers(3), {outcome(0, 13'310ms, predicted), outcome(1, 13'290ms, predicted), outcome(2, 13'320ms, predicted)});
    ASSERT_EQ(groups.size(), 1U);
    std::vector<int> pairs;
    for (const auto& member : groups.front().members)
        pairs.push_back(member.pair);
    EXPECT_EQ(pairs, (std::vector<int>{1, 0, 2}));
}

TEST(ResultGroups, alikeEndsAreOneGroup)
{
    const Interval predicted{13'200ms, 13'400ms};
    const auto groups = groupOutcomes(readers(3), {outcome(0, 13'310ms, predicted), outcome(1, 13'290ms, predicted), outcome(2, 13'320ms, predicted)});
    ASSERT_EQ(groups.size(), 1U);
    const auto& group = groups.front();
    EXPECT_EQ(group.label, "recv 5/3/3, no fault");
    EXPECT_EQ(group.ends, 3);
    EXPECT_EQ(group.waiting, 0);
    EXPECT_TRUE(group.asPredicted);
    EXPECT_EQ(group.result, "recv ETIMEDOUT");
    EXPECT_NEAR(group.elapsedSeconds->median, 13.310, 1e-9);
    EXPECT_NEAR(group.residualMs->median, 10, 1e-6);
    EXPECT_NEAR(group.residualMs->minimum, -10, 1e-6);
    EXPECT_NEAR(*group.bandMs, 100, 1e-6);
}

TEST(ResultGroups, otherOptionsAreAnotherGroup)
{
    auto experiment = readers(2);
    experiment.faults.push_back({});
    experiment.pairs[1].client.options.userTimeoutMs = 7000;
    const Interval predicted{13'200ms, 13'400ms};
    const auto groups = groupOutcomes(experiment, {outcome(0, 13'300ms, predicted), outcome(1, 7'100ms, predicted, Verdict::Early)});
    ASSERT_EQ(groups.size(), 2U);
    EXPECT_EQ(groups[0].label, "recv 5/3/3");
    EXPECT_EQ(groups[1].label, "recv 5/3/3, USER_TIMEOUT 7 s");
    EXPECT_FALSE(groups[1].asPredicted);
    EXPECT_EQ(groups[1].verdict, Verdict::Early);
}

TEST(ResultGroups, oneWrongOneMakesTheGroupWrong)
{
    const Interval predicted{13'200ms, 13'400ms};
    const auto groups = groupOutcomes(readers(2), {outcome(0, 13'300ms, predicted), outcome(1, 14s, predicted, Verdict::Late)});
    ASSERT_EQ(groups.size(), 1U);
    EXPECT_FALSE(groups[0].asPredicted);
    EXPECT_EQ(groups[0].verdict, Verdict::Late);
}

TEST(ResultGroups, aFlagIsNoWrongPrediction)
{
    auto starved = outcome(0, 13'300ms, {13'200ms, 13'400ms});
    starved.flagged = "starved";
    starved.lateBy = 86ms;
    const auto groups = groupOutcomes(readers(1), {starved});
    EXPECT_TRUE(groups[0].asPredicted);
    EXPECT_EQ(groups[0].flagged, "starved");
    EXPECT_EQ(groups[0].flagWhy, "Flagged as starved. The machine was busy: a timer of Halfopen ran 86 ms late, and measured times may be late "
                                 "by as much. This one lies inside its prediction all the same and may be used.");
}

TEST(ResultGroups, whatTheRunsEndCameBeforeIsNoWrongPrediction)
{
    Outcome waits;
    waits.verdict = Verdict::Missing;
    waits.cutShort = true;
    waits.prediction.modes.push_back({{13'200ms, 13'400ms}, "recv", -1, 110});
    const auto groups = groupOutcomes(readers(2), {waits, outcome(1, 13'300ms, {13'200ms, 13'400ms})});
    ASSERT_EQ(groups.size(), 1U);
    EXPECT_TRUE(groups[0].asPredicted);
    EXPECT_EQ(groups[0].cutShort, 1);
    waits.cutShort = false;
    EXPECT_FALSE(groupOutcomes(readers(1), {waits})[0].asPredicted);
}

TEST(ResultGroups, neverHasNoNumbers)
{
    Outcome survivor;
    survivor.verdict = Verdict::NeverAsPredicted;
    const auto groups = groupOutcomes(readers(1), {survivor});
    ASSERT_EQ(groups.size(), 1U);
    EXPECT_TRUE(groups[0].predictedNever);
    EXPECT_EQ(groups[0].waiting, 1);
    EXPECT_EQ(groups[0].elapsedSeconds, std::nullopt);
    EXPECT_EQ(groups[0].bandMs, std::nullopt);
}

TEST(ResultGroups, residualIsThatOfTheNearestMode)
{
    auto late = outcome(0, 7'100ms, {3'600ms, 3'800ms});
    late.prediction.modes.push_back({{7'000ms, 7'100ms}, "recv", -1, 110});
    const auto groups = groupOutcomes(readers(1), {late});
    EXPECT_NEAR(groups[0].residualMs->median, 50, 1e-6);
    EXPECT_NEAR(*groups[0].predictedFromSeconds, 3.6, 1e-9);
    EXPECT_NEAR(*groups[0].predictedToSeconds, 7.1, 1e-9);
}

TEST(ResultGroups, nobodyLooksIsNoRow)
{
    EXPECT_EQ(groupOutcomes(readers(1), {Outcome{}}), std::vector<ResultGroup>{});
}

TEST(ResultGroups, aFaultMadeByHandIsNamed)
{
    Timeline timeline{readers(1)};
    const std::vector<Outcome> outcomes{outcome(0, 13'300ms, {13'200ms, 13'400ms})};
    timeline.append({0ms, StartedEvent{}});
    EXPECT_EQ(groupOutcomes(timeline, outcomes).front().label, "recv 5/3/3, no fault");
    timeline.append({2s, FaultEvent{0, FaultEvent::What::Applied, {.kind = FaultKind::CableOut}, 0ns, ""}});
    EXPECT_EQ(groupOutcomes(timeline, outcomes).front().label, "recv 5/3/3, cable out");
}

TEST(ResultGroups, whatIsAlikeInShortHasItsPairsName)
{
    auto experiment = readers(4);
    experiment.faults.push_back({});
    for (auto* pair : {&experiment.pairs[1], &experiment.pairs[2]})
        pair->client.activity = Activity::Send;
    experiment.pairs[1].name = "looping sender";
    experiment.pairs[2].client.sendIntervalSeconds = 0.5;
    const Interval predicted{13'200ms, 13'400ms};
    const auto groups = groupOutcomes(experiment, {outcome(0, 13'300ms, predicted), outcome(1, 13'300ms, predicted), outcome(2, 13'300ms, predicted), outcome(3, 13'300ms, predicted)});
    ASSERT_EQ(groups.size(), 3U);
    EXPECT_EQ(groups[0].label, "recv 5/3/3");
    EXPECT_EQ(groups[0].name, "") << "two pairs";
    EXPECT_EQ(groups[1].label, "send 5/3/3, retries2 15");
    EXPECT_EQ(groups[1].name, "looping sender");
    EXPECT_EQ(groups[2].name, "pair 3");
}

TEST(ResultGroups, severalPairsThatAreAlikeInShortHaveTheFirstsName)
{
    auto experiment = readers(4);
    experiment.faults.push_back({});
    for (auto* pair : {&experiment.pairs[2], &experiment.pairs[3]})
        pair->client.options.sendBufferBytes = 4096; // which the short label leaves out
    const Interval predicted{13'200ms, 13'400ms};
    const auto groups = groupOutcomes(experiment, {outcome(0, 13'300ms, predicted), outcome(1, 13'300ms, predicted), outcome(2, 13'300ms, predicted), outcome(3, 13'300ms, predicted)});
    ASSERT_EQ(groups.size(), 2U);
    EXPECT_EQ(groups[0].label, "recv 5/3/3 · pair 1");
    EXPECT_EQ(groups[1].label, "recv 5/3/3 · pair 3");
}

TEST(ShortLabel, ofASender)
{
    Experiment experiment;
    experiment.faults.push_back({.kind = FaultKind::Kill});
    experiment.sysctl["tcp_retries2"] = 5;
    Endpoint endpoint;
    endpoint.activity = Activity::Send;
    EXPECT_EQ(shortLabel(experiment, endpoint), "send, retries2 5, killed");
}

TEST(ShortLabel, TellsWhatIsInForceWhereNothingIsSet)
{
    Experiment experiment;
    experiment.faults.push_back({});
    Endpoint reader{.activity = Activity::Recv, .options = {.keepAlive = true}};
    EXPECT_EQ(shortLabel(experiment, reader), "recv 7200/75/9");
    reader.options.keepIntervalSeconds = 2;
    experiment.sysctl["tcp_keepalive_time"] = 4;
    EXPECT_EQ(shortLabel(experiment, reader), "recv 4/2/9");
}

} // namespace
