// SPDX-License-Identifier: GPL-3.0-or-later
// Runs written by hand, event by event, for tests and pictures of the views.
#include "sample_runs.h"

#include <cerrno>
#include <csignal>
#include <string>
#include <utility>

#include "sample_script.h"

namespace halfopen::samples {

namespace {

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

} // namespace halfopen::samples
