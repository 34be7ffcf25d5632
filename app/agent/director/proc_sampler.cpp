// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the hosts' socket tables and tells what has changed.
#include "agent/director/proc_sampler.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <unistd.h>
#include <utility>

#include "core/words.h"

#include <fmt/format.h>

namespace halfopen {

namespace {

constexpr std::size_t kReadAtOnce = 64 * 1024;

} // namespace

ProcSampler::ProcSampler(Reporter& reporter, const RunClock& clock, int clientTable, int serverTable)
    : m_reporter(reporter), m_clock(clock), m_tables{clientTable, serverTable}
{}

ProcSampler::ProcSampler(Reporter& reporter, const RunClock& clock, int table)
    : m_reporter(reporter), m_clock(clock), m_tables{table}
{}

void ProcSampler::addPair(int pair, const SocketAddress& client, const SocketAddress& server)
{
    m_owners.insert_or_assign(RowKey{client, server}, Owner{Host::Client, pair});
    m_owners.insert_or_assign(RowKey{server, client}, Owner{Host::Server, pair});
    // Read before anybody knew whose they are, they were told as nobody's; one that does not change would never be its pair's.
    for (RowChanges& changes : m_changes) {
        changes.noteUntold(RowKey{client, server});
        changes.noteUntold(RowKey{server, client});
    }
}

Result<void> ProcSampler::sample()
{
    if (m_failed)
        return {};
    const RunTime began = RunClock::threadCpu();
    for (std::size_t i = 0; i < m_tables.size(); ++i) {
        const RunTime now = m_clock.now();
        Result<std::vector<SocketRow>> rows = read(m_tables[i]);
        if (!rows) {
            m_failed = true;
            return rows.error();
        }
        const bool shared = m_tables.size() == 1;
        const std::optional<Host> table = shared ? std::nullopt : std::optional{i == 0 ? Host::Client : Host::Server};
        tell(now, *rows, table, i);
    }
    m_cost = RunClock::threadCpu() - began;
    return {};
}

bool ProcSampler::shows(const RowKey& key) const
{
    return std::ranges::any_of(m_changes, [&key](const RowChanges& changes) { return changes.knows(key); });
}

Result<std::vector<SocketRow>> ProcSampler::read(int table)
{
    std::size_t length = 0;
    while (true) {
        if (m_text.size() < length + kReadAtOnce)
            m_text.resize(length + kReadAtOnce);
        const ssize_t got = ::pread(table, m_text.data() + length, m_text.size() - length, static_cast<off_t>(length));
        if (got < 0) {
            const int code = errno;
            return Error{code, fmt::format(words("core", "The socket table of a host cannot be read: {}."),
                                           std::strerror(code))};
        }
        if (got == 0)
            return parseProcNetTcp(std::string_view{m_text}.substr(0, length));
        length += static_cast<std::size_t>(got);
    }
}

std::optional<ProcSampler::Owner> ProcSampler::ownerOf(const RowKey& key, std::optional<Host> table) const
{
    const auto found = m_owners.find(key);
    if (found != m_owners.end())
        return found->second;
    if (!table)
        return std::nullopt; // another program's socket
    return Owner{*table, -1};
}

void ProcSampler::tell(RunTime now, const std::vector<SocketRow>& rows, std::optional<Host> table, std::size_t index)
{
    RowChanges& changes = m_changes[index];
    const RunTime lastRead = std::exchange(m_lastRead[index], now);
    std::vector<SocketRow> own;
    if (!table) {
        for (const SocketRow& row : rows) {
            if (m_owners.contains(keyOf(row)))
                own.push_back(row);
        }
    }
    const RowChanges::Difference difference = changes.update(now, table ? rows : own);
    for (const SocketRow& row : difference.changed) {
        const std::optional<Owner> owner = ownerOf(keyOf(row), table);
        if (owner && !m_reporter.sample(Event{now, RowEvent{.host = owner->host, .pair = owner->pair, .row = row}}))
            changes.noteUntold(keyOf(row));
    }
    for (const RowKey& key : difference.gone) {
        if (const std::optional<Owner> owner = ownerOf(key, table)) {
            m_reporter.fact(Event{
                now, RowGoneEvent{.host = owner->host, .pair = owner->pair, .local = key.first, .remote = key.second, .lastSeen = lastRead}});
        }
    }
}

} // namespace halfopen
