// SPDX-License-Identifier: GPL-3.0-or-later
// A run's lines into events, however they are cut.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>

#include "core/event.h"
#include "core/result.h"

namespace halfopen {

/// Decodes stored lines that come in pieces; keeps the beginning of a line whose end has not come. What the events are for
/// it does not know.
class EventLines final
{
public:
    using Use = std::function<void(Event&& event)>;

    explicit EventLines(Use use) : m_use(std::move(use)) {}

    /// Fails with the number of the line that is refused.
    [[nodiscard]] Result<void> take(std::string_view piece);
    /// There are no more: the last line may have come without its feed.
    [[nodiscard]] Result<void> finish();

private:
    [[nodiscard]] Result<void> decode(std::string_view line);

    Use m_use;
    std::string m_rest;
    int m_line = 0;
};

} // namespace halfopen
