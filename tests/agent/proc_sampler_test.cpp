// SPDX-License-Identifier: GPL-3.0-or-later
// A row belongs to its pair, also where it was read before anybody knew whose it is.
#include "agent/director/proc_sampler.h"

#include <algorithm>
#include <array>
#include <gtest/gtest.h>
#include <string>
#include <string_view>
#include <sys/mman.h>
#include <unistd.h>
#include <vector>

#include "core/event_codec.h"

namespace halfopen {

namespace {

constexpr std::string_view kHeading =
    "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n";

/// A file without a name that can be read from its start, as /proc/net/tcp.
Fd tableOf(const std::string& row)
{
    Fd table{::memfd_create("table", MFD_CLOEXEC)};
    const std::string text = std::string{kHeading} + row;
    EXPECT_EQ(::write(table.get(), text.data(), text.size()), static_cast<ssize_t>(text.size()));
    return table;
}

std::vector<RowEvent> rowsTold(const Fd& reading)
{
    std::array<char, 65536> bytes{};
    const ssize_t got = ::read(reading.get(), bytes.data(), bytes.size());
    std::string_view text{bytes.data(), static_cast<std::size_t>(std::max<ssize_t>(got, 0))};
    std::vector<RowEvent> rows;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        const Result<Event> event = parseEvent(text.substr(0, end));
        EXPECT_TRUE(event.ok()) << text.substr(0, end);
        if (event) {
            if (const auto* const row = std::get_if<RowEvent>(&event->body))
                rows.push_back(*row);
        }
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return rows;
}

// The server's kernel holds a SYN-RECV row before connect() has told the client's port.
TEST(ProcSampler, tellsARowAgainWhenItIsKnownWhoseItIs)
{
    std::array<int, 2> ends{};
    ASSERT_EQ(::pipe2(ends.data(), O_CLOEXEC), 0);
    const Fd reading{ends[0]};
    const Fd writing{ends[1]};
    const RunClock clock;
    Reporter reporter{writing.get(), clock};
    const Fd client = tableOf("");
    const Fd server = tableOf(
        "   0: 0202000A:2328 0201000A:9CB0 03 00000000:00000000 01:00000062 00000000     0        0 0 1 0000000000000000\n");
    ProcSampler sampler{reporter, clock, client.get(), server.get()};
    ASSERT_TRUE(sampler.sample().ok());
    sampler.addPair(4, SocketAddress{"10.0.1.2", 40112}, SocketAddress{"10.0.2.2", 9000});
    ASSERT_TRUE(sampler.sample().ok());
    ASSERT_TRUE(sampler.sample().ok());
    reporter.writeSome();
    const auto rows = rowsTold(reading);
    ASSERT_EQ(rows.size(), 2U) << "once of nobody, once of its pair";
    EXPECT_EQ(rows[0].pair, -1);
    EXPECT_EQ(rows[1].pair, 4);
    EXPECT_EQ(rows[1].host, Host::Server);
    EXPECT_EQ(rows[1].row.state, TcpState::SynRecv);
}

} // namespace

} // namespace halfopen
