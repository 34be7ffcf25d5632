// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of data that is sent into a fault: retransmissions, and probes of a closed window.
#include "core/end_model.h"

#include <algorithm>
#include <cerrno>

#include "core/chain_memory.h"
#include "core/data_unknowns.h"

namespace halfopen {

namespace {

/// Up to so many bytes a peer that never reads takes: all of tcp_rmem's default of 131072.
constexpr double kLargestWindowBytes = 131'072;
constexpr double kFullSpeedSlack = 0.05; // until a full-speed sender's next call

} // namespace

/// Questions of a peer's heartbeat arrive, and its answers are this end's data.
bool EndModel::answersHeartbeat() const
{
    const auto& outages = m_script.outages();
    return m_peer.activity == Activity::Heartbeat && reads(m_own.activity) && !asks() && !outages.empty() &&
           m_script.hearsData(outages.front().from);
}

/// t_s: the first segment of a sender's that meets this outage.
EndModel::Range EndModel::firstSentInto(const FaultScript::Span& outage) const
{
    if (sendsFullSpeed()) {
        const bool told = m_script.answerTo(Segment::Data, outage.from).kind == Answer::Kind::Reset;
        const double underWay = m_script.hearsPeer(outage.from) ? 2 * roundTripSeconds() : 0; // still acknowledged
        return {outage.from - (told ? 0 : 2 * kMillisecond), outage.from + 5 * kMillisecond + underWay};
    }
    const double pause = asks() ? m_own.heartbeatIntervalSeconds : answersHeartbeat() ? m_peer.heartbeatIntervalSeconds : sendPause();
    const bool answersToo = asks() && m_peer.activity == Activity::Heartbeat; // what it sent last may have been an answer
    if (m_measured && outage.from == 0 && m_measured->unacked == 0 && !answersToo) {
        const double wait = pause - toSeconds(m_measured->sinceDataSent);
        if (wait > 2 * kMillisecond && wait <= pause)
            return {wait - 2 * kMillisecond, wait + 5 * kMillisecond};
    }
    return {outage.from - kMillisecond, outage.from + pause + 5 * kMillisecond};
}

std::optional<EndModel::Range> EndModel::dataSentInto(const FaultScript::Span& outage) const
{
    if ((!requests() && !sends() && !asks() && !answersHeartbeat()) || hasStoppedAsking(outage.from))
        return std::nullopt;
    const Range sent = requests() ? Range{requestTime(), requestTime() + 2 * kMillisecond} : firstSentInto(outage);
    if (sent.from < outage.from - 0.01 || sent.from >= outage.to)
        return std::nullopt;
    return sent;
}

/// Whether data that had left the host before the fault at that time is still unacknowledged after it: an own host that only
/// cannot send any more goes on hearing, and what follows stays in its write queue.
bool EndModel::findsDataInFlight(double at) const
{
    return (sendsFullSpeed() || (m_measured && m_measured->unacked > 0)) && !m_script.hearsPeer(at);
}

bool EndModel::firstSegmentStaysAtHome() const
{
    if (m_script.outages().empty() || findsDataInFlight(m_script.outages().front().from))
        return false;
    const auto sent = dataSentInto(m_script.outages().front());
    if (!sent)
        return false;
    const OwnHost host = m_script.ownHost(std::max(sent->from, m_script.outages().front().from));
    return host == OwnHost::HasNoRoute || host == OwnHost::Congested;
}

int EndModel::errorOf(RouterAnswer answer) const
{
    const bool ipv6 = m_experiment.family == Family::Ipv6;
    switch (answer) { // icmp_err_convert[], tab_unreach[] of icmpv6_err_convert()
    case RouterAnswer::IcmpHost:
        return EHOSTUNREACH;
    case RouterAnswer::IcmpNet:
        return ENETUNREACH;
    case RouterAnswer::IcmpPort:
        return ECONNREFUSED;
    case RouterAnswer::IcmpAdmin:
        return ipv6 ? EACCES : EHOSTUNREACH;
    case RouterAnswer::Silent:
    case RouterAnswer::Rst:
        break;
    }
    return ETIMEDOUT;
}

int EndModel::softError(double from, double to) const
{
    if (m_script.lacksRouteBetween(from, to)) // inet_csk_rebuild_header()
        return ENETUNREACH;
    return errorOf(m_script.icmpBetween(from, to));
}

/// What a probe leaves behind that finds no way out: IPv6 keeps the routing error (inet6_csk_xmit()), IPv4 does not
/// (ip_queue_xmit()).
int EndModel::probesError(double from, double to) const
{
    return m_experiment.family == Family::Ipv6 && m_script.lacksRouteBetween(from, to) ? ENETUNREACH : ETIMEDOUT;
}

/// What ICMP does to the back-off of data sent then: nothing, or an undone step for each that the router's limit allows.
std::vector<std::optional<BackoffRevert>> EndModel::icmpReverts(double at) const
{
    const RouterAnswer answer = m_script.icmp(at);
    const bool ipv6 = m_experiment.family == Family::Ipv6; // only "no route" counts there: tcp_v6_err(), since 5.10
    const bool reverts = answer == RouterAnswer::IcmpNet || (answer == RouterAnswer::IcmpHost && !ipv6);
    if (!reverts)
        return {std::nullopt};
    const auto pairs = static_cast<double>(m_experiment.pairs.size());
    if (pairs <= 1)
        return {BackoffRevert{}};
    // the pairs share what the router gives a host, and whose turn it is is a race
    return {BackoffRevert{}, BackoffRevert{6 / pairs, 1 / pairs}, BackoffRevert{6, 0}, BackoffRevert{0, 1}, std::nullopt};
}

/// When the first segment may leave. Where nothing changes any more the two ends are enough; else what it meets later depends on
/// each moment between.
std::vector<double> EndModel::moments(const Range& sent) const
{
    constexpr double kStep = 0.025;
    constexpr int kMost = 20;
    const double width = sent.to - sent.from;
    if (width < kStep || m_script.settledAfter() <= sent.from + 2 * kMillisecond)
        return {sent.from, sent.to};
    const int steps = std::min(kMost, static_cast<int>(width / kStep) + 1);
    std::vector<double> all;
    for (int step = 0; step <= steps; ++step)
        all.push_back(sent.from + width * step / steps);
    return all;
}

/// All that can become of data sent then: every RTO, loss probe and phase.
ChainHull EndModel::retransmissions(const Range& sent) const
{
    constexpr int kOneSegmentBytes = 1428; // of an Ethernet path, IPv6 with time stamps
    const int hz = m_kernel.hz;
    const bool probesTail = m_kernel.value("tcp_early_retrans") >= 3 && m_kernel.value("tcp_sack") != 0;
    // several segments out: the loss probe comes at once and does not move the RTO
    const bool several = sends() && effectiveSendBytes(m_own) > kOneSegmentBytes;
    std::vector<bool> lossProbes{false};
    if (probesTail && sends())
        lossProbes = {true, false};
    else if (probesTail && !several)
        lossProbes = {true};
    DataUnknowns unknown{hz, moments(sent), firstRtos(), {}, lossProbes, icmpReverts(sent.to)};
    if (unknown.sentAt.size() > 2 && unknown.rtos.size() > 2)
        unknown.rtos = {unknown.rtos.front(), unknown.rtos[unknown.rtos.size() / 2], unknown.rtos.back()};
    for (const std::int64_t rto : unknown.rtos)
        unknown.largest.push_back(std::min<std::int64_t>(rto << std::min(retries2() + 2, 12), std::int64_t{rtoMaxMs()} * hz / 1000));
    RetransmissionChain chain;
    chain.userTimeoutMs = userTimeoutMs();
    chain.changes = changes();
    if (chain.userTimeoutMs == 0 || !chain.changes.empty()) // else it is never asked for
        chain.retries2 = retries2();
    chain.rtoMaxMs = rtoMaxMs();
    chain.thinLinear = isThin();
    const auto hullOf = [&](const RetransmissionChain& each) {
        return remembered(m_memory, each, unknown.numbers(), m_script, [&] { return everyRetransmission(each, unknown, m_script); });
    };
    const bool growsOnly = unknown.reverts.size() == 1 && !unknown.reverts.front() && !m_script.isEverCongested();
    const bool heals = !m_script.outages().empty() && m_script.outages().back().to != FaultScript::kForever;
    if (isOfSeries() && chain.userTimeoutMs == 0 && chain.changes.empty() && growsOnly && heals) { // what is answered before any limit is asked of none
        RetransmissionChain unlimited = chain;
        unlimited.retries2 = kManyTries;
        ChainHull known = hullOf(unlimited);
        const double passed = toSeconds(known.answered().latest) - sent.from;
        const bool answered = !known.anyDeath() && !known.anyReset() && known.answered().latest > RunTime::min();
        if (answered && passed * 1000 + 2 < static_cast<double>(retransmissionLimitMs(chain.retries2, chain.rtoMaxMs)))
            return known;
    }
    return hullOf(chain);
}

/// The first segment cannot leave its host: it stays unsent, so the probe timer tries it again (tcp_probe_timer()).
ChainHull EndModel::unsentData(const Range& sent) const
{
    const int hz = m_kernel.hz;
    WindowProbeChain chain;
    chain.userTimeoutMs = userTimeoutMs();
    chain.retries2 = retries2();
    chain.rtoMaxMs = rtoMaxMs();
    chain.segment = Segment::Data;
    chain.changes = changes();
    DataUnknowns unknown{hz, {sent.from, sent.to}, firstRtos(), {}, {}, {}};
    for (const std::int64_t rto : unknown.rtos)
        unknown.largest.push_back(std::min<std::int64_t>(rto << std::min(retries2(), 12), std::int64_t{rtoMaxMs()} * hz / 1000));
    // what the peer repeats may come just before an expiry or just after it
    std::vector<std::vector<double>> heard{peerRepeats(0.5)};
    if (!heard.front().empty())
        heard = {peerRepeats(0), heard.front(), peerRepeats(1)};
    std::vector<double> numbers = unknown.numbers();
    for (const auto& each : heard) {
        numbers.push_back(static_cast<double>(each.size()));
        numbers.insert(numbers.end(), each.begin(), each.end());
    }
    return remembered(m_memory, chain, std::move(numbers), m_script, [&] {
        ChainHull hull;
        for (std::size_t each = 0; each < unknown.rtos.size(); ++each) {
            chain.rtoJiffies = unknown.rtos[each];
            for (const double at : unknown.sentAt) {
                chain.closedAt = at;
                const std::vector<double> phases = wheelPhases(hz, at, chain.rtoJiffies, unknown.largest[each]);
                for (const auto& repeats : heard) {
                    chain.heard = repeats;
                    for (const double phase : phases)
                        hull.add(chain.run({hz, phase}, m_script), false);
                }
            }
        }
        return hull;
    });
}

void EndModel::addDeaths(const ChainHull& hull, const Range& sent, Candidate& candidate) const
{
    constexpr std::size_t kBurst = 6; // a router's ICMP errors at once: with more pairs some get none
    const bool reverted = icmpReverts(sent.to).front().has_value();
    std::vector<Interval> deaths = hull.deaths();
    if (reverted && !deaths.empty()) { // expiries lie as close as the router's answers: at most one a second after a burst
        constexpr double kBurstOver = 10;
        constexpr RunTime kLongestStep = std::chrono::milliseconds{1700};
        const int userTimeout = userTimeoutMsAt(sent.from);
        const double limit = static_cast<double>(userTimeout > 0 ? userTimeout : retransmissionLimitMs(retries2(), rtoMaxMs())) / 1000;
        const double firstRetransmission = sent.from + 2 * static_cast<double>(firstRtos().front()) / m_kernel.hz;
        Interval all{std::min(deaths.front().earliest, fromSeconds(firstRetransmission + limit)), deaths.back().latest};
        if (limit > kBurstOver)
            all.latest = std::max(all.latest, all.earliest + kLongestStep);
        deaths = {all};
    }
    for (const Interval& death : deaths) {
        const Range at = noticedByUnacknowledged({toSeconds(death.earliest), toSeconds(death.latest)}, sent.from);
        const int error = softError(sent.from, at.to);
        candidate.modes.push_back(mode(at, -1, error));
        if (m_script.icmpBetween(sent.from, at.to) != RouterAnswer::Silent && m_experiment.pairs.size() > kBurst)
            candidate.modes.push_back(mode(at, -1, ETIMEDOUT));
        candidate.decidedBy = userTimeoutMsAt(at.from) > 0 ? DecidedBy::UserTimeout : DecidedBy::RetransmissionLimit;
    }
}

std::vector<FaultScript::Span> EndModel::dataTroubles() const
{
    std::vector<FaultScript::Span> spans = m_script.outages();
    const auto delays = m_script.delays();
    spans.insert(spans.end(), delays.begin(), delays.end());
    std::ranges::stable_sort(spans, {}, &FaultScript::Span::from);
    return spans;
}

std::optional<Candidate> EndModel::retransmissionCandidate() const
{
    std::optional<Interval> answered;
    std::optional<Candidate> candidate = dataCandidate(answered);
    if (candidate && answered)
        addResetAt(*answered, *candidate);
    return candidate && candidate->modes.empty() ? std::nullopt : candidate;
}

std::optional<Candidate> EndModel::dataCandidate(std::optional<Interval>& answered, Interval* died) const
{
    if (peerWindowCloses())
        return std::nullopt;
    Candidate candidate{DecidedBy::RetransmissionLimit};
    bool survives = true;
    for (const FaultScript::Span& outage : dataTroubles()) {
        const auto sent = dataSentInto(outage);
        if (!sent)
            continue;
        const OwnHost host = m_script.ownHost(std::max(sent->from, outage.from));
        if (host == OwnHost::WaitsForNeighbour) {
            answered.reset();
            return neighbourCandidate(*sent);
        }
        const bool unsent = !findsDataInFlight(outage.from) && (host == OwnHost::HasNoRoute || host == OwnHost::Congested);
        const ChainHull hull = unsent ? unsentData(*sent) : retransmissions(*sent);
        if (died) {
            for (const Interval& each : hull.deaths())
                *died = {std::min(died->earliest, each.earliest), std::max(died->latest, each.latest)};
        }
        if (unsent) {
            for (const Interval& death : hull.deaths()) {
                const Range at = noticedByUnacknowledged({toSeconds(death.earliest), toSeconds(death.latest)}, sent->from);
                candidate.modes.push_back(mode(at, -1, probesError(sent->from, at.to)));
                candidate.decidedBy = userTimeoutMsAt(at.from) > 0 ? DecidedBy::UserTimeout : DecidedBy::WindowProbes;
            }
        } else {
            addDeaths(hull, *sent, candidate);
            const auto schedule = hull.schedule(PacketKind::Retransmission, icmpReverts(sent->to).front().has_value());
            candidate.schedule.insert(candidate.schedule.end(), schedule.begin(), schedule.end());
        }
        addResets(hull, candidate);
        survives = hull.anySurvival();
        if (!survives)
            break;
        if (!answered)
            answered = hull.answered();
    }
    candidate.certain = !survives;
    if (!survives)
        answered.reset();
    return candidate;
}

/// With IP_RECVERR an ICMP error is told at once, though the connection lives on: tcp_v4_err(), unless the socket is
/// locked by send() when it comes; then the one that answers the first retransmission is.
std::optional<Candidate> EndModel::icmpErrorCandidate() const
{
    if (!m_own.options.receiveErrors.value_or(false) || peerWindowCloses())
        return std::nullopt;
    for (const FaultScript::Span& outage : m_script.outages()) {
        const auto sent = dataSentInto(outage);
        if (!sent)
            continue;
        const double first = std::max(sent->from, outage.from);
        constexpr double kCarried = 0.01;
        const double late = sendPause() + (sendsFullSpeed() ? kFullSpeedSlack : 0);
        constexpr double kNeighbourFails = 3.0; // three requests: neigh_timer_handler(), then arp_error_report()
        if (m_script.ownHost(first) == OwnHost::WaitsForNeighbour && m_script.neighbourFoundAfter(first) > first + kNeighbourFails + 0.1) {
            Candidate told{DecidedBy::Local};
            told.modes.push_back(mode({first + kNeighbourFails, sent->to + kNeighbourFails + 0.1 + late}, -1, EHOSTUNREACH));
            return told;
        }
        const RouterAnswer answer = m_script.icmp(first);
        if (answer == RouterAnswer::Silent) { // it was silent at first: the next segment that a router answers
            if (m_script.ownHost(first) != OwnHost::Sends)
                continue;
            for (const ExpectedPacket& packet : retransmissions(*sent).schedule(PacketKind::Retransmission)) {
                const Range at{toSeconds(packet.at.earliest), toSeconds(packet.at.latest)};
                const RouterAnswer later = m_script.icmp(at.to);
                if (later == RouterAnswer::Silent)
                    continue;
                Candidate told{DecidedBy::Local};
                told.modes.push_back(mode({at.from, at.to + late + kCarried}, -1, errorOf(later)));
                told.certain = m_script.icmp(at.from) == later;
                return told;
            }
            continue;
        }
        const double rto = static_cast<double>(firstRtos().back()) / m_kernel.hz;
        Candidate candidate{DecidedBy::Local};
        candidate.modes.push_back(mode({first, sent->to + late + kCarried}, -1, errorOf(answer)));
        candidate.modes.push_back(mode({first + rto - kCarried, sent->to + late + 2 * rto + kCarried}, -1, errorOf(answer)));
        return candidate;
    }
    return std::nullopt;
}

std::optional<Candidate> EndModel::windowProbeCandidate() const
{
    if (!windowEverCloses(kLargestWindowBytes / 2 - 1))
        return std::nullopt;
    const int hz = m_kernel.hz;
    WindowProbeChain chain;
    const Range stops = peerTakesNothing().value_or(Range{m_script.startSeconds(), FaultScript::kForever});
    chain.opensAt = stops.to;
    chain.userTimeoutMs = userTimeoutMs();
    chain.retries2 = retries2();
    chain.rtoMaxMs = rtoMaxMs();
    chain.changes = changes();
    const double closes = stops.from;
    const double fill = sendsFullSpeed() ? 0.5 : sendPause() + kLargestWindowBytes / effectiveSendBytes(m_own) * sendPause();
    const double lateNotice = sendPause();
    const DataUnknowns unknown{hz, {closes, fill}, firstRtos(), std::vector<std::int64_t>(firstRtos().size(), 0), {}, {}};
    const auto hullOf = [&](WindowProbeChain each) {
        return remembered(m_memory, each, unknown.numbers(), m_script, [&] {
            ChainHull all;
            constexpr int kSteps = 40; // where in the back-off the fault falls depends on when the window closed
            for (const std::int64_t rto : unknown.rtos) {
                each.rtoJiffies = rto;
                for (int step = 0; step <= kSteps; ++step) {
                    const double at = each.closedAt = closes + fill * step / kSteps;
                    for (const double phase : {0.0 - at * hz, 3.5 - at * hz, 31.5 - at * hz, 77.25 - at * hz, 255.5 - at * hz, 400.75 - at * hz})
                        all.add(each.run({hz, phase}, m_script), false);
                }
            }
            return all;
        });
    };
    std::optional<ChainHull> known;
    if (isOfSeries() && chain.userTimeoutMs > 0 && chain.changes.empty()) { // where it comes first, tcp_retries2 is all the same
        WindowProbeChain unlimited = chain;
        unlimited.retries2 = kManyTries;
        known = hullOf(unlimited);
        const bool same = known->deadAfter() && !m_script.isEverCongested() &&
                          probesWithin(toSeconds(known->deaths().back().latest) - closes, unknown.rtos.front(), hz, chain.rtoMaxMs) <= chain.retries2;
        if (!same)
            known.reset();
    }
    const ChainHull hull = known ? *std::move(known) : hullOf(chain);
    Candidate candidate{DecidedBy::WindowProbes};
    for (const Interval& death : hull.deaths()) {
        candidate.modes.push_back(mode({toSeconds(death.earliest), toSeconds(death.latest) + lateNotice}, -1, ETIMEDOUT));
        if (userTimeoutMsAt(toSeconds(death.earliest)) > 0)
            candidate.decidedBy = DecidedBy::UserTimeout;
    }
    addResets(hull, candidate);
    candidate.certain = !hull.anySurvival() && windowEverCloses(kLargestWindowBytes);
    return candidate.modes.empty() ? std::nullopt : std::optional{candidate};
}

} // namespace halfopen
