// SPDX-License-Identifier: GPL-3.0-or-later
// What is new between two readings of a socket table.
#pragma once

#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "core/socket_row.h"

namespace halfopen {

/// Both ends of a row: what tells one socket from another.
using RowKey = std::pair<SocketAddress, SocketAddress>;

[[nodiscard]] inline RowKey keyOf(const SocketRow& row)
{
    return {row.local, row.remote};
}

/// Remembers what was last told of each row. A countdown that counts down is no change; a timer that was armed,
/// re-armed or stopped is.
class RowChanges final
{
public:
    struct Difference final
    {
        std::vector<SocketRow> changed; // new rows too
        std::vector<RowKey> gone;
    };

    /// `now`: when the table was read.
    [[nodiscard]] Difference update(RunTime now, const std::vector<SocketRow>& rows);

    /// Whether the last update had that row.
    [[nodiscard]] bool knows(const RowKey& key) const { return m_known.contains(key); }

    /// It could not be told after all, or not as whose: the next update tells it again, or that it is gone.
    void noteUntold(const RowKey& key);

private:
    struct Known final
    {
        SocketRow row;
        RunTime expiry{0}; // when its timer was to fire, as estimated when the row was told
        std::uint64_t seen = 0;
        bool told = false;
    };

    [[nodiscard]] static bool isChange(RunTime now, const SocketRow& row, const Known& known);

    std::map<RowKey, Known> m_known;
    std::uint64_t m_round = 0;
};

} // namespace halfopen
