// SPDX-License-Identifier: GPL-3.0-or-later
// A run's lines into events, however they are cut.
#include "session/event_lines.h"

#include <utility>

#include "core/event_codec.h"
#include "core/words.h"

#include <fmt/format.h>

namespace halfopen {

Result<void> EventLines::take(std::string_view piece)
{
    while (true) {
        const auto feed = piece.find('\n');
        if (feed == std::string_view::npos) {
            m_rest += piece;
            return {};
        }
        auto line = piece.substr(0, feed);
        std::string whole;
        if (!m_rest.empty()) {
            whole = std::exchange(m_rest, {});
            whole += line;
            line = whole;
        }
        if (const auto decoded = decode(line); !decoded)
            return decoded;
        piece.remove_prefix(feed + 1);
    }
}

Result<void> EventLines::finish()
{
    const auto line = std::exchange(m_rest, {});
    return line.empty() ? Result<void>{} : decode(line);
}

Result<void> EventLines::decode(std::string_view line)
{
    ++m_line;
    auto event = parseEvent(line);
    if (!event)
        return Error{event.error().code,
                     fmt::format(words("core", "Line {} of the run cannot be read: {}"), m_line, event.error().message)};
    m_use(std::move(event).value());
    return {};
}

} // namespace halfopen
