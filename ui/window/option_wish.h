// SPDX-License-Identifier: GPL-3.0-or-later
// What was asked of a living socket.
#pragma once

#include <QString>

#include "core/experiment.h"
#include "core/run_time.h"

namespace halfopen {

/// By hand, of one end of a run. What is read back afterwards need not be the same.
struct OptionWish final
{
    QString runId;
    int pair = 0;
    Host end = Host::Client;
    RunTime time{0}; // of the last event before it
    SocketOptions options{};
};

} // namespace halfopen
