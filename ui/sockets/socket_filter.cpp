// SPDX-License-Identifier: GPL-3.0-or-later
// Which rows of the socket table are shown.
#include "ui/sockets/socket_filter.h"

#include <algorithm>

#include "ui/sockets/socket_cells.h"
#include "ui/sockets/socket_table_model.h"

namespace halfopen {

SocketFilter::SocketFilter(QObject* parent) : QSortFilterProxyModel(parent) { setSortRole(SocketTableModel::SortRole); }

void SocketFilter::setWish(const SocketWish& wish)
{
    if (m_wish == wish)
        return;
    m_wish = wish;
    invalidateFilter();
}

bool SocketFilter::filterAcceptsRow(int row, const QModelIndex&) const
{
    const auto* model = static_cast<const SocketTableModel*>(sourceModel());
    const auto& entry = model->entry(row);
    if (m_wish.host && entry.end != *m_wish.host)
        return false;
    if (m_wish.pair && entry.pair != *m_wish.pair)
        return false;
    if (m_wish.timersOnly && (!entry.row || entry.gone || entry.row->timer == KernelTimer::None))
        return false;
    if (m_wish.words.isEmpty())
        return true;
    const QString text = searchText(entry);
    return std::ranges::all_of(m_wish.words, [&](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
}

} // namespace halfopen
