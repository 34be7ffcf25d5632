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
constexpr double kHandshakeFlight = 0.18; // s; the three of it are seen to end before the first fault can come
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
    double whole = 0;  // s, the whole way
    bool ofHandshake = false;

    [[nodiscard]] bool isToArrive() const { return mark->packet.fate == PacketFate::Delivered && age < flight; }
};

/// From then on nothing that was on its way before is: what was drawn slower than it was has long been there.
bool endsFlights(const Fault& fault, Host from)
{
    switch (fault.kind) {
    case FaultKind::Drop:
        return dropsAll(fault) && actsOn(fault, directionFrom(from));
    case FaultKind::Delay:
    case FaultKind::NatForget:
        return false;
    case FaultKind::LocalDrop:
        return fault.host == from;
    case FaultKind::CableOut:
    case FaultKind::InterfaceDown:
    case FaultKind::RouteRemoved:
    case FaultKind::AddressRemoved:
    case FaultKind::NeighbourLost:
    case FaultKind::Kill:
    case FaultKind::Freeze:
    case FaultKind::PowerOff:
    case FaultKind::Reboot:
    case FaultKind::Reject:
    case FaultKind::Reset:
    case FaultKind::Destroy:
        return true;
    }
    return false;
}

/// Nothing that comes from there passes while it is in force.
bool closesTheWay(const Fault& fault, Host from)
{
    return (dropsAll(fault) && actsOn(fault, directionFrom(from))) || fault.kind == FaultKind::CableOut || fault.kind == FaultKind::InterfaceDown;
}

/// Whether its way was ended, by `now` (since hello), by a fault that came after it.
bool isOvertaken(const Timeline& run, const PacketMark& mark, RunTime now)
{
    return std::ranges::any_of(run.faults(), [&](const FaultSpan& span) {
        return span.applied > mark.time && span.applied <= now && endsFlights(span.fault, mark.packet.from);
    });
}

/// Whether that way is closed now: also one that slipped through just after the fault's stamp is not seen to pass.
bool isClosed(const Timeline& run, Host from, RunTime now)
{
    return std::ranges::any_of(run.faults(), [&](const FaultSpan& span) {
        return span.applied <= now && (!span.healed || *span.healed > now) && closesTheWay(span.fault, from);
    });
}

bool isOfHandshake(const PacketMark& mark, const PacketMark* before)
{
    const PacketKind kind = mark.packet.kind;
    return kind == PacketKind::Syn || kind == PacketKind::SynAck ||
           (kind == PacketKind::Ack && before && before->packet.kind == PacketKind::SynAck && before->packet.from != mark.packet.from);
}

/// When each leaves the screen's host, one after the other.
class Departures final
{
public:
    explicit Departures(const RunFacts& facts) : m_facts(facts) {}

    /// The next packet's, whose whole way takes `flight`; s since t = 0.
    double next(const PacketMark& mark, double flight)
    {
        const std::size_t side = slotOf(mark.packet.from);
        const double time = m_facts.since(mark.time);
        double start = time;
        // What a fault has overtaken keeps nothing waiting.
        const Way& cause = m_ways[1 - side];
        if (cause.mark && time - m_facts.since(cause.mark->time) < kAtOnce && !isOvertaken(*m_facts.timeline, *cause.mark, mark.time))
            start = std::max(start, cause.start + cause.flight * (mark.packet.isMade ? 0.5 : 1));
        m_ways[side] = {&mark, start, flight};
        return start;
    }

private:
    struct Way final
    {
        const PacketMark* mark = nullptr;
        double start = 0;
        double flight = 0;
    };
    const RunFacts& m_facts;
    std::array<Way, 2> m_ways{}; // the last one of each host
};

QStringList labelsOf(const PacketMark& mark, const PairTrack& track)
{
    const Packet& packet = mark.packet;
    const bool lost = packet.fate != PacketFate::Delivered;
    QStringList labels{packetText(packet.kind)};
    if (packet.kind == PacketKind::Retransmission) {
        labels = sentAgainTexts(retransmissionNumber(track, mark));
        if (labels.size() > 2) // a bare number says nothing there, nor does the fate without it
            labels.removeLast();
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

namespace {

double paceOf(const RunFacts& facts) { return facts.replaySpeed.value_or(1); } // a flight takes as long for the eye whatever the time's pace

/// Also those that have still to leave the screen's host: their age is negative.
std::vector<Flight> flightsAt(const RunFacts& facts, const PairTrack& track, double seconds)
{
    const double pace = paceOf(facts);
    std::vector<Flight> flights;
    const RunTime now = facts.sinceHello(seconds);
    const double oldest = seconds - 2 * (kFlight + kLinger) * pace;
    const auto first = std::ranges::lower_bound(track.packets, facts.sinceHello(oldest), {}, &PacketMark::time);
    Departures departures(facts);
    for (auto mark = first; mark != track.packets.end() && mark->time <= now; ++mark) {
        const Packet& packet = mark->packet;
        const bool handshake = isOfHandshake(*mark, mark == track.packets.begin() ? nullptr : &*std::prev(mark));
        const double whole = facts.moves ? (handshake ? kHandshakeFlight : kFlight) * pace : 0; // an instant that stands is shown as it was
        const bool lost = packet.fate != PacketFate::Delivered;
        const double lostAt = lost ? placeOfLoss(facts, packet.from, mark->time) : 1;
        const double flight = whole * (lost ? lostAt : packet.isMade ? 0.5 : 1);
        double age = seconds - departures.next(*mark, whole);
        const bool overtaken = isOvertaken(*facts.timeline, *mark, now);
        if (!lost && (overtaken || (!packet.isMade && isClosed(*facts.timeline, packet.from, now))))
            continue;
        if (overtaken) // it is lost where it was to be
            age = std::max(age, flight);
        if (age <= flight + (lost ? kLinger : kLanding) * pace)
            flights.push_back({&*mark, age, lostAt, flight, whole, handshake});
    }
    return flights;
}

} // namespace

PacketsOnTheWay packetsOnTheWay(const RunFacts& facts, const PairTrack& track, double seconds)
{
    const double pace = paceOf(facts);
    std::vector<Flight> flights = flightsAt(facts, track, seconds);
    PacketsOnTheWay onTheWay;
    const auto next = std::ranges::find_if(flights, [](const Flight& each) { return each.ofHandshake && each.isToArrive(); });
    if (next != flights.end())
        onTheWay.handshake = next->mark->packet.kind;
    std::erase_if(flights, [](const Flight& each) { return each.age < 0; });
    // At a hundred times the pace thousands are on their way: only those that are drawn get their words.
    if (flights.size() > kSingle)
        flights.erase(flights.begin(), flights.end() - static_cast<std::ptrdiff_t>(kSingle));
    for (const Flight& each : flights) {
        const Packet& packet = each.mark->packet;
        const bool lost = packet.fate != PacketFate::Delivered;
        FlyingPacket flyer{packet.kind,
                           packet.from,
                           each.whole > 0 ? std::min(each.age / each.whole, each.lostAt) : each.lostAt,
                           lost,
                           lost ? each.lostAt : 0.5,
                           std::max(each.age - each.flight, 0.0) / ((lost ? kLinger : kLanding) * pace),
                           labelsOf(*each.mark, track),
                           packet.fate,
                           packet.isMade};
        if (packet.isMade && !lost)
            flyer.way = each.whole > 0 ? std::min(0.5 + each.age / each.whole, 1.0) : 1.0;
        onTheWay.packets.push_back(flyer);
    }
    return onTheWay;
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
