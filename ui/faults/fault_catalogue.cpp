// SPDX-License-Identifier: GPL-3.0-or-later
// The faults that can be made, by the place where they happen.
#include "ui/faults/fault_catalogue.h"

#include <QCoreApplication>

namespace halfopen {

namespace {

struct FaultText final
{
    Q_DECLARE_TR_FUNCTIONS(halfopen::FaultText)
};

constexpr std::array kCatalogue{
    CataloguedFault{"clientKill", FaultPlace::Client, FaultKind::Kill, Host::Client},
    CataloguedFault{"clientFreeze", FaultPlace::Client, FaultKind::Freeze, Host::Client},
    CataloguedFault{"clientCableOut", FaultPlace::ClientCable, FaultKind::CableOut, Host::Client},
    CataloguedFault{"drop", FaultPlace::Router, FaultKind::Drop, Host::Server},
    CataloguedFault{"serverCableOut", FaultPlace::ServerCable, FaultKind::CableOut, Host::Server},
    CataloguedFault{"serverKill", FaultPlace::Server, FaultKind::Kill, Host::Server},
    CataloguedFault{"serverFreeze", FaultPlace::Server, FaultKind::Freeze, Host::Server},
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
    return Fault{entry.kind, 0, std::nullopt, entry.host,
                 actsAtHost(entry.kind) ? Direction::Both : direction};
}

FaultSurroundings FaultSurroundings::of(const Experiment& experiment, const QString& noNamespaces)
{
    return {experiment.place == PlaceKind::Loopback || experiment.path == PathKind::Loopback, noNamespaces};
}

QString obstacle(const CataloguedFault& entry, const FaultSurroundings& where)
{
    if (entry.kind != FaultKind::CableOut)
        return {};
    if (where.onLoopback)
        return FaultText::tr("Loopback has no cable: choose another place than loopback for hosts of their own.");
    if (!where.noNamespaces.isEmpty())
        return FaultText::tr("This needs hosts of their own, which this machine does not offer. %1",
                             "the reason and what would help")
            .arg(where.noNamespaces);
    return {};
}

QString placeText(FaultPlace place, bool onLoopback)
{
    switch (place) {
    case FaultPlace::Client:
        return FaultText::tr("Client", "place of a fault");
    case FaultPlace::ClientCable:
        return FaultText::tr("Client's cable", "place of a fault");
    case FaultPlace::Router:
        return onLoopback ? FaultText::tr("Loopback", "place of a fault") : FaultText::tr("Router", "place of a fault");
    case FaultPlace::ServerCable:
        return FaultText::tr("Server's cable", "place of a fault");
    case FaultPlace::Server:
        break;
    }
    return FaultText::tr("Server", "place of a fault");
}

QString deedText(const CataloguedFault& entry, bool onLoopback)
{
    switch (entry.kind) {
    case FaultKind::Kill:
        return FaultText::tr("Kill the program (SIGKILL)");
    case FaultKind::Freeze:
        return FaultText::tr("Freeze the program (SIGSTOP)");
    case FaultKind::CableOut:
        return FaultText::tr("Pull the cable out");
    case FaultKind::Drop:
        break;
    }
    return onLoopback ? FaultText::tr("Make the sockets deaf") : FaultText::tr("Drop all packets");
}

QString shortText(const CataloguedFault& entry, bool onLoopback)
{
    switch (entry.kind) {
    case FaultKind::Kill:
        return FaultText::tr("Kill program", "short");
    case FaultKind::Freeze:
        return FaultText::tr("Freeze program", "short");
    case FaultKind::CableOut:
        return FaultText::tr("Pull out", "a cable, short");
    case FaultKind::Drop:
        break;
    }
    return onLoopback ? FaultText::tr("Deafen sockets", "short") : FaultText::tr("Drop packets", "short");
}

QString cureText(const CataloguedFault& entry)
{
    switch (entry.kind) {
    case FaultKind::Freeze:
        return FaultText::tr("Let the program go on (SIGCONT)");
    case FaultKind::CableOut:
        return FaultText::tr("Plug the cable in");
    case FaultKind::Drop:
        return FaultText::tr("Let all packets pass again");
    case FaultKind::Kill:
        break;
    }
    return {};
}

QString effectText(const CataloguedFault& entry, bool onLoopback)
{
    switch (entry.kind) {
    case FaultKind::Kill:
        return FaultText::tr("The program dies at once. Its kernel lives on, closes the socket and tells the peer with "
                             "a FIN, or with a RST where data was left unread.");
    case FaultKind::Freeze:
        return FaultText::tr("The program stops and reads nothing more. Its kernel goes on answering probes, so the "
                             "peer's keepalive is content.");
    case FaultKind::CableOut:
        return FaultText::tr("This host loses its carrier. The router and the other host see nothing of it; packets "
                             "are lost at the plug.");
    case FaultKind::Drop:
        break;
    }
    return onLoopback ? FaultText::tr("The sockets ask for packets that have passed no hop (IP_MINTTL) and so hear "
                                      "nothing any more. Nobody is told.")
                      : FaultText::tr("The router takes the packets in and drops them. Nobody is told: both hosts keep "
                                      "their carrier.");
}

QString directionText(Direction direction)
{
    switch (direction) {
    case Direction::Both:
        return FaultText::tr("both ways");
    case Direction::ToServer:
        return FaultText::tr("to the server");
    case Direction::ToClient:
        break;
    }
    return FaultText::tr("to the client");
}

} // namespace halfopen
