// SPDX-License-Identifier: GPL-3.0-or-later
// One end of one pair as the kernel's timers see it: who can end it, and when.
#include "core/end_model.h"

#include <algorithm>
#include <cerrno>
#include <cmath>

#include "core/chain_hull.h"
#include "core/timer_chain.h"

namespace halfopen {

namespace {

/// From connect() to t = 0 for a few pairs; each further pair takes its millisecond.
constexpr double kArmingSeconds = 0.02;
/// Bytes that a peer which never reads takes before its window is closed: half of tcp_rmem's default of 131072, and up
/// to all of it as large segments waste less of the buffer (tcp_scaling_ratio(), since 6.6). Measured: 96 kB.
constexpr double kInitialWindowBytes = 65535;
constexpr double kLargestWindowBytes = 131'072;

std::int64_t jiffies(double seconds, int hz) { return static_cast<std::int64_t>(std::ceil(seconds * hz - 1e-9)); }

} // namespace

EndModel::EndModel(const Experiment& experiment, const KernelProfile& kernel, const Pair& pair, Host end, const TcpInfo* measured,
                   const TcpInfo* peerMeasured)
    : m_experiment(experiment), m_kernel(kernel), m_own(pair.end(end)), m_peer(pair.end(otherHost(end))), m_pair(pair), m_end(end),
      m_measured(measured), m_peerMeasured(peerMeasured), m_script(experiment, end)
{}

int EndModel::idleSeconds() const
{
    return m_own.options.keepIdleSeconds.value_or(static_cast<int>(m_kernel.value("tcp_keepalive_time")));
}

int EndModel::intervalSeconds() const
{
    return m_own.options.keepIntervalSeconds.value_or(static_cast<int>(m_kernel.value("tcp_keepalive_intvl")));
}

int EndModel::count() const
{
    return m_own.options.keepCount.value_or(static_cast<int>(m_kernel.value("tcp_keepalive_probes")));
}

int EndModel::retries2() const { return static_cast<int>(m_kernel.value("tcp_retries2")); }

int EndModel::rtoMaxMs() const
{
    return m_own.options.rtoMaxMs.value_or(static_cast<int>(m_kernel.value("tcp_rto_max_ms")));
}

/// tcp_stream_is_thin(): a request of up to three segments, or a sender whose pauses let no fourth one out before the
/// first timeout. From then on the threshold is known (no initial slow start any more), as the rule demands.
bool EndModel::isThin() const
{
    constexpr int kOneSegmentBytes = 1428; // of an Ethernet path, IPv6 with time stamps
    constexpr int kThin = 4;
    constexpr double kFirstTimeout = 0.45; // seconds, with a tail-loss probe before it
    if (m_kernel.value("tcp_thin_linear_timeouts") == 0)
        return false;
    const int segments = (effectiveSendBytes(m_own) + kOneSegmentBytes - 1) / kOneSegmentBytes;
    if (!sends())
        return segments < kThin;
    const double pause = m_own.sendIntervalSeconds.value_or(0);
    return pause > 0 && segments * (1 + kFirstTimeout / pause) < kThin;
}

double EndModel::requestTime() const { return m_own.requestAtSeconds + (m_script.empty() ? m_script.startSeconds() : 0); }

bool EndModel::peerWindowCloses() const
{
    const bool openAgainAtCut = !m_script.outages().empty() && peerReads() && m_script.peerThawed() <= m_script.outages().front().from;
    return windowEverCloses(kInitialWindowBytes) && !openAgainAtCut;
}

bool EndModel::windowEverCloses(double windowBytes) const
{
    if (!sends() || (peerReads() && !m_script.peerFrozen()))
        return false;
    const double stopsReading = peerReads() ? *m_script.peerFrozen() : m_script.startSeconds();
    const double readsAgain = peerReads() ? m_script.peerThawed() : FaultScript::kForever;
    const double limit = m_experiment.timeLimitSeconds + m_script.startSeconds();
    const double deliveredUntil = std::min(m_script.outages().empty() ? limit : m_script.outages().front().from, readsAgain);
    if (sendsFullSpeed())
        return deliveredUntil >= stopsReading;
    return effectiveSendBytes(m_own) / sendPause() * (deliveredUntil - stopsReading) > windowBytes;
}

/// Whether the peer's kernel holds data of ours that its program has not taken, so that its death says RST, not FIN.
bool EndModel::peerLeavesUnread(double seconds) const
{
    const bool stopped = m_script.peerFrozen() && *m_script.peerFrozen() <= seconds && m_script.peerThawed() > seconds;
    if (peerReads() && !stopped)
        return false;
    constexpr double kCarried = 0.01; // on its way at the death: a race that is not told apart
    const bool arrived = m_own.activity == Activity::Request && requestTime() + kCarried < seconds && m_script.isReachable(requestTime());
    return sends() || arrived;
}

/// RTO at the fault: measured, else srtt/8 + rttvar with rttvar ≥ tcp_rto_min on an idle LAN (__tcp_set_rto()),
/// up to 16 ms more in send loops, where delayed ACKs are among the samples.
std::vector<std::int64_t> EndModel::firstRtos() const
{
    const int hz = m_kernel.hz;
    if (m_measured && m_measured->rto.count() > 0)
        return {static_cast<std::int64_t>(std::llround(toSeconds(m_measured->rto) * hz))};
    const double minimum = static_cast<double>(m_kernel.value("tcp_rto_min_us")) / 1e6;
    const std::int64_t idleLan = jiffies(minimum + kMillisecond, hz);
    if (!sends())
        return {idleLan};
    std::vector<std::int64_t> rtos;
    for (std::int64_t rto = idleLan; rto <= jiffies(minimum + 0.02, hz); ++rto)
        rtos.push_back(rto);
    return rtos;
}

/// t_rx as far as it is known: measured at the fault, else the plan.
EndModel::Range EndModel::lastHeard() const
{
    const double start = m_script.startSeconds();
    if (m_measured) {
        const double age = toSeconds(std::min(m_measured->sinceDataReceived, m_measured->sinceAckReceived));
        return {-age - kMillisecond, -age + kMillisecond};
    }
    if (peerSends() || sends()) {
        const double pause = std::max(sendPause(), m_peer.sendIntervalSeconds.value_or(0));
        return {std::max(start - kArmingSeconds, -pause - kMillisecond), 0};
    }
    return {start - armingSeconds(), start};
}

double EndModel::armingSeconds() const
{
    return kArmingSeconds + kMillisecond * static_cast<double>(m_experiment.pairs.size());
}

/// t_s: the first segment of ours that meets this outage.
EndModel::Range EndModel::firstSentInto(const FaultScript::Span& outage) const
{
    if (sendsFullSpeed())
        return {outage.from - 2 * kMillisecond, outage.from + 5 * kMillisecond};
    const double pause = sendPause();
    if (m_measured && outage.from == 0 && m_measured->unacked == 0) {
        const double wait = pause - toSeconds(m_measured->sinceDataSent);
        if (wait > 2 * kMillisecond && wait <= pause)
            return {wait - 2 * kMillisecond, wait + 5 * kMillisecond};
    }
    return {outage.from - kMillisecond, outage.from + pause + 5 * kMillisecond};
}

PredictionMode EndModel::mode(Range at, int result, int errorNumber) const
{
    return {{fromSeconds(at.from), fromSeconds(at.to)}, std::string{detectingCall(m_own.activity)}, result, errorNumber};
}

/// A sending peer whose ACKs are lost repeats its data, and each copy that arrives here counts as heard.
std::vector<double> EndModel::peerRetransmissions() const
{
    std::vector<double> heard;
    if (!peerSends() || m_script.outages().empty() || !m_script.hearsPeer(m_script.outages().front().from))
        return heard;
    if (const auto candidate = peerModel().retransmissionCandidate()) {
        for (const ExpectedPacket& packet : candidate->schedule)
            heard.push_back(toSeconds(packet.at.earliest + (packet.at.latest - packet.at.earliest) / 2));
    }
    return heard;
}

EndModel EndModel::peerModel() const { return {m_experiment, m_kernel, m_pair, otherHost(m_end), m_peerMeasured, m_measured}; }

std::optional<Candidate> EndModel::keepaliveCandidate() const
{
    if (sends())
        return keepaliveBetweenSends();
    if (!keepalive() || m_script.outages().empty())
        return std::nullopt;
    const int hz = m_kernel.hz;
    KeepaliveChain chain{idleSeconds(), intervalSeconds(), count(), userTimeoutMs()};
    const bool traffic = peerSends() || m_own.activity == Activity::Request || m_peer.activity == Activity::Request;
    const bool probedBefore = -m_script.startSeconds() > idleSeconds();
    Range heard = lastHeard();
    if (m_own.activity == Activity::Request) { // it is acknowledged after the outage, or before it
        if (!m_script.isReachable(requestTime()))
            return std::nullopt;
        heard = {requestTime(), requestTime() + 0.01};
    }
    // How the pending timer was armed: with KEEPIDLE at the last segment, with KEEPINTVL if that answered a probe,
    // or anywhere in between if data came after it had been armed.
    const double idle = idleSeconds();
    std::vector<double> armedFor{idle};
    if (probedBefore && m_measured && toSeconds(m_measured->sinceAckReceived) < -m_script.startSeconds() - kMillisecond)
        armedFor = {static_cast<double>(intervalSeconds())};
    if (traffic)
        armedFor.insert(armedFor.end(), {0.1 * idle, 0.5 * idle, 0.9 * idle, 0.99 * idle});
    chain.heard = peerRetransmissions();
    ChainHull hull;
    for (const double lastHeardAt : {heard.from, heard.to}) {
        for (const double armed : armedFor) {
            chain.lastHeard = chain.armedAt = lastHeardAt;
            chain.armedFor = armed;
            for (const double phase : wheelPhases(hz, lastHeardAt, jiffies(armed, hz), std::int64_t{std::max(idleSeconds(), intervalSeconds())} * hz))
                hull.add(chain.run({hz, phase}, m_script), true);
        }
    }
    Candidate candidate{userTimeoutMs() > 0 ? DecidedBy::UserTimeout : DecidedBy::KeepaliveCount};
    for (const Interval& death : hull.deaths())
        candidate.modes.push_back(mode({toSeconds(death.earliest), toSeconds(death.latest)}, -1, ETIMEDOUT));
    candidate.schedule = hull.schedule(PacketKind::Probe);
    for (const Interval& death : hull.deaths()) // tcp_send_active_reset() at the death
        candidate.schedule.push_back({PacketKind::Rst, 1, death});
    candidate.certain = !hull.anySurvival();
    if (hull.anySurvival())
        addResetAt(hull.answered(), candidate);
    return candidate.modes.empty() ? std::nullopt : std::optional{candidate};
}

/// A paced sender is idle between two messages. Its keepalive may end the connection there, and the next call finds it.
std::optional<Candidate> EndModel::keepaliveBetweenSends() const
{
    if (!keepalive() || m_script.outages().empty() || m_script.outages().front().from > 0 || sendPause() <= idleSeconds() ||
        (m_measured && m_measured->unacked > 0))
        return std::nullopt;
    const int hz = m_kernel.hz;
    KeepaliveChain chain{idleSeconds(), intervalSeconds(), count(), userTimeoutMs()};
    const double longest = std::max(idleSeconds(), intervalSeconds()); // the pending timer was armed with either
    const Range heard = lastHeard();
    Range found{FaultScript::kForever, 0};
    bool survives = false;
    ChainHull hull;
    for (const double lastHeardAt : {heard.from, heard.to}) {
        const double nextSend = std::max(lastHeardAt + sendPause(), 0.0);
        for (const double armed : {0.1, 0.5, 0.9, 0.99, 1.0}) {
            chain.lastHeard = chain.armedAt = lastHeardAt;
            chain.armedFor = armed * longest;
            for (const double phase : wheelPhases(hz, lastHeardAt, jiffies(chain.armedFor, hz), static_cast<std::int64_t>(longest) * hz)) {
                ChainResult result = chain.run({hz, phase}, m_script);
                if (!result.diedAt || *result.diedAt >= nextSend) {
                    survives = true;
                    continue;
                }
                found = {std::min(found.from, nextSend), std::max(found.to, nextSend)};
                hull.add(result, true);
            }
        }
    }
    if (!hull.anyDeath())
        return std::nullopt;
    Candidate candidate{userTimeoutMs() > 0 ? DecidedBy::UserTimeout : DecidedBy::KeepaliveCount};
    candidate.modes.push_back(mode({found.from - 2 * kMillisecond, found.to + 5 * kMillisecond}, -1, ETIMEDOUT));
    candidate.schedule = hull.schedule(PacketKind::Probe);
    candidate.certain = !survives;
    return candidate;
}

/// All that can become of data sent then: every RTO, loss probe and phase.
ChainHull EndModel::retransmissions(const Range& sent) const
{
    constexpr std::size_t kCoarsePhases = 128;
    constexpr int kOneSegmentBytes = 1428; // of an Ethernet path, IPv6 with time stamps
    const int hz = m_kernel.hz;
    const bool probesTail = m_kernel.value("tcp_early_retrans") >= 3 && m_kernel.value("tcp_sack") != 0;
    // several segments out: the loss probe comes at once and does not move the RTO
    const bool several = effectiveSendBytes(m_own) > kOneSegmentBytes;
    std::vector<bool> lossProbes{false};
    if (probesTail && sends())
        lossProbes = {true, false};
    else if (probesTail && !several)
        lossProbes = {true};
    const std::vector<std::int64_t> rtos = firstRtos();
    ChainHull hull;
    for (const std::int64_t rto : rtos) {
        for (const bool lossProbe : lossProbes) {
            for (const double at : {sent.from, sent.to}) {
                const RetransmissionChain chain{at, rto, lossProbe, userTimeoutMs(), retries2(), rtoMaxMs(), isThin()};
                const std::int64_t largest = std::min<std::int64_t>(rto << std::min(retries2() + 2, 12), std::int64_t{rtoMaxMs()} * hz / 1000);
                const std::vector<double> phases = wheelPhases(hz, at, rto, largest);
                // while the RTO is only guessed, a coarser look is fine: off by 8 jiffies of 512 at most
                const std::size_t stride = rtos.size() > 1 && phases.size() > kCoarsePhases ? phases.size() / kCoarsePhases | 1 : 1;
                for (std::size_t i = 0; i < phases.size(); i += stride)
                    hull.add(chain.run({hz, phases[i]}, m_script), lossProbe == lossProbes.front());
            }
        }
    }
    return hull;
}

std::optional<Candidate> EndModel::retransmissionCandidate() const
{
    const bool requests = m_own.activity == Activity::Request;
    if ((!sends() && !requests) || peerWindowCloses())
        return std::nullopt;
    const double lateNotice = sendPause(); // a paced sender hears of it at its next call
    Candidate candidate{userTimeoutMs() > 0 ? DecidedBy::UserTimeout : DecidedBy::RetransmissionLimit};
    bool survives = true;
    std::optional<Interval> answered; // after the first outage that it survives
    for (const FaultScript::Span& outage : m_script.outages()) {
        const Range sent = requests ? Range{requestTime(), requestTime() + 2 * kMillisecond} : firstSentInto(outage);
        if (sent.from < outage.from - 0.01 || sent.from >= outage.to)
            continue;
        const ChainHull hull = retransmissions(sent);
        for (const Interval& death : hull.deaths())
            candidate.modes.push_back(mode({toSeconds(death.earliest), toSeconds(death.latest) + lateNotice}, -1, ETIMEDOUT));
        const auto schedule = hull.schedule(PacketKind::Retransmission);
        candidate.schedule.insert(candidate.schedule.end(), schedule.begin(), schedule.end());
        survives = hull.anySurvival();
        if (!survives)
            break;
        if (!answered)
            answered = hull.answered();
    }
    candidate.certain = !survives;
    if (survives && answered)
        addResetAt(*answered, candidate);
    return candidate.modes.empty() ? std::nullopt : std::optional{candidate};
}

std::optional<Candidate> EndModel::windowProbeCandidate() const
{
    if (!windowEverCloses(kInitialWindowBytes))
        return std::nullopt;
    const int hz = m_kernel.hz;
    const double readsAgain = peerReads() ? m_script.peerThawed() : FaultScript::kForever;
    const double closes = m_script.peerFrozen().value_or(m_script.startSeconds());
    const double fill = sendsFullSpeed() ? 0.5 : sendPause() + kLargestWindowBytes / effectiveSendBytes(m_own) * sendPause();
    const double lateNotice = sendPause();
    ChainHull hull;
    constexpr int kSteps = 40; // where in the back-off the fault falls depends on when the window closed
    for (const std::int64_t rto : firstRtos()) {
        for (int step = 0; step <= kSteps; ++step) {
            const double at = closes + fill * step / kSteps;
            const WindowProbeChain chain{at, rto, userTimeoutMs(), retries2(), rtoMaxMs(), readsAgain};
            for (const double phase : {0.0 - at * hz, 3.5 - at * hz, 31.5 - at * hz, 77.25 - at * hz, 255.5 - at * hz, 400.75 - at * hz})
                hull.add(chain.run({hz, phase}, m_script), false);
        }
    }
    Candidate candidate{userTimeoutMs() > 0 ? DecidedBy::UserTimeout : DecidedBy::WindowProbes};
    for (const Interval& death : hull.deaths())
        candidate.modes.push_back(mode({toSeconds(death.earliest), toSeconds(death.latest) + lateNotice}, -1, ETIMEDOUT));
    candidate.certain = !hull.anySurvival() && windowEverCloses(kLargestWindowBytes);
    return candidate.modes.empty() ? std::nullopt : std::optional{candidate};
}

} // namespace halfopen
