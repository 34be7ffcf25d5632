// SPDX-License-Identifier: GPL-3.0-or-later
// Retransmissions as the kernel counts them, seen and still to come.
#pragma once

#include <optional>
#include <vector>

#include "core/prediction.h"
#include "core/timeline.h"

namespace halfopen {

/// Which retransmission in a row that packet of the track is: what /proc/net/tcp says right after it (retrnsmt,
/// icsk_retransmits). kLossProbe for a tail-loss probe; empty for one that no timer has sent. Where no row was told the
/// packets are counted.
[[nodiscard]] std::optional<int> retransmissionNumber(const PairTrack& track, const PacketMark& mark);

/// What is expected of an end in a run.
struct ExpectedCourse final
{
    std::vector<ExpectedPacket> packets{}; // since the first fault, in order of time
    int goneBy = 0;                        // so many expiries of the timer that runs are behind it
    std::optional<Interval> end{};         // the expiry at which the timer that runs gives up, where it is known
};

/// The predicted schedule; once the timer of retransmissions or window probes has expired, what has gone by of it and then
/// what follows from the timer as it was read at `now`. `now` and `origin`, the fault, since hello.
[[nodiscard]] ExpectedCourse courseAt(RunTime now, RunTime origin, const Prediction& prediction, const PairTrack& track);

} // namespace halfopen
