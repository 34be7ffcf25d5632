// SPDX-License-Identifier: GPL-3.0-or-later
// One end of one pair as the kernel's timers see it.
#pragma once

#include <optional>
#include <vector>

#include "core/experiment.h"
#include "core/fault_script.h"
#include "core/kernel_profile.h"
#include "core/prediction.h"
#include "core/tcp_info.h"

namespace halfopen {

class ChainHull;

/// A way in which the end may come, with what decides it. Several of them race; the first wins.
struct Candidate final
{
    DecidedBy decidedBy = DecidedBy::Nobody;
    std::vector<PredictionMode> modes{};
    std::vector<ExpectedPacket> schedule{};
    bool certain = true; // false: it may also not come
};

/// Collects what can end this end's activity. Values in seconds since the first fault. Not the race itself:
/// that is `predict()`.
class EndModel final
{
public:
    EndModel(const Experiment& experiment, const KernelProfile& kernel, const Pair& pair, Host end, const TcpInfo* measured,
             const TcpInfo* peerMeasured = nullptr);

    [[nodiscard]] std::vector<Candidate> candidates() const;

    // What the sentences need.
    [[nodiscard]] const FaultScript& script() const { return m_script; }
    [[nodiscard]] const Endpoint& own() const { return m_own; }
    [[nodiscard]] const Endpoint& peer() const { return m_peer; }
    [[nodiscard]] bool keepalive() const { return m_own.options.keepAlive.value_or(false); }
    [[nodiscard]] int idleSeconds() const;
    [[nodiscard]] int intervalSeconds() const;
    [[nodiscard]] int count() const;
    [[nodiscard]] int userTimeoutMs() const { return m_own.options.userTimeoutMs.value_or(0); }
    [[nodiscard]] int retries2() const;
    /// The peer's window is closed, because nobody reads there.
    [[nodiscard]] bool peerWindowCloses() const;

private:
    static constexpr double kMillisecond = 0.001; // in seconds

    struct Range
    {
        double from = 0;
        double to = 0;
    };

    [[nodiscard]] std::optional<Candidate> keepaliveCandidate() const;
    [[nodiscard]] std::optional<Candidate> keepaliveBetweenSends() const;
    [[nodiscard]] std::optional<Candidate> retransmissionCandidate() const;
    [[nodiscard]] std::optional<Candidate> windowProbeCandidate() const;
    [[nodiscard]] std::optional<Candidate> receiveTimeoutCandidate() const;
    [[nodiscard]] std::optional<Candidate> sendTimeoutCandidate() const;
    [[nodiscard]] std::optional<Candidate> killedPeerCandidate() const;
    [[nodiscard]] std::optional<Candidate> lateGoodbyeCandidate() const;
    [[nodiscard]] std::optional<Candidate> peerResetCandidate() const;

    [[nodiscard]] bool sends() const { return m_own.activity == Activity::Send; }
    [[nodiscard]] bool sendsFullSpeed() const { return sends() && !m_own.sendIntervalSeconds; }
    [[nodiscard]] bool peerSends() const { return m_peer.activity == Activity::Send; }
    [[nodiscard]] bool peerReads() const { return m_peer.activity != Activity::Hold && m_peer.activity != Activity::Send; }
    [[nodiscard]] bool windowEverCloses(double windowBytes) const;
    [[nodiscard]] bool peerLeavesUnread(double seconds) const;
    [[nodiscard]] double sendPause() const { return m_own.sendIntervalSeconds.value_or(0); }
    [[nodiscard]] int rtoMaxMs() const;
    [[nodiscard]] bool isThin() const;
    [[nodiscard]] std::vector<std::int64_t> firstRtos() const;
    [[nodiscard]] Range lastHeard() const;
    [[nodiscard]] Range firstSentInto(const FaultScript::Span& outage) const;
    [[nodiscard]] double requestTime() const;
    [[nodiscard]] double armingSeconds() const;
    [[nodiscard]] std::vector<double> peerRetransmissions() const;
    [[nodiscard]] EndModel peerModel() const;
    [[nodiscard]] ChainHull retransmissions(const Range& sent) const;
    [[nodiscard]] std::optional<Interval> peerGone() const;
    void addResetAt(const Interval& answered, Candidate& candidate) const;
    [[nodiscard]] PredictionMode mode(Range at, int result, int errorNumber) const;

    const Experiment& m_experiment;
    const KernelProfile& m_kernel;
    const Endpoint& m_own;
    const Endpoint& m_peer;
    const Pair& m_pair;
    Host m_end;
    const TcpInfo* m_measured;
    const TcpInfo* m_peerMeasured;
    FaultScript m_script;
};

} // namespace halfopen
