// SPDX-License-Identifier: GPL-3.0-or-later
// Names each segment by its place in its connection.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "agent/cable/frame.h"
#include "core/packet.h"

namespace halfopen {

/// Follows every pair's sequence numbers as the router sees them. Pure: no clock, no socket, no folding.
/// A segment is named before its fate is known; `undelivered()` then takes back what the peer never saw.
class PacketNaming final
{
public:
    /// `firstServerPort` + n is the server's port of pair n, for n below `pairs`.
    PacketNaming(std::uint16_t firstServerPort, int pairs);

    /// Fate is left Delivered. Empty segment: no TCP, named Other.
    [[nodiscard]] Packet nameOf(Host from, const std::optional<Segment>& segment);
    /// The name of a packet that the router made in that host's name: the host's own numbers stay as they are.
    [[nodiscard]] Packet nameOfMade(Host from, const std::optional<Segment>& segment) const;
    /// The packet that nameOf() returned last for this pair and direction reached the peer.
    void delivered(const Packet& packet);
    /// The packet that nameOf() returned last for this pair and direction did not reach the peer.
    void undelivered(const Packet& packet);

    /// What a segment needs to be taken for the peer's next one.
    struct Expected
    {
        std::uint32_t sequence = 0;   // the receiver's RCV.NXT, as far as the router can know it
        std::uint16_t clientPort = 0; // of the connection
    };
    /// Empty where nothing of the peer has been seen.
    [[nodiscard]] std::optional<Expected> expectedBy(int pair, Host receiver) const;

private:
    /// Sequence numbers that were skipped: two processors may hand a host's segments over in another order.
    struct Hole
    {
        std::uint32_t begin = 0;
        std::uint32_t end = 0; // one beyond; an empty hole is none
    };

    /// What one end has sent so far.
    struct Direction
    {
        std::uint32_t initial = 0;               // its first sequence number
        std::uint32_t next = 0;                  // one beyond the highest that it has sent
        std::uint32_t arrived = 0;               // one beyond what the peer has without a gap
        std::array<Hole, 4> holes{};             // the latest; older ones are forgotten
        std::uint32_t acknowledged = 0;          // the highest that the peer's delivered ACKs reach to
        std::optional<std::uint8_t> windowScale; // of its SYN
        bool begun = false;                      // `initial` and `next` are valid
        bool hasAcknowledged = false;            // `acknowledged` is valid
        bool probeUnderWay = false;              // a probe reached the peer, its answer has not come by
        std::optional<std::uint32_t> acknowledgedBefore; // the last ACK's effect, for undelivered()
    };
    struct Connection
    {
        std::array<Direction, 2> ends;
        std::uint16_t clientPort = 0;
    };

    [[nodiscard]] int pairOf(Host from, const Segment& segment) const;
    [[nodiscard]] static PacketKind kindOf(Direction& own, Direction& peer, const Segment& segment);
    [[nodiscard]] static bool fillsHole(Direction& own, std::uint32_t begin, std::uint32_t end);
    static void advanceTo(Direction& own, std::uint32_t begin, std::uint32_t end);
    static void begin(Direction& own, Direction& peer, const Segment& segment);
    static void noteAcknowledgement(Direction& peer, std::uint32_t acknowledgement);

    std::uint16_t m_firstServerPort;
    std::vector<Connection> m_connections;
};

} // namespace halfopen
