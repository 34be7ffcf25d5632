// SPDX-License-Identifier: GPL-3.0-or-later
// Chains in every phase of the timer wheel, without running each.
#include "core/phase_scan.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "core/timer_wheel.h"

namespace halfopen {

namespace {

struct PhaseRun
{
    std::size_t index; // of the phase
    JiffyClock clock;
    ChainResult result;
    std::int64_t firstExpiry;

    /// Of a time that is on a jiffy.
    [[nodiscard]] std::int64_t jiffy(double time) const { return std::llround((time - clock.seconds(0)) * clock.hz()); }
};

double armedAt(const KeepaliveChain& chain) { return chain.armedAt; }
double armedAt(const SynChain& chain) { return chain.firstSent; }
std::int64_t armedForJiffies(const KeepaliveChain& chain, int hz) { return std::llround(chain.armedFor * hz); }
std::int64_t armedForJiffies(const SynChain&, int hz) { return jiffiesOfMs(1000, hz); } // TCP_TIMEOUT_INIT

/// tcp_keepalive_timer(): the first expiry probes, or the next where it came too soon after the last segment. An earlier
/// probe that was answered is not among those that the result holds.
bool isAllThatWasSent(const KeepaliveChain& chain, const PhaseRun& run)
{
    const std::int64_t idle = std::int64_t{chain.idleSeconds} * run.clock.hz();
    const std::int64_t elapsed = run.firstExpiry - run.clock.jiffy(chain.lastHeard);
    const std::int64_t first = elapsed < idle ? wheelFires(run.firstExpiry, idle - elapsed) : run.firstExpiry;
    return !run.result.sent.empty() && run.jiffy(run.result.sent.front()) == first;
}

bool isAllThatWasSent(const SynChain&, const PhaseRun& run) { return run.result.sent.size() > 1; }

bool isSilence(const KeepaliveChain&, const FaultScript& script, const ChainResult& low, const ChainResult& high)
{
    return script.isSilentTo(Segment::Probe, high.sent.front(), *low.diedAt); // the higher the phase, the earlier
}

bool isSilence(const SynChain& chain, const FaultScript& script, const ChainResult& low, const ChainResult&)
{
    return script.isSilentTo(Segment::Data, chain.firstSent, *low.diedAt);
}

/// connect() sends the first SYN, no timer.
std::size_t firstOnAJiffy(const KeepaliveChain&) { return 0; }
std::size_t firstOnAJiffy(const SynChain&) { return 1; }

/// Between two ascending phases in which a chain that nobody answers expires in the same jiffies lie none that expire in
/// others. The jiffies of the last segment and of the first expiry go up with the phase, the time that has passed at a
/// given jiffy goes down, and limits are asked of nothing else; a pause that is cut short by the user timeout grows as
/// that time goes down; and wheelFires() goes up with both of its arguments. All times are (jiffy - phase) / HZ, so the two phases
/// have the earliest and the latest of each.
template<class Chain>
class PhaseScan final
{
public:
    PhaseScan(ChainHull& hull, const Chain& chain, int hz, const std::vector<double>& phases, const FaultScript& script)
        : m_hull(hull), m_chain(chain), m_hz(hz), m_phases(phases), m_script(script), m_armedFor(armedForJiffies(chain, hz))
    {}

    void run()
    {
        const auto begin = m_phases.begin();
        for (auto from = begin; from != m_phases.end();) {
            const auto ascendingTo = std::is_sorted_until(from, m_phases.end());
            const std::int64_t fires = firstExpiry(*from);
            const auto next = std::partition_point(from, ascendingTo, [&](double phase) { return firstExpiry(phase) == fires; });
            addBetween(runOf(static_cast<std::size_t>(from - begin)), runOf(static_cast<std::size_t>(next - begin) - 1));
            from = next;
        }
    }

private:
    [[nodiscard]] std::int64_t firstExpiry(double phase) const { return wheelFires(JiffyClock{m_hz, phase}.jiffy(armedAt(m_chain)), m_armedFor); }

    [[nodiscard]] PhaseRun runOf(std::size_t index) const
    {
        const JiffyClock clock{m_hz, m_phases[index]};
        return {index, clock, m_chain.run(clock, m_script), firstExpiry(m_phases[index])};
    }

    void addBetween(const PhaseRun& low, const PhaseRun& high)
    {
        if (high.index - low.index <= 1 || isSameExpiries(low, high)) {
            m_hull.add(low.result, true);
            m_hull.add(high.result, true);
            return;
        }
        const std::size_t middle = low.index + (high.index - low.index) / 2;
        addBetween(low, runOf(middle));
        addBetween(runOf(middle + 1), high);
    }

    /// Both die, of the same expiries, and none of what they have sent is answered.
    [[nodiscard]] bool isSameExpiries(const PhaseRun& low, const PhaseRun& high) const
    {
        const ChainResult& one = low.result;
        const ChainResult& other = high.result;
        if (!one.diedAt || !other.diedAt || one.expiries != other.expiries || one.sent.size() != other.sent.size())
            return false;
        if (low.jiffy(*one.diedAt) != high.jiffy(*other.diedAt) || !isAllThatWasSent(m_chain, low) || !isAllThatWasSent(m_chain, high))
            return false;
        for (std::size_t i = firstOnAJiffy(m_chain); i < one.sent.size(); ++i) {
            if (low.jiffy(one.sent[i]) != high.jiffy(other.sent[i]))
                return false;
        }
        return isSilence(m_chain, m_script, one, other);
    }

    ChainHull& m_hull;
    const Chain& m_chain;
    int m_hz;
    const std::vector<double>& m_phases;
    const FaultScript& m_script;
    std::int64_t m_armedFor;
};

/// Nothing but silence and its own options tell the chain what to do.
bool isUndisturbed(const KeepaliveChain& chain, const FaultScript& script)
{
    return chain.on && chain.heard.empty() && chain.changes.empty() && chain.horizon == FaultScript::kForever && chain.armedAt == chain.lastHeard &&
           script.singleLosses().empty();
}

bool isUndisturbed(const SynChain&, const FaultScript&) { return true; }

template<class Chain>
void addPhases(ChainHull& hull, const Chain& chain, int hz, const std::vector<double>& phases, const FaultScript& script)
{
    if (isUndisturbed(chain, script)) {
        PhaseScan<Chain>{hull, chain, hz, phases, script}.run();
        return;
    }
    for (const double phase : phases)
        hull.add(chain.run({hz, phase}, script), true);
}

} // namespace

void addEveryPhase(ChainHull& hull, const KeepaliveChain& chain, int hz, const std::vector<double>& phases, const FaultScript& script)
{
    addPhases(hull, chain, hz, phases, script);
}

void addEveryPhase(ChainHull& hull, const SynChain& chain, int hz, const std::vector<double>& phases, const FaultScript& script)
{
    addPhases(hull, chain, hz, phases, script);
}

} // namespace halfopen
