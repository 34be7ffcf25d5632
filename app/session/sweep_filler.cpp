// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/sweep_filler.h"

#include <algorithm>
#include <atomic>
#include <thread>

namespace halfopen {

unsigned threadsHere() { return std::max(1U, std::thread::hardware_concurrency()); }

std::size_t fillOnThreads(SweepGrid& grid, std::size_t most, unsigned threads, const std::stop_token& stop)
{
    constexpr std::size_t kAtOnce = 32; // cells that a thread takes: neighbours share most of what is worked out
    const std::vector<std::size_t> cells = grid.missing(most);
    std::vector<std::vector<Prediction>> results(cells.size());
    std::atomic<std::size_t> taken{0};
    const auto turn = [&] {
        SweepWorker worker{grid.sweep(), grid.kernel()};
        for (std::size_t from = taken.fetch_add(kAtOnce); from < cells.size(); from = taken.fetch_add(kAtOnce)) {
            for (std::size_t i = from; i < std::min(from + kAtOnce, cells.size()) && !stop.stop_requested(); ++i)
                results[i] = worker.predictionsAt(cells[i]);
        }
    };
    {
        std::vector<std::jthread> others;
        for (unsigned other = 1; other < threads && other * kAtOnce < cells.size(); ++other)
            others.emplace_back(turn);
        turn();
    }
    const std::size_t before = grid.filledCount();
    for (std::size_t i = 0; i < cells.size(); ++i)
        grid.put(cells[i], std::move(results[i]));
    return grid.filledCount() - before;
}

} // namespace halfopen
