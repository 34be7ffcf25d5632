// SPDX-License-Identifier: GPL-3.0-or-later
// How long a forgetful middlebox still remembers a connection.
#pragma once

#include <QString>

#include <optional>

#include "core/timeline.h"

namespace halfopen {

/// What the middlebox knows of one pair.
struct NatMemory final
{
    bool forgotten = false;
    double remaining = 0; // s of silence that are left
    std::optional<RunTime> since{}; // hello: when it forgot
    bool operator==(const NatMemory&) const = default;

    /// At `now` (since hello); empty where no such fault is in force, or the pair has not been heard.
    [[nodiscard]] static std::optional<NatMemory> of(const Timeline& run, int pair, RunTime now);
    /// Of that fault, which was in force then.
    [[nodiscard]] static std::optional<NatMemory> of(const Timeline& run, const FaultSpan& fault, int pair, RunTime now);
};

/// "remembers reader for 4.2 s more", "has forgotten reader".
[[nodiscard]] QString memoryText(const NatMemory& memory, const QString& pair);

} // namespace halfopen
