// SPDX-License-Identifier: GPL-3.0-or-later
// The chain of window probes by itself, against measured chains.
#include <gtest/gtest.h>

#include "core/fault_script.h"
#include "core/timer_chain.h"

namespace halfopen {
namespace {

Experiment cutAfterASecond()
{
    Experiment experiment;
    experiment.pairs.emplace_back();
    experiment.faults.push_back(Fault{}); // drop, both ways, at 1.0 s
    return experiment;
}

// Measured on Linux 6.18, HZ 250, tcp_retries2 5, RTO 212 ms: probes 0.308 s (answered), 0.760 s (delivered, not answered),
// 1.624, 3.348, 6.968 and 13.876 s after t = 0, send() failed at 20.792 s. Here as there the cut is at 1 s; a chain's times
// count from it.
TEST(WindowProbes, TheSecondOfAQuickChainIsNotAnswered)
{
    WindowProbeChain chain;
    chain.closedAt = 0.068 - 1;
    chain.rtoJiffies = 53;
    chain.retries2 = 5;
    const FaultScript script(cutAfterASecond(), Host::Client);
    for (const double phase : {0.0, 3.5, 7.75, 31.5, 63.25}) {
        const ChainResult result = chain.run({250, phase}, script);
        ASSERT_TRUE(result.diedAt) << phase;
        EXPECT_NEAR(*result.diedAt, 19.79, 0.35) << phase;
        EXPECT_EQ(result.sent.size(), 4U) << "lost ones: the fifth that nobody answered had arrived";
    }
}

// With an RTO of a second the probes are further apart than the peer's limit of one answer in 500 ms.
TEST(WindowProbes, ASlowChainIsAnsweredEveryTime)
{
    WindowProbeChain chain;
    chain.closedAt = -10;
    chain.rtoJiffies = 250;
    chain.retries2 = 3;
    const FaultScript script(cutAfterASecond(), Host::Client);
    const ChainResult result = chain.run({250, 0.5}, script);
    ASSERT_TRUE(result.diedAt);
    EXPECT_EQ(result.sent.size(), 3U) << "all three that count were lost";
}

} // namespace
} // namespace halfopen
