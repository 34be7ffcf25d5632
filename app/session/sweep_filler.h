// SPDX-License-Identifier: GPL-3.0-or-later
// Works out the cells of a sweep on several processors.
#pragma once

#include <cstddef>
#include <stop_token>

#include "core/sweep.h"

namespace halfopen {

/// Works out the grid's next cells, at most so many, on so many threads (the caller's among them), and returns how many it
/// were. A stop ends it within a few cells; what has been worked out stays in the grid.
std::size_t fillOnThreads(SweepGrid& grid, std::size_t most, unsigned threads, const std::stop_token& stop = {});

/// One for each processor.
[[nodiscard]] unsigned threadsHere();

} // namespace halfopen
