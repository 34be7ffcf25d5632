// SPDX-License-Identifier: GPL-3.0-or-later
// Controls beside each other, on as many lines as they need.
#include "ui/sweep/flow_row.h"

#include <algorithm>

namespace halfopen {

FlowRow::FlowRow(int spacing)
{
    setContentsMargins(0, 0, 0, 0);
    setSpacing(spacing);
}

FlowRow::~FlowRow() { qDeleteAll(m_items); }

QLayoutItem* FlowRow::takeAt(int index) { return index >= 0 && index < count() ? m_items.takeAt(index) : nullptr; }

QSize FlowRow::minimumSize() const
{
    QSize least;
    for (const auto* item : m_items) {
        if (!item->isEmpty())
            least = least.expandedTo(item->sizeHint());
    }
    return least;
}

void FlowRow::setGeometry(const QRect& rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

int FlowRow::arrange(const QRect& rect, bool moves) const
{
    int top = rect.top();
    qsizetype next = 0;
    while (next < m_items.size()) {
        // One line: as many as there is room for, in the middle of its height.
        const qsizetype first = next;
        int x = rect.left();
        int height = 0;
        for (; next < m_items.size(); ++next) {
            if (m_items[next]->isEmpty())
                continue;
            const QSize size = m_items[next]->sizeHint();
            if (x > rect.left() && x + size.width() > rect.left() + rect.width())
                break;
            x += size.width() + spacing();
            height = std::max(height, size.height());
        }
        x = rect.left();
        for (qsizetype each = first; each < next; ++each) {
            if (m_items[each]->isEmpty())
                continue;
            const QSize size = m_items[each]->sizeHint();
            if (moves)
                m_items[each]->setGeometry(QRect(x, top + (height - size.height()) / 2, std::min(size.width(), rect.width()), size.height()));
            x += size.width() + spacing();
        }
        top += height + (height > 0 ? spacing() : 0);
    }
    return std::max(0, top - rect.top() - spacing());
}

} // namespace halfopen
