// SPDX-License-Identifier: GPL-3.0-or-later
// One run of one kernel timer, from a known start to the socket's death or rescue.
#pragma once

#include <optional>
#include <vector>

#include "core/fault_script.h"
#include "core/timer_wheel.h"

namespace halfopen {

/// What one simulated chain of timer expiries came to. Times in seconds since the first fault.
struct ChainResult final
{
    std::optional<double> diedAt; // empty: it survives
    std::optional<double> answeredAt; // survives: the segment that got through after the outage
    int expiries = 0;             // up to the death: names the step of the staircase
    std::vector<double> sent;     // segments sent into the fault
};

/// tcp_keepalive_timer(), net/ipv4/tcp_timer.c. All times in seconds; UT 0 = off.
struct KeepaliveChain final
{
    int idleSeconds = 7200;
    int intervalSeconds = 75;
    int count = 9;
    int userTimeoutMs = 0;
    double lastHeard = 0;    // t_rx: the last segment received before the chain begins
    double armedAt = 0;      // when the pending timer was armed
    double armedFor = 7200;  // and for how long
    std::vector<double> heard{}; // segments of the peer that arrive later (retransmissions), ascending

    [[nodiscard]] ChainResult run(const JiffyClock& clock, const FaultScript& script) const;
};

/// tcp_retransmit_timer(), tcp_write_timeout(), retransmits_timed_out().
struct RetransmissionChain final
{
    double firstSent = 0;          // t_s: the first segment sent into the fault
    std::int64_t rtoJiffies = 51;  // RTO0
    bool lossProbe = true;         // the tail-loss probe comes first and restarts the RTO
    int userTimeoutMs = 0;
    int retries2 = 15;
    int rtoMaxMs = 120'000;
    bool thin = false;             // tcp_thin_linear_timeouts, and fewer than four segments are out

    [[nodiscard]] ChainResult run(const JiffyClock& clock, const FaultScript& script) const;
};

/// tcp_probe_timer(), tcp_send_probe0(): the peer's window is closed.
struct WindowProbeChain final
{
    double closedAt = 0; // when the window closed
    std::int64_t rtoJiffies = 51;
    int userTimeoutMs = 0;
    int retries2 = 15;
    int rtoMaxMs = 120'000;
    double opensAt = FaultScript::kForever; // when the peer's program reads again: its kernel tells at once, and at every probe

    [[nodiscard]] ChainResult run(const JiffyClock& clock, const FaultScript& script) const;
};

/// The time limit that `tcp_retries2` stands for: tcp_model_timeout(), net/ipv4/tcp_timer.c, since 2.6.32
/// (RFC 6069); always computed with 200 ms, whatever the connection's RTO. In milliseconds.
[[nodiscard]] std::int64_t retransmissionLimitMs(int retries2, int rtoMaxMs);

} // namespace halfopen
