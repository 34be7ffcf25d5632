// SPDX-License-Identifier: GPL-3.0-or-later
// The projector: what it shows, what it leaves behind, and that all of it is painted.
#include <QAction>
#include <QApplication>
#include <QDeadlineTimer>
#include <QDockWidget>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>
#include <QSet>
#include <QShortcut>
#include <QSplitter>
#include <QTest>

#include "sample_run.h"
#include "ui/theme/colours.h"
#include "ui/timeline/timeline_view.h"
#include "ui/topology/topology_view.h"
#include "ui/window/style.h"
#include "window_fixture.h"

using namespace halfopen;

namespace {

/// How often that widget is painted.
class PaintCount final : public QObject
{
public:
    explicit PaintCount(QObject* watched) { watched->installEventFilter(this); }
    [[nodiscard]] int count() const { return m_count; }

private:
    bool eventFilter(QObject*, QEvent* event) override
    {
        m_count += event->type() == QEvent::Paint ? 1 : 0;
        return false;
    }

    int m_count = 0;
};

} // namespace

class ProjectorTest final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<WindowFixture> m_fixture;

    [[nodiscard]] MainWindow& window() { return *m_fixture->window; }
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

    void projectorLeavesAllAsItWas_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("key");
        QTest::newRow("Esc at 1280x800") << QSize(1280, 800) << int(Qt::Key_Escape);
        QTest::newRow("F11 at 1920x1080") << QSize(1920, 1080) << int(Qt::Key_F11);
    }

    void projectorLeavesAllAsItWas()
    {
        QFETCH(QSize, size);
        QFETCH(int, key);
        window().resize(size);
        m_fixture->find<QDockWidget>("results")->close();
        m_fixture->find<QDockWidget>("log")->raise();
        window().resizeDocks({m_fixture->find<QDockWidget>("experiment")}, {400}, Qt::Horizontal);
        m_fixture->find<QSplitter>("centre")->setSizes({150, 250});
        QTRY_COMPARE(m_fixture->find<QDockWidget>("experiment")->width(), 400); // laid out by the event loop
        const auto state = window().saveState();
        const auto geometry = window().geometry();
        const auto sizes = m_fixture->find<QSplitter>("centre")->sizes();
        const auto colours = window().palette();
        QTest::keyClick(&window(), Qt::Key_F11);
        QVERIFY(window().isFullScreen());
        QVERIFY(m_fixture->find<QWidget>("projector")->isVisible());
        for (const auto* dock : window().findChildren<QDockWidget*>())
            QVERIFY2(!dock->isVisible(), qPrintable(dock->objectName()));
        QVERIFY(!window().menuBar()->isVisible());
        QVERIFY(timeLine()->isVisible());
        QCOMPARE(timeLine()->magnification(), 1.5);
        QTRY_VERIFY(contrast(window().palette().color(QPalette::Window), window().palette().color(QPalette::WindowText)) > 20);
        QTest::keyClick(timeLine(), Qt::Key(key));
        QVERIFY(!window().isFullScreen());
        QVERIFY(!m_fixture->find<QWidget>("projector")->isVisible());
        QTRY_COMPARE(window().geometry(), geometry);
        QCOMPARE(window().saveState(), state);
        QCOMPARE(m_fixture->find<QSplitter>("centre")->sizes(), sizes);
        QCOMPARE(timeLine()->magnification(), 1.0);
        QTRY_COMPARE(window().palette().color(QPalette::Window), colours.color(QPalette::Window));
        QCOMPARE(m_fixture->find<QAction>("stop")->shortcut(), QKeySequence(Qt::Key_Escape));
    }

    void projectorCountsDownAndMeasures()
    {
        QTest::keyClick(&window(), Qt::Key_F11);
        const auto text = [this](const char* name) { return m_fixture->find<QLabel>(name)->text(); };
        QCOMPARE(text("projector.caption"), QStringLiteral("Predicted"));
        m_fixture->startMortalRun(sampleExperiment());
        m_fixture->trigger("cut");
        QTRY_COMPARE(text("projector.caption"), QStringLiteral("recv fails in about"));
        const QString before = text("projector.number");
        QTRY_VERIFY(text("projector.number") != before);
        window().resize(1280, 720);
        m_fixture->savePicture(QStringLiteral("projector-running"));
        QTest::keyClick(&window(), Qt::Key_Escape);
        QVERIFY2(m_fixture->controller.isActive(), "Esc leaves the projector, not the run");
        m_fixture->stopRun();
        QTest::keyClick(&window(), Qt::Key_F11);
        QVERIFY(m_fixture->run("good", killedReader()));
        QTRY_VERIFY2(text("projector.caption").startsWith(QStringLiteral("Measured")), qPrintable(text("projector.caption")));
        QVERIFY(text("projector.detail").contains(QStringLiteral("predicted")));
        m_fixture->savePicture(QStringLiteral("projector-finished"));
    }

    void projectorTellsWhatIsTrue()
    {
        const auto detail = [this] { return m_fixture->find<QLabel>("projector.detail")->text(); };
        auto heals = sampleExperiment();
        heals.faults.front().healAfterSeconds = 1; // long before the first probe
        m_fixture->desk.draft.load(heals);
        QTest::keyClick(&window(), Qt::Key_F11);
        QTRY_COMPARE(detail(), QStringLiteral("the way is whole again in time: press F5 to see it"));
        heals.pairs.front().client.options.keepAlive = false;
        m_fixture->desk.draft.load(heals);
        QTRY_COMPARE(detail(), QStringLiteral("the way is whole again in time: press F5 to see it"));
        heals.faults.front().healAfterSeconds.reset();
        m_fixture->desk.draft.load(heals);
        QTRY_COMPARE(detail(), QStringLiteral("no timer is armed: press F5 to see it"));
        qputenv("HALFOPEN_FAKE_AGENT", "silent-after-hello");
        m_fixture->desk.draft.load(sampleExperiment());
        QTest::keyClick(&window(), Qt::Key_F5);
        QTRY_VERIFY(m_fixture->controller.timeline().eventCount() > 0);
        QTRY_COMPARE(detail(), QStringLiteral("the hosts are being built and the pairs connected"));
        m_fixture->stopRun();
    }

    void projectorLooksSeldomAtManyPairs()
    {
        auto many = sampleExperiment();
        many.pairs.resize(201, many.pairs.front());
        QTest::keyClick(&window(), Qt::Key_F11);
        m_fixture->startMortalRun(many);
        m_fixture->trigger("cut");
        const auto* number = m_fixture->find<QLabel>("projector.number");
        QTRY_COMPARE(m_fixture->find<QLabel>("projector.caption")->text(), QStringLiteral("reader · recv fails in about"));
        QSet<QString> seen;
        const QDeadlineTimer less(800); // than the second between two slow looks
        while (!less.hasExpired()) {
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
            seen << number->text();
        }
        QVERIFY2(seen.size() <= 2, qPrintable(QString::number(seen.size())));
        QTRY_VERIFY(!seen.contains(number->text())); // but it does
        m_fixture->stopRun();
    }

    void magnifiedViewsAreClickedWhereTheyArePainted()
    {
        m_fixture->startMortalRun(sampleExperiment());
        auto* hosts = window().findChild<TopologyView*>();
        QTest::keyClick(&window(), Qt::Key_F11);
        hosts->setFocus(Qt::TabFocusReason);
        QTest::mouseMove(hosts, QPoint(hosts->width() / 2, hosts->height() / 2));
        auto* time = timeLine();
        const auto plot = time->plotArea();
        const QPointF inside(plot.left() + plot.width() / 2, plot.center().y());
        QTest::mouseClick(time, Qt::LeftButton, {}, (inside * 1.5).toPoint());
        QVERIFY(m_fixture->desk.view.cursor().has_value());
        const double middle = time->axis().seconds(inside.x());
        QVERIFY2(std::abs(toSeconds(*m_fixture->desk.view.cursor()) - middle) < 1.0, "the cursor is where the click was");
        m_fixture->stopRun();
    }

    void layoutSavedInTheProjectorIsTheFormerOne()
    {
        QTest::keyClick(&window(), Qt::Key_F11);
        window().close();
        m_fixture->makeWindow();
        m_fixture->open();
        QVERIFY(!window().isFullScreen());
        QVERIFY(m_fixture->find<QDockWidget>("experiment")->isVisible());
    }

    void escapeClosesAListBeforeTheProjector()
    {
        window().setProjector(true);
        auto* popup = new QMenu(&window());
        popup->addAction(QStringLiteral("1×"));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("does not support grabbing")));
        popup->popup(window().mapToGlobal(QPoint(50, 50)));
        QCOMPARE(QApplication::activePopupWidget(), popup);
        auto* escape = window().findChild<QShortcut*>();
        QVERIFY(escape != nullptr && escape->key() == QKeySequence(Qt::Key_Escape));
        Q_EMIT escape->activated(); // as it comes while a list is open
        QVERIFY(!popup->isVisible());
        QVERIFY(window().isProjector());
        QTest::keyClick(&window(), Qt::Key_Escape);
        QVERIFY(!window().isProjector());
    }

    void whatWasAskedForWhileDressingIsPainted()
    {
        PaintCount paints(m_fixture->find<QLabel>("nextStep.text"));
        applyTheme(Theme::Dark);
        QCoreApplication::sendPostedEvents(); // no timer: the dressing has begun, and no more
        QVERIFY(!window().updatesEnabled());
        // As a window does that turns to the whole screen meanwhile.
        window().update();
        QEvent request(QEvent::UpdateRequest);
        QCoreApplication::sendEvent(&window(), &request);
        const int before = paints.count();
        QTRY_VERIFY(window().updatesEnabled());
        QTRY_VERIFY(paints.count() > before);
    }
};

QTEST_MAIN(ProjectorTest)
#include "projector_test.moc"
