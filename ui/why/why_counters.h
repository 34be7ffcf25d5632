// SPDX-License-Identifier: GPL-3.0-or-later
// What the kernels counted since the fault, and whom that names.
#pragma once

#include <QStringList>

#include "core/outcome.h"
#include "core/timeline.h"

namespace halfopen {

/// One sentence a counter that speaks for or against somebody: which timer fired, whether one of them gave up, who sent a
/// RST, what was thrown away. Empty before the end and where nothing was counted. `outcome` may be nullptr.
[[nodiscard]] QStringList countedOf(const Timeline& timeline, const Prediction& prediction, const Outcome* outcome);

} // namespace halfopen
