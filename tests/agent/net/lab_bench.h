// SPDX-License-Identifier: GPL-3.0-or-later
// A lab with its cable and sockets on both hosts, for tests.
#pragma once

#include "agent/cable/cable.h"
#include "agent/base/fd.h"
#include "agent/lab/lab.h"
#include "agent/base/run_clock.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace halfopen::test {

/// Runs `body` in a forked child, so that each test enters namespaces of its own from a process with one thread.
/// The child's failed expectations are printed there and fail the test here.
void inOwnProcess(const std::function<void()>& body);
/// The same for full speed; `body` returns the frames that no fault took (LabBench::trouble()). With losses it is run again,
/// twice at most: at full speed a burst of acknowledgements overflows the kernel's backlog of 1,000 frames as soon as
/// other work holds the processor. That is told truthfully, but such a run says nothing of the cable; a cable that loses by
/// itself loses three times.
void inOwnProcessWithoutLoss(const std::function<std::string()>& body);

struct TcpPair final
{
    Fd client;
    Fd server;
};

struct KeepAlive final
{
    int idleSeconds;
    int intervalSeconds;
    int count;
};

/// A built lab with its cable. The test's thread wanders between the hosts; sockets stay where they were born.
class LabBench final
{
public:
    /// Throws what went wrong: a test without a lab has failed.
    explicit LabBench(Family family, int pairs, std::map<std::string, std::int64_t> sysctl = {});

    [[nodiscard]] Lab& lab() { return m_lab; }
    [[nodiscard]] Cable& cable() { return *m_cable; }
    [[nodiscard]] const RunClock& clock() const { return m_clock; }

    /// Connected sockets of that pair (not blocking for longer than 5 s), both with keepalive if asked.
    [[nodiscard]] TcpPair connect(int pair, const KeepAlive* keepAlive = nullptr);

    /// Collects the cable's events until `enough` says so; false after `deadline`.
    bool collectUntil(RunTime deadline, const std::function<bool(const std::vector<Event>&)>& enough);
    /// Stops the cable and collects what was left.
    void finish();
    [[nodiscard]] const std::vector<Event>& events() const { return m_events; }
    /// The packets told one by one of that pair, as "client SYN 0 0 delivered" lines.
    [[nodiscard]] std::string packetLines(int pair) const;
    [[nodiscard]] int count(PacketKind kind, PacketFate fate, int pair = 0) const;
    /// Frames that no fault took, and late ticks: "packet ring client 3".
    [[nodiscard]] std::string trouble() const;

private:
    [[nodiscard]] Fd socketOn(Host host) const;

    Family m_family;
    Lab m_lab;
    RunClock m_clock;
    std::unique_ptr<Cable> m_cable;
    std::vector<Event> m_events;
};

/// Waits until that descriptor is readable (or broken); false after `limit`.
[[nodiscard]] bool awaitReadable(const Fd& socket, RunTime limit);

} // namespace halfopen::test
