// SPDX-License-Identifier: GPL-3.0-or-later
// The results dock: its pages, many pairs, choosing an end, comparing runs of the history.
#include <QClipboard>
#include <QDir>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTabBar>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>

#include "sample_run.h"
#include "session/replay.h"
#include "ui/charts/distribution_chart.h"
#include "ui/charts/result_chart.h"
#include "ui/history/history_panel.h"
#include "ui/history/stored_results.h"
#include "ui/results/distribution_rows.h"
#include "ui/results/overlay_rows.h"
#include "ui/results/overlay_view.h"
#include "ui/results/result_pages.h"
#include "ui/results/result_table_model.h"
#include "ui/results/results_panel.h"
#include "ui/window/banner.h"
#include "ui/window/style.h"
#include "window_fixture.h"

using namespace halfopen;
using namespace std::chrono_literals;

namespace {

const QString kFirst = QStringLiteral("20261120T103059.123Z-0001");
const QString kSecond = QStringLiteral("20261121T103059.123Z-0002");

/// Counts how often its layout is asked to look again.
class Place final : public QWidget
{
public:
    int askedBy(ResultChart& chart, const ChartRows& rows)
    {
        do { // what was asked for before
            m_asked = 0;
            QCoreApplication::processEvents();
        } while (m_asked > 0);
        chart.setRows(rows);
        QCoreApplication::sendPostedEvents(this, QEvent::LayoutRequest);
        return m_asked;
    }

protected:
    bool event(QEvent* event) override
    {
        m_asked += event->type() == QEvent::LayoutRequest ? 1 : 0;
        return QWidget::event(event);
    }

private:
    int m_asked = 0;
};

RunResult resultOfLines(const QString& id, const Experiment& experiment, const QByteArray& lines)
{
    const auto run = replay(experiment, lines);
    return run.ok() ? resultOf(id, run.value().timeline, run.value().outcomes, true, run.value().timeline.lastTime()) : RunResult{};
}

} // namespace

class ResultsTest final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<WindowFixture> m_fixture;

    void savePicture(const QString& name)
    {
        const QString folder = qEnvironmentVariable("HALFOPEN_TEST_PICTURES", m_fixture->folder.path());
        QVERIFY(QDir().mkpath(folder));
        // What is hidden or resized is laid out when the event loop comes to it, level by level.
        for (int level = 0; level < 5; ++level)
            QCoreApplication::processEvents();
        QVERIFY(m_fixture->window->grab().save(folder + u'/' + name + QStringLiteral(".png")));
    }

    void openMany(int pairs, RunTime apart)
    {
        QCOMPARE(m_fixture->keep(kFirst, manyReaders(pairs), manyReadersLines(pairs, apart)), kFirst);
        m_fixture->openStored(kFirst);
        QTRY_COMPARE(m_fixture->find<ResultsPanel>("resultsPanel")->current().runId, kFirst);
    }

    void choosePage(int page)
    {
        auto* tabs = m_fixture->find<QTabBar>("results.pages");
        QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(page).center());
        QCOMPARE(tabs->currentIndex(), page);
    }

    void compareBoth()
    {
        QVERIFY(!m_fixture->keep(kFirst, sampleExperiment(), sampleLines()).isEmpty());
        QVERIFY(!m_fixture->keep(kSecond, manyReaders(2), manyReadersLines(2, 30ms)).isEmpty());
        m_fixture->raise("history");
        auto* table = m_fixture->find<QTableView>("history");
        QTRY_COMPARE(table->model()->rowCount(), 2);
        table->selectAll();
        QTest::mouseClick(m_fixture->find<QPushButton>("history.compare"), Qt::LeftButton);
        QTRY_COMPARE(m_fixture->find<ResultsPanel>("resultsPanel")->compared().size(), std::size_t{2});
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(anyWarning());
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->open();
    }
    void cleanup() { m_fixture.reset(); }

    void spreadInWords()
    {
        const auto run = resultOfLines(kFirst, manyReaders(5), manyReadersLines(5, 100ms));
        QCOMPARE(run.groups.size(), std::size_t{1});
        // 14.348 s after hello is 13.338 s after the fault; five ends 0.1 s apart.
        QCOMPARE(spreadWords(run.groups.front()), QStringLiteral("5 end(s): median 13.54 s, from 13.34 s to 13.74 s; half of them between 13.44 s and 13.64 s"));
        const auto rows = distributionRows({run});
        QCOMPARE(rows.curves.size(), std::size_t{1});
        QCOMPARE(rows.curves.front().seconds.size(), std::size_t{5});
        QVERIFY(std::abs(rows.curves.front().seconds[1] - 13.438) < 1e-9);
        QCOMPARE(rows.sources.front().members[1].pair, 1);
    }

    void manyKindsAreOneCurve()
    {
        auto experiment = manyReaders(20);
        for (int number = 0; number < 20; ++number)
            experiment.pairs[static_cast<std::size_t>(number)].client.options.keepIdleSeconds = 5 + number;
        const auto rows = distributionRows({resultOfLines(kFirst, experiment, manyReadersLines(20, 100ms))});
        QCOMPARE(rows.curves.size(), std::size_t{1});
        QCOMPARE(rows.curves.front().label, QStringLiteral("all ends"));
        QCOMPARE(rows.curves.front().seconds.size(), std::size_t{20});
    }

    void lanesOfEqualNameStandTogether()
    {
        auto other = manyReaders(2);
        other.pairs[0].name = "reader";
        const std::vector<RunResult> runs{resultOfLines(kFirst, sampleExperiment(), sampleLines()), resultOfLines(kSecond, other, manyReadersLines(2, 30ms))};
        const auto rows = overlayRows(runs);
        // "reader" is in both, "reader 2" only in the second.
        QCOMPARE(rows.size(), std::size_t{5});
        QVERIFY(rows[0].heading.startsWith(QStringLiteral("reader ·")));
        QVERIFY(rows[1].lane.has_value() && rows[2].lane.has_value());
        QVERIFY(rows[3].heading.startsWith(QStringLiteral("reader 2")));
        QVERIFY(rows[4].lane.has_value());
        QCOMPARE(rows[4].run, std::size_t{1});
        const auto& lane = runs[1].lanes[*rows[4].lane];
        QCOMPARE(lane.result, QStringLiteral("ETIMEDOUT"));
        QVERIFY(std::abs(*lane.ended - 13.368) < 1e-9);
        QCOMPARE(lane.began, -1.0);
        QVERIFY(laneWords(runs[1], lane).contains(QStringLiteral("recv() −1 ETIMEDOUT after 13.37 s")));
    }

    void manyNamesLeaveTheLanesInSight()
    {
        std::vector<RunResult> runs;
        for (int number = 0; number < 5; ++number) {
            runs.push_back(resultOfLines(kFirst, sampleExperiment(), sampleLines()));
            runs.back().title = QStringLiteral("Rejected with ICMP, and a heartbeat that notices first, in a very long name");
        }
        OverlayView view;
        view.setRuns(runs);
        view.resize(210, 400);
        QVERIFY(view.rowArea(0).top() < view.fontMetrics().height() * 9);
    }

    void manyPairsAreOffered()
    {
        openMany(100, 3ms);
        auto* offer = m_fixture->find<QPushButton>("results.offer");
        QVERIFY(offer->isVisible());
        QVERIFY2(offer->text().contains(QStringLiteral("100")), qPrintable(offer->text()));
        savePicture(QStringLiteral("results-100-charts"));
        QTest::mouseClick(offer, Qt::LeftButton);
        auto* chart = m_fixture->find<DistributionChart>("distributionChart");
        QTRY_VERIFY(chart->isVisible());
        QCOMPARE(chart->curves().size(), std::size_t{1});
        QCOMPARE(chart->curves().front().seconds.size(), std::size_t{100});
        savePicture(QStringLiteral("results-100-spread"));
    }

    void pointSelectsItsPair()
    {
        openMany(30, 50ms);
        choosePage(ResultPages::Spread);
        auto* chart = m_fixture->find<DistributionChart>("distributionChart");
        QTRY_VERIFY(chart->isVisible() && chart->height() > 100);
        QTest::mouseClick(chart, Qt::LeftButton, {}, chart->position({0, 17}).toPoint());
        auto& view = m_fixture->window->viewState();
        QCOMPARE(chart->current(), std::optional(DistributionChart::Point{0, 17}));
        QCOMPARE(view.pair(), 17);
        QCOMPARE(view.selected(), std::optional(EventRef{17, Host::Client, 14'348ms + 17 * 50ms}));
        QVERIFY(chart->accessibleDescription().contains(QStringLiteral("18 of")));
        QTest::keyClick(chart, Qt::Key_Right);
        QCOMPARE(view.pair(), 18);
        QTest::keyClick(chart, Qt::Key_Left);
        QTest::keyClick(chart, Qt::Key_Left);
        QCOMPARE(view.pair(), 16);
    }

    void rowSelectsItsPair()
    {
        auto experiment = manyReaders(3);
        experiment.pairs[1].client.options.keepIdleSeconds = 6;
        experiment.pairs[2].client.options.keepIdleSeconds = 7;
        QVERIFY(!m_fixture->keep(kFirst, experiment, manyReadersLines(3, 1s)).isEmpty());
        m_fixture->openStored(kFirst);
        auto* chart = m_fixture->find<ResultsPanel>("resultsPanel")->findChildren<ResultChart*>().first();
        QTRY_COMPARE(chart->rows().size(), std::size_t{3});
        QTest::mouseClick(chart, Qt::LeftButton, {}, chart->rowArea(2).center().toPoint());
        auto& view = m_fixture->window->viewState();
        QCOMPARE(view.pair(), 2);
        QCOMPARE(view.selected(), std::optional(EventRef{2, Host::Client, 16'348ms}));
        QTest::keyClick(chart, Qt::Key_Up);
        QCOMPARE(view.pair(), 1);
        view.setPair(0);
        QCOMPARE(chart->currentRow(), 0);
    }

    void keysKeepTheMarkInSight()
    {
        auto experiment = manyReaders(60);
        for (int number = 0; number < 60; ++number)
            experiment.pairs[static_cast<std::size_t>(number)].client.options.keepIdleSeconds = 1 + number;
        QVERIFY(!m_fixture->keep(kFirst, experiment, manyReadersLines(60, 1ms)).isEmpty());
        m_fixture->openStored(kFirst);
        auto* chart = m_fixture->find<ResultsPanel>("resultsPanel")->findChildren<ResultChart*>().first();
        QTRY_COMPARE(chart->rows().size(), std::size_t{60});
        QScrollArea* scroll = nullptr;
        for (auto* place = chart->parentWidget(); scroll == nullptr && place != nullptr; place = place->parentWidget())
            scroll = qobject_cast<QScrollArea*>(place);
        QVERIFY(scroll != nullptr);
        const auto sees = [&](int row) { return scroll->viewport()->rect().contains(chart->mapTo(scroll->viewport(), chart->rowArea(row).center().toPoint())); };
        QTRY_VERIFY(scroll->verticalScrollBar()->maximum() > 0); // laid out
        QVERIFY(sees(0) && !sees(50));
        QTest::mouseClick(chart, Qt::LeftButton, {}, chart->rowArea(0).center().toPoint());
        for (int row = 1; row <= 50; ++row)
            QTest::keyClick(chart, Qt::Key_Down);
        QCOMPARE(chart->currentRow(), 50);
        QVERIFY(sees(50));
        for (int row = 50; row > 2; --row)
            QTest::keyClick(chart, Qt::Key_Up);
        QVERIFY(sees(2));
    }

    void tableRowsAreChosenByKey()
    {
        auto experiment = manyReaders(3);
        experiment.pairs[1].client.options.keepIdleSeconds = 6;
        experiment.pairs[2].client.options.keepIdleSeconds = 7;
        QVERIFY(!m_fixture->keep(kFirst, experiment, manyReadersLines(3, 1s)).isEmpty());
        m_fixture->openStored(kFirst);
        choosePage(ResultPages::Table);
        auto* table = m_fixture->find<QTableView>("results.numbers");
        QTRY_COMPARE(table->model()->rowCount(), 3);
        table->setFocus();
        table->setCurrentIndex(table->model()->index(0, table->horizontalHeader()->logicalIndexAt(1)));
        QTest::keyClick(table, Qt::Key_Down);
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(m_fixture->window->viewState().pair(), 1);
        QCOMPARE(m_fixture->window->viewState().selected(), std::optional(EventRef{1, Host::Client, 15'348ms}));
    }

    void anotherRunsRowIsNotMarked()
    {
        compareBoth();
        choosePage(ResultPages::Charts);
        const auto* chart = m_fixture->find<ResultsPanel>("resultsPanel")->findChildren<ResultChart*>().first();
        QTRY_COMPARE(chart->rows().size(), std::size_t{4});
        auto& view = m_fixture->window->viewState();
        const auto lookAgain = [&view] {
            view.setEnd(Host::Server);
            view.setEnd(Host::Client);
        };
        lookAgain(); // the plan is in sight, and none of them is its
        QCOMPARE(chart->currentRow(), -1);
    }

    void thousandDifferentPairs()
    {
        auto experiment = manyReaders(1000);
        for (int number = 0; number < 1000; ++number)
            experiment.pairs[static_cast<std::size_t>(number)].client.options.keepIdleSeconds = 1 + number;
        QVERIFY(!m_fixture->keep(kFirst, experiment, manyReadersLines(1000, 1ms)).isEmpty());
        m_fixture->openStored(kFirst);
        const auto* note = m_fixture->find<QLabel>("results.empty");
        QTRY_VERIFY(note->text().contains(QStringLiteral("first 200 of 1000")));
        QCOMPARE(m_fixture->find<QTableView>("results.numbers")->model()->rowCount(), 1000);
        for (int page = 0; page < ResultPages::PageCount; ++page) {
            choosePage(page);
            savePicture(QStringLiteral("results-1000-%1").arg(page));
        }
    }

    void moreRowsThanAreDrawnAreLaidOutOnce()
    {
        ChartRows rows(300);
        for (std::size_t row = 0; row < rows.size(); ++row)
            rows[row].label = QString::number(row);
        Place place;
        QVBoxLayout layout(&place);
        ResultChart chart(ResultChart::Kind::Elapsed);
        layout.addWidget(&chart);
        place.show();
        QVERIFY(place.askedBy(chart, rows) > 0);
        QCOMPARE(chart.rows().size(), std::size_t{200});
        QCOMPARE(place.askedBy(chart, rows), 0);
    }

    void whatIsAskedFirstNeedsNoScrolling()
    {
        m_fixture->window->resize(1280, 720);
        openMany(2, 10ms);
        choosePage(ResultPages::Table);
        const auto* table = m_fixture->find<QTableView>("results.numbers");
        // At a projector's size the dock is too narrow for the long forms.
        for (const int column : {ResultTableModel::What, ResultTableModel::Predicted, ResultTableModel::Elapsed, ResultTableModel::Residual, ResultTableModel::Sign}) {
            QVERIFY(!table->isColumnHidden(column));
            QVERIFY2(table->columnViewportPosition(column) + table->columnWidth(column) <= table->viewport()->width(), qPrintable(QString::number(column)));
        }
        // Half of a doubled screen, where the titles are brief too: their tool tips say all.
        m_fixture->window->resize(960, 540);
        QTRY_VERIFY(table->columnViewportPosition(ResultTableModel::Sign) + table->columnWidth(ResultTableModel::Sign) <= table->viewport()->width());
        for (const int column : {ResultTableModel::Predicted, ResultTableModel::Elapsed, ResultTableModel::Residual})
            QVERIFY(!table->model()->headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString().isEmpty());
        const auto sign = table->model()->index(0, ResultTableModel::Sign);
        QCOMPARE(sign.data().toString(), QStringLiteral("✓"));
        QCOMPARE(sign.data(Qt::AccessibleTextRole).toString(), QStringLiteral("inside the prediction"));
        QCOMPARE(table->model()->index(0, ResultTableModel::Predicted).data().toString(), QStringLiteral("13.2–13.5"));
    }

    void tableSortsAndCopies()
    {
        openMany(2, 500ms);
        choosePage(ResultPages::Table);
        auto* table = m_fixture->find<QTableView>("results.numbers");
        QVERIFY(table->isVisible() && table->isSortingEnabled());
        table->selectAll();
        table->setFocus();
        QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
        const auto lines = QGuiApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines[0].count(u'\t'), lines[1].count(u'\t'));
        QVERIFY2(lines[1].contains(QStringLiteral("recv 5/3/3")), qPrintable(lines[1]));
    }

    void runsAreCompared()
    {
        compareBoth();
        auto* panel = m_fixture->find<ResultsPanel>("resultsPanel");
        QCOMPARE(m_fixture->find<QTabBar>("results.pages")->currentIndex(), static_cast<int>(ResultPages::Overlay));
        const auto* overlay = m_fixture->find<OverlayView>("overlayView");
        QVERIFY(overlay->isVisible());
        QCOMPARE(overlay->rows().size(), std::size_t{6}); // reader, reader 1, reader 2, each in one of the runs
        QVERIFY(m_fixture->find<QLabel>("results.comparing")->isVisible());
        savePicture(QStringLiteral("results-compare-overlay"));
        choosePage(ResultPages::Charts);
        const auto* chart = panel->findChildren<ResultChart*>().first();
        QCOMPARE(chart->rows().size(), std::size_t{4}); // each run's name and its row
        QCOMPARE(chart->rows()[0].state, ChartRow::State::Heading);
        QVERIFY2(chart->rows()[0].label.contains(QStringLiteral("Sample reader")) || chart->rows()[2].label.contains(QStringLiteral("Sample reader")),
                 qPrintable(chart->rows()[0].label));
        savePicture(QStringLiteral("results-compare-charts"));
        choosePage(ResultPages::Spread);
        savePicture(QStringLiteral("results-compare-spread"));
        QTest::mouseClick(m_fixture->find<QToolButton>("results.endComparison"), Qt::LeftButton);
        QVERIFY(panel->compared().empty());
        QVERIFY(!m_fixture->find<QLabel>("results.comparing")->isVisible());
    }

    void comparingInTheDark()
    {
        applyTheme(Theme::Dark);
        compareBoth();
        m_fixture->window->resize(1920, 1080);
        QTRY_COMPARE(m_fixture->window->width(), 1920);
        savePicture(QStringLiteral("results-compare-dark"));
        choosePage(ResultPages::Spread);
        savePicture(QStringLiteral("results-spread-dark"));
        applyTheme(Theme::Light);
    }

    void lateAnswersAreDropped()
    {
        QVERIFY(!m_fixture->keep(kFirst, sampleExperiment(), sampleLines()).isEmpty());
        QVERIFY(!m_fixture->keep(kSecond, manyReaders(2), manyReadersLines(2, 30ms)).isEmpty());
        StoredResults stored(m_fixture->store.get(), nullptr);
        std::vector<RunResult> seen;
        QObject::connect(&stored, &StoredResults::comparisonChanged, &stored, [&](const std::vector<RunResult>& results, int) { seen = results; });
        stored.compare({kFirst});
        stored.compare({kSecond});
        QTRY_COMPARE(seen.size(), std::size_t{1});
        QCOMPARE(seen.front().runId, kSecond);
        stored.compare({kFirst});
        stored.compare({});
        // A later wish is answered; the dropped one never appears among its answers.
        stored.compare({kSecond});
        QTRY_COMPARE(seen.size(), std::size_t{1});
        QCOMPARE(seen.front().runId, kSecond);
    }

    void brokenRunIsToldInASentence()
    {
        QVERIFY(m_fixture->store->begin(kFirst, sampleExperiment(), QStringLiteral("2026-11-22T10:30:59.123Z"), QStringLiteral("0.1.0")).ok());
        QVERIFY(m_fixture->store->append(kFirst, "no JSON\n").ok());
        QVERIFY(m_fixture->store->finish(kFirst, StoredStatus::Finished, QStringLiteral("broken")).ok());
        Q_EMIT m_fixture->find<HistoryPanel>("historyPanel")->compareWanted({kFirst});
        QTRY_VERIFY(m_fixture->window->banner()->isVisible());
        QVERIFY(m_fixture->window->banner()->text().contains(QStringLiteral("Line 1")));
        QVERIFY(m_fixture->find<ResultsPanel>("resultsPanel")->compared().empty());
    }

    void earlierRunsComeBackAfterAStart()
    {
        QVERIFY(!m_fixture->keep(kFirst, sampleExperiment(), sampleLines()).isEmpty());
        QVERIFY(!m_fixture->keep(kSecond, manyReaders(2), manyReadersLines(2, 30ms)).isEmpty());
        m_fixture->window->close();
        m_fixture->desk.begun = false; // as a program that has just been started
        m_fixture->makeWindow();
        m_fixture->open();
        auto* panel = m_fixture->find<ResultsPanel>("resultsPanel");
        QTRY_COMPARE(panel->earlier().size(), std::size_t{2});
        QCOMPARE(panel->earlier().front().runId, kSecond);
    }
};

QTEST_MAIN(ResultsTest)
#include "results_test.moc"
