// SPDX-License-Identifier: GPL-3.0-or-later
// One end at work.
#pragma once

#include <mutex>
#include <optional>
#include <span>

#include "agent/host/call_teller.h"
#include "agent/base/fd.h"
#include "agent/base/run_clock.h"
#include "core/heartbeat_words.h"
#include "agent/host/start_gate.h"
#include "core/experiment.h"

namespace halfopen {

/// Counts the ends of a host that are about to make their first call.
class ArmedCount final
{
public:
    explicit ArmedCount(int ends) : m_left(ends) {}

    /// True for the last one.
    bool add(RunTime at);
    /// When the last one was armed; empty before.
    [[nodiscard]] std::optional<RunTime> complete();

private:
    std::mutex m_mutex;
    int m_left;
    RunTime m_latest{0};
};

/// What the ends of one host share.
struct HostContext final
{
    HostContext(Host ownSide, const RunClock& runClock, int ends, int directorChannel)
        : host(ownSide), clock(runClock), armed(ends), channel(directorChannel)
    {}

    Host host;
    RunClock clock;
    /// Loopback place: the longest that the run can last. 0 where what closed sockets leave behind is destroyed at its end.
    RunTime longestRun{0};
    StartGate gate;
    ArmedCount armed;
    int channel; // to the director, for several threads
    EventQueue queue;
};

enum class Blocking { Yes, No };

/// One end: its socket, its plan, and who tells of its calls. The socket is set before the gate opens and stays open.
struct EndpointRun final
{
    EndpointRun(HostContext& hostContext, int pairIndex, const Pair& pairPlan)
        : context(hostContext), pair(pairIndex), plan(pairPlan.end(hostContext.host)),
          answers(pairPlan.end(otherHost(hostContext.host)).activity == Activity::Heartbeat),
          connectsLate(pairPlan.client.activity == Activity::Connect),
          bothClose(pairPlan.client.activity == Activity::Close && pairPlan.server.activity == Activity::Close),
          teller(hostContext.queue, pairIndex, hostContext.host)
    {}

    HostContext& context;
    int pair;
    const Endpoint& plan;
    bool answers;           // the peer's program asks questions
    bool connectsLate;      // the fault is there before connect()
    bool bothClose;         // nobody keeps a descriptor of the connection
    std::mutex socketMutex; // between the end's own thread and who sets options meanwhile
    Fd socket;
    Fd listener;           // server of a pair that connects late, until somebody has come
    SocketAddress target;  // client of such a pair
    RunTime established{0}; // 0: not yet
    CallTeller teller;
    CallReturn last;           // of receive(), sendOnce(), waitFor() and connect()
    std::int64_t received = 0; // bytes that the last receive() got

    [[nodiscard]] RunTime now() const { return context.clock.now(); }
    /// Tells that its first call comes next.
    void tellArmed();
    /// recv() once, what comes is thrown away but for questions, which are answered. False if that was the end of the connection or of the caller's patience.
    [[nodiscard]] bool receive(std::span<char> room);
    /// send() once. The same; a full buffer is no end where the call is not to block.
    [[nodiscard]] bool sendOnce(std::span<const char> message, Blocking blocking = Blocking::Yes);
    /// poll() for these events, for ever or so long. The events that came, 0 after the time, −1 where it failed.
    int waitFor(short events, std::optional<RunTime> atMost = std::nullopt);
    /// After the end: the same questions again, whose answers tell that an errno is given once.
    void askAgain();

private:
    [[nodiscard]] bool answer(std::span<const char> bytes);

    MessageCount m_questions{kQuestionByte};
};

} // namespace halfopen
