// SPDX-License-Identifier: GPL-3.0-or-later
// What the router's faults do to each packet.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <random>
#include <vector>

#include "core/fault.h"
#include "core/packet.h"
#include "core/run_time.h"

namespace halfopen {

/// What becomes of one packet.
struct PacketDecision final
{
    PacketFate fate = PacketFate::Delivered;    // Delivered, Dropped or Rejected
    RouterAnswer answer = RouterAnswer::Silent; // of a rejected one
    RunTime delay{0};                           // of a delivered one

    bool operator==(const PacketDecision&) const = default;
};

/// The faults in force in the router that look at each packet: choosy drops, delays, rejections, and the memory of a
/// middlebox. The first that takes a packet decides, in the order in which they came into force; delays add up.
/// Pure: no clock, no socket; used by one thread.
class RouterRules final
{
public:
    /// `seed` of the dice behind `percent`.
    RouterRules(std::size_t pairs, std::uint32_t seed);

    /// Drop, Delay, Reject or NatForget; other kinds do nothing here.
    void apply(int id, const Fault& fault);
    void lift(int id);
    [[nodiscard]] bool empty() const { return m_rules.empty(); }

    /// `now`: when the packet came in. To be called for every packet, also while no rule is in force: a middlebox
    /// remembers when it saw a connection last.
    [[nodiscard]] PacketDecision decide(RunTime now, const Packet& packet);

private:
    struct Rule final
    {
        Fault fault;
        std::vector<std::array<int, 2>> matches; // Drop with nth: by pair and sender
        std::vector<bool> forgotten;             // NatForget: by pair
    };

    [[nodiscard]] bool drops(Rule& rule, const Packet& packet);
    [[nodiscard]] bool forgets(Rule& rule, RunTime now, const Packet& packet) const;

    std::map<int, Rule> m_rules;                     // by fault id: in the order of coming into force
    std::vector<std::optional<RunTime>> m_lastSeen;  // by pair: the last packet that passed
    std::mt19937 m_dice;
};

/// Whether a fault with that choice takes packets of that kind.
[[nodiscard]] bool matches(PacketChoice choice, const Packet& packet);

/// A router's own restraint in sending ICMP errors to one host: six at once, then one a second
/// (icmp_ratelimit 1000 ms, XRLIM_BURST_FACTOR of net/ipv4/route.c).
class IcmpRateLimit final
{
public:
    [[nodiscard]] bool allows(RunTime now);

private:
    std::optional<RunTime> m_last;
    double m_tokens = 0;
};

} // namespace halfopen
