// SPDX-License-Identifier: GPL-3.0-or-later
// The socket options of one end, with their kernel names, units and ranges in one place.
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace halfopen {

/// What an experiment asks of a socket. Empty means: not set, the kernel's default rules.
/// Not the values in force: those are read back by the agent and told as events.
struct SocketOptions final
{
    std::optional<bool> keepAlive{};               // SO_KEEPALIVE, socket(7)
    std::optional<int> keepIdleSeconds{};          // TCP_KEEPIDLE, tcp(7)
    std::optional<int> keepIntervalSeconds{};      // TCP_KEEPINTVL
    std::optional<int> keepCount{};                // TCP_KEEPCNT
    std::optional<int> userTimeoutMs{};            // TCP_USER_TIMEOUT, RFC 5482; 0 = off
    std::optional<double> receiveTimeoutSeconds{}; // SO_RCVTIMEO; 0 = off
    std::optional<double> sendTimeoutSeconds{};    // SO_SNDTIMEO; 0 = off
    std::optional<int> sendBufferBytes{};          // SO_SNDBUF; the kernel doubles it
    std::optional<int> receiveBufferBytes{};       // SO_RCVBUF; the kernel doubles it
    std::optional<bool> noDelay{};                 // TCP_NODELAY
    std::optional<int> synCount{};                 // TCP_SYNCNT: retransmissions of a SYN
    std::optional<int> lingerSeconds{};            // SO_LINGER; 0: close() sends a RST
    std::optional<bool> receiveErrors{};           // IP_RECVERR (IPv6: IPV6_RECVERR)
    std::optional<int> rtoMaxMs{};                 // TCP_RTO_MAX_MS, Linux 6.15

    bool operator==(const SocketOptions&) const = default;
};

/// One option as the file, the panel and the CSV name it.
struct OptionSpec final
{
    enum class Kind { Flag, Integer, Seconds };

    std::string_view name; // kernel name
    std::string_view unit; // "s", "ms", "bytes" or ""
    Kind kind;
    double minimum;
    double maximum;
    std::string_view source; // man page or RFC
};

/// All options of this version, in the order in which files are written.
[[nodiscard]] std::span<const OptionSpec> optionSpecs();

/// The spec of that kernel name, or nullptr.
[[nodiscard]] const OptionSpec* findOption(std::string_view name);

/// The value of the named option as a number (flags: 0 or 1), empty where it is not set or the name is unknown.
[[nodiscard]] std::optional<double> optionValue(const SocketOptions& options, std::string_view name);

/// Sets the named option without a range check (`OptionSpec` has the range); an empty value unsets it.
/// False if the name is unknown.
bool setOptionValue(SocketOptions& options, std::string_view name, std::optional<double> value);

} // namespace halfopen
