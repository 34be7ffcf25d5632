// SPDX-License-Identifier: GPL-3.0-or-later
// Counts the frames that no fault took.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "agent/lab/lab.h"
#include "core/event.h"

namespace halfopen {

/// Compares the interfaces' drop counters from look to look. What vanished on the router's link of a host that was
/// without carrier meanwhile was meant. Not the packet rings' own counters, which the caller has.
class LossWatch final
{
public:
    explicit LossWatch(const Lab& lab);

    /// A frame for that host was told as lost already: the host's interface counts it too (since Linux 6.9, before it
    /// only counted).
    void noteTold(Host host) { ++m_told[slotOf(host)]; }
    /// What went missing since the last call.
    [[nodiscard]] std::vector<LossEvent> look();

private:
    [[nodiscard]] std::array<int, 2> linkChanges() const;

    const Lab& m_lab;
    std::map<std::string, std::int64_t> m_drops;
    std::array<int, 2> m_linkChanges;
    std::array<std::int64_t, 2> m_told{};
};

} // namespace halfopen
