// SPDX-License-Identifier: GPL-3.0-or-later
// One fault as JSON.
#include "core/fault_codec.h"

#include "core/experiment.h"
#include "core/words.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace halfopen {

namespace {

constexpr std::array<std::string_view, 12> kKeys{"kind", "at_s", "heal_after_s", "host",   "direction",   "percent",
                                                 "only", "nth",  "with",         "ms",     "idle_s",      "back_after_s"};

FaultKind readKind(json::ObjectReader& reader)
{
    if (!reader.require("kind"))
        return {};
    const auto text = reader.text("kind", 64);
    if (!text)
        return {};
    const auto kind = faultKindFromName(*text);
    if (!kind)
        reader.complain("kind", fmt::format(words("core", "is '{}', which is not a known fault"), *text));
    return kind.value_or(FaultKind::Drop);
}

void readHeal(json::ObjectReader& reader, Fault& fault)
{
    fault.healAfterSeconds = reader.number("heal_after_s", kShortestFaultSeconds, kMaxTimeLimitSeconds, "s");
    if (!fault.healAfterSeconds || canHeal(fault.kind))
        return;
    if (fault.kind == FaultKind::Kill)
        reader.complain("heal_after_s", words("core", "cannot be given: a killed program stays dead"));
    else if (fault.kind == FaultKind::Reboot)
        reader.complain("heal_after_s",
                        words("core", "cannot be given: back_after_s says when a rebooted host is back"));
    else
        reader.complain("heal_after_s",
                        fmt::format(words("core", "cannot be given: fault '{}' cannot be undone"), name(fault.kind)));
}

void readPlace(json::ObjectReader& reader, Fault& fault)
{
    if (const auto text = reader.text("host", 64)) {
        const auto host = hostFromName(*text);
        if (!actsAtHost(fault.kind))
            reader.complain("host",
                            fmt::format(words("core", "does not belong to fault '{}', which acts in the router"),
                                        name(fault.kind)));
        else if (!host)
            reader.complain("host", fmt::format(words("core", "is '{}', but has to be client or server"), *text));
        fault.host = host.value_or(fault.host);
    }
    if (const auto text = reader.text("direction", 64)) {
        const auto direction = directionFromName(*text);
        if (actsAtHost(fault.kind))
            reader.complain(
                "direction",
                fmt::format(words("core", "does not belong to fault '{}', which acts at a host"), name(fault.kind)));
        else if (!direction)
            reader.complain("direction",
                            fmt::format(words("core", "is '{}', but has to be both, to-server or to-client"), *text));
        else if (!natureOf(fault.kind).direction)
            reader.complain("direction",
                            words("core", "does not belong to fault 'nat-forget', which forgets whole connections"));
        fault.direction = direction.value_or(fault.direction);
    }
}

/// Takes the key where it belongs to this kind, and complains of it elsewhere. True: read it.
bool belongs(json::ObjectReader& reader, const char* key, bool toThisKind, const Fault& fault)
{
    if (!reader.has(key))
        return false;
    if (!toThisKind)
        reader.complain(key, fmt::format(words("core", "does not belong to fault '{}'"), name(fault.kind)));
    return toThisKind;
}

void readChoice(json::ObjectReader& reader, Fault& fault)
{
    const bool chooses = natureOf(fault.kind).choice;
    if (belongs(reader, "percent", chooses, fault))
        fault.percent = reader.number("percent", 0, 100, "%").value_or(fault.percent);
    if (belongs(reader, "only", chooses, fault)) {
        const auto text = reader.text("only", 64);
        const auto choice = packetChoiceFromName(text.value_or("any"));
        if (!choice)
            reader.complain("only",
                            fmt::format(words("core", "is '{}', but has to be any, data, ack or keepalive-probe"), *text));
        fault.only = choice.value_or(fault.only);
    }
    if (belongs(reader, "nth", chooses, fault)) {
        if (const auto nth = reader.integer("nth", 1, kMaxFaultNth, ""))
            fault.nth = static_cast<int>(*nth);
    }
}

void readAnswer(json::ObjectReader& reader, Fault& fault)
{
    const auto offered = answersOf(fault.kind);
    if (!belongs(reader, "with", !offered.empty(), fault))
        return;
    const auto text = reader.text("with", 64).value_or("");
    const auto answer = routerAnswerFromName(text);
    const bool known = answer && std::ranges::find(offered, *answer) != offered.end();
    if (!known && fault.kind == FaultKind::Reject)
        reader.complain(
            "with",
            fmt::format(words("core", "is '{}', but has to be rst, icmp-host, icmp-net, icmp-port or icmp-admin"), text));
    else if (!known)
        reader.complain("with", fmt::format(words("core", "is '{}', but has to be silent or rst"), text));
    fault.with = answer.value_or(fault.with);
}

void readTimes(json::ObjectReader& reader, Fault& fault)
{
    const FaultNature& nature = natureOf(fault.kind);
    if (belongs(reader, "ms", nature.delay, fault))
        fault.delayMs = reader.number("ms", 0, kMaxFaultDelayMs, "ms").value_or(fault.delayMs);
    if (belongs(reader, "idle_s", nature.idle, fault))
        fault.idleSeconds = reader.number("idle_s", 0, kMaxTimeLimitSeconds, "s").value_or(fault.idleSeconds);
    if (belongs(reader, "back_after_s", nature.back, fault))
        fault.backAfterSeconds =
            reader.number("back_after_s", kShortestFaultSeconds, kMaxTimeLimitSeconds, "s").value_or(fault.backAfterSeconds);
}

} // namespace

Fault readFault(json::ObjectReader& reader)
{
    const FaultKind kind = readKind(reader);
    Fault fault = defaultFault(kind);
    if (!reader.ok())
        return fault;
    fault.atSeconds = reader.number("at_s", 0, kMaxTimeLimitSeconds, "s").value_or(fault.atSeconds);
    readHeal(reader, fault);
    readPlace(reader, fault);
    readChoice(reader, fault);
    readAnswer(reader, fault);
    readTimes(reader, fault);
    reader.finish();
    return fault;
}

std::span<const std::string_view> faultKeys() { return kKeys; }

nlohmann::ordered_json faultToJson(const Fault& fault)
{
    const Fault standard = defaultFault(fault.kind);
    const FaultNature& nature = natureOf(fault.kind);
    nlohmann::ordered_json object;
    object["kind"] = name(fault.kind);
    object["at_s"] = fault.atSeconds;
    if (fault.healAfterSeconds)
        object["heal_after_s"] = *fault.healAfterSeconds;
    if (actsAtHost(fault.kind))
        object["host"] = name(fault.host);
    else if (nature.direction)
        object["direction"] = name(fault.direction);
    if (fault.percent != standard.percent)
        object["percent"] = fault.percent;
    if (fault.only != standard.only)
        object["only"] = name(fault.only);
    if (fault.nth)
        object["nth"] = *fault.nth;
    if (!answersOf(fault.kind).empty())
        object["with"] = name(fault.with);
    if (nature.delay)
        object["ms"] = fault.delayMs;
    if (nature.idle)
        object["idle_s"] = fault.idleSeconds;
    if (nature.back)
        object["back_after_s"] = fault.backAfterSeconds;
    return object;
}

} // namespace halfopen
