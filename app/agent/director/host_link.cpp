// SPDX-License-Identifier: GPL-3.0-or-later
// The director's hold on one host's program.
#include "agent/director/host_link.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include "agent/base/host_wire.h"
#include "agent/base/pidfd.h"
#include "agent/base/socket_state.h"
#include "core/words.h"

#include <fmt/format.h>

namespace halfopen {

namespace {

constexpr std::chrono::milliseconds kSignalLimit{500};
constexpr useconds_t kSignalPollMicros = 50;

} // namespace

Result<HostLink> HostLink::start(HostSetup setup)
{
    Result<WirePair> wire = makeWire();
    if (!wire)
        return wire.error();
    setup.channel = wire->there.get();
    setup.director = ::getpid();
    const pid_t pid = ::fork();
    if (pid < 0) {
        const int code = errno;
        return Error{code, fmt::format(words("core", "The kernel gives no further process: {}."), std::strerror(code))};
    }
    if (pid == 0)
        runHostProcess(setup);
    HostLink link;
    link.m_pid = pid;
    link.m_alive = true;
    link.m_channel = std::move(wire->here);
    link.m_pidfd = openPidfd(pid);
    if (!link.m_pidfd.isOpen()) {
        const int code = errno;
        link.end();
        return Error{code, fmt::format(words("core", "The kernel gives no pidfd (Linux 5.3 or newer is needed): {}."),
                                       std::strerror(code))};
    }
    return link;
}

void HostLink::keepSockets(std::size_t first, std::vector<Fd> sockets)
{
    if (m_sockets.size() < first + sockets.size())
        m_sockets.resize(first + sockets.size());
    for (std::size_t i = 0; i < sockets.size(); ++i)
        m_sockets[first + i] = std::move(sockets[i]);
}

bool HostLink::holdsSockets(std::size_t sockets) const
{
    return static_cast<std::size_t>(std::ranges::count_if(m_sockets, &Fd::isOpen)) == sockets;
}

void HostLink::abortSockets()
{
    for (const Fd& socket : m_sockets)
        makeAbortive(socket.get());
    m_sockets.clear();
}

bool HostLink::stop()
{
    if (signalAndAwait(SIGSTOP, WSTOPPED))
        return true;
    if (m_alive)
        ::kill(m_pid, SIGCONT); // it must not come into force when nobody expects it any more
    return false;
}

bool HostLink::resume()
{
    return signalAndAwait(SIGCONT, WCONTINUED);
}

bool HostLink::signalAndAwait(int signal, int waitFlag)
{
    if (!m_alive || ::kill(m_pid, signal) != 0)
        return false;
    for (const pid_t child : m_children)
        ::kill(child, signal);
    const RunTime start = RunClock::monotonic();
    while (RunClock::monotonic() - start < kSignalLimit) {
        siginfo_t state{};
        if (::waitid(P_PID, static_cast<id_t>(m_pid), &state, waitFlag | WNOHANG) == 0 && state.si_pid == m_pid)
            return true;
        ::usleep(kSignalPollMicros);
    }
    return false;
}

void HostLink::kill()
{
    if (!m_alive)
        return;
    ::kill(m_pid, SIGKILL);
    for (const pid_t child : m_children) // they die with it, but their sockets are to be closed at the same time
        ::kill(child, SIGKILL);
}

bool HostLink::awaitDeath() const
{
    // A pidfd is readable when the last thread has gone; files are closed before that (do_exit()).
    pollfd gone{m_pidfd.get(), POLLIN, 0};
    constexpr int kLimitMs = static_cast<int>(kSignalLimit.count());
    return !m_alive || ::poll(&gone, 1, kLimitMs) == 1;
}

std::optional<int> HostLink::takeEnd()
{
    int status = 0;
    if (!m_alive || ::waitpid(m_pid, &status, WNOHANG) != m_pid)
        return std::nullopt;
    m_alive = false;
    return WIFSIGNALED(status) ? WTERMSIG(status) : 0;
}

void HostLink::end()
{
    if (!m_alive)
        return;
    ::kill(m_pid, SIGKILL);
    ::waitpid(m_pid, nullptr, 0);
    m_alive = false;
}

} // namespace halfopen
