// SPDX-License-Identifier: GPL-3.0-or-later
// One side of the cable: frames in through a mapped ring, frames out by plain send.
#include "agent/cable/packet_ring.h"

#include "agent/base/system_error.h"
#include "core/words.h"

#include <arpa/inet.h>
#include <linux/if_ether.h>
#include <linux/if_packet.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/socket.h>

#include <cerrno>
#include <utility>

namespace halfopen {

namespace {

constexpr std::size_t kSlots = 8192; // 10,000 idle pairs probing at once lost none with this many, a plain socket thousands
constexpr std::size_t kSlotBytes = 2048;
constexpr std::size_t kBlockBytes = 65536;
constexpr std::size_t kRingBytes = kSlots * kSlotBytes;

#ifndef PACKET_IGNORE_OUTGOING
#define PACKET_IGNORE_OUTGOING 23 // Linux 4.20
#endif

template<class Value>
Result<void> setPacketOption(const Fd& socket, int option, const Value& value, const char* what)
{
    if (::setsockopt(socket.get(), SOL_PACKET, option, &value, sizeof value) != 0)
        return systemError(errno, what);
    return {};
}

} // namespace

Result<PacketRing> PacketRing::open(int link)
{
    PacketRing ring;
    // Protocol 0: nothing is received until bind(), by which time the socket is set up.
    ring.m_socket = Fd{::socket(AF_PACKET, SOCK_RAW | SOCK_CLOEXEC | SOCK_NONBLOCK, 0)};
    if (!ring.m_socket.isOpen())
        return systemError(errno, words("core", "open a packet socket"));
    if (const auto set = setPacketOption(ring.m_socket, PACKET_VERSION, static_cast<int>(TPACKET_V2),
                                         words("core", "choose the ring's version"));
        !set)
        return set.error();
    if (const auto set = setPacketOption(ring.m_socket, PACKET_IGNORE_OUTGOING, 1,
                                         words("core", "hide outgoing frames from a packet socket"));
        !set)
        return set.error();
    tpacket_req request{};
    request.tp_block_size = kBlockBytes;
    request.tp_block_nr = kRingBytes / kBlockBytes;
    request.tp_frame_size = kSlotBytes;
    request.tp_frame_nr = kSlots;
    if (const auto set =
            setPacketOption(ring.m_socket, PACKET_RX_RING, request, words("core", "make a packet ring of 16 MiB"));
        !set)
        return set.error();
    void* const mapped = ::mmap(nullptr, kRingBytes, PROT_READ | PROT_WRITE, MAP_SHARED, ring.m_socket.get(), 0);
    if (mapped == MAP_FAILED)
        return systemError(errno, words("core", "map a packet ring"));
    ring.m_ring = static_cast<std::byte*>(mapped);
    sockaddr_ll address{};
    address.sll_family = AF_PACKET;
    address.sll_protocol = htons(ETH_P_ALL);
    address.sll_ifindex = link;
    if (::bind(ring.m_socket.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
        return systemError(errno, words("core", "bind a packet socket to the router's link"));
    return ring;
}

PacketRing::~PacketRing()
{
    if (m_ring)
        ::munmap(m_ring, kRingBytes);
}

PacketRing::PacketRing(PacketRing&& other) noexcept
    : m_socket(std::move(other.m_socket)), m_ring(std::exchange(other.m_ring, nullptr)), m_at(other.m_at)
{
}

PacketRing& PacketRing::operator=(PacketRing&& other) noexcept
{
    std::swap(m_socket, other.m_socket);
    std::swap(m_ring, other.m_ring);
    std::swap(m_at, other.m_at);
    return *this;
}

std::byte* PacketRing::slot() const { return m_ring + m_at * kSlotBytes; }

std::optional<RingFrame> PacketRing::front() const
{
    auto* const header = reinterpret_cast<tpacket2_hdr*>(slot());
    // The kernel writes the status last and from another processor; acquire orders the frame's bytes after it.
    if ((__atomic_load_n(&header->tp_status, __ATOMIC_ACQUIRE) & TP_STATUS_USER) == 0)
        return {};
    RingFrame frame;
    frame.bytes = {reinterpret_cast<std::uint8_t*>(slot() + header->tp_mac), header->tp_snaplen};
    frame.stamp = std::chrono::seconds{header->tp_sec} + std::chrono::nanoseconds{header->tp_nsec};
    frame.isWhole = header->tp_snaplen == header->tp_len;
    return frame;
}

void PacketRing::release()
{
    auto* const header = reinterpret_cast<tpacket2_hdr*>(slot());
    __atomic_store_n(&header->tp_status, std::uint32_t{TP_STATUS_KERNEL}, __ATOMIC_RELEASE);
    m_at = (m_at + 1) % kSlots;
}

int PacketRing::send(std::span<const std::uint8_t> frame) const
{
    constexpr int kPatienceMs = 5;
    if (::send(m_socket.get(), frame.data(), frame.size(), MSG_DONTWAIT) >= 0)
        return 0;
    if (errno == ENETDOWN) // or was: the socket keeps that error until it is asked, so only the second answer is news
        return ::send(m_socket.get(), frame.data(), frame.size(), MSG_DONTWAIT) >= 0 ? 0 : errno;
    if (errno != EAGAIN && errno != EINTR)
        return errno;
    // The send buffer is full of frames that the next host has not taken yet: a router would queue too.
    pollfd writable{m_socket.get(), POLLOUT, 0};
    (void)::poll(&writable, 1, kPatienceMs);
    return ::send(m_socket.get(), frame.data(), frame.size(), MSG_DONTWAIT) >= 0 ? 0 : errno;
}

std::int64_t PacketRing::takeDrops() const
{
    tpacket_stats stats{};
    socklen_t size = sizeof stats;
    return ::getsockopt(m_socket.get(), SOL_PACKET, PACKET_STATISTICS, &stats, &size) == 0 ? stats.tp_drops : 0;
}

int PacketRing::takeError() const
{
    int error = 0;
    socklen_t size = sizeof error;
    return ::getsockopt(m_socket.get(), SOL_SOCKET, SO_ERROR, &error, &size) == 0 ? error : errno;
}

} // namespace halfopen
