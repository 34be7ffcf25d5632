// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of text as CSV.
#pragma once

#include <QByteArray>
#include <QStringList>

#include <optional>

namespace halfopen {

/// RFC 4180: CRLF, quotes where they are needed and doubled inside, UTF-8. Knows no locale.
class CsvText final
{
public:
    explicit CsvText(const QStringList& heading);

    void add(const QStringList& fields) { m_bytes += line(fields); }
    /// One row with its end.
    [[nodiscard]] static QByteArray line(const QStringList& fields);
    [[nodiscard]] QByteArray bytes() const { return m_bytes; }

    /// With '.' and six decimals at most; empty where there is no number.
    [[nodiscard]] static QString number(std::optional<double> value, int decimals = 6);

private:
    QByteArray m_bytes;
};

} // namespace halfopen
