// SPDX-License-Identifier: GPL-3.0-or-later
// Hulls of chains that have been worked out before: the experiments of a sweep share many of them.
#pragma once

#include <cstddef>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

#include "core/chain_hull.h"
#include "core/fault_script.h"
#include "core/timer_chain.h"

namespace halfopen {

/// Everything that the hull of many chains depends on, as values. `chain` is what all of them have in common, `numbers`
/// whatever tells them apart: the times, RTOs and phases that are gone through.
struct ChainQuestion final
{
    std::variant<KeepaliveChain, RetransmissionChain, WindowProbeChain, SynChain> chain;
    std::vector<double> numbers;
    FaultScript script;
    bool operator==(const ChainQuestion&) const = default;
};

/// Answers an equal question at once, so that an answer is the same with a memory and without. It forgets nothing and takes
/// in a limited number of answers.
class ChainMemory final
{
public:
    /// Who asks: an end and its peer ask the same several times within one prediction, and the experiments of a series share
    /// more where a question leaves out what does not matter.
    enum class For { OnePrediction, Series };
    explicit ChainMemory(For whom) : m_for(whom) {}
    [[nodiscard]] bool isOfSeries() const { return m_for == For::Series; }

    /// The answer to an equal question, else that of `work()`.
    template<class Work>
    [[nodiscard]] ChainHull answer(ChainQuestion question, const Work& work)
    {
        const std::size_t key = keyOf(question);
        if (const ChainHull* const known = find(key, question))
            return *known;
        ChainHull worked = work();
        keep(key, std::move(question), worked);
        return worked;
    }

private:
    using Answer = std::pair<ChainQuestion, ChainHull>;

    [[nodiscard]] static std::size_t keyOf(const ChainQuestion& question);
    [[nodiscard]] const ChainHull* find(std::size_t key, const ChainQuestion& question) const;
    void keep(std::size_t key, ChainQuestion question, const ChainHull& hull);

    For m_for;
    std::unordered_multimap<std::size_t, Answer> m_answers;
};

/// With a memory or without: `work()` has to depend on nothing but these values.
template<class Chain, class Work>
[[nodiscard]] ChainHull remembered(ChainMemory* memory, const Chain& chain, std::vector<double> numbers, const FaultScript& script, const Work& work)
{
    return memory ? memory->answer({chain, std::move(numbers), script}, work) : work();
}

} // namespace halfopen
