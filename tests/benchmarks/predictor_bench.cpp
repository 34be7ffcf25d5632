// SPDX-License-Identifier: GPL-3.0-or-later
// How long a prediction takes: it is made again with every move of a slider.
#include <benchmark/benchmark.h>

#include "core/predictor.h"

namespace halfopen {
namespace {

Experiment experimentOf(Activity activity, int pairs)
{
    Experiment experiment;
    for (int number = 0; number < pairs; ++number) {
        Pair pair;
        pair.client.activity = activity;
        pair.client.options.keepAlive = true;
        pair.client.options.keepIdleSeconds = 7200;
        pair.client.options.keepIntervalSeconds = 75;
        pair.client.options.keepCount = 9;
        experiment.pairs.push_back(pair);
    }
    experiment.faults.push_back(Fault{});
    experiment.timeLimitSeconds = 10'000;
    return experiment;
}

void predicting(benchmark::State& state, Activity activity)
{
    const Experiment experiment = experimentOf(activity, static_cast<int>(state.range(0)));
    const KernelProfile kernel;
    for ([[maybe_unused]] auto turn : state)
        benchmark::DoNotOptimize(predict(experiment, kernel));
    state.counters["pairs"] = static_cast<double>(state.range(0));
}

BENCHMARK_CAPTURE(predicting, idleReader, Activity::Recv)->Arg(1)->Arg(100)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(predicting, request, Activity::Request)->Arg(1)->Arg(100)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(predicting, sender, Activity::Send)->Arg(1)->Arg(100)->Unit(benchmark::kMillisecond);

} // namespace
} // namespace halfopen
