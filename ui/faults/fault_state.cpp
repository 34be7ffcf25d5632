// SPDX-License-Identifier: GPL-3.0-or-later
// What has become of a fault: the state lamp of its row.
#include "ui/faults/fault_state.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace halfopen {

namespace {

struct FaultStateText final
{
    Q_DECLARE_TR_FUNCTIONS(halfopen::FaultStateText)
};

bool isMade(const Timeline* run, std::size_t scriptIndex)
{
    return run && std::ranges::any_of(run->faults(), [&](const FaultSpan& span) {
               return span.id == static_cast<int>(scriptIndex);
           });
}

/// When the next fault of the script that this entry covers comes.
std::optional<double> nextScripted(const CataloguedFault& entry, const std::vector<Fault>& script, const Timeline* run)
{
    std::optional<double> next;
    for (std::size_t index = 0; index < script.size(); ++index) {
        if (covers(entry, script[index]) && !isMade(run, index))
            next = std::min(next.value_or(script[index].atSeconds), script[index].atSeconds);
    }
    return next;
}

} // namespace

FaultState FaultState::of(const CataloguedFault& entry, const std::vector<Fault>& script, const Timeline* run)
{
    std::optional<double> healed;
    std::optional<double> done;
    if (run) {
        const auto since = [&](RunTime time) { return toSeconds(time - run->startedAt().value_or(RunTime{0})); };
        for (const FaultSpan& span : run->faults()) {
            if (!covers(entry, span.fault))
                continue;
            if (isMomentary(span.fault.kind))
                done = since(span.applied);
            else if (!span.healed)
                return {FaultPhase::InForce, since(span.applied)};
            else
                healed = since(*span.healed);
        }
    }
    if (!run || !run->finished()) {
        if (const auto next = nextScripted(entry, script, run))
            return {FaultPhase::Scripted, *next};
    }
    if (done)
        return {FaultPhase::Done, *done};
    return healed ? FaultState{FaultPhase::Healed, *healed} : FaultState{};
}

QString stateText(const FaultState& state)
{
    const QString time = FaultStateText::tr("%1 s", "seconds").arg(QLocale().toString(state.since, 'f', 1));
    switch (state.phase) {
    case FaultPhase::Idle:
        break;
    case FaultPhase::Scripted:
        return FaultStateText::tr("scripted at %1", "time").arg(time);
    case FaultPhase::InForce:
        return FaultStateText::tr("in force since %1", "time").arg(time);
    case FaultPhase::Healed:
        return FaultStateText::tr("healed at %1", "time").arg(time);
    case FaultPhase::Done:
        return FaultStateText::tr("done at %1", "time").arg(time);
    }
    return FaultStateText::tr("idle", "state of a fault");
}

std::vector<const FaultSpan*> faultsInForce(const Timeline& timeline, FaultKind kind, std::optional<Host> host)
{
    std::vector<const FaultSpan*> spans;
    for (const FaultSpan& span : timeline.faults()) {
        if (span.fault.kind == kind && !span.healed && (!host || span.fault.host == *host))
            spans.push_back(&span);
    }
    return spans;
}

std::vector<const FaultSpan*> faultsInForce(const Timeline& timeline, const CataloguedFault& entry)
{
    return faultsInForce(timeline, entry.kind, actsAtHost(entry.kind) ? std::optional{entry.host} : std::nullopt);
}

QString fixedBecause(FaultKind kind)
{
    if (kind == FaultKind::Reboot)
        return FaultStateText::tr("A host that reboots comes back when it was to; that cannot be changed any more.");
    return {};
}

bool hasSameValues(const Fault& one, const Fault& other)
{
    Fault alike = one;
    alike.atSeconds = other.atSeconds;
    alike.healAfterSeconds = other.healAfterSeconds;
    alike.host = other.host;
    return alike == other;
}

QString liveObstacle(const CataloguedFault& entry, const Timeline& run)
{
    if (!run.startedAt())
        return FaultStateText::tr("The hosts are being built: wait until the pairs are connected.");
    if (run.finished())
        return FaultStateText::tr("This run is over: run again.");
    const bool offNow = std::ranges::any_of(run.faults(), [&](const FaultSpan& span) {
        return siteOf(span.fault.kind) == FaultSite::Power && !span.healed && span.fault.host == entry.host;
    });
    if (offNow && actsAtHost(entry.kind))
        return entry.kind == FaultKind::Reboot ? FaultStateText::tr("This host is off or reboots already.")
                                               : FaultStateText::tr("This host has no power now.");
    const bool atProgram = siteOf(entry.kind) == FaultSite::Program || siteOf(entry.kind) == FaultSite::Sockets;
    const bool dead = std::ranges::any_of(run.faults(), [&](const FaultSpan& span) {
        return endsProgram(span.fault.kind) && span.fault.host == entry.host;
    });
    if (atProgram && dead)
        return FaultStateText::tr("A killed program stays dead: run again to have it back.");
    return {};
}

} // namespace halfopen
