// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that was the case at one instant, in words.
#pragma once

#include <QString>
#include <QStringList>

#include "ui/timeline/run_facts.h"
#include "ui/timeline/track_digest.h"
#include "ui/view_state.h"

namespace halfopen {

/// "8.30 s after the cut", "0.40 s before the cut", "9.30 s".
[[nodiscard]] QString instantText(const RunFacts& facts, double seconds, TimeOrigin origin);

/// The call and since when, the state, the timer and what it has left, what is unanswered, the queues. The first line
/// is the instant. `detailed`: false for the short form that stands beside "now".
[[nodiscard]] QStringList readingAt(const RunFacts& facts, const TrackDigest& digest, int pair, Host end,
                                    double seconds, TimeOrigin origin, bool detailed);

/// The tooth that the digest has at that time (seconds since hello), or nullptr where no timer is known.
[[nodiscard]] const TimerTooth* toothAt(const TrackDigest& digest, double sinceHello);

/// The nearest thing that happened to this pair after (`forward`) or before that instant, or the instant itself.
[[nodiscard]] double neighbouringEvent(const RunFacts& facts, int pair, Host end, double seconds, bool forward);

} // namespace halfopen
