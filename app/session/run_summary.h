// SPDX-License-Identifier: GPL-3.0-or-later
// A run in one line, for lists.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/outcome.h"

namespace halfopen {

/// Who could notice and who did. An orphan is given up by its kernel and its program learns nothing: beside ends whose
/// programs noticed it counts for neither.
struct Noticing final
{
    std::size_t looking = 0;
    std::vector<const Detection*> detections; // in the order of time
    bool besideOrphans = false;               // some were not counted
};

/// Points into `outcomes`.
[[nodiscard]] Noticing noticingOf(const std::vector<Outcome>& outcomes);

/// "recv ETIMEDOUT after 13.310 s"; with several ends that look "3 of 4 ends failed, the first: …, the last: …";
/// "nobody noticed" where all went on believing. With who was still waiting when the run ended, and what was not as predicted, counted at the end.
[[nodiscard]] std::string runSummary(const std::vector<Outcome>& outcomes);

/// "recv ETIMEDOUT", "recv returned 0"; where another call woke the program: "select, recv ETIMEDOUT".
[[nodiscard]] std::string resultText(const Detection& detection);

/// The same with the time: "recv ETIMEDOUT after 13.310 s".
[[nodiscard]] std::string detectionText(const Detection& detection);

} // namespace halfopen
