// SPDX-License-Identifier: GPL-3.0-or-later
// The retransmission timer of a SYN, and of data that waits for a neighbour.
#include "core/timer_chain.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace halfopen {

namespace {

constexpr std::int64_t kSynRtoMs = 1000; // TCP_TIMEOUT_INIT
constexpr double kSoonLost = 0.01; // a segment that left just before waits for its neighbour as well
constexpr int kNeighbourRequests = 3;    // mcast_solicit, one every retrans_time of a second

} // namespace

ChainResult SynChain::run(const JiffyClock& clock, const FaultScript& script) const
{
    const int hz = clock.hz();
    const std::int64_t rtoMax = jiffiesOfMs(rtoMaxMs, hz);
    const std::int64_t limit = userTimeoutMs > 0 ? userTimeoutMs : retransmissionLimitMs(synRetries, rtoMaxMs, kSynRtoMs);
    const auto sentMs = static_cast<std::int64_t>(std::floor(firstSent * 1000));
    ChainResult result;
    std::int64_t rto = jiffiesOfMs(kSynRtoMs, hz);
    std::int64_t now = clock.jiffy(firstSent);
    std::optional<double> arrives;
    double time = firstSent;
    for (int step = 0; step < kMaxExpiries; ++step) {
        // the step-th expiry, 0: connect() itself
        if (step > 0) {
            time = clock.seconds(now);
            if (arrives && *arrives <= time) {
                result.answeredAt = arrives;
                return result;
            }
            const std::int64_t elapsedMs = millisecondsAt(clock, now) - sentMs;
            result.expiries = step;
            const int retransmitted = step - 1;
            if (retransmitted >= synRetries + linearTimeouts || (retransmitted > 0 && elapsedMs >= limit)) {
                result.diedAt = time;
                return result;
            }
        }
        result.sent.push_back(time);
        const Answer answer = script.answerTo(Segment::Data, time);
        if (answer.kind == Answer::Kind::Reset || (answer.kind == Answer::Kind::Ack && answer.at >= refusedFrom)) {
            result.resetAt = answer.at;
            return result;
        }
        if (answer.kind == Answer::Kind::Ack)
            arrives = std::min(arrives.value_or(answer.at), answer.at);
        if (arrives && *arrives <= time) {
            result.answeredAt = arrives;
            return result;
        }
        std::int64_t delta = rto;
        if (step > 0 && script.ownHost(time) == OwnHost::Congested) {
            delta = jiffiesOfMs(kResourceProbeMs, hz);
        } else if (step > 0) {
            if (step > linearTimeouts) // total_rto
                rto = std::min(rto * 2, rtoMax);
            delta = rto;
            const std::int64_t elapsedMs = millisecondsAt(clock, now) - sentMs;
            if (userTimeoutMs > 0)
                delta = elapsedMs >= userTimeoutMs ? 1 : std::min(rto, jiffiesOfMs(userTimeoutMs - elapsedMs, hz));
        }
        now = wheelFires(now, delta);
    }
    return result;
}

std::int64_t neighbourFails(std::int64_t now, int hz)
{
    for (int request = 0; request < kNeighbourRequests; ++request)
        now = wheelFires(now, hz);
    return now;
}

NeighbourChain::Result NeighbourChain::run(const JiffyClock& clock, const FaultScript& script) const
{
    constexpr std::int64_t kNever = std::numeric_limits<std::int64_t>::max();
    const int hz = clock.hz();
    const std::int64_t rtoMax = jiffiesOfMs(rtoMaxMs, hz);
    const auto sentMs = static_cast<std::int64_t>(std::floor(firstSent * 1000)); // the stamp: it never left its queue
    const std::int64_t limit = userTimeoutMs > 0 ? userTimeoutMs : limitMs;
    Result result;
    std::int64_t sentAt = clock.jiffy(firstSent);
    std::int64_t unresolved = neighbourFails(sentAt, hz);
    // The loss probe finds the segment still in its queue, and the RTO, which counts from the segment, is due (tcp_rearm_rto()),
    // unless there is new data for the probe to send.
    std::int64_t expires = wheelFires(wheelFires(sentAt, rtoJiffies), probesWithNewData ? rtoJiffies : 1);
    int backoff = 0;
    bool isOwed = false; // a retransmission came while the segment still waited: skb_still_in_host_queue()
    for (int step = 1; step < kMaxExpiries; ++step) {
        const double found = script.neighbourFoundAfter(clock.seconds(sentAt) + kSoonLost);
        if (unresolved != kNever && found < clock.seconds(std::min(unresolved, expires))) { // what waits is sent at once: neigh_update()
            result.chain.answeredAt = found;
            return result;
        }
        const bool failed = unresolved < expires;
        const std::int64_t now = failed ? unresolved : expires;
        const double time = clock.seconds(now);
        if (failed) {
            result.knowsWhy = true;
            unresolved = kNever;
            if (repays && isOwed) { // freed, it is sent again outside the timer, which begins anew: tcp_tsq_write()
                isOwed = false;
                sentAt = now;
                unresolved = neighbourFails(now, hz);
                expires = wheelFires(now, std::min(rtoJiffies << backoff, rtoMax));
            }
            if (!reverts || backoff == 0)
                continue;
            --backoff;
            const std::int64_t remaining = std::min(rtoJiffies << backoff, rtoMax) - (now - sentAt);
            if (remaining > 0) {
                expires = wheelFires(now, remaining);
                continue;
            }
        }
        const std::int64_t elapsedMs = millisecondsAt(clock, now) - sentMs;
        result.chain.expiries = step;
        if (backoff > 0 && elapsedMs >= limit) {
            result.chain.diedAt = time;
            return result;
        }
        if (script.answerTo(Segment::Data, time).kind == Answer::Kind::Ack) {
            result.chain.answeredAt = time;
            return result;
        }
        isOwed = unresolved != kNever;
        if (!isOwed) { // sent again, into a new resolution
            sentAt = now;
            unresolved = neighbourFails(now, hz);
        }
        backoff = std::min(backoff + 1, 30);
        std::int64_t delta = std::min(rtoJiffies << backoff, rtoMax);
        if (userTimeoutMs > 0)
            delta = elapsedMs >= userTimeoutMs ? 1 : std::min(delta, jiffiesOfMs(userTimeoutMs - elapsedMs, hz));
        expires = wheelFires(now, delta);
    }
    return result;
}

} // namespace halfopen
