// SPDX-License-Identifier: GPL-3.0-or-later
// What happened to a pair, instant by instant.
#include "ui/timeline/moments.h"

#include "core/retransmission_count.h"
#include "ui/theme/quantity_text.h"
#include "ui/timeline/call_words.h"
#include "ui/timeline/ghosts.h"
#include "ui/timeline/lane_text.h"

#include <algorithm>

namespace halfopen {

namespace {

using What = Moment::What;

RunTime endedOrNever(const CallSpan& call)
{
    return call.ended.value_or(RunTime::max());
}

} // namespace

Moments::Moments(const RunFacts& facts, const PairDigest& digest, int pair, Host end, bool bothEnds)
    : m_facts(facts), m_digest(digest), m_pair(pair), m_end(end), m_bothEnds(bothEnds)
{
    if (!m_facts.timeline)
        return;
    for (const FaultSpan& span : m_facts.timeline->faults()) {
        if (span.healed)
            m_healed.push_back(&span);
    }
    std::ranges::stable_sort(m_healed, {}, [](const FaultSpan* span) { return *span->healed; });
}

void PairDigest::extend(const PairTrack& track, std::size_t& room)
{
    ends[0].extend(track.client, track.packets, Host::Client, room);
    ends[1].extend(track.server, track.packets, Host::Server, room);
    wire.extend(track.packets, room);
}

std::optional<LaneKind> laneOf(Moment::What what)
{
    switch (what) {
    case What::Fault:
    case What::Heal:
        return std::nullopt;
    case What::CallEnded:
    case What::CallBegan:
        return LaneKind::Call;
    case What::Packet:
        return LaneKind::Wire;
    case What::StateChanged:
        return LaneKind::State;
    case What::TimerSet:
        return LaneKind::Timer;
    }
    return std::nullopt;
}

/// Calls visit(what, end, list, time of an element) for each list of one end.
template<class Visit> void Moments::visitEnd(Host end, std::optional<LaneKind> lane, Visit visit) const
{
    const auto wanted = [lane](LaneKind kind) { return !lane || *lane == kind; };
    const TrackDigest& digest = m_digest.of(end);
    if (wanted(LaneKind::Call)) {
        const auto& calls = m_facts.track(m_pair)->end(end).calls;
        visit(What::CallBegan, end, calls, [](const CallSpan& call) { return call.began; });
        visit(What::CallEnded, end, calls, endedOrNever);
    }
    if (wanted(LaneKind::State))
        visit(What::StateChanged, end, digest.states(), [](const StateRun& run) { return fromSeconds(run.from); });
    if (wanted(LaneKind::Timer))
        visit(What::TimerSet, end, digest.teeth(), [](const TimerTooth& tooth) { return fromSeconds(tooth.armed); });
}

template<class Visit> void Moments::visitLists(std::optional<LaneKind> lane, Visit visit) const
{
    if (m_facts.timeline && !lane) {
        const auto& faults = m_facts.timeline->faults();
        visit(What::Fault, Host::Client, faults, [](const FaultSpan& span) { return span.applied; });
        visit(What::Heal, Host::Client, m_healed, [](const FaultSpan* span) { return *span->healed; });
    }
    const PairTrack* const track = m_facts.track(m_pair);
    if (!track)
        return;
    if (!lane || *lane == LaneKind::Wire)
        visit(What::Packet, Host::Client, track->packets, [](const PacketMark& mark) { return mark.time; });
    for (const Host end : {Host::Client, Host::Server}) {
        if (showsEnd(end))
            visitEnd(end, lane, visit);
    }
}

std::optional<Moment> Moments::nearest(RunTime at, RunTime from, RunTime to, std::optional<LaneKind> lane) const
{
    std::optional<Moment> best;
    RunTime bestDistance = RunTime::max();
    visitLists(lane, [&](What what, Host end, const auto& things, auto timeOf) {
        const auto offer = [&](auto thing) {
            const RunTime time = timeOf(*thing);
            if (time < from || time > to)
                return;
            const RunTime distance = time > at ? time - at : at - time;
            const bool weightier = best && distance <= bestDistance + kSameInstant && what < best->what;
            if (best && !weightier && distance + (what > best->what ? kSameInstant : RunTime{0}) >= bestDistance)
                return;
            best = Moment{what, time, end, static_cast<std::size_t>(thing - things.begin())};
            bestDistance = distance;
        };
        const auto after = std::ranges::lower_bound(things, at, {}, timeOf);
        if (after != things.end())
            offer(after);
        if (after != things.begin())
            offer(after - 1);
    });
    if (best && best->what == What::Packet)
        best->end = m_facts.track(m_pair)->packets[best->index].packet.from;
    return best;
}

std::optional<Moment> Moments::neighbour(RunTime at, bool forward) const
{
    std::optional<Moment> best;
    visitLists(std::nullopt, [&](What what, Host end, const auto& things, auto timeOf) {
        const RunTime limit = forward ? at + kSameInstant : at - kSameInstant;
        auto thing = forward ? std::ranges::upper_bound(things, limit, {}, timeOf)
                             : std::ranges::lower_bound(things, limit, {}, timeOf);
        if (thing == (forward ? things.end() : things.begin()))
            return;
        if (!forward)
            --thing;
        const RunTime time = timeOf(*thing);
        if (time == RunTime::max())
            return;
        const bool nearer = !best || (forward ? time < best->at - kSameInstant : time > best->at + kSameInstant);
        const bool same = best && std::chrono::abs(time - best->at) <= kSameInstant && what < best->what;
        if (nearer || same)
            best = Moment{what, time, end, static_cast<std::size_t>(thing - things.begin())};
    });
    if (best && best->what == What::Packet)
        best->end = m_facts.track(m_pair)->packets[best->index].packet.from;
    return best;
}

std::vector<Moment> Moments::at(RunTime at) const
{
    std::vector<Moment> found;
    visitLists(std::nullopt, [&](What what, Host end, const auto& things, auto timeOf) {
        auto thing = std::ranges::lower_bound(things, at - kSameInstant, {}, timeOf);
        for (; thing != things.end() && timeOf(*thing) <= at + kSameInstant && found.size() < 32; ++thing)
            found.push_back({what, timeOf(*thing), end, static_cast<std::size_t>(thing - things.begin())});
    });
    for (Moment& moment : found) {
        if (moment.what == What::Packet)
            moment.end = m_facts.track(m_pair)->packets[moment.index].packet.from;
    }
    std::ranges::stable_sort(found, {}, &Moment::what);
    return found;
}

QString Moments::packetMomentText(std::size_t index) const
{
    const PairTrack& track = *m_facts.track(m_pair);
    const PacketMark& mark = track.packets[index];
    const Packet& packet = mark.packet;
    const auto& numbers = m_digest.wire.numbers();
    QString name = packetText(packet.kind);
    if (packet.kind == PacketKind::Retransmission)
        name = sentAgainTexts(retransmissionNumber(track, mark)).first();
    else if (packet.kind == PacketKind::Probe)
        name = LaneText::tr("%1 %2", "packet kind, number").arg(name).arg(index < numbers.size() ? numbers[index] : 0);
    const QString whose = packet.from == Host::Client ? LaneText::tr("%1 from the client", "a packet's name").arg(name)
                                                      : LaneText::tr("%1 from the server", "a packet's name").arg(name);
    QString fate = fateText(packet, whose);
    if (packet.fate == PacketFate::Rejected)
        fate = LaneText::tr("%1, rejected", "a packet's name").arg(whose);
    else if (packet.fate != PacketFate::Delivered)
        fate = LaneText::tr("%1, lost", "a packet's name").arg(whose);
    return packet.length > 0 ? LaneText::tr("%1, %2", "a packet, its bytes").arg(fate, bytesText(packet.length)) : fate;
}

QString Moments::timerMomentText(Host end, std::size_t index) const
{
    const auto& teeth = m_digest.of(end).teeth();
    const TimerTooth& tooth = teeth[index];
    const TimerTooth* const before = index > 0 ? &teeth[index - 1] : nullptr;
    if (tooth.timer == KernelTimer::None)
        return before ? LaneText::tr("%1 timer stopped", "timer").arg(timerText(before->timer))
                      : LaneText::tr("no timer armed");
    const QString time = durationText(tooth.expires - tooth.armed);
    // Half a jiffy of the slowest kernel (HZ 100) before its expiry it has not been re-armed, it has fired.
    const bool fired = before && before->timer != KernelTimer::None && tooth.armed >= before->expires - 0.005;
    if (fired)
        return LaneText::tr("%1 timer fired, set again to %2", "timer, time").arg(timerText(tooth.timer), time);
    return LaneText::tr("%1 timer set to %2", "timer, time").arg(timerText(tooth.timer), time);
}

QString Moments::text(const Moment& moment) const
{
    const PairTrack* const track = m_facts.track(m_pair);
    switch (moment.what) {
    case What::Fault:
        return LaneText::tr("fault: %1").arg(faultText(m_facts.timeline->faults()[moment.index].fault, m_facts.isOnLoopback()));
    case What::Heal:
        return healText(m_healed[moment.index]->fault);
    case What::CallBegan:
        return LaneText::tr("%1 begins", "call")
            .arg(callText(QString::fromStdString(track->end(moment.end).calls[moment.index].call)));
    case What::CallEnded: {
        const CallSpan& call = track->end(moment.end).calls[moment.index];
        const QString name = QString::fromStdString(call.call);
        if (call.count > 1)
            return LaneText::tr("%1 × %2 have returned", "call, times").arg(callText(name)).arg(call.count);
        const Pair* const plan = m_facts.plan(m_pair);
        return returnText(call, plan ? effectiveSendBytes(plan->end(moment.end)) : 0);
    }
    case What::Packet:
        return packetMomentText(moment.index);
    case What::StateChanged: {
        const StateRun& run = m_digest.of(moment.end).states()[moment.index];
        return run.present ? LaneText::tr("state %1", "TCP state").arg(stateText(run.state))
                           : LaneText::tr("its row leaves /proc/net/tcp");
    }
    case What::TimerSet:
        return timerMomentText(moment.end, moment.index);
    }
    return {};
}

} // namespace halfopen
