// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/show_command.h"

#include <fmt/format.h>

#include "cli/history_source.h"
#include "cli/outcome_text.h"
#include "cli/output.h"

namespace halfopen {

namespace {

std::string faultText(const Fault& fault)
{
    std::string text = fmt::format("{} at {:g} s", name(fault.kind), fault.atSeconds);
    if (actsAtHost(fault.kind))
        text += fmt::format(" at the {}", name(fault.host));
    else if (fault.direction != Direction::Both)
        text += fmt::format(" {}", name(fault.direction));
    if (fault.healAfterSeconds)
        text += fmt::format(", healed after {:g} s", *fault.healAfterSeconds);
    return text;
}

std::string endText(const Endpoint& endpoint)
{
    std::string text{name(endpoint.activity)};
    for (const OptionSpec& spec : optionSpecs()) {
        if (const std::optional<double> value = optionValue(endpoint.options, spec.name))
            text += fmt::format(", {} {:g}{}{}", spec.name, *value, spec.unit.empty() ? "" : " ", spec.unit);
    }
    return text;
}

std::string experimentText(const Experiment& experiment)
{
    std::string text;
    for (std::size_t i = 0; i < experiment.pairs.size(); ++i) {
        for (const Host end : {Host::Client, Host::Server})
            text += fmt::format("  {}: {}\n", endName(experiment, static_cast<int>(i), end), endText(experiment.pairs[i].end(end)));
    }
    for (const auto& [key, value] : experiment.sysctl)
        text += fmt::format("  {} = {}\n", key, value);
    if (!experiment.congestionControl.empty())
        text += fmt::format("  tcp_congestion_control = {}\n", experiment.congestionControl);
    for (const Fault& fault : experiment.faults)
        text += fmt::format("  fault: {}\n", faultText(fault));
    return text;
}

/// Empty where the agent told no counters of the hosts: on loopback they are the whole machine's.
std::string counterLines(const Timeline& timeline)
{
    std::string text;
    for (const Host host : {Host::Client, Host::Server}) {
        if (const KernelCounters counted = timeline.countedSinceFault(host); !counted.empty())
            text += fmt::format("  {}: {}\n", name(host), counterText(counted));
    }
    if (!text.empty())
        return "Kernel counters since the fault:\n" + text;
    const bool isLoopback = timeline.place() && timeline.place()->place == PlaceKind::Loopback;
    return isLoopback ? "Kernel counters are not told on loopback: they are the whole machine's.\n" : "";
}

} // namespace

void ShowCommand::start()
{
    const Result<KeptRun> kept = loadRun(m_arguments.history, m_arguments.run);
    if (!kept) {
        complainLine(kept.error().message);
        Q_EMIT done(ExitStatus::Usage);
        return;
    }
    const StoredRun& stored = kept->stored;
    const Timeline& timeline = kept->run.timeline;
    print(runHeading(stored.id.toStdString(), timeline));
    print(fmt::format("Started {}, {}, version {}{}{}\n", stored.startedAt.toStdString(), statusText(stored.status),
                      stored.programVersion.toStdString(), stored.summary.isEmpty() ? "" : ": ", stored.summary.toStdString()));
    print(experimentText(kept->experiment));
    if (timeline.startedAt()) {
        const std::vector<Outcome>& outcomes = kept->run.outcomes;
        print("\n" + outcomeTable(timeline, outcomes) + flagText(timeline, outcomes) + beyondTimeLimitText(timeline, outcomes) + "\n");
        print(counterLines(timeline));
        for (const Prediction& prediction : kept->run.predictions) {
            if (prediction.applicable && !prediction.why.empty())
                print(fmt::format("{}: {}\n", endName(kept->experiment, prediction.pair, prediction.end), prediction.why));
        }
    }
    Q_EMIT done(ExitStatus::AsPredicted);
}

} // namespace halfopen
