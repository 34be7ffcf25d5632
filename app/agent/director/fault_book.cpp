// SPDX-License-Identifier: GPL-3.0-or-later
// Which faults are planned, in force or healed, and when the next one is due.
#include "agent/director/fault_book.h"

#include <algorithm>
#include <utility>

#include "core/words.h"

#include <fmt/format.h>

namespace halfopen {

FaultBook::FaultBook(const std::vector<Fault>& script)
{
    m_entries.reserve(script.size());
    for (const Fault& fault : script)
        m_entries.push_back(Entry{.fault = fault, .applyAt = {}, .healAt = {}});
}

void FaultBook::start(RunTime zero)
{
    m_zero = zero;
    for (Entry& entry : m_entries) {
        if (entry.state == State::Planned)
            entry.applyAt = zero + fromSeconds(entry.fault.atSeconds);
    }
}

std::optional<RunTime> FaultBook::nextDue() const
{
    std::optional<RunTime> next;
    for (const Entry& entry : m_entries) {
        for (const std::optional<RunTime>& at : {entry.applyAt, entry.healAt}) {
            if (at && (!next || *at < *next))
                next = at;
        }
    }
    return next;
}

std::vector<FaultBook::Due> FaultBook::takeDue(RunTime now)
{
    std::vector<Due> due;
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        Entry& entry = m_entries[i];
        if (entry.applyAt && *entry.applyAt <= now)
            due.push_back(Due{static_cast<int>(i), false, *std::exchange(entry.applyAt, std::nullopt)});
        if (entry.healAt && *entry.healAt <= now)
            due.push_back(Due{static_cast<int>(i), true, *std::exchange(entry.healAt, std::nullopt)});
    }
    std::ranges::stable_sort(due, {}, &Due::at);
    return due;
}

int FaultBook::add(const Fault& fault)
{
    m_entries.push_back(Entry{.fault = fault, .applyAt = {}, .healAt = {}});
    return static_cast<int>(m_entries.size()) - 1;
}

std::optional<Fault> FaultBook::fault(int id) const
{
    if (!has(id))
        return std::nullopt;
    return entry(id).fault;
}

bool FaultBook::isMoot(int id) const
{
    if (!has(id))
        return false;
    const Fault& fault = entry(id).fault;
    return (siteOf(fault.kind) == FaultSite::Program && isKilled(fault.host)) || (fault.kind == FaultKind::Reboot && isOff(fault.host));
}

bool FaultBook::isOff(Host host) const { return inForce(FaultKind::PowerOff, host) > 0; }

Result<FaultBook::Deed> FaultBook::planApply(int id) const
{
    if (!has(id))
        return Error{0, fmt::format(words("core", "There is no fault number {}."), id)};
    const Entry& planned = entry(id);
    if (planned.state != State::Planned)
        return Error{0, fmt::format(words("core", "Fault number {} has been made already."), id)};
    const Fault& fault = planned.fault;
    if (fault.kind == FaultKind::Reboot && isOff(fault.host))
        return Error{0, fmt::format(words("core", "The {} is switched off for good, so it cannot reboot."), name(fault.host))};
    if (isMoot(id))
        return Error{0, fmt::format(words("core", "The {}'s program is dead already, so it cannot be ended or frozen."),
                                    name(fault.host))};
    return deedFor(id, true);
}

Result<FaultBook::Deed> FaultBook::planHeal(int id, bool byHand) const
{
    if (!has(id))
        return Error{0, fmt::format(words("core", "There is no fault number {}."), id)};
    const Entry& standing = entry(id);
    if (standing.state != State::InForce)
        return Error{0,
                     fmt::format(words("core", "Fault number {} is not in force, so there is nothing to heal."), id)};
    if (standing.fault.kind == FaultKind::Reboot && !byHand)
        return deedFor(id, false);
    if (standing.fault.kind == FaultKind::Reboot)
        return Error{0, words("core", "A rebooting host comes back by itself.")};
    if (standing.fault.kind == FaultKind::Kill)
        return Error{0, words("core", "A killed program stays dead.")};
    if (!canHeal(standing.fault.kind))
        return Error{0, fmt::format(words("core", "Fault '{}' cannot be undone."), name(standing.fault.kind))};
    if (standing.fault.kind == FaultKind::Freeze && isKilled(standing.fault.host))
        return Error{0, fmt::format(words("core", "The {}'s program is dead, so it cannot be thawed."),
                                    name(standing.fault.host))};
    return deedFor(id, false);
}

void FaultBook::applied(int id, RunTime at)
{
    Entry& made = entry(id);
    made.state = State::InForce;
    made.applyAt.reset();
    if (made.fault.healAfterSeconds && canHeal(made.fault.kind))
        made.healAt = at + fromSeconds(*made.fault.healAfterSeconds);
    if (made.fault.kind == FaultKind::Reboot)
        made.healAt = at + fromSeconds(made.fault.backAfterSeconds);
    if (!endsProgram(made.fault.kind))
        return;
    for (Entry& other : m_entries) { // nobody thaws a dead program
        if (other.fault.kind == FaultKind::Freeze && other.fault.host == made.fault.host)
            other.healAt.reset();
    }
}

void FaultBook::healed(int id)
{
    entry(id).state = State::Healed;
    entry(id).healAt.reset();
}

void FaultBook::failed(int id)
{
    entry(id).state = State::Failed;
    entry(id).applyAt.reset();
    entry(id).healAt.reset();
}

bool FaultBook::isAnyInForce() const
{
    return std::ranges::any_of(m_entries, [](const Entry& entry) { return entry.state == State::InForce; });
}

bool FaultBook::isKilled(Host host) const
{
    return std::ranges::any_of(m_entries, [&](const Entry& entry) {
        return (entry.state == State::InForce || entry.state == State::Healed) && endsProgram(entry.fault.kind) &&
               entry.fault.host == host;
    });
}

int FaultBook::withoutPower(Host host) const
{
    return static_cast<int>(std::ranges::count_if(m_entries, [host](const Entry& entry) {
        return entry.state == State::InForce && siteOf(entry.fault.kind) == FaultSite::Power && entry.fault.host == host;
    }));
}

int FaultBook::inForce(FaultKind kind, Host host) const
{
    return static_cast<int>(std::ranges::count_if(m_entries, [&](const Entry& entry) {
        return entry.state == State::InForce && entry.fault.kind == kind && entry.fault.host == host;
    }));
}

int FaultBook::dropping(Direction oneWay) const
{
    return static_cast<int>(std::ranges::count_if(m_entries, [&](const Entry& entry) {
        return entry.state == State::InForce && dropsAll(entry.fault) && actsOn(entry.fault, oneWay);
    }));
}

FaultBook::Deed FaultBook::deedFor(int id, bool on) const
{
    const Fault& fault = entry(id).fault;
    const int ownShare = on ? 0 : 1; // of those in force
    Deed deed{.fault = fault, .on = on, .id = id};
    switch (siteOf(fault.kind)) {
    case FaultSite::Router:
        if (!dropsAll(fault)) // each for itself in the router's rules
            break;
        deed.toServer = actsOn(fault, Direction::ToServer) && dropping(Direction::ToServer) == ownShare;
        deed.toClient = actsOn(fault, Direction::ToClient) && dropping(Direction::ToClient) == ownShare;
        break;
    case FaultSite::Network:
    case FaultSite::Program:
        deed.atHost = inForce(fault.kind, fault.host) == ownShare;
        break;
    case FaultSite::Power:
        deed.atHost = withoutPower(fault.host) == ownShare;
        break;
    case FaultSite::Sockets: // over at once: it hits whatever is there the next time as well
        deed.atHost = on;
        break;
    }
    return deed;
}

} // namespace halfopen
