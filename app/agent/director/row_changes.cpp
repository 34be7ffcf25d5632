// SPDX-License-Identifier: GPL-3.0-or-later
// What is new between two readings of a socket table.
#include "agent/director/row_changes.h"

namespace halfopen {

namespace {

/// The column counts in 10 ms and a reading takes some ms on a busy machine; no TCP timer is re-armed for less.
constexpr RunTime kExpiryTolerance = std::chrono::milliseconds{50};

} // namespace

RowChanges::Difference RowChanges::update(RunTime now, const std::vector<SocketRow>& rows)
{
    Difference difference;
    ++m_round;
    for (const SocketRow& row : rows) {
        Known& known = m_known[keyOf(row)];
        known.seen = m_round;
        if (known.told && !isChange(now, row, known))
            continue;
        known.told = true;
        known.row = row;
        known.expiry = now + row.timerLeft;
        difference.changed.push_back(row);
    }
    for (auto entry = m_known.begin(); entry != m_known.end();) {
        if (entry->second.seen == m_round) {
            ++entry;
            continue;
        }
        difference.gone.push_back(entry->first);
        entry = m_known.erase(entry);
    }
    return difference;
}

void RowChanges::noteUntold(const RowKey& key)
{
    const auto entry = m_known.find(key);
    if (entry != m_known.end())
        entry->second.told = false;
}

bool RowChanges::isChange(RunTime now, const SocketRow& row, const Known& known)
{
    SocketRow sameCountdown = row;
    sameCountdown.timerLeft = known.row.timerLeft;
    if (sameCountdown != known.row)
        return true;
    if (row.timer == KernelTimer::None)
        return false;
    const RunTime expiry = now + row.timerLeft;
    if (row.timerLeft == RunTime{0}) // stands at 0 until the timer wheel comes round
        return known.expiry > expiry + kExpiryTolerance;
    return expiry > known.expiry + kExpiryTolerance || expiry < known.expiry - kExpiryTolerance;
}

} // namespace halfopen
