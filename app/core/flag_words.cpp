// SPDX-License-Identifier: GPL-3.0-or-later
// Why an outcome is flagged, in sentences for people.
#include "core/flag_words.h"

#include <algorithm>

#include "core/words.h"

#include <fmt/format.h>

namespace halfopen {

namespace {

double lateMs(RunTime late) { return toSeconds(late) * 1000; }

/// Whose timer it was, of the parts that the agent names.
std::string lateTimer(const std::string& what)
{
    if (what == "cable")
        return words("core", "the router's timer");
    if (what == "director")
        return words("core", "the script's timer");
    if (what == "fault")
        return words("core", "a fault's timer");
    if (what == "heal")
        return words("core", "a repair's timer");
    return words("core", "a timer");
}

std::string advice(const Outcome& outcome)
{
    if (!isSuccess(outcome.verdict) || outcome.framesLost > 0)
        return words("core", "Make the run again.");
    return outcome.detection ? words("core", "This one lies inside its prediction all the same and may be used.")
                             : words("core", "That nothing ended may be believed all the same.");
}

} // namespace

std::string flagText(const Outcome& outcome)
{
    if (outcome.flagged.empty())
        return {};
    std::string text = fmt::format(words("core", "Flagged as {}."), outcome.flagged);
    if (outcome.framesLost > 0)
        text += ' ' + fmt::format(words("core", "Packets were lost that no fault took, {} of them."), outcome.framesLost);
    if (outcome.lateBy > RunTime{0})
        text += ' ' + fmt::format(words("core", "The machine was busy: a timer of Halfopen ran {:.0f} ms late, and measured times may be late by as much."),
                                  lateMs(outcome.lateBy));
    return text + ' ' + advice(outcome);
}

std::string flagSummary(const std::vector<Outcome>& outcomes)
{
    RunTime late{0};
    bool lost = false;
    for (const Outcome& outcome : outcomes) {
        if (outcome.verdict == Verdict::NotApplicable)
            continue;
        late = std::max(late, outcome.lateBy);
        lost = lost || outcome.framesLost > 0;
    }
    if (lost)
        return words("core", "packets were lost, run it again");
    return late > RunTime{0} ? fmt::format(words("core", "the machine was busy, times may be {:.0f} ms late"), lateMs(late)) : std::string{};
}

std::string lateText(const LateEvent& event, bool counts)
{
    return counts ? fmt::format(words("core", "Starved: the machine was busy, and {} ran {:.0f} ms late. What ends from now on is flagged."),
                                lateTimer(event.what), lateMs(event.late))
                  : fmt::format(words("core", "Starved before the fault: the machine was busy, and {} ran {:.0f} ms late. Nothing is flagged for it."),
                                lateTimer(event.what), lateMs(event.late));
}

} // namespace halfopen
