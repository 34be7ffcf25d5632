// SPDX-License-Identifier: GPL-3.0-or-later
// What a living socket says of itself, and what is done to it from outside its program.
#include "agent/base/socket_state.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <linux/tcp.h>
#include <netinet/in.h>
#include <sys/socket.h>

namespace halfopen {

namespace {

constexpr int kHighestTtl = 255;
constexpr int kIpMinTtl = 21;        // IP_MINTTL, include/uapi/linux/in.h
constexpr int kIpv6MinHopCount = 73; // IPV6_MINHOPCOUNT, include/uapi/linux/in6.h

constexpr std::size_t kRoomForTcpInfo = 512; // the kernel fills what it has, and tells how much
constexpr std::uint32_t kInfiniteThreshold = 0x7fff'ffff; // TCP_INFINITE_SSTHRESH: no loss so far

/// The fields that Linux 6.7 added to struct tcp_info, which the headers of this system need not have. They follow
/// tcpi_rcv_wnd and tcpi_rehash (6.2), which follow tcpi_snd_wnd.
struct RtoTotals final
{
    std::uint16_t timeouts = 0;     // tcpi_total_rto
    std::uint16_t recoveries = 0;   // tcpi_total_rto_recoveries
    std::uint32_t milliseconds = 0; // tcpi_total_rto_time
};
constexpr std::size_t kTotalRtoAt = offsetof(tcp_info, tcpi_snd_wnd) + 3 * sizeof(std::uint32_t);
static_assert(kTotalRtoAt == 240 && sizeof(RtoTotals) == 8); // the layout is for ever: user space depends on it

RunTime micros(std::uint32_t value)
{
    return std::chrono::microseconds{value};
}
RunTime millis(std::uint32_t value)
{
    return std::chrono::milliseconds{value};
}

} // namespace

std::optional<TcpInfo> readTcpInfo(int socket)
{
    std::array<std::byte, kRoomForTcpInfo> told{};
    socklen_t length = told.size();
    if (::getsockopt(socket, IPPROTO_TCP, TCP_INFO, told.data(), &length) != 0)
        return std::nullopt;
    tcp_info kernel{};
    std::memcpy(&kernel, told.data(), std::min<std::size_t>(length, sizeof kernel));
    TcpInfo info;
    info.state = static_cast<TcpState>(kernel.tcpi_state);
    info.congestionState = kernel.tcpi_ca_state;
    info.retransmits = kernel.tcpi_retransmits;
    info.probes = kernel.tcpi_probes;
    info.backoff = kernel.tcpi_backoff;
    info.rto = micros(kernel.tcpi_rto);
    info.ato = micros(kernel.tcpi_ato);
    info.unacked = static_cast<int>(kernel.tcpi_unacked);
    info.lost = static_cast<int>(kernel.tcpi_lost);
    info.retransmitted = static_cast<int>(kernel.tcpi_retrans);
    info.totalRetransmits = static_cast<int>(kernel.tcpi_total_retrans);
    info.rtt = micros(kernel.tcpi_rtt);
    info.rttVariance = micros(kernel.tcpi_rttvar);
    info.congestionWindow = static_cast<int>(kernel.tcpi_snd_cwnd);
    info.sinceDataSent = millis(kernel.tcpi_last_data_sent);
    info.sinceDataReceived = millis(kernel.tcpi_last_data_recv);
    info.sinceAckReceived = millis(kernel.tcpi_last_ack_recv);
    info.notSentBytes = kernel.tcpi_notsent_bytes;
    if (length >= offsetof(tcp_info, tcpi_snd_wnd) + sizeof kernel.tcpi_snd_wnd)
        info.sendWindow = kernel.tcpi_snd_wnd;
    if (kernel.tcpi_snd_ssthresh < kInfiniteThreshold)
        info.slowStartThreshold = kernel.tcpi_snd_ssthresh;
    if (length >= kTotalRtoAt + sizeof(RtoTotals)) {
        RtoTotals totals;
        std::memcpy(&totals, told.data() + kTotalRtoAt, sizeof totals);
        info.totalRto = totals.timeouts;
        info.totalRtoRecoveries = totals.recoveries;
        info.totalRtoTime = millis(totals.milliseconds);
    }
    return info;
}

bool setDeaf(int socket, Family family, bool deaf)
{
    const int least = deaf ? kHighestTtl : 0;
    if (family == Family::Ipv4)
        return ::setsockopt(socket, IPPROTO_IP, kIpMinTtl, &least, sizeof least) == 0;
    return ::setsockopt(socket, IPPROTO_IPV6, kIpv6MinHopCount, &least, sizeof least) == 0;
}

bool setFarReaching(int socket, Family family, bool far)
{
    constexpr int kUsual = -1;
    const int ttl = far ? kHighestTtl : kUsual;
    if (family == Family::Ipv4)
        return ::setsockopt(socket, IPPROTO_IP, IP_TTL, &ttl, sizeof ttl) == 0;
    return ::setsockopt(socket, IPPROTO_IPV6, IPV6_UNICAST_HOPS, &ttl, sizeof ttl) == 0;
}

void makeAbortive(int socket)
{
    setFarReaching(socket, Family::Ipv4, true); // does nothing to the other family's segments
    setFarReaching(socket, Family::Ipv6, true);
    const linger atOnce{1, 0};
    ::setsockopt(socket, SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
}

} // namespace halfopen
