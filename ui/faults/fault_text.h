// SPDX-License-Identifier: GPL-3.0-or-later
// The words for faults: what to do, what it does, what stands in its way.
#pragma once

#include <QString>

#include "ui/faults/fault_catalogue.h"

namespace halfopen {

/// Why that fault cannot be made there: a sentence with what would help. Empty where it can.
[[nodiscard]] QString obstacle(const CataloguedFault& entry, const FaultSurroundings& where);

/// What stands between the hosts: "router", on the direct path "switch", on loopback "loopback".
[[nodiscard]] QString middleText(PathKind path);
[[nodiscard]] QString placeText(FaultPlace place, PathKind path);
/// "Kill the program (SIGKILL)": what to do.
[[nodiscard]] QString deedText(const CataloguedFault& entry, PathKind path);
/// "Kill program": the same for a narrow row under its place's name.
[[nodiscard]] QString shortText(const CataloguedFault& entry, PathKind path);
/// "Let the program go on (SIGCONT)"; empty where nothing heals it.
[[nodiscard]] QString cureText(const CataloguedFault& entry);
/// What it does to the two ends, in a sentence.
[[nodiscard]] QString effectText(const CataloguedFault& entry, PathKind path);
[[nodiscard]] QString directionText(Direction direction); // both ways …
[[nodiscard]] QString choiceText(PacketChoice choice);    // all packets, data …
[[nodiscard]] QString answerText(RouterAnswer answer);    // RST, ICMP host unreachable …

} // namespace halfopen
