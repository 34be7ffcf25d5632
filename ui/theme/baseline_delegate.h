// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps the words of a table's row on one line, whatever their script.
#pragma once

#include <QStyledItemDelegate>

namespace halfopen {

/// Letters of a fallback font, as in Chinese, make a line higher above its base line. Cells of the same row that have none
/// begin lower by as much. For cells aligned at the top.
class BaselineDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace halfopen
