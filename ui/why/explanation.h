// SPDX-License-Identifier: GPL-3.0-or-later
// Why an end noticed, or did not: the rule's sentence and what was seen.
#pragma once

#include <QStringList>

#include "core/outcome.h"
#include "core/prediction.h"
#include "core/timeline.h"

namespace halfopen {

/// Sentences for people, in reading order. Pure: the same values give the same words.
struct Explanation final
{
    QString rule;         // what should happen, and why
    QStringList seen;     // what happened so far, in order of time
    QString verdict;      // the comparison; empty before there is one
    QString otherwise;    // what would happen with the decisive option the other way
};

/// `outcome` may be nullptr (before a run). `fault` is the run's, planned or made.
[[nodiscard]] Explanation explain(const Timeline& timeline, const Prediction& prediction, const Outcome* outcome);

} // namespace halfopen
