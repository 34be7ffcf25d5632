// SPDX-License-Identifier: GPL-3.0-or-later
// Hulls of chains that have been worked out before.
#include "core/chain_memory.h"

#include <functional>

namespace halfopen {

namespace {

constexpr std::size_t kMostAnswers = 20'000; // of a few hundred bytes each

void mix(std::size_t& key, double number)
{
    key ^= std::hash<double>{}(number) + 0x9e3779b97f4a7c15U + (key << 6) + (key >> 2);
}

void mixChain(std::size_t& key, const KeepaliveChain& chain)
{
    for (const int number : {chain.idleSeconds, chain.intervalSeconds, chain.count, chain.userTimeoutMs})
        mix(key, number);
}

void mixChain(std::size_t& key, const RetransmissionChain& chain)
{
    for (const int number : {chain.userTimeoutMs, chain.retries2, chain.rtoMaxMs, chain.orphanRetries.value_or(-1)})
        mix(key, number);
    mix(key, chain.orphanFrom);
}

void mixChain(std::size_t& key, const WindowProbeChain& chain)
{
    for (const int number : {chain.userTimeoutMs, chain.retries2, chain.rtoMaxMs, chain.orphanRetries.value_or(-1)})
        mix(key, number);
    mix(key, chain.orphanFrom);
}

void mixChain(std::size_t& key, const SynChain& chain)
{
    for (const int number : {chain.synRetries, chain.userTimeoutMs, chain.rtoMaxMs})
        mix(key, number);
}

} // namespace

/// Of what differs most often; whether two questions are equal is asked of all their values.
std::size_t ChainMemory::keyOf(const ChainQuestion& question)
{
    std::size_t key = question.chain.index();
    std::visit([&key](const auto& chain) { mixChain(key, chain); }, question.chain);
    for (const double number : question.numbers)
        mix(key, number);
    mix(key, question.script.startSeconds());
    for (const FaultScript::Span& outage : question.script.outages()) {
        mix(key, outage.from);
        mix(key, outage.to);
    }
    return key;
}

const ChainHull* ChainMemory::find(std::size_t key, const ChainQuestion& question) const
{
    const auto [from, to] = m_answers.equal_range(key);
    for (auto each = from; each != to; ++each) {
        if (each->second.first == question)
            return &each->second.second;
    }
    return nullptr;
}

void ChainMemory::keep(std::size_t key, ChainQuestion question, const ChainHull& hull)
{
    if (m_answers.size() < kMostAnswers)
        m_answers.emplace(key, Answer{std::move(question), hull});
}

} // namespace halfopen
