// SPDX-License-Identifier: GPL-3.0-or-later
// ARP and neighbour discovery as bytes: who is asked for, and the answer.
#include "agent/cable/neighbours.h"

#include <gtest/gtest.h>

#include <random>
#include <vector>

namespace halfopen::test {

namespace {

using NeighbourFrame = std::vector<std::uint8_t>;

const NeighbourSelf kGateway{false, {10, 0, 1, 1}, {0x02, 0, 0x0a, 0, 1, 1}};
const NeighbourSelf kGateway6{true, {0xfd, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}, {0x02, 0, 0x0a, 0, 1, 1}};

// Who has 10.0.1.1? Tell 10.0.1.2.
const NeighbourFrame kRequest{0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x02, 0, 0x0a, 0, 1, 2, 0x08, 0x06, 0, 1, 0x08, 0, 6, 4, 0, 1,
                     0x02, 0, 0x0a, 0, 1, 2, 10, 0, 1, 2, 0, 0, 0, 0, 0, 0, 10, 0, 1, 1};
// 10.0.1.1 is at 02:00:0a:00:01:01.
const NeighbourFrame kReply{0x02, 0, 0x0a, 0, 1, 2, 0x02, 0, 0x0a, 0, 1, 1, 0x08, 0x06, 0, 1, 0x08, 0, 6, 4, 0, 2,
                   0x02, 0, 0x0a, 0, 1, 1, 10, 0, 1, 1, 0x02, 0, 0x0a, 0, 1, 2, 10, 0, 1, 2};

/// A solicitation for fd00:1::1 from fd00:1::2, with its own MAC as option. The checksum is not looked at.
NeighbourFrame solicitation(std::uint8_t sourceFirstByte = 0xfd)
{
    NeighbourFrame frame{0x33, 0x33, 0xff, 0, 0, 1, 0x02, 0, 0x0a, 0, 1, 2, 0x86, 0xdd, 0x60, 0, 0, 0, 0, 32, 58, 255};
    const NeighbourFrame source{sourceFirstByte, 0, 0, static_cast<std::uint8_t>(sourceFirstByte ? 1 : 0), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                       static_cast<std::uint8_t>(sourceFirstByte ? 2 : 0)};
    const NeighbourFrame destination{0xff, 0x02, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0xff, 0, 0, 1};
    const NeighbourFrame message{135, 0, 0, 0, 0, 0, 0, 0, 0xfd, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 0x02, 0, 0x0a, 0, 1, 2};
    for (const NeighbourFrame& part : {source, destination, message})
        frame.insert(frame.end(), part.begin(), part.end());
    return frame;
}

/// Ones' complement sum of pseudo header and message: 0xffff where the checksum is right (RFC 8200 section 8.1).
std::uint32_t messageSum(const NeighbourFrame& frame)
{
    std::uint32_t sum = static_cast<std::uint32_t>(frame.size() - 54) + 58;
    for (std::size_t i = 22; i + 1 < frame.size(); i += 2)
        sum += static_cast<std::uint32_t>(frame[i] << 8 | frame[i + 1]);
    while (sum >> 16 != 0)
        sum = (sum & 0xffff) + (sum >> 16);
    return sum;
}

} // namespace

TEST(Neighbours, TheAskedOneAnswersArp)
{
    EXPECT_TRUE(isNeighbourFrame(kRequest));
    EXPECT_EQ(answerNeighbour(kRequest, kGateway), kReply);
}

TEST(Neighbours, NobodyAnswersForOthersNorToAnAnswer)
{
    NeighbourFrame other = kRequest;
    other.back() = 9;
    EXPECT_TRUE(isNeighbourFrame(other));
    EXPECT_TRUE(answerNeighbour(other, kGateway).empty());
    EXPECT_TRUE(isNeighbourFrame(kReply));
    EXPECT_TRUE(answerNeighbour(kReply, NeighbourSelf{false, {10, 0, 1, 2}, {2, 0, 0x0a, 0, 1, 2}}).empty());
    EXPECT_TRUE(answerNeighbour(kRequest, kGateway6).empty());
}

TEST(Neighbours, TheAskedOneAdvertisesItself)
{
    const NeighbourFrame asked = solicitation();
    ASSERT_TRUE(isNeighbourFrame(asked));
    const NeighbourFrame answer = answerNeighbour(asked, kGateway6);
    ASSERT_EQ(answer.size(), 14U + 40U + 32U);
    EXPECT_TRUE(isNeighbourFrame(answer));
    EXPECT_EQ(NeighbourFrame(answer.begin(), answer.begin() + 14),
              (NeighbourFrame{0x02, 0, 0x0a, 0, 1, 2, 0x02, 0, 0x0a, 0, 1, 1, 0x86, 0xdd}));
    EXPECT_EQ(answer[14 + 5], 32); // payload length
    EXPECT_EQ(answer[14 + 7], 255); // RFC 4861 section 7.1.2
    EXPECT_TRUE(std::equal(kGateway6.ip.begin(), kGateway6.ip.end(), answer.begin() + 22));       // source
    EXPECT_TRUE(std::equal(answer.begin() + 38, answer.begin() + 54, asked.begin() + 22));        // to who asked
    EXPECT_EQ(answer[54], 136);
    EXPECT_EQ(answer[58], 0xe0); // router, solicited, override
    EXPECT_TRUE(std::equal(kGateway6.ip.begin(), kGateway6.ip.end(), answer.begin() + 62));       // target
    EXPECT_EQ(NeighbourFrame(answer.begin() + 78, answer.end()), (NeighbourFrame{2, 1, 0x02, 0, 0x0a, 0, 1, 1})); // its MAC
    EXPECT_EQ(messageSum(answer), 0xffffU);
}

TEST(Neighbours, ALookForDuplicatesIsNotAnswered)
{
    EXPECT_TRUE(answerNeighbour(solicitation(0), kGateway6).empty());
}

TEST(Neighbours, WhatCameFromAfarIsNotBelieved)
{
    NeighbourFrame routed = solicitation();
    routed[21] = 254;
    EXPECT_FALSE(isNeighbourFrame(routed));
    EXPECT_TRUE(answerNeighbour(routed, kGateway6).empty());
}

TEST(Neighbours, CutOffAndRandomFramesAreNothing)
{
    for (const NeighbourFrame& whole : {kRequest, solicitation()}) {
        const std::size_t least = whole == kRequest ? whole.size() : whole.size() - 8; // the option may be missing
        for (std::size_t length = 0; length < least; ++length) {
            const NeighbourFrame cut(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(length));
            EXPECT_FALSE(isNeighbourFrame(cut)) << length;
            EXPECT_TRUE(answerNeighbour(cut, kGateway).empty());
            EXPECT_TRUE(answerNeighbour(cut, kGateway6).empty());
        }
    }
    std::mt19937 random{7};
    for (int i = 0; i < 20'000; ++i) {
        NeighbourFrame frame(random() % 100);
        for (std::uint8_t& byte : frame)
            byte = static_cast<std::uint8_t>(random());
        EXPECT_TRUE(answerNeighbour(frame, kGateway).empty());
        EXPECT_TRUE(answerNeighbour(frame, kGateway6).empty());
    }
}

} // namespace halfopen::test
