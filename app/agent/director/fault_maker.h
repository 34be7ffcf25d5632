// SPDX-License-Identifier: GPL-3.0-or-later
// Makes faults, and undoes them.
#pragma once

#include <functional>

#include "agent/director/host_faults.h"

namespace halfopen {

/// Carries out what the book has planned; it keeps no account itself.
class FaultMaker final
{
public:
    using Made = FaultStamp;

    explicit FaultMaker(const FaultStage& stage) : m_stage(stage), m_hostFaults(stage) {}

    /// `observe` is called as close to the fault as it may be: before what ends or stops a program, after what acts on
    /// the way between. Fails with a sentence.
    [[nodiscard]] Result<Made> carryOut(const FaultBook::Deed& deed, const std::function<void()>& observe) const;

private:
    [[nodiscard]] HostLink& link(Host host) const { return (*m_stage.hosts)[slotOf(host)]; }
    [[nodiscard]] Made since(RunTime at) const { return Made{at, m_stage.clock.now() - at}; }
    [[nodiscard]] Result<Made> drop(const FaultBook::Deed& deed) const;
    [[nodiscard]] Result<Made> changeRules(const FaultBook::Deed& deed) const;
    [[nodiscard]] Result<Made> deafen(const FaultBook::Deed& deed) const;

    FaultStage m_stage;
    HostFaults m_hostFaults;
};

} // namespace halfopen
