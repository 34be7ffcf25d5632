// SPDX-License-Identifier: GPL-3.0-or-later
// Folds the events of a run into tracks.
#include "core/timeline.h"

#include <algorithm>
#include <functional>

#include "core/flag_words.h"
#include "core/timeline_log.h"

namespace halfopen {

namespace {

std::size_t indexOf(Host host) { return host == Host::Client ? 0 : 1; }

/// Keeps a track in order of time: nearly every event is the latest, but the parts of the agent write side by side.
template<class Item, class Key>
Item& insertInOrder(Pages<Item>& track, Item item, Key key)
{
    if (track.empty() || !(std::invoke(key, item) < std::invoke(key, track.back())))
        return track.push_back(std::move(item));
    const auto place = std::ranges::upper_bound(track, std::invoke(key, item), {}, key);
    return *track.insert(place, std::move(item));
}

/// A burst of quick calls is told after the begin of a slow one that came later, so the begun span need not be the last.
void closeCall(EndTrack& track, RunTime time, const CallEvent& event)
{
    // Two searches: clang 14 cannot use the subrange that libstdc++ 12's equal_range gives.
    const auto from = std::ranges::lower_bound(track.calls, event.began, {}, &CallSpan::began);
    const auto to = std::ranges::upper_bound(track.calls, event.began, {}, &CallSpan::began);
    const auto begun = std::find_if(from, to, [&](const CallSpan& span) { return !span.ended && span.call == event.call; });
    CallSpan& span = begun != to
                         ? *begun
                         : insertInOrder(track.calls, CallSpan{.call = event.call, .began = event.began}, &CallSpan::began);
    span.ended = time;
    span.result = event.result;
    span.errorNumber = event.errorNumber;
    span.bytes = event.bytes;
    span.readiness = event.readiness;
    span.socketError = event.socketError;
}

/// In whole milliseconds, as the kernel tells the ages.
TcpInfo agedBy(TcpInfo info, RunTime span)
{
    const RunTime by = std::chrono::duration_cast<std::chrono::milliseconds>(span);
    for (RunTime* age : {&info.sinceDataSent, &info.sinceDataReceived, &info.sinceAckReceived})
        *age = std::max(*age + by, RunTime{0});
    return info;
}

void addChangesByHand(const EndTrack& track, RunTime start, Endpoint& endpoint)
{
    for (const OptionMark& mark : track.options) {
        if (!mark.byHand)
            continue;
        OptionChange change{.atSeconds = toSeconds(mark.time - start)};
        setOptionValue(change.options, mark.name, mark.value);
        endpoint.changes.push_back(change);
    }
}

} // namespace

const RowSample* EndTrack::rowAt(RunTime time) const
{
    const auto after = std::ranges::upper_bound(rows, time, {}, &RowSample::time);
    return after == rows.begin() ? nullptr : &*std::prev(after);
}

const CallSpan* EndTrack::callAt(RunTime time) const
{
    const auto after = std::ranges::upper_bound(calls, time, {}, &CallSpan::began);
    if (after == calls.begin())
        return nullptr;
    const CallSpan& span = *std::prev(after);
    return !span.ended || *span.ended > time ? &span : nullptr;
}

std::optional<double> EndTrack::optionAt(std::string_view name, RunTime time) const
{
    std::optional<double> value;
    for (const OptionMark& mark : options) {
        if (mark.time <= time && mark.name == name)
            value = mark.value;
    }
    return value;
}

Timeline::Timeline(Experiment experiment) : m_experiment(std::move(experiment))
{
    m_pairs.resize(m_experiment.pairs.size());
    m_kernel.sysctl = m_experiment.sysctl;
}

void Timeline::append(const Event& event)
{
    ++m_eventCount;
    m_lastTime = std::max(m_lastTime, event.time);
    const auto* const told = std::get_if<PacketEvent>(&event.body);
    const bool heldBack = told != nullptr && isHeldBack(event.time, told->packet);
    if (auto text = heldBack ? heldBackText(told->packet, m_experiment) : logText(event, m_experiment); !text.empty()) {
        const auto subject = logSubject(event);
        m_log.push_back({event.time, std::move(text), subject.kind, subject.pair, subject.end});
    }
    std::visit([this, &event](const auto& body) { fold(event.time, body); }, event.body);
}

const FaultSpan* Timeline::powerLoss(Host host, RunTime at) const
{
    const auto takes = [&](const FaultSpan& span) { return siteOf(span.fault.kind) == FaultSite::Power && span.fault.host == host && span.applied <= at; };
    const auto found = std::find_if(m_faults.rbegin(), m_faults.rend(), takes);
    return found == m_faults.rend() ? nullptr : &*found;
}

bool Timeline::isHeldBack(RunTime time, const Packet& packet) const
{
    if (packet.fate != PacketFate::Dropped || packet.isMade)
        return false;
    const FaultSpan* const loss = powerLoss(packet.from, time);
    return loss != nullptr && (!loss->healed || time < *loss->healed);
}

PairTrack* Timeline::pair(int index)
{
    return index >= 0 && static_cast<std::size_t>(index) < m_pairs.size() ? &m_pairs[static_cast<std::size_t>(index)] : nullptr;
}

std::optional<RunTime> Timeline::firstFaultAt() const
{
    const auto first = std::ranges::min_element(m_faults, {}, &FaultSpan::applied);
    return first == m_faults.end() ? std::nullopt : std::optional{first->applied};
}

std::optional<RunTime> Timeline::origin() const
{
    if (const auto fault = firstFaultAt())
        return fault;
    return m_experiment.faults.empty() || m_finished ? m_startedAt : std::nullopt;
}

KernelCounters Timeline::countedSinceFault(Host host) const
{
    const auto& [start, fault, end, outcome] = m_counters[indexOf(host)];
    const auto& before = fault ? fault : start;
    return before && end ? countedBetween(*before, *end) : KernelCounters{};
}

KernelCounters Timeline::countedUntilOutcome(Host host) const
{
    const auto& [start, fault, end, outcome] = m_counters[indexOf(host)];
    const auto& before = fault ? fault : start;
    return before && outcome ? countedBetween(*before, *outcome) : KernelCounters{};
}

Experiment Timeline::asExecuted() const
{
    Experiment executed = m_experiment;
    const RunTime start = m_startedAt.value_or(RunTime{0});
    std::vector<bool> stays(m_experiment.faults.size(), !m_finished); // what was not made by the end never will be
    for (const FaultSpan& span : m_faults) {
        Fault fault = span.fault;
        fault.atSeconds = toSeconds(span.applied - start);
        if (span.healed)
            fault.healAfterSeconds = toSeconds(*span.healed - span.applied);
        const auto id = static_cast<std::size_t>(span.id);
        if (span.id >= 0 && id < m_experiment.faults.size()) {
            executed.faults[id] = fault;
            stays[id] = true;
        } else {
            executed.faults.push_back(fault);
        }
    }
    for (std::size_t i = 0; i < m_pairs.size(); ++i) {
        for (const Host end : {Host::Client, Host::Server})
            addChangesByHand(m_pairs[i].end(end), start, executed.pairs[i].end(end));
    }
    std::size_t id = 0;
    std::erase_if(executed.faults, [&](const Fault&) { return id++ < stays.size() && !stays[id - 1]; });
    return executed;
}

std::vector<EndAtFault> Timeline::endsAtFault() const
{
    const std::optional<RunTime> fault = firstFaultAt();
    std::vector<EndAtFault> ends;
    ends.reserve(m_endsAtFault);
    for (std::size_t i = 0; i < m_pairs.size(); ++i) {
        for (const Host end : {Host::Client, Host::Server}) {
            const EndTrack& track = m_pairs[i].end(end);
            if (track.atFault)
                ends.push_back({static_cast<int>(i), end, agedBy(*track.atFault, fault.value_or(track.atFaultTaken) - track.atFaultTaken)});
        }
    }
    return ends;
}

void Timeline::fold(RunTime, const HelloEvent& event)
{
    m_hello = event;
    if (auto profile = profileForRelease(event.kernelRelease, event.hz)) {
        profile->sysctl = m_kernel.sysctl;
        m_kernel = std::move(*profile);
    }
}

void Timeline::fold(RunTime, const PlaceEvent& event) { m_place = event; }

void Timeline::fold(RunTime, const CheckEvent&) {} // the log has it

void Timeline::fold(RunTime, const SysctlEvent& event) { m_kernel.sysctl = event.values; }

void Timeline::fold(RunTime time, const ProcessEvent& event)
{
    HostTrack& host = m_hosts[indexOf(event.host)];
    switch (event.what) {
    case ProcessEvent::What::Started:
        host.pid = event.pid;
        host.address = event.address;
        break;
    case ProcessEvent::What::Ended:
        host.ended = time;
        host.endedBySignal = event.signal;
        host.frozen = false;
        break;
    case ProcessEvent::What::Stopped:
        host.frozen = true;
        break;
    case ProcessEvent::What::Continued:
        host.frozen = false;
        break;
    }
}

void Timeline::fold(RunTime, const SocketEvent& event)
{
    if (PairTrack* track = pair(event.pair)) {
        track->end(event.end).local = event.local;
        track->end(event.end).remote = event.remote;
    }
}

void Timeline::fold(RunTime time, const OptionEvent& event)
{
    PairTrack* track = pair(event.pair);
    if (!track)
        return;
    EndTrack& end = track->end(event.end);
    insertInOrder(end.options, OptionMark{time, event.name, event.value, event.byHand}, &OptionMark::time);
    setOptionValue(end.inForce, event.name, event.value);
}

void Timeline::fold(RunTime time, const ArmedEvent& event)
{
    if (PairTrack* track = pair(event.pair)) {
        track->end(event.end).armed = time;
        if (event.established > RunTime{0})
            track->end(event.end).established = event.established;
    }
}

void Timeline::fold(RunTime time, const StartedEvent&) { m_startedAt = time; }

void Timeline::fold(RunTime time, const FaultEvent& event)
{
    const auto known = std::ranges::find(m_faults, event.id, &FaultSpan::id);
    switch (event.what) {
    case FaultEvent::What::Applied:
        if (known == m_faults.end())
            m_faults.push_back({.id = event.id, .fault = event.fault, .applied = time, .took = event.took, .healed = {}});
        break;
    case FaultEvent::What::Healed:
        if (known != m_faults.end())
            known->healed = time;
        break;
    case FaultEvent::What::Failed:
        break;
    }
}

void Timeline::fold(RunTime time, const CallEvent& event)
{
    PairTrack* track = pair(event.pair);
    if (!track)
        return;
    EndTrack& end = track->end(event.end);
    switch (event.what) {
    case CallEvent::What::Begin:
        insertInOrder(end.calls, CallSpan{.call = event.call, .began = event.began}, &CallSpan::began);
        break;
    case CallEvent::What::End:
        closeCall(end, time, event);
        break;
    case CallEvent::What::Burst:
        insertInOrder(end.calls,
                      CallSpan{.call = event.call, .began = event.began, .ended = time, .bytes = event.bytes, .count = event.count},
                      &CallSpan::began);
        break;
    }
    if (event.what != CallEvent::What::Begin && (event.call == "send" || event.call == detectingCall(Activity::Qt)))
        end.bytesSent += std::max<std::int64_t>(0, event.bytes);
}

void Timeline::fold(RunTime time, const RowEvent& event)
{
    if (PairTrack* track = pair(event.pair))
        insertInOrder(track->end(event.host).rows, RowSample{.time = time, .row = event.row}, &RowSample::time);
}

void Timeline::fold(RunTime time, const RowGoneEvent& event)
{
    if (PairTrack* track = pair(event.pair))
        insertInOrder(track->end(event.host).rows,
                      RowSample{.time = time,
                                .row = std::nullopt,
                                .lastSeen = event.lastSeen > RunTime{0} ? std::optional{event.lastSeen} : std::nullopt},
                      &RowSample::time);
}

void Timeline::fold(RunTime time, const TcpInfoEvent& event)
{
    PairTrack* track = pair(event.pair);
    if (!track)
        return;
    EndTrack& end = track->end(event.end);
    insertInOrder(end.infos, InfoSample{time, event.info}, &InfoSample::time);
    if (event.atFault && !end.atFault) {
        end.atFault = event.info;
        end.atFaultTaken = time;
        ++m_endsAtFault;
    }
}

void Timeline::fold(RunTime time, const PacketEvent& event)
{
    if (isHeldBack(time, event.packet))
        return;
    const auto note = [&](PairTrack& track) { // the two sides are read in turn
        insertInOrder(track.packets, PacketMark{time, event.packet}, &PacketMark::time);
    };
    if (PairTrack* track = pair(event.packet.pair))
        note(*track);
    else if (isNeighbourTalk(event.packet.kind)) // all pairs wait for it
        std::ranges::for_each(m_pairs, note);
}

void Timeline::fold(RunTime time, const FlowEvent& event)
{
    if (PairTrack* track = pair(event.pair))
        insertInOrder(track->flows, FlowMark{event.first, time, event.from, event.packets, event.bytes}, &FlowMark::last);
}

void Timeline::fold(RunTime time, const CountersEvent& event)
{
    m_counters[indexOf(event.host)][static_cast<std::size_t>(event.at)] = event.values;
    if (event.at == CountersEvent::At::Outcome) {
        if (const KernelCounters counted = countedUntilOutcome(event.host); !counted.empty())
            m_log.push_back({.time = time, .text = countedAtOutcomeText(event.host, counted)});
    }
    if (event.at != CountersEvent::At::End)
        return;
    if (const KernelCounters counted = countedSinceFault(event.host); !counted.empty())
        m_log.push_back({.time = time, .text = countedText(event.host, counted)});
}

void Timeline::fold(RunTime, const LossEvent& event) { m_framesLost += std::max<std::int64_t>(0, event.frames); }

void Timeline::fold(RunTime time, const LateEvent& event)
{
    insertInOrder(m_late, LateSpan{time - event.late, time}, &LateSpan::to);
    const auto since = origin();
    m_log.push_back({.time = time, .text = lateText(event, since && time >= *since), .kind = LogKind::Trouble});
}

void Timeline::fold(RunTime, const SkippedEvent& event) { m_samplesSkipped += event.samples; }

void Timeline::fold(RunTime, const NoteEvent&) {} // the log has it

void Timeline::fold(RunTime, const FinishedEvent& event) { m_finished = event; }

void Timeline::fold(RunTime, const UnknownEvent&) {} // the log has it

} // namespace halfopen
