// SPDX-License-Identifier: GPL-3.0-or-later
// The router's faults on this kernel: what real sockets make of them.
#include "lab_bench.h"

#include <gtest/gtest.h>

#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>

namespace halfopen::test {

namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr std::array kFamilies{Family::Ipv4, Family::Ipv6};

int errnoOf(const Fd& socket, RunTime limit)
{
    if (!awaitReadable(socket, limit))
        return EAGAIN;
    std::array<char, 8> got{};
    return ::recv(socket.get(), got.data(), got.size(), MSG_DONTWAIT) < 0 ? errno : 0;
}

int softErrorOf(const Fd& socket)
{
    int error = 0;
    socklen_t length = sizeof error;
    ::getsockopt(socket.get(), SOL_SOCKET, SO_ERROR, &error, &length);
    return error;
}

int madeOf(const LabBench& bench, PacketKind kind)
{
    return static_cast<int>(std::ranges::count_if(bench.events(), [kind](const Event& event) {
        const auto* const told = std::get_if<PacketEvent>(&event.body);
        return told && told->packet.isMade && told->packet.kind == kind;
    }));
}

} // namespace

TEST(RouterFaultsLive, AResetIsBelievedByBothEnds)
{
    for (const Family family : kFamilies)
        inOwnProcess([family] {
            LabBench bench{family, 2};
            const TcpPair idle = bench.connect(0);
            const TcpPair busy = bench.connect(1);
            ASSERT_EQ(::send(busy.client.get(), "hello", 5, 0), 5);
            ASSERT_TRUE(awaitReadable(busy.server, seconds{2}));
            std::array<char, 8> got{};
            ASSERT_EQ(::recv(busy.server.get(), got.data(), got.size(), 0), 5);
            bench.cable().apply(0, defaultFault(FaultKind::Reset));
            bench.cable().faultInForce(true);
            for (const TcpPair* pair : {&idle, &busy}) {
                EXPECT_EQ(errnoOf(pair->client, seconds{2}), ECONNRESET);
                EXPECT_EQ(errnoOf(pair->server, seconds{2}), ECONNRESET);
            }
            bench.finish();
            EXPECT_EQ(madeOf(bench, PacketKind::Rst), 4) << bench.packetLines(0) << bench.packetLines(1);
            EXPECT_EQ(bench.trouble(), "");
        });
}

TEST(RouterFaultsLive, AResetHitsAlsoWhereDataWasLostBefore)
{
    inOwnProcess([] {
        LabBench bench{Family::Ipv4, 1};
        const TcpPair pair = bench.connect(0);
        bench.cable().setDropping(Direction::ToServer, true);
        ASSERT_EQ(::send(pair.client.get(), "lost", 4, 0), 4);
        ASSERT_TRUE(bench.collectUntil(seconds{3}, [&bench](const auto&) { return bench.count(PacketKind::Data, PacketFate::Dropped) == 1; }));
        Fault reset = defaultFault(FaultKind::Reset);
        reset.direction = Direction::ToServer;
        bench.cable().apply(0, reset);
        EXPECT_EQ(errnoOf(pair.server, seconds{2}), ECONNRESET) << "the router knows that the server never got those bytes";
        bench.finish();
    });
}

TEST(RouterFaultsLive, ARejectionIsRememberedAsASoftErrorWhereDataIsInFlight)
{
    constexpr std::array<std::pair<RouterAnswer, int>, 3> answers{
        {{RouterAnswer::IcmpHost, EHOSTUNREACH}, {RouterAnswer::IcmpNet, ENETUNREACH}, {RouterAnswer::IcmpPort, ECONNREFUSED}}};
    for (const Family family : kFamilies) {
        for (const auto& [answer, expected] : answers)
            inOwnProcess([family, answer = answer, expected = expected] {
                LabBench bench{family, 1};
                const TcpPair pair = bench.connect(0);
                Fault reject = defaultFault(FaultKind::Reject);
                reject.with = answer;
                bench.cable().apply(0, reject);
                bench.cable().faultInForce(true);
                ASSERT_EQ(::send(pair.client.get(), "x", 1, 0), 1);
                ASSERT_TRUE(bench.collectUntil(seconds{3}, [&bench](const auto&) { return madeOf(bench, PacketKind::Icmp) > 0; }));
                int error = 0;
                const RunTime begin = RunClock::monotonic();
                while ((error = softErrorOf(pair.client)) == 0 && RunClock::monotonic() - begin < seconds{2}) {
                }
                EXPECT_EQ(error, expected) << name(answer);
                EXPECT_EQ(errnoOf(pair.client, milliseconds{1}), EAGAIN) << "the connection lives";
                bench.finish();
                EXPECT_GE(bench.count(PacketKind::Data, PacketFate::Rejected), 1);
            });
    }
}

TEST(RouterFaultsLive, ARejectionWithResetEndsTheSender)
{
    for (const Family family : kFamilies)
        inOwnProcess([family] {
            LabBench bench{family, 1};
            const TcpPair pair = bench.connect(0);
            bench.cable().apply(0, defaultFault(FaultKind::Reject));
            bench.cable().faultInForce(true);
            ASSERT_EQ(::send(pair.client.get(), "x", 1, 0), 1);
            EXPECT_EQ(errnoOf(pair.client, seconds{2}), ECONNRESET);
            EXPECT_EQ(errnoOf(pair.server, milliseconds{1}), EAGAIN) << "nobody has told the server";
            bench.finish();
            EXPECT_EQ(bench.trouble(), "");
        });
}

TEST(RouterFaultsLive, ADelayIsNeverShorterAndKeepsTheOrder)
{
    inOwnProcess([] {
        LabBench bench{Family::Ipv4, 1};
        const TcpPair pair = bench.connect(0);
        Fault delay = defaultFault(FaultKind::Delay);
        delay.delayMs = 60;
        delay.direction = Direction::ToServer;
        bench.cable().apply(0, delay);
        bench.cable().faultInForce(true);
        std::vector<RunTime> taken;
        for (char number = 0; number < 15; ++number) {
            const RunTime sent = RunClock::monotonic();
            ASSERT_EQ(::send(pair.client.get(), &number, 1, 0), 1);
            ASSERT_TRUE(awaitReadable(pair.server, seconds{3}));
            char got = -1;
            ASSERT_EQ(::recv(pair.server.get(), &got, 1, 0), 1);
            taken.push_back(RunClock::monotonic() - sent);
            EXPECT_EQ(got, number);
            EXPECT_GE(taken.back(), milliseconds{60});
        }
        std::ranges::nth_element(taken, taken.begin() + 7);
        EXPECT_LT(taken[7], milliseconds{90}) << "the median, on a machine however busy";
        bench.cable().lift(0);
        const RunTime sent = RunClock::monotonic();
        ASSERT_EQ(::send(pair.client.get(), "x", 1, 0), 1);
        ASSERT_TRUE(awaitReadable(pair.server, seconds{3}));
        EXPECT_LT(RunClock::monotonic() - sent, milliseconds{60}) << "lifted";
        bench.finish();
        EXPECT_EQ(bench.trouble(), "");
    });
}

TEST(RouterFaultsLive, LosesExactlyTheSecondData)
{
    inOwnProcess([] {
        LabBench bench{Family::Ipv4, 1};
        const TcpPair pair = bench.connect(0);
        Fault drop = defaultFault(FaultKind::Drop);
        drop.only = PacketChoice::Data;
        drop.nth = 2;
        bench.cable().apply(0, drop);
        bench.cable().faultInForce(true);
        for (const char* message : {"1", "2", "3"}) {
            ASSERT_EQ(::send(pair.client.get(), message, 1, 0), 1);
            ASSERT_TRUE(awaitReadable(pair.server, seconds{5})) << message;
            char got = 0;
            ASSERT_EQ(::recv(pair.server.get(), &got, 1, 0), 1);
            EXPECT_EQ(got, *message);
        }
        bench.finish();
        EXPECT_EQ(bench.count(PacketKind::Data, PacketFate::Dropped), 1) << bench.packetLines(0);
        EXPECT_EQ(bench.count(PacketKind::Retransmission, PacketFate::Dropped), 0);
        EXPECT_EQ(bench.count(PacketKind::Retransmission, PacketFate::Delivered), 1);
        EXPECT_EQ(bench.trouble(), "");
    });
}

TEST(RouterFaultsLive, AForgetfulMiddleboxTakesASilentConnectionOnly)
{
    inOwnProcess([] {
        LabBench bench{Family::Ipv4, 2};
        const KeepAlive often{1, 1, 3};
        const TcpPair chatty = bench.connect(0, &often);
        const TcpPair silent = bench.connect(1);
        Fault forget = defaultFault(FaultKind::NatForget);
        forget.idleSeconds = 2.5;
        forget.with = RouterAnswer::Rst;
        bench.cable().apply(0, forget);
        bench.cable().faultInForce(true);
        ASSERT_TRUE(bench.collectUntil(seconds{8}, [&bench](const auto&) { return bench.count(PacketKind::Probe, PacketFate::Delivered) >= 6; }));
        ASSERT_EQ(::send(silent.client.get(), "x", 1, 0), 1);
        EXPECT_EQ(errnoOf(silent.client, seconds{2}), ECONNRESET);
        EXPECT_EQ(errnoOf(chatty.client, milliseconds{1}), EAGAIN) << "its probes keep it in memory";
        bench.finish();
        EXPECT_EQ(bench.trouble(), "");
    });
}

} // namespace halfopen::test
