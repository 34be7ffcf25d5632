// SPDX-License-Identifier: GPL-3.0-or-later
// The instants that every view of a run is drawn around.
#include "ui/timeline/run_facts.h"

#include <algorithm>
#include <cmath>

#include "core/outcome.h"

namespace halfopen {

namespace {

/// Of a live run the axis reaches a little further than now, in steps, so that it does not creep with every frame.
double steppedBeyond(double now)
{
    double step = 5;
    while (step < now / 3)
        step *= 2;
    return std::ceil((now + step / 4) / step) * step;
}

double plannedOrigin(const Experiment& experiment)
{
    return firstFaultSeconds(experiment).value_or(0);
}

/// A host that reboots is back by itself.
std::optional<double> healsAfter(const Fault& fault)
{
    return fault.kind == FaultKind::Reboot ? std::optional{fault.backAfterSeconds} : fault.healAfterSeconds;
}

} // namespace

RunFacts RunFacts::of(const Timeline* timeline, const Experiment& experiment,
                      const std::vector<Prediction>& predictions, RunTime now, bool live,
                      std::optional<double> replaySpeed)
{
    RunFacts facts;
    facts.replaySpeed = replaySpeed;
    facts.experiment = &experiment;
    facts.predictions = &predictions;
    facts.limit = experiment.timeLimitSeconds;
    facts.faultAt = firstFaultSeconds(experiment);
    facts.countedFrom = plannedOrigin(experiment);
    if (!timeline || timeline->eventCount() == 0)
        return facts;
    facts.timeline = timeline;
    facts.hasRun = true;
    facts.live = live && !timeline->finished();
    facts.started = timeline->startedAt().has_value();
    const double end = toSeconds(std::max(facts.live ? now : timeline->lastTime(), timeline->lastTime()));
    facts.base = facts.started ? toSeconds(*timeline->startedAt()) : end;
    facts.begin = -facts.base;
    facts.now = end - facts.base;
    facts.toldAt = facts.now;
    if (const auto fault = timeline->firstFaultAt()) {
        facts.faultAt = facts.since(*fault);
        facts.faultMade = true;
        facts.countedFrom = *facts.faultAt;
    } else if (timeline->finished()) {
        facts.faultAt.reset();
        facts.countedFrom = 0;
    }
    return facts;
}

const Prediction* RunFacts::prediction(int pair, Host end) const
{
    return findPrediction(*predictions, pair, end);
}

const PairTrack* RunFacts::track(int pair) const
{
    if (!timeline || pair < 0 || static_cast<std::size_t>(pair) >= timeline->pairs().size())
        return nullptr;
    return &timeline->pairs()[static_cast<std::size_t>(pair)];
}

const Pair* RunFacts::plan(int pair) const
{
    if (pair < 0 || static_cast<std::size_t>(pair) >= experiment->pairs.size())
        return nullptr;
    return &experiment->pairs[static_cast<std::size_t>(pair)];
}

bool RunFacts::isOnLoopback() const
{
    return experiment->path == PathKind::Loopback ||
           (timeline && timeline->place() && timeline->place()->place == PlaceKind::Loopback);
}

std::vector<FaultFlag> RunFacts::faults() const
{
    std::vector<FaultFlag> flags;
    if (timeline) {
        for (const FaultSpan& span : timeline->faults()) {
            FaultFlag flag{span.fault, since(span.applied), std::nullopt, false, false};
            if (span.healed)
                flag.healed = since(*span.healed);
            else if (const auto after = healsAfter(span.fault); after && live) {
                flag.healed = flag.at + *after;
                flag.healPlanned = true;
            }
            flags.push_back(flag);
        }
        if (timeline->finished())
            return flags;
    }
    for (std::size_t index = 0; index < experiment->faults.size(); ++index) {
        const bool made = timeline && std::ranges::any_of(timeline->faults(), [&](const FaultSpan& span) {
                              return span.id == static_cast<int>(index);
                          });
        if (made)
            continue;
        const Fault& fault = experiment->faults[index];
        FaultFlag flag{fault, fault.atSeconds, std::nullopt, true, true};
        if (const auto after = healsAfter(fault))
            flag.healed = fault.atSeconds + *after;
        flags.push_back(flag);
    }
    return flags;
}

Activity RunFacts::activity(int pair, Host end) const
{
    const Pair* const planned = plan(pair);
    return planned ? planned->end(end).activity : Activity::Hold;
}

std::optional<Ending> RunFacts::ending(int pair, Host end) const
{
    const PairTrack* const pairTrack = track(pair);
    if (!pairTrack)
        return std::nullopt;
    const Activity own = activity(pair, end);
    const auto& calls = pairTrack->end(end).calls;
    const auto& rows = pairTrack->end(end).rows;
    // Asked for every frame, and long runs have many calls: nothing has ended where the last ones tell of no end. The end
    // is told once, and the activity ends with it but for a few questions.
    const auto from = calls.end() - static_cast<std::ptrdiff_t>(std::min<std::size_t>(calls.size(), 16));
    const auto found = std::find_if(from, calls.end(), [own](const CallSpan& call) { return tellsOfTheEnd(call, own); });
    const bool closes = own == Activity::Close; // its kernel goes on, and the table tells when it has given up
    if (closes ? rows.empty() || rows.back().row.has_value() : found == calls.end())
        return std::nullopt;
    const auto told = detectionOf(*timeline, pair, end);
    if (!told && !closes && !timeline->origin()) // before the fault nothing is measured; it has ended all the same
        return Ending{found->call, *found->ended, found->result, found->errorNumber, &*found};
    if (!told)
        return std::nullopt;
    return Ending{told->call, told->at, told->result, told->errorNumber, closes ? nullptr : &*found};
}

std::pair<double, double> RunFacts::everything(int pair) const
{
    double last = std::max(hasRun ? now : 0.0, faultAt.value_or(0));
    for (const Host end : {Host::Client, Host::Server}) {
        const Prediction* const expected = prediction(pair, end);
        if (!expected || !expected->applicable || expected->never())
            continue;
        const double latest = countedFrom + toSeconds(expected->hull().latest);
        if (hasRun && !live) { // a band that has begun is shown to its end, where that is near
            if (countedFrom + toSeconds(expected->hull().earliest) <= last && latest < last * kNearlyAll)
                last = std::max(last, latest);
            continue;
        }
        last = std::max(last, std::min(latest, std::max(limit, now)));
    }
    if (live && last <= now)
        last = std::min(steppedBeyond(now), std::max(limit, now));
    else if (!hasRun && last <= faultAt.value_or(0))
        last = std::max(faultAt.value_or(0) + 10, std::min(limit, 20.0)); // nothing is expected: some room to see that
    last = std::max(last, 1.0);
    const double room = std::max((last - std::min(0.0, begin)) * 0.04, 0.05);
    const double first = hasRun ? std::clamp(begin, -last * 0.08, 0.0) : -room / 4;
    return {first - room / 4, last + room};
}

} // namespace halfopen
