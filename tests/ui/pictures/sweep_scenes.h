// SPDX-License-Identifier: GPL-3.0-or-later
// The states of the sweep page that are worth a picture.
#pragma once

#include "scenes.h"

namespace halfopen {

[[nodiscard]] QList<Scene> sweepScenes();

} // namespace halfopen
