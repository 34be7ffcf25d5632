// SPDX-License-Identifier: GPL-3.0-or-later
// Connects the ends of one host with those of the other.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "agent/host/endpoint_run.h"
#include "agent/host/host_process.h"

namespace halfopen {

using EndpointRuns = std::vector<std::unique_ptr<EndpointRun>>; // by pair

/// Server: a listener a pair, with the options its connection is to inherit. Tells the options. Returns their ports.
[[nodiscard]] Result<std::vector<std::uint16_t>> openListeners(const HostSetup& setup, EndpointRuns& runs);
/// Server: one connection from each listener, which is closed then. Pairs that connect late keep theirs.
[[nodiscard]] Result<void> acceptAll(EndpointRuns& runs);

/// Client: a socket a pair, with its options. Tells the options.
[[nodiscard]] Result<void> openSockets(const HostSetup& setup, EndpointRuns& runs);
/// Client: connects pair n to `ports[n]`, at a pace where there are many; pairs that connect late learn where to.
[[nodiscard]] Result<void> connectAll(std::span<const std::uint16_t> ports, const HostSetup& setup, EndpointRuns& runs);

} // namespace halfopen
