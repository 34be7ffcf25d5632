// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes from a pipe, cut into lines of bounded length.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace halfopen {

/// Keeps what has no line feed yet. Does not look into the lines.
class LineSplitter final
{
public:
    explicit LineSplitter(std::size_t limit) : m_limit(limit) {}

    /// Appends the lines completed by `bytes` (without line feed; empty lines are left out). False as soon as a line
    /// grows beyond the limit: the stream is then not to be trusted any more and nothing further is taken.
    [[nodiscard]] bool feed(std::string_view bytes, std::vector<std::string>& lines);

    /// Bytes of an unfinished line.
    [[nodiscard]] std::size_t pending() const { return m_pending.size(); }

private:
    std::size_t m_limit;
    std::string m_pending;
    bool m_broken = false;
};

} // namespace halfopen
