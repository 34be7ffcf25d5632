// SPDX-License-Identifier: GPL-3.0-or-later
// The way in: the first page, and the line that says what to do next.
#include <QDoubleSpinBox>
#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QTextBrowser>

#include "sample_run.h"
#include "ui/theme/quantity_text.h"
#include "ui/timeline/timeline_view.h"
#include "ui/window/banner.h"
#include "ui/window/welcome_page.h"
#include "window_fixture.h"

using namespace halfopen;

class WelcomeTest final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<WindowFixture> m_fixture;

    [[nodiscard]] MainWindow& window() { return *m_fixture->window; }
    [[nodiscard]] QString next() { return m_fixture->find<QLabel>("nextStep.text")->text().replace(QChar::Nbsp, u' ').remove(kWordJoiner); }
    [[nodiscard]] TimelineView* timeLine() { return window().findChild<TimelineView*>(); }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(anyWarning());
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->open();
    }
    void cleanup() { m_fixture.reset(); }

    void welcomeLeadsToALesson_data()
    {
        QTest::addColumn<QByteArray>("card");
        QTest::addColumn<QString>("lesson");
        QTest::newRow("reader") << QByteArray("welcome.lesson02") << QStringLiteral("02-reader-with-keepalive");
        QTest::newRow("sender") << QByteArray("welcome.lesson04") << QStringLiteral("04-looping-sender");
    }
    void welcomeLeadsToALesson()
    {
        QFETCH(QByteArray, card);
        QFETCH(QString, lesson);
        qputenv("HALFOPEN_FAKE_AGENT", "check-whole");
        m_fixture->places.start();
        QTRY_VERIFY(m_fixture->places.isAvailable(PlaceKind::Namespaces));
        window().showWelcome();
        m_fixture->savePicture(QStringLiteral("welcome"));
        QVERIFY(!timeLine()->isVisible());
        auto* choice = m_fixture->find<QPushButton>(card.constData());
        QVERIFY(choice != nullptr && choice->isVisible());
        QTest::mouseClick(choice, Qt::LeftButton);
        QVERIFY(timeLine()->isVisible());
        QVERIFY(m_fixture->desk.lesson.has_value());
        QCOMPARE(m_fixture->desk.lesson->stem, lesson);
        QVERIFY(m_fixture->find<QTextBrowser>("lesson")->isVisible());
        QVERIFY2(next().contains(QStringLiteral("F5")), qPrintable(next()));
        QVERIFY(m_fixture->find<QWidget>("runButton")->hasFocus());
        QVERIFY(m_fixture->settings.value(QStringLiteral("welcome/seen")).toBool());
    }

    void noGuessIsAskedForWhatCannotRunHere()
    {
        // The fixture's machine has no namespaces, and the lesson sets a sysctl.
        QVERIFY(m_fixture->places.isComplete() && !m_fixture->places.isAvailable(PlaceKind::Namespaces));
        window().showWelcome();
        QTest::mouseClick(m_fixture->find<QPushButton>("welcome.lesson04"), Qt::LeftButton);
        QVERIFY2(next().startsWith(QStringLiteral("Only loopback here")), qPrintable(next()));
        QVERIFY(!m_fixture->find<QWidget>("runButton")->isEnabled());
    }

    void welcomeByKeyboard()
    {
        window().showWelcome();
        auto* first = m_fixture->find<QPushButton>("welcome.lesson02");
        QTRY_VERIFY(first->hasFocus());
        QTest::keyClick(first, Qt::Key_Tab);
        QTest::keyClick(window().focusWidget(), Qt::Key_Tab);
        QCOMPARE(window().focusWidget()->objectName(), QStringLiteral("welcome.own"));
        QTest::keyClick(window().focusWidget(), Qt::Key_Space);
        QVERIFY(timeLine()->isVisible());
        QCOMPARE(m_fixture->desk.draft.experiment(), ExperimentDraft::starter());
    }

    void welcomeShowsADeathAtOnce()
    {
        window().showWelcome();
        qputenv("HALFOPEN_FAKE_AGENT", "good");
        QTest::mouseClick(m_fixture->find<QPushButton>("welcome.quick"), Qt::LeftButton);
        QVERIFY(timeLine()->isVisible());
        QTRY_COMPARE(m_fixture->controller.state(), RunController::State::Finished);
        QTRY_VERIFY2(next().startsWith(QStringLiteral("recv returned 0 after")), qPrintable(next()));
    }

    void aLessonThatCannotBeReadRunsNothing_data()
    {
        QTest::addColumn<QByteArray>("button");
        QTest::newRow("a card") << QByteArray("welcome.lesson02");
        QTest::newRow("just show me") << QByteArray("welcome.quick");
    }
    void aLessonThatCannotBeReadRunsNothing()
    {
        QFETCH(const QByteArray, button);
        auto parts = m_fixture->parts();
        for (auto& lesson : parts.lessons)
            lesson.experimentPath = m_fixture->folder.filePath(QStringLiteral("gone.halfopen.json"));
        m_fixture->window = std::make_unique<MainWindow>(parts);
        m_fixture->open();
        window().showWelcome();
        const auto draft = m_fixture->desk.draft.experiment();
        QTest::mouseClick(m_fixture->find<QPushButton>(button.constData()), Qt::LeftButton);
        QCOMPARE(m_fixture->controller.state(), RunController::State::Idle);
        QVERIFY(window().banner()->isVisible());
        QVERIFY2(window().banner()->text().contains(QStringLiteral("gone.halfopen.json")), qPrintable(window().banner()->text()));
        QVERIFY(!timeLine()->isVisible());
        QCOMPARE(m_fixture->desk.draft.experiment(), draft);
    }

    void welcomeGivesWayToWork()
    {
        window().showWelcome();
        m_fixture->find<QDoubleSpinBox>("Client.TCP_KEEPIDLE.spin")->setValue(7);
        QVERIFY(timeLine()->isVisible());
        m_fixture->trigger("welcome");
        QVERIFY(!timeLine()->isVisible());
        QVERIFY(m_fixture->run("good", killedReader()));
        QVERIFY(timeLine()->isVisible());
    }

    void nextStepGoesAlong()
    {
        QVERIFY2(next().contains(QStringLiteral("Press Run (F5)")), qPrintable(next()));
        auto without = sampleExperiment();
        without.faults.clear();
        m_fixture->desk.draft.load(without);
        QVERIFY2(next().contains(QStringLiteral("click the cable")), qPrintable(next()));
        m_fixture->startMortalRun(sampleExperiment());
        QTRY_VERIFY2(next().contains(QStringLiteral("Connected")), qPrintable(next()));
        m_fixture->trigger("cut");
        QTRY_VERIFY2(next().startsWith(QStringLiteral("Failing in about")), qPrintable(next()));
        m_fixture->stopRun();
        QTRY_VERIFY2(next().contains(QStringLiteral("You broke it off")), qPrintable(next()));
        QVERIFY(m_fixture->run("refused", killedReader()));
        QVERIFY2(next().contains(QStringLiteral("message above")), qPrintable(next()));
    }

    void nextStepSaysWhatTheFirstFaultDoes()
    {
        auto experiment = sampleExperiment();
        QVERIFY2(next().contains(QStringLiteral("the peer is lost")), qPrintable(next()));
        experiment.faults.front().healAfterSeconds = 3;
        m_fixture->desk.draft.load(experiment);
        QVERIFY2(next().contains(QStringLiteral("later comes the first fault: ")), qPrintable(next()));
    }
};

QTEST_MAIN(WelcomeTest)
#include "welcome_test.moc"
