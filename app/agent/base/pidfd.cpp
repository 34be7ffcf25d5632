// SPDX-License-Identifier: GPL-3.0-or-later
// Processes by descriptor: a number may be used again, a descriptor may not.
#include "agent/base/pidfd.h"

#include <sys/syscall.h>
#include <unistd.h>

namespace halfopen {

// By number: <sys/pidfd.h> of glibc 2.36 cannot be used from C++ (no extern "C").

Fd openPidfd(pid_t pid) { return Fd{static_cast<int>(::syscall(SYS_pidfd_open, pid, 0))}; }

void signalPidfd(int pidfd, int signal) { ::syscall(SYS_pidfd_send_signal, pidfd, signal, nullptr, 0); }

} // namespace halfopen
