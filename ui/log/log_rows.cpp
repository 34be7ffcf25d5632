// SPDX-License-Identifier: GPL-3.0-or-later
// How the lines of the log use the room they have.
#include "ui/log/log_rows.h"

#include <QEvent>
#include <QHeaderView>
#include <QStyle>
#include <QTableView>

#include <algorithm>

#include "ui/log/log_model.h"
#include "ui/theme/plain_table.h"

namespace halfopen {

namespace {

// Measured one by one: some ms. Of more the eye does not read each.
constexpr int kMeasured = 500;
constexpr double kLine = 1.25;
// In average characters: what the words should have before the kinds may take room, and what a usual line takes.
constexpr int kWordsFirst = 44;
constexpr int kUsualLine = 52;
constexpr int kCellPadding = 10; // at least what the style keeps free in a cell
constexpr int kHighest = 10'000; // pixels

} // namespace

LogRows::LogRows(QTableView& table, QObject* parent) : QObject(parent), m_table(table)
{
    m_table.setWordWrap(true);
    m_table.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table.horizontalHeader()->setStretchLastSection(true);
    m_table.installEventFilter(this);
    m_table.viewport()->installEventFilter(this);
    fit();
}

int LogRows::lineHeight() const { return static_cast<int>(m_table.fontMetrics().height() * kLine); }

void LogRows::fitColumns()
{
    const auto metrics = m_table.fontMetrics();
    auto* header = m_table.horizontalHeader();
    const auto widthFor = [&](int column, const QString& longest) { return std::max(metrics.horizontalAdvance(longest) + kCellPadding, header->sectionSizeHint(column)); };
    const int time = widthFor(LogModel::Time, QStringLiteral("-000.000000"));
    int kind = 0;
    for (int each = 0; each <= static_cast<int>(LogKind::Trouble); ++each)
        kind = std::max(kind, widthFor(LogModel::Kind, logKindText(static_cast<LogKind>(each))));
    const bool narrow = m_table.viewport()->width() - time - kind < metrics.averageCharWidth() * kWordsFirst;
    m_table.setColumnHidden(LogModel::Kind, narrow);
    header->resizeSection(LogModel::Time, time);
    header->resizeSection(LogModel::Kind, kind);
    // Not what the header says: it makes its last section wider only later.
    m_words = m_table.viewport()->width() - time - (narrow ? 0 : kind);
}

void LogRows::fit()
{
    fitColumns();
    m_alike = m_table.model()->rowCount() > kMeasured;
    const bool twice = m_alike && m_words < m_table.fontMetrics().averageCharWidth() * kUsualLine;
    m_table.verticalHeader()->setDefaultSectionSize(twice ? lineHeight() * 2 : lineHeight());
    if (!m_alike)
        fitRows(0, m_table.model()->rowCount() - 1);
    Q_EMIT fitted();
}

void LogRows::fitRows(int first, int last)
{
    const auto metrics = m_table.fontMetrics();
    // QCommonStyle, viewItemDrawText(): a line more than it paints would stand empty.
    const int room = m_words - 2 * (m_table.style()->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, &m_table) + 1);
    const int least = lineHeight();
    for (int row = first; row <= last; ++row) {
        const QString words = m_table.model()->index(row, LogModel::Text).data().toString();
        const bool whole = metrics.horizontalAdvance(words) <= room;
        const int height = whole ? least : std::max(least, metrics.boundingRect(0, 0, room, kHighest, Qt::TextWordWrap, words).height() + metrics.height() / 4);
        if (m_table.rowHeight(row) != height)
            m_table.setRowHeight(row, height);
    }
}

void LogRows::added(int first, int last)
{
    if (m_alike)
        return;
    if (m_table.model()->rowCount() > kMeasured)
        fit();
    else
        fitRows(first, last);
}

bool LogRows::eventFilter(QObject* watched, QEvent* event)
{
    const auto type = event->type();
    if ((watched == m_table.viewport() && type == QEvent::Resize)
        || (watched == &m_table && (type == QEvent::FontChange || type == QEvent::StyleChange || type == QEvent::LanguageChange)))
        fit();
    return QObject::eventFilter(watched, event);
}

} // namespace halfopen
