// SPDX-License-Identifier: GPL-3.0-or-later
// The events of a run that is over, in the order in which they were told.
#include "ui/replay/recording.h"

#include <algorithm>
#include <utility>

namespace halfopen {

Recording::Recording(QString runId, Experiment experiment) : m_runId(std::move(runId)), m_experiment(std::move(experiment)) {}

void Recording::append(Event event)
{
    m_instants.push_back(std::max(end(), event.time));
    m_events.push_back(std::move(event));
}

std::size_t Recording::knownAt(RunTime instant) const
{
    return static_cast<std::size_t>(std::ranges::upper_bound(m_instants, instant) - m_instants.begin());
}

} // namespace halfopen
