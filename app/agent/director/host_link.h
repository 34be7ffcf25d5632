// SPDX-License-Identifier: GPL-3.0-or-later
// The director's hold on one host's program.
#pragma once

#include <optional>
#include <string>
#include <sys/types.h>
#include <vector>

#include "agent/base/fd.h"
#include "agent/host/host_process.h"

namespace halfopen {

/// A forked host process: its pid, the channel to it, and copies of its sockets, through which they are asked and made
/// deaf even while the program is frozen. The copies must be closed before a kill, or its death would not close them.
class HostLink final
{
public:
    /// Forks the process. Only while the caller has one thread.
    [[nodiscard]] static Result<HostLink> start(HostSetup setup);

    [[nodiscard]] pid_t pid() const { return m_pid; }
    [[nodiscard]] int pidfd() const { return m_pidfd.get(); }
    [[nodiscard]] int channel() const { return m_channel.get(); }
    [[nodiscard]] bool isAlive() const { return m_alive; }
    /// By pair; empty after closeSockets(). Some may not be open any more.
    [[nodiscard]] const std::vector<Fd>& sockets() const { return m_sockets; }

    /// Whether it has copies of so many.
    [[nodiscard]] bool holdsSockets(std::size_t sockets) const;
    void keepSockets(std::size_t first, std::vector<Fd> sockets);
    void closeSockets() { m_sockets.clear(); }
    void closeSocket(std::size_t pair) { m_sockets[pair].reset(); }
    /// Their last close() then leaves nothing behind.
    void abortSockets();

    /// SIGSTOP or SIGCONT, and waits until the kernel says that it has come into force, at most half a second.
    [[nodiscard]] bool stop();
    [[nodiscard]] bool resume();
    void kill();
    /// After a kill: until the process has ended and its sockets are closed, at most half a second. It is not reaped.
    [[nodiscard]] bool awaitDeath() const;
    /// A program that its program has started: stopped, resumed and killed with it.
    void addChild(pid_t child) { m_children.push_back(child); }

    /// How it ended, if it has; reaps it. Told once.
    [[nodiscard]] std::optional<int> takeEnd();
    /// Kills and reaps it, whatever state it is in.
    void end();

private:
    [[nodiscard]] bool signalAndAwait(int signal, int waitFlag);

    pid_t m_pid = 0;
    Fd m_pidfd;
    Fd m_channel;
    std::vector<Fd> m_sockets;
    std::vector<pid_t> m_children;
    bool m_alive = false;
};

} // namespace halfopen
