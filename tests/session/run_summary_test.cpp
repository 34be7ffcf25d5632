// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/run_summary.h"

#include <QTest>

#include <cerrno>

using namespace halfopen;
using namespace std::chrono_literals;

namespace {

Outcome inside(RunTime elapsed, int result = -1, int errorNumber = ETIMEDOUT, const char* call = "recv")
{
    Outcome outcome;
    outcome.verdict = Verdict::Inside;
    outcome.detection = Detection{call, result, errorNumber, 0s, elapsed, 0s};
    return outcome;
}

Outcome withVerdict(Verdict verdict)
{
    Outcome outcome;
    outcome.verdict = verdict;
    return outcome;
}

Outcome cutShort()
{
    Outcome outcome = withVerdict(Verdict::Missing);
    outcome.cutShort = true;
    return outcome;
}

Outcome livingOn()
{
    Outcome outcome = withVerdict(Verdict::NeverAsPredicted);
    outcome.prediction.afterlife = Afterlife::Unbroken;
    return outcome;
}

Outcome starved(Outcome outcome)
{
    outcome.flagged = "starved";
    outcome.lateBy = 86ms;
    return outcome;
}

} // namespace

class RunSummaryTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatCameOfIt_data();
    void saysWhatCameOfIt();
};

void RunSummaryTest::saysWhatCameOfIt_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<QString>("text");
    const char* texts[] = {
        "recv ETIMEDOUT after 13.310 s", "recv returned 0 after 0.001 s", "nobody noticed", "nobody looked",
        "2 of 3 waiting programs noticed, the first: recv ETIMEDOUT after 5.000 s, the last after 7.000 s",
        "1 of 2 waiting programs noticed: recv ETIMEDOUT after 5.000 s (1 not as predicted)", "recv ETIMEDOUT 0.500 s before the fault",
        "select, recv returned 0 after 0.002 s", "recv ETIMEDOUT after 13.310 s (flagged: the machine was busy, times may be 86 ms late)",
        "heartbeat unanswered after 3.500 s", "orphan gone after 1.500 s", "QTcpSocket failed after 1.400 s",
        "2 of 2 waiting programs noticed, the first: recv ETIMEDOUT after 5.000 s, the last after 6.000 s", "recv ETIMEDOUT after 5.000 s",
        "still waiting when the run ended", "1 of 3 waiting programs noticed: recv ETIMEDOUT after 5.000 s; 2 still waiting when the run ended",
        "nobody noticed; 2 still waiting when the run ended",
        "1 of 3 waiting programs noticed: recv ETIMEDOUT after 5.000 s; 1 still waiting when the run ended (1 not as predicted)",
        "1 of 2 waiting programs noticed: recv ETIMEDOUT after 5.000 s; 1 gave up waiting", "recv EAGAIN after 10.000 s", "nobody noticed; 2 gave up waiting",
        "the connection lived on", "all connections lived on",
    };
    for (int row = 0; row < static_cast<int>(std::size(texts)); ++row)
        QTest::newRow(texts[row]) << row << QString::fromLatin1(texts[row]);
}

void RunSummaryTest::saysWhatCameOfIt()
{
    QFETCH(int, row);
    QFETCH(QString, text);
    const Outcome nobody = withVerdict(Verdict::NotApplicable);
    const std::vector<std::vector<Outcome>> runs{
        {inside(13310ms), nobody},
        {inside(1ms, 0, 0), nobody},
        {withVerdict(Verdict::NeverAsPredicted), nobody},
        {nobody, nobody},
        {inside(7s), inside(5s), withVerdict(Verdict::NeverAsPredicted)},
        {inside(5s), withVerdict(Verdict::Missing)},
        {inside(-500ms)},
        {inside(2ms, 0, 0, "select")},
        {starved(inside(13310ms)), nobody},
        {inside(3500ms, -1, 0, "heartbeat")},
        {inside(1500ms, 0, 0, "close")},
        {inside(1400ms, -1, 0, "QTcpSocket")},
        {inside(6s), inside(5s), inside(7s, 0, 0, "close")}, // the last: an orphan, of which no program learns
        {inside(5s), inside(7s, 0, 0, "close")},
        {cutShort(), nobody}, // the run ended first: that is no miss
        {inside(5s), cutShort(), cutShort()},
        {cutShort(), cutShort()},
        {inside(5s), cutShort(), withVerdict(Verdict::Missing)},
        {inside(5s), inside(10s, -1, EAGAIN)}, // a call's own limit says nothing of the peer
        {inside(10s, -1, EAGAIN), nobody},
        {inside(10s, -1, EAGAIN), inside(11s, -1, EAGAIN)},
        {livingOn(), nobody},
        {livingOn(), livingOn()},
    };
    QCOMPARE(QString::fromStdString(runSummary(runs[static_cast<std::size_t>(row)])), text);
}

QTEST_APPLESS_MAIN(RunSummaryTest)
#include "run_summary_test.moc"
