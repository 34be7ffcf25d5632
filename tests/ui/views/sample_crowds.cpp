// SPDX-License-Identifier: GPL-3.0-or-later
// Sample runs with many pairs or many events.
#include <cerrno>

#include "sample_script.h"

namespace halfopen::samples {

SampleRun hundredLivePairs()
{
    Experiment experiment = plan();
    while (experiment.pairs.size() < 100)
        experiment.pairs.push_back(experiment.pairs.front());
    Script script(experiment);
    armReader(script);
    for (int pair = 1; pair < 100; ++pair)
        script.at(0.02, CallEvent{pair, Host::Client, CallEvent::What::Begin, "recv", fromSeconds(kStart)});
    script.fault(1.0, FaultEvent::What::Applied);
    script.at(3, NoteEvent{"waiting"});
    return script.finish("hundred", true);
}

SampleRun crowded(int events)
{
    Endpoint end;
    end.activity = Activity::Send;
    end.sendIntervalSeconds = 0.01;
    Fault fault;
    fault.atSeconds = 40;
    Script script(experimentWith(end, fault, "Many events"));
    const int rounds = events / 5;
    const double step = 60.0 / rounds;
    for (int i = 0; i < rounds; ++i) {
        const double time = i * step;
        script.begin(time, Host::Client, "send");
        script.finishCall(time + step * 0.4, Host::Client, "send", time, 512);
        script.packet(time + step * 0.1, Host::Client, i % 7 == 0 ? PacketKind::Retransmission : PacketKind::Data,
                      i % 11 == 0 ? PacketFate::Dropped : PacketFate::Delivered, 512);
        script.packet(time + step * 0.3, Host::Server, PacketKind::Ack);
        script.row(time + step * 0.5, Host::Client, KernelTimer::Retransmit, 0.2 + (i % 13) * 0.01, 0, i % 3,
                   static_cast<std::uint32_t>(i % 17) * 512U);
    }
    script.fault(60, FaultEvent::What::Applied);
    script.end(60.1);
    return script.finish("crowded");
}

SampleRun race(int pairs)
{
    Experiment experiment = plan();
    experiment.title = "Race of detectors";
    experiment.pairs.clear();
    for (int i = 0; i < pairs; ++i) {
        Endpoint end = reader(i + 1 < pairs);
        if (i + 1 < pairs)
            end.options.keepCount = 1 + i % 5;
        experiment.pairs.push_back({"reader " + std::to_string(i + 1), end, Endpoint{}});
    }
    Timeline timeline(experiment);
    const auto at = [&](double seconds, auto body) { timeline.append({fromSeconds(seconds + kStart), std::move(body)}); };
    const auto packetAt = [&](double seconds, int pair) {
        Packet packet;
        packet.pair = pair;
        packet.kind = PacketKind::Probe;
        packet.fate = PacketFate::Dropped;
        at(seconds, PacketEvent{packet});
    };
    at(-kStart, HelloEvent{kProtocolNumber, "0.1.0", "6.12.0-sample", 250, "2026-11-22T10:30:59.123Z"});
    at(0, StartedEvent{});
    for (int i = 0; i < pairs; ++i) {
        SocketRow row;
        row.timer = i + 1 < pairs ? KernelTimer::Keepalive : KernelTimer::None;
        row.timerLeft = fromSeconds(4.9);
        at(0, CallEvent{i, Host::Client, CallEvent::What::Begin, "recv", fromSeconds(kStart)});
        at(0.02, RowEvent{Host::Client, i, row});
    }
    at(1, FaultEvent{0, FaultEvent::What::Applied, experiment.faults[0], RunTime{20'000}, {}});
    for (int i = 0; i + 1 < pairs; ++i) {
        const int count = 1 + i % 5;
        for (int probe = 0; probe < count; ++probe) {
            packetAt(5.07 + probe * 3.07, i);
            SocketRow row;
            row.timer = KernelTimer::Keepalive;
            row.timerLeft = fromSeconds(2.98);
            row.probesOut = probe + 1;
            at(5.09 + probe * 3.07, RowEvent{Host::Client, i, row});
        }
        const double end = 5.07 + count * 3.07;
        at(end, CallEvent{i, Host::Client, CallEvent::What::End, "recv", fromSeconds(kStart), -1, ETIMEDOUT});
        at(end + 0.03, RowGoneEvent{Host::Client, i, {}, {}});
    }
    at(24, FinishedEvent{});
    auto predictions = predict(timeline.asExecuted(), timeline.kernel(), timeline.endsAtFault());
    return {"race", std::move(timeline), std::move(predictions), false};
}

} // namespace halfopen::samples
