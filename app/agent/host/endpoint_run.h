// SPDX-License-Identifier: GPL-3.0-or-later
// One end at work.
#pragma once

#include <mutex>
#include <optional>
#include <span>

#include "agent/host/call_teller.h"
#include "agent/base/fd.h"
#include "agent/base/run_clock.h"
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
    HostContext(Host ownSide, const RunClock& runClock, int ends) : host(ownSide), clock(runClock), armed(ends) {}

    Host host;
    RunClock clock;
    StartGate gate;
    ArmedCount armed;
    EventQueue queue;
};

enum class Blocking { Yes, No };

/// One end: its socket, its plan, and who tells of its calls. The socket is set before the gate opens and stays open.
struct EndpointRun final
{
    EndpointRun(HostContext& hostContext, int pairIndex, const Pair& pairPlan)
        : context(hostContext), pair(pairIndex), plan(pairPlan.end(hostContext.host)),
          teller(hostContext.queue, pairIndex, hostContext.host)
    {}

    HostContext& context;
    int pair;
    const Endpoint& plan;
    Fd socket;
    RunTime established{0};
    CallTeller teller;
    CallReturn last; // of receive(), sendOnce() and waitFor()

    [[nodiscard]] RunTime now() const { return context.clock.now(); }
    /// Tells that its first call comes next.
    void tellArmed();
    /// recv() once, what comes is thrown away. False if that was the end of the connection or of the caller's patience.
    [[nodiscard]] bool receive(std::span<char> room);
    /// send() once. The same; a full buffer is no end where the call is not to block.
    [[nodiscard]] bool sendOnce(std::span<const char> message, Blocking blocking = Blocking::Yes);
    /// poll() for these events, for ever or so long. The events that came, 0 after the time, −1 where it failed.
    int waitFor(short events, std::optional<RunTime> atMost = std::nullopt);
    /// After the end: the same questions again, whose answers tell that an errno is given once.
    void askAgain();
};

} // namespace halfopen
