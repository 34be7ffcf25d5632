// SPDX-License-Identifier: GPL-3.0-or-later
// The tables: values, changes, and the rules of Qt's models.
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "sample_run.h"
#include "session/replay.h"
#include "ui/history/history_model.h"
#include "ui/results/result_table_model.h"
#include "ui/sockets/socket_table_model.h"

using namespace halfopen;
using namespace std::chrono_literals;

namespace {

QString shown(const SocketTableModel& model, int row, int column) { return model.data(model.index(row, column), Qt::DisplayRole).toString(); }

} // namespace

class ModelsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(anyWarning()); }

    void socketsFollowTheRun()
    {
        SocketTableModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        Timeline timeline(sampleExperiment());
        model.restart(timeline);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(shown(model, 0, SocketTableModel::State), QStringLiteral("not connected yet"));
        for (const auto& event : sampleEvents(6s))
            timeline.append(event);
        model.refresh(timeline, 5'140ms);
        QCOMPARE(shown(model, 0, SocketTableModel::HostName), QStringLiteral("client"));
        QCOMPARE(shown(model, 0, SocketTableModel::Local), QStringLiteral("10.0.1.2:40112"));
        QCOMPARE(shown(model, 0, SocketTableModel::State), QStringLiteral("ESTABLISHED"));
        QCOMPARE(shown(model, 0, SocketTableModel::Timer), QStringLiteral("keepalive"));
        QCOMPARE(shown(model, 0, SocketTableModel::Unanswered), QStringLiteral("1"));
        QCOMPARE(shown(model, 0, SocketTableModel::Rto), QStringLiteral("204"));
        QCOMPARE(shown(model, 1, SocketTableModel::Timer), QStringLiteral("none"));
        QCOMPARE(shown(model, 1, SocketTableModel::Left), QStringLiteral("–"));
    }

    void timersCountDownBetweenSamples()
    {
        SocketTableModel model;
        Timeline timeline(sampleExperiment());
        for (const auto& event : sampleEvents(2s))
            timeline.append(event);
        model.restart(timeline);
        const auto left = model.index(0, SocketTableModel::Left);
        model.refresh(timeline, 1'011ms);
        QVERIFY(std::abs(left.data(SocketTableModel::SortRole).toDouble() - 3.997) < 1e-9);
        model.refresh(timeline, 60s);
        QCOMPARE(left.data(SocketTableModel::SortRole).toDouble(), 0.0);
    }

    void changedCellsAreLitForAMoment()
    {
        SocketTableModel model;
        Timeline timeline(sampleExperiment());
        for (const auto& event : sampleEvents(2s))
            timeline.append(event);
        model.restart(timeline);
        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        for (const auto& event : sampleEvents(6s)) {
            if (event.time > 2s)
                timeline.append(event);
        }
        model.refresh(timeline, 5'140ms);
        QVERIFY(!changes.isEmpty());
        const auto unanswered = model.index(0, SocketTableModel::Unanswered);
        QVERIFY(unanswered.data(SocketTableModel::LitRole).toBool());
        QVERIFY(!model.index(0, SocketTableModel::Local).data(SocketTableModel::LitRole).toBool());
        QVERIFY(!model.index(1, SocketTableModel::Unanswered).data(SocketTableModel::LitRole).toBool());
        QVERIFY(model.isAnyLit());
        QTRY_VERIFY(!unanswered.data(SocketTableModel::LitRole).toBool());
        QTRY_VERIFY(!model.isAnyLit());
    }

    void whatIsOldIsNotLit()
    {
        SocketTableModel model;
        Timeline timeline(sampleExperiment());
        model.restart(timeline);
        // A replay has jumped: all that is known comes at once, and its last change is seconds ago.
        for (const auto& event : sampleEvents(6s))
            timeline.append(event);
        model.refresh(timeline, 9s);
        QCOMPARE(shown(model, 0, SocketTableModel::Unanswered), QStringLiteral("1"));
        for (int row = 0; row < model.rowCount(); ++row) {
            for (int column = 0; column < model.columnCount(); ++column)
                QVERIFY2(!model.index(row, column).data(SocketTableModel::LitRole).toBool(), qPrintable(QStringLiteral("%1, %2").arg(row).arg(column)));
        }
        QVERIFY(!model.isAnyLit());
    }

    void theFirstSampleIsNoChange()
    {
        SocketTableModel model;
        Timeline timeline(sampleExperiment());
        model.restart(timeline);
        for (const auto& event : sampleEvents(100ms))
            timeline.append(event);
        model.refresh(timeline, 100ms);
        QCOMPARE(shown(model, 0, SocketTableModel::State), QStringLiteral("ESTABLISHED"));
        QVERIFY(!model.isAnyLit());
    }

    void afterTheRunNothingIsExpectedAnyMore()
    {
        SocketTableModel model;
        model.restart(Timeline(sampleExperiment()));
        model.setRunOver(true);
        QCOMPARE(shown(model, 0, SocketTableModel::State), QStringLiteral("was never connected"));
        model.setRunOver(false);
        QCOMPARE(shown(model, 0, SocketTableModel::State), QStringLiteral("not connected yet"));
    }

    void deadRowsSayWhy()
    {
        SocketTableModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto run = replay(sampleExperiment(), sampleLines());
        QVERIFY2(run.ok(), run.ok() ? "" : run.error().message.c_str());
        model.restart(run.value().timeline);
        QCOMPARE(shown(model, 0, SocketTableModel::State), QStringLiteral("(gone: ETIMEDOUT)"));
        QCOMPARE(shown(model, 0, SocketTableModel::Timer), QStringLiteral("–"));
        QVERIFY(model.index(0, 0).data(SocketTableModel::GoneRole).toBool());
        QVERIFY(!model.index(1, 0).data(SocketTableModel::GoneRole).toBool());
    }

    void resultsOfARun()
    {
        ResultTableModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto run = replay(sampleExperiment(), sampleLines());
        QVERIFY2(run.ok(), run.ok() ? "" : run.error().message.c_str());
        RunResult result;
        result.runId = QStringLiteral("20261122T103059.123Z-4f2a");
        result.groups = groupOutcomes(sampleExperiment(), run.value().outcomes);
        model.setRuns({result});
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.index(0, ResultTableModel::What).data().toString(), QStringLiteral("reader · recv 5/3/3"));
        QCOMPARE(model.index(0, ResultTableModel::Elapsed).data().toString(), QStringLiteral("13.338"));
        QCOMPARE(model.index(0, ResultTableModel::Result).data().toString(), QStringLiteral("recv ETIMEDOUT"));
        QCOMPARE(model.index(0, ResultTableModel::VerdictColumn).data().toString(), QStringLiteral("inside the prediction"));
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        model.setRuns({result});
        result.groups[0].ends = 2;
        model.setRuns({result});
        QCOMPARE(resets.size(), 0);
        QCOMPARE(changes.size(), 1);
    }

    void historyLists()
    {
        HistoryModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRuns({{QStringLiteral("id-1"), QStringLiteral("A"), QStringLiteral("2026-11-22T10:30:59.123Z"), QStringLiteral("0.1.0"),
                        StoredStatus::Unfinished, QStringLiteral("recv ETIMEDOUT after 13.31 s"), 100}});
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.idAt(0), QStringLiteral("id-1"));
        QCOMPARE(model.index(0, HistoryModel::Status).data().toString(), QStringLiteral("unfinished"));
        QCOMPARE(model.index(0, HistoryModel::Started).data(HistoryModel::SortRole).toString(), QStringLiteral("2026-11-22T10:30:59.123Z"));
    }
};

QTEST_MAIN(ModelsTest)
#include "models_test.moc"
