// SPDX-License-Identifier: GPL-3.0-or-later
// What the director and its children say to each other over a SOCK_SEQPACKET pair.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "agent/base/fd.h"
#include "core/result.h"
#include "core/run_time.h"

namespace halfopen {

enum class WireKind : char {
    // From a host process to the director.
    Lines = 'E',     // event lines, each with its line feed
    Listening = 'L', // server: the ports of all pairs, 16 bits each
    Sockets = 'S',   // copies of the sockets of the pairs from `number` on, as descriptors
    Connected = 'K', // all its ends are connected
    Armed = 'R',     // all its ends are about to make their first call, the last at `number` (run time in ns)
    Child = 'B',     // it has started the program `number` (a pid), which is stopped and goes on with it
    Closed = 'U',    // its program has closed the socket of the pair `number`
    Failure = 'X',   // it cannot go on: `number` is the errno, the text says why
    // From the director to a host process.
    Connect = 'C', // client: the ports to connect to
    Arm = 'A',     // make the first calls
    Origin = 'O',  // the first fault is in force, or there is none to come: since `number` (run time in ns)
    Zero = 'Z',    // t = 0 is `number` (run time in ns)
    SetOption = 'T', // the text is a command of core/agent_command.h
    Flush = 'F',   // tell what is folded; answered by Done
    // From the director to the janitor, which answers Release with Done.
    Processes = 'P', // the host processes, as pidfds
    Release = 'W',   // forget the sockets of the host `number` (0 client, 1 server)
    Done = 'D',      // from either: it has been done
    Quit = 'Q',      // everything is cleaned up
};

struct WireMessage final
{
    WireKind kind = WireKind::Lines;
    std::int64_t number = 0;
    std::string text;
    std::vector<Fd> descriptors;
};

inline constexpr std::size_t kMaxWireText = 48 * 1024;
inline constexpr std::size_t kMaxWireDescriptors = 128; // SCM_MAX_FD is 253

/// Both ends of a channel, close-on-exec.
struct WirePair final
{
    Fd here;
    Fd there;
};
[[nodiscard]] Result<WirePair> makeWire();

/// Waits where the channel is full, and where more descriptors of this user are on their way than he may have open. May be called by several threads at once: a message is sent whole or not at all.
/// False where nobody listens any more.
bool sendWire(int channel, WireKind kind, std::int64_t number = 0, std::string_view text = {},
              std::span<const int> descriptors = {});

enum class WireRead { Got, Empty, Closed };
/// Never waits.
[[nodiscard]] WireRead receiveWire(int channel, WireMessage& message);

} // namespace halfopen
