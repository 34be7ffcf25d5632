// SPDX-License-Identifier: GPL-3.0-or-later
// The table of socket options and access to them by kernel name.
#include "core/socket_options.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/words.h"

namespace halfopen {

namespace {

using Kind = OptionSpec::Kind;

// MAX_TCP_KEEPIDLE, MAX_TCP_KEEPINTVL 32767 and MAX_TCP_KEEPCNT 127: include/net/tcp.h.
// SO_SNDBUF, SO_RCVBUF: the program's own limit; the kernel clamps to net.core.[rw]mem_max, socket(7).
constexpr std::array<OptionSpec, 14> kOptions{{
    {"SO_KEEPALIVE", "", Kind::Flag, 0, 1, "socket(7)"},
    {"TCP_KEEPIDLE", "s", Kind::Integer, 1, 32767, "tcp(7)"},
    {"TCP_KEEPINTVL", "s", Kind::Integer, 1, 32767, "tcp(7)"},
    {"TCP_KEEPCNT", "", Kind::Integer, 1, 127, "tcp(7)"},
    {"TCP_USER_TIMEOUT", "ms", Kind::Integer, 0, 2147483647, "tcp(7), RFC 5482"},
    {"SO_RCVTIMEO", "s", Kind::Seconds, 0, 1'000'000, "socket(7)"},
    {"SO_SNDTIMEO", "s", Kind::Seconds, 0, 1'000'000, "socket(7)"},
    {"SO_SNDBUF", words("core", "bytes"), Kind::Integer, 1024, 268'435'456, "socket(7)"},
    {"SO_RCVBUF", words("core", "bytes"), Kind::Integer, 1024, 268'435'456, "socket(7)"},
    {"TCP_NODELAY", "", Kind::Flag, 0, 1, "tcp(7), RFC 896"},
    {"TCP_SYNCNT", "", Kind::Integer, 1, 127, "tcp(7)"},
    {"SO_LINGER", "s", Kind::Integer, 0, 32767, "socket(7)"},
    {"IP_RECVERR", "", Kind::Flag, 0, 1, "ip(7), ipv6(7)"},
    {"TCP_RTO_MAX_MS", "ms", Kind::Integer, 1000, 120'000, "Linux 6.15, include/uapi/linux/tcp.h"},
}};

template<class T>
std::optional<double> asNumber(const std::optional<T>& value)
{
    return value ? std::optional{static_cast<double>(*value)} : std::nullopt;
}

void assign(std::optional<bool>& member, std::optional<double> value)
{
    member = value ? std::optional{*value != 0} : std::nullopt;
}

void assign(std::optional<int>& member, std::optional<double> value)
{
    member = value ? std::optional{static_cast<int>(std::lround(*value))} : std::nullopt;
}

void assign(std::optional<double>& member, std::optional<double> value)
{
    member = value;
}

/// Calls `use` with the member of that kernel name; false where there is none.
template<class Options, class Use>
bool withMember(Options& options, std::string_view name, Use use)
{
    if (name == "SO_KEEPALIVE")
        use(options.keepAlive);
    else if (name == "TCP_KEEPIDLE")
        use(options.keepIdleSeconds);
    else if (name == "TCP_KEEPINTVL")
        use(options.keepIntervalSeconds);
    else if (name == "TCP_KEEPCNT")
        use(options.keepCount);
    else if (name == "TCP_USER_TIMEOUT")
        use(options.userTimeoutMs);
    else if (name == "SO_RCVTIMEO")
        use(options.receiveTimeoutSeconds);
    else if (name == "SO_SNDTIMEO")
        use(options.sendTimeoutSeconds);
    else if (name == "SO_SNDBUF")
        use(options.sendBufferBytes);
    else if (name == "SO_RCVBUF")
        use(options.receiveBufferBytes);
    else if (name == "TCP_NODELAY")
        use(options.noDelay);
    else if (name == "TCP_SYNCNT")
        use(options.synCount);
    else if (name == "SO_LINGER")
        use(options.lingerSeconds);
    else if (name == "IP_RECVERR")
        use(options.receiveErrors);
    else if (name == "TCP_RTO_MAX_MS")
        use(options.rtoMaxMs);
    else
        return false;
    return true;
}

} // namespace

std::span<const OptionSpec> optionSpecs() { return kOptions; }

const OptionSpec* findOption(std::string_view name)
{
    const auto found = std::ranges::find(kOptions, name, &OptionSpec::name);
    return found == kOptions.end() ? nullptr : &*found;
}

std::optional<double> optionValue(const SocketOptions& options, std::string_view name)
{
    std::optional<double> value;
    withMember(options, name, [&value](const auto& member) { value = asNumber(member); });
    return value;
}

bool setOptionValue(SocketOptions& options, std::string_view name, std::optional<double> value)
{
    return withMember(options, name, [value](auto& member) { assign(member, value); });
}

} // namespace halfopen
