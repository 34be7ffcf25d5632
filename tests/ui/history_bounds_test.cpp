// SPDX-License-Identifier: GPL-3.0-or-later
// The history dock where it ends: runs that still go on, runs that are gone, more runs than are listed.
#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include "other_hand.h"
#include "sample_run.h"
#include "ui/history/history_model.h"
#include "ui/history/history_panel.h"
#include "ui/text/language.h"
#include "ui/window/banner.h"
#include "window_fixture.h"

using namespace halfopen;
using namespace std::chrono_literals;

class HistoryBoundsTest final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<WindowFixture> m_fixture;
    QTableView* m_table = nullptr;

    void click(const char* button) { QTest::mouseClick(m_fixture->find<QPushButton>(button), Qt::LeftButton); }
    [[nodiscard]] QString cell(int row, HistoryModel::Column column) const { return m_table->model()->index(row, column).data().toString(); }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(anyWarning());
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->open();
        for (const char* id : {"20261120T103059.123Z-0001", "20261121T103059.123Z-0002", "20261122T103059.123Z-0003"})
            QVERIFY(!m_fixture->keep(QLatin1String(id), sampleExperiment(), sampleLines()).isEmpty());
        m_fixture->raise("history");
        m_table = m_fixture->find<QTableView>("history");
        QTRY_COMPARE(m_table->model()->rowCount(), 3);
    }
    void cleanup() { m_fixture.reset(); }

    void aRunThatGoesOnIsNotDeleted()
    {
        qputenv("HALFOPEN_FAKE_AGENT", "mortal");
        m_fixture->window->draft().load(killedReader());
        m_fixture->window->startRun();
        QTRY_COMPARE(m_fixture->controller.state(), RunController::State::Running);
        QTRY_COMPARE(m_table->model()->rowCount(), 4);
        QCOMPARE(cell(0, HistoryModel::Status), QStringLiteral("running"));
        auto* button = m_fixture->find<QPushButton>("history.delete");
        m_table->selectRow(0);
        QVERIFY(!button->isEnabled());
        QVERIFY2(button->toolTip().contains(QStringLiteral("stop it first")), qPrintable(button->toolTip()));
        m_table->setFocus();
        QTest::keyClick(m_table, Qt::Key_Delete);
        QVERIFY(m_fixture->find<QMessageBox>("deleteRun") == nullptr);
        // Among others it stays, and is not counted.
        m_table->selectAll();
        QVERIFY(button->isEnabled());
        click("history.delete");
        auto* question = m_fixture->find<QMessageBox>("deleteRun");
        QVERIFY(question != nullptr);
        QVERIFY2(question->text().contains(u'3'), qPrintable(question->text()));
        for (auto* each : question->buttons()) {
            if (question->buttonRole(each) == QMessageBox::DestructiveRole)
                QTest::mouseClick(each, Qt::LeftButton);
        }
        QTRY_COMPARE(m_table->model()->rowCount(), 1);
        m_fixture->trigger("stop");
        QTRY_VERIFY(!m_fixture->controller.isActive());
        QTRY_COMPARE(cell(0, HistoryModel::Status), QStringLiteral("stopped"));
        m_table->selectRow(0);
        QVERIFY(button->isEnabled());
        QVERIFY(!m_fixture->window->banner()->isVisible());
    }

    void aRunThatAnotherDeletesCostsOnlyItself()
    {
        m_fixture->window.reset();
        m_fixture->keeper.reset();
        m_fixture->store = std::move(RunStore::open(m_fixture->folder.filePath(QStringLiteral("shared/history.sqlite")))).value();
        m_fixture->keeper = std::make_unique<RunKeeper>(m_fixture->controller, m_fixture->store.get());
        m_fixture->makeWindow();
        m_fixture->open();
        connect(m_fixture->keeper.get(), &RunKeeper::failed, m_fixture->window.get(), [this](const QString& message) { m_fixture->window->showMessage(message); });
        const QSignalSpy failed(m_fixture->keeper.get(), &RunKeeper::failed);
        qputenv("HALFOPEN_FAKE_AGENT", "mortal");
        m_fixture->window->draft().load(killedReader());
        m_fixture->window->startRun();
        QTRY_COMPARE(m_fixture->controller.state(), RunController::State::Running);
        QTRY_COMPARE(m_fixture->store->list().value().size(), 1);
        QVERIFY(deleteRow(m_fixture->store->path(), m_fixture->controller.runId()));
        m_fixture->trigger("stop");
        QTRY_VERIFY(!m_fixture->controller.isActive());
        QTRY_COMPARE(failed.count(), 1);
        QVERIFY2(m_fixture->window->banner()->text().startsWith(QStringLiteral("The run was deleted from the history while it went on")), qPrintable(m_fixture->window->banner()->text()));
        QVERIFY(m_fixture->store->list().value().isEmpty());
        QVERIFY(m_fixture->run("good", killedReader()));
        QTRY_COMPARE(m_fixture->store->list().value().size(), 1);
        QTRY_COMPARE(m_fixture->store->list().value().first().status, StoredStatus::Finished);
        QVERIFY(!m_fixture->store->lines(m_fixture->controller.runId()).value().isEmpty());
        QCOMPARE(failed.count(), 1);
        m_fixture->window.reset();
    }

    void moreThanAThousandRunsAreNotHidden()
    {
        auto old = sampleExperiment();
        for (int number = 0; number < 1000; ++number) {
            const auto id = QStringLiteral("2025-%1").arg(number, 4, 10, QLatin1Char('0'));
            old.title = "Old run " + std::to_string(number);
            QVERIFY(m_fixture->store->begin(id, old, QStringLiteral("2025-11-22T10:%1:%2.000Z").arg(number / 60, 2, 10, QLatin1Char('0')).arg(number % 60, 2, 10, QLatin1Char('0')), QStringLiteral("0.1.0")).ok());
            QVERIFY(m_fixture->store->finish(id, StoredStatus::Finished, {}).ok());
        }
        auto* all = m_fixture->find<QPushButton>("history.all");
        QVERIFY(!all->isVisible());
        m_fixture->window->refreshHistory();
        QCOMPARE(m_table->model()->rowCount(), 1000);
        QTRY_VERIFY(all->isVisible());
        QCOMPARE(all->text(), QStringLiteral("Show the 3 older run(s) too"));
        auto* filter = m_fixture->find<QLineEdit>("history.filter");
        QTest::keyClicks(filter, QStringLiteral("old run 2"));
        QVERIFY(m_table->model()->rowCount() > 0);
        filter->clear();
        filter->setText(QStringLiteral("11:00 old run 1x"));
        const auto* empty = m_fixture->find<QLabel>("history.empty");
        QCOMPARE(empty->text(), QStringLiteral("None of the newest 1000 run(s) contains \"11:00 old run 1x\". Older ones have not been read."));
        filter->clear();
        all->setFocus();
        QTest::keyClick(all, Qt::Key_Space);
        QCOMPARE(m_table->model()->rowCount(), 1003);
        QVERIFY(!all->isVisible());
        filter->setText(QStringLiteral("no such run"));
        QCOMPARE(empty->text(), QStringLiteral("No run of the history contains \"no such run\"."));
    }

    void aLessonIsFoundInAnyLanguage()
    {
        const auto lesson = lessons().first();
        auto experiment = sampleExperiment();
        experiment.title = lesson.title.toStdString();
        Speech speech;
        speech.setLanguage(Language::Chinese);
        m_fixture->window.reset();
        m_fixture->makeWindow(); // who changes the language makes the window anew
        m_fixture->open();
        const auto id = m_fixture->keep(QStringLiteral("20261123T103059.123Z-0009"), experiment, sampleLines());
        QVERIFY(!id.isEmpty());
        m_fixture->raise("history");
        m_table = m_fixture->find<QTableView>("history");
        QTRY_COMPARE(m_table->model()->rowCount(), 4);
        QVERIFY2(cell(0, HistoryModel::Title) != lesson.title, "the title is shown in Chinese");
        m_table->selectRow(0);
        const QSignalSpy wanted(m_fixture->find<HistoryPanel>("historyPanel"), &HistoryPanel::lessonWanted);
        Q_EMIT m_fixture->find<QMenu>("history.menu")->aboutToShow();
        QVERIFY(m_fixture->find<QAction>("history.action.lesson")->isVisible());
        m_fixture->trigger("history.action.lesson");
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted.first().first().toString(), lesson.title);
        m_fixture.reset(); // before the language goes
    }
};

QTEST_MAIN(HistoryBoundsTest)
#include "history_bounds_test.moc"
