// SPDX-License-Identifier: GPL-3.0-or-later
// The router's hands: takes a frame, and hands it on, holds it back, throws it away or answers it.
#pragma once

#include <array>
#include <atomic>
#include <mutex>
#include <optional>
#include <vector>

#include "agent/cable/answer_frame.h"
#include "agent/cable/capture.h"
#include "agent/cable/delay_line.h"
#include "agent/cable/frame.h"
#include "agent/cable/gate.h"
#include "agent/cable/loss_watch.h"
#include "agent/cable/packet_naming.h"
#include "agent/cable/packet_ring.h"
#include "agent/cable/router_rules.h"
#include "agent/lab/lab.h"

namespace halfopen {

/// A packet with the time that is told with it.
struct TimedPacket final
{
    RunTime time{0};
    Packet packet{};
};

/// Used by the carrying thread, but for the switches, which any one other thread may turn: they hold from the next
/// frame on.
class Forwarder final
{
public:
    /// `capture`: nullptr, or where every frame is recorded.
    Forwarder(const Lab& lab, PacketRing client, PacketRing server, int pairs, Capture* capture);

    // Switches. What came before they were turned back, at `now`, is dropped all the same.
    void setDropping(Host sender, bool dropping, RunTime now) { turn(m_dropping[slotOf(sender)], dropping, now); }
    void isolate(Host host, bool isolated, RunTime now) { turn(m_isolated[slotOf(host)], isolated, now); }
    void apply(int id, const Fault& fault);
    void lift(int id);

    // The carrying thread.
    [[nodiscard]] PacketRing& ring(Host host) { return m_rings[slotOf(host)]; }
    /// Carries out what apply() and lift() have asked for, a reset among them.
    void takeChanges(RunTime now, std::vector<TimedPacket>& told);
    /// A frame that came from that host at `now`. What is told: the packet, and those that the router made of it.
    /// Nothing where the frame is none of a router's business.
    void pass(RunTime now, Host from, const RingFrame& frame, std::vector<TimedPacket>& told);
    /// Hands on what has waited long enough.
    void release(RunTime now);
    [[nodiscard]] std::optional<RunTime> nextRelease() const;
    /// Frames that the cable could not hand on and that the interfaces' own counters have as well.
    [[nodiscard]] LossWatch& losses() { return m_losses; }
    /// Delayed frames that could not be handed on since the last call.
    [[nodiscard]] std::int64_t takeLateLosses() { return std::exchange(m_lateLosses, 0); }

private:
    struct Change final
    {
        int id = 0;
        std::optional<Fault> fault; // empty: lift it
    };

    /// False where the frame is no ARP (NDP). On a wire that goes the way of all frames, a router answers for itself.
    [[nodiscard]] bool passNeighbour(RunTime now, Host from, std::span<const std::uint8_t> frame, std::vector<TimedPacket>& told);
    static void turn(Gate& gate, bool shut, RunTime now) { shut ? gate.shut() : gate.open(now); }
    /// Whether one of the hosts was when the frame came.
    [[nodiscard]] bool isIsolated(RunTime came) const { return m_isolated[0].stops(came) || m_isolated[1].stops(came); }
    [[nodiscard]] PacketFate handOn(Host from, std::span<const std::uint8_t> frame);
    [[nodiscard]] PacketFate hold(Host from, RunTime due, std::span<const std::uint8_t> frame);
    void answer(RunTime now, Host to, std::span<const std::uint8_t> frame, RouterAnswer answer, int pair, std::vector<TimedPacket>& told);
    void reset(RunTime now, Direction direction, std::vector<TimedPacket>& told);
    void sendMade(RunTime now, Host to, const std::vector<std::uint8_t>& frame, Packet packet, std::vector<TimedPacket>& told);
    [[nodiscard]] LinkEnds linksTo(Host host) const;

    const Lab& m_lab;
    int m_pairs;
    Capture* m_capture;
    std::vector<std::uint8_t> m_asItCame; // the frame before the router's step; kept for its memory
    std::array<PacketRing, 2> m_rings; // by the host at the other end
    PacketNaming m_naming;
    LossWatch m_losses;
    RouterRules m_rules;
    std::array<DelayLine, 2> m_delayed; // by sender
    std::array<IcmpRateLimit, 2> m_icmp; // by receiver
    std::int64_t m_lateLosses = 0;

    std::array<Gate, 2> m_dropping; // by sender
    std::array<Gate, 2> m_isolated; // by host
    std::mutex m_changing;
    std::vector<Change> m_changes;
    std::atomic<bool> m_hasChanges{false};
};

} // namespace halfopen
