// SPDX-License-Identifier: GPL-3.0-or-later
// The retransmission timer of data, expiry by expiry.
#include "core/timer_chain.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace halfopen {

namespace {

constexpr int kThinLinearRetries = 6;        // TCP_THIN_LINEAR_RETRIES
constexpr int kDefaultOrphanRetries = 8;     // tcp_orphan_retries(): what 0 means
constexpr double kLate = 0.01;               // an answer that comes later than this is delayed, not instant
constexpr double kCarriedBack = 0.0005;      // a router's answer

/// The router's allowance for ICMP errors: inet_peer_xrlim_allow().
class IcmpAllowance final
{
public:
    IcmpAllowance(const BackoffRevert& revert, double now) : m_revert(revert), m_tokens(revert.burst), m_last(now) {}

    [[nodiscard]] bool take(double now)
    {
        m_tokens = std::min(std::max(m_revert.burst, 1.0), m_tokens + (now - m_last) * m_revert.perSecond);
        m_last = now;
        if (m_tokens < 1)
            return false;
        m_tokens -= 1;
        return true;
    }

private:
    BackoffRevert m_revert;
    double m_tokens;
    double m_last;
};

/// Keeps the user timeout in force up to date.
class UserTimeoutInForce final
{
public:
    UserTimeoutInForce(int first, const std::vector<TimerChange>& changes) : m_changes(changes), m_value(first) {}

    [[nodiscard]] int at(double seconds)
    {
        for (; m_next < m_changes.size() && m_changes[m_next].at <= seconds; ++m_next)
            m_value = m_changes[m_next].userTimeoutMs.value_or(m_value);
        return m_value;
    }

private:
    const std::vector<TimerChange>& m_changes;
    std::size_t m_next = 0;
    int m_value;
};

} // namespace

std::int64_t jiffiesOfMs(std::int64_t ms, int hz) { return (ms * hz + 999) / 1000; }

std::int64_t millisecondsAt(const JiffyClock& clock, std::int64_t jiffy)
{
    return static_cast<std::int64_t>(std::floor(clock.seconds(jiffy) * 1000));
}

std::int64_t retransmissionLimitMs(int retries2, int rtoMaxMs, std::int64_t baseMs)
{
    int threshold = 0; // ilog2(rto_max / rto_base)
    while ((baseMs << (threshold + 1)) <= rtoMaxMs)
        ++threshold;
    if (retries2 <= threshold)
        return ((std::int64_t{2} << retries2) - 1) * baseMs;
    return ((std::int64_t{2} << threshold) - 1) * baseMs + std::int64_t{retries2 - threshold} * rtoMaxMs;
}

std::int64_t RetransmissionChain::limitMs(int userTimeout, double time, bool alive) const
{
    if (userTimeout > 0)
        return userTimeout;
    if (!orphanRetries || time < orphanFrom)
        return retransmissionLimitMs(retries2, rtoMaxMs);
    return retransmissionLimitMs(*orphanRetries == 0 && alive ? kDefaultOrphanRetries : *orphanRetries, rtoMaxMs);
}

ChainResult RetransmissionChain::run(const JiffyClock& clock, const FaultScript& script) const
{
    const int hz = clock.hz();
    const std::int64_t rtoMax = jiffiesOfMs(rtoMaxMs, hz);
    UserTimeoutInForce userTimeout{userTimeoutMs, changes};
    IcmpAllowance icmp{revert.value_or(BackoffRevert{}), firstSent};
    ChainResult result;
    std::optional<double> delayed; // an answer is on its way
    const auto send = [&](double time) { // true: the chain is over
        const Answer answer = script.answerTo(Segment::Data, time);
        if (answer.kind == Answer::Kind::Reset)
            result.resetAt = answer.at;
        else if (answer.kind == Answer::Kind::Ack && answer.at <= time + kLate)
            result.answeredAt = time;
        else if (answer.kind == Answer::Kind::Ack && (!delayed || answer.at < *delayed))
            delayed = answer.at;
        return result.resetAt || result.answeredAt;
    };
    const Answer first = script.answerTo(Segment::Data, firstSent);
    if (first.kind == Answer::Kind::Reset) {
        result.resetAt = first.at;
        return result;
    }
    if (first.kind == Answer::Kind::Ack && first.at > firstSent + kLate)
        delayed = first.at;
    if (revert)
        (void)icmp.take(firstSent);
    std::int64_t now = clock.jiffy(firstSent);
    const std::int64_t sentMs = static_cast<std::int64_t>(std::floor(firstSent * 1000));
    if (lossProbe) {
        now = wheelFires(now, rtoJiffies); // PTO: 2·srtt + 200 ms, at most the RTO: on a LAN the same
        if (!delayed || *delayed > clock.seconds(now)) {
            result.sent.push_back(clock.seconds(now));
            if (send(clock.seconds(now)))
                return result;
            if (revert)
                (void)icmp.take(clock.seconds(now));
        }
    }
    now = wheelFires(now, rtoJiffies);
    const std::int64_t stampMs = stampedAtFirstSend ? sentMs : millisecondsAt(clock, now); // retrans_stamp
    std::int64_t rto = rtoJiffies;
    int backoff = 0;
    for (int step = 1; step < kMaxExpiries; ++step) {
        const double time = clock.seconds(now);
        if (delayed && *delayed <= time) {
            result.answeredAt = delayed;
            return result;
        }
        const std::int64_t elapsedMs = millisecondsAt(clock, now) - stampMs;
        const int inForce = userTimeout.at(time);
        result.expiries = step;
        if (step > 1 && elapsedMs >= limitMs(inForce, time, rto < rtoMax)) {
            result.diedAt = time;
            return result;
        }
        if (script.ownHost(time) == OwnHost::Congested) { // counted, not doubled, and not clamped
            now = wheelFires(now, jiffiesOfMs(kResourceProbeMs, hz));
            continue;
        }
        result.sent.push_back(time);
        if (send(time))
            return result;
        const bool linear = thinLinear && step <= kThinLinearRetries;
        backoff = linear ? 0 : std::min(backoff + 1, 40);
        rto = linear ? rtoJiffies : std::min(rto * 2, rtoMax);
        std::int64_t delta = rto;
        if (inForce > 0) // tcp_clamp_rto_to_user_timeout(), since 4.19
            delta = elapsedMs >= inForce ? 1 : std::min(rto, jiffiesOfMs(inForce - elapsedMs, hz));
        now = wheelFires(now, delta);
        if (revert && backoff > 0 && script.icmp(time) != RouterAnswer::Silent && icmp.take(time)) {
            --backoff;
            rto = std::min(rtoJiffies << std::min(backoff, 30), rtoMax);
            now = wheelFires(clock.jiffy(time + kCarriedBack), rto); // unclamped: the user timeout may be overshot
        }
    }
    return result;
}

} // namespace halfopen
