// SPDX-License-Identifier: GPL-3.0-or-later
// A window that is destroyed and made anew goes on where it was.
#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QDoubleSpinBox>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QTabBar>
#include <QTableView>
#include <QTest>
#include <QTextBrowser>
#include <QToolButton>
#include <QUndoStack>

#include "sample_run.h"
#include "session/replay.h"
#include "ui/log/log_panel.h"
#include "ui/results/results_panel.h"
#include "ui/text/language.h"
#include "ui/timeline/timeline_view.h"
#include "ui/window/banner.h"
#include "ui/window/welcome_page.h"
#include "ui/window/window_host.h"
#include "window_fixture.h"

using namespace halfopen;
using namespace std::chrono_literals;

class DeskTest final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<WindowFixture> m_fixture;
    std::unique_ptr<WindowHost> m_host;

    template<class T>
    [[nodiscard]] T* find(const char* name) { return m_host->window().findChild<T*>(QLatin1String(name)); }

    void startMortalRun()
    {
        qputenv("HALFOPEN_FAKE_AGENT", "mortal");
        m_fixture->desk.draft.load(killedReader());
        m_host->window().startRun();
        QTRY_COMPARE(m_fixture->controller.state(), RunController::State::Running);
    }

    [[nodiscard]] bool storeSample(const QString& id)
    {
        auto& store = *m_fixture->store;
        return store.begin(id, sampleExperiment(), QStringLiteral("2026-11-22T10:30:59.123Z"), QStringLiteral("0.1.0")).ok()
            && store.append(id, sampleLines()).ok() && store.finish(id, StoredStatus::Finished, {}).ok();
    }

    /// The host anew, with a language to choose.
    void speechOf(Speech& speech)
    {
        auto parts = m_fixture->parts();
        parts.speech = &speech;
        speech.setLanguage(Language::English);
        m_host.reset();
        m_host = std::make_unique<WindowHost>(parts, *m_fixture->keeper);
        m_host->window().show();
        QVERIFY(QTest::qWaitForWindowExposed(&m_host->window()));
    }

    [[nodiscard]] static QList<QWidget*> visibleWindows()
    {
        QList<QWidget*> found;
        for (auto* each : QApplication::topLevelWidgets()) {
            if (each->isVisible() && qobject_cast<MainWindow*>(each) != nullptr)
                found << each;
        }
        return found;
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(anyWarning());
        qputenv("HALFOPEN_FAKE_AGENT", "check");
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->window.reset();
        m_host = std::make_unique<WindowHost>(m_fixture->parts(), *m_fixture->keeper);
        m_host->window().showNormal();
        m_host->window().resize(1280, 800);
        QVERIFY(QTest::qWaitForWindowExposed(&m_host->window()));
        QTRY_VERIFY(m_fixture->places.isComplete());
    }
    void cleanup()
    {
        m_host.reset();
        m_fixture.reset();
    }

    void runGoesOnInTheNewWindow()
    {
        startMortalRun();
        find<QDockWidget>("log")->raise();
        auto* log = find<LogPanel>("logPanel");
        QTRY_VERIFY(log->text().contains(QStringLiteral("armed")));
        const QString before = log->text();
        const QPointer<MainWindow> old(&m_host->window());
        m_host->rebuild();
        QVERIFY(old.isNull());
        QVERIFY(m_fixture->controller.isActive());
        QVERIFY(QTest::qWaitForWindowExposed(&m_host->window()));
        QVERIFY(find<QAction>("stop")->isEnabled());
        QVERIFY(!find<QAction>("run")->isEnabled());
        QTRY_VERIFY(find<LogPanel>("logPanel")->text().startsWith(before));
        QTRY_VERIFY(find<QAction>("cut")->isEnabled());
        find<QAction>("cut")->trigger();
        QTRY_COMPARE(m_fixture->controller.timeline().faults().size(), std::size_t{1});
        QTRY_VERIFY(find<LogPanel>("logPanel")->text().size() > before.size());
        find<QAction>("stop")->trigger();
        QTRY_VERIFY(!m_fixture->controller.isActive());
        QTRY_VERIFY(find<QAction>("run")->isEnabled());
        QCOMPARE(m_fixture->store->list().value().size(), 1);
    }

    void timeIsNotTurnedBack()
    {
        startMortalRun();
        const auto told = [this] { return find<TimelineView>("timelineView")->facts().now; };
        // The agent is silent: only the clock goes on.
        const double armed = told();
        QTRY_VERIFY(told() > armed + 0.7);
        const double before = told();
        m_host->rebuild();
        QVERIFY2(told() >= before, qPrintable(QStringLiteral("%1 s after %2 s").arg(told()).arg(before)));
        find<QAction>("stop")->trigger();
        QTRY_VERIFY(!m_fixture->controller.isActive());
    }

    void aReplayPlaysOnInTheNewWindow()
    {
        const auto id = QStringLiteral("20261122T103059.123Z-4f2a");
        QVERIFY(storeSample(id));
        m_host->window().playStoredRun(id);
        auto& replay = m_fixture->desk.replay;
        QTRY_VERIFY(replay.isPlaying());
        replay.seek(std::chrono::milliseconds{1100}); // nothing happens for the next four seconds
        QTRY_VERIFY(!replay.isSeeking());
        m_host->rebuild();
        QVERIFY(QTest::qWaitForWindowExposed(&m_host->window()));
        const auto told = [this] { return find<TimelineView>("timelineView")->facts().now; };
        const double before = told();
        QTRY_VERIFY(told() > before + 0.2);
        QVERIFY(replay.isPlaying());
        QVERIFY(replay.now() < std::chrono::seconds{5});
    }

    void theLanguageChangesInTheMidstOfARun()
    {
        Speech speech;
        auto parts = m_fixture->parts();
        parts.speech = &speech;
        m_host = std::make_unique<WindowHost>(parts, *m_fixture->keeper);
        m_host->window().show();
        startMortalRun();
        const QString english = find<QAction>("run")->text();
        const auto chinese = find<QMenu>("languageMenu")->actions().at(2);
        QCOMPARE(chinese->text(), QStringLiteral("简体中文"));
        const QPointer<MainWindow> old(&m_host->window());
        chinese->trigger();
        QTRY_VERIFY(old.isNull());
        QVERIFY(m_fixture->controller.isActive());
        QCOMPARE(find<QMenu>("languageMenu")->actions().at(0)->text(), QStringLiteral("跟随系统"));
        QVERIFY(find<QMenu>("languageMenu")->actions().at(2)->isChecked());
        QCOMPARE(m_fixture->settings.value(QStringLiteral("window/language")).toString(), QStringLiteral("zh_CN"));
        find<QMenu>("languageMenu")->actions().at(1)->trigger();
        QTRY_COMPARE(find<QAction>("run")->text(), english);
        find<QAction>("stop")->trigger();
        QTRY_VERIFY(!m_fixture->controller.isActive());
        m_host.reset(); // before the language that it speaks
    }

    void whatIsExportedIsWrittenBeforeTheLanguageChanges()
    {
        Speech speech;
        speechOf(speech);
        constexpr int kLong = 60'000; // packets
        Timeline timeline(sampleExperiment());
        timeline.append({0ms, HelloEvent{kProtocolNumber, "0.1.0", "6.12.48-amd64", 250, "2026-11-22T10:30:59.123Z"}});
        timeline.append({1ms, StartedEvent{}});
        Packet packet;
        packet.pair = 0;
        for (int number = 0; number < kLong; ++number)
            timeline.append({2ms + number * 100us, PacketEvent{packet}});
        m_host->window().shownRun().showStored(QStringLiteral("long"), std::make_shared<const ReplayedRun>(judgedRun(std::move(timeline))));
        const QString path = m_fixture->folder.filePath(QStringLiteral("turned.csv"));
        find<QAction>("export.timeline.csv")->setEnabled(true); // as its menu does
        find<QAction>("export.timeline.csv")->trigger();
        auto* dialog = find<QFileDialog>("saveDialog");
        QVERIFY(dialog != nullptr);
        Q_EMIT dialog->fileSelected(path);
        dialog->close();
        QVERIFY(m_host->window().isExporting());
        const QPointer<MainWindow> old(&m_host->window());
        speech.setLanguage(Language::Chinese);
        QTRY_VERIFY_WITH_TIMEOUT(old.isNull(), 60'000);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll().count("\r\n"), 1 + kLong);
        QVERIFY(m_host->window().isVisible());
        QCOMPARE(find<QMenu>("languageMenu")->actions().at(0)->text(), QStringLiteral("跟随系统"));
        m_host.reset(); // before the language that it speaks
    }

    void theOldWindowStandsUntilTheNewOneIsWhole()
    {
        Speech speech;
        speechOf(speech);
        QPointer<MainWindow> old(&m_host->window());
        speech.setLanguage(Language::Chinese);
        int turns = 0;
        for (; &m_host->window() == old; ++turns) {
            QVERIFY(turns < 1000);
            QCOMPARE(visibleWindows(), QList<QWidget*>{old});
            // What is done meanwhile is not lost, whether the new window has that part already or not.
            if (turns == 2) {
                auto* spin = old->findChild<QDoubleSpinBox*>(QStringLiteral("Client.TCP_KEEPIDLE.spin"));
                spin->setFocus();
                spin->setValue(9);
            }
            if (turns == 9)
                old->findChild<QAction*>(QStringLiteral("recordPackets"))->setChecked(false);
            QCoreApplication::processEvents();
        }
        QVERIFY2(turns > 9, "it was made at once"); // and what was done in between has been done
        QCOMPARE(visibleWindows().size(), 1);
        QVERIFY(m_host->window().isVisible());
        QCOMPARE(find<QDoubleSpinBox>("Client.TCP_KEEPIDLE.spin")->value(), 9.0);
        QCOMPARE(m_host->window().focusWidget()->objectName(), QStringLiteral("Client.TCP_KEEPIDLE.spin"));
        QVERIFY(!find<QAction>("recordPackets")->isChecked());
        QCOMPARE(find<QMenu>("languageMenu")->actions().at(0)->text(), QStringLiteral("跟随系统"));
        QTRY_VERIFY(old.isNull());
        m_host.reset(); // before the language that it speaks
    }

    void theFirstPageTellsAsMuchInAnotherLanguage()
    {
        Speech speech;
        speechOf(speech);
        m_host->window().resize(1280, 800);
        m_host->window().showWelcome();
        // The grey line of each card, which says what will be seen.
        const auto told = [this] {
            int lines = 0;
            for (const auto* card : m_host->window().findChildren<ChoiceCard*>())
                lines += card->findChildren<QLabel*>().last()->isVisible() ? 1 : 0;
            return lines;
        };
        QTRY_COMPARE(told(), 3);
        const QPointer<MainWindow> old(&m_host->window());
        speech.setLanguage(Language::Chinese);
        QTRY_VERIFY(old.isNull());
        QTRY_COMPARE(m_host->window().size(), QSize(1280, 800));
        QTRY_COMPARE(told(), 3);
        m_host.reset(); // before the language that it speaks
    }

    void anotherLanguageBeforeTheWindowIsWhole()
    {
        Speech speech;
        speechOf(speech);
        const QString english = find<QAction>("run")->text();
        const QPointer<MainWindow> old(&m_host->window());
        speech.setLanguage(Language::Chinese);
        for (int turn = 0; turn < 5; ++turn)
            QCoreApplication::processEvents();
        QVERIFY(old);
        QCOMPARE(&m_host->window(), old.data());
        speech.setLanguage(Language::English);
        QTRY_VERIFY(old.isNull());
        QCOMPARE(find<QAction>("run")->text(), english);
        QCOMPARE(visibleWindows(), QList<QWidget*>{&m_host->window()});
        m_host.reset(); // before the language that it speaks
    }

    void finishedRunAndEarlierOnesStay()
    {
        for (int number = 0; number < 3; ++number) {
            qputenv("HALFOPEN_FAKE_AGENT", "good");
            m_fixture->desk.draft.load(killedReader());
            m_host->window().startRun();
            QTRY_COMPARE(m_fixture->controller.state(), RunController::State::Finished);
        }
        auto* results = find<ResultsPanel>("resultsPanel");
        const auto earlier = results->earlier().size();
        const auto why = find<QTextBrowser>("why")->toPlainText();
        const auto runId = m_fixture->desk.run.runId();
        m_host->rebuild();
        QCOMPARE(find<ResultsPanel>("resultsPanel")->earlier().size(), earlier);
        QCOMPARE(find<ResultsPanel>("resultsPanel")->current().groups.size(), std::size_t{1});
        QCOMPARE(find<QTextBrowser>("why")->toPlainText(), why);
        QCOMPARE(m_fixture->desk.run.runId(), runId);
    }

    void comparisonAndItsPageStay()
    {
        const QStringList ids{QStringLiteral("20261121T103059.123Z-0001"), QStringLiteral("20261121T103059.123Z-0002")};
        for (const auto& id : ids)
            QVERIFY(storeSample(id));
        m_host->window().refreshHistory();
        find<QDockWidget>("history")->raise();
        auto* table = find<QTableView>("history");
        QTRY_COMPARE(table->model()->rowCount(), 2);
        table->selectAll();
        QTest::mouseClick(find<QPushButton>("history.compare"), Qt::LeftButton);
        QTRY_COMPARE(find<ResultsPanel>("resultsPanel")->compared().size(), std::size_t{2});
        auto* tabs = find<QTabBar>("results.pages");
        QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(3).center());
        const auto compared = find<ResultsPanel>("resultsPanel")->compared();
        m_host->rebuild();
        QVERIFY(QTest::qWaitForWindowExposed(&m_host->window()));
        QCOMPARE(find<ResultsPanel>("resultsPanel")->compared(), compared);
        QVERIFY(find<QToolButton>("results.endComparison")->isVisible());
        QCOMPARE(find<QTabBar>("results.pages")->currentIndex(), 3);
        // One that is closed stays closed.
        QTest::mouseClick(find<QToolButton>("results.endComparison"), Qt::LeftButton);
        QVERIFY(find<ResultsPanel>("resultsPanel")->compared().empty());
        m_host->rebuild();
        QVERIFY(find<ResultsPanel>("resultsPanel")->compared().empty());
    }

    void whatWasForgottenAndClosedStaysSo()
    {
        m_host.reset();
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->window.reset();
        QVERIFY(storeSample(QStringLiteral("20261121T103059.123Z-0001")));
        auto parts = m_fixture->parts();
        parts.whyNoStore = QStringLiteral("The history cannot be opened.");
        m_host = std::make_unique<WindowHost>(parts, *m_fixture->keeper);
        m_host->window().show();
        QTRY_COMPARE(find<ResultsPanel>("resultsPanel")->earlier().size(), std::size_t{1});
        QTRY_VERIFY(m_host->window().banner()->isVisible());
        m_host->rebuild(); // what is not forgotten stays
        QTRY_COMPARE(find<ResultsPanel>("resultsPanel")->earlier().size(), std::size_t{1});
        find<QAction>("forgetEarlier")->trigger();
        QVERIFY(find<ResultsPanel>("resultsPanel")->earlier().empty());
        QTest::mouseClick(m_host->window().banner()->findChild<QToolButton*>(QStringLiteral("banner.close")), Qt::LeftButton);
        m_host->rebuild();
        QVERIFY(QTest::qWaitForWindowExposed(&m_host->window()));
        // Nothing tells that nothing will come: the first time it came within a few turns of the event loop.
        QVERIFY(!QTest::qWaitFor([this] { return !find<ResultsPanel>("resultsPanel")->earlier().empty() || m_host->window().banner()->isVisible(); }, 500));
    }

    void draftUndoAndSelectionStay()
    {
        QTest::mouseClick(find<QToolButton>("pairs.add"), Qt::LeftButton);
        find<QDoubleSpinBox>("Client.TCP_KEEPIDLE.spin")->setValue(9);
        const auto edited = m_fixture->desk.draft.experiment();
        const int steps = m_fixture->desk.draft.undoStack()->count();
        m_fixture->desk.view.setRange(TimeRange{std::chrono::seconds{1}, std::chrono::seconds{4}});
        m_fixture->desk.view.setCursor(std::chrono::seconds{2});
        m_host->rebuild();
        QCOMPARE(m_fixture->desk.draft.experiment(), edited);
        QCOMPARE(m_fixture->desk.draft.undoStack()->count(), steps);
        QCOMPARE(m_fixture->desk.view.pair(), 1);
        QVERIFY(m_fixture->desk.view.range().has_value());
        QCOMPARE(m_fixture->desk.view.cursor(), std::optional<RunTime>{std::chrono::seconds{2}});
        QCOMPARE(find<QDoubleSpinBox>("Client.TCP_KEEPIDLE.spin")->value(), 9.0);
        find<QAction>("undo")->trigger();
        QCOMPARE(find<QDoubleSpinBox>("Client.TCP_KEEPIDLE.spin")->value(), 5.0);
    }

    void layoutFoldsFocusAndMessageStay()
    {
        find<QDockWidget>("results")->close();
        find<QToolButton>("networkBox.toggle")->setChecked(true);
        m_host->window().showMessage(QStringLiteral("Something to remember."));
        find<QWidget>("Client.TCP_KEEPCNT.spin")->setFocus();
        m_host->rebuild();
        QVERIFY(QTest::qWaitForWindowExposed(&m_host->window()));
        QVERIFY(find<QDockWidget>("results")->isHidden());
        QVERIFY(find<QToolButton>("networkBox.toggle")->isChecked());
        QVERIFY(m_host->window().banner()->isVisible());
        QCOMPARE(m_host->window().banner()->text(), QStringLiteral("Something to remember."));
        QCOMPARE(m_host->window().focusWidget()->objectName(), QStringLiteral("Client.TCP_KEEPCNT.spin"));
        QVERIFY(find<QLabel>("placeText")->text().contains(QStringLiteral("kernel")));
    }
};

QTEST_MAIN(DeskTest)
#include "desk_test.moc"
