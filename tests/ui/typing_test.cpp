// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers half typed: what a click, a shortcut, another experiment or Escape make of them.
#include <QDockWidget>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QMessageBox>
#include <QSlider>
#include <QTabBar>
#include <QTest>
#include <QToolButton>

#include "core/experiment_codec.h"
#include "sample_run.h"
#include "ui/text/search_field.h"
#include "ui/window/experiment_file.h"
#include "window_fixture.h"

using namespace halfopen;

class TypingTest final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<WindowFixture> m_fixture;

    [[nodiscard]] const Experiment& experiment() const { return m_fixture->window->draft().experiment(); }
    [[nodiscard]] std::optional<int> idleOf(std::size_t pair) const { return experiment().pairs[pair].client.options.keepIdleSeconds; }

    /// Without Enter.
    QDoubleSpinBox* type(const char* name, const QString& text) const
    {
        auto* box = m_fixture->find<QDoubleSpinBox>(name);
        box->setFocus();
        [&] { QTRY_VERIFY(box->hasFocus()); }();
        box->selectAll();
        QTest::keyClicks(box, text);
        return box;
    }

    void openFile()
    {
        const QString path = m_fixture->folder.filePath(QStringLiteral("a.halfopen.json"));
        QVERIFY(writeFile(path, QByteArray::fromStdString(writeExperiment(sampleExperiment()))).ok());
        m_fixture->window->openExperiment(path);
        QCOMPARE(m_fixture->window->draft().path(), path);
    }

    void startLongRun()
    {
        qputenv("HALFOPEN_FAKE_AGENT", "mortal");
        m_fixture->window->startRun();
        QTRY_COMPARE(m_fixture->controller.state(), RunController::State::Running);
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(anyWarning());
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->open();
        m_fixture->window->draft().load(sampleExperiment());
    }
    void cleanup() { m_fixture.reset(); }

    void aFaultThatGoesTakesItsNumbersAlong_data()
    {
        QTest::addColumn<bool>("byKey");
        QTest::newRow("new experiment by key") << true;
        QTest::newRow("another one comes by itself") << false;
    }
    void aFaultThatGoesTakesItsNumbersAlong()
    {
        QFETCH(bool, byKey);
        auto two = sampleExperiment();
        two.faults.push_back(two.faults.front());
        two.faults.back().atSeconds = 8;
        two.faults.push_back(Fault{.kind = FaultKind::Kill, .atSeconds = 20});
        m_fixture->window->draft().load(two);
        type("fault.drop.1.at", QStringLiteral("9"));
        if (byKey) {
            QTest::keyClick(m_fixture->window.get(), Qt::Key_N, Qt::ControlModifier);
            QCOMPARE(experiment(), ExperimentDraft::starter());
            m_fixture->trigger("undo"); // what was typed belongs to what was there before
            QCOMPARE(experiment().faults[1].atSeconds, 9.0);
            type("fault.serverKill.0.at", QStringLiteral("21"));
        }
        auto none = sampleExperiment();
        none.faults.clear();
        m_fixture->window->draft().load(none); // nobody has told the boxes before
        QCOMPARE(experiment(), none);
    }

    void aClickOnAnotherPairCommits()
    {
        m_fixture->trigger("duplicatePair"); // the same values: the boxes need not be written anew
        auto* tabs = m_fixture->find<QTabBar>("pairs");
        tabs->setCurrentIndex(0);
        const auto before = idleOf(1);
        auto* box = type("Client.TCP_KEEPIDLE.spin", QStringLiteral("10"));
        QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(1).center());
        QCOMPARE(m_fixture->desk.view.pair(), 1);
        QCOMPARE(idleOf(0), std::optional{10});
        QCOMPARE(idleOf(1), before);
        QCOMPARE(box->value(), static_cast<double>(*before));
        m_fixture->window->setFocus();
        QCOMPARE(idleOf(1), before);
    }

    void aCopyHasWhatWasTyped_data()
    {
        QTest::addColumn<bool>("byKey");
        QTest::newRow("button") << false;
        QTest::newRow("key") << true;
    }
    void aCopyHasWhatWasTyped()
    {
        QFETCH(bool, byKey);
        auto* box = type("Client.TCP_KEEPIDLE.spin", QStringLiteral("10"));
        if (byKey)
            QTest::keyClick(box, Qt::Key_D, Qt::ControlModifier);
        else
            QTest::mouseClick(m_fixture->find<QToolButton>("pairs.add"), Qt::LeftButton);
        QCOMPARE(experiment().pairs.size(), std::size_t{2});
        QCOMPARE(idleOf(0), std::optional{10});
        QCOMPARE(idleOf(1), std::optional{10});
    }

    void savingSavesWhatWasTyped()
    {
        openFile();
        auto* box = type("Client.TCP_KEEPIDLE.spin", QStringLiteral("10"));
        QTest::keyClick(box, Qt::Key_S, Qt::ControlModifier);
        QVERIFY(!m_fixture->window->isWindowModified());
        QCOMPARE(readExperiment(m_fixture->window->draft().path())->pairs.front().client.options.keepIdleSeconds, std::optional{10});
    }

    void closingAsksForWhatWasTyped()
    {
        openFile();
        type("Client.TCP_KEEPIDLE.spin", QStringLiteral("10"));
        QVERIFY(!m_fixture->window->close());
        auto* question = m_fixture->find<QMessageBox>("unsavedQuestion");
        QVERIFY(question != nullptr);
        QTest::mouseClick(question->button(QMessageBox::Cancel), Qt::LeftButton);
        QCOMPARE(idleOf(0), std::optional{10});
    }

    void aRunHasWhatWasTyped()
    {
        auto* box = type("Client.TCP_KEEPIDLE.spin", QStringLiteral("10"));
        qputenv("HALFOPEN_FAKE_AGENT", "mortal");
        QTest::keyClick(box, Qt::Key_F5);
        QTRY_COMPARE(m_fixture->controller.state(), RunController::State::Running);
        QCOMPARE(m_fixture->controller.timeline().experiment().pairs.front().client.options.keepIdleSeconds, std::optional{10});
        m_fixture->trigger("stop");
        QTRY_VERIFY(!m_fixture->controller.isActive());
    }

    void undoInABoxIsTheExperimentsWhereNothingIsTyped()
    {
        auto* box = type("Client.TCP_KEEPIDLE.spin", QStringLiteral("10"));
        QTest::keyClick(box, Qt::Key_Return);
        QCOMPARE(idleOf(0), std::optional{10});
        const auto before = sampleExperiment().pairs.front().client.options.keepIdleSeconds;
        box->setFocus();
        QTRY_VERIFY(box->hasFocus());
        QTest::keyClick(box, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(idleOf(0), before);
        QTest::keySequence(box, QKeySequence(QKeySequence::Redo));
        QCOMPARE(idleOf(0), std::optional{10});
        // Another box, in which nothing was done.
        auto* other = m_fixture->find<QDoubleSpinBox>("Client.TCP_KEEPCNT.spin");
        other->setFocus();
        QTRY_VERIFY(other->hasFocus());
        QTest::keyClick(other, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(idleOf(0), before);
        // What is half typed goes first, and nothing else with it.
        const auto now = experiment();
        box->setFocus();
        QTRY_VERIFY(box->hasFocus());
        box->selectAll();
        QTest::keyClicks(box, QStringLiteral("9999 h")); // more than there can be: not yet a value
        QTest::keyClick(box, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(experiment(), now);
    }

    void escapeTakesTypingBackAndTheRunGoesOn()
    {
        startLongRun();
        const auto before = experiment();
        auto* box = type("Client.TCP_KEEPIDLE.spin", QStringLiteral("10"));
        const QString typed = box->text();
        QTest::keyClick(box, Qt::Key_Escape);
        QVERIFY(box->text() != typed);
        QCOMPARE(m_fixture->controller.state(), RunController::State::Running);
        m_fixture->window->setFocus();
        QCOMPARE(experiment(), before);
        box->setFocus();
        QTRY_VERIFY(box->hasFocus());
        QTest::keyClick(box, Qt::Key_Escape); // nothing to take back: the window's
        QTRY_VERIFY(!m_fixture->controller.isActive());
        QVERIFY(m_fixture->controller.wasCancelled());
    }

    void escapeClearsAFilterAndTheRunGoesOn_data()
    {
        QTest::addColumn<QByteArray>("dock");
        for (const char* dock : {"log", "sockets", "history"})
            QTest::newRow(dock) << QByteArray(dock);
    }
    void escapeClearsAFilterAndTheRunGoesOn()
    {
        QFETCH(QByteArray, dock);
        startLongRun();
        m_fixture->raise(dock.constData());
        auto* field = m_fixture->find<QDockWidget>(dock.constData())->findChild<SearchField*>();
        QVERIFY(field != nullptr);
        field->setFocus();
        QTRY_VERIFY(field->hasFocus());
        QTest::keyClicks(field, QStringLiteral("recv"));
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(field->text().isEmpty());
        QCOMPARE(m_fixture->controller.state(), RunController::State::Running);
        QTest::keyClick(field, Qt::Key_Escape);
        QTRY_VERIFY(!m_fixture->controller.isActive());
    }
};

QTEST_MAIN(TypingTest)
#include "typing_test.moc"
