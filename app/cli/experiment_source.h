// SPDX-License-Identifier: GPL-3.0-or-later
// An experiment by file name or by lesson.
#pragma once

#include <QString>

#include <optional>

#include "core/experiment.h"
#include "core/result.h"

namespace halfopen {

/// An existing file wins over a lesson of that name. `place` overrides the experiment's. Fails with a sentence that
/// names the file, and the key and its place in it.
[[nodiscard]] Result<Experiment> loadExperiment(const QString& fileOrLesson, std::optional<PlaceKind> place = std::nullopt);

} // namespace halfopen
