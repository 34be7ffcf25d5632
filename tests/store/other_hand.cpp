// SPDX-License-Identifier: GPL-3.0-or-later
// What another program than this one may do to a history.
#include "other_hand.h"

#include <QSqlDatabase>
#include <QSqlQuery>

namespace halfopen {

bool deleteRow(const QString& path, const QString& runId)
{
    const QString name = QStringLiteral("other hand");
    bool deleted = false;
    {
        auto database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        database.setDatabaseName(path);
        if (database.open() && QSqlQuery(database).exec(QStringLiteral("PRAGMA foreign_keys = ON"))) {
            QSqlQuery query(database);
            deleted = query.prepare(QStringLiteral("DELETE FROM run WHERE id = ?"));
            query.addBindValue(runId);
            deleted = deleted && query.exec() && query.numRowsAffected() == 1;
        }
    }
    QSqlDatabase::removeDatabase(name);
    return deleted;
}

} // namespace halfopen
