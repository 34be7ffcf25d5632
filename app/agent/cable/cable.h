// SPDX-License-Identifier: GPL-3.0-or-later
// The cable between the two hosts: it carries, sees, names and (when told) drops every frame.
#pragma once

#include <memory>
#include <vector>

#include "agent/lab/lab.h"
#include "agent/base/run_clock.h"
#include "core/event.h"

namespace halfopen {

class Capture;

/// TCP port of pair 0's server end; pair n listens on this + n. So a segment's server port names its pair.
inline constexpr std::uint16_t kFirstServerPort = 9000;

/// The router's packet forwarder: AF_PACKET with a TPACKET_V2 receive ring a side, in a thread of its own (a full-speed
/// sender keeps it busy, and a probe must not wait for what else the agent does). Delivers PacketEvent, FlowEvent,
/// LossEvent and LateEvent. Ordinary data and ACKs are folded into flows except from 0.2 s before the first fault until the
/// flow resumes. Frames that are no IP packets for the router (multicast, say) go no further and are not told. Where the
/// hosts ask for their neighbours, the router answers for itself (whatever it drops); on the direct path questions and
/// answers cross like any frame, and a drop takes them too; they are told as Arp and Ndp of no pair. A frame for a host
/// without carrier, or whose interface is down, is Dropped; one that could not be handed on for another reason is Lost.
class Cable final
{
public:
    /// Opens both sides in the calling process's network namespace and starts to carry. Fails with a sentence.
    /// `capture`, if any, has begun and lives longer. `lab` must stay where it is and live longer. Starts a thread: fork host processes before.
    [[nodiscard]] static Result<std::unique_ptr<Cable>> open(const Lab& lab, const RunClock& clock, int pairs, Capture* capture = nullptr);
    ~Cable(); // stops within milliseconds
    Cable(const Cable&) = delete;
    Cable& operator=(const Cable&) = delete;

    /// From the next frame on. Returns the stamp taken just before the flag was stored.
    RunTime setDropping(Direction direction, bool dropping);
    /// Nothing to or from that host passes, from the next frame on: the same stamp. Independent of setDropping().
    /// Switched back, what came before that moment is still kept out.
    RunTime isolate(Host host, bool isolated);
    /// A drop that chooses its packets, a delay, a reset, a rejection or a forgetful middlebox, from the next frame on; a
    /// reset at once. Returns the stamp taken just before. `id` names it for lift().
    RunTime apply(int id, const Fault& fault);
    /// A delay's frames that are under way still arrive at their time, and in order.
    RunTime lift(int id);
    /// The first fault is in force or healed: decides what is told one by one. Call it right after the fault was made.
    void faultInForce(bool inForce);

    /// Becomes readable when events wait; for epoll.
    [[nodiscard]] int readyDescriptor() const;
    /// What has happened since the last call, in order of time. A flowing pair's packets are told up to 0.3 s after the
    /// fact, always in order for that pair.
    [[nodiscard]] std::vector<Event> take();
    /// Stops carrying, looks for losses once more, and returns what was still to be told. Nothing works after it but
    /// the destructor.
    [[nodiscard]] std::vector<Event> finish();
    /// Time of the newest frame seen other than folded ones: a hint to sample the sockets now.
    [[nodiscard]] RunTime lastFrame() const;

private:
    class Private;
    explicit Cable(std::unique_ptr<Private> impl);
    std::unique_ptr<Private> m_private;
};

} // namespace halfopen
