// SPDX-License-Identifier: GPL-3.0-or-later
// What can be chosen for an axis, what it is now, and which values are offered.
#include "core/axis_choice.h"

#include <gtest/gtest.h>

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace halfopen {
namespace {

Experiment reader()
{
    Experiment experiment;
    Pair pair;
    pair.client.activity = Activity::Recv;
    pair.client.options.keepAlive = true;
    pair.client.options.keepIdleSeconds = 5;
    experiment.pairs = {pair};
    experiment.faults = {defaultFault(FaultKind::Drop)};
    return experiment;
}

AxisTarget target(const char* key, const Experiment& experiment) { return axisTarget(key, experiment).value(); }

std::string present(const char* key, const Experiment& experiment)
{
    const auto value = presentValue(experiment, KernelProfile{}, target(key, experiment));
    return value ? fmt::format("{:g}", *value) : "none";
}

std::string offered(const char* key, std::optional<double> now, bool few = false)
{
    const Experiment experiment = reader();
    const ValueSpan span = spanAround(target(key, experiment), now, few);
    const Result<AskedAxis> axis = askedAxis(key, span.text(), experiment, KernelProfile{});
    if (!axis)
        return axis.error().message;
    return fmt::format("{:g} to {:g}, {} values{}", axis->values.front(), axis->values.back(), axis->values.size(),
                       !now || std::ranges::find(axis->values, *now) != axis->values.end() ? "" : ", without it");
}

std::string asked(const char* key, const char* values, const KernelProfile& kernel = {})
{
    const Result<AskedAxis> axis = askedAxis(key, values, reader(), kernel);
    if (!axis)
        return axis.error().message;
    std::string text;
    for (std::size_t i = 0; i < axis->values.size(); ++i)
        text += fmt::format("{}{:g}{}", text.empty() ? "" : " ", axis->values[i], axis->refused[i] ? "!" : "");
    return fmt::format("{}; {:g}", text, fmt::join(axis->accepted, " "));
}

TEST(AxisChoice, OffersWhatTheExperimentHas)
{
    std::vector<std::string> keys;
    for (const AxisTarget& each : axisTargets(reader()))
        keys.push_back(each.key());
    const auto has = [&](const char* key) { return std::ranges::find(keys, key) != keys.end(); };
    EXPECT_EQ(keys.front(), "client.SO_KEEPALIVE");
    EXPECT_TRUE(has("server.TCP_USER_TIMEOUT"));
    EXPECT_TRUE(has("faults[0].at_s"));
    EXPECT_TRUE(has("faults[0].percent"));
    EXPECT_TRUE(has("time_limit_s"));
    EXPECT_TRUE(has("sysctl.tcp_retries2"));
    EXPECT_FALSE(has("client.heartbeat_timeout_s")) << "no heartbeat";
    EXPECT_FALSE(has("faults[0].back_after_s")) << "no reboot";
    EXPECT_FALSE(has("faults[1].at_s")) << "one fault";
}

TEST(AxisChoice, KnowsWhatItIsNow)
{
    Experiment experiment = reader();
    EXPECT_EQ(present("client.TCP_KEEPIDLE", experiment), "5");
    EXPECT_EQ(present("client.TCP_KEEPINTVL", experiment), "75") << "the kernel's default";
    experiment.sysctl["tcp_keepalive_intvl"] = 20;
    EXPECT_EQ(present("client.TCP_KEEPINTVL", experiment), "20") << "that of the hosts";
    EXPECT_EQ(present("sysctl.tcp_keepalive_intvl", experiment), "20");
    EXPECT_EQ(present("client.TCP_USER_TIMEOUT", experiment), "0") << "off";
    EXPECT_EQ(present("faults[0].at_s", experiment), "1");
    EXPECT_EQ(present("faults[0].heal_after_s", experiment), "none") << "it stays";
    EXPECT_EQ(present("time_limit_s", experiment), "60");
}

TEST(AxisChoice, OffersValuesAroundIt)
{
    EXPECT_EQ(offered("client.TCP_KEEPIDLE", 5), "1 to 40, 40 values");
    EXPECT_EQ(offered("client.TCP_KEEPCNT", 9), "1 to 81, 25 values");
    EXPECT_EQ(offered("client.TCP_KEEPIDLE", 7200), "1582 to 32767, 33 values");
    EXPECT_EQ(offered("client.TCP_KEEPINTVL", 75), "9 to 625, 33 values");
    EXPECT_EQ(offered("client.SO_KEEPALIVE", 1), "0 to 1, 2 values");
    EXPECT_EQ(offered("client.TCP_USER_TIMEOUT", 0), "1250 to 80000, 33 values, without it") << "off has no neighbourhood";
    EXPECT_EQ(offered("faults[0].at_s", 1), "0.125 to 8, 33 values");
    EXPECT_EQ(offered("client.TCP_KEEPIDLE", 32767), "4095 to 32767, 33 values") << "no room above";
    EXPECT_EQ(offered("client.TCP_KEEPCNT", 9, true), "2 to 41, 5 values") << "few: one picture each";
}

TEST(AxisChoice, KeepsWhatTheKernelRefuses)
{
    EXPECT_EQ(asked("client.TCP_KEEPIDLE", "0,5,32767,40000"), "0! 5 32767 40000!; 5 32767");
    EXPECT_EQ(asked("client.TCP_KEEPIDLE", "5,5,7"), "5 7; 5 7") << "each once";
    EXPECT_EQ(asked("client.TCP_KEEPIDLE", "40000"), "client.TCP_KEEPIDLE: 40000 is out of range; it has to be 1 to 32767 s.");
    EXPECT_EQ(asked("client.TCP_KEEPIDLE", "many").substr(0, 49), "client.TCP_KEEPIDLE: 'many' is no list and no ran");
    KernelProfile old;
    old.release = "6.1";
    old.major = 6;
    old.minor = 1;
    EXPECT_EQ(asked("sysctl.tcp_rto_max_ms", "1000,2000", old), "This kernel, 6.1, does not know tcp_rto_max_ms: it came with Linux 6.15. Choose another axis.");
    EXPECT_EQ(asked("client.TCP_RTO_MAX_MS", "1000,2000", old).substr(0, 12), "This kernel,");
    old.minor = 15;
    EXPECT_EQ(asked("sysctl.tcp_rto_max_ms", "1000,2000", old), "1000 2000; 1000 2000");
}

} // namespace
} // namespace halfopen
