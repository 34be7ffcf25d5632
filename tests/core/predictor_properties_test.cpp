// SPDX-License-Identifier: GPL-3.0-or-later
// What holds for every prediction, whatever the options.
#include "core/chain_memory.h"
#include "core/end_model.h"
#include "core/predictor.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include <fmt/format.h>

namespace halfopen {
namespace {

Endpoint keptAlive(Activity activity, int idle, int interval, int count)
{
    Endpoint endpoint{.activity = activity};
    endpoint.options.keepAlive = true;
    endpoint.options.keepIdleSeconds = idle;
    endpoint.options.keepIntervalSeconds = interval;
    endpoint.options.keepCount = count;
    return endpoint;
}

Experiment cut(Endpoint client, double at)
{
    Experiment experiment;
    experiment.pairs.push_back({"p", std::move(client), {.activity = Activity::Recv}});
    experiment.faults.push_back({.kind = FaultKind::Drop, .atSeconds = at});
    experiment.timeLimitSeconds = kMaxTimeLimitSeconds;
    return experiment;
}

Interval deathOf(const Endpoint& client, double at, int hz)
{
    KernelProfile kernel;
    kernel.hz = hz;
    const Prediction prediction = predict(cut(client, at), kernel).front();
    EXPECT_FALSE(prediction.never());
    return prediction.hull();
}

/// A connection that has been idle since before the fault, which comes within its first idle time: no probe has gone out yet.
class LongerIsNeverEarlier : public testing::TestWithParam<int>
{};

TEST_P(LongerIsNeverEarlier, IdleIntervalAndCount)
{
    const int hz = GetParam();
    const std::vector<int> seconds{1, 2, 3, 5, 10, 16, 30, 75, 129, 600, 7200};
    const std::vector<int> counts{1, 2, 3, 9, 20};
    constexpr double kAt = 0.5;
    const auto death = [&](std::size_t idle, std::size_t interval, std::size_t count) {
        return deathOf(keptAlive(Activity::Recv, seconds[idle], seconds[interval], counts[count]), kAt, hz);
    };
    const auto expectNotEarlier = [&](const Interval& longer, const Interval& shorter, const std::string& which) {
        EXPECT_GE(longer.earliest, shorter.earliest) << which;
        EXPECT_GE(longer.latest, shorter.latest) << which;
    };
    for (std::size_t i = 0; i + 1 < seconds.size(); ++i) {
        for (std::size_t other = 0; other < counts.size(); ++other) {
            const std::string which = fmt::format("HZ {}, {} s to {} s beside {} s and count {}", hz, seconds[i], seconds[i + 1], seconds[2 * other], counts[other]);
            expectNotEarlier(death(i + 1, 2 * other, other), death(i, 2 * other, other), "idle " + which);
            expectNotEarlier(death(2 * other, i + 1, other), death(2 * other, i, other), "interval " + which);
            if (other + 1 < counts.size())
                expectNotEarlier(death(i, 2 * other, other + 1), death(i, 2 * other, other), "count " + which);
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Ticks, LongerIsNeverEarlier, testing::Values(100, 250, 1000));

// TCP_USER_TIMEOUT = 10 s takes the place of the count: the first expiry 10 s after the last segment with a probe out. Probes every
// 6 s after 5 s: at 5, 11 s it is over. With an interval of 4 s they go out at 5, 9 and it ends at 13 s.
TEST(UserTimeout, ALongerIntervalCanBeEarlier)
{
    Endpoint shorter = keptAlive(Activity::Recv, 5, 4, 9);
    Endpoint longer = keptAlive(Activity::Recv, 5, 6, 9);
    shorter.options.userTimeoutMs = longer.options.userTimeoutMs = 10'000;
    const Interval four = deathOf(shorter, 0.5, 250);
    const Interval six = deathOf(longer, 0.5, 250);
    EXPECT_NEAR(toSeconds(four.latest), 13 - 0.5, 0.5);
    EXPECT_NEAR(toSeconds(six.latest), 11 - 0.5, 0.5);
    EXPECT_LT(six.latest, four.earliest);
}

/// Anything that the format can say, by lot; the same for the same seed.
class Lot final
{
public:
    explicit Lot(unsigned seed) : m_engine(seed) {}

    int upTo(int most) { return static_cast<int>(m_engine() % (static_cast<unsigned>(most) + 1)); }
    bool often(int percent) { return upTo(99) < percent; }

    Endpoint end(std::span<const Activity> activities)
    {
        Endpoint end{.activity = activities[static_cast<std::size_t>(upTo(static_cast<int>(activities.size()) - 1))]};
        if (often(60))
            end.options = {.keepAlive = true, .keepIdleSeconds = 1 + upTo(6), .keepIntervalSeconds = 1 + upTo(3), .keepCount = 1 + upTo(4)};
        if (often(30))
            end.options.userTimeoutMs = upTo(9000);
        if (often(10))
            end.options.receiveTimeoutSeconds = upTo(40) / 10.0;
        if (often(10))
            end.options.sendTimeoutSeconds = upTo(40) / 10.0;
        if (sendsInLoop(end.activity) && often(80))
            end.sendIntervalSeconds = 0.01 + upTo(300) / 100.0;
        if (end.activity == Activity::Request)
            end.requestAtSeconds = upTo(400) / 100.0;
        if (end.activity == Activity::Close && often(30))
            end.options.lingerSeconds = upTo(3);
        if (often(10))
            end.changes = {{upTo(50) / 10.0, {.userTimeoutMs = 100 + upTo(4000)}}};
        return end;
    }

    Experiment experiment(int pairs)
    {
        Experiment drawn;
        std::vector<Activity> clients{allActivities().begin(), allActivities().end()};
        std::vector<Activity> servers = clients;
        std::erase(servers, Activity::Connect);
        for (int i = 0; i < pairs; ++i)
            drawn.pairs.push_back({fmt::format("p{}", i), end(clients), end(servers)});
        for (int i = upTo(3); i >= 0; --i) {
            Fault fault{.kind = kFaultNatures[static_cast<std::size_t>(upTo(static_cast<int>(kFaultNatures.size()) - 1))].kind};
            fault.atSeconds = upTo(500) / 100.0;
            fault.direction = std::array{Direction::Both, Direction::ToServer, Direction::ToClient}[static_cast<std::size_t>(upTo(2))];
            fault.host = often(30) ? Host::Client : Host::Server;
            if (canHeal(fault.kind) && often(50))
                fault.healAfterSeconds = 0.01 + upTo(500) / 100.0;
            drawn.faults.push_back(fault);
        }
        drawn.family = often(30) ? Family::Ipv6 : Family::Ipv4;
        drawn.neighbours = often(30) ? Neighbours::Real : Neighbours::Pinned;
        drawn.sysctl = {{"tcp_retries2", upTo(8)}, {"tcp_orphan_retries", upTo(3)}};
        return drawn;
    }

private:
    std::mt19937 m_engine;
};

TEST(AnyExperiment, TheOrderOfThePairsDoesNotMatter)
{
    KernelProfile kernel;
    for (unsigned seed = 0; seed < 60; ++seed) {
        Experiment experiment = Lot{seed}.experiment(3);
        const auto before = predict(experiment, kernel);
        std::rotate(experiment.pairs.begin(), experiment.pairs.begin() + 1, experiment.pairs.end()); // pair 1 is now 0, 2 is 1, 0 is 2
        const auto after = predict(experiment, kernel);
        for (int pair = 0; pair < 3; ++pair) {
            for (const Host end : {Host::Client, Host::Server}) {
                Prediction moved = *findPrediction(after, (pair + 2) % 3, end);
                moved.pair = pair;
                EXPECT_EQ(moved, *findPrediction(before, pair, end)) << "lot " << seed << ", pair " << pair;
            }
        }
    }
}

TEST(AnyExperiment, EqualExperimentsHaveEqualPredictions)
{
    KernelProfile kernel;
    for (unsigned seed = 0; seed < 60; ++seed) {
        Experiment experiment = Lot{seed}.experiment(1);
        const auto once = predict(experiment, kernel);
        EXPECT_EQ(predict(Lot{seed}.experiment(1), kernel), once) << "lot " << seed;
        experiment.pairs.push_back(experiment.pairs[0]);
        experiment.title = "another name is nothing to the kernel";
        const auto twins = predict(experiment, kernel);
        ASSERT_EQ(twins.size(), 4U);
        for (const std::size_t end : {0U, 1U}) {
            Prediction twin = twins[end + 2];
            twin.pair = 0;
            EXPECT_EQ(twin, twins[end]) << "lot " << seed;
        }
    }
}

std::string shown(const std::vector<Candidate>& candidates)
{
    std::string text;
    for (const Candidate& each : candidates) {
        text += fmt::format("{}{}:", each.certain ? "" : "perhaps ", name(each.decidedBy));
        for (const PredictionMode& mode : each.modes)
            text += fmt::format(" {}..{} {} {}", mode.at.earliest.count(), mode.at.latest.count(), mode.result, mode.errorNumber);
        for (const ExpectedPacket& packet : each.schedule)
            text += fmt::format(" {} {}..{}", packet.number, packet.at.earliest.count(), packet.at.latest.count());
        text += '\n';
    }
    return text;
}

/// The same with one value after the other changed, so that what a memory holds of one is nearly asked by the next.
std::vector<Experiment> varied(const Experiment& drawn)
{
    std::vector<Experiment> all{drawn};
    const auto vary = [&](const auto& change) { change(all.emplace_back(drawn)); };
    vary([](Experiment& each) { each.sysctl["tcp_retries2"] += 2; });
    vary([](Experiment& each) { each.sysctl["tcp_orphan_retries"] += 1; });
    vary([](Experiment& each) { each.sysctl["tcp_rto_max_ms"] = 1000; });
    vary([](Experiment& each) { each.sysctl["tcp_early_retrans"] = 0; });
    vary([](Experiment& each) { each.faults.front().atSeconds += 0.125; });
    vary([](Experiment& each) { each.faults.front().healAfterSeconds = 2.5; });
    for (const Host end : {Host::Client, Host::Server}) {
        const auto varyEnd = [&](const auto& change) { vary([&](Experiment& each) { change(end == Host::Client ? each.pairs.front().client : each.pairs.front().server); }); };
        varyEnd([](Endpoint& each) { each.options.userTimeoutMs = each.options.userTimeoutMs ? std::nullopt : std::optional{2500}; });
        varyEnd([](Endpoint& each) { each.options.keepAlive = !each.options.keepAlive.value_or(false); });
        varyEnd([](Endpoint& each) { each.options.keepIdleSeconds = each.options.keepIdleSeconds.value_or(1) + 1; });
        varyEnd([](Endpoint& each) { each.requestAtSeconds += 0.5; });
        varyEnd([](Endpoint& each) { each.sendIntervalSeconds = 0.75; });
        varyEnd([](Endpoint& each) { each.options.lingerSeconds = 2; });
    }
    return all;
}

TEST(AnyExperiment, IsTheSameToAModelThatRemembers)
{
    const KernelProfile kernel;
    ChainMemory series{ChainMemory::For::Series};
    for (unsigned seed = 0; seed < 60; ++seed) {
        for (const Experiment& experiment : varied(Lot{seed}.experiment(1))) {
            ChainMemory one{ChainMemory::For::OnePrediction};
            KernelProfile profile = kernel;
            for (const auto& [name, value] : experiment.sysctl)
                profile.sysctl[name] = value;
            for (const Host end : {Host::Client, Host::Server}) {
                const auto saidWith = [&](ChainMemory* memory) {
                    return shown(EndModel{experiment, profile, experiment.pairs.front(), end, nullptr, nullptr, Chance::AllLost, memory}.candidates());
                };
                const std::string anew = saidWith(nullptr);
                ASSERT_EQ(saidWith(&one), anew) << "lot " << seed;
                ASSERT_EQ(saidWith(&series), anew) << "lot " << seed << " in a series";
            }
        }
    }
}

TEST(AnyExperiment, IntervalsAreInOrderAndHaveAnEnd)
{
    for (unsigned seed = 0; seed < 150; ++seed) {
        KernelProfile kernel;
        kernel.hz = std::array{100, 250, 1000}[seed % 3];
        for (const Prediction& prediction : predict(Lot{seed}.experiment(2), kernel)) {
            EXPECT_FALSE(prediction.why.empty()) << "lot " << seed;
            EXPECT_TRUE(std::ranges::is_sorted(prediction.modes, {}, [](const PredictionMode& mode) { return mode.at.earliest; })) << "lot " << seed;
            for (const PredictionMode& mode : prediction.modes) {
                EXPECT_LE(mode.at.earliest, mode.at.latest) << "lot " << seed << ": " << prediction.why;
                EXPECT_GT(toSeconds(mode.at.earliest), -20) << "lot " << seed << ": " << prediction.why;
                EXPECT_LT(toSeconds(mode.at.latest), kMaxTimeLimitSeconds) << "lot " << seed << ": " << prediction.why;
            }
        }
    }
}

} // namespace
} // namespace halfopen
