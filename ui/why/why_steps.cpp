// SPDX-License-Identifier: GPL-3.0-or-later
// An explanation's steps, and what did not happen.
#include "ui/why/why_steps.h"

#include <algorithm>

#include "core/retransmission_count.h"
#include "ui/text/format.h"

namespace halfopen {

namespace {

// So many steps are told; of more, the first and the last.
constexpr std::size_t kMostSteps = 12;
constexpr std::size_t kLastSteps = 4;

/// Segments that a timer sends.
bool isStep(PacketKind kind)
{
    return kind == PacketKind::Probe || kind == PacketKind::Retransmission || kind == PacketKind::Syn || kind == PacketKind::Rst;
}

/// What the end's retransmission timer runs for.
enum class InFlight { Nothing, Data, Syn };

QString stepText(const ExpectedPacket& packet)
{
    switch (packet.kind) {
    case PacketKind::Probe:
        return WhyText::tr("Probe %1").arg(packet.number);
    case PacketKind::Retransmission:
        return isLossProbe(packet) ? WhyText::tr("Loss probe", "tail-loss probe, a step") : WhyText::tr("Retrans. %1", "the n-th retransmission, short").arg(packet.number);
    case PacketKind::Rst:
        return WhyText::tr("RST: the kernel gives up");
    case PacketKind::Syn:
    case PacketKind::SynAck:
    case PacketKind::Data:
    case PacketKind::Ack:
    case PacketKind::Answer:
    case PacketKind::Fin:
    case PacketKind::Icmp:
    case PacketKind::Arp:
    case PacketKind::Ndp:
    case PacketKind::Other:
        break;
    }
    return WhyText::tr("%1 %2", "kind of packet, number").arg(fromCore(name(packet.kind))).arg(packet.number);
}

RunTime distanceTo(const Interval& interval, RunTime at)
{
    return at < interval.earliest ? interval.earliest - at : at > interval.latest ? at - interval.latest : RunTime{0};
}

/// The packet of that kind that is nearest to the expectation, not taken by another one.
const PacketMark* nearestTo(const ExpectedPacket& expected, const PairTrack& track, const std::vector<const PacketMark*>& sent, RunTime origin, std::vector<bool>& taken)
{
    const bool counted = expected.kind == PacketKind::Retransmission; // its number says which one it is
    // Further off than this it is another packet: less than the first doubling, later a fifth of the way.
    const RunTime most = counted ? RunTime::max() : std::max<RunTime>(std::chrono::milliseconds{150}, expected.at.latest / 5);
    std::size_t best = sent.size();
    RunTime least = most;
    for (std::size_t number = 0; number < sent.size(); ++number) {
        if (taken[number] || sent[number]->packet.kind != expected.kind)
            continue;
        const RunTime distance = distanceTo(expected.at, sent[number]->time - origin);
        if (distance < least && (!counted || retransmissionNumber(track, *sent[number]) == expected.number)) {
            least = distance;
            best = number;
        }
    }
    if (best == sent.size())
        return nullptr;
    taken[best] = true;
    return sent[best];
}

std::vector<const PacketMark*> sentBy(const PairTrack& track, Host end, RunTime origin)
{
    std::vector<const PacketMark*> sent;
    for (const auto& mark : track.packets) {
        if (mark.time >= origin && mark.packet.from == end && isStep(mark.packet.kind))
            sent.push_back(&mark);
    }
    return sent;
}

bool heardFromPeer(const PairTrack& track, Host end, RunTime origin)
{
    return std::ranges::any_of(track.packets, [&](const PacketMark& mark) {
        return mark.time >= origin && mark.packet.from != end && mark.packet.fate == PacketFate::Delivered
            && (mark.packet.kind == PacketKind::Fin || mark.packet.kind == PacketKind::Rst);
    });
}

bool sends(Activity activity)
{
    return sendsInLoop(activity) || activity == Activity::Request || activity == Activity::Heartbeat || activity == Activity::Close;
}

/// By what is predicted, and by what `track` (nullptr before a run) had unacknowledged at the fault: what is sent into the
/// fault was not yet there to be measured.
InFlight inFlightOf(Activity activity, const Prediction& prediction, const EndTrack* track)
{
    if (activity == Activity::Connect)
        return InFlight::Syn;
    const bool resent = std::ranges::any_of(prediction.schedule, [](const ExpectedPacket& packet) { return packet.kind == PacketKind::Retransmission; });
    const bool limited = prediction.decidedBy == DecidedBy::RetransmissionLimit || prediction.decidedBy == DecidedBy::OrphanLimit;
    const bool measured = track != nullptr && track->atFault && track->atFault->unacked > 0;
    // One message is acknowledged for good where nothing ends the connection.
    const bool always = activity == Activity::Send || (activity == Activity::Request && !prediction.never());
    return resent || limited || measured || always ? InFlight::Data : InFlight::Nothing;
}

void addKeepalive(QStringList& absent, const SocketOptions& options, const Prediction& prediction, InFlight inFlight)
{
    const bool keepAlive = options.keepAlive.value_or(false);
    if (!keepAlive)
        absent << WhyText::tr("No keepalive probes: SO_KEEPALIVE is off.");
    else if (inFlight == InFlight::Syn)
        absent << WhyText::tr("No keepalive probes: they begin when the connection is established.");
    else if (inFlight == InFlight::Data)
        absent << (prediction.never() ? WhyText::tr("No keepalive probes as long as data is in flight: the retransmission timer puts keepalive off.")
                                      : WhyText::tr("No keepalive probes: data is in flight, and the retransmission timer puts keepalive off."));
    else if (prediction.decidedBy == DecidedBy::Nobody)
        absent << WhyText::tr("Keepalive ends nothing: the peer's kernel answers its probes.");
}

/// Which count of retransmissions TCP_USER_TIMEOUT stands in for.
QString retransmissionLimit(Activity activity) { return activity == Activity::Close ? QStringLiteral("tcp_orphan_retries") : QStringLiteral("tcp_retries2"); }

void addUserTimeout(QStringList& absent, const Endpoint& endpoint, const Prediction& prediction, InFlight flight)
{
    const SocketOptions& options = endpoint.options;
    const bool set = options.userTimeoutMs.value_or(0) > 0;
    if (flight == InFlight::Syn) { // which of the two limits rules with both set depends on the kernel
        if (!set && prediction.decidedBy == DecidedBy::SynRetries)
            absent << WhyText::tr("TCP_USER_TIMEOUT is not set, so tcp_syn_retries is the limit for SYNs.");
        return;
    }
    const bool inFlight = flight == InFlight::Data;
    if (!set && inFlight)
        absent << WhyText::tr("TCP_USER_TIMEOUT is not set, so %1 is the limit for data in flight.", "a sysctl").arg(retransmissionLimit(endpoint.activity));
    else if (!set && options.keepAlive.value_or(false))
        absent << WhyText::tr("TCP_USER_TIMEOUT is not set, so TCP_KEEPCNT counts.");
    else if (set && prediction.decidedBy == DecidedBy::Nobody)
        absent << (inFlight || sends(endpoint.activity) ? WhyText::tr("TCP_USER_TIMEOUT ends nothing: what is sent is acknowledged before it is over.")
                   : options.keepAlive.value_or(false) ? WhyText::tr("TCP_USER_TIMEOUT ends nothing: the peer's kernel answers the probes.")
                                                       : WhyText::tr("TCP_USER_TIMEOUT does nothing: it acts on unacknowledged data and on keepalive, and there is neither."));
    else if (set && prediction.decidedBy == DecidedBy::UserTimeout)
        absent << (inFlight ? WhyText::tr("%1 does not count: with TCP_USER_TIMEOUT set it is ignored.", "a sysctl").arg(retransmissionLimit(endpoint.activity))
                            : WhyText::tr("TCP_KEEPCNT does not count: with TCP_USER_TIMEOUT set it is ignored."));
}

void addCallLimit(QStringList& absent, const Endpoint& endpoint)
{
    switch (endpoint.activity) {
    case Activity::Recv:
    case Activity::Request:
        if (endpoint.options.receiveTimeoutSeconds.value_or(0) <= 0)
            absent << WhyText::tr("recv() has no time limit of its own: SO_RCVTIMEO is not set.");
        break;
    case Activity::Send:
        if (endpoint.options.sendTimeoutSeconds.value_or(0) <= 0)
            absent << WhyText::tr("send() has no time limit of its own: SO_SNDTIMEO is not set.");
        break;
    case Activity::Select:
    case Activity::Poll:
    case Activity::Epoll:
        absent << WhyText::tr("%1() is called without a time limit.").arg(fromCore(detectingCall(endpoint.activity)));
        break;
    case Activity::NonblockingSend:
    case Activity::Heartbeat:
    case Activity::NoRead:
    case Activity::Close:
    case Activity::Connect:
    case Activity::Qt:
    case Activity::Hold:
        break;
    }
}

} // namespace

std::vector<ExplainedStep> stepsOf(const Timeline& timeline, const Prediction& prediction, const Outcome* outcome)
{
    const auto origin = timeline.origin();
    const auto index = static_cast<std::size_t>(prediction.pair);
    const bool begun = origin && timeline.eventCount() > 0 && index < timeline.pairs().size();
    const auto sent = begun ? sentBy(timeline.pairs()[index], prediction.end, *origin) : std::vector<const PacketMark*>{};
    std::vector<bool> taken(sent.size(), false);
    std::vector<ExplainedStep> steps;
    for (const auto& expected : prediction.schedule) {
        if (expected.isAnswer) // the call that tells of it follows
            continue;
        ExplainedStep step;
        step.what = stepText(expected);
        step.predicted = expected.at;
        if (const auto* mark = begun ? nearestTo(expected, timeline.pairs()[index], sent, *origin, taken) : nullptr) {
            step.measured = mark->time - *origin;
            step.lost = mark->packet.fate != PacketFate::Delivered;
        }
        steps.push_back(step);
    }
    if (steps.size() > kMostSteps) {
        steps.erase(steps.begin() + (kMostSteps - kLastSteps), steps.end() - kLastSteps);
        steps.insert(steps.begin() + (kMostSteps - kLastSteps), ExplainedStep{});
    }
    if (!prediction.never()) {
        const auto& mode = prediction.modes.front();
        ExplainedStep step;
        step.what = callResultText(mode.call, mode.result, mode.errorNumber);
        step.predicted = prediction.hull();
        step.returns = true;
        if (outcome != nullptr && outcome->detection)
            step.measured = outcome->detection->elapsed;
        steps.push_back(step);
    }
    return steps;
}

QStringList absentOf(const Timeline& timeline, const Prediction& prediction)
{
    QStringList absent;
    const auto& pairs = timeline.experiment().pairs;
    const auto index = static_cast<std::size_t>(prediction.pair);
    if (index >= pairs.size() || !prediction.applicable)
        return absent;
    const auto& endpoint = pairs[index].end(prediction.end);
    const bool begun = timeline.eventCount() > 0 && index < timeline.pairs().size();
    const auto* track = begun ? &timeline.pairs()[index] : nullptr;
    const InFlight inFlight = inFlightOf(endpoint.activity, prediction, track != nullptr ? &track->end(prediction.end) : nullptr);
    const auto by = prediction.decidedBy;
    const bool byKeepalive = by == DecidedBy::KeepaliveCount || (by == DecidedBy::UserTimeout && inFlight == InFlight::Nothing);
    if (!byKeepalive)
        addKeepalive(absent, endpoint.options, prediction, inFlight);
    if (inFlight == InFlight::Nothing && !sends(endpoint.activity))
        absent << WhyText::tr("No retransmissions: nothing is in flight, so the retransmission timer does not run.");
    addUserTimeout(absent, endpoint, prediction, inFlight);
    if (by != DecidedBy::CallTimeout)
        addCallLimit(absent, endpoint);
    if (const auto origin = timeline.origin(); track != nullptr && origin && !heardFromPeer(*track, prediction.end, *origin))
        absent << WhyText::tr("No FIN and no RST has come from the peer since: nobody told this end.");
    return absent;
}

} // namespace halfopen
