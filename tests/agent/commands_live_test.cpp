// SPDX-License-Identifier: GPL-3.0-or-later
// What the agent says to good, bad and missing commands.
#include "agent_driver.h"

#include <csignal>
#include <gtest/gtest.h>
#include <set>

#include <fmt/format.h>

namespace halfopen::testing_live {

namespace {

using namespace std::chrono_literals;

constexpr std::string_view kHold = R"("pairs":[{"name":"idle","client":{"activity":"hold"}}])";

bool isStarted(const Event& event)
{
    return std::holds_alternative<StartedEvent>(event.body);
}

TEST(Commands, helloComesFirstAndTellsTheKernel)
{
    AgentDriver agent;
    agent.closeInput();
    const auto finished = agent.awaitFinished();
    ASSERT_TRUE(finished);
    EXPECT_EQ(finished->why, FinishedEvent::Why::Cancelled);
    EXPECT_EQ(agent.exitStatus(), 0);
    ASSERT_EQ(agent.events().size(), 2U);
    const HelloEvent* hello = std::get_if<HelloEvent>(&agent.events().front().body);
    ASSERT_NE(hello, nullptr);
    EXPECT_EQ(hello->protocol, kProtocolNumber);
    EXPECT_GE(hello->hz, 100);
    EXPECT_LE(hello->hz, 1000);
    EXPECT_EQ(hello->startedAt.size(), std::string_view{"2026-01-31T12:00:00.000Z"}.size());
}

class BadFirstCommand : public testing::TestWithParam<const char*>
{};

TEST_P(BadFirstCommand, isRefusedWithASentence)
{
    AgentDriver agent;
    agent.send(GetParam());
    const auto finished = agent.awaitFinished();
    ASSERT_TRUE(finished);
    EXPECT_EQ(finished->why, FinishedEvent::Why::Refused);
    EXPECT_FALSE(finished->message.empty());
    EXPECT_EQ(agent.exitStatus(), 3);
    EXPECT_TRUE(agent.all<ProcessEvent>().empty());
}

INSTANTIATE_TEST_SUITE_P(All, BadFirstCommand,
                         testing::Values("garbage", "{}", R"({"command":"run"})",
                                         R"({"command":"run","experiment":{"format":"halfopen-experiment/1"}})",
                                         R"({"command":"dance"})", "[1,2,3]"));

TEST(Commands, whatLoopbackCannotDoIsRefusedThere)
{
    AgentDriver agent;
    agent.run(fmt::format(R"("place":"loopback",{},"faults":[{{"kind":"cable-out"}}])", kHold));
    const auto finished = agent.awaitFinished();
    ASSERT_TRUE(finished);
    EXPECT_EQ(finished->why, FinishedEvent::Why::Refused);
    EXPECT_NE(finished->message.find("cable-out"), std::string::npos) << finished->message;
    EXPECT_EQ(agent.exitStatus(), 3);
}

TEST(Commands, autoSaysWhichPlaceAndWhy)
{
#if defined(__SANITIZE_THREAD__)
    GTEST_SKIP() << "ThreadSanitizer gives a forked child a thread of its own, and with that no process may try a user "
                    "namespace.";
#endif
    AgentDriver agent;
    agent.run(kHold);
    ASSERT_TRUE(agent.await(isStarted));
    ASSERT_EQ(agent.all<PlaceEvent>().size(), 1U);
    EXPECT_EQ(agent.all<PlaceEvent>().front().second.place, PlaceKind::Namespaces);
    EXPECT_FALSE(agent.all<PlaceEvent>().front().second.why.empty());
    EXPECT_EQ(agent.all<SysctlEvent>().front().second.values.at("tcp_keepalive_time"), 7200);
}

TEST(Commands, theTimeLimitEndsTheRun)
{
    AgentDriver agent;
    agent.run(fmt::format(R"("place":"loopback","time_limit_s":0.5,{})", kHold));
    const auto finished = agent.awaitFinished();
    ASSERT_TRUE(finished);
    EXPECT_EQ(finished->why, FinishedEvent::Why::TimeLimit);
    ASSERT_EQ(agent.all<StartedEvent>().size(), 1U);
    const RunTime lasted = agent.events().back().time - agent.all<StartedEvent>().front().first;
    EXPECT_GE(lasted, 500ms);
    EXPECT_LE(lasted, 900ms);
    EXPECT_EQ(agent.exitStatus(), 0);
}

TEST(Commands, theTimeLimitEndsARunWhoseSendersNeverPause)
{
    constexpr std::string_view kFlow = R"({"client":{"activity":"send"},"server":{"activity":"recv"}})";
    AgentDriver agent;
    agent.run(fmt::format(R"("place":"namespaces","time_limit_s":0.5,"pairs":[{0},{0},{0},{0}])", kFlow));
    const auto finished = agent.awaitFinished();
    ASSERT_TRUE(finished) << "the cable went on carrying";
    EXPECT_EQ(finished->why, FinishedEvent::Why::TimeLimit);
    const RunTime lasted = agent.events().back().time - agent.all<StartedEvent>().front().first;
    EXPECT_LE(lasted, 3s);
}

TEST(Commands, theEndOfInputAndSignalsCancel)
{
    for (const int signal : {0, SIGINT, SIGTERM}) {
        AgentDriver agent;
        agent.run(fmt::format(R"("place":"loopback",{})", kHold));
        ASSERT_TRUE(agent.await(isStarted));
        if (signal == 0)
            agent.closeInput();
        else
            agent.kill(signal);
        const auto finished = agent.awaitFinished();
        ASSERT_TRUE(finished);
        EXPECT_EQ(finished->why, FinishedEvent::Why::Cancelled);
        EXPECT_EQ(agent.exitStatus(), 0);
        EXPECT_TRUE(agent.processes().empty());
    }
}

TEST(Commands, laterNonsenseIsNotedAndTheRunGoesOn)
{
    AgentDriver agent;
    agent.run(fmt::format(R"("place":"loopback",{})", kHold));
    ASSERT_TRUE(agent.await(isStarted));
    agent.send("nonsense");
    agent.run(kHold);
    agent.send(R"({"command":"fault","fault":{"kind":"cable-out"}})");
    const auto failed = agent.await([](const Event& event) { return std::holds_alternative<FaultEvent>(event.body); });
    ASSERT_TRUE(failed);
    EXPECT_EQ(std::get<FaultEvent>(failed->body).what, FaultEvent::What::Failed);
    EXPECT_FALSE(std::get<FaultEvent>(failed->body).why.empty());
    EXPECT_EQ(agent.all<NoteEvent>().size(), 2U);
    agent.finish();
    const auto finished = agent.awaitFinished();
    ASSERT_TRUE(finished);
    EXPECT_EQ(finished->why, FinishedEvent::Why::Asked);
}

TEST(Commands, aHandThatCrossesTheScriptDoesNotFailTheRun)
{
    AgentDriver agent;
    agent.run(fmt::format(R"("place":"loopback",{},"faults":[{{"kind":"freeze","at_s":0.1,"heal_after_s":0.4}},)"
                          R"({{"kind":"drop","at_s":0.2,"heal_after_s":0.1}},{{"kind":"kill","at_s":0.8}}])",
                          kHold));
    ASSERT_TRUE(agent.await([](const Event& event) {
        const FaultEvent* fault = std::get_if<FaultEvent>(&event.body);
        return fault != nullptr && fault->id == 1 && fault->what == FaultEvent::What::Healed;
    }));
    agent.send(R"({"command":"heal","id":1})"); // was slower than the script
    agent.send(R"({"command":"fault","fault":{"kind":"kill","host":"server"}})");
    ASSERT_TRUE(agent.await([](const Event& event) {
        const NoteEvent* note = std::get_if<NoteEvent>(&event.body);
        return note != nullptr && note->text.find("left out") != std::string::npos;
    }));
    agent.finish();
    const auto finished = agent.awaitFinished();
    ASSERT_TRUE(finished);
    EXPECT_EQ(finished->why, FinishedEvent::Why::Asked) << finished->message;
    for (const auto& [time, fault] : agent.all<FaultEvent>())
        EXPECT_NE(fault.what, FaultEvent::What::Failed) << fault.id << ": " << fault.why;
    EXPECT_EQ(agent.all<NoteEvent>().size(), 2U);
}

TEST(Commands, checkTellsEveryStageOfBothPlaces)
{
    AgentDriver agent{{"check"}};
    const auto finished = agent.awaitFinished();
    ASSERT_TRUE(finished);
    EXPECT_EQ(finished->why, FinishedEvent::Why::Asked);
    EXPECT_EQ(agent.exitStatus(), 0);
    EXPECT_TRUE(std::holds_alternative<HelloEvent>(agent.events().front().body));
    std::set<PlaceKind> places;
    for (const auto& [time, check] : agent.all<CheckEvent>()) {
        places.insert(check.place);
        EXPECT_FALSE(check.stage.empty());
        EXPECT_FALSE(check.why.empty()) << check.stage;
        EXPECT_EQ(check.passed, check.remedy.empty()) << check.stage;
    }
    EXPECT_EQ(places, (std::set{PlaceKind::Namespaces, PlaceKind::Loopback}));
}

TEST(Commands, aWrongArgumentIsAUsageError)
{
    for (const std::vector<std::string>& arguments : {std::vector<std::string>{}, {"walk"}, {"run", "file"}}) {
        AgentDriver agent{arguments};
        EXPECT_FALSE(agent.awaitFinished());
        EXPECT_EQ(agent.exitStatus(), 2);
        EXPECT_TRUE(agent.events().empty());
    }
}

} // namespace

} // namespace halfopen::testing_live
