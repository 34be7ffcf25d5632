// SPDX-License-Identifier: GPL-3.0-or-later
// The words for faults: what to do, what it does, what stands in its way.
#pragma once

#include <QString>

#include "ui/faults/fault_catalogue.h"

namespace halfopen {

/// Why that fault cannot be made there: a sentence with what would help. Empty where it can.
[[nodiscard]] QString obstacle(const CataloguedFault& entry, const FaultSurroundings& where);

[[nodiscard]] QString placeText(FaultPlace place, bool onLoopback);
/// "Kill the program (SIGKILL)": what to do.
[[nodiscard]] QString deedText(const CataloguedFault& entry, bool onLoopback);
/// "Kill program": the same for a narrow row under its place's name.
[[nodiscard]] QString shortText(const CataloguedFault& entry, bool onLoopback);
/// "Let the program go on (SIGCONT)"; empty where nothing heals it.
[[nodiscard]] QString cureText(const CataloguedFault& entry);
/// What it does to the two ends, in a sentence.
[[nodiscard]] QString effectText(const CataloguedFault& entry, bool onLoopback);
[[nodiscard]] QString directionText(Direction direction); // both ways …
[[nodiscard]] QString choiceText(PacketChoice choice);    // all packets, data …
[[nodiscard]] QString answerText(RouterAnswer answer);    // RST, ICMP host unreachable …

} // namespace halfopen
