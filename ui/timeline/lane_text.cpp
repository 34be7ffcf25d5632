// SPDX-License-Identifier: GPL-3.0-or-later
// The sentences that the lanes write, apart from how they paint them.
#include "ui/timeline/lane_text.h"

#include <QLocale>

#include "ui/faults/fault_text.h"
#include "ui/text/core_words.h"
#include "ui/theme/quantity_text.h"

namespace halfopen {

QString hostText(Host host)
{
    return host == Host::Client ? LaneText::tr("client") : LaneText::tr("server");
}

QString timerText(KernelTimer timer)
{
    switch (timer) {
    case KernelTimer::None:
        return LaneText::tr("no timer");
    case KernelTimer::Retransmit:
        return LaneText::tr("retransmission");
    case KernelTimer::Keepalive:
        return LaneText::tr("keepalive");
    case KernelTimer::TimeWait:
        return LaneText::tr("TIME-WAIT");
    case KernelTimer::WindowProbe:
        return LaneText::tr("window probe");
    }
    return {};
}

QString packetText(PacketKind kind)
{
    switch (kind) {
    case PacketKind::Syn:
        return QStringLiteral("SYN");
    case PacketKind::SynAck:
        return QStringLiteral("SYN-ACK");
    case PacketKind::Data:
        return LaneText::tr("data");
    case PacketKind::Retransmission:
        return LaneText::tr("resent", "a retransmitted packet, as short as can be");
    case PacketKind::Ack:
        return QStringLiteral("ACK");
    case PacketKind::Probe:
        return LaneText::tr("probe");
    case PacketKind::Answer:
        return LaneText::tr("answer");
    case PacketKind::Fin:
        return QStringLiteral("FIN");
    case PacketKind::Rst:
        return QStringLiteral("RST");
    case PacketKind::Icmp:
        return QStringLiteral("ICMP");
    case PacketKind::Arp:
        return QStringLiteral("ARP");
    case PacketKind::Ndp:
        return QStringLiteral("NDP");
    case PacketKind::Other:
        return LaneText::tr("other");
    }
    return {};
}

QStringList sentAgainTexts(std::optional<int> number)
{
    if (!number)
        return {LaneText::tr("retransmission"), packetText(PacketKind::Retransmission)};
    if (*number == kLossProbe)
        return {LaneText::tr("loss probe", "tail-loss probe"), QStringLiteral("TLP")};
    return {LaneText::tr("retransmission %1").arg(*number), LaneText::tr("%1 %2", "packet kind, number").arg(packetText(PacketKind::Retransmission)).arg(*number),
            QString::number(*number)};
}

QString fateText(const Packet& packet, const QString& name)
{
    switch (packet.fate) {
    case PacketFate::Dropped:
    case PacketFate::Lost:
        return LaneText::tr("%1 lost", "a packet's name").arg(name);
    case PacketFate::Rejected:
        return LaneText::tr("%1 rejected", "a packet's name").arg(name);
    case PacketFate::Delivered:
        break;
    }
    if (packet.isMade)
        return LaneText::tr("%1 made on the way", "a packet's name").arg(name);
    if (packet.delayMs > 0)
        return LaneText::tr("%1 +%2 ms", "a packet's name, by how much it was held back").arg(name).arg(packet.delayMs);
    return name;
}

QString stateText(TcpState state)
{
    const std::string_view text = name(state);
    return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
}

namespace {

QString toHost(Direction direction, const QString& text)
{
    switch (direction) {
    case Direction::Both:
        return text;
    case Direction::ToServer:
        return LaneText::tr("%1, to the server", "what happens to packets").arg(text);
    case Direction::ToClient:
        break;
    }
    return LaneText::tr("%1, to the client", "what happens to packets").arg(text);
}

/// Of a drop that chooses: "2nd probe lost" cannot be said in every language, "probe no. 2 lost" can.
QString chosenText(const Fault& fault)
{
    const QString share = QLocale().toString(fault.percent, 'g', 4);
    switch (fault.only) {
    case PacketChoice::Any:
        return fault.nth ? LaneText::tr("packet no. %1 lost").arg(*fault.nth) : LaneText::tr("%1 % of packets lost").arg(share);
    case PacketChoice::Data:
        return fault.nth ? LaneText::tr("data packet no. %1 lost").arg(*fault.nth)
                         : LaneText::tr("%1 % of data lost").arg(share);
    case PacketChoice::Ack:
        return fault.nth ? LaneText::tr("ACK no. %1 lost").arg(*fault.nth) : LaneText::tr("%1 % of ACKs lost").arg(share);
    case PacketChoice::KeepaliveProbe:
        break;
    }
    return fault.nth ? LaneText::tr("probe no. %1 lost").arg(*fault.nth) : LaneText::tr("%1 % of probes lost").arg(share);
}

} // namespace

QString faultText(const Fault& fault, bool onLoopback)
{
    const QString host = hostText(fault.host);
    switch (fault.kind) {
    case FaultKind::Drop:
        if (!dropsAll(fault))
            return toHost(fault.direction, chosenText(fault));
        if (fault.direction == Direction::ToServer)
            return LaneText::tr("cut to the server");
        if (fault.direction == Direction::ToClient)
            return LaneText::tr("cut to the client");
        return onLoopback ? LaneText::tr("deaf", "both sockets stop hearing each other") : LaneText::tr("cut");
    case FaultKind::CableOut:
        return LaneText::tr("cable out: %1", "host").arg(host);
    case FaultKind::Kill:
        return LaneText::tr("%1 killed", "host").arg(host);
    case FaultKind::Freeze:
        return LaneText::tr("%1 frozen", "host").arg(host);
    case FaultKind::Delay:
        return toHost(fault.direction, LaneText::tr("+%1 ms", "each packet is delayed").arg(QLocale().toString(fault.delayMs)));
    case FaultKind::Reset:
        return LaneText::tr("reset");
    case FaultKind::Reject:
        return toHost(fault.direction, LaneText::tr("rejected: %1", "a router's answer").arg(answerText(fault.with)));
    case FaultKind::NatForget:
        return LaneText::tr("NAT forgets after %1 idle").arg(durationText(fault.idleSeconds));
    case FaultKind::InterfaceDown:
        return LaneText::tr("interface down: %1", "host").arg(host);
    case FaultKind::RouteRemoved:
        return LaneText::tr("no route: %1", "host").arg(host);
    case FaultKind::AddressRemoved:
        return LaneText::tr("no address: %1", "host").arg(host);
    case FaultKind::NeighbourLost:
        return LaneText::tr("no neighbour: %1", "host").arg(host);
    case FaultKind::LocalDrop:
        return LaneText::tr("queue drops: %1", "host").arg(host);
    case FaultKind::PowerOff:
        return LaneText::tr("%1 off", "host").arg(host);
    case FaultKind::Reboot:
        return LaneText::tr("%1 reboots", "host").arg(host);
    case FaultKind::Destroy:
        return LaneText::tr("%1: socket destroyed", "host").arg(host);
    }
    return {};
}

QString briefText(const Fault& fault, bool onLoopback)
{
    switch (fault.kind) {
    case FaultKind::Drop:
        if (!dropsAll(fault))
            return LaneText::tr("loss", "some packets are dropped, short");
        return onLoopback ? LaneText::tr("deaf", "both sockets stop hearing each other") : LaneText::tr("cut");
    case FaultKind::CableOut:
        return LaneText::tr("cable out", "a fault, short");
    case FaultKind::Kill:
        return LaneText::tr("killed", "a program, short");
    case FaultKind::Freeze:
        return LaneText::tr("frozen", "a program, short");
    case FaultKind::Delay:
        return LaneText::tr("delay", "of packets, short");
    case FaultKind::Reset:
        return LaneText::tr("reset");
    case FaultKind::Reject:
        return LaneText::tr("rejected", "packets, short");
    case FaultKind::NatForget:
        return LaneText::tr("NAT forgets", "a fault, short");
    case FaultKind::InterfaceDown:
        return LaneText::tr("interface down", "a fault, short");
    case FaultKind::RouteRemoved:
        return LaneText::tr("no route", "a fault, short");
    case FaultKind::AddressRemoved:
        return LaneText::tr("no address", "a fault, short");
    case FaultKind::NeighbourLost:
        return LaneText::tr("no neighbour", "a fault, short");
    case FaultKind::LocalDrop:
        return LaneText::tr("queue drops", "a fault, short");
    case FaultKind::PowerOff:
        return LaneText::tr("power off", "a fault, short");
    case FaultKind::Reboot:
        return LaneText::tr("reboot", "a fault, short");
    case FaultKind::Destroy:
        return LaneText::tr("destroyed", "a socket, short");
    }
    return {};
}

QString healText(const Fault& fault)
{
    switch (fault.kind) {
    case FaultKind::Drop:
        return LaneText::tr("healed");
    case FaultKind::CableOut:
        return LaneText::tr("plugged in");
    case FaultKind::Freeze:
        return LaneText::tr("thawed");
    case FaultKind::Delay:
    case FaultKind::Reject:
    case FaultKind::NatForget:
    case FaultKind::LocalDrop:
        return LaneText::tr("healed");
    case FaultKind::InterfaceDown:
        return LaneText::tr("interface up");
    case FaultKind::RouteRemoved:
        return LaneText::tr("route back");
    case FaultKind::AddressRemoved:
        return LaneText::tr("address back");
    case FaultKind::NeighbourLost:
        return LaneText::tr("neighbour back");
    case FaultKind::Reboot:
        return LaneText::tr("host back", "after its reboot");
    case FaultKind::Kill:
    case FaultKind::Reset:
    case FaultKind::PowerOff:
    case FaultKind::Destroy:
        break;
    }
    return {};
}

QStringList waitingTexts(const QString& call, const QString& time, bool inTheDark)
{
    const QString name = callText(call);
    if (call == verbatim(detectingCall(Activity::Heartbeat)))
        return {LaneText::tr("heartbeat: no answer for %1", "time").arg(time), LaneText::tr("no answer for %1", "time").arg(time), name};
    if (call == verbatim(detectingCall(Activity::Qt)))
        return {LaneText::tr("QTcpSocket: no signal for %1", "time").arg(time), LaneText::tr("no signal for %1", "time").arg(time), name};
    QStringList texts;
    if (inTheDark)
        texts << LaneText::tr("%1 blocked %2: the program knows nothing", "call, time").arg(name, time)
              << LaneText::tr("%1 blocked %2: knows nothing", "call, time").arg(name, time);
    texts << LaneText::tr("%1 blocked %2", "call, time").arg(name, time) << LaneText::tr("%1 blocked", "call").arg(name)
          << name;
    return texts;
}

QString endingText(const Ending& ending)
{
    return endingText(QString::fromStdString(ending.span ? ending.span->call : ending.call), ending.result, ending.errorNumber);
}

QString endingText(const PredictionMode& expected)
{
    return endingText(QString::fromStdString(expected.call), expected.result, expected.errorNumber);
}

QString untriedText(const RunFacts& facts, int pair, Host end)
{
    if (const Prediction* const prediction = facts.prediction(pair, end); prediction && !prediction->applicable)
        return LaneText::tr("does not look");
    if (!facts.hasRun || facts.faultMade)
        return {};
    if (facts.live)
        return LaneText::tr("waits for the fault");
    return facts.experiment->faults.empty() ? QString() : LaneText::tr("ended before the fault", "a run");
}

QString predictedText(const Prediction& prediction)
{
    if (prediction.livesOn())
        return LaneText::tr("lives on", "a connection");
    if (prediction.never())
        return LaneText::tr("never");
    QStringList parts;
    const auto text = [](const Interval& at) {
        return at.earliest.count() == 0 ? LaneText::tr("within %1", "time").arg(durationText(toSeconds(at.latest)))
                                        : intervalText(at);
    };
    for (const PredictionMode& mode : prediction.modes)
        parts << text(mode.at);
    if (parts.size() > 2)
        parts = {text(prediction.hull())};
    if (prediction.mayBeNever)
        parts << LaneText::tr("never");
    return parts.join(LaneText::tr(" or "));
}

} // namespace halfopen
