// SPDX-License-Identifier: GPL-3.0-or-later
// What the threads of a host's program wait for before they act.
#pragma once

#include <condition_variable>
#include <mutex>
#include <optional>

#include "core/run_time.h"

namespace halfopen {

/// Opens once for the first call, and once more when the first fault is there. Safe for threads.
class StartGate final
{
public:
    void arm();
    void waitArmed();
    /// Only the first call counts.
    void setOrigin(RunTime origin);
    [[nodiscard]] RunTime waitOrigin();

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_armed = false;
    std::optional<RunTime> m_origin;
};

} // namespace halfopen
