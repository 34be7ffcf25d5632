// SPDX-License-Identifier: GPL-3.0-or-later
// The parsers of everything that comes from a file, a pipe or the kernel, and what must hold for any text.
#include "fuzz_targets.h"

#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>

#include "core/agent_command.h"
#include "core/event_codec.h"
#include "core/experiment_codec.h"
#include "core/predictor.h"
#include "core/socket_row.h"
#include "core/sweep_axis.h"

namespace halfopen::fuzz {

namespace {

void requireSentence(const Error& error)
{
    require(!error.message.empty(), "a refusal says why");
    require(error.message.size() < 1000, "a refusal is one sentence, however long the text");
    require(error.message.find('\n') == std::string::npos, "a refusal is one line");
}

/// Whatever an experiment asks for, what the kernel will do is known soon: no loop, no overflow, and the same each time.
void requirePrediction(Experiment experiment, int hz)
{
    constexpr std::size_t kFewPairs = 2; // like pairs are predicted once, and unlike ones alone
    constexpr auto kDeadline = std::chrono::seconds{4}; // a thousand times what it takes, for a build that checks everything
    if (experiment.pairs.size() > kFewPairs)
        experiment.pairs.resize(kFewPairs);
    KernelProfile kernel;
    kernel.hz = hz;
    const auto began = std::chrono::steady_clock::now();
    const std::vector<Prediction> predictions = predict(experiment, kernel);
    require(std::chrono::steady_clock::now() - began < kDeadline, "a prediction comes at once");
    require(predictions.size() == 2 * experiment.pairs.size(), "two predictions a pair");
    for (const Prediction& prediction : predictions) {
        for (const PredictionMode& mode : prediction.modes)
            require(mode.at.earliest <= mode.at.latest && !mode.call.empty(), "an interval begins before it ends");
        for (const ExpectedPacket& packet : prediction.schedule)
            require(packet.at.earliest <= packet.at.latest, "and so does a packet's");
        require(!prediction.why.empty(), "every prediction says why");
    }
    require(predict(experiment, kernel) == predictions, "equal experiments have equal predictions");
}

constexpr std::array kTargets{Target{"experiment", fuzzExperiment}, Target{"event", fuzzEvent},
                              Target{"command", fuzzCommand}, Target{"proc_net_tcp", fuzzProcNetTcp},
                              Target{"sweep_axis", fuzzSweepAxis},
                              Target{"frame", fuzzFrame}};

} // namespace

void require(bool holds, const char* sentence)
{
    if (holds)
        return;
    std::fprintf(stderr, "does not hold: %s\n", sentence);
    std::abort();
}

void fuzzExperiment(std::string_view text)
{
    const Result<Experiment> experiment = parseExperiment(text);
    if (!experiment) {
        requireSentence(experiment.error());
        return;
    }
    require(!experiment->pairs.empty() && experiment->pairs.size() <= kMaxPairs,
            "an experiment has 1 to kMaxPairs pairs");
    const Result<Experiment> again = parseExperiment(writeExperiment(*experiment));
    require(again.ok() && *again == *experiment, "an accepted experiment is the same after writing and reading");
    const Result<Experiment> line = parseExperiment(writeExperimentLine(*experiment));
    require(line.ok() && *line == *experiment, "and so is its one-line form");
    requirePrediction(*experiment, std::array{100, 250, 1000}[text.size() % 3]);
}

void fuzzEvent(std::string_view text)
{
    const Result<Event> event = parseEvent(text);
    if (text.starts_with('{') && text.size() < kMaxEventLineBytes) { // a blank more, and it is read with care
        const Result<Event> careful = parseEvent("{ " + std::string{text.substr(1)});
        require(event.ok() == careful.ok(), "a plain line is taken if the careful reader takes it");
        const bool isKept = event.ok() && std::holds_alternative<UnknownEvent>(event->body); // as it was written
        require(!event.ok() || isKept || *event == *careful, "and read as it does");
    }
    if (!event) {
        requireSentence(event.error());
        return;
    }
    const std::string written = writeEvent(*event);
    require(written.find('\n') == std::string::npos, "an event is one line");
    const Result<Event> again = parseEvent(written);
    require(again.ok() && *again == *event, "an accepted event is the same after writing and reading");
}

void fuzzCommand(std::string_view text)
{
    const Result<AgentCommand> command = parseCommand(text);
    if (!command) {
        requireSentence(command.error());
        return;
    }
    const Result<AgentCommand> again = parseCommand(writeCommand(*command));
    require(again.ok() && *again == *command, "an accepted command is the same after writing and reading");
}

void fuzzProcNetTcp(std::string_view text)
{
    const Result<std::vector<SocketRow>> rows = parseProcNetTcp(text);
    if (!rows) {
        requireSentence(rows.error());
        return;
    }
    for (const SocketRow& row : *rows) {
        require(name(row.state) != "unknown", "an accepted row has a known state");
        require(!row.local.ip.empty() && !row.remote.ip.empty(), "an accepted row has both addresses");
    }
}

void fuzzSweepAxis(std::string_view text)
{
    Experiment experiment;
    experiment.pairs.push_back({"reader", {.activity = Activity::Heartbeat}, {.activity = Activity::Send}});
    experiment.faults.push_back(defaultFault(FaultKind::Drop));
    experiment.faults.push_back(defaultFault(FaultKind::NatForget));
    const Result<SweepAxis> axis = parseSweepAxis(text, experiment);
    if (!axis) {
        requireSentence(axis.error());
        return;
    }
    const Result<AxisTarget> target = checkedTarget(*axis, experiment);
    require(target.ok() && target->key() == axis->key, "an accepted axis is one of the experiment");
    for (const double value : axis->values)
        setAxisValue(experiment, *target, value);
    const Result<Experiment> again = parseExperiment(writeExperiment(experiment));
    require(again.ok(), "an experiment with an accepted value can be read");
}

std::span<const Target> targets()
{
    return kTargets;
}

} // namespace halfopen::fuzz
