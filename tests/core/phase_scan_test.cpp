// SPDX-License-Identifier: GPL-3.0-or-later
// The quick way through all phases of the timer wheel against the slow one: the same hull, to the nanosecond.
#include "core/phase_scan.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include <fmt/format.h>

namespace halfopen {
namespace {

std::string shown(const ChainHull& hull)
{
    std::string text = fmt::format("survival {}", hull.anySurvival());
    for (const Interval& death : hull.deaths())
        text += fmt::format(", death {}..{}", death.earliest.count(), death.latest.count());
    for (const Interval& reset : hull.resets())
        text += fmt::format(", reset {}..{}", reset.earliest.count(), reset.latest.count());
    for (const ExpectedPacket& probe : hull.schedule(PacketKind::Probe))
        text += fmt::format(", probe {}..{}", probe.at.earliest.count(), probe.at.latest.count());
    return text + fmt::format(", answered {}..{}", hull.answered().earliest.count(), hull.answered().latest.count());
}

Experiment brokenAt(double at, std::optional<double> heals, FaultKind kind)
{
    Experiment experiment;
    Pair pair;
    pair.client.activity = Activity::Recv;
    experiment.pairs.push_back(pair);
    Fault fault = defaultFault(kind);
    fault.atSeconds = at;
    fault.healAfterSeconds = heals;
    fault.host = Host::Client;
    experiment.faults.push_back(fault);
    return experiment;
}

void expectSame(const KeepaliveChain& chain, int hz, const FaultScript& script, const std::string& what)
{
    const auto first = static_cast<std::int64_t>(std::ceil(chain.armedFor * hz - 1e-9));
    const std::vector<double> phases = wheelPhases(hz, chain.armedAt, first, std::int64_t{std::max(chain.idleSeconds, chain.intervalSeconds)} * hz);
    ChainHull slow;
    for (const double phase : phases)
        slow.add(chain.run({hz, phase}, script), true);
    ChainHull quick;
    addEveryPhase(quick, chain, hz, phases, script);
    EXPECT_EQ(shown(quick), shown(slow)) << what;
}

TEST(PhaseScan, IsTheHullOfEveryPhaseOfKeepalive)
{
    std::mt19937 random{20261123};
    const auto oneOf = [&random](auto... choices) {
        const std::array all{choices...};
        return all[std::uniform_int_distribution<std::size_t>{0, all.size() - 1}(random)];
    };
    for (int turn = 0; turn < 400; ++turn) {
        const int hz = oneOf(100, 250, 300, 1000);
        KeepaliveChain chain;
        chain.idleSeconds = oneOf(1, 2, 5, 17, 60, 7200);
        chain.intervalSeconds = oneOf(1, 3, 10, 75, 600);
        chain.count = oneOf(1, 3, 9, 20);
        chain.userTimeoutMs = oneOf(0, 0, 0, 900, 4000, 61'234);
        const double at = oneOf(0.0, 1.0, 3.3, 20.0);
        chain.lastHeard = chain.armedAt = -at - oneOf(0.0, 0.021, 0.3337);
        chain.armedFor = chain.idleSeconds * oneOf(1.0, 1.0, 0.1, 0.5, 0.99);
        const std::optional<double> heals = oneOf(0.0, 0.0, 0.0, 4.0, 30.0);
        const FaultKind kind = oneOf(FaultKind::Drop, FaultKind::Drop, FaultKind::CableOut, FaultKind::LocalDrop);
        const FaultScript script{brokenAt(at, *heals > 0 ? heals : std::nullopt, kind), Host::Client};
        expectSame(chain, hz, script,
                   fmt::format("idle {} interval {} count {} user timeout {} HZ {} heard {} armed for {} fault {} heals {}", chain.idleSeconds, chain.intervalSeconds,
                               chain.count, chain.userTimeoutMs, hz, chain.lastHeard, chain.armedFor, at, *heals));
    }
}

TEST(PhaseScan, IsTheHullOfEveryPhaseOfConnect)
{
    std::mt19937 random{20261124};
    const auto oneOf = [&random](auto... choices) {
        const std::array all{choices...};
        return all[std::uniform_int_distribution<std::size_t>{0, all.size() - 1}(random)];
    };
    for (int turn = 0; turn < 300; ++turn) {
        const int hz = oneOf(100, 250, 300, 1000);
        const SynChain chain{.firstSent = oneOf(0.0, 0.003), .synRetries = oneOf(1, 2, 6, 9), .linearTimeouts = oneOf(0, 4), .userTimeoutMs = oneOf(0, 0, 700, 2000, 3333, 61'234),
                             .rtoMaxMs = oneOf(120'000, 120'000, 2'000)};
        const std::optional<double> heals = oneOf(0.0, 0.0, 0.0, 4.0, 30.0);
        const FaultKind kind = oneOf(FaultKind::Drop, FaultKind::Drop, FaultKind::CableOut, FaultKind::LocalDrop);
        const FaultScript script{brokenAt(1, *heals > 0 ? heals : std::nullopt, kind), Host::Client};
        const std::vector<double> phases = wheelPhases(hz, chain.firstSent, hz, std::int64_t{hz} << std::min(chain.synRetries + 1, 7));
        ChainHull slow;
        for (const double phase : phases)
            slow.add(chain.run({hz, phase}, script), true);
        ChainHull quick;
        addEveryPhase(quick, chain, hz, phases, script);
        EXPECT_EQ(shown(quick), shown(slow)) << fmt::format("retries {} linear {} user timeout {} longest {} HZ {} heals {}", chain.synRetries, chain.linearTimeouts,
                                                            chain.userTimeoutMs, chain.rtoMaxMs, hz, *heals);
    }
}

TEST(PhaseScan, TakesOptionsThatChangeAndSegmentsThatArrive)
{
    const FaultScript script{brokenAt(1, std::nullopt, FaultKind::Drop), Host::Client};
    KeepaliveChain chain{.idleSeconds = 5, .intervalSeconds = 3, .count = 3, .lastHeard = -1, .armedAt = -1, .armedFor = 5};
    chain.heard = {2.5, 3.25};
    expectSame(chain, 250, script, "heard");
    chain.heard.clear();
    chain.changes = {{.at = 4, .on = {}, .idleSeconds = {}, .intervalSeconds = 1, .count = {}, .userTimeoutMs = {}}};
    expectSame(chain, 250, script, "changes");
    chain.changes.clear();
    chain.on = false;
    expectSame(chain, 250, script, "off");
}

} // namespace
} // namespace halfopen
