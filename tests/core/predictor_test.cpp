// SPDX-License-Identifier: GPL-3.0-or-later
// Predictions against intervals that were worked out by hand from the kernel's rules, or measured on a real kernel.
#include "core/predictor.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <limits>

#include <fmt/format.h>

#include "core/timer_chain.h"

namespace halfopen {
namespace {

Experiment dropped(Endpoint client, Endpoint server = {}, double at = 1.0)
{
    Experiment experiment;
    experiment.pairs.push_back({"p", std::move(client), std::move(server)});
    experiment.faults.push_back({.kind = FaultKind::Drop, .atSeconds = at});
    return experiment;
}

Endpoint reader(int idle, int interval, int count, int userTimeoutMs = 0)
{
    Endpoint endpoint{.activity = Activity::Recv};
    endpoint.options.keepAlive = true;
    endpoint.options.keepIdleSeconds = idle;
    endpoint.options.keepIntervalSeconds = interval;
    endpoint.options.keepCount = count;
    if (userTimeoutMs)
        endpoint.options.userTimeoutMs = userTimeoutMs;
    return endpoint;
}

KernelProfile kernelWith(int hz, std::map<std::string, std::int64_t> sysctl = {})
{
    KernelProfile kernel;
    kernel.hz = hz;
    kernel.sysctl = std::move(sysctl);
    return kernel;
}

Prediction first(const Experiment& experiment, const KernelProfile& kernel = kernelWith(250))
{
    return predict(experiment, kernel).front();
}

/// "4.03-4.10 ETIMEDOUT keepalive-count", one mode after the other; times since the fault.
std::string shown(const Prediction& prediction)
{
    if (prediction.never())
        return fmt::format("never {}", name(prediction.decidedBy));
    std::string text;
    for (const PredictionMode& mode : prediction.modes)
        text += fmt::format("{:.2f}-{:.2f} {} ", toSeconds(mode.at.earliest), toSeconds(mode.at.latest),
                            mode.errorNumber == ETIMEDOUT ? "ETIMEDOUT" : mode.errorNumber == EAGAIN ? "EAGAIN"
                                                                      : mode.errorNumber == EPIPE    ? "EPIPE"
                                                                      : mode.errorNumber == ECONNRESET ? "ECONNRESET"
                                                                                                       : "0");
    return text + std::string{name(prediction.decidedBy)};
}

/// Every measured value has to lie inside, and the hull may be wider than them by `slack` seconds at most on each side.
void expectHull(const Prediction& prediction, double from, double to, double slack)
{
    ASSERT_FALSE(prediction.never()) << prediction.why;
    const Interval hull = prediction.hull();
    EXPECT_LE(toSeconds(hull.earliest), from) << shown(prediction);
    EXPECT_GE(toSeconds(hull.latest), to) << shown(prediction);
    EXPECT_GE(toSeconds(hull.earliest), from - slack) << shown(prediction);
    EXPECT_LE(toSeconds(hull.latest), to + slack) << shown(prediction);
}

// 2 s + 3 × 1 s; 38 runs measured 5.061 to 5.108 s after the last segment (HZ 250), which came up to 20 ms before t = 0.
TEST(KeepalivePrediction, TwoOneThree)
{
    const Prediction prediction = first(dropped(reader(2, 1, 3)));
    expectHull(prediction, 4.061, 4.100, 0.035);
    EXPECT_EQ(prediction.decidedBy, DecidedBy::KeepaliveCount);
    EXPECT_EQ(prediction.modes.size(), 1U);
    EXPECT_EQ(prediction.modes[0].errorNumber, ETIMEDOUT);
    EXPECT_EQ(prediction.modes[0].call, "recv");
    ASSERT_EQ(prediction.schedule.size(), 4U); // three probes and the RST
    EXPECT_EQ(prediction.schedule[0].kind, PacketKind::Probe);
    EXPECT_EQ(prediction.schedule[3].kind, PacketKind::Rst);
}

// Thawed, the host is there for the probe 5 s after the last segment and answers it; rebooted, it says RST to the next.
TEST(KeepalivePrediction, TellsTheProbesThatAreAnswered)
{
    Experiment experiment = dropped(reader(5, 3, 3));
    experiment.faults = {{.kind = FaultKind::Freeze, .atSeconds = 1, .healAfterSeconds = 3}, {.kind = FaultKind::Reboot, .atSeconds = 6, .backAfterSeconds = 1}};
    const Prediction prediction = first(experiment);
    EXPECT_EQ(prediction.decidedBy, DecidedBy::PeerRst);
    ASSERT_EQ(prediction.schedule.size(), 3U);
    const auto at = [&](std::size_t index) { return (toSeconds(prediction.schedule[index].at.earliest) + toSeconds(prediction.schedule[index].at.latest)) / 2; };
    EXPECT_EQ(prediction.schedule[0].kind, PacketKind::Probe);
    EXPECT_NEAR(at(0), 4.1, 0.15);
    EXPECT_EQ(prediction.schedule[1].kind, PacketKind::Probe);
    EXPECT_NEAR(at(1), 9.15, 0.2);
    EXPECT_EQ(prediction.schedule[1].number, 1) << "the answer has begun the count anew";
    EXPECT_EQ(prediction.schedule[2].kind, PacketKind::Rst);
    EXPECT_TRUE(prediction.schedule[2].isAnswer);
    EXPECT_NEAR(at(2), at(1), 0.01);
}

// Nominal 7875 s; by the timer wheel 7882–8013 s (HZ 250), 7901–8162 s (1000), 7891–8219 s (100) after the last segment.
TEST(KeepalivePrediction, DefaultsAtThreeTickRates)
{
    Endpoint endpoint{.activity = Activity::Recv};
    endpoint.options.keepAlive = true;
    const Experiment experiment = dropped(endpoint);
    expectHull(first(experiment, kernelWith(250)), 7882, 8011, 2.0);
    expectHull(first(experiment, kernelWith(1000)), 7901, 8160, 2.0);
    expectHull(first(experiment, kernelWith(100)), 7891, 8217, 2.0);
}

// KEEPCNT is ignored: UT below idle gives idle + 1 interval; UT = 20 s with 2/1/3 gives 20.4 s after 18 probes.
TEST(KeepalivePrediction, UserTimeoutReplacesTheCount)
{
    const Prediction shorter = first(dropped(reader(2, 1, 3, 1000)));
    expectHull(shorter, 2.03, 2.05, 0.05);
    EXPECT_EQ(shorter.decidedBy, DecidedBy::UserTimeout);
    const Prediction longer = first(dropped(reader(2, 1, 3, 20'000)));
    expectHull(longer, 19.42, 19.46, 0.12);
    EXPECT_EQ(longer.schedule.size(), 19U) << "18 probes and the RST";
}

TEST(KeepalivePrediction, SelectPollEpollTellTheSame)
{
    for (const Activity activity : {Activity::Select, Activity::Poll, Activity::Epoll}) {
        Endpoint endpoint = reader(2, 1, 3);
        endpoint.activity = activity;
        const Prediction prediction = first(dropped(endpoint));
        EXPECT_EQ(prediction.hull(), first(dropped(reader(2, 1, 3))).hull());
        EXPECT_EQ(prediction.modes[0].call, detectingCall(activity));
    }
}

// Fault after 10 s: the probes before it were answered; the last answer is at most 2 s + rounding old.
TEST(KeepalivePrediction, ProbesBeforeTheFaultAreAnswered)
{
    const Prediction prediction = first(dropped(reader(2, 1, 3), {}, 10.0));
    const Interval hull = prediction.hull();
    EXPECT_GT(toSeconds(hull.earliest), 3.0);
    EXPECT_LT(toSeconds(hull.latest), 5.11);
}

TEST(KeepalivePrediction, HealBeforeTheLastProbeSaves)
{
    Experiment experiment = dropped(reader(2, 1, 3));
    experiment.faults[0].healAfterSeconds = 2.5; // probes at 1.0 and 2.0 s after the fault are lost, the one at 3.1 s is answered
    const Prediction prediction = first(experiment);
    EXPECT_TRUE(prediction.never()) << shown(prediction);
    experiment.faults[0].healAfterSeconds = 3.5; // all three are lost: the heal comes too late
    expectHull(first(experiment), 4.061, 4.100, 0.035);
}

TEST(KeepalivePrediction, MeasuredSilenceMovesIt)
{
    TcpInfo info;
    info.rto = std::chrono::milliseconds{204};
    info.sinceAckReceived = info.sinceDataReceived = std::chrono::milliseconds{1010};
    const std::vector<EndAtFault> measured{{0, Host::Client, info}};
    const Prediction prediction = predict(dropped(reader(2, 1, 3)), kernelWith(250), measured).front();
    // 2.004–2.032 s until probe 1 and 3 × 1.024 s after it
    expectHull(prediction, 5.077 - 1.01, 5.102 - 1.01, 0.01);
}

TEST(NeverPrediction, NothingArmedNothingHappens)
{
    for (const int userTimeout : {0, 1000}) {
        Endpoint endpoint{.activity = Activity::Recv};
        if (userTimeout)
            endpoint.options.userTimeoutMs = userTimeout;
        const Prediction prediction = first(dropped(endpoint));
        EXPECT_EQ(shown(prediction), "never nobody");
        EXPECT_TRUE(prediction.applicable);
        EXPECT_NE(prediction.why.find("no timer is armed"), std::string::npos);
    }
}

TEST(NeverPrediction, FrozenPeerIsAnsweredForByItsKernel)
{
    Experiment experiment = dropped(reader(2, 1, 3));
    experiment.faults = {{.kind = FaultKind::Freeze}};
    const auto predictions = predict(experiment, kernelWith(250));
    EXPECT_EQ(shown(predictions[0]), "never nobody");
    EXPECT_FALSE(predictions[1].applicable);
}

TEST(NeverPrediction, HoldIsNotApplicableButItsKernelStillProbes)
{
    Endpoint endpoint = reader(2, 1, 3);
    endpoint.activity = Activity::Hold;
    const Prediction prediction = first(dropped(endpoint));
    EXPECT_FALSE(prediction.applicable);
    EXPECT_TRUE(prediction.never());
    EXPECT_EQ(prediction.schedule.size(), 4U);
}

struct StaircaseRow
{
    const char* name;
    int hz;
    int retries2;
    int userTimeoutMs;
    double from; // after the first segment sent into the fault
    double to;
};

class Staircase : public testing::TestWithParam<StaircaseRow>
{};

// The table of simulated and measured times from the first segment on; a request leaves 0.05 s after the fault.
TEST_P(Staircase, RequestDiesOnTheDoublingGrid)
{
    const StaircaseRow row = GetParam();
    Endpoint endpoint{.activity = Activity::Request};
    if (row.userTimeoutMs)
        endpoint.options.userTimeoutMs = row.userTimeoutMs;
    const Prediction prediction = first(dropped(endpoint), kernelWith(row.hz, {{"tcp_retries2", row.retries2}}));
    ASSERT_FALSE(prediction.never());
    const double rounding = row.to > 20 ? 0.08 : 0.03 + (row.from * 10 == std::round(row.from * 10) ? 0.05 : 0); // digits of the table
    EXPECT_NEAR(toSeconds(prediction.hull().earliest), row.from + 0.05, rounding) << shown(prediction);
    EXPECT_NEAR(toSeconds(prediction.hull().latest), row.to + 0.05, row.to > 90 ? 0.1 : rounding + 0.03) << shown(prediction);
    EXPECT_EQ(prediction.decidedBy, row.userTimeoutMs ? DecidedBy::UserTimeout : DecidedBy::RetransmissionLimit);
    EXPECT_EQ(prediction.modes[0].errorNumber, ETIMEDOUT);
}

INSTANTIATE_TEST_SUITE_P(Rows, Staircase,
                         testing::Values(StaircaseRow{"hz250r3", 250, 3, 0, 6.62, 6.87}, StaircaseRow{"hz250r4", 250, 4, 0, 6.62, 6.87},
                                         StaircaseRow{"hz250r5", 250, 5, 0, 13.3, 13.5}, StaircaseRow{"hz250r6", 250, 6, 0, 26.6, 26.8},
                                         StaircaseRow{"hz250r8", 250, 8, 0, 106.2, 108.2}, StaircaseRow{"hz250r15", 250, 15, 0, 937.7, 939.7},
                                         StaircaseRow{"hz1000r3", 1000, 3, 0, 6.55, 6.62}, StaircaseRow{"hz1000r5", 1000, 5, 0, 13.0, 13.5},
                                         StaircaseRow{"hz1000r15", 1000, 15, 0, 947.9, 952.0}, StaircaseRow{"hz100r3", 100, 3, 0, 3.47, 3.55},
                                         StaircaseRow{"hz100r4", 100, 4, 0, 6.91, 6.99}, StaircaseRow{"hz100r15", 100, 15, 0, 959.7, 964.8},
                                         StaircaseRow{"ut1", 250, 15, 1000, 1.42, 1.45}, StaircaseRow{"ut5", 250, 3, 5000, 5.42, 5.67},
                                         StaircaseRow{"ut30", 250, 3, 30000, 30.42, 30.67}),
                         [](const auto& tested) { return std::string{tested.param.name}; });

// Measured on 6.18, HZ 250: 8.1 s with tcp_retries2 = 4 and 14.7 s with 5, where doubling from the first timeout on takes 6.7 and
// 13.4 s: six timeouts keep the RTO.
TEST(Predictor, ThinStreamsDoubleLate)
{
    for (const auto& [retries2, measured] : {std::pair{4, 8.1}, std::pair{5, 14.7}}) {
        const Prediction thin = first(dropped({.activity = Activity::Request}),
                                      kernelWith(250, {{"tcp_retries2", retries2}, {"tcp_thin_linear_timeouts", 1}}));
        ASSERT_FALSE(thin.never());
        EXPECT_NEAR(toSeconds(thin.hull().latest), measured, 0.3) << shown(thin);
        EXPECT_NEAR(toSeconds(thin.hull().earliest), measured, 0.4) << shown(thin);
        const Prediction stream = first(dropped({.activity = Activity::Send}), kernelWith(250, {{"tcp_retries2", retries2}}));
        const Prediction asked = first(dropped({.activity = Activity::Send}),
                                       kernelWith(250, {{"tcp_retries2", retries2}, {"tcp_thin_linear_timeouts", 1}}));
        EXPECT_EQ(asked.hull().latest, stream.hull().latest) << "a stream at full speed is not thin";
    }
}

// What an agent tells as sysctls may be anything.
TEST(Predictor, NonsenseSysctlsAreBounded)
{
    KernelProfile kernel = kernelWith(250);
    for (const SysctlSpec& spec : sysctlSpecs()) {
        for (const std::int64_t value : {std::numeric_limits<std::int64_t>::min(), std::int64_t{-5}, std::numeric_limits<std::int64_t>::max()}) {
            kernel.sysctl = {{std::string{spec.name}, value}};
            EXPECT_EQ(predict(dropped({.activity = Activity::Request}), kernel).size(), 2U) << spec.name << value;
            EXPECT_EQ(predict(dropped({.activity = Activity::Send}), kernel).size(), 2U) << spec.name << value;
        }
    }
}

TEST(RetransmissionLimit, IsTheModelOfTheKernel)
{
    EXPECT_EQ(retransmissionLimitMs(3, 120'000), 3'000);
    EXPECT_EQ(retransmissionLimitMs(5, 120'000), 12'600);
    EXPECT_EQ(retransmissionLimitMs(8, 120'000), 102'200);
    EXPECT_EQ(retransmissionLimitMs(15, 120'000), 924'600);
    EXPECT_EQ(retransmissionLimitMs(15, 1'000), 14'400);
}

TEST(SendPrediction, PacedSenderHearsOfItAtItsNextCall)
{
    Endpoint sender{.activity = Activity::Send, .sendIntervalSeconds = 0.2};
    const Prediction prediction = first(dropped(sender, {.activity = Activity::Recv}), kernelWith(250, {{"tcp_retries2", 5}}));
    const Interval hull = prediction.hull();
    EXPECT_LE(toSeconds(hull.earliest), 13.2);
    EXPECT_GE(toSeconds(hull.latest), 13.9);
    EXPECT_EQ(prediction.modes[0].call, "send");
}

// Measured for tcp_retries2 = 3 in a send loop: 3.69, 6.92 and 7.11 s. Two modes, nothing between them.
TEST(SendPrediction, EdgeOfTheStaircaseHasTwoModes)
{
    Endpoint sender{.activity = Activity::Send, .sendIntervalSeconds = 0.2};
    const Prediction prediction = first(dropped(sender, {.activity = Activity::Recv}), kernelWith(250, {{"tcp_retries2", 3}}));
    ASSERT_EQ(prediction.modes.size(), 2U) << shown(prediction);
    EXPECT_LT(toSeconds(prediction.modes[0].at.latest), 4.2);
    EXPECT_GT(toSeconds(prediction.modes[1].at.earliest), 6.2);
    for (const double measured : {3.69, 6.92, 7.11}) {
        EXPECT_TRUE(std::ranges::any_of(prediction.modes, [measured](const PredictionMode& mode) {
            return toSeconds(mode.at.earliest) <= measured && measured <= toSeconds(mode.at.latest);
        })) << measured << " " << shown(prediction);
    }
}

// SO_SNDTIMEO = 2 s: EAGAIN at once after 2.0x s, or after one short count (4.03 s), or after two (measured 6.01, 6.03 s).
TEST(SendPrediction, SendTimeoutComesUpToThreeTimes)
{
    Endpoint sender{.activity = Activity::Send};
    sender.options.sendTimeoutSeconds = 2.0;
    const Prediction prediction = first(dropped(sender, {.activity = Activity::Recv}));
    EXPECT_EQ(prediction.decidedBy, DecidedBy::CallTimeout);
    EXPECT_EQ(prediction.modes.back().errorNumber, EAGAIN);
    ASSERT_EQ(prediction.modes.size(), 3U);
    EXPECT_LE(toSeconds(prediction.modes[1].at.earliest), 4.03);
    EXPECT_GE(toSeconds(prediction.modes[1].at.latest), 4.1);
    EXPECT_LE(toSeconds(prediction.modes[2].at.earliest), 6.01);
    EXPECT_GE(toSeconds(prediction.modes[2].at.latest), 6.1);
}

TEST(SendPrediction, FrozenReaderIsKilledByTheUserTimeoutOnly)
{
    Endpoint sender{.activity = Activity::Send};
    Experiment experiment = dropped(sender, {.activity = Activity::Recv});
    experiment.faults = {{.kind = FaultKind::Freeze}};
    EXPECT_TRUE(first(experiment).never()) << shown(first(experiment));
    experiment.pairs[0].client.options.userTimeoutMs = 5000; // measured 5.40 to 5.46 s
    const Prediction prediction = first(experiment);
    EXPECT_LE(toSeconds(prediction.hull().earliest), 5.40) << shown(prediction);
    EXPECT_GE(toSeconds(prediction.hull().latest), 5.46) << shown(prediction);
    EXPECT_EQ(prediction.decidedBy, DecidedBy::UserTimeout);
}

TEST(KillPrediction, FinWakesAReaderAtOnce)
{
    Experiment experiment = dropped(reader(2, 1, 3));
    experiment.faults = {{.kind = FaultKind::Kill}};
    const auto predictions = predict(experiment, kernelWith(250));
    EXPECT_EQ(predictions[0].decidedBy, DecidedBy::PeerFin);
    ASSERT_EQ(predictions[0].modes.size(), 1U);
    EXPECT_EQ(predictions[0].modes[0].result, 0);
    EXPECT_EQ(predictions[0].modes[0].errorNumber, 0);
    EXPECT_EQ(predictions[0].modes[0].at.earliest.count(), 0);
    EXPECT_FALSE(predictions[1].applicable);
}

TEST(KillPrediction, BehindACutNobodyHearsTheGoodbye)
{
    Experiment experiment = dropped(reader(2, 1, 3));
    experiment.faults.push_back({.kind = FaultKind::Kill, .atSeconds = 2.0});
    const Prediction prediction = first(experiment);
    EXPECT_EQ(prediction.decidedBy, DecidedBy::KeepaliveCount);
}

TEST(RecvTimeout, EndsTheCallBeforeKeepaliveCan)
{
    Endpoint endpoint = reader(2, 1, 3);
    endpoint.options.receiveTimeoutSeconds = 3.0;
    const Prediction prediction = first(dropped(endpoint));
    EXPECT_EQ(shown(prediction).substr(5), "2.26 EAGAIN call-timeout"); // 3 s + at most 0.256 s, minus the second before the fault
    EXPECT_EQ(prediction.modes.size(), 1U);
}

TEST(Predictor, TwoEndsAPairInOrder)
{
    Experiment experiment = dropped(reader(2, 1, 3));
    experiment.pairs.push_back(experiment.pairs[0]);
    experiment.pairs.push_back({"q", {.activity = Activity::Recv}, reader(1, 1, 1)});
    const auto predictions = predict(experiment, kernelWith(250));
    ASSERT_EQ(predictions.size(), 6U);
    for (std::size_t i = 0; i < predictions.size(); ++i) {
        EXPECT_EQ(predictions[i].pair, static_cast<int>(i / 2));
        EXPECT_EQ(predictions[i].end, i % 2 ? Host::Server : Host::Client);
        EXPECT_FALSE(predictions[i].why.empty());
    }
    EXPECT_EQ(predictions[0].hull(), predictions[2].hull());
    EXPECT_FALSE(predictions[5].never());
}

} // namespace
} // namespace halfopen
