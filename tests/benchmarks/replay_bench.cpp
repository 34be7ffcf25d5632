// SPDX-License-Identifier: GPL-3.0-or-later
// Opening, scrubbing and playing long runs in the whole window: how long it takes, and how long the event loop is held.
#include <QApplication>
#include <QElapsedTimer>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <memory>

#include "core/event_codec.h"
#include "session/place_check.h"
#include "session/run_controller.h"
#include "store/run_store.h"
#include "ui/window/desk.h"
#include "ui/window/main_window.h"

using namespace halfopen;
using namespace std::chrono_literals;

namespace {

constexpr qsizetype kBenchChunk = 1024 * 1024;

/// What this thread has computed; on a busy machine it is held longer than that.
double threadMs()
{
    timespec spent{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &spent);
    return static_cast<double>(spent.tv_sec) * 1e3 + static_cast<double>(spent.tv_nsec) / 1e6;
}

/// Times every event that the loop itself delivers; what is delivered within another one belongs to that.
class MeteredApplication final : public QApplication
{
public:
    using QApplication::QApplication;

    bool notify(QObject* receiver, QEvent* event) override
    {
        if (m_inside)
            return QApplication::notify(receiver, event);
        QElapsedTimer clock;
        clock.start();
        const double before = threadMs();
        m_inside = true;
        const QString name = QString::fromLatin1(receiver->metaObject()->className()) + u' ' + receiver->objectName();
        const auto type = static_cast<int>(event->type());
        const bool taken = QApplication::notify(receiver, event);
        m_inside = false;
        const auto held = static_cast<double>(clock.nsecsElapsed()) / 1e6;
        computed = std::max(computed, threadMs() - before);
        if (held > longest) {
            longest = held;
            holder = name + u' ' + QString::number(type);
        }
        return taken;
    }

    double longest = 0;  // ms
    double computed = 0; // ms; the most that one event took of a processor
    QString holder;     // who took it, and the event's type

private:
    bool m_inside = false;
};

MeteredApplication& metered() { return *static_cast<MeteredApplication*>(QCoreApplication::instance()); }

Experiment benchExperiment()
{
    Experiment experiment;
    experiment.title = "Many events";
    experiment.timeLimitSeconds = 1000;
    Pair pair;
    pair.client.activity = Activity::Recv;
    pair.client.options.keepAlive = true;
    experiment.pairs.push_back(pair);
    experiment.faults.push_back(Fault{});
    return experiment;
}

Event benchEvent(int number, RunTime at)
{
    if (number % 5 == 0) {
        Packet packet;
        packet.from = number % 2 == 0 ? Host::Client : Host::Server;
        packet.pair = 0;
        packet.kind = PacketKind::Probe;
        return {at, PacketEvent{packet}};
    }
    if (number % 5 == 1)
        return {at, CallEvent{.pair = 0, .end = Host::Client, .what = CallEvent::What::End, .call = "recv", .began = at - 50us, .result = 1, .bytes = 1}};
    SocketRow row;
    row.local = {"10.0.1.2", 40112};
    row.remote = {"10.0.2.2", 9000};
    row.timer = KernelTimer::Keepalive;
    row.timerLeft = 3s;
    row.probesOut = number % 9;
    return {at, RowEvent{Host::Client, 0, row}};
}

/// A run of that many events, in the pieces in which the program writes them.
void fillStore(RunStore& store, const QString& id, int events)
{
    static_cast<void>(store.begin(id, benchExperiment(), QStringLiteral("2026-11-22T10:30:59.123Z"), QStringLiteral("0.1.0")));
    QByteArray lines;
    const auto take = [&](const Event& event) {
        lines += QByteArray::fromStdString(writeEvent(event)) + '\n';
        if (lines.size() >= kBenchChunk) {
            static_cast<void>(store.append(id, lines));
            lines.clear();
        }
    };
    take({0ms, HelloEvent{kProtocolNumber, "0.1.0", "6.12.48-amd64", 250, "2026-11-22T10:30:59.123Z"}});
    take({1ms, StartedEvent{}});
    take({2ms, FaultEvent{0, FaultEvent::What::Applied, Fault{}, 20us, ""}});
    for (int number = 0; number < events; ++number)
        take(benchEvent(number, 3ms + number * 600us));
    take({3ms + events * 600us + 1ms, FinishedEvent{.why = FinishedEvent::Why::Asked, .stage = "", .message = "", .remedy = ""}});
    static_cast<void>(store.append(id, lines));
    static_cast<void>(store.finish(id, StoredStatus::Finished, {}));
}

/// The window over a history of one long run.
class LongRun final
{
public:
    explicit LongRun(int events) : m_store(std::move(RunStore::open(m_folder.filePath(QStringLiteral("history.sqlite")))).value())
    {
        fillStore(*m_store, m_id, events);
        m_window = std::make_unique<MainWindow>(WindowParts{m_desk, m_controller, m_places, m_store.get(), {}, {}, m_settings});
        m_window->resize(1280, 800);
        m_window->show();
        if (!QTest::qWaitFor([this] { return m_places.isComplete(); }, 10'000))
            qWarning("the machine was not checked");
        settle();
        metered().longest = 0;
    }
    ~LongRun() { settle(); }

    void open()
    {
        m_window->openStoredRun(m_id);
        if (!QTest::qWaitFor([this] { return m_desk.run.runId() == m_id; }, 120'000))
            qWarning("the run was not opened");
        settle();
    }

    void play()
    {
        m_window->playStoredRun(m_id);
        if (!QTest::qWaitFor([this] { return m_desk.replay.isOpen() && !m_desk.replay.isSeeking(); }, 120'000))
            qWarning("the run was not played");
        m_desk.replay.pause();
        settle();
    }

    void seek(double part)
    {
        m_desk.replay.seek(fromSeconds(toSeconds(m_desk.replay.recording().end()) * part));
        if (!QTest::qWaitFor([this] { return !m_desk.replay.isSeeking(); }, 120'000))
            qWarning("the instant was not reached");
        settle();
    }

    RunReplay& replay() { return m_desk.replay; }

    static void settle() { QTest::qWait(250); } // tables look again, and are painted

private:
    QString m_id = QStringLiteral("20261122T103059.123Z-4f2a");
    QTemporaryDir m_folder;
    QSettings m_settings{m_folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat};
    std::unique_ptr<RunStore> m_store;
    RunController m_controller{QStringLiteral("/bin/false")};
    PlaceCheck m_places{QStringLiteral("/bin/false")};
    Desk m_desk{m_controller};
    std::unique_ptr<MainWindow> m_window;
};

void tellHold(benchmark::State& state, const char* what)
{
    state.counters["longest_hold_ms"] = metered().longest;
    std::fprintf(stderr, "%s: longest hold %.1f ms in %s; %.1f ms computed\n", what, metered().longest, qPrintable(metered().holder), metered().computed);
    metered().longest = 0;
    metered().computed = 0;
}

void BM_Open(benchmark::State& state)
{
    LongRun run(static_cast<int>(state.range(0)));
    for (auto each : state) {
        static_cast<void>(each);
        run.open();
    }
    tellHold(state, "open");
}

void BM_Scrub(benchmark::State& state)
{
    LongRun run(static_cast<int>(state.range(0)));
    run.open();
    run.play();
    tellHold(state, "read for the replay");
    double part = 0.95;
    for (auto each : state) {
        static_cast<void>(each);
        run.seek(part);
        part = part > 0.5 ? part - 0.6 : part + 0.55; // back and forth
    }
    tellHold(state, "scrub");
}

void BM_PlayHundredTimes(benchmark::State& state)
{
    LongRun run(static_cast<int>(state.range(0)));
    run.play();
    run.replay().setSpeed(100);
    metered().longest = 0;
    for (auto each : state) {
        static_cast<void>(each);
        run.replay().toStart();
        run.replay().play();
        if (!QTest::qWaitFor([&] { return !run.replay().isPlaying(); }, 120'000))
            state.SkipWithError("it did not come to its end");
    }
    tellHold(state, "play at 100 times");
}

BENCHMARK(BM_Open)->Arg(10'000)->Arg(100'000)->Arg(1'000'000)->Unit(benchmark::kMillisecond)->Iterations(1)->UseRealTime();
BENCHMARK(BM_Scrub)->Arg(10'000)->Arg(100'000)->Arg(1'000'000)->Unit(benchmark::kMillisecond)->Iterations(4)->UseRealTime();
BENCHMARK(BM_PlayHundredTimes)->Arg(10'000)->Arg(100'000)->Arg(1'000'000)->Unit(benchmark::kMillisecond)->Iterations(1)->UseRealTime();

} // namespace

int main(int argc, char** argv)
{
    MeteredApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
    return 0;
}
