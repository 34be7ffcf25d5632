// SPDX-License-Identifier: GPL-3.0-or-later
// Errno values as words.
#pragma once

#include <string>

#include "core/result.h"

namespace halfopen {

/// "EPERM (Operation not permitted)".
[[nodiscard]] std::string errnoText(int code);

/// "Could not <what>: EPERM (Operation not permitted)." `detail`, where there is one, is the kernel's own text on the refusal.
[[nodiscard]] Error systemError(int code, const std::string& what, const std::string& detail = {});

} // namespace halfopen
