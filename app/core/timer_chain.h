// SPDX-License-Identifier: GPL-3.0-or-later
// One run of one kernel timer, from a known start to the socket's death or rescue.
#pragma once

#include <optional>
#include <vector>

#include "core/fault_script.h"
#include "core/timer_wheel.h"

namespace halfopen {

inline constexpr int kMaxExpiries = 4000; // a chain that long goes on for ever (probes that are always answered)
inline constexpr std::size_t kMostAnswered = 64; // of a chain that goes round nobody asks for the rest
inline constexpr std::int64_t kRtoMinMs = 200;      // TCP_RTO_MIN
inline constexpr std::int64_t kResourceProbeMs = 500; // TCP_RESOURCE_PROBE_INTERVAL: after a drop in the own queue

/// msecs_to_jiffies(): rounds up.
[[nodiscard]] std::int64_t jiffiesOfMs(std::int64_t ms, int hz);
[[nodiscard]] std::int64_t millisecondsAt(const JiffyClock& clock, std::int64_t jiffy);

/// What one simulated chain of timer expiries came to. Times in seconds since the first fault.
struct ChainResult final
{
    std::optional<double> diedAt; // empty: it survives, or is reset
    std::optional<double> resetAt; // a RST came back
    std::optional<double> answeredAt; // survives: the segment that got through after the outage
    int expiries = 0;             // up to the death: names the step of the staircase
    std::vector<double> sent;     // segments sent into the fault
    std::vector<double> answered{}; // keepalive's other probes: what came back was an ACK, or the RST; the first kMostAnswered
    bool lossProbe = false;       // the first of them is a tail-loss probe, which the kernel does not count: tcp_send_loss_probe()
};

/// An option that changes while a chain runs.
struct TimerChange final
{
    double at = 0;
    std::optional<bool> on;
    std::optional<int> idleSeconds;
    std::optional<int> intervalSeconds;
    std::optional<int> count;
    std::optional<int> userTimeoutMs;
    bool operator==(const TimerChange&) const = default;
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
    std::vector<TimerChange> changes{}; // ascending
    bool on = true;                     // SO_KEEPALIVE when the chain begins
    double horizon = FaultScript::kForever; // nobody watches any longer

    [[nodiscard]] ChainResult run(const JiffyClock& clock, const FaultScript& script) const;
    bool operator==(const KeepaliveChain&) const = default;
};

/// ICMP errors that answer the segments, where they undo a step of the back-off: tcp_ld_RTO_revert(), RFC 6069.
/// A router gives `burst` at once and then so many a second (icmp_ratelimit, icmpv6 ratelimit).
struct BackoffRevert final
{
    double burst = 6;
    double perSecond = 1;
    bool operator==(const BackoffRevert&) const = default;
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
    bool stampedAtFirstSend = false; // the limit counts from t_s, as it also does where no retransmission finds a way out
    bool thinLinear = false;         // tcp_thin_linear_timeouts: the first six RTOs do not double
    std::optional<int> orphanRetries{}; // no program holds the socket: tcp_orphan_retries(), 0 means 8 while the RTO grows
    double orphanFrom = 0;              // from then on: SO_LINGER keeps close() waiting
    std::optional<BackoffRevert> revert{};
    std::vector<TimerChange> changes{}; // of the user timeout

    [[nodiscard]] ChainResult run(const JiffyClock& clock, const FaultScript& script) const;
    bool operator==(const RetransmissionChain&) const = default;
};

/// tcp_probe_timer(), tcp_send_probe0(): the peer's window is closed, or the first segment cannot leave the host.
struct WindowProbeChain final
{
    double closedAt = 0; // when the window closed
    std::int64_t rtoJiffies = 51;
    int userTimeoutMs = 0;
    int retries2 = 15;
    int rtoMaxMs = 120'000;
    double opensAt = FaultScript::kForever; // when the peer's program reads again: its kernel tells at once, and at every probe
    Segment segment = Segment::Probe;       // Data: the segment that could not leave
    std::vector<double> heard{};            // segments of the peer, ascending: each sets the count back
    std::optional<int> orphanRetries{};     // no program holds the socket: instead of retries2 …
    double orphanFrom = 0;                  // … from then on
    std::vector<TimerChange> changes{};     // of the user timeout

    [[nodiscard]] ChainResult run(const JiffyClock& clock, const FaultScript& script) const;
    bool operator==(const WindowProbeChain&) const = default;
};

/// A SYN and its retransmissions: tcp_connect(), tcp_retransmit_timer(), tcp_write_timeout() in SYN_SENT.
struct SynChain final
{
    double firstSent = 0;
    int synRetries = 6;
    int linearTimeouts = 4; // tcp_syn_linear_timeouts, since 6.5; 0 before
    int userTimeoutMs = 0;  // since 5.0
    int rtoMaxMs = 120'000;
    double refusedFrom = FaultScript::kForever; // nobody listens there any more

    [[nodiscard]] ChainResult run(const JiffyClock& clock, const FaultScript& script) const;
    bool operator==(const SynChain&) const = default;
};

/// Data that waits in the neighbour queue: each unanswered resolution (three requests, a second apart) ends in an ICMP
/// error to the own host, which undoes a step of the back-off and sends again: neigh_timer_handler(),
/// arp_error_report(), tcp_ld_RTO_revert().
struct NeighbourChain final
{
    double firstSent = 0;
    std::int64_t rtoJiffies = 51;
    int userTimeoutMs = 0;
    std::int64_t limitMs = 924'600; // what tcp_retries2 stands for
    int rtoMaxMs = 120'000;
    bool reverts = true; // IPv6 says "address unreachable", which undoes nothing
    bool probesWithNewData = false; // Nagle's algorithm has held back what a paced sender has written since
    bool repays = false; // what a retransmission could not send is sent when its queue is emptied, if cwnd allows: tcp_tsq_write()

    struct Result
    {
        ChainResult chain;
        bool knowsWhy = false; // an ICMP error came before the end
    };
    [[nodiscard]] Result run(const JiffyClock& clock, const FaultScript& script) const;
};

/// When three unanswered requests end, in jiffies after the first.
[[nodiscard]] std::int64_t neighbourFails(std::int64_t now, int hz);

/// The time limit that `tcp_retries2` stands for: tcp_model_timeout(), net/ipv4/tcp_timer.c, since 2.6.32
/// (RFC 6069); always computed with 200 ms (1 s for a SYN), whatever the connection's RTO. In milliseconds.
[[nodiscard]] std::int64_t retransmissionLimitMs(int retries2, int rtoMaxMs, std::int64_t baseMs = kRtoMinMs);

} // namespace halfopen
