// SPDX-License-Identifier: GPL-3.0-or-later
// What happened to a pair, instant by instant: for snapping, stepping and picking.
#pragma once

#include <QString>

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

#include "ui/timeline/run_facts.h"
#include "ui/timeline/track_digest.h"
#include "ui/view_state.h"

namespace halfopen {

/// The digests of one pair: they grow with its tracks.
struct PairDigest final
{
    std::array<TrackDigest, 2> ends; // in order of Host
    WireDigest wire;

    /// As its parts: looks at `room` facts at most, and takes what it has used off it.
    void extend(const PairTrack& track, std::size_t& room);
    [[nodiscard]] const TrackDigest& of(Host end) const { return ends[slotOf(end)]; }
};

/// One fact at one instant. It names where the fact is kept and is valid for one frame only.
struct Moment final
{
    enum class What { Fault, Heal, CallEnded, Packet, StateChanged, TimerSet, CallBegan }; // the weightier first
    What what = What::Packet;
    RunTime at{0}; // since hello
    Host end = Host::Client;
    std::size_t index = 0; // in the list of its kind

    [[nodiscard]] EventRef ref(int pair) const { return {pair, end, at}; }
};

/// Which lane shows that kind of fact; faults are shown over all of them.
[[nodiscard]] std::optional<LaneKind> laneOf(Moment::What what);

/// Looks up the moments of one pair by binary search. Refers to what it was made of.
class Moments final
{
public:
    /// Two facts nearer than this are one instant: the digests tell their times in seconds.
    static constexpr RunTime kSameInstant = std::chrono::microseconds{2};

    Moments(const RunFacts& facts, const PairDigest& digest, int pair, Host end, bool bothEnds);

    /// The nearest one of [from, to] to `at`; with `lane`, of those which that lane shows.
    [[nodiscard]] std::optional<Moment> nearest(RunTime at, RunTime from, RunTime to,
                                                std::optional<LaneKind> lane = std::nullopt) const;
    /// The next one after (`forward`) or the last one before that instant.
    [[nodiscard]] std::optional<Moment> neighbour(RunTime at, bool forward) const;
    /// All that belong to that instant, the weightiest first.
    [[nodiscard]] std::vector<Moment> at(RunTime at) const;
    /// "probe 2: lost", "recv() returned ETIMEDOUT", "keepalive timer set to 3.00 s".
    [[nodiscard]] QString text(const Moment& moment) const;

private:
    template<class Visit> void visitLists(std::optional<LaneKind> lane, Visit visit) const;
    template<class Visit> void visitEnd(Host end, std::optional<LaneKind> lane, Visit visit) const;
    [[nodiscard]] QString packetMomentText(std::size_t index) const;
    [[nodiscard]] QString timerMomentText(Host end, std::size_t index) const;
    [[nodiscard]] bool showsEnd(Host end) const { return m_bothEnds || end == m_end; }

    const RunFacts& m_facts;
    const PairDigest& m_digest;
    int m_pair;
    Host m_end;
    bool m_bothEnds;
    std::vector<const FaultSpan*> m_healed; // in order of their heals: what began first may heal last, or never
};

} // namespace halfopen
