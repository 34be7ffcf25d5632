// SPDX-License-Identifier: GPL-3.0-or-later
// The hosts and the cable while something is broken: which fault, where, for how long, and what is left of it.
#include <QTest>

#include "shown_hosts.h"
#include "ui/topology/topology_accessible.h"

using namespace halfopen;

namespace {

TopologyScene sceneOf(const samples::SampleRun& run, double seconds)
{
    const RunFacts facts =
        RunFacts::of(&run.timeline, run.timeline.experiment(), run.predictions, run.timeline.lastTime(), run.live);
    return TopologyScene::at(facts, 0, Host::Client, seconds);
}

samples::SampleRun broken(const char* wanted)
{
    for (const samples::SampleRun& each : samples::faultStates()) {
        if (each.name == wanted)
            return each;
    }
    qFatal("no sample run %s", wanted);
}

} // namespace

class TopologyFaultTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void routerTellsWhatItDoes_data();
    void routerTellsWhatItDoes();
    void hostTellsWhatIsWrongWithIt_data();
    void hostTellsWhatIsWrongWithIt();
    void middleboxRemembersAtEveryInstant();
    void rebootedHostRemembersNothing();
    void nothingInForceSaysNothing();
    void clockIsNoChangeForAScreenReader();
};

void TopologyFaultTest::routerTellsWhatItDoes_data()
{
    QTest::addColumn<QString>("box");  // in the router's box
    QTest::addColumn<QString>("over"); // over the cable
    QTest::addColumn<QString>("told"); // for a screen reader
    const auto row = [](const char* name, const char* box, const char* over, const char* told) {
        QTest::newRow(name) << QString::fromUtf8(box) << QString::fromUtf8(over) << QString::fromUtf8(told);
    };
    row("delay", "delays / +150 ms", "+150 ms for 3.2 s", "In force for 3.2 s: +150 ms.");
    row("reject-rst", "rejects / RST", "rejected: RST for 3.2 s", "In force for 3.2 s: rejected: RST.");
    row("reject-port", "rejects / ICMP port unreachable", "rejected: ICMP port unreachable for 3.2 s",
        "In force for 3.2 s: rejected: ICMP port unreachable.");
    row("reset", "sent RST / 3.2 s ago", "RST injected 3.2 s ago", "Injected a RST into every connection 3.2 s ago.");
    row("nat-remembers", "NAT forgets / in 2.8 s", "the NAT remembers this connection for 2.8 s more",
        "Forgets a connection that is silent for 5.00 s. Counted from the last packet that passed, it remembers this pair for 2.8 s more.");
    row("nat-forgot", "NAT has forgotten / RST", "the NAT has forgotten this connection: RST",
        "Forgets a connection that is silent for 2.00 s. As the packets on the way tell, it has forgotten this pair; its answer: RST.");
    row("drop-some", "drops 30 % / both ways", "30 % of packets lost for 3.2 s", "In force for 3.2 s: 30 % of packets lost.");
    row("drop-acks", "drops 30 % / bare ACKs", "30 % of ACKs lost, to the client for 3.2 s", "In force for 3.2 s: 30 % of ACKs lost, to the client.");
    row("drop-nth", "drops no. 2 / keepalive probes", "probe no. 2 lost for 3.2 s", "In force for 3.2 s: probe no. 2 lost.");
    row("cut-and-delay", "drops / both ways", "cut 3.2 s ago", "Drops all packets since 3.2 s. In force for 3.2 s: +150 ms.");
}

void TopologyFaultTest::routerTellsWhatItDoes()
{
    QFETCH(QString, box);
    QFETCH(QString, over);
    QFETCH(QString, told);
    const TopologyScene scene = sceneOf(broken(QTest::currentDataTag()), 4.2);
    QVERIFY(!scene.router.empty());
    const FaultWords& first = scene.router.front();
    QCOMPARE(first.what.value(0) + QStringLiteral(" / ") + first.detail.value(0), box);
    QCOMPARE(first.over.value(0), over);
    QCOMPARE(partDescription(scene, TopologyPart::Router), told);
}

void TopologyFaultTest::hostTellsWhatIsWrongWithIt_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("told");
    QTest::newRow("interface-down") << "interface down for 3.2 s" << "In force for 3.2 s: interface down.";
    QTest::newRow("route-removed") << "no route to the peer for 3.2 s" << "In force for 3.2 s: no route to the peer.";
    QTest::newRow("address-removed") << "address removed for 3.2 s" << "In force for 3.2 s: address removed.";
    QTest::newRow("neighbour-lost") << "next hop answers no ARP for 3.2 s" << "In force for 3.2 s: next hop answers no ARP.";
    QTest::newRow("local-drop") << "own queue drops what it sends for 3.2 s" << "In force for 3.2 s: own queue drops what it sends.";
    QTest::newRow("kill") << "program killed 3.2 s ago" << "Its program was killed 3.2 s ago.";
    QTest::newRow("freeze") << "program frozen for 3.2 s" << "Its program has been frozen for 3.2 s.";
    QTest::newRow("power-off") << "powered off 3.2 s ago" << "It was powered off 3.2 s ago.";
    QTest::newRow("destroy") << "sockets destroyed 3.2 s ago" << "Its sockets were destroyed 3.2 s ago.";
    QTest::newRow("reboots") << "reboots: back in 1.8 s" << "It reboots and will be back in 1.8 s.";
    QTest::newRow("rebooted") << "rebooted, back for 2.2 s" << "It has rebooted and has been back for 2.2 s, without memory of any connection.";
}

void TopologyFaultTest::hostTellsWhatIsWrongWithIt()
{
    QFETCH(QString, words);
    QFETCH(QString, told);
    const TopologyScene scene = sceneOf(broken(QTest::currentDataTag()), 4.2);
    const HostScene& server = scene.host(Host::Server);
    QCOMPARE(server.fates.empty() ? server.network.front().over.value(0) : server.fates.front().what.value(0), words);
    const QString description = partDescription(scene, TopologyPart::Server);
    QVERIFY2(description.contains(told), qPrintable(description));
}

void TopologyFaultTest::middleboxRemembersAtEveryInstant()
{
    const samples::SampleRun run = broken("nat-remembers"); // idle for 5 s; heard at 0.5 s and at 2 s
    const auto left = [&](double seconds) { return sceneOf(run, seconds).router.front().detail.value(0); };
    QCOMPARE(left(1.5), QStringLiteral("in 4.0 s"));
    QCOMPARE(left(2.5), QStringLiteral("in 4.5 s"));
    QVERIFY(sceneOf(run, 7.1).router.front().forgotten);
    QVERIFY(!sceneOf(run, 4.2).router.front().harms); // nothing is lost yet
}

void TopologyFaultTest::rebootedHostRemembersNothing()
{
    const TopologyScene off = sceneOf(broken("rebooted"), 1.5);
    QCOMPARE(off.host(Host::Server).kernel.statement(), QStringLiteral("no power: gone, and all it knew"));
    const TopologyScene back = sceneOf(broken("rebooted"), 4.2);
    QCOMPARE(back.host(Host::Server).kernel.statement(), QStringLiteral("booted anew: remembers no connection"));
    QCOMPARE(back.host(Host::Server).program.statement(), QStringLiteral("not started again: gone"));
    QCOMPARE(back.host(Host::Client).kernel.knowing, Knowing::Believes);
}

void TopologyFaultTest::nothingInForceSaysNothing()
{
    const TopologyScene before = sceneOf(broken("three"), 0.9);
    QVERIFY(before.router.empty());
    QCOMPARE(partDescription(before, TopologyPart::Router), QStringLiteral("Lets all packets pass."));
    QCOMPARE(sceneOf(broken("three"), 1.1).router.size(), std::size_t{3});
}

void TopologyFaultTest::clockIsNoChangeForAScreenReader()
{
    const samples::SampleRun run = broken("nat-remembers");
    QVERIFY(sceneOf(run, 3.0) != sceneOf(run, 3.2));
    QVERIFY(partsThatDiffer(sceneOf(run, 3.0), sceneOf(run, 3.2)).empty());
    const auto forgets = partsThatDiffer(sceneOf(run, 6.9), sceneOf(run, 7.1));
    QCOMPARE(forgets, std::vector{TopologyPart::Router});
}

QTEST_MAIN(TopologyFaultTest)
#include "topology_fault_test.moc"
