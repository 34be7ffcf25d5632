// SPDX-License-Identifier: GPL-3.0-or-later
// What is painted: what belongs together stands together, whatever room there is, and words can be read.
#include <QGuiApplication>
#include <QImage>
#include <QPalette>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <vector>

#include "pictures/painted_text.h"
#include "sample_run.h"
#include "ui/charts/distribution_chart.h"
#include "ui/charts/result_chart.h"
#include "ui/charts/value_place.h"
#include "ui/experiment/pair_tabs.h"
#include "ui/theme/colours.h"

using namespace halfopen;

namespace {

ChartRow measuredRow(double milliseconds)
{
    ChartRow row;
    row.label = QStringLiteral("row");
    row.state = ChartRow::State::Measured;
    row.value = milliseconds;
    return row;
}

/// Where something stands on that line of pixels: the middle of each run of pixels that `counts`.
template<typename Counts>
std::vector<double> middlesOn(const QImage& image, int y, const Counts& counts)
{
    std::vector<double> middles;
    int first = -1;
    for (int x = 0; x <= image.width(); ++x) {
        const bool hit = x < image.width() && counts(image.pixelColor(x, y));
        if (hit && first < 0)
            first = x;
        if (!hit && first >= 0) {
            middles.push_back((first + x) / 2.0);
            first = -1;
        }
    }
    return middles;
}

/// The middle of everything that has that colour.
double middleWithin(const QImage& image, const QRectF& area, const QColor& wanted)
{
    int first = image.width();
    int last = -1;
    for (int y = static_cast<int>(area.top()); y < area.bottom(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y) != wanted)
                continue;
            first = std::min(first, x);
            last = std::max(last, x);
        }
    }
    return (first + last + 1) / 2.0;
}

} // namespace

class ChartsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(anyWarning()); }

    void pointsStandOnTheirLines_data()
    {
        QTest::addColumn<int>("labels");
        QTest::addColumn<int>("narrower"); // as much as a scroll bar takes
        QTest::newRow("labels beside") << 60 << 0;
        QTest::newRow("labels above") << 0 << 0;
        QTest::newRow("beside, scroll bar") << 60 << 17;
        QTest::newRow("above, scroll bar") << 0 << 17;
    }

    void pointsStandOnTheirLines()
    {
        QFETCH(int, labels);
        QFETCH(int, narrower);
        ResultChart chart(ResultChart::Kind::Residual);
        ChartRow never;
        never.state = ChartRow::State::Never;
        chart.setFocusPolicy(Qt::NoFocus); // its frame would be a line too
        chart.resize(300, 400);
        chart.show();
        QVERIFY(QTest::qWaitForWindowExposed(&chart));
        chart.setLabelWidth(labels);
        chart.setRows({measuredRow(-100), measuredRow(0), measuredRow(100), measuredRow(200), never});
        QCoreApplication::processEvents();
        chart.resize(300 - narrower, 400);
        QCoreApplication::processEvents();
        const QImage image = chart.grab().toImage().convertToFormat(QImage::Format_RGB32);
        const auto colours = Colours::from(chart.palette());
        // In the row without a point only the lines of the grid stand: −200, −100 … +200.
        const auto lines = middlesOn(image, static_cast<int>(chart.rowArea(4).bottom()) - 3, [&](const QColor& colour) { return colour != colours.panel; });
        QCOMPARE(lines.size(), std::size_t{5});
        for (int row = 0; row < 3; ++row) {
            const auto area = chart.rowArea(row);
            const double mark = middleWithin(image, area, colours.blue);
            const double line = lines[static_cast<std::size_t>(row) + 1];
            QVERIFY2(std::abs(mark - line) <= 2, qPrintable(QStringLiteral("row %1: mark at %2, line at %3").arg(row).arg(mark).arg(line)));
        }
    }

    void neverAloneHasNoNumbers()
    {
        for (const auto kind : {ResultChart::Kind::Residual, ResultChart::Kind::Elapsed}) {
            ResultChart chart(kind);
            chart.resize(400, 200);
            ChartRow never;
            never.label = QStringLiteral("row");
            never.state = ChartRow::State::Never;
            never.text = QStringLiteral("never");
            const auto numbers = [&] {
                chart.grab(); // laid out
                return paintedWords(chart).filter(QRegularExpression(QStringLiteral("\\d")));
            };
            chart.setRows({never});
            QCOMPARE(numbers(), QStringList{});
            QVERIFY(paintedWords(chart).contains(QStringLiteral("never")));
            chart.setRows({never, measuredRow(100)});
            QVERIFY(numbers().size() >= 2);
            chart.setRows({never});
            QCOMPARE(numbers(), QStringList{});
        }
        DistributionCurve curve;
        curve.ends = 3;
        DistributionChart spread;
        spread.resize(400, 300);
        spread.setCurves({curve});
        spread.grab();
        QVERIFY(!paintedWords(spread).contains(QStringLiteral("1.0")));
        curve.seconds = {0, 1};
        spread.setCurves({curve});
        spread.grab();
        QVERIFY(paintedWords(spread).contains(QStringLiteral("1.0")));
    }

    void colouredWordsCanBeReadInEveryTheme_data()
    {
        QTest::addColumn<QPalette>("palette");
        QTest::newRow("light") << lightPalette();
        QTest::newRow("dark") << darkPalette();
        QTest::newRow("projector, light") << strongPalette(false);
        QTest::newRow("projector, dark") << strongPalette(true);
    }

    void colouredWordsCanBeReadInEveryTheme()
    {
        QFETCH(const QPalette, palette);
        const Colours colours = Colours::from(palette);
        const QColor inFault = mixed(colours.lane, colours.vermillion, colours.afterFault.alphaF());
        QVERIFY(contrast(inFault, colours.mutedText) >= kLeastTextContrast && contrast(inFault, colours.faintText) >= kLeastTextContrast);
        for (int index = 0; index < 8; ++index) {
            const QColor series = colours.series(index);
            QVERIFY2(contrast(series, textOn(series)) >= kLeastTextContrast, qPrintable(series.name())); // words on a bar
            for (const QColor& ground : {colours.window, colours.panel, colours.lane, colours.warning, colours.selection, inFault}) {
                QVERIFY2(contrast(ground, colours.ink(series)) >= kLeastTextContrast, qPrintable(series.name() + u' ' + ground.name()));
                QVERIFY(contrast(ground, inkOn(ground, series)) >= kLeastTextContrast);
            }
        }
        // What is dark enough stays as it is.
        QCOMPARE(inkOn(colours.panel, colours.text), colours.text);
        // A selected row is told from its neighbours, and all that is written on it can be read.
        QVERIFY2(contrast(colours.selection, colours.panel) >= 1.25, qPrintable(QString::number(contrast(colours.selection, colours.panel))));
        QVERIFY(contrast(colours.selection, colours.text) >= kLeastTextContrast && contrast(colours.selection, colours.ink(colours.mutedText)) >= kLeastTextContrast);
    }

    void aTabIsInSightAsAWholeOrNotAtAll()
    {
        PairTabs tabs;
        const QStringList names{QStringLiteral("heartbeat 1/3"), QStringLiteral("keepalive 4/2/3"), QStringLiteral("keepalive 2/1/3")};
        for (const QString& name : names)
            tabs.addTab(name);
        const int whole = tabs.sizeHint().width();
        const auto writtenAt = [&](int width) {
            tabs.resize(width, tabs.sizeHint().height());
            QCoreApplication::processEvents();
            auto written = paintedWords(tabs); // the chosen one is painted last
            written.sort();
            return written;
        };
        tabs.show();
        auto wanted = names;
        wanted.sort();
        QCOMPARE(writtenAt(whole + 20), wanted);
        // A little less: all are there, and what tells them apart is.
        const auto elided = writtenAt(whole * 9 / 10);
        QCOMPARE(elided.size(), 3);
        QVERIFY2(elided[1].contains(u'…') && elided[1].endsWith(QStringLiteral("2/1/3")) && elided[2].endsWith(QStringLiteral("4/2/3")), qPrintable(elided.join(u'|')));
        // Much less: it scrolls, and those in sight share the room.
        for (int width = whole / 3; width < whole * 2 / 3; width += 7) {
            for (int chosen = 0; chosen < 3; ++chosen) {
                tabs.setCurrentIndex(chosen);
                const auto seen = writtenAt(width);
                QVERIFY2(!seen.isEmpty() && seen.size() < 3, qPrintable(seen.join(u'|')));
                const QString end = names[chosen].last(3);
                QVERIFY2(std::ranges::any_of(seen, [&](const QString& each) { return each.endsWith(end) && each.size() >= 6; }), qPrintable(seen.join(u'|')));
            }
        }
    }

    void axesAreNumberedEvenly_data()
    {
        QTest::addColumn<double>("reach");
        QTest::addColumn<double>("step");
        QTest::newRow("hundreds") << 200.0 << 100.0;
        QTest::newRow("thousands") << 2000.0 << 1000.0;
    }

    void axesAreNumberedEvenly()
    {
        QFETCH(double, reach);
        QFETCH(double, step);
        const QFontMetricsF metrics(QGuiApplication::font());
        for (int width = 120; width <= 420; ++width) {
            OverlayGeometry geometry;
            geometry.width = width;
            geometry.plot = QRectF(18, 4, width - 40, 100);
            geometry.from = -reach;
            geometry.to = reach;
            geometry.step = step;
            const auto numbers = axisNumbers(geometry, ResultChart::Kind::Residual, metrics);
            QVERIFY(numbers.size() > 1); // zero alone is no scale
            if (numbers.size() > 2) { // as many on both sides of zero
                QVERIFY(numbers.size() % 2 == 1);
                QCOMPARE(numbers[numbers.size() / 2].words, QStringLiteral("0"));
            }
            QCOMPARE(numbers.front().words.mid(1), numbers.back().words.mid(1));
            const double space = metrics.averageCharWidth() * 0.79; // "−2,000" and "0" are not to read as one number
            for (std::size_t number = 1; number < numbers.size(); ++number)
                QVERIFY(numbers[number].left > numbers[number - 1].left + metrics.horizontalAdvance(numbers[number - 1].words) + space);
        }
    }

    void chartsGiveUpAirBeforeTheyScroll()
    {
        QWidget dock;
        ResultChart chart(ResultChart::Kind::Elapsed, &dock);
        chart.setRows({measuredRow(3), measuredRow(4), measuredRow(5)});
        dock.show();
        QVERIFY(chart.minimumSizeHint().height() < chart.sizeHint().height());
        for (const int height : {chart.sizeHint().height(), chart.minimumSizeHint().height()}) {
            chart.resize(300, height);
            QCoreApplication::processEvents();
            const double axis = height - chart.rowArea(2).bottom();
            QVERIFY2(axis >= 2 * chart.fontMetrics().height() && axis < 3 * chart.fontMetrics().height(), qPrintable(QString::number(axis)));
        }
    }

    void nothingRunsThroughAValue_data()
    {
        QTest::addColumn<bool>("bars");
        QTest::newRow("differences") << false;
        QTest::newRow("times") << true;
    }

    void nothingRunsThroughAValue()
    {
        QFETCH(bool, bars);
        const auto kind = bars ? ResultChart::Kind::Elapsed : ResultChart::Kind::Residual;
        const QFontMetricsF metrics(QGuiApplication::font());
        for (int width = 200; width <= 420; width += 11) {
            for (int value = bars ? 0 : -200; value <= 200; value += 13) {
                for (int half = 5; half < 200; half += 24) {
                    auto row = measuredRow(value);
                    row.text = QStringLiteral("%1 ms").arg(value);
                    row.bandFrom = bars ? std::max(0, 90 - half) : -half;
                    row.bandTo = bars ? 90 + half / 2 : half;
                    OverlayGeometry geometry;
                    geometry.width = width;
                    geometry.plot = QRectF(20, 4, width - 50, 100);
                    geometry.labelWidth = 0;
                    geometry.from = bars ? 0 : -200;
                    geometry.to = 200;
                    geometry.plot.setRight(std::min(geometry.plot.right(), width - valueColumn({row}, geometry, kind, metrics)));
                    const auto place = valuePlace(row, geometry, kind, metrics);
                    QVERIFY(place);
                    const double right = place->left + metrics.horizontalAdvance(place->words);
                    QVERIFY(place->left >= 0 && right <= width);
                    for (const double line : {*row.bandFrom, *row.bandTo, *row.value, 0.0})
                        QVERIFY2(geometry.x(line) < place->left || geometry.x(line) > right, qPrintable(QStringLiteral("%1 at %2: %3 through %4").arg(value).arg(width).arg(line).arg(place->words)));
                }
            }
        }
    }
};

QTEST_MAIN(ChartsTest)
#include "charts_test.moc"
