// SPDX-License-Identifier: GPL-3.0-or-later
// One end of one pair: its options, what it does, and what is known of it at the fault.
#include "core/end_model.h"

#include <algorithm>
#include <cerrno>
#include <cmath>

#include "core/chain_hull.h"
#include "core/chain_memory.h"

namespace halfopen {

namespace {

/// From connect() to t = 0 for a few pairs; each further pair takes its millisecond.
constexpr double kArmingSeconds = 0.02;
/// Bytes that a peer which never reads takes before its window is closed: half of tcp_rmem's default of 131072, and up
/// to all of it as large segments waste less of the buffer (tcp_scaling_ratio(), since 6.6). Measured: 96 kB.
constexpr double kInitialWindowBytes = 65535;

std::int64_t jiffies(double seconds, int hz) { return static_cast<std::int64_t>(std::ceil(seconds * hz - 1e-9)); }

} // namespace

EndModel::EndModel(const Experiment& experiment, const KernelProfile& kernel, const Pair& pair, Host end, const TcpInfo* measured,
                   const TcpInfo* peerMeasured, Chance chance, ChainMemory* memory)
    : m_experiment(experiment), m_kernel(kernel), m_own(pair.end(end)), m_peer(pair.end(otherHost(end))), m_pair(pair), m_end(end),
      m_measured(measured), m_peerMeasured(peerMeasured), m_chance(chance), m_memory(memory), m_script(experiment, end, chance)
{
    if (connectsLate())
        m_script.beforeTheConnection();
    if (!connectsLate() || m_script.isReachable(0)) // else it is not known when the connection begins
        addForgetfulMiddleboxes();
    if (isAcknowledgedByData())
        m_script.acknowledgedByData();
    if (m_peer.activity == Activity::Close && !connectsLate() && requestTimeOf(m_peer) != FaultScript::kForever)
        m_script.peerCloses(requestTimeOf(m_peer)); // its kernel says goodbye as it does for a program that dies
}

/// Whether the peer's program has something to say soon after whatever this end sends.
bool EndModel::isAcknowledgedByData() const
{
    constexpr double kSoon = 1; // seconds: no limit of an established connection is shorter, but for a short user timeout
    if (asks())
        return peerAnswersHeartbeat();
    if (m_peer.activity == Activity::Heartbeat) {
        const bool patient = userTimeoutMs() == 0 && changes().empty();
        return m_peer.heartbeatIntervalSeconds <= (patient ? static_cast<double>(retransmissionLimitMs(retries2(), rtoMaxMs())) / 1000 - kSoon / 2 : kSoon);
    }
    if (m_own.activity == Activity::Request && m_peer.activity == Activity::Request) { // the later one says that it has the earlier
        const double later = requestTimeOf(m_peer) - requestTime();
        return later >= 0 && later <= kSoon;
    }
    return peerSends() && m_peer.sendIntervalSeconds.value_or(0) <= kSoon;
}

/// When a middlebox of that memory forgets this pair, as far as both ends' rhythm tells.
std::optional<double> EndModel::forgottenAt(const Fault& fault) const
{
    double pause = FaultScript::kForever; // the longest silence that the two ends leave
    double lastSent = lastHeard().to;
    if (m_peerMeasured) // a probe is too old for the end that it asks, but the middlebox has seen it, and its answer
        lastSent = std::max(lastSent, -toSeconds(std::min(m_peerMeasured->sinceDataReceived, m_peerMeasured->sinceAckReceived)));
    for (const Endpoint* end : {&m_own, &m_peer}) {
        if (end->options.keepAlive.value_or(false)) {
            // a probe that is answered arms the timer with the interval, and the next one is due when the idle time is over as well
            const auto idle = end->options.keepIdleSeconds.value_or(static_cast<int>(m_kernel.value("tcp_keepalive_time")));
            const auto interval = end->options.keepIntervalSeconds.value_or(static_cast<int>(m_kernel.value("tcp_keepalive_intvl")));
            pause = std::min(pause, static_cast<double>(std::max(idle, interval)));
        }
        if (sendsInLoop(end->activity))
            pause = std::min(pause, end->sendIntervalSeconds.value_or(0));
        if (end->activity == Activity::Heartbeat)
            pause = std::min(pause, end->heartbeatIntervalSeconds);
        const double requested = end->requestAtSeconds + (m_script.empty() ? m_script.startSeconds() : 0);
        if (end->activity == Activity::Request && requested < lastSent + fault.idleSeconds)
            lastSent = std::max(lastSent, requested);
    }
    const double inForce = fault.atSeconds + m_script.startSeconds();
    if (pause < fault.idleSeconds)
        return std::nullopt;
    return std::max(inForce, lastSent + fault.idleSeconds);
}

void EndModel::addForgetfulMiddleboxes()
{
    for (const Fault& fault : m_experiment.faults) {
        if (fault.kind != FaultKind::NatForget)
            continue;
        const double at = fault.atSeconds + m_script.startSeconds();
        const double healed = fault.healAfterSeconds ? at + *fault.healAfterSeconds : FaultScript::kForever;
        if (const auto forgotten = forgottenAt(fault); forgotten && *forgotten < healed) {
            m_script.forget({*forgotten, healed}, fault.with == RouterAnswer::Rst);
            m_forgettings.push_back(*forgotten);
        }
    }
}

bool EndModel::keepalive() const
{
    return m_own.options.keepAlive.value_or(false) ||
           std::ranges::any_of(m_own.changes, [](const OptionChange& change) { return change.options.keepAlive.value_or(false); });
}

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

int EndModel::userTimeoutMsAt(double seconds) const
{
    int inForce = userTimeoutMs();
    for (const TimerChange& change : changes()) {
        if (change.at <= seconds)
            inForce = change.userTimeoutMs.value_or(inForce);
    }
    return inForce;
}

int EndModel::retries2() const { return static_cast<int>(m_kernel.value("tcp_retries2")); }

int EndModel::orphanRetries() const { return static_cast<int>(m_kernel.value("tcp_orphan_retries")); }

int EndModel::synRetries() const { return m_own.options.synCount.value_or(static_cast<int>(m_kernel.value("tcp_syn_retries"))); }

int EndModel::synLinearTimeouts() const
{
    return m_kernel.atLeast(6, 5) ? static_cast<int>(m_kernel.value("tcp_syn_linear_timeouts")) : 0;
}

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
    const double segments = std::ceil(static_cast<double>(effectiveSendBytes(m_own)) / kOneSegmentBytes);
    if (!sends())
        return segments < kThin;
    const double pause = m_own.sendIntervalSeconds.value_or(0);
    if (pause <= 0)
        return false;
    const double calls = kFirstTimeout / pause;
    if (m_own.options.noDelay.value_or(false))
        return segments * (1 + calls) < kThin;
    // Nagle's algorithm holds back what does not fill a segment while another one is out
    return segments + std::floor(effectiveSendBytes(m_own) * calls / kOneSegmentBytes) < kThin;
}

std::vector<TimerChange> EndModel::changes() const
{
    std::vector<TimerChange> list;
    for (const OptionChange& change : m_own.changes) {
        const SocketOptions& options = change.options;
        list.push_back({change.atSeconds + m_script.startSeconds(), options.keepAlive, options.keepIdleSeconds, options.keepIntervalSeconds,
                        options.keepCount, options.userTimeoutMs});
    }
    std::ranges::stable_sort(list, {}, &TimerChange::at);
    return list;
}

double EndModel::requestTimeOf(const Endpoint& end) const
{
    const double after = end.activity == Activity::Close ? 0 : end.requestAtSeconds;
    const double planned = after + (m_script.empty() ? m_script.startSeconds() : 0);
    return &end == &m_own ? m_script.ownAwakeFrom(planned) : m_script.peerAwakeFrom(planned);
}

double EndModel::watchEnd() const { return m_experiment.timeLimitSeconds + m_script.startSeconds(); }

bool EndModel::reads(Activity activity)
{
    switch (activity) {
    case Activity::Recv:
    case Activity::Select:
    case Activity::Poll:
    case Activity::Epoll:
    case Activity::Request:
    case Activity::Heartbeat:
    case Activity::Connect:
    case Activity::Qt:
        return true;
    case Activity::Hold:
    case Activity::Send:
    case Activity::NonblockingSend:
    case Activity::NoRead:
    case Activity::Close:
        break;
    }
    return false;
}

bool EndModel::peerWindowCloses() const
{
    const auto stops = peerTakesNothing();
    const bool openAgainAtCut = !m_script.outages().empty() && stops && stops->to <= m_script.outages().front().from;
    return windowEverCloses(kInitialWindowBytes) && !openAgainAtCut;
}

/// While the peer's program takes nothing from its kernel: it never reads, sends its own request first, or is frozen.
std::optional<EndModel::Range> EndModel::peerTakesNothing() const
{
    const double start = m_script.startSeconds();
    if (!peerReads())
        return Range{start, FaultScript::kForever};
    if (m_script.peerFrozen())
        return Range{*m_script.peerFrozen(), m_script.peerThawed()};
    if (m_peer.activity == Activity::Request)
        return Range{start, requestTimeOf(m_peer)};
    return std::nullopt;
}

/// Its peer does not read before it has sent its own request: by then a heartbeat has come to its verdict, and asks no more.
bool EndModel::hasStoppedAsking(double seconds) const
{
    const double verdict = m_script.startSeconds() + m_own.heartbeatTimeoutSeconds;
    return asks() && m_peer.activity == Activity::Request && verdict < std::min(seconds, requestTimeOf(m_peer));
}

bool EndModel::windowEverCloses(double windowBytes) const
{
    const auto stops = peerTakesNothing();
    if (!sends() || !stops)
        return false;
    const double deliveredUntil = std::min(m_script.outages().empty() ? watchEnd() : m_script.outages().front().from, stops->to);
    if (sendsFullSpeed())
        return deliveredUntil >= stops->from;
    return effectiveSendBytes(m_own) / sendPause() * (deliveredUntil - stops->from) > windowBytes;
}

/// Whether the peer's kernel holds data of ours that its program has not taken, so that its death says RST, not FIN.
bool EndModel::peerLeavesUnread(double seconds) const
{
    if (m_peer.activity == Activity::Close && m_peer.options.lingerSeconds == 0)
        return true; // its close() says RST by order
    const bool stopped = m_script.peerFrozen() && *m_script.peerFrozen() <= seconds && m_script.peerThawed() > seconds;
    const bool notYetReading = m_peer.activity == Activity::Request && seconds < requestTimeOf(m_peer); // it sends first
    if (peerReads() && !stopped && !notYetReading)
        return false;
    constexpr double kCarried = 0.01; // on its way at the death: a race that is not told apart
    const bool arrived = requests() && requestTime() + kCarried < seconds && m_script.isReachable(requestTime());
    return sends() || asks() || arrived;
}

/// RTO at the fault: measured, else srtt/8 + rttvar with rttvar ≥ tcp_rto_min on an idle LAN (__tcp_set_rto()),
/// up to 16 ms more in send loops, where delayed ACKs are among the samples.
std::vector<std::int64_t> EndModel::firstRtos() const
{
    const int hz = m_kernel.hz;
    if (m_measured && m_measured->rto.count() > 0)
        return measuredRtos();
    const double minimum = static_cast<double>(m_kernel.value("tcp_rto_min_us")) / 1e6;
    const std::int64_t idleLan = jiffies(minimum + kMillisecond, hz);
    if (!sends())
        return {idleLan};
    std::vector<std::int64_t> rtos;
    for (std::int64_t rto = idleLan; rto <= jiffies(minimum + 0.02, hz); ++rto)
        rtos.push_back(rto);
    return rtos;
}

/// A full-speed sender has a whole queue under way. Where only that way is broken, what had passed is still acknowledged, later
/// and later: the round-trip time, and the RTO with it, goes on growing.
std::vector<std::int64_t> EndModel::measuredRtos() const
{
    constexpr double kGrowth = 1.5; // measured: 236 to 280 ms, of which 35 and 76 ms are the round trip
    const int hz = m_kernel.hz;
    const auto rto = static_cast<std::int64_t>(std::llround(toSeconds(m_measured->rto) * hz));
    std::vector<std::int64_t> rtos{rto};
    const auto& outages = m_script.outages();
    if (!sendsFullSpeed() || outages.empty() || outages.front().from > 0 || !m_script.hearsPeer(outages.front().from))
        return rtos;
    for (std::int64_t grown = rto + 1; grown <= rto + jiffies(kGrowth * roundTripSeconds(), hz); ++grown)
        rtos.push_back(grown);
    return rtos;
}

/// What the measured RTO has beyond tcp_rto_min.
double EndModel::roundTripSeconds() const
{
    const double minimum = static_cast<double>(m_kernel.value("tcp_rto_min_us")) / 1e6;
    return m_measured ? std::clamp(toSeconds(m_measured->rto) - minimum, 0.0, 0.1) : 0;
}

/// t_rx as far as it is known: measured at the fault, else the plan.
EndModel::Range EndModel::lastHeard() const
{
    const double start = m_script.startSeconds();
    if (connectsLate()) { // the handshake was the last
        const Answer answer = m_script.answerTo(Segment::Data, 0);
        const double at = answer.kind == Answer::Kind::Ack ? answer.at : 0;
        return {at, at + 2 * kArmingSeconds};
    }
    if (m_measured) {
        const double age = toSeconds(std::min(m_measured->sinceDataReceived, m_measured->sinceAckReceived));
        return {-age - kMillisecond, -age + kMillisecond};
    }
    double pause = 0;
    for (const Endpoint* end : {&m_own, &m_peer}) {
        if (sendsInLoop(end->activity))
            pause = std::max(pause, end->sendIntervalSeconds.value_or(0));
        if (end->activity == Activity::Heartbeat)
            pause = std::max(pause, end->heartbeatIntervalSeconds);
    }
    if (peerSends() || sends() || pause > 0)
        return {std::max(start - kArmingSeconds, -pause - kMillisecond), 0};
    return {start - armingSeconds(), start};
}

double EndModel::armingSeconds() const
{
    return kArmingSeconds + kMillisecond * static_cast<double>(m_experiment.pairs.size());
}

/// From a fault's system call to what it says over the wire: a process or a socket table is torn down first.
double EndModel::tearDownSeconds() const
{
    constexpr double kOnce = 0.005;
    constexpr double kPerPair = 50e-6;
    return kOnce + kPerPair * static_cast<double>(m_experiment.pairs.size());
}

/// Where a paced sender has filled its buffer since that time it waits within its call, and hears of an end at once.
EndModel::Range EndModel::noticedByUnacknowledged(const Range& at, double since) const
{
    constexpr double kInitialBuffer = 87'040; // of a connection whose window has not grown: tcp_sndbuf_expand()
    constexpr double kSoon = 0.008;
    const Range called = noticed(at);
    if (sendPause() <= 0)
        return called;
    const double buffer = m_own.options.sendBufferBytes ? 2.0 * *m_own.options.sendBufferBytes : kInitialBuffer;
    const double written = effectiveSendBytes(m_own) / sendPause() * (at.from - since);
    if (written > buffer)
        return {at.from, at.to + kSoon};
    return written > buffer / 4 ? Range{at.from, called.to} : called; // skb->truesize counts: up to several times its bytes
}

/// A paced sender hears of an end at its next call. When that is, its last one tells.
EndModel::Range EndModel::noticed(const Range& at) const
{
    constexpr double kLeastPause = 0.1; // shorter ones are not worth it, and drift
    constexpr double kEarly = 0.003;
    constexpr double kLate = 0.008;
    const double pause = sendPause();
    const bool phaseKnown = pause >= kLeastPause && m_measured && m_measured->unacked == 0;
    if (!phaseKnown)
        return {at.from, at.to + pause};
    const double first = pause - toSeconds(m_measured->sinceDataSent);
    if (first < -kLate || first > pause)
        return {at.from, at.to + pause};
    const auto callAfter = [&](double time) { return first + std::max(0.0, std::ceil((time - first) / pause)) * pause; };
    const double sooner = callAfter(at.from - kLate); // a call in the same moment may come before or after
    return {sooner < at.from ? at.from - kEarly : sooner - kEarly, callAfter(at.to + kEarly) + kLate};
}

PredictionMode EndModel::mode(Range at, int result, int errorNumber) const
{
    return {{fromSeconds(at.from), fromSeconds(at.to)}, std::string{detectingCall(m_own.activity)}, result, errorNumber};
}

/// Many experiments ask: it pays to work out what most of them share.
bool EndModel::isOfSeries() const { return m_memory && m_memory->isOfSeries(); }

EndModel EndModel::peerModel() const
{
    return {m_experiment, m_kernel, m_pair, otherHost(m_end), m_peerMeasured, m_measured, m_chance, m_memory};
}

/// Packets are lost by chance: it takes a run of bad luck, which may begin at any time, or never.
void EndModel::loosen(Candidate& candidate) const
{
    candidate.certain = false;
    if (requests())
        return; // one segment at a known time
    double until = 0;
    for (const FaultScript::Span& chance : m_script.chances())
        until = std::max(until, std::min(chance.to, watchEnd()));
    for (PredictionMode& each : candidate.modes)
        each.at.latest = std::max(each.at.latest, std::min(each.at.latest + fromSeconds(until), fromSeconds(watchEnd())));
}

std::vector<Candidate> EndModel::candidates() const
{
    if (m_own.activity == Activity::Connect)
        return connectCandidates();
    if (m_peer.activity == Activity::Connect && !m_script.isReachable(0))
        return {}; // there is no connection
    if (m_own.activity == Activity::Close)
        return orphanCandidates();
    const bool byChance = m_chance == Chance::AllLost && !m_script.chances().empty();
    std::vector<Candidate> all;
    for (auto candidate : {abortCandidate(), rejectedAckCandidate(), killedPeerCandidate(), lateGoodbyeCandidate(), peerResetCandidate(), goneForTheWindowCandidate(), receiveTimeoutCandidate(),
                           sendTimeoutCandidate(), heartbeatCandidate(), icmpErrorCandidate(), retransmissionCandidate(), windowProbeCandidate(),
                           keepaliveBeforeRequest(), keepaliveCandidate()}) {
        if (!candidate)
            continue;
        if (byChance)
            loosen(*candidate);
        all.push_back(std::move(*candidate));
    }
    return all;
}

} // namespace halfopen
