// SPDX-License-Identifier: GPL-3.0-or-later
// Aborts sockets from outside their program (SOCK_DESTROY).
#pragma once

#include "agent/lab/netlink.h"

namespace halfopen {

/// How many sockets there were, and how many of them the kernel aborted.
struct DestroyedSockets final
{
    int found = 0;
    int destroyed = 0;
};

/// Aborts every TCP socket of the network namespace that `sockDiag` was opened in. Best effort: a kernel without
/// CONFIG_INET_DIAG_DESTROY aborts none.
DestroyedSockets destroyTcpSockets(const NetlinkSocket& sockDiag);

} // namespace halfopen
