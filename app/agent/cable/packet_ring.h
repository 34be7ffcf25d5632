// SPDX-License-Identifier: GPL-3.0-or-later
// One side of the cable: frames in through a mapped ring, frames out by plain send.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "agent/base/fd.h"
#include "core/result.h"
#include "core/run_time.h"

namespace halfopen {

/// A frame where the kernel put it. Valid and writable until PacketRing::release().
struct RingFrame final
{
    std::span<std::uint8_t> bytes;
    RunTime stamp{0};      // kernel's receive stamp, CLOCK_REALTIME
    bool isWhole = false;  // false: longer than a slot, cut off
};

/// An AF_PACKET socket on one interface with a TPACKET_V2 receive ring of 8192 slots of 2 KiB. Sees only what comes in.
/// Survives its interface going down and up. Used by one thread.
class PacketRing final
{
public:
    /// `link` is the interface's index in the calling thread's network namespace. Needs CAP_NET_RAW there.
    [[nodiscard]] static Result<PacketRing> open(int link);
    ~PacketRing();
    PacketRing(PacketRing&& other) noexcept;
    PacketRing& operator=(PacketRing&& other) noexcept;
    PacketRing(const PacketRing&) = delete;
    PacketRing& operator=(const PacketRing&) = delete;

    [[nodiscard]] int descriptor() const { return m_socket.get(); }
    /// The oldest frame not yet released, or empty.
    [[nodiscard]] std::optional<RingFrame> front() const;
    /// Gives the oldest frame's slot back to the kernel.
    void release();

    /// Out of this interface. 0, or the errno (ENETDOWN: the interface is down).
    [[nodiscard]] int send(std::span<const std::uint8_t> frame) const;
    /// Frames lost because the ring was full since the last call.
    [[nodiscard]] std::int64_t takeDrops() const;
    /// The socket's pending error (ENETDOWN after the interface went down), cleared by asking: until then it stays readable.
    [[nodiscard]] int takeError() const;

private:
    PacketRing() = default;
    [[nodiscard]] std::byte* slot() const;

    Fd m_socket;
    std::byte* m_ring = nullptr;
    std::size_t m_at = 0;
};

} // namespace halfopen
