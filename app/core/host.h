// SPDX-License-Identifier: GPL-3.0-or-later
// The two hosts of a run, the two ends of a pair, and the way between them.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace halfopen {

/// A host is a network stack of its own (a network namespace; in the loopback place a process).
/// The same word names the end of a pair that lives on it.
enum class Host { Client, Server };

/// The way that packets take: both ways, or one of them.
enum class Direction { Both, ToServer, ToClient };

[[nodiscard]] constexpr Host otherHost(Host host) { return host == Host::Client ? Host::Server : Host::Client; }

/// The way of the packets that this host sends.
[[nodiscard]] constexpr Direction directionFrom(Host host) { return host == Host::Client ? Direction::ToServer : Direction::ToClient; }

/// The place in arrays with one entry a host: the client's first.
[[nodiscard]] constexpr std::size_t slotOf(Host host) { return host == Host::Client ? 0 : 1; }

[[nodiscard]] std::string_view name(Host host);           // client, server
[[nodiscard]] std::string_view name(Direction direction); // both, to-server, to-client
[[nodiscard]] std::optional<Host> hostFromName(std::string_view text);
[[nodiscard]] std::optional<Direction> directionFromName(std::string_view text);

} // namespace halfopen
