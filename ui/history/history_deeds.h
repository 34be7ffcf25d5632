// SPDX-License-Identifier: GPL-3.0-or-later
// The search and the buttons over the list of runs.
#pragma once

#include <QList>
#include <QWidget>

#include <optional>

class QAction;
class QGridLayout;
class QPushButton;

namespace halfopen {

/// The buttons stand beside the search where there is room, else below it, so that a low or narrow dock keeps its rows.
class HistoryDeeds final : public QWidget
{
    Q_OBJECT

public:
    HistoryDeeds(QWidget* search, const QList<QAction*>& deeds, QWidget* parent);

    /// For that much room; empty: nobody sees it. Returns the least width that it needs.
    int arrange(std::optional<int> room);

private:
    [[nodiscard]] QPushButton* button(QAction* action);
    [[nodiscard]] int widthOf(int columns) const;

    QWidget* m_search;
    QList<QPushButton*> m_buttons;
    QGridLayout* m_grid;
    int m_columns = 0; // of the buttons
};

} // namespace halfopen
