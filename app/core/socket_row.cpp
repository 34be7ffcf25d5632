// SPDX-License-Identifier: GPL-3.0-or-later
// Reads /proc/net/tcp and /proc/net/tcp6: every field, nothing guessed.
#include "core/socket_row.h"

#include <array>
#include <charconv>
#include <cstddef>

#include "core/words.h"

#include <fmt/format.h>

namespace halfopen {

namespace {

/// Takes one line apart from left to right. After the first failure everything fails.
class LineReader final
{
public:
    explicit LineReader(std::string_view line) : m_rest(line) {}

    [[nodiscard]] bool ok() const { return m_ok; }

    /// The next word, without the blanks before it; empty at the end of the line.
    std::string_view word()
    {
        const auto begin = m_rest.find_first_not_of(' ');
        m_rest.remove_prefix(begin == std::string_view::npos ? m_rest.size() : begin);
        const auto end = m_rest.find(' ');
        const std::string_view found = m_rest.substr(0, end);
        m_rest.remove_prefix(found.size());
        return found;
    }

    template<class Number>
    Number number(std::string_view text, int base)
    {
        Number value{};
        const auto result = std::from_chars(text.data(), text.data() + text.size(), value, base);
        if (text.empty() || result.ec != std::errc{} || result.ptr != text.data() + text.size())
            m_ok = false;
        return value;
    }

    /// "LEFT:RIGHT" taken apart.
    std::array<std::string_view, 2> halves(std::string_view text)
    {
        const auto colon = text.find(':');
        if (colon == std::string_view::npos) {
            m_ok = false;
            return {};
        }
        return {text.substr(0, colon), text.substr(colon + 1)};
    }

    void fail() { m_ok = false; }

private:
    std::string_view m_rest;
    bool m_ok = true;
};

std::string ipv4Text(std::uint32_t word)
{
    // printed with %08X from the __be32: on a little-endian machine the first octet is the lowest byte
    return fmt::format("{}.{}.{}.{}", word & 0xff, word >> 8 & 0xff, word >> 16 & 0xff, word >> 24);
}

/// RFC 5952: lower case, no leading zeros, the longest run of two or more zero groups becomes "::".
std::string ipv6Text(const std::array<std::uint16_t, 8>& groups)
{
    std::size_t bestBegin = groups.size();
    std::size_t bestLength = 1;
    for (std::size_t begin = 0; begin < groups.size();) {
        std::size_t end = begin;
        while (end < groups.size() && groups[end] == 0)
            ++end;
        if (end - begin > bestLength) {
            bestBegin = begin;
            bestLength = end - begin;
        }
        begin = end == begin ? begin + 1 : end;
    }
    std::string text;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        if (i == bestBegin) {
            text += "::";
            i += bestLength - 1;
            continue;
        }
        if (!text.empty() && text.back() != ':')
            text += ':';
        text += fmt::format("{:x}", groups[i]);
    }
    return text;
}

std::string ipText(LineReader& line, std::string_view hex)
{
    if (hex.size() == 8)
        return ipv4Text(line.number<std::uint32_t>(hex, 16));
    if (hex.size() != 32) {
        line.fail();
        return {};
    }
    std::array<std::uint16_t, 8> groups{};
    for (std::size_t i = 0; i < 4; ++i) {
        const auto word = line.number<std::uint32_t>(hex.substr(8 * i, 8), 16);
        groups[2 * i] = static_cast<std::uint16_t>((word & 0xff) << 8 | (word >> 8 & 0xff));
        groups[2 * i + 1] = static_cast<std::uint16_t>((word >> 16 & 0xff) << 8 | word >> 24);
    }
    return ipv6Text(groups);
}

SocketAddress readAddress(LineReader& line)
{
    const auto [ip, port] = line.halves(line.word());
    SocketAddress address;
    address.ip = ipText(line, ip);
    address.port = line.number<std::uint16_t>(port, 16);
    return address;
}

RunTime fromClockTicks(std::uint32_t ticks)
{
    return std::chrono::milliseconds{10} * static_cast<std::int64_t>(ticks); // USER_HZ is 100 on every architecture Qt runs on
}

/// The five words that TIME_WAIT and SYN_RECV lines leave out (get_timewait4_sock(), get_openreq4()).
void readTail(LineReader& line, SocketRow& row)
{
    const std::string_view rto = line.word();
    if (rto.empty())
        return;
    row.rto = fromClockTicks(line.number<std::uint32_t>(rto, 10));
    row.ato = fromClockTicks(line.number<std::uint32_t>(line.word(), 10));
    row.quickAckPingpong = line.number<int>(line.word(), 10);
    row.congestionWindow = line.number<int>(line.word(), 10);
    row.slowStartThreshold = line.number<int>(line.word(), 10);
}

bool readLine(std::string_view text, SocketRow& row)
{
    LineReader line{text};
    const std::string_view slot = line.word(); // "12:"
    if (slot.size() < 2 || slot.back() != ':')
        return false;
    line.number<unsigned>(slot.substr(0, slot.size() - 1), 10);
    row.local = readAddress(line);
    row.remote = readAddress(line);
    const auto state = line.number<unsigned>(line.word(), 16);
    if (state < 1 || state > static_cast<unsigned>(TcpState::NewSynRecv))
        return false;
    row.state = static_cast<TcpState>(state);
    const auto [sendQueue, receiveQueue] = line.halves(line.word());
    row.sendQueue = line.number<std::uint32_t>(sendQueue, 16);
    row.receiveQueue = line.number<std::uint32_t>(receiveQueue, 16);
    const auto [timer, when] = line.halves(line.word());
    const auto timerNumber = line.number<unsigned>(timer, 16);
    if (timerNumber > static_cast<unsigned>(KernelTimer::WindowProbe))
        return false;
    row.timer = static_cast<KernelTimer>(timerNumber);
    row.timerLeft = fromClockTicks(line.number<std::uint32_t>(when, 16));
    row.retransmits = static_cast<int>(line.number<std::uint32_t>(line.word(), 16) & 0x7fffffff);
    row.uid = static_cast<int>(line.number<std::uint32_t>(line.word(), 10) & 0x7fffffff);
    row.probesOut = static_cast<int>(line.number<std::uint32_t>(line.word(), 10) & 0x7fffffff);
    row.inode = line.number<std::uint64_t>(line.word(), 10);
    row.references = line.number<int>(line.word(), 10);
    line.word(); // the socket's address, hashed for ordinary users
    readTail(line, row);
    return line.ok();
}

} // namespace

std::string SocketAddress::text() const
{
    return ip.find(':') == std::string::npos ? fmt::format("{}:{}", ip, port) : fmt::format("[{}]:{}", ip, port);
}

std::optional<SocketAddress> socketAddressFromText(std::string_view text)
{
    const auto colon = text.rfind(':');
    if (colon == std::string_view::npos || text.size() > 64)
        return std::nullopt;
    std::string_view ip = text.substr(0, colon);
    const std::string_view port = text.substr(colon + 1);
    if (ip.size() >= 2 && ip.front() == '[' && ip.back() == ']')
        ip = ip.substr(1, ip.size() - 2);
    if (ip.empty() || ip.find_first_not_of("0123456789abcdef.:") != std::string_view::npos)
        return std::nullopt;
    SocketAddress address{std::string{ip}, 0};
    const auto result = std::from_chars(port.data(), port.data() + port.size(), address.port);
    if (port.empty() || result.ec != std::errc{} || result.ptr != port.data() + port.size())
        return std::nullopt;
    return address;
}

Result<std::vector<SocketRow>> parseProcNetTcp(std::string_view text)
{
    std::vector<SocketRow> rows;
    for (std::size_t number = 1; !text.empty(); ++number) {
        const auto end = text.find('\n');
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        if (number == 1 && line.find("local_address") != std::string_view::npos)
            continue;
        if (line.find_first_not_of(' ') == std::string_view::npos)
            continue;
        SocketRow row;
        if (!readLine(line, row))
            return Error{
                0, fmt::format(words("core", "Line {} of the socket table is not of the form that /proc/net/tcp has."),
                               number)};
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace halfopen
