// SPDX-License-Identifier: GPL-3.0-or-later
// The log as a user reads it: filter, follow, pick, copy; and a million lines that hold nothing up.
#include <QAbstractItemModelTester>
#include <QAction>
#include <QClipboard>
#include <QDockWidget>
#include <QFile>
#include <QGuiApplication>
#include <QLineEdit>
#include <QScopeGuard>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStyle>
#include <QTableView>
#include <QTest>
#include <QToolButton>

#include <algorithm>

#include "sample_run.h"
#include "session/replay.h"
#include "ui/log/log_model.h"
#include "ui/log/log_panel.h"
#include "ui/text/core_words.h"
#include "ui/window/banner.h"
#include "ui/window/shown_run.h"
#include "window_fixture.h"

using namespace halfopen;
using namespace std::chrono_literals;

namespace {

Experiment twoNames()
{
    auto experiment = sampleExperiment();
    experiment.pairs.push_back(experiment.pairs.front());
    experiment.pairs.back().name = "second";
    return experiment;
}

Event probeOf(int pair, RunTime at)
{
    Packet packet;
    packet.pair = pair;
    packet.kind = PacketKind::Probe;
    packet.fate = PacketFate::Dropped;
    return {at, PacketEvent{packet}};
}

ReplayedRun sampleWith(const std::vector<Event>& more)
{
    ReplayedRun run;
    run.timeline = Timeline(twoNames());
    for (const auto& event : sampleEvents())
        run.timeline.append(event);
    for (const auto& event : more)
        run.timeline.append(event);
    return run;
}

} // namespace

class LogTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(anyWarning()); }

    void linesKnowTheirSubject()
    {
        const auto run = sampleWith({});
        const auto& log = run.timeline.log();
        const auto fault = std::ranges::find(log, LogKind::Fault, &LogLine::kind);
        QVERIFY(fault != log.end());
        QCOMPARE(fault->pair, -1);
        const auto call = std::ranges::find(log, LogKind::Call, &LogLine::kind);
        QVERIFY(call != log.end());
        QCOMPARE(call->pair, 0);
        QVERIFY(call->text.find("ETIMEDOUT") != std::string::npos);
    }

    void modelFiltersAndFinds()
    {
        const auto run = sampleWith({probeOf(1, 20s)});
        LogModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.restart(run.timeline);
        const int all = model.rowCount();
        QCOMPARE(all, static_cast<int>(run.timeline.log().size()));
        LogWish wish;
        wish.words = {"probe", "dropped"};
        model.setWish(wish);
        QCOMPARE(model.rowCount(), 4);
        wish.pair = 1;
        model.setWish(wish);
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.line(0)->time, RunTime{20s});
        wish = {};
        wish.kinds = 1U << static_cast<unsigned>(LogKind::Call);
        model.setWish(wish);
        QCOMPARE(model.rowCount(), 1);
        QVERIFY(model.index(0, LogModel::Text).data(Qt::ToolTipRole).toString().contains(QStringLiteral("tcp_write_err()")));
        model.setWish({});
        QCOMPARE(model.rowCount(), all);
        const int row = model.rowNear(0, Host::Client, 5'132ms);
        QVERIFY(row >= 0);
        QCOMPARE(model.line(row)->time, RunTime{5'132ms});
    }

    void wordsAreFoundAsTheyAreShown()
    {
        QFile file(QStringLiteral(":/i18n/core_zh_CN.ts"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto english = qScopeGuard([] { setPatternSpeaker(PatternSpeaker()); });
        setPatternSpeaker(PatternSpeaker(readPatterns(file)));
        WindowFixture fixture;
        fixture.open({1280, 800});
        fixture.window->shownRun().showStored(QStringLiteral("sample"), std::make_shared<const ReplayedRun>(sampleWith({})));
        fixture.raise("log");
        const auto* rows = fixture.find<QTableView>("log")->model();
        auto* search = fixture.find<QLineEdit>("log.filter");
        const auto find = [&](const QString& words) {
            search->clear();
            search->insert(words); // keys of other letters than Latin ones come from an input method
        };
        const QString shown = QStringLiteral("被丢弃"); // dropped
        find(shown);
        QTRY_COMPARE(rows->rowCount(), 4);
        for (int row = 0; row < rows->rowCount(); ++row)
            QVERIFY(rows->index(row, LogModel::Text).data().toString().contains(shown));
        find(QStringLiteral("dropped %1").arg(shown)); // the words of the agent are found too, also beside others
        QTRY_COMPARE(rows->rowCount(), 4);
        find(QStringLiteral("被丢弃 etimedout"));
        QTRY_VERIFY(fixture.find<QWidget>("log.empty")->isVisible());
    }

    void namesAreFoundInEitherCase()
    {
        auto experiment = sampleExperiment();
        experiment.pairs.front().name = "\u00c4rger";
        Timeline timeline(experiment);
        for (const auto& event : sampleEvents())
            timeline.append(event);
        LogModel model;
        model.restart(timeline);
        const int all = model.rowCount();
        LogWish wish;
        wish.words = {QStringLiteral("\u00c4RGER").toLower().toStdString(), "dropped"};
        model.setWish(wish);
        QVERIFY(model.rowCount() > 0 && model.rowCount() < all);
    }

    void aMillionLinesComeInPieces()
    {
        Timeline timeline(twoNames());
        for (int number = 0; number < 1'000'000; ++number)
            timeline.append(probeOf(number % 2, number * 10us));
        QTableView view;
        LogModel model;
        view.setModel(&model);
        view.resize(600, 300);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        // Piece by piece, between events; how long one takes is measured by the benchmark of long runs.
        const auto settle = [&] {
            int turns = 0;
            for (; model.isSearching(); ++turns)
                QCoreApplication::processEvents();
            return turns;
        };
        model.restart(timeline);
        QVERIFY(model.rowCount() < 1'000'000);
        QVERIFY(settle() > 0);
        QCOMPARE(model.rowCount(), 1'000'000);
        LogWish wish;
        wish.words = {"second"};
        model.setWish(wish);
        QVERIFY(model.rowCount() < 500'000);
        QVERIFY(settle() > 0);
        QCOMPARE(model.rowCount(), 500'000);
    }

    void narrowDocksSayWholeLines_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("half of a doubled screen") << QSize(960, 540);
        QTest::newRow("notebook") << QSize(1280, 800);
    }

    void narrowDocksSayWholeLines()
    {
        QFETCH(QSize, size);
        WindowFixture fixture;
        fixture.open({1280, 800});
        fixture.window->resize(size);
        fixture.window->shownRun().showStored(QStringLiteral("sample"), std::make_shared<const ReplayedRun>(sampleWith({})));
        fixture.find<QDockWidget>("log")->raise();
        auto* table = fixture.find<QTableView>("log");
        QTRY_VERIFY(table->isVisible());
        QCoreApplication::processEvents();
        // What the style keeps free beside the words: QCommonStyle, viewItemDrawText().
        const int margins = 2 * (table->style()->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, table) + 1);
        const auto fitsAll = [&] {
            const QRect room(0, 0, table->columnWidth(LogModel::Text) - margins, 10'000);
            for (int row = 0; row < table->model()->rowCount(); ++row) {
                const QString words = table->model()->index(row, LogModel::Text).data().toString();
                if (table->rowHeight(row) < table->fontMetrics().boundingRect(room, Qt::TextWordWrap, words).height())
                    return false;
            }
            return true;
        };
        QTRY_VERIFY(fitsAll());
        // Nor are they higher by a line: their width is that of the column as it is in the end.
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            const QRect room(0, 0, table->columnWidth(LogModel::Text) - margins, 10'000);
            const QString words = table->model()->index(row, LogModel::Text).data().toString();
            QVERIFY2(table->rowHeight(row) < table->fontMetrics().boundingRect(room, Qt::TextWordWrap, words).height() + table->fontMetrics().height(), qPrintable(words));
        }
        QVERIFY(table->columnViewportPosition(LogModel::Text) + table->columnWidth(LogModel::Text) <= table->viewport()->width());
        const auto* search = fixture.find<QLineEdit>("log.filter");
        QVERIFY(search->fontMetrics().horizontalAdvance(search->placeholderText()) < search->width());
        QCOMPARE(table->font(), search->font()); // of the size that the user has chosen
    }

    void whatIsNotCopiedIsTold()
    {
        WindowFixture fixture;
        fixture.open({1280, 800});
        Timeline timeline(twoNames());
        timeline.append({0ms, HelloEvent{kProtocolNumber, "0.1.0", "6.12.48-amd64", 250, "2026-11-22T10:30:59.123Z"}});
        constexpr int kTooMany = 100'100;
        for (int number = 1; number < kTooMany; ++number)
            timeline.append(probeOf(number % 2, number * 10us));
        auto& shown = fixture.window->shownRun();
        shown.showStored(QStringLiteral("long"), std::make_shared<const ReplayedRun>(judgedRun(std::move(timeline))));
        fixture.find<QDockWidget>("log")->raise();
        auto* table = fixture.find<QTableView>("log");
        QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), kTooMany, 30'000);
        const auto* banner = fixture.window->banner();
        const auto copiedLines = [] { return QGuiApplication::clipboard()->text().count(u'\n') + 1; };
        fixture.trigger("log.copyAll");
        QTRY_VERIFY_WITH_TIMEOUT(banner->isVisible(), 60'000);
        QCOMPARE(banner->text(), QStringLiteral("Only the last 100,000 of 100,100 lines were copied. Filter them to have all that are left."));
        QCOMPARE(copiedLines(), 100'000);
        table->setFocus();
        table->selectAll();
        QTest::keySequence(table, QKeySequence::Copy);
        QTRY_VERIFY_WITH_TIMEOUT(banner->text().startsWith(QStringLiteral("Only the first 100,000 of the 100,100 selected lines were copied.")), 60'000);
        // Few lines are copied without a word.
        QTest::mouseClick(fixture.find<QToolButton>("banner.close"), Qt::LeftButton);
        table->selectRow(5);
        QTest::keySequence(table, QKeySequence::Copy);
        QTRY_COMPARE(copiedLines(), 1);
        QVERIFY(!banner->isVisible());
        // Another run comes into sight while the lines are gathered.
        QGuiApplication::clipboard()->setText(QStringLiteral("as it was"));
        fixture.trigger("log.copyAll");
        shown.showStored(QStringLiteral("another"), std::make_shared<const ReplayedRun>(sampleWith({})));
        QTRY_VERIFY(banner->isVisible());
        QVERIFY2(banner->text().startsWith(QStringLiteral("The log began anew before all its lines were copied")), qPrintable(banner->text()));
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("as it was"));
    }

    void userFiltersFollowsPicksAndCopies()
    {
        WindowFixture fixture;
        fixture.open({1280, 800});
        std::vector<Event> many;
        for (int number = 0; number < 400; ++number)
            many.push_back(probeOf(1, 20s + number * 10ms));
        fixture.window->shownRun().showStored(QStringLiteral("sample"), std::make_shared<const ReplayedRun>(sampleWith(many)));
        auto* dock = fixture.find<QDockWidget>("log");
        dock->raise();
        auto* table = fixture.find<QTableView>("log");
        QTRY_VERIFY(table->isVisible());
        auto* follow = fixture.find<QToolButton>("log.follow");
        QVERIFY(follow->isChecked());
        QTRY_COMPARE(table->verticalScrollBar()->value(), table->verticalScrollBar()->maximum());
        table->verticalScrollBar()->setValue(0);
        QVERIFY(!follow->isChecked());
        QTest::mouseClick(follow, Qt::LeftButton);
        QTRY_COMPARE(table->verticalScrollBar()->value(), table->verticalScrollBar()->maximum());
        auto* search = fixture.find<QLineEdit>("log.filter");
        QTest::keyClicks(search, QStringLiteral("ETIMEDOUT"));
        QTRY_COMPARE(table->model()->rowCount(), 1);
        table->setFocus();
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(table->model()->index(0, LogModel::Text)).center());
        auto& view = fixture.window->viewState();
        QVERIFY(view.selected().has_value());
        QCOMPARE(view.selected()->at, RunTime{14'348'200us});
        QTest::keySequence(table, QKeySequence::Copy);
        QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("ETIMEDOUT")));
        QTest::keyClick(search, Qt::Key_Escape);
        QVERIFY(search->text().isEmpty());
        view.setSelected(EventRef{0, Host::Client, 5'132ms});
        const auto* line = fixture.find<LogPanel>("logPanel")->model()->line(table->currentIndex().row());
        QVERIFY(line != nullptr);
        QCOMPARE(line->time, RunTime{5'132ms});
        QTest::mouseClick(fixture.find<QToolButton>("log.thisPair"), Qt::LeftButton);
        view.setPair(0);
        QTRY_VERIFY(table->model()->rowCount() < 100);
        auto* packets = fixture.find<QAction>("log.kind.3");
        packets->trigger();
        QVERIFY(!fixture.find<LogPanel>("logPanel")->text().contains(QStringLiteral("probe")));
        QTest::keyClicks(search, QStringLiteral("no such line"));
        QVERIFY(fixture.find<QWidget>("log.empty")->isVisible());
    }
};

QTEST_MAIN(LogTest)
#include "log_test.moc"
