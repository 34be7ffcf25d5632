// SPDX-License-Identifier: GPL-3.0-or-later
// What nobody knows of data that meets an outage, and what it comes to when all of it is tried.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/chain_hull.h"
#include "core/fault_script.h"
#include "core/timer_chain.h"

namespace halfopen {

inline constexpr int kManyTries = 1000; // more than tcp_retries2 allows: their limit is beyond a day

/// Each combination of them is possible.
struct DataUnknowns final
{
    int hz = 250;
    std::vector<double> sentAt;
    std::vector<std::int64_t> rtos;    // jiffies
    std::vector<std::int64_t> largest; // the longest timer, jiffies, one for each RTO
    std::vector<bool> lossProbes;
    std::vector<std::optional<BackoffRevert>> reverts;

    /// All of it, for a question to a `ChainMemory`: what is left out here would be answered as if it were equal.
    [[nodiscard]] std::vector<double> numbers() const;
};

/// What becomes of the data in every one of these cases and phases.
[[nodiscard]] ChainHull everyRetransmission(RetransmissionChain chain, const DataUnknowns& unknown, const FaultScript& script);

/// At most so many window probes can be sent in that time, answered or not, as long as the own queue drops none: the pauses
/// double, and the last one is cut short by the user timeout.
[[nodiscard]] int probesWithin(double seconds, std::int64_t rtoJiffies, int hz, int rtoMaxMs);

} // namespace halfopen
