// SPDX-License-Identifier: GPL-3.0-or-later
// The sockets dock: the table of both hosts' sockets.
#pragma once

#include <QStyledItemDelegate>
#include <QWidget>

#include <chrono>

class QLabel;
class QSortFilterProxyModel;
class QTableView;

namespace halfopen {

class ShownRun;
class SocketTableModel;
class ViewState;

/// How rows look: lit where they have just changed, grey where they are gone, the timer in its colour.
class SocketDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;
};

/// Table and empty state. Selecting a row selects its pair and end everywhere.
class SocketPanel final : public QWidget
{
    Q_OBJECT

public:
    SocketPanel(ShownRun& run, ViewState& view, QWidget* parent = nullptr);

    [[nodiscard]] SocketTableModel* model() const { return m_model; }

public Q_SLOTS:
    /// `now` since hello.
    void refresh(std::chrono::nanoseconds now);

private:
    void restart();
    void showSelection();
    void takeCurrent(const QModelIndex& current);
    void fitColumns();

    ShownRun& m_run;
    ViewState& m_view;
    SocketTableModel* m_model = nullptr;
    QSortFilterProxyModel* m_proxy = nullptr;
    QTableView* m_table = nullptr;
    QLabel* m_empty = nullptr;
    bool m_fitted = false;
};

} // namespace halfopen
