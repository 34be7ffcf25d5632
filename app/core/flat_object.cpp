// SPDX-License-Identifier: GPL-3.0-or-later
// The plain lines of a run, taken apart without a copy.
#include "core/flat_object.h"

#include <algorithm>

namespace halfopen::json {

namespace {

constexpr bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// Goes through the text; every step is empty or false where it does not find what it looks for.
class Cursor final
{
public:
    explicit Cursor(std::string_view text) : m_rest(text) {}

    [[nodiscard]] bool atEnd() const { return m_rest.empty(); }

    bool take(char wanted)
    {
        if (m_rest.empty() || m_rest.front() != wanted)
            return false;
        m_rest.remove_prefix(1);
        return true;
    }

    bool take(std::string_view wanted)
    {
        if (!m_rest.starts_with(wanted))
            return false;
        m_rest.remove_prefix(wanted.size());
        return true;
    }

    /// Between quotes: visible ASCII and blanks.
    std::optional<std::string_view> quoted()
    {
        if (!take('"'))
            return std::nullopt;
        std::size_t length = 0;
        while (length < m_rest.size() && isPlain(m_rest[length]))
            ++length;
        const std::string_view found = m_rest.substr(0, length);
        m_rest.remove_prefix(length);
        return take('"') ? std::optional{found} : std::nullopt;
    }

    std::optional<std::string_view> number()
    {
        const std::string_view from = m_rest;
        take('-');
        if (!digits(true))
            return std::nullopt;
        if (take('.') && !digits(false))
            return std::nullopt;
        return from.substr(0, from.size() - m_rest.size());
    }

private:
    static constexpr bool isPlain(char c) { return c >= ' ' && c <= '~' && c != '"' && c != '\\'; }

    bool digits(bool isWholePart)
    {
        std::size_t length = 0;
        while (length < m_rest.size() && isDigit(m_rest[length]))
            ++length;
        const bool hasLeadingZero = isWholePart && length > 1 && m_rest.front() == '0';
        m_rest.remove_prefix(length);
        return length > 0 && !hasLeadingZero;
    }

    std::string_view m_rest;
};

std::optional<FlatObject::Field> readField(Cursor& cursor)
{
    FlatObject::Field field;
    const auto key = cursor.quoted();
    if (!key || !cursor.take(':'))
        return std::nullopt;
    field.key = *key;
    if (const auto text = cursor.quoted()) {
        field.kind = FlatObject::Kind::Text;
        field.text = *text;
    } else if (cursor.take("true")) {
        field.kind = FlatObject::Kind::Flag;
        field.text = "true";
    } else if (cursor.take("false")) {
        field.kind = FlatObject::Kind::Flag;
        field.text = "false";
    } else if (const auto number = cursor.number()) {
        field.text = *number;
    } else {
        return std::nullopt;
    }
    return field;
}

} // namespace

std::optional<FlatObject> FlatObject::read(std::string_view line)
{
    FlatObject object;
    Cursor cursor{line};
    if (!cursor.take('{'))
        return std::nullopt;
    do {
        const auto field = readField(cursor);
        if (!field || !object.add(*field))
            return std::nullopt;
    } while (cursor.take(','));
    return cursor.take('}') && cursor.atEnd() ? std::optional{object} : std::nullopt;
}

bool FlatObject::add(const Field& field)
{
    const auto known = m_fields.begin() + static_cast<std::ptrdiff_t>(m_count);
    const bool isTwice = std::any_of(m_fields.begin(), known, [&](const Field& other) { return other.key == field.key; });
    if (m_count == m_fields.size() || isTwice)
        return false;
    m_fields[m_count++] = field;
    return true;
}

const FlatObject::Field* FlatObject::find(std::string_view key)
{
    for (std::size_t i = 0; i < m_count; ++i) {
        const std::size_t at = (m_next + i) % m_count;
        if (m_fields[at].key != key)
            continue;
        m_next = at + 1;
        return &m_fields[at];
    }
    return nullptr;
}

} // namespace halfopen::json
