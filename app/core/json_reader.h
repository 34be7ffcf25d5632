// SPDX-License-Identifier: GPL-3.0-or-later
// Reading hostile JSON objects key by key, with sentences that name the place.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "core/result.h"

namespace halfopen::json {

/// Parses text of at most `maxBytes`. Refuses keys given twice in one object and nesting deeper than 32.
[[nodiscard]] Result<nlohmann::json> parse(std::string_view text, std::size_t maxBytes);

/// One object on its way into a value. The first complaint wins; later reads return defaults, so that the
/// reading code needs no branches. Every key that is not asked for is refused by `finish()`.
class ObjectReader final
{
public:
    /// `place` is the object's path ("pairs[0].client"), empty at the top.
    ObjectReader(const nlohmann::json& value, std::string place);

    [[nodiscard]] bool has(std::string_view key);
    /// The member, or nullptr if it is missing.
    [[nodiscard]] const nlohmann::json* take(std::string_view key);
    /// Missing: a complaint.
    [[nodiscard]] const nlohmann::json* require(std::string_view key);

    /// Empty if missing. Complains on a wrong type or range.
    [[nodiscard]] std::optional<double> number(std::string_view key, double minimum, double maximum, std::string_view unit);
    [[nodiscard]] std::optional<std::int64_t> integer(std::string_view key, std::int64_t minimum, std::int64_t maximum,
                                                      std::string_view unit);
    [[nodiscard]] std::optional<std::string> text(std::string_view key, std::size_t maxBytes);

    /// `key` empty: the object itself.
    void complain(std::string_view key, std::string_view sentence);
    /// Takes over the complaint of a reader further down.
    void adopt(const ObjectReader& inner);
    /// Complains of the first key nobody asked for.
    void finish();

    [[nodiscard]] bool ok() const { return !m_error; }
    [[nodiscard]] Error error() const { return m_error.value_or(Error{}); }
    [[nodiscard]] std::string placeOf(std::string_view key) const;
    [[nodiscard]] const nlohmann::json& object() const { return m_object; }

private:
    const nlohmann::json& m_object;
    std::string m_place;
    std::set<std::string, std::less<>> m_asked;
    std::optional<Error> m_error;
};

} // namespace halfopen::json
