// SPDX-License-Identifier: GPL-3.0-or-later
// Lines of the log as they are copied.
#include "ui/log/log_text.h"

#include <algorithm>
#include <utility>

#include "ui/log/log_model.h"

namespace halfopen {

namespace {

constexpr std::size_t kLinesAPiece = 500;

} // namespace

LogText::LogText(const LogModel& model, std::vector<int> rows) : m_rows(std::move(rows))
{
    if (!m_rows.empty())
        m_last = model.index(m_rows.back(), LogModel::Text);
}

LogText::Piece LogText::take(QByteArray& text)
{
    if (!m_last.isValid())
        return m_rows.empty() ? Piece::Last : Piece::Gone;
    for (const auto end = std::min(m_rows.size(), m_taken + kLinesAPiece); m_taken < end; ++m_taken) {
        const auto cell = [this](int column) { return m_last.model()->index(m_rows[m_taken], column).data().toString(); };
        if (m_taken > 0)
            text += '\n';
        text += QString(cell(LogModel::Time).rightJustified(12) + QStringLiteral("  ") + cell(LogModel::Text)).toUtf8();
    }
    return m_taken < m_rows.size() ? Piece::More : Piece::Last;
}

} // namespace halfopen
