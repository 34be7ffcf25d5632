// SPDX-License-Identifier: GPL-3.0-or-later
// Ends whose socket a Qt program has.
#include "agent/host/endpoint_activities.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <mutex>
#include <string>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>

#include "agent/base/host_wire.h"
#include "agent/base/qt_program.h"
#include "core/heartbeat_words.h"
#include "core/words.h"

#include <fmt/format.h>

namespace halfopen {

namespace {

constexpr int kSocketThere = 3; // where the program expects it

/// All that the child needs is made before the fork: between fork and exec only calls that are safe in a signal handler.
pid_t startProgram(EndpointRun& run, int output)
{
    const std::string path = qtProgram();
    const RunTime interval = fromSeconds(run.plan.sendIntervalSeconds.value_or(0));
    std::array<std::string, 7> words{path,
                                     fmt::format("{}", run.pair),
                                     std::string{name(run.context.host)},
                                     fmt::format("{}", run.context.clock.zero().count()),
                                     fmt::format("{}", effectiveSendBytes(run.plan)),
                                     fmt::format("{}", interval.count()),
                                     run.answers ? "1" : "0"};
    std::array<char*, 8> arguments{};
    for (std::size_t i = 0; i < words.size(); ++i)
        arguments[i] = words[i].data();
    const pid_t parent = ::getpid();
    const int socket = run.socket.get();
    const pid_t child = ::fork();
    if (child != 0)
        return child;
    // Ends with this thread, and with it when the host's program is killed.
    if (::prctl(PR_SET_PDEATHSIG, SIGKILL) != 0 || ::getppid() != parent)
        ::_exit(1);
    const int copy = ::fcntl(socket, F_DUPFD, kSocketThere + 1); // neither is overwritten by the other
    if (copy < 0 || ::dup2(output, STDOUT_FILENO) < 0 || ::dup2(copy, kSocketThere) < 0)
        ::_exit(1);
    ::close(copy);
    ::execv(path.c_str(), arguments.data());
    ::_exit(1);
}

/// The connection is over for the Qt program: no copy may keep it open, or its peer would never see the FIN.
void letGo(EndpointRun& run)
{
    {
        const std::lock_guard lock{run.socketMutex};
        run.socket.reset();
    }
    sendWire(run.context.channel, WireKind::Closed, run.pair);
}

/// Whole lines. True where one of them, which is taken out, says that the socket is closed.
bool takeClosed(std::string& lines)
{
    std::size_t at = lines.starts_with(kQtHasClosed) ? 0 : lines.find("\n" + std::string{kQtHasClosed});
    if (at == std::string::npos)
        return false;
    lines.erase(at == 0 ? 0 : at + 1, kQtHasClosed.size());
    return true;
}

/// Hands whole lines on until the program ends. Its first one says that it waits.
void passOnLines(EndpointRun& run, int input)
{
    std::array<char, 16 * 1024> room{};
    std::string lines;
    bool armed = false;
    while (true) {
        const ssize_t got = ::read(input, room.data(), room.size());
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            break;
        lines.append(room.data(), static_cast<std::size_t>(got));
        const std::size_t end = lines.rfind('\n');
        if (end == std::string::npos)
            continue;
        if (!std::exchange(armed, true))
            run.tellArmed();
        std::string whole = lines.substr(0, end + 1);
        lines.erase(0, end + 1);
        const bool isClosed = takeClosed(whole);
        sendWire(run.context.channel, WireKind::Lines, 0, whole);
        if (isClosed)
            letGo(run);
    }
    if (!armed)
        sendWire(run.context.channel, WireKind::Failure, 0,
                 words("core", "The Qt program of an end did not start; halfopen-qt-end may lack its libraries."));
}

} // namespace

void runQt(EndpointRun& run)
{
    run.context.gate.waitArmed();
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        return;
    const Fd input{ends[0]};
    Fd output{ends[1]};
    const pid_t program = startProgram(run, output.get());
    output.reset();
    if (program > 0)
        sendWire(run.context.channel, WireKind::Child, program);
    passOnLines(run, input.get());
    if (program > 0)
        ::waitpid(program, nullptr, 0);
}

} // namespace halfopen
