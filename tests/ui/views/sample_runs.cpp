// SPDX-License-Identifier: GPL-3.0-or-later
// Runs written by hand, event by event, for tests and pictures of the views.
#include "sample_runs.h"

#include <cerrno>
#include <csignal>
#include <string>
#include <utility>

#include "core/predictor.h"

namespace halfopen::samples {

namespace {

constexpr double kStart = 0.25; // s since hello: t = 0

/// Writes events with times since t = 0.
class Script final
{
public:
    explicit Script(Experiment experiment) : m_timeline(std::move(experiment))
    {
        at(-0.25, HelloEvent{kProtocolNumber, "0.1.0", "6.12.0-sample", 250, "2026-11-22T10:30:59.123Z"});
        at(-0.24, PlaceEvent{PlaceKind::Namespaces, {}});
        at(-0.20, ProcessEvent{Host::Client, ProcessEvent::What::Started, 4711, 0, "10.0.1.2"});
        at(-0.20, ProcessEvent{Host::Server, ProcessEvent::What::Started, 4712, 0, "10.0.2.2"});
        const SocketAddress client{"10.0.1.2", 40112};
        const SocketAddress server{"10.0.2.2", 9000};
        at(-0.19, SocketEvent{0, Host::Client, client, server});
        at(-0.19, SocketEvent{0, Host::Server, server, client});
        for (const Host end : {Host::Client, Host::Server}) {
            for (const OptionSpec& spec : optionSpecs()) {
                if (const auto value = optionValue(m_timeline.experiment().pairs[0].end(end).options, spec.name))
                    at(-0.19, OptionEvent{0, end, std::string(spec.name), *value});
            }
        }
        packet(-0.0501, Host::Client, PacketKind::Syn);
        packet(-0.0500, Host::Server, PacketKind::SynAck);
        packet(-0.0499, Host::Client, PacketKind::Ack);
        at(-0.01, ArmedEvent{0, Host::Client, fromSeconds(kStart - 0.05)});
        at(-0.01, ArmedEvent{0, Host::Server, fromSeconds(kStart - 0.05)});
        at(0, StartedEvent{});
    }

    template<class Body> void at(double seconds, Body body)
    {
        m_timeline.append({fromSeconds(seconds + kStart), std::move(body)});
    }
    void packet(double seconds, Host from, PacketKind kind, PacketFate fate = PacketFate::Delivered, int length = 0)
    {
        Packet packet;
        packet.from = from;
        packet.pair = 0;
        packet.kind = kind;
        packet.fate = fate;
        packet.length = length;
        at(seconds, PacketEvent{packet});
    }
    void row(double seconds, Host host, KernelTimer timer, double left = 0, int probes = 0, int retransmits = 0,
             std::uint32_t sendQueue = 0, TcpState state = TcpState::Established)
    {
        SocketRow row;
        row.state = state;
        row.timer = timer;
        row.timerLeft = fromSeconds(left);
        row.probesOut = probes;
        row.retransmits = retransmits;
        row.sendQueue = sendQueue;
        at(seconds, RowEvent{host, 0, row});
    }
    void gone(double seconds, Host host) { at(seconds, RowGoneEvent{host, 0, {}, {}}); }
    void begin(double seconds, Host end, const char* call)
    {
        at(seconds, CallEvent{0, end, CallEvent::What::Begin, call, fromSeconds(seconds + kStart)});
    }
    void finishCall(double seconds, Host end, const char* call, double began, std::int64_t result, int errorNumber = 0)
    {
        at(seconds, CallEvent{0, end, CallEvent::What::End, call, fromSeconds(began + kStart), result, errorNumber,
                              result > 0 ? result : 0});
    }
    void fault(double seconds, FaultEvent::What what, int id = 0)
    {
        const auto& faults = m_timeline.experiment().faults;
        at(seconds, FaultEvent{id, what, faults.at(static_cast<std::size_t>(id)), RunTime{20'000}, {}});
    }
    void end(double seconds) { at(seconds, FinishedEvent{}); }

    [[nodiscard]] SampleRun finish(std::string name, bool live = false)
    {
        auto predictions = predict(m_timeline.asExecuted(), m_timeline.kernel(), m_timeline.endsAtFault());
        return {std::move(name), std::move(m_timeline), std::move(predictions), live};
    }

private:
    Timeline m_timeline;
};

Experiment experimentWith(Endpoint client, Fault fault, const char* title)
{
    Experiment experiment;
    experiment.title = title;
    experiment.timeLimitSeconds = 60;
    experiment.pairs.push_back({"reader", std::move(client), Endpoint{}});
    experiment.faults.push_back(fault);
    return experiment;
}

Endpoint reader(bool keepalive)
{
    Endpoint end;
    end.activity = Activity::Recv;
    if (keepalive) {
        end.options.keepAlive = true;
        end.options.keepIdleSeconds = 5;
        end.options.keepIntervalSeconds = 3;
        end.options.keepCount = 3;
    }
    return end;
}

void armReader(Script& script)
{
    script.begin(0, Host::Client, "recv");
    script.row(0.02, Host::Client, KernelTimer::Keepalive, 4.93);
    script.row(0.02, Host::Server, KernelTimer::None);
}

/// Idle 5/3/3 up to `until`; the lost probes of the classic run.
void playKeepalive(Script& script, double until)
{
    armReader(script);
    script.fault(1.0, FaultEvent::What::Applied);
    const double probes[] = {5.07, 8.142, 11.214};
    for (int i = 0; i < 3; ++i) {
        if (probes[i] > until)
            return;
        script.packet(probes[i], Host::Client, PacketKind::Probe, PacketFate::Dropped);
        if (probes[i] + 0.05 < until)
            script.row(probes[i] + 0.05, Host::Client, KernelTimer::Keepalive, 2.95, i + 1);
    }
}

} // namespace

Experiment plan()
{
    return experimentWith(reader(true), Fault{}, "Idle reader, keepalive 5/3/3");
}

Experiment planWithoutKeepalive()
{
    return experimentWith(reader(false), Fault{}, "Idle reader, no keepalive");
}

SampleRun idleKeepalive()
{
    Script script(plan());
    playKeepalive(script, 20);
    script.packet(14.2861, Host::Client, PacketKind::Rst, PacketFate::Dropped);
    script.finishCall(14.2863, Host::Client, "recv", 0, -1, ETIMEDOUT);
    script.gone(14.33, Host::Client);
    script.end(14.5);
    return script.finish("idle-keepalive");
}

SampleRun liveRun()
{
    Script script(plan());
    playKeepalive(script, 9.3);
    script.at(9.3, NoteEvent{"still waiting"});
    return script.finish("live", true);
}

SampleRun healedInTime()
{
    Experiment experiment = plan();
    experiment.title = "Cut, and healed before the last probe";
    experiment.faults[0].healAfterSeconds = 6;
    Script script(experiment);
    armReader(script);
    script.fault(1.0, FaultEvent::What::Applied);
    script.packet(5.07, Host::Client, PacketKind::Probe, PacketFate::Dropped);
    script.row(5.12, Host::Client, KernelTimer::Keepalive, 2.95, 1);
    script.fault(7.0, FaultEvent::What::Healed);
    for (int i = 0; i < 3; ++i) {
        const double time = 8.142 + 5.12 * i;
        script.packet(time, Host::Client, PacketKind::Probe);
        script.packet(time + 0.0001, Host::Server, PacketKind::Answer);
        script.row(time + 0.05, Host::Client, KernelTimer::Keepalive, i == 0 ? 2.95 : 4.95);
        if (i == 0)
            script.row(time + 3.1, Host::Client, KernelTimer::Keepalive, 1.96);
    }
    script.end(20);
    return script.finish("healed");
}

SampleRun requestRetransmits()
{
    Endpoint end = reader(false);
    end.activity = Activity::Request;
    Experiment experiment = experimentWith(end, Fault{}, "A request into a cut cable, tcp_retries2 = 5");
    experiment.sysctl["tcp_retries2"] = 5;
    Script script(experiment);
    script.begin(0, Host::Client, "recv");
    script.row(0.02, Host::Client, KernelTimer::None);
    script.row(0.02, Host::Server, KernelTimer::None);
    script.fault(1.0, FaultEvent::What::Applied);
    script.packet(1.05, Host::Client, PacketKind::Data, PacketFate::Dropped, 64);
    script.row(1.07, Host::Client, KernelTimer::Retransmit, 0.19, 0, 0, 64);
    const double times[] = {1.258, 1.47, 1.886, 2.718, 4.382, 7.71};
    const double next[] = {0.208, 0.412, 0.828, 1.66, 3.33, 6.65};
    for (int i = 0; i < 6; ++i) {
        script.packet(times[i], Host::Client, PacketKind::Retransmission, PacketFate::Dropped, 64);
        script.row(times[i] + 0.04, Host::Client, KernelTimer::Retransmit, next[i] - 0.045, 0, i, 64);
    }
    script.finishCall(14.40, Host::Client, "recv", 0, -1, ETIMEDOUT);
    script.gone(14.45, Host::Client);
    script.end(14.6);
    return script.finish("request");
}

SampleRun fullSpeedSender()
{
    Endpoint end;
    end.activity = Activity::Send;
    Endpoint sink;
    sink.activity = Activity::Recv;
    Experiment experiment = experimentWith(end, Fault{}, "Sender at full speed, tcp_retries2 = 5");
    experiment.pairs[0].name = "sender";
    experiment.pairs[0].server = sink;
    experiment.sysctl["tcp_retries2"] = 5;
    experiment.faults[0].atSeconds = 3;
    Script script(experiment);
    for (int i = 0; i < 29; ++i) {
        const double first = i * 0.1;
        script.at(first + 0.1, FlowEvent{0, Host::Client, fromSeconds(first + kStart), 1800, 117'000'000});
        script.at(first + 0.1, FlowEvent{0, Host::Server, fromSeconds(first + kStart), 900, 0});
        script.at(first + 0.1, CallEvent{0, Host::Client, CallEvent::What::Burst, "send", fromSeconds(first + kStart),
                                         65536, 0, 117'000'000, 1800});
        script.at(first + 0.1, CallEvent{0, Host::Server, CallEvent::What::Burst, "recv", fromSeconds(first + kStart),
                                         65536, 0, 117'000'000, 2400});
        script.row(first + 0.05, Host::Client, KernelTimer::Retransmit, 0.2, 0, 0,
                   400'000U + static_cast<std::uint32_t>(i % 5) * 150'000U);
        script.row(first + 0.05, Host::Server, KernelTimer::None);
    }
    script.fault(3.0, FaultEvent::What::Applied);
    script.begin(2.95, Host::Client, "send");
    script.begin(2.95, Host::Server, "recv");
    for (int i = 0; i < 14; ++i)
        script.packet(3.0002 + i * 0.0001, Host::Client, PacketKind::Data, PacketFate::Dropped, 1448);
    script.row(3.05, Host::Client, KernelTimer::Retransmit, 0.17, 0, 0, 2'600'000);
    const double times[] = {3.21, 3.63, 4.46, 6.12, 9.45};
    const double next[] = {0.416, 0.83, 1.66, 3.33, 6.65};
    for (int i = 0; i < 5; ++i) {
        script.packet(times[i], Host::Client, PacketKind::Retransmission, PacketFate::Dropped, 1448);
        script.row(times[i] + 0.04, Host::Client, KernelTimer::Retransmit, next[i] - 0.045, 0, i + 1, 2'600'000);
    }
    script.finishCall(16.13, Host::Client, "send", 2.95, -1, ETIMEDOUT);
    script.gone(16.17, Host::Client);
    script.end(17);
    return script.finish("full-speed");
}

SampleRun killedPeer()
{
    Fault fault;
    fault.kind = FaultKind::Kill;
    fault.atSeconds = 2;
    Script script(experimentWith(reader(true), fault, "The peer is killed"));
    armReader(script);
    script.fault(2.0, FaultEvent::What::Applied);
    script.at(2.0004, ProcessEvent{Host::Server, ProcessEvent::What::Ended, 4712, SIGKILL, {}});
    script.packet(2.0006, Host::Server, PacketKind::Fin);
    script.finishCall(2.0009, Host::Client, "recv", 0, 0);
    script.packet(2.0411, Host::Client, PacketKind::Ack);
    script.row(2.05, Host::Client, KernelTimer::Keepalive, 2.95, 0, 0, 0, TcpState::CloseWait);
    script.row(2.05, Host::Server, KernelTimer::Keepalive, 59.9, 0, 0, 0, TcpState::FinWait2);
    script.end(3.0);
    return script.finish("killed");
}

SampleRun frozenPeer()
{
    Fault fault;
    fault.kind = FaultKind::Freeze;
    fault.atSeconds = 1;
    Script script(experimentWith(reader(true), fault, "The peer is frozen, its kernel answers"));
    armReader(script);
    script.fault(1.0, FaultEvent::What::Applied);
    script.at(1.0002, ProcessEvent{Host::Server, ProcessEvent::What::Stopped, 4712, 0, {}});
    for (int i = 0; i < 3; ++i) {
        const double time = 5.07 + 5.12 * i;
        script.packet(time, Host::Client, PacketKind::Probe);
        script.packet(time + 0.0001, Host::Server, PacketKind::Answer);
        script.row(time + 0.05, Host::Client, KernelTimer::Keepalive, 4.95);
    }
    script.end(18);
    return script.finish("frozen");
}

SampleRun neverNoticed()
{
    Experiment experiment = planWithoutKeepalive();
    experiment.timeLimitSeconds = 20;
    Script script(experiment);
    script.begin(0, Host::Client, "recv");
    script.row(0.02, Host::Client, KernelTimer::None);
    script.row(0.02, Host::Server, KernelTimer::None);
    script.fault(1.0, FaultEvent::What::Applied);
    script.end(20);
    return script.finish("never");
}

std::vector<SampleRun> all()
{
    std::vector<SampleRun> runs;
    runs.push_back(idleKeepalive());
    runs.push_back(liveRun());
    runs.push_back(healedInTime());
    runs.push_back(requestRetransmits());
    runs.push_back(fullSpeedSender());
    runs.push_back(killedPeer());
    runs.push_back(frozenPeer());
    runs.push_back(neverNoticed());
    return runs;
}

std::vector<SampleRun> hostStates()
{
    std::vector<SampleRun> runs;
    {
        Experiment experiment = plan();
        experiment.faults[0].direction = Direction::ToServer;
        Script script(experiment);
        playKeepalive(script, 6);
        script.packet(8.142, Host::Client, PacketKind::Probe, PacketFate::Dropped);
        script.at(8.4, NoteEvent{"on its way"});
        runs.push_back(script.finish("one-way", true));
    }
    {
        Experiment experiment = plan();
        experiment.faults[0].kind = FaultKind::CableOut;
        experiment.faults[0].host = Host::Client;
        Script script(experiment);
        armReader(script);
        script.fault(1.0, FaultEvent::What::Applied);
        script.at(4.2, NoteEvent{"waiting"});
        runs.push_back(script.finish("cable-out-client", true));
    }
    {
        Experiment experiment = plan();
        experiment.faults[0].kind = FaultKind::CableOut;
        experiment.faults[0].host = Host::Server;
        Script script(experiment);
        armReader(script);
        script.fault(1.0, FaultEvent::What::Applied);
        script.at(4.2, NoteEvent{"waiting"});
        runs.push_back(script.finish("cable-out-server", true));
    }
    {
        Experiment experiment = plan();
        experiment.place = PlaceKind::Loopback;
        experiment.path = PathKind::Loopback;
        Script script(experiment);
        script.at(0, PlaceEvent{PlaceKind::Loopback, "namespaces are not allowed here"});
        playKeepalive(script, 9.3);
        script.at(9.3, NoteEvent{"waiting"});
        runs.push_back(script.finish("loopback", true));
    }
    {
        Experiment experiment = plan();
        experiment.pairs[0].client.activity = Activity::Send;
        experiment.pairs[0].server.activity = Activity::Recv;
        Script script(experiment);
        script.row(0.02, Host::Client, KernelTimer::Retransmit, 0.2);
        script.row(0.02, Host::Server, KernelTimer::None);
        for (int i = 0; i < 20; ++i) {
            script.at(i * 0.1 + 0.1, FlowEvent{0, Host::Client, fromSeconds(i * 0.1 + kStart), 1800, 117'000'000});
            script.at(i * 0.1 + 0.1, FlowEvent{0, Host::Server, fromSeconds(i * 0.1 + kStart), 900, 0});
            script.at(i * 0.1 + 0.1, CallEvent{0, Host::Client, CallEvent::What::Burst, "send",
                                               fromSeconds(i * 0.1 + kStart), 65536, 0, 117'000'000, 1800});
        }
        runs.push_back(script.finish("stream", true));
    }
    {
        Script script(plan());
        armReader(script);
        script.packet(0.5, Host::Client, PacketKind::Probe);
        script.packet(0.5001, Host::Server, PacketKind::Answer);
        script.at(0.8, NoteEvent{"on its way"});
        runs.push_back(script.finish("whole", true));
    }
    return runs;
}

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

SampleRun missedProbe()
{
    Script script(plan());
    armReader(script);
    script.fault(1.0, FaultEvent::What::Applied);
    script.packet(5.07, Host::Client, PacketKind::Probe, PacketFate::Dropped);
    script.row(5.09, Host::Client, KernelTimer::Keepalive, 2.98, 1);
    script.packet(11.45, Host::Client, PacketKind::Probe, PacketFate::Dropped); // expected at 11.2
    script.row(11.47, Host::Client, KernelTimer::Keepalive, 2.98, 2);
    script.at(12.4, NoteEvent{"waiting"});
    return script.finish("missed-probe", true);
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
