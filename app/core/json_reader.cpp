// SPDX-License-Identifier: GPL-3.0-or-later
// Reading hostile JSON objects key by key.
#include "core/json_reader.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace halfopen::json {

namespace {

constexpr int kMaxDepth = 32;

const nlohmann::json& emptyObject()
{
    static const nlohmann::json empty = nlohmann::json::object();
    return empty;
}

/// "5 s", "1 to 127", "0 or 1"
std::string rangeText(double minimum, double maximum, std::string_view unit)
{
    if (minimum == 0 && maximum == 1 && unit.empty())
        return "0 or 1";
    return fmt::format("{:.15g} to {:.15g}{}{}", minimum, maximum, unit.empty() ? "" : " ", unit);
}

/// nlohmann's own words after its "[json.exception…] " prefix, one line, bounded.
std::string plainReason(const nlohmann::json::exception& failure)
{
    std::string_view what = failure.what();
    if (const auto end = what.find("] "); end != std::string_view::npos)
        what.remove_prefix(end + 2);
    std::string reason{what.substr(0, 200)};
    std::ranges::replace_if(reason, [](unsigned char c) { return c < 0x20 || c > 0x7e; }, '?');
    return reason;
}

} // namespace

Result<nlohmann::json> parse(std::string_view text, std::size_t maxBytes)
{
    if (text.size() > maxBytes)
        return Error{0, fmt::format("The text is {} bytes long; at most {} bytes are read.", text.size(), maxBytes)};
    std::vector<std::set<std::string>> keys;
    std::string refused;
    const auto watch = [&](int depth, nlohmann::json::parse_event_t event, nlohmann::json& parsed) {
        using What = nlohmann::json::parse_event_t;
        if (depth > kMaxDepth && refused.empty())
            refused = fmt::format("The text nests deeper than {} levels.", kMaxDepth);
        if (event == What::object_start)
            keys.emplace_back();
        else if (event == What::object_end && !keys.empty())
            keys.pop_back();
        else if (event == What::key && !keys.empty() && !keys.back().insert(parsed.get<std::string>()).second && refused.empty())
            refused = fmt::format("The key '{}' is given twice in one object.", parsed.get<std::string>());
        return refused.empty();
    };
    try {
        nlohmann::json value = nlohmann::json::parse(text, watch);
        if (!refused.empty())
            return Error{0, refused};
        return value;
    } catch (const nlohmann::json::exception& failure) {
        return Error{0, fmt::format("This is no valid JSON: {}.", plainReason(failure))};
    }
}

ObjectReader::ObjectReader(const nlohmann::json& value, std::string place)
    : m_object(value.is_object() ? value : emptyObject()), m_place(std::move(place))
{
    if (!value.is_object())
        complain("", fmt::format("has to be an object {{…}}, not {}", value.type_name()));
}

std::string ObjectReader::placeOf(std::string_view key) const
{
    if (key.empty())
        return m_place.empty() ? "The experiment" : m_place;
    return m_place.empty() ? std::string{key} : fmt::format("{}.{}", m_place, key);
}

void ObjectReader::complain(std::string_view key, std::string_view sentence)
{
    if (!m_error)
        m_error = Error{0, fmt::format("{} {}.", placeOf(key), sentence)};
}

void ObjectReader::adopt(const ObjectReader& inner)
{
    if (!m_error && !inner.ok())
        m_error = inner.error();
}

bool ObjectReader::has(std::string_view key) { return take(key) != nullptr; }

const nlohmann::json* ObjectReader::take(std::string_view key)
{
    m_asked.emplace(key);
    const auto found = m_object.find(std::string{key});
    return found == m_object.end() ? nullptr : &*found;
}

const nlohmann::json* ObjectReader::require(std::string_view key)
{
    const nlohmann::json* value = take(key);
    if (!value)
        complain(key, "is missing");
    return value;
}

std::optional<double> ObjectReader::number(std::string_view key, double minimum, double maximum, std::string_view unit)
{
    const nlohmann::json* value = take(key);
    if (!value)
        return std::nullopt;
    if (!value->is_number()) {
        complain(key, fmt::format("has to be a number ({}), not {}", rangeText(minimum, maximum, unit), value->type_name()));
        return std::nullopt;
    }
    const double number = value->get<double>();
    if (!std::isfinite(number) || number < minimum || number > maximum) {
        complain(key, fmt::format("is {:.15g}, but has to be {}", number, rangeText(minimum, maximum, unit)));
        return std::nullopt;
    }
    return number;
}

std::optional<std::int64_t> ObjectReader::integer(std::string_view key, std::int64_t minimum, std::int64_t maximum,
                                                  std::string_view unit)
{
    const auto value = number(key, static_cast<double>(minimum), static_cast<double>(maximum), unit);
    if (!value)
        return std::nullopt;
    if (std::trunc(*value) != *value) {
        complain(key, fmt::format("is {:.15g}, but has to be a whole number", *value));
        return std::nullopt;
    }
    return static_cast<std::int64_t>(*value);
}

std::optional<std::string> ObjectReader::text(std::string_view key, std::size_t maxBytes)
{
    const nlohmann::json* value = take(key);
    if (!value)
        return std::nullopt;
    if (!value->is_string()) {
        complain(key, fmt::format("has to be a text in quotes, not {}", value->type_name()));
        return std::nullopt;
    }
    const std::string& found = value->get_ref<const std::string&>();
    if (found.size() > maxBytes) {
        complain(key, fmt::format("is {} bytes long, but may have at most {}", found.size(), maxBytes));
        return std::nullopt;
    }
    if (std::ranges::any_of(found, [](unsigned char c) { return c < 0x20 || c == 0x7f; })) {
        complain(key, "contains a control character");
        return std::nullopt;
    }
    return found;
}

void ObjectReader::finish()
{
    for (const auto& [key, value] : m_object.items()) {
        if (!m_asked.contains(key)) {
            complain(key.substr(0, 100), "is not a known key");
            return;
        }
    }
}

} // namespace halfopen::json
