// SPDX-License-Identifier: GPL-3.0-or-later
// The faults in force at one instant, in the words of the drawing.
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

#include "core/fault.h"
#include "ui/timeline/run_facts.h"

namespace halfopen {

/// One fault at one place. Its kind, values and stamps come from the agent's event; how long it has been and what it has
/// left is counted from them, and what a middlebox remembers from the packets that were seen.
struct FaultWords final
{
    Fault fault;
    bool forgotten = false; // a middlebox: the pair's memory has run out
    bool harms = true;      // takes packets or ends something; a delay and a memory that lasts do not
    bool isOver = false;    // at once, as an injected RST is; what it did stays
    QStringList what;       // in the router's box or a host's title: long to short
    QStringList detail;     // under it: which packets, which answer, what is left
    QStringList over;       // over the cable, with a clock: long to short
    QString told;           // for screen readers: whole sentences

    bool operator==(const FaultWords&) const = default;
    /// A clock that runs on is no difference.
    [[nodiscard]] bool isLike(const FaultWords& other) const { return fault == other.fault && forgotten == other.forgotten && isOver == other.isOver; }
};

/// Those of the router, the weightiest first: what takes everything, then what was made last; what is over comes last.
[[nodiscard]] std::vector<FaultWords> routerFaults(const RunFacts& facts, int pair, double seconds);
/// What is wrong with that host's way out: its cable, interface, route, address, neighbour, queue.
[[nodiscard]] std::vector<FaultWords> networkFaults(const RunFacts& facts, Host host, double seconds);
/// What has become of that host's program, kernel and sockets: killed, frozen, off, rebooting, back, destroyed.
[[nodiscard]] std::vector<FaultWords> fatesOf(const RunFacts& facts, Host host, double seconds);

/// Whether that fault has been made and not yet healed.
[[nodiscard]] bool inForce(const FaultSpan& span, const RunFacts& facts, double seconds);
/// As the clocks show it: two instants within a tenth are one picture.
[[nodiscard]] double tenths(double seconds);

} // namespace halfopen
