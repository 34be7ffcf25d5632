// SPDX-License-Identifier: GPL-3.0-or-later
// How the tables of the docks look and behave alike, and what stands where one is empty.
#include "ui/theme/plain_table.h"

#include <QAction>
#include <QHeaderView>
#include <QLabel>
#include <QTableView>

#include "ui/theme/looks.h"

namespace halfopen {

void makePlain(QTableView& table, QLatin1String objectName)
{
    table.setObjectName(objectName);
    wear(table, Look::Table);
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setSelectionMode(QAbstractItemView::ExtendedSelection);
    table.setShowGrid(false);
    table.setFrameShape(QFrame::NoFrame);
    table.setWordWrap(false);
    table.setTabKeyNavigation(false);
    table.setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table.verticalHeader()->hide();
    table.horizontalHeader()->setHighlightSections(false);
}

void setRowHeight(QTableView& table, double lines)
{
    table.verticalHeader()->setDefaultSectionSize(static_cast<int>(table.fontMetrics().height() * lines));
}

QAction* addCopyAction(QTableView& table, QLatin1String objectName)
{
    auto* copy = new QAction(&table);
    copy->setObjectName(objectName);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    table.addAction(copy);
    return copy;
}

QLabel* emptyNote(QLatin1String objectName, QWidget* parent)
{
    auto* note = new QLabel(parent);
    note->setObjectName(objectName);
    note->setAlignment(Qt::AlignCenter);
    note->setWordWrap(true);
    note->setMargin(12);
    note->setForegroundRole(QPalette::PlaceholderText);
    return note;
}

} // namespace halfopen
