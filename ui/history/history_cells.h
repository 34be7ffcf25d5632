// SPDX-License-Identifier: GPL-3.0-or-later
// How cells of the history are painted where there is little room.
#pragma once

#include <QStyledItemDelegate>

namespace halfopen {

/// An outcome that is cut loses whole words: half a number is another number.
class WholeWords final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    /// So much of it as has room.
    [[nodiscard]] static QString cut(const QString& text, const QFontMetrics& metrics, int room);
};

/// Numbers aligned at the right would nearly touch the words of the next column.
class AirBehind final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;
};

} // namespace halfopen
