// SPDX-License-Identifier: GPL-3.0-or-later
// When a forgetful middlebox has forgotten a pair's connection, on the axis.
#include "ui/timeline/forgettings.h"

#include <algorithm>

#include "ui/faults/nat_memory.h"

namespace halfopen {

std::vector<Forgetting> forgettingsOf(const RunFacts& facts, int pair, Host end)
{
    std::vector<Forgetting> found;
    bool seen = false;
    if (facts.timeline) {
        const RunTime now = facts.sinceHello(facts.now);
        for (const FaultSpan& span : facts.timeline->faults()) {
            if (span.fault.kind != FaultKind::NatForget || span.applied > now)
                continue;
            const auto memory = NatMemory::of(*facts.timeline, span, pair, std::min(now, span.healed.value_or(now)));
            if (memory && memory->since)
                found.push_back({facts.since(*memory->since), false});
            seen = seen || (memory && memory->since);
        }
    }
    const Prediction* const prediction = facts.prediction(pair, end);
    if (prediction && !seen && (!facts.hasRun || facts.live)) {
        for (const RunTime at : prediction->forgotten) {
            const double seconds = facts.countedFrom + toSeconds(at);
            if (!facts.hasRun || seconds > facts.now)
                found.push_back({seconds, true});
        }
    }
    std::ranges::sort(found, {}, &Forgetting::at);
    return found;
}

} // namespace halfopen
