// SPDX-License-Identifier: GPL-3.0-or-later
// Runs played again, as a user does it: every view shows what a run folded only up to that instant would show.
#include <QComboBox>
#include <QDockWidget>
#include <QElapsedTimer>
#include <QLabel>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QRegularExpression>
#include <QSlider>
#include <QTableView>
#include <QTest>
#include <QTextBrowser>
#include <QToolButton>

#include <algorithm>
#include <memory>
#include <tuple>

#include "sample_run.h"
#include "session/replay.h"
#include "ui/log/log_panel.h"
#include "ui/replay/run_replay.h"
#include "ui/replay/transport_bar.h"
#include "ui/results/results_panel.h"
#include "ui/sockets/socket_panel.h"
#include "ui/sockets/socket_table_model.h"
#include "ui/timeline/timeline_view.h"
#include "ui/topology/topology_view.h"
#include "ui/window/run_status.h"
#include "window_fixture.h"

using namespace halfopen;
using namespace std::chrono_literals;

namespace {

const QString kRunId = QStringLiteral("20261122T103059.123Z-4f2a");

Timeline folded(std::size_t count)
{
    Timeline timeline{sampleExperiment()};
    const auto events = sampleEvents();
    for (std::size_t number = 0; number < count; ++number)
        timeline.append(events[number]);
    return timeline;
}

QStringList cells(const QAbstractItemModel& model)
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row) {
        for (int column = 0; column < model.columnCount(); ++column)
            texts << model.index(row, column).data().toString();
    }
    return texts;
}

} // namespace

class ReplayTest final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<WindowFixture> m_fixture;

    [[nodiscard]] RunReplay& replay() const { return m_fixture->desk.replay; }
    [[nodiscard]] const ShownRun& run() const { return m_fixture->desk.run; }
    [[nodiscard]] TimelineView* timelineView() const { return m_fixture->find<TimelineView>("timelineView"); }

    void click(const char* button) const
    {
        auto* found = m_fixture->find<QToolButton>(button);
        QVERIFY2(found != nullptr && found->isVisible() && found->isEnabled(), button);
        QTest::mouseClick(found, Qt::LeftButton);
    }

    /// The first wish reads the recording first.
    void awaitReplay() const { QTRY_VERIFY(replay().isOpen() && !replay().isSeeking()); }

    void chooseSpeed(double speed) const
    {
        auto* combo = m_fixture->find<QComboBox>("replay.speed");
        combo->setFocus();
        QTest::keyClick(combo, Qt::Key_Home);
        while (combo->currentData().toDouble() < speed)
            QTest::keyClick(combo, Qt::Key_Down);
        QCOMPARE(replay().speed(), speed);
    }

    /// What every view shows against a run that ended for us after that many events.
    void compareWith(std::size_t count) const
    {
        QCOMPARE(replay().position(), count);
        const Timeline expected = folded(count);
        const auto predictions = predictRun(expected);
        QCOMPARE(run().timeline().lastTime(), expected.lastTime());
        QVERIFY(run().predictions() == predictions);
        QVERIFY(run().outcomes() == judge(expected, predictions));
        QStringList lines;
        for (const auto& line : expected.log())
            lines << QString::fromStdString(line.text);
        const auto* log = m_fixture->find<QTableView>("log")->model();
        QTRY_COMPARE(log->rowCount(), static_cast<int>(lines.size()));
        for (int row = 0; row < lines.size(); ++row)
            QCOMPARE(log->index(row, 2).data().toString(), lines[row]);
        SocketTableModel sockets;
        sockets.restart(expected);
        sockets.refresh(expected, replay().now());
        const auto* shown = m_fixture->find<SocketPanel>("socketPanel")->findChild<SocketTableModel*>();
        QVERIFY(shown != nullptr);
        QTRY_COMPARE(cells(*shown), cells(sockets));
        ViewState view;
        TimelineView fresh(view);
        fresh.resize(timelineView()->size());
        fresh.setPalette(timelineView()->palette());
        fresh.setFont(timelineView()->font());
        fresh.setExperiment(sampleExperiment());
        fresh.setPredictions(predictions);
        fresh.setTimeline(&expected);
        fresh.setLive(!expected.finished());
        fresh.setReplayed(replay().now(), replay().speed(), false);
        QCOMPARE(timelineView()->reading(), fresh.reading());
        QCOMPARE(timelineView()->toImage({900, 500}), fresh.toImage({900, 500}));
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(anyWarning());
        m_fixture = std::make_unique<WindowFixture>();
        auto& store = *m_fixture->store;
        QVERIFY(store.begin(kRunId, sampleExperiment(), QStringLiteral("2026-11-22T10:30:59.123Z"), QStringLiteral("0.1.0")).ok());
        QVERIFY(store.append(kRunId, sampleLines()).ok());
        QVERIFY(store.finish(kRunId, StoredStatus::Finished, QStringLiteral("recv ETIMEDOUT after 13.34 s")).ok());
        m_fixture->open();
    }
    void cleanup() { m_fixture.reset(); }

    void barIsThereForRunsThatAreOver()
    {
        auto* bar = m_fixture->find<TransportBar>("transportBar");
        QVERIFY(bar->isHidden());
        m_fixture->openStored(kRunId);
        QVERIFY(bar->isVisible());
        QCOMPARE(m_fixture->find<QLabel>("replay.place")->text(), QStringLiteral("whole run"));
        for (auto* control : bar->findChildren<QWidget*>(QString{}, Qt::FindDirectChildrenOnly)) {
            if (!control->objectName().startsWith(QLatin1String("qt_")) && control->focusPolicy() != Qt::NoFocus)
                QVERIFY2(!control->accessibleName().isEmpty(), qPrintable(control->objectName()));
        }
        m_fixture->trigger("newExperiment");
        QVERIFY(bar->isHidden());
    }

    void playsToTheEndAtHundredTimes()
    {
        m_fixture->openStored(kRunId);
        chooseSpeed(100);
        QElapsedTimer clock;
        clock.start();
        click("replay.play");
        awaitReplay();
        QVERIFY(replay().isPlaying());
        QVERIFY(run().isReplayed());
        QVERIFY(run().isRunning());
        QCOMPARE(m_fixture->find<QToolButton>("replay.play")->accessibleName(), QStringLiteral("Pause"));
        QTRY_VERIFY_WITH_TIMEOUT(!replay().isPlaying(), 5000);
        // The run took 14.37 s: a hundredth of that, not less.
        QVERIFY2(clock.elapsed() >= 143, qPrintable(QString::number(clock.elapsed())));
        QVERIFY(!run().isRunning());
        compareWith(sampleEvents().size());
    }

    void keysAreThoseThatTheMenuAndThePageTell()
    {
        m_fixture->openStored(kRunId);
        auto* view = timelineView();
        view->setFocus();
        m_fixture->window->viewState().setCursor(1s); // the cut
        const std::unique_ptr<QMenu> menu(view->makeMenu(nullptr));
        Q_EMIT menu->aboutToShow();
        const auto actions = menu->actions();
        const auto pick = std::ranges::find_if(actions, [](const QAction* each) { return each->text().startsWith(QStringLiteral("Pick the event")); });
        QVERIFY(pick != actions.end());
        QCOMPARE((*pick)->text().section(u'\t', 1), QStringLiteral("Enter"));
        QTest::keyClick(view, Qt::Key_Return);
        QVERIFY(m_fixture->window->viewState().selected().has_value());
        QVERIFY(!replay().isOpen());
        QTest::keyClick(view, Qt::Key_Space); // plays: the row of controls is there
        awaitReplay();
        QVERIFY(replay().isPlaying());
        m_fixture->trigger("shortcuts");
        const QString page = m_fixture->find<QTextBrowser>("keyboardPage.text")->toPlainText();
        for (const char* key : {"Enter", "M", "G", "Up, Down", "R", "S", "I", "End", "Space", "Comma, full stop", "Ctrl+Home, Ctrl+End"})
            QVERIFY2(page.contains(QRegularExpression(QStringLiteral("^%1\\s*$").arg(QRegularExpression::escape(QLatin1String(key))), QRegularExpression::MultilineOption)), key);
    }

    void timePassesWhereNothingHappens()
    {
        m_fixture->openStored(kRunId);
        auto* view = timelineView();
        view->setFocus();
        QTest::keyClick(view, Qt::Key_Home, Qt::ControlModifier);
        awaitReplay();
        while (replay().position() < sampleEvents(1'100ms).size()) // from there the run is silent for four seconds
            QTest::keyClick(view, Qt::Key_Period);
        const auto position = replay().position();
        const auto* place = m_fixture->find<QLabel>("replay.place");
        const auto* slider = m_fixture->find<QSlider>("replay.slider");
        const auto* sockets = m_fixture->find<SocketPanel>("socketPanel")->findChild<SocketTableModel*>();
        const auto [told, at, timers] = std::tuple(place->text(), slider->value(), cells(*sockets));
        QTest::keyClick(view, Qt::Key_Space);
        QTRY_VERIFY(place->text() != told && slider->value() > at);
        QTRY_VERIFY(cells(*sockets) != timers); // the timer that runs down
        QTest::keyClick(view, Qt::Key_Space);
        QCOMPARE(replay().position(), position);
    }

    void clicksOnTheControlsLeaveTheKeysToTheReplay()
    {
        m_fixture->openStored(kRunId);
        auto* view = timelineView();
        view->setFocus();
        QTest::keyClick(view, Qt::Key_Home, Qt::ControlModifier);
        awaitReplay();
        const auto begun = replay().position();
        QTest::mouseClick(m_fixture->find<QToolButton>("replay.forward"), Qt::LeftButton);
        QTRY_COMPARE(replay().position(), begun + 1);
        QVERIFY(view->hasFocus());
        QCOMPARE(m_fixture->find<QComboBox>("replay.speed")->focusPolicy(), Qt::TabFocus);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Period);
        QTRY_COMPARE(replay().position(), begun + 2);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QTRY_VERIFY(replay().isPlaying());
    }

    void pauseHoldsTheInstant()
    {
        m_fixture->openStored(kRunId);
        auto* view = timelineView();
        view->setFocus();
        QTest::keyClick(view, Qt::Key_Space);
        awaitReplay();
        QVERIFY(replay().isPlaying());
        QTRY_VERIFY(replay().now() > 100ms);
        QTest::keyClick(view, Qt::Key_Space);
        QVERIFY(!replay().isPlaying());
        const auto at = replay().now();
        QVERIFY(at < 5s);
        const auto position = replay().position();
        QCOMPARE(replay().recording().knownAt(at), position);
        QCoreApplication::processEvents();
        QCOMPARE(replay().now(), at);
        compareWith(position);
        QTest::keyClick(view, Qt::Key_Space);
        QTRY_VERIFY(replay().now() > at);
    }

    void stepsForwardsAndBackwards()
    {
        m_fixture->openStored(kRunId);
        auto* view = timelineView();
        view->setFocus();
        QTest::keyClick(view, Qt::Key_Home, Qt::ControlModifier);
        awaitReplay();
        compareWith(1);
        for (std::size_t count = 2; count <= sampleEvents().size(); ++count) {
            QTest::keyClick(view, Qt::Key_Period);
            compareWith(count);
        }
        QVERIFY(!m_fixture->find<QToolButton>("replay.forward")->isEnabled());
        for (std::size_t count = sampleEvents().size() - 1; count >= 1; --count) {
            QTest::keyClick(view, Qt::Key_Comma);
            compareWith(count);
        }
        QVERIFY(!m_fixture->find<QToolButton>("replay.back")->isEnabled());
    }

    void backFromTheWholeRunIsTheLastEvent()
    {
        m_fixture->openStored(kRunId);
        click("replay.back");
        awaitReplay();
        compareWith(sampleEvents().size() - 1);
        QTRY_VERIFY(m_fixture->find<QLabel>("status.text")->text().contains(QStringLiteral("played again")));
    }

    void scrubs()
    {
        m_fixture->openStored(kRunId);
        auto* slider = m_fixture->find<QSlider>("replay.slider");
        slider->setFocus();
        // Keys of the slider: a page is a twentieth of 14.37 s.
        QTest::keyClick(slider, Qt::Key_PageDown);
        awaitReplay();
        for (int page = 1; page < 10; ++page)
            QTest::keyClick(slider, Qt::Key_PageDown);
        QVERIFY(run().isReplayed());
        const auto middle = replay().now();
        QVERIFY(middle > 6s && middle < 8s);
        compareWith(replay().recording().knownAt(middle));
        QVERIFY(slider->accessibleDescription().contains(QStringLiteral("since the fault"))); // in a narrow bar the place is shorter
        // And dragged to its left end.
        const QPoint left(2, slider->height() / 2);
        const QPoint grip(slider->width() * slider->value() / slider->maximum(), slider->height() / 2);
        QTest::mousePress(slider, Qt::LeftButton, Qt::NoModifier, grip);
        QTest::mouseMove(slider, (grip + left) / 2);
        QTest::mouseMove(slider, left);
        QTest::mouseRelease(slider, Qt::LeftButton, Qt::NoModifier, left);
        QVERIFY(replay().now() < 1s);
        compareWith(replay().recording().knownAt(replay().now()));
        QTest::keyClick(slider, Qt::Key_End);
        QCOMPARE(replay().now(), replay().recording().end());
        compareWith(sampleEvents().size());
    }

    void leavingShowsTheWholeRun()
    {
        m_fixture->openStored(kRunId);
        auto& view = m_fixture->window->viewState();
        view.setCursor(3s);
        click("replay.start");
        awaitReplay();
        QCOMPARE(view.cursor(), std::optional<RunTime>{3s}); // what the user has marked stays
        auto* results = m_fixture->find<ResultsPanel>("resultsPanel");
        click("replay.leave");
        QVERIFY(!run().isReplayed());
        QCOMPARE(run().source(), ShownRun::Source::Stored);
        QCOMPARE(run().timeline().eventCount(), sampleEvents().size());
        QCOMPARE(results->earlier().size(), std::size_t{0}); // it has been one run all the time
        QTRY_COMPARE(results->current().groups.front().result, std::string("recv ETIMEDOUT"));
        QCOMPARE(m_fixture->find<QLabel>("replay.place")->text(), QStringLiteral("whole run"));
    }

    void theEndIsToldAtOnce()
    {
        m_fixture->openStored(kRunId);
        click("replay.start");
        awaitReplay();
        const auto* status = m_fixture->find<QLabel>("status.text");
        QTRY_VERIFY(status->text().contains(QStringLiteral("building")));
        click("replay.end");
        QTRY_VERIFY(!run().isRunning());
        // In the same turn as the pictures: nothing of the run's beginning is left standing beside its end.
        QVERIFY2(status->text().contains(QStringLiteral("recv ETIMEDOUT")), qPrintable(status->text()));
        QVERIFY(!m_fixture->find<QProgressBar>("status.progress")->isVisible());
    }

    void beforeTheStartNothingIsConnected()
    {
        m_fixture->openStored(kRunId);
        click("replay.start");
        awaitReplay();
        const auto* status = m_fixture->find<QLabel>("status.text");
        QTRY_VERIFY2(status->text().endsWith(QStringLiteral("building the hosts and connecting the pairs")), qPrintable(status->text()));
        while (!run().timeline().startedAt())
            click("replay.forward");
        QTRY_VERIFY2(status->text().contains(QStringLiteral("connected, no fault yet")), qPrintable(status->text()));
    }

    void thePredictionBesideTheRunFollows()
    {
        // The timers of this run at its fault are not those that were planned.
        qputenv("HALFOPEN_FAKE_AGENT", "dropped");
        m_fixture->window->draft().load(sampleExperiment());
        m_fixture->window->startRun();
        QTRY_COMPARE(m_fixture->controller.state(), RunController::State::Running);
        const auto* before = m_fixture->find<QLabel>("prediction.before");
        const auto* time = m_fixture->find<QLabel>("predictionTime");
        QTRY_VERIFY(before->isVisible());
        const QString measured = time->text();
        m_fixture->trigger("stop");
        QTRY_VERIFY(!m_fixture->controller.isActive());
        QCOMPARE(time->text(), measured);
        click("replay.start");
        awaitReplay();
        QVERIFY(!before->isVisible()); // the fault is still to come
        const QString planned = time->text();
        QVERIFY(planned != measured);
        click("replay.leave");
        QCOMPARE(run().source(), ShownRun::Source::Live);
        QVERIFY(before->isVisible());
        QCOMPARE(time->text(), measured);
    }

    void finishedRunPlaysAgain()
    {
        QVERIFY(m_fixture->run("good", killedReader()));
        const auto events = run().timeline().eventCount();
        QTRY_VERIFY(m_fixture->find<TransportBar>("transportBar")->isVisible());
        chooseSpeed(100);
        click("replay.play");
        awaitReplay();
        QTRY_VERIFY_WITH_TIMEOUT(!replay().isPlaying(), 5000);
        QCOMPARE(run().timeline().eventCount(), events);
        click("replay.leave");
        QCOMPARE(run().source(), ShownRun::Source::Live);
        // A new run takes the place of a replay.
        click("replay.start");
        awaitReplay();
        QVERIFY(m_fixture->run("good", killedReader()));
        QVERIFY(!replay().isOpen());
        QCOMPARE(run().source(), ShownRun::Source::Live);
    }

    void historyPlaysAgain()
    {
        m_fixture->find<QDockWidget>("history")->show();
        m_fixture->find<QDockWidget>("history")->raise();
        auto* table = m_fixture->find<QTableView>("history");
        QTRY_COMPARE(table->model()->rowCount(), 1);
        table->setCurrentIndex(table->model()->index(0, 0));
        QTest::mouseClick(m_fixture->find<QPushButton>("history.play"), Qt::LeftButton);
        QTRY_VERIFY(replay().isPlaying());
        QCOMPARE(run().runId(), kRunId);
        QVERIFY(replay().now() < 5s);
    }

    void cablesOfTheReplayCannotBeCut()
    {
        m_fixture->openStored(kRunId);
        click("replay.start");
        awaitReplay();
        auto* topology = m_fixture->find<TopologyView>("topologyView");
        for (int event = 0; event < 12; ++event)
            click("replay.forward");
        QTest::mouseClick(topology, Qt::LeftButton, Qt::NoModifier, topology->rect().center());
        QCOMPARE(m_fixture->controller.state(), RunController::State::Idle);
        QVERIFY(run().isReplayed());
        compareWith(13);
    }
};

QTEST_MAIN(ReplayTest)
#include "replay_test.moc"
