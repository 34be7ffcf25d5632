// SPDX-License-Identifier: GPL-3.0-or-later
// Why an end noticed, or did not: what decides, what was seen, and the verdict.
#include "ui/why/explanation.h"

#include <algorithm>
#include <utility>

#include "core/flag_words.h"
#include "core/outcome_csv.h"
#include "core/retransmission_count.h"
#include "ui/text/format.h"
#include "ui/theme/quantity_text.h"
#include "ui/why/why_counters.h"
#include "ui/why/why_steps.h"

namespace halfopen {

namespace {

// More packets than this are summed up.
constexpr qsizetype kMostNamed = 6;

const PairTrack* trackOf(const Timeline& timeline, int pair)
{
    const auto index = static_cast<std::size_t>(pair);
    return index < timeline.pairs().size() ? &timeline.pairs()[index] : nullptr;
}

void addFault(QStringList& seen, const Timeline& timeline)
{
    const auto started = timeline.startedAt();
    const auto first = timeline.firstFaultAt();
    if (!started || !first)
        return;
    bool isNamed = false;
    for (const auto& span : timeline.faults()) {
        if (span.applied == *first && !std::exchange(isNamed, true))
            seen << WhyText::tr("The fault from which all times count: %1, %2 after the start.", "fault, time").arg(faultText(span.fault), secondsText(span.applied - *started));
        else
            seen << WhyText::tr("%1 after the first fault: %2.", "time, fault").arg(secondsText(span.applied - *first), faultText(span.fault));
        if (span.healed)
            seen << WhyText::tr("Healed %1 after the first fault.").arg(secondsText(*span.healed - *first));
    }
}

void addFlight(QStringList& seen, const EndTrack& end, bool keepAlive)
{
    if (!end.atFault)
        return;
    const auto& info = *end.atFault;
    const RunTime silence = std::min(info.sinceDataReceived, info.sinceAckReceived);
    seen << WhyText::tr("The last segment of the peer had arrived %1 before.").arg(secondsText(silence));
    if (info.unacked > 0) {
        seen << (keepAlive ? WhyText::tr("Segments in flight at the first fault: %1. The retransmission timer rules, keepalive is put off.")
                           : WhyText::tr("Segments in flight at the first fault: %1. The retransmission timer rules.")).arg(info.unacked);
    } else {
        seen << WhyText::tr("At the first fault nothing was in flight, so the retransmission timer was not running.");
    }
}

void addPackets(QStringList& seen, const PairTrack& track, Host end, RunTime origin, PacketKind kind, const QString& what, bool lossProbes = false)
{
    QStringList named;
    qsizetype dropped = 0;
    qsizetype count = 0;
    for (const auto& mark : track.packets) {
        if (mark.time < origin || mark.packet.kind != kind || mark.packet.from != end)
            continue;
        if (kind == PacketKind::Retransmission && (retransmissionNumber(track, mark) == kLossProbe) != lossProbes)
            continue;
        ++count;
        dropped += mark.packet.fate == PacketFate::Delivered ? 0 : 1;
        if (named.size() < kMostNamed)
            named << secondsText(mark.time - origin);
    }
    if (count == 0)
        return;
    const QString more = count > named.size() ? WhyText::tr(", and %1 more").arg(count - named.size()) : QString{};
    const QString lost = dropped == count ? WhyText::tr("all lost") : dropped == 0 ? WhyText::tr("all delivered") : WhyText::tr("%1 of them lost").arg(dropped);
    seen << WhyText::tr("%1: %2, %3, after %4%5.").arg(what).arg(count).arg(lost, listText(named), more);
}

/// On the wire they lie before the fault, so that fewer are lost than the kernel counts.
void addEarlierProbes(QStringList& seen, const EndTrack& end, const Prediction& prediction)
{
    const int earlier = end.atFault ? end.atFault->probes : 0;
    if (earlier > 0 && prediction.decidedBy == DecidedBy::WindowProbes)
        seen << WhyText::tr("%n window probe(s) had left before the fault and had no answer either: the kernel counts them too. The peer's kernel "
                            "answers such probes at most every 500 ms (tcp_invalid_ratelimit).", "", earlier);
}

void addAnswers(QStringList& seen, const PairTrack& track, Host end, RunTime origin)
{
    const auto arrived = std::ranges::count_if(track.packets, [&](const PacketMark& mark) {
        return mark.time >= origin && mark.packet.from != end && mark.packet.kind == PacketKind::Answer && mark.packet.fate == PacketFate::Delivered;
    });
    if (arrived > 0)
        seen << WhyText::tr("Probes that the peer's kernel answered: %1. For TCP it is alive.").arg(arrived);
}

void addReset(QStringList& seen, const PairTrack& track, Host end, RunTime origin)
{
    const auto reset = std::ranges::find_if(track.packets, [&](const PacketMark& mark) {
        return mark.time >= origin && mark.packet.from == end && mark.packet.kind == PacketKind::Rst;
    });
    if (reset == track.packets.end())
        return;
    seen << (reset->packet.fate == PacketFate::Delivered ? WhyText::tr("Giving up, the kernel sent a RST after %1.")
                                                         : WhyText::tr("Giving up, the kernel sent a RST after %1 that nobody heard."))
                .arg(secondsText(reset->time - origin));
}

/// How long the call took that told, beside the time since the fault: the two are the same only where they began together.
void addCall(QStringList& seen, const Outcome* outcome, bool faulty)
{
    if (!faulty || outcome == nullptr || !outcome->detection || !outcome->detection->took)
        return;
    const Detection& detection = *outcome->detection;
    const RunTime called = detection.elapsed - *detection.took;
    const QString name = callText(detection.call);
    seen << (called < RunTime{0} ? WhyText::tr("The last %1 itself took %2: it began %3 before the fault.", "call, time, time")
                                 : WhyText::tr("The last %1 itself took %2: it began %3 after the fault.", "call, time, time"))
                .arg(name, secondsText(*detection.took), secondsText(called < RunTime{0} ? -called : called));
}

/// Of an end that was told nothing until the run was over.
QString unnoticedWords(const Timeline& timeline, const Outcome& outcome)
{
    if (outcome.verdict == Verdict::NotApplicable)
        return {};
    if (!timeline.firstFaultAt() && !timeline.experiment().faults.empty())
        return WhyText::tr("The run ended before the fault was made.");
    if (outcome.prediction.livesOn())
        return WhyText::tr("The connection lives on, as predicted.");
    if (outcome.prediction.never())
        return WhyText::tr("Nobody noticed, as predicted.");
    const QString expected = intervalText(outcome.prediction.hull());
    if (outcome.prediction.mayBeNever)
        return WhyText::tr("Nobody noticed. The prediction allows that, beside %1.", "interval").arg(expected);
    if (outcome.cutShort)
        return WhyText::tr("Still waiting when the run ended, after %1. Predicted was %2: that is neither refuted nor confirmed.", "time, interval")
            .arg(secondsText(timeline.lastTime() - timeline.origin().value_or(RunTime{0})), expected);
    return WhyText::tr("Nobody had noticed when the run ended, after %1; predicted was %2.", "time, interval")
        .arg(secondsText(timeline.lastTime() - timeline.origin().value_or(RunTime{0})), expected);
}

QString verdictWords(const Outcome& outcome, bool faulty)
{
    const auto& detection = *outcome.detection;
    const QString call = callResultText(detection.call, detection.result, detection.errorNumber);
    const QString text = (faulty ? WhyText::tr("%1 %2 after the fault", "call and errno, time") : WhyText::tr("%1 %2 after the start", "call and errno, time"))
                             .arg(call, secondsText(detection.elapsed));
    if (outcome.prediction.never())
        return WhyText::tr("%1, though never was predicted.").arg(text);
    const auto hull = outcome.prediction.hull();
    const RunTime middle = hull.earliest + (hull.latest - hull.earliest) / 2;
    return WhyText::tr("%1: %2 from the middle of the predicted %3, %4.")
        .arg(text, residualText(toSeconds(detection.elapsed - middle) * 1000), intervalText(hull), verdictText(outcome.verdict));
}

QString decidesWords(Activity activity, const Prediction& prediction)
{
    switch (prediction.decidedBy) {
    case DecidedBy::Nobody:
        return prediction.livesOn() ? WhyText::tr("Nobody: the connection lives on.") : WhyText::tr("Nobody: no limit ends this connection.");
    case DecidedBy::KeepaliveCount:
        return WhyText::tr("The count of unanswered keepalive probes, TCP_KEEPCNT.");
    case DecidedBy::UserTimeout:
        return WhyText::tr("The user timeout, TCP_USER_TIMEOUT.");
    case DecidedBy::RetransmissionLimit:
        return WhyText::tr("The retransmission timer, up to what tcp_retries2 allows.");
    case DecidedBy::WindowProbes:
        return WhyText::tr("The count of unanswered window probes, tcp_retries2.");
    case DecidedBy::SynRetries:
        return WhyText::tr("The number of SYNs without an answer, tcp_syn_retries.");
    case DecidedBy::OrphanLimit:
        return WhyText::tr("The retransmissions of an orphaned socket, tcp_orphan_retries.");
    case DecidedBy::CallTimeout:
        return activity == Activity::Heartbeat ? WhyText::tr("The program's own patience, heartbeat_timeout_s.")
                                               : WhyText::tr("The call's own time limit, SO_RCVTIMEO or SO_SNDTIMEO.");
    case DecidedBy::PeerRst:
        return WhyText::tr("The peer's kernel, by a RST.");
    case DecidedBy::PeerFin:
        return WhyText::tr("The peer's kernel, by a FIN.");
    case DecidedBy::Local:
        break;
    }
    return WhyText::tr("This end itself.");
}

QString otherwiseWords(const Endpoint& endpoint, const Prediction& prediction)
{
    switch (prediction.decidedBy) {
    case DecidedBy::KeepaliveCount:
        return WhyText::tr("Without SO_KEEPALIVE no timer would be armed: the program would wait for ever.");
    case DecidedBy::RetransmissionLimit:
        return WhyText::tr("Without data in flight this timer would not run; a TCP_USER_TIMEOUT would set the limit in milliseconds.");
    case DecidedBy::UserTimeout:
        return endpoint.options.keepAlive.value_or(false) && isDetector(endpoint.activity)
                   ? WhyText::tr("Without the user timeout the count of lost probes would decide.")
                   : WhyText::tr("Without the user timeout tcp_retries2 would decide, by default after more than 15 minutes.");
    case DecidedBy::CallTimeout:
        return endpoint.activity == Activity::Heartbeat
                   ? WhyText::tr("The program gave up on its own; its kernel goes by its own timers and may believe in the peer for much longer.")
                   : WhyText::tr("The call gave up on its own; it says nothing about the peer, and the connection lives on.");
    case DecidedBy::PeerFin:
    case DecidedBy::PeerRst:
        return WhyText::tr("The peer's kernel outlived its program and spoke for it. A dead kernel or cable says nothing.");
    case DecidedBy::Nobody:
        return endpoint.options.keepAlive.value_or(false) || prediction.livesOn() ? QString{}
                                                          : WhyText::tr("With SO_KEEPALIVE, or with data to send, the kernel would find out.");
    case DecidedBy::WindowProbes:
    case DecidedBy::SynRetries:
    case DecidedBy::OrphanLimit:
    case DecidedBy::Local:
        break;
    }
    return {};
}

} // namespace

QString differenceText(const Interval& predicted, RunTime measured)
{
    const auto milliseconds = [](RunTime time) { return residualText(toSeconds(time) * 1000).mid(1); };
    if (measured < predicted.earliest)
        return WhyText::tr("%1 earlier", "milliseconds with their unit").arg(milliseconds(predicted.earliest - measured));
    if (measured > predicted.latest)
        return WhyText::tr("%1 later", "milliseconds with their unit").arg(milliseconds(measured - predicted.latest));
    return WhyText::tr("inside", "of the predicted interval");
}

Explanation explain(const Timeline& timeline, const Prediction& prediction, const Outcome* outcome, bool over)
{
    Explanation told;
    const bool isOver = over || timeline.finished();
    if (isOver) {
        told.stage = Explanation::Stage::After;
        if (outcome != nullptr && !outcome->detection) // until then it may still be told
            told.verdict = unnoticedWords(timeline, *outcome);
    }
    told.rule = fromCore(prediction.why);
    told.steps = stepsOf(timeline, prediction, outcome);
    told.absent = absentOf(timeline, prediction);
    const auto& experiment = timeline.experiment();
    if (static_cast<std::size_t>(prediction.pair) < experiment.pairs.size() && prediction.applicable) {
        const Endpoint& endpoint = experiment.pairs[static_cast<std::size_t>(prediction.pair)].end(prediction.end);
        told.decides = decidesWords(endpoint.activity, prediction);
        told.otherwise = otherwiseWords(endpoint, prediction);
    }
    const auto* track = trackOf(timeline, prediction.pair);
    const auto origin = timeline.origin();
    if (track == nullptr || !origin || timeline.eventCount() == 0)
        return told;
    if (!isOver)
        told.stage = Explanation::Stage::During;
    addFault(told.seen, timeline);
    addFlight(told.seen, track->end(prediction.end), track->end(prediction.end).optionAt("SO_KEEPALIVE", *origin).value_or(0) != 0);
    addPackets(told.seen, *track, prediction.end, *origin, PacketKind::Syn, WhyText::tr("SYNs"));
    addPackets(told.seen, *track, prediction.end, *origin, PacketKind::Probe, WhyText::tr("Probes"));
    addPackets(told.seen, *track, prediction.end, *origin, PacketKind::Retransmission, WhyText::tr("Loss probes", "tail-loss probes"), true);
    addPackets(told.seen, *track, prediction.end, *origin, PacketKind::Retransmission, WhyText::tr("Retransmissions"));
    addEarlierProbes(told.seen, track->end(prediction.end), prediction);
    addAnswers(told.seen, *track, prediction.end, *origin);
    addReset(told.seen, *track, prediction.end, *origin);
    addCall(told.seen, outcome, timeline.firstFaultAt().has_value());
    told.counted = countedOf(timeline, prediction, outcome);
    if (outcome != nullptr && outcome->detection)
        told.verdict = verdictWords(*outcome, timeline.firstFaultAt().has_value());
    if (outcome != nullptr && !told.verdict.isEmpty())
        told.flagged = fromCore(flagText(*outcome));
    return told;
}

} // namespace halfopen
