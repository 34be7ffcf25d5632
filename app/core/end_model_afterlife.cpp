// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of a connection of which nobody tells an end: whether it works on, or is dead without a word.
#include "core/end_model.h"

#include <algorithm>

#include "core/chain_hull.h"

namespace halfopen {

Afterlife EndModel::afterlife() const
{
    constexpr double kInTheEnd = 1e12; // seconds: after all that ever comes back
    const bool both = m_script.isReachable(kInTheEnd) && m_script.hearsData(kInTheEnd);
    const bool peerLives = !m_script.peerKilled() && !m_script.peerPoweredOff() && m_script.aborts().empty() && m_script.peerAwakeFrom(kInTheEnd) == kInTheEnd;
    const bool noneBegan = m_peer.activity == Activity::Connect && !m_script.isReachable(0);
    if (!both || !peerLives || noneBegan || m_own.activity == Activity::Close)
        return Afterlife::OutOfReach;
    if (m_script.outages().empty() && m_script.alwaysHearsData())
        return Afterlife::Unbroken;
    return peerGone() ? Afterlife::OutOfReach : Afterlife::Healed; // its kernel may have given up meanwhile
}

bool EndModel::isKeptInMind() const
{
    return std::ranges::any_of(m_experiment.faults, [this](const Fault& fault) {
        if (fault.kind != FaultKind::NatForget)
            return false;
        const double healed = fault.healAfterSeconds ? fault.atSeconds + m_script.startSeconds() + *fault.healAfterSeconds : FaultScript::kForever;
        return forgottenAt(fault).value_or(healed) >= healed;
    });
}

} // namespace halfopen
