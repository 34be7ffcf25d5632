// SPDX-License-Identifier: GPL-3.0-or-later
// Two hosts and the router between them, as network namespaces of our own.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "agent/base/fd.h"
#include "agent/lab/host_network.h"
#include "agent/lab/netlink.h"
#include "core/event.h"
#include "core/experiment.h"
#include "core/host.h"
#include "core/result.h"

namespace halfopen {

struct LabPlan final
{
    Family family = Family::Ipv4;
    std::map<std::string, std::int64_t> sysctl{}; // of the experiment; everything else gets kernel defaults
    PathKind path = PathKind::Routed;
    Neighbours neighbours = Neighbours::Pinned;
    std::string congestionControl{}; // empty: cubic where a namespace may have it, else reno
};

/// One host as the router's process holds it.
struct LabHost final
{
    Fd netns;                // for setns()
    Fd procNetTcp;           // /proc/net/tcp or tcp6 (by family) of that namespace: pread() works from anywhere
    Fd procNetStat;          // /proc/net/netstat and /proc/net/snmp of it: its kernel's counters
    Fd procNetSnmp;
    Fd procNetDev;           // /proc/net/dev of it: drops that nobody meant
    std::string address;     // 10.0.1.2, 10.0.2.2, or fd00:1::2, fd00:2::2; direct 10.0.0.1, 10.0.0.2, fd00::1, fd00::2
    std::string gateway;     // the router's address on that side, of the same family; no interface has it. Direct: the peer's
    std::string routerLink;  // the router's interface on that side
    std::array<std::uint8_t, 6> mac{};       // of the host's own interface
    std::array<std::uint8_t, 6> routerMac{}; // of the router's interface on that side
    int routerIndex = 0;     // interface index in the router's namespace
};

/// Exists only while its process does: namespaces live by descriptor alone, nothing is left behind by SIGKILL.
/// The calling process becomes the router (it enters a user namespace and a network namespace of its own).
class Lab final
{
public:
    /// Must be called while the process has one thread. Fails with the stage and the errno in the sentence.
    /// Error code ENOENT with a message that names the sysctl: this kernel lacks one that the experiment sets (nothing
    /// has been made then, the experiment is to be refused).
    [[nodiscard]] static Result<Lab> build(const LabPlan& plan);

    [[nodiscard]] const LabHost& host(Host host) const { return m_hosts[slotOf(host)]; }
    /// Both hosts are in one subnet, and the cable carries frames as they are.
    [[nodiscard]] bool isDirect() const { return m_isDirect; }
    /// The hosts ask for their neighbours (ARP, NDP).
    [[nodiscard]] bool asksNeighbours() const { return m_asksNeighbours; }
    /// The calling thread enters that host's network namespace. For host processes, before their first socket.
    [[nodiscard]] Result<void> enter(Host host) const;
    /// Router's end of that host's link up or down: the host gains or loses its carrier. Returns when the host's
    /// kernel has noticed. From any thread, one call at a time; works from within any namespace.
    [[nodiscard]] Result<void> setCarrier(Host host, bool up) const;
    /// Takes a part of that host's own network away, or gives it back: InterfaceDown, RouteRemoved, AddressRemoved,
    /// NeighbourLost, LocalDrop, see HostNetwork. From any thread, one call at a time; works from within any namespace.
    [[nodiscard]] Result<void> setMissing(Host host, FaultKind kind, bool missing) const;
    /// Whether frames reach that host: its carrier and its interface are there. From any thread.
    [[nodiscard]] bool isLinked(Host host) const;
    /// How often that has changed or been about to: between two equal numbers with isLinked(), no frame was dropped
    /// because a link was taken on purpose.
    [[nodiscard]] int linkChanges(Host host) const;
    /// Nobody answers that host's ARP (NDP) requests: its neighbour is lost. From any thread.
    [[nodiscard]] bool isNeighbourLost(Host host) const;
    /// All sysctls of `sysctlSpecs()` that this kernel has, read back from the client host after setting.
    [[nodiscard]] const std::map<std::string, std::int64_t>& sysctlInForce() const { return m_sysctlInForce; }
    /// Frames dropped by the hosts' and the router's interfaces so far (receive drops of /proc/net/dev), by link:
    /// "veth client", "veth server" are the hosts' own interfaces, "router to client", "router to server" the router's.
    /// The router's include what a host sent while it was without carrier, which no one calls a loss.
    [[nodiscard]] std::map<std::string, std::int64_t> drops() const;
    /// Aborts every socket of both hosts (SOCK_DESTROY), so that no orphan keeps a namespace alive. Best effort.
    void destroySockets() const;
    /// The same at one host. Fails where there are sockets and the kernel aborts none.
    [[nodiscard]] Result<void> destroySockets(Host host) const;

private:
    /// What other threads ask about a host's link.
    struct LinkState
    {
        std::atomic<bool> hasCarrier{true};
        std::atomic<bool> isUp{true};
        std::atomic<bool> neighbourLost{false};
        std::atomic<int> changes{0};
    };
    /// A host's parts that only the lab itself needs.
    struct Wiring
    {
        std::unique_ptr<HostNetwork> network;
        NetlinkSocket sockDiag; // for SOCK_DESTROY inside the host; not open where the kernel lacks it
        std::unique_ptr<LinkState> link = std::make_unique<LinkState>();
    };

    Lab() = default;
    [[nodiscard]] Result<void> makeRouter();
    [[nodiscard]] Result<void> makeHost(Host host, const LabPlan& plan);
    [[nodiscard]] Result<void> configureHost(Host host, const LabPlan& plan);
    [[nodiscard]] Result<void> awaitCarrier(Host host, bool up) const;

    bool m_isDirect = false;
    bool m_asksNeighbours = false;
    std::array<LabHost, 2> m_hosts;
    std::array<Wiring, 2> m_wiring;
    std::map<std::string, std::int64_t> m_sysctlInForce;
    Fd m_router;
    NetlinkSocket m_routerRoute;
    Fd m_routerControl;
    Fd m_routerProcNetDev;
};

/// Tries every stage of the namespaces place and of the loopback place in forked children and tells each: what was seen,
/// and for a refusal its errno, this machine's signs and the remedy. About 0.25 s. Call it while the process has one thread.
[[nodiscard]] std::vector<CheckEvent> checkPlaces();

} // namespace halfopen
