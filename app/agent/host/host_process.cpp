// SPDX-License-Identifier: GPL-3.0-or-later
// The program of one host: all ends of its side, in a process of its own so that kill and freeze are real.
#include "agent/host/host_process.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <poll.h>
#include <span>
#include <unistd.h>

#include "agent/host/endpoint_activities.h"
#include "agent/base/event_batch.h"
#include "agent/host/host_connector.h"
#include "agent/base/host_wire.h"
#include "agent/base/process.h"
#include "agent/host/option_setter.h"
#include "agent/host/small_thread.h"
#include "agent/host/socket_address.h"
#include "core/words.h"

namespace halfopen {

namespace {

/// How often calls are looked at that may have become slow; half of kShortCall.
constexpr RunTime kLookPeriod = std::chrono::milliseconds{25};

class HostProcess final
{
public:
    explicit HostProcess(const HostSetup& setup)
        : m_setup(setup), m_context(setup.host, setup.clock, static_cast<int>(setup.experiment->pairs.size()), setup.channel)
    {
        if (setup.lab == nullptr)
            m_context.longestRun = fromSeconds(setup.experiment->timeLimitSeconds);
        const std::vector<Pair>& pairs = setup.experiment->pairs;
        m_runs.reserve(pairs.size());
        for (std::size_t i = 0; i < pairs.size(); ++i)
            m_runs.push_back(std::make_unique<EndpointRun>(m_context, static_cast<int>(i), pairs[i]));
    }

    [[nodiscard]] Result<void> connect() { return m_setup.host == Host::Server ? serve() : call(); }
    [[nodiscard]] Result<void> startThreads();
    void tellConnected();
    /// Until the channel closes.
    void obey();

private:
    [[nodiscard]] Result<void> serve();
    [[nodiscard]] Result<void> call();
    void waitUntilNextTask(std::span<pollfd> waits);
    void act(const WireMessage& command);
    void arm();
    void look(RunTime now);
    void passOn();

    const HostSetup& m_setup;
    HostContext m_context;
    EndpointRuns m_runs;
    OptionSetter m_options{m_runs};
    std::vector<EndpointRun*> m_callers; // ends that make calls
    std::vector<EndpointRun*> m_epollRuns;
    RunTime m_nextLook{0};
    bool m_toldArmed = false;
};

Result<void> HostProcess::startThreads()
{
    for (const std::unique_ptr<EndpointRun>& run : m_runs) {
        const Activity activity = run->plan.activity;
        if (!makesNoCalls(activity))
            m_callers.push_back(run.get());
        if (activity == Activity::Epoll && !blocksAlone(*run))
            m_epollRuns.push_back(run.get());
        if (!blocksAlone(*run))
            continue;
        if (Result<void> started = startSmallThread([end = run.get()] { runBlocking(*end); }); !started)
            return started.error();
    }
    if (m_epollRuns.empty())
        return {};
    return startSmallThread([this] { runEpoll(m_epollRuns); });
}

Result<void> HostProcess::serve()
{
    const Result<std::vector<std::uint16_t>> ports = openListeners(m_setup, m_runs);
    if (!ports)
        return ports.error();
    const std::string_view bytes{reinterpret_cast<const char*>(ports->data()), ports->size() * sizeof(std::uint16_t)};
    sendWire(m_setup.channel, WireKind::Listening, 0, bytes);
    return acceptAll(m_runs);
}

Result<void> HostProcess::call()
{
    if (Result<void> opened = openSockets(m_setup, m_runs); !opened)
        return opened.error();
    WireMessage command;
    do {
        pollfd wait{m_setup.channel, POLLIN, 0};
        ::poll(&wait, 1, -1);
        if (receiveWire(m_setup.channel, command) == WireRead::Closed)
            return Error{0, words("core", "The director is gone.")};
    } while (command.kind != WireKind::Connect);
    std::vector<std::uint16_t> ports(command.text.size() / sizeof(std::uint16_t));
    std::memcpy(ports.data(), command.text.data(), ports.size() * sizeof(std::uint16_t));
    return connectAll(ports, m_setup, m_runs);
}

void HostProcess::tellConnected()
{
    EventBatch batch{m_setup.channel};
    const RunTime now = m_setup.clock.now();
    for (const std::unique_ptr<EndpointRun>& run : m_runs) {
        if (run->connectsLate)
            continue;
        batch.add(Event{now, SocketEvent{.pair = run->pair,
                                         .end = m_setup.host,
                                         .local = localAddress(run->socket.get()),
                                         .remote = remoteAddress(run->socket.get())}});
    }
    batch.send();
    std::vector<int> copies;
    for (std::size_t first = 0; first < m_runs.size(); first += copies.size()) {
        copies.clear();
        for (std::size_t i = first; i < m_runs.size() && copies.size() < kMaxWireDescriptors; ++i)
            copies.push_back(m_runs[i]->listener.isOpen() ? m_runs[i]->listener.get() : m_runs[i]->socket.get());
        sendWire(m_setup.channel, WireKind::Sockets, static_cast<std::int64_t>(first), {}, copies);
    }
    sendWire(m_setup.channel, WireKind::Connected);
}

void HostProcess::obey()
{
    WireMessage command;
    while (true) {
        std::array<pollfd, 2> waits{pollfd{m_setup.channel, POLLIN, 0},
                                    pollfd{m_context.queue.readyDescriptor(), POLLIN, 0}};
        waitUntilNextTask(waits);
        m_options.setDue(m_setup.clock.now());
        WireRead read = WireRead::Got;
        while ((read = receiveWire(m_setup.channel, command)) == WireRead::Got)
            act(command);
        if (read == WireRead::Closed)
            return;
        if (const RunTime now = m_setup.clock.now(); now >= m_nextLook) {
            look(now);
            m_nextLook = now + kLookPeriod;
        }
        passOn();
    }
}

/// Until something comes, a call may have become slow, or options are to be set: to the microsecond.
void HostProcess::waitUntilNextTask(std::span<pollfd> waits)
{
    std::optional<RunTime> wait;
    if (!m_callers.empty())
        wait = kLookPeriod;
    if (const std::optional<RunTime> due = m_options.nextDue())
        wait = std::clamp(*due - m_setup.clock.now(), RunTime{0}, wait.value_or(RunTime::max()));
    timespec limit{};
    if (wait) {
        const auto whole = std::chrono::floor<std::chrono::seconds>(*wait);
        limit = timespec{static_cast<time_t>(whole.count()), static_cast<long>((*wait - whole).count())};
    }
    ::ppoll(waits.data(), waits.size(), wait ? &limit : nullptr, nullptr);
}

void HostProcess::act(const WireMessage& command)
{
    if (command.kind == WireKind::Arm) {
        arm();
    } else if (command.kind == WireKind::Origin) {
        m_context.gate.setOrigin(RunTime{command.number});
    } else if (command.kind == WireKind::Zero) {
        m_options.start(RunTime{command.number});
    } else if (command.kind == WireKind::SetOption) {
        if (const Result<AgentCommand> parsed = parseCommand(command.text); parsed)
            if (const auto* set = std::get_if<SetOptionCommand>(&*parsed))
                m_options.obey(*set);
    } else if (command.kind == WireKind::Flush) {
        look(m_setup.clock.now() + kBurstSpan); // nothing folded is younger than that
        passOn();
        sendWire(m_setup.channel, WireKind::Done);
    }
}

void HostProcess::passOn()
{
    const std::optional<RunTime> armed = m_context.armed.complete();
    {
        EventBatch batch{m_setup.channel};
        for (const Event& event : m_context.queue.take())
            batch.add(event);
    }
    if (armed && !m_toldArmed) {
        m_toldArmed = true;
        sendWire(m_setup.channel, WireKind::Armed, armed->count());
    }
}

void HostProcess::arm()
{
    m_context.gate.arm();
    for (const std::unique_ptr<EndpointRun>& run : m_runs) {
        if (makesNoCalls(run->plan.activity) && !blocksAlone(*run))
            run->tellArmed();
    }
}

void HostProcess::look(RunTime now)
{
    for (EndpointRun* run : m_callers)
        run->teller.look(now);
}

Result<void> prepareProcess(const HostSetup& setup)
{
    setProcessName(setup.host == Host::Client ? "halfopen-client" : "halfopen-server");
    ignoreTerminalSignals();
    leaveStandardStreams();
    Result<void> entered;
    if (setup.lab != nullptr)
        entered = setup.lab->enter(setup.host);
    const std::array kept{setup.channel};
    closeDescriptorsBut(kept);
    return entered;
}

} // namespace

void runHostProcess(const HostSetup& setup)
{
    if (!dieWithParent(setup.director))
        ::_exit(0);
    // It lives as long as its threads, which end with the process.
    static HostProcess* process = nullptr;
    Result<void> ready = prepareProcess(setup);
    if (ready) {
        process = std::make_unique<HostProcess>(setup).release();
        ready = process->startThreads();
    }
    if (ready)
        ready = process->connect();
    if (ready) {
        process->tellConnected();
        process->obey();
        ::_exit(0);
    }
    sendWire(setup.channel, WireKind::Failure, ready.error().code, ready.error().message);
    pollfd wait{setup.channel, POLLIN, 0};
    ::poll(&wait, 1, -1); // the director ends this process
    ::_exit(1);
}

} // namespace halfopen
