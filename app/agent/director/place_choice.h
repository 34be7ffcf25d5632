// SPDX-License-Identifier: GPL-3.0-or-later
// Where a run takes place, and its network.
#pragma once

#include <optional>
#include <string>

#include "agent/lab/lab.h"

namespace halfopen {

/// The answer to `place` of an experiment. The process is in its own namespaces where it has a lab.
struct ChosenPlace final
{
    PlaceKind place = PlaceKind::Loopback;
    std::string why;        // a sentence where the experiment left the choice
    std::optional<Lab> lab; // none in the loopback place
};

/// Tries and builds. Fails with the reason where the experiment cannot run on this machine. Only while the process has
/// one thread.
[[nodiscard]] Result<ChosenPlace> choosePlace(const Experiment& experiment);

} // namespace halfopen
