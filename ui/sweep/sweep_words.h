// SPDX-License-Identifier: GPL-3.0-or-later
// What the sweep page says.
#pragma once

#include <QCoreApplication>
#include <QString>
#include <QStringList>

#include "ui/sweep/sweep_map.h"

namespace halfopen {

struct SweepWords final
{
    Q_DECLARE_TR_FUNCTIONS(halfopen::SweepWords)
};

/// "TCP_KEEPIDLE · Client", "tcp_retries2 · sysctl", "at_s · fault 2": as it is chosen from a list.
[[nodiscard]] QString axisChoiceText(const AxisTarget& target);
/// "TCP_KEEPIDLE [s]", with the server or the fault where it is one of theirs.
[[nodiscard]] QString axisTitle(const AxisTarget& target);
/// The titles of the map's upright and of its level axis.
[[nodiscard]] QString downTitleText(const SweepMap& map);
[[nodiscard]] QString acrossTitleText(const SweepMap& map);
/// What a cell says of its time; long to short.
[[nodiscard]] QStringList cellTexts(double seconds);
/// What it is: rich text for tool tips, of the glossary where that knows it.
[[nodiscard]] QString axisExplanation(const AxisTarget& target);
/// "5 s", "3", "20000 ms".
[[nodiscard]] QString axisValueText(const AxisTarget& target, double value);
/// The same without its unit, for the numbers along an axis.
[[nodiscard]] QString axisNumberText(double value);

/// "TCP_KEEPIDLE 5 s, TCP_KEEPINTVL 3 s".
[[nodiscard]] QString valuesText(const SweepMap& map, const MapPlace& place);
/// "keepalive count", "user timeout"; in a map of deciders also their letter.
[[nodiscard]] QString deciderText(DecidedBy decidedBy);
[[nodiscard]] QString deciderLetter(DecidedBy decidedBy);

/// All that is known of a cell: its values, when it is noticed, by which call, who decides, what was measured.
[[nodiscard]] QString cellWords(const SweepMap& map, const MapPlace& place);
/// Why the experiment cannot have the values of a refused cell.
[[nodiscard]] QString refusedWords(const SweepMap& map);

} // namespace halfopen
