// SPDX-License-Identifier: GPL-3.0-or-later
// Blocks of a capture file that Wireshark and tshark read: pcapng, draft-ietf-opsawg-pcapng.
#include "core/pcapng.h"

#include <array>
#include <algorithm>
#include <charconv>

namespace halfopen::pcapng {

namespace {

// Block types, sections 4.1 to 4.5; options, sections 3.5 and 4.x of the draft. All numbers little endian: the reader
// learns it from the byte-order magic.
constexpr std::uint32_t kSectionHeader = 0x0A0D0D0A;
constexpr std::uint32_t kInterfaceDescription = 1;
constexpr std::uint32_t kNameResolution = 4;
constexpr std::uint32_t kEnhancedPacket = 6;
constexpr std::uint32_t kByteOrderMagic = 0x1A2B3C4D;
constexpr std::uint16_t kEthernet = 1; // LINKTYPE_ETHERNET

constexpr std::uint16_t kEndOfOptions = 0;
constexpr std::uint16_t kComment = 1;
constexpr std::uint16_t kSystem = 3;      // shb_os
constexpr std::uint16_t kApplication = 4; // shb_userappl
constexpr std::uint16_t kName = 2;        // if_name
constexpr std::uint16_t kDescription = 3; // if_description
constexpr std::uint16_t kResolution = 9;  // if_tsresol: 10 to the power of minus that
constexpr std::uint16_t kFlags = 2;       // epb_flags: bits 0 and 1 are the direction
constexpr std::uint16_t kIpv4Record = 1;  // nrb_record_ipv4
constexpr std::uint16_t kIpv6Record = 2;  // nrb_record_ipv6

constexpr std::size_t kLongestOption = 60'000; // its length is a 16-bit number

void put16(Bytes& bytes, std::uint16_t value)
{
    bytes.push_back(static_cast<std::uint8_t>(value));
    bytes.push_back(static_cast<std::uint8_t>(value >> 8));
}

void put32(Bytes& bytes, std::uint32_t value)
{
    put16(bytes, static_cast<std::uint16_t>(value));
    put16(bytes, static_cast<std::uint16_t>(value >> 16));
}

void putPadded(Bytes& bytes, std::span<const std::uint8_t> value)
{
    bytes.insert(bytes.end(), value.begin(), value.end());
    while (bytes.size() % 4 != 0)
        bytes.push_back(0);
}

void putOption(Bytes& bytes, std::uint16_t code, std::span<const std::uint8_t> value)
{
    put16(bytes, code);
    put16(bytes, static_cast<std::uint16_t>(value.size()));
    putPadded(bytes, value);
}

void putText(Bytes& bytes, std::uint16_t code, std::string_view text)
{
    text = text.substr(0, kLongestOption);
    if (!text.empty())
        putOption(bytes, code, {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
}

/// The body is a multiple of four bytes long.
Bytes block(std::uint32_t type, const Bytes& body)
{
    const auto length = static_cast<std::uint32_t>(body.size() + 12);
    Bytes bytes;
    bytes.reserve(length);
    put32(bytes, type);
    put32(bytes, length);
    bytes.insert(bytes.end(), body.begin(), body.end());
    put32(bytes, length);
    return bytes;
}

/// 4 or 16 bytes; empty where it is no address.
Bytes addressBytes(std::string_view text)
{
    Bytes bytes;
    const bool isIpv6 = text.find(':') != std::string_view::npos;
    const char separator = isIpv6 ? ':' : '.';
    std::vector<std::uint32_t> groups;
    std::size_t gap = std::string_view::npos; // of "::", in groups
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find(separator, at), text.size());
        const std::string_view group = text.substr(at, end - at);
        std::uint32_t value = 0;
        if (group.empty())
            gap = groups.size();
        else if (std::from_chars(group.data(), group.data() + group.size(), value, isIpv6 ? 16 : 10).ec != std::errc{})
            return {};
        else
            groups.push_back(value);
        at = end + 1;
    }
    if (isIpv6 && gap != std::string_view::npos)
        while (groups.size() < 8)
            groups.insert(groups.begin() + static_cast<std::ptrdiff_t>(gap), 0);
    if (groups.size() != (isIpv6 ? 8U : 4U))
        return {};
    for (const std::uint32_t group : groups) {
        if (isIpv6)
            bytes.push_back(static_cast<std::uint8_t>(group >> 8));
        bytes.push_back(static_cast<std::uint8_t>(group));
    }
    return bytes;
}

} // namespace

Bytes section(std::string_view application, std::string_view system)
{
    Bytes body;
    put32(body, kByteOrderMagic);
    put16(body, 1); // version 1.0
    put16(body, 0);
    put32(body, 0xffffffff); // the section's length is not known
    put32(body, 0xffffffff);
    putText(body, kSystem, system);
    putText(body, kApplication, application);
    putOption(body, kEndOfOptions, {});
    return block(kSectionHeader, body);
}

Bytes interface(std::string_view name, std::string_view description)
{
    constexpr std::array<std::uint8_t, 1> kNanoseconds{9};
    Bytes body;
    put16(body, kEthernet);
    put16(body, 0);
    put32(body, 0); // no limit to a frame's length
    putText(body, kName, name);
    putText(body, kDescription, description);
    putOption(body, kResolution, kNanoseconds);
    putOption(body, kEndOfOptions, {});
    return block(kInterfaceDescription, body);
}

Bytes names(std::span<const std::pair<std::string, std::string>> addressesAndNames)
{
    Bytes body;
    for (const auto& [address, name] : addressesAndNames) {
        Bytes record = addressBytes(address);
        if (record.empty())
            continue;
        const std::uint16_t code = record.size() == 4 ? kIpv4Record : kIpv6Record;
        record.insert(record.end(), name.begin(), name.end());
        record.push_back(0);
        putOption(body, code, record);
    }
    putOption(body, kEndOfOptions, {});
    return block(kNameResolution, body);
}

Bytes packet(std::uint32_t interface, RunTime time, std::span<const std::uint8_t> frame, Way way, std::string_view comment)
{
    const auto stamp = static_cast<std::uint64_t>(time.count());
    const std::array<std::uint8_t, 4> flags{static_cast<std::uint8_t>(way == Way::Inbound ? 1 : 2), 0, 0, 0};
    Bytes body;
    body.reserve(frame.size() + comment.size() + 48);
    put32(body, interface);
    put32(body, static_cast<std::uint32_t>(stamp >> 32));
    put32(body, static_cast<std::uint32_t>(stamp));
    put32(body, static_cast<std::uint32_t>(frame.size()));
    put32(body, static_cast<std::uint32_t>(frame.size()));
    putPadded(body, frame);
    putText(body, kComment, comment);
    putOption(body, kFlags, flags);
    putOption(body, kEndOfOptions, {});
    return block(kEnhancedPacket, body);
}

} // namespace halfopen::pcapng
