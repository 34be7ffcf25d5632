// SPDX-License-Identifier: GPL-3.0-or-later
// How long a grid of 10,000 cells takes: it is worked out while somebody waits for the picture.
#include <benchmark/benchmark.h>

#include "session/sweep_filler.h"

namespace halfopen {
namespace {

Experiment watched(Activity activity, Activity server)
{
    Pair pair;
    pair.client.activity = activity;
    pair.client.options.keepAlive = true;
    pair.client.options.keepIdleSeconds = 60;
    pair.client.options.keepIntervalSeconds = 10;
    pair.client.options.keepCount = 3;
    pair.server.activity = server;
    Experiment experiment;
    experiment.pairs.push_back(pair);
    experiment.faults.push_back(defaultFault(FaultKind::Drop));
    experiment.timeLimitSeconds = 100'000;
    return experiment;
}

void sweeping(benchmark::State& state, Activity activity, Activity server, const char* first, const char* second)
{
    const Experiment experiment = watched(activity, server);
    const auto sweep = Sweep::make(experiment, {parseSweepAxis(first, experiment).value(), parseSweepAxis(second, experiment).value()});
    const unsigned threads = state.range(0) == 0 ? threadsHere() : static_cast<unsigned>(state.range(0));
    for ([[maybe_unused]] auto turn : state) {
        SweepGrid grid{*sweep, KernelProfile{}};
        benchmark::DoNotOptimize(fillOnThreads(grid, sweep->cellCount(), threads));
    }
    state.counters["cells"] = static_cast<double>(sweep->cellCount());
}

// The argument is the number of threads; 0: one for each processor.
#define HALFOPEN_SWEEP(name, ...) BENCHMARK_CAPTURE(sweeping, name, __VA_ARGS__)->Arg(1)->Arg(0)->UseRealTime()->MeasureProcessCPUTime()->Unit(benchmark::kMillisecond)
HALFOPEN_SWEEP(idleAndInterval, Activity::Recv, Activity::Hold, "client.TCP_KEEPIDLE=1..100", "client.TCP_KEEPINTVL=1..100");
HALFOPEN_SWEEP(longIdleAndCount, Activity::Recv, Activity::Hold, "client.TCP_KEEPIDLE=1..30000/100", "client.TCP_KEEPCNT=1..100");
HALFOPEN_SWEEP(idleAndUserTimeout, Activity::Recv, Activity::Hold, "client.TCP_KEEPIDLE=1..100", "client.TCP_USER_TIMEOUT=0..99000/100");
HALFOPEN_SWEEP(faultTimeAndIdle, Activity::Recv, Activity::Hold, "fault.at_s=0..49.5/100", "client.TCP_KEEPIDLE=1..100");
HALFOPEN_SWEEP(requestRetriesAndUserTimeout, Activity::Request, Activity::Recv, "tcp_retries2=1..100", "client.TCP_USER_TIMEOUT=0..99000/100");
HALFOPEN_SWEEP(requestRetriesAndIdle, Activity::Request, Activity::Recv, "tcp_retries2=1..100", "client.TCP_KEEPIDLE=1..100");
HALFOPEN_SWEEP(senderRetriesAndUserTimeout, Activity::Send, Activity::Recv, "tcp_retries2=1..100", "client.TCP_USER_TIMEOUT=0..99000/100");
HALFOPEN_SWEEP(closedWindowRetriesAndUserTimeout, Activity::Send, Activity::Hold, "tcp_retries2=1..100", "client.TCP_USER_TIMEOUT=0..99000/100");
HALFOPEN_SWEEP(connectCountAndUserTimeout, Activity::Connect, Activity::Hold, "client.TCP_SYNCNT=1..100", "client.TCP_USER_TIMEOUT=0..99000/100");
#undef HALFOPEN_SWEEP

} // namespace
} // namespace halfopen
