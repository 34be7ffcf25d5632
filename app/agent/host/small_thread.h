// SPDX-License-Identifier: GPL-3.0-or-later
// A thread with a small stack, of which a host's program may have a thousand.
#pragma once

#include <functional>

#include "core/result.h"

namespace halfopen {

/// Starts it detached: it ends with its process at the latest.
[[nodiscard]] Result<void> startSmallThread(std::function<void()> work);

} // namespace halfopen
