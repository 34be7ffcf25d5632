// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/text_table.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace halfopen {

namespace {

std::size_t widthOf(const std::string& utf8)
{
    return static_cast<std::size_t>(std::ranges::count_if(utf8, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

/// What came from files must not steer a terminal.
std::string withoutControls(std::string text)
{
    std::ranges::replace_if(text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }, ' ');
    return text;
}

} // namespace

void TextTable::add(std::vector<std::string> cells)
{
    assert(cells.size() == m_columns.size());
    std::ranges::transform(cells, cells.begin(), withoutControls);
    m_rows.push_back(std::move(cells));
}

std::string TextTable::text() const
{
    std::vector<std::size_t> widths(m_columns.size(), 0);
    for (const auto& row : m_rows) {
        for (std::size_t i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], widthOf(row[i]));
    }
    std::string text;
    const auto addLine = [&](const auto& cellOf) {
        std::string line;
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            if (widths[i] == 0)
                continue;
            const std::string& cell = cellOf(i);
            const std::string pad(std::max(widths[i], widthOf(m_columns[i].heading)) - widthOf(cell), ' ');
            line += line.empty() ? "" : "  ";
            line += m_columns[i].align == Align::Left ? cell + pad : pad + cell;
        }
        line.erase(line.find_last_not_of(' ') + 1);
        text += line + "\n";
    };
    addLine([&](std::size_t i) -> const std::string& { return m_columns[i].heading; });
    for (const auto& row : m_rows)
        addLine([&](std::size_t i) -> const std::string& { return row[i]; });
    return text;
}

} // namespace halfopen
