// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that was the case at one instant, in words.
#pragma once

#include <QString>
#include <QStringList>

#include "ui/timeline/moments.h"
#include "ui/timeline/run_facts.h"
#include "ui/view_state.h"

namespace halfopen {

/// "8.30 s after the cut", "0.40 s before the cut", "9.30 s".
[[nodiscard]] QString instantText(const RunFacts& facts, double seconds, TimeOrigin origin);

/// What the read-out says. The heads are the instant and what happened at it; the rest is what was the case.
struct Reading final
{
    QStringList heads;
    QStringList facts;

    [[nodiscard]] QStringList lines() const { return heads + facts; }
};

/// Of whom, and from which point of view.
struct ReadingLook final
{
    int pair = 0;
    Host end = Host::Client;
    bool bothEnds = false;
    TimeOrigin origin = TimeOrigin::Fault;
    std::optional<InfoField> info{}; // of TCP_INFO, said as well
};

/// The call and since when, the state, the timer and what it has left, what is unanswered, RTO and back-off, the queues,
/// the last packet.
[[nodiscard]] Reading readingAt(const RunFacts& facts, const PairDigest& digest, const ReadingLook& look,
                                double seconds);
/// The short form that stands beside "now", in one line: instant, timer, what is unanswered. Wordings, long to short.
[[nodiscard]] QStringList readingOfNow(const RunFacts& facts, const PairDigest& digest, const ReadingLook& look);

/// The tooth that the digest has at that time (seconds since hello), or nullptr where no timer is known.
[[nodiscard]] const TimerTooth* toothAt(const TrackDigest& digest, double sinceHello);

} // namespace halfopen
