// SPDX-License-Identifier: GPL-3.0-or-later
// What is left after close(): a socket without a program, until the kernel gives it up.
#include "core/end_model.h"

#include <algorithm>

#include "core/chain_memory.h"

namespace halfopen {

namespace {

constexpr double kRowGone = 0.05; // from the end of a socket until somebody has looked at its row

} // namespace

/// What becomes of its last words.
ChainHull EndModel::orphanChains() const
{
    constexpr int kDefaultRetries = 8; // tcp_orphan_retries(): what 0 means
    constexpr double kAtOnce = 0.01;
    const int hz = m_kernel.hz;
    const double closed = requestTime();
    const bool unsent = firstSegmentStaysAtHome();
    if (const Answer answer = m_script.answerTo(Segment::Data, closed); answer.kind == Answer::Kind::Ack && answer.at <= closed + kAtOnce) {
        ChainHull heard;
        ChainResult acknowledged;
        acknowledged.answeredAt = closed;
        heard.add(acknowledged, true);
        return heard;
    }
    // SO_LINGER keeps close() waiting so long, late by the timer wheel (sk_stream_wait_close())
    std::vector<double> orphaned{closed};
    if (const int linger = m_own.options.lingerSeconds.value_or(0); linger > 0)
        orphaned = {closed + linger, closed + linger + static_cast<double>(wheelGranule(std::int64_t{linger} * hz)) / hz};
    ChainHull hull;
    for (const std::int64_t rto : firstRtos()) {
        RetransmissionChain chain;
        chain.rtoJiffies = rto;
        chain.lossProbe = false; // message and FIN are two segments: it comes at once and does not move the RTO
        chain.userTimeoutMs = userTimeoutMs();
        chain.rtoMaxMs = rtoMaxMs();
        chain.changes = changes();
        const bool isLimited = chain.userTimeoutMs == 0 || !chain.changes.empty(); // else they are never asked for
        if (isLimited) {
            chain.retries2 = retries2();
            chain.orphanRetries = orphanRetries();
        }
        chain.stampedAtFirstSend = m_script.ownHost(closed) == OwnHost::WaitsForNeighbour;
        WindowProbeChain unsentChain{.rtoJiffies = rto, .userTimeoutMs = userTimeoutMs(), .retries2 = retries2(), .rtoMaxMs = rtoMaxMs(), .segment = Segment::Data};
        unsentChain.changes = changes();
        unsentChain.orphanRetries = orphanRetries() == 0 ? kDefaultRetries : orphanRetries();
        const std::int64_t largest = std::min<std::int64_t>(rto << 9, std::int64_t{rtoMaxMs()} * hz / 1000);
        for (const double at : {closed, closed + 5 * kMillisecond}) {
            chain.firstSent = unsentChain.closedAt = at;
            for (const auto& revert : icmpReverts(at)) {
                chain.revert = revert;
                const auto inEveryPhase = [&](const auto& each) {
                    return remembered(m_memory, each, {static_cast<double>(hz), static_cast<double>(largest)}, m_script, [&] {
                        ChainHull phases;
                        for (const double phase : wheelPhases(hz, at, rto, largest))
                            phases.add(each.run({hz, phase}, m_script), true);
                        return phases;
                    });
                };
                for (const double orphanFrom : orphaned) {
                    unsentChain.orphanFrom = orphanFrom;
                    if (isLimited)
                        chain.orphanFrom = orphanFrom;
                    hull.add(unsent ? inEveryPhase(unsentChain) : inEveryPhase(chain));
                    if (!unsent && !isLimited)
                        break;
                }
            }
        }
    }
    return hull;
}

Candidate EndModel::orphanCandidate() const
{
    const int hz = m_kernel.hz;
    const double closed = requestTime();
    const ChainHull hull = orphanChains();
    Candidate candidate{DecidedBy::OrphanLimit};
    for (const Interval& death : hull.deaths()) {
        candidate.modes.push_back(mode({toSeconds(death.earliest), toSeconds(death.latest) + kRowGone}, 0, 0));
        if (userTimeoutMsAt(toSeconds(death.earliest)) > 0)
            candidate.decidedBy = DecidedBy::UserTimeout;
    }
    for (const Interval& reset : hull.resets()) {
        candidate.modes.push_back(mode({toSeconds(reset.earliest), toSeconds(reset.latest) + kRowGone}, 0, 0));
        if (candidate.modes.size() == 1)
            candidate.decidedBy = DecidedBy::PeerRst;
    }
    candidate.schedule = hull.schedule(PacketKind::Retransmission, icmpReverts(closed).front().has_value());
    if (hull.anySurvival()) { // FIN_WAIT2, or TIME_WAIT once the peer closes as well: tcp_fin_timeout
        const auto wait = m_kernel.value("tcp_fin_timeout");
        const std::int64_t granule = wheelGranule(wait * hz);
        const double from = std::max(toSeconds(hull.answered().earliest), closed);
        const double to = std::max(toSeconds(hull.answered().latest), closed + 0.1);
        candidate.modes.push_back(mode({from + static_cast<double>(wait), to + static_cast<double>(wait) + static_cast<double>(granule) / hz + kRowGone}, 0, 0));
        if (candidate.modes.size() == 1)
            candidate.decidedBy = DecidedBy::Local;
    }
    return candidate;
}

/// Data that nobody has read when close() comes, or that comes when nobody will read it any more, ends the connection with
/// a RST: tcp_close(), tcp_rcv_state_process() (TCPAbortOnClose, TCPAbortOnData).
std::optional<Candidate> EndModel::unreadAtCloseCandidate() const
{
    constexpr double kCarried = 0.02; // from the peer's call to this kernel, on a busy machine
    const double closed = requestTime();
    Candidate candidate{DecidedBy::Local};
    const bool talks = peerSends() || m_peer.activity == Activity::Heartbeat;
    if (talks && m_script.startSeconds() < closed - kCarried) {
        candidate.modes.push_back(mode({closed, closed + kRowGone}, 0, 0));
        return candidate;
    }
    const auto killed = m_script.peerKilled();
    if (killed && m_peer.activity != Activity::Close && m_script.isReachable(closed)) { // our message is left unread there
        const bool inTheSameMoment = *killed >= closed - kCarried && *killed < closed + kCarried;
        if ((inTheSameMoment || peerLeavesUnread(*killed) || !peerReads()) && *killed >= closed - kCarried && m_script.hearsPeer(*killed)) {
            const double at = std::max(*killed, closed);
            candidate.modes.push_back(mode({at, at + tearDownSeconds() + kCarried + kRowGone}, 0, 0));
            candidate.certain = !inTheSameMoment || !peerReads();
            return candidate;
        }
    }
    if (m_peer.activity != Activity::Request && m_peer.activity != Activity::Close)
        return std::nullopt;
    if (m_peer.activity == Activity::Close && m_peer.options.lingerSeconds == 0 && !m_script.hearsPeer(closed))
        return std::nullopt; // its RST is said once
    const std::vector<double> arrivals = peerRequests();
    if (arrivals.empty())
        return std::nullopt;
    const double at = std::max(arrivals.front(), closed);
    candidate.modes.push_back(mode({at, at + kCarried + kRowGone}, 0, 0));
    return candidate;
}

std::vector<Candidate> EndModel::orphanCandidates() const
{
    const double closed = requestTime();
    std::vector<Candidate> all;
    if (m_own.options.lingerSeconds == 0) { // a RST, and nothing is left
        Candidate gone{DecidedBy::Local};
        gone.modes.push_back(mode({closed, closed + kRowGone}, 0, 0));
        all.push_back(std::move(gone));
        return all;
    }
    if (auto aborted = abortCandidate()) {
        for (PredictionMode& each : aborted->modes) {
            each.result = 0;
            each.errorNumber = 0;
            each.at.latest += fromSeconds(kRowGone);
        }
        all.push_back(std::move(*aborted));
    }
    if (auto unread = unreadAtCloseCandidate())
        all.push_back(std::move(*unread));
    all.push_back(orphanCandidate());
    return all;
}

} // namespace halfopen
