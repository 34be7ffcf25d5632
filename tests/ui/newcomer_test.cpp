// SPDX-License-Identifier: GPL-3.0-or-later
// What confuses who sees the window for the first time: names of what was before, words of another place, a run that its time
// limit ends.
#include <QComboBox>
#include <QDir>
#include <QDockWidget>
#include <QDoubleSpinBox>
#include <QFile>
#include <QInputDialog>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QTest>
#include <QTextBrowser>

#include <algorithm>

#include "core/predictor.h"
#include "pictures/painted_text.h"
#include "sample_run.h"
#include "session/replay.h"
#include "ui/lesson/lesson_panel.h"
#include "ui/sockets/socket_columns.h"
#include "ui/text/format.h"
#include "ui/timeline/timeline_view.h"
#include "ui/view_state.h"
#include "ui/window/dock_title.h"
#include "ui/window/presets.h"
#include "ui/window/shown_run.h"
#include "window_fixture.h"

using namespace halfopen;
using namespace std::chrono_literals;

class NewcomerTest final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<WindowFixture> m_fixture;

    [[nodiscard]] ExperimentDraft& draft() const { return m_fixture->desk.draft; }
    [[nodiscard]] QString name() const { return QString::fromStdString(draft().experiment().pairs.front().name); }
    [[nodiscard]] QString label(const char* object) const { return m_fixture->find<QLabel>(object)->text().replace(QChar::Nbsp, u' '); }

    void choose(Activity activity) const
    {
        auto* box = m_fixture->find<QComboBox>("client.activity");
        const int row = box->findData(static_cast<int>(activity));
        box->setCurrentIndex(row);
        Q_EMIT box->activated(row);
    }

    void choosePreset(const QString& title) const
    {
        const auto actions = m_fixture->window->findChildren<QAction*>();
        const auto found = std::ranges::find_if(actions, [&](const QAction* each) { return each->text() == title; });
        QVERIFY2(found != actions.end(), qPrintable(title));
        (*found)->trigger();
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(anyWarning());
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->open();
    }
    void cleanup() { m_fixture.reset(); }

    void aPairsNameNobodyChoseFollowsItsProgram()
    {
        QCOMPARE(name(), QStringLiteral("reader"));
        choose(Activity::Request);
        QCOMPARE(name(), QStringLiteral("one message"));
        choose(Activity::Send);
        QCOMPARE(name(), QStringLiteral("sender"));
        m_fixture->trigger("undo");
        QCOMPARE(name(), QStringLiteral("one message"));
        auto named = draft().experiment();
        named.pairs.front().name = "till 4";
        draft().edit(named, QStringLiteral("test"));
        choose(Activity::Recv);
        QCOMPARE(name(), QStringLiteral("till 4"));
    }

    void aPairsNameNobodyChoseFollowsThePreset()
    {
        choosePreset(QStringLiteral("Redis server 300/100/3"));
        QCOMPARE(name(), QStringLiteral("Redis server"));
        choosePreset(QStringLiteral("Go 15/15/9"));
        QCOMPARE(name(), QStringLiteral("Go"));
        // With other values it is no longer what that software has.
        auto changed = draft().experiment();
        changed.pairs.front().client.options.keepIdleSeconds = 16;
        draft().edit(changed, QStringLiteral("test"));
        QCOMPARE(name(), QStringLiteral("reader"));
        changed = draft().experiment();
        changed.pairs.front().name = "mine";
        draft().edit(changed, QStringLiteral("test"));
        choosePreset(QStringLiteral("Go 15/15/9"));
        QCOMPARE(name(), QStringLiteral("mine"));
    }

    void twoPairsAreNeverCalledTheSame()
    {
        auto two = draft().experiment();
        two.pairs.push_back(two.pairs.front());
        two.pairs.back().name = "sender";
        draft().load(two, QStringLiteral("test"));
        choose(Activity::Send);
        QCOMPARE(name(), QStringLiteral("reader"));
    }

    void whatABoxSaysCanBeTyped()
    {
        auto* box = m_fixture->find<QDoubleSpinBox>("Client.TCP_USER_TIMEOUT.spin");
        const auto type = [box](const QString& text) {
            box->setFocus();
            box->selectAll();
            QTest::keyClicks(box, text);
            QTest::keyClick(box, Qt::Key_Return);
        };
        const auto inForce = [this] { return draft().experiment().pairs.front().client.options.userTimeoutMs.value_or(0); };
        type(QStringLiteral("20 s"));
        QCOMPARE(inForce(), 20000);
        type(QStringLiteral("off"));
        QCOMPARE(inForce(), 0);
        type(QStringLiteral("7 s"));
        type(QStringLiteral("OFF"));
        QCOMPARE(inForce(), 0);
        type(QStringLiteral("7 s"));
        type(QStringLiteral("of"));
        QCOMPARE(inForce(), 7000);
    }

    void theDialogsTitleHasRoom()
    {
        m_fixture->trigger("renamePair");
        auto* dialog = m_fixture->find<QInputDialog>("renamePair");
        QVERIFY(dialog != nullptr);
        QTRY_VERIFY(dialog->isVisible());
        // A title bar has an icon and up to three buttons as well, and its own letters.
        QVERIFY(dialog->width() >= dialog->fontMetrics().horizontalAdvance(dialog->windowTitle()) * 3 / 2 + dialog->fontMetrics().height() * 8);
        dialog->reject();
    }

    void everyProgramIsExplained()
    {
        const auto* box = m_fixture->find<QComboBox>("client.activity");
        QStringList told;
        for (int row = 0; row < box->count(); ++row)
            told << box->itemData(row, Qt::ToolTipRole).toString();
        QCOMPARE(told.size(), static_cast<qsizetype>(allActivities().size()));
        QVERIFY(!told.contains(QString{}));
        QCOMPARE(told.removeDuplicates(), 0);
        QCOMPARE(box->toolTip(), activityExplanation(Activity::Recv));
        choose(Activity::Request);
        QVERIFY2(box->toolTip().startsWith(QStringLiteral("Sends one message after the first fault")), qPrintable(box->toolTip()));
        QCOMPARE(m_fixture->find<QLabel>("client.activity.label")->toolTip(), box->toolTip());
    }

    void aLessonThatWasLeftSaysSo()
    {
        const auto all = lessons();
        const auto quick = std::ranges::find_if(all, [](const Lesson& each) { return each.stem.startsWith(QStringLiteral("03")); });
        QVERIFY(quick != all.end());
        m_fixture->window->openLesson(*quick);
        QVERIFY(m_fixture->find<QPushButton>("lesson.again")->isHidden());
        m_fixture->trigger("newExperiment");
        QCOMPARE(label("lesson.steps"), QStringLiteral("The experiment is no longer that of this lesson."));
        auto* again = m_fixture->find<QPushButton>("lesson.again");
        QVERIFY(!again->isHidden());
        again->click();
        QCOMPARE(draft().experiment().title, std::string("The impatient reader: keepalive 3/1/3"));
        QVERIFY(again->isHidden());
        QVERIFY(label("lesson.steps").contains(QStringLiteral("Guess")));
    }

    void aLessonShowsTheEndItAsksAbout()
    {
        for (const Lesson& lesson : lessons()) {
            m_fixture->window->openLesson(lesson);
            const auto& pair = draft().experiment().pairs.front();
            const Activity asked = pair.end(m_fixture->desk.view.end()).activity;
            QVERIFY2(isDetector(asked), qPrintable(lesson.stem));
        }
    }

    void lessonsNameColumnsThatThereAre()
    {
        static const QRegularExpression column(QStringLiteral("column\\s+\\*([^*]+)\\*"));
        static const QRegularExpression number(QStringLiteral("\\btimer (\\(?\\d)"));
        QStringList titles;
        for (int each = 0; each < SocketColumns::ColumnCount; ++each)
            titles << socketColumnTitle(each);
        int named = 0;
        for (const Lesson& lesson : lessons()) {
            QFile file(lesson.textPath);
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QString text = QString::fromUtf8(file.readAll());
            for (auto found = column.globalMatch(text); found.hasNext(); ++named) {
                const QString title = found.next().captured(1);
                QVERIFY2(titles.contains(title), qPrintable(lesson.stem + u' ' + title));
            }
            QVERIFY2(!number.match(text).hasMatch(), qPrintable(lesson.stem + QStringLiteral(": the table has words for its timers")));
            QVERIFY2(!text.contains(QStringLiteral("Guess ")), qPrintable(lesson.stem + QStringLiteral(": after the run it is too late for a guess")));
        }
        QVERIFY(named >= 3);
    }

    void aPanelAloneInItsPlaceHasItsTitle()
    {
        m_fixture->raise("why");
        auto* why = m_fixture->find<QDockWidget>("why");
        auto* lesson = m_fixture->find<QDockWidget>("lesson");
        const auto titleOf = [](const QDockWidget* dock) {
            for (const QLabel* each : dock->titleBarWidget()->findChildren<QLabel*>()) {
                if (each->text() == dock->windowTitle())
                    return each;
            }
            return static_cast<const QLabel*>(nullptr);
        };
        QVERIFY(titleOf(why) != nullptr);
        for (auto* other : m_fixture->window->tabifiedDockWidgets(why))
            m_fixture->window->addDockWidget(Qt::LeftDockWidgetArea, other);
        QVERIFY(m_fixture->window->tabifiedDockWidgets(why).isEmpty());
        QTRY_VERIFY(!titleOf(why)->isHidden());
        m_fixture->window->tabifyDockWidget(why, lesson);
        why->raise();
        QTRY_VERIFY(titleOf(why)->isHidden());
    }

    void withoutAFaultNothingComesAfterIt()
    {
        ViewState state;
        TimelineView view(state);
        view.resize(1200, 480);
        auto experiment = sampleExperiment();
        const auto words = [&] {
            view.setExperiment(experiment);
            view.setPredictions(predict(experiment, KernelProfile{}));
            return paintedWords(view);
        };
        QCOMPARE(words().filter(QStringLiteral("after the fault")).size(), 1);
        experiment.faults.clear();
        const QStringList told = words();
        QVERIFY2(told.filter(QStringLiteral("after the fault")).isEmpty(), qPrintable(told.join(u'|')));
        QVERIFY(told.contains(QStringLiteral("ESTABLISHED")));
    }

    void thePresentIsNotToldInTheFuture()
    {
        ViewState state;
        TimelineView view(state);
        view.resize(700, 480);
        const auto saysAt = [&view, &state](RunTime instant) {
            Timeline timeline(sampleExperiment());
            for (const Event& event : sampleEvents(instant))
                timeline.append(event);
            view.setTimeline(&timeline);
            view.setPredictions(predictRun(timeline));
            view.setLive(true);
            view.setReplayed(instant, 1, false);
            state.setRange(TimeRange{0s, 15s});
            const bool says = !paintedWords(view).filter(QStringLiteral("nothing in flight")).isEmpty();
            view.setTimeline(nullptr);
            return says;
        };
        QVERIFY(saysAt(9s));
        QVERIFY(!saysAt(1'200ms)); // left of the cursor there is no room yet
    }

    void whereNothingIsPredictedNoneIsToComeTrue()
    {
        QVERIFY(label("status.text").contains(QStringLiteral("watch the prediction come true")));
        m_fixture->trigger("sweep");
        QVERIFY2(label("status.text").contains(QStringLiteral("The map shows what is predicted")), qPrintable(label("status.text")));
        m_fixture->trigger("sweep");
        QVERIFY(label("status.text").contains(QStringLiteral("watch the prediction come true")));
    }

    void aRunThatItsTimeLimitEndsIsNoMiss()
    {
        auto experiment = sampleExperiment();
        experiment.timeLimitSeconds = 6; // the failure is predicted for 14.2 s after the start
        m_fixture->startMortalRun(experiment);
        m_fixture->trigger("cut");
        QTRY_VERIFY2(label("nextStep.text").startsWith(QStringLiteral("The time limit ends this run in about")), qPrintable(label("nextStep.text")));
        QTRY_VERIFY2(label("status.text").contains(QStringLiteral("the time limit ends it in about")), qPrintable(label("status.text")));
        m_fixture->stopRun();
        QTRY_VERIFY2(label("status.text").contains(QStringLiteral("still waiting when the run ended")), qPrintable(label("status.text")));
        QVERIFY(!label("status.text").contains(QStringLiteral("not as predicted")));
    }
};

QTEST_MAIN(NewcomerTest)
#include "newcomer_test.moc"
