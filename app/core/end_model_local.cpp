// SPDX-License-Identifier: GPL-3.0-or-later
// Ends that the own host brings about: a neighbour that does not answer, and a program that has waited long enough.
#include "core/end_model.h"

#include <algorithm>
#include <cerrno>

#include "core/chain_hull.h"

namespace halfopen {

/// Data that waits for ARP (NDP): each failed resolution is an ICMP error to the own host.
std::optional<Candidate> EndModel::neighbourCandidate(const Range& sent) const
{
    // A pair of interfaces whose other end is down takes up to a second to say so, and drops meanwhile (veth_xmit()).
    constexpr double kCarrierLost = 1.2;
    const bool cable = std::ranges::any_of(m_experiment.faults, [this](const Fault& fault) { return fault.kind == FaultKind::CableOut && fault.host == m_end; });
    const int hz = m_kernel.hz;
    NeighbourChain chain;
    chain.userTimeoutMs = userTimeoutMsAt(sent.from);
    chain.limitMs = retransmissionLimitMs(retries2(), rtoMaxMs());
    chain.rtoMaxMs = rtoMaxMs();
    chain.reverts = m_experiment.family == Family::Ipv4;
    chain.repays = !chain.reverts && !sends(); // a sender's next segment has taken the one that an RTO leaves of cwnd
    ChainHull told;
    ChainHull silent;
    const auto runAll = [&](std::int64_t rto) {
        chain.rtoJiffies = rto;
        for (const double at : {sent.from, sent.to}) {
            chain.firstSent = at;
            for (const double phase : wheelPhases(hz, at, rto, std::int64_t{4} * hz)) {
                const NeighbourChain::Result result = chain.run({hz, phase}, m_script);
                (result.knowsWhy ? told : silent).add(result.chain, false);
            }
        }
    };
    for (const std::int64_t rto : firstRtos()) {
        const bool asksAgain = asks() && m_own.heartbeatIntervalSeconds * hz <= static_cast<double>(rto);
        chain.probesWithNewData = sends() || asksAgain;
        runAll(rto);
        if (sendsFullSpeed() || (sends() && m_own.options.noDelay.value_or(false))) { // what it holds back is chance
            chain.probesWithNewData = false;
            runAll(rto);
        }
    }
    Candidate candidate{chain.userTimeoutMs > 0 ? DecidedBy::UserTimeout : DecidedBy::RetransmissionLimit};
    const auto add = [&](const ChainHull& hull, int error, double until = FaultScript::kForever) {
        for (const Interval& death : hull.deaths()) {
            if (toSeconds(death.earliest) > until)
                continue;
            const double late = sendPause() + (cable ? kCarrierLost : 0);
            candidate.modes.push_back(mode({toSeconds(death.earliest), toSeconds(death.latest) + late}, -1, error));
        }
    };
    add(silent, ETIMEDOUT);
    add(told, EHOSTUNREACH);
    // The third request fails after 3.07 s: a limit of 3.0 s may be met in the same moment, and which comes first is a race.
    constexpr double kLastRequest = 3.1;
    add(told, ETIMEDOUT, sent.to + kLastRequest);
    candidate.certain = !told.anySurvival() && !silent.anySurvival();
    return candidate.modes.empty() ? std::nullopt : std::optional{candidate};
}

bool EndModel::peerAnswersHeartbeat() const { return reads(m_peer.activity) && m_peer.activity != Activity::Connect; }

/// When a peer that sends its own request first answers what it has been asked before. Nagle's algorithm holds the answers back
/// until the request is acknowledged.
double EndModel::firstAnswer() const
{
    const std::vector<double> arrivals = peerRequests();
    if (arrivals.empty())
        return FaultScript::kForever;
    const EndModel peer = peerModel();
    if (m_peer.options.noDelay.value_or(false) || peer.m_script.isReachable(requestTimeOf(m_peer)))
        return arrivals.front();
    std::optional<Interval> acknowledged;
    (void)peer.dataCandidate(acknowledged);
    return acknowledged && acknowledged->latest > RunTime::min() ? toSeconds(acknowledged->earliest) : FaultScript::kForever;
}

/// The program's own verdict: no answer came within its time.
std::optional<Candidate> EndModel::heartbeatCandidate() const
{
    if (!asks())
        return std::nullopt;
    constexpr double kSlack = 0.01;
    const double timeout = m_own.heartbeatTimeoutSeconds;
    const double slack = kSlack + timeout * 0.001; // select_estimate_accuracy()
    Candidate candidate{DecidedBy::CallTimeout};
    const auto verdict = [&](const Range& asked) { candidate.modes.push_back(mode({asked.from + timeout, asked.to + timeout + slack}, -1, 0)); };
    if (!peerAnswersHeartbeat()) { // nobody ever answers
        verdict({m_script.startSeconds() - armingSeconds(), m_script.startSeconds()}); // the first question
        return candidate;
    }
    if (m_peer.activity == Activity::Request) { // it sends before it reads
        if (m_script.chances().empty() && m_script.startSeconds() + timeout < firstAnswer()) {
            verdict({m_script.startSeconds() - armingSeconds(), m_script.startSeconds()});
            return candidate;
        }
    }
    std::vector<FaultScript::Span> silences = dataTroubles();
    if (m_script.peerFrozen())
        silences.push_back({*m_script.peerFrozen(), m_script.peerThawed()});
    silences.insert(silences.end(), m_script.dataDeafness().begin(), m_script.dataDeafness().end());
    std::ranges::stable_sort(silences, {}, &FaultScript::Span::from);
    for (const FaultScript::Span& silence : silences) {
        const Range asked = firstSentInto(silence);
        if (asked.from >= silence.to)
            continue;
        // the question arrives, but its answer is not given, or lost and repeated later and later
        const bool unanswered = !m_script.hearsData(silence.from) || m_script.peerFrozen() == silence.from;
        const bool acknowledged = unanswered && m_script.isReachable(silence.from);
        std::optional<Range> answered;
        bool isSure = true; // that it is answered then
        if (acknowledged && silence.to != FaultScript::kForever) {
            answered = Range{silence.to, silence.to + 0.3 + (m_script.hearsData(silence.from) ? 0 : silence.to - silence.from)};
        } else if (!acknowledged) {
            const ChainHull hull = m_script.ownHost(asked.to) == OwnHost::HasNoRoute ? unsentData(asked) : retransmissions(asked);
            isSure = !hull.anyDeath() && !hull.anyReset();
            if (hull.anySurvival())
                answered = Range{toSeconds(hull.answered().earliest), toSeconds(hull.answered().latest) + kSlack};
        }
        if (answered && isSure && answered->to < asked.from + timeout)
            continue;
        verdict({std::max(asked.from, silence.from - kSlack), asked.to});
        candidate.certain = !answered || (isSure && answered->from > asked.to + timeout);
        if (candidate.certain)
            break;
    }
    return candidate.modes.empty() ? std::nullopt : std::optional{candidate};
}

} // namespace halfopen
