// SPDX-License-Identifier: GPL-3.0-or-later
// What the sweep page is to show, as the user has chosen it.
#include "ui/sweep/sweep_wish.h"

namespace halfopen {

namespace {

AxisWish axisOf(const std::string& key, const Experiment& experiment, const KernelProfile& kernel)
{
    const Result<AxisTarget> target = axisTarget(key, experiment);
    return target ? axisAround(*target, experiment, kernel) : AxisWish{.key = key};
}

} // namespace

std::string AxisWish::text() const { return spacing == Spacing::List ? list : span.text(); }

AxisWish axisAround(const AxisTarget& target, const Experiment& experiment, const KernelProfile& kernel)
{
    AxisWish wish;
    wish.key = target.key();
    wish.span = spanAround(target, presentValue(experiment, kernel, target));
    wish.spacing = wish.span.logarithmic ? AxisWish::Spacing::Logarithmic : AxisWish::Spacing::Even;
    return wish;
}

AxisWish sheetsAround(const AxisTarget& target, const Experiment& experiment, const KernelProfile& kernel)
{
    AxisWish wish;
    wish.key = target.key();
    wish.span = spanAround(target, presentValue(experiment, kernel, target), true);
    wish.spacing = wish.span.logarithmic ? AxisWish::Spacing::Logarithmic : AxisWish::Spacing::Even;
    return wish;
}

SweepWish firstWish(const Experiment& experiment, const KernelProfile& kernel, const SweepEnd& end)
{
    SweepWish wish;
    wish.end = end;
    const auto pair = static_cast<std::size_t>(end.pair);
    const Activity activity = pair < experiment.pairs.size() ? experiment.pairs[pair].end(end.end).activity : Activity::Recv;
    const std::string owner = std::string{name(end.end)} + '.';
    std::pair<std::string, std::string> keys{owner + "TCP_KEEPIDLE", owner + "TCP_KEEPINTVL"};
    if (activity == Activity::Heartbeat)
        keys = {owner + "heartbeat_interval_s", owner + "heartbeat_timeout_s"};
    else if (activity == Activity::Connect)
        keys = {owner + "TCP_SYNCNT", owner + "TCP_USER_TIMEOUT"};
    else if (sendsInLoop(activity) || activity == Activity::Request || activity == Activity::Close)
        keys = {owner + "TCP_USER_TIMEOUT", "sysctl.tcp_retries2"};
    wish.across = axisOf(keys.first, experiment, kernel);
    wish.down = axisOf(keys.second, experiment, kernel);
    return wish;
}

SweepWish wishAround(SweepWish wish, const Experiment& experiment, const KernelProfile& kernel)
{
    for (AxisWish* const axis : {&wish.across, &wish.down})
        *axis = axisOf(axis->key, experiment, kernel);
    if (const Result<AxisTarget> third = axisTarget(wish.sheets.key, experiment))
        wish.sheets = sheetsAround(*third, experiment, kernel);
    return wish;
}

} // namespace halfopen
