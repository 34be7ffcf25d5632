// SPDX-License-Identifier: GPL-3.0-or-later
// What the drawing of the hosts and their cable shows at one instant.
#include "ui/topology/topology_scene.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>

#include "core/outcome.h"
#include "ui/faults/fault_catalogue.h"
#include "ui/theme/quantity_text.h"
#include "ui/timeline/lane_text.h"

namespace halfopen {

namespace {

constexpr double kStreamTurn = 0.4; // s in which a stream's dashes move on by one

HostScene hostScene(const RunFacts& facts, int pair, Host host, double seconds)
{
    HostScene scene;
    scene.host = host;
    HostFate fate;
    if (facts.timeline && facts.track(pair)) {
        scene.address = QString::fromStdString(facts.timeline->host(host).address);
        const Prediction* const expected = facts.prediction(pair, host);
        fate.hasLost = !(expected && expected->losesNothing()) && std::ranges::any_of(facts.timeline->faults(), [&](const FaultSpan& span) { return inForce(span, facts, seconds); });
        scene.network = networkFaults(facts, host, seconds);
        scene.fates = fatesOf(facts, host, seconds);
        for (const FaultWords& each : scene.fates) {
            fate.killed = fate.killed || endsProgram(each.fault.kind); // also where the host is back from a reboot
            fate.frozen = fate.frozen || each.fault.kind == FaultKind::Freeze;
            fate.off = fate.off || (siteOf(each.fault.kind) == FaultSite::Power && !each.isOver);
            fate.rebooted = fate.rebooted || (each.fault.kind == FaultKind::Reboot && each.isOver);
        }
    }
    scene.program = programAt(facts, pair, host, fate, seconds);
    scene.kernel = kernelAt(facts, pair, host, fate, seconds);
    return scene;
}

/// The hosts have come no further than their handshake has on the screen.
void keepToTheHandshake(TopologyScene& scene, PacketKind next)
{
    const auto connecting = [&](Host host, TcpState state, std::string_view call) {
        HostScene& shown = scene.hosts[slotOf(host)];
        if (shown.kernel.knowing != Knowing::Believes)
            return;
        shown.kernel = {Knowing::Nothing, {stateText(state)}, {LaneText::tr("is connecting")}};
        shown.program = {Knowing::Nothing, {callText(call)}, {}};
    };
    if (next != PacketKind::Ack)
        connecting(Host::Client, TcpState::SynSent, "connect");
    connecting(Host::Server, next == PacketKind::Syn ? TcpState::Listen : TcpState::SynRecv, "accept");
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
    const auto ending = facts.ending(pair, end);
    if (ending && facts.since(ending->at) <= seconds)
        return;
    const bool anythingWrong = std::ranges::any_of(facts.timeline->faults(), [&](const FaultSpan& span) { return inForce(span, facts, seconds); });
    if (prediction->never() && !anythingWrong)
        return;
    if (prediction->livesOn()) {
        scene.countdown = LaneText::tr("the connection lives on");
        return;
    }
    if (prediction->never()) {
        scene.countdown = LaneText::tr("the %1 will never notice", "host").arg(hostText(end));
        return;
    }
    if (!facts.live && !ending) {
        scene.countdown = LaneText::tr("the run ended before the %1 would have noticed", "host").arg(hostText(end));
        return;
    }
    const Interval hull = prediction->hull();
    const double left = facts.countedFrom + toSeconds(hull.earliest + hull.latest) / 2 - seconds;
    if (isOwnLimit(prediction->modes.front().result, prediction->modes.front().errorNumber)) {
        scene.countdown = left > 0 ? LaneText::tr("the %1 will give up waiting in about %2", "host, time").arg(hostText(end), countdownText(left))
                                   : LaneText::tr("the %1 is about to give up waiting", "host").arg(hostText(end));
        return;
    }
    scene.countdown =
        left > 0
            ? LaneText::tr("the %1 will notice in about %2", "host, time").arg(hostText(end), countdownText(left))
            : LaneText::tr("the %1 is about to notice", "host").arg(hostText(end));
}

/// Packets, streams and cuts.
void describeWays(TopologyScene& scene, const RunFacts& facts, int pair, const PairTrack& track, double seconds,
                  double flightSeconds)
{
    if (!facts.timeline)
        return;
    PacketsOnTheWay onTheWay = packetsOnTheWay(facts, track, flightSeconds);
    scene.packets = std::move(onTheWay.packets);
    if (onTheWay.handshake)
        keepToTheHandshake(scene, *onTheWay.handshake);
    scene.toServer.stream = streamTexts(facts, track, Host::Client, flightSeconds);
    scene.toClient.stream = streamTexts(facts, track, Host::Server, flightSeconds);
    if (!scene.toServer.stream.isEmpty() || !scene.toClient.stream.isEmpty())
        scene.streamPhase = std::fmod(std::max(flightSeconds, 0.0), kStreamTurn) / kStreamTurn;
    scene.router = routerFaults(facts, pair, seconds);
    for (const FaultSpan& span : facts.timeline->faults()) {
        if (!dropsAll(span.fault) || !inForce(span, facts, seconds))
            continue;
        const double since = tenths(seconds - facts.since(span.applied));
        if (span.fault.direction != Direction::ToClient)
            scene.toServer.cutFor = std::max(scene.toServer.cutFor.value_or(0), since);
        if (span.fault.direction != Direction::ToServer)
            scene.toClient.cutFor = std::max(scene.toClient.cutFor.value_or(0), since);
    }
}

QStringList hintOf(const TopologyScene& scene, const RunFacts& facts)
{
    if (scene.canAct && scene.isCut())
        return {LaneText::tr("Click the cable to plug it back · click a host for its faults"),
                LaneText::tr("Click the cable to plug it back"), LaneText::tr("Click: plug back")};
    if (scene.canAct && scene.isCableOut())
        return {LaneText::tr("Click the plug that is out to put it back · click a host for its faults"),
                LaneText::tr("Click the plug that is out to put it back"), LaneText::tr("Click: plug in")};
    if (scene.canAct)
        return {LaneText::tr("Click the cable to cut it · click a host for its faults"),
                LaneText::tr("Click the cable to cut it"), LaneText::tr("Click: cut")};
    if (facts.replaySpeed)
        return {LaneText::tr("Played again: what you see has been, nothing can be cut here"), LaneText::tr("Played again")};
    if (facts.live)
        return {LaneText::tr("The hosts are being built …")};
    if (facts.hasRun)
        return {LaneText::tr("This run is over: run again to cut the cable by hand"),
                LaneText::tr("This run is over")};
    return {LaneText::tr("Run, then click the cable to cut it"), LaneText::tr("Run first")};
}

} // namespace

QStringList hindranceHint() { return {LaneText::tr("This machine cannot run these settings"), LaneText::tr("Cannot run here")}; }

bool HostScene::isCableOut() const
{
    return std::ranges::any_of(network, [](const FaultWords& each) { return each.fault.kind == FaultKind::CableOut; });
}

bool TopologyScene::differsInPacketsOnly(const TopologyScene& other) const
{
    TopologyScene still = other;
    still.packets = packets;
    still.streamPhase = streamPhase;
    still.toServer.stream = toServer.stream;
    still.toClient.stream = toClient.stream;
    return *this == still;
}

TopologyScene TopologyScene::at(const RunFacts& facts, int pair, Host end, double seconds, double flightSeconds)
{
    TopologyScene scene;
    scene.hasPair = facts.plan(pair) || facts.track(pair);
    scene.hasRun = facts.hasRun;
    scene.canAct = facts.live && facts.started && !facts.replaySpeed;
    scene.path = pathOf(*facts.experiment, facts.timeline);
    scene.hosts = {hostScene(facts, pair, Host::Client, seconds), hostScene(facts, pair, Host::Server, seconds)};
    if (const PairTrack* const track = facts.track(pair))
        describeWays(scene, facts, pair, *track, seconds, flightSeconds);
    describeClock(scene, facts, pair, end, seconds);
    scene.hint = hintOf(scene, facts);
    return scene;
}

} // namespace halfopen
