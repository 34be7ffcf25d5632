// SPDX-License-Identifier: GPL-3.0-or-later
// Puts the fields of an event into JSON and takes them out again: the two visitors of one description.
#pragma once

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include <nlohmann/json.hpp>

#include "core/event_codec.h"
#include "core/fault_codec.h"
#include "core/json_reader.h"
#include "core/optional_fields.h"

namespace halfopen {

template<class Enum, std::size_t N>
using Words = std::array<std::pair<Enum, std::string_view>, N>;

/// Nanoseconds; three years: sums and differences of times stay in range.
inline constexpr std::int64_t kTimeLimit = 100'000'000'000'000'000;
/// Of what has a fraction.
inline constexpr double kNumberLimit = 1e18;

/// Appends fields to a line, in the order in which they are described: as json's dump() writes them, without making an
/// object first. Thousands of pairs tell tens of thousands of facts a second.
class FieldWriter final
{
public:
    explicit FieldWriter(std::string& line) : m_line(line) {}

    template<class Number>
    void number(const char* key, const Number& value)
    {
        begin(key);
        if constexpr (std::is_integral_v<Number>) {
            std::array<char, 24> digits{};
            const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), +value).ptr;
            m_line.append(digits.data(), end);
        } else {
            m_line += nlohmann::json(value).dump();
        }
    }
    /// Left out where it is 0: a key that older programs did not write.
    template<class Number>
    void optionalNumber(const char* key, const Number& value)
    {
        if (value != 0)
            number(key, value);
    }
    /// Left out where it is not known (below 0).
    template<class Number>
    void knownNumber(const char* key, const Number& value)
    {
        if (value >= 0)
            number(key, value);
    }
    void knownTime(const char* key, const RunTime& value)
    {
        if (value.count() >= 0)
            time(key, value);
    }
    void optionalFlag(const char* key, const bool& value)
    {
        if (value)
            flag(key, value);
    }
    void flag(const char* key, const bool& value)
    {
        begin(key);
        m_line += value ? "true" : "false";
    }
    void time(const char* key, const RunTime& value) { number(key, value.count()); }
    void optionalTime(const char* key, const RunTime& value)
    {
        if (value.count() != 0)
            time(key, value);
    }
    void text(const char* key, std::string_view value)
    {
        const bool isPlain = std::ranges::all_of(value, [](char c) { return c >= ' ' && c <= '~' && c != '"' && c != '\\'; });
        begin(key);
        if (isPlain)
            (m_line += '"').append(value) += '"';
        else
            m_line += nlohmann::json(value).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    }
    /// Left out where it is empty.
    void optionalText(const char* key, const std::string& value)
    {
        if (!value.empty())
            text(key, value);
    }
    void address(const char* key, const SocketAddress& value) { text(key, value.text()); }
    void fault(const Fault& value)
    {
        const nlohmann::ordered_json written = faultToJson(value); // named: items() only refers to it
        for (const auto& [key, field] : written.items()) {
            begin(key.c_str());
            m_line += field.dump();
        }
    }
    void table(const char* key, const std::map<std::string, std::int64_t>& value)
    {
        begin(key);
        m_line += nlohmann::json(value).dump();
    }
    template<class Enum, std::size_t N>
    void word(const char* key, const Enum& value, const Words<Enum, N>& words)
    {
        for (const auto& [candidate, text] : words) {
            if (candidate == value)
                this->text(key, text);
        }
    }
    template<class Enum>
    void named(const char* key, const Enum& value, std::optional<Enum> (*)(std::string_view)) { text(key, name(value)); }

private:
    void begin(const char* key) { ((m_line += m_line.empty() ? "{\"" : ",\"") += key) += "\":"; }

    std::string& m_line;
};

/// Takes fields out of an object; every described key has to be there and to fit its type.
class FieldReader final : public OptionalFields<FieldReader>
{
public:
    explicit FieldReader(json::ObjectReader& reader) : m_reader(reader) {}

    [[nodiscard]] const char* given(const char* key) const { return m_reader.has(key) ? key : nullptr; }

    template<class Number>
    void number(const char* key, Number& value)
    {
        if (!m_reader.require(key))
            return;
        if constexpr (std::is_floating_point_v<Number>) {
            value = m_reader.number(key, -kNumberLimit, kNumberLimit, "").value_or(0);
        } else {
            integer(key, value, *m_reader.take(key));
        }
    }
    void flag(const char* key, bool& value)
    {
        const nlohmann::json* field = m_reader.require(key);
        if (field && !field->is_boolean())
            m_reader.complain(key, "has to be true or false");
        else if (field)
            value = field->get<bool>();
    }
    void time(const char* key, RunTime& value)
    {
        std::int64_t count = 0;
        number(key, count);
        if (count < -kTimeLimit || count > kTimeLimit)
            m_reader.complain(key, "is no time that a run can have");
        else
            value = RunTime{count};
    }
    void text(const char* key, std::string& value)
    {
        if (m_reader.require(key))
            value = m_reader.text(key, kMaxEventLineBytes).value_or("");
    }
    void address(const char* key, SocketAddress& value)
    {
        std::string written;
        text(key, written);
        if (!m_reader.ok())
            return;
        if (const auto address = socketAddressFromText(written))
            value = *address;
        else
            m_reader.complain(key, "is no address with a port");
    }
    void fault(Fault& value)
    {
        nlohmann::json plain = nlohmann::json::object();
        for (const std::string_view key : faultKeys()) {
            if (const nlohmann::json* field = m_reader.take(key))
                plain[std::string{key}] = *field;
        }
        json::ObjectReader inner{plain, ""};
        value = readFault(inner);
        m_reader.adopt(inner);
    }
    void table(const char* key, std::map<std::string, std::int64_t>& value)
    {
        const nlohmann::json* field = m_reader.require(key);
        if (!field)
            return;
        json::ObjectReader inner{*field, key};
        for (const auto& [name, entry] : inner.object().items()) {
            if (!entry.is_number_integer())
                inner.complain(name, "has to be a whole number");
            else
                value[name] = entry.get<std::int64_t>();
        }
        m_reader.adopt(inner);
    }
    template<class Enum, std::size_t N>
    void word(const char* key, Enum& value, const Words<Enum, N>& words)
    {
        std::string written;
        text(key, written);
        for (const auto& [candidate, text] : words) {
            if (text == written) {
                value = candidate;
                return;
            }
        }
        m_reader.complain(key, "is not a known word");
    }
    template<class Enum>
    void named(const char* key, Enum& value, std::optional<Enum> (*fromName)(std::string_view))
    {
        std::string written;
        text(key, written);
        if (const auto found = fromName(written))
            value = *found;
        else
            m_reader.complain(key, "is not a known word");
    }

private:
    template<class Number>
    void integer(const char* key, Number& value, const nlohmann::json& field)
    {
        const bool fits = field.is_number_integer() &&
                          (field.is_number_unsigned() ? std::in_range<Number>(field.get<std::uint64_t>())
                                                      : std::in_range<Number>(field.get<std::int64_t>()));
        if (fits)
            value = field.get<Number>();
        else
            m_reader.complain(key, "has to be a whole number of its field's size");
    }

    json::ObjectReader& m_reader;
};

} // namespace halfopen
