// SPDX-License-Identifier: GPL-3.0-or-later
// What the router's faults do to each packet.
#include "agent/cable/router_rules.h"

#include <algorithm>

namespace halfopen {

namespace {

constexpr double kBurst = 6;

} // namespace

bool matches(PacketChoice choice, const Packet& packet)
{
    switch (choice) {
    case PacketChoice::Any:
        return true;
    case PacketChoice::Data:
        return packet.length > 0 && packet.kind != PacketKind::Probe;
    case PacketChoice::Ack:
        return packet.kind == PacketKind::Ack || packet.kind == PacketKind::Answer;
    case PacketChoice::KeepaliveProbe:
        break;
    }
    return packet.kind == PacketKind::Probe;
}

RouterRules::RouterRules(std::size_t pairs, std::uint32_t seed) : m_lastSeen(pairs), m_dice(seed) {}

void RouterRules::apply(int id, const Fault& fault)
{
    Rule rule{.fault = fault, .matches = {}, .forgotten = {}};
    if (fault.kind == FaultKind::Drop && fault.nth)
        rule.matches.resize(m_lastSeen.size());
    if (fault.kind == FaultKind::NatForget)
        rule.forgotten.resize(m_lastSeen.size());
    m_rules.insert_or_assign(id, std::move(rule));
}

void RouterRules::lift(int id) { m_rules.erase(id); }

PacketDecision RouterRules::decide(RunTime now, const Packet& packet)
{
    PacketDecision decision;
    for (auto& [id, rule] : m_rules) {
        if (rule.fault.kind == FaultKind::NatForget) {
            if (!forgets(rule, now, packet))
                continue;
            const bool silent = rule.fault.with == RouterAnswer::Silent;
            return {silent ? PacketFate::Dropped : PacketFate::Rejected, rule.fault.with, {}};
        }
        if (!actsOn(rule.fault, directionFrom(packet.from)))
            continue;
        if (rule.fault.kind == FaultKind::Drop && drops(rule, packet))
            return {PacketFate::Dropped, RouterAnswer::Silent, {}};
        if (rule.fault.kind == FaultKind::Reject)
            return {PacketFate::Rejected, rule.fault.with, {}};
        if (rule.fault.kind == FaultKind::Delay)
            decision.delay += std::chrono::duration_cast<RunTime>(std::chrono::duration<double, std::milli>{rule.fault.delayMs});
    }
    if (packet.pair >= 0 && static_cast<std::size_t>(packet.pair) < m_lastSeen.size())
        m_lastSeen[static_cast<std::size_t>(packet.pair)] = now;
    return decision;
}

bool RouterRules::drops(Rule& rule, const Packet& packet)
{
    if (!matches(rule.fault.only, packet))
        return false;
    if (rule.fault.nth) {
        const auto pair = static_cast<std::size_t>(packet.pair);
        if (packet.pair < 0 || pair >= rule.matches.size())
            return false;
        return ++rule.matches[pair][slotOf(packet.from)] == *rule.fault.nth;
    }
    return rule.fault.percent >= 100 || std::uniform_real_distribution<double>{0, 100}(m_dice) < rule.fault.percent;
}

/// A SYN makes the middlebox remember anew; everything else keeps alive what is remembered.
bool RouterRules::forgets(Rule& rule, RunTime now, const Packet& packet) const
{
    const auto pair = static_cast<std::size_t>(packet.pair);
    if (packet.pair < 0 || pair >= rule.forgotten.size())
        return false;
    if (packet.kind == PacketKind::Syn) {
        rule.forgotten[pair] = false;
        return false;
    }
    const std::optional<RunTime> last = m_lastSeen[pair];
    if (last && now - *last >= fromSeconds(rule.fault.idleSeconds))
        rule.forgotten[pair] = true;
    return rule.forgotten[pair];
}

bool IcmpRateLimit::allows(RunTime now)
{
    if (!m_last)
        m_tokens = kBurst;
    else
        m_tokens = std::min(kBurst, m_tokens + toSeconds(now - *m_last));
    m_last = now;
    if (m_tokens < 1)
        return false;
    m_tokens -= 1;
    return true;
}

} // namespace halfopen
