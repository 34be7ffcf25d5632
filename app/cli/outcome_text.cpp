// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/outcome_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "cli/prediction_text.h"
#include "cli/text_table.h"
#include "core/flag_words.h"
#include "session/run_summary.h"

namespace halfopen {

namespace {

std::string outcomeText(const Outcome& outcome)
{
    if (outcome.detection)
        return resultText(*outcome.detection);
    return outcome.verdict == Verdict::NotApplicable ? "" : "noticed nothing";
}

std::string elapsedText(const Outcome& outcome)
{
    return outcome.detection ? fmt::format("{:.3f} s", toSeconds(outcome.detection->elapsed)) : std::string();
}

std::string predictedText(const Outcome& outcome)
{
    if (!outcome.prediction.applicable)
        return {};
    return outcome.prediction.never() ? "never" : intervalText(outcome.prediction.hull());
}

} // namespace

std::string endName(const Experiment& experiment, int pair, Host end)
{
    return fmt::format("{} {}", pairName(experiment, pair), name(end));
}

std::string runHeading(std::string_view runId, const Timeline& timeline)
{
    const PlaceKind place = timeline.place() ? timeline.place()->place : timeline.experiment().place;
    const KernelProfile& kernel = timeline.kernel();
    std::string text = fmt::format("{}: {}, Linux {}, HZ {}, run {}\n",
                                   timeline.experiment().title.empty() ? "Untitled" : timeline.experiment().title, name(place),
                                   kernel.release, kernel.hz, runId);
    // Namespaces are the rule; another place was chosen for a reason.
    if (timeline.place() && place != PlaceKind::Namespaces && !timeline.place()->why.empty())
        text += timeline.place()->why + "\n";
    return text;
}

namespace {

std::string verdictCell(const Timeline& timeline, const Outcome& outcome)
{
    if (!timeline.finished() && !outcome.detection)
        return "not yet";
    return outcome.cutShort ? "still waiting" : std::string(name(outcome.verdict));
}

} // namespace

std::string outcomeTable(const Timeline& timeline, const std::vector<Outcome>& outcomes)
{
    using Align = TextTable::Align;
    TextTable table({{"end"}, {"activity"}, {"outcome"}, {"after", Align::Right}, {"predicted", Align::Right}, {"verdict"},
                     {"decided by"}, {"state"}, {"flagged"}});
    const Experiment& experiment = timeline.experiment();
    for (const Outcome& outcome : outcomes) {
        const auto pair = static_cast<std::size_t>(outcome.pair);
        const std::string activity = pair < experiment.pairs.size()
            ? std::string(name(experiment.pairs[pair].end(outcome.end).activity)) : std::string();
        table.add({endName(experiment, outcome.pair, outcome.end), activity, outcomeText(outcome), elapsedText(outcome),
                   predictedText(outcome), verdictCell(timeline, outcome),
                   outcome.prediction.applicable ? std::string(name(outcome.decidedBy)) : std::string(),
                   outcome.stateAtEnd, outcome.flagged});
    }
    return table.text();
}

std::string beyondTimeLimitText(const Timeline& timeline, const std::vector<Outcome>& outcomes)
{
    if (!timeline.origin() || !timeline.startedAt() || !timeline.finished() || timeline.finished()->why != FinishedEvent::Why::TimeLimit)
        return {};
    std::string text;
    const auto notMade = std::ranges::count_if(timeline.experiment().faults, [&](const Fault& fault) {
        return fault.atSeconds >= timeline.experiment().timeLimitSeconds;
    });
    if (notMade > 0)
        text = fmt::format("{} of the script's faults would have come after the end: raise time_limit_s from {:g} s.\n", notMade,
                           timeline.experiment().timeLimitSeconds);
    const auto count = std::ranges::count_if(outcomes, &Outcome::cutShort);
    if (count == 0)
        return text;
    return text + fmt::format("{} still waiting when the time limit ended the run: raise time_limit_s from {:g} s.\n",
                              count == 1 ? "1 end was" : fmt::format("{} ends were", count), timeline.experiment().timeLimitSeconds);
}

std::string flagText(const Timeline& timeline, const std::vector<Outcome>& outcomes)
{
    // What is true of several ends is said once.
    std::string text;
    std::set<std::string> said;
    for (const Outcome& outcome : outcomes) {
        const bool looked = outcome.verdict != Verdict::NotApplicable;
        if (std::string why = looked ? flagText(outcome) : std::string{}; !why.empty() && said.insert(why).second)
            text += fmt::format("{}: {}\n", endName(timeline.experiment(), outcome.pair, outcome.end), why);
    }
    return text;
}

} // namespace halfopen
