// SPDX-License-Identifier: GPL-3.0-or-later
// Outcomes of ends that are alike, taken together for a chart.
#include "core/result_groups.h"

#include <algorithm>
#include <map>

#include "core/flag_words.h"
#include "core/option_warnings.h"
#include "core/outcome_csv.h"
#include "core/words.h"

#include <fmt/format.h>

namespace halfopen {

namespace {

struct Members final
{
    ResultGroup group;
    const Endpoint* endpoint = nullptr;
    std::vector<double> elapsed;
    std::vector<double> residuals;
};

double milliseconds(RunTime time) { return toSeconds(time) * 1000; }

// The mode that the measured time is nearest to: on a staircase edge the hull's middle lies between the modes.
Interval nearestMode(const Prediction& prediction, RunTime elapsed)
{
    const auto distance = [&](const PredictionMode& mode) {
        if (elapsed < mode.at.earliest)
            return mode.at.earliest - elapsed;
        return elapsed > mode.at.latest ? elapsed - mode.at.latest : RunTime{0};
    };
    return std::ranges::min_element(prediction.modes, {}, distance)->at;
}

/// "recv ETIMEDOUT", "recv 0"; a heartbeat, a QTcpSocket and the table that an orphan is gone from have no errno.
std::string resultWords(const Detection& detection)
{
    if (detection.call == detectingCall(Activity::Heartbeat))
        return words("core", "heartbeat unanswered");
    if (detection.call == detectingCall(Activity::Close))
        return words("core", "orphan gone");
    if (detection.result < 0 && detection.errorNumber == 0)
        return fmt::format(words("core", "{} failed"), detection.call);
    return detection.call + ' ' + (detection.result >= 0 ? std::to_string(detection.result) : errnoName(detection.errorNumber));
}

void take(Members& members, const Outcome& outcome)
{
    auto& group = members.group;
    ++group.ends;
    const auto& prediction = outcome.prediction;
    if (group.flagged.empty()) {
        group.flagged = outcome.flagged;
        group.flagWhy = flagText(outcome);
    }
    group.cutShort += outcome.cutShort ? 1 : 0;
    if (contradicts(outcome) && group.asPredicted) {
        group.asPredicted = false;
        group.verdict = outcome.verdict;
    }
    if (!prediction.never()) {
        const auto hull = prediction.hull();
        group.predictedFromSeconds = std::min(group.predictedFromSeconds.value_or(1e18), toSeconds(hull.earliest));
        group.predictedToSeconds = std::max(group.predictedToSeconds.value_or(-1e18), toSeconds(hull.latest));
    }
    if (!outcome.detection) {
        ++group.waiting;
        return;
    }
    const auto& detection = *outcome.detection;
    if (members.elapsed.empty()) {
        group.result = resultWords(detection);
    }
    members.elapsed.push_back(toSeconds(detection.elapsed));
    group.members.push_back({outcome.pair, toSeconds(detection.elapsed), detection.at});
    if (!prediction.never()) {
        const auto mode = nearestMode(prediction, detection.elapsed);
        members.residuals.push_back(milliseconds(detection.elapsed) - (milliseconds(mode.earliest) + milliseconds(mode.latest)) / 2);
        group.bandMs = std::max(group.bandMs.value_or(0), (milliseconds(mode.latest) - milliseconds(mode.earliest)) / 2);
    }
}

/// The label with the first fault, where that is not the usual one.
std::string withFault(const Experiment& experiment, const std::string& label)
{
    const auto first = std::ranges::min_element(experiment.faults, {}, &Fault::atSeconds);
    if (first == experiment.faults.end())
        return fmt::format(words("core", "{}, no fault"), label);
    switch (first->kind) {
    case FaultKind::Drop:
        return label;
    case FaultKind::CableOut:
        return fmt::format(words("core", "{}, cable out"), label);
    case FaultKind::Kill:
        return fmt::format(words("core", "{}, killed"), label);
    case FaultKind::Freeze:
        return fmt::format(words("core", "{}, frozen"), label);
    case FaultKind::Delay:
        return fmt::format(words("core", "{}, delay"), label);
    case FaultKind::Reset:
        return fmt::format(words("core", "{}, reset"), label);
    case FaultKind::Reject:
        return fmt::format(words("core", "{}, reject"), label);
    case FaultKind::NatForget:
        return fmt::format(words("core", "{}, NAT forgets"), label);
    case FaultKind::InterfaceDown:
        return fmt::format(words("core", "{}, interface down"), label);
    case FaultKind::RouteRemoved:
        return fmt::format(words("core", "{}, no route"), label);
    case FaultKind::AddressRemoved:
        return fmt::format(words("core", "{}, address gone"), label);
    case FaultKind::NeighbourLost:
        return fmt::format(words("core", "{}, neighbour lost"), label);
    case FaultKind::LocalDrop:
        return fmt::format(words("core", "{}, queue drops"), label);
    case FaultKind::PowerOff:
        return fmt::format(words("core", "{}, power off"), label);
    case FaultKind::Reboot:
        return fmt::format(words("core", "{}, reboot"), label);
    case FaultKind::Destroy:
        break;
    }
    return fmt::format(words("core", "{}, socket destroyed"), label);
}

/// One end of one pair goes by its pair's name.
void giveNames(std::vector<Members>& found, const Experiment& experiment)
{
    for (auto& each : found) {
        if (each.group.ends == 1)
            each.group.name = pairName(experiment, each.group.pair);
    }
}

/// Of several without a name that have the same options in short, each with the name of its first pair.
void tellApart(std::vector<Members>& found, const Experiment& experiment)
{
    std::map<std::string, int> times;
    for (const auto& each : found)
        ++times[each.group.label];
    for (auto& each : found) {
        if (each.group.name.empty() && times[each.group.label] > 1)
            each.group.label = fmt::format(words("core", "{} · {}"), each.group.label, pairName(experiment, each.group.pair));
    }
}

std::string valueInForce(const std::optional<int>& value, const KernelProfile& kernel, std::string_view sysctl)
{
    return std::to_string(value ? *value : kernel.value(sysctl));
}

} // namespace

std::optional<Spread> spreadOf(std::vector<double> values)
{
    if (values.empty())
        return std::nullopt;
    std::ranges::sort(values);
    const auto half = values.size() / 2;
    const double median = values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
    return Spread{median, values.front(), values.back()};
}

std::optional<MiddleHalf> middleHalfOf(std::vector<double> values)
{
    if (values.size() < 4)
        return std::nullopt;
    std::ranges::sort(values);
    const auto at = [&](double share) {
        const double rank = share * static_cast<double>(values.size() - 1);
        const auto below = static_cast<std::size_t>(rank);
        const double above = values[std::min(below + 1, values.size() - 1)];
        return values[below] + (rank - static_cast<double>(below)) * (above - values[below]);
    };
    return MiddleHalf{at(0.25), at(0.75)};
}

std::string keepaliveText(const KernelProfile& kernel, const SocketOptions& options)
{
    return fmt::format("{}/{}/{}", valueInForce(options.keepIdleSeconds, kernel, "tcp_keepalive_time"),
                       valueInForce(options.keepIntervalSeconds, kernel, "tcp_keepalive_intvl"),
                       valueInForce(options.keepCount, kernel, "tcp_keepalive_probes"));
}

std::string shortLabel(const Experiment& experiment, const Endpoint& endpoint)
{
    const auto& options = endpoint.options;
    std::string label{name(endpoint.activity)};
    const bool flight = endpoint.activity == Activity::Send || endpoint.activity == Activity::Request;
    const bool keepAlive = options.keepAlive.value_or(false);
    if (keepAlive) {
        KernelProfile kernel;
        kernel.sysctl = experiment.sysctl;
        label += ' ' + keepaliveText(kernel, options);
    } else if (!flight && isDetector(endpoint.activity)) {
        label = fmt::format(words("core", "{}, no keepalive"), label);
    }
    if (options.userTimeoutMs.value_or(0) > 0)
        label = fmt::format(words("core", "{}, USER_TIMEOUT {:g} s"), label, *options.userTimeoutMs / 1000.0);
    else if (flight) {
        const auto retries = experiment.sysctl.find("tcp_retries2");
        label += retries == experiment.sysctl.end() ? std::string{", retries2 15"} : fmt::format(", retries2 {}", retries->second);
    }
    if (options.receiveTimeoutSeconds.value_or(0) > 0)
        label = fmt::format(words("core", "{}, RCVTIMEO {:g} s"), label, *options.receiveTimeoutSeconds);
    if (options.sendTimeoutSeconds.value_or(0) > 0)
        label = fmt::format(words("core", "{}, SNDTIMEO {:g} s"), label, *options.sendTimeoutSeconds);
    return withFault(experiment, label);
}

std::vector<ResultGroup> groupOutcomes(const Experiment& experiment, const std::vector<Outcome>& outcomes)
{
    std::vector<Members> found;
    for (const auto& outcome : outcomes) {
        if (outcome.verdict == Verdict::NotApplicable || static_cast<std::size_t>(outcome.pair) >= experiment.pairs.size())
            continue;
        const auto& endpoint = experiment.pairs[static_cast<std::size_t>(outcome.pair)].end(outcome.end);
        const bool never = outcome.prediction.never();
        auto place = std::ranges::find_if(found, [&](const Members& each) {
            return each.group.end == outcome.end && each.group.predictedNever == never && each.group.livesOn == outcome.prediction.livesOn() && *each.endpoint == endpoint;
        });
        if (place == found.end()) {
            Members fresh;
            fresh.endpoint = &endpoint;
            const auto label = shortLabel(experiment, endpoint);
            fresh.group.label = outcome.end == Host::Server ? fmt::format(words("core", "{} (server)"), label) : label;
            fresh.group.pair = outcome.pair;
            fresh.group.end = outcome.end;
            fresh.group.predictedNever = never;
            fresh.group.livesOn = outcome.prediction.livesOn();
            if (never)
                fresh.group.neverBecause = neverBecause(endpoint, outcome.prediction);
            fresh.group.verdict = outcome.verdict;
            fresh.group.decidedBy = outcome.decidedBy;
            found.push_back(std::move(fresh));
            place = std::prev(found.end());
        }
        take(*place, outcome);
    }
    giveNames(found, experiment);
    tellApart(found, experiment);
    std::vector<ResultGroup> groups;
    for (auto& members : found) {
        std::ranges::stable_sort(members.group.members, {}, &GroupMember::elapsedSeconds);
        members.group.elapsedSeconds = spreadOf(members.elapsed);
        members.group.elapsedMiddle = middleHalfOf(members.elapsed);
        members.group.residualMs = spreadOf(members.residuals);
        groups.push_back(std::move(members.group));
    }
    return groups;
}

std::vector<ResultGroup> groupOutcomes(const Timeline& timeline, const std::vector<Outcome>& outcomes)
{
    return groupOutcomes(timeline.asExecuted(), outcomes);
}

} // namespace halfopen
