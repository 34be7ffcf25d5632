// SPDX-License-Identifier: GPL-3.0-or-later
// Which process writes a run, told so that another program can see whether it still lives.
#pragma once

#include <QString>

namespace halfopen {

/// This process: "<pid>:<start time in clock ticks since boot>:<boot id>". A pid alone is given out again.
[[nodiscard]] QString currentWriter();

/// Whether that process is still there. What cannot be read as a writer is gone.
[[nodiscard]] bool isWriterAlive(const QString& writer);

} // namespace halfopen
