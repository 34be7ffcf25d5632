// SPDX-License-Identifier: GPL-3.0-or-later
// The search and the buttons over the list of runs.
#pragma once

#include <QList>
#include <QWidget>

#include <utility>

class QAction;
class QGridLayout;
class QPushButton;

namespace halfopen {

/// The buttons stand beside the search where there is room, else below it. Where it is too low for that too, those that
/// matter least are left to the menu of the runs: a dock may never hold the whole window open.
class HistoryDeeds final : public QWidget
{
    Q_OBJECT

public:
    HistoryDeeds(QWidget* search, const QList<QAction*>& deeds, QWidget* parent);

    void arrange(const QSize& room);
    /// In one row: what it must have in any case.
    [[nodiscard]] QSize leastSize() const;

private:
    [[nodiscard]] QPushButton* button(QAction* action);
    [[nodiscard]] int widthOf(int columns) const;
    [[nodiscard]] int heightOf(int columns) const;
    [[nodiscard]] int searchWidth() const;
    [[nodiscard]] int thatFit(int width) const;
    void putBeside(int shown);
    void putBelow(int columns);

    QWidget* m_search;
    QList<QPushButton*> m_buttons;
    QGridLayout* m_grid;
    std::pair<bool, int> m_arranged{false, 0}; // beside the search, so many; below it, in so many columns
};

} // namespace halfopen
