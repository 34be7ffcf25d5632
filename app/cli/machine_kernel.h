// SPDX-License-Identifier: GPL-3.0-or-later
// The kernel that this program runs on.
#pragma once

#include "core/kernel_profile.h"

namespace halfopen {

/// Release from uname, HZ from the coarse clock; sysctls are left at the kernel's defaults, as the hosts of a run have
/// them. Where the release cannot be read: the default profile.
[[nodiscard]] KernelProfile machineKernel();

} // namespace halfopen
