// SPDX-License-Identifier: GPL-3.0-or-later
// What a living socket says of itself, and what is done to it from outside its program.
#pragma once

#include <optional>

#include "core/experiment.h"
#include "core/tcp_info.h"

namespace halfopen {

/// Empty only where the descriptor is no TCP socket. Works after the socket's death too.
[[nodiscard]] std::optional<TcpInfo> readTcpInfo(int socket);

/// A deaf socket throws away every segment that comes with the usual TTL of 64 (IP_MINTTL since Linux 2.6.34,
/// IPV6_MINHOPCOUNT since 2.6.35, both set to 255). Needs no privilege. False if the kernel refuses.
bool setDeaf(int socket, Family family, bool deaf);

/// Whether its segments come with TTL 255, which even a deaf socket hears, or with the usual one. False if the kernel
/// refuses.
bool setFarReaching(int socket, Family family, bool far);

/// Its last close() sends RST and leaves nothing behind (SO_LINGER 0). A peer hears it that nobody holds any more and
/// that is deaf: an orphan in FIN-WAIT-1 would live for another 100 s.
void makeAbortive(int socket);

} // namespace halfopen
