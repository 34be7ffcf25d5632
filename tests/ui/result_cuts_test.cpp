// SPDX-License-Identifier: GPL-3.0-or-later
// What the results have no room for is told, and their numbers are those of the curves that are drawn.
#include <QLabel>
#include <QMenu>
#include <QTabBar>
#include <QTest>
#include <QXmlStreamReader>

#include "sample_run.h"
#include "session/replay.h"
#include "ui/charts/distribution_chart.h"
#include "ui/export/figure_writer.h"
#include "ui/results/distribution_rows.h"
#include "ui/results/result_csv.h"
#include "ui/results/result_pages.h"
#include "ui/results/results_panel.h"
#include "window_fixture.h"

using namespace halfopen;
using namespace std::chrono_literals;

namespace {

const QString kFirst = QStringLiteral("20261120T103059.123Z-0001");
const QString kSecond = QStringLiteral("20261121T103059.123Z-0002");

RunResult resultOfLines(const QString& id, const Experiment& experiment, const QByteArray& lines)
{
    const auto run = replay(experiment, lines);
    return run.ok() ? resultOf(id, run.value().timeline, run.value().outcomes, true, run.value().timeline.lastTime()) : RunResult{};
}

} // namespace

class ResultCutsTest final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<WindowFixture> m_fixture;

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(anyWarning());
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->open();
    }
    void cleanup() { m_fixture.reset(); }

    void exportMenusOpenAgain_data()
    {
        QTest::addColumn<QString>("menu");
        QTest::newRow("results") << QStringLiteral("results.exportMenu");
        QTest::newRow("sweep") << QStringLiteral("sweep.exportMenu");
        QTest::newRow("window") << QStringLiteral("exportMenu");
    }
    void exportMenusOpenAgain()
    {
        QFETCH(QString, menu);
        m_fixture->trigger("sweep");
        auto* opened = m_fixture->find<QMenu>(menu.toLatin1().constData());
        Q_EMIT opened->aboutToShow();
        const auto actions = opened->actions().size();
        QVERIFY(actions > 0);
        for (int again = 0; again < 3; ++again)
            Q_EMIT opened->aboutToShow();
        QCOMPARE(opened->actions().size(), actions);
    }

    void numbersAreThoseOfTheCurve()
    {
        auto experiment = manyReaders(20);
        for (int number = 0; number < 20; ++number)
            experiment.pairs[static_cast<std::size_t>(number)].client.options.keepIdleSeconds = 5 + number;
        const std::vector<RunResult> runs{resultOfLines(kFirst, experiment, manyReadersLines(20, 100ms))};
        DistributionChart chart;
        chart.resize(600, 400);
        chart.setCurves(distributionRows(runs).curves);
        const auto lines = distributionCsv(runs).split('\n');
        QCOMPARE(lines.size(), 1 + 20 + 1);
        const auto column = [&](int line, const char* name) { return lines[line].trimmed().split(',')[lines.first().trimmed().split(',').indexOf(name)]; };
        for (int rank = 0; rank < 20; ++rank) {
            // What the chart says of that point is in the file.
            QVERIFY2(chart.wordsAt({0, static_cast<std::size_t>(rank)}).contains(QStringLiteral("%1 of 20 end").arg(rank + 1)), qPrintable(chart.wordsAt({0, static_cast<std::size_t>(rank)})));
            QCOMPARE(column(1 + rank, "failed_share"), QByteArray::number((rank + 1) / 20.0, 'f', 6));
            QCOMPARE(column(1 + rank, "ends"), QByteArray("20"));
            QCOMPARE(column(1 + rank, "pair"), "reader " + QByteArray::number(rank + 1));
            QCOMPARE(column(1 + rank, "curve"), QByteArray("all"));
            QVERIFY2(column(1 + rank, "what") != column(1 + rank, "curve"), "each end's own options are told");
        }
        // One set of options is one curve, called by it.
        const auto alike = distributionCsv({resultOfLines(kFirst, manyReaders(3), manyReadersLines(3, 100ms))}).split('\n');
        QVERIFY2(alike[1].contains(",0.333333,3,"), alike[1].constData());
        QVERIFY2(!alike[1].trimmed().endsWith(",all"), alike[1].constData());
    }

    void curvesThatAreNotDrawnAreTold()
    {
        // Two runs of seven sets of options each are fourteen curves.
        std::vector<RunResult> runs;
        for (const auto& id : {kFirst, kSecond}) {
            auto experiment = manyReaders(7);
            for (int number = 0; number < 7; ++number)
                experiment.pairs[static_cast<std::size_t>(number)].client.options.keepIdleSeconds = 5 + number;
            QVERIFY(!m_fixture->keep(id, experiment, manyReadersLines(7, 100ms)).isEmpty());
            runs.push_back(resultOfLines(id, experiment, manyReadersLines(7, 100ms)));
        }
        QCOMPARE(distributionRows(runs).curves.size(), std::size_t{14});
        m_fixture->openStored(kFirst);
        m_fixture->raise("results");
        QTest::mouseClick(m_fixture->find<QTabBar>("results.pages"), Qt::LeftButton, {}, m_fixture->find<QTabBar>("results.pages")->tabRect(ResultPages::Spread).center());
        const auto* note = m_fixture->find<QLabel>("results.noSpread");
        QVERIFY(!note->isVisible());
        m_fixture->openStored(kSecond); // the first stays as an earlier one
        QTRY_VERIFY(note->isVisible());
        QCOMPARE(note->text(), QStringLiteral("The first 12 of 14 curve(s) are drawn; the exported numbers have all of them."));
        QVERIFY(m_fixture->find<DistributionChart>("distributionChart")->isVisible());
        QCOMPARE(m_fixture->find<DistributionChart>("distributionChart")->curves().size(), std::size_t{12});
        const auto subtitle = [](const ResultFigure& figure) {
            QString text;
            const auto svg = rendered(figure, FigureFormat::Svg, figureLook(true, QPalette(), QFont()));
            QXmlStreamReader reader(svg.ok() ? svg.value() : QByteArray{});
            while (!reader.atEnd()) {
                if (reader.readNext() == QXmlStreamReader::Characters)
                    text += reader.text();
            }
            return text.simplified();
        };
        const auto& figures = m_fixture->find<ResultsPanel>("resultsPanel")->figures();
        const auto told = subtitle(figures[2]);
        QVERIFY2(told.contains(QStringLiteral("The first 12 of 14 curve(s) are drawn")), qPrintable(told));
        QVERIFY(!subtitle(figures[1]).contains(QStringLiteral("are drawn")));
    }

    void rowsThatAreNotDrawnAreToldInTheFigure()
    {
        auto experiment = manyReaders(400);
        for (int number = 0; number < 400; ++number)
            experiment.pairs[static_cast<std::size_t>(number)].client.options.keepIdleSeconds = 1 + number;
        ResultsShown shown;
        shown.runs.push_back(resultOfLines(kFirst, experiment, manyReadersLines(400, 1ms)));
        const auto look = figureLook(true, QPalette(), QFont());
        const auto told = [&](ResultFigure::Kind kind) {
            const auto svg = rendered(ResultFigure(kind, shown), FigureFormat::Svg, look);
            return svg.ok() ? svg.value() : QByteArray{};
        };
        QVERIFY(told(ResultFigure::Kind::Differences).contains("The first 200 of 400 row(s) are drawn"));
        QVERIFY(told(ResultFigure::Kind::Times).contains("The first 200 of 400 row(s) are drawn"));
        const auto lanes = told(ResultFigure::Kind::Overlay);
        QVERIFY(lanes.contains(QByteArray("of " + QByteArray::number(static_cast<int>(shown.runs.front().lanes.size())) + " end(s) are drawn")));
    }

    void tooManyCurvesAreLaidOutOnce()
    {
        DistributionCurves curves(20);
        for (std::size_t number = 0; number < curves.size(); ++number) {
            curves[number].label = QString::number(number);
            curves[number].seconds = {1.0 + static_cast<double>(number)};
            curves[number].ends = 1;
        }
        DistributionChart chart;
        chart.setCurves(curves);
        QCOMPARE(chart.curves().size(), DistributionChart::kMostCurves);
        chart.setCurrent(DistributionChart::Point{3, 0});
        const auto said = chart.wordsAt({3, 0});
        chart.setAccessibleDescription(said); // other curves would be told instead
        chart.setCurves(curves);
        QCOMPARE(chart.accessibleDescription(), said);
    }
};

QTEST_MAIN(ResultCutsTest)
#include "result_cuts_test.moc"
