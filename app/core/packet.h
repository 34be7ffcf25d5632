// SPDX-License-Identifier: GPL-3.0-or-later
// One packet as the router saw it: nearly always a TCP segment.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/host.h"

namespace halfopen {

/// What a segment is, named by its place in the flow, not by its flags alone.
enum class PacketKind {
    Syn,
    SynAck,
    Data,
    Retransmission, // data or FIN that had been sent before
    Ack,
    Probe,          // keepalive or window probe: sequence one below what is next, at most one byte
    Answer,         // the ACK that answers a probe
    Fin,
    Rst,
    Icmp,           // a router's error about a segment of that pair
    Arp,            // who has that address: of the host, not of a pair
    Ndp,            // the same for IPv6: neighbour solicitation or advertisement
    Other,          // no TCP, or not of a known pair
};

/// Hosts that look for each other, before any pair's packet can go.
[[nodiscard]] constexpr bool isNeighbourTalk(PacketKind kind) { return kind == PacketKind::Arp || kind == PacketKind::Ndp; }

/// What became of it.
enum class PacketFate {
    Delivered, // handed on by the router
    Dropped,   // taken by a fault that was meant to take it
    Rejected,  // the same, and answered by the router
    Lost,      // could not be handed on: nobody meant that, the run is flagged
};

struct Packet final
{
    Host from = Host::Client;
    int pair = -1; // index in the experiment; −1: none of ours
    PacketKind kind = PacketKind::Other;
    PacketFate fate = PacketFate::Delivered;
    std::uint32_t sequence = 0;        // relative to the initial sequence number
    std::uint32_t acknowledgement = 0; // relative to the peer's
    int length = 0;                    // payload bytes
    int window = 0;                    // bytes, scaled where the scale was seen
    std::uint8_t flags = 0;            // as in the TCP header
    bool isMade = false;               // by the router: the host in whose name it comes never sent it
    int delayMs = 0;                   // for which a fault held it back; it was handed on that much after its time

    bool operator==(const Packet&) const = default;
};

/// SYN, SYN-ACK, data, retransmission, ACK, probe, answer, FIN, RST, ICMP, ARP, NDP, other
[[nodiscard]] std::string_view name(PacketKind kind);
[[nodiscard]] std::string_view name(PacketFate fate); // delivered, dropped, rejected, lost
[[nodiscard]] std::optional<PacketKind> packetKindFromName(std::string_view text);
[[nodiscard]] std::optional<PacketFate> packetFateFromName(std::string_view text);

} // namespace halfopen
