// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/run_store.h"

#include <QDir>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QStandardPaths>
#include <QUuid>
#include <QVariant>

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>

#include "core/experiment_codec.h"
#include "core/words.h"
#include "store/schema.h"
#include "store/writer.h"

#include <fmt/format.h>

namespace halfopen {

namespace {

struct StatusWord final
{
    StoredStatus status;
    QLatin1String word;
};

constexpr std::array kStatusWords{
    StatusWord{StoredStatus::Running, QLatin1String("running")},     StatusWord{StoredStatus::Finished, QLatin1String("finished")},
    StatusWord{StoredStatus::Cancelled, QLatin1String("cancelled")}, StatusWord{StoredStatus::Refused, QLatin1String("refused")},
    StatusWord{StoredStatus::Failed, QLatin1String("failed")},       StatusWord{StoredStatus::Unfinished, QLatin1String("unfinished")},
};

QString wordFor(StoredStatus status)
{
    for (const StatusWord& entry : kStatusWords) {
        if (entry.status == status)
            return entry.word;
    }
    return {};
}

StoredStatus statusFrom(const QString& word)
{
    for (const StatusWord& entry : kStatusWords) {
        if (entry.word == word)
            return entry.status;
    }
    return StoredStatus::Unfinished;
}

struct VerdictWord final
{
    StoredVerdict verdict;
    QLatin1String word;
};

constexpr std::array kVerdictWords{
    VerdictWord{StoredVerdict::Unknown, QLatin1String("")},
    VerdictWord{StoredVerdict::AsPredicted, QLatin1String("as-predicted")},
    VerdictWord{StoredVerdict::Otherwise, QLatin1String("otherwise")},
    VerdictWord{StoredVerdict::Flagged, QLatin1String("flagged")},
    VerdictWord{StoredVerdict::NobodyLooked, QLatin1String("nobody-looked")},
    VerdictWord{StoredVerdict::StillWaiting, QLatin1String("still-waiting")},
};

QString verdictWord(StoredVerdict verdict)
{
    for (const VerdictWord& entry : kVerdictWords) {
        if (entry.verdict == verdict)
            return entry.word;
    }
    return {};
}

StoredVerdict verdictFrom(const QString& word)
{
    for (const VerdictWord& entry : kVerdictWords) {
        if (entry.word == word)
            return entry.verdict;
    }
    return StoredVerdict::Unknown;
}

QString columns()
{
    return QStringLiteral("id, title, started_at, program_version, status, summary, line_bytes, writer, place, duration_ms, verdict, "
                          "CASE WHEN json_valid(experiment) THEN json_array_length(experiment, '$.pairs') END");
}

/// A row of `columns()`. Running is only what somebody still writes: its program may have gone since the file was opened.
StoredRun runFrom(const QSqlQuery& row)
{
    StoredRun run;
    run.id = row.value(0).toString();
    run.title = row.value(1).toString();
    run.startedAt = row.value(2).toString();
    run.programVersion = row.value(3).toString();
    run.status = statusFrom(row.value(4).toString());
    run.summary = row.value(5).toString();
    run.lineBytes = row.value(6).toLongLong();
    run.facts.place = row.value(8).toString();
    if (!row.value(9).isNull())
        run.facts.durationMs = row.value(9).toLongLong();
    run.facts.verdict = verdictFrom(row.value(10).toString());
    run.pairs = row.value(11).toInt();
    if (run.status == StoredStatus::Running && !isWriterAlive(row.value(7).toString()))
        run.status = StoredStatus::Unfinished;
    return run;
}

} // namespace

class RunStore::Private final
{
public:
    explicit Private(QString path)
        : m_path(std::move(path)), m_connection(QStringLiteral("halfopen-") + QUuid::createUuid().toString(QUuid::WithoutBraces))
    {
        m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connection);
        m_database.setDatabaseName(m_path);
        m_database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000")); // ms that one program waits for another
    }

    ~Private()
    {
        m_database.close();
        m_database = QSqlDatabase();
        QSqlDatabase::removeDatabase(m_connection);
    }

    Private(const Private&) = delete;
    Private& operator=(const Private&) = delete;

    [[nodiscard]] Result<void> open();
    [[nodiscard]] Result<void> markVanished();

    /// Fails with SQLite's words in a sentence that names the file and what was to be done.
    [[nodiscard]] Error error(const char* wish, const std::string& why) const
    {
        return Error{
            0, fmt::format(words("core", "The history {} could not be {}: {}."), m_path.toStdString(), wish, why)};
    }

    /// Prepares, binds in order and runs.
    [[nodiscard]] Result<QSqlQuery> query(const QString& statement, const QVariantList& values) const
    {
        QSqlQuery query(m_database);
        query.setForwardOnly(true);
        if (!query.prepare(statement))
            return Error{0, sqlMessage(query.lastError())};
        for (const QVariant& value : values)
            query.addBindValue(value);
        if (!query.exec())
            return Error{0, sqlMessage(query.lastError())};
        return query;
    }

    QString m_path;
    QString m_connection;
    QSqlDatabase m_database;
    qint64 m_dataVersion = 0; // as hasChangedOutside() has seen it last
};

Result<void> RunStore::Private::open()
{
    if (!m_database.isValid())
        return Error{0, words("core", "Qt's SQLite driver is not installed (Debian: libqt6sql6-sqlite)")};
    if (!m_database.open())
        return Error{0, sqlMessage(m_database.lastError())};
    if (Result<void> migrated = migrate(m_database); !migrated)
        return migrated;
    // WAL: readers and one writer do not wait for each other. NORMAL: a killed program loses nothing, a power cut may
    // lose the last moments, and no append waits for the disk.
    for (const char* pragma : {"PRAGMA journal_mode = WAL", "PRAGMA synchronous = NORMAL", "PRAGMA foreign_keys = ON"}) {
        if (Result<void> done = execute(m_database, QString::fromLatin1(pragma)); !done)
            return done;
    }
    return markVanished();
}

Result<void> RunStore::Private::markVanished()
{
    Result<QSqlQuery> running = query(QStringLiteral("SELECT id, writer FROM run WHERE status = ?"), {wordFor(StoredStatus::Running)});
    if (!running)
        return running.error();
    QStringList vanished;
    while (running->next()) {
        if (!isWriterAlive(running->value(1).toString()))
            vanished.append(running->value(0).toString());
    }
    running->finish();
    for (const QString& id : std::as_const(vanished)) {
        const Result<QSqlQuery> marked = query(QStringLiteral("UPDATE run SET status = ? WHERE id = ? AND status = ?"),
                                               {wordFor(StoredStatus::Unfinished), id, wordFor(StoredStatus::Running)});
        if (!marked)
            return marked.error();
    }
    return {};
}

RunStore::RunStore(std::unique_ptr<Private> impl)
    : m_private(std::move(impl))
{
}

RunStore::~RunStore() = default;

Result<std::unique_ptr<RunStore>> RunStore::open(const QString& path)
{
    if (path != QLatin1String(":memory:")) {
        const QDir folder = QFileInfo(path).absoluteDir();
        if (!folder.exists() && !QDir().mkpath(folder.path()))
            return Error{0, fmt::format(words("core", "The folder {} for the history could not be made."),
                                        folder.path().toStdString())};
    }
    auto impl = std::make_unique<Private>(path);
    if (const Result<void> opened = impl->open(); !opened)
        return impl->error(words("core", "opened"), opened.error().message);
    return std::unique_ptr<RunStore>(new RunStore(std::move(impl)));
}

QString RunStore::path() const
{
    return m_private->m_path;
}

StoredFacts storedFacts(const Timeline& timeline, const std::vector<Outcome>& outcomes)
{
    StoredFacts facts;
    if (timeline.place()) {
        const std::string_view place = name(timeline.place()->place);
        facts.place = QString::fromUtf8(place.data(), static_cast<qsizetype>(place.size()));
    }
    if (timeline.eventCount() > 0)
        facts.durationMs = std::chrono::duration_cast<std::chrono::milliseconds>(timeline.lastTime()).count();
    const auto looked = [](const Outcome& outcome) { return outcome.verdict != Verdict::NotApplicable; };
    if (!timeline.startedAt())
        return facts;
    if (std::ranges::none_of(outcomes, looked))
        facts.verdict = StoredVerdict::NobodyLooked;
    else if (std::ranges::any_of(outcomes, [](const Outcome& outcome) { return !outcome.flagged.empty(); }))
        facts.verdict = StoredVerdict::Flagged;
    else
        facts.verdict = std::ranges::any_of(outcomes, contradicts)        ? StoredVerdict::Otherwise
                        : std::ranges::all_of(outcomes, isAsPredicted) ? StoredVerdict::AsPredicted
                                                                       : StoredVerdict::StillWaiting;
    return facts;
}

QString RunStore::defaultPath()
{
    // All programs share one file, whatever their own application name is.
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/halfopen/history.sqlite");
}

Result<void> RunStore::begin(const QString& id, const Experiment& experiment, const QString& startedAt, const QString& programVersion)
{
    const Result<QSqlQuery> inserted = m_private->query(
        QStringLiteral("INSERT INTO run (id, title, started_at, program_version, status, experiment, writer) VALUES (?, ?, ?, ?, ?, ?, ?)"),
        {id, QString::fromStdString(experiment.title), startedAt, programVersion, wordFor(StoredStatus::Running),
         QString::fromStdString(writeExperimentLine(experiment)), currentWriter()});
    if (!inserted)
        return m_private->error(words("core", "written"), inserted.error().message);
    return {};
}

Result<void> RunStore::append(const QString& id, const QByteArray& lines)
{
    if (lines.isEmpty())
        return {};
    WriteTransaction transaction(m_private->m_database);
    if (!transaction.begun())
        return m_private->error(words("core", "written"), transaction.begun().error().message);
    const Result<QSqlQuery> inserted = m_private->query(QStringLiteral("INSERT INTO chunk (run_id, lines) VALUES (?, ?)"), {id, lines});
    if (!inserted)
        return m_private->error(words("core", "written"), inserted.error().message);
    const Result<QSqlQuery> counted = m_private->query(QStringLiteral("UPDATE run SET line_bytes = line_bytes + ? WHERE id = ?"),
                                                       {static_cast<qlonglong>(lines.size()), id});
    if (!counted)
        return m_private->error(words("core", "written"), counted.error().message);
    if (const Result<void> committed = transaction.commit(); !committed)
        return m_private->error(words("core", "written"), committed.error().message);
    return {};
}

Result<void> RunStore::finish(const QString& id, StoredStatus status, const QString& summary, const StoredFacts& facts)
{
    const QVariant duration = facts.durationMs ? QVariant{static_cast<qlonglong>(*facts.durationMs)} : QVariant{};
    // A text that is not known is empty, not absent: the columns take no NULL.
    const auto present = [](const QString& text) { return text.isNull() ? QStringLiteral("") : text; };
    const Result<QSqlQuery> updated = m_private->query(
        QStringLiteral("UPDATE run SET status = ?, summary = ?, place = ?, duration_ms = ?, verdict = ? WHERE id = ?"),
        {wordFor(status), present(summary), present(facts.place), duration, verdictWord(facts.verdict), id});
    if (!updated)
        return m_private->error(words("core", "written"), updated.error().message);
    if (updated->numRowsAffected() != 1)
        return m_private->error(words("core", "written"),
                                fmt::format(words("core", "it has no run {}"), id.toStdString()));
    return {};
}

bool RunStore::hasChangedOutside()
{
    // Of this connection: it counts what others have written, not what this one has.
    Result<QSqlQuery> version = m_private->query(QStringLiteral("PRAGMA data_version"), {});
    if (!version || !version->next())
        return false;
    const qint64 before = std::exchange(m_private->m_dataVersion, version->value(0).toLongLong());
    return m_private->m_dataVersion != before;
}

Result<QList<StoredRun>> RunStore::list(int limit) const
{
    Result<QSqlQuery> rows = m_private->query(QStringLiteral("SELECT %1 FROM run ORDER BY started_at DESC, id DESC LIMIT ?").arg(columns()),
                                              {limit});
    if (!rows)
        return m_private->error(words("core", "read"), rows.error().message);
    QList<StoredRun> runs;
    while (rows->next())
        runs.append(runFrom(*rows));
    return runs;
}

Result<qint64> RunStore::count() const
{
    Result<QSqlQuery> row = m_private->query(QStringLiteral("SELECT count(*) FROM run"), {});
    if (!row)
        return m_private->error(words("core", "read"), row.error().message);
    return row->next() ? row->value(0).toLongLong() : 0;
}

Result<std::optional<StoredRun>> RunStore::find(const QString& idOrPrefix) const
{
    if (idOrPrefix.isEmpty())
        return std::optional<StoredRun>();
    if (idOrPrefix == QLatin1String("last")) {
        const Result<QList<StoredRun>> newest = list(1);
        if (!newest)
            return newest.error();
        return newest->isEmpty() ? std::optional<StoredRun>() : std::optional(newest->first());
    }
    Result<QSqlQuery> rows = m_private->query(
        QStringLiteral("SELECT %1 FROM run WHERE substr(id, 1, ?) = ? ORDER BY id LIMIT 2").arg(columns()),
        {static_cast<qlonglong>(idOrPrefix.size()), idOrPrefix});
    if (!rows)
        return m_private->error(words("core", "read"), rows.error().message);
    if (!rows->next())
        return std::optional<StoredRun>();
    const StoredRun run = runFrom(*rows);
    if (run.id != idOrPrefix && rows->next())
        return Error{0, fmt::format(words("core", "More than one run begins with '{}'; write more of its name."),
                                    idOrPrefix.toStdString())};
    return std::optional(run);
}

Result<Experiment> RunStore::experiment(const QString& id) const
{
    Result<QSqlQuery> row = m_private->query(QStringLiteral("SELECT experiment FROM run WHERE id = ?"), {id});
    if (!row)
        return m_private->error(words("core", "read"), row.error().message);
    if (!row->next())
        return Error{0, fmt::format(words("core", "There is no run {} in the history."), id.toStdString())};
    return parseExperiment(row->value(0).toString().toStdString());
}

Result<QByteArray> RunStore::lines(const QString& id) const
{
    Result<QSqlQuery> rows = m_private->query(QStringLiteral("SELECT lines FROM chunk WHERE run_id = ? ORDER BY number"), {id});
    if (!rows)
        return m_private->error(words("core", "read"), rows.error().message);
    QByteArray lines;
    while (rows->next())
        lines += rows->value(0).toByteArray();
    return lines;
}

Result<LinePage> RunStore::linesAfter(const QString& id, qint64 chunk, qsizetype mostBytes) const
{
    Result<QSqlQuery> rows = m_private->query(
        QStringLiteral("SELECT number, lines FROM chunk WHERE run_id = ? AND number > ? ORDER BY number"), {id, chunk});
    if (!rows)
        return m_private->error(words("core", "read"), rows.error().message);
    LinePage page{{}, chunk};
    while (page.lines.size() < mostBytes && rows->next()) {
        page.lines += rows->value(1).toByteArray();
        page.lastChunk = rows->value(0).toLongLong();
    }
    return page;
}

Result<void> RunStore::remove(const QString& id)
{
    // In one transaction: the run must not end, nor another begin, between the look and the deed.
    WriteTransaction transaction(m_private->m_database);
    if (!transaction.begun())
        return m_private->error(words("core", "written"), transaction.begun().error().message);
    Result<QSqlQuery> row = m_private->query(QStringLiteral("SELECT status, writer FROM run WHERE id = ?"), {id});
    if (!row)
        return m_private->error(words("core", "read"), row.error().message);
    const bool isWritten = row->next() && statusFrom(row->value(0).toString()) == StoredStatus::Running && isWriterAlive(row->value(1).toString());
    row->finish();
    if (isWritten)
        return Error{0, fmt::format(words("core", "The run {} is still going on. Stop it before you delete it."), id.toStdString())};
    const Result<QSqlQuery> removed = m_private->query(QStringLiteral("DELETE FROM run WHERE id = ?"), {id});
    if (!removed)
        return m_private->error(words("core", "written"), removed.error().message);
    if (const Result<void> committed = transaction.commit(); !committed)
        return m_private->error(words("core", "written"), committed.error().message);
    return {};
}

} // namespace halfopen
