// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/replay.h"

#include <QTest>

#include "core/event_codec.h"
#include "session/event_lines.h"

using namespace halfopen;
using namespace std::chrono_literals;

namespace {

Experiment oneReader()
{
    Experiment experiment;
    experiment.pairs.resize(1);
    experiment.pairs.front().client.activity = Activity::Recv;
    experiment.faults.push_back(Fault{});
    return experiment;
}

QByteArray line(RunTime time, EventBody body)
{
    return QByteArray::fromStdString(writeEvent({time, std::move(body)})).append('\n');
}

QByteArray greeting()
{
    return line(0ms, HelloEvent{kProtocolNumber, "0.1.0", "6.1.0-18-amd64", 250, "2026-11-22T10:30:59.123Z"});
}

} // namespace

class ReplayTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void foldsStoredLines();
    void namesTheLineThatIsRefused();
    void anUnfinishedRunIsThereUpToItsEnd();
    void linesMayComeInAnyPieces();
};

void ReplayTest::foldsStoredLines()
{
    const QByteArray lines = greeting() + line(10ms, StartedEvent{}) + line(1010ms, FaultEvent{.id = 0, .fault = {}, .why = ""});
    const Result<ReplayedRun> run = replay(oneReader(), lines);
    QVERIFY(run.ok());
    QCOMPARE(run->timeline.eventCount(), std::size_t{3});
    QCOMPARE(run->timeline.kernel().major, 6);
    QCOMPARE(run->timeline.kernel().minor, 1);
    QVERIFY(run->timeline.firstFaultAt() == 1010ms);
    QCOMPARE(run->predictions.size(), std::size_t{2});
    QCOMPARE(run->outcomes.size(), std::size_t{2});
}

void ReplayTest::namesTheLineThatIsRefused()
{
    const Result<ReplayedRun> run = replay(oneReader(), greeting() + line(10ms, StartedEvent{}) + "no event\n");
    QVERIFY(!run.ok());
    QVERIFY2(run.error().message.starts_with("Line 3 of the run cannot be read: "), run.error().message.c_str());
}

void ReplayTest::anUnfinishedRunIsThereUpToItsEnd()
{
    const Result<ReplayedRun> nothing = replay(oneReader(), QByteArray());
    QVERIFY(nothing.ok());
    QVERIFY(!nothing->timeline.hello());
    const Result<ReplayedRun> some = replay(oneReader(), greeting() + line(10ms, StartedEvent{}));
    QVERIFY(some.ok());
    QVERIFY(some->timeline.startedAt() == 10ms);
    QVERIFY(!some->timeline.finished());
}

void ReplayTest::linesMayComeInAnyPieces()
{
    const QByteArray stored = greeting() + line(10ms, StartedEvent{}) + line(1010ms, FaultEvent{.id = 0, .fault = {}, .why = ""});
    const auto lines = stored.chopped(1).toStdString();
    for (const std::size_t length : {std::size_t{1}, std::size_t{7}, std::size_t{100}, lines.size()}) {
        std::vector<Event> events;
        EventLines decoder([&](Event&& event) { events.push_back(std::move(event)); });
        for (std::size_t from = 0; from < lines.size(); from += length)
            QVERIFY(decoder.take(std::string_view(lines).substr(from, length)).ok());
        QCOMPARE(events.size(), std::size_t{2}); // the last one has no feed
        QVERIFY(decoder.finish().ok());
        QCOMPARE(events.size(), std::size_t{3});
        QVERIFY(events.back().time == 1010ms);
    }
}

QTEST_APPLESS_MAIN(ReplayTest)
#include "replay_test.moc"
