// SPDX-License-Identifier: GPL-3.0-or-later
// The faults that can be made, by the place where they happen.
#include "ui/faults/fault_catalogue.h"

#include "core/timeline.h"

#include <array>

namespace halfopen {

namespace {

constexpr double kShortMemory = 5; // s of silence that a middlebox forgives until the user says how many

constexpr std::array kCatalogue{
    CataloguedFault{"clientKill", FaultPlace::Client, FaultKind::Kill, Host::Client},
    CataloguedFault{"clientFreeze", FaultPlace::Client, FaultKind::Freeze, Host::Client},
    CataloguedFault{"clientDestroy", FaultPlace::Client, FaultKind::Destroy, Host::Client},
    CataloguedFault{"clientPowerOff", FaultPlace::Client, FaultKind::PowerOff, Host::Client},
    CataloguedFault{"clientReboot", FaultPlace::Client, FaultKind::Reboot, Host::Client},
    CataloguedFault{"clientInterfaceDown", FaultPlace::Client, FaultKind::InterfaceDown, Host::Client},
    CataloguedFault{"clientAddressRemoved", FaultPlace::Client, FaultKind::AddressRemoved, Host::Client},
    CataloguedFault{"clientRouteRemoved", FaultPlace::Client, FaultKind::RouteRemoved, Host::Client},
    CataloguedFault{"clientNeighbourLost", FaultPlace::Client, FaultKind::NeighbourLost, Host::Client},
    CataloguedFault{"clientLocalDrop", FaultPlace::Client, FaultKind::LocalDrop, Host::Client},
    CataloguedFault{"clientCableOut", FaultPlace::ClientCable, FaultKind::CableOut, Host::Client},
    CataloguedFault{"drop", FaultPlace::Router, FaultKind::Drop, Host::Server},
    CataloguedFault{"delay", FaultPlace::Router, FaultKind::Delay, Host::Server},
    CataloguedFault{"reject", FaultPlace::Router, FaultKind::Reject, Host::Server},
    CataloguedFault{"reset", FaultPlace::Router, FaultKind::Reset, Host::Server},
    CataloguedFault{"natForget", FaultPlace::Router, FaultKind::NatForget, Host::Server},
    CataloguedFault{"serverCableOut", FaultPlace::ServerCable, FaultKind::CableOut, Host::Server},
    CataloguedFault{"serverKill", FaultPlace::Server, FaultKind::Kill, Host::Server},
    CataloguedFault{"serverFreeze", FaultPlace::Server, FaultKind::Freeze, Host::Server},
    CataloguedFault{"serverDestroy", FaultPlace::Server, FaultKind::Destroy, Host::Server},
    CataloguedFault{"serverPowerOff", FaultPlace::Server, FaultKind::PowerOff, Host::Server},
    CataloguedFault{"serverReboot", FaultPlace::Server, FaultKind::Reboot, Host::Server},
    CataloguedFault{"serverInterfaceDown", FaultPlace::Server, FaultKind::InterfaceDown, Host::Server},
    CataloguedFault{"serverAddressRemoved", FaultPlace::Server, FaultKind::AddressRemoved, Host::Server},
    CataloguedFault{"serverRouteRemoved", FaultPlace::Server, FaultKind::RouteRemoved, Host::Server},
    CataloguedFault{"serverNeighbourLost", FaultPlace::Server, FaultKind::NeighbourLost, Host::Server},
    CataloguedFault{"serverLocalDrop", FaultPlace::Server, FaultKind::LocalDrop, Host::Server},
};

} // namespace

std::span<const CataloguedFault> faultCatalogue()
{
    return kCatalogue;
}

bool covers(const CataloguedFault& entry, const Fault& fault)
{
    return entry.kind == fault.kind && (!actsAtHost(fault.kind) || entry.host == fault.host);
}

Fault faultOf(const CataloguedFault& entry, Direction direction)
{
    Fault fault = defaultFault(entry.kind);
    fault.atSeconds = 0;
    fault.host = entry.host;
    if (entry.kind == FaultKind::NatForget)
        fault.idleSeconds = kShortMemory; // with none at all it would be a drop
    fault.direction = actsAtHost(entry.kind) ? Direction::Both : direction;
    return fault;
}

FaultSurroundings FaultSurroundings::of(const Experiment& experiment, const QString& noNamespaces)
{
    return {pathOf(experiment), noNamespaces};
}

PathKind pathOf(const Experiment& experiment, const Timeline* run)
{
    const bool onLoopback = run != nullptr && run->place() ? run->place()->place == PlaceKind::Loopback : experiment.place == PlaceKind::Loopback;
    if (onLoopback)
        return PathKind::Loopback;
    // The place that was got counts: a run that is not on loopback has its hosts.
    return run != nullptr && run->place() && experiment.path == PathKind::Loopback ? PathKind::Routed : experiment.path;
}

} // namespace halfopen
