// SPDX-License-Identifier: GPL-3.0-or-later
// How the rows of the socket table look.
#include "ui/sockets/socket_delegate.h"

#include <QAbstractProxyModel>
#include <QPainter>

#include <algorithm>

#include "ui/sockets/socket_table_model.h"
#include "ui/theme/colours.h"

namespace halfopen {

namespace {

bool isPainted(int column) { return column == SocketColumns::TimerHistory || column == SocketColumns::QueueHistory; }

QModelIndex sourceOf(const QModelIndex& index)
{
    const auto* proxy = qobject_cast<const QAbstractProxyModel*>(index.model());
    return proxy == nullptr ? index : proxy->mapToSource(index);
}

} // namespace

SocketDelegate::SocketDelegate(const SocketTableModel& model, QObject* parent) : QStyledItemDelegate(parent), m_model(model) {}

void SocketDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const auto colours = Colours::from(option->palette);
    const QColor lit = withAlpha(colours.yellow, 0.35);
    const bool isLit = !isPainted(index.column()) && index.data(SocketTableModel::LitRole).toBool();
    const auto paintWith = [&](const QColor& colour) {
        const QColor ground = (option->state & QStyle::State_Selected) ? colours.selection : colours.panel;
        const QColor ink = inkOn(isLit ? mixed(ground, colours.yellow, lit.alphaF()) : ground, colour);
        option->palette.setColor(QPalette::Text, ink);
        option->palette.setColor(QPalette::HighlightedText, ink);
    };
    if (index.data(SocketTableModel::GoneRole).toBool())
        paintWith(colours.mutedText);
    const auto timer = static_cast<KernelTimer>(index.data(SocketTableModel::TimerRole).toInt());
    if (index.column() == SocketColumns::Timer && timer != KernelTimer::None) {
        paintWith(colours.of(timer));
        option->font.setBold(true);
    }
    // A painted history says in a picture what its text says in words.
    if (isPainted(index.column()))
        option->text.clear();
    else if (isLit)
        option->backgroundBrush = lit;
}

void SocketDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    if (!isPainted(index.column()))
        return;
    const auto& entry = m_model.entry(sourceOf(index).row());
    const QRectF room = QRectF(option.rect).adjusted(4, 2, -4, -2);
    if (entry.steps.empty() || room.width() < 4 || room.height() < 4 || m_model.now() <= m_model.from())
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->setClipRect(option.rect);
    if (index.column() == SocketColumns::TimerHistory)
        paintTimers(*painter, room, entry, option.palette);
    else
        paintQueue(*painter, room, entry, option.palette);
    painter->restore();
}

double SocketDelegate::xOf(const QRectF& room, double seconds) const
{
    const double span = toSeconds(m_model.now() - m_model.from());
    const double part = std::clamp((seconds - toSeconds(m_model.from())) / span, 0.0, 1.0);
    return room.left() + part * room.width();
}

void SocketDelegate::paintTimers(QPainter& painter, const QRectF& room, const SocketEntry& entry, const QPalette& palette) const
{
    const auto colours = Colours::from(palette);
    const int most = std::max(1, std::ranges::max(entry.steps, {}, &SocketStep::count).count);
    for (std::size_t number = 0; number < entry.steps.size(); ++number) {
        const auto& step = entry.steps[number];
        if (step.gone)
            continue;
        const double left = xOf(room, toSeconds(step.at));
        const double right = number + 1 < entry.steps.size() ? xOf(room, toSeconds(entry.steps[number + 1].at)) : room.right();
        // The armed timer is a low strip, what went unanswered stands on it; no timer is a thin line.
        const double low = step.timer == KernelTimer::None ? 1.0 : 3.0;
        const double high = low + (room.height() - 3.0) * step.count / most;
        painter.fillRect(QRectF(left, room.bottom() - high, std::max(1.0, right - left), high),
                         step.timer == KernelTimer::None ? colours.faintText : colours.of(step.timer));
    }
}

void SocketDelegate::paintQueue(QPainter& painter, const QRectF& room, const SocketEntry& entry, const QPalette& palette) const
{
    const auto colours = Colours::from(palette);
    const double most = std::max(1.0, static_cast<double>(std::ranges::max(entry.steps, {}, &SocketStep::sendQueue).sendQueue));
    for (std::size_t number = 0; number < entry.steps.size(); ++number) {
        const auto& step = entry.steps[number];
        if (step.gone)
            continue;
        const double left = xOf(room, toSeconds(step.at));
        const double right = number + 1 < entry.steps.size() ? xOf(room, toSeconds(entry.steps[number + 1].at)) : room.right();
        const double high = std::max(1.0, room.height() * static_cast<double>(step.sendQueue) / most);
        painter.fillRect(QRectF(left, room.bottom() - high, std::max(1.0, right - left), high), colours.skyBlue);
    }
}

} // namespace halfopen
