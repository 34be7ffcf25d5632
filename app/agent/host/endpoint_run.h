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

/// One end: its socket, its plan, and who tells of its calls. The socket is set before the gate opens and stays open.
struct EndpointRun final
{
    EndpointRun(HostContext& hostContext, int pairIndex, const Endpoint& endpoint)
        : context(hostContext), pair(pairIndex), plan(endpoint), teller(hostContext.queue, pairIndex, hostContext.host)
    {}

    HostContext& context;
    int pair;
    const Endpoint& plan;
    Fd socket;
    RunTime established{0};
    CallTeller teller;

    [[nodiscard]] RunTime now() const { return context.clock.now(); }
    /// Tells that its first call comes next.
    void tellArmed();
    /// recv() once, what comes is thrown away. False if that was the end of the connection or of the caller's patience.
    [[nodiscard]] bool receive(std::span<char> room);
    /// send() once. The same.
    [[nodiscard]] bool sendOnce(std::span<const char> message);
};

} // namespace halfopen
