// SPDX-License-Identifier: GPL-3.0-or-later
// How the rows of the socket table look.
#pragma once

#include <QStyledItemDelegate>

namespace halfopen {

class SocketTableModel;
struct SocketEntry;

/// Lit where a cell has just changed, grey where the row is gone, the timer in its colour, histories as sparklines.
class SocketDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    SocketDelegate(const SocketTableModel& model, QObject* parent);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;

private:
    void paintTimers(QPainter& painter, const QRectF& room, const SocketEntry& entry, const QPalette& palette) const;
    void paintQueue(QPainter& painter, const QRectF& room, const SocketEntry& entry, const QPalette& palette) const;
    [[nodiscard]] double xOf(const QRectF& room, double seconds) const;

    const SocketTableModel& m_model;
};

} // namespace halfopen
