// SPDX-License-Identifier: GPL-3.0-or-later
// How cells of the history are painted where there is little room.
#include "ui/history/history_cells.h"

#include <QApplication>

#include "ui/theme/quantity_text.h"

namespace halfopen {

namespace {

constexpr int kCellMargin = 5; // px: what the style keeps free beside the words

} // namespace

QString WholeWords::cut(const QString& text, const QFontMetrics& metrics, int room)
{
    if (metrics.horizontalAdvance(text) <= room)
        return text;
    // A number and its unit are one word.
    const QString whole = unitsKept(text);
    const QString elided = metrics.elidedText(whole, Qt::ElideRight, room);
    const auto isIdeograph = [](QChar letter) { return letter.script() == QChar::Script_Han; };
    // Back to where a word ends: before a space, or beside a Chinese character, which is a word of its own.
    qsizetype end = elided.size() - 1; // of "…"
    const bool midWord = end < whole.size() && whole[end] != u' ' && !isIdeograph(whole[end]);
    while (midWord && end > 0 && elided[end - 1] != u' ' && !isIdeograph(elided[end - 1]))
        --end;
    if (end <= 0)
        return elided;
    const QString kept = elided.left(end);
    return isIdeograph(kept.back()) ? QString(kept + u'…') : QString(kept.trimmed() + QStringLiteral(" …"));
}

void WholeWords::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem own(option);
    initStyleOption(&own, index);
    own.text = cut(own.text, own.fontMetrics, own.rect.width() - 2 * kCellMargin);
    const QStyle* style = own.widget == nullptr ? QApplication::style() : own.widget->style();
    style->drawControl(QStyle::CE_ItemViewItem, &own, painter, own.widget);
}

void AirBehind::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->text += QString(2, QChar(QChar::Nbsp));
}

} // namespace halfopen
