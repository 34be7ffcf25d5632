// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that was the case at one instant, in words.
#include "ui/timeline/reading.h"

#include "ui/theme/quantity_text.h"
#include "ui/timeline/call_words.h"
#include "ui/timeline/ghosts.h"
#include "ui/timeline/lane_text.h"

#include <algorithm>
#include <cmath>

namespace halfopen {

namespace {

QString callLine(const RunFacts& facts, const EndTrack& track, int pair, Host end, double seconds)
{
    const RunTime at = facts.sinceHello(seconds);
    for (const FaultFlag& flag : facts.faults()) {
        const bool stays = endsProgram(flag.fault.kind); // also where its host is back from a reboot
        const bool holds =
            !flag.planned && flag.at <= seconds && (stays || !flag.healed || *flag.healed > seconds) && flag.fault.host == end;
        if (holds && stays)
            return LaneText::tr("the program is dead");
        if (holds && flag.fault.kind == FaultKind::Freeze)
            return LaneText::tr("the program is stopped");
    }
    if (const auto ending = facts.ending(pair, end); ending && ending->at <= at) {
        if (ending->call == detectingCall(Activity::Close))
            return LaneText::tr("the kernel has given up the socket that the program had closed");
        return LaneText::tr("%1 has told: %2", "call, errno").arg(callText(ending->call), endingText(*ending));
    }
    if (const CallSpan* const call = track.callAt(at)) {
        const QString name = callText(QString::fromStdString(call->call));
        if (call->count > 1)
            return LaneText::tr("%1 over and over", "call").arg(name);
        return LaneText::tr("%1 for %2", "call, duration").arg(name, durationText(seconds - facts.since(call->began)));
    }
    return track.calls.empty() ? LaneText::tr("the program does not look") : LaneText::tr("between two calls");
}

/// Once the call has told: with which bits, what SO_ERROR was, and what it says when it is asked again.
QStringList toldLines(const RunFacts& facts, const EndTrack& track, const ReadingLook& look, double seconds)
{
    const auto ending = facts.ending(look.pair, look.end);
    const Pair* const plan = facts.plan(look.pair);
    if (!ending || !ending->span || !plan || facts.since(ending->at) > seconds)
        return {};
    return endingFacts(track, *ending->span, facts.sinceHello(seconds), effectiveSendBytes(plan->end(look.end)));
}

/// As the table of sockets counts it, from the last sample: a tooth is drawn by its first one, and the kernel's numbers
/// are of whole jiffies.
double timerLeft(const EndTrack& track, const TimerTooth& tooth, double at)
{
    const RowSample* const sample = track.rowAt(fromSeconds(at));
    const bool tellsOfIt = sample && sample->row && sample->row->timer == tooth.timer && toSeconds(sample->time) >= tooth.armed;
    return tellsOfIt ? std::max(toSeconds(sample->row->timerLeft) - (at - toSeconds(sample->time)), 0.0) : tooth.left(at);
}

QString timerLine(const RunFacts& facts, const EndTrack& track, const TrackDigest& digest, double seconds)
{
    const double at = seconds + facts.base;
    const TimerTooth* const tooth = toothAt(digest, at);
    if (!tooth || tooth->timer == KernelTimer::None)
        return LaneText::tr("no timer armed");
    const double left = timerLeft(track, *tooth, at);
    return left > 0 ? LaneText::tr("%1 timer: %2 left", "timer, time").arg(timerText(tooth->timer), durationText(left))
                    : LaneText::tr("%1 timer: due, the kernel rounds up", "timer").arg(timerText(tooth->timer));
}

QString probesLine(const RunFacts& facts, const EndTrack& track, const SocketRow& row)
{
    if (row.probesOut == 0 && !(row.timer == KernelTimer::Keepalive && facts.faultMade))
        return {};
    // TCP_KEEPCNT counts keepalive probes only; window probes stop at tcp_retries2 (tcp_probe_timer).
    const int count = row.timer == KernelTimer::WindowProbe ? 0 : track.inForce.keepCount.value_or(0);
    return count > 0 ? LaneText::tr("%1 of %2 probes unanswered").arg(row.probesOut).arg(count)
                     : LaneText::tr("probes unanswered: %1").arg(row.probesOut);
}

/// RTO and what back-off has made of it: from the row, and from TCP_INFO where it has been told.
QString rtoLine(const EndTrack& track, const SocketRow& row, RunTime at)
{
    const auto after = std::ranges::upper_bound(track.infos, at, {}, &InfoSample::time);
    const TcpInfo* const info = after == track.infos.begin() ? nullptr : &std::prev(after)->info;
    // The row tells it in steps of 10 ms, TCP_INFO exactly.
    const bool exact = info && (row.rto.count() == 0 || std::chrono::abs(info->rto - row.rto) < std::chrono::milliseconds{10});
    const RunTime rto = exact ? info->rto : row.rto;
    if (rto.count() == 0 && row.retransmits == 0)
        return {};
    const QString time = durationText(toSeconds(rto));
    if (row.retransmits == 0)
        return LaneText::tr("RTO %1, nothing sent again", "time").arg(time);
    if (rto.count() == 0)
        return LaneText::tr("retransmissions in a row: %1").arg(row.retransmits);
    const int backoff = info ? std::max(info->backoff, 0) : row.retransmits;
    return LaneText::tr("RTO %1, back-off %2, sent again %3 times in a row", "time, number, number")
        .arg(time)
        .arg(backoff)
        .arg(row.retransmits);
}

QStringList rowLines(const RunFacts& facts, const EndTrack& track, const TrackDigest& digest, double seconds,
                     bool detailed)
{
    QStringList lines;
    const RunTime at = facts.sinceHello(seconds);
    const RowSample* const sample = track.rowAt(at);
    if (!sample)
        return lines;
    if (!sample->row)
        return {LaneText::tr("no row in /proc/net/tcp any more")};
    const SocketRow& row = *sample->row;
    if (detailed)
        lines << stateText(row.state);
    lines << timerLine(facts, track, digest, seconds);
    if (const QString probes = probesLine(facts, track, row); !probes.isEmpty())
        lines << probes;
    if (detailed) {
        if (const QString rto = rtoLine(track, row, at); !rto.isEmpty())
            lines << rto;
        lines << LaneText::tr("Send-Q %1 · Recv-Q %2").arg(bytesText(row.sendQueue), bytesText(row.receiveQueue));
    } else if (row.retransmits > 0) {
        lines << LaneText::tr("retransmissions in a row: %1").arg(row.retransmits);
    }
    return lines;
}

QString lastPacketLine(const RunFacts& facts, const Moments& moments, const PairTrack& track, double seconds)
{
    const RunTime at = facts.sinceHello(seconds);
    const auto after = std::ranges::upper_bound(track.packets, at - Moments::kSameInstant, {}, &PacketMark::time);
    if (after == track.packets.begin())
        return {};
    const auto last = std::prev(after);
    const auto index = static_cast<std::size_t>(last - track.packets.begin());
    return LaneText::tr("last packet %1 before: %2", "time, a packet's name")
        .arg(durationText(seconds - facts.since(last->time)),
             moments.text({Moment::What::Packet, last->time, last->packet.from, index}));
}

QString expectedName(const Ghost& ghost)
{
    if (ghost.kind == PacketKind::Retransmission)
        return sentAgainTexts(ghost.number).first();
    return LaneText::tr("%1 %2", "packet kind, number").arg(packetText(ghost.kind)).arg(ghost.number);
}

/// What was expected about that instant and did not come, or is still to come.
QStringList ghostLines(const std::vector<Ghost>& ghosts)
{
    QStringList lines;
    for (const Ghost& ghost : ghosts) {
        if (ghost.fate == Ghost::Fate::Missed)
            lines << LaneText::tr("%1 was expected here, did not come", "a packet's name").arg(expectedName(ghost));
        else if (ghost.fate == Ghost::Fate::Awaited)
            lines << LaneText::tr("%1 is expected here", "a packet's name").arg(expectedName(ghost));
    }
    return lines;
}

/// What happened at that instant; for an expected packet, how well it was expected.
QStringList momentLines(const RunFacts& facts, const Moments& moments, const std::vector<Ghost>& ghosts, double seconds)
{
    QStringList lines;
    for (const Moment& moment : moments.at(facts.sinceHello(seconds))) {
        lines << QStringLiteral("▸ ") + moments.text(moment);
        if (moment.what != Moment::What::Packet)
            continue;
        const auto ghost = std::ranges::find_if(ghosts, [&](const Ghost& each) {
            return each.fate == Ghost::Fate::Came && each.packet == moment.index;
        });
        if (ghost != ghosts.end())
            lines << ghostText(*ghost);
    }
    constexpr qsizetype kMost = 4; // a burst's packets can share one instant
    return lines.size() > kMost ? lines.mid(0, kMost) : lines;
}

QStringList expectedLines(const RunFacts& facts, const ReadingLook& look, double seconds)
{
    const Prediction* const prediction = facts.prediction(look.pair, look.end);
    if (!prediction || !prediction->applicable)
        return {};
    QStringList lines;
    if (!prediction->never() && seconds > facts.countedFrom + toSeconds(prediction->hull().latest))
        lines << LaneText::tr("expected: the program knows");
    else
        lines << LaneText::tr("expected: the program still waits");
    const auto sent = std::ranges::count_if(prediction->schedule, [&](const ExpectedPacket& packet) {
        return packet.kind == PacketKind::Probe && facts.countedFrom + toSeconds(packet.at.latest) <= seconds;
    });
    if (sent > 0)
        lines << LaneText::tr("probes expected by then: %1").arg(sent);
    return lines;
}

/// The instant of now, while time goes on: in tenths, as all clocks that run.
QString clockedInstant(const RunFacts& facts, TimeOrigin origin)
{
    if (origin == TimeOrigin::Start || !facts.faultAt)
        return LaneText::tr("t = %1", "time since the start").arg(clockText(facts.now));
    const double since = facts.now - *facts.faultAt;
    return since >= 0 ? LaneText::tr("%1 after the fault").arg(clockText(since)) : LaneText::tr("%1 before the fault").arg(countdownText(-since));
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

Reading readingAt(const RunFacts& facts, const PairDigest& digest, const ReadingLook& look, double seconds)
{
    constexpr double kNear = 0.05; // s; half the time between two samples
    Reading reading{{instantText(facts, seconds, look.origin)}, {}};
    const PairTrack* const track = facts.track(look.pair);
    const std::vector<Ghost> ghosts = ghostsOf(facts, look.pair, look.end, seconds - kNear, seconds + kNear);
    const bool known = track && seconds >= facts.begin && seconds <= facts.now;
    if (!known) {
        reading.facts = ghostLines(ghosts) + expectedLines(facts, look, seconds);
        return reading;
    }
    const Moments moments(facts, digest, look.pair, look.end, look.bothEnds);
    // A packet that came may be further from its window than `near`.
    reading.heads << momentLines(facts, moments, ghostsOf(facts, look.pair, look.end, seconds - 1, seconds + 1),
                                 seconds);
    const EndTrack& side = track->end(look.end);
    reading.facts << ghostLines(ghosts) << callLine(facts, side, look.pair, look.end, seconds)
                  << toldLines(facts, side, look, seconds) << rowLines(facts, side, digest.of(look.end), seconds, true);
    if (look.info)
        reading.facts << infoReading(side, *look.info, facts.sinceHello(seconds));
    if (const QString last = lastPacketLine(facts, moments, *track, seconds); !last.isEmpty())
        reading.facts << last;
    if (look.bothEnds) {
        const Host other = otherHost(look.end);
        const RowSample* const row = track->end(other).rowAt(facts.sinceHello(seconds));
        const QString state = row && row->row ? stateText(row->row->state) : LaneText::tr("no row");
        reading.facts << LaneText::tr("%1: %2, %3", "host: its call, its socket's state")
                             .arg(hostText(other), callLine(facts, track->end(other), look.pair, other, seconds), state);
    }
    reading.facts.removeAll(QString());
    return reading;
}

QStringList readingOfNow(const RunFacts& facts, const PairDigest& digest, const ReadingLook& look)
{
    const QString instant = clockedInstant(facts, look.origin);
    const PairTrack* const track = facts.track(look.pair);
    const QStringList seen = track ? rowLines(facts, track->end(look.end), digest.of(look.end), facts.now, false) : QStringList{};
    const QString separator = QStringLiteral(" · ");
    QStringList wordings{(QStringList{instant} + seen).join(separator)};
    if (!seen.isEmpty())
        wordings << seen.join(separator) << seen.front();
    const TimerTooth* const tooth = toothAt(digest.of(look.end), facts.now + facts.base);
    const bool runs = track && tooth && tooth->timer != KernelTimer::None;
    if (const double left = runs ? timerLeft(track->end(look.end), *tooth, facts.now + facts.base) : 0; left > 0)
        wordings << LaneText::tr("%1: %2 left", "timer, time").arg(timerText(tooth->timer), durationText(left));
    else if (seen.isEmpty())
        wordings << clockText(facts.now - facts.countedFrom);
    return wordings;
}

} // namespace halfopen
