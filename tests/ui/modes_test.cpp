// SPDX-License-Identifier: GPL-3.0-or-later
// The ways around the work: welcome, next step, copying and pasting, panels and keys, theme, layout.
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDockWidget>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QTextBrowser>
#include <QToolBar>
#include <QToolButton>

#include "core/experiment_code.h"
#include "core/experiment_codec.h"
#include "sample_run.h"
#include "ui/theme/colours.h"
#include "ui/theme/quantity_text.h"
#include "ui/timeline/timeline_view.h"
#include "ui/topology/topology_view.h"
#include "ui/window/banner.h"
#include "ui/window/next_step.h"
#include "ui/window/style.h"
#include "ui/window/welcome_page.h"
#include "window_fixture.h"

using namespace halfopen;

class ModesTest final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<WindowFixture> m_fixture;

    [[nodiscard]] MainWindow& window() { return *m_fixture->window; }
    [[nodiscard]] QString next() { return m_fixture->find<QLabel>("nextStep.text")->text().replace(QChar::Nbsp, u' ').remove(kWordJoiner); }
    [[nodiscard]] TimelineView* timeLine() { return window().findChild<TimelineView*>(); }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(anyWarning());
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->open();
    }
    void cleanup()
    {
        m_fixture.reset();
        applyTheme(Theme::Light);
    }

    void whatCannotRunHereIsNotOffered()
    {
        // The fixture's machine has no namespaces.
        auto experiment = sampleExperiment();
        experiment.faults.front().kind = FaultKind::CableOut;
        m_fixture->desk.draft.load(experiment);
        QVERIFY2(next().startsWith(QStringLiteral("Only loopback here, which has no such fault as “cable out (server)”")), qPrintable(next()));
        QCOMPARE(m_fixture->find<QLabel>("status.text")->text(), QStringLiteral("This machine cannot run these settings."));
        QVERIFY(!m_fixture->find<QAction>("run")->isEnabled());
        const auto* hosts = m_fixture->window->findChild<TopologyView*>();
        QVERIFY(!hosts->scene().hint.value(0).contains(QStringLiteral("click")));
        experiment.faults.front().kind = FaultKind::Kill;
        m_fixture->desk.draft.load(experiment);
        QVERIFY2(next().startsWith(QStringLiteral("Press Run (F5)")), qPrintable(next()));
        QVERIFY(m_fixture->find<QAction>("run")->isEnabled());
        QVERIFY(hosts->scene().hint.value(0).contains(QStringLiteral("click")));
        // Each thing that loopback has not is named in the window's own words.
        auto other = sampleExperiment();
        other.sysctl["tcp_retries2"] = 5;
        QVERIFY(loopbackObstacle(other).contains(QStringLiteral("sysctl tcp_retries2")));
        other = sampleExperiment();
        other.path = PathKind::Direct;
        QVERIFY(!loopbackObstacle(other).isEmpty() && !loopbackObstacle(other).contains(u'\''));
        other = sampleExperiment();
        other.neighbours = Neighbours::Real;
        QVERIFY(!loopbackObstacle(other).isEmpty() && !loopbackObstacle(other).contains(u'\''));
    }

    void aMendedMachineIsLookedAtAgain()
    {
        auto experiment = sampleExperiment();
        experiment.faults.front().kind = FaultKind::CableOut;
        m_fixture->desk.draft.load(experiment);
        QVERIFY(!m_fixture->find<QAction>("run")->isEnabled());
        qputenv("HALFOPEN_FAKE_AGENT", "check-whole");
        QEvent back(QEvent::WindowActivate);
        QCoreApplication::sendEvent(&window(), &back);
        QTRY_VERIFY(m_fixture->find<QAction>("run")->isEnabled());
        QVERIFY2(next().startsWith(QStringLiteral("Press Run (F5)")), qPrintable(next()));
    }

    void hostsNextStepAndStatusTellOneTime()
    {
        m_fixture->startMortalRun(sampleExperiment());
        m_fixture->trigger("cut");
        const auto* status = m_fixture->find<QLabel>("status.text");
        const auto* topology = m_fixture->window->findChild<TopologyView*>();
        static const QRegularExpression kTime(QStringLiteral("about (\\S+ s)"));
        int told = 0;
        QTRY_VERIFY(next().startsWith(QStringLiteral("Failing in about")));
        connect(topology, &TopologyView::instantShown, this, [&] {
            const QString here = kTime.match(topology->scene().countdown).captured(1);
            QCOMPARE(kTime.match(next()).captured(1), here);
            QCOMPARE(kTime.match(status->text()).captured(1), here);
            ++told;
        });
        QTRY_VERIFY(told > 8);
        topology->disconnect(this);
        m_fixture->stopRun();
    }

    void nextStepNamesThePair()
    {
        auto two = sampleExperiment();
        two.pairs.insert(two.pairs.begin(), two.pairs.front());
        two.pairs.front().name = "sleeper";
        two.pairs.front().client.options.keepAlive = false;
        m_fixture->startMortalRun(two);
        m_fixture->trigger("cut");
        QTRY_VERIFY2(next().startsWith(QStringLiteral("The client of “reader” is the next to notice")), qPrintable(next()));
        const auto* status = m_fixture->find<QLabel>("status.text");
        QTRY_VERIFY2(status->text().contains(QStringLiteral("“reader” is failing in about")), qPrintable(status->text()));
        m_fixture->stopRun();
    }

    void experimentIsCopiedAndPasted()
    {
        const auto experiment = m_fixture->desk.draft.experiment();
        m_fixture->trigger("copyJson");
        const auto json = QApplication::clipboard()->text();
        QCOMPARE(parseExperiment(json.toStdString()).value(), experiment);
        m_fixture->find<QDoubleSpinBox>("Client.TCP_KEEPIDLE.spin")->setValue(9);
        m_fixture->trigger("copyCommand");
        const auto command = QApplication::clipboard()->text();
        QVERIFY2(command.contains(QStringLiteral("halfopen-cli")) && command.contains(QStringLiteral("\"TCP_KEEPIDLE\": 9")), qPrintable(command));
        QApplication::clipboard()->setText(json);
        m_fixture->trigger("pasteExperiment");
        QCOMPARE(m_fixture->desk.draft.experiment(), experiment);
        m_fixture->trigger("undo");
        QVERIFY(m_fixture->desk.draft.experiment() != experiment);
        QApplication::clipboard()->setText(QStringLiteral("a shopping list"));
        m_fixture->trigger("pasteExperiment");
        QVERIFY(window().banner()->text().contains(QStringLiteral("clipboard")));
    }

    void codeIsThatOfTheSelectedEnd()
    {
        auto experiment = sampleExperiment();
        experiment.pairs.front().server.options.userTimeoutMs = 4321;
        m_fixture->desk.draft.load(experiment);
        const auto copy = [this](const char* action) {
            m_fixture->trigger(action);
            return QApplication::clipboard()->text();
        };
        QVERIFY(!copy("copyCodeC").contains(QStringLiteral("4321")));
        m_fixture->desk.view.setEnd(Host::Server);
        QVERIFY(copy("copyCodeC").contains(QStringLiteral("4321")));
        QVERIFY(copy("copyCodePython").contains(QStringLiteral("socket.TCP_USER_TIMEOUT, 4321")));
        QVERIFY(copy("copyCodeGo").contains(QStringLiteral("unix.TCP_USER_TIMEOUT, 4321")));
    }

    void f6GoesRoundThePanels()
    {
        m_fixture->find<QWidget>("runButton")->setFocus();
        QStringList visited;
        for (int step = 0; step < 12; ++step) {
            QTest::keyClick(&window(), Qt::Key_F6);
            auto* focus = window().focusWidget();
            QVERIFY(focus != nullptr && focus->isVisible());
            for (auto* widget = focus; widget != nullptr; widget = widget->parentWidget()) {
                if (widget->inherits("QDockWidget") || widget->inherits("QToolBar") || widget->objectName() == u"pages") {
                    visited << widget->objectName();
                    break;
                }
            }
        }
        QCOMPARE(visited.size(), 12);
        for (const char* wanted : {"pages", "experiment", "results", "mainToolBar"})
            QVERIFY2(visited.contains(QLatin1String(wanted)), wanted);
        const auto distinct = QSet<QString>(visited.begin(), visited.end()).size();
        QCOMPARE(visited.at(0), visited.at(distinct));
        QTest::keyClick(&window(), Qt::Key_F6, Qt::ShiftModifier);
        QVERIFY(m_fixture->find<QDockWidget>("log")->visibleRegion().isEmpty());
        QTest::keyClick(&window(), Qt::Key_4, Qt::AltModifier);
        QTRY_VERIFY(!m_fixture->find<QDockWidget>("log")->visibleRegion().isEmpty());
    }

    void panelsFloatAndDockWithoutAMouse()
    {
        auto* dock = m_fixture->find<QDockWidget>("experiment");
        auto* menu = m_fixture->find<QMenu>("floatMenu");
        QVERIFY(m_fixture->find<QMenu>("goToMenu")->parentWidget() == menu->parentWidget());
        for (const auto* each : window().findChildren<QDockWidget*>())
            QVERIFY2(m_fixture->find<QAction>(qPrintable(QStringLiteral("float.") + each->objectName())) != nullptr, qPrintable(each->objectName()));
        auto* action = m_fixture->find<QAction>("float.experiment");
        QVERIFY(menu->actions().contains(action));
        // Not by the open menu: it would want the keyboard, which the offscreen platform cannot give.
        const auto choose = [action] { action->trigger(); };
        dock->close(); // closed, or behind a tab: it comes to sight
        choose();
        QVERIFY(dock->isFloating() && dock->isVisible());
        QVERIFY(m_fixture->find<QAction>("float.experiment")->isChecked());
        QTRY_VERIFY(dock->isAncestorOf(QApplication::focusWidget()));
        choose();
        QVERIFY(!dock->isFloating());
        QVERIFY(!m_fixture->find<QAction>("float.experiment")->isChecked());
        QTRY_VERIFY(!dock->visibleRegion().isEmpty());
        dock->setFloating(true); // by its button
        QVERIFY(m_fixture->find<QAction>("float.experiment")->isChecked());
    }

    void keyboardPageNamesEveryKey()
    {
        m_fixture->trigger("shortcuts");
        auto* text = m_fixture->find<QTextBrowser>("keyboardPage.text");
        QVERIFY(text != nullptr && text->isVisible());
        const QString page = text->toPlainText();
        int keys = 0;
        for (const auto* action : window().actions()) {
            ++keys;
            QVERIFY2(page.contains(action->shortcut().toString(QKeySequence::NativeText)), qPrintable(action->objectName()));
        }
        QVERIFY(keys > 20);
        for (const auto* action : window().findChildren<QAction*>()) {
            if (action->objectName().isEmpty() || action->shortcut().isEmpty())
                continue;
            QVERIFY2(page.contains(action->shortcut().toString(QKeySequence::NativeText)), qPrintable(action->objectName()));
        }
    }

    void themeIsFollowedLive()
    {
        applyTheme(Theme::Light);
        QTRY_VERIFY(!isDark(window().palette()));
        QVERIFY(m_fixture->run("good", killedReader()));
        const auto lightness = [](const QWidget* widget) {
            const auto image = const_cast<QWidget*>(widget)->grab().toImage().scaled(1, 1, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
            return image.pixelColor(0, 0).lightness();
        };
        QList<QWidget*> painted{timeLine(), window().findChild<TopologyView*>(), m_fixture->find<QWidget>("results.charts"),
                                m_fixture->find<QWidget>("nextStep"), m_fixture->find<QWidget>("mainToolBar"), m_fixture->find<QWidget>("experimentPanel")};
        for (const auto* widget : painted)
            QVERIFY2(widget != nullptr && lightness(widget) > 150, widget == nullptr ? "missing" : qPrintable(widget->objectName()));
        const auto* undoIcon = m_fixture->find<QToolButton>("presetButton");
        const auto lightIcon = undoIcon->icon().pixmap(16).toImage();
        m_fixture->find<QMenu>("themeMenu")->actions().last()->trigger();
        QTRY_VERIFY(isDark(window().palette()));
        for (const auto* widget : painted)
            QTRY_VERIFY2(lightness(widget) < 110, qPrintable(widget->objectName()));
        QVERIFY(undoIcon->icon().pixmap(16).toImage() != lightIcon);
        QCOMPARE(m_fixture->settings.value(QStringLiteral("window/theme")).toString(), QStringLiteral("dark"));
    }

    void floatingDocksComeBackToTheScreen()
    {
        auto* dock = m_fixture->find<QDockWidget>("results");
        dock->setFloating(true);
        dock->move(window().screen()->availableGeometry().bottomRight() + QPoint(4000, 4000));
        window().move(9000, 9000);
        window().close();
        m_fixture->makeWindow();
        window().show();
        dock = m_fixture->find<QDockWidget>("results");
        QVERIFY(dock->isFloating());
        QTRY_VERIFY(window().screen()->availableGeometry().intersects(dock->frameGeometry()));
        QTRY_VERIFY(window().screen()->availableGeometry().intersects(window().frameGeometry()));
        m_fixture->trigger("resetLayout");
        QVERIFY(!dock->isFloating());
        QCOMPARE(window().dockWidgetArea(dock), Qt::RightDockWidgetArea);
    }
};

QTEST_MAIN(ModesTest)
#include "modes_test.moc"
