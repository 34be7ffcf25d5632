// SPDX-License-Identifier: GPL-3.0-or-later
// The retransmission timer of data, expiry by expiry.
#include "core/timer_chain.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "core/user_timeout_in_force.h"

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

/// A segment's retransmissions as they go.
class RetransmissionRun final
{
public:
    RetransmissionRun(const RetransmissionChain& chain, const JiffyClock& clock, const FaultScript& script)
        : m_chain(chain), m_clock(clock), m_script(script), m_userTimeout(chain.userTimeoutMs, chain.changes),
          m_icmp(chain.revert.value_or(BackoffRevert{}), chain.firstSent), m_rtoMax(jiffiesOfMs(chain.rtoMaxMs, clock.hz())),
          m_rto(chain.rtoJiffies), m_rtoBegins(chain.rtoJiffies), m_now(clock.jiffy(chain.firstSent)),
          m_stampMs(static_cast<std::int64_t>(std::floor(chain.firstSent * 1000)))
    {}

    [[nodiscard]] ChainResult run()
    {
        if (isOverBeforeTheFirstExpiry())
            return m_result;
        for (int step = 1; step < kMaxExpiries && !expires(step); ++step) {
        }
        return m_result;
    }

private:
    /// Sends the segment itself and its loss probe, and arms the timer.
    bool isOverBeforeTheFirstExpiry()
    {
        const double firstSent = m_chain.firstSent;
        const Answer first = m_script.answerTo(Segment::Data, firstSent);
        if (first.kind == Answer::Kind::Reset) {
            m_result.resetAt = first.at;
            return true;
        }
        if (first.kind == Answer::Kind::Ack && first.at > firstSent + kLate)
            m_delayed = first.at;
        if (m_chain.revert)
            (void)m_icmp.take(firstSent);
        if (m_chain.lossProbe && isOverAfterLossProbe())
            return true;
        m_now = wheelFires(m_now, m_rtoBegins);
        return false;
    }

    bool isOverAfterLossProbe()
    {
        m_now = wheelFires(m_now, m_chain.rtoJiffies); // PTO: 2·srtt + 200 ms, at most the RTO: on a LAN the same
        const double time = m_clock.seconds(m_now);
        if (m_delayed && *m_delayed <= time)
            return false;
        if (m_script.ownHost(time) == OwnHost::HasNoRoute) { // tcp_rearm_rto(): the RTO still counts from the segment
            m_rtoBegins = 1;
            return false;
        }
        m_result.lossProbe = true;
        if (isOverAfterSending(time))
            return true;
        if (!m_chain.stampedAtFirstSend)
            m_stampMs = millisecondsAt(m_clock, m_now);
        if (m_chain.revert)
            (void)m_icmp.take(time);
        return false;
    }

    bool isOverAfterSending(double time)
    {
        if (m_script.ownHost(time) == OwnHost::HasNoRoute)
            return false;
        m_result.sent.push_back(time);
        const Answer answer = m_script.answerTo(Segment::Data, time);
        if (answer.kind == Answer::Kind::Reset)
            m_result.resetAt = answer.at;
        else if (answer.kind == Answer::Kind::Ack && answer.at <= time + kLate)
            m_result.answeredAt = time;
        else if (answer.kind == Answer::Kind::Ack && (!m_delayed || answer.at < *m_delayed))
            m_delayed = answer.at;
        return m_result.resetAt || m_result.answeredAt;
    }

    /// One run of tcp_retransmit_timer(); true: the chain is over.
    bool expires(int step)
    {
        const double time = m_clock.seconds(m_now);
        if (m_delayed && *m_delayed <= time) {
            m_result.answeredAt = m_delayed;
            return true;
        }
        // The time of the first retransmission. One that has no way out is not stamped: then the last sending counts.
        if (step == 1 && !m_chain.stampedAtFirstSend && m_script.ownHost(time) != OwnHost::HasNoRoute)
            m_stampMs = millisecondsAt(m_clock, m_now);
        const std::int64_t elapsedMs = millisecondsAt(m_clock, m_now) - m_stampMs;
        const int userTimeout = m_userTimeout.at(time);
        m_result.expiries = step;
        if (step > 1 && elapsedMs >= limitMs(userTimeout, time)) {
            m_result.diedAt = time;
            return true;
        }
        if (m_script.ownHost(time) == OwnHost::Congested) { // counted, not doubled, and not clamped
            m_now = wheelFires(m_now, jiffiesOfMs(kResourceProbeMs, m_clock.hz()));
            return false;
        }
        if (isOverAfterSending(time))
            return true;
        backOff(step);
        std::int64_t delta = m_rto;
        if (userTimeout > 0) // tcp_clamp_rto_to_user_timeout(), since 4.19
            delta = elapsedMs >= userTimeout ? 1 : std::min(m_rto, jiffiesOfMs(userTimeout - elapsedMs, m_clock.hz()));
        m_now = wheelFires(m_now, delta);
        takeBack(time);
        return false;
    }

    [[nodiscard]] std::int64_t limitMs(int userTimeout, double time) const
    {
        if (userTimeout > 0)
            return userTimeout;
        if (!m_chain.orphanRetries || time < m_chain.orphanFrom)
            return retransmissionLimitMs(m_chain.retries2, m_chain.rtoMaxMs);
        const bool alive = m_rto < m_rtoMax;
        return retransmissionLimitMs(*m_chain.orphanRetries == 0 && alive ? kDefaultOrphanRetries : *m_chain.orphanRetries, m_chain.rtoMaxMs);
    }

    void backOff(int step)
    {
        const bool linear = m_chain.thinLinear && step <= kThinLinearRetries;
        m_backoff = linear ? 0 : std::min(m_backoff + 1, 40);
        m_rto = linear ? m_chain.rtoJiffies : std::min(m_rto * 2, m_rtoMax);
    }

    /// An ICMP error that answers what was sent then undoes a step: tcp_ld_RTO_revert().
    void takeBack(double sentAt)
    {
        if (!m_chain.revert || m_backoff == 0 || m_script.icmp(sentAt) == RouterAnswer::Silent || !m_icmp.take(sentAt))
            return;
        --m_backoff;
        m_rto = std::min(m_chain.rtoJiffies << std::min(m_backoff, 30), m_rtoMax);
        m_now = wheelFires(m_clock.jiffy(sentAt + kCarriedBack), m_rto); // unclamped: the user timeout may be overshot
    }

    const RetransmissionChain& m_chain;
    const JiffyClock& m_clock;
    const FaultScript& m_script;
    UserTimeoutInForce m_userTimeout;
    IcmpAllowance m_icmp;
    ChainResult m_result;
    std::optional<double> m_delayed; // an answer is on its way
    std::int64_t m_rtoMax;
    std::int64_t m_rto;
    std::int64_t m_rtoBegins; // the RTO armed after the first sending or its loss probe
    std::int64_t m_now;
    std::int64_t m_stampMs; // retrans_stamp
    int m_backoff = 0;
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

ChainResult RetransmissionChain::run(const JiffyClock& clock, const FaultScript& script) const { return RetransmissionRun{*this, clock, script}.run(); }

} // namespace halfopen
