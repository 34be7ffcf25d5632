// SPDX-License-Identifier: GPL-3.0-or-later
// The words for faults: what to do, what it does, what stands in its way.
#include "ui/faults/fault_text.h"

#include <QCoreApplication>

#include "core/place_words.h"
#include "ui/text/core_words.h"

namespace halfopen {

namespace {

struct FaultText final
{
    Q_DECLARE_TR_FUNCTIONS(halfopen::FaultText)
};

} // namespace

QString obstacle(const CataloguedFault& entry, const FaultSurroundings& where)
{
    const Result<void> works = worksOnLoopback(faultOf(entry));
    if (works)
        return {};
    const bool onLoopback = where.path == PathKind::Loopback;
    if (onLoopback && entry.kind == FaultKind::CableOut)
        return FaultText::tr("Loopback has no cable: choose another place than loopback for hosts of their own.");
    if (onLoopback)
        return fromCore(works.error().message);
    if (!where.noNamespaces.isEmpty())
        return FaultText::tr("This needs hosts of their own, which this machine does not offer. %1",
                             "the reason and what would help")
            .arg(QString(where.noNamespaces).remove(fromCore(kOrLoopback)).trimmed()); // which has no such fault
    return {};
}

QString middleText(PathKind path)
{
    switch (path) {
    case PathKind::Routed:
        return FaultText::tr("router");
    case PathKind::Direct:
        return FaultText::tr("switch", "between two hosts of one subnet");
    case PathKind::Loopback:
        break;
    }
    return FaultText::tr("loopback");
}

QString placeText(FaultPlace place, PathKind path)
{
    switch (place) {
    case FaultPlace::Client:
        return FaultText::tr("Client", "place of a fault");
    case FaultPlace::ClientCable:
        return FaultText::tr("Client's cable", "place of a fault");
    case FaultPlace::Router:
        return path == PathKind::Loopback ? FaultText::tr("Loopback", "place of a fault")
               : path == PathKind::Direct ? FaultText::tr("Switch", "place of a fault: between two hosts of one subnet")
                                          : FaultText::tr("Router", "place of a fault");
    case FaultPlace::ServerCable:
        return FaultText::tr("Server's cable", "place of a fault");
    case FaultPlace::Server:
        break;
    }
    return FaultText::tr("Server", "place of a fault");
}

QString deedText(const CataloguedFault& entry, PathKind path)
{
    switch (entry.kind) {
    case FaultKind::Kill:
        return FaultText::tr("Kill the program (SIGKILL)");
    case FaultKind::Freeze:
        return FaultText::tr("Freeze the program (SIGSTOP)");
    case FaultKind::CableOut:
        return FaultText::tr("Pull the cable out");
    case FaultKind::Delay:
        return FaultText::tr("Delay packets");
    case FaultKind::Reset:
        return FaultText::tr("Reset the connections (RST from the %1)", "router or switch").arg(middleText(path));
    case FaultKind::Reject:
        return FaultText::tr("Reject packets");
    case FaultKind::NatForget:
        return FaultText::tr("Forget idle connections (NAT)");
    case FaultKind::InterfaceDown:
        return FaultText::tr("Set the interface down");
    case FaultKind::RouteRemoved:
        return FaultText::tr("Remove the route");
    case FaultKind::AddressRemoved:
        return FaultText::tr("Remove the address");
    case FaultKind::NeighbourLost:
        return FaultText::tr("Lose the neighbour (ARP)");
    case FaultKind::LocalDrop:
        return FaultText::tr("Drop in the own queue");
    case FaultKind::PowerOff:
        return FaultText::tr("Power the host off");
    case FaultKind::Reboot:
        return FaultText::tr("Reboot the host");
    case FaultKind::Destroy:
        return FaultText::tr("Destroy the sockets (ss --kill)");
    case FaultKind::Drop:
        break;
    }
    return path == PathKind::Loopback ? FaultText::tr("Make the sockets deaf") : FaultText::tr("Drop all packets");
}

QString shortText(const CataloguedFault& entry, PathKind path)
{
    switch (entry.kind) {
    case FaultKind::Kill:
        return FaultText::tr("Kill program", "short");
    case FaultKind::Freeze:
        return FaultText::tr("Freeze program", "short");
    case FaultKind::CableOut:
        return FaultText::tr("Pull out", "a cable, short");
    case FaultKind::Delay:
        return FaultText::tr("Delay packets", "short");
    case FaultKind::Reset:
        return FaultText::tr("Reset", "short");
    case FaultKind::Reject:
        return FaultText::tr("Reject packets", "short");
    case FaultKind::NatForget:
        return FaultText::tr("NAT forgets", "short");
    case FaultKind::InterfaceDown:
        return FaultText::tr("Interface down", "short");
    case FaultKind::RouteRemoved:
        return FaultText::tr("Remove route", "short");
    case FaultKind::AddressRemoved:
        return FaultText::tr("Remove address", "short");
    case FaultKind::NeighbourLost:
        return FaultText::tr("Lose neighbour", "short");
    case FaultKind::LocalDrop:
        return FaultText::tr("Drop in queue", "short");
    case FaultKind::PowerOff:
        return FaultText::tr("Power off", "short");
    case FaultKind::Reboot:
        return FaultText::tr("Reboot", "short");
    case FaultKind::Destroy:
        return FaultText::tr("Destroy sockets", "short");
    case FaultKind::Drop:
        break;
    }
    return path == PathKind::Loopback ? FaultText::tr("Deafen sockets", "short") : FaultText::tr("Drop packets", "short");
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
    case FaultKind::Delay:
        return FaultText::tr("Hand packets on at once again");
    case FaultKind::Reject:
        return FaultText::tr("Let all packets pass again");
    case FaultKind::NatForget:
        return FaultText::tr("Remember connections again");
    case FaultKind::InterfaceDown:
        return FaultText::tr("Set the interface up");
    case FaultKind::RouteRemoved:
        return FaultText::tr("Put the route back");
    case FaultKind::AddressRemoved:
        return FaultText::tr("Put the address back");
    case FaultKind::NeighbourLost:
        return FaultText::tr("Bring the neighbour back");
    case FaultKind::LocalDrop:
        return FaultText::tr("Let the queue send again");
    case FaultKind::Reset:
    case FaultKind::PowerOff:
    case FaultKind::Reboot:
    case FaultKind::Destroy:
    case FaultKind::Kill:
        break;
    }
    return {};
}

QString effectText(const CataloguedFault& entry, PathKind path)
{
    switch (entry.kind) {
    case FaultKind::Kill:
        return FaultText::tr("The program dies at once. Its kernel lives on, closes the socket and tells the peer with "
                             "a FIN, or with a RST where data was left unread.");
    case FaultKind::Freeze:
        return FaultText::tr("The program stops and reads nothing more. Its kernel goes on answering probes, so the "
                             "peer's keepalive is content.");
    case FaultKind::CableOut:
        return FaultText::tr("This host loses its carrier. The %1 and the other host see nothing of it; packets "
                             "are lost at the plug.", "router or switch")
            .arg(middleText(path));
    case FaultKind::Delay:
        return FaultText::tr("The %1 hands every packet on later. Nothing is lost, but the round trip "
                             "grows, and with it the RTO.", "router or switch")
            .arg(middleText(path));
    case FaultKind::Reset:
        return FaultText::tr("The %1 injects a RST with the right sequence number into every "
                             "connection, as a firewall or an attacker may. Both ends fail at once.", "router or switch")
            .arg(middleText(path));
    case FaultKind::Reject:
        return FaultText::tr("The %1 hands nothing on and answers each packet with a RST or an ICMP "
                             "error. Keepalive ignores the ICMP; data in flight remembers it until its "
                             "limit is reached.", "router or switch")
            .arg(middleText(path));
    case FaultKind::NatForget:
        return FaultText::tr("The %1 forgets a connection that has been silent for the idle time, and "
                             "then takes its packets silently or answers with a RST. Keepalive probes in "
                             "time keep it alive.", "router or switch")
            .arg(middleText(path));
    case FaultKind::InterfaceDown:
        return FaultText::tr("The interface is switched off, and its routes go with it. No program is "
                             "told: a blocked recv() sleeps on.");
    case FaultKind::RouteRemoved:
        return FaultText::tr("The kernel has no way to the peer any more. Nothing leaves this host, and "
                             "its kernel knows it.");
    case FaultKind::AddressRemoved:
        return FaultText::tr("The address that the connection uses is gone. Nothing leaves this host, and "
                             "nothing that arrives is for it.");
    case FaultKind::NeighbourLost:
        return FaultText::tr("The next hop no longer answers ARP. After three requests the kernel gives "
                             "up, and data in flight learns EHOSTUNREACH.");
    case FaultKind::LocalDrop:
        return FaultText::tr("The host's own queue throws away what it sends. Its kernel is told of every "
                             "loss, so its timers run differently from a loss on the way.");
    case FaultKind::PowerOff:
        return FaultText::tr("The host is gone with all it knew. First the way is cut, so that not a word "
                             "gets out.");
    case FaultKind::Reboot:
        return FaultText::tr("The host is gone and comes back with the same address and no memory: the "
                             "first packet that reaches it is answered with a RST.");
    case FaultKind::Destroy:
        return FaultText::tr("The kernel aborts the sockets from outside the program, which gets "
                             "ECONNABORTED. The peer gets a RST.");
    case FaultKind::Drop:
        break;
    }
    return path == PathKind::Loopback ? FaultText::tr("The sockets ask for packets that have passed no hop (IP_MINTTL) and so hear "
                                      "nothing any more. Nobody is told.")
                      : FaultText::tr("The %1 takes the packets in and drops them. Nobody is told: both hosts keep "
                                      "their carrier.", "router or switch")
            .arg(middleText(path));
}

QString choiceText(PacketChoice choice)
{
    switch (choice) {
    case PacketChoice::Any:
        return FaultText::tr("all packets");
    case PacketChoice::Data:
        return FaultText::tr("data");
    case PacketChoice::Ack:
        return FaultText::tr("bare ACKs");
    case PacketChoice::KeepaliveProbe:
        break;
    }
    return FaultText::tr("keepalive probes");
}

QString answerText(RouterAnswer answer)
{
    switch (answer) {
    case RouterAnswer::Silent:
        return FaultText::tr("no answer");
    case RouterAnswer::Rst:
        return QStringLiteral("RST");
    case RouterAnswer::IcmpHost:
        return FaultText::tr("ICMP host unreachable");
    case RouterAnswer::IcmpNet:
        return FaultText::tr("ICMP net unreachable");
    case RouterAnswer::IcmpPort:
        return FaultText::tr("ICMP port unreachable");
    case RouterAnswer::IcmpAdmin:
        break;
    }
    return FaultText::tr("ICMP prohibited");
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
