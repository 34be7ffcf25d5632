// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done to a part of the drawing while a run is live.
#include "ui/topology/topology_deeds.h"

#include <algorithm>

#include "ui/faults/fault_state.h"
#include "ui/faults/fault_text.h"
#include "ui/theme/quantity_text.h"
#include "ui/timeline/lane_text.h"

namespace halfopen {

namespace {

std::vector<int> idsOf(const std::vector<const FaultSpan*>& spans)
{
    std::vector<int> ids;
    ids.reserve(spans.size());
    for (const FaultSpan* const span : spans)
        ids.push_back(span->id);
    return ids;
}

bool isDropped(const std::vector<const FaultSpan*>& drops, Direction way)
{
    return std::ranges::any_of(drops, [way](const FaultSpan* span) {
        return dropsAll(span->fault) && actsOn(span->fault, way);
    });
}

QString dropText(Direction direction, bool onLoopback)
{
    switch (direction) {
    case Direction::Both:
        return onLoopback ? LaneText::tr("Make &both sockets deaf") : LaneText::tr("Drop packets &both ways");
    case Direction::ToServer:
        return onLoopback ? LaneText::tr("Make the &server's socket deaf")
                          : LaneText::tr("Drop packets to the &server only");
    case Direction::ToClient:
        break;
    }
    return onLoopback ? LaneText::tr("Make the &client's socket deaf")
                      : LaneText::tr("Drop packets to the &client only");
}

void addDrops(std::vector<TopologyDeed>& deeds, const CataloguedFault& entry, const Timeline* run, bool onLoopback,
              const QString& idle)
{
    const auto drops = run ? faultsInForce(*run, entry) : std::vector<const FaultSpan*>{};
    const bool server = isDropped(drops, Direction::ToServer);
    const bool client = isDropped(drops, Direction::ToClient);
    const auto ask = [&](const char* key, Direction direction, bool already) {
        QString obstacle = idle;
        if (obstacle.isEmpty() && already)
            obstacle = LaneText::tr("These packets are dropped already.");
        deeds.push_back({QString::fromLatin1(key), dropText(direction, onLoopback), obstacle,
                         faultOf(entry, direction), {}});
    };
    ask("dropBoth", Direction::Both, server && client);
    ask("dropToServer", Direction::ToServer, server);
    ask("dropToClient", Direction::ToClient, client);
    if (!onLoopback) {
        Fault some = faultOf(entry);
        some.percent = 30;
        deeds.push_back({QStringLiteral("dropSome"), faultText(some, onLoopback), idle, some, {}});
        Fault probes = faultOf(entry);
        probes.only = PacketChoice::KeepaliveProbe;
        deeds.push_back({QStringLiteral("dropProbes"), faultText(probes, onLoopback), idle, probes, {}});
    }
    QString obstacle = idle;
    if (obstacle.isEmpty() && drops.empty())
        obstacle = LaneText::tr("No packets are dropped now.");
    deeds.push_back({QStringLiteral("plugBack"), LaneText::tr("&Plug back: let all packets pass"), obstacle,
                     std::nullopt, idsOf(drops)});
}

QString keyOf(FaultKind kind, bool heal)
{
    switch (kind) {
    case FaultKind::Kill:
        return QStringLiteral("kill");
    case FaultKind::Freeze:
        return heal ? QStringLiteral("thaw") : QStringLiteral("freeze");
    case FaultKind::CableOut:
        return heal ? QStringLiteral("plugIn") : QStringLiteral("cableOut");
    case FaultKind::Drop:
    case FaultKind::Delay:
    case FaultKind::Reset:
    case FaultKind::Reject:
    case FaultKind::NatForget:
    case FaultKind::InterfaceDown:
    case FaultKind::RouteRemoved:
    case FaultKind::AddressRemoved:
    case FaultKind::NeighbourLost:
    case FaultKind::LocalDrop:
    case FaultKind::PowerOff:
    case FaultKind::Reboot:
    case FaultKind::Destroy:
        break;
    }
    const QString word = QString::fromUtf8(name(kind).data(), static_cast<qsizetype>(name(kind).size()));
    return heal ? QStringLiteral("heal-") + word : word;
}

QString valuedDeed(const CataloguedFault& entry, PathKind path, const Fault& fault)
{
    const QString deed = deedText(entry, path);
    if (fault.kind == FaultKind::Delay)
        return LaneText::tr("%1: %2", "what to do, its value").arg(deed, faultText(fault, path == PathKind::Loopback));
    if (fault.kind == FaultKind::Reject)
        return LaneText::tr("%1: %2", "what to do, its value").arg(deed, answerText(fault.with));
    if (fault.kind == FaultKind::NatForget)
        return LaneText::tr("%1: %2, %3", "what to do, a time, the answer")
            .arg(deed, durationText(fault.idleSeconds), answerText(fault.with));
    return deed;
}

void addAtHost(std::vector<TopologyDeed>& deeds, const CataloguedFault& entry, const Timeline* run, PathKind path,
               const QString& idle)
{
    const auto made = run ? faultsInForce(*run, entry) : std::vector<const FaultSpan*>{};
    QString why = idle;
    if (why.isEmpty())
        why = obstacle(entry, FaultSurroundings{path, {}});
    if (why.isEmpty() && run)
        why = liveObstacle(entry, *run);
    if (!made.empty() && canHeal(entry.kind))
        deeds.push_back({keyOf(entry.kind, true), cureText(entry), why, std::nullopt, idsOf(made)});
    else if (const auto answers = answersOf(entry.kind); answers.empty())
        deeds.push_back({keyOf(entry.kind, false), valuedDeed(entry, path, faultOf(entry)), why, faultOf(entry), {}});
    else
        for (const RouterAnswer answer : answers) {
            Fault fault = faultOf(entry);
            fault.with = answer;
            const auto word = name(answer);
            deeds.push_back({keyOf(entry.kind, false) + u'-' + QString::fromUtf8(word.data(), static_cast<qsizetype>(word.size())),
                             valuedDeed(entry, path, fault), why, fault, {}});
        }
}

/// A cable's menu also has what the router can do to it: who clicks a cable wants it cut.
bool belongsTo(const CataloguedFault& entry, FaultPlace place)
{
    return entry.place == place
           || (entry.kind == FaultKind::Drop
               && (place == FaultPlace::ClientCable || place == FaultPlace::ServerCable));
}

} // namespace

std::vector<TopologyDeed> deedsAt(TopologyPart part, const Timeline* run, PathKind path, const QString& idle)
{
    std::vector<TopologyDeed> deeds;
    const auto place = placeOf(part);
    if (!place)
        return deeds;
    for (const CataloguedFault& entry : faultCatalogue()) {
        if (!belongsTo(entry, *place))
            continue;
        if (entry.kind == FaultKind::Drop)
            addDrops(deeds, entry, run, path == PathKind::Loopback, idle);
        else
            addAtHost(deeds, entry, run, path, idle);
    }
    return deeds;
}

} // namespace halfopen
