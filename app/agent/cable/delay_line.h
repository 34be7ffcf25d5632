// SPDX-License-Identifier: GPL-3.0-or-later
// Frames that are to be handed on later.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <vector>

#include "core/run_time.h"

namespace halfopen {

/// Keeps the order of one direction: a frame never overtakes an earlier one, so that a delay that ends, or shrinks, is
/// no reordering. Not safe for threads.
class DelayLine final
{
public:
    /// False where it is full (64 MiB): that frame is lost. `due`: wanted; later where earlier frames are still waiting.
    bool put(RunTime due, std::span<const std::uint8_t> frame);
    [[nodiscard]] bool empty() const { return m_frames.empty(); }
    [[nodiscard]] std::optional<RunTime> nextDue() const;
    /// The first frame, where it is due by `now`; empty otherwise.
    [[nodiscard]] std::vector<std::uint8_t> take(RunTime now);

private:
    struct Waiting final
    {
        RunTime due{0};
        std::vector<std::uint8_t> bytes;
    };

    std::deque<Waiting> m_frames;
    std::size_t m_bytes = 0;
};

} // namespace halfopen
