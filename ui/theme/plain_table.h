// SPDX-License-Identifier: GPL-3.0-or-later
// How the tables of the docks look and behave alike, and what stands where one is empty.
#pragma once

#include <QLatin1String>

class QAction;
class QLabel;
class QTableView;
class QWidget;

namespace halfopen {

/// Whole rows are picked, lines and headings do not shout, and the tab key leaves the table.
void makePlain(QTableView& table, QLatin1String objectName);
/// Of that many lines of text each.
void setRowHeight(QTableView& table, double lines);
/// Works while the table has the focus, and stands in its context menu where that is made of actions.
[[nodiscard]] QAction* addCopyAction(QTableView& table, QLatin1String objectName);
/// Stands in the place of an empty table and says what will fill it.
[[nodiscard]] QLabel* emptyNote(QLatin1String objectName, QWidget* parent);

} // namespace halfopen
