// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever is killed at whatever moment: within a second nothing of ours is left.
#include "agent_driver.h"

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <set>

#include <fmt/format.h>

#include "core/socket_row.h"

namespace halfopen::testing_live {

namespace {

using namespace std::chrono_literals;

/// Data in flight on a cut cable: the state whose orphans would live for minutes.
constexpr std::string_view kPairs =
    R"("pairs":[{"name":"sender","client":{"activity":"send"},"server":{"activity":"hold"}},)"
    R"({"name":"reader","client":{"activity":"recv"},"server":{"activity":"epoll"}}],)"
    R"("faults":[{"kind":"drop","at_s":0.2},{"kind":"freeze","host":"server","at_s":0.3}])";

enum class Victim { Director, ClientHost, ServerHost, Parent };

std::string textOf(Victim victim)
{
    switch (victim) {
    case Victim::Director:
        return "director";
    case Victim::ClientHost:
        return "clientHost";
    case Victim::ServerHost:
        return "serverHost";
    case Victim::Parent:
        return "parent";
    }
    return {};
}

std::set<std::string> networkNamespaces()
{
    std::set<std::string> found;
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator{"/proc", ignored}) {
        const auto link = std::filesystem::read_symlink(entry.path() / "ns" / "net", ignored);
        if (!ignored)
            found.insert(link.string());
    }
    return found;
}

/// Sockets of this machine that no process holds any more, in all network namespaces together (tcp_orphan_count).
int orphans()
{
    std::ifstream file{"/proc/net/sockstat"};
    std::string word;
    int count = 0;
    while (file >> word) {
        if (word == "orphan" && file >> count)
            return count;
    }
    return -1;
}

/// Whether this machine's own table still has a row between these addresses.
bool hasRow(const std::vector<std::pair<RunTime, SocketEvent>>& sockets)
{
    std::ifstream file{"/proc/net/tcp"};
    const std::string text{std::istreambuf_iterator<char>{file}, {}};
    const Result<std::vector<SocketRow>> rows = parseProcNetTcp(text);
    if (!rows)
        return true;
    for (const SocketRow& row : *rows) {
        for (const auto& [time, socket] : sockets) {
            if (row.local == socket.local && row.remote == socket.remote)
                return true;
        }
    }
    return false;
}

class Leftovers : public testing::TestWithParam<std::tuple<const char*, Victim>>
{};

TEST_P(Leftovers, areNone)
{
    const auto& [place, victim] = GetParam();
    const int orphansBefore = orphans();
    AgentDriver agent{{"run"}, victim == Victim::Parent};
    agent.run(fmt::format(R"("place":"{}",{})", place, kPairs));
    ASSERT_TRUE(agent.await([](const Event& event) {
        const ProcessEvent* process = std::get_if<ProcessEvent>(&event.body);
        return process != nullptr && process->what == ProcessEvent::What::Stopped;
    }));
    std::set<std::string> labs;
    const std::vector<pid_t> running = agent.processes();
    EXPECT_GE(running.size(), 4U); // director, two hosts, janitor
    for (const pid_t pid : running)
        labs.insert(std::filesystem::read_symlink(fmt::format("/proc/{}/ns/net", pid)).string());
    labs.erase(std::filesystem::read_symlink("/proc/self/ns/net").string());
    EXPECT_EQ(labs.size(), std::string_view{place} == "namespaces" ? 3U : 0U);
    std::array<pid_t, 2> hosts{};
    for (const auto& [time, process] : agent.all<ProcessEvent>()) {
        if (process.what == ProcessEvent::What::Started)
            hosts[process.host == Host::Client ? 0 : 1] = process.pid;
    }
    switch (victim) {
    case Victim::Director:
        agent.kill(SIGKILL);
        break;
    case Victim::ClientHost:
        ::kill(hosts[0], SIGKILL);
        break;
    case Victim::ServerHost:
        ::kill(hosts[1], SIGKILL);
        break;
    case Victim::Parent:
        agent.killParent();
        break;
    }
    EXPECT_TRUE(eventually([&] { return agent.processes().empty(); }, 1000ms));
    EXPECT_TRUE(eventually(
        [&] {
            const std::set<std::string> left = networkNamespaces();
            return std::ranges::none_of(labs, [&](const std::string& lab) { return left.contains(lab); });
        },
        200ms));
    EXPECT_TRUE(eventually([&] { return orphans() <= orphansBefore; }, 500ms))
        << orphans() << " orphans, before " << orphansBefore;
    if (std::string_view{place} == "loopback") {
        EXPECT_FALSE(hasRow(agent.all<SocketEvent>()));
    }
    if (victim == Victim::ClientHost || victim == Victim::ServerHost) {
        const auto finished = agent.awaitFinished();
        ASSERT_TRUE(finished);
        EXPECT_EQ(finished->why, FinishedEvent::Why::Failed);
        EXPECT_EQ(finished->stage, victim == Victim::ClientHost ? "client host" : "server host");
        EXPECT_NE(finished->message.find("signal 9"), std::string::npos) << finished->message;
        EXPECT_EQ(agent.exitStatus(), 4);
    }
}

INSTANTIATE_TEST_SUITE_P(
    Everywhere, Leftovers,
    testing::Combine(testing::Values("namespaces", "loopback"),
                     testing::Values(Victim::Director, Victim::ClientHost, Victim::ServerHost, Victim::Parent)),
    [](const auto& param) { return std::string{std::get<0>(param.param)} + "_" + textOf(std::get<1>(param.param)); });

class CleanEnd : public testing::TestWithParam<const char*>
{};

TEST_P(CleanEnd, leavesNothingEither)
{
    const int orphansBefore = orphans();
    AgentDriver agent;
    agent.run(fmt::format(R"("place":"{}",{})", GetParam(), kPairs));
    ASSERT_TRUE(agent.await([](const Event& event) {
        const ProcessEvent* process = std::get_if<ProcessEvent>(&event.body);
        return process != nullptr && process->what == ProcessEvent::What::Stopped;
    }));
    agent.finish();
    const auto finished = agent.awaitFinished();
    ASSERT_TRUE(finished);
    EXPECT_EQ(finished->why, FinishedEvent::Why::Asked);
    EXPECT_EQ(agent.exitStatus(), 0);
    EXPECT_TRUE(agent.processes().empty());
    EXPECT_TRUE(eventually([&] { return orphans() <= orphansBefore; }, 500ms))
        << orphans() << " orphans, before " << orphansBefore;
    if (std::string_view{GetParam()} == "loopback") {
        EXPECT_FALSE(hasRow(agent.all<SocketEvent>()));
    }
}

class OrphanBehindTheCut : public testing::TestWithParam<std::tuple<const char*, const char*, bool>>
{};

TEST_P(OrphanBehindTheCut, leavesNoOrphan)
{
    const auto& [place, family, killed] = GetParam();
    const int orphansBefore = orphans();
    AgentDriver agent;
    agent.run(fmt::format(R"("place":"{}","family":"{}",)"
                          R"("pairs":[{{"name":"reader","client":{{"activity":"recv"}},"server":{{"activity":"hold"}}}}],)"
                          R"("faults":[{{"kind":"drop","at_s":0.1}},{{"kind":"kill","host":"server","at_s":0.2}}])",
                          place, family));
    ASSERT_TRUE(agent.await([](const Event& event) {
        const ProcessEvent* process = std::get_if<ProcessEvent>(&event.body);
        return process != nullptr && process->what == ProcessEvent::What::Ended;
    }));
    EXPECT_TRUE(eventually([&] { return orphans() > orphansBefore; }, 500ms)); // it is there while the run goes on
    if (killed) {
        agent.kill(SIGKILL);
    } else {
        agent.finish();
        ASSERT_TRUE(agent.awaitFinished());
    }
    EXPECT_TRUE(eventually([&] { return agent.processes().empty() && orphans() <= orphansBefore; }, 1000ms))
        << orphans() << " orphans, before " << orphansBefore;
}

INSTANTIATE_TEST_SUITE_P(Everywhere, OrphanBehindTheCut,
                         testing::Combine(testing::Values("namespaces", "loopback"), testing::Values("ipv4", "ipv6"),
                                          testing::Bool()),
                         [](const auto& param) {
                             return std::string{std::get<0>(param.param)} + "_" + std::get<1>(param.param) +
                                    (std::get<2>(param.param) ? "_killed" : "_asked");
                         });

class ClosedBehindTheCut : public testing::TestWithParam<std::tuple<const char*, const char*>>
{};

TEST_P(ClosedBehindTheCut, leavesNoOrphanAfterTheRun)
{
    const auto& [server, family] = GetParam();
    const int orphansBefore = orphans();
    AgentDriver agent;
    agent.run(fmt::format(R"("place":"loopback","family":"{}","time_limit_s":3,)"
                          R"("pairs":[{{"name":"p","client":{{"activity":"close"}},"server":{{"activity":"{}"}}}}],)"
                          R"("faults":[{{"kind":"drop","at_s":0.1}}])",
                          family, server));
    ASSERT_TRUE(agent.await([](const Event& event) {
        const auto* const call = std::get_if<CallEvent>(&event.body);
        return call != nullptr && call->call == "close" && call->what == CallEvent::What::End;
    }));
    EXPECT_GT(orphans(), orphansBefore) << "it is there while the run goes on";
    ASSERT_TRUE(agent.awaitFinished());
    // Closed at both ends, the two are in nobody's hands: they end by themselves, 4 s after their first retransmission.
    EXPECT_TRUE(eventually([&] { return orphans() <= orphansBefore && !hasRow(agent.all<SocketEvent>()); }, 4000ms))
        << orphans() << " orphans, before " << orphansBefore;
}

INSTANTIATE_TEST_SUITE_P(Everywhere, ClosedBehindTheCut,
                         testing::Combine(testing::Values("close", "hold"), testing::Values("ipv4", "ipv6")), [](const auto& param) {
                             return std::string{std::get<0>(param.param)} + "_" + std::get<1>(param.param);
                         });

INSTANTIATE_TEST_SUITE_P(Everywhere, CleanEnd, testing::Values("namespaces", "loopback"),
                         [](const auto& place) { return std::string{place.param}; });

} // namespace

} // namespace halfopen::testing_live
