// SPDX-License-Identifier: GPL-3.0-or-later
// One fault as JSON.
#include "core/fault_codec.h"

#include "core/experiment.h"
#include "core/words.h"

#include <fmt/format.h>

namespace halfopen {

namespace {

constexpr double kShortestHealSeconds = 0.001;

FaultKind readKind(json::ObjectReader& reader)
{
    if (!reader.require("kind"))
        return {};
    const auto text = reader.text("kind", 64);
    if (!text)
        return {};
    if (const auto kind = faultKindFromName(*text))
        return *kind;
    reader.complain("kind",
                    isFutureFault(*text)
                        ? fmt::format(words("core", "names fault '{}', which is not available in this version"), *text)
                        : fmt::format(words("core", "is '{}', which is not a known fault"), *text));
    return {};
}

/// Keys of `drop` that mean something only once they differ from their defaults.
void refuseFutureKeys(json::ObjectReader& reader)
{
    if (const auto percent = reader.number("percent", 0, 100, "%"); percent && *percent != 100)
        reader.complain("percent", words("core", "below 100 is not available in this version"));
    if (const auto only = reader.text("only", 64); only && *only != "any")
        reader.complain("only", words("core", "other than 'any' is not available in this version"));
    for (const char* key : {"nth", "back_after_s", "with", "idle_s", "ms"}) {
        if (reader.has(key))
            reader.complain(key, words("core", "is not available in this version"));
    }
}

} // namespace

Fault readFault(json::ObjectReader& reader)
{
    Fault fault;
    fault.kind = readKind(reader);
    if (!reader.ok())
        return fault;
    fault.atSeconds = reader.number("at_s", 0, kMaxTimeLimitSeconds, "s").value_or(fault.atSeconds);
    fault.healAfterSeconds = reader.number("heal_after_s", kShortestHealSeconds, kMaxTimeLimitSeconds, "s");
    if (fault.healAfterSeconds && !canHeal(fault.kind))
        reader.complain("heal_after_s", words("core", "cannot be given: a killed program stays dead"));
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
        fault.direction = direction.value_or(fault.direction);
    }
    refuseFutureKeys(reader);
    reader.finish();
    return fault;
}

nlohmann::ordered_json faultToJson(const Fault& fault)
{
    nlohmann::ordered_json object;
    object["kind"] = name(fault.kind);
    object["at_s"] = fault.atSeconds;
    if (fault.healAfterSeconds)
        object["heal_after_s"] = *fault.healAfterSeconds;
    if (actsAtHost(fault.kind))
        object["host"] = name(fault.host);
    else
        object["direction"] = name(fault.direction);
    return object;
}

} // namespace halfopen
