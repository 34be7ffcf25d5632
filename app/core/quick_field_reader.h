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
class QuickFieldReader final
{
public:
    explicit QuickFieldReader(json::FlatObject& object) : m_object(object) {}

    [[nodiscard]] bool ok() const { return m_ok; }

    template<class Number>
    void number(const char* key, Number& value)
    {
        read(m_object.find(key), value);
    }
    template<class Number>
    void optionalNumber(const char* key, Number& value)
    {
        if (const auto* field = m_object.find(key))
            read(field, value);
    }
    template<class Number>
    void knownNumber(const char* key, Number& value)
    {
        optionalNumber(key, value);
        value = std::max(value, Number{-1});
    }
    void knownTime(const char* key, RunTime& value)
    {
        optionalTime(key, value);
        value = std::max(value, RunTime{-1});
    }
    void optionalFlag(const char* key, bool& value)
    {
        if (const auto* field = m_object.find(key))
            read(field, value);
    }
    void flag(const char* key, bool& value) { read(m_object.find(key), value); }
    void time(const char* key, RunTime& value) { readTime(m_object.find(key), value); }
    void optionalTime(const char* key, RunTime& value)
    {
        if (const auto* field = m_object.find(key))
            readTime(field, value);
    }
    void text(const char* key, std::string& value) { value = textOf(m_object.find(key)); }
    void optionalText(const char* key, std::string& value)
    {
        if (const auto* field = m_object.find(key))
            value = textOf(field);
    }
    void address(const char* key, SocketAddress& value) { take(socketAddressFromText(textOf(m_object.find(key))), value); }
    void fault(Fault&) { m_ok = false; }
    void table(const char*, std::map<std::string, std::int64_t>&) { m_ok = false; }
    template<class Enum, std::size_t N>
    void word(const char* key, Enum& value, const Words<Enum, N>& words)
    {
        const std::string_view written = textOf(m_object.find(key));
        const auto found = std::ranges::find(words, written, &Words<Enum, N>::value_type::second);
        if (found != words.end())
            value = found->first;
        else
            m_ok = false;
    }
    template<class Enum>
    void named(const char* key, Enum& value, std::optional<Enum> (*fromName)(std::string_view))
    {
        take(fromName(textOf(m_object.find(key))), value);
    }

private:
    using Field = json::FlatObject::Field;
    using Kind = json::FlatObject::Kind;

    template<class Number>
    void read(const Field* field, Number& value)
    {
        Number number{};
        if (!field || field->kind != Kind::Number || !parse(field->text, number))
            m_ok = false;
        else
            value = number;
    }
    void read(const Field* field, bool& value)
    {
        if (field && field->kind == Kind::Flag)
            value = field->text == "true";
        else
            m_ok = false;
    }
    void readTime(const Field* field, RunTime& value)
    {
        std::int64_t count = 0;
        read(field, count);
        if (count < -kTimeLimit || count > kTimeLimit)
            m_ok = false;
        else
            value = RunTime{count};
    }
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
