// SPDX-License-Identifier: GPL-3.0-or-later
// What the agent says first.
#pragma once

#include "core/event.h"

namespace halfopen {

/// Program version, kernel, tick rate and the wall clock's time.
[[nodiscard]] HelloEvent helloOfThisMachine();

/// The sysctls of this machine that an answer depends on, as far as its kernel has them.
[[nodiscard]] SysctlEvent sysctlsOfThisMachine();

} // namespace halfopen
