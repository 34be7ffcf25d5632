// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of the history, and how older ones become today's.
#pragma once

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>

#include "core/result.h"

namespace halfopen {

/// Kept in PRAGMA user_version. 0 is an empty file.
inline constexpr int kSchemaVersion = 2;

/// Brings the tables to `kSchemaVersion` in one transaction; on failure the file stays as it was. Fails on a newer
/// schema, and where the file is no database.
[[nodiscard]] Result<void> migrate(QSqlDatabase& database);

/// Runs one statement without values. Fails with SQLite's own words.
[[nodiscard]] Result<void> execute(QSqlDatabase& database, const QString& statement);

/// SQLite's own words for the last failure.
[[nodiscard]] std::string sqlMessage(const QSqlError& error);

/// A write transaction from BEGIN IMMEDIATE on, so that two programs wait for each other instead of failing half way.
/// Rolled back unless committed.
class WriteTransaction final
{
public:
    explicit WriteTransaction(QSqlDatabase& database);
    ~WriteTransaction();
    WriteTransaction(const WriteTransaction&) = delete;
    WriteTransaction& operator=(const WriteTransaction&) = delete;

    [[nodiscard]] const Result<void>& begun() const { return m_begun; }
    [[nodiscard]] Result<void> commit();

private:
    QSqlDatabase& m_database;
    Result<void> m_begun;
    bool m_open = false;
};

} // namespace halfopen
