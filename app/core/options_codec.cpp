// SPDX-License-Identifier: GPL-3.0-or-later
// Socket options as JSON, under their kernel names.
#include "core/options_codec.h"

#include <cmath>

namespace halfopen {

void readOptions(json::ObjectReader& reader, SocketOptions& options)
{
    for (const OptionSpec& spec : optionSpecs()) {
        std::optional<double> value;
        if (spec.kind == OptionSpec::Kind::Seconds)
            value = reader.number(spec.name, spec.minimum, spec.maximum, spec.unit);
        else if (const auto whole = reader.integer(spec.name, static_cast<std::int64_t>(spec.minimum),
                                                   static_cast<std::int64_t>(spec.maximum), spec.unit))
            value = static_cast<double>(*whole);
        if (value)
            setOptionValue(options, spec.name, value);
    }
}

void writeOptions(nlohmann::ordered_json& object, const SocketOptions& options)
{
    for (const OptionSpec& spec : optionSpecs()) {
        if (const auto value = optionValue(options, spec.name))
            object[std::string{spec.name}] = plainNumber(*value);
    }
}

nlohmann::ordered_json plainNumber(double value)
{
    if (std::trunc(value) == value && std::abs(value) < 1e15)
        return static_cast<std::int64_t>(value);
    return value;
}

} // namespace halfopen
