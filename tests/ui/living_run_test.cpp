// SPDX-License-Identifier: GPL-3.0-or-later
// What is done while a run goes on: options of living sockets, the cable, the wish to close.
#include <QAbstractButton>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QTest>

#include "core/experiment_codec.h"
#include "sample_run.h"
#include "ui/window/experiment_file.h"
#include "window_fixture.h"

using namespace halfopen;

class LivingRunTest final : public QObject
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

    void aPartlyDroppingCableIsNotCalledCut()
    {
        qputenv("HALFOPEN_FAKE_AGENT", "mortal");
        m_fixture->window->draft().load(sampleExperiment());
        m_fixture->window->startRun();
        QTRY_COMPARE(m_fixture->controller.state(), RunController::State::Running);
        const auto words = [this] { return m_fixture->find<QLabel>("nextStep.text")->accessibleName(); };
        Fault some;
        some.percent = 30;
        m_fixture->controller.applyFault(some);
        const auto& faults = m_fixture->controller.timeline().faults();
        QTRY_COMPARE(faults.size(), std::size_t{1});
        QTRY_VERIFY2(words().startsWith(QStringLiteral("Failing in about")), qPrintable(words()));
        QVERIFY2(!words().contains(QStringLiteral("plugs it in")), qPrintable(words()));
        m_fixture->trigger("cut");
        QTRY_COMPARE(faults.size(), std::size_t{2});
        QTRY_VERIFY2(words().contains(QStringLiteral("plugs it in")), qPrintable(words()));
        m_fixture->trigger("cut"); // as it says
        QTRY_VERIFY(faults.back().healed.has_value());
        m_fixture->trigger("stop");
        QTRY_VERIFY(!m_fixture->controller.isActive());
    }
};

QTEST_MAIN(LivingRunTest)
#include "living_run_test.moc"
