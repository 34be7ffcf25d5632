// SPDX-License-Identifier: GPL-3.0-or-later
// An end's socket: made, given its options, read back.
#include "agent/host/socket_setup.h"

#include <array>
#include <cerrno>
#include <cmath>
#include <cstring>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <sys/time.h>

#include "core/words.h"

#include <fmt/format.h>

namespace halfopen {

namespace {

enum class OptionForm { Number, Doubled, Time, Linger }; // Doubled: reads back as twice what was set, socket(7)

struct KernelOption final
{
    std::string_view name;
    int level;
    int number;
    OptionForm form;
    bool alwaysTold; // a column of every outcome
};

constexpr int kTcpRtoMaxMs = 44; // TCP_RTO_MAX_MS, include/uapi/linux/tcp.h since 6.15

/// In the order of setting: SO_KEEPALIVE starts the timer, so it comes after the times it is to use.
constexpr std::array kOptions{
    KernelOption{"TCP_KEEPIDLE", IPPROTO_TCP, TCP_KEEPIDLE, OptionForm::Number, true},
    KernelOption{"TCP_KEEPINTVL", IPPROTO_TCP, TCP_KEEPINTVL, OptionForm::Number, true},
    KernelOption{"TCP_KEEPCNT", IPPROTO_TCP, TCP_KEEPCNT, OptionForm::Number, true},
    KernelOption{"TCP_USER_TIMEOUT", IPPROTO_TCP, TCP_USER_TIMEOUT, OptionForm::Number, true},
    KernelOption{"SO_RCVTIMEO", SOL_SOCKET, SO_RCVTIMEO, OptionForm::Time, true},
    KernelOption{"SO_SNDTIMEO", SOL_SOCKET, SO_SNDTIMEO, OptionForm::Time, true},
    KernelOption{"SO_SNDBUF", SOL_SOCKET, SO_SNDBUF, OptionForm::Doubled, false},
    KernelOption{"SO_RCVBUF", SOL_SOCKET, SO_RCVBUF, OptionForm::Doubled, false},
    KernelOption{"TCP_NODELAY", IPPROTO_TCP, TCP_NODELAY, OptionForm::Number, false},
    KernelOption{"TCP_SYNCNT", IPPROTO_TCP, TCP_SYNCNT, OptionForm::Number, false},
    KernelOption{"SO_LINGER", SOL_SOCKET, SO_LINGER, OptionForm::Linger, false},
    KernelOption{"IP_RECVERR", IPPROTO_IP, IP_RECVERR, OptionForm::Number, false},
    KernelOption{"TCP_RTO_MAX_MS", IPPROTO_TCP, kTcpRtoMaxMs, OptionForm::Number, false},
    KernelOption{"SO_KEEPALIVE", SOL_SOCKET, SO_KEEPALIVE, OptionForm::Number, true},
};

/// ipv6(7): IPV6_RECVERR; IP_RECVERR of such a socket would only concern IPv4-mapped peers.
KernelOption ofItsFamily(int socket, KernelOption option)
{
    int domain = AF_INET;
    socklen_t length = sizeof domain;
    ::getsockopt(socket, SOL_SOCKET, SO_DOMAIN, &domain, &length);
    if (option.level == IPPROTO_IP && domain == AF_INET6) {
        option.level = IPPROTO_IPV6;
        option.number = IPV6_RECVERR;
    }
    return option;
}

timeval timevalOf(double seconds)
{
    const auto micros = static_cast<std::int64_t>(std::llround(seconds * 1e6));
    return timeval{static_cast<time_t>(micros / 1'000'000), static_cast<suseconds_t>(micros % 1'000'000)};
}

Result<void> setOption(int socket, const KernelOption& known, double value)
{
    const KernelOption option = ofItsFamily(socket, known);
    int status = 0;
    if (option.form == OptionForm::Time) {
        const timeval time = timevalOf(value);
        status = ::setsockopt(socket, option.level, option.number, &time, sizeof time);
    } else if (option.form == OptionForm::Linger) {
        const linger time{1, static_cast<int>(value)};
        status = ::setsockopt(socket, option.level, option.number, &time, sizeof time);
    } else {
        const int number = static_cast<int>(value);
        status = ::setsockopt(socket, option.level, option.number, &number, sizeof number);
    }
    if (status == 0)
        return {};
    const int code = errno;
    if (code == ENOPROTOOPT)
        return Error{
            code, fmt::format(
                      words("core", "This kernel does not know the socket option {}; leave it out of the experiment."),
                      option.name)};
    return Error{
        code, fmt::format(words("core", "The kernel refused {} = {}: {}."), option.name, value, std::strerror(code))};
}

std::optional<double> getOption(int socket, const KernelOption& known)
{
    const KernelOption option = ofItsFamily(socket, known);
    if (option.form == OptionForm::Time) {
        timeval time{};
        socklen_t length = sizeof time;
        if (::getsockopt(socket, option.level, option.number, &time, &length) != 0)
            return std::nullopt;
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    }
    if (option.form == OptionForm::Linger) {
        linger time{};
        socklen_t length = sizeof time;
        if (::getsockopt(socket, option.level, option.number, &time, &length) != 0 || time.l_onoff == 0)
            return std::nullopt;
        return time.l_linger;
    }
    int number = 0;
    socklen_t length = sizeof number;
    if (::getsockopt(socket, option.level, option.number, &number, &length) != 0)
        return std::nullopt;
    return number;
}

int addressFamily(Family family)
{
    return family == Family::Ipv4 ? AF_INET : AF_INET6;
}

/// By socket: a namespace of one's own refuses cubic as its sysctl where the machine does not allow it to everybody.
Result<void> setCongestionControl(int socket, std::string_view wanted)
{
    const auto set = [socket](std::string_view control) {
        return ::setsockopt(socket, IPPROTO_TCP, TCP_CONGESTION, control.data(), static_cast<socklen_t>(control.size())) == 0;
    };
    if (wanted.empty()) {
        (void)(set("cubic") || set("reno")); // reno is in every kernel
        return {};
    }
    if (!set(wanted)) {
        const int code = errno;
        return Error{code, fmt::format(words("core", "This kernel refused the congestion control {}: {}. Take "
                                                     "tcp_congestion_control out of the experiment."),
                                       wanted, std::strerror(code))};
    }
    std::array<char, 17> inForce{}; // TCP_CA_NAME_MAX and a zero
    socklen_t length = inForce.size() - 1;
    ::getsockopt(socket, IPPROTO_TCP, TCP_CONGESTION, inForce.data(), &length);
    if (wanted != inForce.data())
        return Error{EINVAL, fmt::format(words("core", "The kernel took the congestion control {}, but uses {}."), wanted,
                                         inForce.data())};
    return {};
}

} // namespace

Result<Fd> makeSocket(Family family, const SocketOptions& options, std::string_view congestionControl)
{
    Fd socket{::socket(addressFamily(family), SOCK_STREAM | SOCK_CLOEXEC, 0)};
    if (!socket.isOpen()) {
        const int code = errno;
        return Error{code,
                     fmt::format(words("core", "The kernel gives no further TCP socket: {}."), std::strerror(code))};
    }
    if (Result<void> set = setCongestionControl(socket.get(), congestionControl); !set)
        return set.error();
    if (Result<void> set = setOptions(socket.get(), options); !set)
        return set.error();
    return socket;
}

Result<void> setOptions(int socket, const SocketOptions& options)
{
    for (const KernelOption& option : kOptions) {
        const std::optional<double> value = optionValue(options, option.name);
        if (!value)
            continue;
        if (Result<void> set = setOption(socket, option, *value); !set)
            return set.error();
    }
    return {};
}

std::vector<std::pair<std::string_view, double>> optionsInForce(int socket, const SocketOptions& asked)
{
    std::vector<std::pair<std::string_view, double>> values;
    for (const KernelOption& option : kOptions) {
        if (!option.alwaysTold && !optionValue(asked, option.name))
            continue;
        if (const std::optional<double> value = getOption(socket, option))
            values.emplace_back(option.name, *value);
    }
    return values;
}

Result<void> completeOptions(int socket, const SocketOptions& asked)
{
    for (const KernelOption& option : kOptions) {
        const std::optional<double> wanted = optionValue(asked, option.name);
        if (!wanted || option.form == OptionForm::Doubled)
            continue;
        const std::optional<double> value = getOption(socket, option);
        // Times come back in whole jiffies, at most 10 ms longer.
        if (value && std::abs(*value - *wanted) <= (option.form == OptionForm::Time ? 0.011 : 0.0))
            continue;
        if (Result<void> set = setOption(socket, option, *wanted); !set)
            return set.error();
    }
    return {};
}

} // namespace halfopen
