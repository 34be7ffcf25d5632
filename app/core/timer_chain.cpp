// SPDX-License-Identifier: GPL-3.0-or-later
// The three timers that can end a connection, expiry by expiry.
#include "core/timer_chain.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace halfopen {

namespace {

constexpr int kMaxExpiries = 4000;         // a chain that long goes on for ever (probes that are always answered)
constexpr std::int64_t kRtoMinMs = 200;    // TCP_RTO_MIN
constexpr int kThinLinearRetries = 6;      // TCP_THIN_LINEAR_RETRIES: timeouts that do not double the RTO
// A window probe is out of the window; the peer's kernel answers such a segment once in tcp_invalid_ratelimit
// (tcp_oow_rate_limited(), since 4.0), so the second probe of a quick chain goes unanswered though it arrives.
constexpr std::int64_t kOutOfWindowAnswerMs = 500;

std::int64_t jiffiesOf(double seconds, int hz) { return static_cast<std::int64_t>(std::llround(seconds * hz)); }

/// msecs_to_jiffies(): rounds up.
std::int64_t jiffiesOfMs(std::int64_t ms, int hz) { return (ms * hz + 999) / 1000; }

std::int64_t millisecondsAt(const JiffyClock& clock, std::int64_t jiffy)
{
    return static_cast<std::int64_t>(std::floor(clock.seconds(jiffy) * 1000));
}

} // namespace

std::int64_t retransmissionLimitMs(int retries2, int rtoMaxMs)
{
    int threshold = 0; // ilog2(rto_max / rto_base)
    while ((kRtoMinMs << (threshold + 1)) <= rtoMaxMs)
        ++threshold;
    if (retries2 <= threshold)
        return ((std::int64_t{2} << retries2) - 1) * kRtoMinMs;
    return ((std::int64_t{2} << threshold) - 1) * kRtoMinMs + std::int64_t{retries2 - threshold} * rtoMaxMs;
}

ChainResult KeepaliveChain::run(const JiffyClock& clock, const FaultScript& script) const
{
    const int hz = clock.hz();
    const std::int64_t idle = std::int64_t{idleSeconds} * hz;
    const std::int64_t interval = std::int64_t{intervalSeconds} * hz;
    const std::int64_t userTimeout = jiffiesOfMs(userTimeoutMs, hz);
    ChainResult result;
    std::int64_t heardJiffy = clock.jiffy(lastHeard);
    std::int64_t now = wheelFires(clock.jiffy(armedAt), jiffiesOf(armedFor, hz));
    auto nextHeard = heard.begin();
    int probesOut = 0;
    for (int step = 0; step < kMaxExpiries; ++step) {
        const double time = clock.seconds(now);
        for (; nextHeard != heard.end() && *nextHeard <= time; ++nextHeard) {
            heardJiffy = std::max(heardJiffy, clock.jiffy(*nextHeard));
            probesOut = 0; // tcp_ack()
        }
        const std::int64_t elapsed = now - heardJiffy;
        if (elapsed < idle) {
            now = wheelFires(now, idle - elapsed);
            continue;
        }
        const bool dead = userTimeoutMs > 0 ? elapsed >= userTimeout && probesOut > 0 : probesOut >= count;
        if (dead) {
            result.diedAt = time;
            return result;
        }
        if (script.isReachable(time)) {
            heardJiffy = now;
            probesOut = 0;
            if (time > script.settledAfter() && nextHeard == heard.end()) {
                result.answeredAt = time;
                return result;
            }
        } else {
            ++probesOut;
            ++result.expiries;
            result.sent.push_back(time);
        }
        now = wheelFires(now, interval);
    }
    return result;
}

ChainResult RetransmissionChain::run(const JiffyClock& clock, const FaultScript& script) const
{
    const int hz = clock.hz();
    const std::int64_t rtoMax = jiffiesOfMs(rtoMaxMs, hz);
    const std::int64_t limitMs = userTimeoutMs > 0 ? userTimeoutMs : retransmissionLimitMs(retries2, rtoMaxMs);
    ChainResult result;
    std::int64_t now = clock.jiffy(firstSent);
    if (lossProbe) {
        now = wheelFires(now, rtoJiffies); // PTO: 2·srtt + 200 ms, at most the RTO: on a LAN the same
        result.sent.push_back(clock.seconds(now));
        if (script.isReachable(clock.seconds(now))) {
            result.answeredAt = clock.seconds(now);
            return result;
        }
    }
    now = wheelFires(now, rtoJiffies);
    const std::int64_t stampMs = millisecondsAt(clock, now); // retrans_stamp
    std::int64_t rto = rtoJiffies;
    for (int step = 1; step < kMaxExpiries; ++step) {
        const double time = clock.seconds(now);
        const std::int64_t elapsedMs = millisecondsAt(clock, now) - stampMs;
        result.expiries = step;
        if (step > 1 && elapsedMs >= limitMs) {
            result.diedAt = time;
            return result;
        }
        result.sent.push_back(time);
        if (script.isReachable(time)) {
            result.answeredAt = time;
            return result;
        }
        if (!thin || step > kThinLinearRetries)
            rto = std::min(rto * 2, rtoMax);
        std::int64_t delta = rto;
        if (userTimeoutMs > 0) // tcp_clamp_rto_to_user_timeout(), since 4.19
            delta = elapsedMs >= userTimeoutMs ? 1 : std::min(rto, jiffiesOfMs(userTimeoutMs - elapsedMs, hz));
        now = wheelFires(now, delta);
    }
    return result;
}

ChainResult WindowProbeChain::run(const JiffyClock& clock, const FaultScript& script) const
{
    const int hz = clock.hz();
    const std::int64_t rtoMax = jiffiesOfMs(rtoMaxMs, hz);
    const std::int64_t base = std::max(rtoJiffies, jiffiesOfMs(kRtoMinMs, hz)); // tcp_probe0_base()
    ChainResult result;
    std::int64_t now = wheelFires(clock.jiffy(closedAt), base);
    const std::int64_t firstMs = millisecondsAt(clock, now); // icsk_probes_tstamp
    int probesOut = 0;
    int backoff = 0;
    std::optional<std::int64_t> answeredAtJiffy;
    for (int step = 0; step < kMaxExpiries; ++step) {
        const double time = clock.seconds(now);
        if (time > opensAt && (script.isReachable(opensAt) || script.isReachable(time))) {
            result.answeredAt = time;
            return result;
        }
        const std::int64_t elapsedMs = millisecondsAt(clock, now) - firstMs;
        const bool timedOut = userTimeoutMs > 0 && step > 0 && elapsedMs >= userTimeoutMs;
        if (timedOut || probesOut >= retries2) {
            result.diedAt = time;
            return result;
        }
        backoff = std::min(backoff + 1, retries2);
        if (script.isReachable(time)) {
            const bool answered = !answeredAtJiffy || now - *answeredAtJiffy >= jiffiesOfMs(kOutOfWindowAnswerMs, hz);
            if (answered) {
                answeredAtJiffy = now;
                probesOut = 0;
            } else {
                ++probesOut; // not lost, but nobody answers it
            }
            if (userTimeoutMs == 0 && time > script.settledAfter()) {
                result.answeredAt = time;
                return result;
            }
        } else {
            ++probesOut;
            ++result.expiries;
            result.sent.push_back(time);
        }
        // min(base · 2^backoff, TMAX): tcp_probe0_when(); 2^14 · 200 ms is beyond every TMAX
        std::int64_t delta = std::min(base << std::min(backoff, 14), rtoMax);
        if (userTimeoutMs > 0) // tcp_clamp_probe0_to_user_timeout()
            delta = std::min(delta, std::max(jiffiesOfMs(userTimeoutMs - elapsedMs, hz), std::int64_t{2}));
        now = wheelFires(now, delta);
    }
    return result;
}

} // namespace halfopen
