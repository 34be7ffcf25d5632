// SPDX-License-Identifier: GPL-3.0-or-later
// Decides which packets are told one by one and which are counted in bursts.
#pragma once

#include <array>
#include <deque>
#include <optional>
#include <vector>

#include "core/event.h"

namespace halfopen {

/// Turns named packets into events. Probes, answers, retransmissions, SYN, FIN, RST, and whatever was dropped or lost are
/// always events of their own. Ordinary delivered data and ACKs are too, until a pair has more than a few in 100 ms:
/// then they are held back for 0.2 s, so that a fault can still have them told one by one, and counted after that.
/// Nothing is ever left out. Pure: time comes with the packets. Events come out in order of time for each pair; those of
/// a flowing pair up to 0.3 s after the fact.
class FlowFolding final
{
public:
    explicit FlowFolding(int pairs);

    /// Times must not run backwards by more than clock noise. True: told at once; false: held or counted.
    bool add(RunTime time, const Packet& packet);
    /// Lets time pass: what has been held long enough is told. Call about every 20 ms.
    void advance(RunTime now);
    /// From the first fault on, until it has healed and both directions of a pair deliver again, packets are told
    /// one by one; beyond 200 ordinary ones in 100 ms and pair the rest is counted all the same.
    void setFaultInForce(bool inForce);
    /// Tells everything that is still held.
    void finish();

    /// What has become events since the last call.
    [[nodiscard]] std::vector<Event> take();
    [[nodiscard]] bool hasEvents() const { return !m_events.empty(); }

private:
    struct Held
    {
        RunTime time{0};
        Packet packet;
    };
    struct Burst
    {
        RunTime first{0};
        RunTime last{0};
        std::int64_t packets = 0;
        std::int64_t bytes = 0;
    };
    struct Flow
    {
        RunTime windowBegin{0};
        int inWindow = 0;       // ordinary packets since windowBegin
        bool flowing = false;   // many in this window or the last
        std::array<bool, 2> deliveredSinceHeal{};
        std::optional<RunTime> resumedAt; // both directions deliver again
        bool watched = false;   // fault in force, or not yet resumed
        std::deque<Held> held;
        std::array<Burst, 2> bursts; // by sender
        bool active = false;    // is in m_active: has something held or counted
    };

    [[nodiscard]] Flow* flowOf(const Packet& packet);
    void turnWindow(Flow& flow, RunTime time) const;
    bool addWatched(Flow& flow, int pair, RunTime time, const Packet& packet);
    void noteResumption(Flow& flow, RunTime time, const Packet& packet) const;
    void hold(Flow& flow, int pair, RunTime time, const Packet& packet);
    void count(Flow& flow, int pair, const Held& held);
    void releaseOldest(Flow& flow, int pair);
    void releaseUntil(Flow& flow, int pair, RunTime until);
    void tellHeld(Flow& flow, int pair);
    void tellBursts(Flow& flow, int pair, RunTime begunBefore);
    void tell(RunTime time, const Packet& packet);
    void activate(Flow& flow, int pair);

    std::vector<Flow> m_flows;
    std::vector<int> m_active;
    std::vector<Event> m_events;
    bool m_inForce = false;
};

} // namespace halfopen
