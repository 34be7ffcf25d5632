// SPDX-License-Identifier: GPL-3.0-or-later
// What ends a call without any timer of the connection: the call's own limit, and a peer that says goodbye.
#include "core/end_model.h"

#include <algorithm>
#include <cerrno>
#include <cmath>

#include "core/chain_hull.h"
#include "core/timer_chain.h"
#include "core/timer_wheel.h"

namespace halfopen {

namespace {

/// From … to of `rounds` waits in a row by schedule_timeout(), whose timers the wheel rounds as well.
Interval roundedWait(int hz, double seconds, int rounds)
{
    const auto delta = static_cast<std::int64_t>(std::ceil(seconds * hz - 1e-9));
    Interval hull{RunTime::max(), RunTime::min()};
    for (const double phase : wheelPhases(hz, 0, delta, delta)) {
        const JiffyClock clock{hz, phase};
        std::int64_t now = clock.jiffy(0);
        for (int i = 0; i < rounds; ++i)
            now = wheelFires(now, delta);
        hull.earliest = std::min(hull.earliest, fromSeconds(clock.seconds(now)));
        hull.latest = std::max(hull.latest, fromSeconds(clock.seconds(now)));
    }
    return hull;
}

} // namespace

std::optional<Candidate> EndModel::receiveTimeoutCandidate() const
{
    const double limit = m_own.options.receiveTimeoutSeconds.value_or(0);
    if (limit <= 0 || (m_own.activity != Activity::Recv && m_own.activity != Activity::Request))
        return std::nullopt;
    Range began = lastHeard(); // the call was entered after the last data, or at the start
    if (m_own.activity == Activity::Request)
        began = {requestTime(), requestTime() + 2 * kMillisecond};
    else if (!peerSends())
        began = {m_script.startSeconds() - armingSeconds(), m_script.startSeconds()}; // t = 0 is when the last pair was armed
    const Interval wait = roundedWait(m_kernel.hz, limit, 1);
    const Range at{began.from + toSeconds(wait.earliest), began.to + toSeconds(wait.latest)};
    Candidate candidate{DecidedBy::CallTimeout};
    candidate.modes.push_back(mode(at, -1, EAGAIN));
    const bool fallsSilent = !m_script.outages().empty() || m_script.peerKilled() || m_script.peerFrozen();
    if (peerSends() && !fallsSilent)
        return std::nullopt;
    if (peerSends() && !m_script.outages().empty() && m_script.outages().front().to != FaultScript::kForever) {
        // the first repeated segment after the heal ends the wait
        const EndModel peer = peerModel();
        const ChainHull hull = peer.retransmissions(peer.firstSentInto(m_script.outages().front()));
        if (hull.anySurvival() && !hull.anyDeath() && toSeconds(hull.answered().latest) < at.from)
            return std::nullopt;
        candidate.certain = !hull.anySurvival() || toSeconds(hull.answered().earliest) > at.to;
    } else if (peerSends() && m_script.outages().empty() && m_script.peerThawed() != FaultScript::kForever) {
        if (m_script.peerThawed() < at.from)
            return std::nullopt;
        candidate.certain = m_script.peerThawed() > at.to;
    }
    return candidate;
}

std::optional<Candidate> EndModel::sendTimeoutCandidate() const
{
    const double limit = m_own.options.sendTimeoutSeconds.value_or(0);
    if (limit <= 0 || !sendsFullSpeed())
        return std::nullopt; // a paced sender does not fill its buffer and never blocks
    const bool blocks = peerWindowCloses() || !m_script.outages().empty();
    if (!blocks)
        return std::nullopt;
    const double from = peerWindowCloses() ? m_script.peerFrozen().value_or(m_script.startSeconds()) : m_script.outages().front().from;
    constexpr double kFillSeconds = 0.3; // until the send buffer is full, on a busy machine
    constexpr double kBlockedBefore = 0.05; // the call may have begun while the cable still drained a full buffer
    // A call that had moved some bytes returns the short count first; the next one says EAGAIN (sk_stream_wait_memory()).
    // Last ACKs may have made room without waking the sender, which takes a third of the buffer (sk_stream_write_space()):
    // then the next call moves bytes as well, and there is a second short count.
    Candidate candidate{DecidedBy::CallTimeout};
    for (const int rounds : {1, 2, 3}) {
        const Interval wait = roundedWait(m_kernel.hz, limit, rounds);
        candidate.modes.push_back(mode({from - kBlockedBefore + toSeconds(wait.earliest), from + kFillSeconds + toSeconds(wait.latest)}, -1, EAGAIN));
    }
    candidate.certain = m_script.outages().empty() || m_script.outages().front().to == FaultScript::kForever ||
                        m_script.outages().front().to > from + 2 * limit + 1;
    return candidate;
}

std::optional<Candidate> EndModel::killedPeerCandidate() const
{
    const auto killed = m_script.peerKilled();
    if (!killed || !m_script.hearsPeer(*killed))
        return std::nullopt;
    constexpr double kTearDownSeconds = 0.005; // SIGKILL to FIN: the process is torn down first
    constexpr double kTearDownPerPair = 50e-6;
    const double goodbye = kTearDownSeconds + kTearDownPerPair * static_cast<double>(m_experiment.pairs.size());
    const double pause = sendPause();
    const bool unread = peerLeavesUnread(*killed);
    Candidate candidate{unread ? DecidedBy::PeerRst : DecidedBy::PeerFin};
    if (!sends()) {
        const double from = m_own.activity == Activity::Request ? std::max(*killed, requestTime()) : *killed;
        candidate.modes.push_back(mode({from, from + goodbye}, unread ? -1 : 0, unread ? ECONNRESET : 0));
        return candidate;
    }
    if (!unread && !m_script.isReachable(*killed))
        return std::nullopt; // it hears the FIN, but what it goes on to send provokes no RST
    if (sendsFullSpeed()) { // unread data turns the FIN into a RST; which of them is a race
        candidate.decidedBy = DecidedBy::PeerRst;
        candidate.modes.push_back(mode({*killed, *killed + goodbye + 0.05}, -1, ECONNRESET));
        candidate.modes.push_back(mode({*killed, *killed + goodbye + 0.05}, -1, EPIPE));
        return candidate;
    }
    if (unread) { // the next call finds the RST's error
        candidate.modes.push_back(mode({*killed, *killed + pause + goodbye}, -1, ECONNRESET));
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
        const RetransmissionChain chain{*killed, rto, true, peer.userTimeoutMs(), retries == 0 ? kDefaultRetries : retries, peer.rtoMaxMs()};
        for (const double phase : wheelPhases(hz, *killed, rto, rto << 8))
            hull.add(chain.run({hz, phase}, m_script), false);
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
    if (peer.sends() || m_script.peerKilled() || m_script.isCutOffForEver())
        return std::nullopt;
    const auto death = peer.keepaliveCandidate();
    if (!death)
        return std::nullopt;
    Candidate candidate{DecidedBy::PeerRst};
    candidate.certain = death->certain;
    for (const PredictionMode& each : death->modes) {
        if (each.errorNumber != ETIMEDOUT || !m_script.hearsPeer(toSeconds(each.at.earliest)) || !m_script.hearsPeer(toSeconds(each.at.latest)))
            continue;
        Range at{toSeconds(each.at.earliest), toSeconds(each.at.latest) + kMillisecond + sendPause()};
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
    if (m_script.peerKilled() || peer.sends() || !peer.keepalive() || m_script.outages().empty())
        return std::nullopt;
    KeepaliveChain chain{peer.idleSeconds(), peer.intervalSeconds(), peer.count(), peer.userTimeoutMs()};
    const Range heard = peer.lastHeard();
    ChainHull hull;
    for (const double lastHeardAt : {heard.from, heard.to}) {
        chain.lastHeard = chain.armedAt = lastHeardAt;
        chain.armedFor = peer.idleSeconds();
        const std::int64_t longest = std::int64_t{std::max(peer.idleSeconds(), peer.intervalSeconds())} * m_kernel.hz;
        for (const double phase : wheelPhases(m_kernel.hz, lastHeardAt, std::int64_t{peer.idleSeconds()} * m_kernel.hz, longest))
            hull.add(chain.run({m_kernel.hz, phase}, peer.m_script), false);
    }
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

std::vector<Candidate> EndModel::candidates() const
{
    std::vector<Candidate> all;
    for (auto candidate : {killedPeerCandidate(), lateGoodbyeCandidate(), peerResetCandidate(), receiveTimeoutCandidate(), sendTimeoutCandidate(), retransmissionCandidate(),
                           windowProbeCandidate(), keepaliveCandidate()}) {
        if (candidate)
            all.push_back(std::move(*candidate));
    }
    return all;
}

} // namespace halfopen
