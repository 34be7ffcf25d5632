// SPDX-License-Identifier: GPL-3.0-or-later
// The explanation: what decides, step by step, what did not happen; and the panel that shows it.
#include <QClipboard>
#include <QGuiApplication>
#include <QTableView>
#include <QTest>
#include <QTextBrowser>
#include <QToolButton>

#include "core/outcome.h"
#include "sample_run.h"
#include "session/replay.h"
#include "ui/glossary/glossary_dialog.h"
#include "ui/glossary/glossary_links.h"
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

Explanation told(const ReplayedRun& run) { return explain(run.timeline, run.predictions.front(), run.outcomes.empty() ? nullptr : &run.outcomes.front()); }

} // namespace

class WhyTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(anyWarning()); }

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
        const auto absent = why.absent.join(u' ');
        QVERIFY2(absent.contains(QStringLiteral("No retransmissions")), qPrintable(absent));
        QVERIFY2(absent.contains(QStringLiteral("No FIN and no RST")), qPrintable(absent));
        QVERIFY2(absent.contains(QStringLiteral("TCP_USER_TIMEOUT is not set, so TCP_KEEPCNT counts")), qPrintable(absent));
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

    void panelShowsLinksAndCopies()
    {
        WindowFixture fixture;
        fixture.open({1280, 800});
        auto* page = fixture.find<QTextBrowser>("why");
        QVERIFY(page->toPlainText().contains(QStringLiteral("What decides")));
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
