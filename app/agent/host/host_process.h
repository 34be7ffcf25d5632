// SPDX-License-Identifier: GPL-3.0-or-later
// The program of one host: all ends of its side, in a process of its own so that kill and freeze are real.
#pragma once

#include <string>
#include <sys/types.h>

#include "agent/lab/lab.h"
#include "agent/base/run_clock.h"

namespace halfopen {

/// All that a host's program needs to know. What it points to outlives it: it ends by _exit() or SIGKILL.
struct HostSetup final
{
    Host host = Host::Client;
    const Experiment* experiment = nullptr;
    const Lab* lab = nullptr;  // nullptr: the loopback place
    std::string serverAddress; // where the server listens
    RunClock clock;
    int channel = -1; // to the director
    pid_t director = 0;
};

/// Runs in a freshly forked child and never returns. Ends when the channel closes.
[[noreturn]] void runHostProcess(const HostSetup& setup);

} // namespace halfopen
