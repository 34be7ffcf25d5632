// SPDX-License-Identifier: GPL-3.0-or-later
// halfopen-agent: makes runs on the kernel it stands on, and says what can run there.
#include <cstdio>
#include <span>
#include <string_view>
#include <unistd.h>

#include "agent/director/director.h"
#include "agent/director/greeting.h"
#include "agent/base/process.h"

namespace halfopen {

namespace {

constexpr int kExitUsage = 2;

constexpr std::string_view kUsage = "Usage: halfopen-agent run | check | --version | --help\n"
                                    "\n"
                                    "  run     read commands from standard input, write events to standard output\n"
                                    "  check   say what this machine can run and what would help\n"
                                    "\n"
                                    "Started by halfopen and halfopen-cli; one JSON object a line, see the README.\n";

void print(std::FILE* stream, std::string_view text) { std::fwrite(text.data(), 1, text.size(), stream); }

int check()
{
    const RunClock clock;
    Reporter reporter{STDOUT_FILENO, clock};
    reporter.fact(helloOfThisMachine());
    for (const CheckEvent& event : checkPlaces())
        reporter.fact(event);
    reporter.fact(FinishedEvent{});
    reporter.writeAll(RunTime::max());
    return 0;
}

int runAgent(std::span<char* const> arguments)
{
    // The window starts the agent from its main thread: when that ends, so does this.
    if (!dieWithParent(::getppid()))
        return 0;
    const std::string_view command = arguments.size() == 2 ? arguments[1] : "";
    if (command == "run")
        return Director{}.run();
    if (command == "check")
        return check();
    if (command == "--version") {
        print(stdout, "halfopen-agent " HALFOPEN_VERSION "\n");
        return 0;
    }
    if (command == "--help") {
        print(stdout, kUsage);
        return 0;
    }
    print(stderr, "halfopen-agent takes one of: run, check, --version, --help.\n");
    return kExitUsage;
}

} // namespace

} // namespace halfopen

int main(int count, char** arguments)
{
    return halfopen::runAgent(std::span{arguments, static_cast<std::size_t>(count)});
}
