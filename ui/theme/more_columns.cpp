// SPDX-License-Identifier: GPL-3.0-or-later
// What a table has no room for.
#include "ui/theme/more_columns.h"

#include <QEvent>
#include <QHeaderView>
#include <QLocale>
#include <QTableView>

namespace halfopen {

MoreColumns::MoreColumns(QTableView& table, const QString& objectName) : QToolButton(table.horizontalHeader()), m_table(table)
{
    setObjectName(objectName);
    setAutoRaise(true);
    setAutoFillBackground(true);
    setFocusPolicy(Qt::TabFocus);
    m_table.horizontalHeader()->installEventFilter(this);
    hide();
}

void MoreColumns::tell(const QStringList& titles)
{
    setText(QStringLiteral("+") + QLocale().toString(titles.size()));
    setToolTip(tr("Columns without room here: %1", "their titles").arg(titles.join(tr(", ", "between titles of columns"))));
    setAccessibleName(toolTip());
    setVisible(!titles.isEmpty());
    place();
}

void MoreColumns::place()
{
    const auto* header = m_table.horizontalHeader();
    const int wide = fontMetrics().horizontalAdvance(text()) + fontMetrics().height() / 2;
    setGeometry(header->width() - wide, 0, wide, header->height());
}

bool MoreColumns::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize)
        place();
    return QToolButton::eventFilter(watched, event);
}

} // namespace halfopen
