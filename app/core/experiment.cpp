// SPDX-License-Identifier: GPL-3.0-or-later
// Small questions to an experiment.
#include "core/experiment.h"

#include <algorithm>

#include "core/words.h"

#include <fmt/format.h>

namespace halfopen {

int effectiveSendBytes(const Endpoint& endpoint)
{
    constexpr int kFullSpeedBytes = 65536; // fills the socket buffer in few calls
    constexpr int kMessageBytes = 64;      // one small segment
    if (endpoint.sendBytes)
        return *endpoint.sendBytes;
    return sendsInLoop(endpoint.activity) && !endpoint.sendIntervalSeconds ? kFullSpeedBytes : kMessageBytes;
}

std::string pairName(const Experiment& experiment, int pair)
{
    const auto index = static_cast<std::size_t>(pair);
    const bool isNamed = pair >= 0 && index < experiment.pairs.size() && !experiment.pairs[index].name.empty();
    return isNamed ? experiment.pairs[index].name : fmt::format(words("core", "pair {}"), pair + 1);
}

std::optional<double> firstFaultSeconds(const Experiment& experiment)
{
    const auto first = std::ranges::min_element(experiment.faults, {}, &Fault::atSeconds);
    return first == experiment.faults.end() ? std::nullopt : std::optional{first->atSeconds};
}

} // namespace halfopen
