// SPDX-License-Identifier: GPL-3.0-or-later
// What the program knows of real software and middleboxes: presets, their race, idle times.
#include <QAction>
#include <QMenu>
#include <QTest>

#include "core/experiment_codec.h"
#include "sample_run.h"
#include "ui/faults/middlebox_button.h"
#include "ui/window/presets.h"
#include "window_fixture.h"

using namespace halfopen;

class KnownSoftwareTest final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<WindowFixture> m_fixture;

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(anyWarning());
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->open();
    }
    void cleanup() { m_fixture.reset(); }

    void presetsAreWellFormed()
    {
        const auto presets = builtInPresets();
        QCOMPARE(presets.size(), 19);
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

    void softwareRaceHasOnePairForEachProgram()
    {
        auto experiment = ExperimentDraft::starter();
        experiment.pairs.push_back(experiment.pairs.front());
        experiment.pairs.back().client.activity = Activity::Send;
        experiment.pairs.back().client.options.noDelay = true;
        const auto race = softwareRace(experiment, 1, Host::Client, builtInPresets());
        QStringList names;
        for (const auto& pair : race.pairs) {
            names << QString::fromStdString(pair.name);
            QCOMPARE(pair.client.activity, Activity::Send);
            QCOMPARE(pair.client.options.noDelay, std::optional(true));
            QCOMPARE(pair.client.options.keepAlive, std::optional(true));
            QCOMPARE(pair.server, experiment.pairs.back().server);
        }
        QCOMPARE(names.join(u'|'), QStringLiteral("PostgreSQL|OpenSSH|Go|grpc-go|grpc-go, Time set|Redis|curl"));
        QVERIFY2(!race.pairs.front().client.options.keepIdleSeconds, "libpq leaves the kernel's");
        QCOMPARE(race.pairs[4].client.options.userTimeoutMs, std::optional(20000));
        QCOMPARE(race.faults, experiment.faults);
        QVERIFY(parseExperiment(writeExperiment(race)).ok());
        QCOMPARE(softwareRace(experiment, 2, Host::Client, builtInPresets()), experiment);
    }

    void middleboxesAreWellFormed()
    {
        const auto boxes = builtInMiddleboxes();
        QCOMPARE(boxes.size(), 5);
        QCOMPARE(boxes.front().idleSeconds, 350.0);
        QCOMPARE(boxes.front().answer, RouterAnswer::Rst);
        QCOMPARE(boxes.at(1).answer, RouterAnswer::Silent);
        for (const char* broken : {R"({)", R"({"middleboxes":[{"title":"a","idle_s":1}]})", R"({"middleboxes":[{"title":"a","source":"b"}]})",
                                   R"({"middleboxes":[{"title":"a","source":"b","idle_s":1,"with":"fin"}]})"})
            QVERIFY2(!parseMiddleboxes(broken).ok(), broken);
    }

    void raceIsOneStepAndShowsAllCalls()
    {
        auto& desk = m_fixture->desk;
        const auto before = desk.draft.experiment();
        m_fixture->trigger("softwareRace");
        QCOMPARE(desk.draft.experiment().pairs.size(), std::size_t{7});
        QCOMPARE(desk.view.compared(), std::optional(LaneKind::Call));
        const auto* go = desk.draft.prediction(2, Host::Client);
        QVERIFY(go != nullptr && !go->never());
        // Go 15/15/9: 15 s of silence and nine probes, at most 15 s after the last answer.
        QVERIFY2(std::abs(toSeconds(go->hull().latest) - 150.0) < 3.0, qPrintable(QString::number(toSeconds(go->hull().latest))));
        const auto* slowest = desk.draft.prediction(0, Host::Client);
        QVERIFY(slowest != nullptr && desk.draft.experiment().timeLimitSeconds > 1 + toSeconds(slowest->hull().latest));
        m_fixture->trigger("undo");
        QCOMPARE(desk.draft.experiment(), before);
    }

    void idleTimeIsThatOfAKnownMiddlebox()
    {
        auto experiment = sampleExperiment();
        experiment.faults.push_back(defaultFault(FaultKind::NatForget));
        m_fixture->desk.draft.load(experiment);
        auto* button = m_fixture->find<MiddleboxButton>("fault.natForget.0.like");
        QVERIFY(button->isVisibleTo(&*m_fixture->window));
        const auto actions = button->menu()->actions();
        QCOMPARE(actions.size(), builtInMiddleboxes().size());
        QVERIFY2(actions.front()->text().contains(QStringLiteral("350 s")), qPrintable(actions.front()->text()));
        QVERIFY(actions.front()->toolTip().contains(QStringLiteral("AWS")));
        actions.front()->trigger();
        const auto& forgets = m_fixture->desk.draft.experiment().faults.back();
        QCOMPARE(forgets.idleSeconds, 350.0);
        QCOMPARE(forgets.with, RouterAnswer::Rst);
        m_fixture->trigger("undo");
        QCOMPARE(m_fixture->desk.draft.experiment(), experiment);
    }
};

QTEST_MAIN(KnownSoftwareTest)
#include "known_software_test.moc"
