// SPDX-License-Identifier: GPL-3.0-or-later
// A lab with its cable and sockets on both hosts, for tests.
#include "lab_bench.h"

#include <gtest/gtest.h>

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <iterator>
#include <stdexcept>

namespace halfopen::test {

namespace {

template<class T>
T orThrow(Result<T> result)
{
    if (!result)
        throw std::runtime_error{result.error().message};
    return std::move(result).value();
}

void orThrow(const Result<void>& result)
{
    if (!result)
        throw std::runtime_error{result.error().message};
}

void check(int result, const char* what)
{
    if (result != 0)
        throw std::runtime_error{std::string{what} + ": " + std::strerror(errno)};
}

void setOption(const Fd& socket, int level, int option, int value)
{
    check(::setsockopt(socket.get(), level, option, &value, sizeof value), "setsockopt");
}

/// sockaddr_in or sockaddr_in6 with its length.
struct Endpoint
{
    sockaddr_storage storage{};
    socklen_t size = 0;

    [[nodiscard]] const sockaddr* get() const { return reinterpret_cast<const sockaddr*>(&storage); }
};

Endpoint endpointOf(Family family, const std::string& address, std::uint16_t port)
{
    Endpoint endpoint;
    if (family == Family::Ipv4) {
        sockaddr_in in{};
        in.sin_family = AF_INET;
        in.sin_port = htons(port);
        ::inet_pton(AF_INET, address.c_str(), &in.sin_addr);
        std::memcpy(&endpoint.storage, &in, endpoint.size = sizeof in);
    } else {
        sockaddr_in6 in{};
        in.sin6_family = AF_INET6;
        in.sin6_port = htons(port);
        ::inet_pton(AF_INET6, address.c_str(), &in.sin6_addr);
        std::memcpy(&endpoint.storage, &in, endpoint.size = sizeof in);
    }
    return endpoint;
}

/// ThreadSanitizer starts a thread of its own in every process, also after fork(), and no process with two threads may enter
/// a user namespace. _Fork() (glibc 2.34) goes unnoticed by it.
pid_t forkWithOneThread()
{
#ifdef __SANITIZE_THREAD__
    return ::_Fork();
#else
    return ::fork();
#endif
}

constexpr int kFailed = 1;
constexpr int kLostFrames = 2;

/// The exit status of a forked child that ran `body`: what that returned, or kFailed.
int statusInOwnProcess(const std::function<int()>& body)
{
    std::fflush(nullptr);
    const pid_t child = forkWithOneThread();
    if (child == 0) {
        int status = kFailed;
        try {
            status = body();
        } catch (const std::exception& error) {
            std::fprintf(stderr, "%s\n", error.what());
        }
        std::fflush(nullptr);
        ::_exit(::testing::Test::HasFailure() ? kFailed : status);
    }
    int status = 0;
    EXPECT_GT(child, 0);
    EXPECT_EQ(::waitpid(child, &status, 0), child);
    EXPECT_TRUE(WIFEXITED(status)) << "wait status " << status;
    return WIFEXITED(status) ? WEXITSTATUS(status) : kFailed;
}

} // namespace

void inOwnProcess(const std::function<void()>& body)
{
    const int status = statusInOwnProcess([&body] {
        body();
        return 0;
    });
    EXPECT_EQ(status, 0) << "see the child's output";
}

void inOwnProcessWithoutLoss(const std::function<std::string()>& body)
{
    const auto once = [&body] {
        const std::string trouble = body();
        std::printf("%s%s", trouble.empty() ? "" : "frames were lost: ", trouble.c_str());
        return trouble.empty() ? 0 : kLostFrames;
    };
    int status = statusInOwnProcess(once);
    for (int again = 0; again < 2 && status == kLostFrames; ++again)
        status = statusInOwnProcess(once);
    EXPECT_EQ(status, 0) << "see the child's output";
}

LabBench::LabBench(Family family, int pairs, std::map<std::string, std::int64_t> sysctl)
    : m_family(family), m_lab(orThrow(Lab::build({family, std::move(sysctl)}))),
      m_cable(orThrow(Cable::open(m_lab, m_clock, pairs)))
{
}

Fd LabBench::socketOn(Host host) const
{
    orThrow(m_lab.enter(host));
    Fd socket{::socket(m_family == Family::Ipv4 ? AF_INET : AF_INET6, SOCK_STREAM | SOCK_CLOEXEC, 0)};
    check(socket.isOpen() ? 0 : -1, "socket");
    return socket;
}

TcpPair LabBench::connect(int pair, const KeepAlive* keepAlive)
{
    const auto port = static_cast<std::uint16_t>(kFirstServerPort + pair);
    const std::string& address = m_lab.host(Host::Server).address;
    const Endpoint server = endpointOf(m_family, address, port);
    const Fd listener = socketOn(Host::Server);
    setOption(listener, SOL_SOCKET, SO_REUSEADDR, 1);
    check(::bind(listener.get(), server.get(), server.size), "bind");
    check(::listen(listener.get(), 1), "listen");
    TcpPair sockets;
    sockets.client = socketOn(Host::Client);
    const timeval limit{5, 0};
    ::setsockopt(sockets.client.get(), SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
    check(::connect(sockets.client.get(), server.get(), server.size), "connect");
    sockets.server = Fd{::accept4(listener.get(), nullptr, nullptr, SOCK_CLOEXEC)};
    check(sockets.server.isOpen() ? 0 : -1, "accept");
    for (const Fd* const socket : {&sockets.client, &sockets.server}) {
        ::setsockopt(socket->get(), SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
        setOption(*socket, IPPROTO_TCP, TCP_NODELAY, 1);
        if (!keepAlive)
            continue;
        setOption(*socket, IPPROTO_TCP, TCP_KEEPIDLE, keepAlive->idleSeconds);
        setOption(*socket, IPPROTO_TCP, TCP_KEEPINTVL, keepAlive->intervalSeconds);
        setOption(*socket, IPPROTO_TCP, TCP_KEEPCNT, keepAlive->count);
        setOption(*socket, SOL_SOCKET, SO_KEEPALIVE, 1);
    }
    return sockets;
}

bool LabBench::collectUntil(RunTime deadline, const std::function<bool(const std::vector<Event>&)>& enough)
{
    const RunTime end = m_clock.now() + deadline;
    for (;;) {
        std::ranges::move(m_cable->take(), std::back_inserter(m_events));
        if (enough(m_events))
            return true;
        const RunTime left = end - m_clock.now();
        if (left <= RunTime{0})
            return false;
        pollfd ready{m_cable->readyDescriptor(), POLLIN, 0};
        ::poll(&ready, 1, static_cast<int>(left.count() / 1'000'000) + 1);
    }
}

void LabBench::finish() { std::ranges::move(m_cable->finish(), std::back_inserter(m_events)); }

std::string LabBench::packetLines(int pair) const
{
    std::string lines;
    for (const Event& event : m_events) {
        const auto* const told = std::get_if<PacketEvent>(&event.body);
        if (!told || told->packet.pair != pair)
            continue;
        const Packet& packet = told->packet;
        lines += std::string{name(packet.from)} + " " + std::string{name(packet.kind)} + " " + std::to_string(packet.sequence)
                 + " " + std::to_string(packet.acknowledgement) + " +" + std::to_string(packet.length) + " "
                 + std::string{name(packet.fate)} + "\n";
    }
    return lines;
}

int LabBench::count(PacketKind kind, PacketFate fate, int pair) const
{
    int found = 0;
    for (const Event& event : m_events)
        if (const auto* const told = std::get_if<PacketEvent>(&event.body))
            found += told->packet.kind == kind && told->packet.fate == fate && told->packet.pair == pair ? 1 : 0;
    return found;
}

std::string LabBench::trouble() const
{
    std::string lines;
    for (const Event& event : m_events) {
        if (const auto* const loss = std::get_if<LossEvent>(&event.body))
            lines += loss->where + " " + std::to_string(loss->frames) + "\n";
        if (const auto* const told = std::get_if<PacketEvent>(&event.body); told && told->packet.fate == PacketFate::Lost)
            lines += "lost packet of pair " + std::to_string(told->packet.pair) + "\n";
    }
    return lines;
}

bool awaitReadable(const Fd& socket, RunTime limit)
{
    pollfd ready{socket.get(), POLLIN, 0};
    return ::poll(&ready, 1, static_cast<int>(limit.count() / 1'000'000)) == 1;
}

} // namespace halfopen::test
