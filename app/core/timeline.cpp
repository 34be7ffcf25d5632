// SPDX-License-Identifier: GPL-3.0-or-later
// Folds the events of a run into tracks.
#include "core/timeline.h"

#include <algorithm>

#include "core/timeline_log.h"

namespace halfopen {

namespace {

std::size_t indexOf(Host host) { return host == Host::Client ? 0 : 1; }

void closeCall(EndTrack& track, RunTime time, const CallEvent& event)
{
    const bool begun = !track.calls.empty() && !track.calls.back().ended && track.calls.back().call == event.call;
    if (!begun)
        track.calls.push_back({.call = event.call, .began = event.began});
    CallSpan& span = track.calls.back();
    span.ended = time;
    span.result = event.result;
    span.errorNumber = event.errorNumber;
    span.bytes = event.bytes;
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

Timeline::Timeline(Experiment experiment) : m_experiment(std::move(experiment))
{
    m_pairs.resize(m_experiment.pairs.size());
    m_kernel.sysctl = m_experiment.sysctl;
}

void Timeline::append(const Event& event)
{
    ++m_eventCount;
    m_lastTime = std::max(m_lastTime, event.time);
    if (auto text = logText(event, m_experiment); !text.empty())
        m_log.push_back({event.time, std::move(text)});
    std::visit([this, &event](const auto& body) { fold(event.time, body); }, event.body);
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
    return m_experiment.faults.empty() ? m_startedAt : std::nullopt;
}

Experiment Timeline::asExecuted() const
{
    Experiment executed = m_experiment;
    const RunTime start = m_startedAt.value_or(RunTime{0});
    for (const FaultSpan& span : m_faults) {
        Fault fault = span.fault;
        fault.atSeconds = toSeconds(span.applied - start);
        if (span.healed)
            fault.healAfterSeconds = toSeconds(*span.healed - span.applied);
        const auto id = static_cast<std::size_t>(span.id);
        if (span.id >= 0 && id < m_experiment.faults.size())
            executed.faults[id] = fault;
        else
            executed.faults.push_back(fault);
    }
    return executed;
}

std::vector<EndAtFault> Timeline::endsAtFault() const
{
    std::vector<EndAtFault> ends;
    for (std::size_t i = 0; i < m_pairs.size(); ++i) {
        for (const Host end : {Host::Client, Host::Server}) {
            if (const auto& info = m_pairs[i].end(end).atFault)
                ends.push_back({static_cast<int>(i), end, *info});
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

void Timeline::fold(RunTime, const OptionEvent& event)
{
    if (PairTrack* track = pair(event.pair))
        setOptionValue(track->end(event.end).inForce, event.name, event.value);
}

void Timeline::fold(RunTime time, const ArmedEvent& event)
{
    if (PairTrack* track = pair(event.pair)) {
        track->end(event.end).armed = time;
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
        end.calls.push_back({.call = event.call, .began = event.began, .ended = {}});
        break;
    case CallEvent::What::End:
        closeCall(end, time, event);
        break;
    case CallEvent::What::Burst:
        end.calls.push_back({.call = event.call, .began = event.began, .ended = time, .bytes = event.bytes, .count = event.count});
        break;
    }
    if (event.what != CallEvent::What::Begin && event.call == "send")
        end.bytesSent += std::max<std::int64_t>(0, event.bytes);
}

void Timeline::fold(RunTime time, const RowEvent& event)
{
    if (PairTrack* track = pair(event.pair))
        track->end(event.host).rows.push_back({time, event.row});
}

void Timeline::fold(RunTime time, const RowGoneEvent& event)
{
    if (PairTrack* track = pair(event.pair))
        track->end(event.host).rows.push_back({time, std::nullopt});
}

void Timeline::fold(RunTime time, const TcpInfoEvent& event)
{
    PairTrack* track = pair(event.pair);
    if (!track)
        return;
    EndTrack& end = track->end(event.end);
    end.infos.push_back({time, event.info});
    if (event.atFault && !end.atFault)
        end.atFault = event.info;
}

void Timeline::fold(RunTime time, const PacketEvent& event)
{
    if (PairTrack* track = pair(event.packet.pair)) {
        // the two sides are read in turn: a packet may come a moment after a later one of the other side
        auto& packets = track->packets;
        const auto place = std::ranges::upper_bound(packets, time, {}, &PacketMark::time);
        packets.insert(place, {time, event.packet});
    }
}

void Timeline::fold(RunTime time, const FlowEvent& event)
{
    if (PairTrack* track = pair(event.pair))
        track->flows.push_back({event.first, time, event.from, event.packets, event.bytes});
}

void Timeline::fold(RunTime, const LossEvent& event)
{
    m_framesLost += event.frames;
    m_flags.insert("lost-frames");
}

void Timeline::fold(RunTime time, const LateEvent&)
{
    m_lateAt.push_back(time);
    if (firstFaultAt())
        m_flags.insert("starved");
}

void Timeline::fold(RunTime, const SkippedEvent& event) { m_samplesSkipped += event.samples; }

void Timeline::fold(RunTime, const NoteEvent&) {} // the log has it

void Timeline::fold(RunTime, const FinishedEvent& event) { m_finished = event; }

void Timeline::fold(RunTime, const UnknownEvent&) {} // the log has it

} // namespace halfopen
