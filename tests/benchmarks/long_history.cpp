// SPDX-License-Identifier: GPL-3.0-or-later
// A history with two long runs and many short ones.
#include "long_history.h"

#include <cerrno>
#include <chrono>
#include <string>
#include <utility>

#include "core/event_codec.h"
#include "store/run_store.h"

namespace halfopen {

namespace {

using namespace std::chrono_literals;

constexpr qsizetype kBenchChunk = 1024 * 1024; // as the program writes them
constexpr auto kEventEvery = 600us;

Experiment benchExperiment(int pairs)
{
    Experiment experiment;
    experiment.title = "Many events";
    experiment.timeLimitSeconds = 1000;
    for (int number = 0; number < pairs; ++number) {
        Pair pair;
        pair.name = "reader " + std::to_string(number + 1);
        pair.client.activity = Activity::Recv;
        pair.client.options.keepAlive = true;
        pair.client.options.keepIdleSeconds = 60 + number % 4;
        experiment.pairs.push_back(pair);
    }
    experiment.faults.push_back(Fault{});
    return experiment;
}

Event benchEvent(int number, int pairs, RunTime at)
{
    const int pair = number / 10 % pairs;
    const Host host = number % 2 == 0 ? Host::Client : Host::Server;
    if (number % 5 == 0) {
        Packet packet;
        packet.from = host;
        packet.pair = pair;
        packet.kind = PacketKind::Probe;
        return {at, PacketEvent{packet}};
    }
    if (number % 5 == 1)
        return {at, CallEvent{.pair = pair, .end = Host::Client, .what = CallEvent::What::End, .call = "recv", .began = at - 50us, .result = 1, .bytes = 1}};
    SocketRow row;
    row.local = {"10.0.1.2", static_cast<std::uint16_t>(40112 + pair)};
    row.remote = {"10.0.2.2", 9000};
    row.timer = KernelTimer::Keepalive;
    row.timerLeft = 3s;
    row.probesOut = number % 9;
    return {at, RowEvent{host, pair, row}};
}

/// A run of that many events, in the pieces in which the program writes them.
void fillStore(RunStore& store, const QString& id, const LongHistory& size, int events)
{
    static_cast<void>(store.begin(id, benchExperiment(size.pairs), QStringLiteral("2026-11-22T10:30:59.123Z"), QStringLiteral("0.1.0")));
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
        take(benchEvent(number, size.pairs, 3ms + number * kEventEvery));
    const RunTime end = 3ms + events * kEventEvery;
    for (int pair = 0; pair < size.pairs; ++pair)
        take({end + 1ms, CallEvent{.pair = pair, .end = Host::Client, .what = CallEvent::What::End, .call = "recv", .began = 1ms, .result = -1, .errorNumber = ETIMEDOUT}});
    take({end + 2ms, FinishedEvent{.why = FinishedEvent::Why::Asked, .stage = "", .message = "", .remedy = ""}});
    static_cast<void>(store.append(id, lines));
    static_cast<void>(store.finish(id, StoredStatus::Finished, QStringLiteral("recv ETIMEDOUT after 600 s")));
}

} // namespace

void makeLongHistory(const QString& path, const LongHistory& size)
{
    const auto store = std::move(RunStore::open(path)).value();
    fillStore(*store, kFirstLongRun, size, size.events);
    fillStore(*store, kSecondLongRun, size, size.events);
    for (int run = 0; run < size.runs; ++run)
        fillStore(*store, QStringLiteral("20261110T%1.123Z-0000").arg(run, 6, 10, QLatin1Char('0')), size, 100);
}

} // namespace halfopen
