// SPDX-License-Identifier: GPL-3.0-or-later
// What calls returned, to the last bit: poll's bits, SO_ERROR, short counts, and what is said when asked again.
#pragma once

#include <QString>
#include <QStringList>

#include "core/timeline.h"

namespace halfopen {

/// "poll() returns IN|ERR|HUP", "recv() returns: ETIMEDOUT; SO_ERROR was ETIMEDOUT", "send() returns 65,160 of 65,536
/// bytes: a short count". `asked`: the bytes that a send() of that end hands over.
[[nodiscard]] QString returnText(const CallSpan& call, int asked);

/// With which bits the call before `ending` woke its program: "IN|ERR|HUP|RDHUP"; empty where none waited for bits.
[[nodiscard]] QString wakingBits(const EndTrack& track, const CallSpan& ending);

/// What was known from `ending` on, up to `until` (since hello): the bits, SO_ERROR, a send() that was cut short before,
/// and the answers of the calls that asked again. One fact a line.
[[nodiscard]] QStringList endingFacts(const EndTrack& track, const CallSpan& ending, RunTime until, int asked);

} // namespace halfopen
