// SPDX-License-Identifier: GPL-3.0-or-later
// Which packets are told one by one, which are counted, and that none is left out.
#include "agent/cable/flow_folding.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace halfopen::test {

namespace {

using std::chrono::microseconds;
using std::chrono::milliseconds;

Packet packetOf(PacketKind kind, Host from = Host::Client, int pair = 0, int length = 0)
{
    Packet packet;
    packet.kind = kind;
    packet.from = from;
    packet.pair = pair;
    packet.length = length;
    return packet;
}

/// Data of 1,000 bytes each `gap`, from `begin` until before `end`, time passing in steps of 20 ms as in the cable.
void stream(FlowFolding& folding, RunTime begin, RunTime end, RunTime gap, std::vector<Event>& events, int pair = 0)
{
    RunTime tick = begin;
    for (RunTime time = begin; time < end; time += gap) {
        folding.add(time, packetOf(PacketKind::Data, Host::Client, pair, 1000));
        for (; tick <= time; tick += milliseconds{20})
            folding.advance(tick);
        std::ranges::move(folding.take(), std::back_inserter(events));
    }
}

void drain(FlowFolding& folding, std::vector<Event>& events) { std::ranges::move(folding.take(), std::back_inserter(events)); }

struct Sum
{
    std::int64_t packets = 0;
    std::int64_t bytes = 0;
    int flows = 0;
    int single = 0;
};

Sum sumOf(const std::vector<Event>& events)
{
    Sum sum;
    for (const Event& event : events) {
        if (const auto* const flow = std::get_if<FlowEvent>(&event.body)) {
            ++sum.flows;
            sum.packets += flow->packets;
            sum.bytes += flow->bytes;
            EXPECT_LE(flow->first, event.time);
            EXPECT_LE(event.time - flow->first, milliseconds{101});
        } else if (const auto* const one = std::get_if<PacketEvent>(&event.body)) {
            ++sum.single;
            ++sum.packets;
            sum.bytes += one->packet.length;
        }
    }
    return sum;
}

bool isInOrder(const std::vector<Event>& events) { return std::ranges::is_sorted(events, {}, &Event::time); }

int singleBetween(const std::vector<Event>& events, RunTime begin, RunTime end)
{
    return static_cast<int>(std::ranges::count_if(events, [begin, end](const Event& event) {
        return std::holds_alternative<PacketEvent>(event.body) && event.time >= begin && event.time < end;
    }));
}

} // namespace

TEST(FlowFoldingTest, FewPacketsAreToldAtOnce)
{
    FlowFolding folding{2};
    for (int i = 0; i < 100; ++i) {
        EXPECT_TRUE(folding.add(milliseconds{i * 10}, packetOf(PacketKind::Data, Host::Client, 0, 7)));
        EXPECT_TRUE(folding.add(milliseconds{i * 10}, packetOf(PacketKind::Ack, Host::Server, 1)));
        EXPECT_EQ(folding.take().size(), 2U);
    }
}

TEST(FlowFoldingTest, FlowingPairIsCountedInBurstsOfAtMostATenthOfASecond)
{
    FlowFolding folding{1};
    std::vector<Event> events;
    stream(folding, milliseconds{0}, milliseconds{2000}, microseconds{50}, events);
    folding.finish();
    drain(folding, events);
    const Sum sum = sumOf(events);
    EXPECT_EQ(sum.packets, 40'000);
    EXPECT_EQ(sum.bytes, 40'000'000);
    EXPECT_EQ(sum.single, 20) << "until it was known to flow";
    EXPECT_LE(sum.flows, 25);
    EXPECT_TRUE(isInOrder(events));
}

TEST(FlowFoldingTest, RemarkablePacketsOfAFlowAreToldInTheirPlace)
{
    FlowFolding folding{1};
    std::vector<Event> events;
    stream(folding, milliseconds{0}, milliseconds{500}, microseconds{100}, events);
    Packet dropped = packetOf(PacketKind::Data);
    dropped.fate = PacketFate::Dropped;
    Packet lost = packetOf(PacketKind::Ack);
    lost.fate = PacketFate::Lost;
    int offset = 0;
    for (const PacketKind kind : {PacketKind::Syn, PacketKind::SynAck, PacketKind::Retransmission, PacketKind::Probe,
                                  PacketKind::Answer, PacketKind::Fin, PacketKind::Rst})
        folding.add(milliseconds{500} + microseconds{offset++}, packetOf(kind));
    folding.add(milliseconds{500} + microseconds{offset++}, dropped);
    folding.add(milliseconds{500} + microseconds{offset++}, lost);
    stream(folding, milliseconds{501}, milliseconds{1000}, microseconds{100}, events);
    folding.finish();
    drain(folding, events);
    EXPECT_EQ(singleBetween(events, milliseconds{500}, milliseconds{501}), 9);
    EXPECT_EQ(sumOf(events).packets, 5000 + 4990 + 9);
    EXPECT_TRUE(isInOrder(events));
}

TEST(FlowFoldingTest, LastFifthOfASecondBeforeAFaultIsToldOneByOne)
{
    FlowFolding folding{1};
    std::vector<Event> events;
    stream(folding, milliseconds{0}, milliseconds{1000}, milliseconds{1}, events);
    folding.setFaultInForce(true);
    drain(folding, events);
    EXPECT_EQ(singleBetween(events, milliseconds{800}, milliseconds{1000}), 200);
    EXPECT_EQ(singleBetween(events, milliseconds{100}, milliseconds{700}), 0);
    EXPECT_EQ(sumOf(events).packets, 1000);
    EXPECT_TRUE(isInOrder(events));
}

TEST(FlowFoldingTest, WhatIsHeldForAFaultIsBounded)
{
    FlowFolding folding{1};
    std::vector<Event> events;
    stream(folding, milliseconds{0}, milliseconds{1000}, microseconds{10}, events);
    folding.setFaultInForce(true);
    drain(folding, events);
    const Sum sum = sumOf(events);
    EXPECT_EQ(sum.packets, 100'000);
    EXPECT_EQ(sum.single, 20 + 400);
    EXPECT_EQ(singleBetween(events, milliseconds{996}, milliseconds{1000}), 400) << "the latest ones";
    EXPECT_TRUE(isInOrder(events));
}

TEST(FlowFoldingTest, FromTheFaultUntilTheFlowResumesPacketsAreToldOneByOne)
{
    FlowFolding folding{1};
    std::vector<Event> events;
    folding.setFaultInForce(true);
    stream(folding, milliseconds{1000}, milliseconds{2000}, milliseconds{1}, events);
    folding.setFaultInForce(false);
    stream(folding, milliseconds{2000}, milliseconds{2500}, milliseconds{1}, events);
    EXPECT_EQ(singleBetween(events, milliseconds{1000}, milliseconds{2500}), 1500) << "only one direction delivers: not resumed";
    folding.add(milliseconds{2500}, packetOf(PacketKind::Ack, Host::Server));
    stream(folding, milliseconds{2501}, milliseconds{4000}, milliseconds{1}, events);
    folding.finish();
    drain(folding, events);
    EXPECT_EQ(singleBetween(events, milliseconds{2500}, milliseconds{2700}), 200) << "a little beyond";
    EXPECT_EQ(singleBetween(events, milliseconds{2900}, milliseconds{4000}), 0);
    EXPECT_EQ(sumOf(events).packets, 1500 + 1 + 1499);
    EXPECT_TRUE(isInOrder(events));
}

TEST(FlowFoldingTest, NearAFaultTooTellingIsBoundedAndNothingIsLeftOut)
{
    FlowFolding folding{1};
    std::vector<Event> events;
    folding.setFaultInForce(true);
    stream(folding, milliseconds{0}, milliseconds{1000}, microseconds{10}, events);
    folding.finish();
    drain(folding, events);
    const Sum sum = sumOf(events);
    EXPECT_EQ(sum.packets, 100'000);
    EXPECT_EQ(sum.bytes, 100'000'000);
    EXPECT_EQ(sum.single, 2000);
    EXPECT_LE(sum.flows, 20);
    EXPECT_TRUE(isInOrder(events));
}

TEST(FlowFoldingTest, PairsDoNotDisturbEachOther)
{
    FlowFolding folding{2};
    std::vector<Event> events;
    stream(folding, milliseconds{0}, milliseconds{500}, microseconds{100}, events, 1);
    EXPECT_TRUE(folding.add(milliseconds{500}, packetOf(PacketKind::Probe, Host::Server, 0)));
    const std::vector<Event> at = folding.take();
    ASSERT_FALSE(at.empty());
    EXPECT_EQ(at.back(), (Event{milliseconds{500}, PacketEvent{packetOf(PacketKind::Probe, Host::Server, 0)}}));
}

TEST(FlowFoldingTest, FlowThatEndsIsToldWithinThreeTenthsOfASecond)
{
    FlowFolding folding{1};
    std::vector<Event> events;
    stream(folding, milliseconds{0}, milliseconds{1000}, microseconds{100}, events);
    folding.advance(milliseconds{1100});
    folding.advance(milliseconds{1200});
    folding.advance(milliseconds{1301});
    drain(folding, events);
    EXPECT_EQ(sumOf(events).packets, 10'000);
    EXPECT_TRUE(folding.add(milliseconds{1400}, packetOf(PacketKind::Data))) << "flows no more";
}

TEST(FlowFoldingTest, PacketsOfNoPairAreTold)
{
    FlowFolding folding{0};
    EXPECT_TRUE(folding.add(milliseconds{1}, packetOf(PacketKind::Other, Host::Client, -1)));
    EXPECT_TRUE(folding.add(milliseconds{2}, packetOf(PacketKind::Data, Host::Client, 7)));
    EXPECT_EQ(folding.take().size(), 2U);
}

} // namespace halfopen::test
