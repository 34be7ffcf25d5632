// SPDX-License-Identifier: GPL-3.0-or-later
// What has become of a fault: the state lamp of its row.
#pragma once

#include <QString>

#include <optional>
#include <vector>

#include "core/timeline.h"
#include "ui/faults/fault_catalogue.h"

namespace halfopen {

enum class FaultPhase {
    Idle,     // neither planned nor made
    Scripted, // will come by itself
    InForce,
    Healed, // was in force and is not any more
    Done,   // over at once, as a reset is; it can be made again
};

/// Of all faults that one entry of the catalogue covers, the one that matters now. Seconds count from t = 0.
struct FaultState final
{
    FaultPhase phase = FaultPhase::Idle;
    double since = 0; // Scripted: when it will come; InForce: since when; Healed, Done: when that was
    bool operator==(const FaultState&) const = default;

    /// `run` is nullptr where the plan is looked at. Of a run that is over nothing is scripted any more.
    [[nodiscard]] static FaultState of(const CataloguedFault& entry, const std::vector<Fault>& script,
                                       const Timeline* run);
};

/// "idle", "scripted at 1.0 s", "in force since 3.2 s", "healed at 8.0 s", "done at 3.2 s".
[[nodiscard]] QString stateText(const FaultState& state);

/// The made faults of that kind that are in force, as far as the timeline tells: newest last.
[[nodiscard]] std::vector<const FaultSpan*> faultsInForce(const Timeline& timeline, FaultKind kind,
                                                          std::optional<Host> host = {});
[[nodiscard]] std::vector<const FaultSpan*> faultsInForce(const Timeline& timeline, const CataloguedFault& entry);

/// Why the values of what is in force cannot be changed: a sentence, or empty.
[[nodiscard]] QString fixedBecause(FaultKind kind);
/// The same but for its times and its host.
[[nodiscard]] bool hasSameValues(const Fault& one, const Fault& other);

/// Why that fault can be neither made nor healed in a live run just now: a sentence, or empty.
[[nodiscard]] QString liveObstacle(const CataloguedFault& entry, const Timeline& run);

} // namespace halfopen
