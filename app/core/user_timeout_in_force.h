// SPDX-License-Identifier: GPL-3.0-or-later
// The user timeout of a socket while a chain of expiries runs.
#pragma once

#include <cstddef>
#include <vector>

#include "core/timer_chain.h"

namespace halfopen {

/// Keeps the user timeout in force up to date.
class UserTimeoutInForce final
{
public:
    UserTimeoutInForce(int first, const std::vector<TimerChange>& changes) : m_changes(changes), m_value(first) {}

    [[nodiscard]] int at(double seconds)
    {
        for (; m_next < m_changes.size() && m_changes[m_next].at <= seconds; ++m_next)
            m_value = m_changes[m_next].userTimeoutMs.value_or(m_value);
        return m_value;
    }

    /// Whether nothing changes any more.
    [[nodiscard]] bool isSettled() const { return m_next == m_changes.size(); }

private:
    const std::vector<TimerChange>& m_changes;
    std::size_t m_next = 0;
    int m_value;
};

} // namespace halfopen
