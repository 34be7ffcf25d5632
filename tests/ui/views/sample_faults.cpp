// SPDX-License-Identifier: GPL-3.0-or-later
// Live runs with each kind of fault in force, for the drawing of the hosts.
#include <utility>

#include "sample_script.h"

namespace halfopen::samples {

namespace {

Fault kind(FaultKind of, Host host = Host::Server)
{
    Fault fault = defaultFault(of);
    fault.host = host;
    return fault;
}

/// All made at 1 s, looked at until 4.2 s. The last packet before was a probe at 0.5 s, unless one follows at `heard`.
SampleRun broken(std::string name, std::vector<Fault> faults, double heard = 0)
{
    Experiment experiment = plan();
    experiment.faults = std::move(faults);
    Script script(experiment);
    armReader(script);
    script.packet(0.5, Host::Client, PacketKind::Probe);
    for (std::size_t id = 0; id < experiment.faults.size(); ++id)
        script.fault(1.0, FaultEvent::What::Applied, static_cast<int>(id));
    if (heard > 0)
        script.packet(heard, Host::Client, PacketKind::Probe);
    script.at(4.2, NoteEvent{"waiting"});
    return script.finish(std::move(name), true);
}

} // namespace

std::vector<SampleRun> faultStates()
{
    std::vector<SampleRun> runs;
    Fault delay = kind(FaultKind::Delay);
    delay.delayMs = 150;
    runs.push_back(broken("delay", {delay}));
    for (const auto& [name, answer] : {std::pair{"reject-rst", RouterAnswer::Rst}, std::pair{"reject-host", RouterAnswer::IcmpHost},
                                       std::pair{"reject-port", RouterAnswer::IcmpPort}, std::pair{"reject-admin", RouterAnswer::IcmpAdmin}}) {
        Fault reject = kind(FaultKind::Reject);
        reject.with = answer;
        runs.push_back(broken(name, {reject}));
    }
    runs.push_back(broken("reset", {kind(FaultKind::Reset)}));
    Fault forget = kind(FaultKind::NatForget);
    forget.idleSeconds = 5;
    forget.with = RouterAnswer::Rst;
    runs.push_back(broken("nat-remembers", {forget}, 2.0));
    forget.idleSeconds = 2;
    runs.push_back(broken("nat-forgot", {forget}));
    Fault some = kind(FaultKind::Drop);
    some.percent = 30;
    runs.push_back(broken("drop-some", {some}));
    some.only = PacketChoice::Ack;
    some.direction = Direction::ToClient;
    runs.push_back(broken("drop-acks", {some}));
    Fault nth = kind(FaultKind::Drop);
    nth.nth = 2;
    nth.only = PacketChoice::KeepaliveProbe;
    runs.push_back(broken("drop-nth", {nth}));
    runs.push_back(broken("cut-and-delay", {delay, kind(FaultKind::Drop)}));
    runs.push_back(broken("three", {delay, some, nth}));
    for (const FaultKind each : {FaultKind::InterfaceDown, FaultKind::RouteRemoved, FaultKind::AddressRemoved, FaultKind::NeighbourLost,
                                 FaultKind::LocalDrop, FaultKind::PowerOff, FaultKind::Destroy, FaultKind::Kill, FaultKind::Freeze})
        runs.push_back(broken(std::string(halfopen::name(each)), {kind(each, Host::Client), kind(each, Host::Server)}));
    Fault reboot = kind(FaultKind::Reboot);
    reboot.backAfterSeconds = 5;
    runs.push_back(broken("reboots", {reboot}));
    {
        Experiment experiment = plan();
        experiment.faults = {reboot};
        Script script(experiment);
        armReader(script);
        script.fault(1.0, FaultEvent::What::Applied);
        script.fault(2.0, FaultEvent::What::Healed);
        script.at(4.2, NoteEvent{"waiting"});
        runs.push_back(script.finish("rebooted", true));
    }
    return runs;
}

} // namespace halfopen::samples
