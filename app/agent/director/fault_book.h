// SPDX-License-Identifier: GPL-3.0-or-later
// Which faults are planned, in force or healed, and when the next one is due.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "core/fault.h"
#include "core/result.h"
#include "core/run_time.h"

namespace halfopen {

/// Keeps account; it makes no fault itself. Overlapping faults of a kind are counted, so that healing one does not
/// heal another.
class FaultBook final
{
public:
    explicit FaultBook(const std::vector<Fault>& script = {});

    /// A fault to make or to heal, and when it was to be.
    struct Due final
    {
        int id = 0;
        bool heal = false;
        RunTime at{0};
        bool operator==(const Due&) const = default;
    };

    /// What must really be switched: nothing where another fault has the same effect already, or still.
    struct Deed final
    {
        Fault fault;
        bool on = true;
        int id = 0;            // of the fault
        bool toServer = false; // Drop: the directions that change
        bool toClient = false;
        bool atHost = false; // other kinds: the host changes
        bool operator==(const Deed&) const = default;
    };

    /// t = 0: the script's times count from here.
    void start(RunTime zero);
    [[nodiscard]] bool isStarted() const { return m_zero.has_value(); }

    [[nodiscard]] std::optional<RunTime> nextDue() const;
    /// Everything due by `now`, in the order in which it should have happened.
    [[nodiscard]] std::vector<Due> takeDue(RunTime now);

    /// A fault made by hand gets the next number.
    [[nodiscard]] int add(const Fault& fault);
    /// Empty where there is no such fault.
    [[nodiscard]] std::optional<Fault> fault(int id) const;

    /// It acts on a program that is dead already, or reboots a host that is off for good: there is nothing left to make.
    [[nodiscard]] bool isMoot(int id) const;
    /// It is without power, and not to come back.
    [[nodiscard]] bool isOff(Host host) const;
    /// What making (healing) it takes. Fails with a sentence where it cannot be made (healed) now.
    [[nodiscard]] Result<Deed> planApply(int id) const;
    /// A reboot is over by itself, when it is due, and not by hand: `byHand` false.
    [[nodiscard]] Result<Deed> planHeal(int id, bool byHand = true) const;
    /// It has been done at that time. `failed`: it could not be done and never counts.
    void applied(int id, RunTime at);
    void healed(int id);
    void failed(int id);

    [[nodiscard]] bool isAnyInForce() const;
    /// Its program is dead, by whatever fault; a reboot that is over does not bring it back.
    [[nodiscard]] bool isKilled(Host host) const;
    [[nodiscard]] bool isFrozen(Host host) const { return inForce(FaultKind::Freeze, host) > 0; }

private:
    enum class State { Planned, InForce, Healed, Failed };
    struct Entry final
    {
        Fault fault;
        State state = State::Planned;
        std::optional<RunTime> applyAt; // empty: taken, or not yet known
        std::optional<RunTime> healAt;
    };

    [[nodiscard]] bool has(int id) const { return id >= 0 && static_cast<std::size_t>(id) < m_entries.size(); }
    [[nodiscard]] Entry& entry(int id) { return m_entries[static_cast<std::size_t>(id)]; }
    [[nodiscard]] const Entry& entry(int id) const { return m_entries[static_cast<std::size_t>(id)]; }
    [[nodiscard]] int inForce(FaultKind kind, Host host) const;
    [[nodiscard]] int withoutPower(Host host) const; // powered off, or rebooting
    [[nodiscard]] int dropping(Direction oneWay) const;
    [[nodiscard]] Deed deedFor(int id, bool on) const;

    std::vector<Entry> m_entries;
    std::optional<RunTime> m_zero;
};

} // namespace halfopen
