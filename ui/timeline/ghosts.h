// SPDX-License-Identifier: GPL-3.0-or-later
// Each expected packet and what came of it.
#pragma once

#include <QString>

#include <vector>

#include "core/retransmission_count.h"
#include "ui/timeline/run_facts.h"

namespace halfopen {

/// An expected packet held against the wire. All seconds count from t = 0.
struct Ghost final
{
    enum class Fate {
        Awaited, // its time has not passed
        Came,    // a real one of its kind came about then
        Missed,  // its time passed and none came
        Moot,    // nothing can be said: the end was told before, or the wire is not seen here
    };
    PacketKind kind = PacketKind::Probe;
    int number = 1;
    double earliest = 0;
    double latest = 0;
    Fate fate = Fate::Awaited;
    double cameAt = 0; // Came
    std::size_t packet = 0; // Came: index in the pair's packets
    bool isAnswer = false;  // it comes to that end

    [[nodiscard]] double middle() const { return (earliest + latest) / 2; }
    [[nodiscard]] double deviation() const { return cameAt - middle(); } // s; positive: later than expected
    [[nodiscard]] bool inside() const { return cameAt >= earliest && cameAt <= latest; }
};

/// What the rules, and in a run its timer, say will come from that end.
[[nodiscard]] ExpectedCourse expectedCourse(const RunFacts& facts, int pair, Host end);

/// Those of that end, and their answers, that are expected in [from, to], in order of time.
[[nodiscard]] std::vector<Ghost> ghostsOf(const RunFacts& facts, int pair, Host end, double from, double to);

/// "+12 ms against the prediction: inside", counted from the middle of its window; for one that did not come, that.
[[nodiscard]] QString ghostText(const Ghost& ghost);

} // namespace halfopen
