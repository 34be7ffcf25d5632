// SPDX-License-Identifier: GPL-3.0-or-later
// Where a host's part stands in an array of two.
#pragma once

#include <cstddef>

#include "core/host.h"

namespace halfopen {

[[nodiscard]] constexpr std::size_t slotOf(Host host) { return host == Host::Client ? 0 : 1; }

} // namespace halfopen
