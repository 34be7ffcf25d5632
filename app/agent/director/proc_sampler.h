// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the hosts' socket tables and tells what has changed.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "agent/base/fd.h"
#include "agent/director/reporter.h"
#include "agent/director/row_changes.h"

namespace halfopen {

/// In the namespaces place each host has a table of its own; in the loopback place both ends stand in the table of
/// this machine, and only our own rows are looked at.
class ProcSampler final
{
public:
    /// Descriptors of the hosts' /proc/net/tcp (tcp6), which stay the caller's.
    ProcSampler(Reporter& reporter, const RunClock& clock, int clientTable, int serverTable);
    /// One table for both ends.
    ProcSampler(Reporter& reporter, const RunClock& clock, int table);

    /// Rows between these addresses belong to that pair.
    void addPair(int pair, const SocketAddress& client, const SocketAddress& server);

    /// Reads and tells. Fails once, and then no more is read.
    [[nodiscard]] Result<void> sample();
    /// Whether the last reading had that row.
    [[nodiscard]] bool shows(const RowKey& key) const;
    /// Processor time of the last reading: a large table is read less often.
    [[nodiscard]] RunTime cost() const { return m_cost; }

private:
    struct Owner final
    {
        Host host = Host::Client;
        int pair = -1;
    };

    [[nodiscard]] Result<std::vector<SocketRow>> read(int table);
    [[nodiscard]] std::optional<Owner> ownerOf(const RowKey& key, std::optional<Host> table) const;
    void tell(RunTime now, const std::vector<SocketRow>& rows, std::optional<Host> table, std::size_t index);

    Reporter& m_reporter;
    const RunClock& m_clock;
    std::vector<int> m_tables; // one, or the client's and the server's
    std::array<RowChanges, 2> m_changes;
    std::array<RunTime, 2> m_lastRead{}; // when each table was read before this time
    std::map<RowKey, Owner> m_owners;
    std::string m_text;
    RunTime m_cost{0};
    bool m_failed = false;
};

} // namespace halfopen
