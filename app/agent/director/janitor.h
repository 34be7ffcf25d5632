// SPDX-License-Identifier: GPL-3.0-or-later
// A process that waits for the director's death and then clears away what it left.
#pragma once

#include <span>
#include <sys/types.h>

#include "agent/base/fd.h"
#include "agent/lab/lab.h"
#include "core/result.h"

namespace halfopen {

/// The director's handle on it. The janitor holds the host processes (pidfds), the lab, and in the loopback place
/// copies of all sockets: when the director vanishes it kills the hosts and destroys the sockets, which would otherwise
/// go on for minutes as orphans in FIN-WAIT-1. Does nothing while all is well.
class Janitor final
{
public:
    /// Forks it: inside the user namespace of the lab, so that it has the rights. `lab` may be nullptr (loopback
    /// place).
    [[nodiscard]] static Result<Janitor> start(const Lab* lab);

    void watchProcesses(std::span<const int> pidfds);
    /// Loopback place: copies of that host's sockets.
    void keepSockets(Host host, std::span<const int> sockets);
    /// Forgets them, so that the host's death closes them. Waits for the answer, at most one second.
    void releaseSockets(Host host);
    /// All is cleaned up: it ends, and is waited for.
    void dismiss();

    [[nodiscard]] pid_t pid() const { return m_pid; }

private:
    pid_t m_pid = 0;
    Fd m_channel;
};

} // namespace halfopen
