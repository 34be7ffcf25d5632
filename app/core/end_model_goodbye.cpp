// SPDX-License-Identifier: GPL-3.0-or-later
// A peer that says goodbye, or whose kernel answers with a RST.
#include "core/end_model.h"

#include <algorithm>
#include <cerrno>

#include "core/chain_memory.h"

namespace halfopen {

std::optional<Candidate> EndModel::killedPeerCandidate() const
{
    const auto killed = m_script.peerKilled();
    if (!killed || !hearsGoodbye(*killed))
        return std::nullopt;
    if (m_peer.activity == Activity::Connect && m_script.answerTo(Segment::Data, 0).at > *killed)
        return std::nullopt; // it was not connected yet, and a SYN leaves nothing behind
    const double late = m_script.peerDelay(*killed);
    const double goodbye = late + tearDownSeconds();
    const bool unread = peerLeavesUnread(*killed);
    Candidate candidate{unread ? DecidedBy::PeerRst : DecidedBy::PeerFin};
    if (!sends()) {
        const double from = requests() ? std::max(*killed, requestTime()) : *killed;
        if (requests() && *killed < requestTime() && m_script.answerTo(Segment::Data, *killed).kind == Answer::Kind::Reset) {
            candidate.modes.push_back(mode({from, from + goodbye}, -1, EPIPE)); // made on the way, to the FIN's ACK: tcp_reset()
            return candidate;
        }
        candidate.modes.push_back(mode({from + late, from + goodbye}, unread ? -1 : 0, unread ? ECONNRESET : 0));
        return candidate;
    }
    if (!unread && !m_script.isReachable(*killed))
        return senderAfterGoodbye(*killed);
    if (sendsFullSpeed()) { // unread data turns the FIN into a RST; which of them is a race
        candidate.decidedBy = DecidedBy::PeerRst;
        candidate.modes.push_back(mode({*killed + late, *killed + goodbye + 0.05}, -1, ECONNRESET));
        candidate.modes.push_back(mode({*killed + late, *killed + goodbye + 0.05}, -1, EPIPE));
        return candidate;
    }
    if (unread) { // the next call finds the RST's error
        candidate.modes.push_back(mode(noticed({*killed + late, *killed + goodbye}), -1, ECONNRESET));
        return candidate;
    }
    addKillOfPacedSender(*killed, {late, goodbye}, candidate);
    return candidate;
}

/// FIN: the first send() succeeds and provokes a RST, the second one says EPIPE. A message in the moment of the kill may be left
/// unread instead, which turns the FIN into a RST: then the next send() says ECONNRESET.
void EndModel::addKillOfPacedSender(double killed, const Range& goodbye, Candidate& candidate) const
{
    constexpr double kRace = 0.008; // between the message and the signal
    const double pause = sendPause();
    const bool phaseKnown = m_measured && killed == 0;
    const double wait = phaseKnown ? pause - toSeconds(m_measured->sinceDataSent) : 0;
    if (!phaseKnown || wait < -kRace || wait > pause) {
        candidate.modes.push_back(mode({killed + pause - kMillisecond, killed + 2 * pause + goodbye.to}, -1, EPIPE));
        return;
    }
    const bool justSent = pause - wait < kRace;
    const bool aboutToSend = wait < kRace;
    const auto at = [&](double calls) { return Range{std::max(killed, wait + calls * pause - 2 * kMillisecond) + goodbye.from, wait + calls * pause + goodbye.to}; };
    if (justSent)
        candidate.modes.push_back(mode(at(0), -1, ECONNRESET));
    if (aboutToSend)
        candidate.modes.push_back(mode(at(1), -1, ECONNRESET));
    candidate.modes.push_back(mode(at(1), -1, EPIPE));
    if (aboutToSend) // sent before the kill after all, and read
        candidate.modes.push_back(mode(at(2), -1, EPIPE));
}

/// The peer's program died while the way was broken: its kernel repeats the FIN (tcp_orphan_retries() times, 0 means 8),
/// and one of them may get through after the heal. A RST is said only once.
std::optional<Candidate> EndModel::lateGoodbyeCandidate() const
{
    const auto killed = m_script.peerKilled();
    if (!killed || hearsGoodbye(*killed) || m_script.peerPoweredOff())
        return std::nullopt;
    if (sends() || asks() || requests())
        return senderAfterLostGoodbye();
    if (peerLeavesUnread(*killed))
        return std::nullopt; // a RST is said only once
    const ChainHull hull = repeatedGoodbyes(*killed);
    if (!hull.anySurvival())
        return std::nullopt;
    Candidate candidate{DecidedBy::PeerFin};
    candidate.modes.push_back(mode({toSeconds(hull.answered().earliest), toSeconds(hull.answered().latest) + kMillisecond}, 0, 0));
    candidate.certain = !hull.anyDeath();
    return candidate;
}

/// A program that closes by itself says something before: a FIN whose data is missing waits for it.
bool EndModel::hearsGoodbye(double seconds) const
{
    return m_peer.activity == Activity::Close && !sends() && !asks() ? m_script.hearsData(seconds) : m_script.hearsPeer(seconds);
}

/// The outage in which that time lies, if it comes to an end.
const FaultScript::Span* EndModel::healedHoleAt(double seconds) const
{
    const auto& outages = m_script.outages();
    const auto hole = std::ranges::find_if(outages, [&](const auto& each) { return each.from <= seconds && seconds < each.to; });
    return hole == outages.end() || hole->to == FaultScript::kForever ? nullptr : &*hole;
}

/// It hears the FIN, but what it goes on to send provokes a RST only after the heal.
std::optional<Candidate> EndModel::senderAfterGoodbye(double killed) const
{
    const FaultScript::Span* const hole = healedHoleAt(killed);
    const auto sent = hole ? dataSentInto(*hole) : std::nullopt;
    if (!hole || m_script.peerForgets())
        return std::nullopt;
    constexpr double kSoon = 0.005;
    const double late = sendPause() + (sendsFullSpeed() ? 0.05 : 0) + kSoon;
    Candidate candidate{DecidedBy::PeerRst};
    candidate.certain = false;
    if (sent) {
        const ChainHull own = retransmissions(*sent);
        if (own.anySurvival())
            candidate.modes.push_back(mode({toSeconds(own.answered().earliest), toSeconds(own.answered().latest) + late}, -1, EPIPE));
        candidate.certain = own.anySurvival() && !own.anyDeath();
    }
    if (sendPause() > hole->to - hole->from || !sent) // the first message comes after the heal
        candidate.modes.push_back(mode({hole->to, hole->to + 2 * sendPause() + late}, -1, EPIPE));
    return candidate.modes.empty() ? std::nullopt : std::optional{candidate};
}

/// What becomes of the FIN of a program that died then.
ChainHull EndModel::repeatedGoodbyes(double killed) const
{
    constexpr int kDefaultRetries = 8;
    const int hz = m_kernel.hz;
    const auto retries = static_cast<int>(m_kernel.value("tcp_orphan_retries"));
    const int limit = retries == 0 ? kDefaultRetries : retries;
    const EndModel peer = peerModel();
    const OwnHost host = peer.m_script.ownHost(killed);
    ChainHull hull;
    if (const double found = peer.m_script.neighbourFoundAfter(killed); host == OwnHost::WaitsForNeighbour && found != FaultScript::kForever) {
        ChainResult arrives; // it waits in the neighbour's queue
        arrives.answeredAt = found;
        hull.add(arrives, false);
        return hull;
    }
    if (m_peer.activity == Activity::Close)
        return peer.orphanChains();
    const bool staysAtHome = host == OwnHost::HasNoRoute || host == OwnHost::Congested;
    for (const std::int64_t rto : peer.firstRtos()) {
        const auto inEveryPhase = [&](const auto& chain, const FaultScript& script) {
            return remembered(m_memory, chain, {static_cast<double>(hz), static_cast<double>(rto)}, script, [&] {
                ChainHull phases;
                for (const double phase : wheelPhases(hz, killed, rto, rto << 8))
                    phases.add(chain.run({hz, phase}, script), false);
                return phases;
            });
        };
        if (staysAtHome) {
            WindowProbeChain unsent{.closedAt = killed, .rtoJiffies = rto, .userTimeoutMs = peer.userTimeoutMs(), .retries2 = peer.retries2(), .rtoMaxMs = peer.rtoMaxMs(), .segment = Segment::Data};
            unsent.orphanRetries = limit;
            unsent.orphanFrom = killed + peer.m_own.options.lingerSeconds.value_or(0);
            hull.add(inEveryPhase(unsent, peer.m_script));
            continue;
        }
        RetransmissionChain chain;
        chain.firstSent = killed;
        chain.rtoJiffies = rto;
        chain.lossProbe = m_kernel.value("tcp_early_retrans") >= 3 && m_kernel.value("tcp_sack") != 0;
        chain.userTimeoutMs = peer.userTimeoutMs();
        if (chain.userTimeoutMs == 0) // else it is never asked for
            chain.retries2 = limit;
        chain.rtoMaxMs = peer.rtoMaxMs();
        hull.add(inEveryPhase(chain, m_script));
    }
    return hull;
}

/// A sender does not hear the FIN, or the RST that its data provokes: what it repeats after the heal finds no socket any more, and
/// gets a RST. A FIN that is repeated before data has come to the dead program's socket makes that an EPIPE.
std::optional<Candidate> EndModel::senderAfterLostGoodbye() const
{
    const auto killed = m_script.peerKilled();
    const FaultScript::Span* const hole = healedHoleAt(*killed);
    if (!hole || m_script.peerForgets())
        return std::nullopt;
    constexpr double kSoon = 0.005;
    const bool arrives = m_script.hearsData(hole->from) ? false : peerModel().m_script.hearsData(hole->from); // only the other way is broken
    const double pause = asks() ? m_own.heartbeatIntervalSeconds : sendPause();
    const double late = sendPause() + (sendsFullSpeed() ? 0.05 : 0);
    Candidate candidate{DecidedBy::PeerRst};
    const ChainHull goodbye = repeatedGoodbyes(*killed);
    const auto sent = requests() ? std::optional<Range>{{requestTime(), requestTime() + kSoon}} : dataSentInto(*hole);
    const ChainHull own = sent && sent->from < hole->to ? retransmissions(*sent) : ChainHull{};
    const bool unread = peerLeavesUnread(*killed);
    const bool finComes = !unread && goodbye.anySurvival();
    if (own.anySurvival()) { // a RST answers the first repetition after the heal
        const Range at{toSeconds(own.answered().earliest), toSeconds(own.answered().latest)};
        const Range until{at.from, at.to + late + kSoon};
        candidate.modes.push_back(mode(until, -1, ECONNRESET));
        if (!arrives && finComes && !requests())
            candidate.modes.push_back(mode(until, -1, EPIPE));
    }
    if (finComes) {
        const Range fin{toSeconds(goodbye.answered().earliest), toSeconds(goodbye.answered().latest) + kSoon};
        if (sends()) { // the FIN, then a send() that provokes the RST, then the one that says it
            candidate.modes.push_back(mode({fin.from, fin.to + 2 * pause + late}, -1, EPIPE));
            candidate.modes.push_back(mode({fin.from, fin.to + pause + late}, -1, ECONNRESET));
        } else {
            candidate.modes.push_back(mode({std::max(fin.from, requests() ? requestTime() : fin.from), std::max(fin.to, requests() ? requestTime() + kSoon : fin.to)}, 0, 0));
        }
        candidate.certain = !goodbye.anyDeath() || own.anySurvival();
    } else {
        candidate.certain = own.anySurvival() && !own.anyDeath();
    }
    return candidate.modes.empty() ? std::nullopt : std::optional{candidate};
}

/// The peer gives up first. With keepalive its kernel says so with a RST (tcp_send_active_reset()), which arrives where
/// only the other way is broken.
std::optional<Candidate> EndModel::peerResetCandidate() const
{
    const EndModel peer = peerModel();
    if (peer.sends() || m_script.peerKilled() || m_script.peerPoweredOff() || !m_script.aborts().empty() || m_script.isCutOffForEver())
        return std::nullopt;
    const auto death = peer.keepaliveCandidate();
    if (!death)
        return std::nullopt;
    Candidate candidate{DecidedBy::PeerRst};
    candidate.certain = death->certain;
    for (const PredictionMode& each : death->modes) {
        if (each.errorNumber != ETIMEDOUT || !m_script.hearsPeer(toSeconds(each.at.earliest)) || !m_script.hearsPeer(toSeconds(each.at.latest)))
            continue;
        const double late = m_script.peerDelay(toSeconds(each.at.earliest));
        const Range at{toSeconds(each.at.earliest) + late, toSeconds(each.at.latest) + late + kMillisecond + sendPause()};
        candidate.modes.push_back(mode(foundByRequest(at), -1, ECONNRESET));
    }
    return candidate.modes.empty() ? std::nullopt : std::optional{candidate};
}

/// The peer cannot get rid of its own data, and its user timeout says that this is the end. No RST tells of it: the next
/// segment from here meets it.
std::optional<Candidate> EndModel::goneForTheWindowCandidate() const
{
    const bool speaks = sends() || asks();
    if (!speaks || !m_script.outages().empty())
        return std::nullopt;
    const auto death = peerModel().windowProbeCandidate();
    if (!death)
        return std::nullopt;
    constexpr double kCarried = 0.02;
    const double pause = asks() ? m_own.heartbeatIntervalSeconds : sendPause();
    Candidate candidate{DecidedBy::PeerRst};
    candidate.certain = death->certain;
    for (const PredictionMode& each : death->modes) {
        if (each.errorNumber == ETIMEDOUT)
            candidate.modes.push_back(mode({toSeconds(each.at.earliest), toSeconds(each.at.latest) + 2 * pause + kCarried}, -1, ECONNRESET));
    }
    return candidate.modes.empty() ? std::nullopt : std::optional{candidate};
}

/// What came before its one request, an end finds when it sends that.
EndModel::Range EndModel::foundByRequest(const Range& at) const
{
    const double called = requestTime();
    if (m_own.activity != Activity::Request || at.from >= called)
        return at;
    return {called, std::max(at.to, called + 5 * kMillisecond)};
}

/// A RST that came back to a probe or to data.
void EndModel::addResets(const ChainHull& hull, Candidate& candidate) const
{
    const double late = kMillisecond + (sendsFullSpeed() ? 0.05 : 0); // a busy sender finds it at its next call
    for (const Interval& reset : hull.resets()) {
        candidate.modes.push_back(mode(noticed({toSeconds(reset.earliest), toSeconds(reset.latest) + late}), -1, ECONNRESET));
        if (candidate.modes.size() == 1)
            candidate.decidedBy = DecidedBy::PeerRst;
    }
}

/// A reader sends as well: acknowledgements, and a firewall that rejects them says so to the reader.
std::optional<Candidate> EndModel::rejectedAckCandidate() const
{
    if (sends())
        return std::nullopt;
    if (!peerSends()) {
        for (const FaultScript::Span& span : m_script.routerResets()) {
            const auto answered = peersFirstSegmentIn(span);
            if (!answered)
                continue;
            Candidate candidate{DecidedBy::PeerRst};
            candidate.modes.push_back(mode(foundByRequest(*answered), -1, ECONNRESET));
            return candidate;
        }
        return std::nullopt;
    }
    constexpr double kDelayedAck = 0.1; // delayed ones, on a busy machine
    for (const FaultScript::Span& outage : m_script.outages()) {
        if (m_script.answerTo(Segment::Data, outage.from).kind != Answer::Kind::Reset || m_script.peerForgets())
            continue;
        const bool certain = m_script.hearsData(outage.from);
        const double pause = m_peer.sendIntervalSeconds.value_or(0);
        if (!certain && pause > kDelayedAck)
            continue;
        Candidate candidate{DecidedBy::PeerRst};
        candidate.modes.push_back(mode(foundByRequest({outage.from, outage.from + pause + kDelayedAck}), -1, ECONNRESET));
        candidate.certain = certain;
        return candidate;
    }
    return std::nullopt;
}

/// When a segment of a peer that does not send in a loop arrives here first in that time: its message, its question or a probe.
std::optional<EndModel::Range> EndModel::peersFirstSegmentIn(const FaultScript::Span& span) const
{
    constexpr double kCarried = 0.02;
    const EndModel peer = peerModel();
    if (!m_script.hearsData(span.from) || m_script.peerForgets() || m_script.peerPoweredOff() || m_script.peerKilled() || !m_script.chances().empty())
        return std::nullopt;
    if (peer.asks())
        return m_script.peerFrozen() ? std::nullopt : std::optional<Range>{{span.from, span.from + m_peer.heartbeatIntervalSeconds + kCarried}};
    std::optional<Range> first;
    if (peer.requests()) {
        const std::vector<double> arrivals = peerRequests();
        const auto found = std::ranges::find_if(arrivals, [&](double at) { return at >= span.from && at < span.to; });
        if (found != arrivals.end())
            first = Range{*found, *found + kCarried};
    }
    if (peer.keepalive()) {
        const ChainHull probes = peer.keepaliveChains(peer.heardBeforeSilence().value_or(peer.lastHeard()), peer.armedDurations(peer.lastHeard()));
        for (const ExpectedPacket& probe : probes.schedule(PacketKind::Probe)) {
            const Range at{toSeconds(probe.at.earliest), toSeconds(probe.at.latest) + kCarried};
            if (at.from < span.from || at.from >= span.to)
                continue;
            if (!first || at.from < first->from)
                first = at;
            break;
        }
    }
    return first && m_script.hearsData(first->from) ? first : std::nullopt;
}

/// SOCK_DESTROY on either side, or a RST made on the way.
std::optional<Candidate> EndModel::abortCandidate() const
{
    for (const FaultScript::Abort& abort : m_script.aborts()) {
        const bool bySelf = abort.by == FaultScript::Abort::By::OwnHost;
        if (abort.by == FaultScript::Abort::By::PeersHost && !m_script.hearsPeer(abort.at))
            continue;
        double at = abort.at + (abort.by == FaultScript::Abort::By::PeersHost ? m_script.peerDelay(abort.at) : 0);
        double until = at + tearDownSeconds() + (sendsFullSpeed() ? 0.05 : 0);
        if (sends()) {
            const Range heard = noticed({at, until});
            at = std::max(at, heard.from);
            until = heard.to;
        }
        if (requests()) { // its send() finds it
            at = std::max(at, requestTime());
            until = std::max(until, requestTime() + 5 * kMillisecond);
        }
        Candidate candidate{bySelf ? DecidedBy::Local : DecidedBy::PeerRst};
        candidate.modes.push_back(mode({at, until}, -1, bySelf ? ECONNABORTED : ECONNRESET));
        return candidate;
    }
    return std::nullopt;
}

} // namespace halfopen
