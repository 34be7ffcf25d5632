// SPDX-License-Identifier: GPL-3.0-or-later
// Sockets and their addresses: listen, connect, ask who is who.
#include "agent/host/socket_address.h"

#include <arpa/inet.h>
#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <string>
#include <sys/socket.h>

#include "core/words.h"

#include <fmt/format.h>

namespace halfopen {

namespace {

constexpr int kConnectLimitMs = 5000; // inside one machine a handshake takes less than a millisecond

struct KernelAddress final
{
    sockaddr_storage storage{};
    socklen_t length = sizeof(sockaddr_storage);

    [[nodiscard]] sockaddr* generic() { return reinterpret_cast<sockaddr*>(&storage); }
};

KernelAddress kernelAddress(Family family, const SocketAddress& address)
{
    KernelAddress result;
    if (family == Family::Ipv4) {
        sockaddr_in inet{};
        inet.sin_family = AF_INET;
        inet.sin_port = htons(address.port);
        ::inet_pton(AF_INET, address.ip.c_str(), &inet.sin_addr);
        std::memcpy(&result.storage, &inet, sizeof inet);
        result.length = sizeof inet;
    } else {
        sockaddr_in6 inet{};
        inet.sin6_family = AF_INET6;
        inet.sin6_port = htons(address.port);
        ::inet_pton(AF_INET6, address.ip.c_str(), &inet.sin6_addr);
        std::memcpy(&result.storage, &inet, sizeof inet);
        result.length = sizeof inet;
    }
    return result;
}

SocketAddress addressOf(const KernelAddress& kernel)
{
    std::array<char, INET6_ADDRSTRLEN> text{};
    SocketAddress address;
    if (kernel.storage.ss_family == AF_INET6) {
        sockaddr_in6 inet{};
        std::memcpy(&inet, &kernel.storage, sizeof inet);
        ::inet_ntop(AF_INET6, &inet.sin6_addr, text.data(), text.size());
        address.port = ntohs(inet.sin6_port);
    } else {
        sockaddr_in inet{};
        std::memcpy(&inet, &kernel.storage, sizeof inet);
        ::inet_ntop(AF_INET, &inet.sin_addr, text.data(), text.size());
        address.port = ntohs(inet.sin_port);
    }
    address.ip = text.data();
    return address;
}

Error connectError(const SocketAddress& address, int code)
{
    return Error{
        code, fmt::format(words("core", "The client cannot connect to {}: {}."), address.text(), std::strerror(code))};
}

/// 0 or the errno with which a pending connect() ended.
int awaitConnection(int socket)
{
    pollfd wait{socket, POLLOUT, 0};
    int ready = 0;
    do {
        ready = ::poll(&wait, 1, kConnectLimitMs);
    } while (ready < 0 && errno == EINTR);
    if (ready == 0)
        return ETIMEDOUT;
    int code = 0;
    socklen_t length = sizeof code;
    ::getsockopt(socket, SOL_SOCKET, SO_ERROR, &code, &length);
    return code;
}

} // namespace

Result<void> bindAndListen(int socket, Family family, const SocketAddress& address)
{
    const int on = 1;
    ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    KernelAddress kernel = kernelAddress(family, address);
    if (::bind(socket, kernel.generic(), kernel.length) != 0 || ::listen(socket, 1) != 0) {
        const int code = errno;
        return Error{code, fmt::format(words("core", "The server cannot listen on {}: {}."), address.text(),
                                       std::strerror(code))};
    }
    return {};
}

Result<void> connectTo(int socket, Family family, const SocketAddress& address)
{
    const int flags = ::fcntl(socket, F_GETFL);
    ::fcntl(socket, F_SETFL, flags | O_NONBLOCK);
    KernelAddress kernel = kernelAddress(family, address);
    if (::connect(socket, kernel.generic(), kernel.length) != 0) {
        int code = errno;
        if (code == EINPROGRESS)
            code = awaitConnection(socket);
        if (code != 0)
            return connectError(address, code);
    }
    ::fcntl(socket, F_SETFL, flags);
    return {};
}

int callConnect(int socket, const SocketAddress& address)
{
    const bool isV6 = address.ip.find(':') != std::string::npos;
    KernelAddress kernel = kernelAddress(isV6 ? Family::Ipv6 : Family::Ipv4, address);
    return ::connect(socket, kernel.generic(), kernel.length);
}

SocketAddress localAddress(int socket)
{
    KernelAddress kernel;
    ::getsockname(socket, kernel.generic(), &kernel.length);
    return addressOf(kernel);
}

SocketAddress remoteAddress(int socket)
{
    KernelAddress kernel;
    ::getpeername(socket, kernel.generic(), &kernel.length);
    return addressOf(kernel);
}

} // namespace halfopen
