// SPDX-License-Identifier: GPL-3.0-or-later
// The fault panel: one row a fault, for the script before a run and for the run while it is live.
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QTest>
#include <QToolButton>

#include "sample_run.h"
#include "ui/faults/fault_panel.h"
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
