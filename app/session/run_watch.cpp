// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/run_watch.h"

#include <algorithm>
#include <chrono>

#include "core/outcome.h"

namespace halfopen {

namespace {

constexpr RunTime kPatience = std::chrono::seconds{1}; // after the latest predicted time, and after the last fault

} // namespace

RunWatch::RunWatch(const Experiment& experiment)
{
    for (std::vector<bool>& ends : m_failed)
        ends.resize(experiment.pairs.size());
    for (std::size_t i = 0; i < experiment.faults.size(); ++i) {
        if (experiment.faults[i].atSeconds < experiment.timeLimitSeconds)
            m_faultsToCome.insert(static_cast<int>(i));
    }
}

void RunWatch::note(const Event& event)
{
    if (const auto* call = std::get_if<CallEvent>(&event.body); call && call->what == CallEvent::What::End)
        m_returned.insert({call->pair, call->end});
    if (const auto* gone = std::get_if<RowGoneEvent>(&event.body); gone && gone->pair >= 0) // of an end that has closed
        m_returned.insert({gone->pair, gone->host});
    if (const auto* fault = std::get_if<FaultEvent>(&event.body); fault && fault->what != FaultEvent::What::Healed) {
        m_faultsToCome.erase(fault->id);
        m_lastFault = std::max(m_lastFault, event.time);
    }
}

bool RunWatch::hasFailed(const Prediction& prediction) const
{
    const std::vector<bool>& ends = m_failed[slotOf(prediction.end)];
    const auto pair = static_cast<std::size_t>(prediction.pair);
    return pair < ends.size() && ends[pair];
}

void RunWatch::noteFailed(int pair, Host end)
{
    std::vector<bool>& ends = m_failed[slotOf(end)];
    if (const auto index = static_cast<std::size_t>(pair); index < ends.size())
        ends[index] = true;
}

std::optional<RunTime> RunWatch::endsAt(const Timeline& timeline, const std::vector<Prediction>& predictions)
{
    const std::optional<RunTime> origin = timeline.origin();
    if (!timeline.startedAt() || !origin)
        return std::nullopt; // what has returned before the first fault is looked at once there is one
    for (const auto& [pair, end] : m_returned) {
        if (detectionOf(timeline, pair, end))
            noteFailed(pair, end);
    }
    m_returned.clear();

    bool someFail = false;
    bool someLive = false;
    RunTime ends{0};
    for (const Prediction& prediction : predictions) {
        if (!prediction.applicable)
            continue;
        someFail = someFail || !prediction.never();
        if (hasFailed(prediction))
            continue;
        someLive = true;
        if (!prediction.never())
            ends = std::max(ends, *origin + prediction.hull().latest + kPatience);
    }
    if (!someFail)
        return std::nullopt;
    if (!someLive)
        return ends;
    // Those that live are held against every fault of the script, not only against those before the first death.
    if (!m_faultsToCome.empty())
        return std::nullopt;
    return std::max(ends, m_lastFault + kPatience);
}

} // namespace halfopen
