// SPDX-License-Identifier: GPL-3.0-or-later
// Sweeps are worked out beside the event loop: the last wish wins, the one under way comes too.
#include "session/sweep_filling.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#include <memory>

using namespace halfopen;

namespace {

Sweep readers(int userTimeoutMs)
{
    Experiment experiment;
    Pair pair;
    pair.client.activity = Activity::Recv;
    pair.client.options.keepAlive = true;
    pair.client.options.userTimeoutMs = userTimeoutMs;
    experiment.pairs.push_back(pair);
    experiment.faults.push_back(defaultFault(FaultKind::Drop));
    const SweepAxis idle = parseSweepAxis("client.TCP_KEEPIDLE=1..100", experiment).value();
    const SweepAxis interval = parseSweepAxis("client.TCP_KEEPINTVL=1..100", experiment).value();
    return Sweep::make(experiment, {idle, interval}).value();
}

} // namespace

class SweepFillingTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLastWishWins()
    {
        SweepFilling filling;
        std::vector<int> filled; // user timeouts
        bool complete = true;
        connect(&filling, &SweepFilling::filled, this, [&](const std::shared_ptr<SweepGrid>& grid) {
            filled.push_back(grid->sweep().base().pairs.front().client.options.userTimeoutMs.value_or(-1));
            complete = complete && grid->isComplete();
        });
        for (const int timeout : {1000, 2000, 3000, 4000})
            filling.fill(readers(timeout), KernelProfile{}, 2);
        QVERIFY(filling.isBusy());
        QTRY_VERIFY_WITH_TIMEOUT(!filling.isBusy(), 60'000);
        QTRY_COMPARE_WITH_TIMEOUT(filled, (std::vector<int>{1000, 4000}), 60'000);
        QVERIFY(complete);
    }

    void theLoopGoesOn()
    {
        SweepFilling filling;
        QSignalSpy filled(&filling, &SweepFilling::filled);
        int turns = 0;
        QTimer timer;
        timer.setInterval(0);
        connect(&timer, &QTimer::timeout, this, [&] { ++turns; });
        timer.start();
        QElapsedTimer clock;
        clock.start();
        filling.fill(readers(5000), KernelProfile{}, 1);
        QVERIFY2(clock.elapsed() < 50, "the call itself works nothing out");
        QTRY_COMPARE_WITH_TIMEOUT(filled.size(), 1, 60'000);
        QVERIFY2(turns > 2, qPrintable(QString::number(turns)));
    }

    void goingAwayWaitsForNobody()
    {
        auto filling = std::make_unique<SweepFilling>();
        QSignalSpy filled(filling.get(), &SweepFilling::filled);
        filling->fill(readers(6000), KernelProfile{}, 1);
        filling.reset();
        QCOMPARE(filled.size(), 0);
    }
};

QTEST_GUILESS_MAIN(SweepFillingTest)
#include "sweep_filling_test.moc"
