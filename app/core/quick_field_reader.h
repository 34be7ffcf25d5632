// SPDX-License-Identifier: GPL-3.0-or-later
// Takes the fields of an event out of a plain line: FieldReader's twin for nearly all of them.
#pragma once

#include <algorithm>
#include <charconv>
#include <concepts>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "core/event_fields.h"
#include "core/flat_object.h"

namespace halfopen {

/// Takes what FieldReader would take, or nothing: where a field is missing, does not fit or is no plain one, `ok()` is
/// false, and the line is to be read by FieldReader, which knows the words for what is wrong with it.
class QuickFieldReader final : public OptionalFields<QuickFieldReader>
{
    using Field = json::FlatObject::Field;
    using Kind = json::FlatObject::Kind;

public:
    explicit QuickFieldReader(json::FlatObject& object) : m_object(object) {}

    [[nodiscard]] bool ok() const { return m_ok; }

    /// nullptr where there is none.
    [[nodiscard]] const Field* given(const char* key) { return m_object.find(key); }

    template<class Number>
    void number(const char* key, Number& value)
    {
        number(given(key), value);
    }
    void flag(const char* key, bool& value) { flag(given(key), value); }
    void time(const char* key, RunTime& value) { time(given(key), value); }
    void text(const char* key, std::string& value) { text(given(key), value); }
    void address(const char* key, SocketAddress& value) { take(socketAddressFromText(textOf(given(key))), value); }
    void fault(Fault&) { m_ok = false; }
    void table(const char*, std::map<std::string, std::int64_t>&) { m_ok = false; }
    template<class Enum, std::size_t N>
    void word(const char* key, Enum& value, const Words<Enum, N>& words)
    {
        const std::string_view written = textOf(given(key));
        const auto found = std::ranges::find(words, written, &Words<Enum, N>::value_type::second);
        if (found != words.end())
            value = found->first;
        else
            m_ok = false;
    }
    template<class Enum>
    void named(const char* key, Enum& value, std::optional<Enum> (*fromName)(std::string_view))
    {
        take(fromName(textOf(given(key))), value);
    }

    template<class Number>
    void number(const Field* field, Number& value)
    {
        Number number{};
        if (!field || field->kind != Kind::Number || !parse(field->text, number))
            m_ok = false;
        else
            value = number;
    }
    void flag(const Field* field, bool& value)
    {
        if (field && field->kind == Kind::Flag)
            value = field->text == "true";
        else
            m_ok = false;
    }
    void time(const Field* field, RunTime& value)
    {
        std::int64_t count = 0;
        number(field, count);
        if (count < -kTimeLimit || count > kTimeLimit)
            m_ok = false;
        else
            value = RunTime{count};
    }
    void text(const Field* field, std::string& value) { value = textOf(field); }

private:
    [[nodiscard]] std::string_view textOf(const Field* field)
    {
        if (field && field->kind == Kind::Text)
            return field->text;
        m_ok = false;
        return {};
    }
    template<class Value>
    void take(std::optional<Value> found, Value& value)
    {
        if (found)
            value = *std::move(found);
        else
            m_ok = false;
    }
    /// A double too: the few that are far out of a run's range are left to who knows the limits.
    template<class Number>
    [[nodiscard]] static bool parse(std::string_view text, Number& number)
    {
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
        if (error != std::errc{} || end != text.data() + text.size())
            return false;
        if constexpr (std::floating_point<Number>)
            return number >= -kNumberLimit && number <= kNumberLimit;
        return true;
    }

    json::FlatObject& m_object;
    bool m_ok = true;
};

} // namespace halfopen
