// SPDX-License-Identifier: GPL-3.0-or-later
// The director's loop: commands, signals and time.
#include "agent/director/director.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <sys/signalfd.h>
#include <sys/timerfd.h>
#include <unistd.h>

#include "agent/director/greeting.h"
#include "agent/base/process.h"
#include "core/experiment_codec.h"
#include "core/words.h"

#include <fmt/format.h>

namespace halfopen {

namespace {

constexpr std::size_t kMaxCommandBytes = kMaxExperimentBytes + 64 * 1024;
constexpr int kExitRefused = 3;
constexpr int kExitFailed = 4;
constexpr RunTime kStarved = std::chrono::milliseconds{50}; // the contract's limit for a timer of the agent

Fd openSignals()
{
    sigset_t signals{};
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    ::sigprocmask(SIG_BLOCK, &signals, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
    return Fd{::signalfd(-1, &signals, SFD_CLOEXEC | SFD_NONBLOCK)};
}

int exitStatus(const FinishedEvent& end)
{
    switch (end.why) {
    case FinishedEvent::Why::Refused:
        return kExitRefused;
    case FinishedEvent::Why::Failed:
        return kExitFailed;
    case FinishedEvent::Why::Asked:
    case FinishedEvent::Why::TimeLimit:
    case FinishedEvent::Why::Cancelled:
        break;
    }
    return 0;
}

} // namespace

Director::Director() : m_reporter(STDOUT_FILENO, m_clock), m_input(kMaxCommandBytes) {}

int Director::run()
{
    m_signals = openSignals();
    m_timer = Fd{::timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC | TFD_NONBLOCK)};
    m_reporter.fact(helloOfThisMachine());
    awaitExperiment();
    if (!m_end)
        start();
    while (!m_end)
        watchOnce();
    clearAway();
    m_reporter.fact(*m_end);
    m_reporter.writeAll(std::chrono::seconds{10}); // a reader that does not read for so long is gone
    return exitStatus(*m_end);
}

void Director::awaitExperiment()
{
    while (!m_end && !m_experiment) {
        m_reporter.writeSome();
        std::array<pollfd, 2> waits{pollfd{STDIN_FILENO, POLLIN, 0}, pollfd{m_signals.get(), POLLIN, 0}};
        ::poll(waits.data(), waits.size(), -1);
        if (waits[1].revents != 0)
            finish(FinishedEvent{.why = FinishedEvent::Why::Cancelled});
        else if (waits[0].revents != 0)
            readInput();
    }
}

void Director::readInput()
{
    std::array<char, 64 * 1024> bytes{};
    const ssize_t got = ::read(STDIN_FILENO, bytes.data(), bytes.size());
    if (got < 0 && (errno == EINTR || errno == EAGAIN))
        return;
    if (got <= 0)
        return finish(FinishedEvent{.why = FinishedEvent::Why::Cancelled});
    std::vector<std::string> lines;
    const bool sound = m_input.feed({bytes.data(), static_cast<std::size_t>(got)}, lines);
    for (std::string& line : lines)
        obeyLine(line);
    if (!sound)
        refuse(
            Error{0, words("core", "A command line was longer than this agent takes. Make the experiment smaller.")});
}

void Director::obeyLine(const std::string& line)
{
    const Result<AgentCommand> command = parseCommand(line);
    if (command)
        return std::visit([this](const auto& known) { obey(known); }, *command);
    if (!m_experiment)
        refuse(command.error());
    else
        m_reporter.fact(
            NoteEvent{fmt::format(words("core", "A command was not understood: {}"), command.error().message)});
}

void Director::obey(const RunCommand& command)
{
    if (m_experiment) {
        m_reporter.fact(
            NoteEvent{words("core", "A second experiment was sent and left out: one agent makes one run.")});
    } else {
        m_experiment = command.experiment;
        m_capturePath = command.capture;
    }
}

void Director::obey(const FaultCommand& command)
{
    const int id = m_book.add(command.fault);
    makeFault(id, std::nullopt);
}

void Director::obey(const HealCommand& command)
{
    healFault(command.id, std::nullopt);
}

void Director::obey(const SetOptionCommand& command)
{
    const std::size_t host = command.end == Host::Client ? 0 : 1;
    if (!m_book.isStarted() || static_cast<std::size_t>(command.pair) >= m_experiment->pairs.size() || !m_channelOpen[host])
        return m_reporter.fact(NoteEvent{
            fmt::format(words("core", "The options of pair number {} could not be changed: {}"), command.pair + 1,
                        m_book.isStarted() ? words("core", "There is no such pair, or its program is dead.")
                                           : words("core", "The pairs are not armed yet."))});
    sendWire(m_hosts[host].channel(), WireKind::SetOption, 0, writeCommand(command));
}

void Director::obey(const FinishCommand& command)
{
    finish(FinishedEvent{.why = command.cancelled ? FinishedEvent::Why::Cancelled : FinishedEvent::Why::Asked});
}

void Director::watchOnce()
{
    const RunTime entered = m_clock.now();
    const std::optional<RunTime> due = nextDue();
    armTimer();
    const auto hostChannel = [this](std::size_t i) { return m_channelOpen[i] ? m_hosts[i].channel() : -1; };
    const auto hostProcess = [this](std::size_t i) { return m_hosts[i].isAlive() ? m_hosts[i].pidfd() : -1; };
    std::array<pollfd, 9> waits{
        pollfd{STDIN_FILENO, POLLIN, 0},
        pollfd{m_signals.get(), POLLIN, 0},
        pollfd{m_timer.get(), POLLIN, 0},
        pollfd{m_reporter.hasWaiting() ? STDOUT_FILENO : -1, POLLOUT, 0},
        pollfd{hostChannel(0), POLLIN, 0},
        pollfd{hostChannel(1), POLLIN, 0},
        pollfd{hostProcess(0), POLLIN, 0},
        pollfd{hostProcess(1), POLLIN, 0},
        pollfd{m_cable ? m_cable->readyDescriptor() : -1, POLLIN, 0},
    };
    ::poll(waits.data(), waits.size(), -1);
    const RunTime now = m_clock.now();
    // Only what was still to come when the waiting began tells of a starved machine and not of our own work.
    if (due && entered <= *due && now - *due > kStarved)
        noteLate(words("core", "director"), *due, now);
    actOnTime(now);
    if (waits[1].revents != 0)
        finish(FinishedEvent{.why = FinishedEvent::Why::Cancelled});
    for (std::size_t i = 0; i < m_hosts.size(); ++i) {
        const Host host = i == 0 ? Host::Client : Host::Server;
        if (waits[4 + i].revents != 0)
            readHost(host);
        if (waits[6 + i].revents != 0)
            noteDeath(host);
    }
    if (waits[8].revents != 0)
        takeFromCable();
    if (waits[0].revents != 0)
        readInput();
    m_reporter.writeSome();
    if (m_reporter.isBroken())
        finish(FinishedEvent{.why = FinishedEvent::Why::Cancelled});
}

std::optional<RunTime> Director::nextDue() const
{
    std::optional<RunTime> next;
    for (const std::optional<RunTime>& at : {m_book.nextDue(), m_deadline, m_nextRows, m_nextInfo}) {
        if (at && (!next || *at < *next))
            next = at;
    }
    return next;
}

void Director::armTimer()
{
    const std::optional<RunTime> due = nextDue();
    if (due == m_armedFor)
        return;
    m_armedFor = due;
    itimerspec setting{};
    if (due) {
        const RunTime absolute = std::max(m_clock.zero() + *due, RunTime{1}); // 0 would switch it off
        const auto whole = std::chrono::floor<std::chrono::seconds>(absolute);
        setting.it_value = timespec{static_cast<time_t>(whole.count()), static_cast<long>((absolute - whole).count())};
    }
    ::timerfd_settime(m_timer.get(), TFD_TIMER_ABSTIME, &setting, nullptr);
}

void Director::actOnTime(RunTime now)
{
    for (const FaultBook::Due& due : m_book.takeDue(now)) {
        if (due.heal)
            healFault(due.id, due.at);
        else
            makeFault(due.id, due.at);
    }
    const bool samples = (m_nextRows && *m_nextRows <= now) || (m_nextInfo && *m_nextInfo <= now);
    if (const std::optional<RunTime> later = samples ? makeWay(now) : std::nullopt) {
        m_nextRows = std::max(*m_nextRows, *later);
        m_nextInfo = std::max(*m_nextInfo, *later);
    }
    if (m_nextRows && *m_nextRows <= now)
        sampleRows(now);
    if (m_nextInfo && *m_nextInfo <= now)
        sampleInfo(now);
    if (!m_deadline || *m_deadline > now)
        return;
    if (m_stage == Stage::Running)
        finish(FinishedEvent{.why = FinishedEvent::Why::TimeLimit});
    else
        fail("connect",
             Error{0,
                   words("core",
                         "The pairs could not be connected in time. The machine may be overloaded; try fewer pairs.")});
}

} // namespace halfopen
