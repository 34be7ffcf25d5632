// SPDX-License-Identifier: GPL-3.0-or-later
// The model against tables that were worked out by hand from the kernel's sources, for ticks of 100, 250 and 1000 a second.
#include <gtest/gtest.h>

#include <cerrno>
#include <cmath>

#include <fmt/format.h>

#include "core/predictor.h"
#include "core/timer_wheel.h"

namespace halfopen {
namespace {

struct Level
{
    double below; // seconds: timers shorter than this …
    double late;  // … are late by so much at most
};

struct LevelsOfTick
{
    int hz;
    std::vector<Level> levels;
};

/// The table's figures have three digits at least.
void expectRounded(double value, double table, const std::string& where) { EXPECT_NEAR(value, table, table * 0.02) << where; }

// 63 · 8^n jiffies a level, late by up to 8^n of them (calc_wheel_index()).
TEST(WorkedTable, LevelsOfTheWheel)
{
    const std::vector<LevelsOfTick> table{
        {1000, {{0.063, 0.001}, {0.504, 0.008}, {4.03, 0.064}, {32.3, 0.512}, {258, 4.1}, {2064, 32.8}, {16515, 262}}},
        {250, {{0.252, 0.004}, {2.016, 0.032}, {16.13, 0.256}, {129, 2.048}, {1032, 16.4}, {8258, 131}, {66060, 1049}}},
        {100, {{0.63, 0.01}, {5.04, 0.08}, {40.3, 0.64}, {322.6, 5.12}, {2580, 41}, {20645, 328}, {165150, 2621}}}};
    for (const auto& [hz, levels] : table) {
        for (std::size_t i = 0; i < levels.size(); ++i) {
            const auto end = static_cast<std::int64_t>(63) << (3 * i);
            const std::string where = fmt::format("HZ {} level {}", hz, i);
            expectRounded(static_cast<double>(end) / hz, levels[i].below, where);
            expectRounded(static_cast<double>(wheelGranule(end - 1)) / hz, levels[i].late, where);
            if (i + 1 < levels.size())
                expectRounded(static_cast<double>(wheelGranule(end)) / hz, levels[i + 1].late, where);
        }
    }
}

struct ChainsOfTick
{
    int hz;
    std::vector<double> chained;
};

// Equal timers in a row: from the second on each begins on a granule of its own, so their distance is constant.
TEST(WorkedTable, ChainedEqualIntervals)
{
    const std::vector<int> nominal{1, 2, 3, 5, 10, 30, 60, 75, 120};
    const std::vector<ChainsOfTick> table{{1000, {1.024, 2.048, 3.008, 5.12, 10.24, 30.208, 61.44, 77.824, 122.88}},
                                          {250, {1.024, 2.016, 3.072, 5.12, 10.24, 30.72, 61.44, 75.776, 120.832}},
                                          {100, {1.04, 2.08, 3.04, 5.04, 10.24, 30.08, 61.44, 76.8, 122.88}}};
    for (const auto& [hz, chained] : table) {
        for (std::size_t i = 0; i < nominal.size(); ++i) {
            const std::int64_t delta = std::int64_t{nominal[i]} * hz;
            std::int64_t now = wheelFires(987'654'321, delta);
            for (int round = 0; round < 20; ++round) {
                const std::int64_t next = wheelFires(now, delta);
                EXPECT_DOUBLE_EQ(static_cast<double>(next - now) / hz, chained[i]) << "HZ " << hz << ", " << nominal[i] << " s";
                now = next;
            }
        }
    }
}

Prediction ofClientAt(int hz, Activity activity, int userTimeoutMs, std::map<std::string, std::int64_t> sysctl)
{
    Experiment experiment;
    Endpoint client{.activity = activity};
    if (userTimeoutMs > 0)
        client.options.userTimeoutMs = userTimeoutMs;
    experiment.pairs.push_back({"p", std::move(client), {}});
    experiment.faults.push_back({.kind = FaultKind::Drop});
    experiment.timeLimitSeconds = 3000;
    KernelProfile kernel;
    kernel.hz = hz;
    kernel.major = 6;
    kernel.minor = 18;
    kernel.sysctl = std::move(sysctl);
    return predict(experiment, kernel).front();
}

struct DataRow
{
    int hz;
    int retries2;
    int userTimeoutMs;
    double from; // after the first segment, which leaves 0.05 s after the fault
    double to;
};

// One segment into a silent cut: tcp_retries2, or TCP_USER_TIMEOUT instead of it.
TEST(WorkedTable, DataInFlight)
{
    constexpr double kSent = 0.05;
    for (const DataRow& row : {DataRow{1000, 3, 0, 6.55, 6.62}, {1000, 4, 0, 6.6, 13.5},      {1000, 5, 0, 13.0, 13.5},     {1000, 6, 0, 26.3, 26.8},
                               {1000, 8, 0, 104.2, 108.3},      {1000, 10, 0, 333.5, 337.6},  {1000, 15, 0, 947.9, 952.0},  {1000, 15, 1000, 1.42, 1.48},
                               {1000, 15, 5000, 5.42, 5.48},    {1000, 3, 30'000, 30.42, 30.48}, {250, 3, 0, 6.62, 6.87},   {250, 4, 0, 6.62, 6.87},
                               {250, 5, 0, 13.3, 13.5},         {250, 6, 0, 26.6, 26.8},      {250, 8, 0, 106.2, 108.2},    {250, 10, 0, 333.5, 335.6},
                               {250, 15, 0, 937.7, 939.7},      {250, 15, 1000, 1.42, 1.45},  {250, 3, 5000, 5.42, 5.67},   {250, 3, 30'000, 30.42, 30.67},
                               {100, 3, 0, 3.47, 3.55},         {100, 4, 0, 6.91, 6.99},      {100, 5, 0, 13.7, 14.4},      {100, 6, 0, 27.8, 28.4},
                               {100, 8, 0, 109.7, 114.8},       {100, 10, 0, 345.3, 350.4},   {100, 15, 0, 959.7, 964.8},   {100, 15, 1000, 1.44, 1.45},
                               {100, 3, 5000, 5.44, 5.52},      {100, 3, 30'000, 30.44, 30.52}}) {
        const std::string where = fmt::format("HZ {}, tcp_retries2 {}, user timeout {}", row.hz, row.retries2, row.userTimeoutMs);
        const Prediction prediction = ofClientAt(row.hz, Activity::Request, row.userTimeoutMs, {{"tcp_retries2", row.retries2}});
        ASSERT_FALSE(prediction.never()) << where;
        const double digits = row.from > 100 ? 0.15 : 0.06; // of the table, and the request's 2 ms
        EXPECT_NEAR(toSeconds(prediction.hull().earliest), row.from + kSent, digits) << where;
        EXPECT_NEAR(toSeconds(prediction.hull().latest), row.to + kSent, digits) << where;
        EXPECT_EQ(prediction.modes.front().errorNumber, ETIMEDOUT) << where;
    }
}

// tcp_retries2 = 4 at HZ 1000 lies on the edge: 6.6 s in one of twelve runs, else a step of the staircase later.
TEST(WorkedTable, TheEdgeHasTwoModes)
{
    const Prediction prediction = ofClientAt(1000, Activity::Request, 0, {{"tcp_retries2", 4}});
    ASSERT_EQ(prediction.modes.size(), 2U);
    EXPECT_LT(toSeconds(prediction.modes[0].at.latest), 6.8);
    EXPECT_GT(toSeconds(prediction.modes[1].at.earliest), 12.9);
}

struct SynRow
{
    int retries;
    int linear;
    double measured; // HZ 250
};

// Measured at HZ 250. Other ticks only round each of the timers to another granule: at most five tenths of a second for the
// longest, 64 s, at HZ 250 2 s.
TEST(WorkedTable, SynWithoutAnswer)
{
    for (const SynRow& row : {SynRow{1, 4, 3.08}, {2, 4, 7.13}, {3, 4, 19.5}, {4, 4, 35.6}, {6, 4, 133.5}, {1, 0, 3.04}, {2, 0, 7.15},
                              {3, 0, 15.4}, {4, 0, 31.5}, {6, 0, 129.5}}) {
        for (const int hz : {100, 250, 1000}) {
            const Prediction prediction =
                ofClientAt(hz, Activity::Connect, 0, {{"tcp_syn_retries", row.retries}, {"tcp_syn_linear_timeouts", row.linear}});
            const std::string where = fmt::format("HZ {}, tcp_syn_retries {}, linear {}", hz, row.retries, row.linear);
            ASSERT_EQ(prediction.modes.size(), 1U) << where;
            const double rounding = hz == 250 ? 0.03 : 0.05 + 0.03 * row.measured;
            EXPECT_LE(toSeconds(prediction.hull().earliest), row.measured + rounding) << where;
            EXPECT_GE(toSeconds(prediction.hull().latest), row.measured - rounding) << where;
            EXPECT_GE(toSeconds(prediction.hull().earliest), std::floor(row.measured) - 2.6) << where;
            EXPECT_LE(toSeconds(prediction.hull().latest), row.measured * 1.04 + 0.1) << where;
            EXPECT_EQ(prediction.modes.front().errorNumber, ETIMEDOUT) << where;
        }
    }
}

} // namespace
} // namespace halfopen
