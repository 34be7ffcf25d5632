// SPDX-License-Identifier: GPL-3.0-or-later
// Decides which packets are told one by one and which are counted in bursts.
#include "agent/cable/flow_folding.h"

#include <utility>

namespace halfopen {

namespace {

constexpr RunTime kWindow = std::chrono::milliseconds{100};
constexpr RunTime kLookBack = std::chrono::milliseconds{200}; // before a fault everything is told
constexpr RunTime kBurst = std::chrono::milliseconds{100};
constexpr int kFewInWindow = 20;         // up to here a pair is not flowing
constexpr int kMostToldInWindow = 200;   // near a fault
constexpr std::size_t kMostHeld = 400;   // the latest before a fault; a gigabit sender makes these in a few ms

bool isOrdinary(const Packet& packet)
{
    return packet.fate == PacketFate::Delivered && (packet.kind == PacketKind::Data || packet.kind == PacketKind::Ack);
}

} // namespace

FlowFolding::FlowFolding(int pairs) : m_flows(static_cast<std::size_t>(pairs < 0 ? 0 : pairs)) {}

FlowFolding::Flow* FlowFolding::flowOf(const Packet& packet)
{
    const auto index = static_cast<std::size_t>(packet.pair);
    return packet.pair >= 0 && index < m_flows.size() ? &m_flows[index] : nullptr;
}

bool FlowFolding::add(RunTime time, const Packet& packet)
{
    Flow* const flow = flowOf(packet);
    if (!flow) {
        tell(time, packet);
        return true;
    }
    turnWindow(*flow, time);
    if (flow->watched)
        return addWatched(*flow, packet.pair, time, packet);
    if (isOrdinary(packet) && ++flow->inWindow > kFewInWindow)
        flow->flowing = true;
    // While older packets of the pair are held, others wait behind them: order is kept.
    if (flow->flowing || !flow->held.empty()) {
        hold(*flow, packet.pair, time, packet);
        return false;
    }
    tell(time, packet);
    return true;
}

void FlowFolding::turnWindow(Flow& flow, RunTime time) const
{
    if (time - flow.windowBegin < kWindow)
        return;
    flow.flowing = flow.inWindow > kFewInWindow && time - flow.windowBegin < 2 * kWindow;
    flow.inWindow = 0;
    flow.windowBegin = time;
}

bool FlowFolding::addWatched(Flow& flow, int pair, RunTime time, const Packet& packet)
{
    const bool told = !isOrdinary(packet) || ++flow.inWindow <= kMostToldInWindow;
    if (told) {
        tellBursts(flow, pair, RunTime::max());
        tell(time, packet);
    } else {
        count(flow, pair, Held{time, packet});
        activate(flow, pair);
    }
    if (!m_inForce)
        noteResumption(flow, time, packet);
    return told;
}

void FlowFolding::noteResumption(Flow& flow, RunTime time, const Packet& packet) const
{
    if (packet.fate == PacketFate::Delivered)
        flow.deliveredSinceHeal[slotOf(packet.from)] = true;
    if (!flow.resumedAt && flow.deliveredSinceHeal[0] && flow.deliveredSinceHeal[1])
        flow.resumedAt = time;
    if (flow.resumedAt && time - *flow.resumedAt >= kLookBack)
        flow.watched = false;
}

void FlowFolding::hold(Flow& flow, int pair, RunTime time, const Packet& packet)
{
    flow.held.push_back(Held{time, packet});
    activate(flow, pair);
    if (flow.held.size() > kMostHeld)
        releaseOldest(flow, pair);
}

void FlowFolding::count(Flow& flow, int pair, const Held& held)
{
    Burst& burst = flow.bursts[slotOf(held.packet.from)];
    if (burst.packets > 0 && held.time - burst.first >= kBurst)
        tellBursts(flow, pair, held.time - kBurst);
    if (burst.packets == 0)
        burst.first = held.time;
    burst.last = held.time;
    ++burst.packets;
    burst.bytes += held.packet.length;
}

void FlowFolding::releaseOldest(Flow& flow, int pair)
{
    const Held oldest = flow.held.front();
    flow.held.pop_front();
    if (isOrdinary(oldest.packet)) {
        count(flow, pair, oldest);
        return;
    }
    tellBursts(flow, pair, RunTime::max());
    tell(oldest.time, oldest.packet);
}

void FlowFolding::releaseUntil(Flow& flow, int pair, RunTime until)
{
    while (!flow.held.empty() && flow.held.front().time <= until)
        releaseOldest(flow, pair);
}

void FlowFolding::advance(RunTime now)
{
    std::vector<int> stillActive;
    for (const int pair : std::exchange(m_active, {})) {
        Flow& flow = m_flows[static_cast<std::size_t>(pair)];
        releaseUntil(flow, pair, now - kLookBack);
        // While packets are held, the counted ones are older by the look-back.
        tellBursts(flow, pair, now - kBurst - (flow.held.empty() ? RunTime{0} : kLookBack));
        flow.active = !flow.held.empty() || flow.bursts[0].packets > 0 || flow.bursts[1].packets > 0;
        if (flow.active)
            stillActive.push_back(pair);
    }
    m_active = std::move(stillActive);
}

void FlowFolding::setFaultInForce(bool inForce)
{
    if (m_inForce == inForce)
        return;
    m_inForce = inForce;
    for (std::size_t i = 0; i < m_flows.size(); ++i) {
        Flow& flow = m_flows[i];
        flow.resumedAt.reset();
        flow.deliveredSinceHeal = {};
        if (!inForce)
            continue;
        if (!flow.watched)
            tellHeld(flow, static_cast<int>(i));
        flow.watched = true;
    }
}

void FlowFolding::tellHeld(Flow& flow, int pair)
{
    tellBursts(flow, pair, RunTime::max());
    for (const Held& held : flow.held)
        tell(held.time, held.packet);
    flow.held.clear();
    flow.inWindow = 0;
}

void FlowFolding::tellBursts(Flow& flow, int pair, RunTime begunBefore)
{
    const auto isDue = [begunBefore](const Burst& burst) { return burst.packets > 0 && burst.first <= begunBefore; };
    if (!isDue(flow.bursts[0]) && !isDue(flow.bursts[1]))
        return;
    std::array<Host, 2> order{Host::Client, Host::Server}; // both at once, so that they come out in order of time
    if (flow.bursts[1].last < flow.bursts[0].last)
        std::swap(order[0], order[1]);
    for (const Host from : order) {
        Burst& burst = flow.bursts[slotOf(from)];
        if (burst.packets == 0)
            continue;
        m_events.push_back(Event{burst.last, FlowEvent{pair, from, burst.first, burst.packets, burst.bytes}});
        burst = Burst{};
    }
}

void FlowFolding::tell(RunTime time, const Packet& packet) { m_events.push_back(Event{time, PacketEvent{packet}}); }

void FlowFolding::activate(Flow& flow, int pair)
{
    if (std::exchange(flow.active, true))
        return;
    m_active.push_back(pair);
}

void FlowFolding::finish()
{
    for (const int pair : std::exchange(m_active, {})) {
        Flow& flow = m_flows[static_cast<std::size_t>(pair)];
        while (!flow.held.empty())
            releaseOldest(flow, pair);
        tellBursts(flow, pair, RunTime::max());
        flow.active = false;
    }
}

std::vector<Event> FlowFolding::take() { return std::exchange(m_events, {}); }

} // namespace halfopen
