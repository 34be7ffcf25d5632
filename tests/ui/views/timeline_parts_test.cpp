// SPDX-License-Identifier: GPL-3.0-or-later
// The arithmetic under the time line: mapping of time, ticks, digests.
#include <QTest>

#include <cerrno>
#include <cmath>
#include <limits>

#include "core/outcome.h"
#include "sample_script.h"
#include "ui/theme/quantity_text.h"
#include "ui/timeline/lane_text.h"
#include "ui/timeline/moments.h"
#include "ui/timeline/timeline_view.h"
#include "ui/timeline/wire_labels.h"

using namespace halfopen;

Q_DECLARE_METATYPE(halfopen::TimeScale)
Q_DECLARE_METATYPE(halfopen::Activity)

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();

QString ticksText(const TimeAxis& axis, double zero)
{
    QStringList texts;
    for (const AxisTick& tick : axis.ticks(zero, 60))
        texts << tick.label;
    return texts.join(QStringLiteral(" | "));
}

RunFacts factsOf(const samples::SampleRun& run)
{
    return RunFacts::of(&run.timeline, run.timeline.experiment(), run.predictions, run.timeline.lastTime(), run.live);
}

} // namespace

class TimelinePartsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void axisRoundTrips_data();
    void axisRoundTrips();
    void axisIsAlwaysFinite();
    void axisZoomsAroundThePointer();
    void axisTicksAreRound();
    void durationsAreReadable();
    void digestFindsTheTeeth();
    void digestNumbersProbes();
    void arpEndsNoRow();
    void digestSurvivesALatePacket();
    void aBurstOfOneIsNoEnd();
    void endsAreToldByMoreThanCalls_data();
    void endsAreToldByMoreThanCalls();
    void wakeUpAndAnswerAreTwoCalls();
    void healsComeInAnyOrder();
    void faultsAreNamedAsTheyAreMade();
    void whatWasNotTriedIsNotUnnoticed();
};

void TimelinePartsTest::axisRoundTrips_data()
{
    QTest::addColumn<TimeScale>("scale");
    QTest::addColumn<double>("from");
    QTest::addColumn<double>("to");
    QTest::addRow("linear seconds") << TimeScale::Linear << -1.0 << 14.5;
    QTest::addRow("linear microseconds") << TimeScale::Linear << 4.9999 << 5.0001;
    QTest::addRow("linear hours") << TimeScale::Linear << 0.0 << 900000.0;
    QTest::addRow("bent seconds") << TimeScale::SquareRoot << -1.0 << 14.5;
    QTest::addRow("bent minutes") << TimeScale::SquareRoot << -2.0 << 938.0;
    QTest::addRow("logarithmic seconds") << TimeScale::Logarithmic << -1.0 << 14.5;
    QTest::addRow("logarithmic minutes") << TimeScale::Logarithmic << -2.0 << 938.0;
    QTest::addRow("logarithmic, from the fault itself") << TimeScale::Logarithmic << 1.0 << 2.0;
    QTest::addRow("logarithmic, before the fault") << TimeScale::Logarithmic << -20.0 << -1.0;
    QTest::addRow("logarithmic milliseconds") << TimeScale::Logarithmic << 0.999 << 1.004;
    QTest::addRow("bent, fault out of sight") << TimeScale::SquareRoot << 30.0 << 31.0;
}

void TimelinePartsTest::axisRoundTrips()
{
    QFETCH(TimeScale, scale);
    QFETCH(double, from);
    QFETCH(double, to);
    const TimeAxis axis(from, to, scale, 1.0, 100, 900);
    QVERIFY(std::abs(axis.x(from) - 100) < 1e-6);
    QVERIFY(std::abs(axis.x(to) - 900) < 1e-6);
    double before = -1e9;
    for (int i = 0; i <= 50; ++i) {
        const double time = from + (to - from) * i / 50;
        const double x = axis.x(time);
        QVERIFY2(x > before, "time must not run backwards");
        before = x;
        QVERIFY(std::abs(axis.seconds(x) - time) <= (to - from) * 1e-6);
    }
}

void TimelinePartsTest::axisIsAlwaysFinite()
{
    for (const TimeScale scale : {TimeScale::Linear, TimeScale::SquareRoot, TimeScale::Logarithmic}) {
        for (const double odd : {kNaN, kInfinity, -kInfinity, 1e300, -1e300, 0.0}) {
            for (const TimeAxis& axis : {TimeAxis(odd, 10, scale, 1, 0, 100), TimeAxis(0, odd, scale, 1, 0, 100),
                                         TimeAxis(0, 10, scale, odd, 0, 100), TimeAxis(0, 10, scale, 1, odd, 100),
                                         TimeAxis(0, 10, scale, 1, 0, odd), TimeAxis(odd, odd, scale, odd, odd, odd)})
            {
                for (const double at : {kNaN, kInfinity, -kInfinity, 1e300, 0.0, 5.0}) {
                    QVERIFY(std::isfinite(axis.x(at)));
                    QVERIFY(std::isfinite(axis.seconds(at)));
                }
                for (const AxisTick& tick : axis.ticks(odd, 60))
                    QVERIFY(std::isfinite(tick.x));
                QVERIFY(axis.zoomed(odd, odd).to > axis.zoomed(odd, odd).from);
            }
        }
    }
}

void TimelinePartsTest::axisZoomsAroundThePointer()
{
    for (const TimeScale scale : {TimeScale::Linear, TimeScale::SquareRoot, TimeScale::Logarithmic}) {
        const TimeAxis axis(-1, 14, scale, 1, 0, 800);
        const double under = axis.seconds(300);
        const TimeRange range = axis.zoomed(0.5, 300);
        const TimeAxis zoomed(toSeconds(range.from), toSeconds(range.to), scale, 1, 0, 800);
        QVERIFY(std::abs(zoomed.seconds(300) - under) < 1e-3);
        QVERIFY(toSeconds(range.to - range.from) < 14.9);
        const TimeRange moved = axis.moved(-80);
        QVERIFY(toSeconds(moved.from) > -1);
    }
}

void TimelinePartsTest::axisTicksAreRound()
{
    QCOMPARE(ticksText(TimeAxis(-1, 14.5, TimeScale::Linear, 1, 0, 800), 1),
             QStringLiteral("−2 s | 0 s | 2 s | 4 s | 6 s | 8 s | 10 s | 12 s"));
    QCOMPARE(ticksText(TimeAxis(5, 5.5, TimeScale::Linear, 1, 0, 500), 0),
             QStringLiteral("5.0 s | 5.1 s | 5.2 s | 5.3 s | 5.4 s | 5.5 s"));
    QCOMPARE(ticksText(TimeAxis(0, 938, TimeScale::Linear, 1, 0, 600), 0),
             QStringLiteral("0 min | 2 min | 4 min | 6 min | 8 min | 10 min | 12 min | 14 min"));
    // 60 px for the root of a second: 2 s stands at 85 px, 10 s 56 px after 5 s: both too near to their neighbours.
    QCOMPARE(ticksText(TimeAxis(1, 101, TimeScale::SquareRoot, 1, 0, 600), 1),
             QStringLiteral("0 s | 1 s | 5 s | 15 s | 30 s | 45 s | 60 s | 90 s"));
    // 100 times as long as its even part: ln 101 = 4.62 over 600 px. 0.1 s stands at ln 2 = 90 px, 0.2 s at ln 3 = 143
    // px, too near to it; 0.5 s at ln 6 = 233 px.
    QCOMPARE(ticksText(TimeAxis(1, 11, TimeScale::Logarithmic, 1, 0, 600), 1),
             QStringLiteral("0 s | 0.1 s | 0.5 s | 1 s | 2 s | 5 s | 10 s"));
    // Each doubling of a back-off has nearly the same width.
    const TimeAxis doubling(0, 1000, TimeScale::Logarithmic, 0, 0, 900);
    QVERIFY(std::abs((doubling.x(400) - doubling.x(200)) - (doubling.x(20) - doubling.x(10))) < 1);
}

void TimelinePartsTest::durationsAreReadable()
{
    QCOMPARE(durationText(0.0004), QStringLiteral("0.4 ms"));
    QCOMPARE(durationText(0.204), QStringLiteral("204 ms"));
    QCOMPARE(durationText(8.314), QStringLiteral("8.31 s"));
    QCOMPARE(durationText(938.4), QStringLiteral("938 s"));
    QCOMPARE(durationText(7875), QStringLiteral("7875 s"));
    QCOMPARE(durationText(11 * 3600 + 120), QStringLiteral("11 h 2 min"));
    QCOMPARE(durationText(kNaN), QStringLiteral("–"));
    QCOMPARE(clockText(8.37), QStringLiteral("8.3 s"));
    QCOMPARE(clockText(4.9997), QStringLiteral("5.0 s")); // the fault took 300 µs to make
    QCOMPARE(clockText(4.998), QStringLiteral("4.9 s"));
    QCOMPARE(countdownText(5.64), QStringLiteral("5.7 s"));
    QCOMPARE(countdownText(5.6003), QStringLiteral("5.6 s"));
    QCOMPARE(countdownText(0.02), QStringLiteral("0.1 s"));
    QCOMPARE(countdownText(-1), QStringLiteral("0.0 s"));
    QCOMPARE(measuredText(13.447), QStringLiteral("13.45 s"));
    QCOMPARE(measuredText(0.204), QStringLiteral("204 ms"));
    QCOMPARE(intervalText({fromSeconds(13.21), fromSeconds(13.47)}), QStringLiteral("13.2–13.5 s"));
    QCOMPARE(intervalText({fromSeconds(5.061), fromSeconds(5.108)}), QStringLiteral("5.06–5.11 s"));
    // What lies inside also reads as inside: 7.080 is not before "7.1".
    QCOMPARE(intervalText({fromSeconds(12.96), fromSeconds(13.02)}), QStringLiteral("12.96–13.02 s"));
    QCOMPARE(intervalText({fromSeconds(12.96), fromSeconds(13.12)}), QStringLiteral("12.9–13.2 s"));
    QCOMPARE(intervalText({fromSeconds(9.003), fromSeconds(9.281)}), QStringLiteral("9.00–9.29 s"));
    QCOMPARE(intervalText({fromSeconds(0.0506), fromSeconds(0.0594)}), QStringLiteral("50–60 ms"));
    QCOMPARE(outwards(7.08, 7.28, 1).first, QStringLiteral("7.0"));
    QCOMPARE(outwards(13.2, 13.5, 1).first, QStringLiteral("13.2"));
    QCOMPARE(outwards(13.2, 13.5, 1).second, QStringLiteral("13.5"));
    QCOMPARE(outwards(13.195004, 13.472, 1).first, QStringLiteral("13.2")); // 13.20 s, as a measurement would be written
    QCOMPARE(bytesText(2'600'000), QStringLiteral("2.5 MiB"));
    QCOMPARE(errnoText(110), QStringLiteral("ETIMEDOUT"));
}

void TimelinePartsTest::digestFindsTheTeeth()
{
    const samples::SampleRun run = samples::idleKeepalive();
    const PairTrack& track = run.timeline.pairs()[0];
    TrackDigest digest;
    std::size_t room = 1'000;
    digest.extend(track.client, track.packets, Host::Client, room);
    QStringList teeth;
    for (const TimerTooth& tooth : digest.teeth())
        teeth << QStringLiteral("%1 %2-%3")
                     .arg(timerText(tooth.timer))
                     .arg(tooth.armed - 0.25, 0, 'f', 2)
                     .arg(tooth.expires - 0.25, 0, 'f', 2);
    // Each tooth begins at the packet that went with it, not at the sample that told of it.
    QCOMPARE(teeth.join(QStringLiteral(", ")),
             QStringLiteral("keepalive -0.05-4.95, keepalive 5.07-8.07, keepalive 8.14-11.14, keepalive 11.21-14.21, "
                            "no timer 14.33-14.33"));
    QCOMPARE(digest.states().size(), std::size_t{2});
    QVERIFY(!digest.states().back().present);
}

void TimelinePartsTest::digestNumbersProbes()
{
    const samples::SampleRun run = samples::healedInTime();
    WireDigest wire;
    std::size_t room = 1'000;
    wire.extend(run.timeline.pairs()[0].packets, room);
    QStringList numbers;
    for (std::size_t i = 0; i < wire.numbers().size(); ++i) {
        if (run.timeline.pairs()[0].packets[i].packet.kind == PacketKind::Probe)
            numbers << QString::number(wire.numbers()[i]);
    }
    QCOMPARE(numbers.join(QLatin1Char(' ')), QStringLiteral("1 2 1 1")); // an answer ends the row
}

void TimelinePartsTest::arpEndsNoRow()
{
    const Packet probe{.pair = 0, .kind = PacketKind::Probe, .fate = PacketFate::Dropped};
    const Packet arp{.from = Host::Server, .kind = PacketKind::Arp, .isMade = true};
    Pages<PacketMark> packets;
    packets.push_back({RunTime{1}, probe});
    packets.push_back({RunTime{2}, arp});
    packets.push_back({RunTime{3}, probe});
    WireDigest wire;
    std::size_t room = 1'000;
    wire.extend(packets, room);
    QCOMPARE(int{wire.numbers()[2]}, 2); // the router has answered, not the peer
    QCOMPARE(packetText(PacketKind::Arp), QStringLiteral("ARP"));
    QCOMPARE(packetText(PacketKind::Ndp), QStringLiteral("NDP"));
    Packet lost = arp;
    lost.isMade = false;
    lost.fate = PacketFate::Dropped;
    QVERIFY(wireLabelRank(lost) > wireLabelRank(arp)); // the unanswered question is named before the answered one
}

void TimelinePartsTest::digestSurvivesALatePacket()
{
    // Late at the end and far back, before and behind the places from where the digest can go on: always the numbers
    // of a digest that sees all of them at once.
    Packet packet;
    packet.pair = 0;
    packet.kind = PacketKind::Probe;
    packet.fate = PacketFate::Dropped;
    Pages<PacketMark> packets;
    WireDigest grown;
    for (int i = 0; i < 2000; ++i) {
        packets.push_back({fromSeconds(i * 0.5), packet});
        if (i % 300 == 299) { // an answer that ends the row, told late
            Packet answer = packet;
            answer.from = Host::Server;
            answer.kind = PacketKind::Answer;
            answer.fate = PacketFate::Delivered;
            const auto place = static_cast<std::ptrdiff_t>(packets.size()) - (i == 1199 ? 600 : 2);
            packets.insert(packets.begin() + place, {packets[static_cast<std::size_t>(place)].time - RunTime{1}, answer});
        }
        std::size_t most = 700; // less than a turn far back costs
        grown.extend(packets, most);
    }
    for (std::size_t most = 0; grown.numbers().size() < packets.size(); most = 100)
        grown.extend(packets, most);
    WireDigest whole;
    std::size_t room = 10'000;
    whole.extend(packets, room);
    QCOMPARE(room, 10'000 - packets.size());
    QCOMPARE(grown.numbers().size(), packets.size());
    QVERIFY(grown.numbers() == whole.numbers());
}

void TimelinePartsTest::aBurstOfOneIsNoEnd()
{
    CallSpan call{.call = "recv", .began = RunTime{1}, .ended = RunTime{2}, .bytes = 4096};
    QVERIFY(!tellsOfTheEnd(call, Activity::Recv));
    call.bytes = 0;
    QVERIFY(tellsOfTheEnd(call, Activity::Recv));
    call.call = "send";
    QVERIFY(!tellsOfTheEnd(call, Activity::Recv));
}

void TimelinePartsTest::endsAreToldByMoreThanCalls_data()
{
    QTest::addColumn<Activity>("activity");
    QTest::addColumn<QList<CallEvent>>("calls");
    QTest::addColumn<bool>("rowGoes");
    QTest::addColumn<QString>("told"); // empty: it goes on believing
    const auto call = [](const char* name, std::int64_t result, int errorNumber) {
        CallEvent event;
        event.what = CallEvent::What::End;
        event.call = name;
        event.result = result;
        event.errorNumber = errorNumber;
        return event;
    };
    QTest::addRow("a full buffer is no end") << Activity::NonblockingSend << QList{call("send", -1, EAGAIN), call("poll", 1, 0)} << false << QString();
    QTest::addRow("the errno after it is") << Activity::NonblockingSend << QList{call("send", -1, EAGAIN), call("send", -1, ETIMEDOUT)} << false
                                           << QStringLiteral("send() −1 ETIMEDOUT");
    QTest::addRow("a call's own limit") << Activity::Send << QList{call("send", -1, EAGAIN)} << false << QStringLiteral("send() −1 EAGAIN");
    QTest::addRow("a wake-up and its answer") << Activity::Select << QList{call("select", 1, 0), call("recv", -1, ETIMEDOUT)} << false
                                              << QStringLiteral("select() −1 ETIMEDOUT");
    QTest::addRow("a heartbeat's verdict") << Activity::Heartbeat << QList{call("heartbeat", -1, 0)} << true << QStringLiteral("heartbeat: no answer");
    QTest::addRow("an orphan") << Activity::Close << QList{call("close", 0, 0)} << true << QStringLiteral("close(): orphan gone");
    QTest::addRow("an orphan that is still there") << Activity::Close << QList{call("close", 0, 0)} << false << QString();
    QTest::addRow("a QTcpSocket's FIN") << Activity::Qt << QList{call("QTcpSocket", 0, 0)} << true << QStringLiteral("QTcpSocket: disconnected");
    QTest::addRow("a QTcpSocket's error") << Activity::Qt << QList{call("QTcpSocket", -1, 0)} << true << QStringLiteral("QTcpSocket: error");
}

void TimelinePartsTest::endsAreToldByMoreThanCalls()
{
    QFETCH(Activity, activity);
    QFETCH(QList<CallEvent>, calls);
    QFETCH(bool, rowGoes);
    QFETCH(QString, told);
    samples::Script script(samples::experimentWith(Endpoint{.activity = activity}, Fault{}, "Ends"));
    script.row(0.5, Host::Client, KernelTimer::None);
    script.fault(1, FaultEvent::What::Applied);
    double at = 2;
    for (const CallEvent& each : calls) {
        script.finishCall(at, Host::Client, each.call.c_str(), at, each.result, each.errorNumber);
        at += 1;
    }
    if (rowGoes)
        script.gone(at, Host::Client);
    script.end(at + 1);
    const samples::SampleRun run = script.finish("ends");
    const RunFacts facts = RunFacts::of(&run.timeline, run.timeline.experiment(), run.predictions, run.timeline.lastTime(), false);
    const auto ending = facts.ending(0, Host::Client);
    QCOMPARE(ending ? callResultText(ending->call, ending->result, ending->errorNumber) : QString(), told);
    // The table of outcomes knows the same end, at the same time.
    const auto detection = detectionOf(run.timeline, 0, Host::Client);
    QCOMPARE(detection.has_value(), ending.has_value());
    if (detection)
        QCOMPARE(detection->at.count(), ending->at.count());
}

void TimelinePartsTest::wakeUpAndAnswerAreTwoCalls()
{
    samples::Script script(samples::experimentWith(Endpoint{.activity = Activity::Poll}, Fault{}, "Ends"));
    script.fault(1, FaultEvent::What::Applied);
    script.finishCall(3, Host::Client, "poll", 0.5, 1);
    script.finishCall(3.25, Host::Client, "recv", 3.2, 0);
    script.end(4);
    const samples::SampleRun run = script.finish("ends");
    const RunFacts facts = factsOf(run);
    const auto ending = facts.ending(0, Host::Client);
    QVERIFY(ending.has_value());
    // It was woken then, and what recv() said is the answer.
    QCOMPARE(QString::fromStdString(ending->call), QStringLiteral("poll"));
    QCOMPARE(facts.since(ending->at), 3.0);
    QCOMPARE(endingText(*ending), QStringLiteral("recv() = 0"));
}

void TimelinePartsTest::healsComeInAnyOrder()
{
    auto experiment = samples::experimentWith(samples::reader(true), Fault{}, "Overlapping");
    experiment.faults.resize(3);
    experiment.faults[1].kind = FaultKind::Freeze;
    experiment.faults[1].host = Host::Server;
    experiment.faults[2].kind = FaultKind::CableOut;
    samples::Script script(experiment);
    samples::armReader(script);
    for (int id = 0; id < 3; ++id) // the first one never heals
        script.fault(1 + id, FaultEvent::What::Applied, id);
    script.fault(4, FaultEvent::What::Healed, 2);
    script.fault(6, FaultEvent::What::Healed, 1);
    script.end(8);
    const samples::SampleRun run = script.finish("overlapping");
    const RunFacts facts = factsOf(run);
    PairDigest digest;
    std::size_t room = 1'000;
    digest.extend(run.timeline.pairs()[0], room);
    const Moments moments(facts, digest, 0, Host::Client, false);
    const auto isHeal = [&](const std::optional<Moment>& moment, double seconds) {
        return moment && moment->what == Moment::What::Heal && moment->at == facts.sinceHello(seconds);
    };
    QVERIFY(isHeal(moments.neighbour(facts.sinceHello(3.5), true), 4));
    QVERIFY(isHeal(moments.neighbour(facts.sinceHello(4.5), true), 6));
    QVERIFY(isHeal(moments.neighbour(facts.sinceHello(5.5), false), 4));
    QVERIFY(isHeal(moments.neighbour(facts.sinceHello(7.5), false), 6));
    const auto near = moments.nearest(facts.sinceHello(5.9), facts.sinceHello(5.5), facts.sinceHello(6.5));
    QVERIFY(isHeal(near, 6));
    QCOMPARE(moments.text(*near), healText(experiment.faults[1]));
    const auto there = moments.at(facts.sinceHello(4));
    QVERIFY(!there.empty());
    QCOMPARE(there.front().what, Moment::What::Heal);
    QCOMPARE(moments.text(there.front()), healText(experiment.faults[2]));
}

void TimelinePartsTest::faultsAreNamedAsTheyAreMade()
{
    samples::Script script(samples::experimentWith(samples::reader(true), Fault{}, "Nothing else could run"));
    script.at(0.1, PlaceEvent{PlaceKind::Loopback, {}});
    script.fault(1, FaultEvent::What::Applied);
    script.end(2);
    const samples::SampleRun run = script.finish("loopback");
    const RunFacts facts = factsOf(run);
    const PairDigest digest{};
    const Moments moments(facts, digest, 0, Host::Client, false);
    const auto fault = moments.nearest(facts.sinceHello(1), facts.sinceHello(0.9), facts.sinceHello(1.1));
    QVERIFY(fault.has_value());
    QCOMPARE(moments.text(*fault), QStringLiteral("fault: deaf"));
}

void TimelinePartsTest::whatWasNotTriedIsNotUnnoticed()
{
    const auto early = [](bool live, bool over) {
        samples::Script script(samples::experimentWith(samples::reader(true), Fault{}, "Before the fault"));
        samples::armReader(script);
        if (over)
            script.end(0.6);
        return script.finish("early", live);
    };
    const samples::SampleRun waiting = early(true, false);
    QCOMPARE(untriedText(factsOf(waiting), 0, Host::Client), QStringLiteral("waits for the fault"));
    for (const bool over : {false, true}) { // its agent died, or said that it was over
        const samples::SampleRun broken = early(false, over);
        QCOMPARE(untriedText(factsOf(broken), 0, Host::Client), QStringLiteral("ended before the fault"));
        QCOMPARE(untriedText(factsOf(broken), 0, Host::Server), QStringLiteral("does not look"));
    }
    const samples::SampleRun believing = samples::neverNoticed();
    QCOMPARE(untriedText(factsOf(believing), 0, Host::Client), QString());
}

QTEST_GUILESS_MAIN(TimelinePartsTest)

#include "timeline_parts_test.moc"
