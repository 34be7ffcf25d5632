// SPDX-License-Identifier: GPL-3.0-or-later
// The pages and states of the window that are worth a picture.
#include "scenes.h"

#include <QAction>
#include <QDateTime>
#include <QDialog>
#include <QDockWidget>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSlider>
#include <QStatusBar>
#include <QTableView>
#include <QTest>
#include <QTextBrowser>
#include <QToolButton>

#include <algorithm>

#include "planned_faults.h"
#include "recorded_run.h"
#include "sample_run.h"
#include "sweep_scenes.h"
#include "ui/charts/result_chart.h"
#include "ui/experiment/experiment_draft.h"
#include "ui/experiment/fold_box.h"
#include "ui/results/result_pages.h"
#include "ui/results/results_panel.h"
#include "ui/sockets/socket_columns.h"
#include "ui/sockets/socket_panel.h"
#include "ui/sockets/socket_table_model.h"
#include "ui/topology/topology_view.h"
#include "window_fixture.h"

namespace halfopen {

namespace {

/// What has just changed is lit for a moment.
bool isQuiet(WindowFixture& fixture)
{
    return reach([&] { return !fixture.find<SocketPanel>("socketPanel")->model()->isAnyLit(); });
}

/// The bars of the time so far follow five times a second as well.
bool areChartsUpToDate(WindowFixture& fixture)
{
    const auto charts = fixture.window->findChildren<ResultChart*>();
    const bool seen = std::ranges::any_of(charts, [](const ResultChart* chart) { return chart->isVisible(); });
    const auto& timeline = fixture.controller.timeline();
    const auto fault = timeline.firstFaultAt();
    const double so = fault ? toSeconds(timeline.lastTime() - *fault) : 0;
    return !seen || so <= 0 || std::ranges::any_of(charts, [so](const ResultChart* chart) {
        return std::ranges::any_of(chart->rows(), [so](const ChartRow& row) { return row.value.value_or(0) > so * 0.8; });
    });
}

/// The agent tells the recording again, up to so many seconds since its hello; 0: all of it.
bool play(WindowFixture& fixture, const RecordedRun& run, double until = 0)
{
    qputenv("HALFOPEN_FAKE_RECORDING", run.path.toLocal8Bit());
    if (until > 0)
        qputenv("HALFOPEN_FAKE_UNTIL", QByteArray::number(until));
    else
        qunsetenv("HALFOPEN_FAKE_UNTIL");
    qputenv("HALFOPEN_FAKE_AGENT", "recording");
    fixture.window->draft().load(run.experiment);
    fixture.window->startRun();
    if (until <= 0)
        return reach([&] { return fixture.controller.state() == RunController::State::Finished; }) && isQuiet(fixture);
    auto* sockets = fixture.find<QTableView>("sockets");
    const auto* topology = fixture.window->findChild<TopologyView*>();
    const bool told = reach([&] {
        // The tables follow five times a second.
        const auto& timeline = fixture.controller.timeline();
        return fixture.controller.state() == RunController::State::Running && toSeconds(timeline.lastTime()) > until - 2
            && sockets->model()->rowCount() > 0 && sockets->model()->index(0, SocketColumns::Unanswered).data().toString() != u"–";
    });
    const bool drops = std::ranges::any_of(run.experiment.faults, dropsAll);
    // The hosts are drawn anew when their clock has moved on, which began with the first line told.
    // Soon: the clock goes on while nothing more is told, and what was due by then would seem to be missing.
    if (!told || (drops && !reach([&] { return topology->scene().toServer.cutFor.value_or(0) > until / 3; })))
        return false;
    // The status bar and the next step follow more slowly; their clocks show that they have.
    const auto* status = fixture.find<QLabel>("status.text");
    const QString before = status->text();
    return reach([&] { return status->text() != before && areChartsUpToDate(fixture); });
}

/// A hundred equal readers, a little apart.
bool crowd(WindowFixture& fixture)
{
    const QString id = QStringLiteral("20261117T103059.123Z-0001");
    if (fixture.keep(id, manyReaders(100), manyReadersLines(100, std::chrono::milliseconds(1), true)).isEmpty())
        return false;
    fixture.window->openStoredRun(id);
    return reach([&] { return fixture.window->shownRun().source() == ShownRun::Source::Stored; });
}

bool press(WindowFixture& fixture, const char* action)
{
    auto* found = fixture.find<QAction>(action);
    if (found == nullptr || !found->isEnabled())
        return false;
    found->trigger();
    return true;
}

QDockWidget* front(WindowFixture& fixture, const char* dock)
{
    auto* found = fixture.find<QDockWidget>(dock);
    if (found == nullptr)
        return nullptr;
    found->show();
    found->raise();
    return reach([&] { return !found->widget()->visibleRegion().isEmpty(); }) ? found : nullptr;
}

/// The machine has been asked again, and has no hosts to offer: it runs loopback alone.
bool onLoopbackMachine(WindowFixture& fixture)
{
    qputenv("HALFOPEN_FAKE_AGENT", "check");
    fixture.places.start();
    return reach([&] { return fixture.places.isComplete() && !fixture.places.isAvailable(PlaceKind::Namespaces); });
}

/// Opens those folded parts of the experiment and brings `row` into sight.
bool unfold(WindowFixture& fixture, std::initializer_list<const char*> boxes, const char* row)
{
    for (const char* name : boxes) {
        auto* box = fixture.find<FoldBox>(name);
        if (box == nullptr)
            return false;
        box->setOpen(true);
    }
    return bringIntoSight(fixture.find<QWidget>(row));
}

/// The packets of the run that is over were saved.
bool savePackets(WindowFixture& fixture)
{
    const RecordedRun reader = recordedRun(QStringLiteral("reader"));
    qputenv("HALFOPEN_FAKE_RECORDING", reader.path.toLocal8Bit());
    qunsetenv("HALFOPEN_FAKE_UNTIL");
    if (!fixture.run("capturing", reader.experiment) || !isQuiet(fixture) || !press(fixture, "savePackets"))
        return false;
    auto* dialog = fixture.find<QFileDialog>("saveDialog");
    if (dialog == nullptr)
        return false;
    const QString path = fixture.folder.filePath(QStringLiteral("reader.pcapng"));
    dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"))->setText(path);
    QTest::keyClick(dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit")), Qt::Key_Return);
    return reach([&] { return QFile::exists(path) && fixture.window->statusBar()->currentMessage().contains(QStringLiteral("reader.pcapng")); });
}

bool crash(WindowFixture& fixture, const char* deed)
{
    const RecordedRun reader = recordedRun(QStringLiteral("reader"));
    qputenv("HALFOPEN_FAKE_RECORDING", reader.path.toLocal8Bit());
    qputenv("HALFOPEN_FAKE_UNTIL", "9");
    return fixture.run(deed, reader.experiment) && fixture.controller.state() == RunController::State::Failed && isQuiet(fixture);
}

bool openLesson(WindowFixture& fixture, int number)
{
    const auto all = lessons();
    if (all.size() < number)
        return false;
    fixture.window->openLesson(all.at(number - 1));
    return front(fixture, "lesson") != nullptr;
}

bool fillHistory(WindowFixture& fixture)
{
    QDateTime started(QDate(2026, 11, 17), QTime(9, 12, 40, 512), Qt::UTC);
    for (const char* name : {"reader", "sender", "race", "reject", "reader"}) {
        const auto run = recordedRun(QLatin1String(name));
        if (fixture.keep(started.toString(QStringLiteral("yyyyMMdd'T'HHmmss.zzz'Z-4f2a'")), run.experiment, run.lines).isEmpty())
            return false;
        started = started.addSecs(21 * 3600 + 17 * 60 + 13);
    }
    auto* table = fixture.find<QTableView>("history");
    return front(fixture, "history") != nullptr && reach([&] { return table->model()->rowCount() == 5; });
}

bool compare(WindowFixture& fixture)
{
    if (!fillHistory(fixture))
        return false;
    fixture.find<QTableView>("history")->selectAll();
    fixture.find<QPushButton>("history.compare")->click();
    auto* results = fixture.window->findChild<ResultsPanel*>();
    return reach([&] { return results->compared().size() == 5; });
}

bool page(WindowFixture& fixture, ResultPages::Page page)
{
    auto* results = fixture.window->findChild<ResultsPanel*>();
    results->showPage(page);
    return front(fixture, "results") != nullptr;
}

/// A run that is over, seen as it was; `act` moves in it.
bool replay(WindowFixture& fixture, const char* name, const std::function<void()>& act)
{
    if (!play(fixture, recordedRun(QLatin1String(name))))
        return false;
    auto& run = fixture.window->shownRun();
    act();
    // The tables follow a little later.
    auto* rows = fixture.find<QTableView>("sockets")->model();
    return reach([&] {
        return run.isReplayed() && run.isRunning() && fixture.find<QToolButton>("replay.leave")->isVisible()
            && rows->index(0, SocketColumns::Unanswered).data().toString() != u"–";
    });
}

bool replayPaused(WindowFixture& fixture)
{
    auto* slider = fixture.find<QSlider>("replay.slider");
    return replay(fixture, "reader", [slider] { slider->setValue(slider->maximum() * 3 / 5); });
}

bool replayEnd(WindowFixture& fixture)
{
    auto* back = fixture.find<QToolButton>("replay.back");
    if (!replay(fixture, "sender", [back] { back->click(); }))
        return false;
    fixture.find<QToolButton>("replay.end")->click();
    return reach([&] { return !fixture.window->shownRun().isRunning(); });
}

QWidget* dialog(WindowFixture& fixture, const char* action, const char* name)
{
    if (!press(fixture, action))
        return nullptr;
    auto* found = fixture.find<QDialog>(name);
    return found != nullptr && reach([&] { return found->isVisible(); }) ? found : nullptr;
}

bool projector(WindowFixture& fixture)
{
    const QSize size = fixture.window->size();
    if (!press(fixture, "projector"))
        return false;
    fixture.window->resize(size);
    return reach([&] { return fixture.window->isProjector(); });
}

/// Brings the fixture's own window into a state.
Scene scene(const char* name, std::function<bool(WindowFixture&)> make)
{
    return {QLatin1String(name), [make = std::move(make)](WindowFixture& fixture) -> QWidget* { return make(fixture) ? fixture.window.get() : nullptr; }};
}

Scene dialogScene(const char* name, const char* action, const char* object)
{
    return {QLatin1String(name), [action, object](WindowFixture& fixture) { return dialog(fixture, action, object); }};
}

QList<Scene> beforeARun()
{
    return {
        scene("welcome", [](WindowFixture& f) { f.window->showWelcome(); return true; }),
        scene("planned", [](WindowFixture&) { return true; }),
        scene("planned-race", [](WindowFixture& f) { f.window->draft().load(recordedRun(QStringLiteral("race")).experiment); return true; }),
        scene("planned-direct", [](WindowFixture& f) {
            Experiment experiment = recordedRun(QStringLiteral("reader")).experiment;
            experiment.path = PathKind::Direct;
            f.window->draft().load(experiment);
            return unfold(f, {"networkBox"}, "network.path");
        }),
        scene("planned-empty-docks", [](WindowFixture& f) { return front(f, "log") != nullptr && front(f, "lesson") != nullptr; }),
        scene("planned-no-history", [](WindowFixture& f) { return front(f, "history") != nullptr && page(f, ResultPages::Spread); }),
        scene("planned-more-options", [](WindowFixture& f) { return unfold(f, {"client.more"}, "client.IP_RECVERR"); }),
        scene("planned-kernel", [](WindowFixture& f) { return unfold(f, {"networkBox", "sysctls"}, "network.family"); }),
        scene("planned-faults-router", planWireFaults),
        scene("planned-faults-client", [](WindowFixture& f) {
            return planFaults(f, FaultPlace::Client, faultsAt(Host::Client, {FaultKind::InterfaceDown, FaultKind::LocalDrop, FaultKind::RouteRemoved}), "fault.clientLocalDrop.row");
        }),
        scene("planned-faults-cable", planCableOut),
        scene("planned-no-namespaces", [](WindowFixture& f) { return onLoopbackMachine(f) && planCableOut(f); }),
        scene("planned-faults-server", [](WindowFixture& f) {
            return planFaults(f, FaultPlace::Server, faultsAt(Host::Server, {FaultKind::Freeze, FaultKind::Reboot, FaultKind::AddressRemoved}), "fault.serverReboot.row");
        }),
        scene("lesson-reader", [](WindowFixture& f) { return openLesson(f, 2); }),
        scene("lesson-sender", [](WindowFixture& f) { return openLesson(f, 4); }),
    };
}

QList<Scene> duringARun()
{
    return {
        scene("running-reader", [](WindowFixture& f) { return play(f, recordedRun(QStringLiteral("reader")), 9); }),
        scene("running-sender", [](WindowFixture& f) { return play(f, recordedRun(QStringLiteral("sender")), 5.5); }),
        scene("running-race", [](WindowFixture& f) {
            f.window->viewState().setCompared(LaneKind::Wire);
            return play(f, recordedRun(QStringLiteral("race")), 10.3);
        }),
        scene("running-nat", [](WindowFixture& f) {
            f.window->viewState().setPair(1);
            return play(f, recordedRun(QStringLiteral("nat")), 3.5) && bringIntoSight(f.find<QWidget>("fault.natForget.row"));
        }),
        scene("projector-running", [](WindowFixture& f) {
            // The countdown goes on ten times a second: without it this would be the picture of its first moment.
            return play(f, recordedRun(QStringLiteral("reader")), 9) && projector(f)
                && reach([&] { return f.find<QLabel>("projector.number")->text().section(u' ', 0, 0).toDouble() < 8; });
        }),
    };
}

QList<Scene> afterARun()
{
    return {
        scene("finished-reader", [](WindowFixture& f) { return play(f, recordedRun(QStringLiteral("reader"))); }),
        scene("finished-sender", [](WindowFixture& f) { return play(f, recordedRun(QStringLiteral("sender"))); }),
        scene("finished-reject", [](WindowFixture& f) { return play(f, recordedRun(QStringLiteral("reject"))); }),
        scene("finished-info", [](WindowFixture& f) {
            f.window->viewState().setInfo(InfoField::Rto);
            return play(f, recordedRun(QStringLiteral("reject")));
        }),
        scene("finished-info-age", [](WindowFixture& f) {
            f.window->viewState().setInfo(InfoField::SinceAck);
            return play(f, recordedRun(QStringLiteral("reader")));
        }),
        scene("finished-heartbeat", [](WindowFixture& f) {
            f.window->viewState().setCompared(LaneKind::Call);
            return play(f, recordedRun(QStringLiteral("reject")));
        }),
        scene("finished-nat", [](WindowFixture& f) { return play(f, recordedRun(QStringLiteral("nat"))); }),
        scene("finished-ends", [](WindowFixture& f) {
            f.window->viewState().setCompared(LaneKind::Call);
            return play(f, recordedRun(QStringLiteral("ends")));
        }),
        scene("finished-orphan", [](WindowFixture& f) {
            if (!play(f, recordedRun(QStringLiteral("ends"))))
                return false;
            f.window->viewState().setPair(1);
            return true;
        }),
        scene("finished-packets-saved", savePackets),
        scene("finished-both-ends", [](WindowFixture& f) {
            f.window->viewState().setShowsBothEnds(true);
            return play(f, recordedRun(QStringLiteral("sender")));
        }),
        scene("finished-race", [](WindowFixture& f) {
            f.window->viewState().setCompared(LaneKind::Call);
            return play(f, recordedRun(QStringLiteral("race")));
        }),
        scene("finished-log", [](WindowFixture& f) { return play(f, recordedRun(QStringLiteral("reader"))) && front(f, "log") != nullptr; }),
        scene("finished-sockets", [](WindowFixture& f) {
            if (!play(f, recordedRun(QStringLiteral("race"))) || front(f, "sockets") == nullptr)
                return false;
            f.window->viewState().setCursor(std::chrono::seconds(6));
            auto* sockets = f.find<QTableView>("sockets");
            return reach([&] { return sockets->model()->index(0, SocketColumns::Unanswered).data().toString() == u"1"; });
        }),
        scene("finished-why", [](WindowFixture& f) { return play(f, recordedRun(QStringLiteral("sender"))) && front(f, "why") != nullptr; }),
        scene("finished-why-counters", [](WindowFixture& f) {
            if (!play(f, recordedRun(QStringLiteral("sender"))) || front(f, "why") == nullptr)
                return false;
            auto* why = f.find<QTextBrowser>("why");
            why->verticalScrollBar()->setValue(why->verticalScrollBar()->maximum());
            return why->toPlainText().contains(QStringLiteral("TCPWinProbe"));
        }),
        scene("replay-paused", replayPaused),
        scene("replay-reject", [](WindowFixture& f) { // the hosts as they were while the router rejected
            auto* slider = f.find<QSlider>("replay.slider");
            return replay(f, "reject", [slider] { slider->setValue(slider->maximum() * 2 / 5); })
                && !f.window->findChild<TopologyView*>()->scene().router.empty();
        }),
        scene("replay-end", replayEnd),
        scene("projector-finished", [](WindowFixture& f) { return play(f, recordedRun(QStringLiteral("reader"))) && projector(f); }),
        scene("projector-race", [](WindowFixture& f) {
            f.window->viewState().setCompared(LaneKind::Wire);
            return play(f, recordedRun(QStringLiteral("race"))) && projector(f);
        }),
        scene("refused", [](WindowFixture& f) {
            Experiment experiment = recordedRun(QStringLiteral("reader")).experiment;
            experiment.sysctl["tcp_retries2"] = 5;
            return onLoopbackMachine(f) && f.run("refused", experiment) && f.controller.state() == RunController::State::Refused;
        }),
        scene("failed", [](WindowFixture& f) { return crash(f, "crash-amid-recording"); }), // amid the silence after the fault
        scene("failed-early", [](WindowFixture& f) { return crash(f, "crash"); }),
    };
}

QList<Scene> results()
{
    return {
        scene("history", fillHistory),
        scene("compare", compare),
        scene("results-spread", [](WindowFixture& f) { return play(f, recordedRun(QStringLiteral("race"))) && page(f, ResultPages::Spread); }),
        scene("results-100", [](WindowFixture& f) { return crowd(f) && page(f, ResultPages::Charts); }),
        scene("results-100-spread", [](WindowFixture& f) { return crowd(f) && page(f, ResultPages::Spread); }),
        scene("results-overlay", [](WindowFixture& f) { return compare(f) && page(f, ResultPages::Overlay); }),
        scene("results-table", [](WindowFixture& f) { return play(f, recordedRun(QStringLiteral("race"))) && page(f, ResultPages::Table); }),
        dialogScene("glossary", "showGlossary", "glossary"),
        dialogScene("keyboard", "shortcuts", "keyboardPage"),
    };
}

} // namespace

QList<Scene> allScenes() { return beforeARun() + duringARun() + afterARun() + results() + sweepScenes(); }

} // namespace halfopen
