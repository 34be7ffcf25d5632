// SPDX-License-Identifier: GPL-3.0-or-later
// One line of /proc/net/tcp or /proc/net/tcp6.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "core/run_time.h"

namespace halfopen {

/// TCP states by their numbers in /proc/net/tcp (include/net/tcp_states.h).
enum class TcpState : std::uint8_t {
    Established = 1, SynSent, SynRecv, FinWait1, FinWait2, TimeWait, Close, CloseWait, LastAck, Listen, Closing, NewSynRecv
};

/// The timer that pends (column `tr`). One of them is shown at a time: retransmission and probe0 hide keepalive.
enum class KernelTimer : std::uint8_t { None = 0, Retransmit = 1, Keepalive = 2, TimeWait = 3, WindowProbe = 4 };

[[nodiscard]] std::string_view name(TcpState state);    // ESTABLISHED …
[[nodiscard]] std::string_view name(KernelTimer timer); // none, retransmit, keepalive, time-wait, window-probe
[[nodiscard]] std::optional<TcpState> tcpStateFromName(std::string_view text);
[[nodiscard]] std::optional<KernelTimer> kernelTimerFromName(std::string_view text);

struct SocketAddress final
{
    std::string ip; // dotted quad, or IPv6 in RFC 5952 form without brackets
    std::uint16_t port = 0;

    [[nodiscard]] std::string text() const; // 10.0.1.2:9000, [fd00::1]:9000
    auto operator<=>(const SocketAddress&) const = default; // NOLINT(modernize-use-nullptr): clang-tidy 14 takes <=> for a 0
};

/// Reads what `SocketAddress::text()` writes; empty on anything else. The IP part is not checked beyond its characters.
[[nodiscard]] std::optional<SocketAddress> socketAddressFromText(std::string_view text);

/// Every field of the line (net/ipv4/tcp_ipv4.c, get_tcp4_sock). Times there are in 1/100 s whatever the HZ.
struct SocketRow final
{
    SocketAddress local;
    SocketAddress remote;
    TcpState state = TcpState::Established;
    std::uint32_t sendQueue = 0;    // tx_queue, bytes: unacknowledged and unsent
    std::uint32_t receiveQueue = 0; // rx_queue, bytes not yet read; LISTEN: accept queue
    KernelTimer timer = KernelTimer::None;
    RunTime timerLeft{0};           // tm->when: requested expiry − now, before the timer wheel's rounding; stands at 0 while late
    int retransmits = 0;            // retrnsmt: RTO expiries in a row
    int probesOut = 0;              // timeout: unanswered keepalive or window probes
    int uid = 0;
    std::uint64_t inode = 0;
    int references = 0;             // ref
    RunTime rto{0};                 // in steps of 10 ms; 0 where the short line form leaves it out (TIME_WAIT, SYN_RECV)
    RunTime ato{0};                 // delayed-ACK timer
    int quickAckPingpong = 0;       // quick << 1 | pingpong
    int congestionWindow = 0;       // segments
    int slowStartThreshold = -1;    // −1: initial slow start; LISTEN: fastopen queue

    bool operator==(const SocketRow&) const = default;
};

/// Reads a whole /proc/net/tcp or tcp6 (the heading line is skipped). Fails with the line number
/// where a line is not of that form; nothing is guessed.
[[nodiscard]] Result<std::vector<SocketRow>> parseProcNetTcp(std::string_view text);

} // namespace halfopen
