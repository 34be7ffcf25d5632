// SPDX-License-Identifier: GPL-3.0-or-later
// Makes faults, and undoes them.
#pragma once

#include <array>
#include <functional>

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

/// Carries out what the book has planned; it keeps no account itself.
class FaultMaker final
{
public:
    struct Made final
    {
        RunTime at{0};   // just before the first system call or store
        RunTime took{0}; // until the last one returned
    };

    explicit FaultMaker(const FaultStage& stage) : m_stage(stage) {}

    /// `observe` is called as close to the fault as it may be: before what ends or stops a program, after what acts on
    /// the way between. Fails with a sentence.
    [[nodiscard]] Result<Made> carryOut(const FaultBook::Deed& deed, const std::function<void()>& observe) const;

private:
    [[nodiscard]] HostLink& link(Host host) const { return (*m_stage.hosts)[host == Host::Client ? 0 : 1]; }
    [[nodiscard]] Made since(RunTime at) const { return Made{at, m_stage.clock.now() - at}; }
    [[nodiscard]] Result<Made> drop(const FaultBook::Deed& deed) const;
    [[nodiscard]] Result<Made> changeRules(const FaultBook::Deed& deed) const;
    [[nodiscard]] Result<Made> deafen(const FaultBook::Deed& deed) const;
    [[nodiscard]] Result<Made> carrier(const FaultBook::Deed& deed) const;
    [[nodiscard]] Result<Made> kill(Host host) const;
    [[nodiscard]] Result<Made> freeze(const FaultBook::Deed& deed) const;

    FaultStage m_stage;
};

} // namespace halfopen
