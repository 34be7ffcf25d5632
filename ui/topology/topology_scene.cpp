// SPDX-License-Identifier: GPL-3.0-or-later
// What the drawing of the hosts and their cable shows at one instant.
#include "ui/topology/topology_scene.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

#include "ui/theme/quantity_text.h"
#include "ui/timeline/lane_text.h"

namespace halfopen {

namespace {

constexpr double kFlight = 0.8; // s from host to host on the screen; the real way takes microseconds
constexpr double kLinger = 0.9; // s that a lost packet's cross stays
constexpr double kAtOnce = 0.1; // s; what answers within this time leaves the screen's host when its cause has arrived
constexpr std::size_t kSingle = 14; // more at a time are drawn as a stream
constexpr double kRateWindow = 0.6; // s

bool inForce(const FaultSpan& span, const RunFacts& facts, double seconds)
{
    return facts.since(span.applied) <= seconds && (!span.healed || facts.since(*span.healed) > seconds);
}

QString numbered(PacketKind kind, int number, int of)
{
    if (kind != PacketKind::Probe && kind != PacketKind::Retransmission)
        return packetText(kind);
    const QString name = kind == PacketKind::Retransmission ? LaneText::tr("retransmission") : packetText(kind);
    return kind == PacketKind::Probe && of >= number
               ? LaneText::tr("%1 %2 of %3", "probe 2 of 3").arg(name).arg(number).arg(of)
               : LaneText::tr("%1 %2", "packet kind, number").arg(name).arg(number);
}

void describeProgram(HostScene& scene, const RunFacts& facts, const EndTrack& track, int pair, double seconds)
{
    const RunTime at = facts.sinceHello(seconds);
    if (const CallSpan* const ending = facts.ending(pair, scene.host); ending && *ending->ended <= at) {
        const QString told = endingText(QString::fromStdString(ending->call), ending->result, ending->errorNumber);
        const double after = facts.since(*ending->ended) - facts.countedFrom;
        scene.failed = true;
        if (after >= 0 && facts.faultMade)
            scene.doing << LaneText::tr("%1 after %2", "errno, time since the fault").arg(told, durationText(after));
        scene.doing << told;
        return;
    }
    const CallSpan* const call = track.callAt(at);
    if (!call) {
        // Short calls are told in bursts, afterwards: just now it was still at them.
        const auto next = std::ranges::upper_bound(track.calls, at, {}, &CallSpan::began);
        const CallSpan* const last = next == track.calls.begin() ? nullptr : &*std::prev(next);
        if (last && seconds - facts.since(last->ended.value_or(at)) < 1)
            scene.doing << LaneText::tr("%1 again and again", "call").arg(callText(QString::fromStdString(last->call)))
                        << callText(QString::fromStdString(last->call));
        else
            scene.doing << (track.calls.empty() ? LaneText::tr("holds the socket") : LaneText::tr("between two calls"));
        return;
    }
    const QString name = QString::fromStdString(call->call);
    const double since = seconds - facts.since(call->began);
    scene.waits = call->count <= 1 && since > 0.05;
    if (scene.waits)
        scene.doing = waitingTexts(name, clockText(since), false);
    else
        scene.doing << LaneText::tr("%1 again and again", "call").arg(callText(name)) << callText(name);
}

void describeKernel(HostScene& scene, const RunFacts& facts, const EndTrack& track, double seconds)
{
    const RowSample* const sample = track.rowAt(facts.sinceHello(seconds));
    if (!sample) {
        scene.state = LaneText::tr("not connected yet");
        return;
    }
    if (!sample->row) {
        scene.gone = true;
        scene.state = LaneText::tr("no socket any more");
        scene.belief << LaneText::tr("its kernel has given up the peer") << LaneText::tr("gave up");
        return;
    }
    const SocketRow& row = *sample->row;
    scene.state = stateText(row.state);
    if (row.state != TcpState::Established)
        return;
    const int count = track.inForce.keepCount.value_or(0);
    if (row.retransmits > 0)
        scene.belief << LaneText::tr("believes, has sent again %1 ×").arg(row.retransmits)
                     << LaneText::tr("sent again %1 ×").arg(row.retransmits);
    else if (row.probesOut > 0 && count >= row.probesOut)
        scene.belief << LaneText::tr("believes, %1 of %2 probes unanswered").arg(row.probesOut).arg(count)
                     << LaneText::tr("%1 of %2 unanswered").arg(row.probesOut).arg(count);
    else if (row.probesOut > 0)
        scene.belief << LaneText::tr("believes, probes unanswered: %1").arg(row.probesOut)
                     << LaneText::tr("unanswered: %1").arg(row.probesOut);
    else if (facts.faultMade && seconds > *facts.faultAt)
        scene.belief << LaneText::tr("still believes in the peer") << LaneText::tr("believes");
    else
        scene.belief << LaneText::tr("believes in the peer") << LaneText::tr("believes");
}

void planHost(HostScene& scene, const Pair& plan)
{
    const std::string_view call = detectingCall(plan.end(scene.host).activity);
    if (call.empty())
        scene.doing << LaneText::tr("will hold the socket") << LaneText::tr("holds");
    else {
        const QString name = callText(QString::fromUtf8(call.data(), static_cast<qsizetype>(call.size())));
        scene.doing << LaneText::tr("will call %1", "call").arg(name) << name;
    }
    scene.state = LaneText::tr("not connected yet");
}

HostScene hostScene(const RunFacts& facts, int pair, Host host, double seconds)
{
    HostScene scene;
    scene.host = host;
    const Pair* const plan = facts.plan(pair);
    const PairTrack* const track = facts.track(pair);
    if (!track) {
        if (plan)
            planHost(scene, *plan);
        return scene;
    }
    scene.address = QString::fromStdString(facts.timeline->host(host).address);
    for (const FaultSpan& span : facts.timeline->faults()) {
        if (span.fault.host != host || !actsAtHost(span.fault.kind) || !inForce(span, facts, seconds))
            continue;
        scene.killed = scene.killed || span.fault.kind == FaultKind::Kill;
        scene.frozen = scene.frozen || span.fault.kind == FaultKind::Freeze;
        if (span.fault.kind == FaultKind::CableOut)
            scene.cableOutFor = seconds - facts.since(span.applied);
    }
    describeProgram(scene, facts, track->end(host), pair, seconds);
    describeKernel(scene, facts, track->end(host), seconds);
    if (scene.killed)
        scene.doing = QStringList{LaneText::tr("killed")};
    else if (scene.frozen)
        scene.doing = QStringList{LaneText::tr("stopped, its kernel answers on"), LaneText::tr("stopped")};
    return scene;
}

/// Packets that are on their way or have just ended it, as the screen slows them down.
std::vector<FlyingPacket> flying(const RunFacts& facts, const PairTrack& track, double seconds)
{
    std::vector<FlyingPacket> packets;
    const double oldest = seconds - 2 * (kFlight + kLinger);
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
            start = std::max(start, lastStart[1 - side] + kFlight);
        lastStart[side] = start;
        lastTime[side] = time;
        const bool lost = packet.fate != PacketFate::Delivered;
        const double age = seconds - start;
        const double flight = lost ? kFlight / 2 : kFlight;
        if (age < 0 || age > flight + (lost ? kLinger : 0.12))
            continue;
        FlyingPacket flyer{packet.kind,
                           packet.from,
                           std::min(age / kFlight, lost ? 0.5 : 1.0),
                           lost,
                           std::max(age - flight, 0.0) / (lost ? kLinger : 0.12),
                           {}};
        if (packet.kind == PacketKind::Probe || packet.kind == PacketKind::Retransmission) {
            const RowSample* const row = track.end(packet.from).rowAt(mark->time);
            const bool probe = packet.kind == PacketKind::Probe;
            const int before = row && row->row ? (probe ? row->row->probesOut : row->row->retransmits) : 0;
            flyer.label =
                numbered(packet.kind, before + 1, probe ? track.end(packet.from).inForce.keepCount.value_or(0) : 0);
        } else {
            flyer.label = packetText(packet.kind);
        }
        packets.push_back(flyer);
    }
    return packets;
}

QString streamText(const RunFacts& facts, const PairTrack& track, Host from, double seconds)
{
    auto flow = std::ranges::lower_bound(track.flows, facts.sinceHello(seconds - kRateWindow), {}, &FlowMark::last);
    std::int64_t packets = 0;
    for (; flow != track.flows.end() && facts.since(flow->first) <= seconds; ++flow) {
        if (flow->from == from)
            packets += flow->packets;
    }
    if (packets == 0)
        return {};
    return LaneText::tr("%1 packets/s")
        .arg(QLocale().toString(static_cast<qlonglong>(std::llround(static_cast<double>(packets) / kRateWindow))));
}

void describeClock(TopologyScene& scene, const RunFacts& facts, int pair, Host end, double seconds)
{
    if (!facts.hasRun)
        return;
    const bool after = facts.faultMade && seconds >= *facts.faultAt;
    if (!facts.started)
        scene.clock = LaneText::tr("connecting");
    else
        scene.clock = after ? LaneText::tr("%1 since the fault", "time").arg(clockText(seconds - *facts.faultAt))
                            : LaneText::tr("%1 since the start", "time").arg(clockText(seconds));
    const Prediction* const prediction = facts.prediction(pair, end);
    if (!prediction || !prediction->applicable || !after)
        return;
    const CallSpan* const ending = facts.ending(pair, end);
    if (ending && facts.since(*ending->ended) <= seconds)
        return;
    if (prediction->never()) {
        scene.countdown = LaneText::tr("the %1 will never notice", "host").arg(hostText(end));
        return;
    }
    const Interval hull = prediction->hull();
    const double left = facts.countedFrom + toSeconds(hull.earliest + hull.latest) / 2 - seconds;
    scene.countdown =
        left > 0
            ? LaneText::tr("the %1 will notice in about %2", "host, time").arg(hostText(end), clockText(left + 0.1))
            : LaneText::tr("the %1 is about to notice", "host").arg(hostText(end));
}

} // namespace

std::vector<const FaultSpan*> faultsInForce(const Timeline& timeline, FaultKind kind, std::optional<Host> host)
{
    std::vector<const FaultSpan*> spans;
    for (const FaultSpan& span : timeline.faults()) {
        if (span.fault.kind == kind && !span.healed && (!host || span.fault.host == *host))
            spans.push_back(&span);
    }
    return spans;
}

TopologyScene TopologyScene::at(const RunFacts& facts, int pair, Host end, double seconds, double flightSeconds)
{
    TopologyScene scene;
    scene.hasPair = facts.plan(pair) || facts.track(pair);
    scene.hasRun = facts.hasRun;
    scene.canAct = facts.live && facts.started;
    scene.onLoopback = facts.experiment->path == PathKind::Loopback || facts.experiment->place == PlaceKind::Loopback;
    if (facts.timeline && facts.timeline->place())
        scene.onLoopback = facts.timeline->place()->place == PlaceKind::Loopback;
    scene.hosts = {hostScene(facts, pair, Host::Client, seconds), hostScene(facts, pair, Host::Server, seconds)};
    if (const PairTrack* const track = facts.track(pair)) {
        scene.packets = flying(facts, *track, flightSeconds);
        scene.toServer.stream = streamText(facts, *track, Host::Client, flightSeconds);
        scene.toClient.stream = streamText(facts, *track, Host::Server, flightSeconds);
        if (scene.packets.size() > kSingle)
            scene.packets.erase(scene.packets.begin(), scene.packets.end() - static_cast<std::ptrdiff_t>(kSingle));
        for (const FaultSpan& span : facts.timeline->faults()) {
            if (span.fault.kind != FaultKind::Drop || !inForce(span, facts, seconds))
                continue;
            const double since = seconds - facts.since(span.applied);
            if (span.fault.direction != Direction::ToClient)
                scene.toServer.cutFor = std::max(scene.toServer.cutFor.value_or(0), since);
            if (span.fault.direction != Direction::ToServer)
                scene.toClient.cutFor = std::max(scene.toClient.cutFor.value_or(0), since);
        }
    }
    describeClock(scene, facts, pair, end, seconds);
    if (scene.canAct && scene.isCut())
        scene.hint << LaneText::tr("Click the cable to plug it back · click a host: kill, freeze, cable out")
                   << LaneText::tr("Click the cable to plug it back");
    else if (scene.canAct)
        scene.hint << LaneText::tr("Click the cable to cut it · click a host: kill, freeze, cable out")
                   << LaneText::tr("Click the cable to cut it");
    else if (facts.live)
        scene.hint << LaneText::tr("The hosts are being built …");
    else if (facts.hasRun)
        scene.hint << LaneText::tr("This run is over: run again to cut the cable by hand")
                   << LaneText::tr("This run is over");
    else
        scene.hint << LaneText::tr("Run, then click the cable to cut it") << LaneText::tr("Run first");
    return scene;
}

} // namespace halfopen
