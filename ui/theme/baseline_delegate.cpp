// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps the words of a table's row on one line, whatever their script.
#include "ui/theme/baseline_delegate.h"

#include <QApplication>
#include <QTextLayout>

#include <algorithm>

namespace halfopen {

namespace {

constexpr int kLooked = 40; // letters: more are not in the first line

double ascentOf(const QString& text, const QFont& font)
{
    QTextLayout layout(text.left(kLooked), font);
    layout.beginLayout();
    const QTextLine line = layout.createLine();
    layout.endLayout();
    return line.isValid() ? line.ascent() : 0;
}

/// By so much the first line of that cell stands higher than the others' of its row.
int raisedBy(const QModelIndex& index, const QFont& font)
{
    const double own = ascentOf(index.data().toString(), font);
    double most = own;
    for (int column = 0; column < index.model()->columnCount(); ++column)
        most = std::max(most, ascentOf(index.siblingAtColumn(column).data().toString(), font));
    return qRound(most - own);
}

} // namespace

void BaselineDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem own(option);
    initStyleOption(&own, index);
    const int down = raisedBy(index, own.font);
    if (down <= 0) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    const QStyle* style = own.widget == nullptr ? QApplication::style() : own.widget->style();
    QStyleOptionViewItem ground(own);
    ground.text.clear();
    style->drawControl(QStyle::CE_ItemViewItem, &ground, painter, own.widget);
    own.rect.setTop(own.rect.top() + down);
    own.state &= ~QStyle::State_HasFocus;
    own.backgroundBrush = Qt::NoBrush;
    style->drawControl(QStyle::CE_ItemViewItem, &own, painter, own.widget);
}

QSize BaselineDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    return QStyledItemDelegate::sizeHint(option, index) + QSize(0, raisedBy(index, option.font));
}

} // namespace halfopen
