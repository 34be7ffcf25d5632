// SPDX-License-Identifier: GPL-3.0-or-later
// A SYN that is sent into the fault.
#include "core/end_model.h"

#include <algorithm>
#include <cerrno>

#include "core/chain_memory.h"
#include "core/phase_scan.h"

namespace halfopen {

namespace {

/// connect() is called as soon as the first fault is in force, which takes its time.
constexpr int kManySyns = 1000; // more than any option or sysctl allows
constexpr double kCalledWithin = 0.03;

} // namespace

/// What connect() is told at once, or by an ICMP error: tcp_v4_connect(), tcp_v4_err() in SYN_SENT.
std::optional<Candidate> EndModel::connectErrorCandidate() const
{
    const OwnHost host = m_script.ownHost(0);
    Candidate candidate{DecidedBy::Local};
    if (host == OwnHost::HasNoRoute) {
        candidate.modes.push_back(mode({0, kCalledWithin}, -1, ENETUNREACH));
        return candidate;
    }
    const int hz = m_kernel.hz;
    if (host == OwnHost::WaitsForNeighbour) {
        Range at{FaultScript::kForever, 0};
        for (const double phase : wheelPhases(hz, 0, hz, hz)) {
            const JiffyClock clock{hz, phase};
            const double fails = clock.seconds(neighbourFails(clock.jiffy(0), hz));
            at = {std::min(at.from, fails), std::max(at.to, fails + kCalledWithin)};
        }
        candidate.modes.push_back(mode(at, -1, EHOSTUNREACH));
        return candidate;
    }
    const RouterAnswer answer = m_script.icmp(0);
    if (answer == RouterAnswer::Silent)
        return std::nullopt;
    // hard where connect() sleeps already; while it still holds the socket's lock the next SYN's answer is
    constexpr double kCarried = 0.02;
    constexpr std::size_t kBurst = 6; // a router's ICMP errors at once
    candidate.modes.push_back(mode({0, kCalledWithin + kCarried}, -1, errorOf(answer)));
    double later = 1.06;
    if (m_experiment.pairs.size() > kBurst)
        later += static_cast<double>(m_experiment.pairs.size() - kBurst);
    candidate.modes.push_back(mode({1.0, later + kCalledWithin}, -1, errorOf(answer)));
    return candidate;
}

std::optional<Candidate> EndModel::synCandidate(std::optional<Interval>& connected) const
{
    const int hz = m_kernel.hz;
    SynChain chain;
    chain.synRetries = synRetries();
    chain.linearTimeouts = synLinearTimeouts();
    chain.userTimeoutMs = m_kernel.atLeast(5, 0) ? userTimeoutMs() : 0;
    chain.rtoMaxMs = rtoMaxMs();
    chain.refusedFrom = std::min(m_script.peerKilled().value_or(FaultScript::kForever), m_script.listenerGone().value_or(FaultScript::kForever));
    const std::int64_t largest = std::min<std::int64_t>(std::int64_t{hz} << std::min(chain.synRetries + 1, 8), std::int64_t{rtoMaxMs()} * hz / 1000);
    const auto hullOf = [&](SynChain each) {
        return remembered(m_memory, each, {static_cast<double>(hz), static_cast<double>(wheelGranule(largest))}, m_script, [&] {
            ChainHull all;
            for (const double at : {0.0, kCalledWithin}) {
                each.firstSent = at;
                addEveryPhase(all, each, hz, wheelPhases(hz, at, hz, largest), m_script);
            }
            return all;
        });
    };
    std::optional<ChainHull> known;
    if (isOfSeries() && chain.userTimeoutMs > 0) { // where it comes first, the number of retransmissions is all the same
        SynChain unlimited = chain;
        unlimited.synRetries = kManySyns;
        known = hullOf(unlimited);
        if (known->deadAfter().value_or(kManySyns) > chain.synRetries + chain.linearTimeouts)
            known.reset();
    }
    const ChainHull hull = known ? *std::move(known) : hullOf(chain);
    if (hull.anySurvival())
        connected = hull.answered();
    Candidate candidate{chain.userTimeoutMs > 0 ? DecidedBy::UserTimeout : DecidedBy::SynRetries};
    for (const Interval& death : hull.deaths())
        candidate.modes.push_back(mode({toSeconds(death.earliest), toSeconds(death.latest)}, -1, errorOf(m_script.icmpBetween(0, toSeconds(death.latest)))));
    for (const Interval& reset : hull.resets()) {
        candidate.modes.push_back(mode({toSeconds(reset.earliest), toSeconds(reset.latest) + 0.02}, -1, ECONNREFUSED));
        if (candidate.modes.size() == 1)
            candidate.decidedBy = DecidedBy::PeerRst;
    }
    candidate.schedule = hull.schedule(PacketKind::Syn);
    candidate.certain = !hull.anySurvival();
    if (candidate.modes.empty())
        return std::nullopt;
    return candidate;
}

std::vector<Candidate> EndModel::connectCandidates() const
{
    std::vector<Candidate> all;
    std::optional<Interval> connected;
    if (auto error = connectErrorCandidate())
        all.push_back(std::move(*error));
    else if (auto timeout = synCandidate(connected))
        all.push_back(std::move(*timeout));
    const double limit = m_own.options.sendTimeoutSeconds.value_or(0);
    if (limit > 0) { // SO_SNDTIMEO bounds connect(): the attempt goes on behind it
        const auto delta = static_cast<std::int64_t>(limit * m_kernel.hz + 0.999);
        Range at{FaultScript::kForever, 0};
        for (const double phase : wheelPhases(m_kernel.hz, 0, delta, delta)) {
            const JiffyClock clock{m_kernel.hz, phase};
            const double wakes = clock.seconds(wheelFires(clock.jiffy(0), delta));
            at = {std::min(at.from, wakes), std::max(at.to, wakes + kCalledWithin)};
        }
        if (!connected || toSeconds(connected->latest) > at.from) {
            Candidate bounded{DecidedBy::CallTimeout};
            bounded.modes.push_back(mode(at, -1, EINPROGRESS));
            bounded.certain = !connected || toSeconds(connected->earliest) > at.to;
            all.push_back(std::move(bounded));
        }
    }
    if (connected && m_peer.activity == Activity::Close) { // accepted, told a message, and closed
        const bool abrupt = m_peer.options.lingerSeconds == 0;
        Candidate closed{abrupt ? DecidedBy::PeerRst : DecidedBy::PeerFin};
        closed.modes.push_back(mode({toSeconds(connected->earliest), toSeconds(connected->latest) + 0.1}, abrupt ? -1 : 0, abrupt ? ECONNRESET : 0));
        all.push_back(std::move(closed));
        return all;
    }
    if (connected && m_script.isReachable(0)) { // it lives on as a reader
        if (auto keepalive = keepaliveCandidate())
            all.push_back(std::move(*keepalive));
    }
    if (m_script.peerKilled() && *m_script.peerKilled() <= 0) { // it may still have been accepted, and then dies
        Candidate late{DecidedBy::PeerFin};
        late.modes = {mode({0, 0.1}, 0, 0), mode({0, 0.1}, -1, ECONNRESET)};
        late.certain = false;
        all.push_back(std::move(late));
    }
    return all;
}

} // namespace halfopen
