// SPDX-License-Identifier: GPL-3.0-or-later
// The router's hands: takes a frame, and hands it on, holds it back, throws it away or answers it.
#include "agent/cable/forwarder.h"

#include <algorithm>
#include <arpa/inet.h>
#include <cerrno>
#include <cmath>
#include <random>
#include <sys/socket.h>

#include "agent/cable/cable.h"
#include "agent/cable/neighbours.h"

namespace halfopen {

namespace {

bool isIpv6(std::string_view address) { return address.find(':') != std::string_view::npos; }

std::array<std::uint8_t, 16> bytesOf(const std::string& address)
{
    std::array<std::uint8_t, 16> bytes{};
    ::inet_pton(isIpv6(address) ? AF_INET6 : AF_INET, address.c_str(), bytes.data());
    return bytes;
}

} // namespace

Forwarder::Forwarder(const Lab& lab, PacketRing client, PacketRing server, int pairs, Capture* capture)
    : m_lab(lab), m_pairs(pairs), m_capture(capture), m_rings{std::move(client), std::move(server)}, m_naming(kFirstServerPort, pairs), m_losses(lab),
      m_rules(static_cast<std::size_t>(pairs), std::random_device{}())
{
}

void Forwarder::apply(int id, const Fault& fault)
{
    const std::lock_guard lock{m_changing};
    m_changes.push_back({id, fault});
    m_hasChanges.store(true);
}

void Forwarder::lift(int id)
{
    const std::lock_guard lock{m_changing};
    m_changes.push_back({id, std::nullopt});
    m_hasChanges.store(true);
}

void Forwarder::takeChanges(RunTime now, std::vector<TimedPacket>& told)
{
    if (!m_hasChanges.load())
        return;
    std::vector<Change> changes;
    {
        const std::lock_guard lock{m_changing};
        changes.swap(m_changes);
        m_hasChanges.store(false);
    }
    for (const Change& change : changes) {
        if (!change.fault)
            m_rules.lift(change.id);
        else if (change.fault->kind == FaultKind::Reset)
            reset(now, change.fault->direction, told);
        else
            m_rules.apply(change.id, *change.fault);
    }
}

void Forwarder::pass(RunTime now, Host from, const RingFrame& frame, std::vector<TimedPacket>& told)
{
    const LabHost& source = m_lab.host(from);
    const LabHost& destination = m_lab.host(otherHost(from));
    if (m_lab.asksNeighbours() && passNeighbour(now, from, frame.bytes, told))
        return;
    if (m_capture != nullptr)
        m_asItCame.assign(frame.bytes.begin(), frame.bytes.end());
    const RouteStep step = m_lab.isDirect()
                               ? passFrame(frame.bytes, destination.mac)
                               : routeFrame(frame.bytes, source.routerMac, destination.routerMac, destination.mac);
    if (step == RouteStep::NotOurs)
        return;
    Packet packet = m_naming.nameOf(from, parseSegment(frame.bytes));
    PacketDecision decision;
    if (m_dropping[slotOf(from)].stops(now) || isIsolated(now))
        decision.fate = PacketFate::Dropped;
    else if (step == RouteStep::Expired || !frame.isWhole)
        decision.fate = PacketFate::Lost;
    else
        decision = m_rules.decide(now, packet);
    packet.fate = decision.fate;
    if (decision.fate == PacketFate::Delivered && decision.delay > RunTime{0}) {
        packet.fate = hold(from, now + decision.delay, frame.bytes);
        packet.delayMs = static_cast<int>(std::lround(toSeconds(decision.delay) * 1000));
    } else if (decision.fate == PacketFate::Delivered) {
        packet.fate = handOn(from, frame.bytes);
    }
    if (packet.fate == PacketFate::Delivered)
        m_naming.delivered(packet);
    else
        m_naming.undelivered(packet);
    told.push_back({now, packet});
    if (m_capture != nullptr)
        m_capture->add(now, from, m_asItCame, pcapng::Way::Inbound, packet);
    if (packet.fate == PacketFate::Rejected)
        answer(now, from, frame.bytes, decision.answer, packet.pair, told);
}

bool Forwarder::passNeighbour(RunTime now, Host from, std::span<const std::uint8_t> frame, std::vector<TimedPacket>& told)
{
    if (!isNeighbourFrame(frame))
        return false;
    const bool isDropped =
        m_lab.isDirect() ? isIsolated(now) || m_dropping[slotOf(from)].stops(now) : m_isolated[slotOf(from)].stops(now);
    const bool isLost = m_lab.isNeighbourLost(from) || (m_lab.isDirect() && m_lab.isNeighbourLost(otherHost(from)));
    const PacketKind kind = isIpv6(m_lab.host(from).address) ? PacketKind::Ndp : PacketKind::Arp;
    Packet packet{.from = from, .kind = kind};
    if (isDropped || isLost)
        packet.fate = PacketFate::Dropped;
    else if (m_lab.isDirect())
        packet.fate = handOn(from, frame);
    told.push_back({now, packet});
    if (m_capture != nullptr)
        m_capture->add(now, from, frame, pcapng::Way::Inbound, packet);
    if (m_lab.isDirect() || packet.fate != PacketFate::Delivered || !m_lab.isLinked(from))
        return true;
    const LabHost& asking = m_lab.host(from);
    const std::vector<std::uint8_t> made =
        answerNeighbour(frame, {isIpv6(asking.gateway), bytesOf(asking.gateway), asking.routerMac});
    if (!made.empty())
        sendMade(now, from, made, Packet{.kind = kind}, told);
    return true;
}

PacketFate Forwarder::handOn(Host from, std::span<const std::uint8_t> frame)
{
    if (!m_lab.isLinked(otherHost(from))) // send() would succeed into a queue that throws away
        return PacketFate::Dropped;
    // What has been delayed before goes first, also when the delay has been lifted since.
    if (DelayLine& line = m_delayed[slotOf(from)]; !line.empty())
        return line.put(RunTime{0}, frame) ? PacketFate::Delivered : PacketFate::Lost;
    const int refused = m_rings[slotOf(otherHost(from))].send(frame);
    if (refused == 0)
        return PacketFate::Delivered;
    if (refused == ENETDOWN)
        return PacketFate::Dropped;
    if (refused == ENOBUFS) // the receiving interface's own counter has it as well
        m_losses.noteTold(otherHost(from));
    return PacketFate::Lost;
}

PacketFate Forwarder::hold(Host from, RunTime due, std::span<const std::uint8_t> frame)
{
    return m_delayed[slotOf(from)].put(due, frame) ? PacketFate::Delivered : PacketFate::Lost;
}

std::optional<RunTime> Forwarder::nextRelease() const
{
    const auto client = m_delayed[0].nextDue();
    const auto server = m_delayed[1].nextDue();
    return client && server ? std::min(*client, *server) : client ? client : server;
}

void Forwarder::release(RunTime now)
{
    for (const Host from : {Host::Client, Host::Server}) {
        DelayLine& line = m_delayed[slotOf(from)];
        for (auto frame = line.take(now); !frame.empty(); frame = line.take(now)) {
            if (isIsolated(now) || !m_lab.isLinked(otherHost(from)))
                continue;
            const int refused = m_rings[slotOf(otherHost(from))].send(frame);
            if (refused == ENOBUFS)
                m_losses.noteTold(otherHost(from));
            if (refused != 0 && refused != ENETDOWN)
                ++m_lateLosses;
        }
    }
}

/// On a wire what is made comes, as it seems, from the peer itself.
LinkEnds Forwarder::linksTo(Host host) const
{
    return {m_lab.isDirect() ? m_lab.host(otherHost(host)).mac : m_lab.host(host).routerMac, m_lab.host(host).mac};
}

void Forwarder::sendMade(RunTime now, Host to, const std::vector<std::uint8_t>& frame, Packet packet, std::vector<TimedPacket>& told)
{
    packet.from = otherHost(to);
    packet.isMade = true;
    const bool reaches = m_lab.isLinked(to) && !m_isolated[slotOf(to)].stops(now);
    packet.fate = reaches && m_rings[slotOf(to)].send(frame) == 0 ? PacketFate::Delivered : PacketFate::Dropped;
    told.push_back({now, packet});
    if (m_capture != nullptr)
        m_capture->add(now, to, frame, pcapng::Way::Outbound, packet);
}

void Forwarder::answer(RunTime now, Host to, std::span<const std::uint8_t> frame, RouterAnswer answer, int pair,
                       std::vector<TimedPacket>& told)
{
    if (answer == RouterAnswer::Rst) {
        if (const auto made = resetAnswering(linksTo(to), frame)) {
            Packet packet = m_naming.nameOfMade(otherHost(to), parseSegment(*made));
            sendMade(now, to, *made, packet, told);
        }
        return;
    }
    if (isIcmpError(frame) || !m_icmp[slotOf(to)].allows(now))
        return;
    const auto made = unreachableFrame(linksTo(to), frame, answer, bytesOf(m_lab.host(to).gateway));
    if (!made)
        return;
    Packet packet;
    packet.pair = pair;
    packet.kind = PacketKind::Icmp;
    sendMade(now, to, *made, packet, told);
}

/// Both ends of every connection that has been seen: each hears it from its peer, as it seems.
void Forwarder::reset(RunTime now, Direction direction, std::vector<TimedPacket>& told)
{
    for (int pair = 0; pair < m_pairs; ++pair) {
        for (const Host to : {Host::Client, Host::Server}) {
            if (direction != Direction::Both && (direction == Direction::ToServer) != (to == Host::Server))
                continue;
            const auto expected = m_naming.expectedBy(pair, to);
            if (!expected)
                continue;
            const std::string& address = m_lab.host(to).address;
            const auto serverPort = static_cast<std::uint16_t>(kFirstServerPort + pair);
            const FlowEnds flow{.isIpv6 = isIpv6(address),
                                .source = bytesOf(m_lab.host(otherHost(to)).address),
                                .destination = bytesOf(address),
                                .sourcePort = to == Host::Client ? serverPort : expected->clientPort,
                                .destinationPort = to == Host::Client ? expected->clientPort : serverPort};
            const auto made = resetFrame(linksTo(to), flow, expected->sequence, {});
            sendMade(now, to, made, m_naming.nameOfMade(otherHost(to), parseSegment(made)), told);
        }
    }
}

} // namespace halfopen
