// SPDX-License-Identifier: GPL-3.0-or-later
// Makes the faults at a host, and undoes them.
#pragma once

#include <array>

#include "agent/cable/cable.h"
#include "agent/director/fault_book.h"
#include "agent/director/host_link.h"
#include "agent/director/janitor.h"

namespace halfopen {

/// What a fault acts on. Where there is a lab there is a cable, otherwise neither (loopback place).
struct FaultStage final
{
    std::array<HostLink, 2>* hosts = nullptr;
    const Lab* lab = nullptr;
    Cable* cable = nullptr;
    Janitor* janitor = nullptr;
    Family family = Family::Ipv4;
    RunClock clock;
};

/// When a fault was made or undone.
struct FaultStamp final
{
    RunTime at{0};   // just before the first system call or store
    RunTime took{0}; // until the last one returned
};

/// Carries out what the book has planned at a host: its carrier, its network, its program, its kernel. Keeps no
/// account. Not the faults on the way between.
class HostFaults final
{
public:
    explicit HostFaults(const FaultStage& stage) : m_stage(stage) {}

    /// Fails with a sentence; `deed` must be of a kind that actsAtHost().
    [[nodiscard]] Result<FaultStamp> carryOut(const FaultBook::Deed& deed) const;

private:
    [[nodiscard]] HostLink& link(Host host) const { return (*m_stage.hosts)[slotOf(host)]; }
    [[nodiscard]] FaultStamp since(RunTime at) const { return FaultStamp{at, m_stage.clock.now() - at}; }
    [[nodiscard]] Result<FaultStamp> carrier(const FaultBook::Deed& deed) const;
    [[nodiscard]] Result<FaultStamp> network(const FaultBook::Deed& deed) const;
    [[nodiscard]] Result<FaultStamp> kill(Host host) const;
    [[nodiscard]] Result<FaultStamp> freeze(const FaultBook::Deed& deed) const;
    [[nodiscard]] Result<FaultStamp> power(const FaultBook::Deed& deed) const;
    [[nodiscard]] Result<FaultStamp> destroy(Host host) const;

    FaultStage m_stage;
};

} // namespace halfopen
