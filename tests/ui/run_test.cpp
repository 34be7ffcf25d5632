// SPDX-License-Identifier: GPL-3.0-or-later
// Runs in the window: with a fake agent, from the history, and without a display.
#include <QAction>
#include <QCheckBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QTextBrowser>
#include <QToolButton>

#include "core/outcome_csv.h"
#include "sample_run.h"
#include "ui/charts/result_chart.h"
#include "ui/headless/headless_run.h"
#include "ui/history/history_panel.h"
#include "ui/log/log_panel.h"
#include "ui/results/results_panel.h"
#include "ui/results/result_table_model.h"
#include "ui/sockets/socket_panel.h"
#include "ui/sockets/socket_table_model.h"
#include "ui/text/language.h"
#include "ui/window/banner.h"
#include "ui/experiment/experiment_draft.h"
#include "ui/window/experiment_file.h"
#include "ui/window/run_status.h"
#include "ui/window/shown_run.h"
#include "window_fixture.h"

using namespace halfopen;

class RunTest final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<WindowFixture> m_fixture;

    [[nodiscard]] bool storeSample()
    {
        const auto id = QStringLiteral("20261122T103059.123Z-4f2a");
        auto& store = *m_fixture->store;
        return store.begin(id, sampleExperiment(), QStringLiteral("2026-11-22T10:30:59.123Z"), QStringLiteral("0.1.0")).ok()
            && store.append(id, sampleLines()).ok() && store.finish(id, StoredStatus::Finished, QStringLiteral("recv ETIMEDOUT after 13.34 s")).ok();
    }

    [[nodiscard]] static QString contentOf(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString{};
    }

    /// What the menu hands to a wireshark that only notes it down; empty if it did not come in time.
    [[nodiscard]] QString openedInWireshark() const
    {
        const QDir bin(m_fixture->folder.filePath(QStringLiteral("bin")));
        const QString note = m_fixture->folder.filePath(QStringLiteral("opened"));
        QFile program(bin.filePath(QStringLiteral("wireshark")));
        if (!bin.mkpath(QStringLiteral(".")) || !program.open(QIODevice::WriteOnly))
            return {};
        program.write("#!/bin/sh\nprintf %s \"$1\" > '" + note.toUtf8() + "'\n");
        program.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        program.close();
        qputenv("PATH", bin.path().toUtf8());
        Q_EMIT m_fixture->window->findChild<QMenu*>(QStringLiteral("exportMenu"))->aboutToShow();
        m_fixture->trigger("openInWireshark");
        return QTest::qWaitFor([&] { return contentOf(note).endsWith(QStringLiteral(".pcapng")); }) ? contentOf(note) : QString{};
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(anyWarning());
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->open();
    }
    void cleanup() { m_fixture.reset(); }

    void runFillsTheWindow()
    {
        QVERIFY(m_fixture->run("good", killedReader()));
        QCOMPARE(m_fixture->controller.state(), RunController::State::Finished);
        auto* results = m_fixture->find<ResultsPanel>("resultsPanel");
        QCOMPARE(results->current().groups.size(), std::size_t{1});
        QCOMPARE(results->current().groups.front().result, std::string("recv 0"));
        QCOMPARE(results->tableModel()->rowCount(), 1);
        const auto charts = results->findChildren<ResultChart*>();
        QCOMPARE(charts.size(), 2);
        for (const auto* chart : charts) {
            QCOMPARE(chart->rows().size(), std::size_t{1});
            QVERIFY(chart->rows().front().value.has_value());
        }
        QVERIFY(m_fixture->find<LogPanel>("logPanel")->text().contains(QStringLiteral("kill"), Qt::CaseInsensitive));
        QVERIFY(m_fixture->find<QTextBrowser>("why")->toPlainText().contains(QStringLiteral("recv() 0")));
        QVERIFY(m_fixture->find<QLabel>("status.text")->text().contains(QStringLiteral("recv returned 0")));
        QVERIFY(m_fixture->find<QAction>("run")->isEnabled());
        QVERIFY(!m_fixture->find<QAction>("stop")->isEnabled());
        m_fixture->savePicture(QStringLiteral("run-finished"));
    }

    void packetsAreRecordedWhereTheyCanBe()
    {
        auto* save = m_fixture->find<QAction>("savePackets");
        QVERIFY(!save->isEnabled());
        QVERIFY(save->toolTip().contains(QStringLiteral("No packets were recorded")));
        QVERIFY(m_fixture->run("capturing", killedReader())); // this machine has no veth
        QVERIFY(!save->isEnabled());
        qputenv("HALFOPEN_FAKE_AGENT", "check-whole");
        m_fixture->places.start();
        QTRY_VERIFY(m_fixture->places.isAvailable(PlaceKind::Namespaces));
        QVERIFY(m_fixture->run("capturing", killedReader()));
        QVERIFY(save->isEnabled());
        const QString first = m_fixture->desk.packets.fileOf(m_fixture->controller.runId());
        QVERIFY(QFile::exists(first));
        m_fixture->trigger("savePackets");
        const QString kept = m_fixture->folder.filePath(QStringLiteral("kept.pcapng"));
        m_fixture->saveAs(kept);
        QTRY_COMPARE(contentOf(kept), first);
        QTRY_VERIFY(save->isEnabled()); // again, when it is written
        const QByteArray searched = qgetenv("PATH");
        qputenv("PATH", "");
        Q_EMIT m_fixture->window->findChild<QMenu*>(QStringLiteral("exportMenu"))->aboutToShow();
        QVERIFY(!m_fixture->find<QAction>("openInWireshark")->isEnabled());
        QVERIFY(m_fixture->find<QAction>("openInWireshark")->toolTip().contains(QStringLiteral("PATH")));
        const QString copy = openedInWireshark();
        QVERIFY2(copy.endsWith(QStringLiteral("packets.pcapng")) && contentOf(copy) == first, qPrintable(copy));
        qputenv("PATH", searched);
        m_fixture->trigger("recordPackets"); // off
        QVERIFY(m_fixture->run("capturing", killedReader()));
        QVERIFY(!save->isEnabled());
        QVERIFY(m_fixture->desk.packets.fileOf(m_fixture->controller.runId()).isEmpty()); // only the last run's are kept
        QVERIFY(!QFile::exists(copy));
    }

    void lostPacketsLeaveTheOlderFileAlone()
    {
        qputenv("HALFOPEN_FAKE_AGENT", "check-whole");
        m_fixture->places.start();
        QTRY_VERIFY(m_fixture->places.isAvailable(PlaceKind::Namespaces));
        QVERIFY(m_fixture->run("capturing", killedReader()));
        const QString older = m_fixture->folder.filePath(QStringLiteral("older.pcapng"));
        QFile file(older);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("older") == 5);
        file.close();
        const auto save = [this](const QString& path, bool gone) {
            m_fixture->trigger("savePackets");
            auto* dialog = m_fixture->find<QFileDialog>("saveDialog");
            QVERIFY(dialog != nullptr);
            if (gone)
                m_fixture->desk.packets.clear(); // while the dialog asks where
            Q_EMIT dialog->fileSelected(path); // the user has said that a file there may be replaced
            dialog->close();
            QTRY_VERIFY(m_fixture->find<QFileDialog>("saveDialog") == nullptr);
        };
        auto* banner = m_fixture->window->banner();
        save(m_fixture->folder.filePath(QStringLiteral("no folder/new.pcapng")), false);
        QTRY_VERIFY2(banner->text().contains(QStringLiteral("no folder/new.pcapng")), qPrintable(banner->text()));
        QTRY_VERIFY(m_fixture->find<QAction>("savePackets")->isEnabled());
        save(older, true);
        QTRY_VERIFY2(banner->text().contains(QStringLiteral("not kept any more")), qPrintable(banner->text()));
        QCOMPARE(contentOf(older), QStringLiteral("older"));
    }

    void aRunAskedForBeforeTheCheckIsRecordedToo()
    {
        // As with --run: the window is there, and nothing is known of the machine.
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->window->draft().load(killedReader());
        qputenv("HALFOPEN_FAKE_AGENT", "check-whole");
        m_fixture->window->startRun();
        m_fixture->window->startRun(); // an impatient second press is not a second run
        qputenv("HALFOPEN_FAKE_AGENT", "capturing");
        QTRY_COMPARE(m_fixture->controller.state(), RunController::State::Finished);
        QVERIFY(QFile::exists(m_fixture->desk.packets.fileOf(m_fixture->controller.runId())));
        QVERIFY(m_fixture->find<QAction>("savePackets")->isEnabled());
        QCOMPARE(m_fixture->store->list().value().size(), 1);
    }

    void optionsOfALivingSocketAreSet()
    {
        qputenv("HALFOPEN_FAKE_AGENT", "mortal");
        m_fixture->window->draft().load(killedReader());
        auto* now = m_fixture->find<QPushButton>("setOptionsNow");
        m_fixture->window->startRun();
        QTRY_COMPARE(m_fixture->controller.state(), RunController::State::Running);
        QVERIFY(now->isHidden()); // nothing differs
        m_fixture->find<QDoubleSpinBox>("Client.TCP_USER_TIMEOUT.spin")->setValue(2000);
        QVERIFY(!now->isHidden());
        QVERIFY(now->toolTip().contains(QStringLiteral("TCP_USER_TIMEOUT = 2000")));
        now->setFocus();
        QTest::keyClick(now, Qt::Key_Space);
        const auto& track = m_fixture->controller.timeline().pairs().front().client;
        QTRY_COMPARE(track.inForce.userTimeoutMs, std::optional{2000});
        QTRY_VERIFY(now->isHidden());
        m_fixture->trigger("stop");
        QTRY_VERIFY(!m_fixture->controller.isActive());
        m_fixture->find<QDoubleSpinBox>("Client.TCP_USER_TIMEOUT.spin")->setValue(3000);
        QVERIFY(now->isHidden()); // no socket lives
    }

    void fullSpeedIsRecordedOnlyWhereAskedFor()
    {
        qputenv("HALFOPEN_FAKE_AGENT", "check-whole");
        m_fixture->places.start();
        QTRY_VERIFY(m_fixture->places.isAvailable(PlaceKind::Namespaces));
        auto sender = killedReader();
        sender.pairs.front().server.activity = Activity::Send;
        QVERIFY(m_fixture->run("capturing", sender));
        QVERIFY(!m_fixture->find<QAction>("savePackets")->isEnabled());
        m_fixture->trigger("recordFullSpeed");
        QVERIFY(m_fixture->run("capturing", sender));
        QVERIFY(m_fixture->find<QAction>("savePackets")->isEnabled());
    }

    void earlierRunsStay()
    {
        for (int number = 0; number < 3; ++number)
            QVERIFY(m_fixture->run("good", killedReader()));
        auto* results = m_fixture->find<ResultsPanel>("resultsPanel");
        QCOMPARE(results->earlier().size(), std::size_t{2});
        QCOMPARE(results->tableModel()->rowCount(), 3);
        m_fixture->find<QCheckBox>("results.keep")->setChecked(false);
        QCOMPARE(results->tableModel()->rowCount(), 1);
    }

    void csvIsThatOfCore()
    {
        QVERIFY(m_fixture->run("good", killedReader()));
        const auto& controller = m_fixture->controller;
        const auto expected = outcomeCsvHeading()
                            + outcomeCsvRows(controller.runId().toStdString(), HALFOPEN_VERSION, controller.timeline(), controller.outcomes());
        auto& run = m_fixture->window->shownRun();
        QCOMPARE(outcomeCsv(run.runId(), run.timeline(), run.outcomes()), QByteArray::fromStdString(expected));
        QCOMPARE(expected.substr(0, 7), std::string("run_id,"));
    }

    void refusalIsTold()
    {
        QVERIFY(m_fixture->run("refused", killedReader()));
        QVERIFY(m_fixture->window->banner()->isVisible());
        const auto text = m_fixture->window->banner()->text();
        QVERIFY2(text.contains(QStringLiteral("Could not make the veth pair client0: EOPNOTSUPP")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("halfopen-cli check")), qPrintable(text));
    }

    void refusedRunLeavesThePlanInSight()
    {
        QVERIFY(m_fixture->run("refused", killedReader()));
        auto& run = m_fixture->window->shownRun();
        QVERIFY(run.cameToNothing());
        QCOMPARE(run.source(), ShownRun::Source::Plan);
        QCOMPARE(run.predictions(), m_fixture->window->draft().predictions());
        const auto status = m_fixture->find<QLabel>("status.text")->text();
        QVERIFY2(status.contains(QStringLiteral("nothing was measured")), qPrintable(status));
        QVERIFY(!m_fixture->find<QTextBrowser>("why")->toPlainText().contains(QStringLiteral("Nothing breaks")));
        auto* results = m_fixture->find<ResultsPanel>("resultsPanel");
        QVERIFY(results->current().runId.isEmpty());
        QVERIFY(results->earlier().empty());
        QVERIFY(m_fixture->find<QWidget>("transportBar")->isHidden());
        QVERIFY(m_fixture->run("good", killedReader()));
        QVERIFY(!run.cameToNothing());
        QCOMPARE(run.source(), ShownRun::Source::Live);
    }

    void brokenRunSaysThatItBroke()
    {
        QVERIFY(m_fixture->run("crash", killedReader()));
        const auto status = m_fixture->find<QLabel>("status.text")->text();
        QVERIFY2(!status.contains(QStringLiteral("nobody noticed")), qPrintable(status));
    }

    void badAgentsAreTold_data()
    {
        QTest::addColumn<QByteArray>("deed");
        for (const char* deed : {"garbage", "half", "huge", "crash", "leaves", "stranger", "newer", "failed"})
            QTest::newRow(deed) << QByteArray(deed);
    }
    void badAgentsAreTold()
    {
        QFETCH(QByteArray, deed);
        QVERIFY(m_fixture->run(deed, killedReader()));
        QCOMPARE(m_fixture->controller.state(), RunController::State::Failed);
        QVERIFY(m_fixture->window->banner()->isVisible());
        QVERIFY(!m_fixture->window->banner()->text().isEmpty());
    }

    void draftIsCheckedBeforeTheRun()
    {
        auto experiment = killedReader();
        experiment.pairs.front().client.options.keepIdleSeconds = 40'000; // 32767 is the kernel's limit
        m_fixture->window->draft().load(experiment);
        m_fixture->window->startRun();
        QCOMPARE(m_fixture->controller.state(), RunController::State::Idle);
        QVERIFY(m_fixture->window->banner()->isVisible());
    }

    void runIsKeptAndReopened()
    {
        QVERIFY(m_fixture->run("good", killedReader()));
        const auto listed = m_fixture->store->list();
        QVERIFY(listed.ok());
        QCOMPARE(listed.value().size(), 1);
        QCOMPARE(listed.value().first().status, StoredStatus::Finished);
        const auto outcomes = m_fixture->controller.outcomes();
        m_fixture->openStored(listed.value().first().id);
        QCOMPARE(m_fixture->window->shownRun().source(), ShownRun::Source::Stored);
        QCOMPARE(m_fixture->window->shownRun().outcomes(), outcomes);
    }

    void storedRunShowsItsSockets()
    {
        QVERIFY(storeSample());
        m_fixture->openStored(QStringLiteral("20261122T103059.123Z-4f2a"));
        auto* model = m_fixture->find<SocketPanel>("socketPanel")->model();
        QCOMPARE(model->rowCount(), 2);
        QCOMPARE(model->index(0, SocketTableModel::State).data().toString(), QStringLiteral("(gone: ETIMEDOUT)"));
        QVERIFY(m_fixture->find<QTextBrowser>("why")->toPlainText().contains(QStringLiteral("ETIMEDOUT")));
        QVERIFY(m_fixture->find<QTextBrowser>("why")->toPlainText().contains(QStringLiteral("Probes: 3")));
        m_fixture->savePicture(QStringLiteral("run-stored"));
        // Another option: the plan takes its place, the result stays below it.
        auto next = m_fixture->window->draft().experiment();
        next.pairs.front().client.options.keepIdleSeconds = 7;
        m_fixture->window->draft().edit(next, QStringLiteral("idle"));
        QCOMPARE(m_fixture->window->shownRun().source(), ShownRun::Source::Plan);
        QCOMPARE(m_fixture->find<ResultsPanel>("resultsPanel")->earlier().size(), std::size_t{1});
    }

    void historyIsListedAndDeleted()
    {
        QVERIFY(storeSample());
        auto* panel = m_fixture->find<HistoryPanel>("historyPanel");
        for (QWidget* dock = panel; dock != nullptr; dock = dock->parentWidget()) {
            if (dock->objectName() == u"history" && dock->inherits("QDockWidget"))
                dock->raise();
        }
        panel->refresh();
        auto* table = m_fixture->find<QTableView>("history");
        QTRY_COMPARE(table->model()->rowCount(), 1);
        table->selectRow(0);
        m_fixture->savePicture(QStringLiteral("history"));
        QTest::mouseClick(m_fixture->find<QPushButton>("history.delete"), Qt::LeftButton);
        auto* question = panel->findChild<QMessageBox*>(QStringLiteral("deleteRun"));
        QVERIFY(question != nullptr);
        for (auto* button : question->buttons()) {
            if (question->buttonRole(button) == QMessageBox::DestructiveRole)
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QTRY_COMPARE(table->model()->rowCount(), 0);
        QVERIFY(m_fixture->store->list().value().isEmpty());
    }

    void closingDuringARunAsks()
    {
        qputenv("HALFOPEN_FAKE_AGENT", "mortal");
        m_fixture->window->draft().load(killedReader());
        m_fixture->window->startRun();
        QTRY_COMPARE(m_fixture->controller.state(), RunController::State::Running);
        QVERIFY(!m_fixture->window->close());
        auto* question = m_fixture->find<QMessageBox>("closeQuestion");
        QVERIFY(question != nullptr);
        for (auto* button : question->buttons()) {
            if (question->buttonRole(button) == QMessageBox::DestructiveRole)
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QTRY_VERIFY(!m_fixture->controller.isActive());
        QTRY_VERIFY(!m_fixture->window->isVisible());
        QCOMPARE(m_fixture->store->list().value().first().status, StoredStatus::Cancelled);
    }

    void cableIsCutAndPluggedByKey()
    {
        qputenv("HALFOPEN_FAKE_AGENT", "mortal");
        m_fixture->window->draft().load(killedReader());
        m_fixture->window->startRun();
        QTRY_COMPARE(m_fixture->controller.state(), RunController::State::Running);
        QTRY_VERIFY(m_fixture->find<QAction>("cut")->isEnabled());
        m_fixture->trigger("cut");
        QTRY_COMPARE(m_fixture->controller.timeline().faults().size(), std::size_t{1});
        m_fixture->trigger("cut");
        QTRY_VERIFY(m_fixture->controller.timeline().faults().front().healed.has_value());
        m_fixture->trigger("stop");
        QTRY_VERIFY(!m_fixture->controller.isActive());
    }

    void aRefusalWithoutADisplayIsToldInTheLanguage()
    {
        m_fixture.reset();
        QTemporaryDir folder;
        const auto failure = [&](const char* deed, int status) {
            qputenv("HALFOPEN_FAKE_AGENT", deed);
            RunController controller(QStringLiteral(FAKE_AGENT_PROGRAM));
            HeadlessRun run(controller, killedReader(), QStringLiteral("sample"), folder.path());
            QSignalSpy done(&run, &HeadlessRun::done);
            run.start();
            return done.wait(10'000) && done.first().first().toInt() == status ? run.failure() : QString();
        };
        const QString english = failure("refused", 3);
        QVERIFY2(english.startsWith(QStringLiteral("Could not make the veth pair")) && english.count(u'\n') == 1, qPrintable(english));
        QCOMPARE(failure("failed", 4), QStringLiteral("The cable could not be cut.")); // no empty line where there is no remedy
        Speech speech;
        speech.setLanguage(Language::Chinese);
        const QString chinese = failure("refused", 3);
        QVERIFY2(!chinese.isEmpty() && !chinese.contains(QStringLiteral("Could not make")), qPrintable(chinese));
    }

    void withoutADisplay()
    {
        QTemporaryDir folder;
        qputenv("HALFOPEN_FAKE_AGENT", "good");
        RunController controller(QStringLiteral(FAKE_AGENT_PROGRAM));
        HeadlessRun run(controller, killedReader(), QStringLiteral("sample"), folder.filePath(QStringLiteral("out")));
        QSignalSpy done(&run, &HeadlessRun::done);
        run.start();
        QVERIFY(done.wait(10'000));
        QCOMPARE(done.first().first().toInt(), 0);
        QCOMPARE(run.failure(), QString());
        const QDir out(folder.filePath(QStringLiteral("out")));
        QFile csv(out.filePath(QStringLiteral("sample-outcomes.csv")));
        QVERIFY(csv.open(QIODevice::ReadOnly));
        QCOMPARE(csv.readAll().count("\r\n"), 3); // heading and two ends
        for (const char* picture : {"sample-timeline.png", "sample-results.png"}) {
            const QImage image(out.filePath(QLatin1String(picture)));
            QVERIFY2(image.width() >= 800 && image.height() >= 150, picture);
        }
    }
};

QTEST_MAIN(RunTest)
#include "run_test.moc"
