// SPDX-License-Identifier: GPL-3.0-or-later
// What the ends do with their sockets.
#pragma once

#include <span>

#include "agent/host/endpoint_run.h"

namespace halfopen {

/// Waits for the gate, tells that it is armed, then makes the calls of its activity until the connection's end. For
/// activities that block or wait by themselves. Runs in a thread of its own.
void runBlocking(EndpointRun& run);

/// The same for all `epoll` ends of a host together, in one thread and one epoll instance.
void runEpoll(std::span<EndpointRun* const> runs);

/// Whether that activity needs a thread of its own.
[[nodiscard]] bool blocksAlone(Activity activity);
/// Whether that end's program only keeps its socket open.
[[nodiscard]] bool makesNoCalls(Activity activity);

// The activities themselves: until the end of the connection or of the caller's patience.

/// send() in a loop, as fast as it goes or paced.
void sendAll(EndpointRun& run);
/// The same, but where there is no room poll() waits for it.
void sendWithoutBlocking(EndpointRun& run);

} // namespace halfopen
