// SPDX-License-Identifier: GPL-3.0-or-later
// Real runs of the activities that do more than wait. The times are worked out by hand from the kernel's rules at
// HZ 100 to 1000, none comes from the program's own predictor.
#include "agent_driver.h"

#include <algorithm>
#include <cerrno>
#include <gtest/gtest.h>
#include <map>
#include <poll.h>

#include <fmt/format.h>

namespace halfopen::testing_live {

namespace {

using namespace std::chrono_literals;

#if defined(__SANITIZE_THREAD__) || defined(__SANITIZE_ADDRESS__)
constexpr double kLate = 0.5;
#else
constexpr double kLate = 0.15; // a machine that builds something else meanwhile runs everything late
#endif

using TimedCall = std::pair<RunTime, CallEvent>;

std::string pairText(std::string_view name, std::string_view client, std::string_view server = R"("activity":"hold")")
{
    return fmt::format(R"({{"name":"{}","client":{{{}}},"server":{{{}}}}})", name, client, server);
}

/// When the first fault came into force, else t = 0.
RunTime originOf(const AgentDriver& agent)
{
    for (const auto& [time, fault] : agent.all<FaultEvent>()) {
        if (fault.what == FaultEvent::What::Applied)
            return time;
    }
    const auto started = agent.all<StartedEvent>();
    return started.empty() ? RunTime{0} : started.front().first;
}

/// Every call of that client that failed, and every recv() that returned 0, in order.
std::vector<TimedCall> endsOf(const AgentDriver& agent, int pair, Host end = Host::Client)
{
    std::vector<TimedCall> found;
    for (const auto& [time, call] : agent.all<CallEvent>()) {
        const bool failed = call.result < 0 && call.errorNumber != EAGAIN;
        const bool over = call.result == 0 && call.call == "recv";
        if (call.pair == pair && call.end == end && call.what == CallEvent::What::End && (failed || over))
            found.emplace_back(time, call);
    }
    return found;
}

class Activities : public testing::Test
{
protected:
    void run(std::string_view pairs, std::string_view faults, std::string_view more = "")
    {
        agent.run(fmt::format(R"("place":"namespaces",{}"pairs":[{}],"faults":[{}])", more, pairs, faults));
    }
    /// Waits until so many client ends have had `calls` endings each, then ends the run.
    void awaitEnds(int pairs, std::size_t calls, std::chrono::seconds limit = 30s)
    {
        std::map<int, std::size_t> seen;
        const bool all = agent
                             .await(
                                 [&](const Event& event) {
                                     const auto* call = std::get_if<CallEvent>(&event.body);
                                     if (call != nullptr && call->what == CallEvent::What::End &&
                                         call->end == Host::Client &&
                                         ((call->result < 0 && call->errorNumber != EAGAIN) ||
                                          (call->result == 0 && call->call == "recv")))
                                         ++seen[call->pair];
                                     int done = 0;
                                     for (const auto& [pair, count] : seen)
                                         done += count >= calls ? 1 : 0;
                                     return done >= pairs;
                                 },
                                 limit)
                             .has_value();
        EXPECT_TRUE(all) << "not every end has come";
        agent.finish();
        ASSERT_TRUE(agent.awaitFinished());
    }
    /// The first ending of that client: call, errno, and the time since the first fault in s.
    void expectFirst(int pair, std::string_view call, int errorNumber, double from, double to)
    {
        const auto ends = endsOf(agent, pair);
        ASSERT_FALSE(ends.empty()) << "pair " << pair;
        EXPECT_EQ(ends.front().second.call, call) << "pair " << pair;
        EXPECT_EQ(ends.front().second.errorNumber, errorNumber) << "pair " << pair;
        const double elapsed = toSeconds(ends.front().first - originOf(agent));
        EXPECT_GE(elapsed, from) << "pair " << pair;
        EXPECT_LE(elapsed, to + kLate) << "pair " << pair;
    }

    AgentDriver agent;
};

TEST_F(Activities, aWindowThatNobodyOpensKillsASenderWithAUserTimeoutAlone)
{
    // Zero window from the first milliseconds on: window probes are answered, so only the user timeout ends it, 0.2 to
    // 0.5 s (first probe) + 5 s after that (tcp_probe_timer()).
    run(pairText("blocking", R"("activity":"send","TCP_USER_TIMEOUT":5000)", R"("activity":"no-read")") + "," +
            pairText("nonblocking", R"("activity":"nonblocking-send","TCP_USER_TIMEOUT":5000)",
                     R"("activity":"no-read")") +
            "," + pairText("patient", R"("activity":"nonblocking-send")", R"("activity":"no-read")"),
        "");
    awaitEnds(2, 1);
    for (const int pair : {0, 1})
        expectFirst(pair, "send", ETIMEDOUT, 5.2, 5.8);
    EXPECT_TRUE(endsOf(agent, 2).empty()) << "a peer that answers lives";
    for (const auto& [time, call] : agent.all<CallEvent>())
        EXPECT_EQ(call.end, Host::Client) << "no-read makes no calls";
}

TEST_F(Activities, aSenderThatNeverBlocksWaitsInPollAndIsToldBySend)
{
    // The user timeout counts from the first retransmission, 0.2 to 0.45 s after the cut; a paced sender finds out at
    // its next message.
    run(pairText("full", R"("activity":"nonblocking-send","TCP_USER_TIMEOUT":1000)", R"("activity":"recv")") + "," +
            pairText("paced", R"("activity":"nonblocking-send","send_interval_s":0.1,"TCP_USER_TIMEOUT":1000)",
                     R"("activity":"recv")"),
        R"({"kind":"drop","at_s":0.5})");
    awaitEnds(2, 1);
    expectFirst(0, "send", ETIMEDOUT, 1.15, 1.55);
    expectFirst(1, "send", ETIMEDOUT, 1.2, 1.75);
    const auto calls = agent.all<CallEvent>();
    const auto woken = std::ranges::find_if(calls, [](const TimedCall& call) {
        return call.second.pair == 0 && call.second.call == "poll" && (call.second.readiness & POLLERR) != 0;
    });
    ASSERT_NE(woken, calls.end());
    EXPECT_EQ(woken->second.readiness, POLLOUT | POLLERR | POLLHUP);
}

TEST_F(Activities, anErrnoIsGivenOnceAndThenComeZeroAndEpipe)
{
    std::string pairs;
    for (const char* activity : {"recv", "select", "poll", "epoll"})
        pairs += pairText(activity, fmt::format(R"("activity":"{}","SO_KEEPALIVE":1,"TCP_KEEPIDLE":1,)"
                                                R"("TCP_KEEPINTVL":1,"TCP_KEEPCNT":1)",
                                                activity)) +
                 ",";
    pairs += pairText("send", R"("activity":"send","send_interval_s":0.1,"TCP_USER_TIMEOUT":500)",
                      R"("activity":"recv")");
    run(pairs, R"({"kind":"drop","at_s":0.3})");
    awaitEnds(5, 5);
    const std::array<int, 4> bits{0, POLLIN, POLLIN | POLLERR | POLLHUP | POLLRDHUP,
                                  POLLIN | POLLERR | POLLHUP | POLLRDHUP};
    for (int pair = 0; pair < 5; ++pair) {
        std::vector<std::pair<std::string, int>> said;
        for (const auto& [time, call] : endsOf(agent, pair))
            said.emplace_back(call.call, call.errorNumber);
        const std::vector<std::pair<std::string, int>> expected{{pair == 4 ? "send" : "recv", ETIMEDOUT},
                                                                {"recv", 0},
                                                                {"recv", 0},
                                                                {"send", EPIPE},
                                                                {"send", EPIPE}};
        EXPECT_EQ(said, expected) << "pair " << pair;
        if (pair == 0 || pair == 4)
            continue;
        int seen = 0;
        for (const auto& [time, call] : agent.all<CallEvent>())
            seen |= call.pair == pair ? call.readiness : 0;
        EXPECT_EQ(seen, bits[static_cast<std::size_t>(pair)]) << "pair " << pair;
    }
}

TEST_F(Activities, aPeersFinIsAskedForAgainButNotAnswered)
{
    run(pairText("reader", R"("activity":"recv")"), R"({"kind":"kill","host":"server","at_s":0.2})");
    awaitEnds(1, 3);
    const auto ends = endsOf(agent, 0);
    ASSERT_EQ(ends.size(), 3U);
    for (const auto& [time, call] : ends) {
        EXPECT_EQ(call.call, "recv");
        EXPECT_EQ(call.result, 0);
    }
}

} // namespace

} // namespace halfopen::testing_live
