// SPDX-License-Identifier: GPL-3.0-or-later
// The cable on this kernel: carrying, naming, cutting, folding, counting.
#include "lab_bench.h"

#include "agent/lab/links.h"

#include <gtest/gtest.h>

#include <net/if.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <iostream>
#include <thread>

namespace halfopen::test {

namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

/// The errno that recv() reports once something has happened; 0 where it returned data or the end.
int errnoOfDeath(const Fd& socket, RunTime limit)
{
    if (!awaitReadable(socket, limit))
        return EAGAIN;
    std::array<char, 8> got{};
    return ::recv(socket.get(), got.data(), got.size(), MSG_DONTWAIT) < 0 ? errno : 0;
}

/// Sets that interface's MTU to 576 bytes.
void shrink(const Fd& control, const std::string& link)
{
    ifreq request{};
    std::strncpy(request.ifr_name, link.c_str(), IFNAMSIZ - 1);
    request.ifr_mtu = 576;
    ASSERT_EQ(::ioctl(control.get(), SIOCSIFMTU, &request), 0);
}

bool has(const std::vector<Event>& events, PacketKind kind, Host from)
{
    return std::ranges::any_of(events, [kind, from](const Event& event) {
        const auto* const told = std::get_if<PacketEvent>(&event.body);
        return told && told->packet.kind == kind && told->packet.from == from;
    });
}

} // namespace

TEST(CableLive, NamesEveryPacketOfAShortConnection)
{
    for (const Family family : {Family::Ipv4, Family::Ipv6})
        inOwnProcess([family] {
            LabBench bench{family, 1};
            TcpPair pair = bench.connect(0);
            std::array<char, 8> got{};
            ASSERT_EQ(::send(pair.client.get(), "hello", 5, 0), 5);
            ASSERT_EQ(::recv(pair.server.get(), got.data(), got.size(), 0), 5);
            ASSERT_TRUE(bench.collectUntil(seconds{2}, [](const auto& events) { return has(events, PacketKind::Data, Host::Client); }));
            pair.client.reset();
            ASSERT_EQ(::recv(pair.server.get(), got.data(), got.size(), 0), 0);
            pair.server.reset();
            ASSERT_TRUE(bench.collectUntil(seconds{2}, [](const auto& events) { return has(events, PacketKind::Fin, Host::Server); }));
            bench.finish();
            // The server's ACKs of data and FIN may ride on its own FIN or go before it.
            std::string lines = bench.packetLines(0);
            for (const std::string optional : {"server ACK 1 6 +0 delivered\n", "server ACK 1 7 +0 delivered\n"})
                if (const std::size_t at = lines.find(optional); at != std::string::npos)
                    lines.erase(at, optional.size());
            EXPECT_EQ(lines, "client SYN 0 0 +0 delivered\n"
                             "server SYN-ACK 0 1 +0 delivered\n"
                             "client ACK 1 1 +0 delivered\n"
                             "client data 1 1 +5 delivered\n"
                             "client FIN 6 1 +0 delivered\n"
                             "server FIN 1 7 +0 delivered\n"
                             "client ACK 7 2 +0 delivered\n");
            EXPECT_EQ(bench.trouble(), "");
        });
}

TEST(CableLive, IdleReaderDiesAfterItsProbesWereDropped)
{
    inOwnProcess([] {
        LabBench bench{Family::Ipv4, 1};
        const KeepAlive keepAlive{1, 1, 2};
        const TcpPair pair = bench.connect(0, &keepAlive);
        ASSERT_TRUE(bench.collectUntil(seconds{3}, [](const auto& events) { return has(events, PacketKind::Answer, Host::Server); }));
        const RunTime cut = bench.cable().setDropping(Direction::Both, true);
        bench.cable().faultInForce(true);
        EXPECT_EQ(errnoOfDeath(pair.client, seconds{6}), ETIMEDOUT);
        const RunTime died = bench.clock().now();
        EXPECT_EQ(errnoOfDeath(pair.server, seconds{6}), ETIMEDOUT);
        bench.finish();
        // Two probes a second apart and the reset of the abort, each end's own, all taken by the cut.
        EXPECT_EQ(bench.count(PacketKind::Rst, PacketFate::Dropped), 2) << bench.packetLines(0);
        // (The server's first probe may have crossed just before the cut took its answer.)
        EXPECT_EQ(bench.count(PacketKind::Probe, PacketFate::Dropped) + bench.count(PacketKind::Answer, PacketFate::Dropped), 4)
            << bench.packetLines(0);
        EXPECT_EQ(bench.trouble(), "");
        for (const Event& event : bench.events()) {
            const auto* const told = std::get_if<PacketEvent>(&event.body);
            if (told && event.time > cut) {
                EXPECT_EQ(told->packet.fate, PacketFate::Dropped) << bench.packetLines(0);
            }
        }
        // The stamp of the reset is when the client died: the wake-up came just after.
        const auto reset = std::ranges::find_if(bench.events(), [](const Event& event) {
            const auto* const told = std::get_if<PacketEvent>(&event.body);
            return told && told->packet.kind == PacketKind::Rst && told->packet.from == Host::Client;
        });
        ASSERT_NE(reset, bench.events().end());
        EXPECT_LT(reset->time, died);
        EXPECT_LT(died - reset->time, milliseconds{200});
    });
}

TEST(CableLive, DataArrivesAgainOnceTheCableIsPlugged)
{
    for (const Family family : {Family::Ipv4, Family::Ipv6})
        inOwnProcess([family] {
            LabBench bench{family, 1};
            const TcpPair pair = bench.connect(0);
            bench.cable().setDropping(Direction::ToServer, true);
            bench.cable().faultInForce(true);
            ASSERT_EQ(::send(pair.client.get(), "hello", 5, 0), 5);
            ASSERT_TRUE(bench.collectUntil(seconds{3}, [](const auto& events) { return has(events, PacketKind::Retransmission, Host::Client); }));
            EXPECT_FALSE(awaitReadable(pair.server, milliseconds{1}));
            // The other direction was never cut.
            ASSERT_EQ(::send(pair.server.get(), "x", 1, 0), 1);
            EXPECT_TRUE(awaitReadable(pair.client, seconds{1}));
            bench.cable().setDropping(Direction::ToServer, false);
            bench.cable().faultInForce(false);
            EXPECT_TRUE(awaitReadable(pair.server, seconds{5}));
            bench.finish();
            EXPECT_EQ(bench.count(PacketKind::Data, PacketFate::Dropped), 1) << bench.packetLines(0);
            EXPECT_GE(bench.count(PacketKind::Retransmission, PacketFate::Dropped), 1);
            EXPECT_GE(bench.count(PacketKind::Retransmission, PacketFate::Delivered), 1);
            EXPECT_EQ(bench.trouble(), "");
        });
}

TEST(CableLive, NothingPassesToOrFromAnIsolatedHost)
{
    inOwnProcess([] {
        LabBench bench{Family::Ipv4, 1};
        const TcpPair pair = bench.connect(0);
        bench.cable().isolate(Host::Server, true);
        bench.cable().faultInForce(true);
        ASSERT_EQ(::send(pair.client.get(), "hello", 5, 0), 5);
        ASSERT_EQ(::send(pair.server.get(), "x", 1, 0), 1);
        ASSERT_TRUE(bench.collectUntil(seconds{3}, [](const auto& events) {
            return has(events, PacketKind::Retransmission, Host::Client) && has(events, PacketKind::Retransmission, Host::Server);
        }));
        EXPECT_FALSE(awaitReadable(pair.server, milliseconds{1}));
        EXPECT_FALSE(awaitReadable(pair.client, milliseconds{1}));
        bench.cable().isolate(Host::Server, false);
        bench.cable().faultInForce(false);
        EXPECT_TRUE(awaitReadable(pair.server, seconds{5}));
        EXPECT_TRUE(awaitReadable(pair.client, seconds{5}));
        bench.finish();
        EXPECT_EQ(bench.count(PacketKind::Data, PacketFate::Dropped), 2) << bench.packetLines(0);
        EXPECT_EQ(bench.trouble(), "");
    });
}

TEST(CableLive, LossThatNobodyMeantIsCountedOnce)
{
    for (const bool atRouter : {true, false})
        inOwnProcess([atRouter] {
            LabBench bench{Family::Ipv4, 1};
            const Fd atRouterControl = openControlSocket().value();
            const TcpPair pair = bench.connect(0);
            ASSERT_TRUE(bench.lab().enter(Host::Server));
            const Fd atServerControl = openControlSocket().value();
            // An interface drops what is longer than it takes (is_skb_forwardable() in net/core/dev.c).
            if (atRouter)
                shrink(atRouterControl, bench.lab().host(Host::Client).routerLink);
            else
                shrink(atServerControl, "e0");
            const std::string block(1000, 'x');
            ASSERT_EQ(::send(pair.client.get(), block.data(), block.size(), 0), 1000);
            EXPECT_TRUE(bench.collectUntil(seconds{5}, [&bench](const auto&) { return bench.trouble() != ""; }));
            EXPECT_FALSE(awaitReadable(pair.server, milliseconds{0}));
            bench.finish();
            std::int64_t counted = 0;
            for (const Event& event : bench.events())
                if (const auto* const loss = std::get_if<LossEvent>(&event.body)) {
                    counted += loss->frames;
                    EXPECT_EQ(loss->where, atRouter ? "router to client" : "veth server");
                }
            const int lost = bench.count(PacketKind::Data, PacketFate::Lost) + bench.count(PacketKind::Retransmission, PacketFate::Lost);
            const int passed = bench.count(PacketKind::Data, PacketFate::Delivered)
                               + bench.count(PacketKind::Retransmission, PacketFate::Delivered);
            if (atRouter) {
                EXPECT_GE(counted, 1);
                EXPECT_EQ(lost + passed, 0) << "never came to the cable";
            } else {
                // Linux 6.9 and later tell the sender; before, the cable thinks it delivered and the counter tells.
                EXPECT_EQ(counted + lost, lost + passed) << bench.trouble();
                EXPECT_GE(lost + passed, 1);
            }
        });
}

TEST(CableLive, StarvationIsToldAsLateness)
{
    inOwnProcess([] {
        LabBench bench{Family::Ipv4, 1};
        const TcpPair pair = bench.connect(0);
        bench.cable().faultInForce(true); // the cable ticks every 20 ms
        ASSERT_FALSE(bench.collectUntil(milliseconds{300}, [](const std::vector<Event>& events) {
            return std::ranges::any_of(events, [](const Event& event) { return std::holds_alternative<FlowEvent>(event.body); });
        }));
        const pid_t self = ::getpid();
        const pid_t stopper = ::_Fork();
        if (stopper == 0) {
            ::kill(self, SIGSTOP);
            const timespec pause{0, 150'000'000}; // how long the process is starved, not a wait for anything
            ::nanosleep(&pause, nullptr);
            ::kill(self, SIGCONT);
            ::_exit(0);
        }
        ASSERT_EQ(::waitpid(stopper, nullptr, 0), stopper);
        RunTime worst{0};
        ASSERT_TRUE(bench.collectUntil(seconds{2}, [&worst](const std::vector<Event>& events) {
            for (const Event& event : events)
                if (const auto* const late = std::get_if<LateEvent>(&event.body))
                    worst = std::max(worst, late->late);
            return worst > milliseconds{100};
        })) << worst.count();
        EXPECT_LT(worst, seconds{2});
    });
}

TEST(CableLive, RoundTripIsShort)
{
    inOwnProcess([] {
        LabBench bench{Family::Ipv4, 1};
        const TcpPair pair = bench.connect(0);
        std::thread echo{[&pair] {
            std::array<char, 64> got{};
            ssize_t size = 0;
            while ((size = ::recv(pair.server.get(), got.data(), got.size(), 0)) > 0)
                ::send(pair.server.get(), got.data(), static_cast<std::size_t>(size), 0);
        }};
        std::vector<RunTime> trips;
        std::array<char, 64> got{};
        for (int i = 0; i < 2000; ++i) {
            const RunTime begin = bench.clock().now();
            ASSERT_EQ(::send(pair.client.get(), "x", 1, 0), 1);
            ASSERT_EQ(::recv(pair.client.get(), got.data(), got.size(), 0), 1);
            trips.push_back(bench.clock().now() - begin);
        }
        ::shutdown(pair.client.get(), SHUT_RDWR);
        echo.join();
        std::ranges::sort(trips);
        std::cout << "round trip p50 " << trips[1000].count() / 1000 << " us, p99 " << trips[1980].count() / 1000 << " us\n";
        EXPECT_LT(trips[1000], milliseconds{5});
        bench.finish();
        EXPECT_EQ(bench.trouble(), "");
    });
}

} // namespace halfopen::test
