// SPDX-License-Identifier: GPL-3.0-or-later
// What is known of the peer: which of its segments are taken notice of here, and when its kernel has given up.
#include "core/end_model.h"

#include <algorithm>
#include <cerrno>
#include <iterator>

#include "core/chain_hull.h"

namespace halfopen {

/// Where only this end cannot speak, a peer whose data is not acknowledged repeats it, and all of it arrives here.
std::vector<double> EndModel::peerRepeats(double where) const
{
    if (m_peer.activity == Activity::Request)
        return peerRequests(where);
    std::vector<double> heard;
    const EndModel peer = peerModel();
    if ((!peer.sends() && !peer.asks()) || !m_script.chances().empty() || peer.m_script.outages().empty())
        return heard;
    const FaultScript::Span& outage = peer.m_script.outages().front();
    const auto sent = peer.dataSentInto(outage);
    if (!sent || peer.m_script.ownHost(std::max(sent->from, outage.from)) != OwnHost::Sends)
        return heard;
    for (const double at : peer.segmentsOfNote(*sent, peer.retransmissions(*sent).schedule(PacketKind::Retransmission), where)) {
        if (m_script.hearsData(at))
            heard.push_back(at + m_script.peerDelay(at));
    }
    return heard;
}

/// Which segments of this end its peer takes notice of while nothing comes back: new data, and what is repeated of the newest. An
/// older one lies before what the peer has acknowledged, and is dropped: tcp_sequence(). `where`: in each interval, from 0 to 1.
std::vector<double> EndModel::segmentsOfNote(const Range& sent, const std::vector<ExpectedPacket>& repeats, double where) const
{
    constexpr int kInitialWindow = 10;   // segments: TCP_INIT_CWND
    constexpr double kTailProbe = 0.2;   // sends new data where there is any: tcp_send_loss_probe()
    const double segmentBytes = m_experiment.place == PlaceKind::Loopback ? 32'000 : 1428;
    const double first = sent.from + where * (sent.to - sent.from);
    const double pause = sendPauseOf(m_own);
    const bool holdsBack = !m_own.options.noDelay.value_or(false) && (asks() || effectiveSendBytes(m_own) < segmentBytes); // Nagle
    std::vector<double> noted{first};
    if (sendsFullSpeed())
        return noted;
    // what fits into one segment is repeated as one: tcp_retrans_try_collapse()
    const bool collapses = pause > 0 && effectiveSendBytes(m_own) * (1 + kTailProbe / pause) <= segmentBytes;
    double newest = FaultScript::kForever; // from then on it repeats what is older
    if (!holdsBack && pause > 0) {
        newest = first + pause;
        for (int call = 1; call < kInitialWindow; ++call)
            noted.push_back(first + call * pause);
    }
    for (const ExpectedPacket& packet : repeats) {
        const double at = toSeconds(packet.at.earliest) + where * toSeconds(packet.at.latest - packet.at.earliest);
        if (at > newest)
            break;
        noted.push_back(at);
        if (holdsBack && pause > 0 && pause < kTailProbe && !collapses)
            newest = at;
    }
    std::ranges::sort(noted);
    return noted;
}

/// A sending peer whose ACKs are lost repeats its data, and each copy that arrives here counts as heard.
std::vector<double> EndModel::peerRetransmissions() const
{
    std::vector<double> heard;
    if (!peerSends() || m_script.outages().empty() || !m_script.chances().empty() || !m_script.hearsData(m_script.outages().front().from))
        return heard;
    const EndModel peer = peerModel();
    for (const FaultScript::Span& outage : peer.m_script.outages()) {
        if (peer.m_script.ownHost(outage.from) != OwnHost::Sends)
            return heard;
    }
    const auto sent = peer.m_script.outages().empty() ? std::nullopt : peer.dataSentInto(peer.m_script.outages().front());
    if (!sent)
        return heard;
    // Whether they find this end gone is not asked: that depends on what this end hears, which is the question here.
    std::optional<Interval> answered;
    if (const auto candidate = peer.dataCandidate(answered); candidate && !candidate->modes.empty()) {
        for (const double at : peer.segmentsOfNote(*sent, candidate->schedule, 0.5)) {
            if (m_script.hearsData(at))
                heard.push_back(at);
        }
    }
    return heard;
}

/// A peer that sends one message sends it at a known time, and again where it is not acknowledged: what of it arrives here.
/// `where`: in the interval of each, from 0 to 1.
std::vector<double> EndModel::peerRequests(double where) const
{
    std::vector<double> heard;
    const EndModel peer = peerModel();
    if (!peer.requests() || !m_script.chances().empty() || m_script.ownProgramGone())
        return heard;
    const auto hear = [&](double at) {
        if (m_script.hearsData(at))
            heard.push_back(at + m_script.peerDelay(at));
    };
    const double said = requestTimeOf(m_peer);
    const bool isKilled = m_peer.activity == Activity::Request && m_script.peerKilled() && *m_script.peerKilled() <= said;
    if (said == FaultScript::kForever || isKilled || m_script.peerPoweredOff().value_or(FaultScript::kForever) <= said)
        return heard;
    hear(said);
    for (const FaultScript::Span& outage : peer.m_script.outages()) {
        const auto sent = peer.dataSentInto(outage);
        if (!sent || peer.m_script.ownHost(std::max(sent->from, outage.from)) != OwnHost::Sends)
            continue;
        for (const ExpectedPacket& packet : peer.retransmissions(*sent).schedule(PacketKind::Retransmission))
            hear(toSeconds(packet.at.earliest) + where * toSeconds(packet.at.latest - packet.at.earliest));
        break;
    }
    std::ranges::sort(heard);
    return heard;
}

/// What a peer that talks at a steady pace says, as long as nothing keeps it from that.
std::vector<double> EndModel::peerTalk() const
{
    constexpr int kMost = 60;
    const double pause = sendPauseOf(m_peer);
    const double soonest = std::min(idleSeconds(), intervalSeconds());
    if (pause < soonest / 2 || (!peerSends() && m_peer.activity != Activity::Heartbeat) || !m_script.chances().empty() || m_script.ownProgramGone() ||
        m_script.peerFrozen() || m_script.peerKilled() || m_script.peerPoweredOff() || m_script.peerForgets() || connectsLate())
        return {};
    const EndModel peer = peerModel();
    if (peer.peerWindowCloses() || peer.hasStoppedAsking(0))
        return {};
    double resumes = m_script.startSeconds();
    double until = FaultScript::kForever;
    if (const auto& outages = peer.m_script.outages(); !outages.empty()) { // what is lost is repeated before anything else is said
        std::optional<Interval> answered;
        const auto lost = peer.dataCandidate(answered);
        const bool givesUp = lost && !lost->modes.empty();
        if (!givesUp && answered && answered->latest > RunTime::min())
            resumes = std::max(toSeconds(answered->latest), outages.back().to);
        else
            until = outages.front().from;
    }
    const double said = m_measured ? -toSeconds(m_measured->sinceDataReceived) : m_script.startSeconds();
    std::vector<double> heard;
    for (int call = 1; call <= kMost; ++call) {
        const double at = said + call * pause;
        if (at >= until)
            break;
        if (at >= resumes && m_script.hearsData(at))
            heard.push_back(at + m_script.peerDelay(at));
    }
    return heard;
}

/// All that is known to come from the peer.
std::vector<double> EndModel::peerSegments() const
{
    if (m_peer.activity == Activity::Request)
        return peerRequests();
    std::vector<double> heard = peerRetransmissions();
    const std::vector<double> talk = peerTalk();
    heard.insert(heard.end(), talk.begin(), talk.end());
    std::ranges::sort(heard);
    return heard;
}

/// The same end, whose peer's kernel says RST to what comes after that time.
EndModel EndModel::withoutPeerFrom(RunTime at) const
{
    EndModel model{*this};
    model.m_script.peerGoneFrom(toSeconds(at), m_experiment.place == PlaceKind::Loopback);
    return model;
}

/// When the peer's kernel has given up its end in an outage for sure: what comes later is answered with a RST.
std::optional<Interval> EndModel::peerGone() const
{
    if (m_script.peerPoweredOff())
        return std::nullopt;
    if (const auto killed = m_script.peerKilled()) { // its FIN is repeated until nobody answers any more; a RST is said once
        if (hearsGoodbye(*killed))
            return std::nullopt;
        if (peerLeavesUnread(*killed))
            return Interval{fromSeconds(*killed), fromSeconds(*killed + tearDownSeconds())};
        const ChainHull goodbye = repeatedGoodbyes(*killed);
        const std::vector<Interval> given = goodbye.deaths();
        return goodbye.anySurvival() || given.empty() ? std::nullopt : std::optional<Interval>{{given.front().earliest, given.back().latest}};
    }
    const EndModel peer = peerModel();
    if (!peer.sends()) { // its acknowledgement was answered with a RST on the way
        const auto rejected = peer.rejectedAckCandidate();
        if (rejected && rejected->certain)
            return Interval{rejected->modes.front().at.earliest, rejected->modes.back().at.latest};
    }
    std::optional<Interval> answered;
    if (peer.sends() || peer.requests() || peer.asks() || peer.answersHeartbeat()) { // by its retransmissions
        Interval died{RunTime::max(), RunTime::min()};
        const auto data = peer.dataCandidate(answered, &died);
        if (data && data->certain && !data->modes.empty())
            return died.latest > RunTime::min() ? died : Interval{data->modes.front().at.earliest, data->modes.back().at.latest};
    }
    if (peer.sends() || !peer.keepalive() || !peer.m_script.touchesProbes())
        return std::nullopt;
    if (peer.requests()) // nothing is known of what it has heard
        return std::nullopt;
    const Range heard = peer.lastHeard();
    const ChainHull hull = peer.keepaliveChains(heard, {static_cast<double>(peer.keepaliveChain(heard.from).idleSeconds)});
    std::vector<Interval> ends = hull.deaths();
    std::ranges::copy(hull.resets(), std::back_inserter(ends)); // made on the way
    if (hull.anySurvival() || ends.empty())
        return std::nullopt;
    Interval gone = ends.front();
    for (const Interval& end : ends)
        gone = {std::min(gone.earliest, end.earliest), std::max(gone.latest, end.latest)};
    return gone;
}

/// The probe that got through after the heal found a peer that had given up.
void EndModel::addResetAt(const Interval& answered, Candidate& candidate) const
{
    const auto gone = peerGone();
    if (!gone || answered.latest < gone->earliest)
        return;
    candidate.modes.push_back(mode(noticed({toSeconds(answered.earliest), toSeconds(answered.latest) + kMillisecond}), -1, ECONNRESET));
    candidate.certain = answered.earliest > gone->latest;
    if (candidate.modes.size() == 1)
        candidate.decidedBy = DecidedBy::PeerRst;
}

} // namespace halfopen
