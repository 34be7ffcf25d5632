// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of text as CSV.
#include "ui/export/csv_text.h"

#include <cmath>

namespace halfopen {

namespace {

QString csvField(const QString& text)
{
    if (!text.contains(u',') && !text.contains(u'"') && !text.contains(u'\n') && !text.contains(u'\r'))
        return text;
    return u'"' + QString(text).replace(u'"', QStringLiteral("\"\"")) + u'"';
}

} // namespace

CsvText::CsvText(const QStringList& heading) { add(heading); }

QByteArray CsvText::line(const QStringList& fields)
{
    QStringList quoted;
    quoted.reserve(fields.size());
    for (const auto& field : fields)
        quoted << csvField(field);
    return quoted.join(u',').toUtf8() + "\r\n";
}

QString CsvText::number(std::optional<double> value, int decimals)
{
    return value && std::isfinite(*value) ? QString::number(*value, 'f', decimals) : QString{};
}

} // namespace halfopen
