// SPDX-License-Identifier: GPL-3.0-or-later
// Lets everything that can end an end's activity race, and keeps what can come first.
#include "core/predictor.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <vector>

#include "core/chain_memory.h"
#include "core/end_model.h"
#include "core/prediction_series.h"
#include "core/prediction_words.h"

namespace halfopen {

namespace {

/// The latest moment at which one of the certain candidates has come.
RunTime latestForSure(const std::vector<Candidate>& candidates)
{
    RunTime latest = RunTime::max();
    for (const Candidate& candidate : candidates) {
        if (!candidate.certain)
            continue;
        RunTime own = RunTime::min();
        for (const PredictionMode& mode : candidate.modes)
            own = std::max(own, mode.at.latest);
        latest = std::min(latest, own);
    }
    return latest;
}

void race(const std::vector<Candidate>& candidates, Prediction& prediction)
{
    const RunTime end = latestForSure(candidates);
    RunTime first = RunTime::max();
    prediction.mayBeNever = end == RunTime::max() && !candidates.empty();
    for (const Candidate& candidate : candidates) {
        for (const PredictionMode& mode : candidate.modes) {
            if (mode.at.earliest > end)
                continue;
            prediction.modes.push_back(mode);
            prediction.modes.back().at.latest = std::min(mode.at.latest, std::max(end, mode.at.earliest));
            if (mode.at.earliest < first) {
                first = mode.at.earliest;
                prediction.decidedBy = candidate.decidedBy;
            }
        }
        for (const ExpectedPacket& packet : candidate.schedule) {
            if (packet.at.earliest <= end)
                prediction.schedule.push_back(packet);
        }
    }
    std::ranges::sort(prediction.modes, {}, [](const PredictionMode& mode) { return mode.at.earliest; });
    std::ranges::stable_sort(prediction.schedule, {}, [](const ExpectedPacket& packet) { return packet.at.earliest; });
}

/// Of a prediction of a series nobody asks schedule and reason.
Prediction predictEnd(const Experiment& experiment, const KernelProfile& kernel, int index, Host end, const TcpInfo* measured,
                      const TcpInfo* peerMeasured, ChainMemory& memory)
{
    const Pair& pair = experiment.pairs[static_cast<std::size_t>(index)];
    const EndModel model{experiment, kernel, pair, end, measured, peerMeasured, Chance::AllLost, &memory};
    Prediction prediction;
    prediction.pair = index;
    prediction.end = end;
    prediction.applicable = isDetector(model.own().activity) && !model.script().ownProgramGone();
    std::ranges::transform(model.forgettings(), std::back_inserter(prediction.forgotten), fromSeconds);
    if (memory.isOfSeries() && !prediction.applicable)
        return prediction;
    if (!model.script().ownProgramGone()) {
        std::vector<Candidate> candidates = model.candidates();
        if (!model.script().chances().empty()) { // what comes with the best of luck as well comes for sure
            const EndModel lucky{experiment, kernel, pair, end, measured, peerMeasured, Chance::NoneLost, &memory};
            std::ranges::move(lucky.candidates(), std::back_inserter(candidates));
        }
        race(candidates, prediction);
        if (prediction.never()) {
            const bool byChance = !model.script().chances().empty(); // a way that loses some packets is a way
            prediction.afterlife = byChance ? EndModel{experiment, kernel, pair, end, measured, peerMeasured, Chance::NoneLost, &memory}.afterlife() : model.afterlife();
        }
    }
    if (!prediction.applicable) { // the kernel may close its socket all the same: the schedule stays
        prediction.modes.clear();
        prediction.decidedBy = DecidedBy::Nobody;
        prediction.mayBeNever = false;
    }
    if (memory.isOfSeries()) {
        prediction.schedule.clear();
        return prediction;
    }
    prediction.silentSeconds = model.silentBeforeFault();
    prediction.why = explain(model, prediction);
    return prediction;
}

// So many kinds of pairs are remembered: more are rare, and searching would cost more than it saves.
constexpr std::size_t kMostKinds = 32;

/// The place of an earlier pair that is like that one, among those that stand for their kind; it is added where there is none.
std::optional<std::size_t> likeThat(const std::vector<Pair>& pairs, std::size_t index, std::vector<std::size_t>& kinds)
{
    const auto known = std::ranges::find_if(kinds, [&](std::size_t each) { return pairs[each].client == pairs[index].client && pairs[each].server == pairs[index].server; });
    if (known != kinds.end())
        return *known;
    if (kinds.size() < kMostKinds)
        kinds.push_back(index);
    return std::nullopt;
}

const TcpInfo* find(std::span<const EndAtFault> measured, std::size_t& next, int pair, Host end)
{
    // both lists go up by pair and end; whatever does not fit is skipped
    while (next < measured.size() && (measured[next].pair < pair || (measured[next].pair == pair && measured[next].end < end)))
        ++next;
    const bool found = next < measured.size() && measured[next].pair == pair && measured[next].end == end;
    return found ? &measured[next].info : nullptr;
}

std::vector<Prediction> predictAll(const Experiment& experiment, const KernelProfile& kernel, std::span<const EndAtFault> measured, ChainMemory& memory)
{
    KernelProfile profile = kernel;
    for (const auto& [name, value] : experiment.sysctl)
        profile.sysctl[name] = value;
    std::vector<Prediction> predictions;
    predictions.reserve(2 * experiment.pairs.size());
    std::size_t next = 0;
    std::vector<std::size_t> kinds;
    for (std::size_t i = 0; i < experiment.pairs.size(); ++i) {
        const auto like = measured.empty() ? likeThat(experiment.pairs, i, kinds) : std::nullopt;
        const TcpInfo* const client = find(measured, next, static_cast<int>(i), Host::Client);
        const TcpInfo* const server = find(measured, next, static_cast<int>(i), Host::Server);
        for (const Host end : {Host::Client, Host::Server}) {
            if (like) {
                predictions.push_back(predictions[2 * *like + (end == Host::Client ? 0 : 1)]);
                predictions.back().pair = static_cast<int>(i);
            } else {
                predictions.push_back(predictEnd(experiment, profile, static_cast<int>(i), end, end == Host::Client ? client : server,
                                                 end == Host::Client ? server : client, memory));
            }
        }
    }
    return predictions;
}

} // namespace

std::vector<Prediction> predict(const Experiment& experiment, const KernelProfile& kernel, std::span<const EndAtFault> measured)
{
    ChainMemory memory{ChainMemory::For::OnePrediction};
    return predictAll(experiment, kernel, measured, memory);
}

PredictionSeries::PredictionSeries(KernelProfile kernel) : m_kernel(std::move(kernel)), m_memory(std::make_unique<ChainMemory>(ChainMemory::For::Series)) {}
PredictionSeries::PredictionSeries(PredictionSeries&&) noexcept = default;
PredictionSeries& PredictionSeries::operator=(PredictionSeries&&) noexcept = default;
PredictionSeries::~PredictionSeries() = default;

std::vector<Prediction> PredictionSeries::outcomes(const Experiment& experiment)
{
    return predictAll(experiment, m_kernel, {}, *m_memory);
}

} // namespace halfopen
