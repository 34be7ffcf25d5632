// SPDX-License-Identifier: GPL-3.0-or-later
// What a chain comes to in many phases of the timer wheel, without running each.
#pragma once

#include <vector>

#include "core/chain_hull.h"
#include "core/fault_script.h"
#include "core/timer_chain.h"

namespace halfopen {

/// Widens the hull as `hull.add(chain.run({hz, phase}, script), true)` for every phase would, but runs only those that
/// can widen it: the wheel rounds many phases to the same expiries, and between two of them nothing new can be.
/// `phases` in ascending order are quickest.
void addEveryPhase(ChainHull& hull, const KeepaliveChain& chain, int hz, const std::vector<double>& phases, const FaultScript& script);
void addEveryPhase(ChainHull& hull, const SynChain& chain, int hz, const std::vector<double>& phases, const FaultScript& script);

} // namespace halfopen
