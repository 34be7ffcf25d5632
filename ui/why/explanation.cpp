// SPDX-License-Identifier: GPL-3.0-or-later
// Why an end noticed, or did not: the rule's sentence and what was seen.
#include "ui/why/explanation.h"

#include <QCoreApplication>

#include <algorithm>

#include "core/outcome_csv.h"
#include "ui/text/format.h"
#include "ui/theme/quantity_text.h"

namespace halfopen {

namespace {

// More packets than this are summed up.
constexpr qsizetype kMostNamed = 6;

QString whyWords(const char* text, int count = -1) { return QCoreApplication::translate("Explanation", text, nullptr, count); }

const PairTrack* trackOf(const Timeline& timeline, int pair)
{
    const auto index = static_cast<std::size_t>(pair);
    return index < timeline.pairs().size() ? &timeline.pairs()[index] : nullptr;
}

void addFault(QStringList& seen, const Timeline& timeline)
{
    const auto started = timeline.startedAt();
    for (const auto& span : timeline.faults()) {
        const RunTime at = started ? span.applied - *started : span.applied;
        seen << whyWords("At %1: %2.").arg(secondsText(at), faultText(span.fault));
        if (span.healed)
            seen << whyWords("Healed after %1.").arg(secondsText(*span.healed - span.applied));
    }
}

void addFlight(QStringList& seen, const EndTrack& end)
{
    if (!end.atFault)
        return;
    const auto& info = *end.atFault;
    const RunTime silence = std::min(info.sinceDataReceived, info.sinceAckReceived);
    seen << whyWords("The last segment of the peer had arrived %1 before.").arg(secondsText(silence));
    if (info.unacked > 0) {
        seen << whyWords("%1 segments were in flight: the retransmission timer rules, keepalive is put off.").arg(info.unacked);
    } else {
        seen << whyWords("Nothing was in flight, so the retransmission timer was not running.");
    }
}

void addPackets(QStringList& seen, const PairTrack& track, Host end, RunTime origin, PacketKind kind, const QString& what)
{
    QStringList named;
    qsizetype dropped = 0;
    qsizetype count = 0;
    for (const auto& mark : track.packets) {
        if (mark.time < origin || mark.packet.kind != kind || mark.packet.from != end)
            continue;
        ++count;
        dropped += mark.packet.fate == PacketFate::Delivered ? 0 : 1;
        if (named.size() < kMostNamed)
            named << secondsText(mark.time - origin);
    }
    if (count == 0)
        return;
    const QString more = count > named.size() ? whyWords(", and %1 more").arg(count - named.size()) : QString{};
    const QString lost = dropped == count ? whyWords("all lost") : dropped == 0 ? whyWords("all delivered") : whyWords("%1 of them lost").arg(dropped);
    seen << whyWords("%1: %2, %3, after %4%5.").arg(what).arg(count).arg(lost, named.join(QStringLiteral(", ")), more);
}

void addAnswers(QStringList& seen, const PairTrack& track, Host end, RunTime origin)
{
    const auto arrived = std::ranges::count_if(track.packets, [&](const PacketMark& mark) {
        return mark.time >= origin && mark.packet.from != end && mark.packet.kind == PacketKind::Answer && mark.packet.fate == PacketFate::Delivered;
    });
    if (arrived > 0)
        seen << whyWords("The peer's kernel answered %1 probes: for TCP it is alive.").arg(arrived);
}

void addReset(QStringList& seen, const PairTrack& track, Host end, RunTime origin)
{
    const auto reset = std::ranges::find_if(track.packets, [&](const PacketMark& mark) {
        return mark.time >= origin && mark.packet.from == end && mark.packet.kind == PacketKind::Rst;
    });
    if (reset == track.packets.end())
        return;
    seen << (reset->packet.fate == PacketFate::Delivered ? whyWords("Giving up, the kernel sent a RST after %1.")
                                                         : whyWords("Giving up, the kernel sent a RST after %1 that nobody heard."))
                .arg(secondsText(reset->time - origin));
}

QString verdictWords(const Outcome& outcome)
{
    if (!outcome.detection) {
        return outcome.verdict == Verdict::NotApplicable ? QString{}
             : outcome.prediction.never()                ? whyWords("Nobody noticed, as predicted.")
                                                         : QString{};
    }
    const auto& detection = *outcome.detection;
    QString text = whyWords("%1 after %2").arg(callResultText(detection.call, detection.result, detection.errorNumber), secondsText(detection.elapsed));
    if (outcome.prediction.never())
        return whyWords("%1, though never was predicted.").arg(text);
    const auto hull = outcome.prediction.hull();
    const RunTime middle = hull.earliest + (hull.latest - hull.earliest) / 2;
    return whyWords("%1: %2 from the middle of the predicted %3, %4.")
        .arg(text, residualText(toSeconds(detection.elapsed - middle) * 1000), intervalText(hull), verdictText(outcome.verdict));
}

QString otherwiseWords(const Endpoint& endpoint, const Prediction& prediction)
{
    switch (prediction.decidedBy) {
    case DecidedBy::KeepaliveCount:
        return whyWords("Without SO_KEEPALIVE no timer would be armed: the program would wait for ever.");
    case DecidedBy::RetransmissionLimit:
        return whyWords("Without data in flight this timer would not run; a TCP_USER_TIMEOUT would set the limit in milliseconds.");
    case DecidedBy::UserTimeout:
        return endpoint.options.keepAlive.value_or(false) && isDetector(endpoint.activity)
                   ? whyWords("Without the user timeout the count of lost probes would decide.")
                   : whyWords("Without the user timeout tcp_retries2 would decide, by default after more than 15 minutes.");
    case DecidedBy::CallTimeout:
        return whyWords("The call gave up on its own; it says nothing about the peer, and the connection lives on.");
    case DecidedBy::PeerFin:
    case DecidedBy::PeerRst:
        return whyWords("The peer's kernel outlived its program and spoke for it. A dead kernel or cable says nothing.");
    case DecidedBy::Nobody:
        return endpoint.options.keepAlive.value_or(false) ? QString{}
                                                          : whyWords("With SO_KEEPALIVE, or with data to send, the kernel would find out.");
    case DecidedBy::WindowProbes:
    case DecidedBy::Local:
        break;
    }
    return {};
}

} // namespace

Explanation explain(const Timeline& timeline, const Prediction& prediction, const Outcome* outcome)
{
    Explanation told;
    told.rule = fromCore(prediction.why);
    const auto& experiment = timeline.experiment();
    if (static_cast<std::size_t>(prediction.pair) < experiment.pairs.size() && prediction.applicable)
        told.otherwise = otherwiseWords(experiment.pairs[static_cast<std::size_t>(prediction.pair)].end(prediction.end), prediction);
    const auto* track = trackOf(timeline, prediction.pair);
    const auto origin = timeline.origin();
    if (track == nullptr || !origin || timeline.eventCount() == 0)
        return told;
    addFault(told.seen, timeline);
    addFlight(told.seen, track->end(prediction.end));
    addPackets(told.seen, *track, prediction.end, *origin, PacketKind::Probe, whyWords("Probes"));
    addPackets(told.seen, *track, prediction.end, *origin, PacketKind::Retransmission, whyWords("Retransmissions"));
    addAnswers(told.seen, *track, prediction.end, *origin);
    addReset(told.seen, *track, prediction.end, *origin);
    if (outcome != nullptr)
        told.verdict = verdictWords(*outcome);
    return told;
}

} // namespace halfopen
