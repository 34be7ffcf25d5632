// SPDX-License-Identifier: GPL-3.0-or-later
// The window's parts that need no window: scales, draft, presets, axes, explanations, progress.
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFile>
#include <QJsonDocument>
#include <QLabel>
#include <QSignalSpy>
#include <QSlider>
#include <QTest>
#include <QToolButton>

#include <cmath>

#include "core/outcome.h"
#include "sample_run.h"
#include "session/replay.h"
#include "ui/charts/nice_axis.h"
#include "ui/experiment/experiment_draft.h"
#include "ui/experiment/endpoint_editor.h"
#include "ui/experiment/network_editor.h"
#include "ui/experiment/option_row.h"
#include "ui/experiment/value_scale.h"
#include "ui/results/result_rows.h"
#include "ui/text/format.h"
#include "ui/theme/colours.h"
#include "ui/why/explanation.h"
#include "ui/window/experiment_file.h"
#include "ui/window/option_wiring.h"
#include "ui/window/presets.h"
#include "ui/window/run_progress.h"

using namespace halfopen;
using namespace std::chrono_literals;

namespace {

OptionRowSpec idleSpec() { return {QStringLiteral("TCP_KEEPIDLE"), QStringLiteral("Idle"), QStringLiteral("s"), 1, 32767, 1, 32767, 0, false, {}}; }

OptionRowSpec timeoutSpec()
{
    return {QStringLiteral("TCP_USER_TIMEOUT"), QStringLiteral("User timeout"), QStringLiteral("ms"), 0, 2147483647, 100, 2147483647, 0, true, {}};
}

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

    void sliderAndSpinBoxAgree()
    {
        OptionRow row(idleSpec(), {QStringLiteral("client"), QStringLiteral("Client")});
        row.setValue(5, 7200);
        auto* slider = row.findChild<QSlider*>();
        auto* spin = row.findChild<QDoubleSpinBox*>();
        QCOMPARE(spin->value(), 5.0);
        QSignalSpy edits(&row, &OptionRow::valueEdited);
        spin->setValue(42);
        QCOMPARE(edits.size(), 1);
        QCOMPARE(row.value(), std::optional(42.0));
        const int at42 = slider->value();
        slider->setValue(slider->maximum());
        QCOMPARE(edits.size(), 2);
        QCOMPARE(spin->value(), 32767.0);
        QVERIFY(slider->value() > at42);
    }

    void showingAValueTellsNobody()
    {
        OptionRow row(idleSpec(), {QStringLiteral("client"), QStringLiteral("Client")});
        QSignalSpy edits(&row, &OptionRow::valueEdited);
        row.setValue(5, 7200);
        row.setValue(std::nullopt, 7200);
        QCOMPARE(edits.size(), 0);
        QCOMPARE(row.findChild<QDoubleSpinBox*>()->value(), 7200.0);
    }

    void resetGivesTheKernelItsWay()
    {
        OptionRow row(idleSpec(), {QStringLiteral("client"), QStringLiteral("Client")});
        row.setValue(5, 7200);
        row.show();
        QTest::mouseClick(row.findChild<QToolButton*>(), Qt::LeftButton);
        QCOMPARE(row.value(), std::optional<double>{});
    }

    void arrowKeyIsOneValue()
    {
        OptionRow row(idleSpec(), {QStringLiteral("client"), QStringLiteral("Client")});
        row.setValue(5, 7200);
        row.show();
        auto* slider = row.findChild<QSlider*>();
        QTest::keyClick(slider, Qt::Key_Right);
        QCOMPARE(row.value(), std::optional(6.0));
        QTest::keyClick(slider, Qt::Key_Left);
        QTest::keyClick(slider, Qt::Key_Left);
        QCOMPARE(row.value(), std::optional(4.0));
    }

    void eachActivityHasItsOwnRows()
    {
        EndpointEditor editor(Host::Client);
        Endpoint end;
        end.activity = Activity::Heartbeat;
        end.changes.push_back({4, {}});
        end.changes.back().options.userTimeoutMs = 2000;
        editor.setEndpoint(end, {});
        const auto spin = [&](const char* key) { return editor.findChild<QDoubleSpinBox*>(QStringLiteral("Client.%1.spin").arg(QLatin1String(key))); };
        const auto hidden = [&](const char* key) { return spin(key)->parentWidget()->isHidden(); };
        QCOMPARE(spin("heartbeat_interval_s")->value(), 1.0);
        QCOMPARE(spin("heartbeat_timeout_s")->value(), 3.0);
        QVERIFY(!hidden("heartbeat_interval_s") && hidden("send_bytes") && hidden("request_at_s"));
        QVERIFY(editor.findChild<QLabel*>(QStringLiteral("client.changes"))->text().contains(QStringLiteral("TCP_USER_TIMEOUT = 2000")));
        spin("heartbeat_timeout_s")->setValue(7.5);
        QCOMPARE(editor.endpoint().heartbeatTimeoutSeconds, 7.5);
        QCOMPARE(editor.endpoint().changes, end.changes);
        spin("TCP_SYNCNT")->setValue(2);
        spin("SO_LINGER")->setValue(0);
        editor.findChild<QCheckBox*>(QStringLiteral("client.IP_RECVERR"))->click();
        QCOMPARE(editor.endpoint().options.synCount, std::optional{2});
        QCOMPARE(editor.endpoint().options.lingerSeconds, std::optional{0});
        spin("SO_LINGER")->setValue(-1);
        QCOMPARE(editor.endpoint().options.lingerSeconds, std::optional<int>{});
        auto* activity = editor.findChild<QComboBox*>(QStringLiteral("client.activity"));
        QCOMPARE(activity->count(), static_cast<int>(allActivities().size()));
        Q_EMIT activity->activated(activity->findData(static_cast<int>(Activity::Close)));
        QCOMPARE(editor.endpoint().heartbeatTimeoutSeconds, Endpoint{}.heartbeatTimeoutSeconds); // belongs to the heartbeat alone
        QVERIFY(hidden("heartbeat_interval_s") && !hidden("send_bytes"));
    }

    void lingerIsTakenBackByItsSlider()
    {
        EndpointEditor editor(Host::Client);
        editor.setEndpoint({}, {});
        editor.show();
        const auto linger = [&] { return editor.endpoint().options.lingerSeconds; };
        auto* slider = editor.findChild<QSlider*>(QStringLiteral("Client.SO_LINGER.slider"));
        QTest::keyClick(slider, Qt::Key_Right);
        QCOMPARE(linger(), std::optional{1});
        QTest::keyClick(slider, Qt::Key_Left);
        QCOMPARE(linger(), std::optional<int>{}); // 0 would make close() send a RST
        slider->setValue(slider->maximum() / 2);
        QVERIFY(linger() > 1);
        slider->setValue(0);
        QCOMPARE(linger(), std::optional<int>{});
        // By its box 0 is still a value of its own.
        auto* spin = editor.findChild<QDoubleSpinBox*>(QStringLiteral("Client.SO_LINGER.spin"));
        QCOMPARE(spin->text(), QStringLiteral("off"));
        spin->setValue(0);
        QCOMPARE(linger(), std::optional{0});
        QVERIFY(spin->text() != QStringLiteral("off"));
        QTest::keyClick(slider, Qt::Key_Left);
        QCOMPARE(linger(), std::optional<int>{});
    }

    void everyOptionOfTheFormatHasItsControl()
    {
        EndpointEditor editor(Host::Client);
        const auto row = [&](const QString& name) { return editor.findChild<QDoubleSpinBox*>(QStringLiteral("Client.%1.spin").arg(name)); };
        for (const OptionSpec& spec : optionSpecs()) {
            const auto name = QString::fromLatin1(spec.name.data(), static_cast<qsizetype>(spec.name.size()));
            const bool flag = spec.kind == OptionSpec::Kind::Flag;
            QVERIFY2(flag ? editor.findChild<QCheckBox*>(QStringLiteral("client.") + name) != nullptr : row(name) != nullptr, qPrintable(name));
        }
        // What a file has set is seen, folded away or not, and can be taken back under a kernel that does not know it.
        const auto* folded = editor.findChild<QLabel*>(QStringLiteral("client.more.summary"));
        QVERIFY(folded != nullptr);
        Endpoint end;
        editor.setEndpoint(end, {});
        QVERIFY(!row(QStringLiteral("TCP_RTO_MAX_MS"))->isEnabled()); // the kernel is 6.12 until another is told
        QCOMPARE(row(QStringLiteral("TCP_RTO_MAX_MS"))->value(), 120'000.0);
        QCOMPARE(folded->text(), QString());
        end.options.rtoMaxMs = 2000;
        end.options.noDelay = true;
        end.options.lingerSeconds = 0;
        editor.setEndpoint(end, {});
        QVERIFY(row(QStringLiteral("TCP_RTO_MAX_MS"))->isEnabled());
        QCOMPARE(row(QStringLiteral("TCP_RTO_MAX_MS"))->value(), 2000.0);
        for (const char* each : {"TCP_RTO_MAX_MS", "TCP_NODELAY", "SO_LINGER"})
            QVERIFY2(folded->text().contains(QLatin1String(each)), qPrintable(folded->text()));
        editor.show();
        editor.findChild<QToolButton*>(QStringLiteral("Client.TCP_RTO_MAX_MS.reset"))->click();
        QCOMPARE(editor.endpoint().options.rtoMaxMs, std::optional<int>{});
        KernelProfile newer;
        newer.minor = 15;
        editor.setEndpoint(editor.endpoint(), newer);
        row(QStringLiteral("TCP_RTO_MAX_MS"))->setValue(3000);
        QCOMPARE(editor.endpoint().options.rtoMaxMs, std::optional{3000});
    }

    void pathAndNeighboursAreChosen()
    {
        NetworkEditor editor;
        editor.setExperiment(sampleExperiment(), {});
        const auto choose = [&](const char* name, int value) {
            auto* choice = editor.findChild<QComboBox*>(QLatin1String(name));
            QVERIFY(choice->isEnabled());
            choice->setCurrentIndex(choice->findData(value));
            Q_EMIT choice->activated(choice->currentIndex());
        };
        QSignalSpy edits(&editor, &NetworkEditor::edited);
        choose("network.path", static_cast<int>(PathKind::Direct));
        choose("network.neighbours", static_cast<int>(Neighbours::Real));
        choose("network.place", static_cast<int>(PlaceKind::Namespaces));
        QCOMPARE(edits.size(), 3);
        auto told = edits.last().first().value<Experiment>();
        QCOMPARE(told.path, PathKind::Direct);
        QCOMPARE(told.neighbours, Neighbours::Real);
        choose("network.place", static_cast<int>(PlaceKind::Loopback));
        told = edits.last().first().value<Experiment>();
        QCOMPARE(told.path, PathKind::Loopback);
        QCOMPARE(told.neighbours, Neighbours::Pinned); // loopback has none
        QVERIFY(!editor.findChild<QComboBox*>(QStringLiteral("network.path"))->isEnabled());
        QVERIFY(!editor.findChild<QComboBox*>(QStringLiteral("network.neighbours"))->isEnabled());
    }

    void onlyWhatDiffersIsSetAnew()
    {
        SocketOptions now;
        now.keepAlive = true;
        now.keepIdleSeconds = 5;
        now.keepCount = 3;
        SocketOptions wanted = now;
        wanted.keepIdleSeconds = 2;
        wanted.keepCount.reset(); // no call takes it back
        wanted.userTimeoutMs = 2000;
        SocketOptions expected;
        expected.keepIdleSeconds = 2;
        expected.userTimeoutMs = 2000;
        QCOMPARE(changedOptions(now, wanted), expected);
        QCOMPARE(changedOptions(now, now), SocketOptions{});
    }

    void leftmostIsOff()
    {
        OptionRow row(timeoutSpec(), {QStringLiteral("client"), QStringLiteral("Client")});
        row.setValue(4000, 0);
        row.findChild<QSlider*>()->setValue(0);
        QCOMPARE(row.value(), std::optional(0.0));
        QCOMPARE(row.findChild<QDoubleSpinBox*>()->text(), QStringLiteral("off"));
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

    void presetsAreWellFormed()
    {
        const auto presets = builtInPresets();
        QCOMPARE(presets.size(), 15);
        QCOMPARE(presets.first().options.keepIdleSeconds, std::optional(7200));
        for (const auto& preset : presets)
            QVERIFY2(!preset.source.isEmpty() && preset.options.keepAlive == true, qPrintable(preset.title));
    }

    void brokenPresetsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("no JSON") << QByteArray("{");
        QTest::newRow("no source") << QByteArray(R"({"presets":[{"title":"a"}]})");
        QTest::newRow("unknown option") << QByteArray(R"({"presets":[{"title":"a","source":"b","TCP_KEEP":1}]})");
        QTest::newRow("out of range") << QByteArray(R"({"presets":[{"title":"a","source":"b","TCP_KEEPCNT":200}]})");
    }
    void brokenPresetsAreRefused()
    {
        QFETCH(QByteArray, json);
        QVERIFY(!parsePresets(json).ok());
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
        QVERIFY2(seen.contains(QStringLiteral("Nothing was in flight")), qPrintable(seen));
        QVERIFY2(seen.contains(QStringLiteral("Probes: 3, all lost, after 4.12 s, 7.19 s, 10.27 s.")), qPrintable(seen));
        QVERIFY2(seen.contains(QStringLiteral("RST after 13.34 s that nobody heard")), qPrintable(seen));
        QVERIFY2(told.verdict.startsWith(QStringLiteral("recv() −1 ETIMEDOUT after 13.34 s")), qPrintable(told.verdict));
        QVERIFY(told.otherwise.contains(QStringLiteral("Without SO_KEEPALIVE")));
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
        group.asPredicted = false; // as judge() says of an end that has not ended yet
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
