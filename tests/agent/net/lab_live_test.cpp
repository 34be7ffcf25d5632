// SPDX-License-Identifier: GPL-3.0-or-later
// The lab on this kernel: hosts, stacks, carrier.
#include "lab_bench.h"

#include "agent/lab/sysctl.h"
#include "core/kernel_profile.h"

#include <gtest/gtest.h>

#include <sys/socket.h>

#include <array>
#include <cerrno>
#include <string>

namespace halfopen::test {

namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

/// What /proc/net/tcp of that host says now.
std::string tableOf(const Lab& lab, Host host)
{
    std::array<char, 8192> text{};
    const ssize_t got = ::pread(lab.host(host).procNetTcp.get(), text.data(), text.size(), 0);
    return {text.data(), got > 0 ? static_cast<std::size_t>(got) : 0};
}

} // namespace

TEST(LabLive, HostsHaveTheStackOfTheExperimentAndKernelDefaults)
{
    inOwnProcess([] {
        LabBench bench{Family::Ipv4, 1, {{"tcp_retries2", 5}, {"tcp_keepalive_time", 3}}};
        EXPECT_EQ(bench.lab().sysctlInForce().at("tcp_retries2"), 5);
        EXPECT_EQ(bench.lab().sysctlInForce().at("tcp_keepalive_time"), 3);
        EXPECT_EQ(bench.lab().sysctlInForce().at("tcp_keepalive_intvl"), 75);
        for (const Host host : {Host::Client, Host::Server}) {
            ASSERT_TRUE(bench.lab().enter(host));
            EXPECT_EQ(readSysctl("ipv4.tcp_retries2").value(), "5");
            EXPECT_EQ(readSysctl("ipv4.tcp_retries1").value(), "3");
            EXPECT_EQ(readSysctl("ipv4.tcp_no_metrics_save").value(), "1");
            EXPECT_EQ(readSysctl("ipv4.tcp_rmem").value(), "4096\t131072\t6291456");
            EXPECT_EQ(readSysctl("ipv4.tcp_wmem").value(), "4096\t16384\t4194304");
            const std::string control = readSysctl("ipv4.tcp_congestion_control").value();
            EXPECT_TRUE(control == "cubic" || control == "reno") << control;
        }
    });
}

TEST(LabLive, SysctlThatTheKernelLacksIsRefusedByName)
{
    inOwnProcess([] {
        for (const SysctlSpec& spec : sysctlSpecs()) {
            const bool exists = hasSysctl("ipv4." + std::string{spec.name});
            const Result<void> known = checkSysctlsExist({{std::string{spec.name}, spec.minimum}});
            EXPECT_EQ(known.ok(), exists) << spec.name;
            if (!known) {
                EXPECT_EQ(known.error().code, ENOENT);
                EXPECT_NE(known.error().message.find("no sysctl net.ipv4." + std::string{spec.name}), std::string::npos);
            }
        }
        const Result<Lab> lab = Lab::build({Family::Ipv4, {{"tcp_no_such_thing", 1}}});
        ASSERT_FALSE(lab.ok());
        EXPECT_NE(lab.error().message.find("tcp_no_such_thing"), std::string::npos) << lab.error().message;
    });
}

TEST(LabLive, CongestionControlThatTheKernelLacksIsRefusedWithThoseThatThereAre)
{
    inOwnProcess([] {
        const Result<Lab> lab = Lab::build({.family = Family::Ipv4, .congestionControl = "no_such_one"});
        ASSERT_FALSE(lab.ok());
        EXPECT_EQ(lab.error().code, ENOENT);
        EXPECT_NE(lab.error().message.find("no congestion control no_such_one"), std::string::npos) << lab.error().message;
        EXPECT_NE(lab.error().message.find("reno"), std::string::npos) << "it is in every kernel";
    });
    inOwnProcess([] {
        EXPECT_TRUE(Lab::build({.family = Family::Ipv4, .congestionControl = "reno"}).ok());
    });
}

TEST(LabLive, ProcNetTcpOfBothHostsIsReadFromOutside)
{
    for (const Family family : {Family::Ipv4, Family::Ipv6})
        inOwnProcess([family] {
            LabBench bench{family, 1};
            const TcpPair pair = bench.connect(0);
            // Port 9000 is 2328 in hexadecimal; 01 is ESTABLISHED.
            EXPECT_NE(tableOf(bench.lab(), Host::Client).find(":2328 01 "), std::string::npos);
            EXPECT_NE(tableOf(bench.lab(), Host::Server).find(":2328 "), std::string::npos);
        });
}

TEST(LabLive, CarrierGoesAndComesBackWithTheConnection)
{
    for (const Family family : {Family::Ipv4, Family::Ipv6})
        for (const Host host : {Host::Client, Host::Server})
            inOwnProcess([family, host] {
                LabBench bench{family, 1};
                const TcpPair pair = bench.connect(0);
                const RunTime begin = bench.clock().now();
                ASSERT_TRUE(bench.lab().setCarrier(host, false));
                EXPECT_LT(bench.clock().now() - begin, milliseconds{900}) << "as if it waited for linkwatch, which looks once a second";
                ASSERT_EQ(::send(pair.client.get(), "hello", 5, 0), 5);
                EXPECT_FALSE(awaitReadable(pair.server, milliseconds{600})) << "crossed a cable that is out";
                ASSERT_TRUE(bench.lab().setCarrier(host, true));
                ASSERT_TRUE(awaitReadable(pair.server, seconds{5})) << "the cable is back, the data is not";
                std::array<char, 8> got{};
                EXPECT_EQ(::recv(pair.server.get(), got.data(), got.size(), 0), 5);
                ASSERT_EQ(::send(pair.server.get(), "back", 4, 0), 4);
                EXPECT_TRUE(awaitReadable(pair.client, seconds{5}));
                bench.finish();
                // What the client sends into its own missing cable never reaches the router; the rest the router drops.
                EXPECT_EQ(bench.count(PacketKind::Data, PacketFate::Dropped), host == Host::Server ? 1 : 0) << bench.packetLines(0);
                EXPECT_EQ(bench.trouble(), "") << "a carrier that was taken on purpose is no loss";
            });
}

TEST(LabLive, DestroyedSocketsTellTheirProgram)
{
    inOwnProcess([] {
        LabBench bench{Family::Ipv4, 1};
        const TcpPair pair = bench.connect(0);
        bench.cable().setDropping(Direction::Both, true);
        bench.lab().destroySockets();
        std::array<char, 8> got{};
        for (const Fd* const socket : {&pair.client, &pair.server}) {
            ASSERT_TRUE(awaitReadable(*socket, seconds{1}));
            EXPECT_EQ(::recv(socket->get(), got.data(), got.size(), 0), -1);
            EXPECT_EQ(errno, ECONNABORTED);
        }
        EXPECT_EQ(tableOf(bench.lab(), Host::Client).find(":2328"), std::string::npos);
    });
}

} // namespace halfopen::test
