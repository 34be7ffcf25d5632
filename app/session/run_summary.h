// SPDX-License-Identifier: GPL-3.0-or-later
// A run in one line, for lists.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/outcome.h"

namespace halfopen {

/// Who waits for a word of its peer, and who was told. An orphan is given up by its kernel and its program learns nothing: beside
/// programs that wait it does not count. A call that came to its own limit says nothing of the peer: its program has noticed
/// nothing.
struct Noticing final
{
    std::size_t waiting = 0;                  // programs
    std::size_t livingOn = 0;                 // of these: there was nothing to notice
    std::vector<const Detection*> detections; // of those that noticed, in the order of time
    std::vector<const Detection*> gaveUp;     // of those that gave up waiting, likewise
    bool besideOrphans = false;               // some were not counted
};

/// Points into `outcomes`.
[[nodiscard]] Noticing noticingOf(const std::vector<Outcome>& outcomes);

/// "recv ETIMEDOUT after 13.310 s"; with several programs that wait "3 of 4 waiting programs noticed, the first: …, the
/// last …; 1 gave up waiting"; "nobody noticed" where all went on believing, "the connection lived on" where they were right.
/// With who was still waiting when the run ended, and what was not as predicted, counted at the end.
[[nodiscard]] std::string runSummary(const std::vector<Outcome>& outcomes);

/// "recv ETIMEDOUT", "recv returned 0"; where another call woke the program: "select, recv ETIMEDOUT".
[[nodiscard]] std::string resultText(const Detection& detection);

/// The same with the time: "recv ETIMEDOUT after 13.310 s".
[[nodiscard]] std::string detectionText(const Detection& detection);

} // namespace halfopen
