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
    if (!killed || !m_script.hearsPeer(*killed))
        return std::nullopt;
    const double late = m_script.peerDelay(*killed);
    const double goodbye = late + tearDownSeconds();
    const double pause = sendPause();
    const bool unread = peerLeavesUnread(*killed);
    Candidate candidate{unread ? DecidedBy::PeerRst : DecidedBy::PeerFin};
    if (!sends()) {
        const double from = requests() ? std::max(*killed, requestTime()) : *killed;
        candidate.modes.push_back(mode({from + late, from + goodbye}, unread ? -1 : 0, unread ? ECONNRESET : 0));
        return candidate;
    }
    if (!unread && !m_script.isReachable(*killed))
        return std::nullopt; // it hears the FIN, but what it goes on to send provokes no RST
    if (sendsFullSpeed()) { // unread data turns the FIN into a RST; which of them is a race
        candidate.decidedBy = DecidedBy::PeerRst;
        candidate.modes.push_back(mode({*killed + late, *killed + goodbye + 0.05}, -1, ECONNRESET));
        candidate.modes.push_back(mode({*killed + late, *killed + goodbye + 0.05}, -1, EPIPE));
        return candidate;
    }
    if (unread) { // the next call finds the RST's error
        candidate.modes.push_back(mode({*killed + late, *killed + pause + goodbye}, -1, ECONNRESET));
        return candidate;
    }
    // FIN: the first send() succeeds and provokes a RST, the second one says EPIPE
    candidate.modes.push_back(mode({*killed + pause - kMillisecond, *killed + 2 * pause + goodbye}, -1, EPIPE));
    return candidate;
}

/// The peer's program died while the way was broken: its kernel repeats the FIN (tcp_orphan_retries() times, 0 means 8),
/// and one of them may get through after the heal. A RST is said only once.
std::optional<Candidate> EndModel::lateGoodbyeCandidate() const
{
    const auto killed = m_script.peerKilled();
    if (!killed || m_script.hearsPeer(*killed) || sends() || peerLeavesUnread(*killed))
        return std::nullopt;
    constexpr int kDefaultRetries = 8;
    const int hz = m_kernel.hz;
    const auto retries = static_cast<int>(m_kernel.value("tcp_orphan_retries"));
    const EndModel peer = peerModel();
    ChainHull hull;
    for (const std::int64_t rto : peer.firstRtos()) {
        RetransmissionChain chain;
        chain.firstSent = *killed;
        chain.rtoJiffies = rto;
        chain.userTimeoutMs = peer.userTimeoutMs();
        if (chain.userTimeoutMs == 0) // else it is never asked for
            chain.retries2 = retries == 0 ? kDefaultRetries : retries;
        chain.rtoMaxMs = peer.rtoMaxMs();
        hull.add(remembered(m_memory, chain, {static_cast<double>(hz), static_cast<double>(rto)}, m_script, [&] {
            ChainHull phases;
            for (const double phase : wheelPhases(hz, *killed, rto, rto << 8))
                phases.add(chain.run({hz, phase}, m_script), false);
            return phases;
        }));
    }
    if (!hull.anySurvival())
        return std::nullopt;
    Candidate candidate{DecidedBy::PeerFin};
    candidate.modes.push_back(mode({toSeconds(hull.answered().earliest), toSeconds(hull.answered().latest) + kMillisecond}, 0, 0));
    candidate.certain = !hull.anyDeath();
    return candidate;
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
        if (m_own.activity == Activity::Request && at.to < requestTime())
            continue; // send() finds it, not recv(): not foreseen
        candidate.modes.push_back(mode(at, -1, ECONNRESET));
    }
    return candidate.modes.empty() ? std::nullopt : std::optional{candidate};
}

/// When the peer's kernel has given up its end in an outage for sure: what comes later is answered with a RST.
std::optional<Interval> EndModel::peerGone() const
{
    const EndModel peer = peerModel();
    if (m_script.peerKilled() || m_script.peerPoweredOff() || peer.sends() || !peer.keepalive() || !peer.m_script.touchesProbes())
        return std::nullopt;
    const ChainHull hull = peer.keepaliveChains(peer.lastHeard(), {static_cast<double>(peer.idleSeconds())});
    if (hull.anySurvival() || !hull.anyDeath())
        return std::nullopt;
    return Interval{hull.deaths().front().earliest, hull.deaths().back().latest};
}

/// The probe that got through after the heal found a peer that had given up.
void EndModel::addResetAt(const Interval& answered, Candidate& candidate) const
{
    const auto gone = peerGone();
    if (!gone || answered.latest < gone->earliest)
        return;
    candidate.modes.push_back(mode({toSeconds(answered.earliest), toSeconds(answered.latest) + kMillisecond + sendPause()}, -1, ECONNRESET));
    candidate.certain = answered.earliest > gone->latest;
    if (candidate.modes.size() == 1)
        candidate.decidedBy = DecidedBy::PeerRst;
}

/// A RST that came back to a probe or to data.
void EndModel::addResets(const ChainHull& hull, Candidate& candidate) const
{
    const double late = kMillisecond + sendPause() + (sendsFullSpeed() ? 0.05 : 0); // a busy sender finds it at its next call
    for (const Interval& reset : hull.resets()) {
        candidate.modes.push_back(mode({toSeconds(reset.earliest), toSeconds(reset.latest) + late}, -1, ECONNRESET));
        if (candidate.modes.size() == 1)
            candidate.decidedBy = DecidedBy::PeerRst;
    }
}

/// A reader sends as well: acknowledgements, and a firewall that rejects them says so to the reader.
std::optional<Candidate> EndModel::rejectedAckCandidate() const
{
    if (sends() || !peerSends())
        return std::nullopt;
    constexpr double kDelayedAck = 0.1; // delayed ones, on a busy machine
    for (const FaultScript::Span& outage : m_script.outages()) {
        if (m_script.answerTo(Segment::Data, outage.from).kind != Answer::Kind::Reset || m_script.peerForgets())
            continue;
        const bool certain = m_script.hearsData(outage.from);
        const double pause = m_peer.sendIntervalSeconds.value_or(0);
        if (!certain && pause > kDelayedAck)
            continue;
        Candidate candidate{DecidedBy::PeerRst};
        candidate.modes.push_back(mode({outage.from, outage.from + pause + kDelayedAck}, -1, ECONNRESET));
        candidate.certain = certain;
        return candidate;
    }
    return std::nullopt;
}

/// SOCK_DESTROY on either side, or a RST made on the way.
std::optional<Candidate> EndModel::abortCandidate() const
{
    for (const FaultScript::Abort& abort : m_script.aborts()) {
        const bool bySelf = abort.by == FaultScript::Abort::By::OwnHost;
        if (abort.by == FaultScript::Abort::By::PeersHost && !m_script.hearsPeer(abort.at))
            continue;
        double at = abort.at + (abort.by == FaultScript::Abort::By::PeersHost ? m_script.peerDelay(abort.at) : 0);
        double until = at + tearDownSeconds() + sendPause() + (sendsFullSpeed() ? 0.05 : 0);
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
