// SPDX-License-Identifier: GPL-3.0-or-later
// From events to outcomes and their CSV: detection, error bound, verdicts, flags.
#include "core/outcome.h"

#include <gtest/gtest.h>

#include <cerrno>

#include <nlohmann/json.hpp>

#include "core/outcome_csv.h"

namespace halfopen {
namespace {

using namespace std::chrono_literals;

constexpr RunTime kStart = 100ms;
constexpr RunTime kFault = 1100ms;

Experiment oneReader(Activity activity = Activity::Recv)
{
    Experiment experiment;
    experiment.title = "t";
    experiment.pairs.push_back({"reader", {.activity = activity}, {}});
    experiment.faults.push_back({});
    return experiment;
}

/// Hello, armed, started, first fault (which took 3 µs).
Timeline faulted(Activity activity = Activity::Recv)
{
    Timeline timeline{oneReader(activity)};
    timeline.append({0ns, HelloEvent{kProtocolNumber, "0.1.0", "6.12.1", 250, "2026-01-02T03:04:05.678Z"}});
    timeline.append({1ms, PlaceEvent{PlaceKind::Namespaces, ""}});
    timeline.append({2ms, OptionEvent{0, Host::Client, "SO_KEEPALIVE", 1}});
    timeline.append({3ms, ArmedEvent{0, Host::Client, 2ms}});
    timeline.append({kStart, StartedEvent{}});
    timeline.append({kFault, FaultEvent{0, FaultEvent::What::Applied, {}, 3us, ""}});
    return timeline;
}

CallEvent callEnd(std::string call, std::int64_t result, int errorNumber = 0, RunTime began = 3ms)
{
    return {0, Host::Client, CallEvent::What::End, std::move(call), began, result, errorNumber, 0, 1};
}

Packet packet(Host from, PacketKind kind, PacketFate fate = PacketFate::Delivered)
{
    return {.from = from, .pair = 0, .kind = kind, .fate = fate};
}

Prediction predicted(RunTime from, RunTime to, int result = -1, int errorNumber = ETIMEDOUT)
{
    Prediction prediction;
    prediction.modes.push_back({{from, to}, "recv", result, errorNumber});
    prediction.decidedBy = DecidedBy::KeepaliveCount;
    return prediction;
}

Verdict verdictOf(const Timeline& timeline, const Prediction& prediction) { return judge(timeline, {prediction}).front().verdict; }

TEST(Detection, CountsFromTheFaultAndIsBoundedByTheFinalPacket)
{
    Timeline timeline = faulted();
    timeline.append({kFault + 4s, PacketEvent{packet(Host::Client, PacketKind::Rst, PacketFate::Dropped)}});
    timeline.append({kFault + 4s + 80us, callEnd("recv", -1, ETIMEDOUT)});
    const auto detection = detectionOf(timeline, 0, Host::Client);
    ASSERT_TRUE(detection);
    EXPECT_EQ(detection->elapsed, 4s + 80us);
    EXPECT_EQ(detection->call, "recv");
    EXPECT_EQ(detection->errorNumber, ETIMEDOUT);
    EXPECT_EQ(detection->error, 80us + 3us + 20us) << "wake-up after the RST, duration of the fault, stamp conversion";
}

TEST(Detection, IsBoundedByAFinalPacketThatTheRouterSawLater)
{
    Timeline timeline = faulted();
    timeline.append({kFault + 4s, callEnd("recv", -1, ETIMEDOUT)});
    timeline.append({kFault + 4s + 130us, PacketEvent{packet(Host::Client, PacketKind::Rst, PacketFate::Dropped)}});
    EXPECT_EQ(detectionOf(timeline, 0, Host::Client)->error, 130us + 3us + 20us);
}

TEST(Detection, WakeUpCallNamesIt)
{
    Timeline timeline = faulted(Activity::Epoll);
    timeline.append({kFault + 1s, callEnd("epoll_wait", 1)});
    timeline.append({kFault + 1s + 1ms, callEnd("recv", -1, EAGAIN, kFault + 1s)}); // a false alarm
    timeline.append({kFault + 2s, callEnd("epoll_wait", 1, 0, kFault + 1s + 1ms)});
    timeline.append({kFault + 2s + 1ms, callEnd("recv", 0, 0, kFault + 2s)});
    const auto detection = detectionOf(timeline, 0, Host::Client);
    ASSERT_TRUE(detection);
    EXPECT_EQ(detection->call, "epoll_wait");
    EXPECT_EQ(detection->elapsed, 2s);
    EXPECT_EQ(detection->result, 0);
    EXPECT_EQ(detection->errorNumber, 0);
}

TEST(Detection, TheFirstAnswerCountsNotThoseAfterIt)
{
    Timeline timeline = faulted();
    timeline.append({kFault + 4s, callEnd("recv", -1, ETIMEDOUT)});
    timeline.append({kFault + 4s + 1ms, callEnd("recv", 0, 0, kFault + 4s + 1ms)});
    timeline.append({kFault + 4s + 2ms, callEnd("send", -1, EPIPE, kFault + 4s + 2ms)});
    const auto detection = detectionOf(timeline, 0, Host::Client);
    ASSERT_TRUE(detection);
    EXPECT_EQ(detection->errorNumber, ETIMEDOUT);
    EXPECT_EQ(detection->elapsed, 4s);
}

TEST(Detection, ACallThatNeverBlocksMayBeToldToComeAgain)
{
    Timeline timeline = faulted(Activity::NonblockingSend);
    timeline.append({kFault + 1s, callEnd("send", -1, EAGAIN)});
    timeline.append({kFault + 2s, callEnd("poll", 1, 0, kFault + 1s)});
    EXPECT_EQ(detectionOf(timeline, 0, Host::Client), std::nullopt);
    timeline.append({kFault + 2s + 1ms, callEnd("send", -1, ETIMEDOUT, kFault + 2s)});
    const auto detection = detectionOf(timeline, 0, Host::Client);
    ASSERT_TRUE(detection);
    EXPECT_EQ(detection->call, "send");
    EXPECT_EQ(detection->elapsed, 2s + 1ms);
}

TEST(Detection, AProgramsOwnVerdictHasNoErrno)
{
    Timeline timeline = faulted(Activity::Heartbeat);
    timeline.append({kFault + 1s, callEnd("poll", 0)});
    timeline.append({kFault + 3s, callEnd("heartbeat", -1, 0, kFault)});
    const auto detection = detectionOf(timeline, 0, Host::Client);
    ASSERT_TRUE(detection);
    EXPECT_EQ(detection->call, "heartbeat");
    EXPECT_EQ(detection->errorNumber, 0);
    EXPECT_EQ(judge(timeline, {predicted(2s, 4s, -1, 0)}).front().decidedBy, DecidedBy::KeepaliveCount) << "as predicted";
    EXPECT_EQ(judge(timeline, {predicted(2s, 4s)}).front().decidedBy, DecidedBy::CallTimeout);
}

TEST(Detection, AnOrphanEndsWhenItsRowIsGone)
{
    Timeline timeline = faulted(Activity::Close);
    timeline.append({kFault + 1ms, callEnd("close", 0, 0, kFault)});
    timeline.append({kFault + 1s, RowEvent{Host::Client, 0, {}}});
    EXPECT_EQ(detectionOf(timeline, 0, Host::Client), std::nullopt);
    timeline.append({kFault + 2s, RowGoneEvent{Host::Client, 0, {}, {}, kFault + 2s - 10ms}});
    const auto detection = detectionOf(timeline, 0, Host::Client);
    ASSERT_TRUE(detection);
    EXPECT_EQ(detection->call, "close");
    EXPECT_EQ(detection->result, 0);
    EXPECT_EQ(detection->elapsed, 2s);
    EXPECT_EQ(detection->error, 10ms + 3us + 20us) << "the table is read now and then";
}

TEST(Detection, ShortCountsDataAndInterruptionsAreNoEnd)
{
    Timeline timeline = faulted(Activity::Send);
    timeline.append({kFault + 1s, callEnd("send", 100)});
    timeline.append({kFault + 2s, callEnd("recv", 10)});
    timeline.append({kFault + 3s, callEnd("send", -1, EINTR)});
    timeline.append({kFault + 3s, CallEvent{0, Host::Client, CallEvent::What::Burst, "recv", kFault + 2s, 0, 0, 1448, 1}});
    EXPECT_EQ(detectionOf(timeline, 0, Host::Client), std::nullopt);
    timeline.append({kFault + 4s, callEnd("send", -1, EAGAIN)});
    EXPECT_EQ(detectionOf(timeline, 0, Host::Client)->errorNumber, EAGAIN) << "SO_SNDTIMEO is a result like any other";
}

TEST(Detection, ACallsReturnTellsTheSameAsItsEvent)
{
    CallEvent call{.what = CallEvent::What::End, .call = "recv", .result = -1, .errorNumber = EAGAIN};
    EXPECT_TRUE(tellsOfTheEnd(call, Activity::Recv)); // its own limit, SO_RCVTIMEO
    EXPECT_FALSE(tellsOfTheEnd(call, Activity::Epoll)); // a false alarm
    call.errorNumber = EINTR;
    EXPECT_FALSE(tellsOfTheEnd(call, Activity::Recv));
    call.errorNumber = ETIMEDOUT;
    EXPECT_TRUE(tellsOfTheEnd(call, Activity::Epoll));
    call.what = CallEvent::What::Begin;
    EXPECT_FALSE(tellsOfTheEnd(call, Activity::Epoll));
    call = {.what = CallEvent::What::End, .call = "recv"};
    EXPECT_TRUE(tellsOfTheEnd(call, Activity::Recv)); // the peer's FIN
    call.call = "send";
    EXPECT_FALSE(tellsOfTheEnd(call, Activity::Send));
}

TEST(Detection, BeforeTheFaultIsNegative)
{
    Timeline timeline{oneReader()};
    timeline.append({kStart, StartedEvent{}});
    timeline.append({kStart + 500ms, callEnd("recv", -1, EAGAIN)});
    EXPECT_EQ(detectionOf(timeline, 0, Host::Client), std::nullopt) << "no origin yet";
    timeline.append({kFault, FaultEvent{0, FaultEvent::What::Applied, {}, 0ns, ""}});
    EXPECT_EQ(detectionOf(timeline, 0, Host::Client)->elapsed, -500ms);
}

TEST(Verdicts, EveryOneOfThem)
{
    Timeline alive = faulted();
    EXPECT_EQ(verdictOf(alive, Prediction{}), Verdict::NeverAsPredicted);
    EXPECT_EQ(verdictOf(alive, predicted(4s, 5s)), Verdict::Missing);
    Prediction open = predicted(4s, 5s);
    open.mayBeNever = true;
    EXPECT_EQ(verdictOf(alive, open), Verdict::NeverAsPredicted);
    Prediction blind;
    blind.applicable = false;
    EXPECT_EQ(verdictOf(alive, blind), Verdict::NotApplicable);

    Timeline dead = faulted();
    dead.append({kFault + 4s, callEnd("recv", -1, ETIMEDOUT)});
    EXPECT_EQ(verdictOf(dead, Prediction{}), Verdict::Unexpected);
    EXPECT_EQ(verdictOf(dead, predicted(4s, 5s)), Verdict::Inside);
    EXPECT_EQ(verdictOf(dead, predicted(4s + 30ms, 5s)), Verdict::Inside) << "30 ms early are tolerated";
    EXPECT_EQ(verdictOf(dead, predicted(4s + 31ms, 5s)), Verdict::Early);
    EXPECT_EQ(verdictOf(dead, predicted(3s, 4s - 60ms)), Verdict::Inside) << "60 ms late are tolerated";
    EXPECT_EQ(verdictOf(dead, predicted(3s, 4s - 61ms)), Verdict::Late);
    EXPECT_EQ(verdictOf(dead, predicted(4s, 5s, -1, ECONNRESET)), Verdict::WrongErrno);
    EXPECT_EQ(verdictOf(dead, predicted(4s, 5s, 0, 0)), Verdict::WrongErrno);
    Prediction twoModes = predicted(3s, 3100ms);
    twoModes.modes.push_back(predicted(6s, 6100ms).modes[0]);
    EXPECT_EQ(verdictOf(dead, twoModes), Verdict::Early) << "the hull covers it, no mode does";
}

/// Time limit and finish of a run that was begun at kStart; the fault is a second later.
Outcome afterTheTimeLimit(double timeLimitSeconds, RunTime predictedTo)
{
    Experiment experiment = oneReader();
    experiment.timeLimitSeconds = timeLimitSeconds;
    Timeline timeline{experiment};
    timeline.append({kStart, StartedEvent{}});
    timeline.append({kFault, FaultEvent{0, FaultEvent::What::Applied, {}, 3us, ""}});
    const RunTime end = kStart + fromSeconds(timeLimitSeconds);
    timeline.append({end + 800ms, FinishedEvent{.why = FinishedEvent::Why::TimeLimit, .stage = "", .message = "", .remedy = ""}}); // the hosts were cleared away before
    return judge(timeline, {predicted(4s, predictedTo)}).front();
}

TEST(Verdicts, WhatTheTimeLimitCameBeforeContradictsNothing)
{
    const Outcome waits = afterTheTimeLimit(5, 5s); // watched for 4 s after the fault
    EXPECT_EQ(waits.verdict, Verdict::Missing) << "the CSV's word";
    EXPECT_TRUE(waits.cutShort);
    EXPECT_FALSE(contradicts(waits));
    EXPECT_FALSE(isAsPredicted(waits)) << "neither does it confirm anything: the exit status stays 1";
    const Outcome overdue = afterTheTimeLimit(6.5, 5s);
    EXPECT_EQ(overdue.verdict, Verdict::Missing);
    EXPECT_FALSE(overdue.cutShort);
    EXPECT_TRUE(contradicts(overdue));
    EXPECT_TRUE(afterTheTimeLimit(5.5, 4600ms).cutShort) << "what clearing away took was not looked at";
}

TEST(Verdicts, ARunThatIsBrokenOffContradictsNothing)
{
    Timeline timeline = faulted();
    EXPECT_TRUE(judge(timeline, {predicted(4s, 5s)}).front().cutShort) << "so far";
    timeline.append({kFault + 2s, FinishedEvent{.why = FinishedEvent::Why::Cancelled, .stage = "", .message = "", .remedy = ""}});
    EXPECT_TRUE(judge(timeline, {predicted(4s, 5s)}).front().cutShort);
    EXPECT_FALSE(judge(timeline, {predicted(1s, 1500ms)}).front().cutShort);
    EXPECT_FALSE(judge(timeline, {Prediction{}}).front().cutShort) << "never was predicted";
}

TEST(DecidedBy, IsThePredictionsUnlessTheAnswerSaysOtherwise)
{
    const auto decided = [](const CallEvent& end, const Prediction& prediction) {
        Timeline timeline = faulted();
        timeline.append({kFault + 4s, end});
        return judge(timeline, {prediction}).front().decidedBy;
    };
    Prediction keepalive = predicted(4s, 5s);
    keepalive.decidedBy = DecidedBy::KeepaliveCount;
    EXPECT_EQ(decided(callEnd("recv", -1, ETIMEDOUT), keepalive), DecidedBy::KeepaliveCount);
    EXPECT_EQ(decided(callEnd("recv", -1, EAGAIN), keepalive), DecidedBy::CallTimeout);
    EXPECT_EQ(decided(callEnd("recv", 0, 0), keepalive), DecidedBy::PeerFin);
    EXPECT_EQ(decided(callEnd("recv", -1, ECONNRESET), keepalive), DecidedBy::PeerRst);
    EXPECT_EQ(decided(callEnd("recv", -1, EAGAIN), Prediction{}), DecidedBy::CallTimeout) << "never was predicted";
    EXPECT_EQ(judge(faulted(), {keepalive}).front().decidedBy, DecidedBy::KeepaliveCount) << "nothing came";
}

TEST(Flags, LostFramesAndStarvationSpoilSuccess)
{
    Timeline timeline = faulted();
    timeline.append({kFault - 500ms, LateEvent{"sampler", 60ms}});
    timeline.append({kFault + 4s, callEnd("recv", -1, ETIMEDOUT)});
    timeline.append({kFault + 5s, LateEvent{"sampler", 60ms}});
    Outcome outcome = judge(timeline, {predicted(4s, 5s)}).front();
    EXPECT_EQ(outcome.flagged, "") << "late before the fault or after the outcome does no harm";
    EXPECT_TRUE(isAsPredicted(outcome));
    timeline.append({kFault + 3s, LateEvent{"sampler", 60ms}});
    timeline.append({kFault + 5s, LossEvent{"packet ring", 1}});
    outcome = judge(timeline, {predicted(4s, 5s)}).front();
    EXPECT_EQ(outcome.flagged, "lost-frames+starved");
    EXPECT_EQ(outcome.lateBy, 60ms);
    EXPECT_EQ(outcome.framesLost, 1);
    EXPECT_FALSE(isAsPredicted(outcome));
}

TEST(Timeline, ExperimentAsExecutedHasRealTimesAndFaultsByHand)
{
    Timeline timeline = faulted();
    timeline.append({kFault + 2s, FaultEvent{1, FaultEvent::What::Applied, {.kind = FaultKind::Freeze}, 0ns, ""}});
    timeline.append({kFault + 3s, FaultEvent{0, FaultEvent::What::Healed, {}, 0ns, ""}});
    const Experiment executed = timeline.asExecuted();
    ASSERT_EQ(executed.faults.size(), 2U);
    EXPECT_DOUBLE_EQ(executed.faults[0].atSeconds, 1.0);
    EXPECT_DOUBLE_EQ(executed.faults[0].healAfterSeconds.value(), 3.0);
    EXPECT_EQ(executed.faults[1].kind, FaultKind::Freeze);
    EXPECT_DOUBLE_EQ(executed.faults[1].atSeconds, 3.0);
}

// A script whose fault lies beyond the time limit, or a run broken off before it: nothing was broken, and nothing is claimed.
TEST(Timeline, AFinishedRunHasOnlyTheFaultsThatWereMade)
{
    Timeline timeline{oneReader()};
    timeline.append({kStart, StartedEvent{}});
    timeline.append({kStart + 500ms, callEnd("recv", -1, EAGAIN)});
    EXPECT_EQ(timeline.asExecuted().faults.size(), 1U) << "still to come";
    timeline.append({kStart + 900ms, FinishedEvent{.why = FinishedEvent::Why::TimeLimit}});
    EXPECT_TRUE(timeline.asExecuted().faults.empty());
    EXPECT_EQ(detectionOf(timeline, 0, Host::Client)->elapsed, 500ms) << "without a fault time counts from t = 0";
    const std::string row = outcomeCsvRows("r", "v", timeline, judge(timeline, {Prediction{}}));
    EXPECT_NE(row.find(",15,,,recv,-1,EAGAIN,0.500000,"), std::string::npos) << row;
}

TEST(Timeline, HostilePairNumbersAreIgnored)
{
    Timeline timeline = faulted();
    for (const int pair : {-1, 1, 1'000'000}) {
        timeline.append({2s, ArmedEvent{pair, Host::Client, 0ns}});
        timeline.append({2s, PacketEvent{{.pair = pair}}});
        timeline.append({2s, CallEvent{pair, Host::Server, CallEvent::What::End, "recv", 0ns, 0, 0, 0, 1}});
    }
    EXPECT_EQ(timeline.pairs().size(), 1U);
    EXPECT_EQ(detectionOf(timeline, 7, Host::Client), std::nullopt);
}

TEST(Timeline, KnowsRowAndCallAtEveryInstant)
{
    Timeline timeline = faulted();
    SocketRow row;
    timeline.append({10ms, RowEvent{Host::Client, 0, row}});
    timeline.append({5s, RowGoneEvent{Host::Client, 0, {}, {}}});
    timeline.append({20ms, CallEvent{0, Host::Client, CallEvent::What::Begin, "recv", 19ms, 0, 0, 0, 1}});
    const EndTrack& track = timeline.pairs()[0].client;
    EXPECT_EQ(track.rowAt(9ms), nullptr);
    ASSERT_NE(track.rowAt(4s), nullptr);
    EXPECT_TRUE(track.rowAt(4s)->row.has_value());
    EXPECT_FALSE(track.rowAt(5s)->row.has_value());
    EXPECT_EQ(track.callAt(18ms), nullptr);
    ASSERT_NE(track.callAt(3s), nullptr);
    timeline.append({4s, callEnd("recv", -1, ETIMEDOUT, 19ms)});
    EXPECT_EQ(track.calls.size(), 1U) << "the end closes the begun call";
    EXPECT_EQ(track.callAt(4s), nullptr);
}

TEST(Csv, OneRowAnEndWithTheContractsColumns)
{
    EXPECT_EQ(outcomeCsvHeading(),
              "run_id,started_at,program_version,kernel,hz,place,path,family,pair,end,activity,so_keepalive,tcp_keepidle_s,"
              "tcp_keepintvl_s,tcp_keepcnt,tcp_user_timeout_ms,so_rcvtimeo_s,so_sndtimeo_s,tcp_retries2,fault,fault_at_s,call,result,"
              "errno,elapsed_s,elapsed_error_s,bytes_sent,predicted,predicted_min_s,predicted_max_s,verdict,decided_by,state_at_end,"
              "flagged,predicted_modes,request_at_s,nat_idle_s,call_took_s\r\n");
    Timeline timeline = faulted();
    timeline.append({20ms, RowEvent{Host::Client, 0, {}}});
    timeline.append({kFault + 4s + 1234567ns, callEnd("recv", -1, ETIMEDOUT)});
    const auto outcomes = judge(timeline, {predicted(4s, 4500ms)});
    EXPECT_EQ(outcomeCsvRows("r1", "0.1.0", timeline, outcomes),
              "r1,2026-01-02T03:04:05.678Z,0.1.0,6.12.1,250,namespaces,routed,ipv4,reader,client,recv,1,,,,,,,15,drop,1,recv,-1,"
              "ETIMEDOUT,4.001235,0.000023,0,time,4.000000,4.500000,inside,keepalive-count,CLOSE,,4.000000..4.500000 -1 ETIMEDOUT,,,5.098235\r\n");
}

TEST(Csv, NamesTheFirstFaultFirstAlsoWhereItWasMadeByHand)
{
    Timeline timeline{oneReader()}; // its script drops at 1 s
    timeline.append({kStart, StartedEvent{}});
    timeline.append({kStart + 400ms, FaultEvent{1, FaultEvent::What::Applied, {.kind = FaultKind::Freeze}, 0ns, ""}});
    const auto row = [&] { return outcomeCsvRows("r", "v", timeline, judge(timeline, {Prediction{}})); };
    EXPECT_NE(row().find(",freeze+drop,0.4,"), std::string::npos) << row();
    timeline.append({kFault + 1ms, FaultEvent{0, FaultEvent::What::Applied, {}, 0ns, ""}});
    EXPECT_NE(row().find(",freeze+drop,0.4,"), std::string::npos) << row();
    Timeline planned = faulted();
    planned.append({kFault + 1s, FaultEvent{1, FaultEvent::What::Applied, {.kind = FaultKind::Kill}, 0ns, ""}});
    EXPECT_NE(outcomeCsvRows("r", "v", planned, judge(planned, {Prediction{}})).find(",drop+kill,1,"), std::string::npos);
}

TEST(Csv, QuotesWhatNeedsIt)
{
    Experiment experiment = oneReader();
    experiment.pairs[0].name = "a \"b\", c";
    Timeline timeline{experiment};
    EXPECT_NE(outcomeCsvRows("r", "v", timeline, judge(timeline, {Prediction{}})).find(",\"a \"\"b\"\", c\",client,"), std::string::npos);
}

TEST(Csv, EveryWayToEndIsTold)
{
    Prediction prediction = predicted(3s, 3500ms);
    prediction.modes.push_back({{6s, 7s}, "recv", 0, 0});
    prediction.mayBeNever = true;
    const auto modes = [](const Prediction& each) {
        const Timeline timeline = faulted();
        const std::string row = outcomeCsvRows("r", "v", timeline, judge(timeline, {each}));
        const auto end = row.rfind(",,,"); // the request's time, the NAT's memory, the length of the call
        return row.substr(row.rfind(',', end - 1) + 1, end - row.rfind(',', end - 1) - 1);
    };
    EXPECT_EQ(modes(prediction), "3.000000..3.500000 -1 ETIMEDOUT|6.000000..7.000000 0|never");
    EXPECT_EQ(modes(Prediction{}), "never");
    EXPECT_EQ(modes({.applicable = false}), "") << "nobody looks";
}

TEST(Csv, SaysWhenARequestWasSentAndHowLongANatRemembers)
{
    Experiment experiment = oneReader();
    experiment.pairs[0].client.activity = Activity::Request;
    experiment.pairs[0].client.requestAtSeconds = 6;
    experiment.faults[0] = defaultFault(FaultKind::NatForget);
    experiment.faults[0].idleSeconds = 4;
    Timeline timeline{experiment};
    timeline.append({kStart, StartedEvent{}});
    timeline.append({kFault, FaultEvent{0, FaultEvent::What::Applied, experiment.faults[0], 0ns, ""}});
    const Prediction ofServer{.end = Host::Server};
    const std::string rows = outcomeCsvRows("r", "v", timeline, judge(timeline, {Prediction{}, ofServer}));
    EXPECT_NE(rows.find(",never,6,4,\r\n"), std::string::npos) << rows;
    EXPECT_NE(rows.find(",never,,4,\r\n"), std::string::npos) << "the server sends no request: " << rows;
}

TEST(Settled, AFileSpeaksOfARunThatGoesOnAsFarAsItHasEnded)
{
    Experiment experiment = oneReader();
    experiment.pairs.push_back(experiment.pairs[0]);
    Timeline timeline{experiment};
    timeline.append({kStart, StartedEvent{}});
    timeline.append({kFault, FaultEvent{}});
    timeline.append({kFault + 4s, callEnd("recv", -1, ETIMEDOUT)});
    Prediction second = predicted(9s, 10s);
    second.pair = 1;
    const auto told = [&] { return settledOutcomes(timeline, judge(timeline, {predicted(4s, 4500ms), second})); };
    ASSERT_EQ(told().size(), 1U) << "the second pair may still come as predicted: it is not missing";
    EXPECT_EQ(told().front().verdict, Verdict::Inside);
    timeline.append({kFault + 12s, FinishedEvent{.why = FinishedEvent::Why::TimeLimit}});
    ASSERT_EQ(told().size(), 2U);
    EXPECT_EQ(told().back().verdict, Verdict::Missing);
}

TEST(Csv, JsonHasTheSameNamesAndTypes)
{
    Timeline timeline = faulted();
    timeline.append({kFault + 4s, callEnd("recv", -1, ETIMEDOUT)});
    const auto json = nlohmann::json::parse(outcomeJsonLines("r1", "0.1.0", timeline, judge(timeline, {predicted(4s, 5s)})));
    EXPECT_EQ(json["elapsed_s"].get<double>(), 4.0);
    EXPECT_EQ(json["errno"], "ETIMEDOUT");
    EXPECT_TRUE(json["so_rcvtimeo_s"].is_null());
    EXPECT_EQ(json["so_keepalive"], 1);
    EXPECT_EQ(json.size(), 38U);
}

} // namespace
} // namespace halfopen
