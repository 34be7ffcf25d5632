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
#include "agent/lab/netlink.h"
#include "core/event.h"
#include "core/experiment.h"
#include "core/host.h"
#include "core/result.h"

namespace halfopen {

struct LabPlan final
{
    Family family = Family::Ipv4;
    std::map<std::string, std::int64_t> sysctl; // of the experiment; everything else gets kernel defaults
};

/// One host as the router's process holds it.
struct LabHost final
{
    Fd netns;                // for setns()
    Fd procNetTcp;           // /proc/net/tcp or tcp6 (by family) of that namespace: pread() works from anywhere
    Fd procNetDev;           // /proc/net/dev of it: drops that nobody meant
    std::string address;     // 10.0.1.2, 10.0.2.2, or fd00:1::2, fd00:2::2
    std::string gateway;     // the router's address on that side, of the same family; no interface has it
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
    /// The calling thread enters that host's network namespace. For host processes, before their first socket.
    [[nodiscard]] Result<void> enter(Host host) const;
    /// Router's end of that host's link up or down: the host gains or loses its carrier. Returns when the host's
    /// kernel has noticed. From any thread, one call at a time; works from within any namespace.
    [[nodiscard]] Result<void> setCarrier(Host host, bool up) const;
    /// How often setCarrier() was called for that host; odd: it is without carrier (or about to lose it).
    [[nodiscard]] int carrierChanges(Host host) const;
    /// All sysctls of `sysctlSpecs()` that this kernel has, read back from the client host after setting.
    [[nodiscard]] const std::map<std::string, std::int64_t>& sysctlInForce() const { return m_sysctlInForce; }
    /// Frames dropped by the hosts' and the router's interfaces so far (receive drops of /proc/net/dev), by link:
    /// "veth client", "veth server" are the hosts' own interfaces, "router to client", "router to server" the router's.
    /// The router's include what a host sent while it was without carrier, which no one calls a loss.
    [[nodiscard]] std::map<std::string, std::int64_t> drops() const;
    /// Aborts every socket of both hosts (SOCK_DESTROY), so that no orphan keeps a namespace alive. Best effort.
    void destroySockets() const;

private:
    /// A host's parts that only the lab itself needs.
    struct Wiring
    {
        Fd control;             // for interface ioctls inside the host
        NetlinkSocket sockDiag; // for SOCK_DESTROY inside the host; not open where the kernel lacks it
        std::unique_ptr<std::atomic<int>> carrierChanges = std::make_unique<std::atomic<int>>(0);
    };

    Lab() = default;
    [[nodiscard]] Result<void> makeRouter();
    [[nodiscard]] Result<void> makeHost(Host host, const LabPlan& plan);
    [[nodiscard]] Result<void> configureHost(Host host, const LabPlan& plan);
    [[nodiscard]] Result<void> awaitCarrier(Host host, bool up) const;

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
