// SPDX-License-Identifier: GPL-3.0-or-later
// What a router says by itself: resets in a peer's name, and ICMP errors.
#include "agent/cable/answer_frame.h"

#include <algorithm>

#include "agent/cable/frame.h"
#include "agent/cable/header_layout.h"

namespace halfopen {

namespace {

using Bytes = std::span<const std::uint8_t>;
using Frame = std::vector<std::uint8_t>;
using Address = std::array<std::uint8_t, 16>;

constexpr std::size_t kMostOfIpv4Error = 576;  // RFC 1812 section 4.3.2.3
constexpr std::size_t kMostOfIpv6Error = 1280; // RFC 4443 section 2.4
constexpr std::uint8_t kHops = 64;

void put16(Frame& frame, std::size_t at, std::size_t value)
{
    frame[at] = static_cast<std::uint8_t>(value >> 8);
    frame[at + 1] = static_cast<std::uint8_t>(value);
}

void put32(Frame& frame, std::size_t at, std::uint32_t value)
{
    put16(frame, at, value >> 16);
    put16(frame, at + 2, value & 0xffffU);
}

/// Ones' complement sum of 16-bit words (RFC 1071), not yet complemented.
std::uint32_t sumOf(Bytes bytes, std::uint32_t sum = 0)
{
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2)
        sum += header::word(bytes, i);
    if (bytes.size() % 2 != 0)
        sum += static_cast<std::uint32_t>(bytes.back()) << 8;
    return sum;
}

std::uint16_t folded(std::uint32_t sum)
{
    while (sum >> 16 != 0)
        sum = (sum & 0xffffU) + (sum >> 16);
    return static_cast<std::uint16_t>(~sum);
}

std::size_t headerOf(bool isIpv6) { return isIpv6 ? header::kIpv6Bytes : header::kIpv4Bytes; }

/// Ethernet and IP headers around `length` bytes that are still to be filled in.
Frame begin(const LinkEnds& links, bool isIpv6, const Address& source, const Address& destination, std::uint8_t protocol, std::size_t length)
{
    Frame frame(header::kEthernetBytes + headerOf(isIpv6) + length);
    std::ranges::copy(links.host, frame.begin());
    std::ranges::copy(links.router, frame.begin() + 6);
    put16(frame, 12, isIpv6 ? header::kEtherIpv6 : header::kEtherIpv4);
    constexpr std::size_t ip = header::kEthernetBytes;
    if (isIpv6) {
        frame[ip] = 0x60;
        put16(frame, ip + 4, length);
        frame[ip + 6] = protocol;
        frame[ip + 7] = kHops;
        std::ranges::copy(source, frame.begin() + ip + 8);
        std::ranges::copy(destination, frame.begin() + ip + 24);
        return frame;
    }
    frame[ip] = 0x45;
    put16(frame, ip + 2, header::kIpv4Bytes + length);
    put16(frame, ip + 6, 0x4000); // do not fragment
    frame[ip + 8] = kHops;
    frame[ip + 9] = protocol;
    std::copy_n(source.begin(), 4, frame.begin() + ip + 12);
    std::copy_n(destination.begin(), 4, frame.begin() + ip + 16);
    put16(frame, ip + 10, folded(sumOf(Bytes{frame}.subspan(ip, header::kIpv4Bytes))));
    return frame;
}

/// Checksum of what follows the IP header. IPv4's ICMP has no pseudo-header.
void seal(Frame& frame, bool isIpv6, std::uint8_t protocol, std::size_t checksumAt)
{
    const Bytes packet = Bytes{frame}.subspan(header::kEthernetBytes);
    const Bytes body = packet.subspan(headerOf(isIpv6));
    std::uint32_t sum = 0;
    if (isIpv6)
        sum = sumOf(packet.subspan(8, 32), static_cast<std::uint32_t>(body.size()) + protocol);
    else if (protocol == header::kProtocolTcp)
        sum = sumOf(packet.subspan(12, 8), static_cast<std::uint32_t>(body.size()) + protocol);
    put16(frame, header::kEthernetBytes + headerOf(isIpv6) + checksumAt, folded(sumOf(body, sum)));
}

/// Empty where the frame holds no whole IP header.
std::optional<FlowEnds> addressesOf(Bytes frame)
{
    if (frame.size() < header::kEthernetBytes)
        return {};
    const std::uint16_t type = header::word(frame, 12);
    const Bytes packet = frame.subspan(header::kEthernetBytes);
    FlowEnds ends;
    if (type == header::kEtherIpv4 && packet.size() >= header::kIpv4Bytes && packet[0] >> 4 == 4) {
        std::copy_n(packet.begin() + 12, 4, ends.source.begin());
        std::copy_n(packet.begin() + 16, 4, ends.destination.begin());
    } else if (type == header::kEtherIpv6 && packet.size() >= header::kIpv6Bytes && packet[0] >> 4 == 6) {
        ends.isIpv6 = true;
        std::copy_n(packet.begin() + 8, 16, ends.source.begin());
        std::copy_n(packet.begin() + 24, 16, ends.destination.begin());
    } else {
        return {};
    }
    return ends;
}

/// net/ipv4/icmp.c and net/ipv6/icmp.c turn these codes into the socket's errno.
std::optional<std::uint8_t> codeOf(RouterAnswer answer, bool isIpv6)
{
    switch (answer) {
    case RouterAnswer::IcmpHost:
        return isIpv6 ? 3 : 1;
    case RouterAnswer::IcmpNet:
        return 0;
    case RouterAnswer::IcmpPort:
        return isIpv6 ? 4 : 3;
    case RouterAnswer::IcmpAdmin:
        return isIpv6 ? 1 : 13;
    case RouterAnswer::Silent:
    case RouterAnswer::Rst:
        break;
    }
    return {};
}

} // namespace

std::optional<FlowEnds> flowOf(std::span<const std::uint8_t> frame)
{
    const auto segment = parseSegment(frame);
    auto ends = addressesOf(frame);
    if (!segment || !ends)
        return {};
    ends->sourcePort = segment->sourcePort;
    ends->destinationPort = segment->destinationPort;
    return ends;
}

std::vector<std::uint8_t> resetFrame(const LinkEnds& links, const FlowEnds& flow, std::uint32_t sequence,
                                     std::optional<std::uint32_t> acknowledgement)
{
    Frame frame = begin(links, flow.isIpv6, flow.source, flow.destination, header::kProtocolTcp, header::kTcpBytes);
    const std::size_t tcp = header::kEthernetBytes + headerOf(flow.isIpv6);
    put16(frame, tcp, flow.sourcePort);
    put16(frame, tcp + 2, flow.destinationPort);
    put32(frame, tcp + 4, sequence);
    put32(frame, tcp + 8, acknowledgement.value_or(0));
    frame[tcp + 12] = header::kTcpBytes / 4 << 4;
    frame[tcp + 13] = static_cast<std::uint8_t>(tcp_flag::kRst | (acknowledgement ? tcp_flag::kAck : 0));
    seal(frame, flow.isIpv6, header::kProtocolTcp, 16);
    return frame;
}

std::optional<std::vector<std::uint8_t>> resetAnswering(const LinkEnds& links, std::span<const std::uint8_t> frame)
{
    const auto segment = parseSegment(frame);
    auto flow = flowOf(frame);
    if (!segment || !flow || (segment->flags & tcp_flag::kRst) != 0)
        return {};
    std::swap(flow->source, flow->destination);
    std::swap(flow->sourcePort, flow->destinationPort);
    if ((segment->flags & tcp_flag::kAck) != 0)
        return resetFrame(links, *flow, segment->acknowledgement, {});
    const auto takes = static_cast<std::uint32_t>(segment->length) + ((segment->flags & tcp_flag::kSyn) != 0 ? 1U : 0U) +
                       ((segment->flags & tcp_flag::kFin) != 0 ? 1U : 0U);
    return resetFrame(links, *flow, 0, segment->sequence + takes);
}

std::optional<std::vector<std::uint8_t>> unreachableFrame(const LinkEnds& links, std::span<const std::uint8_t> frame, RouterAnswer answer,
                                                         const std::array<std::uint8_t, 16>& router)
{
    const auto ends = addressesOf(frame);
    if (!ends)
        return {};
    const auto code = codeOf(answer, ends->isIpv6);
    if (!code)
        return {};
    const Bytes packet = frame.subspan(header::kEthernetBytes);
    const std::size_t most = (ends->isIpv6 ? kMostOfIpv6Error : kMostOfIpv4Error) - headerOf(ends->isIpv6) - header::kIcmpBytes;
    const Bytes quoted = packet.first(std::min(packet.size(), most));
    const std::uint8_t protocol = ends->isIpv6 ? header::kProtocolIcmpv6 : header::kProtocolIcmp;
    Frame error = begin(links, ends->isIpv6, router, ends->source, protocol, header::kIcmpBytes + quoted.size());
    const std::size_t icmp = header::kEthernetBytes + headerOf(ends->isIpv6);
    error[icmp] = ends->isIpv6 ? 1 : 3; // destination unreachable
    error[icmp + 1] = *code;
    std::ranges::copy(quoted, error.begin() + static_cast<std::ptrdiff_t>(icmp + header::kIcmpBytes));
    seal(error, ends->isIpv6, protocol, 2);
    return error;
}

bool isIcmpError(std::span<const std::uint8_t> frame)
{
    const auto ends = addressesOf(frame);
    if (!ends)
        return false;
    const Bytes packet = frame.subspan(header::kEthernetBytes);
    if (ends->isIpv6)
        return packet[6] == header::kProtocolIcmpv6 && packet.size() > header::kIpv6Bytes && packet[header::kIpv6Bytes] < 128; // RFC 4443 section 2.1
    const std::size_t length = (packet[0] & 0x0fU) * 4U;
    if (packet[9] != header::kProtocolIcmp || packet.size() <= length)
        return false;
    const std::uint8_t type = packet[length];
    return type == 3 || type == 4 || type == 5 || type == 11 || type == 12; // RFC 1122 section 3.2.2
}

} // namespace halfopen
