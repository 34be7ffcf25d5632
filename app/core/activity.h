// SPDX-License-Identifier: GPL-3.0-or-later
// What one end does with its socket.
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace halfopen {

enum class Activity {
    Hold,    // open, nobody looks
    Recv,    // blocking recv() in a loop, what comes is thrown away
    Send,    // blocking send() in a loop, as fast as it goes or paced
    Select,  // select() until readable, then recv(), in a loop
    Poll,    // poll() until readable, then recv()
    Epoll,   // epoll_wait() until readable, then recv()
    Request, // one message after the first fault, then recv(): data in flight
    NonblockingSend, // send() that never blocks, poll() for room, in a loop
    Heartbeat,       // asks the peer's program now and then, and gives up where no answer comes: its own verdict
    NoRead,          // open, and what comes stays in the buffer: the window closes
    Close,           // one message right after the first fault, then close(): what is left is an orphan
    Connect,         // the first fault is there before connect()
    Qt,              // a QTcpSocket in a program of its own
};

[[nodiscard]] std::string_view name(Activity activity);
[[nodiscard]] std::optional<Activity> activityFromName(std::string_view text);

/// Every activity of this version, in menu order.
[[nodiscard]] std::span<const Activity> allActivities();

/// Whether this activity can notice the peer's death: all but `hold` and `no-read`.
[[nodiscard]] constexpr bool isDetector(Activity activity)
{
    return activity != Activity::Hold && activity != Activity::NoRead;
}
/// Whether it sends of its own accord, again and again or once: what an outage then finds in flight.
[[nodiscard]] constexpr bool sendsInLoop(Activity activity)
{
    return activity == Activity::Send || activity == Activity::NonblockingSend;
}

/// Whether its calls have EAGAIN for "not now"; elsewhere it is the limit of SO_RCVTIMEO or SO_SNDTIMEO.
[[nodiscard]] constexpr bool neverBlocks(Activity activity)
{
    return activity == Activity::NonblockingSend || activity == Activity::Heartbeat;
}

/// The call whose return tells of the end: recv, send, select, poll, epoll_wait, heartbeat, close, connect.
[[nodiscard]] std::string_view detectingCall(Activity activity);

} // namespace halfopen
