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

TEST_F(Activities, aHeartbeatIsAnsweredByWhoeverReadsAndGivesUpByItself)
{
    // Questions every second, patience 3 s from the oldest one without an answer: 3 to 4 s after the cut.
    std::string pairs;
    for (const char* peer : {"recv", "select", "poll", "epoll", "heartbeat"})
        pairs += pairText(peer, R"("activity":"heartbeat")", fmt::format(R"("activity":"{}")", peer)) + ",";
    pairs += pairText("quick", R"("activity":"heartbeat","heartbeat_interval_s":0.1,"heartbeat_timeout_s":0.5)",
                      R"("activity":"recv")") +
             ",";
    pairs += pairText("kernel", R"("activity":"heartbeat","TCP_USER_TIMEOUT":500)", R"("activity":"recv")");
    run(pairs, R"({"kind":"drop","at_s":1.5})");
    awaitEnds(7, 1);
    for (int pair = 0; pair < 5; ++pair)
        expectFirst(pair, "heartbeat", 0, 3.0, 4.0);
    expectFirst(5, "heartbeat", 0, 0.4, 0.6);
    // The user timeout counts from the first retransmission of the question asked at 2 s, 0.5 s after the cut.
    expectFirst(6, "recv", ETIMEDOUT, 0.5 + 0.5, 0.5 + 0.95);
    EXPECT_EQ(endsOf(agent, 0).front().second.result, -1);
}

TEST_F(Activities, aHeartbeatGivesUpOnAPeerWhoseProgramDoesNotRead)
{
    run(pairText("held", R"("activity":"heartbeat","heartbeat_timeout_s":0.5)") + "," +
            pairText("frozen", R"("activity":"heartbeat","heartbeat_interval_s":0.1,"heartbeat_timeout_s":0.5)",
                     R"("activity":"epoll")"),
        R"({"kind":"freeze","host":"server","at_s":1.0})");
    awaitEnds(2, 1);
    expectFirst(0, "heartbeat", 0, -0.55, -0.45); // 0.5 s after the first question, which was asked at t = 0
    expectFirst(1, "heartbeat", 0, 0.4, 0.6);
}

TEST_F(Activities, connectGivesUpAfterItsRetriesOrTheUserTimeout)
{
    // tcp_syn_retries 1: (2^2 − 1) s; TCP_SYNCNT 2: (2^3 − 1) s, both at the first expiry beyond, SYNs 1 s apart.
    run(pairText("retries", R"("activity":"connect")", R"("activity":"epoll")") + "," +
            pairText("count", R"("activity":"connect","TCP_SYNCNT":2)") + "," +
            pairText("user timeout", R"("activity":"connect","TCP_USER_TIMEOUT":2000)", R"("activity":"recv")") + "," +
            pairText("send timeout", R"("activity":"connect","SO_SNDTIMEO":1)"),
        R"({"kind":"drop","at_s":0.3})", R"("sysctl":{"tcp_syn_retries":1,"tcp_syn_linear_timeouts":4},)");
    awaitEnds(4, 1);
    expectFirst(0, "connect", ETIMEDOUT, 3.0, 3.2);
    expectFirst(1, "connect", ETIMEDOUT, 7.0, 7.3);
    expectFirst(2, "connect", ETIMEDOUT, 2.0, 2.2);
    expectFirst(3, "connect", EINPROGRESS, 1.0, 1.1);
    std::map<int, TcpState> states;
    for (const auto& [time, row] : agent.all<RowEvent>()) {
        if (row.host == Host::Client && row.pair >= 0)
            states.try_emplace(row.pair, row.row.state);
    }
    for (const int pair : {0, 1, 2, 3})
        EXPECT_EQ(states.at(pair), TcpState::SynSent) << pair;
}

TEST_F(Activities, aConnectionIsMadeLateAndThenLivesOn)
{
    run(pairText("recv", R"("activity":"connect")", R"("activity":"recv")") + "," +
            pairText("epoll", R"("activity":"connect","SO_KEEPALIVE":1,"TCP_KEEPIDLE":1,"TCP_KEEPINTVL":1,"TCP_KEEPCNT":1)",
                     R"("activity":"epoll","SO_KEEPALIVE":1,"TCP_KEEPIDLE":1,"TCP_KEEPINTVL":1,"TCP_KEEPCNT":1)"),
        R"({"kind":"freeze","host":"server","at_s":0.2,"heal_after_s":0.3},{"kind":"drop","at_s":1.5})");
    // A frozen peer's kernel completes it; keepalive 1/1/1 ends it 2.0 to 2.1 s after the last segment.
    ASSERT_TRUE(agent.await([](const Event& event) {
        const auto* call = std::get_if<CallEvent>(&event.body);
        return call != nullptr && call->pair == 1 && call->end == Host::Server && call->what == CallEvent::What::End &&
               call->errorNumber == ETIMEDOUT;
    }));
    awaitEnds(1, 1);
    expectFirst(1, "recv", ETIMEDOUT, 1.3 + 0.6, 1.3 + 2.1);
    int connected = 0;
    for (const auto& [time, call] : agent.all<CallEvent>()) {
        if (call.call != "connect" || call.what != CallEvent::What::End)
            continue;
        ++connected;
        EXPECT_EQ(call.result, 0);
        EXPECT_LT(toSeconds(time - originOf(agent)), 0.05 + kLate);
    }
    EXPECT_EQ(connected, 2);
    EXPECT_EQ(agent.all<SocketEvent>().size(), 4U);
}

TEST_F(Activities, aLostThirdPacketLeavesAHalfOpenServer)
{
    run(pairText("half", R"("activity":"connect")", R"("activity":"recv")"),
        R"({"kind":"drop","at_s":0.2,"direction":"to-server","only":"ack"})");
    ASSERT_TRUE(agent.await([](const Event& event) {
        const auto* call = std::get_if<CallEvent>(&event.body);
        return call != nullptr && call->call == "connect" && call->what == CallEvent::What::End && call->result == 0;
    }));
    ASSERT_TRUE(agent.await([](const Event& event) { // the SYN-ACK is repeated after 1 s
        const auto* row = std::get_if<RowEvent>(&event.body);
        return row != nullptr && row->host == Host::Server && row->pair == 0 && row->row.state == TcpState::SynRecv &&
               row->row.retransmits > 0;
    }));
    agent.finish();
    ASSERT_TRUE(agent.awaitFinished());
}

TEST_F(Activities, anOrphanDiesByTheOrphanLimitOrTheUserTimeout)
{
    // model(tcp_orphan_retries 1) = 0.6 s on the doubling grid from the first retransmission: 1.5 s. The user timeout is
    // inherited and counts from the first retransmission, 0.2 to 0.45 s after the message, rounded up by the timer wheel.
    run(pairText("limit", R"("activity":"close")", R"("activity":"recv")") + "," +
            pairText("user timeout", R"("activity":"close","TCP_USER_TIMEOUT":3000)", R"("activity":"recv")") + "," +
            pairText("linger", R"("activity":"close","SO_LINGER":1)", R"("activity":"recv")") + "," +
            pairText("abort", R"("activity":"close","SO_LINGER":0)", R"("activity":"recv")"),
        R"({"kind":"drop","at_s":0.5})", R"("sysctl":{"tcp_orphan_retries":1},)");
    const auto goneAt = [this](int pair) -> std::optional<double> {
        for (const auto& [time, row] : agent.all<RowGoneEvent>()) {
            if (row.pair == pair && row.host == Host::Client)
                return toSeconds(time - originOf(agent));
        }
        return std::nullopt;
    };
    ASSERT_TRUE(agent.await([](const Event& event) {
        const auto* row = std::get_if<RowGoneEvent>(&event.body);
        return row != nullptr && row->pair == 1 && row->host == Host::Client;
    }));
    agent.finish();
    ASSERT_TRUE(agent.awaitFinished());
    const std::array<std::pair<double, double>, 4> expected{{{1.4, 1.7}, {3.15, 3.7}, {1.4, 1.7}, {0.0, 0.1}}};
    for (int pair = 0; pair < 4; ++pair) {
        const auto gone = goneAt(pair);
        ASSERT_TRUE(gone) << pair;
        EXPECT_GE(*gone, expected[static_cast<std::size_t>(pair)].first) << pair;
        EXPECT_LE(*gone, expected[static_cast<std::size_t>(pair)].second + kLate) << pair;
    }
    for (const auto& [time, call] : agent.all<CallEvent>()) {
        if (call.call != "close" || call.what != CallEvent::What::End)
            continue;
        EXPECT_EQ(call.result, 0);
        const double took = toSeconds(time - call.began); // SO_LINGER 1: schedule_timeout() of 1 s
        EXPECT_GE(took, call.pair == 2 ? 1.0 : 0.0);
        EXPECT_LE(took, (call.pair == 2 ? 1.1 : 0.02) + kLate);
    }
}

TEST_F(Activities, optionsAreSetWhileTheConnectionLives)
{
    // Message at 0.55 s; the user timeout comes 2.5 s later and acts at the next expiry, 3.4 s after the message.
    run(pairText("script", R"("activity":"request","set":[{"at_s":3.05,"TCP_USER_TIMEOUT":1000}])",
                 R"("activity":"recv")") +
            "," + pairText("hand", R"("activity":"request")", R"("activity":"recv")"),
        R"({"kind":"drop","at_s":0.5})");
    ASSERT_TRUE(agent.await([](const Event& event) { return std::holds_alternative<StartedEvent>(event.body); }));
    agent.send(R"({"command":"set","pair":1,"end":"client","options":{"TCP_USER_TIMEOUT":2000,"TCP_KEEPCNT":4}})");
    awaitEnds(2, 1);
    expectFirst(0, "recv", ETIMEDOUT, 3.3, 3.65);
    expectFirst(1, "recv", ETIMEDOUT, 0.05 + 2.2, 0.05 + 2.6);
    std::vector<std::pair<std::string, double>> byHand;
    for (const auto& [time, option] : agent.all<OptionEvent>()) {
        if (option.isChange && option.pair == 0) {
            EXPECT_EQ(option.value, 1000);
            EXPECT_FALSE(option.byHand);
            const double at = toSeconds(time - agent.all<StartedEvent>().front().first);
            EXPECT_GE(at, 3.05);
            EXPECT_LE(at, 3.06 + kLate);
        }
        if (option.byHand)
            byHand.emplace_back(option.name, option.value);
    }
    EXPECT_EQ(byHand, (std::vector<std::pair<std::string, double>>{{"TCP_KEEPCNT", 4}, {"TCP_USER_TIMEOUT", 2000}}));
}

} // namespace

} // namespace halfopen::testing_live
