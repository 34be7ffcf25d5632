// SPDX-License-Identifier: GPL-3.0-or-later
// What of a run stands in the CSV of a piece of it: all that the picture of that piece shows.
#include <QStringList>
#include <QTest>

#include <cerrno>

#include "sample_script.h"
#include "ui/export/timeline_csv.h"

using namespace halfopen;

namespace {

TimelineLook lookAt(std::optional<InfoField> info, std::optional<LaneKind> compared = std::nullopt)
{
    TimelineLook look;
    look.info = info;
    look.compared = compared;
    return look;
}

/// "time..until lane where what detail unit", a line each; only those of the lanes asked for.
QString piece(const samples::SampleRun& run, double from, double to, const QStringList& lanes, const TimelineLook& look = lookAt(std::nullopt))
{
    const auto facts = RunFacts::of(&run.timeline, run.timeline.experiment(), run.predictions, run.timeline.lastTime(), run.live);
    TimelineCsv csv(facts, look, from, to);
    QByteArray text;
    while (csv.take(text, 100)) {
    }
    const auto rows = QString::fromUtf8(text).split(QStringLiteral("\r\n"), Qt::SkipEmptyParts);
    const auto names = rows.value(0).split(u',');
    QStringList told;
    for (const auto& row : rows.mid(1)) {
        auto cells = row.split(u'"'); // what stands between quotes is every second one
        for (qsizetype quoted = 1; quoted < cells.size(); quoted += 2)
            cells[quoted].replace(u',', u';');
        cells = cells.join(QString{}).split(u',');
        const auto cell = [&](const char* name) { return cells.value(names.indexOf(QLatin1String(name))); };
        if (lanes.contains(cell("lane")))
            told << QStringLiteral("%1..%2 %3 %4 %5 %6 %7").arg(cell("time_s"), cell("until_s"), cell("lane"), cell("where"), cell("what"), cell("detail"), cell("unit")).trimmed();
    }
    return told.join(u'\n');
}

void tellInfo(samples::Script& script, double seconds, double rto, double sinceAck)
{
    TcpInfoEvent event;
    event.end = Host::Client;
    event.info.rto = fromSeconds(rto);
    event.info.sinceAckReceived = fromSeconds(sinceAck);
    script.at(seconds, event);
}

/// A reader that never notices the cut of 1 s.
samples::SampleRun neverNoticed()
{
    samples::Script script(samples::plan());
    script.begin(0, Host::Client, "recv");
    script.row(0.5, Host::Client, KernelTimer::Keepalive, 4.5);
    script.row(0.6, Host::Client, KernelTimer::Keepalive, 4.4);
    tellInfo(script, 0.1, 0.204, 0.1);
    tellInfo(script, 0.9, 0.204, 0.9);
    script.fault(1.0, FaultEvent::What::Applied);
    script.row(6.0, Host::Client, KernelTimer::Keepalive, 0, 1, 0, 100);
    tellInfo(script, 6.5, 0.408, 6.5);
    script.row(9.0, Host::Client, KernelTimer::Keepalive, 0, 1, 0, 200);
    script.end(10.0);
    return script.finish("never-noticed");
}

} // namespace

class TimelineCsvTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatHasNotEndedReachesIntoThePiece()
    {
        const auto run = neverNoticed();
        const QStringList lanes{QStringLiteral("call"), QStringLiteral("fault")};
        const auto told = QStringLiteral("0.000000.. call client recv\n1.000000.. fault cable drop both");
        QCOMPARE(piece(run, 5, 8, lanes), told);
        QCOMPARE(piece(run, 0.5, 8, lanes), told);
        QCOMPARE(piece(run, 0.5, 0.8, lanes), QStringLiteral("0.000000.. call client recv"));
        QCOMPARE(piece(run, 10.5, 11, lanes), QString{}); // the run is over by then
    }

    void whatHasEndedDoesNot()
    {
        samples::Script script(samples::plan());
        script.begin(0, Host::Client, "recv");
        script.fault(1.0, FaultEvent::What::Applied);
        script.fault(3.0, FaultEvent::What::Healed);
        script.finishCall(4.0, Host::Client, "recv", 0, -1, ETIMEDOUT);
        script.end(10.0);
        const auto run = script.finish("healed");
        const QStringList lanes{QStringLiteral("call"), QStringLiteral("fault")};
        QCOMPARE(piece(run, 2, 8, lanes), QStringLiteral("0.000000..4.000000 call client recv ETIMEDOUT\n1.000000..3.000000 fault cable drop both"));
        QCOMPARE(piece(run, 5, 8, lanes), QString{});
    }

    void whatIsInForceAtTheLeftIsTold()
    {
        const auto run = neverNoticed();
        const QStringList lanes{QStringLiteral("socket"), QStringLiteral("queues"), QStringLiteral("tcp_info")};
        // Nothing changes there, and yet the picture has four lines.
        QCOMPARE(piece(run, 3, 5, lanes, lookAt(InfoField::Rto)),
                 QStringLiteral("0.100000.. tcp_info client rto 0.204000 s\n"
                                "0.500000.. socket client ESTABLISHED timer keepalive; unanswered 0\n"
                                "0.500000.. queues client Send-Q 0 bytes\n"
                                "0.500000.. queues client Recv-Q 0 bytes"));
        // Each value once, the one before the piece and those in it; none from behind it.
        QCOMPARE(piece(run, 3, 8, lanes, lookAt(InfoField::Rto)),
                 QStringLiteral("0.100000.. tcp_info client rto 0.204000 s\n"
                                "0.500000.. socket client ESTABLISHED timer keepalive; unanswered 0\n"
                                "0.500000.. queues client Send-Q 0 bytes\n"
                                "0.500000.. queues client Recv-Q 0 bytes\n"
                                "6.000000.. socket client ESTABLISHED timer keepalive; unanswered 1\n"
                                "6.000000.. queues client Send-Q 100 bytes\n"
                                "6.500000.. tcp_info client rto 0.408000 s"));
        // Of an age the last sample before the piece.
        QCOMPARE(piece(run, 3, 5, {QStringLiteral("tcp_info")}, lookAt(InfoField::SinceAck)), QStringLiteral("0.900000.. tcp_info client last_ack_recv 0.900000 s"));
        QCOMPARE(piece(run, 0.2, 0.4, {QStringLiteral("tcp_info")}, lookAt(InfoField::Retransmits)), QStringLiteral("0.100000.. tcp_info client retransmits 0.000000"));
    }

    void comparedLanesHaveTheirNumbers()
    {
        const auto run = neverNoticed();
        QCOMPARE(piece(run, 3, 8, {QStringLiteral("queues")}, lookAt(std::nullopt, LaneKind::Queues)),
                 QStringLiteral("0.500000.. queues client Send-Q 0 bytes\n0.500000.. queues client Recv-Q 0 bytes\n6.000000.. queues client Send-Q 100 bytes"));
        QCOMPARE(piece(run, 3, 5, {QStringLiteral("tcp_info")}, lookAt(InfoField::Rto, LaneKind::Info)), QStringLiteral("0.100000.. tcp_info client rto 0.204000 s"));
    }
};

QTEST_MAIN(TimelineCsvTest)
#include "timeline_csv_test.moc"
