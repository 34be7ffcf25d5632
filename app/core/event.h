// SPDX-License-Identifier: GPL-3.0-or-later
// The facts of a run, one by one, as the agent tells them.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/experiment.h"
#include "core/fault.h"
#include "core/host.h"
#include "core/kernel_counters.h"
#include "core/packet.h"
#include "core/run_time.h"
#include "core/socket_row.h"
#include "core/tcp_info.h"

namespace halfopen {

/// Raised when the meaning of a key changes; new optional keys keep it.
inline constexpr int kProtocolNumber = 1;

/// First line of every agent: who speaks, on what kernel.
struct HelloEvent final
{
    int protocol = kProtocolNumber;
    std::string programVersion{};
    std::string kernelRelease{}; // uname -r
    int hz = 0;                // jiffies a second
    std::string startedAt{};     // ISO 8601 UTC with milliseconds; for display and the CSV only
    bool operator==(const HelloEvent&) const = default;
};

/// Where the run takes place after `auto` has been resolved, and why.
struct PlaceEvent final
{
    PlaceKind place = PlaceKind::Namespaces;
    std::string why{}; // a sentence; empty where the experiment asked for this place
    bool operator==(const PlaceEvent&) const = default;
};

/// One stage of the availability check ("user namespace", "network namespace", "veth", "packet socket" …).
struct CheckEvent final
{
    PlaceKind place = PlaceKind::Namespaces;
    std::string stage{};
    bool passed = false;
    std::string why{};    // what was seen, with the errno's name
    std::string remedy{}; // what would make it work; empty if passed
    bool operator==(const CheckEvent&) const = default;
};

/// The sysctls in force in the hosts, read back after they were set (loopback: of this machine).
struct SysctlEvent final
{
    std::map<std::string, std::int64_t> values{};
    std::string congestionControl{}; // what every socket was given because the experiment asked for it
    bool operator==(const SysctlEvent&) const = default;
};

/// A host's program began, ended, was stopped or goes on.
struct ProcessEvent final
{
    enum class What { Started, Ended, Stopped, Continued };
    Host host = Host::Client;
    What what = What::Started;
    int pid = 0;
    int signal = 0;      // Ended: the signal that ended it, 0 if it exited
    std::string address{}; // Started: the host's IP address
    bool operator==(const ProcessEvent&) const = default;
};

/// The addresses of one end's socket.
struct SocketEvent final
{
    int pair = 0;
    Host end = Host::Client;
    SocketAddress local{};
    SocketAddress remote{};
    bool operator==(const SocketEvent&) const = default;
};

/// One option of one end as the kernel has it after it was set (read back), in the option's own unit.
struct OptionEvent final
{
    int pair = 0;
    Host end = Host::Client;
    std::string name{};
    double value = 0;
    bool isChange = false; // set while the connection lives
    bool byHand = false;   // not by the script
    bool operator==(const OptionEvent&) const = default;
};

/// That end is connected and about to make its first call, or about to connect (accept) where the fault comes first.
/// `established` tells when connect() or accept() returned, 0 where they have not.
struct ArmedEvent final
{
    int pair = 0;
    Host end = Host::Client;
    RunTime established{0};
    bool operator==(const ArmedEvent&) const = default;
};

/// t = 0: the last pair is armed.
struct StartedEvent final
{
    bool operator==(const StartedEvent&) const = default;
};

/// A fault came into force, was healed, or could not be made. The event's time is the stamp
/// taken just before the first system call (or the store of the flag) that does it.
struct FaultEvent final
{
    enum class What { Applied, Healed, Failed };
    int id = 0; // index in the script; faults made by hand follow on
    What what = What::Applied;
    Fault fault{};
    RunTime took{0}; // until the last system call returned
    std::string why{}; // Failed: a sentence
    bool operator==(const FaultEvent&) const = default;
};

/// A call began, returned, or a number of short calls went by without trouble.
struct CallEvent final
{
    enum class What { Begin, End, Burst };
    int pair = 0;
    Host end = Host::Client;
    What what = What::Begin;
    std::string call{};        // recv, send, select, poll, epoll_wait, connect, close; heartbeat: the program's own verdict
    RunTime began{0};        // Begin, End: when the call was entered. Burst: when the first of them was
    std::int64_t result = 0; // End: what the call returned
    int errorNumber = 0;     // End: errno where result is −1
    std::int64_t bytes = 0;  // moved by this call or these calls
    std::int64_t count = 1;  // Burst: how many calls
    int readiness = 0;       // End of select, poll, epoll_wait: the bits that were returned, as in poll(2)
    int socketError = 0;     // End: SO_ERROR where the program asked for it
    bool operator==(const CallEvent&) const = default;
};

/// A row of /proc/net/tcp is new or has changed in more than its countdown.
struct RowEvent final
{
    Host host = Host::Client;
    int pair = -1; // −1: not (yet) one of ours
    SocketRow row{};
    bool operator==(const RowEvent&) const = default;
};

/// A row is gone: the kernel has taken the socket out of its table (the descriptor may still be open).
struct RowGoneEvent final
{
    Host host = Host::Client;
    int pair = -1;
    SocketAddress local{};
    SocketAddress remote{};
    RunTime lastSeen{0}; // when the table was last read with the row in it; 0 from programs that did not tell
    bool operator==(const RowGoneEvent&) const = default;
};

/// TCP_INFO has changed in more than its ages, or was taken at the first fault.
struct TcpInfoEvent final
{
    int pair = 0;
    Host end = Host::Client;
    bool atFault = false;
    TcpInfo info{};
    bool operator==(const TcpInfoEvent&) const = default;
};

/// One segment. The event's time is the kernel's receive stamp at the router.
struct PacketEvent final
{
    Packet packet{};
    bool operator==(const PacketEvent&) const = default;
};

/// Ordinary data and ACKs of a flowing connection, folded: all delivered between `first` and the event's time.
struct FlowEvent final
{
    int pair = 0;
    Host from = Host::Client;
    RunTime first{0};
    std::int64_t packets = 0;
    std::int64_t bytes = 0; // payload
    bool operator==(const FlowEvent&) const = default;
};

/// The counters of one host's kernel, read at t = 0, just after the first fault and at the end; in a run of one pair also
/// when that host's program has learnt of the end, so that they tell who decided. Not on loopback, where they are the
/// whole machine's.
struct CountersEvent final
{
    enum class At { Start, Fault, End, Outcome };
    Host host = Host::Client;
    At at = At::Start;
    KernelCounters values{};
    bool operator==(const CountersEvent&) const = default;
};

/// Frames went missing that no fault took: the run is flagged.
struct LossEvent final
{
    std::string where{}; // "packet ring client", "veth server" …
    std::int64_t frames = 0;
    bool operator==(const LossEvent&) const = default;
};

/// A timer of the agent ran late by more than 50 ms: the machine was starved.
struct LateEvent final
{
    std::string what{};
    RunTime late{0};
    bool operator==(const LateEvent&) const = default;
};

/// Samples (never facts) were left out because the reader did not keep up.
struct SkippedEvent final
{
    std::int64_t samples = 0;
    bool operator==(const SkippedEvent&) const = default;
};

/// A sentence for the log.
struct NoteEvent final
{
    std::string text{};
    bool operator==(const NoteEvent&) const = default;
};

/// The last line of a run.
struct FinishedEvent final
{
    enum class Why { Asked, TimeLimit, Cancelled, Failed, Refused };
    Why why = Why::Asked;
    std::string stage{};  // Failed, Refused: what was tried
    int errorNumber = 0;
    std::string message{}; // Failed: what happened. Refused: why this place cannot run it
    std::string remedy{};
    bool operator==(const FinishedEvent&) const = default;
};

/// A kind this version does not know: kept and shown as text.
struct UnknownEvent final
{
    std::string line{};
    bool operator==(const UnknownEvent&) const = default;
};

using EventBody = std::variant<HelloEvent, PlaceEvent, CheckEvent, SysctlEvent, ProcessEvent, SocketEvent, OptionEvent,
                               ArmedEvent, StartedEvent, FaultEvent, CallEvent, RowEvent, RowGoneEvent, TcpInfoEvent,
                               PacketEvent, FlowEvent, CountersEvent, LossEvent, LateEvent, SkippedEvent, NoteEvent, FinishedEvent,
                               UnknownEvent>;

struct Event final
{
    RunTime time{0}; // since hello
    EventBody body;
    bool operator==(const Event&) const = default;
};

} // namespace halfopen
