// SPDX-License-Identifier: GPL-3.0-or-later
// The longest holds of the window's event loop: a live run of a hundred pairs (or as many as the first argument says) on the
// real kernel, and what people do after it.
#include <QAction>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "metered_application.h"
#include "session/installation.h"
#include "session/place_check.h"
#include "session/run_controller.h"
#include "store/run_store.h"
#include "ui/history/run_keeper.h"
#include "ui/window/desk.h"
#include "ui/window/main_window.h"

namespace halfopen {

namespace {

constexpr int kPairs = 100;
constexpr int kMoves = 40;

void print(MeteredApplication& application, const char* phase)
{
    const auto holds = application.takeHolds();
    std::printf("%-28s", phase);
    for (std::size_t number = 0; number < std::min<std::size_t>(3, holds.size()); ++number)
        std::printf("  %6.1f ms (%.1f computed) %s;", holds[number].wall, holds[number].computed, qPrintable(holds[number].what));
    std::printf("\n");
    std::fflush(stdout);
}

Experiment readers(int pairs)
{
    Experiment experiment;
    experiment.title = std::to_string(pairs) + " readers";
    for (int number = 0; number < pairs; ++number) {
        Pair pair;
        pair.name = "reader " + std::to_string(number + 1);
        pair.client.activity = pairs > kPairs ? Activity::Epoll : Activity::Recv; // not a thread each for thousands
        pair.client.options.keepAlive = true;
        pair.client.options.keepIdleSeconds = 1 + number % 4;
        pair.client.options.keepIntervalSeconds = 1;
        pair.client.options.keepCount = 2 + number % 3;
        experiment.pairs.push_back(pair);
    }
    experiment.faults.push_back(Fault{});
    return experiment;
}

/// A slider moves while the sweep's page shows 10,000 cells of the first pair.
bool followWithMap(MeteredApplication& application, MainWindow& window, Desk& desk)
{
    application.measure(QStringLiteral("sweep"), [&] { window.findChild<QAction*>(QStringLiteral("sweep"))->trigger(); });
    const auto isThere = [&] { return desk.sweep.map() != nullptr && !desk.sweep.isWorking(); };
    if (!QTest::qWaitFor(isThere))
        return false;
    SweepWish wish = desk.sweep.wish();
    wish.across.span = wish.down.span = {1, 100, 100, false};
    desk.sweep.setWish(wish);
    for (int move = 0; move < kMoves; ++move) {
        auto next = desk.draft.experiment();
        next.pairs.front().client.options.keepCount = 2 + move;
        application.measure(QStringLiteral("edit()"), [&] { desk.draft.edit(next, QStringLiteral("count"), QStringLiteral("count")); });
        QTest::qWait(20); // as often as a mouse tells
    }
    const bool followed = QTest::qWaitFor(isThere) && desk.sweep.map()->cells.size() == 10'000;
    window.findChild<QAction*>(QStringLiteral("sweep"))->trigger();
    return followed;
}

int measureAll(MeteredApplication& application, int pairs)
{
    QTemporaryDir folder;
    QSettings settings(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    RunController controller(agentProgram());
    PlaceCheck places(agentProgram());
    auto store = RunStore::open(folder.filePath(QStringLiteral("history.sqlite")));
    if (!store) {
        std::fprintf(stderr, "%s\n", store.error().message.c_str());
        return 1;
    }
    RunKeeper keeper(controller, store.value().get());
    Desk desk(controller);
    MainWindow window({desk, controller, places, store.value().get(), {}, lessons(), settings});
    QObject::connect(&keeper, &RunKeeper::listChanged, &window, &MainWindow::refreshHistory);
    window.resize(1600, 960);
    window.show();
    if (!QTest::qWaitForWindowExposed(&window) || !QTest::qWaitFor([&] { return places.isComplete(); }, 20'000))
        return 1;
    print(application, "start");

    desk.draft.load(readers(pairs));
    application.measure(QStringLiteral("startRun()"), [&] { window.startRun(); });
    if (!QTest::qWaitFor([&] { return !controller.isActive(); }, 180'000))
        return 1;
    print(application, "live run");

    for (int move = 0; move < kMoves; ++move) {
        application.measure(QStringLiteral("setPair()"), [&] { desk.view.setPair(move); });
        QApplication::processEvents();
    }
    print(application, "other pairs");

    for (int move = 0; move < kMoves; ++move) {
        auto next = desk.draft.experiment();
        next.pairs[3].client.options.keepIdleSeconds = 2 + move;
        application.measure(QStringLiteral("edit()"), [&] { desk.draft.edit(next, QStringLiteral("idle"), QStringLiteral("idle")); });
        QApplication::processEvents();
    }
    print(application, "a slider moved");

    if (!followWithMap(application, window, desk))
        return 1;
    print(application, "the sweep's map followed");

    const auto stored = [&] { return store.value()->list().value(); };
    if (!QTest::qWaitFor([&] { return !stored().isEmpty(); }, 20'000))
        return 1;
    application.measure(QStringLiteral("openStoredRun()"), [&] { window.openStoredRun(stored().front().id); });
    if (!QTest::qWaitFor([&] { return desk.run.source() == ShownRun::Source::Stored; }, 60'000))
        return 1;
    QTest::qWait(250); // tables look again, and are painted
    print(application, "the run opened again");
    return 0;
}

} // namespace

} // namespace halfopen

int main(int argc, char** argv)
{
    halfopen::MeteredApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("halfopen"));
    std::printf("The three holds of each phase that computed most (1 ms and more); 50 ms is what people begin to feel.\n");
    const int pairs = argc > 1 ? std::atoi(argv[1]) : halfopen::kPairs;
    std::printf("%d pairs\n", pairs);
    return halfopen::measureAll(application, pairs);
}
