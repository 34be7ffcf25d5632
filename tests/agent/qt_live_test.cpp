// SPDX-License-Identifier: GPL-3.0-or-later
// What a QTcpSocket tells of deaths whose times are known from the kernel's rules.
#include "agent_driver.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <gtest/gtest.h>

#include <fmt/format.h>

namespace halfopen::testing_live {

namespace {

using namespace std::chrono_literals;

constexpr double kQtLate = 0.3; // a program with an event loop, on a busy machine

struct QtEnd final
{
    double elapsed = 0; // since the first fault, s
    CallEvent call;
};

/// The first error that pair's client socket emitted.
std::optional<QtEnd> qtEndOf(const AgentDriver& agent, int pair)
{
    RunTime fault{0};
    for (const auto& [time, event] : agent.all<FaultEvent>())
        fault = fault == RunTime{0} ? time : fault;
    for (const auto& [time, call] : agent.all<CallEvent>()) {
        if (call.pair == pair && call.call == "QTcpSocket" && call.what == CallEvent::What::End)
            return QtEnd{toSeconds(time - fault), call};
    }
    return std::nullopt;
}

bool hasNote(const AgentDriver& agent, std::string_view text)
{
    return std::ranges::any_of(agent.all<NoteEvent>(), [text](const auto& note) {
        return note.second.text.find(text) != std::string::npos;
    });
}

std::string qtPair(std::string_view name, std::string_view more, std::string_view server)
{
    return fmt::format(R"({{"name":"{}","client":{{"activity":"qt"{}}},"server":{{"activity":"{}"}}}})", name, more, server);
}

TEST(QtSocket, tellsOfATimeoutByItsErrorAndItsStates)
{
    AgentDriver agent;
    agent.run(fmt::format(
        R"("place":"namespaces","pairs":[{},{}],"faults":[{{"kind":"drop","at_s":0.4}}])",
        qtPair("idle", R"(,"SO_KEEPALIVE":1,"TCP_KEEPIDLE":1,"TCP_KEEPINTVL":1,"TCP_KEEPCNT":1)", "hold"),
        qtPair("writer", R"(,"send_interval_s":0.1,"TCP_USER_TIMEOUT":1000)", "recv")));
    ASSERT_TRUE(agent.await([&agent](const Event&) { return qtEndOf(agent, 0) && qtEndOf(agent, 1); }));
    agent.finish();
    ASSERT_TRUE(agent.awaitFinished());
    const auto idle = qtEndOf(agent, 0);
    EXPECT_EQ(idle->call.result, -1);
    EXPECT_EQ(idle->call.errorNumber, ETIMEDOUT);
    EXPECT_GE(idle->elapsed, 1.0); // 1/1/1: 2.0 to 2.1 s after the last segment, which came before the fault
    EXPECT_LE(idle->elapsed, 2.1 + kQtLate);
    const auto writer = qtEndOf(agent, 1);
    EXPECT_EQ(writer->call.result, -1);
    EXPECT_EQ(writer->call.errorNumber, ETIMEDOUT);
    EXPECT_GE(writer->elapsed, 1.15); // the user timeout counts from the first retransmission
    EXPECT_LE(writer->elapsed, 1.75 + kQtLate);
    EXPECT_TRUE(hasNote(agent, "stateChanged(UnconnectedState)"));
    std::int64_t written = 0;
    for (const auto& [time, call] : agent.all<CallEvent>())
        written += call.pair == 1 && call.end == Host::Client ? call.bytes : 0;
    EXPECT_GE(written, 4 * 64) << "bytesWritten of the messages before the fault";
}

TEST(QtSocket, tellsOfAFinAndStopsWithItsHost)
{
    AgentDriver agent;
    agent.run(fmt::format(
        R"("place":"loopback","pairs":[{}],"faults":[{{"kind":"freeze","host":"client","at_s":0.2,"heal_after_s":0.6}},)"
        R"({{"kind":"kill","host":"server","at_s":0.4}}])",
        qtPair("reader", "", "recv")));
    ASSERT_TRUE(agent.await([&agent](const Event&) { return qtEndOf(agent, 0).has_value(); }));
    agent.finish();
    ASSERT_TRUE(agent.awaitFinished());
    const auto end = qtEndOf(agent, 0);
    EXPECT_EQ(end->call.result, 0);
    EXPECT_GE(end->elapsed, 0.6) << "stopped until then";
    EXPECT_LE(end->elapsed, 0.6 + kQtLate);
    EXPECT_TRUE(hasNote(agent, "errorOccurred(RemoteHostClosedError)"));
    EXPECT_TRUE(eventually([&agent] { return agent.processes().empty(); }, 1000ms)) << "its program has ended with it";
}

TEST(QtSocket, closesItsConnectionWithAFin)
{
    for (const std::string_view place : {"namespaces", "loopback"}) {
        AgentDriver agent;
        agent.run(fmt::format(R"("place":"{}","pairs":[{}],"faults":[{{"kind":"kill","host":"server","at_s":0.3}}])", place,
                              qtPair("reader", "", "recv")));
        ASSERT_TRUE(agent.await([](const Event& event) {
            const auto* const gone = std::get_if<RowGoneEvent>(&event.body);
            return gone != nullptr && gone->pair == 0 && gone->host == Host::Client;
        })) << place << ": a copy keeps its socket open";
        agent.finish();
        ASSERT_TRUE(agent.awaitFinished());
        EXPECT_TRUE(hasNote(agent, "stateChanged(ClosingState)"));
        EXPECT_TRUE(hasNote(agent, "stateChanged(UnconnectedState)"));
        if (place != "namespaces") // no cable there
            continue;
        const auto packets = agent.all<PacketEvent>();
        EXPECT_TRUE(std::ranges::any_of(packets, [](const auto& told) {
            return told.second.packet.from == Host::Client && told.second.packet.kind == PacketKind::Fin;
        })) << "its FIN was never on the wire";
    }
}

TEST(QtSocket, answersTheQuestionsOfAHeartbeat)
{
    AgentDriver agent;
    agent.run(R"("place":"namespaces","time_limit_s":3,"pairs":[)"
              R"({"name":"asks","client":{"activity":"heartbeat","heartbeat_interval_s":0.2,"heartbeat_timeout_s":1},"server":{"activity":"qt"}},)"
              R"({"name":"is asked","client":{"activity":"qt"},"server":{"activity":"heartbeat","heartbeat_interval_s":0.2,"heartbeat_timeout_s":1}}],)"
              R"("faults":[])");
    ASSERT_TRUE(agent.awaitFinished());
    std::array<std::int64_t, 2> answered{};
    for (const auto& [time, call] : agent.all<CallEvent>()) {
        EXPECT_NE(call.call, "heartbeat") << "pair " << call.pair << " gave up";
        if (call.call == "QTcpSocket" && call.what == CallEvent::What::Burst)
            answered[static_cast<std::size_t>(call.pair)] += call.bytes;
    }
    for (const std::int64_t bytes : answered) {
        EXPECT_GE(bytes, 10 * 64) << "a question each 0.2 s for 3 s";
        EXPECT_EQ(bytes % 64, 0);
    }
}

} // namespace

} // namespace halfopen::testing_live
