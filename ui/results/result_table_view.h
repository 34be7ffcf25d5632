// SPDX-License-Identifier: GPL-3.0-or-later
// The table of results, in a dock that may be narrow.
#pragma once

#include <QTableView>

#include <vector>

#include "ui/results/run_result.h"

namespace halfopen {

/// Shows a ResultTableModel. Name, prediction, measurement, difference and verdict are in sight without scrolling: where
/// there is no room for their long forms, in short ones, and the name in a line above the numbers.
class ResultTableView : public QTableView
{
    Q_OBJECT

public:
    explicit ResultTableView(QWidget* parent = nullptr);

    void setModel(QAbstractItemModel* model) override;
    /// Fits the columns to the view's width. `runs`: what the model shows; columns that would say nothing are left out.
    void fit(const std::vector<RunResult>& runs);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void setType(double share, bool brief);
    [[nodiscard]] int widthOf(std::initializer_list<int> columns) const;
    void fitShort(double share, bool brief);

    QAbstractItemDelegate* m_beside; // of rows that have one line
    QAbstractItemDelegate* m_below;  // of those whose name stands above their numbers
    void stretchSign();

    int m_leastSign = 0; // px
    int m_padding = 0; // px beside a number
    bool m_short = false;
};

} // namespace halfopen
