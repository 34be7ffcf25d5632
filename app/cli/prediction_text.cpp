// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/prediction_text.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/outcome_text.h"
#include "core/outcome_csv.h"

namespace halfopen {

namespace {

std::string modeText(const PredictionMode& mode)
{
    const std::string what = mode.result < 0 ? errnoName(mode.errorNumber) : fmt::format("returns {}", mode.result);
    return fmt::format("{}  {} {}", intervalText(mode.at), mode.call, what);
}

std::string oneText(const Experiment& experiment, const Prediction& prediction)
{
    const std::string who = endName(experiment, prediction.pair, prediction.end);
    std::string text;
    if (!prediction.applicable) {
        text = fmt::format("{}: nobody looks\n", who);
    } else if (prediction.livesOn()) {
        text = fmt::format("{}: never, the connection lives on\n", who);
    } else if (prediction.never()) {
        text = fmt::format("{}: never\n", who);
    } else {
        text = fmt::format("{}: ", who);
        for (std::size_t i = 0; i < prediction.modes.size(); ++i)
            text += (i > 0 ? ", or " : "") + modeText(prediction.modes[i]);
        text += fmt::format("  ({}){}\n", name(prediction.decidedBy), prediction.mayBeNever ? ", or never" : "");
    }
    if (!prediction.why.empty())
        text += fmt::format("    {}\n", prediction.why);
    for (const ExpectedPacket& packet : prediction.schedule) {
        text += isLossProbe(packet)  ? fmt::format("    loss probe {}\n", intervalText(packet.at))
                : packet.isAnswer ? fmt::format("    {} comes back {}\n", name(packet.kind), intervalText(packet.at))
                                  : fmt::format("    {} {:<3} {}\n", name(packet.kind), packet.number, intervalText(packet.at));
    }
    return text;
}

nlohmann::ordered_json toJson(const Experiment& experiment, const Prediction& prediction)
{
    const Pair& pair = experiment.pairs[static_cast<std::size_t>(prediction.pair)];
    nlohmann::ordered_json object;
    object["pair"] = pair.name;
    object["end"] = name(prediction.end);
    object["activity"] = name(pair.end(prediction.end).activity);
    object["applicable"] = prediction.applicable;
    object["predicted"] = prediction.applicable ? nlohmann::ordered_json(prediction.never() ? "never" : "time") : nlohmann::ordered_json();
    object["may_be_never"] = prediction.mayBeNever;
    object["lives_on"] = prediction.livesOn();
    object["modes"] = nlohmann::ordered_json::array();
    for (const PredictionMode& mode : prediction.modes) {
        object["modes"].push_back({{"min_s", toSeconds(mode.at.earliest)}, {"max_s", toSeconds(mode.at.latest)}, {"call", mode.call},
                                   {"result", mode.result}, {"errno", errnoName(mode.errorNumber)}});
    }
    object["decided_by"] = name(prediction.decidedBy);
    object["why"] = prediction.why;
    object["schedule"] = nlohmann::ordered_json::array();
    for (const ExpectedPacket& packet : prediction.schedule) {
        object["schedule"].push_back({{"kind", isLossProbe(packet) ? "loss probe" : name(packet.kind)}, {"number", packet.number},
                                      {"min_s", toSeconds(packet.at.earliest)}, {"max_s", toSeconds(packet.at.latest)}, {"answer", packet.isAnswer}});
    }
    return object;
}

} // namespace

std::string intervalText(const Interval& interval)
{
    return fmt::format("{:.3f} - {:.3f} s", toSeconds(interval.earliest), toSeconds(interval.latest));
}

std::string predictionText(const Experiment& experiment, const std::vector<Prediction>& predictions)
{
    std::string text;
    for (const Prediction& prediction : predictions)
        text += oneText(experiment, prediction);
    return text;
}

std::string predictionJsonLines(const Experiment& experiment, const std::vector<Prediction>& predictions)
{
    std::string lines;
    for (const Prediction& prediction : predictions)
        lines += toJson(experiment, prediction).dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
    return lines;
}

} // namespace halfopen
