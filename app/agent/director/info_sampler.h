// SPDX-License-Identifier: GPL-3.0-or-later
// Asks the sockets for their TCP_INFO and tells what has changed.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "agent/director/host_link.h"
#include "agent/director/reporter.h"

namespace halfopen {

class InfoSampler final
{
public:
    InfoSampler(Reporter& reporter, const RunClock& clock, std::size_t pairs);

    /// Of every socket that is still held: samples, changes only. Ages alone are no change. True if there was one.
    bool sample(Host host, const HostLink& link);
    /// TCP_INFO of all sockets of both hosts as they are now, to be told a moment later: at the first fault nothing may
    /// come between.
    [[nodiscard]] std::vector<Event> takeAtFault(const std::array<HostLink, 2>& links) const;

private:
    Reporter& m_reporter;
    const RunClock& m_clock;
    std::array<std::vector<std::optional<TcpInfo>>, 2> m_told;
};

} // namespace halfopen
