// SPDX-License-Identifier: GPL-3.0-or-later
// The time line as people use it: snapping, measuring, zooming, picking, comparing, by mouse and by keys.
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QMenu>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <cmath>

#include "sample_runs.h"
#include "ui/theme/colours.h"
#include "ui/timeline/ghosts.h"
#include "ui/timeline/lanes.h"
#include "ui/timeline/timeline_view.h"

using namespace halfopen;

namespace {

struct Used final
{
    explicit Used(samples::SampleRun run, const QSize& size = {900, 420}) : sample(std::move(run))
    {
        view.setPalette(lightPalette());
        view.resize(size);
        view.setTimeline(&sample.timeline);
        view.setPredictions(sample.predictions);
        view.setLive(sample.live);
        view.grab(); // lays out
    }
    [[nodiscard]] QPoint at(double seconds, LaneKind kind) const
    {
        const TimelineLayout layout = TimelineLayout::of(QRectF(view.rect()), view.font(), state.end(), false);
        for (const LaneBox& box : layout.lanes) {
            if (box.kind == kind)
                return {static_cast<int>(std::lround(view.axis().x(seconds))), static_cast<int>(box.lane.center().y())};
        }
        return {};
    }
    void drag(Qt::MouseButton button, Qt::KeyboardModifiers keys, const QPoint& from, const QPoint& to)
    {
        QTest::mousePress(&view, button, keys, from);
        for (const QPoint& on : {from + (to - from) / 2, to}) {
            QMouseEvent move(QEvent::MouseMove, QPointF(on), QPointF(view.mapToGlobal(on)), button, button, keys);
            QApplication::sendEvent(&view, &move);
        }
        QTest::mouseRelease(&view, button, keys, to);
    }
    void hover(const QPoint& on)
    {
        QMouseEvent move(QEvent::MouseMove, QPointF(on), QPointF(view.mapToGlobal(on)), Qt::NoButton, Qt::NoButton, {});
        QApplication::sendEvent(&view, &move);
    }
    samples::SampleRun sample;
    ViewState state;
    TimelineView view{state};
};

void wheelBy(QWidget& widget, const QPoint& at, int delta, Qt::KeyboardModifiers keys = {})
{
    QWheelEvent event(QPointF(at), QPointF(widget.mapToGlobal(at)), {}, {0, delta}, Qt::NoButton, keys,
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(&widget, &event);
}

constexpr double kBase = 0.25; // s; t = 0 of the sample runs

} // namespace

class TimelineUseTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support raise)"))); }

    void cursorSnapsToEvents();
    void readOutTellsTheDeviation();
    void readOutStaysInside();
    void clickPicksInTheLane();
    void pickFromElsewhereIsShown();
    void keysPickAndLetGo();
    void shiftDragMeasures();
    void keysMeasure();
    void dragsZoom();
    void overviewMoves();
    void menuSetsTheScale();
    void comparedPairsAreStacked();
    void comparedRowsScroll();
    void hundredPairsStayQuick();
    void ghostsFillAndAreMissed();
    void screenReadersFollow();
    void screenReadersGoFromEventToEvent();
    void picturesOfEachState();
};

void TimelineUseTest::cursorSnapsToEvents()
{
    Used used(samples::idleKeepalive());
    const QPoint probe = used.at(8.142, LaneKind::Wire);
    used.hover(probe + QPoint(4, 0));
    QCOMPARE(*used.state.cursor(), fromSeconds(8.142)); // 4 px off is meant
    used.hover(probe + QPoint(20, 0));
    QVERIFY(std::abs(used.view.axis().x(toSeconds(*used.state.cursor())) - probe.x() - 20) < 1); // 20 px off is not
}

void TimelineUseTest::readOutTellsTheDeviation()
{
    Used used(samples::idleKeepalive());
    used.state.setCursor(fromSeconds(8.142));
    const QString text = used.view.reading();
    QVERIFY2(text.contains(QStringLiteral("▸ probe 2 from the client, lost")), qPrintable(text));
    QVERIFY2(text.contains(QRegularExpression(QStringLiteral("[+−]\\d+ ms against the prediction: inside"))),
             qPrintable(text));
}

void TimelineUseTest::readOutStaysInside()
{
    // Wherever the cursor is and however small the widget: nothing is painted over the flags or the axis by the box.
    for (const QSize& size : {QSize(460, 240), QSize(900, 420)}) {
        Used used(samples::idleKeepalive(), size);
        const QRectF plot = used.view.plotArea();
        const QRect above(0, 0, size.width(), static_cast<int>(plot.top()) - 4);
        const QImage without = used.view.grab().toImage().copy(above);
        for (const double part : {0.0, 0.3, 0.5, 0.97, 1.0}) {
            used.state.setCursor(fromSeconds(used.view.axis().seconds(plot.left() + plot.width() * part)));
            QCOMPARE(used.view.grab().toImage().copy(above), without);
        }
    }
}

void TimelineUseTest::clickPicksInTheLane()
{
    Used used(samples::idleKeepalive());
    QTest::mouseClick(&used.view, Qt::LeftButton, {}, used.at(8.142, LaneKind::Wire) + QPoint(3, 0));
    QVERIFY(used.state.selected());
    QCOMPARE(*used.state.selected(), (EventRef{0, Host::Client, fromSeconds(8.142 + kBase)}));
    QCOMPARE(*used.state.cursor(), fromSeconds(8.142));
    QTest::mouseClick(&used.view, Qt::LeftButton, {}, used.at(14.33, LaneKind::Call)); // recv() returned
    QVERIFY(used.state.selected());
    const CallSpan& call = used.sample.timeline.pairs()[0].client.calls.back();
    QCOMPARE(used.state.selected()->at, *call.ended);
    QTest::mouseClick(&used.view, Qt::LeftButton, {}, used.at(3.0, LaneKind::Wire)); // nothing is there
    QVERIFY(!used.state.selected());
    QVERIFY(used.state.cursor());
}

void TimelineUseTest::pickFromElsewhereIsShown()
{
    Used used(samples::idleKeepalive());
    used.state.setRange(TimeRange{fromSeconds(0), fromSeconds(2)});
    const QImage before = used.view.grab().toImage();
    used.state.setSelected(EventRef{0, Host::Client, fromSeconds(8.142 + kBase)});
    const double x = used.view.axis().x(8.142);
    QVERIFY(x > used.view.plotArea().left() && x < used.view.plotArea().right());
    QVERIFY(std::abs(used.view.axis().to() - used.view.axis().from() - 2) < 0.01); // the zoom is kept
    QVERIFY(used.view.grab().toImage() != before);
    QVERIFY(used.view.reading().contains(QStringLiteral("Picked: probe 2 from the client, lost")));
}

void TimelineUseTest::keysPickAndLetGo()
{
    Used used(samples::idleKeepalive());
    used.state.setCursor(fromSeconds(2));
    QTest::keyClick(&used.view, Qt::Key_Right, Qt::ControlModifier);
    QTest::keyClick(&used.view, Qt::Key_Space);
    QVERIFY(used.state.selected());
    QCOMPARE(used.state.selected()->at, fromSeconds(5.07 + kBase));
    QKeyEvent escape(QEvent::ShortcutOverride, Qt::Key_Escape, {});
    escape.ignore();
    QApplication::sendEvent(&used.view, &escape);
    QVERIFY(escape.isAccepted()); // so that it does not break off the run
    QTest::keyClick(&used.view, Qt::Key_Escape);
    QVERIFY(!used.state.selected() && !used.state.cursor());
    escape.ignore();
    QApplication::sendEvent(&used.view, &escape);
    QVERIFY(!escape.isAccepted());
}

void TimelineUseTest::shiftDragMeasures()
{
    Used used(samples::idleKeepalive());
    used.drag(Qt::LeftButton, Qt::ShiftModifier, used.at(8.142, LaneKind::Wire), used.at(5.07, LaneKind::Wire));
    QVERIFY(used.state.measured());
    QCOMPARE(*used.state.measured(), (TimeRange{fromSeconds(5.07), fromSeconds(8.142)})); // snapped, turned round
    const QString text = used.view.reading();
    QVERIFY2(text.startsWith(QStringLiteral("Measured: 3.072 s, packets: 2 · probes: 2")), qPrintable(text));
    QVERIFY(!used.state.range()); // it did not pan
    QTest::keyClick(&used.view, Qt::Key_Escape);
    QVERIFY(!used.state.measured());
}

void TimelineUseTest::keysMeasure()
{
    Used used(samples::idleKeepalive());
    used.state.setCursor(fromSeconds(5.07));
    QTest::keyClick(&used.view, Qt::Key_M);
    QTest::keyClick(&used.view, Qt::Key_Right, Qt::ControlModifier);
    QCOMPARE(used.state.measured()->to, fromSeconds(8.142)); // it follows the cursor
    QTest::keyClick(&used.view, Qt::Key_M);
    QTest::keyClick(&used.view, Qt::Key_Right, Qt::ControlModifier);
    QCOMPARE(used.state.measured()->to, fromSeconds(8.142)); // the second M has ended it
}

void TimelineUseTest::dragsZoom()
{
    for (const auto& [button, keys] : {std::pair{Qt::LeftButton, Qt::KeyboardModifiers{Qt::ControlModifier}},
                                       std::pair{Qt::RightButton, Qt::KeyboardModifiers{}}}) {
        Used used(samples::idleKeepalive());
        used.drag(button, keys, used.at(4, LaneKind::Timer), used.at(9, LaneKind::Timer));
        QVERIFY(used.state.range());
        QVERIFY(std::abs(toSeconds(used.state.range()->from) - 4) < 0.05);
        QVERIFY(std::abs(toSeconds(used.state.range()->to) - 9) < 0.05);
        QVERIFY(!used.view.findChild<QMenu*>()); // a drag is no wish for the menu
    }
}

void TimelineUseTest::overviewMoves()
{
    Used used(samples::idleKeepalive());
    const TimelineLayout layout = TimelineLayout::of(QRectF(used.view.rect()), used.view.font(), Host::Client, false);
    QVERIFY(!layout.overview.isEmpty());
    const double whole = used.view.axis().seconds(layout.overview.right());
    used.state.setRange(TimeRange{fromSeconds(0), fromSeconds(2)});
    QTest::mouseClick(&used.view, Qt::LeftButton, {}, layout.overview.center().toPoint());
    QVERIFY(std::abs((used.view.axis().from() + used.view.axis().to()) / 2 - whole / 2) < whole / 20);
    QVERIFY(!used.state.selected());
}

void TimelineUseTest::menuSetsTheScale()
{
    Used used(samples::requestRetransmits());
    QWidget owner;
    QMenu* const menu = used.view.makeMenu(&owner);
    menu->findChild<QAction*>(QStringLiteral("scaleLog"))->trigger();
    QCOMPARE(used.state.scale(), TimeScale::Logarithmic);
    QTest::keyClick(&used.view, Qt::Key_S);
    QCOMPARE(used.state.scale(), TimeScale::Linear);
    QTest::keyClick(&used.view, Qt::Key_S);
    QCOMPARE(used.state.scale(), TimeScale::SquareRoot);
    for (int opening = 0; opening < 3; ++opening) // of the menu bar's: what it was made of goes
        Q_EMIT menu->aboutToShow();
    QCOMPARE(menu->findChildren<QMenu*>().size(), 2);
    menu->findChild<QMenu*>(QStringLiteral("compareMenu"))->findChild<QAction*>(QStringLiteral("compareLane"))->trigger();
    QCOMPARE(used.state.compared(), std::optional{LaneKind::Call});
}

void TimelineUseTest::comparedPairsAreStacked()
{
    Used used(samples::race(6));
    QTest::keyClick(&used.view, Qt::Key_R);
    QCOMPARE(used.state.compared(), std::optional{LaneKind::Call});
    QVERIFY(used.view.grab().save(QStringLiteral("compare-calls.png")));
    const TimelineLayout layout =
        TimelineLayout::compare(QRectF(used.view.rect()), used.view.font(), {.pairs = 6});
    QCOMPARE(layout.lanes.size(), std::size_t{6});
    QTest::mouseClick(&used.view, Qt::LeftButton, {}, layout.lanes[3].label.center().toPoint());
    QCOMPARE(used.state.pair(), 3);
    // Its call ended after four probes of 3.07 s: the click picks that very edge.
    const int x = static_cast<int>(std::lround(used.view.axis().x(5.07 + 4 * 3.07)));
    QTest::mouseClick(&used.view, Qt::LeftButton, {}, {x, static_cast<int>(layout.lanes[3].lane.center().y())});
    QVERIFY(used.state.selected());
    QCOMPARE(used.state.selected()->pair, 3);
    QCOMPARE(used.state.selected()->at, fromSeconds(5.07 + 4 * 3.07 + kBase));
    QTest::keyClick(&used.view, Qt::Key_Down);
    QCOMPARE(used.state.pair(), 4);
    QTest::keyClick(&used.view, Qt::Key_R);
    QVERIFY(!used.state.compared());
}

void TimelineUseTest::comparedRowsScroll()
{
    Used used(samples::race(100));
    used.state.setCompared(LaneKind::Timer);
    auto* const bar = used.view.findChild<QScrollBar*>(QStringLiteral("timeline.pairScroll"));
    QVERIFY(bar && bar->maximum() > 0 && bar->isVisibleTo(&used.view));
    QVERIFY(used.view.rect().adjusted(3, 3, -3, -3).contains(bar->geometry())); // the frame of the focus goes around it
    wheelBy(used.view, used.view.plotArea().center().toPoint(), -240);
    QVERIFY(bar->value() > 0);
    QVERIFY(!used.state.range());
    wheelBy(used.view, used.view.plotArea().center().toPoint(), 240, Qt::ControlModifier);
    QVERIFY(used.state.range());
    for (int i = 0; i < 99; ++i)
        QTest::keyClick(&used.view, Qt::Key_Down);
    QCOMPARE(used.state.pair(), 99);
    QCOMPARE(bar->value(), bar->maximum()); // the last row has come into sight
    used.state.setCompared(std::nullopt);
    QVERIFY(!bar->isVisibleTo(&used.view));
}

void TimelineUseTest::hundredPairsStayQuick()
{
    Used used(samples::race(100), {900, 600});
    for (const LaneKind kind : {LaneKind::Call, LaneKind::State, LaneKind::Timer, LaneKind::Wire}) {
        used.state.setCompared(kind);
        used.view.grab();
        QElapsedTimer timer;
        timer.start();
        const QPixmap picture = used.view.grab();
        const double spent = static_cast<double>(timer.nsecsElapsed()) / 1e6;
        QVERIFY2(spent < 200, qPrintable(QStringLiteral("%1 ms a picture").arg(spent))); // a debug build may be slow
        QVERIFY(picture.save(QStringLiteral("compare-100-%1.png").arg(static_cast<int>(kind))));
    }
}

void TimelineUseTest::ghostsFillAndAreMissed()
{
    const samples::SampleRun run = samples::missedProbe();
    const Experiment& experiment = run.timeline.experiment();
    const RunFacts facts = RunFacts::of(&run.timeline, experiment, run.predictions, run.timeline.lastTime(), true);
    const auto ghosts = ghostsOf(facts, 0, Host::Client, 0, 100);
    QCOMPARE(ghosts.size(), std::size_t{4}); // the last one is the RST that goes out at the end
    QCOMPARE(ghosts[3].fate, Ghost::Fate::Awaited);
    QCOMPARE(ghosts[0].fate, Ghost::Fate::Came);
    QVERIFY(ghosts[0].inside());
    QCOMPARE(ghosts[1].fate, Ghost::Fate::Missed);
    QCOMPARE(ghosts[2].fate, Ghost::Fate::Came);
    QVERIFY(!ghosts[2].inside());
    QVERIFY(std::abs(ghosts[2].cameAt - 11.45) < 1e-6);
    Used used(samples::missedProbe());
    used.state.setCursor(fromSeconds(ghosts[1].middle()));
    QVERIFY(used.view.reading().contains(QStringLiteral("probe 2 was expected here, did not come")));
    QVERIFY(used.view.grab().save(QStringLiteral("ghosts.png")));
    // Of a run that is over in time nothing is missed.
    const samples::SampleRun whole = samples::idleKeepalive();
    const RunFacts wholeFacts =
        RunFacts::of(&whole.timeline, whole.timeline.experiment(), whole.predictions, whole.timeline.lastTime(), false);
    for (const Ghost& ghost : ghostsOf(wholeFacts, 0, Host::Client, 0, 100))
        QVERIFY(ghost.fate != Ghost::Fate::Missed);
}

void TimelineUseTest::screenReadersFollow()
{
    Used used(samples::idleKeepalive());
    const QString before = used.view.accessibleDescription();
    used.state.setCursor(fromSeconds(8.142));
    const QString cursor = used.view.accessibleDescription();
    QVERIFY(cursor != before && cursor.contains(QStringLiteral("probe 2")));
    used.state.setSelected(EventRef{0, Host::Client, fromSeconds(5.07 + kBase)});
    QVERIFY(used.view.accessibleDescription().contains(QStringLiteral("Picked: probe 1")));
    used.state.setMeasured(TimeRange{fromSeconds(1), fromSeconds(2)});
    QVERIFY(used.view.accessibleDescription().contains(QStringLiteral("Measured: 1.000 s")));
}

void TimelineUseTest::screenReadersGoFromEventToEvent()
{
    Used used(samples::idleKeepalive());
    auto* const spoken = QAccessible::queryAccessibleInterface(&used.view);
    QCOMPARE(spoken->role(), QAccessible::Chart);
    QCOMPARE(spoken->text(QAccessible::Name), QStringLiteral("Time line"));
    auto* const deeds = spoken->actionInterface();
    QVERIFY(deeds != nullptr && deeds->actionNames().contains(QAccessibleActionInterface::setFocusAction()));
    QCOMPARE(deeds->localizedActionDescription(QStringLiteral("previous")), QStringLiteral("Previous event"));
    deeds->doAction(QStringLiteral("previous"));
    const QString last = spoken->text(QAccessible::Description);
    QVERIFY2(last.contains(QStringLiteral("ETIMEDOUT")), qPrintable(last));
    deeds->doAction(QStringLiteral("previous"));
    QVERIFY(spoken->text(QAccessible::Description) != last);
    deeds->doAction(QStringLiteral("next"));
    QCOMPARE(spoken->text(QAccessible::Description), last);
    deeds->doAction(QStringLiteral("pick"));
    QVERIFY(used.state.selected().has_value());
    QVERIFY(spoken->text(QAccessible::Description).contains(QStringLiteral("Picked: ")));
}

void TimelineUseTest::picturesOfEachState()
{
    for (const bool dark : {false, true}) {
        const QString suffix = dark ? QStringLiteral("dark") : QStringLiteral("light");
        const auto save = [&](Used& used, const char* name) {
            return used.view.grab().save(QStringLiteral("use-%1-%2.png").arg(QLatin1String(name), suffix));
        };
        Used picked(samples::idleKeepalive(), {760, 400});
        picked.view.setPalette(dark ? darkPalette() : lightPalette());
        picked.state.setSelected(EventRef{0, Host::Client, fromSeconds(8.142 + kBase)});
        QVERIFY(save(picked, "picked"));
        picked.state.setShowsBothEnds(true);
        picked.state.setMeasured(TimeRange{fromSeconds(5.07), fromSeconds(8.142)});
        picked.state.setCursor(fromSeconds(10));
        QVERIFY(save(picked, "measured"));
        Used logarithmic(samples::requestRetransmits(), {1000, 480});
        logarithmic.view.setPalette(picked.view.palette());
        logarithmic.state.setScale(TimeScale::Logarithmic);
        logarithmic.state.setRange(TimeRange{fromSeconds(0.9), fromSeconds(9)});
        QVERIFY(save(logarithmic, "log"));
        Used race(samples::race(12), {1000, 520});
        race.view.setPalette(picked.view.palette());
        race.state.setCompared(LaneKind::Call);
        race.state.setPair(3);
        race.state.setCursor(fromSeconds(9));
        QVERIFY(save(race, "race"));
        race.state.setCursor(std::nullopt);
        race.state.setCompared(LaneKind::Wire);
        QVERIFY(save(race, "race-wire"));
        Used ghosts(samples::missedProbe(), {1000, 420});
        ghosts.view.setPalette(picked.view.palette());
        QVERIFY(save(ghosts, "ghosts"));
    }
}

QTEST_MAIN(TimelineUseTest)

#include "timeline_use_test.moc"
