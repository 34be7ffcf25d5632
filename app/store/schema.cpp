// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/schema.h"

#include <QSqlError>
#include <QStringList>
#include <QVariant>

#include <array>

#include "core/words.h"

#include <fmt/format.h>

namespace halfopen {

namespace {

/// `lines`: one row for each append; a row is never changed.
const QStringList& stepToSchema1()
{
    static const QStringList statements{
        QStringLiteral("CREATE TABLE run ("
                       "id TEXT PRIMARY KEY NOT NULL, title TEXT NOT NULL, started_at TEXT NOT NULL, "
                       "program_version TEXT NOT NULL, status TEXT NOT NULL, summary TEXT NOT NULL DEFAULT '', "
                       "experiment TEXT NOT NULL, line_bytes INTEGER NOT NULL DEFAULT 0, writer TEXT NOT NULL)"),
        QStringLiteral("CREATE TABLE chunk ("
                       "number INTEGER PRIMARY KEY AUTOINCREMENT, "
                       "run_id TEXT NOT NULL REFERENCES run(id) ON DELETE CASCADE, lines BLOB NOT NULL)"),
        QStringLiteral("CREATE INDEX chunk_of_run ON chunk(run_id, number)"),
        QStringLiteral("CREATE INDEX run_by_status ON run(status)"),
    };
    return statements;
}

/// What lists tell of a run without reading its lines; older runs have none of it.
const QStringList& stepToSchema2()
{
    static const QStringList statements{
        QStringLiteral("ALTER TABLE run ADD COLUMN place TEXT NOT NULL DEFAULT ''"),
        QStringLiteral("ALTER TABLE run ADD COLUMN duration_ms INTEGER"),
        QStringLiteral("ALTER TABLE run ADD COLUMN verdict TEXT NOT NULL DEFAULT ''"),
    };
    return statements;
}

Result<int> schemaVersion(const QSqlDatabase& database)
{
    QSqlQuery query(database);
    if (!query.exec(QStringLiteral("PRAGMA user_version")) || !query.next())
        return Error{0, sqlMessage(query.lastError())};
    return query.value(0).toInt();
}

} // namespace

std::string sqlMessage(const QSqlError& error)
{
    const QString text = error.databaseText().isEmpty() ? error.driverText() : error.databaseText();
    return text.trimmed().toStdString();
}

Result<void> execute(QSqlDatabase& database, const QString& statement)
{
    QSqlQuery query(database);
    if (!query.exec(statement))
        return Error{0, sqlMessage(query.lastError())};
    return {};
}

WriteTransaction::WriteTransaction(QSqlDatabase& database)
    : m_database(database), m_begun(execute(database, QStringLiteral("BEGIN IMMEDIATE"))), m_open(m_begun.ok())
{
}

WriteTransaction::~WriteTransaction()
{
    if (m_open)
        (void)execute(m_database, QStringLiteral("ROLLBACK")); // fails only where SQLite has already rolled back
}

Result<void> WriteTransaction::commit()
{
    Result<void> committed = execute(m_database, QStringLiteral("COMMIT"));
    if (committed)
        m_open = false;
    return committed;
}

Result<void> migrate(QSqlDatabase& database)
{
    using Step = const QStringList& (*)();
    static constexpr std::array<Step, kSchemaVersion> kSteps{&stepToSchema1, &stepToSchema2}; // [n]: from schema n to n + 1

    Result<int> version = schemaVersion(database);
    if (!version)
        return version.error();
    if (*version == kSchemaVersion)
        return {};
    WriteTransaction transaction(database);
    if (!transaction.begun())
        return transaction.begun();
    version = schemaVersion(database); // another program may have been first
    if (!version)
        return version.error();
    if (*version > kSchemaVersion || *version < 0)
        return Error{
            0,
            fmt::format(words("core", "its schema is {} and this version knows schemas up to {}; update the program"),
                        *version, kSchemaVersion)};
    for (std::size_t step = static_cast<std::size_t>(*version); step < kSteps.size(); ++step) {
        for (const QString& statement : kSteps[step]()) {
            if (Result<void> done = execute(database, statement); !done)
                return done;
        }
    }
    if (Result<void> done = execute(database, QStringLiteral("PRAGMA user_version = %1").arg(kSchemaVersion)); !done)
        return done;
    return transaction.commit();
}

} // namespace halfopen
