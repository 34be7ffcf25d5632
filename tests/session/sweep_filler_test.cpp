// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/sweep_filler.h"

#include <QTest>

using namespace halfopen;

namespace {

SweepGrid readersGrid()
{
    Experiment experiment;
    Pair pair;
    pair.client.activity = Activity::Recv;
    pair.client.options.keepAlive = true;
    experiment.pairs.push_back(pair);
    experiment.faults.push_back(defaultFault(FaultKind::Drop));
    const SweepAxis idle = parseSweepAxis("client.TCP_KEEPIDLE=1..50", experiment).value();
    const SweepAxis count = parseSweepAxis("client.TCP_KEEPCNT=1..9", experiment).value();
    return SweepGrid{Sweep::make(experiment, {idle, count}).value(), KernelProfile{}};
}

} // namespace

class SweepFillerTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void threadsSayWhatOneSays();
    void aStopKeepsWhatThereIs();
};

void SweepFillerTest::threadsSayWhatOneSays()
{
    SweepGrid alone = readersGrid();
    SweepGrid together = readersGrid();
    QCOMPARE(alone.fill(450), std::size_t{450});
    QCOMPARE(fillOnThreads(together, 200, 4), std::size_t{200});
    QVERIFY(!together.at(200));
    QCOMPARE(fillOnThreads(together, 1000, 4), std::size_t{250});
    QVERIFY(together.isComplete());
    for (std::size_t cell = 0; cell < 450; ++cell)
        QVERIFY2(*together.at(cell) == *alone.at(cell), qPrintable(QString::number(cell)));
    QCOMPARE(fillOnThreads(together, 1000, 4), std::size_t{0});
}

void SweepFillerTest::aStopKeepsWhatThereIs()
{
    SweepGrid grid = readersGrid();
    std::stop_source stop;
    QCOMPARE(fillOnThreads(grid, 40, 2, stop.get_token()), std::size_t{40});
    stop.request_stop();
    QCOMPARE(fillOnThreads(grid, 1000, 2, stop.get_token()), std::size_t{0});
    QCOMPARE(grid.filledCount(), std::size_t{40});
    QVERIFY(grid.at(39));
}

QTEST_GUILESS_MAIN(SweepFillerTest)
#include "sweep_filler_test.moc"
