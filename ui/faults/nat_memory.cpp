// SPDX-License-Identifier: GPL-3.0-or-later
// How long a forgetful middlebox still remembers a connection.
#include "ui/faults/nat_memory.h"

#include <QCoreApplication>

#include <algorithm>

#include "ui/faults/fault_state.h"
#include "ui/theme/quantity_text.h"

namespace halfopen {

namespace {

struct NatMemoryText final
{
    Q_DECLARE_TR_FUNCTIONS(halfopen::NatMemoryText)
};

} // namespace

std::optional<NatMemory> NatMemory::of(const Timeline& run, int pair, RunTime now)
{
    const auto made = faultsInForce(run, FaultKind::NatForget);
    return made.empty() ? std::nullopt : of(run, *made.back(), pair, now);
}

std::optional<NatMemory> NatMemory::of(const Timeline& run, const FaultSpan& fault, int pair, RunTime now)
{
    if (pair < 0 || static_cast<std::size_t>(pair) >= run.pairs().size())
        return std::nullopt;
    const PairTrack& track = run.pairs()[static_cast<std::size_t>(pair)];
    const RunTime patience = fromSeconds(fault.fault.idleSeconds);
    // Ordinary packets are told in flows, all of which have passed.
    const auto heardInFlow = [&track](RunTime at) {
        const auto flow = std::ranges::upper_bound(track.flows, at, {}, &FlowMark::last);
        return flow == track.flows.begin() ? std::optional<RunTime>{} : std::prev(flow)->last;
    };
    const auto isSignOfLife = [](const PacketMark& mark) {
        const Packet& packet = mark.packet;
        return !packet.isMade && !isNeighbourTalk(packet.kind) && (packet.fate == PacketFate::Delivered || packet.fate == PacketFate::Lost);
    };
    // A packet of before the fault counts as a sign of life; a SYN is remembered anew.
    auto packet = std::ranges::lower_bound(track.packets, fault.applied, {}, &PacketMark::time);
    std::optional<RunTime> last;
    for (auto before = packet; before != track.packets.begin() && !last;) {
        --before;
        if (isSignOfLife(*before))
            last = before->time;
    }
    std::optional<RunTime> forgotten;
    const auto forgetsAt = [&](RunTime silentSince) { return std::max(silentSince + patience, fault.applied); };
    for (; packet != track.packets.end() && packet->time <= now; ++packet) {
        if (packet->packet.isMade || isNeighbourTalk(packet->packet.kind))
            continue;
        if (const auto flow = heardInFlow(packet->time))
            last = std::max(last.value_or(*flow), *flow);
        if (packet->packet.kind == PacketKind::Syn)
            forgotten.reset();
        else if (last && !forgotten && packet->time - *last >= patience)
            forgotten = forgetsAt(*last);
        // What another fault has taken never reached the middlebox's memory.
        if (isSignOfLife(*packet))
            last = packet->time;
    }
    if (const auto flow = heardInFlow(now))
        last = std::max(last.value_or(*flow), *flow);
    if (!last)
        return std::nullopt;
    const double remaining = toSeconds(patience - (now - *last));
    if (remaining <= 0 && !forgotten)
        forgotten = forgetsAt(*last);
    return NatMemory{forgotten.has_value(), std::max(remaining, 0.0), forgotten};
}

QString memoryText(const NatMemory& memory, const QString& pair)
{
    if (memory.forgotten)
        return NatMemoryText::tr("has forgotten “%1”", "a pair's name").arg(pair);
    return NatMemoryText::tr("remembers “%1” for %2 more", "a pair's name, time").arg(pair, countdownText(memory.remaining));
}

} // namespace halfopen
