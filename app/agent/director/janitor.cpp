// SPDX-License-Identifier: GPL-3.0-or-later
// A process that waits for the director's death and then clears away what it left.
#include "agent/director/janitor.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <iterator>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

#include "agent/base/host_wire.h"
#include "agent/base/pidfd.h"
#include "agent/base/process.h"
#include "agent/base/socket_state.h"
#include "core/words.h"

#include <fmt/format.h>

namespace halfopen {

namespace {

constexpr int kDeathWaitMs = 300;
constexpr int kAnswerWaitMs = 1000;

class JanitorProcess final
{
public:
    JanitorProcess(int channel, const Lab* lab) : m_channel(channel), m_lab(lab) {}

    /// Until the director dismisses it or vanishes.
    void watch();

private:
    /// False when dismissed.
    [[nodiscard]] bool take(WireMessage& message);
    void clearAway();

    int m_channel;
    const Lab* m_lab;
    std::vector<Fd> m_processes;
    std::array<std::vector<Fd>, 2> m_sockets;
};

void JanitorProcess::watch()
{
    WireMessage message;
    while (true) {
        pollfd wait{m_channel, POLLIN, 0};
        ::poll(&wait, 1, -1);
        const WireRead read = receiveWire(m_channel, message);
        if (read == WireRead::Closed)
            return clearAway();
        if (read == WireRead::Got && !take(message))
            return;
    }
}

bool JanitorProcess::take(WireMessage& message)
{
    if (message.kind == WireKind::Quit)
        return false;
    if (message.kind == WireKind::Processes)
        m_processes = std::move(message.descriptors);
    if (message.number != 0 && message.number != 1)
        return true;
    std::vector<Fd>& sockets = m_sockets[static_cast<std::size_t>(message.number)];
    if (message.kind == WireKind::Sockets)
        std::ranges::move(message.descriptors, std::back_inserter(sockets));
    if (message.kind == WireKind::Release) {
        sockets.clear();
        sendWire(m_channel, WireKind::Done, message.number);
    }
    return true;
}

void JanitorProcess::clearAway()
{
    for (const Fd& process : m_processes)
        signalPidfd(process.get(), SIGKILL);
    for (const Fd& process : m_processes) {
        pollfd wait{process.get(), POLLIN, 0};
        ::poll(&wait, 1, kDeathWaitMs);
    }
    for (std::vector<Fd>& sockets : m_sockets) {
        for (const Fd& socket : sockets)
            makeAbortive(socket.get());
        sockets.clear();
    }
    if (m_lab != nullptr)
        m_lab->destroySockets();
}

[[noreturn]] void runJanitor(int channel, int otherEnd, const Lab* lab)
{
    setProcessName("halfopen-tidy");
    ::setsid(); // out of the reach of whoever ends the whole group of processes
    ignoreTerminalSignals();
    leaveStandardStreams();
    ::close(otherEnd);
    JanitorProcess{channel, lab}.watch();
    ::_exit(0);
}

} // namespace

Result<Janitor> Janitor::start(const Lab* lab)
{
    Result<WirePair> wire = makeWire();
    if (!wire)
        return wire.error();
    const pid_t pid = ::fork();
    if (pid < 0) {
        const int code = errno;
        return Error{code, fmt::format(words("core", "The kernel gives no further process: {}."), std::strerror(code))};
    }
    if (pid == 0)
        runJanitor(wire->there.get(), wire->here.get(), lab);
    Janitor janitor;
    janitor.m_pid = pid;
    janitor.m_channel = std::move(wire->here);
    return janitor;
}

void Janitor::watchProcesses(std::span<const int> pidfds)
{
    sendWire(m_channel.get(), WireKind::Processes, 0, {}, pidfds);
}

void Janitor::keepSockets(Host host, std::span<const int> sockets)
{
    sendWire(m_channel.get(), WireKind::Sockets, host == Host::Client ? 0 : 1, {}, sockets);
}

void Janitor::releaseSockets(Host host)
{
    const std::int64_t number = host == Host::Client ? 0 : 1;
    if (!sendWire(m_channel.get(), WireKind::Release, number))
        return;
    pollfd wait{m_channel.get(), POLLIN, 0};
    WireMessage answer;
    while (::poll(&wait, 1, kAnswerWaitMs) == 1) {
        const WireRead read = receiveWire(m_channel.get(), answer);
        if (read == WireRead::Closed || (read == WireRead::Got && answer.number == number))
            return; // any other is late: it was given up
    }
}

void Janitor::dismiss()
{
    if (m_pid <= 0)
        return;
    sendWire(m_channel.get(), WireKind::Quit);
    m_channel.reset();
    ::waitpid(m_pid, nullptr, 0);
    m_pid = 0;
}

} // namespace halfopen
