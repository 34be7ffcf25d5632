// SPDX-License-Identifier: GPL-3.0-or-later
// What ends a call without any timer of the connection: its own limit, and the program's.
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
    const Range began = receiveBegan();
    const bool peerTalks = peerSends() || m_peer.activity == Activity::Heartbeat;
    const Interval wait = roundedWait(m_kernel.hz, limit, 1);
    const Range at{began.from + toSeconds(wait.earliest), began.to + toSeconds(wait.latest)};
    Candidate candidate{DecidedBy::CallTimeout};
    candidate.modes.push_back(mode(at, -1, EAGAIN));
    const bool fallsSilent = !m_script.outages().empty() || m_script.peerKilled() || m_script.peerFrozen();
    if (peerTalks && !fallsSilent && sendPauseOf(m_peer) < limit)
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

/// When the recv() that waits in vain was entered: after the last data, or at the start.
EndModel::Range EndModel::receiveBegan() const
{
    constexpr double kSoon = 0.01;
    constexpr double kNagle = 0.25; // one more segment may come with the loss probe
    const double limit = m_own.options.receiveTimeoutSeconds.value_or(0);
    Range began{m_script.startSeconds() - armingSeconds(), m_script.startSeconds()}; // t = 0 is when the last pair was armed
    if (m_own.activity == Activity::Request)
        began = {requestTime(), requestTime() + 2 * kMillisecond};
    if (peerSends() || m_peer.activity == Activity::Heartbeat) {
        if (m_own.activity != Activity::Request && m_measured)
            began = {-toSeconds(m_measured->sinceDataReceived) - kMillisecond, -toSeconds(m_measured->sinceDataReceived) + kMillisecond};
        else if (m_own.activity != Activity::Request)
            began = lastHeard();
        const EndModel peer = peerModel();
        const auto& outages = peer.m_script.outages();
        const auto sent = outages.empty() || !m_script.hearsData(outages.front().from) ? std::nullopt : peer.dataSentInto(outages.front());
        if (sent && sent->from > began.from && sent->from < began.from + limit) // unacknowledged, but it arrives
            began = {sent->from, sent->to + (peer.sendPause() < kNagle ? kNagle : kSoon)};
        return began;
    }
    for (const double at : peerRequests()) {
        if (at > began.from && at < began.from + limit) {
            began = {at, at + kSoon};
            break; // what follows is the same again
        }
    }
    return began;
}

std::optional<Candidate> EndModel::sendTimeoutCandidate() const
{
    const double limit = m_own.options.sendTimeoutSeconds.value_or(0);
    if (limit <= 0 || !sendsFullSpeed() || m_own.activity == Activity::NonblockingSend)
        return std::nullopt; // a paced sender hardly fills its buffer before it hears of the end
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

} // namespace halfopen
