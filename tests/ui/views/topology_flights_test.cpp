// SPDX-License-Identifier: GPL-3.0-or-later
// Packets on the screen, slower than they are: none may be seen where none was.
#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <iterator>

#include "sample_script.h"
#include "ui/topology/topology_scene.h"

using namespace halfopen;

namespace {

TopologyScene sceneOf(const samples::SampleRun& run, double seconds)
{
    const RunFacts facts =
        RunFacts::of(&run.timeline, run.timeline.experiment(), run.predictions, run.timeline.lastTime(), run.live);
    return TopologyScene::at(facts, 0, Host::Client, seconds);
}

/// Client's program, client's kernel, server's kernel, server's program; "(-)": there is no connection yet.
QString told(const samples::SampleRun& run, double seconds)
{
    const TopologyScene scene = sceneOf(run, seconds);
    QStringList lines;
    for (const Knower* const knower : {&scene.hosts[0].program, &scene.hosts[0].kernel, &scene.hosts[1].kernel, &scene.hosts[1].program})
        lines << (knower->knowing == Knowing::Nothing ? QStringLiteral("%1 (-)") : QStringLiteral("%1")).arg(knower->statement());
    return lines.join(QStringLiteral(" | "));
}

std::vector<samples::SampleRun> allRuns()
{
    std::vector<samples::SampleRun> all;
    for (auto runs : {samples::all(), samples::hostStates(), samples::faultStates()})
        std::ranges::move(runs, std::back_inserter(all));
    return all;
}

} // namespace

class TopologyFlightsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support (raise|grabbing))"))); }

    void nothingPassesAnOpenSwitch_data();
    void nothingPassesAnOpenSwitch();
    void whatWasThereBeforeTheCutIsNotOnItsWayAfterIt();
    void hostsComeAsFarAsTheirHandshake();
    void slowTimeKeepsThePaceOfPackets();
};

void TopologyFlightsTest::nothingPassesAnOpenSwitch_data()
{
    QTest::addColumn<std::size_t>("number");
    std::size_t number = 0;
    for (const samples::SampleRun& each : allRuns()) {
        QTest::addRow("%zu %s", number, each.name.c_str()) << number;
        ++number;
    }
}

void TopologyFlightsTest::nothingPassesAnOpenSwitch()
{
    QFETCH(std::size_t, number);
    const auto all = allRuns();
    const samples::SampleRun& run = all.at(number);
    if (!run.timeline.startedAt())
        return;
    const double last = toSeconds(run.timeline.lastTime() - *run.timeline.startedAt());
    for (double at = -0.2; at < std::min(last, 30.0) + 2; at += 0.02) {
        const TopologyScene scene = sceneOf(run, at);
        for (const FlyingPacket& packet : scene.packets) {
            if (packet.lost || packet.isMade)
                continue;
            const bool shut = packet.from == Host::Client ? scene.toServer.cutFor.has_value() : scene.toClient.cutFor.has_value();
            QVERIFY2(!shut && !scene.isCableOut(), qPrintable(QStringLiteral("%1 at %2 s").arg(packet.labels.value(0)).arg(at)));
        }
    }
}

void TopologyFlightsTest::whatWasThereBeforeTheCutIsNotOnItsWayAfterIt()
{
    // The handshake is still being drawn when the cable is cut; what is sent then is seen to be lost at once.
    Fault early;
    early.atSeconds = 0.2;
    samples::Script script(samples::experimentWith(samples::reader(true), early, "Cut early"));
    samples::armReader(script);
    script.fault(0.2, FaultEvent::What::Applied);
    script.packet(0.25, Host::Client, PacketKind::Data, PacketFate::Dropped, 64);
    for (const bool live : {false, true}) {
        samples::Script copy = script;
        if (!live)
            copy.end(5);
        else
            copy.at(5, NoteEvent{"still waiting"});
        const samples::SampleRun run = copy.finish("early", live);
        const auto delivered = [&](double at) { return std::ranges::count(sceneOf(run, at).packets, false, &FlyingPacket::lost); };
        QVERIFY(delivered(0.19) > 0);
        for (double at = 0.2; at < 2; at += 0.01)
            QVERIFY2(delivered(at) == 0, qPrintable(QString::number(at)));
        const TopologyScene leaving = sceneOf(run, 0.3);
        QCOMPARE(leaving.packets.size(), std::size_t{1});
        QVERIFY(leaving.packets[0].lost && leaving.packets[0].way > 0);
        QVERIFY(sceneOf(run, 0.55).packets[0].hasEnded());
        // A second fault while it flies: its way is over.
        samples::Script twice = script;
        twice.at(0.3, FaultEvent{1, FaultEvent::What::Applied, defaultFault(FaultKind::CableOut), std::chrono::microseconds{20}, ""});
        QVERIFY(sceneOf(twice.finish("twice", true), 0.31).packets[0].hasEnded());
    }
}

void TopologyFlightsTest::hostsComeAsFarAsTheirHandshake()
{
    const samples::SampleRun run = samples::idleKeepalive(); // SYN at −0.05 s, each of the three takes 0.18 s on the screen
    QCOMPARE(told(run, 0.1), QStringLiteral("connect() (-) | SYN-SENT: is connecting (-) | LISTEN: is connecting (-) | accept() (-)"));
    QCOMPARE(told(run, 0.2), QStringLiteral("connect() (-) | SYN-SENT: is connecting (-) | SYN-RECV: is connecting (-) | accept() (-)"));
    QCOMPARE(told(run, 0.4), QStringLiteral("recv() blocked 0.4 s: believes in the peer | ESTABLISHED: believes in the peer | "
                                            "SYN-RECV: is connecting (-) | accept() (-)"));
    // An instant that stands is told as it was.
    RunFacts still = RunFacts::of(&run.timeline, run.timeline.experiment(), run.predictions, run.timeline.lastTime(), run.live);
    still.moves = false;
    QCOMPARE(TopologyScene::at(still, 0, Host::Client, 0.1).hosts[1].kernel.doing.first(), QStringLiteral("ESTABLISHED"));
}

void TopologyFlightsTest::slowTimeKeepsThePaceOfPackets()
{
    const samples::SampleRun run = samples::idleKeepalive();
    RunFacts facts = RunFacts::of(&run.timeline, run.timeline.experiment(), run.predictions, run.timeline.lastTime(), run.live);
    facts.replaySpeed = 0.1; // half of its way to the router takes an eighth of a second for the eye, 12.5 ms of the run
    const auto packets = TopologyScene::at(facts, 0, Host::Client, 5.07 + 0.0125).packets;
    QCOMPARE(packets.size(), std::size_t{1});
    QVERIFY2(std::abs(packets[0].way - 0.25) < 0.01, qPrintable(QString::number(packets[0].way)));
    QVERIFY(TopologyScene::at(facts, 0, Host::Client, 5.07 + 0.026).packets[0].hasEnded());
}

QTEST_MAIN(TopologyFlightsTest)
#include "topology_flights_test.moc"
