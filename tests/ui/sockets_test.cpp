// SPDX-License-Identifier: GPL-3.0-or-later
// The socket table as a user drives it: filter, columns, explanations, histories, what changes and what does not.
#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDockWidget>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QScopeGuard>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>

#include <cerrno>

#include "core/outcome.h"
#include "sample_run.h"
#include "session/replay.h"
#include "ui/sockets/socket_panel.h"
#include "ui/sockets/socket_table_model.h"
#include "ui/window/shown_run.h"
#include "window_fixture.h"

using namespace halfopen;
using namespace std::chrono_literals;

namespace {

Experiment twoReaders()
{
    auto experiment = sampleExperiment();
    experiment.pairs.push_back(experiment.pairs.front());
    experiment.pairs.back().name = "second";
    return experiment;
}

Event rowOf(int pair, RunTime at, int probes, std::uint32_t queue = 0)
{
    SocketRow row;
    row.local = {"10.0.1.2", static_cast<std::uint16_t>(40112 + pair)};
    row.remote = {"10.0.2.2", 9000};
    row.timer = KernelTimer::Keepalive;
    row.timerLeft = 3s;
    row.probesOut = probes;
    row.sendQueue = queue;
    row.rto = 200ms;
    return {at, RowEvent{Host::Client, pair, row}};
}

} // namespace

class SocketsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(anyWarning()); }

    void onlyChangedCellsAreTold()
    {
        Timeline timeline(twoReaders());
        timeline.append(rowOf(0, 1s, 0));
        timeline.append(rowOf(1, 1s, 0));
        SocketTableModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.restart(timeline);
        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        model.refresh(timeline, 2s);
        QCOMPARE(changes.size(), 0);
        QVERIFY(!model.isAnyLit());
        timeline.append(rowOf(1, 3s, 1));
        model.refresh(timeline, 3s);
        QCOMPARE(changes.size(), 1);
        QCOMPARE(changes.first().at(0).toModelIndex(), model.index(2, SocketTableModel::Unanswered));
        QCOMPARE(changes.first().at(1).toModelIndex(), model.index(2, SocketTableModel::Unanswered));
    }

    void aHeartbeatsSocketSaysWhoClosedIt()
    {
        auto experiment = sampleExperiment();
        experiment.pairs.front().client.activity = Activity::Heartbeat;
        experiment.faults.clear();
        Timeline timeline(experiment);
        timeline.append({500ms, StartedEvent{}});
        timeline.append(rowOf(0, 1s, 0));
        timeline.append({2s, CallEvent{0, Host::Client, CallEvent::What::End, "heartbeat", 1s, -1, 0, 0}});
        timeline.append({2100ms, RowGoneEvent{Host::Client, 0, {}, {}}});
        SocketTableModel model;
        model.restart(timeline);
        QCOMPARE(model.index(0, SocketTableModel::State).data().toString(), QStringLiteral("(gone: program gave up)"));
        const QString tip = model.index(0, SocketTableModel::State).data(Qt::ToolTipRole).toString();
        QVERIFY2(tip.contains(QStringLiteral("gave up by itself after 1.50 s and closed its socket")), qPrintable(tip));
    }

    void aHostWithoutPowerHasNoSockets_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("state");
        QTest::newRow("power-off") << static_cast<int>(FaultKind::PowerOff) << QStringLiteral("(host without power)");
        QTest::newRow("reboot") << static_cast<int>(FaultKind::Reboot) << QStringLiteral("(gone: host rebooted)");
        QTest::newRow("kill") << static_cast<int>(FaultKind::Kill) << QStringLiteral("(gone: program ended)");
    }
    void aHostWithoutPowerHasNoSockets()
    {
        QFETCH(int, kind);
        QFETCH(QString, state);
        auto experiment = sampleExperiment();
        experiment.faults.front() = {.kind = static_cast<FaultKind>(kind), .host = Host::Client};
        Timeline timeline(experiment);
        timeline.append({500ms, StartedEvent{}});
        timeline.append(rowOf(0, 1s, 0));
        timeline.append({1500ms, FaultEvent{0, FaultEvent::What::Applied, experiment.faults.front(), 20us, ""}});
        timeline.append({1501ms, ProcessEvent{Host::Client, ProcessEvent::What::Ended, 1001, 9, ""}});
        timeline.append({1600ms, RowGoneEvent{Host::Client, 0, {}, {}}});
        SocketTableModel model;
        model.restart(timeline);
        QCOMPARE(model.index(0, SocketTableModel::State).data().toString(), state);
    }

    void aCallThatGaveUpDidNotTellOfTheSocket()
    {
        auto experiment = sampleExperiment();
        experiment.pairs.front().client.options.receiveTimeoutSeconds = 1;
        Timeline timeline(experiment);
        timeline.append({500ms, StartedEvent{}});
        timeline.append(rowOf(0, 1s, 0));
        timeline.append({1s, FaultEvent{0, FaultEvent::What::Applied, Fault{}, 20us, ""}});
        timeline.append({2s, CallEvent{0, Host::Client, CallEvent::What::End, "recv", 1s, -1, EAGAIN, 0}});
        timeline.append({14s, RowGoneEvent{Host::Client, 0, {}, {}}});
        QVERIFY(detectionOf(timeline, 0, Host::Client).has_value());
        SocketTableModel model;
        model.restart(timeline);
        QCOMPARE(model.index(0, SocketTableModel::State).data().toString(), QStringLiteral("(gone)"));
        const QString tip = model.index(0, SocketTableModel::State).data(Qt::ToolTipRole).toString();
        QVERIFY2(tip.contains(QStringLiteral("had come to its own limit before")) && !tip.contains(QStringLiteral("EAGAIN")), qPrintable(tip));
    }

    void stepsAreBoundedAndKeepTheirPeaks()
    {
        Timeline timeline(sampleExperiment());
        for (int number = 0; number < 5000; ++number)
            timeline.append(rowOf(0, number * 10ms, 0, number == 1234 ? 777'777U : static_cast<std::uint32_t>(number % 7)));
        SocketTableModel model;
        model.restart(timeline);
        QVERIFY(model.entry(0).steps.size() <= 512);
        QCOMPARE(model.index(0, SocketTableModel::QueueHistory).data(SocketTableModel::SortRole).toUInt(), 777'777U);
        QVERIFY(model.index(0, SocketTableModel::QueueHistory).data().toString().contains(QStringLiteral("777,777")));
    }

    void cellsExplainThemselves()
    {
        SocketTableModel model;
        const auto run = replay(sampleExperiment(), sampleLines());
        QVERIFY2(run.ok(), run.ok() ? "" : run.error().message.c_str());
        Timeline half(sampleExperiment());
        for (const auto& event : sampleEvents(6s))
            half.append(event);
        model.restart(half);
        const auto tip = [&](int column) { return model.index(0, column).data(Qt::ToolTipRole).toString(); };
        QVERIFY2(tip(SocketTableModel::Timer).contains(QStringLiteral("The keepalive timer fires in")), qPrintable(tip(SocketTableModel::Timer)));
        QVERIFY(tip(SocketTableModel::Timer).contains(QStringLiteral("tcp_keepalive_timer()")));
        QVERIFY(tip(SocketTableModel::State).contains(QStringLiteral("ESTABLISHED")));
        QVERIFY2(tip(SocketTableModel::RoundTrip).contains(QStringLiteral("tcpi_rtt")), qPrintable(tip(SocketTableModel::RoundTrip)));
        for (int column = 0; column < SocketTableModel::ColumnCount; ++column) {
            QVERIFY2(!tip(column).isEmpty(), socketColumn(column).key);
            QVERIFY2(!model.headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString().isEmpty(), socketColumn(column).key);
        }
        model.restart(run.value().timeline);
        QVERIFY2(tip(SocketTableModel::State).contains(QStringLiteral("ETIMEDOUT")), qPrintable(tip(SocketTableModel::State)));
    }

    void filtersAndQuickFilters()
    {
        WindowFixture fixture;
        fixture.open();
        showSample(fixture, 6s);
        auto* table = fixture.find<QTableView>("sockets");
        auto* search = fixture.find<QLineEdit>("sockets.filter");
        QCOMPARE(table->model()->rowCount(), 4);
        QTest::keyClicks(search, QStringLiteral("second"));
        QCOMPARE(table->model()->rowCount(), 2);
        search->clear();
        auto* host = fixture.find<QComboBox>("sockets.host");
        QTest::keyClick(host, Qt::Key_Down);
        QCOMPARE(table->model()->rowCount(), 2);
        QCOMPARE(table->model()->index(0, SocketTableModel::HostName).data().toString(), QStringLiteral("client"));
        QTest::keyClick(host, Qt::Key_Up);
        auto* pair = fixture.find<QToolButton>("sockets.thisPair");
        QTest::mouseClick(pair, Qt::LeftButton);
        QCOMPARE(table->model()->rowCount(), 2);
        fixture.window->viewState().setPair(1);
        QCOMPARE(table->model()->index(0, SocketTableModel::Pair).data().toString(), QStringLiteral("second"));
        QTest::mouseClick(pair, Qt::LeftButton);
        auto* timers = fixture.find<QToolButton>("sockets.timers");
        QTest::mouseClick(timers, Qt::LeftButton);
        QCOMPARE(table->model()->rowCount(), 1);
        QTest::keyClicks(search, QStringLiteral("nothing like it"));
        QVERIFY(fixture.find<QWidget>("sockets.empty")->isVisible());
        QVERIFY(!table->isVisible());
        QTest::mouseClick(timers, Qt::LeftButton);
        search->clear();
        QCOMPARE(table->model()->rowCount(), 4);
        QVERIFY(table->isVisible());
    }

    void columnsFitAndCanBeChosen()
    {
        WindowFixture fixture;
        fixture.open({1440, 900});
        showSample(fixture, 6s);
        auto* table = fixture.find<QTableView>("sockets");
        QCOMPARE(table->horizontalScrollBar()->maximum(), 0);
        QVERIFY(!table->isColumnHidden(SocketTableModel::State));
        QVERIFY(!table->isColumnHidden(SocketTableModel::Unanswered));
        QVERIFY(!table->isColumnHidden(SocketTableModel::TimerHistory));
        QVERIFY(table->isColumnHidden(SocketTableModel::RoundTripVariance));
        auto* menu = fixture.find<QMenu>("sockets.columnMenu");
        Q_EMIT menu->aboutToShow();
        auto* action = menu->findChild<QAction*>(QStringLiteral("sockets.column.rttvar"));
        QVERIFY(action != nullptr && !action->isChecked());
        action->trigger();
        QVERIFY(!table->isColumnHidden(SocketTableModel::RoundTripVariance));
        QVERIFY(fixture.settings.value(QStringLiteral("sockets/columns")).toStringList().contains(QStringLiteral("rttvar")));
        fixture.window->close();
        fixture.makeWindow();
        fixture.open({1280, 800});
        QVERIFY(!fixture.find<QTableView>("sockets")->isColumnHidden(SocketTableModel::RoundTripVariance));
        Q_EMIT fixture.find<QMenu>("sockets.columnMenu")->aboutToShow();
        fixture.find<QAction>("sockets.column.auto")->trigger();
        QVERIFY(fixture.find<QTableView>("sockets")->isColumnHidden(SocketTableModel::RoundTripVariance));
    }

    void aNarrowTableKeepsTheTimer()
    {
        const auto usual = QApplication::font();
        const auto restore = qScopeGuard([&] { QApplication::setFont(usual); });
        auto larger = usual;
        larger.setPointSizeF(usual.pointSizeF() * 1.5);
        QApplication::setFont(larger);
        WindowFixture fixture;
        fixture.open({1280, 800});
        fixture.raise("sockets");
        showSample(fixture, 6s);
        auto* table = fixture.find<QTableView>("sockets");
        QTRY_VERIFY(table->isVisible());
        QTRY_VERIFY(table->isColumnHidden(SocketTableModel::TimerHistory));
        QVERIFY(!table->isColumnHidden(SocketTableModel::Timer));
        QVERIFY(table->isColumnHidden(SocketTableModel::RoundTrip));
        QCOMPARE(table->horizontalScrollBar()->maximum(), 0);
        // No room is left empty, and what has none is named.
        QTRY_COMPARE(table->horizontalHeader()->length(), table->viewport()->width());
        const auto* more = fixture.find<QToolButton>("sockets.more");
        QVERIFY(more->isVisible());
        QVERIFY2(more->toolTip().contains(QStringLiteral("rtt")), qPrintable(more->toolTip()));
    }

    void rowsSpeakToTheOtherViews()
    {
        WindowFixture fixture;
        fixture.open();
        showSample(fixture, 6s);
        auto* table = fixture.find<QTableView>("sockets");
        auto& view = fixture.window->viewState();
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Down);
        QCOMPARE(view.end(), Host::Server);
        view.setSelected(EventRef{1, Host::Client, 11ms});
        QCOMPARE(table->currentIndex().row(), 2);
        QTest::keyClick(table, Qt::Key_Up);
        QTest::keyClick(table, Qt::Key_Up);
        QCOMPARE(view.end(), Host::Client);
        Q_EMIT table->activated(table->currentIndex());
        QVERIFY(view.selected().has_value());
        QCOMPARE(view.selected()->pair, 0);
        QTest::keySequence(table, QKeySequence::Copy);
        QVERIFY2(QGuiApplication::clipboard()->text().contains(QStringLiteral("ESTABLISHED")), qPrintable(QGuiApplication::clipboard()->text()));
    }

    void rowsOfSeveralEndsCanBeSelected()
    {
        WindowFixture fixture;
        fixture.open();
        fixture.raise("sockets");
        showSample(fixture, 6s);
        auto* table = fixture.find<QTableView>("sockets");
        const auto click = [&](int row, Qt::KeyboardModifiers keys) {
            table->scrollTo(table->model()->index(row, SocketTableModel::State));
            QTest::mouseClick(table->viewport(), Qt::LeftButton, keys, table->visualRect(table->model()->index(row, SocketTableModel::State)).center());
        };
        QCOMPARE(table->model()->rowCount(), 4);
        click(0, Qt::NoModifier);
        click(3, Qt::ControlModifier); // another pair and the other end
        QCOMPARE(table->selectionModel()->selectedRows().size(), 2);
        QCOMPARE(fixture.window->viewState().pair(), 1);
        QCOMPARE(fixture.window->viewState().end(), Host::Server);
        QTest::keySequence(table, QKeySequence::Copy);
        QCOMPARE(QGuiApplication::clipboard()->text().count(u'\n'), 2); // below the heading
    }

    void aShownTableChoosesNothing()
    {
        WindowFixture fixture;
        fixture.open();
        fixture.raise("sockets");
        const auto run = std::make_shared<ReplayedRun>();
        run->timeline = Timeline(twoReaders());
        for (const auto& event : sampleEvents(6s))
            run->timeline.append(event);
        run->timeline.append(rowOf(1, 6s, 0));
        fixture.window->shownRun().showStored(QStringLiteral("sample"), run);
        auto* panel = fixture.find<SocketPanel>("socketPanel");
        panel->refresh(6s);
        auto* table = fixture.find<QTableView>("sockets");
        QTest::mouseClick(fixture.find<QToolButton>("sockets.timers"), Qt::LeftButton);
        QCOMPARE(table->model()->rowCount(), 2);
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(table->model()->index(0, SocketTableModel::State)).center());
        QCOMPARE(table->currentIndex().row(), 0);
        auto* dock = qobject_cast<QDockWidget*>(panel->parentWidget());
        for (auto* parent = panel->parentWidget(); dock == nullptr && parent != nullptr; parent = parent->parentWidget())
            dock = qobject_cast<QDockWidget*>(parent);
        QVERIFY(dock != nullptr);
        dock->close();
        // The chosen end's timer stops meanwhile: the filter gives its row up.
        SocketRow row;
        row.local = {"10.0.1.2", 40112};
        row.remote = {"10.0.2.2", 9000};
        run->timeline.append({7s, RowEvent{Host::Client, 0, row}});
        dock->show();
        QTRY_COMPARE(table->model()->rowCount(), 1);
        QCOMPARE(fixture.window->viewState().pair(), 0);
        QCOMPARE(fixture.window->viewState().end(), Host::Client);
    }

    void rowsFollowTheCursor()
    {
        WindowFixture fixture;
        fixture.open();
        showSample(fixture, 14s);
        auto* table = fixture.find<QTableView>("sockets");
        auto* model = fixture.find<SocketPanel>("socketPanel")->model();
        const auto* subtitle = fixture.find<QLabel>("sockets.subtitle");
        const QString usual = subtitle->text();
        const auto probes = [&] { return model->index(0, SocketTableModel::Unanswered).data().toString(); };
        const QString last = probes();
        auto& view = fixture.window->viewState();
        view.setCursor(RunTime(6s));
        QTRY_COMPARE(probes(), QStringLiteral("1"));
        QVERIFY(last != probes());
        QVERIFY2(subtitle->text().contains(QStringLiteral("5.00 s after the fault")), qPrintable(subtitle->text()));
        QVERIFY(!table->model()->index(0, SocketTableModel::Unanswered).data(SocketTableModel::LitRole).toBool());
        view.setCursor(std::nullopt);
        QTRY_COMPARE(probes(), last);
        QCOMPARE(subtitle->text(), usual);
    }

private:
    /// Two pairs, of which only the first does anything.
    static void showSample(WindowFixture& fixture, RunTime until)
    {
        ReplayedRun run;
        run.timeline = Timeline(twoReaders());
        for (const auto& event : sampleEvents(until))
            run.timeline.append(event);
        fixture.window->shownRun().showStored(QStringLiteral("sample"), std::make_shared<const ReplayedRun>(std::move(run)));
        fixture.find<SocketPanel>("socketPanel")->refresh(until);
    }
};

QTEST_MAIN(SocketsTest)
#include "sockets_test.moc"
