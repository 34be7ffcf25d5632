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

/// Whether that end's program only keeps its socket open.
[[nodiscard]] bool makesNoCalls(Activity activity);

/// Whether that end needs a thread of its own.
[[nodiscard]] bool blocksAlone(const EndpointRun& run);

/// The calls of its activity, once it is armed, and the questions after the end.
void act(EndpointRun& run);

// The activities themselves: until the end of the connection or of the caller's patience.

/// recv() in a loop.
void receiveAll(EndpointRun& run);
/// send() in a loop, as fast as it goes or paced.
void sendAll(EndpointRun& run);
/// The same, but where there is no room poll() waits for it.
void sendWithoutBlocking(EndpointRun& run);
/// One `epoll` end by itself, with the questions after the end.
void epollAlone(EndpointRun& run);
/// A question now and then, and a verdict where no answer comes.
void heartbeat(EndpointRun& run);
/// connect() as soon as the first fault is there, then recv() in a loop.
void connectAndReceive(EndpointRun& run);
/// One message as soon as the first fault is there, then close().
void closeAfterFault(EndpointRun& run);
/// Its socket is in a Qt program's hands, whose lines are handed on. Arms by itself.
void runQt(EndpointRun& run);
/// The server of a client that connects late: arms, waits for it, and only then acts.
void serveConnecting(EndpointRun& run);

} // namespace halfopen
