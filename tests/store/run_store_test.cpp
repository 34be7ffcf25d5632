// SPDX-License-Identifier: GPL-3.0-or-later
// The history: what is written is read back, by several programs, over kills, old files and damaged ones.
#include "store/run_store.h"
#include "store/schema.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <limits>

using namespace halfopen;

namespace {

const QString kId = QStringLiteral("20261122T103059.123Z-4f2a");
const QString kStartedAt = QStringLiteral("2026-11-22T10:30:59.123Z");
const QString kVersion = QStringLiteral("0.1.0");

Experiment readerExperiment()
{
    Experiment experiment;
    experiment.title = "Idle reader";
    experiment.timeLimitSeconds = 12.5;
    experiment.sysctl = {{"tcp_retries2", 5}};
    Pair pair;
    pair.name = "reader";
    pair.client.activity = Activity::Recv;
    pair.client.options.keepAlive = true;
    pair.client.options.keepIdleSeconds = 2;
    experiment.pairs.push_back(pair);
    experiment.faults.push_back(Fault{});
    return experiment;
}

std::unique_ptr<RunStore> opened(const QString& path)
{
    Result<std::unique_ptr<RunStore>> store = RunStore::open(path);
    if (!store) {
        qWarning("%s", store.error().message.c_str());
        return nullptr;
    }
    return std::move(*store);
}

/// Runs the statements of a file against a fresh database.
bool makeDatabase(const QString& path, const QString& sqlFile)
{
    QFile file(sqlFile);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    bool good = true;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("maker"));
        database.setDatabaseName(path);
        good = database.open();
        const QStringList statements = QString::fromUtf8(file.readAll()).split(QStringLiteral(";\n"), Qt::SkipEmptyParts);
        for (const QString& statement : statements)
            good = good && QSqlQuery(database).exec(statement);
        database.close();
    }
    QSqlDatabase::removeDatabase(QStringLiteral("maker"));
    return good;
}

int schemaOf(const QString& path)
{
    int version = -1;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("asker"));
        database.setDatabaseName(path);
        QSqlQuery query(database.open() ? database : QSqlDatabase());
        if (query.exec(QStringLiteral("PRAGMA user_version")) && query.next())
            version = query.value(0).toInt();
    }
    QSqlDatabase::removeDatabase(QStringLiteral("asker"));
    return version;
}

} // namespace

class RunStoreTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(m_folder.isValid()); }
    void aRunIsReadBackAsItWasWritten();
    void newestRunsComeFirst();
    void aRunThatWasTooShortContradictsNothing();
    void runsAreFoundByTheBeginningOfTheirId();
    void removedRunsTakeTheirLinesAlong();
    void aRunThatIsWrittenStays();
    void anAppendToNoRunIsRefused();
    void aKilledWriterLeavesItsRunUnfinished();
    void twoWritersDoNotDisturbEachOther();
    void aFileOfSchema1Opens();
    void aNewerSchemaIsRefused();
    void aFailedMigrationLeavesTheFileAlone();
    void aFileThatIsNoDatabaseIsRefused();
    void anUnusablePathIsRefused();
    void aMegabyteIsAppendedQuickly();

private:
    QString path(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    QTemporaryDir m_folder;
};

void RunStoreTest::aRunThatWasTooShortContradictsNothing()
{
    using namespace std::chrono_literals;
    Timeline timeline(readerExperiment());
    timeline.append({1ms, StartedEvent{}});
    Outcome waits;
    waits.verdict = Verdict::Missing;
    waits.cutShort = true;
    Outcome good;
    good.verdict = Verdict::Inside;
    QCOMPARE(storedFacts(timeline, {good, waits}).verdict, StoredVerdict::StillWaiting);
    QCOMPARE(storedFacts(timeline, {good, good}).verdict, StoredVerdict::AsPredicted);
    waits.cutShort = false;
    QCOMPARE(storedFacts(timeline, {good, waits}).verdict, StoredVerdict::Otherwise);
    // And so it is read back.
    const auto store = opened(path("short.sqlite"));
    QVERIFY(store);
    waits.cutShort = true;
    QVERIFY(store->begin(kId, readerExperiment(), kStartedAt, kVersion).ok());
    QVERIFY(store->finish(kId, StoredStatus::Finished, QStringLiteral("still waiting"), storedFacts(timeline, {waits})).ok());
    QCOMPARE((*store->find(kId))->facts.verdict, StoredVerdict::StillWaiting);
}

void RunStoreTest::aRunIsReadBackAsItWasWritten()
{
    const auto store = opened(path("new/folder/history.sqlite"));
    QVERIFY(store);
    QVERIFY(store->begin(kId, readerExperiment(), kStartedAt, kVersion).ok());
    QCOMPARE((*store->find(kId))->status, StoredStatus::Running);
    const QByteArray first("{\"ev\":\"hello\"}\n\xc3\xa4\n");
    const QByteArray second("'; DROP TABLE run; --\n");
    QVERIFY(store->append(kId, first).ok());
    QVERIFY(store->append(kId, QByteArray()).ok());
    QVERIFY(store->append(kId, second).ok());
    QVERIFY(store->finish(kId, StoredStatus::Finished, QStringLiteral("recv ETIMEDOUT after 5.070 s")).ok());

    const auto again = opened(path("new/folder/history.sqlite"));
    QVERIFY(again);
    const auto found = again->find(kId);
    QVERIFY(found.ok() && found->has_value());
    const StoredRun& run = **found;
    QCOMPARE(run.id, kId);
    QCOMPARE(run.title, QStringLiteral("Idle reader"));
    QCOMPARE(run.startedAt, kStartedAt);
    QCOMPARE(run.programVersion, kVersion);
    QCOMPARE(run.status, StoredStatus::Finished);
    QCOMPARE(run.summary, QStringLiteral("recv ETIMEDOUT after 5.070 s"));
    QCOMPARE(run.lineBytes, first.size() + second.size());
    QCOMPARE(*again->lines(kId), QByteArray(first).append(second));
    const auto experiment = again->experiment(kId);
    QVERIFY(experiment.ok());
    QVERIFY(*experiment == readerExperiment());
}

void RunStoreTest::newestRunsComeFirst()
{
    const auto store = opened(QStringLiteral(":memory:"));
    QVERIFY(store);
    QVERIFY(store->begin(QStringLiteral("b"), readerExperiment(), QStringLiteral("2026-11-22T10:00:02.000Z"), kVersion).ok());
    QVERIFY(store->begin(QStringLiteral("a"), readerExperiment(), QStringLiteral("2026-11-22T10:00:03.000Z"), kVersion).ok());
    QVERIFY(store->begin(QStringLiteral("c"), readerExperiment(), QStringLiteral("2026-11-22T10:00:01.000Z"), kVersion).ok());
    QString order;
    const auto runs = store->list();
    QVERIFY(runs.ok());
    for (const StoredRun& run : *runs)
        order += run.id;
    QCOMPARE(order, QStringLiteral("abc"));
    QCOMPARE(store->list(2)->size(), 2);
    QCOMPARE(store->list(-1)->size(), 3);
    QCOMPARE(*store->count(), qint64{3});
}

void RunStoreTest::runsAreFoundByTheBeginningOfTheirId()
{
    const auto store = opened(QStringLiteral(":memory:"));
    QVERIFY(store);
    QVERIFY(store->find(QStringLiteral("last")).ok());
    QVERIFY(!store->find(QStringLiteral("last"))->has_value());
    for (const char* id : {"2026-ab", "2026-ac", "2026-a", "2027%"})
        QVERIFY(store->begin(QString::fromLatin1(id), readerExperiment(), QString::fromLatin1(id), kVersion).ok());

    QCOMPARE((*store->find(QStringLiteral("2026-ab")))->id, QStringLiteral("2026-ab"));
    QCOMPARE((*store->find(QStringLiteral("2026-a")))->id, QStringLiteral("2026-a")); // a whole id wins over beginnings
    QCOMPARE((*store->find(QStringLiteral("2027")))->id, QStringLiteral("2027%"));
    QCOMPARE((*store->find(QStringLiteral("last")))->id, QStringLiteral("2027%"));
    QVERIFY(store->find(QStringLiteral("2028")).ok());
    QVERIFY(!store->find(QStringLiteral("2028"))->has_value());
    QVERIFY(!store->find(QStringLiteral("%"))->has_value());
    const auto ambiguous = store->find(QStringLiteral("2026"));
    QVERIFY(!ambiguous.ok());
    QCOMPARE(ambiguous.error().message, std::string("More than one run begins with '2026'; write more of its name."));
}

void RunStoreTest::removedRunsTakeTheirLinesAlong()
{
    const auto store = opened(QStringLiteral(":memory:"));
    QVERIFY(store);
    QVERIFY(store->begin(kId, readerExperiment(), kStartedAt, kVersion).ok());
    QVERIFY(store->append(kId, "line\n").ok());
    QVERIFY(store->finish(kId, StoredStatus::Finished, {}).ok());
    QVERIFY(store->remove(kId).ok());
    QVERIFY(!store->find(kId)->has_value());
    QCOMPARE(*store->lines(kId), QByteArray());
    QVERIFY(!store->experiment(kId).ok());
}

void RunStoreTest::aRunThatIsWrittenStays()
{
    const auto store = opened(QStringLiteral(":memory:"));
    QVERIFY(store);
    QVERIFY(store->begin(kId, readerExperiment(), kStartedAt, kVersion).ok());
    const auto removed = store->remove(kId);
    QVERIFY(!removed.ok());
    QCOMPARE(removed.error().message, "The run " + kId.toStdString() + " is still going on. Stop it before you delete it.");
    // Its program goes on writing, and the refusal has not left a transaction open.
    QVERIFY(store->append(kId, "line\n").ok());
    QVERIFY(store->finish(kId, StoredStatus::Finished, {}).ok());
    QVERIFY(store->remove(kId).ok());
    QVERIFY(store->remove(QStringLiteral("nobody")).ok());
}

void RunStoreTest::anAppendToNoRunIsRefused()
{
    const auto store = opened(QStringLiteral(":memory:"));
    QVERIFY(store);
    QVERIFY(!store->append(QStringLiteral("nobody"), "line\n").ok());
    QVERIFY(!store->finish(QStringLiteral("nobody"), StoredStatus::Finished, {}).ok());
    // The refused append has not left a transaction open.
    QVERIFY(store->begin(kId, readerExperiment(), kStartedAt, kVersion).ok());
    QVERIFY(store->append(kId, "line\n").ok());
    QVERIFY(!store->begin(kId, readerExperiment(), kStartedAt, kVersion).ok());
}

void RunStoreTest::aKilledWriterLeavesItsRunUnfinished()
{
    const QString file = path("killed.sqlite");
    const auto store = opened(file); // open all the time: a run that dies meanwhile must be seen too
    QVERIFY(store);
    QProcess writer;
    writer.start(QStringLiteral(STORE_WRITER_PROGRAM), {file, kId, QStringLiteral("3")});
    QTRY_VERIFY_WITH_TIMEOUT(writer.canReadLine(), 10000);
    QCOMPARE((*store->find(kId))->status, StoredStatus::Running);
    QCOMPARE((*opened(file)->find(kId))->status, StoredStatus::Running);

    writer.kill();
    QVERIFY(writer.waitForFinished());
    QCOMPARE((*store->find(kId))->status, StoredStatus::Unfinished);
    QCOMPARE((*opened(file)->find(kId))->status, StoredStatus::Unfinished);
    QCOMPARE(*store->lines(kId), QByteArray("0\n1\n2\n"));
}

void RunStoreTest::twoWritersDoNotDisturbEachOther()
{
    const QString file = path("shared.sqlite");
    std::array<QProcess, 2> writers;
    for (std::size_t i = 0; i < writers.size(); ++i)
        writers[i].start(QStringLiteral(STORE_WRITER_PROGRAM), {file, QStringLiteral("run-%1").arg(i), QStringLiteral("300")});
    QByteArray expected;
    for (int i = 0; i < 300; ++i)
        expected += QByteArray::number(i).append('\n');
    for (QProcess& writer : writers) {
        writer.closeWriteChannel();
        QVERIFY(writer.waitForFinished(20000));
        QVERIFY2(writer.exitStatus() == QProcess::NormalExit && writer.exitCode() == 0, writer.readAllStandardError().constData());
    }
    const auto store = opened(file);
    QVERIFY(store);
    QCOMPARE(*store->lines(QStringLiteral("run-0")), expected);
    QCOMPARE(*store->lines(QStringLiteral("run-1")), expected);

    // The same in pieces of whole chunks, each of at least that many bytes but the last.
    QByteArray gathered;
    int pages = 0;
    for (qint64 chunk = 0;; ++pages) {
        const auto page = store->linesAfter(QStringLiteral("run-1"), chunk, 500);
        QVERIFY(page.ok());
        if (page->lines.isEmpty())
            break;
        QVERIFY(page->lines.endsWith('\n'));
        gathered += page->lines;
        chunk = page->lastChunk;
    }
    QCOMPARE(gathered, expected);
    QVERIFY(pages >= 2);
}

void RunStoreTest::aFileOfSchema1Opens()
{
    const QString file = path("schema_1.sqlite");
    QVERIFY(makeDatabase(file, QStringLiteral(SCHEMA_1_SQL)));
    const auto store = opened(file);
    QVERIFY(store);
    const auto runs = store->list();
    QVERIFY(runs.ok());
    QCOMPARE(runs->size(), 2);
    QCOMPARE(runs->at(0).status, StoredStatus::Unfinished);
    QCOMPARE(runs->at(1).status, StoredStatus::Finished);
    QCOMPARE(*store->lines(runs->at(1).id), QByteArray("first\nlater\n"));
    QCOMPARE(store->experiment(runs->at(1).id)->title, std::string("Kept from schema 1"));
    // What older programs did not write down is unknown, not made up; the number of pairs stands in the experiment.
    QCOMPARE(runs->at(1).facts, StoredFacts{});
    QCOMPARE(runs->at(1).pairs, 1);
    QCOMPARE(schemaOf(file), kSchemaVersion);
}

void RunStoreTest::aNewerSchemaIsRefused()
{
    const QString file = path("newer.sqlite");
    QVERIFY(opened(file));
    const QString sql = path("newer.sql");
    QFile statement(sql);
    QVERIFY(statement.open(QIODevice::WriteOnly));
    statement.write("PRAGMA user_version = 99;\n");
    statement.close();
    QVERIFY(makeDatabase(file, sql));

    const auto store = RunStore::open(file);
    QVERIFY(!store.ok());
    QVERIFY2(store.error().message.find("its schema is 99") != std::string::npos, store.error().message.c_str());
    QVERIFY2(store.error().message.find("newer.sqlite") != std::string::npos, store.error().message.c_str());
    QCOMPARE(schemaOf(file), 99);
}

void RunStoreTest::aFailedMigrationLeavesTheFileAlone()
{
    // Somebody else's database with a table of one of our names: the step from schema 0 fails half way.
    const QString file = path("foreign.sqlite");
    const QString sql = path("foreign.sql");
    QFile statements(sql);
    QVERIFY(statements.open(QIODevice::WriteOnly));
    statements.write("CREATE TABLE chunk (x);\nINSERT INTO chunk VALUES (7);\n");
    statements.close();
    QVERIFY(makeDatabase(file, sql));

    QVERIFY(!RunStore::open(file).ok());
    QCOMPARE(schemaOf(file), 0);
    QVERIFY(!RunStore::open(file).ok()); // the table `run` of the first attempt was rolled back with it
}

void RunStoreTest::aFileThatIsNoDatabaseIsRefused()
{
    const QString name = path("garbage.sqlite");
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(100000, 'x'));
    file.close();
    const auto store = RunStore::open(name);
    QVERIFY(!store.ok());
    const std::string& message = store.error().message;
    QVERIFY2(message.find("garbage.sqlite") != std::string::npos && message.find("not a database") != std::string::npos, message.c_str());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray(100000, 'x'));
}

void RunStoreTest::anUnusablePathIsRefused()
{
    QVERIFY(!RunStore::open(m_folder.path()).ok());
    QVERIFY(!RunStore::open(QStringLiteral("/proc/no/such/folder/history.sqlite")).ok());
}

void RunStoreTest::aMegabyteIsAppendedQuickly()
{
    const auto store = opened(path("big.sqlite"));
    QVERIFY(store);
    QVERIFY(store->begin(kId, readerExperiment(), kStartedAt, kVersion).ok());
    const QByteArray lines = QByteArray(127, 'a').append('\n').repeated(8192); // 1 MiB
    qint64 best = std::numeric_limits<qint64>::max();
    for (int i = 0; i < 5; ++i) { // the best of five: the machine may be busy
        QElapsedTimer timer;
        timer.start();
        QVERIFY(store->append(kId, lines).ok());
        best = std::min(best, timer.elapsed());
    }
    qInfo("1 MiB appended in %lld ms", static_cast<long long>(best));
    QVERIFY(best < 50);
    QCOMPARE(store->lines(kId)->size(), 5 * lines.size());
}

QTEST_GUILESS_MAIN(RunStoreTest)
#include "run_store_test.moc"
