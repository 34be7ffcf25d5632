// SPDX-License-Identifier: GPL-3.0-or-later
// The experiment as JSON text, both ways.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/experiment.h"
#include "core/result.h"

namespace halfopen {

inline constexpr std::string_view kExperimentFormat = "halfopen-experiment/1";
inline constexpr std::size_t kMaxExperimentBytes = 8 * 1024 * 1024;

/// Reads an experiment. Fails with one sentence that names the key and its place ("pairs[0].client.TCP_KEEPIDLE")
/// on text that is no JSON, a wrong format, unknown keys, wrong types, values out of range, and on parts
/// of the format that this version cannot run.
/// With `place` the experiment is read as if that place were written in it.
[[nodiscard]] Result<Experiment> parseExperiment(std::string_view text, std::optional<PlaceKind> place = std::nullopt);

/// Pretty-printed, keys in the documented order, only what differs from the defaults (and the format, title, pairs).
[[nodiscard]] std::string writeExperiment(const Experiment& experiment);

/// One line, for the wire and the history.
[[nodiscard]] std::string writeExperimentLine(const Experiment& experiment);

/// Whether it can run in the loopback place; otherwise the reason ("fault 'cable-out' needs …").
[[nodiscard]] Result<void> fitsLoopback(const Experiment& experiment);

} // namespace halfopen
