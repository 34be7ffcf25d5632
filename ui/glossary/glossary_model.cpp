// SPDX-License-Identifier: GPL-3.0-or-later
// The glossary as a table.
#include "ui/glossary/glossary_model.h"

#include <algorithm>

#include "ui/theme/quantity_text.h"

namespace halfopen {

GlossaryModel::GlossaryModel(QObject* parent) : QAbstractTableModel(parent), m_entries(glossaryEntries()) {}

void GlossaryModel::reload()
{
    beginResetModel();
    m_entries = glossaryEntries();
    endResetModel();
}

int GlossaryModel::rowOf(QStringView term) const
{
    const auto entry = glossary(term);
    if (!entry)
        return -1;
    const auto found = std::ranges::find_if(m_entries, [&](const GlossaryEntry& each) { return each.term == entry->term; });
    return found == m_entries.end() ? -1 : static_cast<int>(found - m_entries.begin());
}

int GlossaryModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_entries.size()); }

int GlossaryModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant GlossaryModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto& entry = m_entries[static_cast<std::size_t>(index.row())];
    if (role == TopicRole)
        return static_cast<int>(entry.topic);
    if (role == SearchRole)
        return QString(entry.term + u' ' + entry.title + u' ' + entry.aliases.join(u' ') + u' ' + entry.explanation + u' ' + entry.source);
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>(Qt::AlignLeft | Qt::AlignTop);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Term:
        return entry.title;
    case Meaning:
        return unitsKept(entry.explanation);
    default:
        return entry.source;
    }
}

QVariant GlossaryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Term:
        return tr("Term");
    case Meaning:
        return tr("What it means");
    default:
        return tr("Source");
    }
}

} // namespace halfopen
