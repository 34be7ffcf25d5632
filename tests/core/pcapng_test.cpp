// SPDX-License-Identifier: GPL-3.0-or-later
// Capture blocks byte for byte, as the draft lays them out.
#include "core/pcapng.h"

#include <gtest/gtest.h>

#include <array>
#include <cstring>

namespace halfopen {
namespace {

std::uint32_t number(const pcapng::Bytes& bytes, std::size_t at)
{
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i)
        value |= static_cast<std::uint32_t>(bytes.at(at + i)) << (8 * i);
    return value;
}

/// The value of that option, searched from `at` on; empty where it is missing.
std::string option(const pcapng::Bytes& bytes, std::size_t at, std::uint16_t code)
{
    while (at + 4 <= bytes.size()) {
        const std::uint32_t head = number(bytes, at);
        const std::size_t length = head >> 16;
        if ((head & 0xffffU) == code)
            return {reinterpret_cast<const char*>(bytes.data()) + at + 4, length};
        if ((head & 0xffffU) == 0)
            break;
        at += 4 + (length + 3) / 4 * 4;
    }
    return {};
}

void expectBlock(const pcapng::Bytes& bytes, std::uint32_t type)
{
    ASSERT_GE(bytes.size(), 12U);
    EXPECT_EQ(bytes.size() % 4, 0U);
    EXPECT_EQ(number(bytes, 0), type);
    EXPECT_EQ(number(bytes, 4), bytes.size()) << "its length stands at its beginning";
    EXPECT_EQ(number(bytes, bytes.size() - 4), bytes.size()) << "and at its end";
}

TEST(Pcapng, ASectionSaysWhoWroteIt)
{
    const auto bytes = pcapng::section("Halfopen 1.2", "Linux 6.12");
    expectBlock(bytes, 0x0A0D0D0A);
    EXPECT_EQ(number(bytes, 8), 0x1A2B3C4DU);
    EXPECT_EQ(option(bytes, 24, 4), "Halfopen 1.2");
    EXPECT_EQ(option(bytes, 24, 3), "Linux 6.12");
}

TEST(Pcapng, AnInterfaceIsEthernetInNanoseconds)
{
    const auto bytes = pcapng::interface("client", "The client's side of the router");
    expectBlock(bytes, 1);
    EXPECT_EQ(number(bytes, 8), 1U);
    EXPECT_EQ(option(bytes, 16, 2), "client");
    EXPECT_EQ(option(bytes, 16, 9), "\x09");
}

TEST(Pcapng, APacketIsPaddedAndKeepsItsLength)
{
    const std::array<std::uint8_t, 5> frame{1, 2, 3, 4, 5};
    const RunTime time{0x0123456789abcdef};
    const auto bytes = pcapng::packet(1, time, frame, pcapng::Way::Outbound, "made by the router");
    expectBlock(bytes, 6);
    EXPECT_EQ(number(bytes, 8), 1U);
    EXPECT_EQ(number(bytes, 12), 0x01234567U);
    EXPECT_EQ(number(bytes, 16), 0x89abcdefU);
    EXPECT_EQ(number(bytes, 20), 5U);
    EXPECT_EQ(number(bytes, 24), 5U);
    EXPECT_EQ(std::memcmp(bytes.data() + 28, frame.data(), 5), 0);
    EXPECT_EQ(option(bytes, 36, 1), "made by the router");
    EXPECT_EQ(option(bytes, 36, 2), std::string("\2\0\0\0", 4));
    EXPECT_EQ(option(pcapng::packet(0, time, frame, pcapng::Way::Inbound, ""), 36, 1), "");
}

TEST(Pcapng, NamesStandForAddressesOfBothFamilies)
{
    const std::array<std::pair<std::string, std::string>, 3> table{
        {{"10.0.1.2", "client"}, {"fd00:2::2", "server"}, {"nonsense", "nobody"}}};
    const auto bytes = pcapng::names(table);
    expectBlock(bytes, 4);
    EXPECT_EQ(option(bytes, 8, 1), std::string("\x0a\0\1\2client\0", 11));
    const std::string server = option(bytes, 8, 2);
    ASSERT_EQ(server.size(), 23U);
    EXPECT_EQ(server, std::string("\xfd\0\0\2\0\0\0\0\0\0\0\0\0\0\0\2server\0", 23));
}

} // namespace
} // namespace halfopen
