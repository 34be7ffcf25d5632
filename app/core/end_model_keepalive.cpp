// SPDX-License-Identifier: GPL-3.0-or-later
// Keepalive: on an idle connection, and in the pauses of a paced sender.
#include "core/end_model.h"

#include <algorithm>
#include <cerrno>

#include "core/chain_memory.h"
#include "core/phase_scan.h"

namespace halfopen {

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
    // Whether they find this end gone is not asked: that depends on what this end hears, which is the question here.
    std::optional<Interval> answered;
    if (const auto candidate = peer.dataCandidate(answered); candidate && !candidate->modes.empty()) {
        for (const ExpectedPacket& packet : candidate->schedule) {
            const double at = toSeconds(packet.at.earliest + (packet.at.latest - packet.at.earliest) / 2);
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
    hear(requestTimeOf(m_peer));
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

/// TCP_KEEPIDLE or TCP_KEEPINTVL, whichever is longer, also where it is set later.
std::int64_t EndModel::longestKeepaliveSeconds() const
{
    int longest = std::max(idleSeconds(), intervalSeconds());
    for (const TimerChange& change : changes())
        longest = std::max({longest, change.idleSeconds.value_or(0), change.intervalSeconds.value_or(0)});
    return longest;
}

KeepaliveChain EndModel::keepaliveChain() const
{
    KeepaliveChain chain{idleSeconds(), intervalSeconds(), count(), userTimeoutMs()};
    chain.on = m_own.options.keepAlive.value_or(false);
    chain.changes = changes();
    if (!m_script.singleLosses().empty())
        chain.horizon = watchEnd();
    return chain;
}

/// The last segment before the silence in which keepalive may work; empty where data is in flight all the time.
std::optional<EndModel::Range> EndModel::heardBeforeSilence() const
{
    if (!requests() && !asks())
        return lastHeard();
    if (asks())
        return std::nullopt;
    if (m_script.isReachable(requestTime()))
        return Range{requestTime(), requestTime() + 0.01};
    // it is acknowledged after the outage, if ever
    if (m_script.ownHost(requestTime()) != OwnHost::Sends)
        return std::nullopt;
    const ChainHull hull = retransmissions({requestTime(), requestTime() + 2 * kMillisecond});
    if (!hull.anySurvival() || hull.anyDeath() || hull.anyReset())
        return std::nullopt;
    return Range{toSeconds(hull.answered().earliest), toSeconds(hull.answered().latest)};
}

ChainHull EndModel::keepaliveChains(const Range& heard, const std::vector<double>& armedFor) const
{
    const int hz = m_kernel.hz;
    const std::int64_t longest = longestKeepaliveSeconds() * hz;
    KeepaliveChain chain = keepaliveChain();
    chain.heard = m_peer.activity == Activity::Request ? peerRequests() : peerRetransmissions();
    std::vector<double> numbers{heard.from, heard.to, static_cast<double>(hz), static_cast<double>(longest)};
    numbers.insert(numbers.end(), armedFor.begin(), armedFor.end());
    return remembered(m_memory, chain, std::move(numbers), m_script, [&] {
        ChainHull hull;
        for (const double lastHeardAt : {heard.from, heard.to}) {
            for (const double armed : armedFor) {
                chain.lastHeard = chain.armedAt = lastHeardAt;
                chain.armedFor = armed;
                const auto first = static_cast<std::int64_t>(std::ceil(armed * hz - 1e-9));
                addEveryPhase(hull, chain, hz, wheelPhases(hz, lastHeardAt, first, longest), m_script);
            }
        }
        return hull;
    });
}

/// How the pending timer was armed: with KEEPIDLE at the last segment, with KEEPINTVL if that answered a probe,
/// or anywhere in between if data came after it had been armed.
std::vector<double> EndModel::armedDurations() const
{
    const double idle = idleSeconds();
    const bool traffic = peerSends() || requests() || m_peer.activity == Activity::Request || m_peer.activity == Activity::Heartbeat;
    const bool probedBefore = -m_script.startSeconds() > idle && !connectsLate();
    std::vector<double> armedFor{idle};
    if (probedBefore && m_measured && toSeconds(m_measured->sinceAckReceived) < -m_script.startSeconds() - kMillisecond)
        armedFor = {static_cast<double>(intervalSeconds())};
    if (traffic)
        armedFor.insert(armedFor.end(), {0.1 * idle, 0.5 * idle, 0.9 * idle, 0.99 * idle});
    return armedFor;
}

/// The peer's program talks on all the time, and all of it arrives: no probe is ever due (keepalive_time_elapsed()).
bool EndModel::isKeptAwake() const
{
    const bool asked = m_peer.activity == Activity::Heartbeat;
    const double pause = asked ? m_peer.heartbeatIntervalSeconds : m_peer.sendIntervalSeconds.value_or(0);
    if ((!peerSends() && !asked) || pause >= idleSeconds() || !m_script.alwaysHearsData())
        return false;
    return !m_script.peerFrozen() && !m_script.peerKilled() && peerModel().m_script.outages().empty();
}

std::optional<Candidate> EndModel::keepaliveCandidate() const
{
    if (sends())
        return keepaliveBetweenSends();
    if (!keepalive() || !m_script.touchesProbes() || answersHeartbeat() || isKeptAwake())
        return std::nullopt;
    const auto heard = heardBeforeSilence();
    if (!heard)
        return std::nullopt;
    const ChainHull hull = keepaliveChains(*heard, armedDurations());
    Candidate candidate{DecidedBy::KeepaliveCount};
    for (const Interval& death : hull.deaths()) {
        const Range at{toSeconds(death.earliest), toSeconds(death.latest)};
        candidate.modes.push_back(mode(at, -1, probesError(heard->from, at.to)));
        if (userTimeoutMsAt(toSeconds(death.earliest)) > 0)
            candidate.decidedBy = DecidedBy::UserTimeout;
    }
    candidate.schedule = hull.schedule(PacketKind::Probe);
    for (const Interval& death : hull.deaths()) { // tcp_send_active_reset() at the death
        if (m_script.ownHost(toSeconds(death.earliest)) == OwnHost::Sends)
            candidate.schedule.push_back({PacketKind::Rst, 1, death});
    }
    candidate.certain = !hull.anySurvival();
    addResets(hull, candidate);
    if (hull.anySurvival())
        addResetAt(hull.answered(), candidate);
    return candidate.modes.empty() ? std::nullopt : std::optional{candidate};
}

/// A paced sender is idle between two messages. Its keepalive may end the connection there, and the next call finds it.
std::optional<Candidate> EndModel::keepaliveBetweenSends() const
{
    if (!keepalive() || m_script.probeOutages().empty() || m_script.probeOutages().front().from > 0 || sendPause() <= idleSeconds() ||
        (m_measured && m_measured->unacked > 0))
        return std::nullopt;
    const int hz = m_kernel.hz;
    KeepaliveChain chain = keepaliveChain();
    const double longest = std::max(idleSeconds(), intervalSeconds()); // the pending timer was armed with either
    const Range heard = lastHeard();
    Range found{FaultScript::kForever, 0};
    bool survives = false;
    bool reset = false;
    ChainHull hull;
    for (const double lastHeardAt : {heard.from, heard.to}) {
        const double lastSentAt = m_measured ? -toSeconds(m_measured->sinceDataSent) : lastHeardAt;
        const double nextSend = std::max(lastSentAt + sendPause(), 0.0);
        for (const double armed : {0.1, 0.5, 0.9, 0.99, 1.0}) {
            chain.lastHeard = chain.armedAt = lastHeardAt;
            chain.armedFor = armed * longest;
            const auto first = static_cast<std::int64_t>(std::ceil(chain.armedFor * hz - 1e-9));
            for (const double phase : wheelPhases(hz, lastHeardAt, first, static_cast<std::int64_t>(longest) * hz)) {
                const ChainResult result = chain.run({hz, phase}, m_script);
                const auto ended = result.diedAt ? result.diedAt : result.resetAt;
                if (!ended || *ended >= nextSend) {
                    survives = true;
                    continue;
                }
                reset |= result.resetAt.has_value();
                found = {std::min(found.from, nextSend), std::max(found.to, nextSend)};
                hull.add(result, true);
            }
        }
    }
    if (!hull.anyDeath() && !hull.anyReset())
        return std::nullopt;
    Candidate candidate{reset ? DecidedBy::PeerRst : userTimeoutMsAt(0) > 0 ? DecidedBy::UserTimeout : DecidedBy::KeepaliveCount};
    candidate.modes.push_back(mode({found.from - 2 * kMillisecond, found.to + 5 * kMillisecond}, -1, reset ? ECONNRESET : ETIMEDOUT));
    candidate.schedule = hull.schedule(PacketKind::Probe);
    candidate.certain = !survives;
    return candidate;
}

} // namespace halfopen
