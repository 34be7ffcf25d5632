// SPDX-License-Identifier: GPL-3.0-or-later
// Two hosts and the router between them, as network namespaces of our own.
#include "agent/lab/lab.h"

#include "agent/lab/links.h"
#include "agent/lab/namespaces.h"
#include "agent/base/run_clock.h"
#include "agent/lab/socket_destroy.h"
#include "agent/lab/sysctl.h"
#include "agent/base/system_error.h"
#include "core/words.h"

#include <fmt/format.h>

#include <fcntl.h>
#include <linux/netlink.h>
#include <sched.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <ctime>

namespace halfopen {

namespace {

const std::string kHostLink = "e0";

/// What one side of the lab is called and where it lives. Indexes differ from end to end, see createVethPair().
struct SidePlan
{
    LinkEnd router;
    LinkEnd host;
    std::string hostIpv4;
    std::string nextIpv4; // the gateway, for which only the cable answers: the router's interfaces have no address
    std::string hostIpv6;
    std::string nextIpv6;
};

SidePlan planOf(Host host, bool direct)
{
    SidePlan client{{"to-client", 101, {0x02, 0x00, 0x0a, 0x00, 0x01, 0x01}},
                    {kHostLink, 11, {0x02, 0x00, 0x0a, 0x00, 0x01, 0x02}},
                    "10.0.1.2", "10.0.1.1", "fd00:1::2", "fd00:1::1"};
    SidePlan server{{"to-server", 102, {0x02, 0x00, 0x0a, 0x00, 0x02, 0x01}},
                    {kHostLink, 12, {0x02, 0x00, 0x0a, 0x00, 0x02, 0x02}},
                    "10.0.2.2", "10.0.2.1", "fd00:2::2", "fd00:2::1"};
    if (direct) {
        client.hostIpv4 = server.nextIpv4 = "10.0.0.1";
        server.hostIpv4 = client.nextIpv4 = "10.0.0.2";
        client.hostIpv6 = server.nextIpv6 = "fd00::1";
        server.hostIpv6 = client.nextIpv6 = "fd00::2";
    }
    return host == Host::Client ? client : server;
}

constexpr int kLoopbackIndex = 1;

Result<Fd> openProc(const std::string& path)
{
    Fd file{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
    if (!file.isOpen())
        return systemError(errno, fmt::format(words("core", "open {}"), path));
    return file;
}

Error atStage(const std::string& stage, const Error& error)
{
    return Error{error.code, fmt::format(words("core", "The lab's {} failed. {}"), stage, error.message)};
}

/// Receive drops of every interface but lo: the fourth number after the name (net/core/net-procfs.c, dev_seq_printf_stats()).
std::int64_t receiveDrops(const Fd& procNetDev, std::string_view link)
{
    std::array<char, 4096> buffer{};
    const ssize_t got = ::pread(procNetDev.get(), buffer.data(), buffer.size(), 0);
    std::string_view text{buffer.data(), got > 0 ? static_cast<std::size_t>(got) : 0};
    const std::string wanted = std::string{link} + ":";
    const std::size_t at = text.find(wanted);
    if (at == std::string_view::npos)
        return 0;
    text.remove_prefix(at + wanted.size());
    std::int64_t value = 0;
    for (int column = 0; column < 4; ++column) {
        text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
        const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
        if (read.ec != std::errc{})
            return 0;
        text.remove_prefix(static_cast<std::size_t>(read.ptr - text.data()));
    }
    return value;
}

} // namespace

Result<Lab> Lab::build(const LabPlan& plan)
{
    if (const Result<void> known = checkSysctlsExist(plan.sysctl); !known)
        return known.error();
    Lab lab;
    lab.m_isDirect = plan.path == PathKind::Direct;
    lab.m_asksNeighbours = plan.neighbours == Neighbours::Real;
    if (const Result<void> entered = enterOwnNamespaces(); !entered)
        return atStage("namespaces", entered.error());
    if (const Result<void> known = checkCongestionControl(plan.congestionControl); !known)
        return known.error();
    if (const Result<void> made = lab.makeRouter(); !made)
        return atStage("router", made.error());
    for (const Host host : {Host::Client, Host::Server})
        if (const Result<void> made = lab.makeHost(host, plan); !made)
            return atStage(std::string{name(host)} + " host", made.error());
    for (const Host host : {Host::Client, Host::Server})
        if (const Result<void> up = lab.awaitCarrier(host, true); !up)
            return atStage(std::string{name(host)} + " link", up.error());
    return lab;
}

Result<void> Lab::makeRouter()
{
    if (const Result<void> set = setRouterStack(); !set)
        return set;
    Result<Fd> netns = currentNetwork();
    if (!netns)
        return netns.error();
    m_router = std::move(*netns);
    Result<NetlinkSocket> route = NetlinkSocket::open(NETLINK_ROUTE);
    if (!route)
        return route.error();
    m_routerRoute = std::move(*route);
    Result<Fd> control = openControlSocket();
    if (!control)
        return control.error();
    m_routerControl = std::move(*control);
    Result<Fd> dev = openProc("/proc/thread-self/net/dev");
    if (!dev)
        return dev.error();
    m_routerProcNetDev = std::move(*dev);
    return setLinkUp(m_routerRoute, kLoopbackIndex, true, words("core", "set the router's loopback interface up"));
}

Result<void> Lab::makeHost(Host host, const LabPlan& plan)
{
    const SidePlan side = planOf(host, m_isDirect);
    LabHost& made = m_hosts[slotOf(host)];
    made.address = plan.family == Family::Ipv4 ? side.hostIpv4 : side.hostIpv6;
    made.gateway = plan.family == Family::Ipv4 ? side.nextIpv4 : side.nextIpv6;
    made.routerLink = side.router.name;
    made.mac = side.host.mac;
    made.routerMac = side.router.mac;
    made.routerIndex = side.router.index;
    Result<Fd> netns = makeNetwork();
    if (!netns)
        return netns.error();
    made.netns = std::move(*netns);
    {
        // Before the interface appears: it inherits these settings.
        const NetworkVisit visit{made.netns, m_router};
        if (!visit.entered())
            return visit.entered();
        if (const Result<void> set = setIpv6(plan.family == Family::Ipv6); !set)
            return set;
        Result<std::map<std::string, std::int64_t>> stack = setHostStack(plan.sysctl, plan.congestionControl);
        if (!stack)
            return stack.error();
        if (host == Host::Client)
            m_sysctlInForce = std::move(*stack);
    }
    if (const Result<void> pair = createVethPair(m_routerRoute, side.router, side.host, made.netns.get()); !pair)
        return pair;
    if (const Result<void> up =
            setLinkUp(m_routerRoute, side.router.index, true, words("core", "set the router's link up"));
        !up)
        return up;
    const NetworkVisit visit{made.netns, m_router};
    if (!visit.entered())
        return visit.entered();
    return configureHost(host, plan);
}

Result<void> Lab::configureHost(Host host, const LabPlan& plan)
{
    const SidePlan side = planOf(host, m_isDirect);
    const bool ipv4 = plan.family == Family::Ipv4;
    const int family = ipv4 ? AF_INET : AF_INET6;
    LabHost& made = m_hosts[slotOf(host)];
    Wiring& wiring = m_wiring[slotOf(host)];

    if (const Result<void> set = setNeighbourTimes(kHostLink, !ipv4); !set)
        return set;
    Result<HostNetwork> network =
        HostNetwork::make({.link = kHostLink,
                           .index = side.host.index,
                           .own = IpAddress::parse(family, made.address),
                           .prefixLength = ipv4 ? 24 : 64,
                           .nextHop = IpAddress::parse(family, made.gateway),
                           .nextHopMac = m_isDirect ? planOf(otherHost(host), true).host.mac : side.router.mac,
                           .routed = !m_isDirect,
                           .pinned = !m_asksNeighbours});
    if (!network)
        return network.error();
    wiring.network = std::make_unique<HostNetwork>(std::move(*network));

    Result<Fd> table = openProc(ipv4 ? "/proc/thread-self/net/tcp" : "/proc/thread-self/net/tcp6");
    Result<Fd> dev = openProc("/proc/thread-self/net/dev");
    Result<Fd> stat = openProc("/proc/thread-self/net/netstat");
    Result<Fd> snmp = openProc("/proc/thread-self/net/snmp");
    for (const Result<Fd>* opened : {&table, &dev, &stat, &snmp}) {
        if (!*opened)
            return opened->error();
    }
    made.procNetStat = std::move(*stat);
    made.procNetSnmp = std::move(*snmp);
    made.procNetTcp = std::move(*table);
    made.procNetDev = std::move(*dev);
    if (Result<NetlinkSocket> diag = NetlinkSocket::open(NETLINK_SOCK_DIAG); diag)
        wiring.sockDiag = std::move(*diag);
    return {};
}

Result<void> Lab::enter(Host host) const
{
    if (::setns(m_hosts[slotOf(host)].netns.get(), CLONE_NEWNET) != 0)
        return systemError(errno, fmt::format(words("core", "enter the {} host"), name(host)));
    return {};
}

Result<void> Lab::setCarrier(Host host, bool up) const
{
    LinkState& link = *m_wiring[slotOf(host)].link;
    if (link.hasCarrier.load() == up)
        return {};
    // Told before the carrier goes and after it is back, so that whoever looks at drops in between knows that they
    // were meant.
    link.changes.fetch_add(1);
    if (!up)
        link.hasCarrier.store(false);
    const Result<void> set = setLinkFlagUp(m_routerControl, m_hosts[slotOf(host)].routerLink, up);
    // An interface that is down shows no carrier, whatever the cable does.
    const Result<void> noticed = set && link.isUp.load() ? awaitCarrier(host, up) : set;
    link.hasCarrier.store(set ? up : !up);
    link.changes.fetch_add(1);
    return noticed;
}

Result<void> Lab::setMissing(Host host, FaultKind kind, bool missing) const
{
    const Wiring& wiring = m_wiring[slotOf(host)];
    LinkState& link = *wiring.link;
    const bool isInterface = kind == FaultKind::InterfaceDown;
    if (isInterface) {
        link.changes.fetch_add(1);
        if (missing)
            link.isUp.store(false);
    }
    if (kind == FaultKind::NeighbourLost)
        link.neighbourLost.store(missing);
    Result<void> done = missing ? wiring.network->take(kind) : wiring.network->giveBack(kind);
    if (!isInterface)
        return done;
    if (done && !missing && link.hasCarrier.load())
        done = awaitCarrier(host, true);
    link.isUp.store(done ? !missing : missing);
    link.changes.fetch_add(1);
    return done;
}

Result<void> Lab::awaitCarrier(Host host, bool up) const
{
    // linkwatch acts on the change in a kernel worker: until then the host's queue is the old one.
    constexpr RunTime kDeadline = std::chrono::seconds{2};
    constexpr timespec kStep{0, 50'000};
    const RunTime begin = RunClock::monotonic();
    while (isRunning(m_wiring[slotOf(host)].network->control(), kHostLink) != up
           || (up && !isRunning(m_routerControl, m_hosts[slotOf(host)].routerLink))) {
        if (RunClock::monotonic() - begin > kDeadline)
            return Error{
                ETIMEDOUT,
                up ? fmt::format(words("core", "The {} host's interface did not get its carrier within two seconds."),
                                 name(host))
                   : fmt::format(words("core", "The {} host's interface did not lose its carrier within two seconds."),
                                 name(host))};
        ::nanosleep(&kStep, nullptr);
    }
    if (!up)
        return {};
    // IFF_RUNNING shows a moment before the queue is switched on; both happen under one lock (rtnl), which this takes.
    return setLinkUp(m_routerRoute, m_hosts[slotOf(host)].routerIndex, true, words("core", "set the router's link up"));
}

bool Lab::isLinked(Host host) const
{
    const LinkState& link = *m_wiring[slotOf(host)].link;
    return link.hasCarrier.load(std::memory_order_relaxed) && link.isUp.load(std::memory_order_relaxed);
}

int Lab::linkChanges(Host host) const { return m_wiring[slotOf(host)].link->changes.load(); }

bool Lab::isNeighbourLost(Host host) const
{
    return m_wiring[slotOf(host)].link->neighbourLost.load(std::memory_order_relaxed);
}

std::map<std::string, std::int64_t> Lab::drops() const
{
    std::map<std::string, std::int64_t> drops;
    for (const Host host : {Host::Client, Host::Server}) {
        const LabHost& one = m_hosts[slotOf(host)];
        drops["veth " + std::string{name(host)}] = receiveDrops(one.procNetDev, kHostLink);
        drops["router to " + std::string{name(host)}] = receiveDrops(m_routerProcNetDev, one.routerLink);
    }
    return drops;
}

Result<void> Lab::destroySockets(Host host) const
{
    const NetlinkSocket& sockDiag = m_wiring[slotOf(host)].sockDiag;
    const DestroyedSockets sum = sockDiag.isOpen() ? destroyTcpSockets(sockDiag) : DestroyedSockets{.found = 1};
    if (sum.found == 0 || sum.destroyed > 0)
        return {};
    return Error{EOPNOTSUPP, words("core", "The kernel aborted none of the sockets: it was built without "
                                           "CONFIG_INET_DIAG_DESTROY. Use another kernel or another fault.")};
}

void Lab::destroySockets() const
{
    for (const Wiring& wiring : m_wiring)
        if (wiring.sockDiag.isOpen())
            (void)destroyTcpSockets(wiring.sockDiag);
}

} // namespace halfopen
