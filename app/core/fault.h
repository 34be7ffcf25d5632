// SPDX-License-Identifier: GPL-3.0-or-later
// How the peer dies.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "core/host.h"

namespace halfopen {

enum class FaultKind {
    Drop,     // the router drops what comes; on loopback the sockets turn deaf (IP_MINTTL)
    CableOut, // one host loses its carrier
    Kill,     // SIGKILL to one host's program; its kernel lives on and closes the sockets
    Freeze,   // SIGSTOP to one host's program; its kernel goes on answering
};

/// One fault of an experiment's script, or one made by hand while the run goes on. A plan, not the act.
struct Fault final
{
    FaultKind kind = FaultKind::Drop;
    double atSeconds = 1.0;                 // from the moment all pairs are armed
    std::optional<double> healAfterSeconds{}; // since it was applied; empty: it stays
    Host host = Host::Server;               // CableOut, Kill, Freeze
    Direction direction = Direction::Both;  // Drop

    bool operator==(const Fault&) const = default;
};

[[nodiscard]] std::string_view name(FaultKind kind); // drop, cable-out, kill, freeze
[[nodiscard]] std::optional<FaultKind> faultKindFromName(std::string_view text);
[[nodiscard]] std::span<const FaultKind> allFaultKinds();

/// Faults that the experiment format knows but this version cannot make yet.
[[nodiscard]] bool isFutureFault(std::string_view text);

/// Whether the fault acts at one host (and `host` means something) rather than on the way between.
[[nodiscard]] constexpr bool actsAtHost(FaultKind kind) { return kind != FaultKind::Drop; }

/// Whether it can be undone. A killed program stays dead.
[[nodiscard]] constexpr bool canHeal(FaultKind kind) { return kind != FaultKind::Kill; }

} // namespace halfopen
