// SPDX-License-Identifier: GPL-3.0-or-later
// What the time line writes stands where it is true.
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <cmath>

#include "pictures/painted_text.h"
#include "sample_script.h"
#include "ui/theme/colours.h"
#include "ui/theme/line_height.h"
#include "ui/theme/quantity_text.h"
#include "ui/timeline/ending_place.h"
#include "ui/timeline/flag_strip.h"
#include "ui/timeline/lane_text.h"
#include "ui/timeline/lanes.h"
#include "ui/timeline/reading.h"
#include "ui/timeline/timeline_view.h"

using namespace halfopen;

class TimelineWordsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answerBeginsAtItsInstant_data();
    void answerBeginsAtItsInstant();
    void noFailureIsPaintedBeforeItCame_data();
    void noFailureIsPaintedBeforeItCame();
    void everyFaultHasItsName();
    void aPredictionKeepsItsWordsAmongFaults();
    void aHealIsNotTakenForANamelessFault();
    void aLowTimeLineKeepsWordsInItsBars();
    void whatALowTimeLineLeavesOutIsTold();
    void theReadOutCountsAsTheTableOfSockets();
    void aRequestIsPlannedAtItsTime();
    void aFailureSaysFromWhereItsTimeCounts();
    void aConnectionThatLivesOnIsNotTheWorst();
};

namespace {

/// What the time line writes of a plan, or of a run.
QStringList wordsOf(const Experiment& experiment, const samples::SampleRun* run = nullptr, std::optional<TimeRange> range = std::nullopt)
{
    ViewState state;
    state.setRange(range);
    TimelineView view(state);
    view.setPalette(lightPalette());
    view.resize(1200, 480);
    const auto predictions = run ? run->predictions : predict(experiment, KernelProfile{});
    if (run)
        view.setTimeline(&run->timeline);
    else
        view.setExperiment(experiment);
    view.setPredictions(predictions);
    return paintedWords(view);
}

} // namespace

void TimelineWordsTest::aRequestIsPlannedAtItsTime()
{
    auto experiment = samples::planWithoutKeepalive();
    auto& client = experiment.pairs.front().client;
    client.activity = Activity::Request;
    client.requestAtSeconds = 6;
    client.options.userTimeoutMs = 20'000;
    const QStringList words = wordsOf(experiment);
    QVERIFY2(!words.filter(QStringLiteral("in no call")).isEmpty(), qPrintable(words.join(u'|')));
    QVERIFY2(words.contains(QStringLiteral("send(), then recv() will block: the program will know nothing")), qPrintable(words.join(u'|')));
    QVERIFY2(words.filter(QRegularExpression(QStringLiteral("^recv\\(\\) will block"))).isEmpty(), qPrintable(words.join(u'|')));
}

void TimelineWordsTest::aFailureSaysFromWhereItsTimeCounts()
{
    const auto run = samples::idleKeepalive(); // recv() was called a second before the fault
    const auto facts = RunFacts::of(&run.timeline, run.timeline.experiment(), run.predictions, run.timeline.lastTime(), false);
    const double at = facts.since(facts.ending(0, Host::Client)->at);
    QStringList words = wordsOf(run.timeline.experiment(), &run);
    words += wordsOf(run.timeline.experiment(), &run, TimeRange{fromSeconds(at - (facts.now - at)), fromSeconds(facts.now)});
    QVERIFY2(!words.filter(QRegularExpression(QStringLiteral("ETIMEDOUT 13\\.[23]9? s after the fault"))).isEmpty(), qPrintable(words.join(u'|')));
    QVERIFY2(words.filter(QRegularExpression(QStringLiteral("after 13\\.[23]"))).isEmpty(), qPrintable(words.join(u'|')));
    QVERIFY2(!words.filter(QRegularExpression(QStringLiteral("recv\\(\\) blocked 14\\.[23]"))).isEmpty(), qPrintable(words.join(u'|')));
}

void TimelineWordsTest::aConnectionThatLivesOnIsNotTheWorst()
{
    auto experiment = samples::plan();
    Fault forgets{.kind = FaultKind::NatForget};
    forgets.idleSeconds = 8;
    experiment.faults = {forgets};
    const QRegularExpression worst(QStringLiteral("never|for ever|nothing will|nobody will|knows nothing"));
    const QStringList planned = wordsOf(experiment);
    QVERIFY2(planned.contains(QStringLiteral("predicted: lives on")), qPrintable(planned.join(u'|')));
    QVERIFY2(planned.filter(worst).isEmpty(), qPrintable(planned.join(u'|')));
    samples::Script script(experiment);
    samples::armReader(script);
    script.fault(1.0, FaultEvent::What::Applied);
    script.packet(5.0, Host::Client, PacketKind::Probe);
    script.packet(5.001, Host::Server, PacketKind::Answer);
    script.row(5.02, Host::Client, KernelTimer::Keepalive, 4.98);
    script.end(20);
    const auto run = script.finish("kept");
    QVERIFY(run.predictions.front().livesOn());
    const QStringList measured = wordsOf(experiment, &run);
    QVERIFY2(measured.filter(worst).isEmpty(), qPrintable(measured.join(u'|')));
    QVERIFY2(!measured.filter(QStringLiteral("lives on")).isEmpty(), qPrintable(measured.join(u'|')));
}

void TimelineWordsTest::whatALowTimeLineLeavesOutIsTold()
{
    const QFont font = QGuiApplication::font();
    const auto high = TimelineLayout::of(QRectF(0, 0, 700, 600), font, Host::Client, true);
    QVERIFY(high.leftOut.empty() && high.leftOutSign.isEmpty());
    const double line = QFontMetricsF(font).height();
    const auto low = TimelineLayout::of(QRectF(0, 0, 700, line * 9.5), font, Host::Client, true);
    QVERIFY(!low.leftOut.empty());
    QCOMPARE(low.lanes.size() + low.leftOut.size(), high.lanes.size());
    QVERIFY(low.leftOutSign.right() <= low.plot.left() && low.leftOutSign.bottom() <= low.plot.top());
    const QString tip = leftOutToolTip(low);
    for (const LaneBox& box : low.leftOut)
        QVERIFY2(tip.contains(laneName(box.kind)), qPrintable(tip));
}

void TimelineWordsTest::answerBeginsAtItsInstant_data()
{
    QTest::addColumn<double>("x");
    QTest::addColumn<bool>("before");
    QTest::addRow("early") << 150.0 << false;
    QTest::addRow("just enough room") << 318.0 << false; // 400 − 70 − 12
    QTest::addRow("one pixel less") << 319.0 << true;
    QTest::addRow("at the end") << 396.0 << true;
}

void TimelineWordsTest::answerBeginsAtItsInstant()
{
    QFETCH(double, x);
    QFETCH(bool, before);
    const QRectF lane(100, 10, 300, 20);
    const EndingPlace place = placeEnding(lane, x, x, 70, x);
    QCOMPARE(place.block.left(), x);
    QCOMPARE(place.before, before);
    QVERIFY(lane.contains(place.block));
    QVERIFY(lane.contains(place.words));
    QVERIFY(before ? place.words.right() < x : place.words.left() > x);
    QVERIFY(place.words.width() >= 70);
}

void TimelineWordsTest::noFailureIsPaintedBeforeItCame_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<bool>("zoomed");
    for (const int width : {300, 380, 520, 1200}) {
        QTest::addRow("%d px", width) << width << false;
        QTest::addRow("%d px, up to the failure", width) << width << true;
    }
}

void TimelineWordsTest::noFailureIsPaintedBeforeItCame()
{
    QFETCH(int, width);
    QFETCH(bool, zoomed);
    const samples::SampleRun run = samples::idleKeepalive();
    ViewState state;
    TimelineView view(state);
    view.setPalette(lightPalette());
    view.resize(width, 320);
    view.setTimeline(&run.timeline);
    view.setPredictions(run.predictions);
    const auto ending = view.facts().ending(0, Host::Client);
    QVERIFY(ending.has_value());
    const double at = view.facts().since(ending->at);
    if (zoomed)
        state.setRange(TimeRange{fromSeconds(at - 4), fromSeconds(at + 0.01)});
    const QImage image = view.grab().toImage();
    const QRectF lane = TimelineLayout::of(QRectF(view.rect()), view.font(), Host::Client, false).lanes.front().lane;
    const QColor failure = Colours::from(view.palette()).failure;
    const auto isFailure = [&](int x, int y) {
        const QColor pixel = image.pixelColor(x, y);
        return std::abs(pixel.red() - failure.red()) + std::abs(pixel.green() - failure.green()) + std::abs(pixel.blue() - failure.blue()) < 24;
    };
    // A column of the block is full from top to bottom but for its letters; a letter alone is not.
    const auto isBlock = [&](int x) { return isFailure(x, static_cast<int>(lane.top()) + 4) && isFailure(x, static_cast<int>(lane.bottom()) - 5); };
    const double fault = view.axis().x(view.facts().countedFrom);
    int first = image.width();
    for (int x = image.width() - 1; x > lane.left(); --x) {
        if (isBlock(x) && std::abs(x - fault) > 4)
            first = x;
    }
    const double came = view.axis().x(at);
    QVERIFY2(std::abs(first - came) <= 5, qPrintable(QStringLiteral("painted from %1 on, came at %2").arg(first).arg(came)));
}

void TimelineWordsTest::everyFaultHasItsName()
{
    QImage image(600, 60, QImage::Format_ARGB32);
    QPainter painter(&image);
    const TimeAxis axis(0, 20, TimeScale::Linear, 0, 0, 600); // 30 px a second
    const Colours colours = Colours::from(lightPalette());
    const Experiment experiment;
    const std::vector<Prediction> none;
    const RunFacts facts = RunFacts::of(nullptr, experiment, none, RunTime{0}, false);
    const QFont font = QGuiApplication::font();
    std::vector<double> lines;
    for (const double second : {1.0, 4.0, 6.0, 9.0, 11.0, 14.0})
        lines.push_back(axis.x(second));
    const LanePen pen{painter, axis, colours, facts, font, boldFont(font), smallFont(font), lines, {}};
    const double row = QFontMetricsF(pen.bold).height();
    FlagStrip strip(pen, QRectF(0, 0, 600, 2 * row + 1), row);
    const QStringList words{QStringLiteral("a fault with a name that has no room beside another one"), QStringLiteral("fault")};
    for (const double line : lines)
        strip.add({line, words, colours.failure, true, false, false, 100});
    strip.add({590, {QStringLiteral("predicted a very long time from now on"), QStringLiteral("predicted")}, colours.predicted, true, true, true});
    strip.place();
    QCOMPARE(strip.places().size(), lines.size() + 1);
    for (const FlagStrip::Place& place : strip.places()) {
        QVERIFY(place.left >= 0 && place.right <= 600);
        for (const double line : lines)
            QVERIFY2(place.row > 0 || line < place.left || line > place.right, "crossed by a line");
        for (const FlagStrip::Place& other : strip.places())
            QVERIFY(&place == &other || place.row != other.row || place.right < other.left || place.left > other.right);
    }
    const auto hasAll = std::ranges::any_of(strip.places(), [&](const FlagStrip::Place& place) { return place.text == words.first(); });
    QVERIFY(hasAll); // and where there is room a longer one
}

void TimelineWordsTest::aPredictionKeepsItsWordsAmongFaults()
{
    QImage image(540, 70, QImage::Format_ARGB32);
    QPainter painter(&image);
    const TimeAxis axis(-1.3, 16.7, TimeScale::Linear, 0, 0, 540); // 30 px a second
    const Colours colours = Colours::from(lightPalette());
    const Experiment experiment;
    const std::vector<Prediction> none;
    const RunFacts facts = RunFacts::of(nullptr, experiment, none, RunTime{0}, false);
    const QFont font = QGuiApplication::font();
    std::vector<double> lines;
    for (const double second : {0.0, 5.0, 10.0, 13.0})
        lines.push_back(axis.x(second));
    const LanePen pen{painter, axis, colours, facts, font, boldFont(font), smallFont(font), lines, {}};
    const double row = QFontMetricsF(pen.bold).height();
    FlagStrip strip(pen, QRectF(0, 0, 540, 3 * row + 1), row);
    for (std::size_t fault = 0; fault < 3; ++fault)
        strip.add({lines[fault], {QStringLiteral("no address: server"), QStringLiteral("no address")}, colours.failure, true, false, false, 100});
    strip.add({lines[3], {QStringLiteral("address back"), QStringLiteral("back")}, colours.done, true, false, false});
    strip.add({axis.x(13.35), {QStringLiteral("predicted 13.2–13.5 s"), QStringLiteral("13.2–13.5 s")}, colours.predicted, true, true, true, 100, false});
    strip.place();
    QVERIFY(std::ranges::any_of(strip.places(), [](const FlagStrip::Place& place) { return place.flag == 4; }));
    QCOMPARE(strip.places().size(), std::size_t{5});
}

void TimelineWordsTest::aHealIsNotTakenForANamelessFault()
{
    QImage image(600, 30, QImage::Format_ARGB32);
    QPainter painter(&image);
    const TimeAxis axis(0, 20, TimeScale::Linear, 0, 0, 600);
    const Colours colours = Colours::from(lightPalette());
    const Experiment experiment;
    const std::vector<Prediction> none;
    const RunFacts facts = RunFacts::of(nullptr, experiment, none, RunTime{0}, false);
    const QFont font = QGuiApplication::font();
    const QString back = QStringLiteral("back");
    const double fault = 100;
    const double heal = fault + 8 + QFontMetricsF(boldFont(font)).horizontalAdvance(back) + 4; // its word has room before it alone
    const LanePen pen{painter, axis, colours, facts, font, boldFont(font), smallFont(font), {fault, heal, heal + 3}, {}};
    const double row = QFontMetricsF(pen.bold).height();
    const auto namesOf = [&](const QString& name) {
        FlagStrip strip(pen, QRectF(0, 0, 600, row + 1), row);
        strip.add({fault, {name}, colours.failure, true, true, false, 100}); // before its line
        strip.add({heal, {back}, colours.done, true, false, false});
        strip.place();
        QStringList names;
        for (const FlagStrip::Place& place : strip.places())
            names << place.text;
        return names;
    };
    QCOMPARE(namesOf(QString(200, u'x')), QStringList()); // wider than the strip: better no word than a wrong one
    QCOMPARE(namesOf(QStringLiteral("cut")), QStringList({QStringLiteral("cut"), back}));
}

void TimelineWordsTest::aLowTimeLineKeepsWordsInItsBars()
{
    const QFont font = QGuiApplication::font();
    const double line = lineHeight(font);
    for (double lines = 6.5; lines < 20; lines += 0.25) {
        const TimelineLayout layout = TimelineLayout::of(QRectF(0, 0, 640, lines * line), font, Host::Client, false, 1, false);
        for (const LaneBox& box : layout.lanes) {
            // A bar is 4 px lower than its lane, and in three quarters of a line its words still stand, in a smaller font.
            if (box.kind == LaneKind::Call || box.kind == LaneKind::State)
                QVERIFY2(box.lane.height() - 4 >= line * 0.75, qPrintable(QStringLiteral("%1 px at %2 lines").arg(box.lane.height()).arg(lines)));
            QVERIFY(box.lane.bottom() <= layout.plot.bottom() + 1);
        }
    }
}

void TimelineWordsTest::theReadOutCountsAsTheTableOfSockets()
{
    samples::Script script(samples::plan());
    samples::armReader(script);
    // The kernel's numbers are of whole jiffies, each sample's rounded otherwise; all are of one tooth.
    constexpr int kSamples = 40;
    for (int number = 1; number <= kSamples; ++number)
        script.row(0.02 + number * 0.1, Host::Client, KernelTimer::Keepalive, 4.93 - number * 0.1 + (number % 5 - 2) * 0.015);
    const auto run = script.finish("jiffies", true);
    PairDigest digest;
    std::size_t room = 1'000'000;
    digest.extend(run.timeline.pairs().front(), room);
    QCOMPARE(digest.of(Host::Client).teeth().size(), std::size_t{1});
    constexpr std::chrono::milliseconds kLater{1};
    int compared = 0;
    for (const RowSample& sample : run.timeline.pairs().front().end(Host::Client).rows) {
        if (!sample.row || sample.row->timer != KernelTimer::Keepalive || sample.row->timerLeft.count() == 0)
            continue;
        auto facts = RunFacts::of(&run.timeline, run.timeline.experiment(), run.predictions, sample.time, true);
        facts.now = facts.since(sample.time + kLater);
        const ReadingLook look;
        const QString left = durationText(toSeconds(sample.row->timerLeft - kLater));
        QVERIFY2(readingOfNow(facts, digest, look).front().contains(left), qPrintable(readingOfNow(facts, digest, look).front() + QStringLiteral(", not ") + left));
        ++compared;
    }
    QVERIFY(compared >= kSamples);
}

QTEST_MAIN(TimelineWordsTest)

#include "timeline_words_test.moc"
