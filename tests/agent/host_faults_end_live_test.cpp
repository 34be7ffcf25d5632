// SPDX-License-Identifier: GPL-3.0-or-later
// How faults at a host end: one of two that overlap, and a reboot, which ends by itself.
#include "agent_driver.h"

#include <cerrno>
#include <gtest/gtest.h>
#include <vector>

#include <fmt/format.h>

namespace halfopen::testing_live {

namespace {

constexpr double kRebootSlack = 0.5; // seconds; a machine that does something else meanwhile
constexpr const char* kReadingEnd = R"({"activity":"recv"})";
constexpr const char* kProbingEnd =
    R"({"activity":"recv","SO_KEEPALIVE":1,"TCP_KEEPIDLE":1,"TCP_KEEPINTVL":1,"TCP_KEEPCNT":3})";

} // namespace

TEST(HostFaultsEnd, HealingOneOfTwoLeavesTheOther)
{
    // The cable comes back while the interface is still down, and the other way round.
    for (const auto& [first, second] : {std::pair{"cable-out", "interface-down"}, std::pair{"interface-down", "cable-out"}}) {
        SCOPED_TRACE(second);
        AgentDriver agent;
        agent.run(fmt::format(
            R"("place":"namespaces","pairs":[{{"client":{},"server":{}}}],"faults":[)"
            R"({{"kind":"{}","host":"client","at_s":0.2,"heal_after_s":0.4}},{{"kind":"{}","host":"client","at_s":0.3,"heal_after_s":1.0}}])",
            R"({"activity":"send","send_interval_s":0.05})", kReadingEnd, first, second));
        std::vector<RunTime> healed;
        ASSERT_TRUE(agent.await([&](const Event& event) {
            const FaultEvent* fault = std::get_if<FaultEvent>(&event.body);
            if (fault != nullptr && fault->what == FaultEvent::What::Healed)
                healed.push_back(event.time);
            return healed.size() == 2;
        }));
        ASSERT_TRUE(agent.await([&](const Event& event) {
            const CallEvent* call = std::get_if<CallEvent>(&event.body);
            return call != nullptr && call->end == Host::Server && call->bytes > 0 && event.time > healed[1];
        }));
        agent.finish();
        ASSERT_TRUE(agent.awaitFinished());
        for (const auto& [time, fault] : agent.all<FaultEvent>())
            EXPECT_NE(fault.what, FaultEvent::What::Failed) << fault.why;
        for (const auto& [time, packet] : agent.all<PacketEvent>())
            EXPECT_FALSE(time > healed[0] && time < healed[1] && packet.packet.from == Host::Client)
                << "the interface is down or the cable out";
    }
}

TEST(HostFaultsEnd, ARebootByHandEndsByItself)
{
    AgentDriver agent;
    agent.run(fmt::format(R"("place":"namespaces","pairs":[{{"client":{},"server":{}}}],"faults":[])", kProbingEnd, kReadingEnd));
    ASSERT_TRUE(agent.await([](const Event& event) { return std::holds_alternative<StartedEvent>(event.body); }));
    agent.send(R"({"command":"fault","fault":{"kind":"reboot","host":"server","back_after_s":0.3}})");
    ASSERT_TRUE(agent.await([](const Event& event) { return std::holds_alternative<FaultEvent>(event.body); }));
    agent.send(R"({"command":"heal","id":0})");
    const auto refused = agent.await([](const Event& event) { return std::holds_alternative<NoteEvent>(event.body); });
    ASSERT_TRUE(refused);
    EXPECT_EQ(std::get<NoteEvent>(refused->body).text, "A rebooting host comes back by itself.");
    const auto healed = agent.await([](const Event& event) {
        const FaultEvent* fault = std::get_if<FaultEvent>(&event.body);
        return fault != nullptr && fault->what == FaultEvent::What::Healed;
    });
    ASSERT_TRUE(healed);
    const RunTime down = agent.all<FaultEvent>().front().first;
    EXPECT_GE(toSeconds(healed->time - down), 0.3);
    EXPECT_LE(toSeconds(healed->time - down), 0.3 + kRebootSlack);
    ASSERT_TRUE(agent.await([](const Event& event) {
        const CallEvent* call = std::get_if<CallEvent>(&event.body);
        return call != nullptr && call->end == Host::Client && call->errorNumber == ECONNRESET;
    }));
    agent.finish();
    ASSERT_TRUE(agent.awaitFinished());
    EXPECT_EQ(agent.exitStatus(), 0);
}

} // namespace halfopen::testing_live
