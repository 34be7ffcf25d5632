// SPDX-License-Identifier: GPL-3.0-or-later
// Recordings of real runs on a kernel, kept in tests/ui/runs.
#pragma once

#include <QByteArray>
#include <QString>

#include "core/experiment.h"

namespace halfopen {

/// What the agent told in a run that took place, and the experiment of it.
struct RecordedRun final
{
    Experiment experiment;
    QString path; // of the lines
    QByteArray lines;
};

/// One of the stems in that folder: reader, race … Ends the program where the files are not as they should be.
[[nodiscard]] RecordedRun recordedRun(const QString& name);

} // namespace halfopen
