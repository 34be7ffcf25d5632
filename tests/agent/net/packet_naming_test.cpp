// SPDX-License-Identifier: GPL-3.0-or-later
// Segments named by their place in the connection.
#include "agent/cable/packet_naming.h"

#include <gtest/gtest.h>

#include <string>

namespace halfopen::test {

namespace {

constexpr std::uint8_t kAck = tcp_flag::kAck;
constexpr std::uint8_t kSynAck = tcp_flag::kSyn | tcp_flag::kAck;
constexpr std::uint8_t kFinAck = tcp_flag::kFin | tcp_flag::kAck;
constexpr std::uint8_t kRstAck = tcp_flag::kRst | tcp_flag::kAck;

/// A connection of one pair, its segments given by relative numbers.
class Conversation final
{
public:
    explicit Conversation(std::uint32_t clientInitial = 5000, std::uint32_t serverInitial = 70000)
        : m_client(clientInitial), m_server(serverInitial)
    {
    }

    Packet segment(Host from, std::uint8_t flags, std::uint32_t sequence, std::uint32_t acknowledgement, int length = 0,
                   bool delivered = true)
    {
        Segment segment;
        const bool isClient = from == Host::Client;
        segment.sourcePort = isClient ? 40000 : 9003;
        segment.destinationPort = isClient ? 9003 : 40000;
        segment.sequence = (isClient ? m_client : m_server) + sequence;
        if ((flags & kAck) != 0)
            segment.acknowledgement = (isClient ? m_server : m_client) + acknowledgement;
        segment.flags = flags;
        segment.window = 502;
        segment.length = length;
        if ((flags & tcp_flag::kSyn) != 0)
            segment.windowScale = isClient ? 7 : 9;
        const Packet packet = m_naming.nameOf(from, segment);
        if (!delivered)
            m_naming.undelivered(packet);
        return packet;
    }
    Packet client(std::uint8_t flags, std::uint32_t sequence, std::uint32_t acknowledgement, int length = 0)
    {
        return segment(Host::Client, flags, sequence, acknowledgement, length);
    }
    Packet server(std::uint8_t flags, std::uint32_t sequence, std::uint32_t acknowledgement, int length = 0)
    {
        return segment(Host::Server, flags, sequence, acknowledgement, length);
    }
    void establish()
    {
        EXPECT_EQ(client(tcp_flag::kSyn, 0, 0).kind, PacketKind::Syn);
        EXPECT_EQ(server(kSynAck, 0, 1).kind, PacketKind::SynAck);
        EXPECT_EQ(client(kAck, 1, 1).kind, PacketKind::Ack);
    }

private:
    PacketNaming m_naming{9000, 5};
    std::uint32_t m_client;
    std::uint32_t m_server;
};

} // namespace

TEST(PacketNamingTest, ShortConnection)
{
    Conversation talk;
    talk.establish();
    EXPECT_EQ(talk.client(kAck, 1, 1, 5).kind, PacketKind::Data);
    EXPECT_EQ(talk.server(kAck, 1, 6).kind, PacketKind::Ack);
    EXPECT_EQ(talk.client(kFinAck, 6, 1).kind, PacketKind::Fin);
    EXPECT_EQ(talk.server(kFinAck, 1, 7, 3).kind, PacketKind::Fin) << "last data and FIN in one segment";
    EXPECT_EQ(talk.client(kAck, 7, 5).kind, PacketKind::Ack);
}

TEST(PacketNamingTest, NumbersAreRelativeAndWindowsScaled)
{
    Conversation talk;
    const Packet syn = talk.client(tcp_flag::kSyn, 0, 0);
    EXPECT_EQ(syn, (Packet{Host::Client, 3, PacketKind::Syn, PacketFate::Delivered, 0, 0, 0, 502, tcp_flag::kSyn}));
    const Packet answer = talk.server(kSynAck, 0, 1);
    EXPECT_EQ(answer, (Packet{Host::Server, 3, PacketKind::SynAck, PacketFate::Delivered, 0, 1, 0, 502, kSynAck}));
    const Packet data = talk.client(kAck, 1, 1, 100);
    EXPECT_EQ(data, (Packet{Host::Client, 3, PacketKind::Data, PacketFate::Delivered, 1, 1, 100, 502 * 128, kAck}));
    const Packet ack = talk.server(kAck, 1, 101);
    EXPECT_EQ(ack, (Packet{Host::Server, 3, PacketKind::Ack, PacketFate::Delivered, 1, 101, 0, 502 * 512, kAck}));
}

TEST(PacketNamingTest, KeepaliveProbesAndTheirAnswers)
{
    Conversation talk;
    talk.establish();
    EXPECT_EQ(talk.client(kAck, 0, 1).kind, PacketKind::Probe) << "before any data";
    EXPECT_EQ(talk.server(kAck, 1, 1).kind, PacketKind::Answer);
    EXPECT_EQ(talk.client(kAck, 1, 1, 9).kind, PacketKind::Data);
    EXPECT_EQ(talk.server(kAck, 1, 10).kind, PacketKind::Ack) << "only the first ACK answers the probe";
    EXPECT_EQ(talk.client(kAck, 9, 1).kind, PacketKind::Probe) << "after data";
    EXPECT_EQ(talk.server(kAck, 0, 10).kind, PacketKind::Probe) << "the other end probes at the same time";
    EXPECT_EQ(talk.client(kAck, 10, 1).kind, PacketKind::Answer);
    EXPECT_EQ(talk.server(kAck, 1, 10).kind, PacketKind::Answer);
    EXPECT_EQ(talk.server(kAck, 1, 10).kind, PacketKind::Ack);
}

TEST(PacketNamingTest, ProbeThatNeverArrivedHasNoAnswer)
{
    Conversation talk;
    talk.establish();
    EXPECT_EQ(talk.segment(Host::Client, kAck, 0, 1, 0, false).kind, PacketKind::Probe);
    EXPECT_EQ(talk.server(kAck, 1, 1).kind, PacketKind::Ack);
    EXPECT_EQ(talk.client(kRstAck, 1, 1).kind, PacketKind::Rst) << "of the abort after the last probe";
}

TEST(PacketNamingTest, OneByteProbeCarriesAKnownByteOnly)
{
    Conversation talk;
    talk.establish();
    EXPECT_EQ(talk.client(kAck, 1, 1, 1).kind, PacketKind::Data);
    EXPECT_EQ(talk.client(kAck, 1, 1, 1).kind, PacketKind::Retransmission) << "not yet acknowledged";
    EXPECT_EQ(talk.segment(Host::Server, kAck, 1, 2, 0, false).kind, PacketKind::Ack);
    EXPECT_EQ(talk.client(kAck, 1, 1, 1).kind, PacketKind::Retransmission) << "its acknowledgement was dropped";
    EXPECT_EQ(talk.server(kAck, 1, 2).kind, PacketKind::Ack);
    EXPECT_EQ(talk.client(kAck, 1, 1, 1).kind, PacketKind::Probe) << "acknowledged: nothing new in it";
}

TEST(PacketNamingTest, WhatWasSentBeforeIsARetransmission)
{
    Conversation talk;
    talk.establish();
    EXPECT_EQ(talk.segment(Host::Client, kAck, 1, 1, 1000, false).kind, PacketKind::Data);
    EXPECT_EQ(talk.segment(Host::Client, kAck, 1001, 1, 1000, false).kind, PacketKind::Data);
    EXPECT_EQ(talk.client(kAck, 1, 1, 1000).kind, PacketKind::Retransmission) << "the drop does not unsend it";
    EXPECT_EQ(talk.client(kAck, 1001, 1, 500).kind, PacketKind::Retransmission) << "in part";
    EXPECT_EQ(talk.client(kAck, 1501, 1, 1000).kind, PacketKind::Data) << "old bytes and new ones";
    EXPECT_EQ(talk.client(kFinAck, 2501, 1).kind, PacketKind::Fin);
    EXPECT_EQ(talk.client(kFinAck, 2501, 1).kind, PacketKind::Retransmission) << "FIN again";
    EXPECT_EQ(talk.client(tcp_flag::kSyn, 0, 0).kind, PacketKind::Syn) << "a SYN is always told as one";
}

TEST(PacketNamingTest, SegmentsInTheWrongOrderAreNoRetransmissions)
{
    Conversation talk;
    talk.establish();
    EXPECT_EQ(talk.client(kAck, 1, 1, 1000).kind, PacketKind::Data);
    EXPECT_EQ(talk.client(kAck, 3001, 1, 1000).kind, PacketKind::Data) << "overtook two";
    EXPECT_EQ(talk.client(kAck, 6001, 1, 1000).kind, PacketKind::Data) << "overtook two more";
    EXPECT_EQ(talk.client(kAck, 1001, 1, 1000).kind, PacketKind::Data);
    EXPECT_EQ(talk.client(kAck, 1001, 1, 1000).kind, PacketKind::Retransmission) << "now it has been seen";
    EXPECT_EQ(talk.client(kAck, 2001, 1, 1000).kind, PacketKind::Data);
    EXPECT_EQ(talk.client(kAck, 4001, 1, 2000).kind, PacketKind::Data);
    EXPECT_EQ(talk.client(kAck, 4001, 1, 2000).kind, PacketKind::Retransmission);
    EXPECT_EQ(talk.client(kAck, 3001, 1, 1000).kind, PacketKind::Retransmission);
}

TEST(PacketNamingTest, PureAckBelowWhatIsInFlightIsNoProbe)
{
    Conversation talk;
    talk.establish();
    EXPECT_EQ(talk.client(kAck, 1, 1, 1).kind, PacketKind::Data);
    EXPECT_EQ(talk.client(kAck, 1, 1).kind, PacketKind::Ack) << "overtaken by the data byte, which is unacknowledged";
}

TEST(PacketNamingTest, SequenceNumbersWrap)
{
    Conversation talk{0xffff'fffe, 0xffff'ffff};
    talk.establish();
    const Packet data = talk.client(kAck, 1, 1, 10);
    EXPECT_EQ(data.kind, PacketKind::Data);
    EXPECT_EQ(data.sequence, 1U);
    const Packet ack = talk.server(kAck, 1, 11);
    EXPECT_EQ(ack.kind, PacketKind::Ack);
    EXPECT_EQ(ack.acknowledgement, 11U);
    EXPECT_EQ(talk.client(kAck, 1, 1, 10).kind, PacketKind::Retransmission);
    EXPECT_EQ(talk.client(kAck, 10, 1).kind, PacketKind::Probe);
}

TEST(PacketNamingTest, ConnectionThatBeganUnseenIsFollowedFromItsFirstSegment)
{
    Conversation talk;
    const Packet probe = talk.client(kAck, 99, 50);
    EXPECT_EQ(probe.kind, PacketKind::Ack) << "alone it cannot be told from an ACK";
    EXPECT_EQ(probe.sequence, 1U);
    EXPECT_EQ(talk.server(kAck, 50, 100).kind, PacketKind::Ack);
    EXPECT_EQ(talk.client(kAck, 100, 50, 10).kind, PacketKind::Data);
    EXPECT_EQ(talk.server(kAck, 50, 110).kind, PacketKind::Ack);
    EXPECT_EQ(talk.client(kAck, 109, 50).kind, PacketKind::Probe);
}

TEST(PacketNamingTest, NewConnectionOfAPairBeginsAnew)
{
    Conversation talk;
    talk.establish();
    EXPECT_EQ(talk.client(kAck, 1, 1, 5).kind, PacketKind::Data);
    const Packet again = talk.client(tcp_flag::kSyn, 900'000, 0);
    EXPECT_EQ(again.kind, PacketKind::Syn);
    EXPECT_EQ(again.sequence, 0U);
    EXPECT_EQ(talk.server(kSynAck, 123, 900'001).acknowledgement, 1U);
    EXPECT_EQ(talk.client(kAck, 900'001, 124, 5).kind, PacketKind::Data);
    EXPECT_EQ(talk.client(kAck, 900'001, 124, 5).kind, PacketKind::Retransmission);
}

TEST(PacketNamingTest, ForeignPortsAndOtherProtocolsAreNoPair)
{
    PacketNaming naming{9000, 5};
    for (const std::uint16_t port : std::initializer_list<std::uint16_t>{8999, 9005, 22, 65535}) {
        Segment segment;
        segment.sourcePort = 40000;
        segment.destinationPort = port;
        segment.flags = tcp_flag::kSyn;
        const Packet packet = naming.nameOf(Host::Client, segment);
        EXPECT_EQ(packet.pair, -1) << port;
        EXPECT_EQ(packet.kind, PacketKind::Other) << port;
        naming.undelivered(packet);
    }
    EXPECT_EQ(naming.nameOf(Host::Server, std::nullopt), (Packet{Host::Server}));
}

} // namespace halfopen::test
