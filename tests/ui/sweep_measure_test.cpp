// SPDX-License-Identifier: GPL-3.0-or-later
// Cells of the sweep's map are marked and run: what came of them, beside what was predicted.
#include <QAction>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QRegularExpression>
#include <QSpinBox>
#include <QTableView>
#include <QTest>

#include <algorithm>

#include "sample_run.h"
#include "ui/sweep/heat_view.h"
#include "ui/sweep/sweep_study.h"
#include "ui/window/banner.h"
#include "window_fixture.h"

using namespace halfopen;

class SweepMeasureTest final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<WindowFixture> m_fixture;

    SweepStudy& study() { return m_fixture->desk.sweep; }
    HeatView* map() { return m_fixture->find<HeatView>("sweep.map"); }
    QPushButton* button(const char* name) { return m_fixture->find<QPushButton>(name); }
    /// As people read them: what keeps a line from ending is not seen.
    QString words() { return m_fixture->find<QLabel>("sweep.words")->text().replace(QChar::Nbsp, u' ').remove(QChar(0x2060)); }
    QString state() { return m_fixture->find<QLabel>("sweep.state")->text(); }
    bool isReady() { return study().map() != nullptr && !study().isWorking(); }
    void press(const char* name)
    {
        QVERIFY2(button(name)->isVisible() && button(name)->isEnabled(), name);
        QTest::mouseClick(button(name), Qt::LeftButton);
    }
    /// A rubber band from the middle of one cell to that of another.
    void drag(const MapPlace& from, const MapPlace& to, Qt::KeyboardModifiers with = {})
    {
        const QPoint one = map()->cellRect(from).center().toPoint();
        const QPoint other = map()->cellRect(to).center().toPoint();
        QTest::mousePress(map(), Qt::LeftButton, with, one);
        for (const QPoint& point : {(one + other) / 2, other}) {
            QMouseEvent move(QEvent::MouseMove, point, map()->mapToGlobal(point), Qt::NoButton, Qt::LeftButton, with);
            QCoreApplication::sendEvent(map(), &move);
        }
        QTest::mouseRelease(map(), Qt::LeftButton, with, other);
    }
    /// Four cells: two by two, lower left.
    void measureFour()
    {
        qputenv("HALFOPEN_FAKE_AGENT", "readers");
        drag({0, 0, 0}, {1, 1, 0});
        QCOMPARE(button("sweep.measure")->text(), QStringLiteral("Measure 4 cell(s)"));
        press("sweep.measure");
        QVERIFY(study().isMeasuring());
        QTRY_VERIFY_WITH_TIMEOUT(!study().isMeasuring(), 60'000);
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(anyWarning());
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->window->draft().load(sampleExperiment());
        m_fixture->open();
        m_fixture->trigger("sweep");
        QTRY_VERIFY_WITH_TIMEOUT(isReady() && map()->isVisible(), 60'000);
    }
    void cleanup()
    {
        m_fixture->controller.cancel();
        QTRY_VERIFY_WITH_TIMEOUT(!m_fixture->controller.isActive(), 60'000);
        m_fixture.reset();
    }

    void measuredStandsBesidePredicted()
    {
        measureFour();
        const auto& measured = study().map()->measured;
        QCOMPARE(measured.size(), std::size_t{4});
        QCOMPARE(state(), QStringLiteral("3 of 4 measured cell(s) as predicted"));
        const MapPlace late{1, 1, 0}; // the last of the run, a second late
        for (const MapPlace& place : {MapPlace{0, 0, 0}, MapPlace{1, 0, 0}, MapPlace{0, 1, 0}})
            QVERIFY2(study().map()->measurement(place)->isInside(), qPrintable(QString::number(place.column)));
        QVERIFY(!study().map()->measurement(late)->isInside());
        QCOMPARE(study().map()->measurement(late)->verdict, Verdict::Late);
        QTest::mouseMove(map(), map()->cellRect(late).center().toPoint());
        QTRY_VERIFY2(words().contains(QStringLiteral("later than predicted")), qPrintable(words()));
        QVERIFY2(words().contains(QStringLiteral("Predicted: ")) && words().contains(QStringLiteral("Measured: ")), qPrintable(words()));
        const auto number = QRegularExpression(QStringLiteral("called “(cell \\d+)”")).match(words()).captured(1).toStdString();
        const auto& pairs = m_fixture->window->shownRun().experiment().pairs;
        QVERIFY2(std::ranges::any_of(pairs, [&](const Pair& pair) { return pair.name.starts_with(number + ' '); }), qPrintable(words()));
        QVERIFY2(map()->isVisible(), "it was begun from the map and is seen on the map");
        QVERIFY(map()->marked().empty());
        // A run like any other.
        const auto stored = m_fixture->store->list();
        QVERIFY(stored.ok());
        QTRY_COMPARE(m_fixture->store->list().value().size(), qsizetype{1});
        QVERIFY2(m_fixture->store->list().value().front().title.contains(QStringLiteral("4 cells of a sweep")), qPrintable(m_fixture->store->list().value().front().title));
        QCOMPARE(m_fixture->window->shownRun().source(), ShownRun::Source::Live);
    }

    void measurementsAreOfTheirMap()
    {
        measureFour();
        auto& draft = m_fixture->window->draft();
        Experiment other = draft.experiment();
        other.pairs.front().client.options.keepCount = 9;
        draft.edit(other, QStringLiteral("count"));
        QTRY_VERIFY_WITH_TIMEOUT(isReady() && study().map()->measured.empty(), 60'000);
        QVERIFY(study().measured().empty());
        m_fixture->trigger("undo");
        QTRY_VERIFY_WITH_TIMEOUT(isReady() && study().map()->measured.size() == 4, 60'000);
        // An axis' own value moves only the frame.
        other = draft.experiment();
        other.pairs.front().client.options.keepIdleSeconds = 20;
        draft.edit(other, QStringLiteral("idle"));
        QTRY_VERIFY_WITH_TIMEOUT(isReady() && study().map()->measured.size() == 4, 60'000);
    }

    void cellsAreMarked()
    {
        const auto at = [&](std::size_t column, std::size_t row) { return map()->cellRect({column, row, 0}).center().toPoint(); };
        QVERIFY(!button("sweep.measure")->isEnabled());
        QTest::mouseClick(map(), Qt::LeftButton, Qt::ShiftModifier, at(3, 3));
        QCOMPARE(map()->marked(), (std::vector<MapPlace>{{3, 3, 0}}));
        drag({5, 5, 0}, {6, 6, 0}, Qt::ShiftModifier);
        QCOMPARE(map()->marked().size(), std::size_t{5});
        drag({5, 5, 0}, {6, 6, 0});
        QCOMPARE(map()->marked().size(), std::size_t{4});
        map()->setFocus();
        QTest::keyClick(map(), Qt::Key_Space);
        QCOMPARE(map()->marked().size(), std::size_t{5});
        QTest::keyClick(map(), Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(map()->marked().size(), std::size_t{6});
        QTest::keyClick(map(), Qt::Key_Delete);
        QVERIFY(map()->marked().empty());
        m_fixture->find<QSpinBox>("sweep.count")->setValue(20);
        press("sweep.sample");
        QCOMPARE(map()->marked().size(), std::size_t{20});
        for (const MapPlace& place : map()->marked())
            QVERIFY(study().map()->prediction(place)->hull().latest <= std::chrono::seconds{59});
    }

    void aLongCellIsRefused()
    {
        const MapPlace last{study().map()->columns() - 1, study().map()->rows() - 1, 0};
        QTest::mouseClick(map(), Qt::LeftButton, Qt::ShiftModifier, map()->cellRect(last).center().toPoint());
        press("sweep.measure");
        QVERIFY(!study().isMeasuring());
        QVERIFY2(m_fixture->window->banner()->text().contains(QStringLiteral("time_limit_s 60 ends the run before")), qPrintable(m_fixture->window->banner()->text()));
    }

    void measuringIsBrokenOff()
    {
        qputenv("HALFOPEN_FAKE_AGENT", "mortal");
        drag({0, 0, 0}, {1, 0, 0});
        press("sweep.measure");
        QTRY_COMPARE(m_fixture->controller.state(), RunController::State::Running);
        QVERIFY(m_fixture->find<QProgressBar>("sweep.progress")->isVisible());
        QVERIFY2(state().startsWith(QStringLiteral("Measuring 2 cell(s), run 1 of 1")), qPrintable(state()));
        QVERIFY(!button("sweep.measure")->isVisible());
        press("sweep.cancel");
        QTRY_VERIFY_WITH_TIMEOUT(!study().isMeasuring(), 60'000);
        QVERIFY(button("sweep.measure")->isVisible());
    }

    void stopEndsAllRuns()
    {
        // Cells with other sysctls have hosts, and so a run, of their own.
        SweepWish wish = study().wish();
        wish.down = {.key = "sysctl.tcp_retries2", .list = "5,6", .spacing = AxisWish::Spacing::List};
        study().setWish(wish);
        QTRY_VERIFY_WITH_TIMEOUT(isReady() && study().map()->rows() == 2, 60'000);
        qputenv("HALFOPEN_FAKE_AGENT", "mortal");
        drag({0, 0, 0}, {0, 1, 0});
        press("sweep.measure");
        QTRY_COMPARE(m_fixture->controller.state(), RunController::State::Running);
        QCOMPARE(study().progress().runs, 2);
        m_fixture->trigger("stop");
        QTRY_VERIFY_WITH_TIMEOUT(!study().isMeasuring(), 60'000);
        QTRY_COMPARE(m_fixture->store->list().value().size(), qsizetype{1});
        QVERIFY(!m_fixture->controller.isActive());
    }

    void aPlaceThatCannotIsTold()
    {
        qputenv("HALFOPEN_FAKE_AGENT", "refused");
        drag({0, 0, 0}, {1, 0, 0});
        press("sweep.measure");
        QTRY_VERIFY_WITH_TIMEOUT(!study().isMeasuring(), 60'000);
        QVERIFY2(m_fixture->window->banner()->text().contains(QStringLiteral("Could not make the veth pair")), qPrintable(m_fixture->window->banner()->text()));
        QVERIFY(study().map()->measured.empty());
    }
};

QTEST_MAIN(SweepMeasureTest)
#include "sweep_measure_test.moc"
