// SPDX-License-Identifier: GPL-3.0-or-later
// What the time line marks above and beside its rows: where a middlebox forgets, which timer a curve is, how high it is.
#include <QPainter>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <cmath>

#include "pictures/painted_text.h"
#include "core/predictor.h"
#include "sample_script.h"
#include "ui/theme/line_height.h"
#include "ui/timeline/forgettings.h"
#include "ui/timeline/lane_text.h"
#include "ui/timeline/lanes.h"
#include "ui/timeline/reading.h"
#include "ui/timeline/timeline_view.h"

using namespace halfopen;

namespace {

Fault forgetful(double idleSeconds)
{
    Fault fault = defaultFault(FaultKind::NatForget);
    fault.atSeconds = 1;
    fault.idleSeconds = idleSeconds;
    return fault;
}

/// A reader behind a middlebox with a patience of four seconds. Its handshake's last packet comes 0.0499 s before t = 0.
samples::SampleRun forgottenReader(double until, bool live)
{
    samples::Script script(samples::experimentWith(samples::reader(false), forgetful(4), "Forgotten"));
    samples::armReader(script);
    script.fault(1, FaultEvent::What::Applied);
    if (live)
        script.at(until, NoteEvent{"still waiting"});
    else
        script.end(until);
    return script.finish("forgotten", live);
}

RunFacts factsOf(const samples::SampleRun& run)
{
    return RunFacts::of(&run.timeline, run.timeline.experiment(), run.predictions, run.timeline.lastTime(), run.live);
}

struct Shown final
{
    explicit Shown(samples::SampleRun shown) : run(std::move(shown))
    {
        view.resize(900, 420);
        view.setTimeline(&run.timeline);
        view.setPredictions(run.predictions);
        view.setLive(run.live);
    }
    explicit Shown(const Experiment& plan) : run{"plan", Timeline(plan), predict(plan, KernelProfile{}), false}
    {
        view.resize(900, 420);
        view.setExperiment(plan);
        view.setPredictions(run.predictions);
    }
    samples::SampleRun run;
    ViewState state;
    TimelineView view{state};
};

/// The time line as it leaves the program.
class FigureSheet final : public QWidget
{
public:
    explicit FigureSheet(const TimelineView& view) : m_view(view) { resize(1280, 760); }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        m_view.paintFigure(painter, QRectF(rect()));
    }

private:
    const TimelineView& m_view;
};

bool anyBegins(const QStringList& words, const QString& with)
{
    return std::ranges::any_of(words, [&](const QString& each) { return each.startsWith(with); });
}

Experiment twoReaders(int idle, int otherIdle)
{
    Experiment experiment = samples::experimentWith(samples::reader(true), Fault{}, "Two readers");
    experiment.timeLimitSeconds = 2000;
    experiment.pairs.push_back(experiment.pairs.front());
    experiment.pairs[0].client.options.keepIdleSeconds = idle;
    experiment.pairs[1].client.options.keepIdleSeconds = otherIdle;
    return experiment;
}

} // namespace

class TimelineMarksTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void aPlanMarksWhereTheMiddleboxForgets();
    void aRunMarksWhereItHasForgotten();
    void noOtherPairIsMarkedAmongRows();
    void eachCurveOfARaceHasItsName();
    void rowsHaveOneScaleOrSayThatTheyHaveNot();
    void allRowsFitWhereTheyCanBeRead();
    void aFigureOfRowsIsOfAllPairs();
    void aReadOutIsAsLargeAsItsWords();
    void aGuessBesideTheBandLeavesItItsWords();
    void nowIsToldInTenthsWhileItRuns();
};

void TimelineMarksTest::aPlanMarksWhereTheMiddleboxForgets()
{
    const Experiment plan = samples::experimentWith(samples::reader(false), forgetful(4), "Forgotten");
    Shown shown(plan);
    const auto marks = forgettingsOf(shown.view.facts(), 0, Host::Client);
    QCOMPARE(marks.size(), std::size_t{1});
    QVERIFY(marks[0].planned);
    QVERIFY2(std::abs(marks[0].at - 4) < 0.1, qPrintable(QString::number(marks[0].at))); // four seconds after the last packet
    QVERIFY(paintedWords(shown.view).contains(QStringLiteral("predicted: the NAT forgets")));
    QVERIFY(flagsToolTip(shown.view.facts(), 0, 0, Host::Client).contains(QStringLiteral("predicted: the NAT forgets")));

    Experiment kept = plan; // whose probes come before it forgets
    kept.pairs[0].client.options.keepAlive = true;
    kept.pairs[0].client.options.keepIdleSeconds = 2;
    kept.pairs[0].client.options.keepIntervalSeconds = 1;
    QVERIFY(forgettingsOf(Shown(kept).view.facts(), 0, Host::Client).empty());
}

void TimelineMarksTest::aRunMarksWhereItHasForgotten()
{
    const samples::SampleRun before = forgottenReader(3, true);
    const auto expected = forgettingsOf(factsOf(before), 0, Host::Client);
    QCOMPARE(expected.size(), std::size_t{1});
    QVERIFY(expected[0].planned && expected[0].at > 3);

    Shown after(forgottenReader(6, true));
    const auto seen = forgettingsOf(after.view.facts(), 0, Host::Client);
    QCOMPARE(seen.size(), std::size_t{1});
    QVERIFY(!seen[0].planned);
    QVERIFY2(std::abs(seen[0].at - 3.9501) < 1e-6, qPrintable(QString::number(seen[0].at, 'f', 6)));
    QVERIFY(paintedWords(after.view).contains(QStringLiteral("the NAT has forgotten")));

    // A run that ended before has nothing to expect any more.
    const samples::SampleRun ended = forgottenReader(3, false);
    QVERIFY(forgettingsOf(factsOf(ended), 0, Host::Client).empty());
}

void TimelineMarksTest::noOtherPairIsMarkedAmongRows()
{
    Shown shown(samples::experimentWith(samples::reader(false), forgetful(4), "Forgotten"));
    shown.state.setCompared(LaneKind::Timer);
    QVERIFY(!paintedWords(shown.view).contains(QStringLiteral("predicted: the NAT forgets")));
}

void TimelineMarksTest::eachCurveOfARaceHasItsName()
{
    Shown resending(samples::requestRetransmits());
    resending.state.setCompared(LaneKind::Timer);
    QVERIFY2(anyBegins(paintedWords(resending.view), QStringLiteral("retransmission")), qPrintable(paintedWords(resending.view).join(u'|')));
    resending.view.resize(300, 420); // no tooth has room for it
    QVERIFY2(anyBegins(paintedWords(resending.view), QStringLiteral("retransmission")), qPrintable(paintedWords(resending.view).join(u'|')));
    Shown asking(samples::idleKeepalive());
    asking.state.setCompared(LaneKind::Timer);
    QVERIFY(anyBegins(paintedWords(asking.view), QStringLiteral("keepalive")));
}

void TimelineMarksTest::rowsHaveOneScaleOrSayThatTheyHaveNot()
{
    const auto saysSo = [](const QStringList& words) { return words.filter(QStringLiteral("up to")); };
    Shown alike(twoReaders(5, 9));
    alike.state.setCompared(LaneKind::Timer);
    QCOMPARE(saysSo(paintedWords(alike.view)), QStringList{});
    Shown apart(twoReaders(5, 600));
    apart.state.setCompared(LaneKind::Timer);
    const QStringList said = saysSo(paintedWords(apart.view));
    QCOMPARE(said.size(), 2);
    QVERIFY2(said[0].contains(QStringLiteral(" 5.")) && said[1].contains(QStringLiteral(" 60")), qPrintable(said.join(u'|')));
}

void TimelineMarksTest::allRowsFitWhereTheyCanBeRead()
{
    const QFont font = QGuiApplication::font();
    const double line = lineHeight(boldFont(font));
    const auto rows = [&](double lines, int pairs, int flagRows = 2) {
        return TimelineLayout::compare(QRectF(0, 0, 660, line * lines), font, {.kind = LaneKind::Timer, .pairs = pairs, .flagRows = flagRows});
    };
    const auto inSight = [](const TimelineLayout& layout) {
        return std::ranges::count_if(layout.lanes, [&](const LaneBox& box) { return box.lane.bottom() <= layout.plot.bottom() + 1; });
    };
    // The time line of a window of 720 pixels with the row that plays a run again.
    QCOMPARE(inSight(rows(6.8, 2)), 2);
    QCOMPARE(inSight(rows(8, 2)), 2);
    QVERIFY(rows(8, 2).contentHeight <= rows(8, 2).plot.height() + 1);
    for (const LaneBox& box : rows(8, 2).lanes)
        QVERIFY2(box.label.height() >= line * 1.7, "both lines of a name");
    QVERIFY(inSight(rows(9, 12)) >= 2);
    // With room enough rows are as high as they were.
    QVERIFY(rows(30, 3).rowHeight > line * 6);
    QCOMPARE(TimelineLayout::compare(QRectF(0, 0, 660, line * 30), font, {.kind = LaneKind::Timer, .pairs = 2, .fill = true}).lanes.back().lane.bottom(),
             TimelineLayout::compare(QRectF(0, 0, 660, line * 30), font, {.kind = LaneKind::Timer, .pairs = 2, .fill = true}).plot.bottom());
}

void TimelineMarksTest::aFigureOfRowsIsOfAllPairs()
{
    Shown race(samples::race(2));
    FigureSheet one(race.view);
    QVERIFY(anyBegins(paintedWords(one), race.run.timeline.experiment().title.empty() ? QStringLiteral("pair") : QString::fromStdString(race.run.timeline.experiment().title)));
    QVERIFY(paintedWords(one).filter(QStringLiteral("measured")).size() == 1);
    race.state.setCompared(LaneKind::Timer);
    FigureSheet all(race.view);
    const QStringList words = paintedWords(all);
    QCOMPARE(words.filter(QStringLiteral("All pairs: Kernel timer")).size(), 1);
    QVERIFY2(words.filter(QStringLiteral("measured")).isEmpty(), "of one pair only");
}

void TimelineMarksTest::aReadOutIsAsLargeAsItsWords()
{
    // Its box is the only thing of its ground's colour that high: the highest empty run of rows below its words tells.
    Shown shown(samples::planWithoutKeepalive());
    shown.view.resize(900, 620);
    shown.state.setCursor(fromSeconds(6));
    const TimelineLayout layout = TimelineLayout::of(QRectF(shown.view.rect()), shown.view.font(), Host::Client, false);
    const ReadingLook of{0, Host::Client, false, TimeOrigin::Fault, std::nullopt};
    const auto lines = readingAt(shown.view.facts(), {}, of, 6).lines().size();
    const double row = std::max(QFontMetricsF(boldFont(shown.view.font())).height(), QFontMetricsF(shown.view.font()).height());
    const QImage image = shown.view.grab().toImage();
    const auto timer = std::ranges::find(layout.lanes, LaneKind::Timer, &LaneBox::kind);
    QVERIFY(timer != layout.lanes.end());
    // Down the box, between its border and its letters: as long as the ground does not change.
    const int x = static_cast<int>(shown.view.axis().x(6)) + 14;
    const int from = static_cast<int>(timer->lane.top() + 6 + row);
    const QRgb ground = image.pixel(x, from);
    int bottom = from;
    while (bottom < image.height() && image.pixel(x, bottom) == ground)
        ++bottom;
    int top = from;
    while (top > 0 && image.pixel(x, top) == ground)
        --top;
    QVERIFY2(bottom - top > row * static_cast<double>(lines) - 2, "this is the box");
    QVERIFY2(bottom - top < row * (static_cast<double>(lines) + 1) + 10, qPrintable(QStringLiteral("%1 px for %2 lines of %3 px").arg(bottom - top).arg(lines).arg(row)));
}

void TimelineMarksTest::aGuessBesideTheBandLeavesItItsWords()
{
    for (const double guess : {8.0, 11.0, 12.0, 12.8, 13.3, 14.0}) {
        for (const int width : {420, 560, 900}) {
            Shown shown(samples::idleKeepalive());
            shown.view.resize(width, 330);
            shown.state.setGuess(Guess{fromSeconds(guess)});
            const QStringList words = paintedWords(shown.view);
            const QString where = QStringLiteral("guess %1 s at %2 px: ").arg(guess).arg(width) + words.join(u'|');
            QVERIFY2(!words.filter(predictedText(*shown.view.facts().prediction(0, Host::Client))).isEmpty(), qPrintable(where));
            QVERIFY2(!words.filter(QStringLiteral("your guess")).isEmpty(), qPrintable(where));
        }
    }
}

void TimelineMarksTest::nowIsToldInTenthsWhileItRuns()
{
    const samples::SampleRun run = samples::liveRun();
    const RunFacts facts = factsOf(run);
    const ReadingLook fault{0, Host::Client, false, TimeOrigin::Fault, std::nullopt};
    QCOMPARE(readingOfNow(facts, {}, fault).first().section(QStringLiteral(" · "), 0, 0), QStringLiteral("8.3 s after the fault"));
    const ReadingLook start{0, Host::Client, false, TimeOrigin::Start, std::nullopt};
    QCOMPARE(readingOfNow(facts, {}, start).first().section(QStringLiteral(" · "), 0, 0), QStringLiteral("t = 9.3 s"));
}

QTEST_MAIN(TimelineMarksTest)
#include "timeline_marks_test.moc"
