// SPDX-License-Identifier: GPL-3.0-or-later
// A reader with keepalive 5/3/3 that is cut and dies, as the agent would tell it. Written by hand.
#include "sample_run.h"

#include <algorithm>
#include <cerrno>

#include "core/event_codec.h"

using namespace std::chrono_literals;

namespace halfopen {

namespace {

const SocketAddress kClient{"10.0.1.2", 40112};
const SocketAddress kServer{"10.0.2.2", 9000};

SocketRow row(Host host, KernelTimer timer, RunTime left, int probes)
{
    SocketRow made;
    made.local = host == Host::Client ? kClient : kServer;
    made.remote = host == Host::Client ? kServer : kClient;
    made.timer = timer;
    made.timerLeft = left;
    made.probesOut = probes;
    made.rto = 200ms;
    made.congestionWindow = 10;
    return made;
}

Event probe(RunTime time, PacketKind kind = PacketKind::Probe)
{
    Packet packet;
    packet.from = Host::Client;
    packet.pair = 0;
    packet.kind = kind;
    packet.fate = PacketFate::Dropped;
    return {time, PacketEvent{packet}};
}

Event clientRow(RunTime time, RunTime left, int probes) { return {time, RowEvent{Host::Client, 0, row(Host::Client, KernelTimer::Keepalive, left, probes)}}; }

Event info(Host end)
{
    TcpInfoEvent event;
    event.end = end;
    event.atFault = true;
    event.info.rto = 204ms;
    event.info.rtt = 100us;
    event.info.sinceAckReceived = 1003ms;
    event.info.sinceDataReceived = 1003ms;
    return {1'012ms, event};
}

std::vector<Event> beginning()
{
    return {
        {0ms, HelloEvent{kProtocolNumber, "0.1.0", "6.12.48-amd64", 250, "2026-11-22T10:30:59.123Z"}},
        {1ms, PlaceEvent{PlaceKind::Namespaces, ""}},
        {2ms, ProcessEvent{Host::Client, ProcessEvent::What::Started, 1001, 0, "10.0.1.2"}},
        {2ms, ProcessEvent{Host::Server, ProcessEvent::What::Started, 1002, 0, "10.0.2.2"}},
        {8ms, SocketEvent{0, Host::Client, kClient, kServer}},
        {8ms, SocketEvent{0, Host::Server, kServer, kClient}},
        {9ms, ArmedEvent{0, Host::Server, 8ms}},
        {10ms, ArmedEvent{0, Host::Client, 8ms}},
        {10ms, CallEvent{.pair = 0, .end = Host::Client, .what = CallEvent::What::Begin, .call = "recv", .began = 10ms}},
        {10ms, StartedEvent{}},
        clientRow(11ms, 4'997ms, 0),
        {11ms, RowEvent{Host::Server, 0, row(Host::Server, KernelTimer::None, 0s, 0)}},
        {1'010ms, FaultEvent{0, FaultEvent::What::Applied, Fault{}, 20us, ""}},
        info(Host::Client),
        info(Host::Server),
    };
}

} // namespace

Experiment sampleExperiment()
{
    Experiment experiment;
    experiment.title = "Sample reader";
    Pair pair;
    pair.name = "reader";
    pair.client.activity = Activity::Recv;
    pair.client.options.keepAlive = true;
    pair.client.options.keepIdleSeconds = 5;
    pair.client.options.keepIntervalSeconds = 3;
    pair.client.options.keepCount = 3;
    experiment.pairs.push_back(pair);
    experiment.faults.push_back(Fault{});
    return experiment;
}

std::vector<Event> sampleEvents(RunTime until)
{
    auto events = beginning();
    // 5 s rounded up to 5.124 s, then three times 3.072 s (the wheel at HZ 250).
    const RunTime first = 5'132ms;
    for (int number = 0; number < 3; ++number) {
        const RunTime at = first + number * 3'072ms;
        events.push_back(probe(at));
        events.push_back(clientRow(at + 8ms, 2'992ms, number + 1));
    }
    const RunTime end = first + 3 * 3'072ms;
    events.push_back(probe(end, PacketKind::Rst));
    events.push_back({end + 200us, CallEvent{.pair = 0, .end = Host::Client, .what = CallEvent::What::End, .call = "recv", .began = 10ms,
                                             .result = -1, .errorNumber = ETIMEDOUT}});
    events.push_back({end + 9ms, RowGoneEvent{Host::Client, 0, kClient, kServer}});
    events.push_back({end + 20ms, FinishedEvent{.why = FinishedEvent::Why::Asked, .stage = "", .message = "", .remedy = ""}});
    std::erase_if(events, [&](const Event& event) { return event.time > until; });
    return events;
}

QByteArray sampleLines()
{
    QByteArray lines;
    for (const auto& event : sampleEvents())
        lines += QByteArray::fromStdString(writeEvent(event)) + '\n';
    return lines;
}

Experiment manyReaders(int pairs)
{
    auto experiment = sampleExperiment();
    experiment.title = "Many readers";
    const auto first = experiment.pairs.front();
    experiment.pairs.clear();
    for (int number = 0; number < pairs; ++number) {
        auto pair = first;
        pair.name = "reader " + std::to_string(number + 1);
        experiment.pairs.push_back(pair);
    }
    return experiment;
}

QByteArray manyReadersLines(int pairs, RunTime apart, bool withProbes)
{
    std::vector<Event> events{
        {0ms, HelloEvent{kProtocolNumber, "0.1.0", "6.12.48-amd64", 250, "2026-11-22T10:30:59.123Z"}},
        {1ms, PlaceEvent{PlaceKind::Namespaces, ""}},
    };
    for (const Host host : {Host::Client, Host::Server})
        events.push_back({2ms, ProcessEvent{host, ProcessEvent::What::Started, host == Host::Client ? 1001 : 1002, 0, host == Host::Client ? kClient.ip : kServer.ip}});
    const auto rowOf = [](int pair, Host host, RunTime at, RunTime left, int probes) {
        SocketRow told = row(host, host == Host::Client ? KernelTimer::Keepalive : KernelTimer::None, left, probes);
        (host == Host::Client ? told.local : told.remote).port = static_cast<std::uint16_t>(kClient.port + pair);
        return Event{at, RowEvent{host, pair, told}};
    };
    for (int pair = 0; pair < pairs; ++pair) {
        for (const Host end : {Host::Server, Host::Client})
            events.push_back({10ms, ArmedEvent{pair, end, 8ms}});
        events.push_back({10ms, CallEvent{.pair = pair, .end = Host::Client, .what = CallEvent::What::Begin, .call = "recv", .began = 10ms}});
    }
    events.push_back({10ms, StartedEvent{}});
    for (int pair = 0; pair < pairs; ++pair) {
        events.push_back(rowOf(pair, Host::Client, 11ms, 4'997ms, 0));
        events.push_back(rowOf(pair, Host::Server, 11ms, 0s, 0));
    }
    events.push_back({1'010ms, FaultEvent{0, FaultEvent::What::Applied, Fault{}, 20us, ""}});
    for (int pair = 0; pair < pairs; ++pair) {
        for (const Host end : {Host::Client, Host::Server}) {
            auto told = info(end);
            std::get<TcpInfoEvent>(told.body).pair = pair;
            events.push_back(told);
        }
    }
    for (int pair = 0; withProbes && pair < pairs; ++pair) {
        for (int number = 0; number < 4; ++number) {
            const RunTime sent = 5'132ms + number * 3'072ms + pair * apart;
            auto told = probe(sent, number < 3 ? PacketKind::Probe : PacketKind::Rst);
            std::get<PacketEvent>(told.body).packet.pair = pair;
            events.push_back(told);
            if (number < 3)
                events.push_back(rowOf(pair, Host::Client, sent + 8ms, 2'992ms, number + 1));
        }
    }
    RunTime at = 14'348ms;
    for (int pair = 0; pair < pairs; ++pair) {
        at = 14'348ms + pair * apart;
        events.push_back({at, CallEvent{.pair = pair, .end = Host::Client, .what = CallEvent::What::End, .call = "recv", .began = 10ms, .result = -1,
                                        .errorNumber = ETIMEDOUT}});
        const auto gone = std::get<RowEvent>(rowOf(pair, Host::Client, at, 0s, 3).body).row;
        events.push_back({at, RowGoneEvent{Host::Client, pair, gone.local, gone.remote, at}});
    }
    events.push_back({at + 20ms, FinishedEvent{.why = FinishedEvent::Why::Asked, .stage = "", .message = "", .remedy = ""}});
    std::ranges::stable_sort(events, {}, &Event::time);
    QByteArray lines;
    for (const auto& event : events)
        lines += QByteArray::fromStdString(writeEvent(event)) + '\n';
    return lines;
}

QRegularExpression anyWarning() { return QRegularExpression(QStringLiteral("^(?!This plugin does not support (propagateSizeHints|raise)\\(\\))")); }

} // namespace halfopen
