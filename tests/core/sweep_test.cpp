// SPDX-License-Identifier: GPL-3.0-or-later
// A grid's cells: which experiment each is, and that the grid says of it what predict() says.
#include "core/sweep.h"

#include <gtest/gtest.h>

#include <set>

#include <fmt/format.h>

#include "core/experiment_codec.h"
#include "core/predictor.h"
#include "core/sweep_csv.h"
#include "core/sweep_plan.h"

namespace halfopen {
namespace {

Endpoint keptAlive(Activity activity)
{
    Endpoint end{.activity = activity};
    end.options.keepAlive = true;
    end.options.keepIdleSeconds = 5;
    end.options.keepIntervalSeconds = 3;
    end.options.keepCount = 3;
    return end;
}

Experiment experimentOf(const Endpoint& client, const Endpoint& server, const Fault& fault, const std::vector<Fault>& more = {})
{
    Experiment experiment;
    experiment.title = "Swept";
    experiment.pairs.push_back({"pair", client, server});
    experiment.faults.push_back(fault);
    experiment.faults.insert(experiment.faults.end(), more.begin(), more.end());
    return experiment;
}

Sweep sweepOf(const Experiment& experiment, const std::vector<std::string>& texts)
{
    std::vector<SweepAxis> axes;
    for (const std::string& text : texts) {
        const Result<SweepAxis> axis = parseSweepAxis(text, experiment);
        EXPECT_TRUE(axis.ok()) << (axis.ok() ? "" : axis.error().message);
        if (axis)
            axes.push_back(*axis);
    }
    Result<Sweep> sweep = Sweep::make(experiment, axes);
    EXPECT_TRUE(sweep.ok()) << (sweep.ok() ? "" : sweep.error().message);
    return *std::move(sweep);
}

/// All that a grid holds of a prediction.
std::string shown(const std::vector<Prediction>& predictions)
{
    std::string text;
    for (const Prediction& each : predictions) {
        text += fmt::format("{} {} {} {} {}:", each.pair, name(each.end), each.applicable, each.mayBeNever, name(each.decidedBy));
        for (const PredictionMode& mode : each.modes)
            text += fmt::format(" {}..{} {} {} {}", mode.at.earliest.count(), mode.at.latest.count(), mode.call, mode.result, mode.errorNumber);
        text += '\n';
    }
    return text;
}

struct Kind
{
    const char* name;
    Experiment experiment;
    std::vector<std::string> axes;
};

std::ostream& operator<<(std::ostream& out, const Kind& kind) { return out << kind.name; }

class SweepOf : public testing::TestWithParam<Kind>
{
};

TEST_P(SweepOf, SaysOfEveryCellWhatPredictSays)
{
    KernelProfile kernel;
    kernel.hz = 1000;
    SweepGrid grid{sweepOf(GetParam().experiment, GetParam().axes), kernel};
    EXPECT_EQ(grid.fill(grid.sweep().cellCount()), grid.sweep().cellCount());
    EXPECT_TRUE(grid.isComplete());
    std::set<std::string> different;
    for (std::size_t cell = 0; cell < grid.sweep().cellCount(); ++cell) {
        const std::string said = shown(predict(grid.sweep().experimentAt(cell), kernel));
        different.insert(said);
        ASSERT_NE(grid.at(cell), nullptr);
        EXPECT_EQ(shown(*grid.at(cell)), said) << grid.sweep().wordsAt(cell);
    }
    EXPECT_GT(different.size(), 1U) << "the axes matter";
}

Fault faultOf(FaultKind kind, double at = 1, std::optional<double> heals = std::nullopt)
{
    Fault fault = defaultFault(kind);
    fault.atSeconds = at;
    fault.healAfterSeconds = heals;
    return fault;
}

Fault rejecting(RouterAnswer with)
{
    Fault fault = faultOf(FaultKind::Reject);
    fault.with = with;
    return fault;
}

Fault forgetting()
{
    Fault fault = faultOf(FaultKind::NatForget);
    fault.idleSeconds = 4;
    return fault;
}

Fault atClient(FaultKind kind)
{
    Fault fault = faultOf(kind);
    fault.host = Host::Client;
    return fault;
}

Endpoint pacedSender()
{
    Endpoint end = keptAlive(Activity::Send);
    end.sendIntervalSeconds = 0.5;
    return end;
}

const Endpoint kHolder{.activity = Activity::Hold};
const Endpoint kReader{.activity = Activity::Recv};

INSTANTIATE_TEST_SUITE_P(Kinds, SweepOf, testing::Values(
    Kind{"Keepalive", experimentOf(keptAlive(Activity::Recv), kHolder, faultOf(FaultKind::Drop)), {"client.TCP_KEEPIDLE=1..40/log8", "client.TCP_KEEPINTVL=1,2,75"}},
    Kind{"LateFault", experimentOf(keptAlive(Activity::Poll), kHolder, faultOf(FaultKind::Drop, 12)), {"fault.at_s=0,3.25,12", "client.TCP_KEEPIDLE=1,4,13"}},
    Kind{"ThreeAxes", experimentOf(keptAlive(Activity::Epoll), kHolder, faultOf(FaultKind::Drop)),
         {"client.SO_KEEPALIVE=0,1", "client.TCP_KEEPCNT=1..3", "client.TCP_USER_TIMEOUT=0,500,9000"}},
    Kind{"Heal", experimentOf(keptAlive(Activity::Recv), kHolder, faultOf(FaultKind::Drop, 1, 9)), {"fault.heal_after_s=2..20+3", "client.TCP_KEEPCNT=1..3"}},
    Kind{"Request", experimentOf(keptAlive(Activity::Request), kReader, faultOf(FaultKind::Drop)), {"tcp_retries2=0,3,15", "client.TCP_USER_TIMEOUT=0,1500"}},
    Kind{"HealedRequest", experimentOf(keptAlive(Activity::Request), kReader, faultOf(FaultKind::Drop, 1, 5)), {"tcp_retries2=0..9", "fault.heal_after_s=0.01,0.5,3,3.7,7,13"}},
    Kind{"HealedBelowASmallMaximum", experimentOf(keptAlive(Activity::Request), kReader, faultOf(FaultKind::Drop, 1, 5)), {"tcp_retries2=1,5,20", "tcp_rto_max_ms=1000,4000"}},
    Kind{"Sender", experimentOf(keptAlive(Activity::Send), kReader, faultOf(FaultKind::Drop)), {"tcp_retries2=1,3", "client.TCP_USER_TIMEOUT=0,1500"}},
    Kind{"PacedSender", experimentOf(pacedSender(), kReader, faultOf(FaultKind::Drop)), {"client.send_interval_s=0.2,7", "client.TCP_USER_TIMEOUT=0,3000"}},
    Kind{"ClosedWindow", experimentOf(keptAlive(Activity::Send), kHolder, faultOf(FaultKind::Drop)), {"tcp_retries2=0,2,5,9,30", "client.TCP_USER_TIMEOUT=0,300,3000,40000"}},
    Kind{"Icmp", experimentOf(keptAlive(Activity::Request), kReader, rejecting(RouterAnswer::IcmpHost)), {"tcp_retries2=3,8", "client.IP_RECVERR=0,1"}},
    Kind{"OwnQueue", experimentOf(keptAlive(Activity::Request), kReader, atClient(FaultKind::LocalDrop)), {"tcp_retries2=3,8", "client.TCP_USER_TIMEOUT=0,3000"}},
    Kind{"NoRoute", experimentOf(keptAlive(Activity::Request), kReader, atClient(FaultKind::RouteRemoved)), {"tcp_retries2=3,8", "tcp_rto_max_ms=2000,120000"}},
    Kind{"Heartbeat", experimentOf({.activity = Activity::Heartbeat}, kReader, faultOf(FaultKind::Drop)), {"client.heartbeat_interval_s=0.5,5", "client.heartbeat_timeout_s=1,3"}},
    Kind{"Connect", experimentOf({.activity = Activity::Connect}, kHolder, faultOf(FaultKind::Drop)), {"client.TCP_SYNCNT=1,2,6,20", "client.TCP_USER_TIMEOUT=0,700,2500,40000"}},
    Kind{"Close", experimentOf({.activity = Activity::Close}, kReader, faultOf(FaultKind::Drop)), {"tcp_orphan_retries=1,3", "client.SO_LINGER=0,2", "client.TCP_USER_TIMEOUT=0,2500"}},
    Kind{"Nat", experimentOf(keptAlive(Activity::Recv), kReader, forgetting()), {"fault.idle_s=1,4,9", "client.TCP_KEEPIDLE=2,5"}},
    Kind{"Chance", experimentOf(keptAlive(Activity::Recv), kHolder, faultOf(FaultKind::Drop)), {"fault.percent=0,40,100", "client.TCP_KEEPCNT=1,3"}},
    Kind{"Nth", experimentOf(keptAlive(Activity::Recv), kHolder, faultOf(FaultKind::Drop)), {"fault.nth=1,2", "client.TCP_KEEPCNT=1,3"}},
    Kind{"KilledBehindAHole", experimentOf(pacedSender(), kReader, faultOf(FaultKind::Drop, 1, 3), {faultOf(FaultKind::Kill, 2)}), {"tcp_orphan_retries=0,1,5", "fault.heal_after_s=1.5,3,6"}},
    Kind{"OrphanBeforeARequest", experimentOf({.activity = Activity::Close}, {.activity = Activity::Request, .requestAtSeconds = 2}, faultOf(FaultKind::Drop, 1, 3)),
         {"server.request_at_s=0.5,2,2.5", "client.SO_LINGER=0,1,3"}},
    Kind{"TwoRequests", experimentOf(keptAlive(Activity::Request), {.activity = Activity::Request, .requestAtSeconds = 2}, atClient(FaultKind::RouteRemoved)),
         {"server.request_at_s=0.5,2,2.5", "tcp_retries2=2,5"}},
    Kind{"PeersNeighbour", experimentOf(keptAlive(Activity::Request), kReader, faultOf(FaultKind::NeighbourLost, 1, 2)), {"fault.heal_after_s=0.3,2,5", "tcp_retries2=2,5"}},
    Kind{"UnsentToASender", experimentOf(keptAlive(Activity::Request), pacedSender(), atClient(FaultKind::RouteRemoved)), {"tcp_retries2=2,5", "server.send_interval_s=0.3,2"}},
    Kind{"Killed", experimentOf(keptAlive(Activity::Recv), kHolder, faultOf(FaultKind::Kill)), {"fault.at_s=1,2", "client.SO_RCVTIMEO=0,1.5"}},
    Kind{"WatchedSender", experimentOf(keptAlive(Activity::Recv), pacedSender(), faultOf(FaultKind::Drop)), {"server.send_interval_s=0.3,8", "client.TCP_KEEPIDLE=2,5"}}),
    [](const testing::TestParamInfo<Kind>& kind) { return std::string{kind.param.name}; });

TEST(Sweep, CountsItsCellsTheLastAxisFastest)
{
    const Sweep sweep = sweepOf(experimentOf(kReader, kHolder, faultOf(FaultKind::Drop)), {"client.TCP_KEEPIDLE=5,10", "tcp_retries2=3,5,8", "time_limit_s=20,30"});
    ASSERT_EQ(sweep.cellCount(), 12U);
    EXPECT_EQ(sweep.wordsAt(0), "TCP_KEEPIDLE 5 s, tcp_retries2 3, time_limit_s 20 s");
    EXPECT_EQ(sweep.wordsAt(1), "TCP_KEEPIDLE 5 s, tcp_retries2 3, time_limit_s 30 s");
    EXPECT_EQ(sweep.wordsAt(2), "TCP_KEEPIDLE 5 s, tcp_retries2 5, time_limit_s 20 s");
    EXPECT_EQ(sweep.wordsAt(11), "TCP_KEEPIDLE 10 s, tcp_retries2 8, time_limit_s 30 s");
    for (std::size_t cell = 0; cell < sweep.cellCount(); ++cell)
        EXPECT_EQ(sweep.cellAt(sweep.placeOf(cell)), cell);
}

TEST(Sweep, MakesACellAnExperimentThatCanBeSaved)
{
    Experiment base = experimentOf(keptAlive(Activity::Recv), kReader, faultOf(FaultKind::Drop));
    base.pairs.push_back({"second", keptAlive(Activity::Request), kReader});
    for (int i = 0; i < 60; ++i)
        base.title += "日本語"; // 540 bytes
    const Sweep sweep = sweepOf(base, {"client.TCP_KEEPIDLE=7,8", "server.SO_RCVTIMEO=2.5", "tcp_retries2=4"});
    const Experiment cell = sweep.experimentAt(1);
    EXPECT_EQ(cell.pairs[0].client.options.keepIdleSeconds, 8);
    EXPECT_EQ(cell.pairs[1].client.options.keepIdleSeconds, 8) << "of all pairs";
    EXPECT_EQ(cell.pairs[1].server.options.receiveTimeoutSeconds, 2.5);
    EXPECT_EQ(cell.sysctl.at("tcp_retries2"), 4);
    EXPECT_TRUE(cell.title.ends_with("本 (TCP_KEEPIDLE 8 s, server.SO_RCVTIMEO 2.5 s, tcp_retries2 4)") || cell.title.ends_with("語 (TCP_KEEPIDLE 8 s, server.SO_RCVTIMEO 2.5 s, tcp_retries2 4)") ||
                cell.title.ends_with("日 (TCP_KEEPIDLE 8 s, server.SO_RCVTIMEO 2.5 s, tcp_retries2 4)"))
        << cell.title;
    const Result<Experiment> read = parseExperiment(writeExperiment(cell));
    ASSERT_TRUE(read.ok()) << read.error().message;
    EXPECT_EQ(*read, cell);
}

std::string refused(const std::vector<std::string>& texts, int pairs = 1)
{
    Experiment base = experimentOf(kReader, kHolder, faultOf(FaultKind::Drop));
    base.pairs.resize(static_cast<std::size_t>(pairs), base.pairs.front());
    std::vector<SweepAxis> axes;
    for (const std::string& text : texts)
        axes.push_back(*parseSweepAxis(text, base));
    const Result<Sweep> sweep = Sweep::make(base, axes);
    return sweep ? "" : sweep.error().message;
}

TEST(Sweep, TellsItsLimits)
{
    EXPECT_EQ(refused({}), "A sweep has 1 to 3 axes, not 0.");
    EXPECT_EQ(refused({"tcp_retries2=1", "tcp_retries1=1", "tcp_sack=0", "time_limit_s=5"}), "A sweep has 1 to 3 axes, not 4.");
    EXPECT_EQ(refused({"tcp_retries2=1", "sysctl.tcp_retries2=2"}), "sysctl.tcp_retries2 is named for two axes.");
    EXPECT_EQ(refused({"client.TCP_KEEPIDLE=1..1000", "client.TCP_KEEPINTVL=1..101"}),
              "The sweep would have 101000 cells, but may have at most 100000: take fewer values.");
    EXPECT_EQ(refused({"client.TCP_KEEPIDLE=1..1000", "client.TCP_KEEPINTVL=1..10"}, 101),
              "The sweep would have 1010000 pairs in its cells, but may have at most 1000000: take fewer values or pairs.");
    EXPECT_EQ(refused({"client.TCP_KEEPIDLE=1..1000", "client.TCP_KEEPINTVL=1..100"}), "");
}

TEST(SweepGrid, FillsInSlices)
{
    SweepGrid grid{sweepOf(experimentOf(keptAlive(Activity::Recv), kHolder, faultOf(FaultKind::Drop)), {"client.TCP_KEEPIDLE=1..20", "client.TCP_KEEPCNT=1..5"}), {}};
    EXPECT_EQ(grid.at(0), nullptr);
    EXPECT_EQ(grid.fill(30), 30U);
    EXPECT_NE(grid.at(29), nullptr);
    EXPECT_EQ(grid.at(30), nullptr);
    EXPECT_EQ(shown(grid.fillCell(90)), shown(predict(grid.sweep().experimentAt(90), {})));
    EXPECT_EQ(grid.filledCount(), 31U);
    EXPECT_EQ(grid.fill(1000), 69U) << "the one that was looked at is not worked out again";
    EXPECT_TRUE(grid.isComplete());
    EXPECT_EQ(grid.fill(1000), 0U);
    EXPECT_EQ(grid.at(100), nullptr) << "there is none";
}

TEST(SweepGrid, TakesWhatOthersHaveWorkedOut)
{
    SweepGrid grid{sweepOf(experimentOf(keptAlive(Activity::Recv), kHolder, faultOf(FaultKind::Drop)), {"client.TCP_KEEPIDLE=1..5"}), {}};
    SweepWorker worker{grid.sweep(), grid.kernel()};
    grid.put(1, worker.predictionsAt(1));
    grid.put(1, worker.predictionsAt(2));
    grid.put(9, worker.predictionsAt(2));
    EXPECT_EQ(shown(*grid.at(1)), shown(predict(grid.sweep().experimentAt(1), {}))) << "what is there stays";
    EXPECT_EQ(grid.missing(3), (std::vector<std::size_t>{0, 2, 3}));
    EXPECT_EQ(grid.filledCount(), 1U);
}

TEST(SweepPlan, PutsCellsOfEqualHostsIntoOneRun)
{
    const Sweep sweep = sweepOf(experimentOf(keptAlive(Activity::Recv), kHolder, faultOf(FaultKind::Drop)), {"tcp_retries2=5,6", "client.TCP_KEEPIDLE=1..250"});
    std::vector<std::size_t> cells;
    for (std::size_t cell = 0; cell < sweep.cellCount(); ++cell)
        cells.push_back(cell);
    const auto runs = planRuns(sweep, cells);
    ASSERT_TRUE(runs.ok());
    ASSERT_EQ(runs->size(), 2U);
    EXPECT_EQ((*runs)[0].cells.size(), 250U);
    EXPECT_EQ((*runs)[0].experiment.sysctl.at("tcp_retries2"), 5);
    EXPECT_EQ((*runs)[1].experiment.sysctl.at("tcp_retries2"), 6);
    EXPECT_EQ((*runs)[1].experiment.pairs[249].client.options.keepIdleSeconds, 250);
    EXPECT_EQ((*runs)[1].experiment.pairs[249].name, "cell 500 pair");
    EXPECT_EQ((*runs)[1].cells[249], 499U);
    EXPECT_EQ((*runs)[0].experiment.title, "Swept: 250 cells of a sweep");
}

TEST(SweepPlan, SplitsWhatWouldDisturbEachOther)
{
    const std::vector<std::size_t> cells{0, 1, 2, 3, 4};
    const Sweep idle = sweepOf(experimentOf(kReader, kHolder, faultOf(FaultKind::Drop)), {"client.TCP_KEEPIDLE=1..5"});
    EXPECT_EQ(planRuns(idle, cells)->size(), 1U);
    const Sweep busy = sweepOf(experimentOf({.activity = Activity::Send}, kReader, faultOf(FaultKind::Drop)), {"client.TCP_KEEPIDLE=1..5"});
    EXPECT_EQ(planRuns(busy, cells)->size(), 2U);
    const Sweep told = sweepOf(experimentOf(kReader, kHolder, rejecting(RouterAnswer::IcmpNet)), {"client.TCP_KEEPIDLE=1..5"});
    EXPECT_EQ(planRuns(told, cells)->size(), 5U);
    EXPECT_EQ((*planRuns(told, cells))[2].experiment.title, "Swept (TCP_KEEPIDLE 3 s)");
    const Sweep timed = sweepOf(experimentOf(kReader, kHolder, faultOf(FaultKind::Drop)), {"fault.at_s=1..5"});
    EXPECT_EQ(planRuns(timed, cells)->size(), 5U) << "a fault is the same for all pairs of a run";
}

TEST(SweepPlan, RefusesCellsThatAreNotThere)
{
    const Sweep sweep = sweepOf(experimentOf(kReader, kHolder, faultOf(FaultKind::Drop)), {"client.TCP_KEEPIDLE=1..20000+2"});
    EXPECT_EQ(planRuns(sweep, std::vector<std::size_t>{10'000}).error().message, "There is no cell 10001: they are counted from 1 to 10000.");
    EXPECT_EQ(planRuns(sweep, std::vector<std::size_t>{3, 3}).error().message, "Cell 4 is named twice.");
    EXPECT_EQ(planRuns(sweep, std::vector<std::size_t>(10'001, 0)).error().message,
              "10001 cells would be 10001 pairs, but at most 10000 are run: choose fewer cells.");
}

TEST(SweepPlan, GivesEachCellItsOutcomes)
{
    Experiment base = experimentOf(kReader, kHolder, faultOf(FaultKind::Drop));
    base.pairs.push_back({"other", kReader, kHolder});
    const Sweep sweep = sweepOf(base, {"client.TCP_KEEPIDLE=1..5"});
    const auto runs = planRuns(sweep, std::vector<std::size_t>{4, 1});
    ASSERT_EQ(runs->size(), 1U);
    Outcome outcome;
    outcome.pair = 3;
    outcome.end = Host::Server;
    const auto measurements = measurementsOf(runs->front(), "run", {outcome});
    ASSERT_EQ(measurements.size(), 1U);
    EXPECT_EQ(measurements[0].cell, 1U);
    EXPECT_EQ(measurements[0].outcome.pair, 1);
    EXPECT_EQ(measurements[0].runId, "run");
}

TEST(SweepCsv, HasARowForEveryEndThatLooks)
{
    SweepGrid grid{sweepOf(experimentOf(keptAlive(Activity::Recv), kHolder, faultOf(FaultKind::Drop)), {"client.SO_KEEPALIVE=0,1", "client.TCP_KEEPCNT=1"}), {}};
    grid.fill(1);
    EXPECT_EQ(sweepCsvHeading(grid.sweep()), "cell,client.SO_KEEPALIVE,client.TCP_KEEPCNT,pair,end,activity,kernel,hz,predicted,predicted_min_s,predicted_max_s,"
                                             "predicted_modes,decided_by,run_id,call,result,errno,elapsed_s,elapsed_error_s,judged_min_s,judged_max_s,verdict,flagged\r\n");
    EXPECT_EQ(sweepCsvRows(grid, {}), "1,0,1,pair,client,recv,6.12,250,never,,,never,nobody,,,,,,,,,,\r\n") << "cells that are not worked out have no rows";
    EXPECT_EQ(sweepJsonLines(grid, {}).substr(0, 66), R"({"cell":1,"client.SO_KEEPALIVE":0,"client.TCP_KEEPCNT":1,"pair":"p)");
    SweepMeasurement measured{0, "20261123T", {}};
    measured.outcome.detection = Detection{"recv", -1, 104, RunTime{0}, fromSeconds(1.5), fromSeconds(0.001)};
    measured.outcome.verdict = Verdict::Unexpected;
    EXPECT_EQ(sweepCsvRows(grid, {measured}), "1,0,1,pair,client,recv,6.12,250,never,,,never,nobody,20261123T,recv,-1,ECONNRESET,1.500000,0.001000,,,unexpected,\r\n");
}

} // namespace
} // namespace halfopen
