// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done to a part of the drawing while a run is live.
#pragma once

#include <QString>

#include <optional>
#include <vector>

#include "core/timeline.h"
#include "ui/topology/topology_layout.h"

namespace halfopen {

/// One line of a context menu, one action for a screen reader. A wish, not the act.
struct TopologyDeed final
{
    QString key;  // object name
    QString text; // what to do
    QString obstacle; // why not now; empty where it can be done
    std::optional<Fault> fault; // to be made
    std::vector<int> heals;     // or these to be healed
};

/// In the order of the catalogue. `run` may be nullptr; `idle` says why nothing at all can be done now, if so.
[[nodiscard]] std::vector<TopologyDeed> deedsAt(TopologyPart part, const Timeline* run, PathKind path,
                                                const QString& idle);

} // namespace halfopen
