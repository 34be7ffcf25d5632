// SPDX-License-Identifier: GPL-3.0-or-later
// Times and amounts as people read them. For the screen only: files and CSV have their own.
#pragma once

#include <QString>

#include <utility>

#include "core/prediction.h"

namespace halfopen {

/// 0.4 ms · 204 ms · 8.31 s · 13.3 s · 938 s · 2 h 11 min. With the user's decimal sign.
[[nodiscard]] QString durationText(double seconds);

/// The same in tenths of a second, rounded down, for a clock that runs: 8.3 s. What is 4.9997 s, a fault that took 300 µs
/// to make, is 5.0 s.
[[nodiscard]] QString clockText(double seconds);

/// What was measured, in hundredths up to 100 s: 13.45 s, as in the sentence that tells the result.
[[nodiscard]] QString measuredText(double seconds);

/// In tenths, rounded up, for a clock that runs out: it says 0.1 s until it is over. One rule for all that counts down.
[[nodiscard]] QString countdownText(double seconds);

/// 13.2–13.5 s. One number where both ends look alike.
[[nodiscard]] QString intervalText(const Interval& interval);
/// Both bounds as numbers, the lower one rounded down and the upper one up: what is inside also reads as inside.
[[nodiscard]] std::pair<QString, QString> outwards(double from, double to, int decimals);

/// 512 B · 64 KiB · 2.5 MiB.
[[nodiscard]] QString bytesText(double bytes);

/// Invisible, and no line ends beside it.
inline constexpr QChar kWordJoiner{0x2060};
/// That text with no-break spaces between numbers and their units, and none of its ranges broken after the dash: for
/// sentences that wrap.
[[nodiscard]] QString unitsKept(QString text);

/// ETIMEDOUT for 110 and so on; "errno 999" for a number without a name.
[[nodiscard]] QString errnoText(int errorNumber);

} // namespace halfopen
