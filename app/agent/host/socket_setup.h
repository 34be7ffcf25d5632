// SPDX-License-Identifier: GPL-3.0-or-later
// An end's socket: made, given its options, read back.
#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "agent/base/fd.h"
#include "core/experiment.h"
#include "core/result.h"

namespace halfopen {

/// A TCP socket with that congestion control (empty: cubic, else reno) and these options, set in an order in which none undoes another.
/// Fails with the option's name.
[[nodiscard]] Result<Fd> makeSocket(Family family, const SocketOptions& options,
                                    std::string_view congestionControl = {});

/// Sets these options of a living socket, in the same order. Fails with the option's name.
[[nodiscard]] Result<void> setOptions(int socket, const SocketOptions& options);

/// The options as the kernel has them: those that every outcome is told with, and those that were asked for.
[[nodiscard]] std::vector<std::pair<std::string_view, double>> optionsInForce(int socket, const SocketOptions& asked);
/// Sets again what the socket does not have as asked. For accepted sockets: on Linux they have all of it from
/// their listener.
[[nodiscard]] Result<void> completeOptions(int socket, const SocketOptions& asked);

} // namespace halfopen
