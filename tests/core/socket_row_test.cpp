// SPDX-License-Identifier: GPL-3.0-or-later
// /proc/net/tcp and tcp6, field by field.
#include "core/socket_row.h"

#include <gtest/gtest.h>

namespace halfopen {
namespace {

using namespace std::chrono_literals;

constexpr std::string_view kHeading =
    "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n";

TEST(ProcNetTcp, EveryFieldOfAnEstablishedRow)
{
    const std::string text = std::string{kHeading} +
                             "   0: 0201000A:9CB0 0202000A:2328 01 00000B50:00000001 02:000000BB 00000004  1000        2 12345 3 "
                             "0000000000000000 20 4 30 10 -1\n";
    const auto rows = parseProcNetTcp(text);
    ASSERT_TRUE(rows) << rows.error().message;
    ASSERT_EQ(rows->size(), 1U);
    const SocketRow& row = rows->front();
    EXPECT_EQ(row.local.text(), "10.0.1.2:40112");
    EXPECT_EQ(row.remote.text(), "10.0.2.2:9000");
    EXPECT_EQ(row.state, TcpState::Established);
    EXPECT_EQ(row.sendQueue, 2896U);
    EXPECT_EQ(row.receiveQueue, 1U);
    EXPECT_EQ(row.timer, KernelTimer::Keepalive);
    EXPECT_EQ(row.timerLeft, 1870ms);
    EXPECT_EQ(row.retransmits, 4);
    EXPECT_EQ(row.uid, 1000);
    EXPECT_EQ(row.probesOut, 2);
    EXPECT_EQ(row.inode, 12345U);
    EXPECT_EQ(row.references, 3);
    EXPECT_EQ(row.rto, 200ms);
    EXPECT_EQ(row.ato, 40ms);
    EXPECT_EQ(row.quickAckPingpong, 30);
    EXPECT_EQ(row.congestionWindow, 10);
    EXPECT_EQ(row.slowStartThreshold, -1);
}

TEST(ProcNetTcp, ShortRowsOfTimeWaitAndRequests)
{
    const auto rows = parseProcNetTcp(
        "   0: 0100007F:1F90 0100007F:8000 06 00000000:00000000 03:00001770 00000000     0        0 0 3 0000000000000000\n"
        "   1: 0100007F:1F90 0100007F:8001 03 00000000:00000000 01:00000062 00000001     0        0 0 1 0000000000000000\n");
    ASSERT_TRUE(rows) << rows.error().message;
    EXPECT_EQ(rows->at(0).state, TcpState::TimeWait);
    EXPECT_EQ(rows->at(0).timer, KernelTimer::TimeWait);
    EXPECT_EQ(rows->at(0).timerLeft, 60s);
    EXPECT_EQ(rows->at(1).state, TcpState::SynRecv);
    EXPECT_EQ(rows->at(1).retransmits, 1);
}

TEST(ProcNetTcp, Ipv6AddressesInCanonicalForm)
{
    const auto rows = parseProcNetTcp(
        "   0: 010000FD000000000000000002000000:0050 00000000000000000000000001000000:2328 0A 00000000:00000000 00:00000000 "
        "00000000     0        0 1 1 0000000000000000 100 0 0 10 0\n");
    ASSERT_TRUE(rows) << rows.error().message;
    EXPECT_EQ(rows->at(0).local.text(), "[fd00:1::2]:80");
    EXPECT_EQ(rows->at(0).remote.text(), "[::1]:9000");
    EXPECT_EQ(rows->at(0).state, TcpState::Listen);
}

TEST(ProcNetTcp, AddressTextReadsBack)
{
    for (const SocketAddress& address : {SocketAddress{"10.0.1.2", 65535}, SocketAddress{"fd00:1::2", 9000}})
        EXPECT_EQ(socketAddressFromText(address.text()), address);
    for (const char* text : {"", "10.0.1.2", "10.0.1.2:", "10.0.1.2:65536", ":80", "[]:80", "10.0.1.2:8x", "name:80"})
        EXPECT_EQ(socketAddressFromText(text), std::nullopt) << text;
}

TEST(ProcNetTcp, BrokenLinesAreRefusedByNumber)
{
    const std::string good =
        "   0: 0201000A:9CB0 0202000A:2328 01 00000000:00000000 02:000000BB 00000000  1000        2 12345 3 0000000000000000 20 4 30 10 -1\n";
    ASSERT_TRUE(parseProcNetTcp(good));
    const auto broken = parseProcNetTcp(good + "   1: 0201000A:9CB0 zzz\n");
    ASSERT_FALSE(broken);
    EXPECT_NE(broken.error().message.find("Line 2"), std::string::npos) << broken.error().message;
    const std::string_view line{good};
    for (std::size_t length = 1; length < line.size() - 2; ++length) {
        const auto cut = parseProcNetTcp(line.substr(0, length));
        if (cut && !cut->empty()) {
            EXPECT_EQ(cut->front().local.port, 40112) << length; // a short row of a legal form
        }
    }
}

TEST(ProcNetTcp, EmptyTableIsNoRows)
{
    const auto rows = parseProcNetTcp(kHeading);
    ASSERT_TRUE(rows);
    EXPECT_TRUE(rows->empty());
}

} // namespace
} // namespace halfopen
