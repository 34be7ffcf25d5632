// SPDX-License-Identifier: GPL-3.0-or-later
// Says when TCP will notice a dead peer, before the kernel does.
#pragma once

#include <span>
#include <vector>

#include "core/experiment.h"
#include "core/kernel_profile.h"
#include "core/prediction.h"
#include "core/tcp_info.h"

namespace halfopen {

/// All that a prediction may take from a measurement: one socket at the moment of the first fault.
struct EndAtFault final
{
    int pair = 0;
    Host end = Host::Client;
    TcpInfo info;
    bool operator==(const EndAtFault&) const = default;
};

/// Two predictions a pair, client first, in the order of the pairs. `measured` is empty before a run: then an idle
/// LAN's RTO and the planned phase are assumed. Pure: no clock, no randomness; under a millisecond a pair.
[[nodiscard]] std::vector<Prediction> predict(const Experiment& experiment, const KernelProfile& kernel,
                                              std::span<const EndAtFault> measured = {});

} // namespace halfopen
