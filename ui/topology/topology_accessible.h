// SPDX-License-Identifier: GPL-3.0-or-later
// The hosts and the cable for those who do not see them.
#pragma once

#include <QString>

#include <vector>

#include "ui/topology/topology_layout.h"
#include "ui/topology/topology_scene.h"

namespace halfopen {

class TopologyView;

/// From then on every TopologyView offers its five parts to screen readers, each with name, state and deeds.
void installTopologyAccessibility();

[[nodiscard]] QString partName(TopologyPart part, PathKind path);
/// How that part is now, in whole sentences.
[[nodiscard]] QString partDescription(const TopologyScene& scene, TopologyPart part);

/// Those that are in another state. A clock that runs on is not another state.
[[nodiscard]] std::vector<TopologyPart> partsThatDiffer(const TopologyScene& before, const TopologyScene& after);
void tellTopologyChange(TopologyView& view, const std::vector<TopologyPart>& parts);
void tellTopologyFocus(TopologyView& view);

} // namespace halfopen
