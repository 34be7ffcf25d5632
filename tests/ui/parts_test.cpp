// SPDX-License-Identifier: GPL-3.0-or-later
// The window's parts that need no window: scales, draft, axes, explanations, progress.
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>
#include <QTextDocument>

#include <cmath>

#include "core/outcome.h"
#include "sample_run.h"
#include "session/replay.h"
#include "ui/charts/nice_axis.h"
#include "ui/experiment/experiment_draft.h"
#include "ui/experiment/option_row.h"
#include "ui/experiment/value_scale.h"
#include "ui/history/history_cells.h"
#include "ui/lesson/code_lines.h"
#include "ui/results/result_rows.h"
#include "ui/text/format.h"
#include "ui/theme/colours.h"
#include "ui/theme/quantity_text.h"
#include "ui/why/explanation.h"
#include "ui/window/experiment_file.h"
#include "ui/window/run_progress.h"

using namespace halfopen;
using namespace std::chrono_literals;

namespace {

Timeline sampleTimeline(RunTime until)
{
    Timeline timeline(sampleExperiment());
    for (const auto& event : sampleEvents(until))
        timeline.append(event);
    return timeline;
}

} // namespace

class PartsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(anyWarning()); }

    void numbersStayWithTheirUnits()
    {
        const QString told = unitsKept(QStringLiteral("−37 ms from the middle of 13.2–13.5 s, 3 sockets, 4 min; 64 B."));
        QCOMPARE(told, QStringLiteral("−37\u00a0ms from the middle of 13.2–\u206013.5\u00a0s, 3 sockets, 4\u00a0min; 64\u00a0B."));
        QCOMPARE(unitsKept(QStringLiteral("中位数 13.49 s，从 1 s 到")), QStringLiteral("中位数 13.49\u00a0s，从 1\u00a0s 到"));
    }

    void outcomesAreCutBetweenWords()
    {
        const QFontMetrics metrics(QGuiApplication::font());
        const QString whole = QStringLiteral("recv ETIMEDOUT after 13.447 s");
        QCOMPARE(WholeWords::cut(whole, metrics, metrics.horizontalAdvance(whole)), whole);
        const QString cut = WholeWords::cut(whole, metrics, metrics.horizontalAdvance(whole) - 4);
        QCOMPARE(cut, QStringLiteral("recv ETIMEDOUT after …"));
        // Chinese has no spaces between words: what has room stays.
        const QString chinese = QStringLiteral("12 端中有 11 端失败，最早：2.001 s 后");
        const QString kept = QStringLiteral("12\u00a0端中有 11 端失败");
        const QString cutThere = WholeWords::cut(chinese, metrics, metrics.horizontalAdvance(kept + QStringLiteral("，…")) + 2);
        QVERIFY2(cutThere.startsWith(QStringLiteral("12 端中有 11 端失")), qPrintable(cutThere));
        QVERIFY2(cutThere.endsWith(u'…'), qPrintable(cutThere));
        QVERIFY(metrics.horizontalAdvance(cutThere) <= metrics.horizontalAdvance(kept + QStringLiteral("，…")) + 2 + metrics.horizontalAdvance(u' '));
    }

    void codeIsBrokenBetweenArguments()
    {
        const QString line = QStringLiteral("setsockopt(fd, IPPROTO_TCP, TCP_KEEPIDLE,  &idle,     sizeof idle);      /* seconds */");
        QCOMPARE(breakableCode(line), QStringLiteral("setsockopt(fd, IPPROTO_TCP, TCP_KEEPIDLE, &idle, sizeof\u00a0idle); /* seconds */"));
        QCOMPARE(breakableCode(QStringLiteral("int on = 1, idle = 30;")), QStringLiteral("int\u00a0on\u00a0=\u00a01, idle\u00a0=\u00a030;"));
        QTextDocument document;
        document.setMarkdown(QStringLiteral("Prose.\n\n```c\n%1\nclose(fd);\n```\n").arg(line));
        const auto texts = [&] {
            QStringList all;
            for (auto block = document.begin(); block.isValid(); block = block.next()) {
                if (!block.text().isEmpty())
                    all << block.text();
            }
            return all;
        };
        fitCode(document, 200);
        QCOMPARE(texts(), QStringList({QStringLiteral("Prose."), breakableCode(line), QStringLiteral("close(fd);")}));
        fitCode(document, 5000); // as it was written, once there is room
        QCOMPARE(texts(), QStringList({QStringLiteral("Prose."), line, QStringLiteral("close(fd);")}));
    }

    void scaleReachesBothEnds()
    {
        const ValueScale scale(1, 32767, false, 1);
        QCOMPARE(scale.valueAt(0), 1.0);
        QCOMPARE(scale.valueAt(ValueScale::kSteps), 32767.0);
        const ValueScale off(100, 2147483647, true, 1);
        QCOMPARE(off.valueAt(0), 0.0);
        QCOMPARE(off.positionOf(0), 0);
        QCOMPARE(off.valueAt(1), 100.0);
    }

    void scaleIsMonotonous()
    {
        for (const auto& scale : {ValueScale(1, 127, false, 1), ValueScale(0.1, 3600, true, 0.001)}) {
            double last = -1;
            for (int position = 0; position <= ValueScale::kSteps; ++position) {
                QVERIFY2(scale.valueAt(position) >= last, qPrintable(QString::number(position)));
                last = scale.valueAt(position);
            }
        }
    }

    void scaleGivesBackWhatPeopleSet_data()
    {
        QTest::addColumn<double>("value");
        for (const double value : {1.0, 2.0, 3.0, 5.0, 10.0, 15.0, 30.0, 60.0, 75.0, 300.0, 7200.0, 32767.0})
            QTest::addRow("%g s", value) << value;
    }
    void scaleGivesBackWhatPeopleSet()
    {
        QFETCH(double, value);
        const ValueScale scale(1, 32767, false, 1);
        QCOMPARE(scale.valueAt(scale.positionOf(value)), value);
    }

    void stepsGoUpAndDown()
    {
        const ValueScale scale(1, 32767, false, 1);
        QCOMPARE(scale.stepped(5, 1), 6.0);
        QCOMPARE(scale.stepped(10, 1), 15.0);
        QCOMPARE(scale.stepped(10, -1), 9.0);
        QCOMPARE(scale.stepped(1, -1), 1.0);
        QCOMPARE(scale.stepped(7200, 1), 7500.0);
        const ValueScale off(100, 1e9, true, 1);
        QCOMPARE(off.stepped(0, 1), 100.0);
        QCOMPARE(off.stepped(100, -1), 0.0);
        const ValueScale unset(1, 3600, true, 1, -1);
        QCOMPARE(unset.stepped(-1, 1), 1.0);
        QCOMPARE(unset.stepped(1, -1), -1.0);
        QCOMPARE(unset.valueAt(unset.positionOf(-1)), -1.0);
    }

    void textCanBeReadInEveryTheme_data()
    {
        QTest::addColumn<QPalette>("palette");
        QTest::addColumn<double>("least");
        QTest::newRow("light") << lightPalette() << kLeastTextContrast;
        QTest::newRow("dark") << darkPalette() << kLeastTextContrast;
        QTest::newRow("projector, light") << strongPalette(false) << 7.0;
        QTest::newRow("projector, dark") << strongPalette(true) << 7.0;
    }

    void textCanBeReadInEveryTheme()
    {
        QFETCH(const QPalette, palette);
        QFETCH(const double, least);
        for (const auto ground : {QPalette::Window, QPalette::Base}) {
            QVERIFY(contrast(palette.color(ground), palette.color(QPalette::Text)) >= least);
            QVERIFY(contrast(palette.color(ground), palette.color(QPalette::PlaceholderText)) >= kLeastTextContrast);
        }
        QVERIFY(contrast(palette.color(QPalette::Highlight), palette.color(QPalette::HighlightedText)) >= kLeastTextContrast);
        const Colours colours = Colours::from(palette);
        for (const QColor& ground : {colours.window, colours.panel, colours.lane}) {
            for (const QColor& text : {colours.text, colours.mutedText, colours.faintText})
                QVERIFY(contrast(ground, text) >= least);
        }
    }

    void draftComparesThenTells()
    {
        ExperimentDraft draft;
        QSignalSpy changes(&draft, &ExperimentDraft::changed);
        draft.edit(draft.experiment(), QStringLiteral("nothing"));
        QCOMPARE(changes.size(), 0);
        auto next = draft.experiment();
        next.pairs.front().client.options.keepIdleSeconds = 10;
        draft.edit(next, QStringLiteral("idle"));
        QCOMPARE(changes.size(), 1);
        const auto* prediction = draft.prediction(0, Host::Client);
        QVERIFY(prediction != nullptr && !prediction->never());
        QVERIFY(prediction->hull().earliest > 17s);
    }

    void slidingIsOneUndoStep()
    {
        ExperimentDraft draft;
        const auto before = draft.experiment();
        for (const int idle : {6, 7, 8, 9}) {
            auto next = draft.experiment();
            next.pairs.front().client.options.keepIdleSeconds = idle;
            draft.edit(next, QStringLiteral("idle"), QStringLiteral("idle"));
        }
        QCOMPARE(draft.undoStack()->count(), 1);
        draft.undoStack()->undo();
        QCOMPARE(draft.experiment(), before);
        draft.undoStack()->redo();
        QCOMPARE(draft.experiment().pairs.front().client.options.keepIdleSeconds, std::optional(9));
        draft.endMerging();
        auto next = draft.experiment();
        next.pairs.front().client.options.keepIdleSeconds = 20;
        draft.edit(next, QStringLiteral("idle"), QStringLiteral("idle"));
        QCOMPARE(draft.undoStack()->count(), 2);
    }

    void axisIsRound_data()
    {
        QTest::addColumn<double>("from");
        QTest::addColumn<double>("to");
        QTest::addColumn<double>("minimum");
        QTest::addColumn<double>("maximum");
        QTest::addColumn<double>("step");
        QTest::newRow("seconds") << 0.0 << 13.4 << 0.0 << 15.0 << 5.0;
        QTest::newRow("residuals") << -130.0 << 130.0 << -200.0 << 200.0 << 100.0;
        QTest::newRow("nothing") << 0.0 << 0.0 << 0.0 << 1.0 << 1.0;
        QTest::newRow("not a number") << 0.0 << std::nan("") << 0.0 << 1.0 << 1.0;
    }
    void axisIsRound()
    {
        QFETCH(double, from);
        QFETCH(double, to);
        const auto axis = NiceAxis::covering(from, to, 4);
        QTEST(axis.minimum, "minimum");
        QTEST(axis.maximum, "maximum");
        QTEST(axis.step, "step");
    }

    void deathIsExplained()
    {
        const auto run = replay(sampleExperiment(), sampleLines());
        QVERIFY2(run.ok(), run.ok() ? "" : run.error().message.c_str());
        const auto& outcome = run.value().outcomes.front();
        QCOMPARE(outcome.verdict, Verdict::Inside);
        const auto told = explain(run.value().timeline, outcome.prediction, &outcome);
        const auto seen = told.seen.join(u' ');
        QVERIFY2(seen.contains(QStringLiteral("At the first fault nothing was in flight")), qPrintable(seen));
        QVERIFY2(seen.contains(QStringLiteral("Probes: 3, all lost, after 4.12 s, 7.19 s, 10.27 s.")), qPrintable(seen));
        QVERIFY2(seen.contains(QStringLiteral("RST after 13.34 s that nobody heard")), qPrintable(seen));
        QVERIFY2(told.verdict.startsWith(QStringLiteral("recv() −1 ETIMEDOUT 13.34 s after the fault")), qPrintable(told.verdict));
        QVERIFY(told.otherwise.contains(QStringLiteral("Without SO_KEEPALIVE")));
        // The call's own time is another one: it began before the fault.
        const auto& detection = *outcome.detection;
        QVERIFY(detection.took && *detection.took > detection.elapsed);
        QVERIFY2(seen.contains(QStringLiteral("The last recv() itself took %1: it began %2 before the fault.").arg(secondsText(*detection.took), secondsText(*detection.took - detection.elapsed))),
                 qPrintable(seen));
    }

    void progressCountsDown()
    {
        const auto timeline = sampleTimeline(9s);
        const auto predictions = predictRun(timeline);
        const auto progress = progressOf(timeline, predictions, judge(timeline, predictions), 9'010ms);
        QCOMPARE(progress.expected, 1);
        QCOMPARE(progress.ended, 0);
        QVERIFY(std::abs(*progress.sinceFault - 8.0) < 1e-6);
        QVERIFY(*progress.nextEnd > 5.0 && *progress.nextEnd < 5.6);
        QVERIFY(progress.part > 0.6 && progress.part < 0.65);
    }

    void theTimeLimitMayComeFirst()
    {
        auto experiment = sampleExperiment();
        experiment.timeLimitSeconds = 12; // the failure is predicted for 14.2 s after the start
        Timeline timeline(experiment);
        for (const auto& event : sampleEvents(9s))
            timeline.append(event);
        const auto predictions = predictRun(timeline);
        const auto progress = progressOf(timeline, predictions, judge(timeline, predictions), 9'010ms);
        QVERIFY(progress.limitFirst.has_value());
        QVERIFY(std::abs(*progress.limitFirst - 3.0) < 1e-6);
        QVERIFY(*progress.nextEnd > 5.0);
        const auto enough = sampleTimeline(9s);
        QVERIFY(!progressOf(enough, predictions, judge(enough, predictions), 9'010ms).limitFirst);
    }

    void progressBeforeTheStart()
    {
        const Timeline timeline(sampleExperiment());
        QCOMPARE(progressOf(timeline, {}, {}, 0s), RunProgress{});
    }

    void rowsOfARunThatWaits()
    {
        RunResult run;
        run.runId = QStringLiteral("20261122T103059.123Z-4f2a");
        run.over = false;
        run.secondsSinceOrigin = 8;
        ResultGroup group;
        group.label = "recv 5/3/3";
        group.ends = group.waiting = 1;
        group.asPredicted = false;
        group.predictedFromSeconds = 13.2;
        group.predictedToSeconds = 13.4;
        run.groups.push_back(group);
        const auto rows = elapsedRows(run, false);
        QCOMPARE(rows.size(), std::size_t{1});
        QCOMPARE(rows[0].state, ChartRow::State::Waiting);
        QVERIFY(rows[0].good);
        QCOMPARE(rows[0].value, std::optional(8.0));
        run.over = true;
        const auto over = elapsedRows(run, false);
        QCOMPARE(over[0].text, QStringLiteral("no end seen"));
        QVERIFY(!over[0].good);
        // The bar is as long as it was looked, not as long as the axis.
        QCOMPARE(over[0].state, ChartRow::State::Unseen);
        QCOMPARE(over[0].value, std::optional(8.0));
        QVERIFY(!over[0].shortText.isEmpty());
        // Where the run ended before the predicted time was over, that is no wrong prediction.
        run.groups[0].asPredicted = true;
        run.groups[0].cutShort = 1;
        const auto waits = elapsedRows(run, false);
        QCOMPARE(waits[0].text, QStringLiteral("still waiting when the run ended"));
        QVERIFY(waits[0].good);
        QCOMPARE(groupVerdictText(run.groups[0]), QStringLiteral("still waiting when the run ended"));
    }

    void neverIsSaid()
    {
        RunResult run;
        run.runId = QStringLiteral("r");
        ResultGroup group;
        group.predictedNever = true;
        group.neverBecause = "no timer is armed";
        group.ends = group.waiting = 1;
        run.groups.push_back(group);
        QCOMPARE(elapsedRows(run, false)[0].text, QStringLiteral("never · no timer is armed"));
        QCOMPARE(residualRows(run, false)[0].text, QStringLiteral("never · no timer is armed"));
    }

    void brokenFilesAreNamed()
    {
        const auto missing = readExperiment(QStringLiteral("/nowhere/x.halfopen.json"));
        QVERIFY(!missing.ok());
        QVERIFY(missing.error().message.find("/nowhere/x.halfopen.json") != std::string::npos);
    }

    void stemsOfTitles()
    {
        QCOMPARE(fileStem(QStringLiteral("Idle reader, keepalive 5/3/3")), QStringLiteral("idle-reader-keepalive-5-3-3"));
        QCOMPARE(fileStem(QStringLiteral("…")), QStringLiteral("experiment"));
    }
};

QTEST_MAIN(PartsTest)
#include "parts_test.moc"
