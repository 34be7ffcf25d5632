// SPDX-License-Identifier: GPL-3.0-or-later
// One pair has one name everywhere, compared runs say what tells them apart, and a flag says why it stands there.
#include <QAction>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScopeGuard>
#include <QTabBar>
#include <QTableView>
#include <QTest>
#include <QTextBrowser>

#include <algorithm>

#include "core/event_codec.h"
#include "sample_run.h"
#include "session/replay.h"
#include "ui/charts/result_chart.h"
#include "ui/experiment/endpoint_editor.h"
#include "ui/export/figure_exporter.h"
#include "ui/history/history_model.h"
#include "ui/log/log_model.h"
#include "ui/results/result_csv.h"
#include "ui/results/result_pages.h"
#include "ui/results/result_rows.h"
#include "ui/results/result_table_model.h"
#include "ui/results/results_panel.h"
#include "ui/results/run_difference.h"
#include "ui/sockets/socket_table_model.h"
#include "ui/window/banner.h"
#include "ui/window/experiment_file.h"
#include "ui/window/shown_run.h"
#include "ui/window/window_exports.h"
#include "window_fixture.h"

using namespace halfopen;
using namespace std::chrono_literals;

namespace {

const QString kEarlier = QStringLiteral("20261120T103059.123Z-0001");
const QString kLater = QStringLiteral("20261121T103059.123Z-0002");

/// Two readers whose generated names are not their numbers: the first pairs of the file were removed.
Experiment leftOvers()
{
    auto experiment = manyReaders(2);
    experiment.pairs[0].name = "pair 4";
    experiment.pairs[1].name = "slow reader";
    return experiment;
}

/// The sample with a timer that ran late after the fault.
QByteArray starvedLines()
{
    auto events = sampleEvents();
    events.insert(events.end() - 3, Event{9s, LateEvent{"cable", 86ms}});
    QByteArray lines;
    for (const auto& event : events)
        lines += QByteArray::fromStdString(writeEvent(event)) + '\n';
    return lines;
}

RunResult resultFrom(const Experiment& experiment, const QByteArray& lines, bool over)
{
    const auto run = replay(experiment, lines);
    return run.ok() ? resultOf(kEarlier, run.value().timeline, run.value().outcomes, over, run.value().timeline.lastTime()) : RunResult{};
}

} // namespace

class NamingTest final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<WindowFixture> m_fixture;

    void open(const Experiment& experiment, const QByteArray& lines)
    {
        QVERIFY(!m_fixture->keep(kEarlier, experiment, lines).isEmpty());
        m_fixture->openStored(kEarlier);
    }
    [[nodiscard]] QString why() const { return m_fixture->find<QTextBrowser>("why")->toPlainText(); }
    [[nodiscard]] QString label(const char* name) const { return m_fixture->find<QLabel>(name)->text(); }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(anyWarning());
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->open();
    }
    void cleanup() { m_fixture.reset(); }

    void aPairHasOneNameEverywhere()
    {
        const auto experiment = leftOvers();
        m_fixture->window->draft().load(experiment);
        QCOMPARE(m_fixture->find<QTabBar>("pairs")->tabText(0), QStringLiteral("pair 4"));
        open(experiment, manyReadersLines(2, 30ms));
        QVERIFY2(label("timeline.what").startsWith(QStringLiteral("pair 4")), qPrintable(label("timeline.what")));
        QVERIFY2(label("why.whose").startsWith(QStringLiteral("Client of “pair 4”")), qPrintable(label("why.whose")));
        m_fixture->raise("sockets");
        const auto* sockets = m_fixture->find<QTableView>("sockets")->model();
        QCOMPARE(sockets->index(0, SocketTableModel::Pair).data().toString(), QStringLiteral("pair 4"));
        QVERIFY2(sockets->index(0, SocketTableModel::Pair).data(Qt::ToolTipRole).toString().contains(QStringLiteral("“pair 4”, client.")),
                 qPrintable(sockets->index(0, SocketTableModel::Pair).data(Qt::ToolTipRole).toString()));
        // The results are of ends with the same options: these two are one row until one of them has other ones.
        auto different = experiment;
        different.pairs[1].client.options.keepCount = 4;
        const auto result = resultFrom(different, manyReadersLines(2, 30ms), true);
        const auto rows = elapsedRows(result, false);
        QCOMPARE(rows.size(), std::size_t{2});
        QCOMPARE(rows[0].label, QStringLiteral("pair 4 · recv 5/3/3"));
        QCOMPARE(rows[0].shortLabel, QStringLiteral("pair 4"));
        QCOMPARE(rows[1].shortLabel, QStringLiteral("slow reader"));
        QCOMPARE(result.lanes[0].pair, QStringLiteral("pair 4"));
        QVERIFY(groupCsv({result}).contains(",slow reader,client\r\n"));
    }

    void pairsThatAreChosenByNumberShowTheirName()
    {
        auto many = manyReaders(9);
        many.pairs[0].name = "pair 4";
        m_fixture->window->draft().load(many);
        auto* name = m_fixture->find<QLabel>("pairName");
        QVERIFY(name->isVisible());
        QCOMPARE(name->text(), QStringLiteral("pair 4"));
        m_fixture->window->viewState().setPair(2);
        QCOMPARE(name->text(), QStringLiteral("reader 3"));
    }

    void kernelDefaultsAreNoDashes()
    {
        Endpoint reader{.activity = Activity::Recv, .options = {.keepAlive = true}};
        KernelProfile kernel;
        QVERIFY2(EndpointEditor::summary(reader, kernel).contains(QStringLiteral("keepalive 7200/75/9")), qPrintable(EndpointEditor::summary(reader, kernel)));
        kernel.sysctl["tcp_keepalive_time"] = 4;
        QVERIFY(EndpointEditor::summary(reader, kernel).contains(QStringLiteral("keepalive 4/75/9")));
    }

    void comparedRunsSayWhatTellsThemApart()
    {
        auto limited = sampleExperiment();
        limited.pairs[0].client.options.userTimeoutMs = 6000;
        QVERIFY(!m_fixture->keep(kEarlier, limited, sampleLines()).isEmpty());
        QVERIFY(!m_fixture->keep(kLater, sampleExperiment(), sampleLines()).isEmpty());
        m_fixture->raise("history");
        auto* table = m_fixture->find<QTableView>("history");
        QTRY_COMPARE(table->model()->rowCount(), 2);
        const auto changed = table->model()->index(0, HistoryModel::Changed);
        QCOMPARE(changed.data().toString(), QStringLiteral("TCP_USER_TIMEOUT: 6 s → off")); // the newest comes first
        QVERIFY(changed.data(Qt::ToolTipRole).toString().endsWith(QStringLiteral("Changed since the run before: TCP_USER_TIMEOUT: 6 s → off")));
        QCOMPARE(table->model()->index(1, HistoryModel::Changed).data().toString(), QString{});
        m_fixture->window->resize(1600, 900);
        QTRY_VERIFY(!table->isColumnHidden(HistoryModel::Changed));
        table->selectAll();
        QTest::mouseClick(m_fixture->find<QPushButton>("history.compare"), Qt::LeftButton);
        auto* panel = m_fixture->find<ResultsPanel>("resultsPanel");
        QTRY_COMPARE(panel->compared().size(), std::size_t{2});
        QTRY_COMPARE(label("results.comparing"), QStringLiteral("Comparing 2 run(s) · TCP_USER_TIMEOUT: off | 6 s"));
        m_fixture->savePicture(QStringLiteral("compare-difference"));
        QString told;
        const auto svg = rendered(panel->figures()[3], FigureFormat::Svg, figureLook(true, QPalette(), QFont()));
        QVERIFY(svg.ok());
        QVERIFY(QString::fromUtf8(svg.value()).contains(QStringLiteral("TCP_USER_TIMEOUT: off | 6 s")));
    }

    void runsAlikeSaySo()
    {
        RunResult run;
        run.experiment = sampleExperiment();
        QCOMPARE(differenceSentence({run, run}), QStringLiteral("Same settings."));
        QCOMPARE(differenceSentence({run}), QString{});
        auto other = run;
        other.experiment.sysctl = {{"tcp_retries2", 5}, {"tcp_syn_retries", 2}};
        other.experiment.timeLimitSeconds = 90;
        other.experiment.faults.clear();
        QCOMPARE(differenceSentence({run, other}), QStringLiteral("fault: drop | none; tcp_retries2: default | 5; tcp_syn_retries: default | 2; 1 more"));
    }

    void aFlagSaysWhyItStands()
    {
        const QString reason = QStringLiteral("Flagged as starved. The machine was busy: a timer of Halfopen ran 86 ms late, and measured times may be late by as much.");
        open(sampleExperiment(), starvedLines());
        QVERIFY2(label("status.text").contains(QStringLiteral("(flagged: the machine was busy, times may be 86 ms late)")), qPrintable(label("status.text")));
        QVERIFY2(why().contains(reason), qPrintable(why()));
        m_fixture->raise("results");
        QVERIFY2(label("results.empty").contains(reason), qPrintable(label("results.empty")));
        const auto result = resultFrom(sampleExperiment(), starvedLines(), true);
        const auto rows = elapsedRows(result, false);
        QVERIFY2(rows[0].label.startsWith(QStringLiteral("⚑ ")), "the end of a long name may be cut");
        QVERIFY(rows[0].shortLabel.startsWith(QStringLiteral("⚑ ")));
        QVERIFY(rows[0].toolTip.contains(reason));
        ResultTableModel table;
        table.setRuns({result});
        for (const int column : {ResultTableModel::What, ResultTableModel::Sign, ResultTableModel::VerdictColumn, ResultTableModel::Elapsed})
            QVERIFY(table.index(0, column).data(Qt::ToolTipRole).toString().contains(reason));
        m_fixture->raise("log");
        auto* search = m_fixture->find<QLineEdit>("log.filter");
        const auto* log = m_fixture->find<QTableView>("log")->model();
        for (const char* word : {"starv", "flag"}) {
            search->setText(QString::fromLatin1(word));
            QTRY_COMPARE(log->rowCount(), 1);
        }
        m_fixture->raise("history");
        const auto* history = m_fixture->find<QTableView>("history")->model();
        QTRY_COMPARE(history->rowCount(), 1);
        QVERIFY(history->index(0, 0).data(Qt::ToolTipRole).toString().contains(QStringLiteral("86 ms late")));
    }

    void whatHasEndedHasItsVerdictWhileTheRunGoesOn()
    {
        auto experiment = manyReaders(2);
        experiment.pairs[1].client.options.keepCount = 4; // the second ends later
        auto lines = manyReadersLines(2, 3s).split('\n');
        lines.erase(std::remove_if(lines.begin(), lines.end(), [](const QByteArray& line) { return line.contains("\"finished\""); }), lines.end());
        // Without what the second pair's recv() has returned.
        lines.erase(std::remove_if(lines.begin(), lines.end(), [](const QByteArray& line) { return line.startsWith("{\"t\":17348"); }), lines.end());
        const auto run = replay(experiment, lines.join('\n'));
        QVERIFY2(run.ok(), run.ok() ? "" : run.error().message.c_str());
        const auto result = resultOf(kEarlier, run.value().timeline, run.value().outcomes, false, run.value().timeline.lastTime());
        ResultTableModel table;
        table.setRuns({result});
        QCOMPARE(table.rowCount(), 2);
        QCOMPARE(table.index(0, ResultTableModel::VerdictColumn).data().toString(), QStringLiteral("inside the prediction"));
        QCOMPARE(table.index(0, ResultTableModel::Sign).data().toString(), QStringLiteral("✓"));
        QCOMPARE(table.index(1, ResultTableModel::VerdictColumn).data().toString(), QStringLiteral("not yet"));
        QCOMPARE(table.index(1, ResultTableModel::Sign).data().toString(), QString{});
        // A file says nothing of the other: it is neither missing nor flagged.
        const auto csv = outcomeCsv(kEarlier, run.value().timeline, run.value().outcomes).split('\n');
        QCOMPARE(csv.size(), 1 + 1 + 1);
        QVERIFY(csv[1].contains(",reader 1,client,") && csv[1].contains(",inside,"));
    }

    void aFailedExportIsForgottenWhenOneSucceeds()
    {
        open(sampleExperiment(), sampleLines());
        auto* exporter = m_fixture->window->findChild<FigureExporter*>();
        auto* banner = m_fixture->window->banner();
        exporter->save("x", m_fixture->folder.filePath(QStringLiteral("no/such/folder/x.csv")));
        QTRY_VERIFY(banner->isVisible());
        exporter->save("x", m_fixture->folder.filePath(QStringLiteral("x.csv")));
        QTRY_VERIFY(!banner->isVisible());
        banner->tell(QStringLiteral("Something else."));
        exporter->save("x", m_fixture->folder.filePath(QStringLiteral("y.csv")));
        QTRY_VERIFY(QFile::exists(m_fixture->folder.filePath(QStringLiteral("y.csv"))));
        QVERIFY2(banner->isVisible(), "what has nothing to do with files stays");
    }

    void theLogCountsFromTheFault()
    {
        const auto run = replay(sampleExperiment(), sampleLines());
        QVERIFY(run.ok());
        LogModel model;
        model.restart(run.value().timeline);
        QCOMPARE(model.index(0, LogModel::Time).data().toString(), QStringLiteral("-1.010000")); // the first line is told at 0 s of the agent's clock
        int fault = -1;
        for (int row = 0; row < model.rowCount(); ++row) {
            if (model.line(row)->kind == LogKind::Fault)
                fault = row;
        }
        QVERIFY(fault >= 0);
        QCOMPARE(model.index(fault, LogModel::Time).data().toString(), QStringLiteral("0.000000"));
        QVERIFY(model.index(0, LogModel::Text).data().toString().startsWith(QStringLiteral("Halfopen ")));
    }

    void whileTheFaultIsToComeTheLogCountsFromItsPlan()
    {
        Timeline timeline{sampleExperiment()};
        for (const auto& event : sampleEvents(900ms))
            timeline.append(event);
        LogModel model;
        model.restart(timeline);
        const double first = model.index(0, LogModel::Time).data().toString().toDouble();
        QCOMPARE(first, -1.010); // t = 0 is at 10 ms, and the script's fault a second later
    }
};

QTEST_MAIN(NamingTest)
#include "naming_test.moc"
