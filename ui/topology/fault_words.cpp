// SPDX-License-Identifier: GPL-3.0-or-later
// The faults in force at one instant, in the words of the drawing.
#include "ui/topology/fault_words.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

#include "ui/faults/fault_catalogue.h"
#include "ui/faults/fault_text.h"
#include "ui/faults/nat_memory.h"
#include "ui/theme/quantity_text.h"
#include "ui/timeline/lane_text.h"

namespace halfopen {

namespace {

QStringList waysText(Direction direction)
{
    switch (direction) {
    case Direction::Both:
        return {LaneText::tr("both ways"), LaneText::tr("both")};
    case Direction::ToServer:
        return {LaneText::tr("to server"), QStringLiteral("→")};
    case Direction::ToClient:
        break;
    }
    return {LaneText::tr("to client"), QStringLiteral("←")};
}

/// Long to short.
QStringList answerWords(RouterAnswer answer)
{
    const QString whole = answerText(answer);
    const QString any = QStringLiteral("ICMP");
    const QString unreachable = LaneText::tr("unreachable", "an ICMP answer, shorter");
    switch (answer) {
    case RouterAnswer::Silent:
        return {whole, LaneText::tr("silent", "a middlebox gives no answer")};
    case RouterAnswer::Rst:
        return {whole};
    case RouterAnswer::IcmpHost:
        return {whole, LaneText::tr("host unreachable", "an ICMP answer, short"), unreachable, any};
    case RouterAnswer::IcmpNet:
        return {whole, LaneText::tr("net unreachable", "an ICMP answer, short"), unreachable, any};
    case RouterAnswer::IcmpPort:
        return {whole, LaneText::tr("port unreachable", "an ICMP answer, short"), unreachable, any};
    case RouterAnswer::IcmpAdmin:
        break;
    }
    return {whole, LaneText::tr("prohibited", "an ICMP answer, short"), any};
}

/// "cut for 3.2 s": the flag's words and a clock.
QStringList withClock(const QString& what, double since, const QStringList& shorter = {})
{
    return QStringList{LaneText::tr("%1 for %2", "a fault in force, time").arg(what, clockText(since)), what} + shorter;
}

void describeDrop(FaultWords& words, double since, bool onLoopback)
{
    const Fault& fault = words.fault;
    const QString share = QLocale().toString(fault.percent, 'g', 4);
    if (dropsAll(fault)) {
        words.what = QStringList{onLoopback ? LaneText::tr("deaf", "both sockets stop hearing each other")
                                            : LaneText::tr("drops", "the router: packets")};
        words.detail = waysText(fault.direction);
        words.over = {LaneText::tr("cut %1 ago", "time").arg(clockText(since)), LaneText::tr("cut")};
        const QString time = clockText(since);
        words.told = fault.direction == Direction::Both       ? LaneText::tr("Drops all packets since %1.", "time").arg(time)
                     : fault.direction == Direction::ToServer ? LaneText::tr("Drops the packets to the server since %1.", "time").arg(time)
                                                              : LaneText::tr("Drops the packets to the client since %1.", "time").arg(time);
        return;
    }
    words.what = fault.nth ? QStringList{LaneText::tr("drops no. %1", "the router: the n-th packet").arg(*fault.nth), LaneText::tr("no. %1", "the n-th packet").arg(*fault.nth)}
                           : QStringList{LaneText::tr("drops %1 %", "the router: a share of the packets").arg(share), LaneText::tr("%1 %").arg(share)};
    words.detail = fault.only == PacketChoice::Any ? QStringList{} : QStringList{choiceText(fault.only)};
    if (fault.only == PacketChoice::KeepaliveProbe)
        words.detail << LaneText::tr("probes", "keepalive probes, short");
    if (fault.only == PacketChoice::Any || fault.direction != Direction::Both)
        words.detail << waysText(fault.direction);
    words.over = withClock(faultText(fault, onLoopback), since, words.what);
    words.told = LaneText::tr("In force for %1: %2.", "time, a fault").arg(clockText(since), faultText(fault, onLoopback));
}

std::optional<NatMemory> memoryOf(const RunFacts& facts, const FaultSpan& span, int pair, double seconds)
{
    if (!facts.timeline)
        return std::nullopt;
    return NatMemory::of(*facts.timeline, span, pair, facts.sinceHello(seconds));
}

void describeMemory(FaultWords& words, const RunFacts& facts, const FaultSpan& span, int pair, double seconds)
{
    const Fault& fault = words.fault;
    const QString patience = durationText(fault.idleSeconds);
    const auto memory = memoryOf(facts, span, pair, seconds);
    words.what = QStringList{LaneText::tr("NAT forgets", "the router: idle connections"), LaneText::tr("forgets", "the router: idle connections, short")};
    words.told = LaneText::tr("Forgets a connection that is silent for %1.", "time").arg(patience);
    if (!memory) {
        words.harms = false;
        words.detail = QStringList{LaneText::tr("after %1", "time").arg(patience), patience};
        words.over = QStringList{faultText(fault, false)};
        return;
    }
    words.forgotten = memory->forgotten;
    words.harms = memory->forgotten;
    if (memory->forgotten) {
        words.what.prepend(LaneText::tr("NAT has forgotten", "the router: this connection"));
        words.detail = answerWords(fault.with);
        words.over = {LaneText::tr("the NAT has forgotten this connection: %1", "its answer").arg(answerText(fault.with)),
                      LaneText::tr("the NAT has forgotten"), LaneText::tr("forgotten", "by a NAT")};
        words.told += u' ' + LaneText::tr("As the packets on the way tell, it has forgotten this pair; its answer: %1.").arg(answerText(fault.with));
        return;
    }
    const QString left = countdownText(memory->remaining);
    words.detail = QStringList{LaneText::tr("in %1", "a NAT forgets, time").arg(left), left};
    words.over = {LaneText::tr("the NAT remembers this connection for %1 more", "time").arg(left),
                  LaneText::tr("remembered for %1 more", "by a NAT, time").arg(left), LaneText::tr("forgets in %1", "a NAT, time").arg(left)};
    words.told += u' ' + LaneText::tr("Counted from the last packet that passed, it remembers this pair for %1 more.", "time").arg(left);
}

FaultWords routerWords(const RunFacts& facts, const FaultSpan& span, int pair, double seconds, bool onLoopback)
{
    FaultWords words;
    words.fault = span.fault;
    const Fault& fault = words.fault;
    const double since = tenths(seconds - facts.since(span.applied));
    const QString what = faultText(fault, onLoopback);
    words.told = LaneText::tr("In force for %1: %2.", "time, a fault").arg(clockText(since), what);
    switch (fault.kind) {
    case FaultKind::Drop:
        describeDrop(words, since, onLoopback);
        break;
    case FaultKind::Delay:
        words.harms = false;
        words.what = QStringList{LaneText::tr("delays", "the router: packets")};
        words.detail = QStringList{what, LaneText::tr("+%1 ms", "each packet is delayed").arg(QLocale().toString(fault.delayMs))};
        words.over = withClock(what, since);
        break;
    case FaultKind::Reject:
        words.what = QStringList{LaneText::tr("rejects", "the router: packets")};
        // Which one is said over the box as well: where there is little room inside, only what kind of packet it is.
        words.detail = QStringList{answerText(fault.with), fault.with == RouterAnswer::Rst ? QStringLiteral("RST") : QStringLiteral("ICMP")};
        words.over = withClock(what, since, answerWords(fault.with));
        break;
    case FaultKind::Reset:
        words.isOver = true;
        words.what = QStringList{LaneText::tr("sent RST", "the router"), QStringLiteral("RST")};
        words.detail = QStringList{LaneText::tr("%1 ago", "time").arg(clockText(since)), clockText(since)};
        words.over = {LaneText::tr("RST injected %1 ago", "time").arg(clockText(since)), LaneText::tr("RST injected"), QStringLiteral("RST")};
        words.told = LaneText::tr("Injected a RST into every connection %1 ago.", "time").arg(clockText(since));
        break;
    case FaultKind::NatForget:
        describeMemory(words, facts, span, pair, seconds);
        break;
    case FaultKind::CableOut:
    case FaultKind::InterfaceDown:
    case FaultKind::RouteRemoved:
    case FaultKind::AddressRemoved:
    case FaultKind::NeighbourLost:
    case FaultKind::LocalDrop:
    case FaultKind::Kill:
    case FaultKind::Freeze:
    case FaultKind::PowerOff:
    case FaultKind::Reboot:
    case FaultKind::Destroy:
        break;
    }
    return words;
}

QStringList networkText(FaultKind kind)
{
    switch (kind) {
    case FaultKind::CableOut:
        return {LaneText::tr("cable out"), LaneText::tr("out", "a cable")};
    case FaultKind::InterfaceDown:
        return {LaneText::tr("interface down"), LaneText::tr("down", "an interface")};
    case FaultKind::RouteRemoved:
        return {LaneText::tr("no route to the peer"), LaneText::tr("no route")};
    case FaultKind::AddressRemoved:
        return {LaneText::tr("address removed"), LaneText::tr("no address")};
    case FaultKind::NeighbourLost:
        return {LaneText::tr("next hop answers no ARP"), LaneText::tr("no neighbour")};
    case FaultKind::LocalDrop:
        return {LaneText::tr("own queue drops what it sends"), LaneText::tr("queue drops")};
    case FaultKind::Drop:
    case FaultKind::Delay:
    case FaultKind::Reset:
    case FaultKind::Reject:
    case FaultKind::NatForget:
    case FaultKind::Kill:
    case FaultKind::Freeze:
    case FaultKind::PowerOff:
    case FaultKind::Reboot:
    case FaultKind::Destroy:
        break;
    }
    return {};
}

/// How that host is, from the span and how long ago it was.
FaultWords fateWords(const RunFacts& facts, const FaultSpan& span, double seconds)
{
    FaultWords words;
    words.fault = span.fault;
    const double since = tenths(seconds - facts.since(span.applied));
    const QString time = clockText(since);
    switch (span.fault.kind) {
    case FaultKind::Kill:
        words.what = QStringList{LaneText::tr("program killed %1 ago", "time").arg(time), LaneText::tr("program killed"), LaneText::tr("killed")};
        words.told = LaneText::tr("Its program was killed %1 ago.", "time").arg(time);
        break;
    case FaultKind::Freeze:
        words.what = QStringList{LaneText::tr("program frozen for %1", "time").arg(time), LaneText::tr("program frozen"), LaneText::tr("frozen")};
        words.told = LaneText::tr("Its program has been frozen for %1.", "time").arg(time);
        break;
    case FaultKind::PowerOff:
        words.what = QStringList{LaneText::tr("powered off %1 ago", "time").arg(time), LaneText::tr("powered off"), LaneText::tr("off", "a host")};
        words.told = LaneText::tr("It was powered off %1 ago.", "time").arg(time);
        break;
    case FaultKind::Reboot: {
        words.isOver = !inForce(span, facts, seconds);
        if (words.isOver) {
            const QString back = clockText(tenths(seconds - facts.since(*span.healed)));
            words.what = QStringList{LaneText::tr("rebooted, back for %1", "time").arg(back), LaneText::tr("rebooted"), LaneText::tr("back", "a host")};
            words.told = LaneText::tr("It has rebooted and has been back for %1, without memory of any connection.", "time").arg(back);
            break;
        }
        // Its own value, counted down: the agent tells when it really is back.
        const QString left = countdownText(span.fault.backAfterSeconds - (seconds - facts.since(span.applied)));
        words.what = QStringList{LaneText::tr("reboots: back in %1", "time").arg(left), LaneText::tr("back in %1", "time").arg(left), left};
        words.told = LaneText::tr("It reboots and will be back in %1.", "time").arg(left);
        break;
    }
    case FaultKind::Destroy:
        words.isOver = true;
        words.what = QStringList{LaneText::tr("sockets destroyed %1 ago", "time").arg(time), LaneText::tr("sockets destroyed"), LaneText::tr("destroyed")};
        words.told = LaneText::tr("Its sockets were destroyed %1 ago.", "time").arg(time);
        break;
    case FaultKind::Drop:
    case FaultKind::Delay:
    case FaultKind::Reset:
    case FaultKind::Reject:
    case FaultKind::NatForget:
    case FaultKind::CableOut:
    case FaultKind::InterfaceDown:
    case FaultKind::RouteRemoved:
    case FaultKind::AddressRemoved:
    case FaultKind::NeighbourLost:
    case FaultKind::LocalDrop:
        break;
    }
    return words;
}

bool isMade(const FaultSpan& span, const RunFacts& facts, double seconds)
{
    return facts.since(span.applied) <= seconds;
}

int weightOf(const FaultWords& words)
{
    return words.isOver ? 2 : dropsAll(words.fault) ? 0 : 1;
}

} // namespace

bool inForce(const FaultSpan& span, const RunFacts& facts, double seconds)
{
    return isMade(span, facts, seconds) && (!span.healed || facts.since(*span.healed) > seconds);
}

double tenths(double seconds)
{
    return std::floor(std::max(seconds, 0.0) * 10 + 0.005) / 10; // half a millisecond less is as much, as in clockText()
}

std::vector<FaultWords> routerFaults(const RunFacts& facts, int pair, double seconds)
{
    std::vector<FaultWords> all;
    if (!facts.timeline)
        return all;
    const bool onLoopback = pathOf(*facts.experiment, facts.timeline) == PathKind::Loopback;
    const auto& spans = facts.timeline->faults();
    for (auto span = spans.rbegin(); span != spans.rend(); ++span) {
        if (!actsAtHost(span->fault.kind) && inForce(*span, facts, seconds))
            all.push_back(routerWords(facts, *span, pair, seconds, onLoopback));
    }
    std::ranges::stable_sort(all, {}, weightOf);
    return all;
}

std::vector<FaultWords> networkFaults(const RunFacts& facts, Host host, double seconds)
{
    std::vector<FaultWords> all;
    if (!facts.timeline)
        return all;
    for (const FaultSpan& span : facts.timeline->faults()) {
        const QStringList what = networkText(span.fault.kind);
        if (what.isEmpty() || span.fault.host != host || !inForce(span, facts, seconds))
            continue;
        FaultWords words;
        words.fault = span.fault;
        words.what = what;
        const double since = tenths(seconds - facts.since(span.applied));
        words.over = withClock(what.first(), since, what.mid(1)) << QStringLiteral("✕"); // beside the bar at the host's edge
        words.told = span.fault.kind == FaultKind::CableOut
                         ? LaneText::tr("The cable has been out for %1.", "time").arg(clockText(since))
                         : LaneText::tr("In force for %1: %2.", "time, a fault").arg(clockText(since), what.first());
        all.push_back(words);
    }
    return all;
}

std::vector<FaultWords> fatesOf(const RunFacts& facts, Host host, double seconds)
{
    std::vector<FaultWords> all;
    if (!facts.timeline)
        return all;
    const auto& spans = facts.timeline->faults();
    for (auto span = spans.rbegin(); span != spans.rend(); ++span) {
        const FaultKind kind = span->fault.kind;
        const bool stays = endsProgram(kind) || siteOf(kind) == FaultSite::Sockets; // what it did outlives it
        if (span->fault.host != host || !(actsOnProgram(kind) || stays))
            continue;
        if (stays ? isMade(*span, facts, seconds) : inForce(*span, facts, seconds))
            all.push_back(fateWords(facts, *span, seconds));
    }
    std::ranges::stable_sort(all, {}, weightOf);
    return all;
}

} // namespace halfopen
