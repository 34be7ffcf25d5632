// SPDX-License-Identifier: GPL-3.0-or-later
// Commands to the agent as JSON lines.
#include "core/agent_command.h"

#include <nlohmann/json.hpp>

#include "core/experiment_codec.h"
#include "core/fault_codec.h"
#include "core/json_reader.h"
#include "core/options_codec.h"
#include "core/words.h"

namespace halfopen {

namespace {

using OrderedJson = nlohmann::ordered_json;

constexpr std::size_t kMaxPathBytes = 4096; // PATH_MAX
constexpr std::size_t kMaxCommandBytes = kMaxExperimentBytes + 2 * kMaxPathBytes;

OrderedJson commandToJson(const RunCommand& command)
{
    OrderedJson object{{"command", "run"}, {"experiment", OrderedJson::parse(writeExperimentLine(command.experiment))}};
    if (!command.capture.empty())
        object["capture"] = command.capture;
    return object;
}

OrderedJson commandToJson(const FaultCommand& command)
{
    return {{"command", "fault"}, {"fault", faultToJson(command.fault)}};
}

OrderedJson commandToJson(const HealCommand& command) { return {{"command", "heal"}, {"id", command.id}}; }

OrderedJson commandToJson(const SetOptionCommand& command)
{
    OrderedJson object{{"command", "set"}, {"pair", command.pair}, {"end", name(command.end)}};
    writeOptions(object["options"] = OrderedJson::object(), command.options);
    return object;
}

OrderedJson commandToJson(const FinishCommand& command) { return {{"command", "finish"}, {"cancelled", command.cancelled}}; }

Result<AgentCommand> readRun(json::ObjectReader& reader)
{
    const nlohmann::json* value = reader.require("experiment");
    const std::string capture = reader.text("capture", kMaxPathBytes).value_or("");
    reader.finish();
    if (!reader.ok())
        return reader.error();
    auto experiment = parseExperiment(value->dump());
    if (!experiment)
        return experiment.error();
    return AgentCommand{RunCommand{std::move(*experiment), capture}};
}

Result<AgentCommand> readFaultCommand(json::ObjectReader& reader)
{
    FaultCommand command;
    if (const nlohmann::json* value = reader.require("fault")) {
        json::ObjectReader inner{*value, "fault"};
        command.fault = readFault(inner);
        reader.adopt(inner);
    }
    reader.finish();
    if (!reader.ok())
        return reader.error();
    return AgentCommand{command};
}

Result<AgentCommand> readHeal(json::ObjectReader& reader)
{
    HealCommand command;
    if (reader.require("id"))
        command.id = static_cast<int>(reader.integer("id", 0, 1'000'000, "").value_or(0));
    reader.finish();
    if (!reader.ok())
        return reader.error();
    return AgentCommand{command};
}

Result<AgentCommand> readSetOption(json::ObjectReader& reader)
{
    SetOptionCommand command;
    if (reader.require("pair"))
        command.pair = static_cast<int>(reader.integer("pair", 0, static_cast<std::int64_t>(kMaxPairs) - 1, "").value_or(0));
    if (reader.require("end")) {
        const auto end = hostFromName(reader.text("end", 64).value_or(""));
        if (!end)
            reader.complain("end", words("core", "has to be client or server"));
        command.end = end.value_or(Host::Client);
    }
    if (const nlohmann::json* value = reader.require("options")) {
        json::ObjectReader inner{*value, "options"};
        readOptions(inner, command.options);
        inner.finish();
        reader.adopt(inner);
    }
    reader.finish();
    if (!reader.ok())
        return reader.error();
    return AgentCommand{command};
}

Result<AgentCommand> readFinish(json::ObjectReader& reader)
{
    FinishCommand command;
    if (const nlohmann::json* value = reader.take("cancelled")) {
        if (!value->is_boolean())
            reader.complain("cancelled", words("core", "has to be true or false"));
        else
            command.cancelled = value->get<bool>();
    }
    reader.finish();
    if (!reader.ok())
        return reader.error();
    return AgentCommand{command};
}

} // namespace

std::string writeCommand(const AgentCommand& command)
{
    return std::visit([](const auto& body) { return commandToJson(body); }, command)
        .dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

Result<AgentCommand> parseCommand(std::string_view line)
{
    const auto parsed = json::parse(line, kMaxCommandBytes);
    if (!parsed)
        return parsed.error();
    json::ObjectReader reader{*parsed, ""};
    const auto word = reader.require("command") ? reader.text("command", 64) : std::nullopt;
    if (!word)
        return reader.error();
    if (*word == "run")
        return readRun(reader);
    if (*word == "fault")
        return readFaultCommand(reader);
    if (*word == "heal")
        return readHeal(reader);
    if (*word == "set")
        return readSetOption(reader);
    if (*word == "finish")
        return readFinish(reader);
    return Error{0, fmt::format(words("core", "command '{}' is not known."), *word)};
}

} // namespace halfopen
