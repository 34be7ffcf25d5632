// SPDX-License-Identifier: GPL-3.0-or-later
// The sockets dock: the table of both hosts' sockets with its filter.
#pragma once

#include <QTimer>
#include <QWidget>

#include <chrono>
#include <optional>

#include "core/run_time.h"

class QLabel;
class QSettings;
class QTableView;

namespace halfopen {

class ColumnChooser;
class ShownRun;
class SocketFilter;
class SocketFilterBar;
class SocketTableModel;
class ViewState;
struct EventRef;

/// Table, filter line and empty state. Selecting a row selects its pair and end everywhere.
class SocketPanel final : public QWidget
{
    Q_OBJECT

public:
    SocketPanel(ShownRun& run, ViewState& view, QSettings& settings, QWidget* parent = nullptr);

    [[nodiscard]] SocketTableModel* model() const { return m_model; }

Q_SIGNALS:
    /// At which instant the rows stand, in words; empty: they are the latest.
    void instantTold(const QString& words);

public Q_SLOTS:
    /// `now` since hello.
    void refresh(std::chrono::nanoseconds now);

protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildTable(QSettings& settings);
    void connectViews();
    void retranslate();
    void restart();
    void filter();
    void showSelection();
    void showRow(int row);
    void showPicked(const std::optional<EventRef>& event);
    void takeCurrent(const QModelIndex& current);
    void pick(const QModelIndex& index);
    void copyRows();
    void showEmpty();
    /// The rows of the time line's cursor, where there is one.
    void showInstant();
    [[nodiscard]] bool isOver() const;
    [[nodiscard]] QString instantWords(RunTime at) const;

    ShownRun& m_run;
    ViewState& m_view;
    SocketTableModel* m_model = nullptr;
    SocketFilter* m_filter = nullptr;
    SocketFilterBar* m_bar = nullptr;
    QTableView* m_table = nullptr;
    ColumnChooser* m_columns = nullptr;
    QLabel* m_empty = nullptr;
    QTimer m_follow; // the cursor moves more often than a table needs to
    QString m_told;
    std::chrono::nanoseconds m_lastNow{0};
    bool m_showing = false; // the selection follows others; it is not the user's
};

} // namespace halfopen
