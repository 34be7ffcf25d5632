// SPDX-License-Identifier: GPL-3.0-or-later
// Which retransmission a packet is, and what the running timer says will follow.
#include "core/retransmission_count.h"

#include <gtest/gtest.h>

#include "core/predictor.h"

namespace halfopen {
namespace {

using namespace std::chrono_literals;

constexpr RunTime kFault = 1s;

void addPacket(PairTrack& track, RunTime at, PacketKind kind, Host from = Host::Client)
{
    const PacketFate fate = from == Host::Client ? PacketFate::Rejected : PacketFate::Delivered;
    Packet packet;
    packet.pair = 0;
    packet.from = from;
    packet.kind = kind;
    packet.fate = fate;
    track.packets.push_back({at, packet});
}

void addRow(PairTrack& track, RunTime at, int retransmits, RunTime left, KernelTimer timer = KernelTimer::Retransmit)
{
    SocketRow row;
    row.timer = timer;
    row.timerLeft = left;
    (timer == KernelTimer::WindowProbe ? row.probesOut : row.retransmits) = retransmits;
    track.client.rows.push_back({.time = at, .row = row});
}

/// As a Linux 6.18 told it of a request that a router rejected: a loss probe, then two retransmissions without back-off,
/// whose ICMP errors took it back, and two with it.
PairTrack rejected()
{
    PairTrack track;
    addPacket(track, 1249ms, PacketKind::Data);
    addRow(track, 1251ms, 0, 200ms);
    addPacket(track, 1465ms, PacketKind::Retransmission);
    addRow(track, 1467ms, 0, 200ms);
    addPacket(track, 1681ms, PacketKind::Retransmission);
    addRow(track, 1683ms, 1, 200ms);
    addPacket(track, 1893ms, PacketKind::Retransmission);
    addRow(track, 1897ms, 2, 410ms);
    addPacket(track, 2325ms, PacketKind::Retransmission);
    addRow(track, 2329ms, 3, 820ms);
    addPacket(track, 3189ms, PacketKind::Retransmission);
    addRow(track, 3191ms, 4, 1660ms);
    return track;
}

std::vector<std::optional<int>> numbersOf(const PairTrack& track)
{
    std::vector<std::optional<int>> numbers;
    for (const PacketMark& mark : track.packets) {
        if (mark.packet.kind == PacketKind::Retransmission)
            numbers.push_back(retransmissionNumber(track, mark));
    }
    return numbers;
}

TEST(RetransmissionCount, IsTheKernels)
{
    EXPECT_EQ(numbersOf(rejected()), (std::vector<std::optional<int>>{kLossProbe, 1, 2, 3, 4}));
}

TEST(RetransmissionCount, OfThePacketThatNoRowHasToldYet)
{
    PairTrack track = rejected();
    addPacket(track, 4885ms, PacketKind::Retransmission);
    EXPECT_EQ(numbersOf(track).back(), 5);
}

TEST(RetransmissionCount, OfTwoPacketsBetweenTwoRows)
{
    PairTrack track;
    addPacket(track, 1000ms, PacketKind::Data);
    addRow(track, 1001ms, 0, 200ms);
    addPacket(track, 1200ms, PacketKind::Retransmission);
    addPacket(track, 1400ms, PacketKind::Retransmission);
    addRow(track, 1420ms, 1, 400ms);
    EXPECT_EQ(numbersOf(track), (std::vector<std::optional<int>>{kLossProbe, 1}));
}

TEST(RetransmissionCount, OfOneThatNoTimerHasSent)
{
    PairTrack track;
    addRow(track, 900ms, 0, 200ms);
    addPacket(track, 1000ms, PacketKind::Ack, Host::Server);
    addPacket(track, 1001ms, PacketKind::Retransmission); // tcp_fastretrans_alert()
    addRow(track, 1050ms, 0, 200ms);
    EXPECT_EQ(numbersOf(track), (std::vector<std::optional<int>>{std::nullopt}));
}

/// Three pairs share the router's ICMP errors, so the back-off is taken back once, twice or oftener.
Prediction predictedReject()
{
    Experiment experiment;
    for (int i = 0; i < 3; ++i)
        experiment.pairs.push_back({"p", {.activity = Activity::Request}, {.activity = Activity::Hold}});
    Fault fault;
    fault.kind = FaultKind::Reject;
    fault.atSeconds = 1;
    fault.with = RouterAnswer::IcmpHost;
    experiment.faults.push_back(fault);
    KernelProfile kernel;
    kernel.hz = 250;
    kernel.sysctl = {{"tcp_retries2", 4}};
    return predict(experiment, kernel).front();
}

TEST(RetransmissionSchedule, CountsOneChainOfThoseThatDiffer)
{
    const Prediction prediction = predictedReject();
    ASSERT_FALSE(prediction.schedule.empty());
    EXPECT_TRUE(isLossProbe(prediction.schedule.front()));
    for (std::size_t i = 0; i < prediction.schedule.size(); ++i) {
        EXPECT_EQ(prediction.schedule[i].number, static_cast<int>(i));
        EXPECT_LE(prediction.schedule[i].number, 5) << "without ICMP errors the limit of 6.2 s is passed at the fifth expiry";
    }
}

TEST(RetransmissionSchedule, FollowsTheTimerOfTheRun)
{
    const Prediction prediction = predictedReject();
    const ExpectedCourse course = courseAt(3330ms, kFault, prediction, rejected());
    EXPECT_EQ(course.goneBy, 4);
    const ExpectedPacket& next = course.packets.back();
    EXPECT_EQ(next.number, 5); // and none after it: the next expiry gives up
    EXPECT_EQ(next.at.earliest, 3191ms + 1660ms - kFault);
    ASSERT_TRUE(course.end.has_value());
    EXPECT_EQ(course.end->earliest, next.at.earliest + 2 * (3191ms + 1660ms - 3189ms));
}

TEST(RetransmissionSchedule, IsThePredictedOneUntilTheTimerHasExpired)
{
    const Prediction prediction = predictedReject();
    EXPECT_EQ(courseAt(1500ms, kFault, prediction, rejected()).packets, prediction.schedule);
}

TEST(RetransmissionSchedule, FollowsWindowProbes)
{
    PairTrack track;
    addPacket(track, 5000ms, PacketKind::Probe);
    addRow(track, 5010ms, 3, 1590ms, KernelTimer::WindowProbe);
    Prediction prediction;
    prediction.modes.push_back({{8s, 12s}, "send", -1, 110});
    const ExpectedCourse course = courseAt(5100ms, kFault, prediction, track);
    ASSERT_EQ(course.packets.size(), 1U);
    EXPECT_EQ(course.packets[0].kind, PacketKind::Probe);
    EXPECT_EQ(course.packets[0].number, 4);
    EXPECT_EQ(course.packets[0].at.earliest, 5600ms);
    prediction.modes.front().at = {7s, 7500ms}; // the back-off has come to tcp_retries2, where it stays
    EXPECT_EQ(courseAt(5100ms, kFault, prediction, track).end->earliest, 7200ms);
}

} // namespace
} // namespace halfopen
