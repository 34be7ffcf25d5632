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

    void scriptedOptionsCountWhenTheyAreDue()
    {
        qputenv("HALFOPEN_FAKE_AGENT", "mortal");
        auto experiment = killedReader();
        auto& client = experiment.pairs.front().client;
        client.options.userTimeoutMs = 1000;
        OptionChange change{.atSeconds = 2.3};
        change.options.userTimeoutMs = 2000;
        client.changes = {change};
        m_fixture->window->draft().load(experiment);
        auto* now = m_fixture->find<QPushButton>("setOptionsNow");
        auto* wish = m_fixture->find<QDoubleSpinBox>("Client.TCP_USER_TIMEOUT.spin");
        m_fixture->window->startRun();
        QTRY_COMPARE(m_fixture->controller.state(), RunController::State::Running);
        QVERIFY2(now->isHidden(), qPrintable(now->toolTip())); // the change is still to come
        wish->setValue(3000);
        QVERIFY(!now->isHidden());
        QTest::mouseClick(now, Qt::LeftButton);
        QTRY_VERIFY(now->isHidden());
        m_fixture->trigger("cut");
        QTRY_COMPARE(m_fixture->controller.timeline().faults().size(), std::size_t{1});
        m_fixture->trigger("cut"); // healed at 2.5 s: by then the script has set another
        QTRY_VERIFY(m_fixture->controller.timeline().faults().front().healed.has_value());
        QTRY_VERIFY(!now->isHidden());
        QVERIFY2(now->toolTip().contains(QStringLiteral("TCP_USER_TIMEOUT = 3000")), qPrintable(now->toolTip()));
        m_fixture->trigger("stop");
        QTRY_VERIFY(!m_fixture->controller.isActive());
    }

    void whatTheKernelRoundsIsSetOnce()
    {
        qputenv("HALFOPEN_FAKE_AGENT", "mortal");
        m_fixture->window->draft().load(killedReader());
        auto* now = m_fixture->find<QPushButton>("setOptionsNow");
        m_fixture->window->startRun();
        QTRY_COMPARE(m_fixture->controller.state(), RunController::State::Running);
        // Read back undoubled, as from a kernel that allows no more than half of it.
        m_fixture->find<QDoubleSpinBox>("Client.SO_SNDBUF.spin")->setValue(1048576);
        QTest::mouseClick(now, Qt::LeftButton);
        const auto& track = m_fixture->controller.timeline().pairs().front().client;
        QTRY_COMPARE(track.inForce.sendBufferBytes, std::optional{1048576});
        QTRY_VERIFY2(now->isHidden(), qPrintable(now->toolTip()));
        m_fixture->trigger("stop");
        QTRY_VERIFY(!m_fixture->controller.isActive());
    }

    void eachRunHasItsOwnQuestionOnClosing()
    {
        qputenv("HALFOPEN_FAKE_AGENT", "mortal");
        const QString path = m_fixture->folder.filePath(QStringLiteral("a.halfopen.json"));
        QVERIFY(writeFile(path, QByteArray::fromStdString(writeExperiment(killedReader()))).ok());
        m_fixture->window->openExperiment(path);
        m_fixture->find<QDoubleSpinBox>("Client.TCP_KEEPIDLE.spin")->setValue(9);
        for (int run = 0; run < 2; ++run) {
            m_fixture->window->startRun();
            QTRY_COMPARE(m_fixture->controller.state(), RunController::State::Running);
            QVERIFY(!m_fixture->window->close());
            auto* question = m_fixture->find<QMessageBox>("closeQuestion");
            QVERIFY2(question != nullptr, qPrintable(QString::number(run)));
            for (auto* button : question->buttons()) {
                if (question->buttonRole(button) == QMessageBox::DestructiveRole)
                    QTest::mouseClick(button, Qt::LeftButton);
            }
            QTRY_VERIFY(m_fixture->find<QMessageBox>("unsavedQuestion") != nullptr);
            QTest::mouseClick(m_fixture->find<QMessageBox>("unsavedQuestion")->button(QMessageBox::Cancel), Qt::LeftButton);
            QTRY_VERIFY(m_fixture->find<QMessageBox>("unsavedQuestion") == nullptr && m_fixture->find<QMessageBox>("closeQuestion") == nullptr);
            QVERIFY(m_fixture->window->isVisible());
        }
        // A run that is stopped without any wish to close leaves the window as it is.
        m_fixture->window->startRun();
        QTRY_COMPARE(m_fixture->controller.state(), RunController::State::Running);
        m_fixture->trigger("stop");
        QTRY_VERIFY(!m_fixture->controller.isActive());
        QVERIFY(m_fixture->find<QMessageBox>("unsavedQuestion") == nullptr);
    }

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
