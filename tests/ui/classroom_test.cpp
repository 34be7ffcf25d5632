// SPDX-License-Identifier: GPL-3.0-or-later
// What a class sees: the projector before, during and after a run, the run played again, the first page.
#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSlider>
#include <QStackedWidget>
#include <QTest>
#include <QTextBrowser>
#include <QToolButton>

#include <algorithm>
#include <memory>

#include "sample_run.h"
#include "ui/replay/event_words.h"
#include "ui/replay/run_replay.h"
#include "ui/replay/transport_bar.h"
#include "ui/theme/quantity_text.h"
#include "ui/timeline/reading.h"
#include "ui/timeline/timeline_view.h"
#include "ui/topology/topology_view.h"
#include "ui/window/next_step.h"
#include "window_fixture.h"

using namespace halfopen;
using namespace std::chrono_literals;

namespace {

const QString kRunId = QStringLiteral("20261122T103059.123Z-4f2a");

} // namespace

class ClassroomTest final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<WindowFixture> m_fixture;

    [[nodiscard]] MainWindow& window() const { return *m_fixture->window; }
    [[nodiscard]] RunReplay& replay() const { return m_fixture->desk.replay; }
    [[nodiscard]] QString label(const char* name) const { return m_fixture->find<QLabel>(name)->text(); }
    [[nodiscard]] QString next() const { return label("nextStep.text").replace(QChar::Nbsp, u' ').remove(kWordJoiner); }
    [[nodiscard]] TimelineView* timeLine() const { return m_fixture->find<TimelineView>("timelineView"); }

    void openLesson(const QString& stem) const
    {
        const auto all = lessons();
        const auto found = std::ranges::find(all, stem, &Lesson::stem);
        QVERIFY(found != all.end());
        QVERIFY(window().openLesson(*found));
    }

    /// A run of the history in sight, played again from its start and standing there.
    void openReplay() const
    {
        m_fixture->openStored(kRunId);
        timeLine()->setFocus();
        QTest::keyClick(timeLine(), Qt::Key_Home, Qt::ControlModifier);
        QTRY_VERIFY(replay().isOpen() && !replay().isSeeking());
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(anyWarning());
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->open({1280, 720});
        QVERIFY(!m_fixture->keep(kRunId, sampleExperiment(), sampleLines()).isEmpty());
    }
    void cleanup() { m_fixture.reset(); }

    void theProjectorAsksWhatTheLessonAsks()
    {
        openLesson(QStringLiteral("07-one-write"));
        const auto& experiment = m_fixture->desk.draft.experiment();
        window().setProjector(true);
        QCOMPARE(label("projector.title"), QString::fromStdString(experiment.title));
        QVERIFY(m_fixture->find<QLabel>("projector.title")->isVisible());
        QCOMPARE(label("projector.number"), QStringLiteral("your guess?"));
        QCOMPARE(label("projector.caption"), m_fixture->find<QLabel>("guess.question")->text());
        QVERIFY2(label("projector.caption").contains(QStringLiteral("“%1”").arg(QString::fromStdString(experiment.pairs.front().name))), qPrintable(label("projector.caption")));
        // A lesson's title stays during and after the run as well.
        m_fixture->desk.view.setGuess(Guess{2s});
        auto shown = killedReader();
        shown.title = experiment.title;
        QVERIFY(m_fixture->run("good", shown));
        QTRY_VERIFY2(label("projector.caption").contains(QStringLiteral("Measured")), qPrintable(label("projector.caption")));
        QCOMPARE(label("projector.title"), QString::fromStdString(experiment.title));
        auto nameless = sampleExperiment();
        nameless.title.clear();
        m_fixture->desk.draft.load(nameless);
        QTRY_VERIFY(!m_fixture->find<QLabel>("projector.title")->isVisible());
    }

    void theProjectorSendsNobodyToWhatItHides()
    {
        m_fixture->places.start();
        QTRY_VERIFY(m_fixture->places.isComplete());
        const auto& run = m_fixture->desk.run;
        const auto& controller = m_fixture->controller;
        m_fixture->desk.draft.load(sampleExperiment());
        QVERIFY(nextStepText(run, controller, {}).contains(QStringLiteral("slider")));
        const QString planned = nextStepWithoutPanels(run, controller, {});
        QVERIFY2(planned.contains(QStringLiteral("F5")) && !planned.contains(QStringLiteral("slider")), qPrintable(planned));
        window().setProjector(true);
        QCOMPARE(m_fixture->find<NextStep>("nextStep")->text(), planned);
        window().setProjector(false);
        QVERIFY(m_fixture->find<NextStep>("nextStep")->text().contains(QStringLiteral("slider")));

        openLesson(QStringLiteral("03-impatient-reader"));
        const QString asked = nextStepWithoutPanels(run, controller, {});
        QVERIFY2(asked.contains(QStringLiteral("flag")) && !asked.contains(QStringLiteral("lesson")), qPrintable(asked));

        QVERIFY(m_fixture->run("good", killedReader()));
        const QString over = nextStepWithoutPanels(run, controller, {});
        QVERIFY2(over.startsWith(QStringLiteral("recv returned 0 after")) && !over.contains(QStringLiteral("slider")), qPrintable(over));
    }

    void whyStaysInTheProjector()
    {
        QVERIFY(m_fixture->run("good", killedReader()));
        window().resize(1920, 1080);
        window().setProjector(true);
        auto* why = m_fixture->find<QPushButton>("nextStep.why");
        Q_EMIT why->clicked(); // on a low screen the line it stands in is hidden
        auto* text = m_fixture->find<QTextBrowser>("projector.why.text");
        QVERIFY(text != nullptr && text->isVisible());
        QVERIFY(window().isProjector());
        QVERIFY(!timeLine()->isVisible());
        QVERIFY2(text->toPlainText().contains(QStringLiteral("What decides")), qPrintable(text->toPlainText()));
        QVERIFY(text->font().pointSizeF() > window().font().pointSizeF() * 1.4);
        QTest::keyClick(&window(), Qt::Key_Escape); // closes it, and no more
        QTRY_VERIFY(m_fixture->find<QTextBrowser>("projector.why.text") == nullptr);
        QVERIFY(window().isProjector() && timeLine()->isVisible());
        Q_EMIT why->clicked();
        Q_EMIT why->clicked(); // again: back
        QVERIFY(timeLine()->isVisible());
        Q_EMIT why->clicked();
        QVERIFY(!timeLine()->isVisible());
        window().setProjector(false);
        QVERIFY(timeLine()->isVisible());
        Q_EMIT why->clicked(); // outside the projector: the dock
        QVERIFY(timeLine()->isVisible() && m_fixture->find<QTextBrowser>("why")->isVisible());
    }

    void aNewRunTakesThePlaceOfTheOldReason()
    {
        QVERIFY(m_fixture->run("good", killedReader()));
        window().setProjector(true);
        Q_EMIT m_fixture->find<QPushButton>("nextStep.why")->clicked();
        QVERIFY(!timeLine()->isVisible());
        QVERIFY(m_fixture->run("good", killedReader()));
        QVERIFY(timeLine()->isVisible());
    }

    void theSliderIsAsLongAsItsBar()
    {
        const auto* bar = m_fixture->find<TransportBar>("transportBar");
        const auto* slider = m_fixture->find<QSlider>("replay.slider");
        m_fixture->openStored(kRunId);
        QTRY_VERIFY2(slider->width() > bar->width() * 9 / 10, qPrintable(QStringLiteral("%1 of %2 px").arg(slider->width()).arg(bar->width())));
        const int before = slider->width();
        timeLine()->setFocus();
        QTest::keyClick(timeLine(), Qt::Key_Home, Qt::ControlModifier);
        QTRY_VERIFY(replay().isOpen() && !replay().isSeeking());
        QTRY_COMPARE(slider->width(), before);
        replay().close();
        QTRY_COMPARE(slider->width(), before);
    }

    void slowerThanTheRun()
    {
        openReplay();
        auto* speeds = m_fixture->find<QComboBox>("replay.speed");
        for (const double slow : {0.1, 0.25, 0.5})
            QVERIFY(speeds->findData(slow) >= 0);
        Q_EMIT speeds->activated(speeds->findData(0.1));
        QCOMPARE(replay().speed(), 0.1);
        QCOMPARE(speeds->currentText(), QStringLiteral("0.1×"));
        replay().setSpeed(0.001);
        QCOMPARE(replay().speed(), 0.1);
    }

    void eachStepSaysWhatTheEventIs()
    {
        openReplay();
        const auto* words = m_fixture->find<QLabel>("replay.event");
        const auto events = sampleEvents();
        QCOMPARE(words->text(), eventWords(events.front(), sampleExperiment()));
        for (std::size_t step = 1; step < events.size(); ++step) {
            QTest::keyClick(timeLine(), Qt::Key_Period);
            QTRY_COMPARE(replay().position(), step + 1);
            QVERIFY2(!words->text().isEmpty(), qPrintable(QString::number(step)));
            QCOMPARE(words->text(), eventWords(events[step], sampleExperiment()));
        }
        replay().close();
        QTRY_COMPARE(words->text(), QString{});
    }

    void wordsOfEvents_data()
    {
        QTest::addColumn<Event>("event");
        QTest::addColumn<QString>("words");
        const auto row = [](const char* name, EventBody body, const char* words) { QTest::newRow(name) << Event{0ms, std::move(body)} << QString::fromUtf8(words); };
        row("an option", OptionEvent{0, Host::Client, "TCP_KEEPIDLE", 5}, "Client: TCP_KEEPIDLE = 5");
        row("armed", ArmedEvent{0, Host::Server, 1ms}, "Server: armed");
        row("a call begins", CallEvent{0, Host::Client, CallEvent::What::Begin, "recv"}, "Client: recv() begins");
        RowEvent asleep{Host::Client, 0, {}};
        asleep.row.state = TcpState::Established;
        asleep.row.timer = KernelTimer::Keepalive;
        row("a row", asleep, "Client: row of the socket table: ESTABLISHED, keepalive");
        row("what the log tells", StartedEvent{}, "All pairs are armed: t = 0");
        row("a flow", FlowEvent{.pair = 0, .from = Host::Server, .packets = 1200}, "Server: packets sent: 1,200");
    }
    void wordsOfEvents()
    {
        QFETCH(Event, event);
        QFETCH(QString, words);
        QCOMPARE(eventWords(event, sampleExperiment()), words);
    }

    void oneTimeWhileItPlays()
    {
        openReplay();
        replay().seek(*m_fixture->desk.run.timeline().startedAt());
        replay().play();
        const auto* hosts = window().findChild<TopologyView*>();
        int told = 0;
        QTRY_VERIFY(m_fixture->desk.run.timeline().firstFaultAt().has_value());
        connect(hosts, &TopologyView::instantShown, this, [&] {
            const QString clock = hosts->scene().clock.section(u' ', 0, 1); // "0.9 s since the fault"
            if (!hosts->scene().clock.contains(QStringLiteral("since the fault")))
                return;
            QVERIFY2(label("replay.place").startsWith(clock), qPrintable(label("replay.place") + u'|' + clock));
            ++told;
        });
        QTRY_VERIFY(told > 4);
        hosts->disconnect(this);
        replay().pause();
        QTRY_VERIFY2(label("replay.place").section(u' ', 0, 0).section(u'.', 1).size() == 3, qPrintable(label("replay.place"))); // standing: to the millisecond
    }

    void theCursorIsLeftWhereNoGuessIsDragged()
    {
        openLesson(QStringLiteral("03-impatient-reader"));
        auto* view = timeLine();
        const QRectF plot = view->plotArea();
        QTest::mouseMove(view, plot.center().toPoint());
        m_fixture->desk.view.setCursor(4s);
        m_fixture->desk.view.setGuess(Guess{5s});
        const int x = static_cast<int>(view->axis().x(view->facts().countedFrom + 5));
        const QPoint grip(x, static_cast<int>(plot.top()) + 3);
        QTest::mousePress(view, Qt::LeftButton, {}, grip);
        QVERIFY(!m_fixture->desk.view.cursor());
        QTest::mouseMove(view, grip + QPoint(60, 0));
        QVERIFY(!m_fixture->desk.view.cursor());
        QTest::mouseRelease(view, Qt::LeftButton, {}, grip + QPoint(60, 0));
        QVERIFY(m_fixture->desk.view.guess()->sinceFault > 5s);
    }

    void noLessonIsToldByItsFileName()
    {
        const auto* menu = m_fixture->find<QMenu>("lessonMenu");
        for (const QAction* chapter : menu->actions()) {
            if (chapter->menu() == nullptr)
                continue;
            for (const QAction* lesson : chapter->menu()->actions())
                QVERIFY2(!lesson->statusTip().contains(u'-'), qPrintable(lesson->statusTip()));
        }
    }

    void whatCannotRunIsNotOfferedInTheLesson()
    {
        openLesson(QStringLiteral("03-impatient-reader"));
        m_fixture->desk.view.setGuess(Guess{2s});
        QTest::mouseClick(m_fixture->find<QPushButton>("guess.commit"), Qt::LeftButton);
        const auto* run = m_fixture->find<QPushButton>("lesson.run");
        QCOMPARE(run->isEnabled(), m_fixture->find<QAction>("run")->isEnabled());
        auto impossible = m_fixture->desk.draft.experiment();
        impossible.sysctl["tcp_retries2"] = 5; // the fixture's machine has loopback alone
        m_fixture->desk.draft.edit(impossible, QStringLiteral("test"));
        QTRY_VERIFY(!m_fixture->find<QAction>("run")->isEnabled());
        QVERIFY(!run->isEnabled());
        QVERIFY(!run->toolTip().isEmpty());
    }

    void onlyKeysOutlineAWayToBegin()
    {
        window().showWelcome();
        auto* first = m_fixture->find<QPushButton>("welcome.lesson02");
        QTRY_VERIFY(first->hasFocus());
        QVERIFY2(!first->property("reached").toBool(), "it would look chosen");
        QTest::keyClick(first, Qt::Key_Tab);
        auto* second = window().focusWidget();
        QVERIFY(second != first && second->property("reached").toBool());
        QTest::keyClick(second, Qt::Key_Backtab);
        QVERIFY(first->property("reached").toBool() && !second->property("reached").toBool());
    }
};

QTEST_MAIN(ClassroomTest)
#include "classroom_test.moc"
