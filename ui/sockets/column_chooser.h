// SPDX-License-Identifier: GPL-3.0-or-later
// Which columns of the socket table are shown.
#pragma once

#include <QObject>

#include <optional>

#include "ui/sockets/socket_columns.h"

class QMenu;
class QSettings;
class QTableView;

namespace halfopen {

class MoreColumns;

/// As many columns as fit, the most important first, until the user chooses; then his, kept in the settings.
class ColumnChooser final : public QObject
{
    Q_OBJECT

public:
    ColumnChooser(QTableView& table, QSettings& settings, QObject* parent);

    /// Columns to be ticked, and "as many as fit".
    [[nodiscard]] QMenu* menu() const { return m_menu; }
    /// The user's choice; empty: as many as fit.
    [[nodiscard]] std::optional<ColumnSet> chosen() const { return m_chosen; }
    void choose(std::optional<ColumnSet> columns);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fillMenu();
    void arrange();
    [[nodiscard]] int titleWidth(int column) const;
    [[nodiscard]] int nameWidth() const;
    [[nodiscard]] int widthOf(int column) const;
    [[nodiscard]] ColumnSet fitting(int room) const;
    void tellMissing(ColumnSet shown);

    QTableView& m_table;
    QSettings& m_settings;
    QMenu* m_menu = nullptr;
    MoreColumns* m_more = nullptr;
    std::optional<ColumnSet> m_chosen;
    bool m_tight = false; // columns of words as wide as their usual ones, not as their longest
};

} // namespace halfopen
