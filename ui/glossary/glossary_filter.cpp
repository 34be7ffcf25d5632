// SPDX-License-Identifier: GPL-3.0-or-later
// Which terms the glossary page lists.
#include "ui/glossary/glossary_filter.h"

#include <algorithm>

#include "ui/glossary/glossary_model.h"

namespace halfopen {

void GlossaryFilter::setWanted(const QString& text, int topic)
{
    const auto words = text.split(u' ', Qt::SkipEmptyParts);
    if (words == m_words && topic == m_topic)
        return;
    m_words = words;
    m_topic = topic;
    invalidate();
    sort(0);
}

bool GlossaryFilter::lessThan(const QModelIndex& left, const QModelIndex& right) const
{
    const auto named = [this](const QModelIndex& index) {
        const auto term = index.siblingAtColumn(GlossaryModel::Term).data().toString();
        return !m_words.isEmpty() && std::ranges::all_of(m_words, [&](const QString& word) { return term.contains(word, Qt::CaseInsensitive); });
    };
    const bool first = named(left);
    return first == named(right) ? left.row() < right.row() : first;
}

bool GlossaryFilter::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    const auto index = sourceModel()->index(row, 0, parent);
    if (m_topic >= 0 && index.data(GlossaryModel::TopicRole).toInt() != m_topic)
        return false;
    const auto text = index.data(GlossaryModel::SearchRole).toString();
    return std::ranges::all_of(m_words, [&](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
}

} // namespace halfopen
