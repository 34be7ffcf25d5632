// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that was the case at one instant, in words.
#include "ui/timeline/reading.h"

#include "ui/theme/quantity_text.h"
#include "ui/timeline/lane_text.h"

#include <algorithm>
#include <cmath>

namespace halfopen {

namespace {

QString callLine(const RunFacts& facts, const EndTrack& track, int pair, Host end, double seconds)
{
    const RunTime at = facts.sinceHello(seconds);
    for (const FaultFlag& flag : facts.faults()) {
        const bool holds =
            !flag.planned && flag.at <= seconds && (!flag.healed || *flag.healed > seconds) && flag.fault.host == end;
        if (holds && flag.fault.kind == FaultKind::Kill)
            return LaneText::tr("the program is dead");
        if (holds && flag.fault.kind == FaultKind::Freeze)
            return LaneText::tr("the program is stopped");
    }
    if (const CallSpan* const ending = facts.ending(pair, end); ending && *ending->ended <= at) {
        const QString call = QString::fromStdString(ending->call);
        return LaneText::tr("%1 has told: %2", "call, errno")
            .arg(callText(call), endingText(call, ending->result, ending->errorNumber));
    }
    if (const CallSpan* const call = track.callAt(at)) {
        const QString name = callText(QString::fromStdString(call->call));
        if (call->count > 1)
            return LaneText::tr("%1 over and over", "call").arg(name);
        return LaneText::tr("%1 for %2", "call, duration").arg(name, durationText(seconds - facts.since(call->began)));
    }
    return track.calls.empty() ? LaneText::tr("the program does not look") : LaneText::tr("between two calls");
}

QString timerLine(const RunFacts& facts, const TrackDigest& digest, double seconds)
{
    const double at = seconds + facts.base;
    const TimerTooth* const tooth = toothAt(digest, at);
    if (!tooth || tooth->timer == KernelTimer::None)
        return LaneText::tr("no timer armed");
    const double left = tooth->left(at);
    return left > 0 ? LaneText::tr("%1 timer: %2 left", "timer, time").arg(timerText(tooth->timer), durationText(left))
                    : LaneText::tr("%1 timer: due, the kernel rounds up", "timer").arg(timerText(tooth->timer));
}

QStringList rowLines(const RunFacts& facts, const EndTrack& track, const TrackDigest& digest, double seconds,
                     bool detailed)
{
    QStringList lines;
    const RowSample* const sample = track.rowAt(facts.sinceHello(seconds));
    if (!sample)
        return lines;
    if (!sample->row)
        return {LaneText::tr("no row in /proc/net/tcp any more")};
    const SocketRow& row = *sample->row;
    if (detailed)
        lines << stateText(row.state);
    lines << timerLine(facts, digest, seconds);
    if (row.probesOut > 0 || (row.timer == KernelTimer::Keepalive && facts.faultMade)) {
        const int count = track.inForce.keepCount.value_or(0);
        lines << (count > 0 ? LaneText::tr("%1 of %2 probes unanswered").arg(row.probesOut).arg(count)
                            : LaneText::tr("probes unanswered: %1").arg(row.probesOut));
    }
    if (row.retransmits > 0)
        lines << LaneText::tr("retransmissions in a row: %1").arg(row.retransmits);
    if (detailed)
        lines << LaneText::tr("Send-Q %1 · Recv-Q %2").arg(bytesText(row.sendQueue), bytesText(row.receiveQueue));
    return lines;
}

} // namespace

QString instantText(const RunFacts& facts, double seconds, TimeOrigin origin)
{
    if (origin == TimeOrigin::Start || !facts.faultAt)
        return LaneText::tr("t = %1", "time since the start").arg(durationText(seconds));
    const double since = seconds - *facts.faultAt;
    return since >= 0 ? LaneText::tr("%1 after the fault").arg(durationText(since))
                      : LaneText::tr("%1 before the fault").arg(durationText(-since));
}

const TimerTooth* toothAt(const TrackDigest& digest, double sinceHello)
{
    const auto& teeth = digest.teeth();
    auto tooth = std::ranges::upper_bound(teeth, sinceHello, {}, &TimerTooth::armed);
    return tooth == teeth.begin() ? nullptr : &*(tooth - 1);
}

QStringList readingAt(const RunFacts& facts, const TrackDigest& digest, int pair, Host end, double seconds,
                      TimeOrigin origin, bool detailed)
{
    QStringList lines{instantText(facts, seconds, origin)};
    const PairTrack* const track = facts.track(pair);
    const bool known = track && seconds >= facts.begin && seconds <= facts.now;
    if (known) {
        const EndTrack& side = track->end(end);
        if (detailed)
            lines << callLine(facts, side, pair, end, seconds);
        lines << rowLines(facts, side, digest, seconds, detailed);
        return lines;
    }
    if (const Prediction* const prediction = facts.prediction(pair, end);
        prediction && prediction->applicable && detailed) {
        if (!prediction->never() && seconds > facts.countedFrom + toSeconds(prediction->hull().latest))
            lines << LaneText::tr("expected: the program knows");
        else
            lines << LaneText::tr("expected: the program still waits");
        const auto sent = std::ranges::count_if(prediction->schedule, [&](const ExpectedPacket& packet) {
            return packet.kind == PacketKind::Probe && facts.countedFrom + toSeconds(packet.at.latest) <= seconds;
        });
        if (sent > 0)
            lines << LaneText::tr("probes expected by then: %1").arg(sent);
    }
    return lines;
}

double neighbouringEvent(const RunFacts& facts, int pair, Host end, double seconds, bool forward)
{
    const PairTrack* const track = facts.track(pair);
    if (!track)
        return seconds;
    const RunTime here = facts.sinceHello(seconds);
    constexpr RunTime kStep = std::chrono::microseconds{2}; // the cursor's own rounding
    RunTime best = forward ? RunTime::max() : RunTime::min();
    const auto offer = [&](RunTime time) {
        if (forward ? time > here + kStep && time < best : time < here - kStep && time > best)
            best = time;
    };
    const auto offerAround = [&](const auto& things, auto timeOf) {
        const auto at = std::ranges::lower_bound(things, here, {}, timeOf);
        for (auto thing = at - std::min<std::ptrdiff_t>(at - things.begin(), 3);
             thing != things.end() && thing - at < 3; ++thing)
            offer(timeOf(*thing));
    };
    offerAround(track->packets, [](const PacketMark& mark) { return mark.time; });
    offerAround(track->end(end).calls, [](const CallSpan& call) { return call.began; });
    offerAround(track->end(end).calls, [](const CallSpan& call) { return call.ended.value_or(RunTime::max() / 2); });
    for (const FaultFlag& flag : facts.faults())
        offer(facts.sinceHello(flag.at));
    if (best == RunTime::max() || best == RunTime::min() ||
        best > facts.sinceHello(facts.now) + std::chrono::seconds{1})
        return seconds;
    return facts.since(best);
}

} // namespace halfopen
