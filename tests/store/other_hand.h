// SPDX-License-Identifier: GPL-3.0-or-later
// What another program than this one may do to a history.
#pragma once

#include <QString>

namespace halfopen {

/// Deletes the run without asking whether it is still written, as older versions do.
[[nodiscard]] bool deleteRow(const QString& path, const QString& runId);

} // namespace halfopen
