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
#include "core/timer_chain.h"

namespace halfopen {

class ChainHull;
class ChainMemory;

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
             const TcpInfo* peerMeasured = nullptr, Chance chance = Chance::AllLost, ChainMemory* memory = nullptr);

    [[nodiscard]] std::vector<Candidate> candidates() const;

    // What the sentences need.
    [[nodiscard]] const FaultScript& script() const { return m_script; }
    [[nodiscard]] const Endpoint& own() const { return m_own; }
    [[nodiscard]] const Endpoint& peer() const { return m_peer; }
    /// SO_KEEPALIVE is on, or will be.
    [[nodiscard]] bool keepalive() const;
    [[nodiscard]] int idleSeconds() const;
    [[nodiscard]] int intervalSeconds() const;
    [[nodiscard]] int count() const;
    /// TCP_USER_TIMEOUT that is set before connect().
    [[nodiscard]] int userTimeoutMs() const { return m_own.options.userTimeoutMs.value_or(0); }
    /// The one in force at that time.
    [[nodiscard]] int userTimeoutMsAt(double seconds) const;
    [[nodiscard]] int retries2() const;
    [[nodiscard]] int orphanRetries() const;
    [[nodiscard]] int synRetries() const;
    [[nodiscard]] int synLinearTimeouts() const;
    /// The peer's window is closed, because nobody reads there.
    [[nodiscard]] bool peerWindowCloses() const;
    /// What this end sends finds a host that cannot send it, and nothing was in flight before.
    [[nodiscard]] bool firstSegmentStaysAtHome() const;
    /// The errno that data's death says, where a router or the own host said why.
    [[nodiscard]] int softError(double from, double to) const;
    /// The same of one router's answer.
    [[nodiscard]] int errorOf(RouterAnswer answer) const;
    /// The errno of a death by probes that were sent between the two times.
    [[nodiscard]] int probesError(double from, double to) const;
    [[nodiscard]] bool peerAnswersHeartbeat() const;
    /// When middleboxes forget this pair, in seconds since the first fault.
    [[nodiscard]] const std::vector<double>& forgettings() const { return m_forgettings; }
    /// So much of keepalive's idle time is over at the first fault; 0 where that is not known, or a probe was answered meanwhile.
    [[nodiscard]] double silentBeforeFault() const;
    /// What becomes of the connection where nothing of `candidates()` comes.
    [[nodiscard]] Afterlife afterlife() const;
    /// A middlebox that forgets idle connections never finds this one idle for long enough.
    [[nodiscard]] bool isKeptInMind() const;

private:
    static constexpr double kMillisecond = 0.001; // in seconds

    struct Range
    {
        double from = 0;
        double to = 0;
    };

    // Keepalive
    [[nodiscard]] std::optional<Candidate> keepaliveCandidate() const;
    [[nodiscard]] std::optional<Candidate> keepaliveBetweenSends() const;
    [[nodiscard]] std::optional<Candidate> keepaliveBeforeRequest() const;
    [[nodiscard]] ChainHull keepaliveChains(const Range& heard, const std::vector<double>& armedFor) const;
    [[nodiscard]] std::vector<double> armedDurations(const Range& heard) const;
    [[nodiscard]] KeepaliveChain keepaliveChain(double heard) const;
    [[nodiscard]] std::optional<Range> heardBeforeSilence() const;
    [[nodiscard]] bool isKeptAwake() const;
    [[nodiscard]] std::vector<double> peerRetransmissions() const;
    [[nodiscard]] std::vector<double> peerTalk() const;
    [[nodiscard]] std::vector<double> peerSegments() const;
    [[nodiscard]] std::vector<double> peerRequests(double where = 0.5) const;
    [[nodiscard]] std::vector<double> peerRepeats(double where) const;
    [[nodiscard]] std::vector<double> segmentsOfNote(const Range& sent, const std::vector<ExpectedPacket>& repeats, double where) const;
    [[nodiscard]] std::int64_t longestKeepaliveSeconds() const;
    // Data
    [[nodiscard]] std::optional<Candidate> retransmissionCandidate() const;
    /// The same but for the peer that has given up meanwhile; without modes where the connection survives for sure, and
    /// `answered` says when the first outage is over for it.
    [[nodiscard]] std::optional<Candidate> dataCandidate(std::optional<Interval>& answered, Interval* died = nullptr) const;
    [[nodiscard]] std::optional<Candidate> windowProbeCandidate() const;
    [[nodiscard]] std::optional<Candidate> icmpErrorCandidate() const;
    [[nodiscard]] std::optional<Range> dataSentInto(const FaultScript::Span& outage) const;
    [[nodiscard]] Range firstSentInto(const FaultScript::Span& outage) const;
    [[nodiscard]] ChainHull retransmissions(const Range& sent) const;
    [[nodiscard]] std::vector<double> moments(const Range& sent) const;
    [[nodiscard]] ChainHull unsentData(const Range& sent) const;
    [[nodiscard]] std::vector<std::optional<BackoffRevert>> icmpReverts(double at) const;
    void addDeaths(const ChainHull& hull, const Range& sent, Candidate& candidate) const;
    [[nodiscard]] std::vector<FaultScript::Span> dataTroubles() const;
    [[nodiscard]] std::optional<Candidate> neighbourCandidate(const Range& sent) const;
    // The call's own limit, and the program's
    [[nodiscard]] std::optional<Candidate> receiveTimeoutCandidate() const;
    [[nodiscard]] Range receiveBegan() const;
    [[nodiscard]] std::optional<Candidate> sendTimeoutCandidate() const;
    [[nodiscard]] std::optional<Candidate> heartbeatCandidate() const;
    [[nodiscard]] double firstAnswer() const;
    // What the peer says
    [[nodiscard]] std::optional<Candidate> killedPeerCandidate() const;
    [[nodiscard]] std::optional<Candidate> lateGoodbyeCandidate() const;
    [[nodiscard]] std::optional<Candidate> senderAfterLostGoodbye() const;
    [[nodiscard]] std::optional<Candidate> senderAfterGoodbye(double killed) const;
    [[nodiscard]] bool hearsGoodbye(double seconds) const;
    [[nodiscard]] const FaultScript::Span* healedHoleAt(double seconds) const;
    [[nodiscard]] ChainHull repeatedGoodbyes(double killed) const;
    void addKillOfPacedSender(double killed, const Range& goodbye, Candidate& candidate) const;
    [[nodiscard]] std::optional<Candidate> peerResetCandidate() const;
    [[nodiscard]] std::optional<Candidate> goneForTheWindowCandidate() const;
    [[nodiscard]] std::optional<Candidate> abortCandidate() const;
    [[nodiscard]] std::optional<Candidate> rejectedAckCandidate() const;
    [[nodiscard]] std::optional<Range> peersFirstSegmentIn(const FaultScript::Span& span) const;
    [[nodiscard]] std::optional<Interval> peerGone() const;
    void addResetAt(const Interval& answered, Candidate& candidate) const;
    void addResets(const ChainHull& hull, Candidate& candidate) const;
    // Before and after a connection
    [[nodiscard]] std::vector<Candidate> connectCandidates() const;
    [[nodiscard]] std::optional<Candidate> synCandidate(std::optional<Interval>& connected) const;
    [[nodiscard]] std::optional<Candidate> connectErrorCandidate() const;
    [[nodiscard]] std::vector<Candidate> orphanCandidates() const;
    [[nodiscard]] Candidate orphanCandidate() const;
    [[nodiscard]] ChainHull orphanChains() const;
    [[nodiscard]] std::optional<Candidate> unreadAtCloseCandidate() const;

    [[nodiscard]] bool sends() const { return sendsInLoop(m_own.activity); }
    [[nodiscard]] bool sendsFullSpeed() const { return sends() && !m_own.sendIntervalSeconds; }
    [[nodiscard]] bool peerSends() const { return sendsInLoop(m_peer.activity); }
    [[nodiscard]] bool asks() const { return m_own.activity == Activity::Heartbeat; }
    [[nodiscard]] bool isAcknowledgedByData() const;
    [[nodiscard]] bool requests() const { return m_own.activity == Activity::Request || m_own.activity == Activity::Close; }
    [[nodiscard]] bool answersHeartbeat() const;
    [[nodiscard]] static bool reads(Activity activity);
    [[nodiscard]] bool peerReads() const { return reads(m_peer.activity); }
    [[nodiscard]] bool windowEverCloses(double windowBytes) const;
    [[nodiscard]] std::optional<Range> peerTakesNothing() const;
    [[nodiscard]] bool hasStoppedAsking(double seconds) const;
    [[nodiscard]] bool peerLeavesUnread(double seconds) const;
    [[nodiscard]] static double sendPauseOf(const Endpoint& end)
    {
        return end.activity == Activity::Heartbeat ? end.heartbeatIntervalSeconds : sendsInLoop(end.activity) ? end.sendIntervalSeconds.value_or(0) : 0;
    }
    [[nodiscard]] double sendPause() const { return sends() ? m_own.sendIntervalSeconds.value_or(0) : 0; }
    [[nodiscard]] int rtoMaxMs() const;
    [[nodiscard]] bool isThin() const;
    [[nodiscard]] std::vector<std::int64_t> firstRtos() const;
    [[nodiscard]] std::vector<std::int64_t> measuredRtos() const;
    [[nodiscard]] double roundTripSeconds() const;
    [[nodiscard]] Range lastHeard() const;
    [[nodiscard]] double requestTime() const { return requestTimeOf(m_own); }
    [[nodiscard]] double requestTimeOf(const Endpoint& end) const;
    [[nodiscard]] double armingSeconds() const;
    [[nodiscard]] bool connectsLate() const { return m_own.activity == Activity::Connect || m_peer.activity == Activity::Connect; }
    [[nodiscard]] Range noticed(const Range& at) const;
    [[nodiscard]] Range noticedByUnacknowledged(const Range& at, double since) const;
    [[nodiscard]] Range foundByRequest(const Range& at) const;
    [[nodiscard]] EndModel withoutPeerFrom(RunTime at) const;
    [[nodiscard]] double watchEnd() const;
    [[nodiscard]] double tearDownSeconds() const;
    [[nodiscard]] bool findsDataInFlight(double at) const;
    [[nodiscard]] EndModel peerModel() const;
    [[nodiscard]] bool isOfSeries() const;
    [[nodiscard]] std::vector<TimerChange> changes() const;
    [[nodiscard]] PredictionMode mode(Range at, int result, int errorNumber) const;
    [[nodiscard]] std::optional<double> forgottenAt(const Fault& fault) const;
    void addForgetfulMiddleboxes();
    void loosen(Candidate& candidate) const;

    const Experiment& m_experiment;
    const KernelProfile& m_kernel;
    const Endpoint& m_own;
    const Endpoint& m_peer;
    const Pair& m_pair;
    Host m_end;
    const TcpInfo* m_measured;
    const TcpInfo* m_peerMeasured;
    Chance m_chance;
    ChainMemory* m_memory; // nullptr: everything is worked out anew
    FaultScript m_script;
    std::vector<double> m_forgettings;
};

} // namespace halfopen
