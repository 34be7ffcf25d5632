// SPDX-License-Identifier: GPL-3.0-or-later
// Reading hostile JSON objects key by key.
#include "core/json_reader.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "core/words.h"

namespace halfopen::json {

namespace {

constexpr int kMaxDepth = 32;
constexpr std::size_t kMaxShownKeyBytes = 100;

const nlohmann::json& emptyObject()
{
    static const nlohmann::json empty = nlohmann::json::object();
    return empty;
}

/// "5 s", "1 to 127", "0 or 1"
std::string rangeText(double minimum, double maximum, std::string_view unit)
{
    if (minimum == 0 && maximum == 1 && unit.empty())
        return words("core", "0 or 1");
    if (unit.empty())
        return fmt::format(words("core", "{:.15g} to {:.15g}"), minimum, maximum);
    return fmt::format(words("core", "{:.15g} to {:.15g} {}"), minimum, maximum, unit);
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

/// A key for a message: bounded, and without what could steer a terminal.
std::string shownKey(std::string_view key)
{
    std::size_t length = std::min<std::size_t>(key.size(), kMaxShownKeyBytes);
    while (length > 0 && length < key.size() && (static_cast<unsigned char>(key[length]) & 0xC0) == 0x80)
        --length; // not inside a character
    std::string shown{key.substr(0, length)};
    std::ranges::replace_if(shown, [](unsigned char c) { return c < 0x20 || c == 0x7f; }, '?');
    return shown;
}

/// An object or list that the parser is in.
struct Level
{
    bool isList = false;
    std::size_t index = 0;            // of a list's element
    std::set<std::string> keys{};     // of an object, so far
    const std::string* key = nullptr; // the object's present one
};

/// Goes along with the parser. False where a key comes for the second time.
bool follow(std::vector<Level>& levels, nlohmann::json::parse_event_t event, const nlohmann::json& parsed)
{
    using What = nlohmann::json::parse_event_t;
    switch (event) {
    case What::object_start:
    case What::array_start:
        levels.push_back({.isList = event == What::array_start});
        return true;
    case What::key: {
        const auto [key, isNew] = levels.back().keys.insert(parsed.get_ref<const std::string&>());
        levels.back().key = &*key;
        return isNew;
    }
    case What::object_end:
    case What::array_end:
        levels.pop_back();
        break;
    case What::value:
        break;
    }
    if (!levels.empty() && levels.back().isList)
        ++levels.back().index;
    return true;
}

/// "pairs[0].client.TCP_KEEPIDLE"
std::string pathOf(const std::vector<Level>& levels)
{
    std::string path;
    for (const Level& level : levels) {
        if (level.isList)
            path += fmt::format("[{}]", level.index);
        else if (level.key)
            path += (path.empty() ? "" : ".") + shownKey(*level.key);
    }
    return path;
}

} // namespace

Result<nlohmann::json> parse(std::string_view text, std::size_t maxBytes)
{
    if (text.size() > maxBytes)
        return Error{0, fmt::format(words("core", "The text is {} bytes long; at most {} bytes are read."), text.size(),
                                    maxBytes)};
    std::vector<Level> levels;
    std::string refused;
    const auto watch = [&](int depth, nlohmann::json::parse_event_t event, nlohmann::json& parsed) {
        if (refused.empty() && depth > kMaxDepth)
            refused = fmt::format(words("core", "The text nests deeper than {} levels."), kMaxDepth);
        if (refused.empty() && !follow(levels, event, parsed))
            refused = fmt::format(words("core", "{} is given twice in one object."), pathOf(levels));
        return refused.empty();
    };
    try {
        nlohmann::json value = nlohmann::json::parse(text, watch);
        if (!refused.empty())
            return Error{0, refused};
        return value;
    } catch (const nlohmann::json::exception& failure) {
        return Error{0, refused.empty() ? fmt::format(words("core", "This is no valid JSON: {}."), plainReason(failure))
                                        : refused};
    }
}

ObjectReader::ObjectReader(const nlohmann::json& value, std::string place)
    : m_object(value.is_object() ? value : emptyObject()), m_place(std::move(place))
{
    if (!value.is_object())
        complain("", fmt::format(words("core", "has to be an object {{…}}, not {}"), value.type_name()));
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
        m_error =
            Error{0, key.empty() && m_place.empty() ? fmt::format(words("core", "The experiment {}."), sentence)
                                                    : fmt::format(words("core", "{} {}."), placeOf(key), sentence)};
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
        complain(key, words("core", "is missing"));
    return value;
}

std::optional<double> ObjectReader::number(std::string_view key, double minimum, double maximum, std::string_view unit)
{
    const nlohmann::json* value = take(key);
    if (!value)
        return std::nullopt;
    if (!value->is_number()) {
        complain(key, fmt::format(words("core", "has to be a number ({}), not {}"), rangeText(minimum, maximum, unit),
                                  value->type_name()));
        return std::nullopt;
    }
    const double number = value->get<double>();
    if (!std::isfinite(number) || number < minimum || number > maximum) {
        complain(key,
                 fmt::format(words("core", "is {:.15g}, but has to be {}"), number, rangeText(minimum, maximum, unit)));
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
        complain(key, fmt::format(words("core", "is {:.15g}, but has to be a whole number"), *value));
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
        complain(key, fmt::format(words("core", "has to be a text in quotes, not {}"), value->type_name()));
        return std::nullopt;
    }
    const std::string& found = value->get_ref<const std::string&>();
    if (found.size() > maxBytes) {
        complain(key, fmt::format(words("core", "is {} bytes long, but may have at most {}"), found.size(), maxBytes));
        return std::nullopt;
    }
    if (std::ranges::any_of(found, [](unsigned char c) { return c < 0x20 || c == 0x7f; })) {
        complain(key, words("core", "contains a control character"));
        return std::nullopt;
    }
    return found;
}

void ObjectReader::finish()
{
    for (const auto& [key, value] : m_object.items()) {
        if (!m_asked.contains(key)) {
            complain(shownKey(key), words("core", "is not a known key"));
            return;
        }
    }
}

} // namespace halfopen::json
