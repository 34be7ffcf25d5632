// SPDX-License-Identifier: GPL-3.0-or-later
// The director's faults: from the script and by hand.
#include "agent/director/director.h"
#include "core/words.h"

#include <fmt/format.h>

namespace halfopen {

namespace {

constexpr RunTime kLate = std::chrono::milliseconds{50};

} // namespace

void Director::makeFault(int id, std::optional<RunTime> due)
{
    const Fault fault = m_book.fault(id).value_or(Fault{});
    if (!m_book.isStarted()) {
        m_book.failed(id);
        return tellFailed(
            id, fault,
            Error{0, words("core", "The pairs are not armed yet. Make the fault once the run has started.")});
    }
    if (due && m_book.isMoot(id)) { // killed by hand before the script came to it: no failure of the run
        m_book.failed(id);
        const std::string off = fmt::format(words("core", "Fault number {} was left out: the {} is switched off for good."), id, name(fault.host));
        const std::string dead = fmt::format(words("core", "Fault number {} was left out: the {}'s program is dead already."), id, name(fault.host));
        m_reporter.fact(NoteEvent{m_book.isOff(fault.host) ? off : dead});
        return;
    }
    Result<FaultBook::Deed> deed = m_book.planApply(id);
    if (!deed) {
        m_book.failed(id);
        return tellFailed(id, fault, deed.error());
    }
    std::vector<Event> infos;
    const Result<FaultMaker::Made> made = m_maker->carryOut(*deed, [&] {
        if (!m_firstFault)
            infos = m_infos->takeAtFault(m_hosts);
    });
    if (!made) {
        m_book.failed(id);
        return tellFailed(id, fault, made.error());
    }
    m_book.applied(id, made->at);
    if (m_cable)
        m_cable->faultInForce(true);
    m_reporter.fact(
        Event{made->at, FaultEvent{.id = id, .what = FaultEvent::What::Applied, .fault = fault, .took = made->took}});
    if (!m_firstFault) {
        m_firstFault = made->at;
        letGoOfClosing();
        if (endsProgram(fault.kind) && !m_addressless.empty())
            (void)link(fault.host).awaitDeath(); // its listener would still answer
        tellOrigin(made->at);
        tellCounters(CountersEvent::At::Fault);
        for (const Event& info : infos)
            m_reporter.fact(info);
    }
    noteProgramState(*deed);
    if (due && made->at - *due > kLate)
        noteLate(words("core", "fault"), *due, made->at);
}

void Director::healFault(int id, std::optional<RunTime> due)
{
    const Fault fault = m_book.fault(id).value_or(Fault{});
    Result<FaultBook::Deed> deed = m_book.planHeal(id, !due);
    if (!deed) // a hand that was slower than the script, or pressed twice: nothing has failed
        return m_reporter.fact(NoteEvent{deed.error().message});
    const Result<FaultMaker::Made> made = m_maker->carryOut(*deed, [] {});
    if (!made)
        return tellFailed(id, fault, made.error());
    m_book.healed(id);
    if (m_cable)
        m_cable->faultInForce(m_book.isAnyInForce());
    m_reporter.fact(
        Event{made->at, FaultEvent{.id = id, .what = FaultEvent::What::Healed, .fault = fault, .took = made->took}});
    noteProgramState(*deed);
    if (due && made->at - *due > kLate)
        noteLate(words("core", "heal"), *due, made->at);
}

void Director::tellFailed(int id, const Fault& fault, const Error& error)
{
    m_reporter.fact(FaultEvent{.id = id, .what = FaultEvent::What::Failed, .fault = fault, .why = error.message});
}

void Director::noteProgramState(const FaultBook::Deed& deed)
{
    if (deed.fault.kind != FaultKind::Freeze || !deed.atHost)
        return;
    const auto what = deed.on ? ProcessEvent::What::Stopped : ProcessEvent::What::Continued;
    m_reporter.fact(ProcessEvent{.host = deed.fault.host, .what = what, .pid = link(deed.fault.host).pid()});
}

void Director::noteLate(const char* what, RunTime due, RunTime now)
{
    m_reporter.fact(LateEvent{.what = what, .late = now - due});
}

} // namespace halfopen
