// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that is known of a run, folded from its events.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/event.h"
#include "core/pages.h"
#include "core/predictor.h"
#include "core/timeline_log.h"

namespace halfopen {

/// One call, or a burst of short ones.
struct CallSpan final
{
    std::string call{};
    RunTime began{0};
    std::optional<RunTime> ended{}; // empty: the program is in this call now
    std::int64_t result = 0;
    int errorNumber = 0;
    std::int64_t bytes = 0;
    std::int64_t count = 1; // > 1: a burst
    int readiness = 0;      // select, poll, epoll_wait: the bits that were returned, as in poll(2)
    int socketError = 0;    // SO_ERROR where the program asked for it
    bool operator==(const CallSpan&) const = default;
};

/// The row from `time` on; empty: no such row in the table any more.
struct RowSample final
{
    RunTime time{0};
    std::optional<SocketRow> row;
    std::optional<RunTime> lastSeen{}; // where it is gone: when the table was last read with the row in it
    bool operator==(const RowSample&) const = default;
};

struct InfoSample final
{
    RunTime time{0};
    TcpInfo info;
    bool operator==(const InfoSample&) const = default;
};

/// An option as it was read back at that time.
struct OptionMark final
{
    RunTime time{0};
    std::string name{};
    double value = 0;
    bool byHand = false;
    bool operator==(const OptionMark&) const = default;
};

/// One end of one pair.
struct EndTrack final
{
    std::optional<SocketAddress> local;
    std::optional<SocketAddress> remote;
    SocketOptions inForce;           // the latest
    Pages<OptionMark> options; // in order of time
    std::optional<RunTime> established;
    std::optional<RunTime> armed;
    Pages<CallSpan> calls;   // in order of their beginning
    Pages<RowSample> rows;   // in order of time, as are the others
    Pages<InfoSample> infos;
    std::optional<TcpInfo> atFault;
    RunTime atFaultTaken{0}; // when: to ask thousands takes tens of milliseconds
    std::int64_t bytesSent = 0;

    /// The option's value at that time, or empty where it was never told.
    [[nodiscard]] std::optional<double> optionAt(std::string_view name, RunTime time) const;
    /// The row in force at that time (the last one told before), or nullptr.
    [[nodiscard]] const RowSample* rowAt(RunTime time) const;
    /// The call the program was in at that time, or nullptr.
    [[nodiscard]] const CallSpan* callAt(RunTime time) const;
};

struct PacketMark final
{
    RunTime time{0};
    Packet packet;
    bool operator==(const PacketMark&) const = default;
};

struct FlowMark final
{
    RunTime first{0};
    RunTime last{0};
    Host from = Host::Client;
    std::int64_t packets = 0;
    std::int64_t bytes = 0;
    bool operator==(const FlowMark&) const = default;
};

/// A pair's two ends and what went over its cable.
struct PairTrack final
{
    EndTrack client;
    EndTrack server;
    Pages<PacketMark> packets; // in order of time; what its hosts say to find each other is in every pair's track
    Pages<FlowMark> flows;     // in order of their last packet

    [[nodiscard]] const EndTrack& end(Host host) const { return host == Host::Client ? client : server; }
    [[nodiscard]] EndTrack& end(Host host) { return host == Host::Client ? client : server; }
};

/// A fault that was made.
struct FaultSpan final
{
    int id = 0;
    Fault fault;
    RunTime applied{0};
    RunTime took{0};
    std::optional<RunTime> healed{};
    bool operator==(const FaultSpan&) const = default;
};

/// A timer of the agent was due at `from` and ran at `to`: the machine was starved in between.
struct LateSpan final
{
    RunTime from{0};
    RunTime to{0};
    bool operator==(const LateSpan&) const = default;
};

struct HostTrack final
{
    std::string address;
    int pid = 0;
    bool frozen = false;
    std::optional<RunTime> ended;
    int endedBySignal = 0;
};

/// A line of the log, in order of arrival.
struct LogLine final
{
    RunTime time{0};
    std::string text;
    LogKind kind = LogKind::Run;
    int pair = -1; // −1: the whole run's
    Host end = Host::Client;
    bool operator==(const LogLine&) const = default;
};

/// Append-only fold of events, and the only mutable state of a run. It never asks a clock: "now" is the time of the
/// last event unless the caller says otherwise. Events need not come in order of their times: every track is in order
/// all the same.
class Timeline final
{
public:
    explicit Timeline(Experiment experiment = {});

    void append(const Event& event);

    [[nodiscard]] const Experiment& experiment() const { return m_experiment; }
    [[nodiscard]] std::size_t eventCount() const { return m_eventCount; }
    [[nodiscard]] RunTime lastTime() const { return m_lastTime; }
    [[nodiscard]] const std::optional<HelloEvent>& hello() const { return m_hello; }
    [[nodiscard]] const std::optional<PlaceEvent>& place() const { return m_place; }
    [[nodiscard]] const KernelProfile& kernel() const { return m_kernel; }
    [[nodiscard]] const std::vector<PairTrack>& pairs() const { return m_pairs; }
    [[nodiscard]] const HostTrack& host(Host host) const { return m_hosts[host == Host::Client ? 0 : 1]; }
    [[nodiscard]] const std::vector<FaultSpan>& faults() const { return m_faults; }
    [[nodiscard]] const Pages<LogLine>& log() const { return m_log; }

    /// The fault that took that host's power at that time or before it, and with it all that its kernel knew; nullptr where none did.
    [[nodiscard]] const FaultSpan* powerLoss(Host host, RunTime at) const;
    /// A host without power says nothing. What the lab's kernel says all the same, as its program is taken away, is held back by the
    /// cable: such a packet is in no track.
    [[nodiscard]] bool isHeldBack(RunTime time, const Packet& packet) const;

    /// t = 0, when the last pair was armed.
    [[nodiscard]] std::optional<RunTime> startedAt() const { return m_startedAt; }
    /// When the first fault came into force; empty before, and for ever where there is none.
    [[nodiscard]] std::optional<RunTime> firstFaultAt() const;
    /// From where detection times are counted: the first fault, else t = 0 where the script has no fault, or the run
    /// has finished without one.
    [[nodiscard]] std::optional<RunTime> origin() const;
    [[nodiscard]] const std::optional<FinishedEvent>& finished() const { return m_finished; }

    /// What that host's kernel counted from the first fault (from t = 0 where none was made) to the end. Empty before
    /// the end, on loopback and from programs that did not tell.
    [[nodiscard]] KernelCounters countedSinceFault(Host host) const;
    /// Until that host's program learnt of the end; empty in a run of several pairs, where it would not tell whose.
    [[nodiscard]] KernelCounters countedUntilOutcome(Host host) const;

    /// Packets that no fault took; more than none forbids calling the run clean.
    [[nodiscard]] std::int64_t framesLost() const { return m_framesLost; }
    /// When a timer of the agent was due and had not run, in order of its running.
    [[nodiscard]] const Pages<LateSpan>& late() const { return m_late; }
    [[nodiscard]] std::int64_t samplesSkipped() const { return m_samplesSkipped; }

    /// The experiment with the faults as they were really made (times, faults by hand), for the prediction of a run.
    /// Those still to come are there as planned until the run has finished.
    [[nodiscard]] Experiment asExecuted() const;
    /// Every end's TCP_INFO taken at the first fault, with its ages as they were at that instant.
    [[nodiscard]] std::vector<EndAtFault> endsAtFault() const;
    /// How many they are so far.
    [[nodiscard]] std::size_t endsAtFaultCount() const { return m_endsAtFault; }

private:
    void fold(RunTime time, const HelloEvent& event);
    void fold(RunTime time, const PlaceEvent& event);
    void fold(RunTime time, const CheckEvent& event);
    void fold(RunTime time, const SysctlEvent& event);
    void fold(RunTime time, const ProcessEvent& event);
    void fold(RunTime time, const SocketEvent& event);
    void fold(RunTime time, const OptionEvent& event);
    void fold(RunTime time, const ArmedEvent& event);
    void fold(RunTime time, const StartedEvent& event);
    void fold(RunTime time, const FaultEvent& event);
    void fold(RunTime time, const CallEvent& event);
    void fold(RunTime time, const RowEvent& event);
    void fold(RunTime time, const RowGoneEvent& event);
    void fold(RunTime time, const TcpInfoEvent& event);
    void fold(RunTime time, const PacketEvent& event);
    void fold(RunTime time, const FlowEvent& event);
    void fold(RunTime time, const CountersEvent& event);
    void fold(RunTime time, const LossEvent& event);
    void fold(RunTime time, const LateEvent& event);
    void fold(RunTime time, const SkippedEvent& event);
    void fold(RunTime time, const NoteEvent& event);
    void fold(RunTime time, const FinishedEvent& event);
    void fold(RunTime time, const UnknownEvent& event);
    [[nodiscard]] PairTrack* pair(int index);

    Experiment m_experiment;
    std::size_t m_eventCount = 0;
    RunTime m_lastTime{0};
    std::optional<HelloEvent> m_hello;
    std::optional<PlaceEvent> m_place;
    KernelProfile m_kernel;
    std::vector<PairTrack> m_pairs;
    std::array<HostTrack, 2> m_hosts;
    std::vector<FaultSpan> m_faults;
    Pages<LogLine> m_log;
    std::optional<RunTime> m_startedAt;
    std::optional<FinishedEvent> m_finished;
    Pages<LateSpan> m_late;
    std::array<std::array<std::optional<KernelCounters>, 4>, 2> m_counters; // by host and CountersEvent::At
    std::int64_t m_framesLost = 0;
    std::int64_t m_samplesSkipped = 0;
    std::size_t m_endsAtFault = 0;
};

} // namespace halfopen
