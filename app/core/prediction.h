// SPDX-License-Identifier: GPL-3.0-or-later
// What the rules of the kernel say will happen to one end.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/host.h"
#include "core/packet.h"
#include "core/run_time.h"

namespace halfopen {

/// Which limit ends the connection, or the call.
enum class DecidedBy {
    Nobody,
    KeepaliveCount,
    UserTimeout,
    RetransmissionLimit,
    WindowProbes,
    SynRetries,
    OrphanLimit,
    CallTimeout,
    PeerRst,
    PeerFin,
    Local
};

[[nodiscard]] std::string_view name(DecidedBy decidedBy); // keepalive-count, user-timeout …

/// From … to, since the first fault (since t = 0 where there is none).
struct Interval final
{
    RunTime earliest{0};
    RunTime latest{0};
    bool operator==(const Interval&) const = default;
};

/// One way it can end. Most ends have one; on the edge of the retransmission staircase there are two.
struct PredictionMode final
{
    Interval at;
    std::string call;   // the call that tells: recv, send, select …
    int result = -1;    // −1, or 0 for an orderly end
    int errorNumber = 0; // errno; 0 with result 0
    bool operator==(const PredictionMode&) const = default;
};

/// The number of a retransmission that is a tail-loss probe: the kernel's count of retransmissions begins after it.
inline constexpr int kLossProbe = 0;

/// A packet that the rules expect from this end, or the answer to it that ends the connection.
struct ExpectedPacket final
{
    PacketKind kind = PacketKind::Probe;
    int number = 1; // the how-manieth of its kind, from 1 and as the kernel counts; kLossProbe
    Interval at;
    bool isAnswer = false; // the RST that comes back
    bool operator==(const ExpectedPacket&) const = default;
};

[[nodiscard]] inline bool isLossProbe(const ExpectedPacket& packet)
{
    return packet.kind == PacketKind::Retransmission && packet.number == kLossProbe;
}

/// What becomes of a connection of which nobody tells an end: "never" is the best outcome where it works on, and the worst
/// where it is dead.
enum class Afterlife {
    OutOfReach, // the peer is gone, stands still or cannot be reached for good, and this end never learns of it
    Healed,     // the way was broken for a time; it is whole again, and both ends still have the connection
    Unbroken    // what both ends say has gone through all the time, sooner or later
};

/// For one end of one pair. An interval with its reason, or never.
struct Prediction final
{
    int pair = 0;
    Host end = Host::Client;
    bool applicable = true; // false: nobody looks (hold), or its own program is killed or frozen
    bool mayBeNever = false; // with modes: it may also survive (a heal that falls on the edge)
    std::vector<PredictionMode> modes; // empty: never
    DecidedBy decidedBy = DecidedBy::Nobody;
    Afterlife afterlife = Afterlife::OutOfReach; // where it is never told
    std::vector<ExpectedPacket> schedule; // in order of time
    std::vector<RunTime> forgotten; // when middleboxes that forget will have forgotten the connection, since the first fault
    std::string why; // one sentence
    double silentSeconds = 0; // of the silence that keepalive counts, over before the first fault

    [[nodiscard]] bool never() const { return modes.empty(); }
    /// Never told, because there is nothing to tell: the connection works on.
    [[nodiscard]] bool livesOn() const { return applicable && never() && afterlife != Afterlife::OutOfReach; }
    /// The fault takes nothing from this connection, whether its program looks or not.
    [[nodiscard]] bool losesNothing() const { return never() && afterlife == Afterlife::Unbroken; }
    /// The hull of all modes; only where not never().
    [[nodiscard]] Interval hull() const;
    bool operator==(const Prediction&) const = default;
};

/// That end's, or nullptr. At once where there are two a pair in their order, as predict() makes them.
[[nodiscard]] const Prediction* findPrediction(const std::vector<Prediction>& predictions, int pair, Host end);

} // namespace halfopen
