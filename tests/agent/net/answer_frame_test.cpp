// SPDX-License-Identifier: GPL-3.0-or-later
// Resets and ICMP errors as bytes, held against the RFCs by hand.
#include "agent/cable/answer_frame.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "agent/cable/frame.h"
#include "agent/cable/header_layout.h"

namespace halfopen {
namespace {

constexpr LinkEnds kLinks{{2, 0, 0, 0, 0, 1}, {2, 0, 0, 0, 0, 2}};

FlowEnds flow(bool isIpv6)
{
    FlowEnds ends;
    ends.isIpv6 = isIpv6;
    ends.source = isIpv6 ? std::array<std::uint8_t, 16>{0xfd, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2} : std::array<std::uint8_t, 16>{10, 0, 1, 2};
    ends.destination = isIpv6 ? std::array<std::uint8_t, 16>{0xfd, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2} : std::array<std::uint8_t, 16>{10, 0, 2, 2};
    ends.sourcePort = 40000;
    ends.destinationPort = 9000;
    return ends;
}

/// Ones' complement sum over the words; a packet with a right checksum sums up to 0xffff (RFC 1071).
std::uint32_t foldedSum(std::span<const std::uint8_t> bytes, std::uint32_t sum)
{
    for (std::size_t i = 0; i < bytes.size(); ++i)
        sum += i % 2 == 0 ? static_cast<std::uint32_t>(bytes[i]) << 8 : bytes[i];
    while (sum >> 16 != 0)
        sum = (sum & 0xffffU) + (sum >> 16);
    return sum;
}

void expectChecksums(std::span<const std::uint8_t> frame, std::uint8_t protocol)
{
    const auto packet = frame.subspan(header::kEthernetBytes);
    const bool isIpv6 = packet[0] >> 4 == 6;
    const auto body = packet.subspan(isIpv6 ? header::kIpv6Bytes : header::kIpv4Bytes);
    if (!isIpv6) {
        EXPECT_EQ(foldedSum(packet.first(header::kIpv4Bytes), 0), 0xffffU);
    }
    std::uint32_t pseudo = 0;
    if (isIpv6)
        pseudo = foldedSum(packet.subspan(8, 32), static_cast<std::uint32_t>(body.size()) + protocol);
    else if (protocol == header::kProtocolTcp)
        pseudo = foldedSum(packet.subspan(12, 8), static_cast<std::uint32_t>(body.size()) + protocol);
    EXPECT_EQ(foldedSum(body, pseudo), 0xffffU);
}

/// A segment with payload, as a host would send it: the RST's frame with other flags.
std::vector<std::uint8_t> segmentFrame(bool isIpv6, std::uint8_t flags, std::uint32_t sequence, std::uint32_t acknowledgement)
{
    auto frame = resetFrame(kLinks, flow(isIpv6), sequence, acknowledgement);
    frame[header::kEthernetBytes + (isIpv6 ? header::kIpv6Bytes : header::kIpv4Bytes) + 13] = flags;
    return frame;
}

class AnswerFrame : public testing::TestWithParam<bool> // IPv6
{
};

TEST_P(AnswerFrame, AResetIsAWholeSegment)
{
    const auto frame = resetFrame(kLinks, flow(GetParam()), 0x01020304, 0x05060708);
    const auto segment = parseSegment(frame);
    ASSERT_TRUE(segment);
    EXPECT_EQ(segment->sourcePort, 40000);
    EXPECT_EQ(segment->destinationPort, 9000);
    EXPECT_EQ(segment->sequence, 0x01020304U);
    EXPECT_EQ(segment->acknowledgement, 0x05060708U);
    EXPECT_EQ(segment->flags, tcp_flag::kRst | tcp_flag::kAck);
    EXPECT_EQ(segment->length, 0);
    expectChecksums(frame, header::kProtocolTcp);
    EXPECT_TRUE(std::equal(kLinks.host.begin(), kLinks.host.end(), frame.begin()));
    EXPECT_TRUE(std::equal(kLinks.router.begin(), kLinks.router.end(), frame.begin() + 6));
}

TEST_P(AnswerFrame, AResetTakesTheNumberThatItsHearerExpects)
{
    const auto answer = resetAnswering(kLinks, segmentFrame(GetParam(), tcp_flag::kAck | tcp_flag::kPsh, 100, 777));
    ASSERT_TRUE(answer);
    const auto segment = parseSegment(*answer);
    ASSERT_TRUE(segment);
    EXPECT_EQ(segment->sequence, 777U);
    EXPECT_EQ(segment->flags, tcp_flag::kRst);
    EXPECT_EQ(segment->sourcePort, 9000) << "in the peer's name";
    EXPECT_EQ(flowOf(*answer)->source, flow(GetParam()).destination);
    expectChecksums(*answer, header::kProtocolTcp);
}

TEST_P(AnswerFrame, AResetToASynAcknowledgesIt)
{
    const auto answer = resetAnswering(kLinks, segmentFrame(GetParam(), tcp_flag::kSyn, 5000, 0));
    ASSERT_TRUE(answer);
    const auto segment = parseSegment(*answer);
    EXPECT_EQ(segment->sequence, 0U);
    EXPECT_EQ(segment->acknowledgement, 5001U);
    EXPECT_EQ(segment->flags, tcp_flag::kRst | tcp_flag::kAck);
}

TEST_P(AnswerFrame, AResetIsNeverAnswered)
{
    EXPECT_FALSE(resetAnswering(kLinks, segmentFrame(GetParam(), tcp_flag::kRst, 1, 1)));
    EXPECT_FALSE(resetAnswering(kLinks, std::vector<std::uint8_t>(60)));
}

TEST_P(AnswerFrame, AnErrorQuotesThePacketAndNamesItsCode)
{
    const bool isIpv6 = GetParam();
    const auto offending = segmentFrame(isIpv6, tcp_flag::kAck, 1, 1);
    const std::array<std::pair<RouterAnswer, int>, 4> codes{{{RouterAnswer::IcmpHost, isIpv6 ? 3 : 1},
                                                             {RouterAnswer::IcmpNet, 0},
                                                             {RouterAnswer::IcmpPort, isIpv6 ? 4 : 3},
                                                             {RouterAnswer::IcmpAdmin, isIpv6 ? 1 : 13}}};
    const std::array<std::uint8_t, 16> router{10, 0, 1, 1};
    for (const auto& [answer, code] : codes) {
        const auto error = unreachableFrame(kLinks, offending, answer, router);
        ASSERT_TRUE(error);
        const std::size_t icmp = header::kEthernetBytes + (isIpv6 ? header::kIpv6Bytes : header::kIpv4Bytes);
        EXPECT_EQ((*error)[icmp], isIpv6 ? 1 : 3);
        EXPECT_EQ((*error)[icmp + 1], code) << name(answer);
        const auto quoted = std::span{*error}.subspan(icmp + header::kIcmpBytes);
        EXPECT_TRUE(std::ranges::equal(quoted, std::span{offending}.subspan(header::kEthernetBytes)));
        expectChecksums(*error, isIpv6 ? header::kProtocolIcmpv6 : header::kProtocolIcmp);
        EXPECT_TRUE(isIcmpError(*error));
    }
    EXPECT_FALSE(unreachableFrame(kLinks, offending, RouterAnswer::Silent, router));
    EXPECT_FALSE(isIcmpError(offending));
}

TEST_P(AnswerFrame, AnErrorStaysWithinTheSmallestMtu)
{
    auto offending = segmentFrame(GetParam(), tcp_flag::kAck, 1, 1);
    offending.resize(1514, 0x55);
    const auto error = unreachableFrame(kLinks, offending, RouterAnswer::IcmpHost, {});
    ASSERT_TRUE(error);
    EXPECT_EQ(error->size() - header::kEthernetBytes, GetParam() ? 1280U : 576U);
}

INSTANTIATE_TEST_SUITE_P(Families, AnswerFrame, testing::Bool(), [](const auto& one) { return one.param ? "Ipv6" : "Ipv4"; });

} // namespace
} // namespace halfopen
