// SPDX-License-Identifier: GPL-3.0-or-later
// The timers that probe: keepalive on an idle connection, and the closed window.
#include "core/timer_chain.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "core/user_timeout_in_force.h"

namespace halfopen {

namespace {

// A window probe is out of the window; the peer's kernel answers such a segment once in tcp_invalid_ratelimit
// (tcp_oow_rate_limited(), since 4.0), so the second probe of a quick chain goes unanswered though it arrives.
constexpr std::int64_t kOutOfWindowAnswerMs = 500;

std::int64_t jiffiesOf(double seconds, int hz) { return static_cast<std::int64_t>(std::llround(seconds * hz)); }

/// Counts the packets of each rule that takes a single one.
class SingleLosses final
{
public:
    explicit SingleLosses(const FaultScript& script) : m_rules(script.singleLosses()), m_probes(m_rules.size()), m_answers(m_rules.size()) {}

    [[nodiscard]] bool takesProbe(double time) { return takes(time, m_probes, &FaultScript::SingleLoss::probes); }
    [[nodiscard]] bool takesAnswer(double time) { return takes(time, m_answers, &FaultScript::SingleLoss::answers); }
    /// None of them can take another one after that time.
    [[nodiscard]] bool areOver(double time) const
    {
        for (std::size_t i = 0; i < m_rules.size(); ++i) {
            const bool taken = (!m_rules[i].probes || m_probes[i] >= m_rules[i].nth) && (!m_rules[i].answers || m_answers[i] >= m_rules[i].nth);
            if (!taken && time < m_rules[i].span.to)
                return false;
        }
        return true;
    }

private:
    bool takes(double time, std::vector<int>& counts, bool FaultScript::SingleLoss::* which)
    {
        bool lost = false;
        for (std::size_t i = 0; i < m_rules.size(); ++i) {
            const bool counted = m_rules[i].*which && time >= m_rules[i].span.from && time < m_rules[i].span.to;
            if (counted && ++counts[i] == m_rules[i].nth)
                lost = true;
        }
        return lost;
    }

    const std::vector<FaultScript::SingleLoss>& m_rules;
    std::vector<int> m_probes;
    std::vector<int> m_answers;
};

/// The socket's keepalive as it goes.
class KeepaliveRun final
{
public:
    KeepaliveRun(const KeepaliveChain& chain, const JiffyClock& clock, const FaultScript& script)
        : m_chain(chain), m_clock(clock), m_script(script), m_losses(script), m_in(chain), m_heard(clock.jiffy(chain.lastHeard)),
          m_now(wheelFires(clock.jiffy(chain.armedAt), jiffiesOf(chain.armedFor, clock.hz())))
    {}

    [[nodiscard]] ChainResult run()
    {
        for (int step = 0; step < kMaxExpiries; ++step) {
            applyChanges();
            if (!m_in.on || m_clock.seconds(m_now) > m_chain.horizon || hears(m_clock.seconds(m_now)) || expires())
                break;
        }
        return m_result;
    }

private:
    [[nodiscard]] std::int64_t jiffies(int seconds) const { return std::int64_t{seconds} * m_clock.hz(); }

    /// setsockopt() calls up to the pending expiry: tcp_sock_set_keepidle_locked(), tcp_set_keepalive().
    void applyChanges()
    {
        const auto& changes = m_chain.changes;
        for (; m_nextChange < changes.size() && (!m_in.on || changes[m_nextChange].at <= m_clock.seconds(m_now)); ++m_nextChange) {
            const TimerChange& change = changes[m_nextChange];
            (void)hears(change.at);
            m_in.intervalSeconds = change.intervalSeconds.value_or(m_in.intervalSeconds);
            m_in.count = change.count.value_or(m_in.count);
            m_in.userTimeoutMs = change.userTimeoutMs.value_or(m_in.userTimeoutMs);
            const std::int64_t at = m_clock.jiffy(change.at);
            if (change.idleSeconds) {
                m_in.idleSeconds = *change.idleSeconds;
                if (m_in.on)
                    m_now = wheelFires(at, std::max<std::int64_t>(0, jiffies(m_in.idleSeconds) - (at - m_heard)));
            }
            if (change.on && *change.on && !m_in.on)
                m_now = wheelFires(at, jiffies(m_in.idleSeconds));
            m_in.on = change.on.value_or(m_in.on);
        }
    }

    /// Takes in what has arrived by then; true where all is well for ever.
    bool hears(double time)
    {
        for (; m_nextHeard < m_chain.heard.size() && m_chain.heard[m_nextHeard] <= time; ++m_nextHeard)
            hearAt(m_chain.heard[m_nextHeard]);
        bool settled = false;
        for (; m_nextArrival < m_arrivals.size() && m_arrivals[m_nextArrival].at <= time; ++m_nextArrival) {
            const auto [asked, at] = m_arrivals[m_nextArrival];
            hearAt(at);
            if (asked > m_script.settledAfter() && m_nextHeard == m_chain.heard.size() && m_nextChange == m_chain.changes.size() && m_losses.areOver(at)) {
                m_result.answeredAt = at;
                settled = true;
            }
        }
        return settled;
    }

    void hearAt(double time)
    {
        m_heard = std::max(m_heard, m_clock.jiffy(time));
        m_probesOut = 0; // tcp_ack()
    }

    /// One run of tcp_keepalive_timer(); true: the chain is over.
    bool expires()
    {
        const double time = m_clock.seconds(m_now);
        const std::int64_t elapsed = m_now - m_heard;
        if (elapsed < jiffies(m_in.idleSeconds)) {
            m_now = wheelFires(m_now, jiffies(m_in.idleSeconds) - elapsed);
            return false;
        }
        const bool timed = m_in.userTimeoutMs > 0;
        if (timed ? elapsed >= jiffiesOfMs(m_in.userTimeoutMs, m_clock.hz()) && m_probesOut > 0 : m_probesOut >= m_in.count) {
            m_result.diedAt = time;
            return true;
        }
        if (m_script.ownHost(time) == OwnHost::Congested) { // tcp_write_wakeup() > 0: not counted, and soon again
            m_now = wheelFires(m_now, jiffiesOfMs(kResourceProbeMs, m_clock.hz()));
            return time > m_script.settledAfter() && !(timed && m_probesOut > 0) && m_nextChange == m_chain.changes.size();
        }
        probe(time);
        m_now = wheelFires(m_now, jiffies(m_in.intervalSeconds));
        return m_result.resetAt.has_value();
    }

    void probe(double time)
    {
        ++m_probesOut;
        Answer answer = m_script.answerTo(Segment::Probe, time);
        if (m_losses.takesProbe(time) || (answer.kind == Answer::Kind::Ack && m_losses.takesAnswer(answer.at)))
            answer.kind = Answer::Kind::Nothing;
        if (answer.kind != Answer::Kind::Nothing && m_result.answered.size() < kMostAnswered)
            m_result.answered.push_back(time);
        switch (answer.kind) {
        case Answer::Kind::Reset:
            m_result.resetAt = answer.at;
            return;
        case Answer::Kind::Ack:
            m_arrivals.push_back({time, answer.at});
            return;
        case Answer::Kind::Nothing:
            ++m_result.expiries;
            m_result.sent.push_back(time);
            return;
        }
    }

    const KeepaliveChain& m_chain;
    const JiffyClock& m_clock;
    const FaultScript& m_script;
    SingleLosses m_losses;
    KeepaliveChain m_in; // the values in force
    ChainResult m_result;
    struct Arrival
    {
        double asked;
        double at;
    };
    std::vector<Arrival> m_arrivals; // answers, ascending
    std::size_t m_nextArrival = 0;
    std::size_t m_nextHeard = 0;
    std::size_t m_nextChange = 0;
    std::int64_t m_heard;
    std::int64_t m_now;
    int m_probesOut = 0;
};

/// The probes of a closed window as they go.
class WindowProbeRun final
{
public:
    WindowProbeRun(const WindowProbeChain& chain, const JiffyClock& clock, const FaultScript& script)
        : m_chain(chain), m_clock(clock), m_script(script), m_userTimeout(chain.userTimeoutMs, chain.changes),
          m_rtoMax(jiffiesOfMs(chain.rtoMaxMs, clock.hz())), m_base(std::max(chain.rtoJiffies, jiffiesOfMs(kRtoMinMs, clock.hz()))),
          m_now(wheelFires(clock.jiffy(chain.closedAt), m_base))
    {}

    [[nodiscard]] ChainResult run()
    {
        for (int step = 0; step < kMaxExpiries && !expires(); ++step) {
        }
        return m_result;
    }

private:
    /// One run of tcp_probe_timer(); true: the chain is over.
    bool expires()
    {
        if (hears())
            return true;
        const double time = m_clock.seconds(m_now);
        const int userTimeout = m_userTimeout.at(time);
        const Answer answer = m_script.answerTo(m_chain.segment, time);
        if (time > m_chain.opensAt && (m_script.isReachable(m_chain.opensAt) || answer.kind == Answer::Kind::Ack)) {
            m_result.answeredAt = time;
            return true;
        }
        if (!m_firstMs)
            m_firstMs = millisecondsAt(m_clock, m_now);
        const std::int64_t elapsedMs = millisecondsAt(m_clock, m_now) - *m_firstMs;
        const bool timedOut = userTimeout > 0 && elapsedMs >= userTimeout;
        if (timedOut || m_probesOut >= limit(time)) {
            m_result.diedAt = time;
            return true;
        }
        const bool congested = m_script.ownHost(time) == OwnHost::Congested; // the probe counts, the pause does not grow
        if (!congested)
            m_backoff = std::min(m_backoff + 1, m_chain.retries2);
        if (isOverAfterProbe(answer, time, userTimeout))
            return true;
        // min(base · 2^backoff, TMAX): tcp_probe0_when(); 2^14 · 200 ms is beyond every TMAX
        std::int64_t delta = congested ? jiffiesOfMs(kResourceProbeMs, m_clock.hz()) : std::min(m_base << std::min(m_backoff, 14), m_rtoMax);
        if (userTimeout > 0) // tcp_clamp_probe0_to_user_timeout()
            delta = std::min(delta, std::max(jiffiesOfMs(userTimeout - elapsedMs, m_clock.hz()), std::int64_t{2}));
        m_now = wheelFires(m_now, delta);
        return false;
    }

    /// Every ACK sets icsk_probes_out back (tcp_ack()). Where the window is open the timer ends (tcp_ack_probe()), what could not
    /// leave is tried again, and where it still cannot the timer begins anew: tcp_data_snd_check(), tcp_check_probe_timer().
    bool hears()
    {
        for (; m_nextHeard < m_chain.heard.size() && m_chain.heard[m_nextHeard] <= m_clock.seconds(m_now); ++m_nextHeard) {
            const double at = m_chain.heard[m_nextHeard];
            if (at < m_chain.closedAt)
                continue;
            m_probesOut = 0;
            if (m_chain.segment == Segment::Probe)
                continue;
            if (m_script.ownHost(at) == OwnHost::Sends && m_script.answerTo(m_chain.segment, at).kind == Answer::Kind::Ack) {
                m_result.answeredAt = at;
                return true;
            }
            m_backoff = 0;
            m_firstMs.reset();
            m_now = wheelFires(m_clock.jiffy(at), m_base);
        }
        return false;
    }

    [[nodiscard]] int limit(double time) const
    {
        return m_chain.orphanRetries && time >= m_chain.orphanFrom ? *m_chain.orphanRetries : m_chain.retries2;
    }

    bool isOverAfterProbe(const Answer& answer, double time, int userTimeout)
    {
        switch (answer.kind) {
        case Answer::Kind::Reset:
            m_result.resetAt = answer.at;
            return true;
        case Answer::Kind::Nothing:
            ++m_probesOut;
            ++m_result.expiries;
            m_result.sent.push_back(time);
            return false;
        case Answer::Kind::Ack:
            break;
        }
        if (m_chain.segment == Segment::Data) {
            m_result.answeredAt = answer.at;
            return true;
        }
        if (!m_answeredAt || m_now - *m_answeredAt >= jiffiesOfMs(kOutOfWindowAnswerMs, m_clock.hz())) {
            m_answeredAt = m_now;
            m_probesOut = 0;
        } else {
            ++m_probesOut; // not lost, but nobody answers it
        }
        const bool goesOnForEver = userTimeout == 0 && time > m_script.settledAfter() && m_userTimeout.isSettled();
        if (goesOnForEver)
            m_result.answeredAt = time;
        return goesOnForEver;
    }

    const WindowProbeChain& m_chain;
    const JiffyClock& m_clock;
    const FaultScript& m_script;
    UserTimeoutInForce m_userTimeout;
    ChainResult m_result;
    std::int64_t m_rtoMax;
    std::int64_t m_base; // tcp_probe0_base()
    std::int64_t m_now;
    std::optional<std::int64_t> m_firstMs;    // icsk_probes_tstamp
    std::optional<std::int64_t> m_answeredAt; // jiffies
    std::size_t m_nextHeard = 0;
    int m_probesOut = 0;
    int m_backoff = 0;
};

} // namespace

ChainResult KeepaliveChain::run(const JiffyClock& clock, const FaultScript& script) const { return KeepaliveRun{*this, clock, script}.run(); }

ChainResult WindowProbeChain::run(const JiffyClock& clock, const FaultScript& script) const { return WindowProbeRun{*this, clock, script}.run(); }

} // namespace halfopen
