// SPDX-License-Identifier: GPL-3.0-or-later
// What people are shown of a sweep: whose, how far apart, and which cells are worth a run.
#include "core/sweep_view.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/sweep_csv.h"
#include "core/sweep_plan.h"

namespace halfopen {
namespace {

Experiment two()
{
    Pair pair;
    pair.client.activity = Activity::Recv;
    pair.client.options.keepAlive = true;
    pair.server.activity = Activity::Recv;
    Experiment experiment;
    experiment.pairs = {pair, {"second", {}, {.activity = Activity::Recv}}};
    experiment.faults = {defaultFault(FaultKind::Drop)};
    return experiment;
}

std::unique_ptr<SweepGrid> gridOf(const Experiment& experiment, const char* first, const char* second)
{
    auto grid = std::make_unique<SweepGrid>(Sweep::make(experiment, {parseSweepAxis(first, experiment).value(), parseSweepAxis(second, experiment).value()}).value(), KernelProfile{});
    grid->fill(grid->sweep().cellCount());
    return grid;
}

TEST(SweepView, KnowsWhoLooks)
{
    EXPECT_EQ(sweepEnds(two()), (std::vector<SweepEnd>{{0, Host::Client}, {0, Host::Server}, {1, Host::Server}}));
    EXPECT_TRUE(sweepEnds(Experiment{}).empty());
}

TEST(SweepView, SpansFromTheShortestToTheLongest)
{
    SweepScale scale;
    EXPECT_TRUE(scale.isEmpty());
    for (const double seconds : {10.0, 1.0, 100.0})
        scale.add(seconds);
    EXPECT_EQ(scale, (SweepScale{1, 100}));
    EXPECT_TRUE(scale.spansDecades());
    EXPECT_DOUBLE_EQ(scale.shareOf(10, true), 0.5);
    EXPECT_DOUBLE_EQ(scale.at(0.5, true), 10);
    EXPECT_NEAR(scale.shareOf(10, false), 9.0 / 99, 1e-12);
    EXPECT_DOUBLE_EQ(scale.shareOf(1000, true), 1) << "beyond it";
    EXPECT_FALSE((SweepScale{2, 20}.spansDecades()));
    EXPECT_DOUBLE_EQ((SweepScale{7, 7}.shareOf(7, true)), 0);
}

TEST(SweepView, TakesTheScaleOfOneEnd)
{
    const auto made = gridOf(two(), "client.TCP_KEEPIDLE=5,50", "client.TCP_KEEPCNT=3");
    const SweepGrid& grid = *made;
    const SweepScale client = scaleOf(grid, {0, Host::Client});
    EXPECT_NEAR(client.least, 5 + 3 * 75, 10);
    EXPECT_NEAR(client.most, 50 + 3 * 75, 10);
    EXPECT_TRUE(scaleOf(grid, {1, Host::Server}).isEmpty()) << "no timer is armed there";
}

TEST(SweepPlan, MeasuresOnlyWhatTheTimeLimitLeavesRoomFor)
{
    Experiment experiment = two();
    experiment.timeLimitSeconds = 60;
    experiment.pairs.front().client.options.keepIntervalSeconds = 1;
    const auto made = gridOf(experiment, "client.TCP_KEEPIDLE=1..100", "client.TCP_KEEPCNT=1..9");
    const SweepGrid& grid = *made;
    const std::vector<std::size_t> sample = sampleCells(grid, 12);
    EXPECT_EQ(sample.size(), 12U);
    EXPECT_TRUE(std::ranges::is_sorted(sample));
    EXPECT_EQ(sample, sampleCells(grid, 12)) << "the same for the same grid";
    for (const std::size_t cell : sample)
        EXPECT_LE(secondsOf(grid, cell), 60) << grid.sweep().wordsAt(cell);
    const auto [least, most] = std::ranges::minmax(sample);
    EXPECT_LT(grid.sweep().valuesAt(least)[0], 20) << "spread over the grid";
    EXPECT_GT(grid.sweep().valuesAt(most)[0], 40);
    EXPECT_TRUE(checkTimeLimit(grid, sample).ok());
    const std::vector<std::size_t> last{grid.sweep().cellCount() - 1};
    EXPECT_EQ(checkTimeLimit(grid, last).error().message.substr(0, 57), "Cell 900 (TCP_KEEPIDLE 100 s, TCP_KEEPCNT 9) may need 110");
}

TEST(SweepCsv, GivesThePartThatIsAskedFor)
{
    const auto made = gridOf(two(), "client.TCP_KEEPIDLE=5,50,60", "client.TCP_KEEPCNT=3,9");
    const SweepGrid& grid = *made;
    const std::string all = sweepCsvRows(grid, {});
    EXPECT_EQ(std::ranges::count(all, '\n'), 6 * 3) << "three ends look";
    const std::string one = sweepCsvRows(grid, {}, {2, 4, SweepEnd{0, Host::Client}});
    EXPECT_EQ(std::ranges::count(one, '\n'), 2);
    EXPECT_EQ(one.substr(0, 5), "3,50,");
    EXPECT_NE(all.find(one.substr(0, one.find('\n'))), std::string::npos);
}

} // namespace
} // namespace halfopen
