// SPDX-License-Identifier: GPL-3.0-or-later
// A lesson as a learner goes through it: first a guess, by the flag or by typing, then the run, then the reason.
#include <QAction>
#include <QDockWidget>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QTest>
#include <QTextBrowser>

#include <algorithm>
#include <cmath>

#include "sample_run.h"
#include "ui/lesson/guess_comparison.h"
#include "ui/lesson/lesson_chapters.h"
#include "ui/lesson/lesson_panel.h"
#include "ui/lesson/lesson_text.h"
#include "ui/results/results_panel.h"
#include "ui/timeline/guess_flag.h"
#include "ui/timeline/timeline_view.h"
#include "window_fixture.h"

using namespace halfopen;
using namespace std::chrono_literals;

class LessonTest final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<WindowFixture> m_fixture;

    [[nodiscard]] LessonCourse& course() const { return m_fixture->desk.course; }
    [[nodiscard]] ViewState& view() const { return m_fixture->desk.view; }
    [[nodiscard]] QString predicted() const { return m_fixture->find<QLabel>("predictionTime")->text(); }
    [[nodiscard]] QString why() const { return m_fixture->find<QTextBrowser>("why")->toPlainText(); }
    [[nodiscard]] QString text() const { return m_fixture->find<QTextBrowser>("lesson")->toPlainText(); }
    [[nodiscard]] QString label(const char* name) const { return m_fixture->find<QLabel>(name)->text().replace(QChar::Nbsp, u' '); }

    void openLesson(const QString& stem) const
    {
        const auto all = lessons();
        const auto found = std::ranges::find(all, stem, &Lesson::stem);
        QVERIFY(found != all.end());
        m_fixture->window->openLesson(*found);
        QTRY_VERIFY(m_fixture->find<LessonPanel>("lessonPanel")->isVisible());
    }

    void click(const char* name) const
    {
        auto* button = m_fixture->find<QPushButton>(name);
        QVERIFY2(button != nullptr && button->isVisible() && button->isEnabled(), name);
        QTest::mouseClick(button, Qt::LeftButton);
    }

    /// Nothing in the window tells the answer.
    void nothingIsTold() const
    {
        QVERIFY(course().holdsBack());
        QCOMPARE(predicted(), QStringLiteral("Your guess first"));
        // The fixture's machine has loopback alone.
        QCOMPARE(m_fixture->find<QLabel>("status.text")->text(), m_fixture->find<QAction>("run")->isEnabled() ? QStringLiteral("Ready. Your guess first, then press Run.")
                                                                                                            : QStringLiteral("This machine cannot run these settings."));
        QVERIFY(!m_fixture->find<QLabel>("prediction.formula")->isVisible());
        QVERIFY(!m_fixture->find<QLabel>("prediction.why")->isVisible());
        QVERIFY(m_fixture->desk.run.predictions().empty());
        QVERIFY2(why().contains(QStringLiteral("Your guess first")), qPrintable(why()));
        QVERIFY2(!text().contains(QStringLiteral("What happens")), qPrintable(text()));
        QVERIFY(!m_fixture->find<TimelineView>("timelineView")->reading().contains(QStringLiteral("predicted")));
        QVERIFY(m_fixture->find<GuessComparison>("guessComparison")->isHidden());
    }

    /// The whole lesson but its reading.
    void comeToTheReading() const
    {
        auto experiment = killedReader();
        experiment.title = m_fixture->desk.draft.experiment().title;
        view().setGuess(Guess{2s});
        click("guess.commit");
        QVERIFY(m_fixture->run("good", experiment));
        QTRY_VERIFY(course().hasRun());
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(anyWarning());
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->open({1600, 1000});
    }
    void cleanup() { m_fixture.reset(); }

    void theTextHasRoom()
    {
        m_fixture->window->resize(1280, 720);
        openLesson(QStringLiteral("04-looping-sender"));
        const auto* shown = m_fixture->find<QTextBrowser>("lesson");
        QTRY_VERIFY2(shown->viewport()->height() >= 8 * shown->fontMetrics().lineSpacing(), qPrintable(QString::number(shown->viewport()->height())));
        // Why had its name on the tab beside it.
        QVERIFY(m_fixture->window->tabifiedDockWidgets(m_fixture->find<QDockWidget>("why")).isEmpty());
        QTRY_VERIFY(m_fixture->find<QLabel>("why.title")->isVisible());
        auto* lesson = m_fixture->find<QDockWidget>("lesson");
        m_fixture->window->tabifyDockWidget(m_fixture->find<QDockWidget>("sockets"), lesson); // as its owner wants it
        openLesson(QStringLiteral("04-looping-sender"));
        QVERIFY(m_fixture->window->tabifiedDockWidgets(m_fixture->find<QDockWidget>("sockets")).contains(lesson));
    }

    void textsComeInParts()
    {
        const auto whole = QStringLiteral("ask\n<!-- look -->\nlook\n<!-- answer -->\nwhy");
        QCOMPARE(lessonText(whole, LessonPart::Question), QStringLiteral("ask\n"));
        QCOMPARE(lessonText(whole, LessonPart::Look), QStringLiteral("ask\n\nlook\n"));
        QCOMPARE(lessonText(whole, LessonPart::Whole), QStringLiteral("ask\n\nlook\n\nwhy"));
        QCOMPARE(lessonText(QStringLiteral("no marks"), LessonPart::Question), QStringLiteral("no marks"));
    }

    void everyLessonKeepsItsAnswer_data()
    {
        QTest::addColumn<QString>("stem");
        for (const auto& lesson : lessons())
            QTest::newRow(qPrintable(lesson.stem)) << lesson.stem;
    }
    void everyLessonKeepsItsAnswer()
    {
        QFETCH(QString, stem);
        openLesson(stem);
        nothingIsTold();
        QVERIFY(!m_fixture->find<QLabel>("guess.question")->text().isEmpty());
        click("guess.show");
        QVERIFY(text().contains(QStringLiteral("What happens")));
    }

    void chaptersHoldTheCourseInItsOrder()
    {
        const auto all = lessons();
        QStringList inChapters;
        for (const auto& chapter : lessonChapters(all)) {
            QVERIFY(!chapter.title.isEmpty());
            QVERIFY2(!chapter.lessons.isEmpty(), qPrintable(chapter.title));
            for (const auto& lesson : chapter.lessons)
                inChapters << lesson.stem;
        }
        QStringList stems;
        for (const auto& lesson : all)
            stems << lesson.stem;
        QCOMPARE(inChapters, stems);
        QVERIFY(lessonChapters({}).isEmpty());
        QCOMPARE(lessonNumber(all.first()), QStringLiteral("01"));
        // What somebody adds without a number is there too.
        Lesson own;
        own.stem = QStringLiteral("own-lesson");
        QVERIFY(lessonNumber(own).isEmpty());
        QCOMPARE(lessonChapters({own}).size(), 1);
        QCOMPARE(lessonChapters({own}).first().lessons.size(), 1);
    }

    void theMenuOffersEveryLessonInChapters()
    {
        auto* menu = m_fixture->find<QMenu>("lessonMenu");
        QVERIFY(menu != nullptr);
        QList<QAction*> offered;
        for (const auto* chapter : menu->actions()) {
            QVERIFY2(chapter->menu() != nullptr, qPrintable(chapter->text()));
            QVERIFY2(chapter->menu()->actions().size() <= 10, qPrintable(chapter->text()));
            offered << chapter->menu()->actions();
        }
        const auto all = lessons();
        QCOMPARE(offered.size(), all.size());
        const auto last = all.last();
        QVERIFY2(offered.last()->text().startsWith(lessonNumber(last)), qPrintable(offered.last()->text()));
        QVERIFY2(offered.last()->text().endsWith(last.title), qPrintable(offered.last()->text()));
        offered.last()->trigger();
        QTRY_VERIFY(m_fixture->desk.lesson.has_value());
        QCOMPARE(m_fixture->desk.lesson->stem, last.stem);
    }

    void guessByTyping()
    {
        openLesson(QStringLiteral("02-reader-with-keepalive"));
        nothingIsTold();
        QVERIFY(!m_fixture->find<QPushButton>("guess.commit")->isEnabled());
        auto* seconds = m_fixture->find<QDoubleSpinBox>("guess.seconds");
        seconds->setFocus();
        seconds->selectAll();
        QTest::keyClicks(seconds, QStringLiteral("20.5"));
        QCOMPARE(view().guess(), std::optional{Guess{20'500ms}});
        nothingIsTold(); // only a marker so far
        click("guess.commit");
        QVERIFY(!course().holdsBack());
        QVERIFY(course().hasGuessed());
        QVERIFY2(predicted().contains(QStringLiteral("34.2 s")), qPrintable(predicted()));
        QVERIFY(!m_fixture->desk.run.predictions().empty());
        QCOMPARE(label("comparison.guess"), QStringLiteral("20.5 s"));
        QCOMPARE(label("comparison.measurement"), QStringLiteral("–"));
        QVERIFY(m_fixture->find<QPushButton>("lesson.run")->isVisible());
        // The guess is no part of the experiment.
        QVERIFY(!m_fixture->desk.draft.isModified());
    }

    void guessByDraggingTheFlag()
    {
        openLesson(QStringLiteral("02-reader-with-keepalive"));
        auto* timeline = m_fixture->find<TimelineView>("timelineView");
        const QRectF plot = timeline->plotArea();
        const auto axis = timeline->axis();
        // Before there is a guess the flag waits in the middle of what follows the cut at 1 s.
        const double from = (axis.x(1.0) + axis.right()) / 2;
        const double to = axis.x(1.0 + 12.0);
        const auto at = [&](double x) { return QPointF(x, plot.center().y()).toPoint(); };
        QTest::mousePress(timeline, Qt::LeftButton, Qt::NoModifier, at(from));
        QTest::mouseMove(timeline, at((from + to) / 2));
        QTest::mouseMove(timeline, at(to));
        QTest::mouseRelease(timeline, Qt::LeftButton, Qt::NoModifier, at(to));
        QVERIFY(view().guess() && view().guess()->sinceFault);
        const double guessed = toSeconds(*view().guess()->sinceFault);
        QVERIFY2(std::abs(guessed - 12.0) < 0.2, qPrintable(QString::number(guessed)));
        QCOMPARE(m_fixture->find<QDoubleSpinBox>("guess.seconds")->value(), guessed);
        nothingIsTold();
        click("guess.commit");
        // From now on the flag stays where it is.
        const double flag = timeline->axis().x(1.0 + guessed);
        QTest::mousePress(timeline, Qt::LeftButton, Qt::NoModifier, at(flag));
        QTest::mouseMove(timeline, at(flag + 60));
        QTest::mouseRelease(timeline, Qt::LeftButton, Qt::NoModifier, at(flag + 60));
        QCOMPARE(toSeconds(*view().guess()->sinceFault), guessed);
    }

    void guessByKeys()
    {
        openLesson(QStringLiteral("02-reader-with-keepalive"));
        auto* timeline = m_fixture->find<TimelineView>("timelineView");
        timeline->setFocus();
        view().setCursor(9s);
        QTest::keyClick(timeline, Qt::Key_G);
        QVERIFY(view().guess() && view().guess()->sinceFault);
        QVERIFY(std::abs(toSeconds(*view().guess()->sinceFault) - 8) < 0.2);
    }

    void neverIsAGuess()
    {
        openLesson(QStringLiteral("01-reader-without-keepalive"));
        click("guess.never");
        QCOMPARE(view().guess(), std::optional{Guess{}});
        nothingIsTold();
        click("guess.commit");
        QCOMPARE(label("comparison.guess"), QStringLiteral("never"));
        QCOMPARE(label("comparison.prediction"), QStringLiteral("never"));
        QCOMPARE(predicted(), QStringLiteral("never"));
    }

    void afterTheRunAllThreeAreCompared()
    {
        openLesson(QStringLiteral("02-reader-with-keepalive"));
        auto experiment = killedReader(); // what the fake agent plays: recv returns 0 at once
        experiment.title = m_fixture->desk.draft.experiment().title;
        view().setGuess(Guess{2s});
        click("guess.commit");
        QVERIFY(m_fixture->run("good", experiment));
        QTRY_COMPARE(course().step(), LessonCourse::Step::Read);
        QVERIFY(label("comparison.measurement") != QStringLiteral("–"));
        QVERIFY2(label("comparison.guess.difference").contains(QStringLiteral("too late")), qPrintable(label("comparison.guess.difference")));
        QVERIFY(!m_fixture->find<GuessComparison>("guessComparison")->accessibleDescription().isEmpty());
        QVERIFY(text().contains(QStringLiteral("What happens")));
        QVERIFY(label("lesson.steps").contains(QStringLiteral("✓ 1 Guess")));
        auto* bar = m_fixture->find<QTextBrowser>("lesson")->verticalScrollBar();
        bar->setValue(bar->maximum());
        QCOMPARE(course().step(), LessonCourse::Step::Finished);
        click("lesson.next");
        QCOMPARE(course().step(), LessonCourse::Step::Guess);
        QCOMPARE(m_fixture->desk.lesson->stem, QStringLiteral("03-impatient-reader"));
        QVERIFY(!view().guess());
    }

    void whatIsScrolledBeforeIsNotRead()
    {
        auto* dock = m_fixture->find<QDockWidget>("lesson");
        openLesson(QStringLiteral("02-reader-with-keepalive"));
        m_fixture->window->tabifyDockWidget(m_fixture->find<QDockWidget>("why"), dock); // where it is low
        dock->raise();
        auto* text = m_fixture->find<QTextBrowser>("lesson");
        QTRY_VERIFY(text->verticalScrollBar()->maximum() > 0);
        text->verticalScrollBar()->setValue(text->verticalScrollBar()->maximum());
        comeToTheReading();
        QTRY_VERIFY(text->toPlainText().contains(QStringLiteral("What happens")) && text->verticalScrollBar()->maximum() > 0);
        m_fixture->window->grab(); // painted with its answer
        QCoreApplication::processEvents();
        QVERIFY(!dock->visibleRegion().isEmpty());
        QCOMPARE(course().step(), LessonCourse::Step::Read);
        text->setFocus();
        for (int page = 0; page < 50 && course().step() == LessonCourse::Step::Read; ++page)
            QTest::keyClick(text, Qt::Key_PageDown);
        QCOMPARE(course().step(), LessonCourse::Step::Finished);
    }

    void whatFitsIsReadWhereItIsSeen()
    {
        openLesson(QStringLiteral("02-reader-with-keepalive"));
        auto* dock = m_fixture->find<QDockWidget>("lesson");
        dock->setFloating(true);
        dock->resize(1200, 2400);
        QTRY_COMPARE(dock->height(), 2400);
        comeToTheReading();
        QTRY_COMPARE(course().step(), LessonCourse::Step::Finished);
        QCOMPARE(m_fixture->find<QTextBrowser>("lesson")->verticalScrollBar()->maximum(), 0);
        QVERIFY(label("lesson.steps").contains(QStringLiteral("✓ 3 Read why")));
    }

    void runningWithoutAGuessShowsIt()
    {
        openLesson(QStringLiteral("02-reader-with-keepalive"));
        auto experiment = killedReader();
        experiment.title = m_fixture->desk.draft.experiment().title;
        QVERIFY(m_fixture->run("good", experiment));
        QVERIFY(!course().holdsBack());
        QVERIFY(course().wasShown());
        QVERIFY(label("lesson.steps").contains(QStringLiteral("No guess")));
    }

    void theComparisonNamesItsPairAmongSeveral()
    {
        openLesson(QStringLiteral("19-forgetful-middlebox"));
        view().setGuess(Guess{10s});
        click("guess.commit");
        view().setPair(2); // another one is looked at
        QVERIFY(m_fixture->find<QLabel>("comparison.whose")->isVisible());
        QCOMPARE(label("comparison.whose"), QStringLiteral("“keepalive 8/1/3”, client"));
        openLesson(QStringLiteral("02-reader-with-keepalive"));
        view().setGuess(Guess{10s});
        click("guess.commit");
        QVERIFY(m_fixture->find<QLabel>("comparison.whose")->isHidden());
    }

    void aForeignRunIsNotTheLessons()
    {
        qputenv("HALFOPEN_FAKE_AGENT", "dropped");
        auto experiment = sampleExperiment();
        experiment.pairs.front().client.activity = Activity::Send;
        m_fixture->window->draft().load(experiment);
        m_fixture->window->startRun();
        QTRY_COMPARE(m_fixture->controller.state(), RunController::State::Running);
        QTRY_VERIFY(m_fixture->controller.timeline().firstFaultAt().has_value());
        openLesson(QStringLiteral("01-reader-without-keepalive"));
        QVERIFY2(label("guess.question").contains(QStringLiteral("recv()")), qPrintable(label("guess.question")));
        click("guess.never");
        m_fixture->trigger("stop");
        QTRY_VERIFY(!m_fixture->controller.isActive());
        QVERIFY(course().isActive());
        QVERIFY(!course().hasRun());
        click("guess.commit");
        QCOMPARE(course().step(), LessonCourse::Step::Run);
        QCOMPARE(label("comparison.prediction"), QStringLiteral("never")); // the lesson's, not that of the sender in sight
        QCOMPARE(label("comparison.measurement"), QStringLiteral("–"));
        QCOMPARE(label("comparison.guess.difference"), QString{});
        QVERIFY(m_fixture->find<QPushButton>("lesson.next")->isHidden());
    }

    void aRunBrokenOffMeasuresNothing_data()
    {
        QTest::addColumn<QByteArray>("deed");
        QTest::newRow("by the user") << QByteArray("dropped");
        QTest::newRow("by a dying agent") << QByteArray("leaves");
    }
    void aRunBrokenOffMeasuresNothing()
    {
        QFETCH(QByteArray, deed);
        openLesson(QStringLiteral("02-reader-with-keepalive"));
        click("guess.never");
        click("guess.commit");
        qputenv("HALFOPEN_FAKE_AGENT", deed);
        m_fixture->window->startRun();
        if (deed == "dropped") {
            QTRY_VERIFY(m_fixture->controller.timeline().firstFaultAt().has_value());
            m_fixture->trigger("stop");
        }
        QTRY_VERIFY(m_fixture->controller.state() != RunController::State::Idle && !m_fixture->controller.isActive());
        QCOMPARE(course().step(), LessonCourse::Step::Run);
        QCOMPARE(label("comparison.measurement"), QStringLiteral("–"));
        QCOMPARE(label("comparison.measurement.difference"), QStringLiteral("the run ended too early"));
        QCOMPARE(label("comparison.guess.difference"), QString{});
        QCOMPARE(label("comparison.prediction.difference"), QString{});
        m_fixture->window->setProjector(true);
        QCOMPARE(label("projector.number"), QStringLiteral("not measured"));
        m_fixture->window->setProjector(false);
    }

    void neverIsMeasuredByBreakingOff()
    {
        openLesson(QStringLiteral("01-reader-without-keepalive"));
        click("guess.never");
        click("guess.commit");
        qputenv("HALFOPEN_FAKE_AGENT", "dropped");
        m_fixture->window->startRun();
        QTRY_VERIFY(m_fixture->controller.timeline().firstFaultAt().has_value());
        m_fixture->trigger("stop"); // as the window advises where nobody will notice
        QTRY_VERIFY(course().hasRun());
        QCOMPARE(label("comparison.measurement"), QStringLiteral("never"));
        QCOMPARE(label("comparison.guess.difference"), QStringLiteral("right"));
    }

    void anotherExperimentEndsTheLesson()
    {
        openLesson(QStringLiteral("02-reader-with-keepalive"));
        view().setGuess(Guess{2s});
        m_fixture->trigger("newExperiment");
        QVERIFY(!course().isActive());
        QVERIFY(!view().guess());
        QVERIFY(predicted() != QStringLiteral("Your guess first"));
    }
};

QTEST_MAIN(LessonTest)
#include "lesson_test.moc"
