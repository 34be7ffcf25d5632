// SPDX-License-Identifier: GPL-3.0-or-later
// What hands do without thinking: scroll over a slider, write "10 s" into a box of milliseconds, turn the server's options.
#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSlider>
#include <QTest>
#include <QWheelEvent>

#include "sample_run.h"
#include "ui/experiment/endpoint_editor.h"
#include "ui/experiment/experiment_draft.h"
#include "ui/experiment/number_spin_box.h"
#include "ui/experiment/prediction_box.h"
#include "ui/theme/quantity_text.h"
#include "ui/window/shown_run.h"
#include "window_fixture.h"

using namespace halfopen;

namespace {

void turnWheel(QWidget* over, int notches)
{
    const QPointF middle = over->rect().center();
    QWheelEvent event(middle, over->mapToGlobal(middle), {}, {0, notches * 120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(over, &event);
}

void typeInto(QDoubleSpinBox& box, const QString& text)
{
    box.setFocus();
    box.selectAll();
    QTest::keyClicks(&box, text);
    QTest::keyClick(&box, Qt::Key_Return);
}

} // namespace

class HabitsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(anyWarning());
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->open();
    }
    void cleanup() { m_fixture.reset(); }

    void wheelThatPassesChangesNothing()
    {
        const auto before = m_fixture->desk.draft.experiment();
        for (const char* name : {"Client.TCP_KEEPIDLE.slider", "Client.TCP_KEEPIDLE.spin", "client.activity"}) {
            turnWheel(m_fixture->find<QWidget>(name), -1);
            QVERIFY2(m_fixture->desk.draft.experiment() == before, name);
            // Qt would give it the focus before it gives it the wheel.
            QVERIFY2(m_fixture->find<QWidget>(name)->focusPolicy() == Qt::StrongFocus, name);
        }
    }

    void wheelTurnsWhatHasTheFocus()
    {
        auto* slider = m_fixture->find<QSlider>("Client.TCP_KEEPIDLE.slider");
        const int before = slider->value();
        slider->setFocus();
        turnWheel(slider, 1);
        QVERIFY(slider->value() > before);
    }

    void typedUnitsAreConverted_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<double>("milliseconds");
        QTest::newRow("bare") << "10" << 10.0;
        QTest::newRow("own unit") << "10 ms" << 10.0;
        QTest::newRow("seconds") << "10 s" << 10000.0;
        QTest::newRow("no space") << "10s" << 10000.0;
        QTest::newRow("fraction") << "2.5 s" << 2500.0;
        QTest::newRow("minutes") << "2 min" << 120000.0;
        QTest::newRow("hours") << "2 h" << 7200000.0;
    }

    void typedUnitsAreConverted()
    {
        QFETCH(QString, typed);
        QFETCH(double, milliseconds);
        // Once over "off", which has no unit, and once over a number that has one.
        auto* box = m_fixture->find<QDoubleSpinBox>("Client.TCP_USER_TIMEOUT.spin");
        typeInto(*box, typed);
        QCOMPARE(box->value(), milliseconds);
        box->setValue(777);
        typeInto(*box, typed);
        QCOMPARE(box->value(), milliseconds);
    }

    void aBufferWithoutASizeIsNotOff()
    {
        EndpointEditor editor(Host::Client);
        editor.setEndpoint(Endpoint{}, {});
        for (const char* key : {"SO_SNDBUF", "SO_RCVBUF"}) {
            const QString root = QStringLiteral("Client.") + QLatin1String(key);
            auto* spin = editor.findChild<QDoubleSpinBox*>(root + QStringLiteral(".spin"));
            QCOMPARE(spin->text(), QStringLiteral("automatic"));
            QCOMPARE(editor.findChild<QLabel*>(root + QStringLiteral(".note"))->text(), QStringLiteral("in bytes"));
            spin->setValue(4096);
            QCOMPARE(spin->text(), QStringLiteral("4096 bytes"));
        }
        QCOMPARE(editor.findChild<QDoubleSpinBox*>(QStringLiteral("Client.SO_RCVTIMEO.spin"))->text(), QStringLiteral("off"));
    }

    void chineseStandsOnTheLineOfDigits()
    {
        NumberSpinBox box;
        box.setRange(0, 9);
        box.resize(160, 60);
        box.setFrame(false);
        box.setButtonSymbols(QAbstractSpinBox::NoButtons);
        box.setFocusPolicy(Qt::NoFocus);
        for (const int pixels : {12, 13, 18, 24}) {
            auto font = box.font();
            font.setPixelSize(pixels);
            box.setFont(font);
            // The lowest ink of a digit, with Chinese behind it and without.
            const auto foot = [&] {
                const QImage image = box.grab().toImage();
                const int digit = QFontMetrics(font).horizontalAdvance(u'5') * 2 / 3 + 2; // nothing of its neighbour
                for (int y = image.height() - 1; y > 0; --y) {
                    for (int x = 2; x < digit; ++x) {
                        if (qGray(image.pixel(x, y)) < 128)
                            return y;
                    }
                }
                return -1;
            };
            box.setValue(5);
            box.setSuffix(QString{});
            const int alone = foot();
            const int hint = box.sizeHint().height();
            QVERIFY(alone > 0);
            box.setSuffix(QStringLiteral("关"));
            QVERIFY2(std::abs(foot() - alone) <= 1, qPrintable(QStringLiteral("%1 px: %2, not %3").arg(pixels).arg(foot()).arg(alone)));
            QCOMPARE(box.sizeHint().height(), hint);
        }
    }

    void unitStandsBesideOff()
    {
        auto* note = m_fixture->find<QLabel>("Client.TCP_USER_TIMEOUT.note");
        QVERIFY(note->isVisible());
        QCOMPARE(note->text(), QStringLiteral("in ms"));
        m_fixture->find<QDoubleSpinBox>("Client.TCP_USER_TIMEOUT.spin")->setValue(10000);
        QVERIFY(!note->isVisible());
    }

    void theEndThatIsTurnedIsPredicted()
    {
        auto* activity = m_fixture->find<QComboBox>("server.activity");
        activity->setCurrentIndex(activity->findData(static_cast<int>(Activity::Recv)));
        Q_EMIT activity->activated(activity->currentIndex());
        QCOMPARE(m_fixture->desk.view.end(), Host::Server);
        m_fixture->find<QCheckBox>("server.SO_KEEPALIVE")->click();
        m_fixture->find<QDoubleSpinBox>("Server.TCP_KEEPIDLE.spin")->setValue(60);
        QVERIFY(m_fixture->find<QLabel>("prediction.caption")->text().contains(QStringLiteral("server")));
        m_fixture->find<QDoubleSpinBox>("Client.TCP_KEEPIDLE.spin")->setValue(6);
        QVERIFY(m_fixture->find<QLabel>("prediction.caption")->text().contains(QStringLiteral("client")));
    }

    void presetsSayWhomTheyAreFor()
    {
        auto* menu = m_fixture->find<QMenu>("presetMenu");
        Q_EMIT menu->aboutToShow();
        QCOMPARE(menu->actions().first()->text(), QStringLiteral("For the client of “reader”, idle/interval/count:"));
        m_fixture->desk.view.setEnd(Host::Server);
        Q_EMIT menu->aboutToShow();
        QCOMPARE(menu->actions().first()->text(), QStringLiteral("For the server of “reader”, idle/interval/count:"));
    }

    void titleNobodyChoseFollowsTheSettings()
    {
        auto& draft = m_fixture->desk.draft;
        QCOMPARE(draft.experiment().title, std::string("recv 5/3/3"));
        m_fixture->find<QDoubleSpinBox>("Client.TCP_KEEPIDLE.spin")->setValue(60);
        QCOMPARE(draft.experiment().title, std::string("recv 60/3/3"));
        m_fixture->trigger("undo");
        QCOMPARE(draft.experiment().title, std::string("recv 5/3/3"));
        auto named = draft.experiment();
        named.title = "Monday's outage";
        draft.load(named, QStringLiteral("test"));
        m_fixture->find<QDoubleSpinBox>("Client.TCP_KEEPIDLE.spin")->setValue(60);
        QCOMPARE(draft.experiment().title, std::string("Monday's outage"));
    }

    void aTouchAfterTheRunIsUndoneWithItsMeasurement()
    {
        QVERIFY(m_fixture->run("good", killedReader()));
        m_fixture->desk.draft.load(killedReader());
        const auto& run = m_fixture->desk.run;
        QCOMPARE(run.source(), ShownRun::Source::Live);
        const auto events = run.timeline().eventCount();
        QVERIFY(events > 0);
        m_fixture->find<QDoubleSpinBox>("Client.TCP_KEEPIDLE.spin")->setValue(42);
        QCOMPARE(run.source(), ShownRun::Source::Plan);
        const auto next = m_fixture->find<QLabel>("nextStep.text")->text().replace(QChar::Nbsp, u' ').remove(kWordJoiner);
        QVERIFY2(next.contains(QStringLiteral("Ctrl+Z")), qPrintable(next));
        m_fixture->trigger("undo");
        QCOMPARE(run.source(), ShownRun::Source::Live);
        QCOMPARE(run.timeline().eventCount(), events);
    }

    void theKeysThatLeadBackToTheRunAreThoseThatDo()
    {
        const auto next = [this] { return m_fixture->find<QLabel>("nextStep.text")->text().replace(QChar::Nbsp, u' ').remove(kWordJoiner); };
        m_fixture->desk.draft.load(sampleExperiment());
        m_fixture->desk.draft.load(killedReader());
        QVERIFY(m_fixture->run("good", killedReader()));
        const auto& run = m_fixture->desk.run;
        QCOMPARE(run.source(), ShownRun::Source::Live);
        m_fixture->trigger("undo"); // away from the run
        QCOMPARE(run.source(), ShownRun::Source::Plan);
        const QString redo = QKeySequence(QKeySequence::Redo).toString(QKeySequence::NativeText);
        QVERIFY2(next().contains(redo + QStringLiteral(" leads back to the last run")), qPrintable(next()));
        m_fixture->trigger("redo");
        QCOMPARE(run.source(), ShownRun::Source::Live);
        // A new step from there: the way to the run is gone.
        m_fixture->trigger("undo");
        auto other = m_fixture->desk.draft.experiment();
        other.timeLimitSeconds = 77;
        m_fixture->desk.draft.edit(other, QStringLiteral("test"));
        QVERIFY2(!next().contains(QStringLiteral("leads back")), qPrintable(next()));
    }

    void aTouchAfterAStoredRunIsUndoneWithIt()
    {
        QVERIFY(m_fixture->run("good", killedReader()));
        const auto& run = m_fixture->desk.run;
        const QString measured = run.runId();
        const auto id = m_fixture->keep(QStringLiteral("20261122T103059.123Z-4f2a"), sampleExperiment(), sampleLines());
        m_fixture->openStored(id);
        m_fixture->find<QDoubleSpinBox>("Client.TCP_KEEPIDLE.spin")->setValue(42);
        QCOMPARE(run.source(), ShownRun::Source::Plan);
        const auto next = m_fixture->find<QLabel>("nextStep.text")->text().replace(QChar::Nbsp, u' ').remove(kWordJoiner);
        QVERIFY2(next.contains(QStringLiteral("Ctrl+Z leads back to the last run")), qPrintable(next));
        m_fixture->trigger("undo");
        QCOMPARE(run.source(), ShownRun::Source::Stored);
        QCOMPARE(run.runId(), id);
        QCOMPARE(run.experiment(), m_fixture->desk.draft.experiment());
        // One step further is the run that was made before it was opened.
        m_fixture->trigger("undo");
        QCOMPARE(run.source(), ShownRun::Source::Live);
        QCOMPARE(run.runId(), measured);
        m_fixture->trigger("redo");
        QCOMPARE(run.runId(), id);
        m_fixture->trigger("newExperiment");
        QCOMPARE(run.source(), ShownRun::Source::Plan);
    }

    void aPlanThatWasAskedForStays()
    {
        QVERIFY(m_fixture->run("good", killedReader()));
        m_fixture->desk.run.showPlan();
        auto kernel = m_fixture->desk.draft.kernel();
        kernel.hz = kernel.hz == 100 ? 250 : 100;
        m_fixture->desk.draft.setKernel(kernel);
        QCOMPARE(m_fixture->desk.run.source(), ShownRun::Source::Plan);
    }

    void changesInMidRunSayWhenTheyCount()
    {
        auto* later = m_fixture->find<QLabel>("prediction.later");
        auto* prediction = static_cast<PredictionBox*>(later->parentWidget());
        prediction->setRunning(m_fixture->desk.draft.experiment());
        QVERIFY(!later->isVisible());
        m_fixture->find<QDoubleSpinBox>("Client.TCP_KEEPIDLE.spin")->setValue(42);
        QVERIFY(later->isVisible());
        m_fixture->trigger("undo");
        QVERIFY(!later->isVisible());
    }

    void theTimeLimitIsWarnedOfFirstAndForEveryPair()
    {
        auto experiment = m_fixture->desk.draft.experiment();
        experiment.pairs.push_back(experiment.pairs.front());
        experiment.pairs.front().name = "slow";
        experiment.pairs.front().client.options.keepIdleSeconds = 60;
        experiment.pairs.front().client.options.userTimeoutMs = 10000;
        m_fixture->desk.draft.load(experiment, QStringLiteral("test"));
        for (const int pair : {0, 1}) { // the second has nothing else to be warned of
            m_fixture->desk.view.setPair(pair);
            const auto text = m_fixture->find<QLabel>("warning.text")->text();
            QVERIFY2(text.contains(QStringLiteral("The run ends at 60 s, before the predicted failure of “slow”.")), qPrintable(text));
        }
        // What concerns the pair in sight comes before another pair's limit.
        experiment.pairs.back().client.options.keepAlive = false;
        m_fixture->desk.draft.load(experiment, QStringLiteral("test"));
        const auto text = m_fixture->find<QLabel>("warning.text")->text();
        QVERIFY2(text.contains(QStringLiteral("while SO_KEEPALIVE is off")), qPrintable(text));
        m_fixture->desk.view.setPair(0);
        m_fixture->find<QPushButton>("warning.correct")->click();
        QVERIFY(m_fixture->desk.draft.experiment().timeLimitSeconds > 66);
    }

private:
    std::unique_ptr<WindowFixture> m_fixture;
};

QTEST_MAIN(HabitsTest)
#include "habits_test.moc"
