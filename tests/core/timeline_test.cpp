// SPDX-License-Identifier: GPL-3.0-or-later
// The fold and its questions, also where events come a little out of order.
#include "core/flag_words.h"
#include "core/timeline.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cerrno>

#include <fmt/format.h>

#include "core/outcome.h"

namespace halfopen {
namespace {

using namespace std::chrono_literals;

Experiment watched(Activity activity)
{
    Experiment experiment;
    experiment.pairs.push_back({"p", {.activity = activity}, {.activity = Activity::Send}});
    return experiment;
}

Event callBegins(const char* call, RunTime began)
{
    return {began, CallEvent{.pair = 0, .end = Host::Client, .what = CallEvent::What::Begin, .call = call, .began = began}};
}

Event callEnds(const char* call, RunTime began, RunTime at, std::int64_t result, int errorNumber = 0)
{
    return {at, CallEvent{.end = Host::Client, .what = CallEvent::What::End, .call = call, .began = began, .result = result, .errorNumber = errorNumber}};
}

Event callBurst(const char* call, RunTime began, RunTime last, std::int64_t count)
{
    return {last, CallEvent{.end = Host::Client, .what = CallEvent::What::Burst, .call = call, .began = began, .bytes = 64 * count, .count = count}};
}

/// "select 0-100 recv 100-100"; an open call ends with "-".
std::string shown(const Pages<CallSpan>& calls)
{
    std::string text;
    for (const CallSpan& span : calls) {
        text += fmt::format("{}{} {}-", text.empty() ? "" : ", ", span.call, span.began / 1ms);
        if (span.ended)
            text += fmt::format("{}", *span.ended / 1ms);
    }
    return text;
}

// The agent tells the begin of a slow call at once, but quick ones before it as a burst when the slow one returns.
TEST(TimelineOrder, ABurstToldBetweenBeginAndEndLeavesNoOpenCall)
{
    Timeline timeline{watched(Activity::Select)};
    timeline.append({0ms, StartedEvent{}});
    timeline.append(callBegins("select", 0ms));
    timeline.append(callEnds("select", 0ms, 100ms, 1));
    timeline.append(callBegins("select", 101ms));
    timeline.append(callBurst("recv", 100ms, 100ms, 1));
    timeline.append(callEnds("select", 101ms, 200ms, 1));
    const EndTrack& track = timeline.pairs()[0].client;
    EXPECT_EQ(shown(track.calls), "select 0-100, recv 100-100, select 101-200");
    EXPECT_EQ(track.callAt(250ms), nullptr) << "nobody is in a call any more";
    ASSERT_NE(track.callAt(150ms), nullptr);
    EXPECT_EQ(track.callAt(150ms)->call, "select");
}

TEST(TimelineOrder, TheWakeUpIsFoundBeforeAndInsideABurst)
{
    Timeline slow{watched(Activity::Select)};
    slow.append({0ms, StartedEvent{}});
    slow.append(callBegins("select", 101ms));
    slow.append(callBurst("recv", 100ms, 100ms, 1));
    slow.append(callEnds("select", 101ms, 200ms, 1));
    slow.append(callEnds("recv", 201ms, 202ms, 0));
    EXPECT_EQ(detectionOf(slow, 0, Host::Client)->call, "select");
    EXPECT_EQ(detectionOf(slow, 0, Host::Client)->at, 200ms);

    Timeline quick{watched(Activity::Select)};
    quick.append({0ms, StartedEvent{}});
    quick.append(callBurst("recv", 103ms, 121ms, 10)); // bursts are told in the order of their kinds
    quick.append(callBurst("select", 102ms, 130ms, 11));
    quick.append(callEnds("recv", 131ms, 132ms, -1, ECONNRESET));
    EXPECT_EQ(detectionOf(quick, 0, Host::Client)->call, "select");
    EXPECT_EQ(detectionOf(quick, 0, Host::Client)->at, 130ms);
}

// Every order of a few facts gives the same answers as their own order.
TEST(TimelineOrder, EveryOrderGivesTheSameTracks)
{
    SocketRow first;
    SocketRow second;
    second.probesOut = 2;
    std::vector<Event> events{{10ms, RowEvent{Host::Client, 0, first}},
                              {20ms, RowEvent{Host::Client, 0, second}},
                              {30ms, RowGoneEvent{Host::Client, 0, {}, {}}},
                              {12ms, FlowEvent{0, Host::Server, 2ms, 5, 500}},
                              {15ms, FlowEvent{0, Host::Client, 13ms, 5, 500}},
                              {40ms, PacketEvent{{.pair = 0, .kind = PacketKind::Probe}}}};
    std::vector<std::size_t> order{0, 1, 2, 3, 4, 5};
    do {
        Timeline timeline{watched(Activity::Recv)};
        for (const std::size_t index : order)
            timeline.append(events[index]);
        const PairTrack& pair = timeline.pairs()[0];
        ASSERT_EQ(pair.client.rowAt(9ms), nullptr);
        ASSERT_EQ(pair.client.rowAt(19ms)->row->probesOut, 0);
        ASSERT_EQ(pair.client.rowAt(29ms)->row->probesOut, 2);
        ASSERT_FALSE(pair.client.rowAt(30ms)->row.has_value());
        ASSERT_FALSE(pair.client.rows.back().row.has_value()) << "the row that is gone stays gone";
        ASSERT_TRUE(std::ranges::is_sorted(pair.flows, {}, &FlowMark::last));
        ASSERT_EQ(timeline.lastTime(), 40ms);
    } while (std::ranges::next_permutation(order).found);
}

TEST(Flags, StarvedWhenTheTimerRanAfterTheOutcomeButWasDueBefore)
{
    Experiment experiment = watched(Activity::Recv);
    Timeline timeline{experiment};
    timeline.append({0ms, StartedEvent{}});
    timeline.append(callEnds("recv", 0ms, 4s, -1, EAGAIN));
    timeline.append({4s + 50ms, LateEvent{"sampler", 300ms}}); // the machine stood still from 3.75 s on
    EXPECT_EQ(judge(timeline, {Prediction{}}).front().flagged, "starved");
    Timeline after{experiment};
    after.append({0ms, StartedEvent{}});
    after.append(callEnds("recv", 0ms, 4s, -1, EAGAIN));
    after.append({4s + 400ms, LateEvent{"sampler", 300ms}});
    EXPECT_EQ(judge(after, {Prediction{}}).front().flagged, "");
}

TEST(Flags, TheLogHasTheirWordAndSaysWhetherTheyCount)
{
    Timeline timeline{watched(Activity::Recv)}; // without a fault times count from t = 0
    timeline.append({0ms, LateEvent{"director", 75ms}});
    timeline.append({10ms, StartedEvent{}});
    timeline.append({4s, LateEvent{"cable", 86ms}});
    ASSERT_EQ(timeline.log().size(), 3U);
    EXPECT_EQ(timeline.log()[0].text, "Starved before the fault: the machine was busy, and the script's timer ran 75 ms late. Nothing is flagged for it.");
    EXPECT_EQ(timeline.log()[2].text, "Starved: the machine was busy, and the router's timer ran 86 ms late. What ends from now on is flagged.");
    EXPECT_EQ(timeline.log()[2].kind, LogKind::Trouble);
}

TEST(Flags, SayWhatTheyMeanForTheNumber)
{
    Outcome outcome;
    outcome.verdict = Verdict::Late;
    outcome.detection = Detection{};
    EXPECT_EQ(flagText(outcome), "");
    outcome.flagged = "starved";
    outcome.lateBy = 86ms;
    EXPECT_EQ(flagText(outcome), "Flagged as starved. The machine was busy: a timer of Halfopen ran 86 ms late, and measured times may be late by as "
                                 "much. Make the run again.");
    outcome.verdict = Verdict::NeverAsPredicted;
    outcome.detection.reset();
    EXPECT_TRUE(flagText(outcome).ends_with(" That nothing ended may be believed all the same.")) << flagText(outcome);
    EXPECT_EQ(flagSummary({outcome}), "the machine was busy, times may be 86 ms late");
    outcome.flagged = "lost-frames+starved";
    outcome.framesLost = 3;
    EXPECT_TRUE(flagText(outcome).starts_with("Flagged as lost-frames+starved. Packets were lost that no fault took, 3 of them. ")) << flagText(outcome);
    EXPECT_TRUE(flagText(outcome).ends_with(" Make the run again.")) << flagText(outcome);
    EXPECT_EQ(flagSummary({outcome}), "packets were lost, run it again");
}

TEST(Timeline, LogsWhatACallSaidOfTheEnd)
{
    Experiment experiment;
    experiment.pairs.push_back({"a", {.activity = Activity::NonblockingSend}, {}});
    Timeline timeline{experiment};
    const auto ended = [&](std::string call, int result, int errorNumber, int readiness = 0, int socketError = 0) {
        timeline.append({RunTime{9}, CallEvent{0, Host::Client, CallEvent::What::End, std::move(call), RunTime{1}, result,
                                               errorNumber, 0, 1, readiness, socketError}});
    };
    ended("send", -1, EAGAIN);
    ended("poll", 1, 0, 0x4);
    ended("poll", 1, 0, 0x4 | 0x8 | 0x10);
    ended("recv", -1, ETIMEDOUT, 0, EHOSTUNREACH);
    ended("heartbeat", -1, 0);
    timeline.append({RunTime{9}, OptionEvent{0, Host::Client, "TCP_KEEPCNT", 4, true}});
    std::vector<std::string> texts;
    for (const LogLine& line : timeline.log())
        texts.push_back(line.text);
    EXPECT_EQ(texts, (std::vector<std::string>{"a, client: poll() returned OUT|ERR|HUP",
                                               "a, client: recv() failed with ETIMEDOUT; SO_ERROR was EHOSTUNREACH",
                                               "a, client: no answer came in time, the heartbeat gives up",
                                               "a, client: TCP_KEEPCNT is 4 from now on"}));
    EXPECT_EQ(readinessText(0x2019), "IN|ERR|HUP|RDHUP");
}

TEST(Timeline, KeepsWhatAnOptionWasAtEachTime)
{
    Experiment experiment;
    experiment.pairs.push_back({"a", {.activity = Activity::Recv}, {}});
    Timeline timeline{experiment};
    timeline.append({RunTime{1}, OptionEvent{0, Host::Client, "TCP_USER_TIMEOUT", 0}});
    timeline.append({RunTime{2}, StartedEvent{}});
    timeline.append({RunTime{5}, OptionEvent{0, Host::Client, "TCP_USER_TIMEOUT", 2000, true, false}});
    timeline.append({RunTime{9}, OptionEvent{0, Host::Client, "TCP_USER_TIMEOUT", 500, true, true}});
    const EndTrack& end = timeline.pairs()[0].client;
    EXPECT_EQ(end.optionAt("TCP_USER_TIMEOUT", RunTime{0}), std::nullopt);
    EXPECT_EQ(end.optionAt("TCP_USER_TIMEOUT", RunTime{4}), 0);
    EXPECT_EQ(end.optionAt("TCP_USER_TIMEOUT", RunTime{8}), 2000);
    EXPECT_EQ(end.inForce.userTimeoutMs, 500);
    const std::vector<OptionChange> changes = timeline.asExecuted().pairs[0].client.changes;
    ASSERT_EQ(changes.size(), 1U) << "those by hand; the script's are there already";
    EXPECT_EQ(changes[0].options.userTimeoutMs, 500);
    EXPECT_NEAR(changes[0].atSeconds, 7e-9, 1e-10);
}

// To ask 20,000 sockets takes some 30 ms, in which the silence grows: what is predicted is predicted from the fault.
TEST(TimelineAtFault, AgesAreThoseOfTheFault)
{
    TcpInfo info;
    info.sinceDataSent = 9s;
    info.sinceDataReceived = 12ms;
    info.sinceAckReceived = 1036ms;
    Timeline timeline{watched(Activity::Epoll)};
    timeline.append({0ms, StartedEvent{}});
    timeline.append({1018ms + 900us, TcpInfoEvent{.pair = 0, .end = Host::Client, .atFault = true, .info = info}});
    ASSERT_EQ(timeline.endsAtFaultCount(), 1U);
    EXPECT_EQ(timeline.endsAtFault().front().info, info) << "no fault is known";
    timeline.append({1000ms, FaultEvent{}});
    const TcpInfo atFault = timeline.endsAtFault().front().info;
    EXPECT_EQ(atFault.sinceAckReceived, 1018ms);
    EXPECT_EQ(atFault.sinceDataSent, 8982ms);
    EXPECT_EQ(atFault.sinceDataReceived, 0ms) << "it came after the fault";
    EXPECT_EQ(*timeline.pairs().front().client.atFault, info) << "what was told stays as it was told";
}

TEST(Timeline, QuestionsForNeighboursAreInEveryPairsTrack)
{
    Timeline timeline{Experiment{.pairs = {Pair{}, Pair{}}}};
    timeline.append({5ms, PacketEvent{{.pair = 1, .kind = PacketKind::Data}}});
    timeline.append({4ms, PacketEvent{{.kind = PacketKind::Arp, .fate = PacketFate::Dropped}}});
    timeline.append({6ms, PacketEvent{{.from = Host::Server, .kind = PacketKind::Ndp, .isMade = true}}});
    timeline.append({7ms, PacketEvent{{.kind = PacketKind::Other}}});
    ASSERT_EQ(timeline.pairs()[0].packets.size(), 2U) << "other packets of no pair are in none";
    ASSERT_EQ(timeline.pairs()[1].packets.size(), 3U);
    EXPECT_EQ(timeline.pairs()[1].packets[0].packet.kind, PacketKind::Arp) << "in order of time";
    ASSERT_EQ(timeline.log().size(), 2U);
    EXPECT_EQ(timeline.log()[0].text, "The client's ARP is lost: nobody answers");
    EXPECT_EQ(timeline.log()[1].text, "The router answers the client's NDP");
}

// As the lab does it: first the cut, then the program is killed, whose kernel says FIN, then its sockets are destroyed.
TEST(PowerLoss, AHostWithoutPowerSaysNothing)
{
    Timeline timeline{watched(Activity::Recv)};
    timeline.append({0ms, StartedEvent{}});
    const auto says = [&](RunTime at, Host from, PacketKind kind, PacketFate fate) {
        timeline.append({at, PacketEvent{.packet = {.from = from, .pair = 0, .kind = kind, .fate = fate}}});
    };
    timeline.append({500ms, FaultEvent{0, FaultEvent::What::Applied, {.kind = FaultKind::Reboot, .host = Host::Server}, 400us, ""}});
    EXPECT_EQ(timeline.powerLoss(Host::Server, 499ms), nullptr);
    ASSERT_NE(timeline.powerLoss(Host::Server, 500ms), nullptr);
    EXPECT_EQ(timeline.powerLoss(Host::Client, 500ms), nullptr);
    says(501ms, Host::Server, PacketKind::Fin, PacketFate::Dropped);
    says(502ms, Host::Server, PacketKind::Rst, PacketFate::Dropped);
    EXPECT_TRUE(timeline.pairs()[0].packets.empty());
    EXPECT_EQ(timeline.log().back().text, "p, server: RST kept off the cable: a host without power says nothing");
    says(600ms, Host::Client, PacketKind::Probe, PacketFate::Dropped);
    EXPECT_EQ(timeline.pairs()[0].packets.size(), 1U) << "the other host speaks";
    says(601ms, Host::Server, PacketKind::Fin, PacketFate::Delivered);
    EXPECT_EQ(timeline.pairs()[0].packets.size(), 2U) << "what really went over the wire is never hidden";
    timeline.append({1500ms, FaultEvent{0, FaultEvent::What::Healed, {.kind = FaultKind::Reboot, .host = Host::Server}, 1us, ""}});
    says(1600ms, Host::Server, PacketKind::Rst, PacketFate::Dropped);
    EXPECT_EQ(timeline.pairs()[0].packets.size(), 3U) << "it is back";
}

} // namespace
} // namespace halfopen
