// SPDX-License-Identifier: GPL-3.0-or-later
// The longest holds of the window's event loop: a live run of a hundred pairs (or as many as the first argument says) on the
// real kernel, and what people do after it.
#include <QApplication>
#include <QElapsedTimer>
#include <QMetaEnum>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <utility>

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

/// Times every event that is delivered from the loop itself; what is delivered within another one belongs to that.
class MeteredApplication final : public QApplication
{
public:
    using QApplication::QApplication;

    bool notify(QObject* receiver, QEvent* event) override
    {
        if (m_depth > 0)
            return QApplication::notify(receiver, event);
        // Both may be gone afterwards.
        const QString name = QString::fromLatin1(receiver->metaObject()->className()) + u' ' + receiver->objectName();
        const auto type = event->type();
        QElapsedTimer clock;
        clock.start();
        ++m_depth;
        const bool taken = QApplication::notify(receiver, event);
        --m_depth;
        tell(clock.nsecsElapsed(), name + u' ' + QString::fromLatin1(QMetaEnum::fromType<QEvent::Type>().valueToKey(type)));
        return taken;
    }

    /// What is done from here on, without an event.
    template<class Deed>
    void measure(const QString& what, Deed deed)
    {
        QElapsedTimer clock;
        clock.start();
        deed();
        tell(clock.nsecsElapsed(), what);
    }

    void print(const char* phase)
    {
        std::ranges::sort(m_holds, std::ranges::greater{});
        std::printf("%-28s", phase);
        for (std::size_t number = 0; number < std::min<std::size_t>(3, m_holds.size()); ++number)
            std::printf("  %6.1f ms %s;", static_cast<double>(m_holds[number].first) / 1e6, qPrintable(m_holds[number].second));
        std::printf("\n");
        std::fflush(stdout);
        m_holds.clear();
    }

private:
    void tell(qint64 nanoseconds, const QString& what)
    {
        if (nanoseconds > 1'000'000)
            m_holds.emplace_back(nanoseconds, what);
    }

    int m_depth = 0;
    std::vector<std::pair<qint64, QString>> m_holds;
};

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
    application.print("start");

    desk.draft.load(readers(pairs));
    application.measure(QStringLiteral("startRun()"), [&] { window.startRun(); });
    if (!QTest::qWaitFor([&] { return !controller.isActive(); }, 180'000))
        return 1;
    application.print("live run");

    for (int move = 0; move < kMoves; ++move) {
        application.measure(QStringLiteral("setPair()"), [&] { desk.view.setPair(move); });
        QApplication::processEvents();
    }
    application.print("other pairs");

    for (int move = 0; move < kMoves; ++move) {
        auto next = desk.draft.experiment();
        next.pairs[3].client.options.keepIdleSeconds = 2 + move;
        application.measure(QStringLiteral("edit()"), [&] { desk.draft.edit(next, QStringLiteral("idle"), QStringLiteral("idle")); });
        QApplication::processEvents();
    }
    application.print("a slider moved");

    const auto runs = store.value()->list();
    if (!runs || runs.value().empty())
        return 1;
    application.measure(QStringLiteral("openStoredRun()"), [&] { window.openStoredRun(runs.value().front().id); });
    QApplication::processEvents();
    application.print("the run opened again");
    return 0;
}

} // namespace

} // namespace halfopen

int main(int argc, char** argv)
{
    halfopen::MeteredApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("halfopen"));
    std::printf("The three longest holds of each phase (1 ms and more); 50 ms is what people begin to feel.\n");
    const int pairs = argc > 1 ? std::atoi(argv[1]) : halfopen::kPairs;
    std::printf("%d pairs\n", pairs);
    return halfopen::measureAll(application, pairs);
}
