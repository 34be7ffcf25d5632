// SPDX-License-Identifier: GPL-3.0-or-later
// Experiments and results to and from files.
#pragma once

#include <QByteArray>
#include <QString>

#include "core/experiment.h"
#include "core/outcome.h"
#include "core/result.h"
#include "core/timeline.h"

namespace halfopen {

/// Fails with one sentence that names the file and what is wrong with it.
[[nodiscard]] Result<Experiment> readExperiment(const QString& path);

/// Writes all of it or leaves the file as it was.
[[nodiscard]] Result<void> writeFile(const QString& path, const QByteArray& content);

/// The CSV of outcomes with its heading, as the command line writes it.
[[nodiscard]] QByteArray outcomeCsv(const QString& runId, const Timeline& timeline, const std::vector<Outcome>& outcomes);

/// A file name from a title: letters, digits and dashes.
[[nodiscard]] QString fileStem(const QString& title);

} // namespace halfopen
