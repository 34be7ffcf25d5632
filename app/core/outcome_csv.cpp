// SPDX-License-Identifier: GPL-3.0-or-later
// Outcomes as CSV and as JSON lines: the same fields, the same names, one row an end.
#include "core/outcome_csv.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "core/csv_field.h"

namespace halfopen {

namespace {

/// A field is a text, or a number already written down (JSON shows it without quotes), or empty.
struct Field
{
    std::string text;
    bool isNumber = false;
};

using Row = std::vector<std::pair<std::string_view, Field>>;

Field real(std::optional<double> value)
{
    return value ? Field{fmt::format("{:.15g}", *value), true} : Field{};
}

Field whole(std::int64_t value) { return {fmt::format("{}", value), true}; }

Field seconds(RunTime time) { return {fmt::format("{:.6f}", toSeconds(time)), true}; }

Field text(std::string_view value) { return {std::string{value}, false}; }

/// Kinds in the order in which they came.
std::string joinedFaults(Experiment executed)
{
    std::ranges::stable_sort(executed.faults, {}, &Fault::atSeconds);
    std::string joined;
    for (const Fault& fault : executed.faults) {
        if (!joined.empty())
            joined += '+';
        joined += name(fault.kind);
    }
    return joined;
}

/// Of the first fault: the plan's time where the script has it, the real one where it was made by hand.
Field faultTime(const Timeline& timeline, const Experiment& executed)
{
    const auto first = std::ranges::min_element(executed.faults, {}, &Fault::atSeconds);
    if (first == executed.faults.end())
        return {};
    const auto span = std::ranges::min_element(timeline.faults(), {}, &FaultSpan::applied);
    const auto& script = timeline.experiment().faults;
    if (span != timeline.faults().end() && span->id >= 0 && static_cast<std::size_t>(span->id) < script.size())
        return real(script[static_cast<std::size_t>(span->id)].atSeconds);
    return real(first->atSeconds);
}

void addRun(Row& row, std::string_view runId, std::string_view version, const Timeline& timeline)
{
    const Experiment& experiment = timeline.experiment();
    const PlaceKind place = timeline.place() ? timeline.place()->place : experiment.place;
    row.emplace_back("run_id", text(runId));
    row.emplace_back("started_at", text(timeline.hello() ? timeline.hello()->startedAt : ""));
    row.emplace_back("program_version", text(version));
    row.emplace_back("kernel", text(timeline.kernel().release));
    row.emplace_back("hz", whole(timeline.kernel().hz));
    row.emplace_back("place", text(name(place)));
    row.emplace_back("path", text(name(place == PlaceKind::Loopback ? PathKind::Loopback : experiment.path)));
    row.emplace_back("family", text(name(experiment.family)));
}

/// The option in force at that time as read back, else as asked for.
Field option(const EndTrack& track, const Endpoint& endpoint, RunTime at, std::string_view optionName)
{
    const auto inForce = track.optionAt(optionName, at);
    return real(inForce ? inForce : optionValue(endpoint.options, optionName));
}

/// The same in every row, and not free: the experiment as it was executed is a copy of all its pairs.
struct FaultFields
{
    Field kinds;
    Field at;
    Field natIdle; // of the first NAT that forgets
};

Field natIdleOf(const Experiment& executed)
{
    const auto nat = std::ranges::find(executed.faults, FaultKind::NatForget, &Fault::kind);
    return nat == executed.faults.end() ? Field{} : real(nat->idleSeconds);
}

FaultFields faultFieldsOf(const Timeline& timeline)
{
    const Experiment executed = timeline.asExecuted();
    return {text(joinedFaults(executed)), faultTime(timeline, executed), natIdleOf(executed)};
}

void addEnd(Row& row, const Timeline& timeline, const Outcome& outcome, const FaultFields& faults)
{
    const Pair& pair = timeline.experiment().pairs[static_cast<std::size_t>(outcome.pair)];
    const Endpoint& endpoint = pair.end(outcome.end);
    const EndTrack& track = timeline.pairs()[static_cast<std::size_t>(outcome.pair)].end(outcome.end);
    const RunTime at = outcome.detection ? outcome.detection->at : RunTime::max();
    row.emplace_back("pair", text(pair.name));
    row.emplace_back("end", text(name(outcome.end)));
    row.emplace_back("activity", text(name(endpoint.activity)));
    row.emplace_back("so_keepalive", option(track, endpoint, at, "SO_KEEPALIVE"));
    row.emplace_back("tcp_keepidle_s", option(track, endpoint, at, "TCP_KEEPIDLE"));
    row.emplace_back("tcp_keepintvl_s", option(track, endpoint, at, "TCP_KEEPINTVL"));
    row.emplace_back("tcp_keepcnt", option(track, endpoint, at, "TCP_KEEPCNT"));
    row.emplace_back("tcp_user_timeout_ms", option(track, endpoint, at, "TCP_USER_TIMEOUT"));
    row.emplace_back("so_rcvtimeo_s", option(track, endpoint, at, "SO_RCVTIMEO"));
    row.emplace_back("so_sndtimeo_s", option(track, endpoint, at, "SO_SNDTIMEO"));
    row.emplace_back("tcp_retries2", whole(timeline.kernel().value("tcp_retries2")));
    row.emplace_back("fault", faults.kinds);
    row.emplace_back("fault_at_s", faults.at);
}

/// "4.000000..4.500000 -1 ETIMEDOUT|never": from, to, result and errno of each way in which it may end.
std::string modesText(const Prediction& prediction)
{
    std::string modes;
    for (const PredictionMode& mode : prediction.modes) {
        modes += fmt::format("{}{:.6f}..{:.6f} {}", modes.empty() ? "" : "|", toSeconds(mode.at.earliest), toSeconds(mode.at.latest), mode.result);
        if (mode.errorNumber != 0)
            modes += ' ' + errnoName(mode.errorNumber);
    }
    const bool mayLive = prediction.applicable && (prediction.never() || prediction.mayBeNever);
    return mayLive ? modes + (modes.empty() ? "never" : "|never") : modes;
}

void addOutcome(Row& row, const Outcome& outcome)
{
    const auto& detection = outcome.detection;
    row.emplace_back("call", text(detection ? detection->call : ""));
    row.emplace_back("result", detection ? whole(detection->result) : Field{});
    row.emplace_back("errno", text(detection ? errnoName(detection->errorNumber) : ""));
    row.emplace_back("elapsed_s", detection ? seconds(detection->elapsed) : Field{});
    row.emplace_back("elapsed_error_s", detection ? seconds(detection->error) : Field{});
    row.emplace_back("bytes_sent", whole(outcome.bytesSent));
    const bool never = outcome.prediction.never();
    row.emplace_back("predicted", text(never ? "never" : "time"));
    row.emplace_back("predicted_min_s", never ? Field{} : seconds(outcome.prediction.hull().earliest));
    row.emplace_back("predicted_max_s", never ? Field{} : seconds(outcome.prediction.hull().latest));
    row.emplace_back("verdict", text(name(outcome.verdict)));
    row.emplace_back("decided_by", text(name(outcome.decidedBy)));
    row.emplace_back("state_at_end", text(outcome.stateAtEnd));
    row.emplace_back("flagged", text(outcome.flagged));
    row.emplace_back("predicted_modes", text(modesText(outcome.prediction)));
}

/// What else it takes to make this row again; columns that have come later.
void addCircumstances(Row& row, const Timeline& timeline, const Outcome& outcome, const FaultFields& faults)
{
    const Endpoint& endpoint = timeline.experiment().pairs[static_cast<std::size_t>(outcome.pair)].end(outcome.end);
    row.emplace_back("request_at_s", endpoint.activity == Activity::Request ? real(endpoint.requestAtSeconds) : Field{});
    row.emplace_back("nat_idle_s", faults.natIdle);
    const auto& detection = outcome.detection;
    row.emplace_back("call_took_s", detection && detection->took ? seconds(*detection->took) : Field{});
}

Row rowOf(std::string_view runId, std::string_view version, const Timeline& timeline, const Outcome& outcome,
          const FaultFields& faults)
{
    Row row;
    addRun(row, runId, version, timeline);
    addEnd(row, timeline, outcome, faults);
    addOutcome(row, outcome);
    addCircumstances(row, timeline, outcome, faults);
    return row;
}

} // namespace

std::string errnoName(int errorNumber)
{
    if (errorNumber == 0)
        return {};
    const char* known = strerrorname_np(errorNumber);
    return known ? std::string{known} : fmt::format("errno {}", errorNumber);
}

std::string outcomeCsvHeading()
{
    Timeline timeline{Experiment{.pairs = {Pair{}}}};
    std::string heading;
    for (const auto& [name, field] : rowOf("", "", timeline, Outcome{}, {})) {
        heading += heading.empty() ? "" : ",";
        heading += name;
    }
    return heading + "\r\n";
}

std::string outcomeCsvRows(std::string_view runId, std::string_view programVersion, const Timeline& timeline,
                           const std::vector<Outcome>& outcomes)
{
    const FaultFields faults = faultFieldsOf(timeline);
    std::string rows;
    for (const Outcome& outcome : outcomes) {
        bool first = true;
        for (const auto& [name, field] : rowOf(runId, programVersion, timeline, outcome, faults)) {
            if (!std::exchange(first, false))
                rows += ',';
            rows += csvQuoted(field.text);
        }
        rows += "\r\n";
    }
    return rows;
}

std::string outcomeJsonLines(std::string_view runId, std::string_view programVersion, const Timeline& timeline,
                             const std::vector<Outcome>& outcomes)
{
    const FaultFields faults = faultFieldsOf(timeline);
    std::string lines;
    for (const Outcome& outcome : outcomes) {
        nlohmann::ordered_json object;
        for (const auto& [name, field] : rowOf(runId, programVersion, timeline, outcome, faults)) {
            auto& value = object[std::string{name}];
            if (field.isNumber)
                value = nlohmann::ordered_json::parse(field.text);
            else if (!field.text.empty())
                value = field.text;
        }
        lines += object.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
    }
    return lines;
}

} // namespace halfopen
