// SPDX-License-Identifier: GPL-3.0-or-later
// One event in the words of the log.
#pragma once

#include <string>

#include "core/event.h"
#include "core/experiment.h"

namespace halfopen {

/// What a line of the log is about.
enum class LogKind { Run, Fault, Call, Packet, Socket, Trouble };

/// Whose a line of the log is.
struct LogSubject final
{
    LogKind kind = LogKind::Run;
    int pair = -1; // −1: the whole run's
    Host end = Host::Client;
    bool operator==(const LogSubject&) const = default;
};

/// Of any event, also of one without a line.
[[nodiscard]] LogSubject logSubject(const Event& event);

/// A line without time and line feed; empty for samples, options, flows and other things that would drown the log.
[[nodiscard]] std::string logText(const Event& event, const Experiment& experiment);

/// Of a packet that a host without power would not send (Timeline::isHeldBack()).
[[nodiscard]] std::string heldBackText(const Packet& packet, const Experiment& experiment);

/// What that host's kernel has counted, as the log says it.
[[nodiscard]] std::string countedText(Host host, const KernelCounters& counted);
/// The same up to the moment at which its program learnt of the end.
[[nodiscard]] std::string countedAtOutcomeText(Host host, const KernelCounters& counted);

/// "IN|ERR|HUP|RDHUP": bits as poll(2) names them, without their POLL.
[[nodiscard]] std::string readinessText(int bits);

} // namespace halfopen
