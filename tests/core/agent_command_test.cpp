// SPDX-License-Identifier: GPL-3.0-or-later
// Commands survive the pipe; what is none is refused.
#include "core/agent_command.h"

#include <gtest/gtest.h>

namespace halfopen {
namespace {

TEST(AgentCommand, EveryCommandReadsBackEqual)
{
    Experiment experiment;
    experiment.title = "one";
    experiment.pairs.push_back({"a", {.activity = Activity::Recv}, {}});
    SocketOptions options;
    options.keepAlive = true;
    options.userTimeoutMs = 0;
    options.receiveTimeoutSeconds = 1.5;
    const AgentCommand commands[] = {
        RunCommand{experiment},
        FaultCommand{{.kind = FaultKind::Freeze, .atSeconds = 0, .host = Host::Client}},
        HealCommand{3},
        SetOptionCommand{2, Host::Server, options},
        FinishCommand{true},
    };
    for (const AgentCommand& command : commands) {
        const std::string line = writeCommand(command);
        EXPECT_EQ(line.find('\n'), std::string::npos);
        const auto read = parseCommand(line);
        ASSERT_TRUE(read) << line << ": " << read.error().message;
        EXPECT_EQ(*read, command) << line;
    }
}

TEST(AgentCommand, RefusesWhatIsNone)
{
    for (const char* line : {"", "{}", "[]", "x", R"({"command":"dance"})", R"({"command":"heal"})", R"({"command":"heal","id":-1})",
                             R"({"command":"run"})", R"({"command":"run","experiment":{}})", R"({"command":"fault","fault":{}})",
                             R"({"command":"set","pair":0,"end":"router","options":{}})",
                             R"({"command":"set","pair":0,"end":"client","options":{"TCP_KEEPCNT":0}})",
                             R"({"command":"finish","cancelled":1})"}) {
        const auto read = parseCommand(line);
        ASSERT_FALSE(read) << line;
        EXPECT_FALSE(read.error().message.empty());
    }
}

} // namespace
} // namespace halfopen
