// SPDX-License-Identifier: GPL-3.0-or-later
// The state machine of a run against agents that do well and badly. None of them may crash it or hang it.
#include "session/run_controller.h"

#include <QElapsedTimer>
#include <QMetaEnum>
#include <QRegularExpression>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

#include <cerrno>
#include <csignal>

#include "session/replay.h"

using namespace halfopen;
using State = RunController::State;

namespace {

Experiment readerOfAKilledPeer()
{
    Experiment experiment;
    experiment.timeLimitSeconds = 30;
    Pair pair;
    pair.name = "reader";
    pair.client.activity = Activity::Recv;
    experiment.pairs.push_back(pair);
    experiment.faults.push_back({.kind = FaultKind::Kill});
    return experiment;
}

QString nameOf(State state)
{
    return QString::fromLatin1(QMetaEnum::fromType<State>().valueToKey(static_cast<int>(state)));
}

/// A controller with an agent that does this, and all that it announced.
class Scene final
{
public:
    explicit Scene(const char* deed, const QString& program = QStringLiteral(FAKE_AGENT_PROGRAM))
        : controller(program), ended(&controller, &RunController::runEnded)
    {
        qputenv("HALFOPEN_FAKE_AGENT", deed);
        QObject::connect(&controller, &RunController::stateChanged, &controller, [this](State state) { states += nameOf(state); });
        QObject::connect(&controller, &RunController::linesArrived, &controller, [this](const QString&, const QByteArray& more) { lines += more; });
        QObject::connect(&controller, &RunController::timelineGrew, &controller, [this] { ++growths; });
    }

    RunController controller;
    QSignalSpy ended;
    QStringList states;
    QByteArray lines;
    int growths = 0;
};

} // namespace

class RunControllerTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runsToTheEnd();
    void endsByItselfWhenAllHaveFailed();
    void aRunCanFollowAnother();
    void predictsAgainAtTheFault_data();
    void predictsAgainAtTheFault();
    void cancelBreaksOff();
    void faultsCanBeMadeByHand();
    void badAgentsFailTheRun_data();
    void badAgentsFailTheRun();
    void aRefusalIsNoFailure();
    void aFloodIsGathered();
    void silentAgentsAreNotWaitedForForEver();
    void theAgentGoesWithTheController();
};

void RunControllerTest::runsToTheEnd()
{
    Scene scene("good");
    QSignalSpy began(&scene.controller, &RunController::runBegan);
    scene.controller.start(readerOfAKilledPeer());
    QCOMPARE(scene.controller.state(), State::Starting);
    QCOMPARE(began.count(), 1);
    QVERIFY(QRegularExpression(QStringLiteral("^\\d{8}T\\d{6}\\.\\d{3}Z-[0-9a-f]{4}$")).match(scene.controller.runId()).hasMatch());
    QTRY_COMPARE_WITH_TIMEOUT(scene.ended.count(), 1, 10000);
    QCOMPARE(scene.states.join(QLatin1Char(' ')), QStringLiteral("Starting Running Finishing Finished"));
    QCOMPARE(scene.controller.message(), QString());
    const std::vector<Outcome> outcomes = scene.controller.outcomes();
    QCOMPARE(outcomes.size(), std::size_t{2});
    QCOMPARE(QString::fromStdString(std::string(name(outcomes[0].verdict))), QStringLiteral("inside"));
    QCOMPARE(QString::fromStdString(std::string(name(outcomes[1].verdict))), QStringLiteral("not-applicable"));

    const Result<ReplayedRun> again = replay(readerOfAKilledPeer(), scene.lines);
    QVERIFY(again.ok());
    QVERIFY(again->predictions == scene.controller.predictions());
    QVERIFY(again->outcomes == outcomes);
}

void RunControllerTest::endsByItselfWhenAllHaveFailed()
{
    Scene scene("good");
    QElapsedTimer timer;
    timer.start();
    scene.controller.start(readerOfAKilledPeer());
    QTRY_COMPARE_WITH_TIMEOUT(scene.ended.count(), 1, 10000);
    QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed()))); // the time limit is 30 s
}

void RunControllerTest::aRunCanFollowAnother()
{
    Scene scene("good");
    QStringList ids;
    connect(&scene.controller, &RunController::runEnded, this, [&](const QString& id) {
        ids += id;
        if (ids.size() < 3)
            scene.controller.start(readerOfAKilledPeer()); // from within the announcement of the end
    });
    scene.controller.start(readerOfAKilledPeer());
    QTRY_COMPARE_WITH_TIMEOUT(ids.size(), 3, 20000);
    QCOMPARE(scene.controller.state(), State::Finished);
    QCOMPARE(QSet<QString>(ids.begin(), ids.end()).size(), 3);
}

void RunControllerTest::predictsAgainAtTheFault_data()
{
    QTest::addColumn<QByteArray>("deed");
    QTest::newRow("infos after the fault") << QByteArray("dropped");
    QTest::newRow("infos around the fault") << QByteArray("dropped-amid-infos");
}

void RunControllerTest::predictsAgainAtTheFault()
{
    QFETCH(QByteArray, deed);
    Experiment experiment = readerOfAKilledPeer();
    experiment.faults.front().kind = FaultKind::Drop;
    SocketOptions& options = experiment.pairs.front().client.options;
    options.keepAlive = true;
    options.keepIdleSeconds = 2;
    options.keepIntervalSeconds = 1;
    options.keepCount = 3;
    Scene scene(deed.constData());
    scene.controller.start(experiment);
    const std::vector<Prediction> planned = scene.controller.predictions();
    QCOMPARE(planned.size(), std::size_t{2});
    QTRY_COMPARE_WITH_TIMEOUT(scene.controller.timeline().endsAtFault().size(), std::size_t{2}, 10000);
    QTRY_VERIFY_WITH_TIMEOUT(scene.controller.predictions() == predictRun(scene.controller.timeline()), 10000);
    QVERIFY(scene.controller.state() == State::Running);
    QVERIFY(scene.controller.predictions().front().hull() != planned.front().hull());
    scene.controller.cancel();
    QTRY_COMPARE_WITH_TIMEOUT(scene.ended.count(), 1, 10000);
}

void RunControllerTest::cancelBreaksOff()
{
    Scene scene("mortal");
    scene.controller.start(readerOfAKilledPeer());
    QTRY_COMPARE_WITH_TIMEOUT(scene.controller.state(), State::Running, 10000);
    scene.controller.cancel();
    QTRY_COMPARE_WITH_TIMEOUT(scene.ended.count(), 1, 10000);
    QCOMPARE(scene.controller.state(), State::Finished);
    QVERIFY(scene.controller.wasCancelled());
    QVERIFY(scene.controller.timeline().startedAt().has_value());

    // Before the agent has said a word, too.
    scene.controller.start(readerOfAKilledPeer());
    QVERIFY(!scene.controller.wasCancelled());
    scene.controller.cancel();
    QTRY_COMPARE_WITH_TIMEOUT(scene.ended.count(), 2, 10000);
    QCOMPARE(scene.controller.state(), State::Finished);
    QVERIFY(scene.controller.wasCancelled());
}

void RunControllerTest::faultsCanBeMadeByHand()
{
    Scene scene("mortal");
    scene.controller.start(readerOfAKilledPeer());
    QTRY_COMPARE_WITH_TIMEOUT(scene.controller.state(), State::Running, 10000);
    scene.controller.applyFault({.kind = FaultKind::Drop, .direction = Direction::ToServer});
    QTRY_COMPARE_WITH_TIMEOUT(scene.controller.timeline().faults().size(), std::size_t{1}, 10000);
    QCOMPARE(scene.controller.timeline().faults().front().id, 1);
    QVERIFY(scene.controller.timeline().faults().front().fault.direction == Direction::ToServer);
    scene.controller.healFault(1);
    QTRY_VERIFY_WITH_TIMEOUT(scene.controller.timeline().faults().front().healed.has_value(), 10000);
    scene.controller.cancel();
    QTRY_COMPARE_WITH_TIMEOUT(scene.ended.count(), 1, 10000);
}

void RunControllerTest::badAgentsFailTheRun_data()
{
    QTest::addColumn<QByteArray>("deed");
    QTest::addColumn<QString>("words");
    QTest::newRow("garbage") << QByteArray("garbage") << QStringLiteral("cannot be read");
    QTest::newRow("wrong keys") << QByteArray("wrong-keys") << QStringLiteral("cannot be read");
    QTest::newRow("half a line") << QByteArray("half") << QStringLiteral("in the middle of a line");
    QTest::newRow("a huge line") << QByteArray("huge") << QStringLiteral("more than 65536 bytes");
    QTest::newRow("output without end") << QByteArray("endless") << QStringLiteral("more than 65536 bytes");
    QTest::newRow("a crash") << QByteArray("crash") << QStringLiteral("signal 11 in the middle of the run. It said: about to crash");
    QTest::newRow("leaving") << QByteArray("leaves") << QStringLiteral("with status 3. It said: no more memory");
    QTest::newRow("no hello") << QByteArray("stranger") << QStringLiteral("did not introduce itself");
    QTest::newRow("two hellos") << QByteArray("twice") << QStringLiteral("introduced itself twice");
    QTest::newRow("a newer protocol") << QByteArray("newer") << QStringLiteral("99");
    QTest::newRow("a failure") << QByteArray("failed") << QStringLiteral("The cable could not be cut.");
    QTest::newRow("a fault that cannot be made") << QByteArray("fault-fails") << QStringLiteral("'kill' could not be made: no such process");
    QTest::newRow("an unknown deed") << QByteArray("none of them") << QStringLiteral("names nothing that is known");
    QTest::newRow("no such program") << QByteArray() << QStringLiteral("does not exist");
}

void RunControllerTest::badAgentsFailTheRun()
{
    QFETCH(QByteArray, deed);
    QFETCH(QString, words);
    Scene scene(deed.constData(), deed.isEmpty() ? QStringLiteral("/no/such/agent") : QStringLiteral(FAKE_AGENT_PROGRAM));
    scene.controller.start(readerOfAKilledPeer());
    QTRY_COMPARE_WITH_TIMEOUT(scene.ended.count(), 1, 10000);
    QCOMPARE(nameOf(scene.controller.state()), QStringLiteral("Failed"));
    QVERIFY2(scene.controller.message().contains(words), qPrintable(scene.controller.message()));
    QVERIFY(!scene.controller.isActive());
    (void)scene.controller.outcomes();
}

void RunControllerTest::aRefusalIsNoFailure()
{
    Scene scene("refused");
    scene.controller.start(readerOfAKilledPeer());
    QTRY_COMPARE_WITH_TIMEOUT(scene.ended.count(), 1, 10000);
    QCOMPARE(nameOf(scene.controller.state()), QStringLiteral("Refused"));
    QVERIFY2(scene.controller.message().startsWith(QStringLiteral("Could not make the veth pair client0: EOPNOTSUPP")), qPrintable(scene.controller.message()));
    QVERIFY2(scene.controller.remedy().startsWith(QStringLiteral("Run 'halfopen-cli check' to see what this machine can run")), qPrintable(scene.controller.remedy()));
}

void RunControllerTest::aFloodIsGathered()
{
    Scene scene("flood");
    QElapsedTimer timer;
    timer.start();
    scene.controller.start(readerOfAKilledPeer());
    QTRY_COMPARE_WITH_TIMEOUT(scene.ended.count(), 1, 30000);
    QCOMPARE(scene.controller.state(), State::Finished);
    QVERIFY(scene.controller.timeline().eventCount() > 20000);
    QCOMPARE(static_cast<std::size_t>(scene.lines.count('\n')), scene.controller.timeline().eventCount());
    QVERIFY2(scene.growths <= 2 + timer.elapsed() / 33, qPrintable(QString::number(scene.growths)));
}

/// All at once, because each of them takes seconds.
void RunControllerTest::silentAgentsAreNotWaitedForForEver()
{
    Experiment experiment = readerOfAKilledPeer();
    experiment.timeLimitSeconds = 1;
    Scene silent("silent");
    silent.controller.start(experiment);
    Scene deaf("deaf"); // neither ends at its time limit nor goes when its standard input closes
    deaf.controller.start(experiment);
    Scene afterDeath("deaf-after-death");
    afterDeath.controller.start(experiment);
    Scene notGoing("lingering"); // says that it has finished, and stays
    notGoing.controller.start(experiment);
    Scene cancelled("deaf");
    cancelled.controller.start(experiment);
    Scene stubborn("stubborn"); // is cancelled while it builds, and then says that it has started
    experiment.timeLimitSeconds = 1'000'000;
    stubborn.controller.start(experiment);
    stubborn.controller.cancel();
    QTRY_COMPARE_WITH_TIMEOUT(cancelled.controller.state(), State::Running, 10000);
    cancelled.controller.cancel();

    QTRY_COMPARE_WITH_TIMEOUT(notGoing.ended.count(), 1, 5000);
    QCOMPARE(nameOf(notGoing.controller.state()), QStringLiteral("Finished"));
    QTRY_COMPARE_WITH_TIMEOUT(cancelled.ended.count(), 1, 10000);
    QCOMPARE(nameOf(cancelled.controller.state()), QStringLiteral("Finished"));
    QVERIFY(cancelled.controller.wasCancelled());
    QTRY_COMPARE_WITH_TIMEOUT(stubborn.ended.count(), 1, 10000);
    QCOMPARE(nameOf(stubborn.controller.state()), QStringLiteral("Finished"));
    QVERIFY(stubborn.controller.wasCancelled());
    QTRY_COMPARE_WITH_TIMEOUT(silent.ended.count(), 1, 10000);
    QCOMPARE(silent.controller.message(), QStringLiteral("The agent said nothing for five seconds after it was started."));
    QTRY_COMPARE_WITH_TIMEOUT(deaf.ended.count(), 1, 20000);
    QCOMPARE(deaf.controller.message(), QStringLiteral("The agent did not end the run at its time limit."));
    QTRY_COMPARE_WITH_TIMEOUT(afterDeath.ended.count(), 1, 20000);
    QCOMPARE(afterDeath.controller.message(), QStringLiteral("The agent did not finish when it was asked to."));
}

void RunControllerTest::theAgentGoesWithTheController()
{
    pid_t pid = 0;
    {
        Scene scene("tells-its-pid");
        scene.controller.start(readerOfAKilledPeer());
        QTRY_VERIFY_WITH_TIMEOUT(scene.controller.timeline().host(Host::Client).pid > 0, 10000);
        pid = scene.controller.timeline().host(Host::Client).pid;
        QCOMPARE(::kill(pid, 0), 0);
    }
    QCOMPARE(::kill(pid, 0), -1);
    QCOMPARE(errno, ESRCH);
}

QTEST_GUILESS_MAIN(RunControllerTest)
#include "run_controller_test.moc"
