// SPDX-License-Identifier: GPL-3.0-or-later
// A reader with keepalive 5/3/3 that is cut and dies, as the agent would tell it. Written by hand.
#pragma once

#include <QByteArray>
#include <QRegularExpression>

#include <vector>

#include "core/event.h"
#include "core/experiment.h"

namespace halfopen {

[[nodiscard]] Experiment sampleExperiment();
/// Until recv has failed and the run is finished; `until` cuts it short.
[[nodiscard]] std::vector<Event> sampleEvents(RunTime until = std::chrono::hours{1});
[[nodiscard]] QByteArray sampleLines();

/// So many readers of the same kind, cut at once. The ends fail one after the other, `apart` from each other, the first
/// at its predicted time. `withProbes`: the wire and the table tell of each probe.
[[nodiscard]] Experiment manyReaders(int pairs);
[[nodiscard]] QByteArray manyReadersLines(int pairs, RunTime apart, bool withProbes = false);

/// Every warning but the one that the offscreen platform has for each window (Qt 6.4).
[[nodiscard]] QRegularExpression anyWarning();

} // namespace halfopen
