// SPDX-License-Identifier: GPL-3.0-or-later
// Where the program of the activity qt is.
#pragma once

#include <string>

namespace halfopen {

/// halfopen-qt-end beside this program; empty where it is not there or cannot be run.
[[nodiscard]] std::string qtProgram();

} // namespace halfopen
