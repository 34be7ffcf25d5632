// SPDX-License-Identifier: GPL-3.0-or-later
// Sockets and their addresses: listen, connect, ask who is who.
#pragma once

#include <string_view>

#include "core/experiment.h"
#include "core/result.h"
#include "core/socket_row.h"

namespace halfopen {

/// Port 0: the kernel chooses.
[[nodiscard]] Result<void> bindAndListen(int socket, Family family, const SocketAddress& address);
/// Waits at most five seconds; the socket is a blocking one afterwards.
[[nodiscard]] Result<void> connectTo(int socket, Family family, const SocketAddress& address);

/// connect(2) as it is: −1 and errno where it fails. The address tells the family.
[[nodiscard]] int callConnect(int socket, const SocketAddress& address);

[[nodiscard]] SocketAddress localAddress(int socket);
[[nodiscard]] SocketAddress remoteAddress(int socket);

} // namespace halfopen
