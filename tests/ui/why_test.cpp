// SPDX-License-Identifier: GPL-3.0-or-later
// The explanation: what decides, step by step, what did not happen; and the panel that shows it.
#include <QClipboard>
#include <QGuiApplication>
#include <QTableView>
#include <QTest>
#include <QTextBrowser>
#include <QToolButton>

#include "core/outcome.h"
#include "core/predictor.h"
#include "sample_run.h"
#include "session/replay.h"
#include "ui/glossary/glossary_dialog.h"
#include "ui/glossary/glossary_links.h"
#include "ui/why/why_counters.h"
#include "ui/why/why_steps.h"
#include "ui/window/shown_run.h"
#include "window_fixture.h"

using namespace halfopen;
using namespace std::chrono_literals;

namespace {

ReplayedRun sampleRun(RunTime until)
{
    ReplayedRun run;
    run.timeline = Timeline(sampleExperiment());
    for (const auto& event : sampleEvents(until))
        run.timeline.append(event);
    run.predictions = predictRun(run.timeline);
    run.outcomes = judge(run.timeline, run.predictions);
    return run;
}

/// A connect() into the cut: the first SYN, and those of the timer, a second apart at first (tcp_syn_linear_timeouts, since
/// Linux 6.5), which the wheel rounds.
ReplayedRun connectRun(RunTime until)
{
    auto experiment = sampleExperiment();
    auto& options = experiment.pairs.front().client.options;
    experiment.pairs.front().client.activity = Activity::Connect;
    options.synCount = 3;
    ReplayedRun run;
    run.timeline = Timeline(experiment);
    for (const auto& event : sampleEvents(1'010ms))
        run.timeline.append(event);
    for (const RunTime at : {RunTime{1'012ms}, RunTime{2'032ms}, RunTime{3'056ms}, RunTime{4'080ms}}) {
        Packet packet;
        packet.pair = 0;
        packet.kind = PacketKind::Syn;
        packet.fate = PacketFate::Dropped;
        if (at <= until)
            run.timeline.append({at, PacketEvent{packet}});
    }
    run.predictions = predictRun(run.timeline);
    run.outcomes = judge(run.timeline, run.predictions);
    return run;
}

/// Without a word of the call, over or going on.
Explanation toldOf(const ReplayedRun& run, bool over) { return explain(run.timeline, run.predictions.front(), &run.outcomes.front(), over); }

Explanation told(const ReplayedRun& run) { return explain(run.timeline, run.predictions.front(), run.outcomes.empty() ? nullptr : &run.outcomes.front()); }

} // namespace

class WhyTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(anyWarning()); }

    void aHeartbeatGoesByItsOwnPatience()
    {
        auto experiment = sampleExperiment();
        experiment.pairs.front().client.activity = Activity::Heartbeat;
        const Timeline timeline(experiment);
        const auto why = explain(timeline, predict(experiment, KernelProfile{}).front(), nullptr);
        QCOMPARE(why.decides, QStringLiteral("The program's own patience, heartbeat_timeout_s."));
        QVERIFY(why.otherwise.contains(QStringLiteral("its own timers")));
    }

    void stepsStandBesideTheirPrediction()
    {
        const auto why = told(sampleRun(1h));
        QCOMPARE(why.stage, Explanation::Stage::After);
        QVERIFY(why.decides.contains(QStringLiteral("TCP_KEEPCNT")));
        QCOMPARE(why.steps.size(), std::size_t{5});
        QCOMPARE(why.steps[0].what, QStringLiteral("Probe 1"));
        QCOMPARE(*why.steps[0].measured, RunTime{4'122ms});
        QVERIFY(why.steps[0].lost);
        QVERIFY(why.steps[3].what.startsWith(QStringLiteral("RST")));
        QVERIFY(why.steps[4].returns);
        QCOMPARE(why.steps[4].what, QStringLiteral("recv() −1 ETIMEDOUT"));
        QCOMPARE(*why.steps[4].measured, RunTime{13'338'200us});
        QVERIFY2(why.seen.front().startsWith(QStringLiteral("The fault from which all times count: packets dropped, 1.00")), qPrintable(why.seen.front()));
        const auto absent = why.absent.join(u' ');
        QVERIFY2(absent.contains(QStringLiteral("No retransmissions")), qPrintable(absent));
        QVERIFY2(absent.contains(QStringLiteral("No FIN and no RST")), qPrintable(absent));
        QVERIFY2(absent.contains(QStringLiteral("TCP_USER_TIMEOUT is not set, so TCP_KEEPCNT counts")), qPrintable(absent));
    }

    void probesFromBeforeTheFaultAreCounted()
    {
        for (const int earlier : {0, 1}) {
            ReplayedRun run = sampleRun(1h);
            Timeline timeline(sampleExperiment());
            for (auto event : sampleEvents(1h)) {
                if (auto* info = std::get_if<TcpInfoEvent>(&event.body); info != nullptr && info->atFault)
                    info->info.probes = earlier;
                timeline.append(event);
            }
            run.timeline = std::move(timeline);
            run.predictions.front().decidedBy = DecidedBy::WindowProbes;
            const QString told = toldOf(run, true).seen.join(u' ');
            QVERIFY2(told.contains(QStringLiteral("had left before the fault")) == (earlier > 0), qPrintable(told));
        }
    }

    void halfWayTheRestIsStillToCome()
    {
        const auto why = told(sampleRun(6s));
        QCOMPARE(why.stage, Explanation::Stage::During);
        QVERIFY(why.steps[0].measured.has_value());
        QVERIFY(!why.steps[1].measured.has_value());
        QVERIFY(!why.steps.back().measured.has_value());
    }

    void beforeTheRunOnlyThePlan()
    {
        const Timeline plan(sampleExperiment());
        const auto predictions = predictRun(plan);
        const auto why = explain(plan, predictions.front(), nullptr);
        QCOMPARE(why.stage, Explanation::Stage::Before);
        QVERIFY(why.seen.isEmpty());
        QVERIFY(why.verdict.isEmpty());
        QVERIFY(!why.steps.empty() && !why.steps.front().measured);
        QVERIFY(!why.absent.join(u' ').contains(QStringLiteral("No FIN")));
    }

    void synsStandBesideTheirPrediction()
    {
        const auto run = connectRun(1h);
        const auto why = toldOf(run, true);
        QVERIFY(why.steps.size() >= 4);
        QCOMPARE(why.steps[0].what, QStringLiteral("SYN 1"));
        QVERIFY(why.steps[0].measured.has_value());
        QCOMPARE(*why.steps[0].measured, RunTime{2ms});
        QVERIFY(why.steps[0].lost);
        QVERIFY(why.steps[1].measured && why.steps[2].measured);
        QCOMPARE(*why.steps[1].measured, RunTime{1'022ms});
        QVERIFY2(why.seen.join(u' ').contains(QStringLiteral("SYNs: 4, all lost")), qPrintable(why.seen.join(u' ')));
        const auto absent = why.absent.join(u' ');
        QVERIFY2(!absent.contains(QStringLiteral("No retransmissions")), qPrintable(absent));
        QVERIFY2(absent.contains(QStringLiteral("tcp_syn_retries is the limit")), qPrintable(absent));
        QVERIFY2(absent.contains(QStringLiteral("they begin when the connection is established")), qPrintable(absent));
        // Half way the rest is still to come.
        QVERIFY(!toldOf(connectRun(2s), false).steps[1].measured);
    }

    void whatIsResentIsNotSaidToBeAbsent_data()
    {
        QTest::addColumn<int>("activity");
        QTest::addColumn<bool>("absent");
        QTest::newRow("recv") << static_cast<int>(Activity::Recv) << true;
        QTest::newRow("select") << static_cast<int>(Activity::Select) << true;
        QTest::newRow("send") << static_cast<int>(Activity::Send) << false;
        QTest::newRow("nonblocking send") << static_cast<int>(Activity::NonblockingSend) << false;
        QTest::newRow("request") << static_cast<int>(Activity::Request) << false;
        QTest::newRow("heartbeat") << static_cast<int>(Activity::Heartbeat) << false;
        QTest::newRow("close") << static_cast<int>(Activity::Close) << false;
        QTest::newRow("connect") << static_cast<int>(Activity::Connect) << false;
    }
    void whatIsResentIsNotSaidToBeAbsent()
    {
        QFETCH(int, activity);
        QFETCH(bool, absent);
        auto experiment = sampleExperiment();
        experiment.pairs.front().client.activity = static_cast<Activity>(activity);
        experiment.pairs.front().server.activity = Activity::Recv; // its buffer stays empty: no window closes
        const Timeline plan(experiment);
        const auto predictions = predictRun(plan);
        const auto why = explain(plan, predictions.front(), nullptr);
        QCOMPARE(why.absent.join(u' ').contains(QStringLiteral("No retransmissions")), absent);
        const bool data = !absent && static_cast<Activity>(activity) != Activity::Connect;
        QCOMPARE(why.absent.join(u' ').contains(QStringLiteral("data is in flight")), data);
        if (static_cast<Activity>(activity) == Activity::Close)
            QVERIFY(why.absent.join(u' ').contains(QStringLiteral("so tcp_orphan_retries is the limit")));
    }

    void whatIsAcknowledgedIsNotSaidToBeInFlight()
    {
        auto experiment = sampleExperiment();
        auto& client = experiment.pairs.front().client;
        client.activity = Activity::Request;
        client.options.userTimeoutMs = 9000;
        experiment.faults.clear();
        const Timeline plan(experiment);
        const auto predictions = predictRun(plan);
        QVERIFY(predictions.front().never());
        const QString absent = explain(plan, predictions.front(), nullptr).absent.join(u' ');
        QVERIFY2(!absent.contains(QStringLiteral("in flight, and")), qPrintable(absent));
        QVERIFY2(absent.contains(QStringLiteral("TCP_USER_TIMEOUT ends nothing: what is sent is acknowledged")), qPrintable(absent));
        QVERIFY2(!absent.contains(QStringLiteral("there is neither")), qPrintable(absent));
        // Resent through an outage that heals in time: one statement, and no "neither" beside data in flight.
        experiment.faults.push_back({.healAfterSeconds = 3});
        const Timeline healed(experiment);
        const auto survives = predictRun(healed);
        QVERIFY(survives.front().never());
        const QString after = explain(healed, survives.front(), nullptr).absent.join(u' ');
        QVERIFY2(!after.contains(QStringLiteral("there is neither")) && !after.contains(QStringLiteral("is in flight, and")), qPrintable(after));
    }

    void theLastWordWaitsForTheEnd()
    {
        const auto late = sampleRun(6s);
        QCOMPARE(toldOf(late, false).verdict, QString{});
        const auto waiting = toldOf(late, true);
        QCOMPARE(waiting.stage, Explanation::Stage::After);
        QVERIFY2(waiting.verdict.startsWith(QStringLiteral("Still waiting when the run ended, after 4.1")), qPrintable(waiting.verdict));
        QVERIFY2(waiting.verdict.contains(QStringLiteral("Predicted was 13.")) && waiting.verdict.contains(QStringLiteral("neither refuted nor confirmed")), qPrintable(waiting.verdict));
        auto overdue = late;
        overdue.timeline.append({20s, FinishedEvent{.why = FinishedEvent::Why::Asked, .stage = "", .message = "", .remedy = ""}});
        overdue.outcomes = judge(overdue.timeline, overdue.predictions);
        const auto missing = toldOf(overdue, true);
        QVERIFY2(missing.verdict.startsWith(QStringLiteral("Nobody had noticed when the run ended, after 18.99")), qPrintable(missing.verdict));
        // Never was predicted: true only when nobody can notice any more.
        auto run = late;
        run.predictions.front().modes.clear();
        run.outcomes = judge(run.timeline, run.predictions);
        QCOMPARE(toldOf(run, false).verdict, QString{});
        QCOMPARE(toldOf(run, true).verdict, QStringLiteral("Nobody noticed, as predicted."));
        run = late;
        run.predictions.front().mayBeNever = true;
        run.outcomes = judge(run.timeline, run.predictions);
        QCOMPARE(toldOf(run, false).verdict, QString{});
        QVERIFY(toldOf(run, true).verdict.startsWith(QStringLiteral("Nobody noticed. The prediction allows that, beside 13.")));
        // Nothing was tried.
        const auto early = sampleRun(500ms);
        QCOMPARE(toldOf(early, false).verdict, QString{});
        QCOMPARE(toldOf(early, true).verdict, QStringLiteral("The run ended before the fault was made."));
    }

    void differencesCountFromTheEdge()
    {
        const Interval interval{10s, 11s};
        QCOMPARE(differenceText(interval, 10'500ms), QStringLiteral("inside"));
        QCOMPARE(differenceText(interval, 11'043ms), QStringLiteral("43 ms later"));
        QCOMPARE(differenceText(interval, 9'980ms), QStringLiteral("20 ms earlier"));
    }

    void termsAreLinkedOnce()
    {
        GlossaryLinks links;
        const auto html = links.linked(QStringLiteral("A <RST> and ETIMEDOUT, then a RST again."));
        QCOMPARE(html, QStringLiteral("A &lt;<a href='glossary:RST'>RST</a>&gt; and <a href='glossary:ETIMEDOUT'>ETIMEDOUT</a>, then a RST again."));
        QCOMPARE(links.linked(QStringLiteral("ETIMEDOUT")), QStringLiteral("ETIMEDOUT"));
    }

    void countersNameWhoDecided_data()
    {
        // As counted live with Linux 6.18: an idle reader 1/1/3, a request with tcp_retries2 = 3, a sender whose peer has
        // no room and a user timeout of 3 s, a rebooted peer, a RST from the router.
        QTest::addColumn<KernelCounters>("client");
        QTest::addColumn<KernelCounters>("server");
        QTest::addColumn<int>("errorNumber");
        QTest::addColumn<QStringList>("told");
        const auto row = [](const char* name, KernelCounters client, KernelCounters server, int errorNumber, QStringList told) {
            QTest::newRow(name) << std::move(client) << std::move(server) << errorNumber << std::move(told);
        };
        row("keepalive", {{"TCPKeepAlive", 3}, {"TCPAbortOnTimeout", 1}, {"OutRsts", 1}, {"EstabResets", 1}}, {}, ETIMEDOUT,
            {QStringLiteral("TCPAbortOnTimeout +1: a timer gave up. TCPKeepAlive says that it was the keepalive timer, and TCPTimeouts +0 that it was no retransmission."),
             QStringLiteral("TCPKeepAlive +3: keepalive probes sent.")});
        row("retransmission", {{"TCPTimeouts", 5}, {"TCPLossProbes", 1}, {"RetransSegs", 5}, {"TCPAbortOnTimeout", 1}, {"EstabResets", 1}}, {}, ETIMEDOUT,
            {QStringLiteral("TCPAbortOnTimeout +1: a timer gave up. TCPTimeouts says that it was the retransmission timer."),
             QStringLiteral("TCPTimeouts +5: times the retransmission timer fired with something in flight, the last one included."),
             QStringLiteral("TCPLossProbes +1: segments sent again before the first timeout.")});
        row("zero window", {{"TCPWinProbe", 1}, {"TCPAbortOnTimeout", 1}, {"EstabResets", 1}}, {}, ETIMEDOUT,
            {QStringLiteral("TCPAbortOnTimeout +1: a timer gave up. TCPWinProbe says that it was the window probe timer, and TCPTimeouts +0 that it was no retransmission."),
             QStringLiteral("TCPWinProbe +1: window probes sent.")});
        row("peer's RST", {{"TCPKeepAlive", 1}, {"EstabResets", 1}}, {{"OutRsts", 1}}, ECONNRESET,
            {QStringLiteral("TCPAbortOnTimeout +0: no timer gave up. OutRsts +1 on the other side: the RST came from the kernel of the server."),
             QStringLiteral("TCPKeepAlive +1: keepalive probes sent.")});
        row("router's RST", {}, {}, ECONNRESET,
            {QStringLiteral("TCPAbortOnTimeout +0: no timer gave up. OutRsts +0 on the other side: the RST was made on the way, not by the peer.")});
    }
    void countersNameWhoDecided()
    {
        QFETCH(KernelCounters, client);
        QFETCH(KernelCounters, server);
        QFETCH(int, errorNumber);
        QFETCH(QStringList, told);
        auto run = sampleRun(13s);
        KernelCounters none;
        for (const auto& name : toldCounters())
            none[std::string(name)] = 0;
        const auto count = [&](RunTime time, Host host, CountersEvent::At at, const KernelCounters& more) {
            KernelCounters values = none;
            for (const auto& [name, value] : more)
                values[name] += value;
            run.timeline.append({time, CountersEvent{host, at, values}});
        };
        count(1'013ms, Host::Client, CountersEvent::At::Fault, {});
        count(1'013ms, Host::Server, CountersEvent::At::Fault, {});
        count(14s, Host::Client, CountersEvent::At::End, client);
        count(14s, Host::Server, CountersEvent::At::End, server);
        Outcome outcome;
        outcome.detection = Detection{.call = "recv", .errorNumber = errorNumber, .at = 13s, .elapsed = 12s};
        QCOMPARE(countedOf(run.timeline, run.predictions.front(), &outcome), told);
        // The end that holds its socket has nobody to ask.
        Prediction idle = run.predictions.front();
        idle.applicable = false;
        QVERIFY(countedOf(run.timeline, idle, nullptr).isEmpty());
    }

    void panelShowsLinksAndCopies()
    {
        WindowFixture fixture;
        fixture.open({1280, 800});
        auto* page = fixture.find<QTextBrowser>("why");
        QVERIFY(page->toPlainText().contains(QStringLiteral("What decides")));
        // Of a run that broke off there is a last word too.
        fixture.window->shownRun().showStored(QStringLiteral("broken"), std::make_shared<const ReplayedRun>(sampleRun(6s)));
        QVERIFY2(page->toPlainText().contains(QStringLiteral("Still waiting when the run ended")), qPrintable(page->toPlainText()));
        fixture.window->shownRun().showStored(QStringLiteral("sample"), std::make_shared<const ReplayedRun>(sampleRun(1h)));
        const auto text = page->toPlainText();
        for (const char* wanted : {"What decides", "Step by step", "What was seen", "What does not happen, and why", "Probe 2", "4.12 s, lost", "Probes: 3"})
            QVERIFY2(text.contains(QLatin1String(wanted)), wanted);
        QTest::mouseClick(fixture.find<QToolButton>("why.copy"), Qt::LeftButton);
        QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("Probe 2")));
        // By keyboard: to the first link and through it.
        page->setFocus();
        QTest::keyClick(page, Qt::Key_Tab);
        QTest::keyClick(page, Qt::Key_Return);
        auto* glossary = fixture.find<GlossaryDialog>("glossary");
        QVERIFY(glossary != nullptr);
        QVERIFY(glossary->findChild<QTableView*>(QStringLiteral("glossary.table"))->currentIndex().isValid());
    }
};

QTEST_MAIN(WhyTest)
#include "why_test.moc"
