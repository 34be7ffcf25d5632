// SPDX-License-Identifier: GPL-3.0-or-later
// Packets on their way, slowed down for the eye.
#include "ui/topology/flying_packets.h"

#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

#include "core/retransmission_count.h"
#include "ui/timeline/lane_text.h"

namespace halfopen {

namespace {

constexpr double kFlight = 0.5; // s from host to host on the screen; the real way takes microseconds
constexpr double kLinger = 0.9; // s that a lost packet's cross stays
constexpr double kLanding = 0.12; // s that one that has arrived stays
constexpr double kAtOnce = 0.1; // s; what answers within this time leaves the screen's host when its cause has arrived
constexpr unsigned kSingle = 14; // more at a time are drawn as a stream
constexpr double kRateWindow = 0.6; // s

QStringList numbered(PacketKind kind, int number, int of)
{
    const QString name = packetText(kind);
    QStringList texts;
    if (kind == PacketKind::Probe && of >= number)
        texts << LaneText::tr("%1 %2 of %3", "probe 2 of 3").arg(name).arg(number).arg(of);
    texts << LaneText::tr("%1 %2", "packet kind, number").arg(name).arg(number);
    texts << packetText(kind);
    return texts;
}

/// In the router, where a fault on the way takes it; past it only where the receiver's plug is out.
double placeOfLoss(const RunFacts& facts, Host from, RunTime time)
{
    const Direction way = directionFrom(from);
    bool dropped = false;
    bool plugOut = false;
    for (const FaultSpan& span : facts.timeline->faults()) {
        if (span.applied > time || (span.healed && *span.healed <= time))
            continue;
        dropped = dropped || (!actsAtHost(span.fault.kind) && actsOn(span.fault, way));
        plugOut = plugOut || (span.fault.kind == FaultKind::CableOut && span.fault.host != from);
    }
    return plugOut && !dropped ? 0.92 : 0.5;
}

/// One that is on its way, without its words.
struct Flight final
{
    const PacketMark* mark = nullptr;
    double age = 0;
    double lostAt = 1;
    double flight = 0; // s, its own part of the way
};

QStringList labelsOf(const PacketMark& mark, const PairTrack& track)
{
    const Packet& packet = mark.packet;
    const bool lost = packet.fate != PacketFate::Delivered;
    QStringList labels{packetText(packet.kind)};
    if (packet.kind == PacketKind::Retransmission) {
        labels = sentAgainTexts(retransmissionNumber(track, mark));
        if (labels.size() > 2) // a bare number says nothing there
            labels.last() = packetText(packet.kind);
    } else if (packet.kind == PacketKind::Probe) {
        const RowSample* const row = track.end(packet.from).rowAt(mark.time);
        const int before = row && row->row ? row->row->probesOut : 0;
        // TCP_KEEPCNT counts keepalive probes only; window probes stop at tcp_retries2 (tcp_probe_timer).
        const bool counted = !(row && row->row && row->row->timer == KernelTimer::WindowProbe);
        labels = numbered(packet.kind, before + 1, counted ? track.end(packet.from).inForce.keepCount.value_or(0) : 0);
    }
    if (!lost && fateText(packet, packetText(packet.kind)) != packetText(packet.kind))
        labels.prepend(fateText(packet, labels.first()));
    return labels;
}

} // namespace

std::vector<FlyingPacket> packetsInFlight(const RunFacts& facts, const PairTrack& track, double seconds)
{
    std::vector<Flight> flights;
    const double pace = std::max(facts.replaySpeed.value_or(1), 1.0); // a flight takes as long for the eye when time runs faster
    const double wholeFlight = facts.moves ? kFlight * pace : 0; // an instant that stands is shown as it was
    const double linger = kLinger * pace;
    const double landing = kLanding * pace;
    const double oldest = seconds - 2 * (wholeFlight + linger);
    const auto first = std::ranges::lower_bound(track.packets, facts.sinceHello(oldest), {}, &PacketMark::time);
    std::array<double, 2> lastStart{-1e12, -1e12};
    std::array<double, 2> lastTime{-1e12, -1e12};
    for (auto mark = first; mark != track.packets.end(); ++mark) {
        const double time = facts.since(mark->time);
        if (time > seconds)
            break;
        const Packet& packet = mark->packet;
        const std::size_t side = packet.from == Host::Client ? 0 : 1;
        double start = time;
        if (time - lastTime[1 - side] < kAtOnce)
            start = std::max(start, lastStart[1 - side] + wholeFlight * (packet.isMade ? 0.5 : 1));
        lastStart[side] = start;
        lastTime[side] = time;
        const bool lost = packet.fate != PacketFate::Delivered;
        const double age = seconds - start;
        const double lostAt = lost ? placeOfLoss(facts, packet.from, mark->time) : 1;
        const double flight = wholeFlight * (lost ? lostAt : packet.isMade ? 0.5 : 1);
        if (age >= 0 && age <= flight + (lost ? linger : landing))
            flights.push_back({&*mark, age, lostAt, flight});
    }
    // At a hundred times the pace thousands are on their way: only those that are drawn get their words.
    if (flights.size() > kSingle)
        flights.erase(flights.begin(), flights.end() - static_cast<std::ptrdiff_t>(kSingle));
    std::vector<FlyingPacket> packets;
    for (const Flight& each : flights) {
        const Packet& packet = each.mark->packet;
        const bool lost = packet.fate != PacketFate::Delivered;
        FlyingPacket flyer{packet.kind,
                           packet.from,
                           wholeFlight > 0 ? std::min(each.age / wholeFlight, each.lostAt) : each.lostAt,
                           lost,
                           lost ? each.lostAt : 0.5,
                           std::max(each.age - each.flight, 0.0) / (lost ? linger : landing),
                           labelsOf(*each.mark, track),
                           packet.fate,
                           packet.isMade};
        if (packet.isMade && !lost)
            flyer.way = wholeFlight > 0 ? std::min(0.5 + each.age / wholeFlight, 1.0) : 1.0;
        packets.push_back(flyer);
    }
    return packets;
}

QStringList streamTexts(const RunFacts& facts, const PairTrack& track, Host from, double seconds)
{
    auto flow = std::ranges::lower_bound(track.flows, facts.sinceHello(seconds - kRateWindow), {}, &FlowMark::last);
    std::int64_t packets = 0;
    for (; flow != track.flows.end() && facts.since(flow->first) <= seconds; ++flow) {
        if (flow->from == from)
            packets += flow->packets;
    }
    if (packets == 0)
        return {};
    const QString rate =
        QLocale().toString(static_cast<qlonglong>(std::llround(static_cast<double>(packets) / kRateWindow)));
    return {LaneText::tr("%1 packets/s").arg(rate), LaneText::tr("%1/s", "packets a second").arg(rate)};
}

} // namespace halfopen
