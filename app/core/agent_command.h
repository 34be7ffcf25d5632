// SPDX-License-Identifier: GPL-3.0-or-later
// What the agent is asked to do: one JSON line each on its standard input.
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "core/experiment.h"
#include "core/result.h"

namespace halfopen {

/// Start this experiment. Must be the first command, once. Answered by `place`, `refused` or `failed`.
struct RunCommand final
{
    Experiment experiment;
    std::string capture{}; // path of a pcapng file to write; empty: none. Not on the loopback place.
    bool operator==(const RunCommand&) const = default;
};

/// Make this fault now, by hand (`atSeconds` is ignored). Answered by a fault event with a new id.
struct FaultCommand final
{
    Fault fault;
    bool operator==(const FaultCommand&) const = default;
};

/// Heal the fault with this id. Answered by a fault event.
struct HealCommand final
{
    int id = 0;
    bool operator==(const HealCommand&) const = default;
};

/// Set these options of that end's living socket now. Carried out by the end's own program (a stopped one does it when it
/// goes on) and answered by an option event for each.
struct SetOptionCommand final
{
    int pair = 0;
    Host end = Host::Client;
    SocketOptions options{};
    bool operator==(const SetOptionCommand&) const = default;
};

/// Everything has been seen: clean up and finish (`cancelled`: the user broke off).
struct FinishCommand final
{
    bool cancelled = false;
    bool operator==(const FinishCommand&) const = default;
};

using AgentCommand = std::variant<RunCommand, FaultCommand, HealCommand, SetOptionCommand, FinishCommand>;

[[nodiscard]] std::string writeCommand(const AgentCommand& command); // no line feed
[[nodiscard]] Result<AgentCommand> parseCommand(std::string_view line);

} // namespace halfopen
