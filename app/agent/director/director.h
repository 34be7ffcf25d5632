// SPDX-License-Identifier: GPL-3.0-or-later
// One run of the agent, from the command on standard input to the finished event on standard output.
#pragma once

#include <array>
#include <deque>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "agent/cable/cable.h"
#include "agent/cable/capture.h"
#include "agent/director/counter_watch.h"
#include "agent/director/drop_watch.h"
#include "agent/director/fault_book.h"
#include "agent/director/fault_maker.h"
#include "agent/director/host_link.h"
#include "agent/base/host_wire.h"
#include "agent/director/info_sampler.h"
#include "agent/director/janitor.h"
#include "agent/base/line_splitter.h"
#include "agent/director/proc_sampler.h"
#include "agent/director/reporter.h"
#include "core/agent_command.h"

namespace halfopen {

/// The process that owns everything: it builds the place, forks the hosts' programs, makes the faults, reads the
/// samples and clears away. One thread; the cable adds its own after the last fork.
class Director final
{
public:
    Director();

    /// Returns the exit status: 0, 3 refused, 4 failed.
    [[nodiscard]] int run();

private:
    enum class Stage { Connecting, Arming, Running };

    // Commands and time
    void awaitExperiment();
    void readInput();
    void obeyLine(const std::string& line);
    void obey(const RunCommand& command);
    void obey(const FaultCommand& command);
    void obey(const HealCommand& command);
    void obey(const SetOptionCommand& command);
    void obey(const FinishCommand& command);
    void watchOnce();
    [[nodiscard]] std::optional<RunTime> nextDue() const;
    void armTimer();
    void actOnTime(RunTime now);

    // Start
    void start();
    [[nodiscard]] Result<void> openCapture();
    [[nodiscard]] Result<void> startHosts();
    void tellPlace(const std::string& why);
    void startSamplers();

    // Hosts
    void readHost(Host host);
    void take(Host host, WireMessage& message);
    void noteDeath(Host host);
    void connectedBoth();
    void armedBoth();
    void tellHosts(WireKind kind, std::int64_t number);
    void tellOrigin(RunTime origin);
    void learnAddresses(RunTime now);
    void letGoOfClosing();
    void letGo(Host host, std::size_t pair);
    void keepOnlyOurs(Host host);

    // Faults
    void makeFault(int id, std::optional<RunTime> due);
    void healFault(int id, std::optional<RunTime> due);
    void tellFailed(int id, const Fault& fault, const Error& error);
    void noteProgramState(const FaultBook::Deed& deed);
    void noteLate(const char* what, RunTime due, RunTime now);

    // Samples
    [[nodiscard]] std::optional<RunTime> makeWay(RunTime now) const;
    void sampleRows(RunTime now);
    void sampleInfo(RunTime now);
    void tellCounters(CountersEvent::At at);
    void hastenRows(RunTime wanted);
    void takeFromCable();

    // End
    void finish(FinishedEvent event);
    void refuse(const Error& error);
    void fail(std::string stage, const Error& error);
    void flushHosts();
    void closeCapture();
    void clearAway();

    [[nodiscard]] HostLink& link(Host host) { return m_hosts[host == Host::Client ? 0 : 1]; }
    [[nodiscard]] const Lab* lab() const { return m_lab ? &*m_lab : nullptr; }

    RunClock m_clock;
    Reporter m_reporter;
    LineSplitter m_input;
    std::deque<std::string> m_lines;
    Fd m_signals;
    Fd m_timer;
    std::optional<RunTime> m_armedFor; // what the timer is set to

    std::optional<Experiment> m_experiment;
    std::optional<Lab> m_lab;
    Janitor m_janitor;
    std::array<HostLink, 2> m_hosts;
    std::set<std::size_t> m_uncopied; // pairs of whose server there is no copy: too few descriptors are allowed
    std::array<bool, 2> m_channelOpen{};
    std::string m_capturePath;
    std::unique_ptr<Capture> m_capture; // before the cable, which writes to it
    std::unique_ptr<Cable> m_cable;
    std::optional<FaultMaker> m_maker;
    FaultBook m_book;
    Fd m_machineTable; // /proc/net/tcp of this machine, loopback place
    std::optional<ProcSampler> m_rows;
    std::optional<InfoSampler> m_infos;
    std::optional<DropWatch> m_drops;
    std::optional<CounterWatch> m_counters; // namespaces place

    Stage m_stage = Stage::Connecting;
    std::array<bool, 2> m_connected{};
    std::array<std::optional<RunTime>, 2> m_armed;
    std::optional<RunTime> m_firstFault;
    std::string m_serverAddress;
    std::vector<std::uint16_t> m_serverPorts; // by pair
    std::vector<int> m_addressless;           // pairs that connect late and have not begun to
    std::vector<RowKey> m_orphans;            // rows whose end is waited for
    std::optional<RunTime> m_deadline; // of connecting, then of the run
    std::optional<RunTime> m_nextRows;
    std::optional<RunTime> m_nextInfo;
    RunTime m_lastRows{0};
    RunTime m_lastFrame{0};
    int m_flushAnswers = 0;
    std::optional<FinishedEvent> m_end;
};

} // namespace halfopen
