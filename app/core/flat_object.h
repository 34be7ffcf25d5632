// SPDX-License-Identifier: GPL-3.0-or-later
// The plain lines of a run, taken apart without a copy.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace halfopen::json {

/// A JSON object of numbers, words and true or false as the agent writes nearly all of its lines: no blanks, no escapes,
/// nothing nested, every key once. Refers to the text. Whatever is written in another way is not refused, but left to
/// json::parse(), which says why.
class FlatObject final
{
public:
    enum class Kind { Number, Text, Flag };
    struct Field final
    {
        std::string_view key;
        std::string_view text; // without quotes; a number is of JSON's form, without an exponent
        Kind kind = Kind::Number;
    };

    /// Empty where the line is not of that plain form.
    [[nodiscard]] static std::optional<FlatObject> read(std::string_view line);

    /// nullptr where there is none. Quickest in the order in which they are written.
    [[nodiscard]] const Field* find(std::string_view key);

private:
    [[nodiscard]] bool add(const Field& field);

    std::array<Field, 32> m_fields{};
    std::size_t m_count = 0;
    std::size_t m_next = 0; // where find() looks first
};

} // namespace halfopen::json
