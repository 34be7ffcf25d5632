// SPDX-License-Identifier: GPL-3.0-or-later
// A way that is shut and opened again while packets wait to be looked at.
#pragma once

#include <atomic>

#include "core/run_time.h"

namespace halfopen {

/// Shut from the next look on; once it is open again, what came before that stays outside: on a busy machine a packet
/// may be looked at long after it came, and the last words of a host that has lost its power must not come out when it
/// is back. One thread turns it, another asks.
class Gate final
{
public:
    void shut() { m_isShut.store(true); }
    void open(RunTime at)
    {
        m_openSince.store(at.count());
        m_isShut.store(false);
    }
    /// `came`: when the packet came to the gate.
    [[nodiscard]] bool stops(RunTime came) const { return m_isShut.load() || came.count() < m_openSince.load(); }

private:
    std::atomic<bool> m_isShut{false};
    std::atomic<RunTime::rep> m_openSince{RunTime::min().count()};
};

} // namespace halfopen
