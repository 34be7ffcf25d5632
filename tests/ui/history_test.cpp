// SPDX-License-Identifier: GPL-3.0-or-later
// The history dock as a user drives it: finding, opening, exporting, deleting.
#include <QAction>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTableView>
#include <QTest>
#include <QToolButton>

#include "core/outcome_csv.h"
#include "file_lock.h"
#include "sample_run.h"
#include "session/replay.h"
#include "ui/history/history_model.h"
#include "ui/history/history_panel.h"
#include "ui/results/results_panel.h"
#include "ui/window/banner.h"
#include "window_fixture.h"

using namespace halfopen;
using namespace std::chrono_literals;

namespace {

const QString kOne = QStringLiteral("20261120T103059.123Z-0001");
const QString kTwo = QStringLiteral("20261121T103059.123Z-0002");
const QString kThree = QStringLiteral("20261122T103059.123Z-0003");

} // namespace

class HistoryTest final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<WindowFixture> m_fixture;
    QTableView* m_table = nullptr;

    void click(const char* button) { QTest::mouseClick(m_fixture->find<QPushButton>(button), Qt::LeftButton); }
    /// A history that other programs can open too.
    void useFile()
    {
        m_fixture->window.reset();
        m_fixture->keeper.reset();
        m_fixture->store = std::move(RunStore::open(m_fixture->folder.filePath(QStringLiteral("shared/history.sqlite")))).value();
        m_fixture->keeper = std::make_unique<RunKeeper>(m_fixture->controller, m_fixture->store.get());
        m_fixture->makeWindow();
        m_fixture->open();
    }
    [[nodiscard]] QString cell(int row, HistoryModel::Column column) const { return m_table->model()->index(row, column).data().toString(); }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(anyWarning());
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->open();
        QVERIFY(!m_fixture->keep(kOne, sampleExperiment(), sampleLines()).isEmpty());
        QVERIFY(!m_fixture->keep(kTwo, manyReaders(3), manyReadersLines(3, 10ms)).isEmpty());
        auto other = manyReaders(2);
        other.title = "A riddle";
        QVERIFY(!m_fixture->keep(kThree, other, manyReadersLines(2, 10ms)).isEmpty());
        m_fixture->raise("history");
        m_table = m_fixture->find<QTableView>("history");
        QTRY_COMPARE(m_table->model()->rowCount(), 3);
    }
    void cleanup() { m_fixture.reset(); }

    void columnsTellTheRun()
    {
        const auto row = [&](const QString& title) {
            for (int number = 0; number < m_table->model()->rowCount(); ++number) {
                if (cell(number, HistoryModel::Title) == title)
                    return number;
            }
            return -1;
        };
        const int many = row(QStringLiteral("Many readers"));
        // The same as the status line and the charts call the run.
        QCOMPARE(cell(many, HistoryModel::Started), runClock(m_table->model()->index(many, 0).data(HistoryModel::IdRole).toString()));
        QCOMPARE(cell(many, HistoryModel::Place), QStringLiteral("namespaces"));
        QCOMPARE(cell(many, HistoryModel::Pairs), QStringLiteral("3"));
        QCOMPARE(cell(many, HistoryModel::Duration), QStringLiteral("14.4 s"));
        QCOMPARE(cell(many, HistoryModel::VerdictColumn), QStringLiteral("as predicted"));
        QVERIFY(m_fixture->window->grab().save(QDir::current().absoluteFilePath(QStringLiteral("history-three.png"))));
    }

    void whatHasNoRoomIsNamed()
    {
        auto* more = m_fixture->find<QToolButton>("history.more");
        m_fixture->window->resize(960, 540);
        QTRY_VERIFY(more->isVisible());
        QVERIFY(m_table->isColumnHidden(HistoryModel::Summary));
        QVERIFY2(more->toolTip().contains(QStringLiteral("outcome")), qPrintable(more->toolTip()));
        QTest::mouseClick(more, Qt::LeftButton);
        QVERIFY(!m_table->isColumnHidden(HistoryModel::Summary));
        QVERIFY(!more->isVisible());
        QTRY_VERIFY(m_table->horizontalScrollBar()->maximum() > 0);
    }

    void filterFinds()
    {
        auto* filter = m_fixture->find<QLineEdit>("history.filter");
        QTest::keyClicks(filter, QStringLiteral("RIDDLE"));
        QCOMPARE(m_table->model()->rowCount(), 1);
        QCOMPARE(cell(0, HistoryModel::Title), QStringLiteral("A riddle"));
        filter->clear();
        QTest::keyClicks(filter, QStringLiteral("nothing like this"));
        QCOMPARE(m_table->model()->rowCount(), 0);
        const auto* empty = m_fixture->find<QLabel>("history.empty");
        QVERIFY(empty->isVisible());
        QVERIFY2(empty->text().contains(QStringLiteral("nothing like this")), qPrintable(empty->text()));
        QVERIFY(!m_fixture->find<QPushButton>("history.open")->isEnabled());
    }

    void enterOpens()
    {
        m_table->selectRow(0);
        m_table->setCurrentIndex(m_table->model()->index(0, 0));
        m_table->setFocus();
        QTest::keyClick(m_table, Qt::Key_Return);
        QTRY_COMPARE(m_fixture->window->shownRun().source(), ShownRun::Source::Stored);
    }

    void buttonsFollowTheSelection()
    {
        m_table->clearSelection();
        for (const char* name : {"history.open", "history.compare", "history.csv", "history.delete"})
            QVERIFY2(!m_fixture->find<QPushButton>(name)->isEnabled(), name);
        m_table->selectAll();
        QVERIFY(!m_fixture->find<QPushButton>("history.open")->isEnabled());
        for (const char* name : {"history.compare", "history.csv", "history.delete"}) {
            QVERIFY2(m_fixture->find<QPushButton>(name)->isEnabled(), name);
            QVERIFY2(!m_fixture->find<QPushButton>(name)->accessibleName().isEmpty(), name);
        }
    }

    void claimsOneRowOfButtonsHoweverNarrow()
    {
        QWidget dock; // a layout makes a window as large as it wants, but not what is in one
        HistoryPanel panel(m_fixture->store.get(), {}, &dock);
        dock.show();
        panel.refresh();
        const QSize least = panel.minimumSizeHint();
        auto* deeds = panel.findChild<QPushButton*>(QStringLiteral("history.open"))->parentWidget();
        const auto shown = [deeds] {
            int count = 0;
            for (const auto* button : deeds->findChildren<QPushButton*>())
                count += button->isVisible() && deeds->rect().contains(button->geometry()) ? 1 : 0;
            return count;
        };
        const auto isOneRow = [deeds] {
            const auto* open = deeds->findChild<QPushButton*>(QStringLiteral("history.open"));
            const auto* search = deeds->findChild<QLineEdit*>(QStringLiteral("history.filter"));
            return open->y() < search->height() && search->geometry().intersected(open->geometry()).isEmpty();
        };
        panel.resize(least.width(), 400);
        QTRY_VERIFY(!isOneRow());
        QTRY_COMPARE(shown(), 5);
        QCOMPARE(panel.minimumSizeHint(), least);
        panel.resize(least);
        QTRY_VERIFY(isOneRow());
        QVERIFY(shown() > 0);
        QCOMPARE(panel.size(), least);
        panel.resize(1200, least.height());
        QTRY_COMPARE(shown(), 5);
        QVERIFY(isOneRow());
    }

    void csvOfSeveralRuns()
    {
        m_table->selectAll();
        click("history.csv");
        QTRY_VERIFY(m_fixture->window->findChild<QObject*>(QStringLiteral("saveDialog")) != nullptr);
        const QString path = m_fixture->folder.filePath(QStringLiteral("three.csv"));
        m_fixture->saveAs(path);
        QCOMPARE(m_fixture->window->statusBar()->currentMessage(), path + QStringLiteral(" was written."));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto csv = file.readAll();
        QVERIFY(csv.startsWith(QByteArray::fromStdString(outcomeCsvHeading())));
        QCOMPARE(csv.count("run_id"), 1);
        QCOMPARE(csv.count("\r\n"), 1 + 2 * (1 + 3 + 2)); // heading, then two ends a pair
        for (const auto& id : {kOne, kTwo, kThree})
            QVERIFY2(csv.contains(id.toUtf8()), qPrintable(id));
    }

    void deletingSeveralAsksOnce()
    {
        m_table->selectAll();
        m_table->setFocus();
        QTest::keyClick(m_table, Qt::Key_Delete);
        auto* question = m_fixture->find<QMessageBox>("deleteRun");
        QVERIFY(question != nullptr);
        QVERIFY2(question->text().contains(u'3') && question->text().contains(QStringLiteral("cannot be brought back")), qPrintable(question->text()));
        for (auto* button : question->buttons()) {
            if (question->buttonRole(button) == QMessageBox::DestructiveRole)
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QTRY_COMPARE(m_table->model()->rowCount(), 0);
        QVERIFY(m_fixture->store->list().value().isEmpty());
        QVERIFY(m_fixture->find<QLabel>("history.empty")->isVisible());
    }

    void cancelDeletesNothing()
    {
        m_table->selectRow(1);
        click("history.delete");
        auto* question = m_fixture->find<QMessageBox>("deleteRun");
        QVERIFY(question != nullptr);
        QTest::keyClick(question, Qt::Key_Escape);
        QCOMPARE(m_fixture->store->list().value().size(), 3);
    }

    void addingToTheComparison()
    {
        auto* results = m_fixture->find<ResultsPanel>("resultsPanel");
        m_table->selectRow(0);
        click("history.compare");
        QTRY_COMPARE(results->compared().size(), std::size_t{1});
        m_table->selectRow(2);
        m_fixture->trigger("history.action.add");
        QTRY_COMPARE(results->compared().size(), std::size_t{2});
    }

    void runOfAnotherProgramAppears()
    {
        const QString path = m_fixture->folder.filePath(QStringLiteral("shared/history.sqlite"));
        m_fixture->window.reset();
        m_fixture->store = std::move(RunStore::open(path)).value();
        const auto own = m_fixture->store.get();
        QVERIFY(own->begin(kOne, sampleExperiment(), QStringLiteral("2026-11-22T10:30:59.123Z"), QStringLiteral("0.1.0")).ok());
        QVERIFY(own->finish(kOne, StoredStatus::Finished, {}).ok());
        m_fixture->keeper = std::make_unique<RunKeeper>(m_fixture->controller, own);
        m_fixture->makeWindow();
        m_fixture->open();
        m_fixture->raise("history");
        m_table = m_fixture->find<QTableView>("history");
        QTRY_COMPARE(m_table->model()->rowCount(), 1);
        m_table->selectRow(0);
        const auto other = std::move(RunStore::open(path)).value();
        QVERIFY(other->begin(kTwo, manyReaders(2), QStringLiteral("2026-11-22T11:30:59.123Z"), QStringLiteral("0.1.0")).ok());
        QTRY_COMPARE(m_table->model()->rowCount(), 2);
        QCOMPARE(cell(0, HistoryModel::Status), QStringLiteral("running"));
        QVERIFY(other->finish(kTwo, StoredStatus::Cancelled, {}).ok());
        QTRY_COMPARE(cell(0, HistoryModel::Status), QStringLiteral("stopped"));
        QVERIFY(other->remove(kTwo).ok());
        QTRY_COMPARE(m_table->model()->rowCount(), 1);
        auto* panel = m_fixture->find<HistoryPanel>("historyPanel");
        QCOMPARE(panel->selectedIds(), QStringList{kOne});
        QCOMPARE(m_table->currentIndex().row(), 0);
        m_fixture->window.reset();
    }

    void aHeldFileHoldsNothingUp()
    {
        useFile();
        const QSignalSpy failed(m_fixture->keeper.get(), &RunKeeper::failed);
        {
            // Whoever waited for it in the event loop would begin the run after 5 s, and without a history.
            const FileLock lock(m_fixture->store->path());
            QVERIFY(lock.isHeld());
            QVERIFY(m_fixture->run("good", killedReader()));
            QVERIFY(m_fixture->store->list().value().isEmpty());
        }
        QTRY_COMPARE(m_fixture->store->list().value().size(), 1);
        QTRY_COMPARE(m_fixture->store->list().value().first().status, StoredStatus::Finished);
        const auto id = m_fixture->controller.runId();
        const auto kept = replay(m_fixture->store->experiment(id).value(), m_fixture->store->lines(id).value());
        QVERIFY(kept.ok());
        QCOMPARE(kept.value().timeline.eventCount(), m_fixture->controller.timeline().eventCount());
        QCOMPARE(failed.count(), 0);
        m_fixture->window.reset();
    }

    void aFileThatStaysHeldIsToldOnce()
    {
        useFile();
        connect(m_fixture->keeper.get(), &RunKeeper::failed, m_fixture->window.get(), [this](const QString& message) { m_fixture->window->showMessage(message); });
        const QSignalSpy failed(m_fixture->keeper.get(), &RunKeeper::failed);
        const FileLock lock(m_fixture->store->path());
        QVERIFY(lock.isHeld());
        QVERIFY(m_fixture->run("good", killedReader()));
        QCOMPARE(failed.count(), 0);
        QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, 30'000);
        const auto told = m_fixture->window->banner()->text();
        QVERIFY2(told.startsWith(QStringLiteral("The history cannot be written: ")) && told.contains(QStringLiteral("locked")), qPrintable(told));
        QVERIFY(m_fixture->controller.state() == RunController::State::Finished);
        m_fixture->window.reset();
    }

    void aRunIsReadWithAllThatIsStillBeingWritten()
    {
        useFile();
        const auto lock = std::make_unique<FileLock>(m_fixture->store->path());
        QVERIFY(m_fixture->run("good", killedReader()));
        QTest::mouseClick(m_fixture->find<QToolButton>("replay.play"), Qt::LeftButton);
        QVERIFY(!m_fixture->desk.replay.isOpen());
        lock->release();
        QTRY_VERIFY(m_fixture->desk.replay.isOpen());
        QCOMPARE(m_fixture->desk.replay.recording().events().size(), m_fixture->controller.timeline().eventCount());
        m_fixture->window.reset();
    }

    void withoutAHistoryRunsLiveAsLongAsTheProgram()
    {
        auto parts = m_fixture->parts();
        parts.whyNoStore = QStringLiteral("The folder /nowhere for the history could not be made.");
        m_fixture->store = std::move(RunStore::open(QStringLiteral(":memory:"))).value();
        parts.store = m_fixture->store.get();
        m_fixture->keeper = std::make_unique<RunKeeper>(m_fixture->controller, parts.store);
        m_fixture->desk.begun = false; // as a program that has just been started
        m_fixture->window = std::make_unique<MainWindow>(parts);
        connect(m_fixture->keeper.get(), &RunKeeper::listChanged, m_fixture->window.get(), &MainWindow::refreshHistory);
        m_fixture->open();
        QTRY_VERIFY(m_fixture->window->banner()->isVisible());
        const auto told = m_fixture->window->banner()->text();
        QVERIFY2(told.startsWith(parts.whyNoStore) && told.contains(QStringLiteral("only until the window closes")), qPrintable(told));
        m_fixture->raise("history");
        QCOMPARE(m_fixture->find<QLabel>("history.empty")->text(), parts.whyNoStore);
        QTest::mouseClick(m_fixture->find<QToolButton>("banner.close"), Qt::LeftButton);
        QVERIFY(m_fixture->run("good", killedReader()));
        QTRY_COMPARE(m_fixture->find<QTableView>("history")->model()->rowCount(), 1);
        QTest::mouseClick(m_fixture->find<QToolButton>("replay.play"), Qt::LeftButton);
        QTRY_VERIFY(m_fixture->desk.replay.isOpen());
        QVERIFY(!m_fixture->window->banner()->isVisible());
        m_fixture->window.reset();
    }

    void selectionStaysWhenTheListGrows()
    {
        m_table->selectRow(0);
        auto* panel = m_fixture->find<HistoryPanel>("historyPanel");
        const auto before = panel->selectedIds();
        QVERIFY(!m_fixture->keep(QStringLiteral("20261122T113059.123Z-0004"), sampleExperiment(), sampleLines()).isEmpty());
        panel->refresh();
        QCOMPARE(m_table->model()->rowCount(), 4);
        QCOMPARE(panel->selectedIds(), before);
    }
};

QTEST_MAIN(HistoryTest)
#include "history_test.moc"
