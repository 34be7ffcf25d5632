// SPDX-License-Identifier: GPL-3.0-or-later
// The events of a run that is over, in the order in which they were told.
#pragma once

#include <QString>

#include <cstddef>
#include <vector>

#include "core/event.h"
#include "core/experiment.h"

namespace halfopen {

/// What a replay plays. Not the run: that is the timeline which is folded from these events.
class Recording final
{
public:
    Recording() = default;
    Recording(QString runId, Experiment experiment);

    void append(Event event);

    [[nodiscard]] const QString& runId() const { return m_runId; }
    [[nodiscard]] const Experiment& experiment() const { return m_experiment; }
    [[nodiscard]] const std::vector<Event>& events() const { return m_events; }
    /// When that many events were known, since hello: the latest of their times. Events told late do not turn it back.
    [[nodiscard]] RunTime instantOf(std::size_t count) const { return count == 0 ? RunTime{0} : m_instants[count - 1]; }
    [[nodiscard]] RunTime end() const { return instantOf(m_events.size()); }
    /// How many events were known at that instant.
    [[nodiscard]] std::size_t knownAt(RunTime instant) const;

private:
    QString m_runId;
    Experiment m_experiment;
    std::vector<Event> m_events;
    std::vector<RunTime> m_instants; // never falling
};

} // namespace halfopen
