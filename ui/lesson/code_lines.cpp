// SPDX-License-Identifier: GPL-3.0-or-later
// Lines of C in a dock that may be narrower than they are.
#include "ui/lesson/code_lines.h"

#include <QFontMetricsF>
#include <QRegularExpression>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>

namespace halfopen {

namespace {

constexpr int kWritten = QTextFormat::UserProperty + 1; // of a block: the line as its author has written it
constexpr double kIndent = 4;                           // characters

QFont fontOf(const QTextBlock& block)
{
    const QFont own = block.begin().atEnd() ? block.charFormat().font() : block.begin().fragment().charFormat().font();
    return own.resolve(block.document()->defaultFont());
}

void fitLine(const QTextBlock& block, double width)
{
    QTextBlockFormat format = block.blockFormat();
    if (!format.hasProperty(kWritten)) {
        format.setProperty(kWritten, block.text());
        format.setNonBreakableLines(false);
    }
    const QString written = format.property(kWritten).toString();
    const QFontMetricsF metrics(fontOf(block));
    const bool fits = metrics.horizontalAdvance(written) <= width;
    const double indent = fits ? 0 : metrics.horizontalAdvance(u' ') * kIndent;
    const QString shown = fits ? written : breakableCode(written);
    format.setLeftMargin(indent);
    format.setTextIndent(-indent);
    QTextCursor cursor(block);
    if (format != block.blockFormat())
        cursor.setBlockFormat(format);
    if (shown == block.text())
        return;
    cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
    cursor.insertText(shown, block.begin().fragment().charFormat());
}

} // namespace

QString breakableCode(const QString& line)
{
    static const QRegularExpression alignment(QStringLiteral("(?<=\\S) {2,}"));
    static const QRegularExpression within(QStringLiteral("(?<![,;]) (?!/\\*|//)"));
    QString broken(line);
    broken.replace(alignment, QStringLiteral(" "));
    QString comment;
    if (const auto begins = broken.indexOf(QRegularExpression(QStringLiteral("/\\*|//"))); begins >= 0) {
        comment = broken.mid(begins); // prose may be broken at any of its words
        broken.truncate(begins);
    }
    return broken.replace(within, QString(QChar::Nbsp)).replace(QRegularExpression(QStringLiteral("\u00a0$")), QStringLiteral(" ")) + comment;
}

void fitCode(QTextDocument& document, double width)
{
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        const QTextBlockFormat format = block.blockFormat();
        if ((format.nonBreakableLines() || format.hasProperty(kWritten)) && !block.text().isEmpty())
            fitLine(block, width);
    }
}

} // namespace halfopen
