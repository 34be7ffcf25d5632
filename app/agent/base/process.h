// SPDX-License-Identifier: GPL-3.0-or-later
// Small things that every process of the agent does to itself.
#pragma once

#include <span>
#include <sys/resource.h>
#include <sys/types.h>

namespace halfopen {

/// The kernel shall kill this process when the thread that started it ends. False if `parent` is gone already.
[[nodiscard]] bool dieWithParent(pid_t parent);
/// Ctrl-C goes to the whole terminal group, but only the director decides.
void ignoreTerminalSignals();
void setProcessName(const char* name); // 15 characters are shown
/// Standard input and output are the director's alone: whoever holds copies hides their end.
void leaveStandardStreams();
/// Closes everything but standard streams and these.
void closeDescriptorsBut(std::span<const int> kept);
/// Up to the hard limit. Returns the number allowed.
rlim_t raiseDescriptorLimit();

} // namespace halfopen
