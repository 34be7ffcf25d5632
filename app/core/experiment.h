// SPDX-License-Identifier: GPL-3.0-or-later
// What is to be run: the value behind every `*.halfopen.json`.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/activity.h"
#include "core/fault.h"
#include "core/socket_options.h"

namespace halfopen {

enum class PlaceKind { Auto, Namespaces, Loopback };
enum class PathKind { Routed, Direct, Loopback };
enum class Family { Ipv4, Ipv6 };
/// Pinned: ARP (NDP) stays out of the experiment. Real: each kernel asks, and forgets, as in a real network.
enum class Neighbours { Pinned, Real };

[[nodiscard]] std::string_view name(PlaceKind place);
[[nodiscard]] std::string_view name(PathKind path);
[[nodiscard]] std::string_view name(Family family);
[[nodiscard]] std::string_view name(Neighbours neighbours);

/// Options that are set while the connection lives.
struct OptionChange final
{
    double atSeconds = 0;    // after t = 0
    SocketOptions options{}; // those that change
    bool operator==(const OptionChange&) const = default;
};

/// One end of a pair: its socket's options and what its program does.
struct Endpoint final
{
    Activity activity = Activity::Hold;
    SocketOptions options{};
    std::optional<int> sendBytes{};              // Send, Request, Close: bytes a call; default 65536 at full speed, 64 paced, 64 for Request
    std::optional<double> sendIntervalSeconds{}; // Send: pause between calls; empty: as fast as it goes
    double requestAtSeconds = 0.05;            // Request: after the first fault (after t = 0 without faults)
    double heartbeatIntervalSeconds = 1.0;     // Heartbeat: from question to question
    double heartbeatTimeoutSeconds = 3.0;      // Heartbeat: silence after which it gives up
    std::vector<OptionChange> changes{};

    bool operator==(const Endpoint&) const = default;
};

struct Pair final
{
    std::string name;
    Endpoint client;
    Endpoint server;

    [[nodiscard]] const Endpoint& end(Host host) const { return host == Host::Client ? client : server; }
    [[nodiscard]] Endpoint& end(Host host) { return host == Host::Client ? client : server; }
    bool operator==(const Pair&) const = default;
};

/// A whole experiment. A value: it knows nothing of files, agents or runs.
struct Experiment final
{
    std::string title{};
    PlaceKind place = PlaceKind::Auto;
    PathKind path = PathKind::Routed;
    Family family = Family::Ipv4;
    Neighbours neighbours = Neighbours::Pinned;
    double timeLimitSeconds = 60.0;             // after t = 0; up to 1,000,000
    std::map<std::string, std::int64_t> sysctl{}; // net.ipv4.*, kernel names without the prefix
    std::string congestionControl{};              // sysctl tcp_congestion_control, any that the kernel has; empty: cubic, else reno
    std::vector<Pair> pairs{};
    std::vector<Fault> faults{};

    bool operator==(const Experiment&) const = default;
};

inline constexpr double kMaxTimeLimitSeconds = 1'000'000;
inline constexpr std::size_t kMaxPairs = 10'000;

/// Bytes that one send() call of that end hands over.
[[nodiscard]] int effectiveSendBytes(const Endpoint& endpoint);

/// By which people know a pair, the same everywhere: its own name, else "pair 3".
[[nodiscard]] std::string pairName(const Experiment& experiment, int pair);

/// The time of the first fault after t = 0, or empty where the script has none.
[[nodiscard]] std::optional<double> firstFaultSeconds(const Experiment& experiment);

} // namespace halfopen
