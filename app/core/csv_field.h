// SPDX-License-Identifier: GPL-3.0-or-later
// One field of a CSV file (RFC 4180).
#pragma once

#include <string>
#include <string_view>

namespace halfopen {

/// Quotes only where needed, inner quotes doubled.
[[nodiscard]] inline std::string csvQuoted(std::string_view field)
{
    if (field.find_first_of(",\"\r\n") == std::string_view::npos)
        return std::string{field};
    std::string out{'"'};
    for (const char c : field) {
        if (c == '"')
            out += '"';
        out += c;
    }
    return out + '"';
}

} // namespace halfopen
