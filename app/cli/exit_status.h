// SPDX-License-Identifier: GPL-3.0-or-later
// What the program's exit status tells scripts.
#pragma once

namespace halfopen {

enum class ExitStatus {
    AsPredicted = 0, // every row inside, never-as-predicted or not-applicable, and none flagged
    Otherwise = 1,   // at least one row is not
    Usage = 2,       // wrong arguments, a bad experiment, an output that cannot be written
    CannotRun = 3,   // this place cannot run it
    RunFailed = 4,   // the run itself failed
    Interrupted = 130,
};

/// Of several runs the worst counts.
[[nodiscard]] constexpr ExitStatus worseOf(ExitStatus one, ExitStatus other)
{
    return static_cast<int>(one) < static_cast<int>(other) ? other : one;
}

} // namespace halfopen
