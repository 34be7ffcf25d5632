// SPDX-License-Identifier: GPL-3.0-or-later
// What the router's faults do to single packets.
#include "agent/cable/router_rules.h"

#include <gtest/gtest.h>

#include <cmath>

#include "agent/cable/delay_line.h"
#include "agent/cable/gate.h"

namespace halfopen {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

Packet packetOf(PacketKind kind, Host from = Host::Client, int pair = 0, int length = 0)
{
    Packet packet;
    packet.kind = kind;
    packet.from = from;
    packet.pair = pair;
    packet.length = length;
    return packet;
}

Fault dropOf(PacketChoice only)
{
    Fault fault = defaultFault(FaultKind::Drop);
    fault.only = only;
    return fault;
}

PacketFate fateOf(RouterRules& rules, const Packet& packet, RunTime now = seconds{1}) { return rules.decide(now, packet).fate; }

TEST(Gate, KeepsOutWhatCameBeforeItWasOpenedAgain)
{
    Gate gate;
    EXPECT_FALSE(gate.stops(seconds{-1}));
    gate.shut();
    EXPECT_TRUE(gate.stops(seconds{3}));
    gate.open(seconds{4});
    EXPECT_TRUE(gate.stops(seconds{3}));
    EXPECT_FALSE(gate.stops(seconds{4}));
}

TEST(RouterRules, ChoosesByWhatAPacketIs)
{
    RouterRules rules{1, 7};
    rules.apply(0, dropOf(PacketChoice::Data));
    EXPECT_EQ(fateOf(rules, packetOf(PacketKind::Data, Host::Client, 0, 5)), PacketFate::Dropped);
    EXPECT_EQ(fateOf(rules, packetOf(PacketKind::Retransmission, Host::Server, 0, 5)), PacketFate::Dropped);
    EXPECT_EQ(fateOf(rules, packetOf(PacketKind::Ack)), PacketFate::Delivered);
    EXPECT_EQ(fateOf(rules, packetOf(PacketKind::Probe)), PacketFate::Delivered);
    rules.lift(0);
    rules.apply(1, dropOf(PacketChoice::Ack));
    EXPECT_EQ(fateOf(rules, packetOf(PacketKind::Ack)), PacketFate::Dropped);
    EXPECT_EQ(fateOf(rules, packetOf(PacketKind::Answer)), PacketFate::Dropped);
    EXPECT_EQ(fateOf(rules, packetOf(PacketKind::Data, Host::Client, 0, 5)), PacketFate::Delivered);
    EXPECT_EQ(fateOf(rules, packetOf(PacketKind::Rst)), PacketFate::Delivered);
}

TEST(RouterRules, LosesExactlyTheNthOfEachPairAndDirection)
{
    RouterRules rules{2, 7};
    Fault fault = dropOf(PacketChoice::KeepaliveProbe);
    fault.nth = 2;
    rules.apply(0, fault);
    for (const int pair : {0, 1}) {
        for (const Host from : {Host::Client, Host::Server}) {
            for (int number = 1; number <= 5; ++number)
                EXPECT_EQ(fateOf(rules, packetOf(PacketKind::Probe, from, pair)), number == 2 ? PacketFate::Dropped : PacketFate::Delivered);
            EXPECT_EQ(fateOf(rules, packetOf(PacketKind::Ack, from, pair)), PacketFate::Delivered);
        }
    }
}

TEST(RouterRules, LosesItsShare)
{
    constexpr int kPackets = 100'000;
    for (const double percent : {0.0, 1.0, 30.0, 100.0}) {
        RouterRules rules{1, 2026};
        Fault fault = defaultFault(FaultKind::Drop);
        fault.percent = percent;
        rules.apply(0, fault);
        int lost = 0;
        for (int i = 0; i < kPackets; ++i)
            lost += fateOf(rules, packetOf(PacketKind::Data, Host::Client, 0, 1)) == PacketFate::Dropped ? 1 : 0;
        // Four standard deviations of a binomial share.
        const double share = percent / 100;
        EXPECT_NEAR(lost, share * kPackets, 4 * std::sqrt(kPackets * share * (1 - share))) << percent;
    }
}

TEST(RouterRules, ActsOnlyInItsDirection)
{
    RouterRules rules{1, 7};
    Fault fault = defaultFault(FaultKind::Reject);
    fault.direction = Direction::ToServer;
    fault.with = RouterAnswer::IcmpHost;
    rules.apply(3, fault);
    const PacketDecision decision = rules.decide(seconds{1}, packetOf(PacketKind::Data));
    EXPECT_EQ(decision.fate, PacketFate::Rejected);
    EXPECT_EQ(decision.answer, RouterAnswer::IcmpHost);
    EXPECT_EQ(fateOf(rules, packetOf(PacketKind::Data, Host::Server)), PacketFate::Delivered);
    rules.lift(3);
    EXPECT_EQ(fateOf(rules, packetOf(PacketKind::Data)), PacketFate::Delivered);
    EXPECT_TRUE(rules.empty());
}

TEST(RouterRules, DelaysAddUp)
{
    RouterRules rules{1, 7};
    Fault fault = defaultFault(FaultKind::Delay);
    fault.delayMs = 100;
    rules.apply(0, fault);
    fault.delayMs = 0.5;
    rules.apply(1, fault);
    EXPECT_EQ(rules.decide(seconds{1}, packetOf(PacketKind::Data)).delay, std::chrono::microseconds{100'500});
    rules.lift(0);
    EXPECT_EQ(rules.decide(seconds{1}, packetOf(PacketKind::Data)).delay, std::chrono::microseconds{500});
}

TEST(RouterRules, AMiddleboxForgetsWhatWasSilentForTooLong)
{
    RouterRules rules{2, 7};
    EXPECT_EQ(fateOf(rules, packetOf(PacketKind::Ack, Host::Client, 0), seconds{1}), PacketFate::Delivered);
    EXPECT_EQ(fateOf(rules, packetOf(PacketKind::Ack, Host::Client, 1), seconds{1}), PacketFate::Delivered);
    Fault fault = defaultFault(FaultKind::NatForget);
    fault.idleSeconds = 4;
    rules.apply(0, fault);
    // Pair 0 speaks every three seconds, in either direction; pair 1 is silent for four.
    EXPECT_EQ(fateOf(rules, packetOf(PacketKind::Probe, Host::Client, 0), seconds{4}), PacketFate::Delivered);
    EXPECT_EQ(fateOf(rules, packetOf(PacketKind::Answer, Host::Server, 0), seconds{7}), PacketFate::Delivered);
    EXPECT_EQ(fateOf(rules, packetOf(PacketKind::Probe, Host::Client, 1), seconds{5}), PacketFate::Dropped);
    // Once forgotten, even the next packet does not bring it back; a new connection does.
    EXPECT_EQ(fateOf(rules, packetOf(PacketKind::Probe, Host::Server, 1), milliseconds{5100}), PacketFate::Dropped);
    EXPECT_EQ(fateOf(rules, packetOf(PacketKind::Syn, Host::Client, 1), milliseconds{5200}), PacketFate::Delivered);
    EXPECT_EQ(fateOf(rules, packetOf(PacketKind::SynAck, Host::Server, 1), milliseconds{5200}), PacketFate::Delivered);
}

TEST(RouterRules, AMiddleboxThatSaysSoRejects)
{
    RouterRules rules{1, 7};
    Fault fault = defaultFault(FaultKind::NatForget);
    fault.with = RouterAnswer::Rst;
    EXPECT_EQ(fateOf(rules, packetOf(PacketKind::Ack)), PacketFate::Delivered);
    rules.apply(0, fault);
    const PacketDecision decision = rules.decide(seconds{2}, packetOf(PacketKind::Probe));
    EXPECT_EQ(decision.fate, PacketFate::Rejected);
    EXPECT_EQ(decision.answer, RouterAnswer::Rst);
}

TEST(IcmpRateLimit, SixAtOnceThenOneASecond)
{
    IcmpRateLimit limit;
    int sent = 0;
    for (int i = 0; i < 20; ++i)
        sent += limit.allows(milliseconds{10 * i}) ? 1 : 0;
    EXPECT_EQ(sent, 6);
    EXPECT_TRUE(limit.allows(milliseconds{1200}));
    EXPECT_FALSE(limit.allows(milliseconds{1300}));
    EXPECT_TRUE(limit.allows(milliseconds{2250}));
}

TEST(DelayLine, KeepsItsOrderWhenTheDelayShrinks)
{
    DelayLine line;
    const std::vector<std::uint8_t> first{1};
    const std::vector<std::uint8_t> second{2};
    EXPECT_TRUE(line.put(milliseconds{100}, first));
    EXPECT_TRUE(line.put(milliseconds{50}, second));
    EXPECT_EQ(line.nextDue(), milliseconds{100});
    EXPECT_TRUE(line.take(milliseconds{99}).empty());
    EXPECT_EQ(line.take(milliseconds{100}), first);
    EXPECT_EQ(line.take(milliseconds{100}), second);
    EXPECT_TRUE(line.empty());
    EXPECT_EQ(line.nextDue(), std::nullopt);
}

TEST(DelayLine, IsNotEndless)
{
    DelayLine line;
    const std::vector<std::uint8_t> frame(1024 * 1024);
    int taken = 0;
    while (line.put(seconds{1}, frame))
        ++taken;
    EXPECT_EQ(taken, 64);
}

} // namespace
} // namespace halfopen
