// SPDX-License-Identifier: GPL-3.0-or-later
// Frames from the wire: parsed, named, and handed on by the router.
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "agent/cable/frame.h"
#include "agent/cable/packet_naming.h"
#include "fuzz_targets.h"

namespace halfopen::fuzz {

namespace {

constexpr std::uint16_t kFirstPort = 9000;
constexpr int kPairs = 3;
constexpr std::size_t kEthernetHeader = 14;

/// The ones' complement sum of the first 20 bytes after the Ethernet header: what a router must not change (RFC 1624).
unsigned headerSum(const std::vector<std::uint8_t>& frame)
{
    unsigned sum = 0;
    for (std::size_t at = kEthernetHeader; at < kEthernetHeader + 20; at += 2)
        sum += static_cast<unsigned>(frame[at] << 8 | frame[at + 1]);
    return sum % 0xffff;
}

void routeOne(std::vector<std::uint8_t> frame)
{
    constexpr std::array<std::uint8_t, 6> kSource{2, 0, 0, 0, 0, 1};
    constexpr std::array<std::uint8_t, 6> kDestination{2, 0, 0, 0, 0, 2};
    std::array<std::uint8_t, 6> self{};
    for (std::size_t i = 0; i < self.size() && i < frame.size(); ++i)
        self[i] = frame[i];
    const std::vector<std::uint8_t> before = frame;
    const auto segment = parseSegment(frame);
    const RouteStep step = routeFrame(frame, self, kSource, kDestination);
    if (step != RouteStep::Ready) {
        require(frame == before, "a frame that is not handed on is left as it was");
        return;
    }
    require(parseSegment(frame) == segment, "handing a frame on does not change its segment");
    if (before.size() >= kEthernetHeader + 20 && before[12] == 0x08 && before[13] == 0x00)
        require(headerSum(frame) == headerSum(before), "a router keeps the header checksum right");
}

} // namespace

/// The text is a series of frames, each behind two bytes: flags (bit 0: from the server, bit 1: not delivered) and
/// length.
void fuzzFrame(std::string_view text)
{
    PacketNaming naming{kFirstPort, kPairs};
    while (text.size() >= 2) {
        const auto flags = static_cast<std::uint8_t>(text[0]);
        const auto length = static_cast<std::uint8_t>(text[1]);
        text.remove_prefix(2);
        const std::string_view bytes = text.substr(0, length);
        text.remove_prefix(bytes.size());
        const std::vector<std::uint8_t> frame{bytes.begin(), bytes.end()};
        const std::optional<Segment> segment = parseSegment(frame);
        if (segment)
            require(segment->length >= 0 && static_cast<std::size_t>(segment->length) < frame.size(),
                    "a payload fits its frame");
        const Packet packet = naming.nameOf((flags & 1) != 0 ? Host::Server : Host::Client, segment);
        require(packet.pair >= -1 && packet.pair < kPairs, "a packet belongs to a pair or to none");
        require(segment || packet.kind == PacketKind::Other, "what holds no segment is named other");
        if ((flags & 2) != 0)
            naming.undelivered(packet);
        routeOne(frame);
    }
}

} // namespace halfopen::fuzz
