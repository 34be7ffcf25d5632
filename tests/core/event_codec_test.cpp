// SPDX-License-Identifier: GPL-3.0-or-later
// Every kind of event survives the line; hostile lines are refused.
#include "core/event_codec.h"

#include <gtest/gtest.h>

#include <cerrno>

namespace halfopen {
namespace {

using namespace std::chrono_literals;

SocketRow sampleRow()
{
    SocketRow row;
    row.local = {"10.0.1.2", 40112};
    row.remote = {"fd00:2::2", 9000};
    row.timer = KernelTimer::Keepalive;
    row.timerLeft = 1870ms;
    row.probesOut = 2;
    row.sendQueue = 4'000'000'000U;
    row.inode = 18'446'744'073'709'551'615ULL;
    row.rto = 200ms;
    return row;
}

std::vector<Event> oneOfEach()
{
    TcpInfo info;
    info.rto = 204ms;
    info.sendWindow = 0;
    Packet packet{.from = Host::Server, .pair = 7, .kind = PacketKind::Probe, .fate = PacketFate::Dropped, .sequence = 4'294'967'295U,
                  .acknowledgement = 1, .length = 0, .window = 65535, .flags = 0x10};
    return {
        {0ns, HelloEvent{kProtocolNumber, "0.1.0", "6.18.44", 250, "2026-11-22T10:30:59.123Z"}},
        {1ns, PlaceEvent{PlaceKind::Loopback, "No user namespaces here."}},
        {2ns, CheckEvent{PlaceKind::Namespaces, "veth", false, "EOPNOTSUPP", "modprobe veth"}},
        {3ns, SysctlEvent{{{"tcp_retries2", 15}, {"tcp_rto_max_ms", 120000}}}},
        {4ns, ProcessEvent{Host::Server, ProcessEvent::What::Ended, 4711, 9, ""}},
        {5ns, SocketEvent{1, Host::Server, {"10.0.2.2", 9001}, {"10.0.1.2", 40112}}},
        {6ns, OptionEvent{1, Host::Client, "SO_RCVTIMEO", 1.5}},
        {6ns, OptionEvent{1, Host::Server, "TCP_USER_TIMEOUT", 2000, true, true}},
        {6ns, RowGoneEvent{Host::Server, 3, {"10.0.0.1", 1}, {"10.0.0.2", 2}, 5ns}},
        {7ns, ArmedEvent{1, Host::Client, 6ns}},
        {8ns, StartedEvent{}},
        {9ns, FaultEvent{2, FaultEvent::What::Healed, {.kind = FaultKind::CableOut, .atSeconds = 2, .healAfterSeconds = 3, .host = Host::Client}, 100us, ""}},
        {10ns, FaultEvent{0, FaultEvent::What::Applied, {.kind = FaultKind::Drop, .direction = Direction::ToClient}, 1us, ""}},
        {11ns, CallEvent{0, Host::Client, CallEvent::What::End, "recv", 9ns, -1, ETIMEDOUT, 0, 1}},
        {12ns, RowEvent{Host::Client, -1, sampleRow()}},
        {13ns, RowGoneEvent{Host::Client, 0, {"10.0.1.2", 1}, {"10.0.2.2", 2}}},
        {14ns, TcpInfoEvent{0, Host::Client, true, info}},
        {-15ns, PacketEvent{packet}},
        {16ns, FlowEvent{0, Host::Client, 12ns, 100'000, 5'000'000'000}},
        {17ns, LossEvent{"packet ring client", 3}},
        {17ns, CountersEvent{Host::Client, CountersEvent::At::Outcome, {{"TCPAbortOnTimeout", 1}}}},
        {17ns, CountersEvent{Host::Server, CountersEvent::At::Fault, {{"OutRsts", 3}, {"TCPKeepAlive", 0}}}},
        {18ns, LateEvent{"fault", 60ms}},
        {19ns, SkippedEvent{12}},
        {20ns, NoteEvent{"“quotes” \"and\" \\ 中文"}},
        {21ns, FinishedEvent{FinishedEvent::Why::Failed, "veth", 95, "No veth.", "modprobe veth"}},
    };
}

TEST(EventCodec, EveryKindReadsBackEqual)
{
    std::set<std::size_t> kinds;
    for (const Event& event : oneOfEach()) {
        const std::string line = writeEvent(event);
        EXPECT_EQ(line.find('\n'), std::string::npos);
        const auto read = parseEvent(line);
        ASSERT_TRUE(read) << line << "\n" << read.error().message;
        EXPECT_EQ(*read, event) << line;
        kinds.insert(event.body.index());
    }
    EXPECT_EQ(kinds.size(), std::variant_size_v<EventBody> - 1) << "a kind has no sample here";
}

TEST(EventCodec, PlainLinesAreReadAsTheCarefulReaderReadsThem)
{
    // A blank is all it takes for a line to be read with care.
    for (const Event& event : oneOfEach()) {
        const std::string line = writeEvent(event);
        EXPECT_EQ(*parseEvent(line), *parseEvent("{ " + line.substr(1))) << line;
    }
    for (const std::string_view line : {R"({"t":1,"event":"armed","pair":0,"end":"client","established":1,"pair":0})", // twice
                                        R"({"t":1,"event":"armed","pair":01,"end":"client","established":1})",
                                        R"({"t":1,"event":"armed","pair":-0,"end":"client","established":1})",
                                        R"({"t":1,"event":"armed","pair":+1,"end":"client","established":1})",
                                        R"({"t":1,"event":"armed","pair":1.0,"end":"client","established":1})",
                                        R"({"t":1,"event":"armed","pair":0,"end":"client","established":1})",
                                        R"({"t":1,"event":"armed","pair":0,"end":"client","established":1,})",
                                        R"({"t":1,"event":"armed","pair":0,"end":"client","established":1}})",
                                        R"({"t":1,"event":"armed","pair":true,"end":"client","established":1})",
                                        R"({"t":1,"event":"armed","pair":"0","end":"client","established":1})",
                                        R"({"t":-200000000000000000,"event":"started"})", R"({"t":1,"event":"started","x":[1]})",
                                        R"({"t":1,"event":"started","x":"\n"})", R"({"t":1,"event":"started","x":1e3})",
                                        R"({"t":1,"event":"option","pair":0,"end":"client","name":"a","value":1e3})",
                                        R"({"t":1,"event":"option","pair":0,"end":"client","name":"a","value":-0.50})",
                                        R"({"t":1,"event":"option","pair":0,"end":"client","name":"a","value":3000000000000000000})",
                                        R"({"t":1,"event":"packet","pair":0,"from":"client","kind":"ACK","fate":"delivered","seq":1,"ack":1,"len":0,"win":1,"flags":256})",
                                        R"({"t":1,"event":"packet","pair":0,"from":"client","kind":"ACK","fate":"delivered","seq":-1,"ack":1,"len":0,"win":1,"flags":16})"}) {
        const auto plain = parseEvent(line);
        const auto careful = parseEvent("{ " + std::string{line.substr(1)});
        ASSERT_EQ(plain.ok(), careful.ok()) << line;
        if (plain) {
            EXPECT_EQ(*plain, *careful) << line;
        }
    }
}

TEST(EventCodec, GoldenLines)
{
    EXPECT_EQ(writeEvent({11ns, CallEvent{0, Host::Client, CallEvent::What::End, "recv", 9ns, -1, ETIMEDOUT, 0, 1}}),
              R"({"t":11,"event":"call","pair":0,"end":"client","what":"end","call":"recv","began":9,"result":-1,"errno":110,"bytes":0,"count":1})");
    EXPECT_EQ(writeEvent({9ns, FaultEvent{0, FaultEvent::What::Applied, {}, 1us, ""}}),
              R"({"t":9,"event":"fault","id":0,"what":"applied","kind":"drop","at_s":1.0,"direction":"both","took":1000,"why":""})");
    EXPECT_EQ(writeEvent({8ns, StartedEvent{}}), R"({"t":8,"event":"started"})");
}

TEST(EventCodec, UnknownKindsAndKeysAreKeptOrPassedOver)
{
    const auto unknown = parseEvent(R"({"t":5,"event":"weather","sky":"blue"})");
    ASSERT_TRUE(unknown);
    EXPECT_EQ(unknown->time, 5ns);
    EXPECT_TRUE(std::holds_alternative<UnknownEvent>(unknown->body));
    const auto more = parseEvent(R"({"t":8,"event":"started","colour":"red"})");
    ASSERT_TRUE(more);
    EXPECT_TRUE(std::holds_alternative<StartedEvent>(more->body));
}

TEST(EventCodec, HostileLinesAreRefusedWithASentence)
{
    const std::string tooLong = R"({"t":8,"event":"note","text":")" + std::string(kMaxEventLineBytes, 'x') + "\"}";
    for (const std::string& line : {
             std::string{}, std::string{"null"}, std::string{"{}"}, std::string{R"({"t":1})"}, std::string{R"({"event":"started"})"},
             std::string{R"({"t":"1","event":"started"})"}, std::string{R"({"t":1.5,"event":"started"})"},
             std::string{R"({"t":99999999999999999999,"event":"started"})"}, std::string{R"({"t":1,"event":"armed","pair":0})"},
             std::string{R"({"t":1,"event":"armed","pair":0,"end":"middle","established":1})"},
             std::string{R"({"t":1,"event":"armed","pair":99999999999,"end":"client","established":1})"},
             std::string{R"({"t":1,"event":"hello","protocol":2,"program_version":"9","kernel":"9.9","hz":1,"started_at":"x"})"},
             std::string{"{\"t\":1,\"event\":\"note\",\"text\":\"a\xff\"}"}, std::string(5000, '['), tooLong}) {
        const auto read = parseEvent(line);
        ASSERT_FALSE(read) << line.substr(0, 100);
        EXPECT_FALSE(read.error().message.empty());
    }
}

} // namespace
} // namespace halfopen
