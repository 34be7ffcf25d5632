// SPDX-License-Identifier: GPL-3.0-or-later
// Why an end noticed, or did not: what decides, the steps with their numbers, and what did not happen.
#pragma once

#include <QCoreApplication>
#include <QStringList>

#include <optional>
#include <vector>

#include "core/outcome.h"
#include "core/prediction.h"
#include "core/timeline.h"

namespace halfopen {

/// The translation context of an explanation's words.
struct WhyText final
{
    Q_DECLARE_TR_FUNCTIONS(WhyText)
};

/// One expected packet, or the call's return, with what came of it. Times since the first fault.
struct ExplainedStep final
{
    QString what;                      // "Probe 2"; empty: steps left out
    Interval predicted;
    std::optional<RunTime> measured{}; // empty: not seen (yet)
    bool lost = false;
    bool returns = false;              // the call's return, the last step
};

/// Sentences for people, in reading order. Pure: the same values give the same words.
struct Explanation final
{
    enum class Stage { Before, During, After };

    Stage stage = Stage::Before;
    QString decides;                  // which limit rules
    QString rule;                     // what should happen, and why
    std::vector<ExplainedStep> steps; // in order of time
    QStringList seen;                 // what happened so far, in order of time
    QStringList absent;               // what does not happen, and why not
    QStringList counted;              // what the kernels' counters say of who decided
    QString verdict;                  // the comparison; empty before there is one
    QString flagged;                  // what disturbed the run, and whether the number counts; empty where nothing did
    QString otherwise;                // what would happen with the decisive option the other way
};

/// `outcome` may be nullptr (before a run). `over`: nothing more will come, though the timeline has no last word (its agent
/// broke off).
[[nodiscard]] Explanation explain(const Timeline& timeline, const Prediction& prediction, const Outcome* outcome, bool over = false);

/// "inside", "43 ms later", "12 ms earlier".
[[nodiscard]] QString differenceText(const Interval& predicted, RunTime measured);

} // namespace halfopen
