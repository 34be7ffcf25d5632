// SPDX-License-Identifier: GPL-3.0-or-later
// Frames as bytes: parsing what may be hostile, and routing.
#include "agent/cable/frame.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <vector>

namespace halfopen::test {

namespace {

using Frame = std::vector<std::uint8_t>;

constexpr std::array<std::uint8_t, 6> kRouter{0x02, 0, 0x0a, 0, 1, 1};
constexpr std::array<std::uint8_t, 6> kRouterOut{0x02, 0, 0x0a, 0, 2, 1};
constexpr std::array<std::uint8_t, 6> kServer{0x02, 0, 0x0a, 0, 2, 2};

const Frame kEthernet4{0x02, 0, 0x0a, 0, 1, 1, 0x02, 0, 0x0a, 0, 1, 2, 0x08, 0x00};
const Frame kEthernet6{0x02, 0, 0x0a, 0, 1, 1, 0x02, 0, 0x0a, 0, 1, 2, 0x86, 0xdd};

// 10.0.1.2 > 10.0.2.2, TTL 64, TCP, length 60; the words add up to 0xdc46, so the checksum is 0x23b9.
const Frame kIpv4{0x45, 0x00, 0x00, 0x3c, 0x00, 0x00, 0x40, 0x00, 0x40, 0x06, 0x23, 0xb9, 10, 0, 1, 2, 10, 0, 2, 2};

// SYN from 40000 to 9000, sequence 1,000, window 64240; options MSS 1460, SACK permitted, timestamps, nop, window scale 7.
const Frame kSyn{0x9c, 0x40, 0x23, 0x28, 0x00, 0x00, 0x03, 0xe8, 0, 0, 0, 0, 0xa0, 0x02, 0xfa, 0xf0, 0, 0, 0, 0,
                 2, 4, 5, 0xb4, 4, 2, 8, 10, 0, 0, 0, 1, 0, 0, 0, 0, 1, 3, 3, 7};

Frame joined(std::initializer_list<Frame> parts)
{
    Frame frame;
    for (const Frame& part : parts)
        frame.insert(frame.end(), part.begin(), part.end());
    return frame;
}

Frame ipv6Header(std::uint8_t next, std::size_t payload, std::uint8_t hops = 64)
{
    Frame header(40);
    header[0] = 0x60;
    header[4] = static_cast<std::uint8_t>(payload >> 8);
    header[5] = static_cast<std::uint8_t>(payload);
    header[6] = next;
    header[7] = hops;
    return header;
}

/// The ones' complement sum over an IPv4 header with its checksum: 0xffff where it is right.
std::uint32_t headerSum(const Frame& frame)
{
    std::uint32_t sum = 0;
    for (std::size_t i = 14; i < 34; i += 2)
        sum += static_cast<std::uint32_t>(frame[i] << 8 | frame[i + 1]);
    while (sum >> 16 != 0)
        sum = (sum & 0xffff) + (sum >> 16);
    return sum;
}

} // namespace

TEST(FrameTest, SynOverIpv4)
{
    const auto segment = parseSegment(joined({kEthernet4, kIpv4, kSyn}));
    ASSERT_TRUE(segment);
    EXPECT_EQ(*segment, (Segment{40000, 9000, 1000, 0, 64240, tcp_flag::kSyn, 0, std::uint8_t{7}}));
}

TEST(FrameTest, SynOverIpv6WithAndWithoutExtensionHeaders)
{
    const Frame hopByHop{6, 0, 1, 4, 0, 0, 0, 0};
    const auto plain = parseSegment(joined({kEthernet6, ipv6Header(6, kSyn.size()), kSyn}));
    ASSERT_TRUE(plain);
    EXPECT_EQ(plain->destinationPort, 9000);
    const auto extended = parseSegment(joined({kEthernet6, ipv6Header(0, kSyn.size() + 8), hopByHop, kSyn}));
    EXPECT_EQ(extended, plain);
}

TEST(FrameTest, PayloadIsCountedByTheIpHeaderNotByThePadding)
{
    Frame ip = kIpv4;
    ip[3] = 43; // 20 + 20 + 3
    Frame ack{0x9c, 0x40, 0x23, 0x28, 0, 0, 0, 1, 0, 0, 0, 2, 0x50, 0x18, 0x01, 0x00, 0, 0, 0, 0, 'a', 'b', 'c'};
    const Frame padding(11);
    const auto segment = parseSegment(joined({kEthernet4, ip, ack, padding}));
    ASSERT_TRUE(segment);
    EXPECT_EQ(segment->length, 3);
    EXPECT_EQ(segment->flags, tcp_flag::kAck | tcp_flag::kPsh);
    EXPECT_FALSE(segment->windowScale);
}

TEST(FrameTest, WhatIsNoWholeTcpSegmentIsNone)
{
    const Frame good = joined({kEthernet4, kIpv4, kSyn});
    const auto changed = [&good](std::size_t at, std::uint8_t value) {
        Frame frame = good;
        frame[at] = value;
        return frame;
    };
    EXPECT_FALSE(parseSegment({})) << "nothing";
    EXPECT_FALSE(parseSegment(changed(13, 0x06))) << "ARP";
    EXPECT_FALSE(parseSegment(changed(14, 0x65))) << "version 6 in an IPv4 frame";
    EXPECT_FALSE(parseSegment(changed(14, 0x44))) << "header of 16 bytes";
    EXPECT_FALSE(parseSegment(changed(14, 0x4f))) << "header longer than its packet's TCP";
    EXPECT_FALSE(parseSegment(changed(17, 0x3d))) << "longer than the frame";
    EXPECT_FALSE(parseSegment(changed(20, 0x20))) << "first fragment";
    EXPECT_FALSE(parseSegment(changed(21, 0x01))) << "later fragment";
    EXPECT_FALSE(parseSegment(changed(23, 17))) << "UDP";
    EXPECT_FALSE(parseSegment(changed(46, 0x40))) << "TCP header of 16 bytes";
    EXPECT_FALSE(parseSegment(changed(46, 0xf0))) << "TCP header longer than the segment";
    for (std::size_t size = 0; size < good.size(); ++size)
        EXPECT_FALSE(parseSegment(std::span{good}.first(size))) << size;
}

TEST(FrameTest, MalformedOptionsGiveNoWindowScale)
{
    for (const std::uint8_t length : std::initializer_list<std::uint8_t>{0, 1, 40, 255}) {
        Frame syn = kSyn;
        syn[21] = length; // of the MSS option
        const auto segment = parseSegment(joined({kEthernet4, kIpv4, syn}));
        ASSERT_TRUE(segment);
        EXPECT_FALSE(segment->windowScale) << int{length};
    }
    Frame excessive = kSyn;
    excessive[39] = 200;
    EXPECT_EQ(parseSegment(joined({kEthernet4, kIpv4, excessive}))->windowScale, 14);
}

TEST(FrameTest, RandomBytesAreReadWithinTheirBounds)
{
    std::mt19937 random{20};
    for (int i = 0; i < 200'000; ++i) {
        Frame frame = i % 2 == 0 ? joined({kEthernet4, kIpv4, kSyn}) : joined({kEthernet6, ipv6Header(6, kSyn.size()), kSyn});
        for (int change = 0; change < 4; ++change)
            frame[random() % frame.size()] = static_cast<std::uint8_t>(random());
        frame.resize(random() % (frame.size() + 1));
        frame.shrink_to_fit(); // so that a read beyond the end is one beyond the allocation
        const auto segment = parseSegment(frame);
        ASSERT_LE(segment ? segment->length : 0, static_cast<int>(frame.size()));
        (void)routeFrame(frame, kRouter, kRouterOut, kServer);
    }
}

TEST(FrameTest, RoutingChangesAddressesHopsAndChecksum)
{
    Frame frame = joined({kEthernet4, kIpv4, kSyn});
    ASSERT_EQ(headerSum(frame), 0xffffU);
    ASSERT_EQ(routeFrame(frame, kRouter, kRouterOut, kServer), RouteStep::Ready);
    EXPECT_TRUE(std::equal(kServer.begin(), kServer.end(), frame.begin()));
    EXPECT_TRUE(std::equal(kRouterOut.begin(), kRouterOut.end(), frame.begin() + 6));
    EXPECT_EQ(frame[22], 63);
    EXPECT_EQ(headerSum(frame), 0xffffU);
}

TEST(FrameTest, ChecksumStaysRightWhateverItWas)
{
    // The identification is free: with it every checksum is reached, those that carry included.
    for (unsigned id = 0; id < 0x10000; ++id) {
        Frame frame = joined({kEthernet4, kIpv4, kSyn});
        frame[18] = static_cast<std::uint8_t>(id >> 8);
        frame[19] = static_cast<std::uint8_t>(id);
        frame[24] = frame[25] = 0;
        const std::uint32_t checksum = ~headerSum(frame) & 0xffffU;
        frame[24] = static_cast<std::uint8_t>(checksum >> 8);
        frame[25] = static_cast<std::uint8_t>(checksum);
        ASSERT_EQ(routeFrame(frame, kRouter, kRouterOut, kServer), RouteStep::Ready);
        ASSERT_EQ(headerSum(frame), 0xffffU) << id;
    }
}

TEST(FrameTest, RouterLeavesAloneWhatIsNotForItAndWhatIsTooOld)
{
    Frame multicast = joined({kEthernet6, ipv6Header(58, 0)});
    multicast[0] = 0x33;
    EXPECT_EQ(routeFrame(multicast, kRouter, kRouterOut, kServer), RouteStep::NotOurs);
    Frame arp = joined({kEthernet4, kIpv4, kSyn});
    arp[13] = 0x06;
    EXPECT_EQ(routeFrame(arp, kRouter, kRouterOut, kServer), RouteStep::NotOurs);
    Frame old = joined({kEthernet4, kIpv4, kSyn});
    old[22] = 1;
    EXPECT_EQ(routeFrame(old, kRouter, kRouterOut, kServer), RouteStep::Expired);
    Frame old6 = joined({kEthernet6, ipv6Header(6, kSyn.size(), 1), kSyn});
    EXPECT_EQ(routeFrame(old6, kRouter, kRouterOut, kServer), RouteStep::Expired);
    Frame young6 = joined({kEthernet6, ipv6Header(6, kSyn.size(), 2), kSyn});
    EXPECT_EQ(routeFrame(young6, kRouter, kRouterOut, kServer), RouteStep::Ready);
    EXPECT_EQ(young6[21], 1);
}

TEST(FrameTest, AWirePassesIpToTheOtherEndAlone)
{
    const Frame packet = joined({kEthernet4, kIpv4, kSyn});
    EXPECT_EQ(passFrame(packet, kRouter), RouteStep::Ready);
    EXPECT_EQ(passFrame(packet, kServer), RouteStep::NotOurs);
    EXPECT_EQ(passFrame(joined({kEthernet6, ipv6Header(6, 0, 1)}), kRouter), RouteStep::Ready) << "no hop is counted";
    Frame arp = packet;
    arp[13] = 0x06;
    EXPECT_EQ(passFrame(arp, kRouter), RouteStep::NotOurs);
    EXPECT_EQ(passFrame(Frame(13), kRouter), RouteStep::NotOurs);
}

} // namespace halfopen::test
