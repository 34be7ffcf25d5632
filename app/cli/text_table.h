// SPDX-License-Identifier: GPL-3.0-or-later
// Aligned columns for a terminal.
#pragma once

#include <string>
#include <vector>

namespace halfopen {

/// Columns as wide as their widest cell, two spaces apart, no trailing spaces. Counts characters of UTF-8, not bytes.
class TextTable final
{
public:
    enum class Align { Left, Right };

    struct Column final
    {
        std::string heading;
        Align align = Align::Left;
    };

    explicit TextTable(std::vector<Column> columns) : m_columns(std::move(columns)) {}

    /// As many cells as there are columns.
    void add(std::vector<std::string> cells);
    [[nodiscard]] bool isEmpty() const { return m_rows.empty(); }
    /// With a line feed after every line; empty columns (no cell with text) are left out.
    [[nodiscard]] std::string text() const;

private:
    std::vector<Column> m_columns;
    std::vector<std::vector<std::string>> m_rows;
};

} // namespace halfopen
