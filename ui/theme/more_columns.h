// SPDX-License-Identifier: GPL-3.0-or-later
// What a table has no room for.
#pragma once

#include <QToolButton>

class QTableView;

namespace halfopen {

/// At the right end of a table's heading: how many columns are not shown, and in the tool tip which.
class MoreColumns final : public QToolButton
{
    Q_OBJECT

public:
    MoreColumns(QTableView& table, const QString& objectName);

    /// The titles of what is not shown; none: nothing is said.
    void tell(const QStringList& titles);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void place();

    QTableView& m_table;
};

} // namespace halfopen
