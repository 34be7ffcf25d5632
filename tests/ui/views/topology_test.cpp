// SPDX-License-Identifier: GPL-3.0-or-later
// The hosts and the cable: what they tell, and when they are painted.
#include <QApplication>
#include <QRegularExpression>
#include <QTest>
#include <QTimer>

#include <sys/resource.h>

#include <limits>

#include "core/predictor.h"
#include "sample_script.h"
#include "shown_hosts.h"
#include "ui/theme/colours.h"
#include "ui/faults/fault_text.h"
#include "ui/timeline/lane_text.h"
#include "ui/topology/topology_accessible.h"

using namespace halfopen;

namespace {

TopologyScene sceneOf(const samples::SampleRun& run, double seconds)
{
    const RunFacts facts =
        RunFacts::of(&run.timeline, run.timeline.experiment(), run.predictions, run.timeline.lastTime(), run.live);
    return TopologyScene::at(facts, 0, Host::Client, seconds);
}

QString signOf(Knowing knowing)
{
    switch (knowing) {
    case Knowing::Nothing:
        return QStringLiteral("-");
    case Knowing::Believes:
        return QStringLiteral("believes");
    case Knowing::Doubts:
        return QStringLiteral("doubts");
    case Knowing::Knows:
        return QStringLiteral("knows");
    case Knowing::Stopped:
        return QStringLiteral("stopped");
    case Knowing::Gone:
        break;
    }
    return QStringLiteral("gone");
}

/// Client's program, client's kernel, server's kernel, server's program.
QString told(const samples::SampleRun& run, double seconds)
{
    const TopologyScene scene = sceneOf(run, seconds);
    QStringList lines;
    for (const Knower* const knower : {&scene.hosts[0].program, &scene.hosts[0].kernel, &scene.hosts[1].kernel, &scene.hosts[1].program})
        lines << QStringLiteral("%1 (%2)").arg(knower->statement(), signOf(knower->knowing));
    return lines.join(QStringLiteral(" | "));
}

/// Counts what the window system asks to be painted.
class PaintCounter final : public QObject
{
public:
    explicit PaintCounter(QWidget& widget) { widget.installEventFilter(this); }
    int count = 0;
    int partial = 0;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Paint) {
            ++count;
            if (static_cast<QPaintEvent*>(event)->rect() != static_cast<QWidget*>(watched)->rect())
                ++partial;
        }
        return false;
    }
};

double cpuSeconds()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval& time) { return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6; };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

} // namespace

class TopologyTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support (raise|grabbing))"))); }

    void tellsWhoKnowsWhat_data();
    void tellsWhoKnowsWhat();
    void whereNothingIsLostNobodyIsInTheDark();
    void directPathHasNoRouter();
    void planTellsWhatWillBeDone();
    void wordsNeitherCollideNorVanish_data();
    void wordsNeitherCollideNorVanish();
    void lostPacketsEndWhereTheyAreLost();
    void whatTheRouterMakesBeginsThere();
    void strangeTimesArePainted();
    void nothingMovesWhenTheRunIsOver();
    void paintsOnlyWhatDiffers();
    void hundredLivePairsAreCheap();
};

void TopologyTest::tellsWhoKnowsWhat_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<double>("seconds");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, double seconds, const char* expected) {
        QTest::addRow("%s at %g s", name, seconds) << QString::fromLatin1(name) << seconds << QString::fromUtf8(expected);
    };
    const char* const holds = "ESTABLISHED: still believes in the peer (believes) | holds the socket: knows nothing (believes)";
    row("idle-keepalive", 0.5,
        "recv() blocked 0.5 s: believes in the peer (believes) | ESTABLISHED: believes in the peer (believes) | "
        "ESTABLISHED: believes in the peer (believes) | holds the socket: believes in the peer (believes)");
    row("idle-keepalive", 9.3,
        qPrintable(QStringLiteral("recv() blocked 9.3 s: knows nothing (believes) | "
                                  "ESTABLISHED: doubts: probe 2 of 3 unanswered (doubts) | %1").arg(QLatin1String(holds))));
    row("idle-keepalive", 14.4,
        qPrintable(QStringLiteral("recv() returned 13.29 s after the fault: knows: ETIMEDOUT (knows) | "
                                  "no socket any more: has given up the peer (knows) | %1").arg(QLatin1String(holds))));
    row("killed", 2.9,
        "recv() returned 0.9 ms after the fault: knows: end of stream (knows) | CLOSE-WAIT: knows: the peer has closed (knows) | "
        "FIN-WAIT-2: closed, waits for the peer's FIN (believes) | process killed: gone (gone)");
    row("frozen", 12,
        "recv() blocked 12.0 s: knows nothing (believes) | ESTABLISHED: still believes in the peer (believes) | "
        "ESTABLISHED: still believes in the peer (believes) | process stopped: frozen: sees nothing (stopped)");
    row("healed", 12,
        "recv() blocked 12.0 s: believes in the peer (believes) | ESTABLISHED: believes in the peer (believes) | "
        "ESTABLISHED: believes in the peer (believes) | holds the socket: believes in the peer (believes)");
    row("request", 8.5,
        qPrintable(QStringLiteral("recv() blocked 8.5 s: knows nothing (believes) | "
                                  "ESTABLISHED: doubts: sent again 5 ×, no answer (doubts) | %1").arg(QLatin1String(holds))));
}

void TopologyTest::tellsWhoKnowsWhat()
{
    QFETCH(QString, name);
    QFETCH(double, seconds);
    QFETCH(QString, expected);
    QCOMPARE(told(run(qPrintable(name)), seconds), expected);
}

void TopologyTest::whereNothingIsLostNobodyIsInTheDark()
{
    auto experiment = samples::plan(); // a probe every 5 s
    Fault forgets{.kind = FaultKind::NatForget};
    forgets.idleSeconds = 8;
    experiment.faults = {forgets};
    samples::Script script(experiment);
    samples::armReader(script);
    script.fault(1.0, FaultEvent::What::Applied);
    script.packet(5.0, Host::Client, PacketKind::Probe);
    script.at(9.0, NoteEvent{"waiting"});
    const auto run = script.finish("kept", true);
    QCOMPARE(told(run, 9.0), QStringLiteral("recv() blocked 9.0 s: believes in the peer (believes) | ESTABLISHED: believes in the peer (believes) | "
                                            "ESTABLISHED: believes in the peer (believes) | holds the socket: believes in the peer (believes)"));
    QCOMPARE(sceneOf(run, 9.0).countdown, QStringLiteral("the connection lives on"));
    experiment.faults.front().idleSeconds = 4; // forgotten before the first probe
    QVERIFY(!predict(experiment, KernelProfile{}).front().livesOn());
}

void TopologyTest::directPathHasNoRouter()
{
    Experiment experiment;
    experiment.pairs.resize(1);
    const auto boxOf = [&] { return TopologyScene::at(RunFacts::of(nullptr, experiment, {}, RunTime{0}, false), 0, Host::Client, 0).path; };
    QCOMPARE(boxOf(), PathKind::Routed);
    QCOMPARE(partName(TopologyPart::Router, boxOf()), QStringLiteral("Router"));
    experiment.path = PathKind::Direct;
    QCOMPARE(partName(TopologyPart::Router, boxOf()), QStringLiteral("Switch"));
    QCOMPARE(middleText(boxOf()), QStringLiteral("switch"));
    for (const CataloguedFault& entry : faultCatalogue()) {
        for (const QString& words : {placeText(entry.place, boxOf()), deedText(entry, boxOf()), effectText(entry, boxOf())})
            QVERIFY2(!words.contains(QStringLiteral("router"), Qt::CaseInsensitive), qPrintable(words));
    }
    experiment.place = PlaceKind::Loopback;
    QCOMPARE(partName(TopologyPart::Router, boxOf()), QStringLiteral("Loopback"));
}

void TopologyTest::planTellsWhatWillBeDone()
{
    ViewState state;
    TopologyView view(state);
    view.setExperiment(samples::plan());
    QCOMPARE(view.scene().hosts[0].program.statement(), QStringLiteral("will call recv()"));
    QCOMPARE(view.scene().hosts[1].program.statement(), QStringLiteral("will hold the socket"));
    QCOMPARE(view.scene().hosts[0].kernel.statement(), QStringLiteral("not connected yet"));
    QCOMPARE(view.scene().hint.value(0), QStringLiteral("Run, then click the cable to cut it"));
    Experiment experiment = samples::plan();
    experiment.pairs.front().client.activity = Activity::Request;
    view.setExperiment(experiment);
    QCOMPARE(view.scene().hosts[0].program.statement(), QStringLiteral("will send once, then recv()"));
    experiment.pairs.front().client.activity = Activity::Heartbeat;
    view.setExperiment(experiment);
    QCOMPARE(view.scene().hosts[0].program.statement(), QStringLiteral("will send heartbeats"));
}

void TopologyTest::wordsNeitherCollideNorVanish_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<double>("font");
    // What the centre of a window leaves of 1280x720, 1280x800, 1600x900 and 1920x1080; with a font half as large again.
    for (const QSize size : {QSize(560, 160), QSize(640, 170), QSize(680, 190), QSize(980, 230), QSize(1300, 300)})
        QTest::addRow("%dx%d", size.width(), size.height()) << size << 1.0;
    for (const QSize size : {QSize(620, 240), QSize(760, 260), QSize(1200, 330)})
        QTest::addRow("%dx%d, font 150 %%", size.width(), size.height()) << size << 1.5;
}

void TopologyTest::wordsNeitherCollideNorVanish()
{
    QFETCH(QSize, size);
    QFETCH(double, font);
    QFont large = QApplication::font();
    large.setPointSizeF(large.pointSizeF() * font);
    auto runs = samples::all();
    for (samples::SampleRun& each : samples::hostStates())
        runs.push_back(std::move(each));
    for (samples::SampleRun& each : samples::faultStates())
        runs.push_back(std::move(each));
    samples::SampleRun ipv6 = samples::idleKeepalive();
    ipv6.name = "ipv6";
    for (const Host host : {Host::Client, Host::Server})
        ipv6.timeline.append({ipv6.timeline.lastTime(), ProcessEvent{host, ProcessEvent::What::Started, 4711, 0, "fd00:5ca1:ab1e:1::1234:5678"}});
    runs.push_back(std::move(ipv6));
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    QStringList faults;
    for (const samples::SampleRun& each : runs) {
        for (const double seconds : {0.5, 1.2, 2.9, 4.1, 5.3, 8.4, 8.9, 9.3, 12.0, 14.4}) {
            QPainter painter(&image);
            const TopologyScene scene = sceneOf(each, seconds);
            const auto words = paintTopology(painter, QRectF(QPointF(0, 0), QSizeF(size)), scene, {lightPalette(), large});
            QVERIFY(words.size() >= 8);
            const QString where = QStringLiteral("%1 at %2 s: ").arg(QString::fromStdString(each.name)).arg(seconds);
            for (std::size_t i = 0; i < words.size(); ++i) {
                if (words[i].text.isEmpty()) {
                    faults << where + QStringLiteral("no room for '%1'").arg(words[i].missing);
                    continue;
                }
                if (!QRectF(QPointF(0, 0), QSizeF(size)).contains(words[i].area))
                    faults << where + QStringLiteral("'%1' leaves the picture").arg(words[i].text);
                for (std::size_t j = 0; j < i; ++j) {
                    if (!words[j].text.isEmpty() && words[i].area.intersects(words[j].area))
                        faults << where + QStringLiteral("'%1' runs into '%2'").arg(words[i].text, words[j].text);
                }
            }
        }
    }
    faults.removeDuplicates();
    QVERIFY2(faults.isEmpty(), qPrintable(faults.mid(0, 20).join(u'\n')));
}

void TopologyTest::lostPacketsEndWhereTheyAreLost()
{
    const TopologyScene dropped = sceneOf(run("idle-keepalive"), 5.07 + 0.6);
    QCOMPARE(dropped.packets.size(), std::size_t{1});
    QVERIFY(dropped.packets[0].lost && dropped.packets[0].hasEnded());
    QCOMPARE(dropped.packets[0].lostAt, 0.5); // in the router

    samples::SampleRun plugOut = run("cable-out-server");
    Packet probe;
    probe.pair = 0;
    probe.kind = PacketKind::Probe;
    probe.fate = PacketFate::Dropped;
    plugOut.timeline.append({plugOut.timeline.lastTime(), PacketEvent{probe}});
    const double at = toSeconds(plugOut.timeline.lastTime() - *plugOut.timeline.startedAt());
    const TopologyScene lost = sceneOf(plugOut, at + 0.9);
    QCOMPARE(lost.packets.size(), std::size_t{1});
    QVERIFY(lost.packets[0].hasEnded());
    QVERIFY(lost.packets[0].lostAt > 0.9); // past the router, at the plug
    QVERIFY(!sceneOf(plugOut, at + 0.3).packets[0].hasEnded());
}

void TopologyTest::whatTheRouterMakesBeginsThere()
{
    samples::SampleRun rejecting = run("whole");
    const RunTime at = rejecting.timeline.lastTime() + std::chrono::seconds{5};
    const double second = toSeconds(at - *rejecting.timeline.startedAt());
    Packet probe{.pair = 0, .kind = PacketKind::Probe, .fate = PacketFate::Rejected};
    rejecting.timeline.append({at, PacketEvent{probe}});
    const Packet icmp{.from = Host::Server, .pair = 0, .kind = PacketKind::Icmp, .isMade = true};
    rejecting.timeline.append({at, PacketEvent{icmp}});
    const TopologyScene scene = sceneOf(rejecting, second + 0.5);
    QVERIFY(!scene.packets.empty());
    QVERIFY(scene.packets[0].lost);
    QCOMPARE(scene.packets[0].lostAt, 0.5);
    QCOMPARE(scene.packets[0].fate, PacketFate::Rejected);
    const TopologyScene later = sceneOf(rejecting, second + 0.4);
    QCOMPARE(later.packets.size(), std::size_t{2});
    QVERIFY(later.packets[1].isMade);
    QVERIFY(later.packets[1].way >= 0.5 && !later.packets[1].hasEnded());
    QVERIFY(later.packets[1].labels.first().contains(QStringLiteral("made on the way")));
    // A share of the packets is no cut of the cable.
    Fault some = defaultFault(FaultKind::Drop);
    some.percent = 30;
    rejecting.timeline.append({at, FaultEvent{7, FaultEvent::What::Applied, some, std::chrono::microseconds{20}, ""}});
    QVERIFY(!sceneOf(rejecting, second + 1).isCut());
    QCOMPARE(faultText(some, false), QStringLiteral("30 % of packets lost"));
}

void TopologyTest::strangeTimesArePainted()
{
    Timeline timeline(samples::plan());
    timeline.append({RunTime{0}, HelloEvent{}});
    timeline.append({RunTime{std::numeric_limits<std::int64_t>::max() / 4}, StartedEvent{}});
    ViewState state;
    TopologyView hosts(state);
    hosts.resize(40, 30);
    hosts.setTimeline(&timeline);
    QVERIFY(!hosts.grab().isNull());
}

void TopologyTest::nothingMovesWhenTheRunIsOver()
{
    ShownHosts hosts(samples::idleKeepalive()); // its last packet, an RST, came 0.2 s before its end
    QVERIFY(!hosts.view.scene().isMoving());
    hosts.state.setCursor(fromSeconds(14.4)); // but it can be looked at again
    QVERIFY(hosts.view.scene().isMoving());
    hosts.state.setCursor(std::nullopt);
    hosts.view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&hosts.view));
    const auto timers = hosts.view.findChildren<QTimer*>();
    QVERIFY(!timers.isEmpty());
    for (const QTimer* const timer : timers)
        QVERIFY(!timer->isActive());
}

void TopologyTest::paintsOnlyWhatDiffers()
{
    ShownHosts hosts(samples::idleKeepalive());
    hosts.view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&hosts.view));
    QCoreApplication::processEvents();
    PaintCounter paints(hosts.view);
    hosts.view.update(); // with it goes whatever the first showing still had to paint
    QTRY_VERIFY(paints.count > 0);
    paints.count = 0;
    for (int i = 0; i < 50; ++i) { // told again and again of nothing new
        hosts.view.refresh();
        hosts.view.setPredictions(hosts.sample.predictions);
        QCoreApplication::processEvents();
    }
    QCOMPARE(paints.count, 0);
    // Two instants within the same tenths of all clocks, with nothing on its way, are one picture.
    hosts.state.setCursor(fromSeconds(3.55));
    QCoreApplication::processEvents();
    paints.count = 0;
    hosts.state.setCursor(fromSeconds(3.552));
    QCoreApplication::processEvents();
    QCOMPARE(paints.count, 0);
    hosts.state.setCursor(fromSeconds(3.65));
    QCoreApplication::processEvents();
    QCOMPARE(paints.count, 1);
    // A packet that flies on within the same tenth: only the cable is painted.
    double flying = 5.1;
    while (!sceneOf(hosts.sample, flying).differsInPacketsOnly(sceneOf(hosts.sample, flying + 0.01)))
        flying += 0.01;
    QVERIFY(flying < 5.4);
    hosts.state.setCursor(fromSeconds(flying));
    QCoreApplication::processEvents();
    paints.count = paints.partial = 0;
    hosts.state.setCursor(fromSeconds(flying + 0.01));
    QCoreApplication::processEvents();
    QCOMPARE(paints.count, 1);
    QCOMPARE(paints.partial, 1);
    // Hidden it does nothing at all.
    hosts.view.hide();
    hosts.view.setLive(true);
    for (const QTimer* const timer : hosts.view.findChildren<QTimer*>())
        QVERIFY(!timer->isActive());
}

void TopologyTest::hundredLivePairsAreCheap()
{
    samples::SampleRun sample = samples::hundredLivePairs();
    ShownHosts hosts(sample);
    hosts.view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&hosts.view));
    // Two seconds as in a live run: some event 30 times a second, a probe of the shown pair each second.
    PaintCounter paints(hosts.view);
    QElapsedTimer wall;
    wall.start();
    const RunTime begin = hosts.sample.timeline.lastTime();
    QTimer feed;
    int fed = 0;
    QObject::connect(&feed, &QTimer::timeout, &hosts.view, [&] {
        const RunTime at = begin + std::chrono::nanoseconds{wall.nsecsElapsed()};
        for (int pair = 0; pair < 3; ++pair) {
            Packet probe;
            probe.pair = fed % 30 == 0 && pair == 0 ? 0 : 1 + (fed * 3 + pair) % 99;
            probe.kind = PacketKind::Probe;
            hosts.sample.timeline.append({at, PacketEvent{probe}});
        }
        ++fed;
        hosts.view.refresh();
    });
    const double before = cpuSeconds();
    feed.start(33);
    QTRY_VERIFY_WITH_TIMEOUT(wall.elapsed() >= 2000, 10'000);
    const double used = cpuSeconds() - before;
    const double elapsed = static_cast<double>(wall.elapsed()) / 1000;
    feed.stop();
    qInfo("%.1f %% of a core, %d pictures in %.1f s, %d of the cable alone", 100 * used / elapsed, paints.count, elapsed, paints.partial);
    QVERIFY(fed > 20);
    QVERIFY(paints.count > 20);
    QVERIFY2(used < 0.10 * elapsed, qPrintable(QStringLiteral("%1 s of processor time in %2 s").arg(used).arg(elapsed)));
}

int main(int argc, char** argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    TopologyTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "topology_test.moc"
