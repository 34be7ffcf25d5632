// SPDX-License-Identifier: GPL-3.0-or-later
// Options reach the kernel, and the kernel's words come back. Needs no more than two sockets on loopback.
#include "agent/host/socket_setup.h"

#include <cerrno>
#include <gtest/gtest.h>
#include <map>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <string>
#include <sys/socket.h>

#include "agent/host/socket_address.h"
#include "agent/base/socket_state.h"

namespace halfopen {

namespace {

SocketOptions someOptions()
{
    SocketOptions options;
    options.keepAlive = true;
    options.keepIdleSeconds = 7;
    options.keepIntervalSeconds = 3;
    options.keepCount = 4;
    options.userTimeoutMs = 12345;
    options.receiveTimeoutSeconds = 1.5;
    options.sendBufferBytes = 32768;
    return options;
}

std::map<std::string, double> inForce(int socket, const SocketOptions& asked)
{
    std::map<std::string, double> values;
    for (const auto& [name, value] : optionsInForce(socket, asked))
        values.emplace(name, value);
    return values;
}

TEST(SocketSetup, readsBackWhatWasSetAndWhatEveryOutcomeTells)
{
    const Result<Fd> socket = makeSocket(Family::Ipv4, someOptions());
    ASSERT_TRUE(socket.ok());
    const std::map<std::string, double> expected{
        {"SO_KEEPALIVE", 1},  {"TCP_KEEPIDLE", 7}, {"TCP_KEEPINTVL", 3},        {"TCP_KEEPCNT", 4},
        {"SO_RCVTIMEO", 1.5}, {"SO_SNDTIMEO", 0},  {"TCP_USER_TIMEOUT", 12345}, {"SO_SNDBUF", 65536}};
    EXPECT_EQ(inForce(socket->get(), someOptions()), expected);
}

TEST(SocketSetup, anAcceptedSocketHasTheOptionsOfItsListener)
{
    const Result<Fd> listener = makeSocket(Family::Ipv4, someOptions());
    ASSERT_TRUE(listener.ok());
    ASSERT_TRUE(bindAndListen(listener->get(), Family::Ipv4, SocketAddress{"127.0.0.1", 0}).ok());
    const Result<Fd> client = makeSocket(Family::Ipv4, {});
    ASSERT_TRUE(client.ok());
    ASSERT_TRUE(connectTo(client->get(), Family::Ipv4, localAddress(listener->get())).ok());
    const Fd accepted{::accept4(listener->get(), nullptr, nullptr, SOCK_CLOEXEC)};
    ASSERT_TRUE(accepted.isOpen());
    EXPECT_EQ(inForce(accepted.get(), someOptions()), inForce(listener->get(), someOptions()));
    EXPECT_EQ(localAddress(accepted.get()), remoteAddress(client->get()));
    ASSERT_TRUE(completeOptions(accepted.get(), someOptions()).ok());
    for (const Fd* socket : {&accepted, &*client})
        makeAbortive(socket->get());
}

TEST(SocketSetup, namesTheOptionThatTheKernelRefuses)
{
    SocketOptions options;
    options.keepCount = 1000; // 127 at most, MAX_TCP_KEEPCNT
    const Result<Fd> socket = makeSocket(Family::Ipv4, options);
    ASSERT_FALSE(socket.ok());
    EXPECT_NE(socket.error().message.find("TCP_KEEPCNT"), std::string::npos) << socket.error().message;
}

TEST(SocketSetup, asksForTheErrorsOfItsOwnFamily)
{
    SocketOptions options;
    options.receiveErrors = true;
    for (const Family family : {Family::Ipv4, Family::Ipv6}) {
        const Result<Fd> socket = makeSocket(family, options);
        ASSERT_TRUE(socket.ok()) << socket.error().message;
        int on = 0;
        socklen_t length = sizeof on;
        const bool isV4 = family == Family::Ipv4;
        ASSERT_EQ(::getsockopt(socket->get(), isV4 ? IPPROTO_IP : IPPROTO_IPV6, isV4 ? IP_RECVERR : IPV6_RECVERR, &on,
                               &length),
                  0);
        EXPECT_EQ(on, 1);
        EXPECT_EQ(inForce(socket->get(), options).at("IP_RECVERR"), 1);
    }
}

TEST(SocketSetup, aDeafSocketHearsNothingUntilItIsHealed)
{
    const Result<Fd> listener = makeSocket(Family::Ipv4, {});
    ASSERT_TRUE(listener.ok());
    ASSERT_TRUE(bindAndListen(listener->get(), Family::Ipv4, SocketAddress{"127.0.0.1", 0}).ok());
    const Result<Fd> client = makeSocket(Family::Ipv4, {});
    ASSERT_TRUE(client.ok());
    ASSERT_TRUE(connectTo(client->get(), Family::Ipv4, localAddress(listener->get())).ok());
    const Fd server{::accept4(listener->get(), nullptr, nullptr, SOCK_CLOEXEC)};
    ASSERT_TRUE(setDeaf(server.get(), Family::Ipv4, true));
    const char byte = 'x';
    ASSERT_EQ(::send(client->get(), &byte, 1, MSG_NOSIGNAL), 1);
    EXPECT_EQ(readTcpInfo(client->get())->unacked, 1); // on loopback an ACK would have come inside send()
    ASSERT_TRUE(setDeaf(server.get(), Family::Ipv4, false));
    char got = 0;
    EXPECT_EQ(::recv(server.get(), &got, 1, 0), 1); // the retransmission
    EXPECT_EQ(got, 'x');
    for (const Fd* socket : {&server, &*client})
        makeAbortive(socket->get());
}

TEST(SocketSetup, connectingToNobodyNamesTheAddress)
{
    const Result<Fd> client = makeSocket(Family::Ipv4, {});
    const Result<void> connected = connectTo(client->get(), Family::Ipv4, SocketAddress{"127.0.0.1", 1});
    ASSERT_FALSE(connected.ok());
    EXPECT_EQ(connected.error().code, ECONNREFUSED);
    EXPECT_NE(connected.error().message.find("127.0.0.1:1"), std::string::npos);
}

TEST(SocketSetup, givesTheCongestionControlThatWasAskedFor)
{
    const Result<Fd> socket = makeSocket(Family::Ipv4, {}, "reno");
    ASSERT_TRUE(socket.ok()) << socket.error().message;
    char inForce[17]{};
    socklen_t length = 16;
    ASSERT_EQ(::getsockopt(socket->get(), IPPROTO_TCP, TCP_CONGESTION, inForce, &length), 0);
    EXPECT_STREQ(inForce, "reno");
    const Result<Fd> none = makeSocket(Family::Ipv4, {}, "nosuchthing");
    ASSERT_FALSE(none.ok());
    EXPECT_NE(none.error().message.find("congestion control nosuchthing"), std::string::npos) << none.error().message;
}

} // namespace

} // namespace halfopen
