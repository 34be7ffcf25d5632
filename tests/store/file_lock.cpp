// SPDX-License-Identifier: GPL-3.0-or-later
// Another program in the midst of writing to a history.
#include "file_lock.h"

#include <QSqlDatabase>
#include <QSqlQuery>

namespace halfopen {

namespace {

QString lockName() { return QStringLiteral("lock"); }

} // namespace

FileLock::FileLock(const QString& path)
{
    auto database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), lockName());
    database.setDatabaseName(path);
    m_held = database.open() && QSqlQuery(database).exec(QStringLiteral("BEGIN IMMEDIATE"));
}

FileLock::~FileLock()
{
    release();
    QSqlDatabase::removeDatabase(lockName());
}

void FileLock::release()
{
    QSqlDatabase::database(lockName(), false).close();
    m_held = false;
}

} // namespace halfopen
