// SPDX-License-Identifier: GPL-3.0-or-later
// Processes by descriptor: a number may be used again, a descriptor may not.
#pragma once

#include <sys/types.h>

#include "agent/base/fd.h"

namespace halfopen {

/// Close-on-exec; not open where the kernel (< 5.3) or the process is missing. Readable once the process has ended.
[[nodiscard]] Fd openPidfd(pid_t pid);
void signalPidfd(int pidfd, int signal);

} // namespace halfopen
