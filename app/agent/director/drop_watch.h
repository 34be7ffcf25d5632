// SPDX-License-Identifier: GPL-3.0-or-later
// Frames that this machine's loopback interface lost although no fault took them.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "agent/base/fd.h"
#include "agent/director/reporter.h"

namespace halfopen {

/// For the loopback place; in the namespaces place the cable counts. Compares lo's drop counter with that at its
/// beginning, and tells what was added. The counter is the machine's: another program's loss flags the run too.
class DropWatch final
{
public:
    explicit DropWatch(Reporter& reporter);
    void look();

private:
    [[nodiscard]] std::int64_t read() const;

    Reporter& m_reporter;
    Fd m_procNetDev;
    std::int64_t m_told;
};

/// Received frames dropped by each interface, of the text of /proc/net/dev.
[[nodiscard]] std::map<std::string, std::int64_t> receiveDrops(std::string_view procNetDev);

} // namespace halfopen
