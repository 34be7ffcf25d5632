// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the counters of both hosts' kernels and tells them.
#pragma once

#include <array>
#include <string_view>

#include "agent/director/reporter.h"
#include "agent/lab/lab.h"
#include "core/kernel_counters.h"

namespace halfopen {

/// For the namespaces place: on loopback the counters are the whole machine's and would name the wrong one.
class CounterWatch final
{
public:
    CounterWatch(Reporter& reporter, const RunClock& clock, const Lab& lab);

    /// Reads both hosts and tells: some 0.3 ms each.
    void tell(CountersEvent::At at);
    /// Event lines of that host's program, which does `activity`: at the first one that tells of the connection's end, or
    /// of the call's own limit, the host is read and told. For runs of one pair.
    void lookForOutcome(Host host, Activity activity, std::string_view lines);

private:
    void tell(CountersEvent::At at, Host host);
    [[nodiscard]] static KernelCounters read(const LabHost& host);

    Reporter& m_reporter;
    const RunClock& m_clock;
    const Lab& m_lab;
    std::array<bool, 2> m_outcomes{}; // told, by host
};

} // namespace halfopen
