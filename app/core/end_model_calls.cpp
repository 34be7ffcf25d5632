// SPDX-License-Identifier: GPL-3.0-or-later
// What ends a call without any timer of the connection: the call's own limit, and a peer that says goodbye.
#include "core/end_model.h"

#include <algorithm>
#include <cerrno>
#include <cmath>

#include "core/chain_hull.h"
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
    Candidate candidate{DecidedBy::CallTimeout};
    candidate.modes.push_back(mode({began.from + toSeconds(wait.earliest), began.to + toSeconds(wait.latest)}, -1, EAGAIN));
    const bool peerKeepsTalking = peerSends() && (m_script.outages().empty() || !m_peer.sendIntervalSeconds);
    candidate.certain = !peerKeepsTalking || !m_script.outages().empty();
    if (peerSends() && m_script.outages().empty() && !m_script.peerKilled() && !m_script.peerFrozen())
        return std::nullopt;
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
    if (!killed || !m_script.isReachable(*killed))
        return std::nullopt;
    constexpr double kTearDownSeconds = 0.005; // SIGKILL to FIN: the process is torn down first
    constexpr double kTearDownPerPair = 50e-6;
    const double goodbye = kTearDownSeconds + kTearDownPerPair * static_cast<double>(m_experiment.pairs.size());
    const double pause = sendPause();
    const bool unread = m_peer.activity == Activity::Hold || m_peer.activity == Activity::Send;
    Candidate candidate{DecidedBy::PeerFin};
    if (!sends()) {
        const double from = m_own.activity == Activity::Request ? std::max(*killed, requestTime()) : *killed;
        candidate.modes.push_back(mode({from, from + goodbye}, 0, 0));
        return candidate;
    }
    if (sendsFullSpeed()) { // unread data turns the FIN into a RST; which of them is a race
        candidate.decidedBy = DecidedBy::PeerRst;
        candidate.modes.push_back(mode({*killed, *killed + goodbye + 0.05}, -1, ECONNRESET));
        candidate.modes.push_back(mode({*killed, *killed + goodbye + 0.05}, -1, EPIPE));
        return candidate;
    }
    if (unread) { // the next call finds the RST's error
        candidate.decidedBy = DecidedBy::PeerRst;
        candidate.modes.push_back(mode({*killed, *killed + pause + goodbye}, -1, ECONNRESET));
        return candidate;
    }
    // FIN: the first send() succeeds and provokes a RST, the second one says EPIPE
    candidate.modes.push_back(mode({*killed + pause - kMillisecond, *killed + 2 * pause + goodbye}, -1, EPIPE));
    return candidate;
}

std::vector<Candidate> EndModel::candidates() const
{
    std::vector<Candidate> all;
    for (auto candidate : {killedPeerCandidate(), receiveTimeoutCandidate(), sendTimeoutCandidate(), retransmissionCandidate(),
                           windowProbeCandidate(), keepaliveCandidate()}) {
        if (candidate)
            all.push_back(std::move(*candidate));
    }
    return all;
}

} // namespace halfopen
