// SPDX-License-Identifier: GPL-3.0-or-later
// The experiment as JSON text, both ways.
#include "core/experiment_codec.h"

#include <array>

#include <nlohmann/json.hpp>

#include "core/fault_codec.h"
#include "core/json_reader.h"
#include "core/kernel_profile.h"
#include "core/options_codec.h"
#include "core/words.h"

#include <fmt/format.h>

namespace halfopen {

namespace {

using json::ObjectReader;
using OrderedJson = nlohmann::ordered_json;

constexpr std::size_t kMaxNameBytes = 200;
constexpr int kMaxSendBytes = 4 * 1024 * 1024; // tcp_wmem's maximum: more in one call only splits it
constexpr std::size_t kMaxFaults = 1000;
constexpr std::size_t kMaxChanges = 1000;

Activity readActivity(ObjectReader& reader)
{
    const auto text = reader.text("activity", 64);
    if (!text)
        return Activity::Hold;
    const auto activity = activityFromName(*text);
    if (!activity)
        reader.complain("activity", fmt::format(words("core", "is '{}', which is not a known activity"), *text));
    return activity.value_or(Activity::Hold);
}

/// Reads every element of the array `key` by `readOne(ObjectReader&, index)`.
template<class Item, class ReadOne>
std::vector<Item> readList(ObjectReader& top, std::string_view key, const nlohmann::json& value, std::size_t maximum, ReadOne readOne)
{
    std::vector<Item> items;
    if (!value.is_array()) {
        top.complain(key, fmt::format(words("core", "has to be a list […], not {}"), value.type_name()));
        return items;
    }
    if (value.size() > maximum) {
        top.complain(key, fmt::format(words("core", "has {} entries, but may have at most {}"), value.size(), maximum));
        return items;
    }
    for (std::size_t i = 0; i < value.size() && top.ok(); ++i) {
        ObjectReader reader{value[i], fmt::format("{}[{}]", top.placeOf(key), i)};
        items.push_back(readOne(reader, i));
        top.adopt(reader);
    }
    return items;
}

/// Options that are set while the connection lives.
OptionChange readChange(ObjectReader& reader)
{
    OptionChange change;
    if (reader.require("at_s"))
        change.atSeconds = reader.number("at_s", 0, kMaxTimeLimitSeconds, "s").value_or(0);
    readOptions(reader, change.options);
    if (reader.ok() && change.options == SocketOptions{})
        reader.complain("at_s", words("core", "stands alone: name at least one option that changes then"));
    reader.finish();
    return change;
}

void readHeartbeat(ObjectReader& reader, Endpoint& endpoint)
{
    constexpr double kLeastSeconds = 0.001;
    const auto read = [&](const char* key, double& value) {
        if (const auto seconds = reader.number(key, kLeastSeconds, kMaxTimeLimitSeconds, "s")) {
            value = *seconds;
            if (endpoint.activity != Activity::Heartbeat)
                reader.complain(key, words("core", "belongs to the activity heartbeat"));
        }
    };
    read("heartbeat_interval_s", endpoint.heartbeatIntervalSeconds);
    read("heartbeat_timeout_s", endpoint.heartbeatTimeoutSeconds);
}

Endpoint readEndpoint(ObjectReader& reader)
{
    Endpoint endpoint;
    endpoint.activity = readActivity(reader);
    readOptions(reader, endpoint.options);
    const bool sends = sendsInLoop(endpoint.activity) || endpoint.activity == Activity::Qt;
    const bool requests = endpoint.activity == Activity::Request;
    const bool sendsOnce = requests || endpoint.activity == Activity::Close;
    if (const auto bytes = reader.integer("send_bytes", 1, kMaxSendBytes, "bytes")) {
        endpoint.sendBytes = static_cast<int>(*bytes);
        if (!sends && !sendsOnce)
            reader.complain("send_bytes", words("core", "belongs to the activities send, nonblocking-send, request, close and qt"));
    }
    endpoint.sendIntervalSeconds = reader.number("send_interval_s", 0.001, kMaxTimeLimitSeconds, "s");
    if (endpoint.sendIntervalSeconds && !sends)
        reader.complain("send_interval_s", words("core", "belongs to the activities send, nonblocking-send and qt"));
    if (const auto at = reader.number("request_at_s", 0, kMaxTimeLimitSeconds, "s")) {
        endpoint.requestAtSeconds = *at;
        if (!requests)
            reader.complain("request_at_s", words("core", "belongs to the activity request"));
    }
    readHeartbeat(reader, endpoint);
    if (const nlohmann::json* changes = reader.take("set"))
        endpoint.changes = readList<OptionChange>(reader, "set", *changes, kMaxChanges,
                                                  [](ObjectReader& inner, std::size_t) { return readChange(inner); });
    reader.finish();
    return endpoint;
}

Endpoint readEnd(ObjectReader& pair, std::string_view key, const nlohmann::json& value)
{
    ObjectReader reader{value, pair.placeOf(key)};
    Endpoint endpoint = readEndpoint(reader);
    pair.adopt(reader);
    return endpoint;
}

Pair readPair(ObjectReader& reader, std::size_t index)
{
    Pair pair;
    pair.name = reader.text("name", kMaxNameBytes).value_or(fmt::format(words("core", "pair {}"), index + 1));
    if (const nlohmann::json* client = reader.require("client"))
        pair.client = readEnd(reader, "client", *client);
    if (const nlohmann::json* server = reader.take("server"))
        pair.server = readEnd(reader, "server", *server);
    if (pair.server.activity == Activity::Connect)
        reader.complain("server", words("core", "has the activity connect, but only a client connects"));
    reader.finish();
    return pair;
}

void readFormat(ObjectReader& top)
{
    if (!top.require("format"))
        return;
    const auto format = top.text("format", 64);
    if (format && *format != kExperimentFormat)
        top.complain("format",
                     fmt::format(words("core", "is '{}', but this version reads '{}'"), *format, kExperimentFormat));
}

void readPlace(ObjectReader& top, Experiment& experiment, std::optional<PlaceKind> instead)
{
    if (const auto place = top.text("place", 64)) {
        if (*place == "namespaces")
            experiment.place = PlaceKind::Namespaces;
        else if (*place == "loopback")
            experiment.place = PlaceKind::Loopback;
        else if (*place == "virtual-time")
            top.complain("place", words("core", "'virtual-time' is not available in this version"));
        else if (*place != "auto")
            top.complain("place",
                         fmt::format(words("core", "is '{}', but has to be auto, namespaces or loopback"), *place));
    }
    if (instead)
        experiment.place = *instead;
    const auto path = top.text("path", 64);
    if (path && *path != "routed" && *path != "direct" && *path != "loopback")
        top.complain("path", fmt::format(words("core", "is '{}', but has to be routed, direct or loopback"), *path));
    else if (path && *path != "loopback" && experiment.place == PlaceKind::Loopback)
        top.complain("path",
                     fmt::format(words("core", "is '{}', but place 'loopback' has only the path 'loopback'"), *path));
    else if (path && *path == "loopback" && experiment.place == PlaceKind::Namespaces)
        top.complain("path", words("core", "is 'loopback', which needs the place 'loopback'"));
    else if (experiment.place == PlaceKind::Loopback || (path && *path == "loopback")) {
        experiment.place = PlaceKind::Loopback;
        experiment.path = PathKind::Loopback;
    } else if (path && *path == "direct") {
        experiment.path = PathKind::Direct;
    }
}

/// After the place: loopback has no neighbours.
void readNeighbours(ObjectReader& top, Experiment& experiment)
{
    const auto neighbours = top.text("neighbours", 64);
    if (!neighbours)
        return;
    if (*neighbours != "pinned" && *neighbours != "real")
        top.complain("neighbours", fmt::format(words("core", "is '{}', but has to be pinned or real"), *neighbours));
    else if (experiment.path == PathKind::Loopback)
        top.complain("neighbours", words("core", "does not belong to place 'loopback', which has no neighbours"));
    else if (*neighbours == "real")
        experiment.neighbours = Neighbours::Real;
}

/// TCP_CA_NAME_MAX of the kernel is 16 with the final zero; its names are module names without "tcp_".
bool isCongestionControlName(std::string_view text)
{
    constexpr std::size_t kLongest = 15;
    constexpr std::string_view kCharacters = "abcdefghijklmnopqrstuvwxyz0123456789_-";
    return !text.empty() && text.size() <= kLongest && text.find_first_not_of(kCharacters) == std::string_view::npos;
}

void readSysctls(ObjectReader& top, Experiment& experiment)
{
    const nlohmann::json* value = top.take("sysctl");
    if (!value)
        return;
    ObjectReader reader{*value, "sysctl"};
    for (const SysctlSpec& spec : sysctlSpecs()) {
        if (const auto number = reader.integer(spec.name, spec.minimum, spec.maximum, ""))
            experiment.sysctl[std::string{spec.name}] = *number;
    }
    if (const auto control = reader.text("tcp_congestion_control", 64)) {
        experiment.congestionControl = *control;
        if (!isCongestionControlName(*control)) // whether the kernel has it is known where the run takes place
            reader.complain("tcp_congestion_control",
                            fmt::format(words("core", "is '{}', but has to be the name of a congestion control, as cubic or reno"),
                                        *control));
    }
    reader.finish();
    top.adopt(reader);
}

/// A host that is off for good has nothing left to reboot; who means one that comes back means the reboot alone.
void checkPower(ObjectReader& top, const std::vector<Fault>& faults)
{
    for (const Fault& reboot : faults) {
        const auto isEarlier = [&](const Fault& each) { return each.kind == FaultKind::PowerOff && each.host == reboot.host && each.atSeconds <= reboot.atSeconds; };
        if (reboot.kind == FaultKind::Reboot && std::ranges::any_of(faults, isEarlier))
            return top.complain("faults", fmt::format(words("core", "let the {} reboot after its power-off, which is for good: leave the power-off "
                                                                    "out and say in back_after_s how long the host is away"),
                                                      name(reboot.host)));
    }
}

Experiment readExperiment(ObjectReader& top, std::optional<PlaceKind> place)
{
    Experiment experiment;
    readFormat(top);
    experiment.title = top.text("title", kMaxNameBytes).value_or("");
    readPlace(top, experiment, place);
    readNeighbours(top, experiment);
    if (const auto family = top.text("family", 64)) {
        if (*family != "ipv4" && *family != "ipv6")
            top.complain("family", fmt::format(words("core", "is '{}', but has to be ipv4 or ipv6"), *family));
        experiment.family = *family == "ipv6" ? Family::Ipv6 : Family::Ipv4;
    }
    experiment.timeLimitSeconds = top.number("time_limit_s", 0.1, kMaxTimeLimitSeconds, "s").value_or(experiment.timeLimitSeconds);
    readSysctls(top, experiment);
    if (const nlohmann::json* pairs = top.require("pairs")) {
        experiment.pairs = readList<Pair>(top, "pairs", *pairs, kMaxPairs, readPair);
        if (experiment.pairs.empty())
            top.complain("pairs", words("core", "is empty, but an experiment needs at least one pair"));
    }
    if (const nlohmann::json* faults = top.take("faults"))
        experiment.faults = readList<Fault>(top, "faults", *faults, kMaxFaults,
                                            [](ObjectReader& reader, std::size_t) { return readFault(reader); });
    checkPower(top, experiment.faults);
    top.finish();
    return experiment;
}

std::string generatedTitle(const Experiment& experiment)
{
    const Pair& first = experiment.pairs.front();
    const std::size_t pairs = experiment.pairs.size();
    const auto activity = name(first.client.activity);
    if (experiment.faults.empty())
        return pairs == 1 ? fmt::format(words("core", "1 pair, {}"), activity)
                          : fmt::format(words("core", "{} pairs, {}"), pairs, activity);
    const auto fault = name(experiment.faults.front().kind);
    return pairs == 1 ? fmt::format(words("core", "1 pair, {}, {}"), activity, fault)
                      : fmt::format(words("core", "{} pairs, {}, {}"), pairs, activity, fault);
}

OrderedJson endpointToJson(const Endpoint& endpoint)
{
    OrderedJson object;
    object["activity"] = name(endpoint.activity);
    writeOptions(object, endpoint.options);
    if (endpoint.sendBytes)
        object["send_bytes"] = *endpoint.sendBytes;
    if (endpoint.sendIntervalSeconds)
        object["send_interval_s"] = plainNumber(*endpoint.sendIntervalSeconds);
    if (endpoint.activity == Activity::Request && endpoint.requestAtSeconds != Endpoint{}.requestAtSeconds)
        object["request_at_s"] = plainNumber(endpoint.requestAtSeconds);
    if (endpoint.activity == Activity::Heartbeat && endpoint.heartbeatIntervalSeconds != Endpoint{}.heartbeatIntervalSeconds)
        object["heartbeat_interval_s"] = plainNumber(endpoint.heartbeatIntervalSeconds);
    if (endpoint.activity == Activity::Heartbeat && endpoint.heartbeatTimeoutSeconds != Endpoint{}.heartbeatTimeoutSeconds)
        object["heartbeat_timeout_s"] = plainNumber(endpoint.heartbeatTimeoutSeconds);
    for (const OptionChange& change : endpoint.changes) {
        OrderedJson entry;
        entry["at_s"] = plainNumber(change.atSeconds);
        writeOptions(entry, change.options);
        object["set"].push_back(std::move(entry));
    }
    return object;
}

OrderedJson experimentToJson(const Experiment& experiment)
{
    OrderedJson object;
    object["format"] = kExperimentFormat;
    object["title"] = experiment.title;
    if (experiment.place != PlaceKind::Auto)
        object["place"] = name(experiment.place);
    if (experiment.family != Family::Ipv4)
        object["family"] = name(experiment.family);
    if (experiment.path == PathKind::Direct)
        object["path"] = name(experiment.path);
    if (experiment.neighbours != Neighbours::Pinned)
        object["neighbours"] = name(experiment.neighbours);
    object["time_limit_s"] = plainNumber(experiment.timeLimitSeconds);
    if (!experiment.sysctl.empty())
        object["sysctl"] = experiment.sysctl;
    if (!experiment.congestionControl.empty())
        object["sysctl"]["tcp_congestion_control"] = experiment.congestionControl;
    object["pairs"] = OrderedJson::array();
    for (const Pair& pair : experiment.pairs) {
        OrderedJson entry;
        entry["name"] = pair.name;
        entry["client"] = endpointToJson(pair.client);
        entry["server"] = endpointToJson(pair.server);
        object["pairs"].push_back(std::move(entry));
    }
    object["faults"] = OrderedJson::array();
    for (const Fault& fault : experiment.faults)
        object["faults"].push_back(faultToJson(fault));
    return object;
}

} // namespace

Result<Experiment> parseExperiment(std::string_view text, std::optional<PlaceKind> place)
{
    const auto parsed = json::parse(text, kMaxExperimentBytes);
    if (!parsed)
        return parsed.error();
    ObjectReader top{*parsed, ""};
    Experiment experiment = top.ok() ? readExperiment(top, place) : Experiment{};
    if (!top.ok())
        return top.error();
    if (experiment.title.empty())
        experiment.title = generatedTitle(experiment);
    return experiment;
}

std::string writeExperiment(const Experiment& experiment)
{
    return experimentToJson(experiment).dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

std::string writeExperimentLine(const Experiment& experiment)
{
    return experimentToJson(experiment).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

Result<void> fitsLoopback(const Experiment& experiment)
{
    if (!experiment.sysctl.empty() || !experiment.congestionControl.empty())
        return Error{
            0, fmt::format(
                   words("core",
                         "Sysctl '{}' needs the place 'namespaces': on loopback the sysctls are this machine's own."),
                   experiment.sysctl.empty() ? std::string{"tcp_congestion_control"} : experiment.sysctl.begin()->first)};
    if (experiment.path == PathKind::Direct)
        return Error{0, words("core", "Path 'direct' needs the place 'namespaces': loopback is no path between hosts.")};
    if (experiment.neighbours == Neighbours::Real)
        return Error{0, words("core", "Real neighbours need the place 'namespaces': loopback has none.")};
    for (const Fault& fault : experiment.faults) {
        if (const Result<void> works = worksOnLoopback(fault); !works)
            return works;
    }
    return {};
}

} // namespace halfopen
