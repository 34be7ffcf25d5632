// SPDX-License-Identifier: GPL-3.0-or-later
// What a thread does for the event loop: in order, with an answer, and to its end.
#include "store/run_store.h"

#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <memory>

using namespace halfopen;

namespace {

const QString kRun = QStringLiteral("20261122T103059.123Z-4f2a");

Experiment anExperiment()
{
    Experiment experiment;
    experiment.title = "Idle reader";
    experiment.pairs.push_back(Pair{});
    return experiment;
}

Result<void> beginRun(RunStore& store)
{
    return store.begin(kRun, anExperiment(), QStringLiteral("2026-11-22T10:30:59.123Z"), QStringLiteral("0.1.0"));
}

} // namespace

class HistoryWriterTest final : public QObject
{
    Q_OBJECT

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(QStringLiteral("history.sqlite")); }
    [[nodiscard]] std::unique_ptr<RunStore> opened() const { return std::move(RunStore::open(path())).value(); }

    std::unique_ptr<QTemporaryDir> m_folder;

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void deedsAreDoneInOrderElsewhereAndAnsweredHere()
    {
        const auto store = opened();
        QThread* const here = QThread::currentThread();
        QThread* worked = nullptr;
        QStringList answered;
        const auto answer = [&](const QString& name) {
            return [&answered, here, name](const Result<void>& done) { answered << (done && QThread::currentThread() == here ? name : QStringLiteral("bad")); };
        };
        store->write(this, [&worked](RunStore& own) {
            worked = QThread::currentThread();
            return beginRun(own);
        }, answer(QStringLiteral("begun")));
        for (int number = 0; number < 20; ++number)
            store->write(this, [number](RunStore& own) { return own.append(kRun, QByteArray::number(number) + '\n'); }, answer(QString::number(number)));
        QVERIFY(answered.isEmpty());
        store->written().waitForFinished();
        QVERIFY(worked != nullptr && worked != here);
        QVERIFY(store->lines(kRun).value().startsWith("0\n1\n2\n"));
        QVERIFY(store->lines(kRun).value().endsWith("18\n19\n"));
        QTRY_COMPARE(answered.size(), 21);
        QCOMPARE(answered.first(), QStringLiteral("begun"));
        QCOMPARE(answered.last(), QStringLiteral("19"));
    }

    void aStoreGoesWhenAllIsWritten()
    {
        auto store = opened();
        store->write(this, beginRun, [](const auto&) {});
        for (int number = 0; number < 50; ++number)
            store->write(this, [](RunStore& own) { return own.append(kRun, QByteArray(1000, 'x')); }, [](const auto&) {});
        store.reset();
        QCOMPARE(opened()->lines(kRun).value().size(), 50'000);
    }

    void whoHasGoneIsNotAnswered()
    {
        const auto store = opened();
        auto asker = std::make_unique<QObject>();
        bool answered = false;
        bool other = false;
        store->write(asker.get(), beginRun, [&](const auto&) { answered = true; });
        store->write(this, [](RunStore& own) { return own.append(kRun, "x\n"); }, [&](const auto&) { other = true; });
        asker.reset();
        QTRY_VERIFY(other);
        QVERIFY(!answered);
        QVERIFY(store->find(kRun).value().has_value());
    }

    void failuresAreAnswered()
    {
        const auto store = opened();
        QString sentence;
        store->write(this, [](RunStore& own) { return own.append(QStringLiteral("no such run"), "x\n"); },
                     [&](const Result<void>& done) { sentence = done ? QStringLiteral("written") : QString::fromStdString(done.error().message); });
        QTRY_VERIFY(!sentence.isEmpty());
        QVERIFY2(sentence.startsWith(QStringLiteral("The history ") + path()), qPrintable(sentence));
    }

    void inMemoryItIsDoneAtOnce()
    {
        const auto store = std::move(RunStore::open(QStringLiteral(":memory:"))).value();
        bool answered = false;
        store->write(this, beginRun, [&](const Result<void>& done) { answered = done.ok(); });
        QVERIFY(answered);
        QVERIFY(store->written().isFinished());
        QVERIFY(store->find(kRun).value().has_value());
    }
};

QTEST_GUILESS_MAIN(HistoryWriterTest)
#include "history_writer_test.moc"
