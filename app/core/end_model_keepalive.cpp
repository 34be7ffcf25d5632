// SPDX-License-Identifier: GPL-3.0-or-later
// Keepalive: on an idle connection, and in the pauses of a paced sender.
#include "core/end_model.h"

#include <algorithm>
#include <cerrno>
#include <iterator>

#include "core/chain_memory.h"
#include "core/phase_scan.h"

namespace halfopen {

namespace {

constexpr double kNeighbourFails = 3.1; // seconds: three requests
constexpr std::size_t kLongTalk = 8;    // segments
constexpr std::size_t kFewPhases = 32;

} // namespace

/// TCP_KEEPIDLE or TCP_KEEPINTVL, whichever is longer, also where it is set later.
std::int64_t EndModel::longestKeepaliveSeconds() const
{
    int longest = std::max(idleSeconds(), intervalSeconds());
    for (const TimerChange& change : changes())
        longest = std::max({longest, change.idleSeconds.value_or(0), change.intervalSeconds.value_or(0)});
    return longest;
}

/// What is set before the last segment is in force already; what is set later changes the timer that this one has left.
KeepaliveChain EndModel::keepaliveChain(double heard) const
{
    KeepaliveChain chain{idleSeconds(), intervalSeconds(), count(), userTimeoutMs()};
    chain.on = m_own.options.keepAlive.value_or(false);
    for (const TimerChange& change : changes()) {
        if (change.at > heard - kMillisecond) {
            chain.changes.push_back(change);
            continue;
        }
        chain.on = change.on.value_or(chain.on);
        chain.idleSeconds = change.idleSeconds.value_or(chain.idleSeconds);
        chain.intervalSeconds = change.intervalSeconds.value_or(chain.intervalSeconds);
        chain.count = change.count.value_or(chain.count);
        chain.userTimeoutMs = change.userTimeoutMs.value_or(chain.userTimeoutMs);
    }
    if (!m_script.singleLosses().empty())
        chain.horizon = watchEnd();
    return chain;
}

/// The last segment before the silence in which keepalive may work; empty where data is in flight all the time.
std::optional<EndModel::Range> EndModel::heardBeforeSilence() const
{
    if ((!requests() && !asks()) || requestTime() == FaultScript::kForever)
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
    KeepaliveChain chain = keepaliveChain(heard.from);
    chain.heard = peerSegments();
    if (const auto talk = peerTalk(); !talk.empty()) // nothing is known of what it says later
        chain.horizon = std::min(chain.horizon, talk.back());
    std::vector<double> numbers{heard.from, heard.to, static_cast<double>(hz), static_cast<double>(longest)};
    numbers.insert(numbers.end(), armedFor.begin(), armedFor.end());
    return remembered(m_memory, chain, std::move(numbers), m_script, [&] {
        ChainHull hull;
        for (const double lastHeardAt : {heard.from, heard.to}) {
            for (const double armed : armedFor) {
                chain.lastHeard = chain.armedAt = lastHeardAt;
                chain.armedFor = armed;
                const auto first = static_cast<std::int64_t>(std::ceil(armed * hz - 1e-9));
                std::vector<double> phases = wheelPhases(hz, lastHeardAt, first, longest);
                if (chain.heard.size() > kLongTalk) { // each of them begins the timer anew: a coarser look is enough
                    std::size_t kept = 0;
                    for (std::size_t i = 0; i < phases.size(); i += phases.size() / kFewPhases | 1)
                        phases[kept++] = phases[i];
                    phases.resize(kept);
                }
                addEveryPhase(hull, chain, hz, phases, m_script);
            }
        }
        return hull;
    });
}

/// How the pending timer was armed: with KEEPIDLE at the last segment, with KEEPINTVL if that answered a probe,
/// or anywhere in between if data came after it had been armed.
std::vector<double> EndModel::armedDurations(const Range& heard) const
{
    const KeepaliveChain inForce = keepaliveChain(heard.from);
    const double idle = inForce.idleSeconds;
    const bool traffic = peerSends() || requests() || m_peer.activity == Activity::Request || m_peer.activity == Activity::Heartbeat;
    const bool probedBefore = -m_script.startSeconds() > idle && !connectsLate();
    std::vector<double> armedFor{idle};
    if (probedBefore && m_measured && toSeconds(m_measured->sinceAckReceived) < -m_script.startSeconds() - kMillisecond)
        armedFor = {static_cast<double>(inForce.intervalSeconds)};
    if (traffic)
        armedFor.insert(armedFor.end(), {0.1 * idle, 0.5 * idle, 0.9 * idle, 0.99 * idle});
    return armedFor;
}

double EndModel::silentBeforeFault() const
{
    constexpr double kKnown = 0.5; // seconds: the last segment lies in a range shorter than that
    if (sends() || requests() || asks() || !keepalive() || connectsLate() || -m_script.startSeconds() > idleSeconds())
        return 0;
    const Range heard = lastHeard();
    return heard.to - heard.from < kKnown ? std::max(0.0, -heard.to) : 0;
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
    if (!keepalive() || answersHeartbeat() || isKeptAwake())
        return std::nullopt;
    const auto gone = peerGone();
    if (!gone && !m_script.touchesProbes())
        return std::nullopt;
    const auto heard = heardBeforeSilence();
    if (!heard)
        return std::nullopt;
    ChainHull hull;
    if (gone) { // its kernel says RST to the first probe that arrives then
        for (const RunTime at : {gone->earliest, gone->latest})
            hull.add(withoutPeerFrom(at).keepaliveChains(*heard, armedDurations(*heard)));
    } else {
        hull = keepaliveChains(*heard, armedDurations(*heard));
    }
    // Acknowledgements that wait in vain for the neighbour as well say why; a probe's number is too old for that: tcp_v4_err()
    const bool acknowledges = (peerSends() || m_peer.activity == Activity::Heartbeat) && m_script.hearsData(0);
    Candidate candidate{DecidedBy::KeepaliveCount};
    for (const Interval& death : hull.deaths()) {
        const Range at{toSeconds(death.earliest), toSeconds(death.latest)};
        const bool isTold = acknowledges && m_script.waitsForNeighbourBetween(at.from - kNeighbourFails, at.to);
        candidate.modes.push_back(mode(at, -1, isTold ? EHOSTUNREACH : probesError(heard->from, at.to)));
        if (userTimeoutMsAt(toSeconds(death.earliest)) > 0)
            candidate.decidedBy = DecidedBy::UserTimeout;
    }
    candidate.schedule = hull.schedule(PacketKind::Probe);
    std::ranges::copy(hull.answeredProbes(), std::back_inserter(candidate.schedule));
    for (const Interval& death : hull.deaths()) { // tcp_send_active_reset() at the death
        if (m_script.ownHost(toSeconds(death.earliest)) == OwnHost::Sends)
            candidate.schedule.push_back({PacketKind::Rst, 1, death});
    }
    candidate.certain = !hull.anySurvival();
    addResets(hull, candidate);
    return candidate.modes.empty() ? std::nullopt : std::optional{candidate};
}

/// Before its one request an end is as idle as any. What ends it then is found by its send().
std::optional<Candidate> EndModel::keepaliveBeforeRequest() const
{
    const double called = requestTime();
    if (m_own.activity != Activity::Request || !keepalive() || called <= 0 || !m_script.touchesProbes() || isKeptAwake())
        return std::nullopt;
    const Range heard = lastHeard();
    const ChainHull hull = keepaliveChains(heard, armedDurations(heard));
    Candidate candidate{DecidedBy::KeepaliveCount};
    candidate.certain = !hull.anySurvival();
    const auto add = [&](const Interval& end, int error) {
        if (toSeconds(end.earliest) < called)
            candidate.modes.push_back(mode({called, called + 6 * kMillisecond}, -1, error));
        candidate.certain &= toSeconds(end.latest) < called;
    };
    for (const Interval& death : hull.deaths()) {
        add(death, probesError(heard.from, toSeconds(death.latest)));
        if (userTimeoutMsAt(toSeconds(death.earliest)) > 0)
            candidate.decidedBy = DecidedBy::UserTimeout;
    }
    for (const Interval& reset : hull.resets())
        add(reset, ECONNRESET);
    if (!hull.anyDeath())
        candidate.decidedBy = DecidedBy::PeerRst;
    return candidate.modes.empty() ? std::nullopt : std::optional{candidate};
}

/// A paced sender is idle between two messages. Its keepalive may end the connection there, and the next call finds it.
std::optional<Candidate> EndModel::keepaliveBetweenSends() const
{
    if (!keepalive() || m_script.probeOutages().empty() || m_script.probeOutages().front().from > 0 || sendPause() <= idleSeconds() ||
        (m_measured && m_measured->unacked > 0))
        return std::nullopt;
    const int hz = m_kernel.hz;
    KeepaliveChain chain = keepaliveChain(lastHeard().from);
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
