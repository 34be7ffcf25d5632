// SPDX-License-Identifier: GPL-3.0-or-later
// When a run has shown all that it can show: predictions and events by hand.
#include "session/run_watch.h"

#include <QTest>

#include <cerrno>

using namespace halfopen;
using namespace std::chrono_literals;

namespace {

Prediction failsBetween(int pair, RunTime earliest, RunTime latest)
{
    Prediction prediction;
    prediction.pair = pair;
    prediction.modes.push_back({{earliest, latest}, "recv", -1, ETIMEDOUT});
    return prediction;
}

Prediction lives(int pair)
{
    Prediction prediction;
    prediction.pair = pair;
    return prediction;
}

Prediction nobodyLooks(int pair)
{
    Prediction prediction;
    prediction.pair = pair;
    prediction.end = Host::Server;
    prediction.applicable = false;
    return prediction;
}

/// A run of some pairs whose script has faults at these seconds; started at 1 s of the agent's clock.
class Scene final
{
public:
    Scene(std::size_t pairs, std::initializer_list<double> faults, double timeLimit = 60)
    {
        Experiment experiment;
        experiment.timeLimitSeconds = timeLimit;
        experiment.pairs.resize(pairs);
        for (const double at : faults)
            experiment.faults.push_back({.atSeconds = at});
        timeline = Timeline{experiment};
        watch.emplace(experiment);
    }

    void tell(RunTime time, EventBody body)
    {
        const Event event{time, std::move(body)};
        timeline.append(event);
        watch->note(event);
    }
    void start() { tell(1s, StartedEvent{}); }
    void fault(int id, RunTime time, FaultEvent::What what = FaultEvent::What::Applied) { tell(time, FaultEvent{.id = id, .what = what, .fault = {}, .why = ""}); }
    void death(int pair, RunTime time)
    {
        tell(time, CallEvent{.pair = pair, .what = CallEvent::What::End, .call = "recv", .began = 1s, .result = -1, .errorNumber = ETIMEDOUT});
    }
    /// In milliseconds of the agent's clock; −1: not by itself.
    qint64 endsAt(const std::vector<Prediction>& predictions)
    {
        const std::optional<RunTime> end = watch->endsAt(timeline, predictions);
        return end ? std::chrono::duration_cast<std::chrono::milliseconds>(*end).count() : -1;
    }

    Timeline timeline;
    std::optional<RunWatch> watch;
};

constexpr qint64 kNotByItself = -1;

} // namespace

class RunWatchTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void waitsForTheFault();
    void waitsOneSecondBeyondTheLatestTime();
    void endsWithTheLastDeath();
    void goesToTheTimeLimitWhereAllLive();
    void watchesTheLivingUntilThen();
    void waitsForTheFaultsOfTheScript();
    void doesNotWaitForFaultsWhenAllAreDead();
    void doesNotWaitForFaultsBeyondTheTimeLimit();
    void aFaultThatFailedIsNotWaitedFor();
    void countsADeathBeforeTheFault();
    void doesNotTakeDataForADeath();
    void countsFromTheStartWhereNoFaultIsPlanned();
};

void RunWatchTest::waitsForTheFault()
{
    Scene scene(1, {1.0});
    const std::vector predictions{failsBetween(0, 5s, 6s)};
    QCOMPARE(scene.endsAt(predictions), kNotByItself);
    scene.start();
    QCOMPARE(scene.endsAt(predictions), kNotByItself);
}

void RunWatchTest::waitsOneSecondBeyondTheLatestTime()
{
    Scene scene(2, {1.0});
    scene.start();
    scene.fault(0, 2s);
    QCOMPARE(scene.endsAt({failsBetween(0, 5s, 6s), failsBetween(1, 2s, 3s), nobodyLooks(0)}), 9000);
    scene.death(0, 7s);
    QCOMPARE(scene.endsAt({failsBetween(0, 5s, 6s), failsBetween(1, 2s, 3s), nobodyLooks(0)}), 6000);
}

void RunWatchTest::endsWithTheLastDeath()
{
    Scene scene(1, {1.0});
    scene.start();
    scene.fault(0, 2s);
    scene.death(0, 7s);
    QVERIFY(scene.endsAt({failsBetween(0, 5s, 6s), nobodyLooks(0)}) <= 7000);
    QVERIFY(scene.endsAt({failsBetween(0, 5s, 6s), nobodyLooks(0)}) >= 0);
}

void RunWatchTest::goesToTheTimeLimitWhereAllLive()
{
    Scene scene(1, {1.0});
    scene.start();
    scene.fault(0, 2s);
    QCOMPARE(scene.endsAt({lives(0), nobodyLooks(0)}), kNotByItself);
}

void RunWatchTest::watchesTheLivingUntilThen()
{
    Scene scene(2, {1.0});
    scene.start();
    scene.fault(0, 2s);
    QCOMPARE(scene.endsAt({failsBetween(0, 5s, 6s), lives(1)}), 9000);
    scene.death(0, 7s);
    QCOMPARE(scene.endsAt({failsBetween(0, 5s, 6s), lives(1)}), 3000); // one second after the fault: passed already
}

void RunWatchTest::waitsForTheFaultsOfTheScript()
{
    Scene scene(2, {1.0, 20.0});
    scene.start();
    scene.fault(0, 2s);
    scene.death(0, 7s);
    QCOMPARE(scene.endsAt({failsBetween(0, 5s, 6s), lives(1)}), kNotByItself);
    scene.fault(1, 21s);
    QCOMPARE(scene.endsAt({failsBetween(0, 5s, 6s), lives(1)}), 22000);
}

void RunWatchTest::doesNotWaitForFaultsWhenAllAreDead()
{
    Scene scene(1, {1.0, 20.0});
    scene.start();
    scene.fault(0, 2s);
    scene.death(0, 7s);
    QVERIFY(scene.endsAt({failsBetween(0, 5s, 6s)}) >= 0);
}

void RunWatchTest::doesNotWaitForFaultsBeyondTheTimeLimit()
{
    Scene scene(2, {1.0, 20.0}, 15);
    scene.start();
    scene.fault(0, 2s);
    scene.death(0, 7s);
    QCOMPARE(scene.endsAt({failsBetween(0, 5s, 6s), lives(1)}), 3000);
}

void RunWatchTest::aFaultThatFailedIsNotWaitedFor()
{
    Scene scene(2, {1.0, 2.0});
    scene.start();
    scene.fault(0, 2s);
    scene.fault(1, 3s, FaultEvent::What::Failed);
    scene.death(0, 7s);
    QCOMPARE(scene.endsAt({failsBetween(0, 5s, 6s), lives(1)}), 4000);
}

void RunWatchTest::countsADeathBeforeTheFault()
{
    Scene scene(1, {5.0});
    scene.start();
    scene.death(0, 2s);
    QCOMPARE(scene.endsAt({failsBetween(0, 5s, 6s)}), kNotByItself);
    scene.fault(0, 6s);
    QVERIFY(scene.endsAt({failsBetween(0, 5s, 6s)}) <= 6000);
}

void RunWatchTest::doesNotTakeDataForADeath()
{
    Scene scene(1, {1.0});
    scene.start();
    scene.fault(0, 2s);
    scene.tell(3s, CallEvent{.pair = 0, .what = CallEvent::What::End, .call = "recv", .began = 1s, .result = 64, .bytes = 64});
    QCOMPARE(scene.endsAt({failsBetween(0, 5s, 6s)}), 9000);
}

void RunWatchTest::countsFromTheStartWhereNoFaultIsPlanned()
{
    Scene scene(1, {});
    scene.start();
    QCOMPARE(scene.endsAt({failsBetween(0, 5s, 6s)}), 8000);
}

QTEST_APPLESS_MAIN(RunWatchTest)
#include "run_watch_test.moc"
