// SPDX-License-Identifier: GPL-3.0-or-later
// A sentence about places that the agent tells and the window knows again.
#pragma once

#include "core/words.h"

namespace halfopen {

/// Ends what would make the namespaces place run. Of no use to who plans what loopback has not.
inline constexpr const char* kOrLoopback = words("core", "Or use the loopback place, which needs none of this.");

} // namespace halfopen
