// SPDX-License-Identifier: GPL-3.0-or-later
// Data that meets an outage, in every way in which it can.
#include "core/data_unknowns.h"

#include <algorithm>
#include <cmath>

#include "core/timer_wheel.h"

namespace halfopen {

std::vector<double> DataUnknowns::numbers() const
{
    std::vector<double> all{static_cast<double>(hz), static_cast<double>(sentAt.size()), static_cast<double>(rtos.size()), static_cast<double>(lossProbes.size())};
    all.insert(all.end(), sentAt.begin(), sentAt.end());
    for (std::size_t i = 0; i < rtos.size(); ++i)
        all.insert(all.end(), {static_cast<double>(rtos[i]), static_cast<double>(wheelGranule(largest[i]))}); // as wheelPhases() does
    for (const bool lossProbe : lossProbes)
        all.push_back(lossProbe ? 1 : 0);
    for (const auto& revert : reverts)
        all.insert(all.end(), {revert ? revert->burst : -1, revert ? revert->perSecond : -1});
    return all;
}

ChainHull everyRetransmission(RetransmissionChain chain, const DataUnknowns& unknown, const FaultScript& script)
{
    constexpr std::size_t kCoarsePhases = 128;
    constexpr std::size_t kFewPhases = 16; // of chains with many steps, and between many moments
    ChainHull hull;
    for (const auto& revert : unknown.reverts) {
        chain.revert = revert;
        for (std::size_t each = 0; each < unknown.rtos.size(); ++each) {
            chain.rtoJiffies = unknown.rtos[each];
            for (const bool lossProbe : unknown.lossProbes) {
                chain.lossProbe = lossProbe;
                for (const double at : unknown.sentAt) {
                    chain.firstSent = at;
                    const std::vector<double> phases = wheelPhases(unknown.hz, at, chain.rtoJiffies, unknown.largest[each]);
                    // while the RTO is only guessed, a coarser look is fine: off by 8 jiffies of 512 at most
                    const bool few = revert || unknown.sentAt.size() > 2;
                    const std::size_t wanted = few ? kFewPhases : unknown.rtos.size() > 1 ? kCoarsePhases : phases.size();
                    const std::size_t stride = phases.size() > wanted ? phases.size() / wanted | 1 : 1;
                    for (std::size_t i = 0; i < phases.size(); i += stride)
                        hull.add(chain.run({unknown.hz, phases[i]}, script), lossProbe == unknown.lossProbes.front());
                }
            }
        }
    }
    return hull;
}

int probesWithin(double seconds, std::int64_t rtoJiffies, int hz, int rtoMaxMs)
{
    const double base = static_cast<double>(std::max(rtoJiffies, jiffiesOfMs(kRtoMinMs, hz))) / hz;
    int probes = 2;
    for (double passed = base; passed < seconds && probes < kManyTries; ++probes)
        passed += std::min(std::ldexp(base, std::min(probes - 1, 14)), rtoMaxMs / 1000.0);
    return probes;
}

} // namespace halfopen
