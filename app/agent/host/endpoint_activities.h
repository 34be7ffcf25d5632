// SPDX-License-Identifier: GPL-3.0-or-later
// What the ends do with their sockets.
#pragma once

#include <span>

#include "agent/host/endpoint_run.h"

namespace halfopen {

/// Waits for the gate, tells that it is armed, then makes the calls of its activity until the connection's end. For
/// activities that really block: recv, send, select, poll, request. Runs in a thread of its own.
void runBlocking(EndpointRun& run);

/// The same for all `epoll` ends of a host together, in one thread and one epoll instance.
void runEpoll(std::span<EndpointRun* const> runs);

/// Whether that activity needs a thread of its own.
[[nodiscard]] bool blocksAlone(Activity activity);

} // namespace halfopen
