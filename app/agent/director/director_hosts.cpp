// SPDX-License-Identifier: GPL-3.0-or-later
// The director and the hosts' programs: messages, arming, deaths, samples.
#include "agent/director/director.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <span>

#include "agent/host/socket_address.h"
#include "core/words.h"

#include <fmt/format.h>

namespace halfopen {

namespace {

constexpr int kMessagesAtOnce = 64; // then the others have their turn
constexpr RunTime kRowPeriod = std::chrono::milliseconds{50};
constexpr RunTime kRowPeriodWhereCostly = std::chrono::milliseconds{100};
constexpr RunTime kCostly = std::chrono::microseconds{750}; // 1.5 % of a core at the faster pace
constexpr int kShareOfACore = 10;                           // a very long table takes one tenth of a core at most
/// While nothing changes: there it is the whole machine's table, 2 to 5 ms with 262,144 buckets.
constexpr int kShareOfACoreOnLoopback = 70;
constexpr RunTime kRowDelayAfterFrame = std::chrono::milliseconds{2}; // the sockets have settled by then
constexpr RunTime kLeastRowPeriod = std::chrono::milliseconds{20};
constexpr RunTime kOrphanPeriod = std::chrono::milliseconds{10}; // the table alone tells of their end
constexpr RunTime kInfoPeriod = std::chrono::milliseconds{100};
constexpr RunTime kInfoPeriodOfMany = std::chrono::seconds{1};
constexpr std::size_t kManyPairs = 250;
constexpr RunTime kMakeWay = std::chrono::milliseconds{10};
constexpr int kMostPeriodsOnHold = 3;

constexpr std::size_t at(Host host)
{
    return host == Host::Client ? 0 : 1;
}

} // namespace

void Director::readHost(Host host)
{
    WireMessage message;
    for (int i = 0; i < kMessagesAtOnce; ++i) {
        const WireRead read = receiveWire(link(host).channel(), message);
        if (read == WireRead::Closed)
            m_channelOpen[at(host)] = false;
        if (read != WireRead::Got)
            return;
        take(host, message);
    }
}

void Director::take(Host host, WireMessage& message)
{
    if (message.kind == WireKind::Lines) {
        m_reporter.factLines(message.text);
        if (m_counters && m_firstFault && m_experiment->pairs.size() == 1) // of several they would not tell whose
            m_counters->lookForOutcome(host, m_experiment->pairs.front().end(host).activity, message.text);
    } else if (message.kind == WireKind::Listening) {
        m_serverPorts.resize(message.text.size() / sizeof(std::uint16_t));
        std::memcpy(m_serverPorts.data(), message.text.data(), m_serverPorts.size() * sizeof(std::uint16_t));
        sendWire(link(Host::Client).channel(), WireKind::Connect, 0, message.text);
    } else if (message.kind == WireKind::Sockets) {
        if (m_book.isKilled(host)) // told before its death: a copy would keep the connection open
            return;
        if (!m_lab) {
            std::vector<int> copies;
            for (const Fd& socket : message.descriptors)
                copies.push_back(socket.get());
            m_janitor.keepSockets(host, copies);
        }
        if (host == Host::Server && !m_uncopied.empty()) {
            for (std::size_t i = 0; i < message.descriptors.size(); ++i) {
                if (m_uncopied.contains(static_cast<std::size_t>(message.number) + i))
                    message.descriptors[i] = Fd{};
            }
        }
        link(host).keepSockets(static_cast<std::size_t>(message.number), std::move(message.descriptors));
    } else if (message.kind == WireKind::Connected) {
        m_connected[at(host)] = true;
        if (m_connected[0] && m_connected[1])
            connectedBoth();
    } else if (message.kind == WireKind::Armed) {
        m_armed[at(host)] = RunTime{message.number};
        if (m_armed[0] && m_armed[1])
            armedBoth();
    } else if (message.kind == WireKind::Child) {
        link(host).addChild(static_cast<pid_t>(message.number));
    } else if (message.kind == WireKind::Closed) {
        letGo(host, static_cast<std::size_t>(message.number));
    } else if (message.kind == WireKind::Done) {
        ++m_flushAnswers;
    } else if (message.kind == WireKind::Failure) {
        fail(fmt::format("{} host", name(host)), Error{static_cast<int>(message.number), message.text});
    }
}

void Director::connectedBoth()
{
    for (const Host host : {Host::Client, Host::Server}) {
        const std::size_t uncopied = host == Host::Server ? m_uncopied.size() : 0;
        if (!link(host).holdsSockets(m_experiment->pairs.size() - uncopied)) // SCM_RIGHTS leaves out what the open files do not allow
            return fail(
                "connect",
                Error{EMFILE,
                      words("core", "Not all sockets of the pairs came to the director: too many files are open "
                                    "on this machine. Close other programs or use fewer pairs.")});
    }
    tellHosts(WireKind::Arm, 0);
    m_stage = Stage::Arming;
    const std::vector<Fd>& sockets = link(Host::Client).sockets();
    for (std::size_t pair = 0; pair < sockets.size(); ++pair) {
        if (m_experiment->pairs[pair].client.activity == Activity::Connect)
            m_addressless.push_back(static_cast<int>(pair));
        else
            m_rows->addPair(static_cast<int>(pair), localAddress(sockets[pair].get()),
                            remoteAddress(sockets[pair].get()));
    }
    m_nextRows = m_clock.now();
    m_nextInfo = m_nextRows;
}

void Director::armedBoth()
{
    m_stage = Stage::Running;
    const RunTime zero = std::max(*m_armed[0], *m_armed[1]);
    m_reporter.fact(Event{zero, StartedEvent{}});
    m_book.start(zero);
    tellHosts(WireKind::Zero, zero.count());
    m_deadline = zero + fromSeconds(m_experiment->timeLimitSeconds);
    tellCounters(CountersEvent::At::Start);
    if (m_experiment->faults.empty()) {
        letGoOfClosing();
        tellOrigin(zero);
    }
}

/// connect() gives a socket its own address.
void Director::learnAddresses(RunTime now)
{
    const std::vector<Fd>& sockets = link(Host::Client).sockets();
    std::erase_if(m_addressless, [&](int pair) {
        const auto index = static_cast<std::size_t>(pair);
        if (index >= sockets.size() || index >= m_serverPorts.size())
            return true; // its program is dead
        const SocketAddress local = localAddress(sockets[index].get());
        if (local.port == 0)
            return false;
        const SocketAddress remote{m_serverAddress, m_serverPorts[index]};
        m_rows->addPair(pair, local, remote);
        m_reporter.fact(
            Event{now, SocketEvent{.pair = pair, .end = Host::Client, .local = local, .remote = remote}});
        return true;
    });
}

/// Ends that are about to close() their socket must be the last to do so.
void Director::letGoOfClosing()
{
    for (const Host host : {Host::Client, Host::Server}) {
        HostLink& program = link(host);
        bool isAnyClosing = false;
        for (std::size_t pair = 0; pair < program.sockets().size(); ++pair) {
            if (m_experiment->pairs[pair].end(host).activity != Activity::Close)
                continue;
            const int socket = program.sockets()[pair].get();
            isAnyClosing = true;
            m_orphans.emplace_back(localAddress(socket), remoteAddress(socket));
            program.closeSocket(pair);
        }
        if (isAnyClosing)
            keepOnlyOurs(host);
    }
}

/// A program has closed its socket by itself: our copy would keep the connection open.
void Director::letGo(Host host, std::size_t pair)
{
    HostLink& program = link(host);
    if (pair >= program.sockets().size() || !program.sockets()[pair].isOpen())
        return;
    program.closeSocket(pair);
    keepOnlyOurs(host);
}

/// The janitor forgets the copies that we have closed.
void Director::keepOnlyOurs(Host host)
{
    if (m_lab)
        return;
    std::vector<int> ours;
    for (const Fd& socket : link(host).sockets()) {
        if (socket.isOpen()) // some hosts hold theirs alone
            ours.push_back(socket.get());
    }
    m_janitor.releaseSockets(host);
    for (std::size_t first = 0; first < ours.size(); first += kMaxWireDescriptors)
        m_janitor.keepSockets(host, std::span{ours}.subspan(first, std::min(kMaxWireDescriptors, ours.size() - first)));
}

void Director::tellHosts(WireKind kind, std::int64_t number)
{
    for (std::size_t i = 0; i < m_hosts.size(); ++i) {
        if (m_channelOpen[i])
            sendWire(m_hosts[i].channel(), kind, number);
    }
}

void Director::tellOrigin(RunTime origin)
{
    tellHosts(WireKind::Origin, origin.count());
}

void Director::noteDeath(Host host)
{
    const pid_t pid = link(host).pid();
    const std::optional<int> signal = link(host).takeEnd();
    if (!signal)
        return;
    while (m_channelOpen[at(host)])
        readHost(host);
    m_reporter.fact(ProcessEvent{.host = host, .what = ProcessEvent::What::Ended, .pid = pid, .signal = *signal});
    if (m_book.isKilled(host))
        return;
    const std::string how =
        *signal != 0 ? fmt::format(words("core", "was ended by signal {}"), *signal) : words("core", "ended by itself");
    fail(fmt::format("{} host", name(host)),
         Error{0, fmt::format(
                      words("core", "The {}'s program {} although no fault asked for it. Run the experiment again."),
                      name(host), how)});
}

/// A long table takes long to read, and many sockets long to ask: not now if a fault would be late for it, but after that.
/// Where fault follows fault it is read all the same now and then.
std::optional<RunTime> Director::makeWay(RunTime now) const
{
    const RunTime cost = m_rows->cost();
    const std::optional<RunTime> due = m_book.nextDue();
    if (!due || cost <= kCostly || *due - now > 2 * cost + kMakeWay || now - m_lastRows > kMostPeriodsOnHold * kShareOfACore * cost)
        return std::nullopt;
    return *due + kMakeWay;
}

void Director::sampleRows(RunTime now)
{
    m_lastRows = now;
    m_nextRows = now + kRowPeriodWhereCostly;
    if (!m_reporter.wantsSamples())
        return;
    learnAddresses(now);
    if (const Result<void> sampled = m_rows->sample(); !sampled)
        m_reporter.fact(NoteEvent{sampled.error().message});
    std::erase_if(m_orphans, [this](const RowKey& row) { return !m_rows->shows(row); });
    const bool isIdle = m_orphans.empty();
    const RunTime quick = isIdle ? kRowPeriod : kOrphanPeriod;
    const RunTime period = m_rows->cost() > kCostly && isIdle ? kRowPeriodWhereCostly : quick;
    m_nextRows = now + std::max(period, m_rows->cost() * (m_lab || !isIdle ? kShareOfACore : kShareOfACoreOnLoopback));
}

void Director::sampleInfo(RunTime now)
{
    m_nextInfo = now + (m_experiment->pairs.size() > kManyPairs ? kInfoPeriodOfMany : kInfoPeriod);
    if (m_drops)
        m_drops->look();
    if (!m_reporter.wantsSamples())
        return;
    bool changed = false;
    for (const Host host : {Host::Client, Host::Server})
        changed = m_infos->sample(host, link(host)) || changed;
    if (changed && !m_lab) // no cable tells of segments there
        hastenRows(now);
}

void Director::tellCounters(CountersEvent::At at)
{
    if (m_counters)
        m_counters->tell(at);
}

void Director::hastenRows(RunTime wanted)
{
    if (m_nextRows)
        m_nextRows = std::min(*m_nextRows,
                              std::max(wanted, m_lastRows + std::max(kLeastRowPeriod, m_rows->cost() * kShareOfACore)));
}

void Director::takeFromCable()
{
    for (const Event& event : m_cable->take())
        m_reporter.fact(event);
    const RunTime frame = m_cable->lastFrame();
    if (frame <= m_lastFrame)
        return;
    m_lastFrame = frame;
    hastenRows(frame + kRowDelayAfterFrame);
}

} // namespace halfopen
