// SPDX-License-Identifier: GPL-3.0-or-later
// The fault panel: one row a fault, for the script before a run and for the run while it is live.
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

#include <algorithm>

#include "sample_run.h"
#include "ui/faults/fault_panel.h"
#include "ui/faults/fault_state.h"
#include "ui/faults/fault_text.h"
#include "ui/faults/nat_memory.h"
#include "window_fixture.h"

using namespace halfopen;

class FaultPanelTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(anyWarning());
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->open();
        m_fixture->window->draft().load(sampleExperiment());
    }
    void cleanup() { m_fixture.reset(); }

    void switchWritesTheScript()
    {
        press("fault.serverKill");
        QCOMPARE(script().size(), std::size_t{2});
        QCOMPARE(script()[1].kind, FaultKind::Kill);
        QCOMPARE(script()[1].host, Host::Server);
        QCOMPARE(script()[1].atSeconds, 6.0); // 5 s after all others
        QCOMPARE(state("serverKill"), QStringLiteral("scripted at 6.0 s"));
        press("fault.drop");
        QCOMPARE(script().size(), std::size_t{1});
        QCOMPARE(state("drop"), QStringLiteral("idle"));
        m_fixture->trigger("undo");
        m_fixture->trigger("undo");
        QCOMPARE(script(), sampleExperiment().faults);
        QVERIFY(!box("fault.serverKill")->isChecked());
        QVERIFY(box("fault.drop")->isChecked());
    }

    void valuesAreEditedAndUndone()
    {
        auto* at = m_fixture->find<QDoubleSpinBox>("fault.drop.0.at");
        at->setFocus();
        at->selectAll();
        QTest::keyClicks(at, QStringLiteral("2.5"));
        QTest::keyClick(at, Qt::Key_Return);
        QCOMPARE(script()[0].atSeconds, 2.5);
        QCOMPARE(state("drop"), QStringLiteral("scripted at 2.5 s"));
        auto* lasts = m_fixture->find<QDoubleSpinBox>("fault.drop.0.for");
        QVERIFY(!script()[0].healAfterSeconds);
        lasts->setValue(8);
        QCOMPARE(script()[0].healAfterSeconds, std::optional{8.0});
        lasts->setValue(0); // for ever
        QVERIFY(!script()[0].healAfterSeconds);
        auto* direction = m_fixture->find<QComboBox>("fault.drop.0.direction");
        direction->setFocus();
        QTest::keyClick(direction, Qt::Key_Down);
        QCOMPARE(script()[0].direction, Direction::ToServer);
        for (int steps = 0; steps < 3; ++steps)
            m_fixture->trigger("undo");
        QCOMPARE(script(), sampleExperiment().faults);
    }

    void aFlapIsMadeAndTakenApart()
    {
        m_fixture->find<QDoubleSpinBox>("fault.drop.0.for")->setValue(2);
        QTest::mouseClick(m_fixture->find<QToolButton>("fault.drop.0.again"), Qt::LeftButton);
        QTest::mouseClick(m_fixture->find<QToolButton>("fault.drop.1.again"), Qt::LeftButton);
        QCOMPARE(script().size(), std::size_t{3});
        QCOMPARE(script()[1].atSeconds, 8.0); // 1 + 2 + 5
        QCOMPARE(script()[2].atSeconds, 15.0);
        QCOMPARE(script()[2].healAfterSeconds, std::optional{2.0});
        m_fixture->find<QDoubleSpinBox>("fault.drop.1.at")->setValue(9);
        QCOMPARE(script()[1].atSeconds, 9.0);
        QTest::mouseClick(m_fixture->find<QToolButton>("fault.drop.0.remove"), Qt::LeftButton);
        QCOMPARE(script().size(), std::size_t{2});
        QCOMPARE(m_fixture->find<QDoubleSpinBox>("fault.drop.0.at")->value(), 9.0);
        QCOMPARE(m_fixture->find<QDoubleSpinBox>("fault.drop.1.at")->value(), 15.0);
    }

    void whatLoopbackCannotDoIsGreyWithTheReason()
    {
        m_fixture->find<FaultPanel>("faults")->setNoNamespaces({}); // the stand-in for the agent has none
        QVERIFY(box("fault.clientCableOut")->isEnabled());
        auto experiment = sampleExperiment();
        experiment.place = PlaceKind::Loopback;
        experiment.path = PathKind::Loopback;
        m_fixture->window->draft().load(experiment);
        for (const char* key : {"clientCableOut", "serverCableOut"}) {
            QVERIFY(!box(qPrintable(QStringLiteral("fault.%1").arg(QLatin1String(key))))->isEnabled());
            auto* reason = m_fixture->find<QLabel>(qPrintable(QStringLiteral("fault.%1.reason").arg(QLatin1String(key))));
            QVERIFY(!reason->isHidden());
            QVERIFY(reason->text().contains(QStringLiteral("Loopback has no cable")));
        }
        QVERIFY(box("fault.drop")->isEnabled());
        QVERIFY(m_fixture->find<QLabel>("fault.drop.reason")->isHidden());
        // A script from elsewhere that asks for it can still be mended.
        experiment.faults[0].kind = FaultKind::CableOut;
        m_fixture->window->draft().load(experiment);
        QVERIFY(box("fault.serverCableOut")->isEnabled());
        press("fault.serverCableOut");
        QVERIFY(script().empty());
        QVERIFY(!box("fault.serverCableOut")->isEnabled());
    }

    void machineWithoutNamespacesSaysSo()
    {
        m_fixture->find<FaultPanel>("faults")->setNoNamespaces(QStringLiteral("User namespaces are off."));
        QVERIFY(!box("fault.clientCableOut")->isEnabled());
        QVERIFY(box("fault.clientCableOut")->toolTip().contains(QStringLiteral("User namespaces are off.")));
    }

    void liveSwitchMakesAndHeals()
    {
        const auto before = script();
        qputenv("HALFOPEN_FAKE_AGENT", "mortal");
        m_fixture->window->startRun();
        QTRY_COMPARE(m_fixture->controller.state(), RunController::State::Running);
        QTRY_VERIFY(box("fault.serverFreeze")->isEnabled());
        QVERIFY(!m_fixture->find<QDoubleSpinBox>("fault.drop.0.at")->isEnabled()); // the run has its script already
        press("fault.serverFreeze");
        const auto& made = m_fixture->controller.timeline().faults();
        QTRY_COMPARE(made.size(), std::size_t{1});
        QCOMPARE(made.front().fault.kind, FaultKind::Freeze);
        QCOMPARE(made.front().fault.host, Host::Server);
        QTRY_VERIFY(box("fault.serverFreeze")->isChecked());
        QVERIFY(state("serverFreeze").startsWith(QStringLiteral("in force since ")));
        press("fault.serverFreeze");
        QTRY_VERIFY(made.front().healed.has_value());
        QTRY_VERIFY(!box("fault.serverFreeze")->isChecked());
        QVERIFY(state("serverFreeze").startsWith(QStringLiteral("healed at ")));
        press("fault.serverKill");
        QTRY_VERIFY(box("fault.serverKill")->isChecked());
        QVERIFY(!box("fault.serverKill")->isEnabled()); // a killed program stays dead
        QVERIFY(!box("fault.serverFreeze")->isEnabled());
        m_fixture->trigger("stop");
        QTRY_VERIFY(!m_fixture->controller.isActive());
        QCOMPARE(script(), before); // what was done by hand is not in the script
        QTRY_VERIFY(!box("fault.serverKill")->isChecked());
        QVERIFY(box("fault.serverKill")->isEnabled());
    }

    void eachFaultHasItsOwnValues()
    {
        m_fixture->find<FaultPanel>("faults")->setNoNamespaces({}); // the stand-in for the agent has none
        QVERIFY(m_fixture->find<QWidget>("fault.reject.row")->isHidden()); // folded away with what is not usual
        unfold(FaultPlace::Router);
        QVERIFY(!m_fixture->find<QWidget>("fault.reject.row")->isHidden());
        number("fault.drop.0.percent", QStringLiteral("30"));
        QCOMPARE(script()[0].percent, 30.0);
        choose("fault.drop.0.only", 3);
        QCOMPARE(script()[0].only, PacketChoice::KeepaliveProbe);
        number("fault.drop.0.nth", QStringLiteral("2"));
        QCOMPARE(script()[0].nth, std::optional{2});
        m_fixture->find<QDoubleSpinBox>("fault.drop.0.nth")->setValue(0); // each
        QVERIFY(!script()[0].nth);
        press("fault.delay");
        number("fault.delay.0.ms", QStringLiteral("2 s"));
        QCOMPARE(script()[1].delayMs, 2000.0);
        press("fault.reject");
        QCOMPARE(script()[2].with, RouterAnswer::Rst);
        choose("fault.reject.0.with", 1);
        QCOMPARE(script()[2].with, RouterAnswer::IcmpHost);
        press("fault.natForget");
        number("fault.natForget.0.idle", QStringLiteral("4.5"));
        choose("fault.natForget.0.with", 1);
        QCOMPARE(script()[3].idleSeconds, 4.5);
        QCOMPARE(script()[3].with, RouterAnswer::Rst);
        unfold(FaultPlace::Router);
        QVERIFY(!m_fixture->find<QWidget>("fault.reject.row")->isHidden()); // it is in the script
        for (int steps = 0; steps < 30 && m_fixture->window->draft().experiment() != sampleExperiment(); ++steps)
            m_fixture->trigger("undo");
        QVERIFY(m_fixture->find<QWidget>("fault.reject.row")->isHidden());
    }

    void valuesOfAFileSurviveASave()
    {
        auto experiment = sampleExperiment();
        experiment.faults[0].percent = 12.5;
        experiment.faults[0].only = PacketChoice::Ack;
        experiment.faults.push_back(defaultFault(FaultKind::NatForget));
        experiment.faults.back().idleSeconds = 7;
        m_fixture->window->draft().load(experiment);
        QCOMPARE(m_fixture->find<QDoubleSpinBox>("fault.drop.0.percent")->value(), 12.5);
        QCOMPARE(m_fixture->find<QDoubleSpinBox>("fault.natForget.0.idle")->value(), 7.0);
        m_fixture->find<QDoubleSpinBox>("fault.drop.0.at")->setValue(3);
        experiment.faults[0].atSeconds = 3;
        QCOMPARE(m_fixture->window->draft().experiment(), experiment);
    }

    void noSinglePacketIsChosenOnLoopback()
    {
        auto experiment = sampleExperiment();
        experiment.place = PlaceKind::Loopback;
        experiment.path = PathKind::Loopback;
        m_fixture->window->draft().load(experiment);
        QVERIFY(!m_fixture->find<QDoubleSpinBox>("fault.drop.0.percent")->isEnabled());
        QVERIFY(!m_fixture->find<QComboBox>("fault.drop.0.only")->isEnabled());
        experiment.faults[0].percent = 50; // from elsewhere: it can be mended
        m_fixture->window->draft().load(experiment);
        QVERIFY(m_fixture->find<QDoubleSpinBox>("fault.drop.0.percent")->isEnabled());
        QVERIFY(m_fixture->find<QLabel>("fault.drop.reason")->text().contains(QStringLiteral("no single packet")));
    }

    void liveFaultIsMadeWithTheValuesOfItsRow()
    {
        qputenv("HALFOPEN_FAKE_AGENT", "mortal");
        unfold(FaultPlace::Router);
        m_fixture->window->startRun();
        QTRY_COMPARE(m_fixture->controller.state(), RunController::State::Running);
        QTRY_VERIFY(box("fault.natForget")->isEnabled());
        QVERIFY(m_fixture->find<QDoubleSpinBox>("fault.natForget.idle")->isHidden()
                || !m_fixture->find<QDoubleSpinBox>("fault.natForget.idle")->isVisible());
        QTest::mouseClick(m_fixture->find<QToolButton>("fault.natForget.unfold"), Qt::LeftButton);
        number("fault.natForget.idle", QStringLiteral("9"));
        press("fault.natForget");
        const auto& made = m_fixture->controller.timeline().faults();
        QTRY_COMPARE(made.size(), std::size_t{1});
        QCOMPARE(made.front().fault.kind, FaultKind::NatForget);
        QCOMPARE(made.front().fault.idleSeconds, 9.0);
        m_fixture->trigger("stop");
        QTRY_VERIFY(!m_fixture->controller.isActive());
    }

    void valuesInForceAreChangedWithoutAGap()
    {
        qputenv("HALFOPEN_FAKE_AGENT", "mortal");
        unfold(FaultPlace::Router);
        m_fixture->window->startRun();
        QTRY_COMPARE(m_fixture->controller.state(), RunController::State::Running);
        QTRY_VERIFY(box("fault.delay")->isEnabled());
        QTest::mouseClick(m_fixture->find<QToolButton>("fault.delay.unfold"), Qt::LeftButton);
        auto* apply = m_fixture->find<QPushButton>("fault.delay.apply");
        number("fault.delay.ms", QStringLiteral("100"));
        QVERIFY(!apply->isVisible()); // nothing is in force yet
        press("fault.delay");
        const auto& made = m_fixture->controller.timeline().faults();
        QTRY_COMPARE(made.size(), std::size_t{1});
        QTRY_VERIFY(box("fault.delay")->isChecked());
        QVERIFY(!apply->isVisible()); // as in force
        number("fault.delay.ms", QStringLiteral("250"));
        QVERIFY(apply->isVisible());
        QTest::mouseClick(m_fixture->find<QPushButton>("fault.delay.keep"), Qt::LeftButton);
        QCOMPARE(m_fixture->find<QDoubleSpinBox>("fault.delay.ms")->value(), 100.0);
        QVERIFY(!apply->isVisible());
        number("fault.delay.ms", QStringLiteral("200"));
        apply->setFocus();
        QTest::keyClick(apply, Qt::Key_Space);
        QTRY_COMPARE(made.size(), std::size_t{2});
        QTRY_VERIFY(made[0].healed.has_value());
        QCOMPARE(made[1].fault.delayMs, 200.0);
        QVERIFY(made[1].applied <= *made[0].healed); // the new one is there before the old one goes
        QTRY_VERIFY(!apply->isVisible());
        QVERIFY(box("fault.delay")->isChecked());
        press("fault.delay");
        QTRY_VERIFY(made[1].healed.has_value());
        m_fixture->trigger("stop");
        QTRY_VERIFY(!m_fixture->controller.isActive());
    }

    void aFaultByHandLastsAsLongAsItsRowSays()
    {
        qputenv("HALFOPEN_FAKE_AGENT", "mortal");
        QVERIFY(!m_fixture->find<QDoubleSpinBox>("fault.serverCableOut.lasts")->isVisible()); // a script has its own times
        m_fixture->window->startRun();
        QTRY_COMPARE(m_fixture->controller.state(), RunController::State::Running);
        auto* unfold = m_fixture->find<QToolButton>("fault.serverFreeze.unfold");
        QTRY_VERIFY(unfold->isVisible());
        QTest::mouseClick(unfold, Qt::LeftButton);
        number("fault.serverFreeze.lasts", QStringLiteral("2.5"));
        press("fault.serverFreeze");
        const auto& made = m_fixture->controller.timeline().faults();
        QTRY_COMPARE(made.size(), std::size_t{1});
        QCOMPARE(made[0].fault.healAfterSeconds, std::optional{2.5});
        QVERIFY(m_fixture->window->findChild<QToolButton*>(QStringLiteral("fault.serverKill.unfold")) == nullptr); // nobody heals a dead program
        m_fixture->trigger("stop");
        QTRY_VERIFY(!m_fixture->controller.isActive());
    }

    void whatIsOverAtOnceCanBeMadeAgain()
    {
        const auto reset = std::ranges::find(faultCatalogue(), FaultKind::Reset, &CataloguedFault::kind);
        Timeline run(sampleExperiment());
        using namespace std::chrono_literals;
        run.append({10ms, StartedEvent{}});
        run.append({3210ms, FaultEvent{0, FaultEvent::What::Applied, defaultFault(FaultKind::Reset), 20us, ""}});
        const FaultState state = FaultState::of(*reset, {}, &run);
        QCOMPARE(state.phase, FaultPhase::Done);
        QCOMPARE(stateText(state), QStringLiteral("done at 3.2 s"));
        QVERIFY(liveObstacle(*reset, run).isEmpty());
    }

    void valuesThatCannotChangeAreShownWithTheReason()
    {
        FaultPanel panel;
        Timeline run(sampleExperiment());
        using namespace std::chrono_literals;
        run.append({1ms, PlaceEvent{PlaceKind::Namespaces, ""}});
        run.append({10ms, StartedEvent{}});
        Fault reboot = defaultFault(FaultKind::Reboot);
        reboot.backAfterSeconds = 7;
        run.append({1s, FaultEvent{0, FaultEvent::What::Applied, reboot, 20us, ""}});
        panel.setLiveRun(&run);
        panel.show();
        auto* unfold = panel.findChild<QToolButton*>(QStringLiteral("fault.serverReboot.unfold"));
        unfold->click();
        auto* back = panel.findChild<QDoubleSpinBox*>(QStringLiteral("fault.serverReboot.back"));
        QVERIFY(back->isVisible() && !back->isEnabled());
        QCOMPARE(back->value(), 7.0);
        auto* values = panel.findChild<QWidget*>(QStringLiteral("fault.serverReboot.values"));
        QVERIFY(values->toolTip().contains(QStringLiteral("cannot be changed")));
        QVERIFY(panel.findChild<QLabel*>(QStringLiteral("fault.serverReboot.memory"))->text().startsWith(QStringLiteral("back in ")));
        QVERIFY(panel.findChild<QCheckBox*>(QStringLiteral("fault.serverInterfaceDown"))->toolTip().contains(QStringLiteral("no power")));
        QVERIFY(panel.findChild<QCheckBox*>(QStringLiteral("fault.clientInterfaceDown"))->isEnabled());
        panel.setLiveRun(nullptr);
    }

    void everyRowSaysWhatItsPlaceCannotDo_data()
    {
        QTest::addColumn<FaultSurroundings>("where");
        QTest::addColumn<QStringList>("possible"); // empty: all
        QTest::newRow("loopback") << FaultSurroundings{PathKind::Loopback, {}}
                                  << QStringList{QStringLiteral("clientKill"), QStringLiteral("clientFreeze"), QStringLiteral("drop"),
                                                 QStringLiteral("serverKill"), QStringLiteral("serverFreeze")};
        QTest::newRow("namespaces, routed or direct") << FaultSurroundings{PathKind::Direct, {}} << QStringList{};
        QTest::newRow("no namespaces") << FaultSurroundings{PathKind::Routed, QStringLiteral("They are off.")}
                                       << QStringList{QStringLiteral("clientKill"), QStringLiteral("clientFreeze"), QStringLiteral("drop"),
                                                      QStringLiteral("serverKill"), QStringLiteral("serverFreeze")};
    }
    void everyRowSaysWhatItsPlaceCannotDo()
    {
        QFETCH(FaultSurroundings, where);
        QFETCH(QStringList, possible);
        QCOMPARE(faultCatalogue().size(), std::size_t{27});
        for (const CataloguedFault& entry : faultCatalogue()) {
            const QString reason = obstacle(entry, where);
            const bool works = possible.isEmpty() || possible.contains(QLatin1String(entry.key));
            QVERIFY2(reason.isEmpty() == works, entry.key);
            QVERIFY2(works || reason.endsWith(u'.'), qPrintable(reason)); // a whole sentence
        }
    }

    void middleboxCountsDown()
    {
        Timeline run(sampleExperiment());
        const auto packet = [&run](RunTime at, PacketKind kind) { run.append({at, PacketEvent{Packet{.pair = 0, .kind = kind}}}); };
        using namespace std::chrono_literals;
        run.append({10ms, StartedEvent{}});
        packet(500ms, PacketKind::Probe);
        Fault forget = defaultFault(FaultKind::NatForget);
        QVERIFY(!NatMemory::of(run, 0, 600ms));
        forget.idleSeconds = 3;
        run.append({1000ms, FaultEvent{0, FaultEvent::What::Applied, forget, 20us, ""}});
        QCOMPARE(NatMemory::of(run, 0, 2500ms), (NatMemory{false, 1.0}));
        packet(2500ms, PacketKind::Probe);
        QCOMPARE(NatMemory::of(run, 0, 4500ms), (NatMemory{false, 1.0}));
        run.append({4000ms, PacketEvent{Packet{.kind = PacketKind::Arp}}}); // no sign of life of the connection
        QCOMPARE(NatMemory::of(run, 0, 4500ms), (NatMemory{false, 1.0}));
        QVERIFY(NatMemory::of(run, 0, 5600ms)->forgotten);
        QCOMPARE(NatMemory::of(run, 0, 5600ms)->since, std::optional<RunTime>{5500ms});
        packet(5600ms, PacketKind::Probe); // too late: it stays forgotten
        QVERIFY(NatMemory::of(run, 0, 5700ms)->forgotten);
        QCOMPARE(NatMemory::of(run, 0, 5700ms)->since, std::optional<RunTime>{5500ms});
        packet(6000ms, PacketKind::Syn);
        QVERIFY(!NatMemory::of(run, 0, 6100ms)->forgotten);
        QVERIFY(!NatMemory::of(run, 7, 6100ms)); // no such pair
        // Ordinary packets are told in flows; what another fault took never came to the middlebox.
        run.append({8500ms, FlowEvent{.pair = 0, .from = Host::Client, .first = 6500ms, .packets = 20, .bytes = 0}});
        packet(8600ms, PacketKind::Probe);
        QCOMPARE(NatMemory::of(run, 0, 9600ms), (NatMemory{false, 2.0}));
        run.append({10'000ms, PacketEvent{Packet{.pair = 0, .kind = PacketKind::Probe, .fate = PacketFate::Dropped}}});
        QCOMPARE(NatMemory::of(run, 0, 10'600ms), (NatMemory{false, 1.0}));
    }

    void liveDropHasADirection()
    {
        qputenv("HALFOPEN_FAKE_AGENT", "mortal");
        m_fixture->window->startRun();
        QTRY_COMPARE(m_fixture->controller.state(), RunController::State::Running);
        auto* direction = m_fixture->find<QComboBox>("fault.drop.direction");
        QTRY_VERIFY(!direction->isHidden());
        direction->setCurrentIndex(2);
        press("fault.drop");
        const auto& made = m_fixture->controller.timeline().faults();
        QTRY_COMPARE(made.size(), std::size_t{1});
        QCOMPARE(made.front().fault.direction, Direction::ToClient);
        m_fixture->trigger("stop");
        QTRY_VERIFY(!m_fixture->controller.isActive());
    }

private:
    void unfold(FaultPlace place) const
    {
        QTest::mouseClick(m_fixture->find<QToolButton>(qPrintable(QStringLiteral("faults.place%1").arg(static_cast<int>(place)))), Qt::LeftButton);
    }
    void number(const char* name, const QString& typed) const
    {
        auto* spin = m_fixture->find<QDoubleSpinBox>(name);
        spin->setFocus();
        spin->selectAll();
        QTest::keyClicks(spin, typed);
        QTest::keyClick(spin, Qt::Key_Return);
    }
    void choose(const char* name, int steps) const
    {
        auto* choice = m_fixture->find<QComboBox>(name);
        choice->setFocus();
        for (int step = 0; step < steps; ++step)
            QTest::keyClick(choice, Qt::Key_Down);
    }
    [[nodiscard]] QCheckBox* box(const char* name) const { return m_fixture->find<QCheckBox>(name); }
    /// As a user does who has come to it by keyboard.
    void press(const char* name) const
    {
        QVERIFY2(box(name)->isEnabled(), name);
        box(name)->setFocus();
        QTest::keyClick(box(name), Qt::Key_Space);
    }
    [[nodiscard]] QString state(const char* key) const
    {
        return m_fixture->find<QLabel>(qPrintable(QStringLiteral("fault.%1.state").arg(QLatin1String(key))))->text();
    }
    [[nodiscard]] const std::vector<Fault>& script() const { return m_fixture->window->draft().experiment().faults; }

    std::unique_ptr<WindowFixture> m_fixture;
};

QTEST_MAIN(FaultPanelTest)
#include "fault_panel_test.moc"
