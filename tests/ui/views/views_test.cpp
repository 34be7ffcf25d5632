// SPDX-License-Identifier: GPL-3.0-or-later
// What the painted views do: cursor and keys, hit tests, menus.
#include <QAction>
#include <QApplication>
#include <QRegularExpression>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>
#include <QWheelEvent>

#include <cmath>
#include <limits>
#include <memory>

#include "core/predictor.h"
#include "sample_runs.h"
#include "ui/theme/colours.h"
#include "ui/theme/quantity_text.h"
#include "ui/timeline/lane_text.h"
#include "ui/timeline/reading.h"
#include "ui/timeline/timeline_view.h"

using namespace halfopen;

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();

/// A time line of a sample run, ready to be looked at.
struct ShownRun final
{
    explicit ShownRun(samples::SampleRun run) : sample(std::move(run))
    {
        view.setPalette(lightPalette());
        view.resize(900, 360);
        view.setTimeline(&sample.timeline);
        view.setPredictions(sample.predictions);
        view.setLive(sample.live);
    }
    samples::SampleRun sample;
    ViewState state;
    TimelineView view{state};
};

void wheel(QWidget& widget, const QPoint& at, int delta)
{
    QWheelEvent event(QPointF(at), QPointF(widget.mapToGlobal(at)), {}, {0, delta}, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(&widget, &event);
}

} // namespace

class ViewsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // The offscreen platform has no stacking of windows: the one warning that is not about the views.
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support raise)"))); }

    void queueExtremesStay();
    void stateSettersCompareFirst();
    void cursorFollowsMouseAndKeys();
    void readingTellsTheInstant();
    void controlJumpsFromEventToEvent();
    void wheelZoomsAndHomeShowsAll();
    void draggingPansAndStopsFollowing();
    void planMovesWithThePrediction();
    void nonsenseIsPaintedWithoutHanging();
    void descriptionsAreSpoken();
};

void ViewsTest::queueExtremesStay()
{
    // One sample of 10,000 is high: it must still reach the top of its lane, however dense the lane is.
    Experiment experiment = samples::plan();
    Timeline timeline(experiment);
    timeline.append({RunTime{0}, StartedEvent{}});
    for (int i = 0; i < 10'000; ++i) {
        SocketRow row;
        row.sendQueue = i == 5000 ? 100'000U : static_cast<std::uint32_t>(i % 2);
        timeline.append({fromSeconds(i * 0.001), RowEvent{Host::Client, 0, row}});
    }
    timeline.append({fromSeconds(10), FinishedEvent{}});
    ViewState state;
    TimelineView view(state);
    view.setPalette(lightPalette());
    view.resize(900, 360);
    view.setTimeline(&timeline);
    const QImage image = view.grab().toImage();
    const Colours colours = Colours::from(view.palette());
    const QRectF lane = TimelineLayout::of(QRectF(view.rect()), view.font(), Host::Client, false).lanes.back().lane;
    const int x = static_cast<int>(view.axis().x(5));
    int highest = 10'000;
    for (int column = x - 3; column <= x + 3; ++column) {
        for (int y = static_cast<int>(lane.top()) + 1; y < static_cast<int>(lane.bottom()); ++y) {
            const QColor pixel = image.pixelColor(column, y);
            if (std::abs(pixel.red() - colours.blue.red()) + std::abs(pixel.green() - colours.blue.green()) +
                    std::abs(pixel.blue() - colours.blue.blue()) <
                120)
                highest = std::min(highest, y);
        }
    }
    QVERIFY2(highest < lane.top() + lane.height() * 0.6, "the peak has been thinned away");
}

void ViewsTest::stateSettersCompareFirst()
{
    ViewState state;
    QSignalSpy cursor(&state, &ViewState::cursorChanged);
    QSignalSpy range(&state, &ViewState::rangeChanged);
    state.setCursor(fromSeconds(1));
    state.setCursor(fromSeconds(1));
    QCOMPARE(cursor.size(), 1);
    state.setRange(TimeRange{fromSeconds(2), fromSeconds(2)}); // no length
    QCOMPARE(range.size(), 0);
    state.setRange(TimeRange{fromSeconds(2), fromSeconds(3)});
    state.setRange(TimeRange{fromSeconds(2), fromSeconds(3)});
    QCOMPARE(range.size(), 1);
    state.setPair(-5);
    QCOMPARE(state.pair(), 0);
    QSignalSpy selected(&state, &ViewState::selectedChanged);
    state.setSelected(EventRef{0, Host::Server, fromSeconds(4)});
    state.setSelected(EventRef{0, Host::Server, fromSeconds(4)});
    QCOMPARE(selected.size(), 1);
    QCOMPARE(state.end(), Host::Client); // picking an event does not turn the picture round by itself
    state.forgetTimes();
    QVERIFY(!state.cursor() && !state.range() && state.follows() && !state.selected());
    QCOMPARE(selected.size(), 2);
}

void ViewsTest::cursorFollowsMouseAndKeys()
{
    ShownRun run(samples::idleKeepalive());
    run.view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&run.view));
    const QRectF plot = run.view.plotArea();
    QTest::mouseMove(&run.view, plot.center().toPoint());
    QTRY_VERIFY(run.state.cursor());
    const double middle = toSeconds(*run.state.cursor());
    QVERIFY(std::abs(run.view.axis().x(middle) - plot.center().toPoint().x()) < 1);
    run.view.setFocus();
    QTest::keyClick(&run.view, Qt::Key_Right);
    QVERIFY(toSeconds(*run.state.cursor()) > middle);
    QTest::keyClick(&run.view, Qt::Key_Left);
    QTest::keyClick(&run.view, Qt::Key_Left);
    QVERIFY(toSeconds(*run.state.cursor()) < middle);
    QTest::keyClick(&run.view, Qt::Key_Escape);
    QVERIFY(!run.state.cursor());
}

void ViewsTest::readingTellsTheInstant()
{
    ShownRun run(samples::idleKeepalive());
    run.state.setCursor(fromSeconds(9.3));
    QCOMPARE(run.view.reading(),
             QStringLiteral("8.30 s after the fault\nrecv() for 9.30 s\nESTABLISHED\nkeepalive timer: 1.84 s left\n2 "
                            "of 3 probes unanswered\nSend-Q 0 B · Recv-Q 0 B\nlast packet 1.16 s before: probe 2 from "
                            "the client, lost"));
    run.state.setCursor(fromSeconds(14.4));
    QVERIFY(run.view.reading().contains(QStringLiteral("recv() has told: ETIMEDOUT")));
    QVERIFY(run.view.reading().contains(QStringLiteral("no row in /proc/net/tcp")));
    run.state.setCursor(fromSeconds(0.5));
    QVERIFY(run.view.reading().startsWith(QStringLiteral("500 ms before the fault")));
}

void ViewsTest::controlJumpsFromEventToEvent()
{
    ShownRun run(samples::idleKeepalive());
    run.state.setCursor(fromSeconds(2));
    QTest::keyClick(&run.view, Qt::Key_Right, Qt::ControlModifier);
    QCOMPARE(*run.state.cursor(), fromSeconds(5.07)); // probe 1
    QTest::keyClick(&run.view, Qt::Key_Right, Qt::ControlModifier);
    QCOMPARE(*run.state.cursor(), fromSeconds(8.142));
    QTest::keyClick(&run.view, Qt::Key_Left, Qt::ControlModifier);
    QTest::keyClick(&run.view, Qt::Key_Left, Qt::ControlModifier);
    QCOMPARE(*run.state.cursor(), fromSeconds(1)); // the cut
}

void ViewsTest::wheelZoomsAndHomeShowsAll()
{
    ShownRun run(samples::idleKeepalive());
    const QPoint at = run.view.plotArea().center().toPoint();
    const double under = run.view.axis().seconds(at.x());
    const double width = run.view.axis().to() - run.view.axis().from();
    wheel(run.view, at, 240);
    QVERIFY(run.state.range());
    QVERIFY(run.view.axis().to() - run.view.axis().from() < width * 0.8);
    QVERIFY(std::abs(run.view.axis().seconds(at.x()) - under) < width / 500);
    QTest::keyClick(&run.view, Qt::Key_Home);
    QVERIFY(!run.state.range());
    QTest::keyClick(&run.view, Qt::Key_Plus);
    QVERIFY(run.state.range());
    QTest::keyClick(&run.view, Qt::Key_Minus);
    QVERIFY(std::abs(run.view.axis().to() - run.view.axis().from() - width) < width * 0.02);
    QTest::mouseDClick(&run.view, Qt::LeftButton, {}, at);
    QVERIFY(!run.state.range());
    for (int i = 0; i < 200; ++i) // however far: the range stays one that can be drawn
        wheel(run.view, at, 480);
    QVERIFY(run.view.axis().to() > run.view.axis().from());
    QVERIFY(!run.view.grab().isNull());
}

void ViewsTest::draggingPansAndStopsFollowing()
{
    ShownRun run(samples::liveRun());
    const QPoint at = run.view.plotArea().center().toPoint();
    const double from = run.view.axis().from();
    QTest::mousePress(&run.view, Qt::LeftButton, {}, at);
    QTest::mouseMove(&run.view, at + QPoint(60, 0));
    QTest::mouseMove(&run.view, at + QPoint(120, 0));
    QTest::mouseRelease(&run.view, Qt::LeftButton, {}, at + QPoint(120, 0));
    QVERIFY(!run.state.follows());
    QVERIFY(run.view.axis().from() < from - 0.5);
    QTest::keyClick(&run.view, Qt::Key_End);
    QVERIFY(run.state.follows());
    const RunTime now = run.sample.timeline.lastTime() - *run.sample.timeline.startedAt();
    QVERIFY(run.view.axis().to() > toSeconds(now)); // now is in sight again
}

void ViewsTest::planMovesWithThePrediction()
{
    Experiment experiment = samples::plan();
    ViewState state;
    TimelineView view(state);
    view.setPalette(lightPalette());
    view.resize(760, 340);
    view.setExperiment(experiment);
    view.setPredictions(predict(experiment, KernelProfile{}));
    const QImage before = view.grab().toImage();
    QVERIFY(view.axis().to() > 14);
    experiment.pairs[0].client.options.keepIdleSeconds = 20;
    view.setExperiment(experiment);
    view.setPredictions(predict(experiment, KernelProfile{}));
    QVERIFY(view.axis().to() > 29); // the predicted end stays in sight
    QVERIFY(view.grab().toImage() != before);
}

void ViewsTest::nonsenseIsPaintedWithoutHanging()
{
    Experiment experiment = samples::plan();
    experiment.faults[0].atSeconds = kNaN;
    experiment.timeLimitSeconds = kInfinity;
    Timeline timeline(experiment);
    timeline.append({RunTime{0}, StartedEvent{}});
    SocketRow row;
    row.timer = KernelTimer::Keepalive;
    row.timerLeft = RunTime::max() / 2;
    timeline.append({RunTime{5}, RowEvent{Host::Client, 0, row}});
    row.timerLeft = RunTime::min() / 2;
    timeline.append({fromSeconds(2), RowEvent{Host::Client, 0, row}});
    timeline.append({fromSeconds(1), RowGoneEvent{Host::Client, 0, {}, {}}}); // time runs backwards
    Prediction prediction;
    prediction.modes.push_back({{RunTime::min() / 2, RunTime::max() / 2}, "recv", -1, 110});
    prediction.schedule.push_back({PacketKind::Probe, 1, {RunTime::min() / 2, RunTime::max() / 2}});
    for (const TimeScale scale : {TimeScale::Linear, TimeScale::SquareRoot, TimeScale::Logarithmic}) {
        ViewState state;
        state.setScale(scale);
        state.setCursor(RunTime::max() / 4);
        TimelineView view(state);
        view.resize(760, 340);
        view.setTimeline(&timeline);
        view.setPredictions({prediction});
        QVERIFY(!view.grab().isNull());
        view.resize(30, 20);
        QVERIFY(!view.grab().isNull());
        QCOMPARE(view.toImage({200, 100}, kNaN).size(), QSize(200, 100));
    }
}

void ViewsTest::descriptionsAreSpoken()
{
    ShownRun run(samples::idleKeepalive());
    QCOMPARE(run.view.accessibleName(), QStringLiteral("Time line"));
    run.state.setCursor(fromSeconds(9.3));
    QCOMPARE(run.view.accessibleDescription(), run.view.reading());
}

int main(int argc, char** argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    ViewsTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "views_test.moc"
