// SPDX-License-Identifier: GPL-3.0-or-later
// What getsockopt(TCP_INFO) said, as far as the program shows or uses it.
#pragma once

#include <cstdint>

#include "core/run_time.h"
#include "core/socket_row.h"

namespace halfopen {

/// Fields of struct tcp_info (include/uapi/linux/tcp.h, tcp_get_info()). Not the socket's row in /proc.
struct TcpInfo final
{
    TcpState state = TcpState::Established;
    int congestionState = 0; // 0 Open 1 Disorder 2 CWR 3 Recovery 4 Loss
    int retransmits = 0;     // RTO expiries in a row
    int probes = 0;          // unanswered keepalive or window probes
    int backoff = 0;
    RunTime rto{0};
    RunTime ato{0};
    int unacked = 0;             // packets_out, segments
    int lost = 0;                // segments
    int retransmitted = 0;       // segments
    int totalRetransmits = 0;    // includes tail-loss probes and SYN
    RunTime rtt{0};              // smoothed
    RunTime rttVariance{0};
    int congestionWindow = 0;    // segments
    RunTime sinceDataSent{0};     // 1 ms resolution
    RunTime sinceDataReceived{0};
    RunTime sinceAckReceived{0};  // keepalive's silence is the smaller of this and sinceDataReceived
    std::uint32_t notSentBytes = 0;
    std::int64_t sendWindow = -1; // bytes, 0 = closed; −1 where the kernel (< 5.4) does not tell
    std::int64_t slowStartThreshold = -1; // segments; −1: none yet, or a program that did not tell
    // Since Linux 6.7; −1 on older ones.
    int totalRto = -1;           // retransmission timeouts of the socket's life, with those of its SYN
    int totalRtoRecoveries = -1; // how many times it came out of them
    RunTime totalRtoTime{-1};    // spent in them; grows while one lasts, in steps of 1 ms

    bool operator==(const TcpInfo&) const = default;
};

} // namespace halfopen
