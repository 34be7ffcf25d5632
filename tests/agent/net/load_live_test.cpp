// SPDX-License-Identifier: GPL-3.0-or-later
// The cable under load: a full-speed sender, a thousand idle pairs.
#include "lab_bench.h"

#include <gtest/gtest.h>

#include <poll.h>
#include <sys/resource.h>
#include <sys/socket.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <iostream>
#include <thread>

namespace halfopen::test {

namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

/// Processor time of this process so far.
RunTime processorTime()
{
    timespec now{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return seconds{now.tv_sec} + std::chrono::nanoseconds{now.tv_nsec};
}

/// Sends as fast as it goes until told to stop or the connection fails, receives the same in another thread.
class FullSpeed final
{
public:
    explicit FullSpeed(const TcpPair& pair)
        : m_pair(pair), m_receiver([this] { receive(); }), m_sender([this] { send(); })
    {
    }
    ~FullSpeed()
    {
        m_stopping = true;
        m_sender.join();
        ::shutdown(m_pair.client.get(), SHUT_WR);
        m_receiver.join();
    }
    FullSpeed(const FullSpeed&) = delete;
    FullSpeed& operator=(const FullSpeed&) = delete;

    [[nodiscard]] std::int64_t received() const { return m_received; }

private:
    void send()
    {
        const std::vector<char> block(65536);
        while (!m_stopping && ::send(m_pair.client.get(), block.data(), block.size(), MSG_NOSIGNAL) > 0) {
        }
    }
    void receive()
    {
        std::vector<char> block(1 << 20);
        for (;;) {
            const ssize_t got = ::recv(m_pair.server.get(), block.data(), block.size(), 0);
            if (got <= 0)
                return;
            m_received += got;
        }
    }

    const TcpPair& m_pair;
    std::atomic<bool> m_stopping{false};
    std::atomic<std::int64_t> m_received{0};
    std::thread m_receiver;
    std::thread m_sender;
};

struct Told
{
    std::int64_t bytes = 0;   // payload of the client, in flows and single packets, what was sent again included
    std::int64_t packets = 0;
    int flows = 0;
    int single = 0;
};

Told toldOf(const std::vector<Event>& events)
{
    Told told;
    for (const Event& event : events) {
        if (const auto* const flow = std::get_if<FlowEvent>(&event.body)) {
            ++told.flows;
            told.packets += flow->packets;
            told.bytes += flow->from == Host::Client ? flow->bytes : 0;
        }
        if (const auto* const one = std::get_if<PacketEvent>(&event.body)) {
            ++told.single;
            ++told.packets;
            if (one->packet.from == Host::Client)
                told.bytes += one->packet.length;
        }
    }
    return told;
}

bool isOrderedPerPair(const std::vector<Event>& events)
{
    constexpr RunTime kNoise = milliseconds{1}; // two processors stamp the two directions
    RunTime newest{0};
    for (const Event& event : events) {
        if (!std::holds_alternative<PacketEvent>(event.body) && !std::holds_alternative<FlowEvent>(event.body))
            continue;
        if (event.time < newest - kNoise)
            return false;
        newest = std::max(newest, event.time);
    }
    return true;
}

} // namespace

TEST(LoadLive, FullSpeedSenderIsCarriedAndToldInFewEvents)
{
    inOwnProcessWithoutLoss([] {
        LabBench bench{Family::Ipv4, 1};
        const TcpPair pair = bench.connect(0);
        const RunTime begin = bench.clock().now();
        const RunTime cpuBegin = processorTime();
        std::int64_t received = 0;
        {
            const FullSpeed load{pair};
            bench.collectUntil(seconds{2}, [](const auto&) { return false; });
            received = load.received();
        }
        const double took = toSeconds(bench.clock().now() - begin);
        bench.finish();
        const Told told = toldOf(bench.events());
        std::cout << "full speed: " << static_cast<double>(received) * 8e-9 / took << " Gbit/s, " << told.packets << " packets in "
                  << told.flows << " flow events and " << told.single << " single ones over " << took << " s, processor "
                  << toSeconds(processorTime() - cpuBegin) << " s\n";
        EXPECT_GT(received, 20'000'000);
        EXPECT_GE(told.bytes, received) << "what the receiver got must have been told";
        EXPECT_LT(told.flows + told.single, 500 * took);
        EXPECT_TRUE(isOrderedPerPair(bench.events()));
        return bench.trouble();
    });
}

TEST(LoadLive, WhatPassedJustBeforeACutIsToldOneByOne)
{
    inOwnProcessWithoutLoss([] {
        LabBench bench{Family::Ipv4, 1};
        const TcpPair pair = bench.connect(0);
        RunTime cut{0};
        std::int64_t receivedAtCut = 0;
        {
            const FullSpeed load{pair};
            bench.collectUntil(milliseconds{700}, [](const auto&) { return false; });
            cut = bench.cable().setDropping(Direction::Both, true);
            bench.cable().faultInForce(true);
            bench.collectUntil(milliseconds{700}, [](const auto&) { return false; });
            receivedAtCut = load.received();
            bench.cable().setDropping(Direction::Both, false);
            bench.cable().faultInForce(false);
            const bool resumed = bench.collectUntil(seconds{5}, [&load, receivedAtCut](const auto&) {
                return load.received() > receivedAtCut + 10'000'000;
            });
            EXPECT_TRUE(resumed);
        }
        bench.finish();
        int before = 0;
        for (const Event& event : bench.events())
            before += std::holds_alternative<PacketEvent>(event.body) && event.time > cut - milliseconds{200} && event.time <= cut;
        EXPECT_GE(before, 100) << "the last packets before the cut were counted, not told";
        EXPECT_GT(bench.count(PacketKind::Data, PacketFate::Dropped), 0);
        EXPECT_GT(bench.count(PacketKind::Retransmission, PacketFate::Dropped), 0);
        const Told told = toldOf(bench.events());
        std::cout << "flap at full speed: " << told.packets << " packets in " << told.flows << " flow events and " << told.single
                  << " single ones, " << before << " just before the cut\n";
        EXPECT_TRUE(isOrderedPerPair(bench.events()));
        return bench.trouble();
    });
}

TEST(LoadLive, ThousandIdlePairsDieTogetherAndNothingElseIsLost)
{
    inOwnProcess([] {
        constexpr int kPairs = 1000;
        const rlimit files{4096, 4096};
        ASSERT_EQ(::setrlimit(RLIMIT_NOFILE, &files), 0) << "this test needs 2,000 sockets";
        LabBench bench{Family::Ipv4, kPairs};
        const KeepAlive keepAlive{1, 1, 3};
        std::vector<TcpPair> pairs;
        const RunTime cpuBegin = processorTime();
        for (int i = 0; i < kPairs; ++i) {
            pairs.push_back(bench.connect(i, &keepAlive));
            // A pace, as in a run: 2,000 timers in one slot of the kernel's wheel overflow a backlog of 1,000 frames.
            ::poll(nullptr, 0, 1);
        }
        // Every end has probed and been answered before the cut.
        bench.collectUntil(seconds{3}, [](const auto&) { return false; });
        for (const TcpPair& pair : pairs)
            ASSERT_FALSE(awaitReadable(pair.client, milliseconds{0})) << "died of nothing";
        const RunTime cut = bench.cable().setDropping(Direction::Both, true);
        bench.cable().faultInForce(true);
        RunTime earliest = seconds{60};
        for (const TcpPair& pair : pairs) {
            if (awaitReadable(pair.client, seconds{6}))
                earliest = std::min(earliest, bench.clock().now() - cut);
            int died = 0;
            socklen_t size = sizeof died;
            ::getsockopt(pair.client.get(), SOL_SOCKET, SO_ERROR, &died, &size);
            ASSERT_EQ(died, ETIMEDOUT);
        }
        const RunTime latest = bench.clock().now() - cut;
        EXPECT_GT(earliest, milliseconds{2950});
        EXPECT_LT(latest, milliseconds{4400});
        bench.finish();
        std::cout << "1,000 idle pairs: first found dead after " << toSeconds(earliest) << " s, all after " << toSeconds(latest)
                  << " s; " << bench.events().size() << " events; processor " << toSeconds(processorTime() - cpuBegin) << " s\n";
        for (int i = 0; i < kPairs && !::testing::Test::HasFailure(); ++i) {
            EXPECT_EQ(bench.count(PacketKind::Rst, PacketFate::Dropped, i), 2) << bench.packetLines(i);
            // Three unanswered probes an end; the first may have crossed just before the cut took its answer.
            EXPECT_EQ(bench.count(PacketKind::Probe, PacketFate::Dropped, i) + bench.count(PacketKind::Answer, PacketFate::Dropped, i),
                      6) << bench.packetLines(i);
        }
        EXPECT_EQ(bench.trouble(), "");
    });
}

} // namespace halfopen::test
