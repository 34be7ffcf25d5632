// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers and enumerations as words for people, by locale. Never for files.
#pragma once

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>

#include "core/activity.h"
#include "core/fault.h"
#include "core/host.h"
#include "core/outcome.h"
#include "core/prediction.h"
#include "core/run_time.h"
#include "ui/text/call_words.h"
#include "ui/text/core_words.h"

namespace halfopen {

/// Measured times, more exact than durationText(): "13.31 s", "0.020 s", "938 s".
[[nodiscard]] QString secondsText(double seconds);
[[nodiscard]] QString secondsText(RunTime time);
/// By which a run is told from others: "22:21:32", before it the day where that is not today.
[[nodiscard]] QString momentText(const QDateTime& local);
/// "+43 ms", "−7 ms"; with one decimal below 10 ms.
[[nodiscard]] QString residualText(double milliseconds);
/// The interval, "at once", "never", or "nobody looks".
[[nodiscard]] QString predictionText(const Prediction& prediction);

/// "keepalive 5/3/3, user timeout 14 s".
[[nodiscard]] QString listText(const QStringList& parts);

[[nodiscard]] QString endTitle(Host host);         // Client, Server
[[nodiscard]] QString activityText(Activity activity); // blocks in recv() …
/// What a program with that activity does, in a sentence or two.
[[nodiscard]] QString activityExplanation(Activity activity);
[[nodiscard]] QString faultText(FaultKind kind);   // packets dropped …
[[nodiscard]] QString faultText(const Fault& fault); // with host or direction
/// `livesOn`: what was not told was predicted to have nothing to tell.
[[nodiscard]] QString verdictText(Verdict verdict, bool livesOn = false);
/// Of an end that was still waiting when the run ended, before its predicted time was over.
[[nodiscard]] QString stillWaitingText();

} // namespace halfopen
