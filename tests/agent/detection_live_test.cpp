// SPDX-License-Identifier: GPL-3.0-or-later
// Real runs on this kernel: who notices which death when, with what.
#include "agent_driver.h"

#include <algorithm>
#include <cerrno>
#include <gtest/gtest.h>
#include <set>

#include <fmt/format.h>

namespace halfopen::testing_live {

namespace {

using namespace std::chrono_literals;

#if defined(__SANITIZE_THREAD__) || defined(__SANITIZE_ADDRESS__)
constexpr bool kSanitized = true;
#else
constexpr bool kSanitized = false;
#endif
/// A machine that builds something else meanwhile runs everything late.
constexpr double kBusy = kSanitized ? 0.5 : 0.15;
constexpr std::size_t kManyPairs = kSanitized ? 200 : 1000;

struct Ended final
{
    std::string call;
    double elapsed = 0; // since the first fault
    std::int64_t result = 0;
    int errorNumber = 0;
};

double faultTime(const AgentDriver& agent)
{
    for (const auto& [time, fault] : agent.all<FaultEvent>()) {
        if (fault.what == FaultEvent::What::Applied)
            return toSeconds(time);
    }
    ADD_FAILURE() << "no fault was made";
    return 0;
}

bool isEnd(const CallEvent& call)
{
    return call.what == CallEvent::What::End && (call.result < 0 || (call.result == 0 && call.call == "recv"));
}

/// The failing return of a call of that end; where it waited before, the waiting call and when it woke.
std::optional<Ended> endOf(const AgentDriver& agent, int pair, Host end)
{
    std::optional<Ended> woken;
    for (const auto& [time, call] : agent.all<CallEvent>()) {
        if (call.pair != pair || call.end != end || call.what != CallEvent::What::End)
            continue;
        const Ended ended{call.call, toSeconds(time) - faultTime(agent), call.result, call.errorNumber};
        if (isEnd(call))
            return woken ? Ended{woken->call, woken->elapsed, call.result, call.errorNumber} : ended;
        woken = ended;
        if (call.call == "recv" || call.call == "send")
            woken.reset();
    }
    return std::nullopt;
}

bool isCallEnd(const Event& event, int pair)
{
    const CallEvent* call = std::get_if<CallEvent>(&event.body);
    return call != nullptr && call->pair == pair && isEnd(*call);
}

std::string pairOf(std::string_view name, std::string_view client, std::string_view server = R"({"activity":"hold"})")
{
    return fmt::format(R"({{"name":"{}","client":{},"server":{}}})", name, client, server);
}

class Detection : public testing::TestWithParam<const char*>
{
protected:
    void run(std::string_view pairs, std::string_view faults, std::string_view more = "")
    {
        agent.run(fmt::format(R"("place":"{}",{}"pairs":[{}],"faults":[{}])", GetParam(), more, pairs, faults));
    }
    void finish()
    {
        agent.finish();
        const auto finished = agent.awaitFinished();
        ASSERT_TRUE(finished);
        EXPECT_EQ(finished->why, FinishedEvent::Why::Asked) << finished->message;
        EXPECT_EQ(agent.exitStatus(), 0);
    }

    AgentDriver agent;
};

TEST_P(Detection, everyWaitingCallReturnsWithTimeoutAfterTheLastProbe)
{
    std::string pairs;
    for (const char* activity : {"recv", "select", "poll", "epoll"})
        pairs += (pairs.empty() ? "" : ",") + pairOf(activity, keepaliveEnd(activity, 2, 1, 3));
    run(pairs, R"({"kind":"drop","at_s":0.5})");
    ASSERT_TRUE(agent.await([this](const Event&) {
        return std::ranges::all_of(std::array{0, 1, 2, 3}, [this](int pair) {
            return std::ranges::any_of(agent.events(), [pair](const Event& event) { return isCallEnd(event, pair); });
        });
    }));
    finish();
    const std::array<std::string, 4> calls{"recv", "select", "poll", "epoll_wait"};
    for (int pair = 0; pair < 4; ++pair) {
        const auto ended = endOf(agent, pair, Host::Client);
        ASSERT_TRUE(ended) << pair;
        EXPECT_EQ(ended->call, calls[static_cast<std::size_t>(pair)]);
        EXPECT_EQ(ended->result, -1);
        EXPECT_EQ(ended->errorNumber, ETIMEDOUT);
        // 2/1/3: 5.0 to 5.2 s after the last segment, which came when the pair was connected, 0.5 s before the fault.
        const auto armed = agent.all<ArmedEvent>();
        const auto own = std::ranges::find_if(
            armed, [pair](const auto& entry) { return entry.second.pair == pair && entry.second.end == Host::Client; });
        ASSERT_NE(own, armed.end());
        const double sinceLastSegment = ended->elapsed + faultTime(agent) - toSeconds(own->second.established);
        EXPECT_GE(sinceLastSegment, 5.0);
        EXPECT_LE(sinceLastSegment, 5.2 + kBusy);
    }
}

TEST_P(Detection, dataInFlightAndThePacedSenderDieOfTheUserTimeout)
{
    const std::string pairs =
        pairOf("request", R"({"activity":"request","TCP_USER_TIMEOUT":1000})", R"({"activity":"recv"})") + "," +
        pairOf("sender", R"({"activity":"send","send_interval_s":0.2,"TCP_USER_TIMEOUT":1000})",
               R"({"activity":"recv"})");
    run(pairs, R"({"kind":"drop","at_s":0.5})");
    ASSERT_TRUE(agent.await([](const Event& event) { return isCallEnd(event, 0); }));
    ASSERT_TRUE(agent.await([](const Event& event) { return isCallEnd(event, 1); }));
    finish();
    const auto request = endOf(agent, 0, Host::Client);
    ASSERT_TRUE(request);
    EXPECT_EQ(request->errorNumber, ETIMEDOUT);
    EXPECT_EQ(request->call, "recv");
    // Sent 0.05 s after the fault; the user timeout counts from the first retransmission, 0.2 to 0.45 s later.
    EXPECT_GE(request->elapsed, 0.05 + 1.2);
    EXPECT_LE(request->elapsed, 0.05 + 1.55 + kBusy);
    const auto sender = endOf(agent, 1, Host::Client);
    ASSERT_TRUE(sender);
    EXPECT_EQ(sender->call, "send");
    EXPECT_EQ(sender->errorNumber, ETIMEDOUT);
    EXPECT_GE(sender->elapsed, 1.2);
    EXPECT_LE(sender->elapsed, 0.2 + 1.55 + 0.2 + kBusy);
}

TEST_P(Detection, aKilledPeerSendsItsEndAndAFrozenOneDoesNot)
{
    run(pairOf("reader", R"({"activity":"recv"})", R"({"activity":"recv"})"),
        R"({"kind":"freeze","at_s":0.2,"host":"server","heal_after_s":0.4},{"kind":"kill","at_s":1.0,"host":"server"})");
    ASSERT_TRUE(agent.await([](const Event& event) { return isCallEnd(event, 0); }));
    ASSERT_TRUE(agent.await([](const Event& event) {
        const ProcessEvent* process = std::get_if<ProcessEvent>(&event.body);
        return process != nullptr && process->what == ProcessEvent::What::Ended;
    }));
    finish();
    std::vector<std::pair<ProcessEvent::What, int>> steps;
    for (const auto& [time, process] : agent.all<ProcessEvent>()) {
        if (process.host == Host::Server)
            steps.emplace_back(process.what, process.signal);
    }
    using What = ProcessEvent::What;
    EXPECT_EQ(steps, (std::vector<std::pair<What, int>>{
                         {What::Started, 0}, {What::Stopped, 0}, {What::Continued, 0}, {What::Ended, SIGKILL}}));
    const auto ended = endOf(agent, 0, Host::Client);
    ASSERT_TRUE(ended);
    EXPECT_EQ(ended->result, 0);
    RunTime killed{0};
    for (const auto& [time, fault] : agent.all<FaultEvent>()) {
        if (fault.fault.kind == FaultKind::Kill)
            killed = time;
    }
    const double sinceKill = ended->elapsed + faultTime(agent) - toSeconds(killed);
    EXPECT_GE(sinceKill, 0.0); // the kill, not the freeze
    EXPECT_LE(sinceKill, kBusy);
}

TEST_P(Detection, aCallsOwnLimitIsAResultAndAHeldEndSaysNothing)
{
    run(pairOf("impatient", R"({"activity":"recv","SO_RCVTIMEO":0.5})"), "");
    ASSERT_TRUE(agent.await([](const Event& event) { return isCallEnd(event, 0); }));
    finish();
    for (const auto& [time, call] : agent.all<CallEvent>()) {
        EXPECT_EQ(call.end, Host::Client);
        if (call.what == CallEvent::What::End) {
            EXPECT_EQ(call.errorNumber, EAGAIN);
            EXPECT_GE(toSeconds(time - call.began), 0.5);
            EXPECT_LE(toSeconds(time - call.began), 0.54 + kBusy);
        }
    }
}

TEST_P(Detection, faultsByHandOverlapAndHealOneByOne)
{
    run(pairOf("sender", R"({"activity":"send","send_interval_s":0.05})", R"({"activity":"recv"})"), "");
    ASSERT_TRUE(agent.await([](const Event& event) { return std::holds_alternative<StartedEvent>(event.body); }));
    const std::string drop = R"({"command":"fault","fault":{"kind":"drop","direction":"to-server"}})";
    agent.send(drop);
    agent.send(drop);
    agent.send(R"({"command":"heal","id":0})");
    agent.send(R"({"command":"heal","id":7})");
    const auto faultIs = [](int id, FaultEvent::What what) {
        return [id, what](const Event& event) {
            const FaultEvent* fault = std::get_if<FaultEvent>(&event.body);
            return fault != nullptr && fault->id == id && fault->what == what;
        };
    };
    ASSERT_TRUE(agent.await(faultIs(0, FaultEvent::What::Applied)));
    ASSERT_TRUE(agent.await(faultIs(1, FaultEvent::What::Applied)));
    const auto healed = agent.await(faultIs(0, FaultEvent::What::Healed));
    ASSERT_TRUE(healed);
    const auto refused = agent.await([](const Event& event) { return std::holds_alternative<NoteEvent>(event.body); });
    ASSERT_TRUE(refused);
    EXPECT_EQ(std::get<NoteEvent>(refused->body).text, "There is no fault number 7.");
    // Still cut: the server's recv() gets nothing, the client's data stays unacknowledged.
    ASSERT_TRUE(agent.await([&](const Event& event) {
        const TcpInfoEvent* info = std::get_if<TcpInfoEvent>(&event.body);
        return info != nullptr && event.time > healed->time + 100ms && info->end == Host::Client &&
               info->info.unacked > 0 && info->info.retransmits > 0;
    }));
    agent.send(R"({"command":"heal","id":1})");
    const auto whole = agent.await(faultIs(1, FaultEvent::What::Healed));
    ASSERT_TRUE(whole);
    ASSERT_TRUE(agent.await([&](const Event& event) {
        const CallEvent* call = std::get_if<CallEvent>(&event.body);
        return call != nullptr && call->end == Host::Server && call->result > 0 && event.time > whole->time;
    }));
    finish();
}

class KilledBehindTheCut : public testing::TestWithParam<std::tuple<const char*, const char*>>
{};

TEST_P(KilledBehindTheCut, answersOnceTheWayIsWhole)
{
    const auto& [place, family] = GetParam();
    AgentDriver agent;
    agent.run(fmt::format(R"("place":"{}","family":"{}","pairs":[{}],"faults":[)"
                          R"({{"kind":"drop","at_s":0.3,"heal_after_s":0.4}},{{"kind":"kill","host":"server","at_s":0.5}}])",
                          place, family,
                          pairOf("sender", R"({"activity":"send","send_interval_s":0.05})", R"({"activity":"recv"})")));
    // Data sent meanwhile reaches a socket that nobody reads any more, and that answers with RST.
    ASSERT_TRUE(agent.await([](const Event& event) { return isCallEnd(event, 0); }, 10s));
    agent.finish();
    ASSERT_TRUE(agent.awaitFinished());
    const auto ended = endOf(agent, 0, Host::Client);
    ASSERT_TRUE(ended);
    EXPECT_EQ(ended->call, "send");
    EXPECT_TRUE(ended->errorNumber == ECONNRESET || ended->errorNumber == EPIPE) << ended->errorNumber;
    EXPECT_GE(ended->elapsed, 0.4);
}

INSTANTIATE_TEST_SUITE_P(Places, KilledBehindTheCut,
                         testing::Combine(testing::Values("namespaces", "loopback"), testing::Values("ipv4", "ipv6")),
                         [](const auto& param) {
                             return std::string{std::get<0>(param.param)} + "_" + std::get<1>(param.param);
                         });

TEST_P(Detection, ipv6IsNoDifferent)
{
    run(pairOf("reader", keepaliveEnd("recv", 1, 1, 1)), R"({"kind":"drop","at_s":0.3,"direction":"to-client"})",
        R"("family":"ipv6",)");
    ASSERT_TRUE(agent.await([](const Event& event) { return isCallEnd(event, 0); }));
    finish();
    const auto ended = endOf(agent, 0, Host::Client);
    ASSERT_TRUE(ended);
    EXPECT_EQ(ended->errorNumber, ETIMEDOUT);
    EXPECT_GE(ended->elapsed, 1.7);
    EXPECT_LE(ended->elapsed, 2.1 + kBusy);
    for (const auto& [time, socket] : agent.all<SocketEvent>())
        EXPECT_NE(socket.local.ip.find(':'), std::string::npos) << socket.local.ip;
    std::set<std::pair<int, Host>> rows;
    for (const auto& [time, row] : agent.all<RowEvent>())
        rows.emplace(row.pair, row.host);
    EXPECT_TRUE(rows.contains({0, Host::Client}));
    EXPECT_TRUE(rows.contains({0, Host::Server}));
}

INSTANTIATE_TEST_SUITE_P(Places, Detection, testing::Values("namespaces", "loopback"),
                         [](const auto& place) { return std::string{place.param}; });

TEST(CableOut, aHostWithoutCarrierDiesOfItsProbes)
{
    AgentDriver agent;
    agent.run(
        fmt::format(R"("place":"namespaces","pairs":[{}],"faults":[{{"kind":"cable-out","host":"client","at_s":0.2}}])",
                    pairOf("reader", keepaliveEnd("recv", 1, 1, 2))));
    ASSERT_TRUE(agent.await([](const Event& event) { return isCallEnd(event, 0); }));
    agent.finish();
    ASSERT_TRUE(agent.awaitFinished());
    const auto ended = endOf(agent, 0, Host::Client);
    ASSERT_TRUE(ended);
    EXPECT_EQ(ended->errorNumber, ETIMEDOUT);
    EXPECT_TRUE(agent.all<LossEvent>().empty());
}

TEST(ManyPairs, aHundredAreArmedWithinATwentiethAndTellAll)
{
    AgentDriver agent;
    std::string pairs;
    constexpr std::array<const char*, 4> kActivities{"recv", "select", "poll", "epoll"};
    for (std::size_t i = 0; i < 100; ++i)
        pairs += (i == 0 ? "" : ",") +
                 pairOf(fmt::format("pair {}", i), keepaliveEnd(kActivities[i % 4], 1 + static_cast<int>(i % 3), 1, 2));
    agent.run(fmt::format(R"("place":"namespaces","pairs":[{}],"faults":[{{"kind":"drop","at_s":0.3}}])", pairs));
    std::set<int> dead;
    ASSERT_TRUE(agent.await([&](const Event& event) {
        if (const CallEvent* call = std::get_if<CallEvent>(&event.body); call != nullptr && isEnd(*call))
            dead.insert(call->pair);
        return dead.size() == 100;
    }));
    agent.finish();
    ASSERT_TRUE(agent.awaitFinished());
    RunTime lastHandshake{0};
    for (const auto& [time, armed] : agent.all<ArmedEvent>())
        lastHandshake = std::max(lastHandshake, armed.established);
    ASSERT_EQ(agent.all<StartedEvent>().size(), 1U);
    EXPECT_EQ(agent.all<ArmedEvent>().size(), 200U);
    EXPECT_LE(agent.all<StartedEvent>().front().first - lastHandshake, 200ms);
    EXPECT_EQ(agent.all<OptionEvent>().size(), 200U * 7U);
    EXPECT_EQ(agent.all<SocketEvent>().size(), 200U);
    std::size_t atFault = 0;
    for (const auto& [time, info] : agent.all<TcpInfoEvent>())
        atFault += info.atFault ? 1 : 0;
    EXPECT_EQ(atFault, 200U);
    EXPECT_GE(agent.all<RowGoneEvent>().size(), 100U);
    EXPECT_TRUE(agent.all<LossEvent>().empty());
}

TEST(ManyPairs, aThousandIdleReadersDieInTimeAndNoneBefore)
{
    AgentDriver agent;
    std::string pairs;
    for (std::size_t i = 0; i < kManyPairs; ++i)
        pairs += (i == 0 ? "" : ",") + pairOf(fmt::format("pair {}", i), keepaliveEnd("epoll", 1, 1, 2));
    agent.run(fmt::format(R"("place":"namespaces","pairs":[{}],"faults":[{{"kind":"drop","at_s":1.0}}])", pairs));
    std::set<int> dead;
    ASSERT_TRUE(agent.await(
        [&](const Event& event) {
            if (const CallEvent* call = std::get_if<CallEvent>(&event.body); call != nullptr && isEnd(*call))
                dead.insert(call->pair);
            return dead.size() == kManyPairs;
        },
        60s));
    agent.finish();
    ASSERT_TRUE(agent.awaitFinished());
    EXPECT_TRUE(agent.all<LossEvent>().empty());
    const double fault = faultTime(agent);
    std::set<int> told;
    for (const auto& [time, call] : agent.all<CallEvent>()) {
        if (!isEnd(call) || !told.insert(call.pair).second) // the errno is given once; a program that asks again hears 0 or EPIPE
            continue;
        EXPECT_EQ(call.errorNumber, ETIMEDOUT);
        // Probes stand in any phase when the cut comes: two intervals at least, three at most, each 1.024 s at HZ=250.
        EXPECT_GE(toSeconds(time) - fault, 1.95);
        EXPECT_LE(toSeconds(time) - fault, 3.2 + 2 * kBusy);
    }
}

} // namespace

} // namespace halfopen::testing_live
