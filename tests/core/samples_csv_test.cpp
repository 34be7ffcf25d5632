// SPDX-License-Identifier: GPL-3.0-or-later
// Samples as CSV: order, units, what is empty, quoting; and the fields of newer kernels over the wire.
#include "core/samples_csv.h"

#include <fstream>

#include <gtest/gtest.h>

#include "core/event_codec.h"

namespace halfopen {
namespace {

using namespace std::chrono_literals;

SocketRow keepaliveRow(RunTime left, int probes)
{
    SocketRow row;
    row.timer = KernelTimer::Keepalive;
    row.timerLeft = left;
    row.probesOut = probes;
    row.receiveQueue = 7;
    return row;
}

TcpInfo idleInfo()
{
    TcpInfo info;
    info.rto = 204ms;
    info.rtt = 41us;
    info.rttVariance = 20500ns;
    info.ato = 40ms;
    info.congestionWindow = 10;
    info.sendWindow = 64256;
    info.sinceDataReceived = 1500ms;
    info.sinceAckReceived = 12ms;
    info.sinceDataSent = 1500ms;
    return info;
}

Timeline sampled()
{
    Experiment experiment;
    experiment.pairs.push_back({"say \"hi\", reader", {.activity = Activity::Recv}, {}});
    experiment.faults.push_back({});
    Timeline timeline{experiment};
    timeline.append({50ms, RowEvent{Host::Client, 0, keepaliveRow(5s, 0)}});
    timeline.append({100ms, StartedEvent{}});
    TcpInfo info = idleInfo();
    timeline.append({200ms, TcpInfoEvent{0, Host::Client, false, info}});
    timeline.append({1100ms, FaultEvent{0, FaultEvent::What::Applied, {}, 3us, ""}});
    info.retransmits = 1;
    info.backoff = 1;
    info.totalRetransmits = 2;
    info.unacked = 1;
    info.totalRto = 3;
    info.totalRtoRecoveries = 1;
    info.totalRtoTime = 250ms;
    info.slowStartThreshold = 7;
    timeline.append({1600ms, TcpInfoEvent{0, Host::Client, false, info}});
    timeline.append({2100ms, RowEvent{Host::Client, 0, keepaliveRow(1s, 2)}});
    timeline.append({4100ms, RowGoneEvent{Host::Client, 0, {}, {}, 4s}});
    info = idleInfo();
    info.state = TcpState::Close;
    timeline.append({4200ms, TcpInfoEvent{0, Host::Client, false, info}});
    timeline.append({1700ms, TcpInfoEvent{0, Host::Server, false, idleInfo()}});
    return timeline;
}

std::string golden()
{
    std::ifstream file{HALFOPEN_SAMPLES_GOLDEN};
    std::string text;
    for (std::string line; std::getline(file, line);)
        text += line + "\r\n";
    return text;
}

TEST(SamplesCsv, HasARowASample)
{
    const std::string expected = golden();
    ASSERT_FALSE(expected.empty());
    EXPECT_EQ(samplesCsvHeading() + samplesCsvRows("r1", sampled(), 0), expected);
}

TEST(SamplesCsv, SaysNothingOfARunThatNeverBegan)
{
    Timeline timeline{Experiment{.pairs = {Pair{}}}};
    timeline.append({200ms, TcpInfoEvent{0, Host::Client, false, idleInfo()}});
    EXPECT_EQ(samplesCsvRows("r1", timeline, 0), "");
}

TEST(TcpInfoCodec, LeavesOutWhatTheKernelLacksAndKeepsWhatItHas)
{
    TcpInfo info = idleInfo();
    const Event lacking{1ms, TcpInfoEvent{0, Host::Client, false, info}};
    const std::string without = writeEvent(lacking);
    EXPECT_EQ(without.find("total_rto"), std::string::npos);
    EXPECT_EQ(without.find("ssthresh"), std::string::npos);
    EXPECT_EQ(*parseEvent(without), lacking);
    info.totalRto = 0;
    info.totalRtoRecoveries = 0;
    info.totalRtoTime = 0ns;
    info.slowStartThreshold = 2;
    const Event having{1ms, TcpInfoEvent{0, Host::Client, false, info}};
    EXPECT_EQ(*parseEvent(writeEvent(having)), having);
    std::string negative = writeEvent(having);
    negative.replace(negative.find("\"total_rto\":0"), 13, "\"total_rto\":-9");
    EXPECT_EQ(std::get<TcpInfoEvent>(parseEvent(negative)->body).info.totalRto, -1);
}

} // namespace
} // namespace halfopen
