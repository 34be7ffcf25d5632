// SPDX-License-Identifier: GPL-3.0-or-later
// The director's beginning: place, processes, cable.
#include "agent/director/director.h"

#include <algorithm>
#include <fcntl.h>
#include <set>

#include "agent/director/greeting.h"
#include "agent/director/place_choice.h"
#include "agent/base/process.h"
#include "agent/base/qt_program.h"
#include "core/words.h"

#include <fmt/format.h>

namespace halfopen {

namespace {

constexpr RunTime kConnectLimit = std::chrono::seconds{30};
constexpr RunTime kConnectLimitAPair = std::chrono::milliseconds{10}; // ten times the pace of many pairs
constexpr rlim_t kOwnDescriptors = 64;                                // beside the sockets
constexpr std::size_t kOneMessage = 253;                              // SCM_MAX_FD: so many come at once

std::string_view loopbackAddress(Family family)
{
    return family == Family::Ipv4 ? "127.0.0.1" : "::1";
}

std::size_t idleServers(const Experiment& experiment)
{
    return static_cast<std::size_t>(std::ranges::count(
        experiment.pairs, Activity::Hold, [](const Pair& pair) { return pair.server.activity; }));
}

/// The last `count` pairs whose server only holds its connection.
std::set<std::size_t> lastIdleServers(const Experiment& experiment, std::size_t count)
{
    std::set<std::size_t> found;
    for (std::size_t pair = experiment.pairs.size(); pair > 0 && found.size() < count; --pair) {
        if (experiment.pairs[pair - 1].server.activity == Activity::Hold)
            found.insert(pair - 1);
    }
    return found;
}

/// How many of the sockets the director has no descriptors for: it holds copies of both ends'.
std::size_t missingDescriptors(std::size_t pairs, rlim_t allowed)
{
    const std::size_t wanted = 2 * pairs + kOwnDescriptors;
    return wanted <= allowed ? 0 : wanted + kOneMessage - static_cast<std::size_t>(allowed);
}

Error tooFewDescriptors(std::size_t pairs, rlim_t allowed)
{
    return Error{
        0, fmt::format(
               words("core",
                     "{} pairs need {} open files, but this machine allows {} a process (ulimit -Hn). Raise that limit "
                     "or use fewer pairs."),
               pairs, 2 * pairs + kOwnDescriptors, allowed)};
}

Result<void> checkQtProgram(const Experiment& experiment)
{
    const bool isWanted = std::ranges::any_of(experiment.pairs, [](const Pair& pair) {
        return pair.client.activity == Activity::Qt || pair.server.activity == Activity::Qt;
    });
    if (!isWanted || !qtProgram().empty())
        return {};
    return Error{0, words("core", "The activity qt needs the program halfopen-qt-end beside the agent. Install Halfopen "
                                  "with Qt, or use another activity.")};
}

} // namespace

void Director::start()
{
    const std::size_t pairs = m_experiment->pairs.size();
    const rlim_t allowed = raiseDescriptorLimit();
    const std::size_t missing = missingDescriptors(pairs, allowed);
    if (missing > idleServers(*m_experiment)) // nobody can do without the copy of an end that is to notice
        return refuse(tooFewDescriptors(pairs, allowed));
    if (const Result<void> there = checkQtProgram(*m_experiment); !there)
        return refuse(there.error());
    Result<ChosenPlace> chosen = choosePlace(*m_experiment);
    if (!chosen)
        return refuse(chosen.error());
    m_lab = std::move(chosen->lab);
    if (missing > 0 && !m_lab) // there each end is made deaf through its copy
        return refuse(tooFewDescriptors(pairs, allowed));
    m_uncopied = lastIdleServers(*m_experiment, missing);
    tellPlace(chosen->why);
    if (missing > 0)
        m_reporter.fact(NoteEvent{fmt::format(
            words("core", "This machine allows {} open files a process (ulimit -Hn): of {} servers that only hold their "
                          "connection TCP_INFO is not read."),
            allowed, missing)});
    if (const Result<void> opened = openCapture(); !opened)
        return refuse(opened.error());
    m_book = FaultBook{m_experiment->faults};
    if (const Result<void> started = startHosts(); !started)
        return fail("start", started.error());
    if (m_lab) {
        if (m_capture)
            m_capture->begin(*m_lab, m_clock, "Linux " + helloOfThisMachine().kernelRelease, *m_experiment);
        Result<std::unique_ptr<Cable>> cable = Cable::open(*m_lab, m_clock, static_cast<int>(pairs), m_capture.get());
        if (!cable)
            return fail("cable", cable.error());
        m_cable = std::move(*cable);
    }
    m_maker.emplace(FaultStage{.hosts = &m_hosts,
                               .lab = lab(),
                               .cable = m_cable.get(),
                               .janitor = &m_janitor,
                               .family = m_experiment->family,
                               .clock = m_clock});
    startSamplers();
    m_deadline = m_clock.now() + kConnectLimit + kConnectLimitAPair * static_cast<std::int64_t>(pairs);
}

Result<void> Director::openCapture()
{
    if (m_capturePath.empty())
        return {};
    if (!m_lab)
        return Error{0, words("core", "The loopback place has no cable whose packets could be recorded; a capture needs the "
                                      "place 'namespaces'.")};
    Result<std::unique_ptr<Capture>> capture = Capture::create(m_capturePath);
    if (!capture)
        return capture.error();
    m_capture = std::move(*capture);
    return {};
}

void Director::tellPlace(const std::string& why)
{
    m_reporter.fact(PlaceEvent{.place = m_lab ? PlaceKind::Namespaces : PlaceKind::Loopback, .why = why});
    m_reporter.fact(m_lab ? SysctlEvent{m_lab->sysctlInForce(), m_experiment->congestionControl} : sysctlsOfThisMachine());
    m_reporter.writeSome();
}

Result<void> Director::startHosts()
{
    Result<Janitor> janitor = Janitor::start(lab());
    if (!janitor)
        return janitor.error();
    m_janitor = std::move(*janitor);
    const auto addressOf = [this](Host host) {
        return m_lab ? m_lab->host(host).address : std::string{loopbackAddress(m_experiment->family)};
    };
    m_serverAddress = addressOf(Host::Server);
    for (const Host host : {Host::Server, Host::Client}) {
        Result<HostLink> started = HostLink::start(HostSetup{.host = host,
                                                             .experiment = &*m_experiment,
                                                             .lab = lab(),
                                                             .serverAddress = m_serverAddress,
                                                             .clock = m_clock});
        if (!started)
            return started.error();
        link(host) = std::move(*started);
        m_channelOpen[host == Host::Client ? 0 : 1] = true;
        m_reporter.fact(ProcessEvent{
            .host = host, .what = ProcessEvent::What::Started, .pid = link(host).pid(), .address = addressOf(host)});
    }
    const std::array pidfds{m_hosts[0].pidfd(), m_hosts[1].pidfd()};
    m_janitor.watchProcesses(pidfds);
    return {};
}

void Director::startSamplers()
{
    m_infos.emplace(m_reporter, m_clock, m_experiment->pairs.size());
    if (m_lab) {
        m_rows.emplace(m_reporter, m_clock, m_lab->host(Host::Client).procNetTcp.get(),
                       m_lab->host(Host::Server).procNetTcp.get());
        m_counters.emplace(m_reporter, m_clock, *m_lab);
        return;
    }
    const char* path =
        m_experiment->family == Family::Ipv4 ? "/proc/thread-self/net/tcp" : "/proc/thread-self/net/tcp6";
    m_machineTable = Fd{::open(path, O_RDONLY | O_CLOEXEC)};
    m_rows.emplace(m_reporter, m_clock, m_machineTable.get());
    m_drops.emplace(m_reporter);
}

} // namespace halfopen
